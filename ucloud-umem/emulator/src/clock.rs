//! The time by which states change.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use ucloud_umem::Timestamp;

pub(crate) const HOUR: Duration = Duration::from_secs(60 * 60);
pub(crate) const DAY: Duration = HOUR.saturating_mul(24);

/// Clock that can be moved forward; clones are the same clock.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Milliseconds since 1970 when it was made, and what it was moved since.
    milliseconds: Arc<AtomicU64>,
    runs: Runs,
}

/// Source of the time that passes without [`Clock::advance`].
#[derive(Clone, Debug)]
enum Runs {
    /// No time passes.
    Stopped,
    Machine {
        since: Instant,
    },
    /// The clock of a tokio runtime, which only the threads of that runtime see by themselves.
    Tokio {
        runtime: Option<tokio::runtime::Handle>,
        since: tokio::time::Instant,
    },
}

/// The time of a clock when it was stored.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredClock {
    /// Time by the clock, in milliseconds since 1970.
    now: Moment,
    /// Time by the machine.
    machine: Moment,
}

/// A moment by the clock, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Moment(u64);

/// Time and step, from which states are computed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time {
    pub(crate) now: Moment,
    /// Duration of one step of a transition.
    pub(crate) step: Duration,
}

impl Clock {
    /// Creates a clock that shows the machine's time and runs like it.
    pub fn system() -> Self {
        Self::starting_now(Runs::Machine { since: Instant::now() })
    }

    /// Creates a clock that starts at the machine's time and runs like the clock of the current
    /// tokio runtime.
    ///
    /// In a test with a paused clock (`#[tokio::test(start_paused = true)]`), time passes for the
    /// emulator whenever it passes for the waiters and timeouts of the client. Outside a
    /// runtime it is the same as [`system`](Self::system).
    pub fn tokio() -> Self {
        Self::starting_now(Runs::Tokio {
            runtime: tokio::runtime::Handle::try_current().ok(),
            since: tokio::time::Instant::now(),
        })
    }

    /// Creates a clock that shows this moment until it is moved.
    pub fn stopped_at(moment: Timestamp) -> Self {
        let seconds = u64::try_from(moment.unix_seconds()).unwrap_or(0);
        let milliseconds = Arc::new(seconds.saturating_mul(1000).into());
        Self { milliseconds, runs: Runs::Stopped }
    }

    /// Moves it forward.
    pub fn advance(&self, by: Duration) {
        let later = |now: u64| Some(now.saturating_add(milliseconds(by)));
        // It fails for no value.
        _ = self.milliseconds.fetch_update(Ordering::Relaxed, Ordering::Relaxed, later);
    }

    pub(crate) fn now(&self) -> Moment {
        let ran = match &self.runs {
            Runs::Stopped => Duration::ZERO,
            Runs::Machine { since } => since.elapsed(),
            Runs::Tokio { runtime, since } => {
                let _entered = runtime.as_ref().map(tokio::runtime::Handle::enter);
                since.elapsed()
            }
        };
        Moment(self.milliseconds.load(Ordering::Relaxed).saturating_add(milliseconds(ran)))
    }

    /// Returns the present time, to be stored.
    pub(crate) fn store(&self) -> StoredClock {
        StoredClock { now: self.now(), machine: machine_time() }
    }

    /// Moves it to the time of a stored clock, and on by what the machine's time has moved since
    /// then; a stopped clock only to the stored time. It is never moved back.
    pub(crate) fn resume(&self, stored: StoredClock) {
        let passed = match self.runs {
            Runs::Stopped => Duration::ZERO,
            Runs::Machine { .. } | Runs::Tokio { .. } => machine_time().since(stored.machine),
        };
        self.advance(stored.now.after(passed).since(self.now()));
    }

    fn starting_now(runs: Runs) -> Self {
        Self { milliseconds: Arc::new(machine_time().0.into()), runs }
    }
}

impl Moment {
    /// Returns the time since an earlier moment.
    pub(crate) fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }

    pub(crate) fn after(self, by: Duration) -> Self {
        Self(self.0.saturating_add(milliseconds(by)))
    }

    pub(crate) fn before(self, by: Duration) -> Self {
        Self(self.0.saturating_sub(milliseconds(by)))
    }

    /// Returns the next moment at this full hour of the day, in UTC.
    pub(crate) fn next_hour(self, hour: u32) -> Self {
        let day = milliseconds(DAY);
        let today = Self(self.0 / day * day).after(HOUR.saturating_mul(hour));
        if today > self { today } else { today.after(DAY) }
    }

    /// Returns the end of the month, in UTC.
    pub(crate) fn end_of_month(self) -> Self {
        let midnight = self.next_hour(0);
        let mut next_days = (0..31).map(|days| midnight.after(DAY.saturating_mul(days)));
        let is_first = |day: &Self| day.to_string().get(8..10) == Some("01");
        next_days.find(is_first).unwrap_or(midnight)
    }

    pub(crate) fn from_unix_seconds(seconds: u64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    pub(crate) fn unix_seconds(self) -> u64 {
        self.0 / 1000
    }

    /// Returns the moment this long after 1970.
    pub(crate) fn since_1970(time: Duration) -> Self {
        Self(milliseconds(time))
    }

    /// Returns the moment this many milliseconds after 1970.
    #[cfg(test)]
    pub(crate) fn from_millis(milliseconds: u64) -> Self {
        Self(milliseconds)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = i64::try_from(self.unix_seconds()).unwrap_or(i64::MAX);
        Timestamp::from_unix_seconds(seconds).fmt(f)
    }
}

/// Returns the time by the machine.
fn machine_time() -> Moment {
    Moment(milliseconds(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()))
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_clock_goes_on_from_where_it_was_moved_to() {
        let hour = Timestamp::from_unix_seconds(1_800_000_000);
        let stored = Clock::stopped_at(hour).store();
        let stopped = Clock::stopped_at(Timestamp::from_unix_seconds(1000));
        stopped.resume(stored);
        assert_eq!(stopped.now(), stored.now);
        // An hour has passed since it was stored.
        let earlier = StoredClock { machine: stored.machine.before(HOUR), ..stored };
        let running = Clock::system();
        running.resume(earlier);
        let passed = running.now().since(stored.now);
        assert!((HOUR..HOUR * 2).contains(&passed), "{passed:?}");
        // A clock that is further already stays.
        let now = running.now();
        running.resume(StoredClock { now: Moment(0), ..stored });
        assert!(running.now() >= now && running.now().since(now) < HOUR);
        running.resume(StoredClock { now: Moment(u64::MAX), machine: Moment(0) });
        assert_eq!(running.now(), Moment(u64::MAX));
    }

    #[test]
    fn a_clock_that_is_moved_far_never_goes_back() {
        let clock = Clock::stopped_at(Timestamp::from_unix_seconds(1000));
        for _ in 0..5 {
            let before = clock.now();
            clock.advance(Duration::MAX);
            assert!(clock.now() > before || before == Moment(u64::MAX), "{before}");
        }
    }

    #[test]
    fn a_month_ends_with_the_next_first_day() {
        for (now, end) in [
            ("2026-11-26T02:03:04Z", "2026-12-01T00:00:00Z"),
            ("2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z"),
            ("2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            ("2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z"),
        ] {
            let since = humantime::parse_rfc3339(now).unwrap().duration_since(UNIX_EPOCH);
            let now = Moment(milliseconds(since.unwrap()));
            assert_eq!(now.end_of_month().to_string(), end, "{now}");
        }
        assert_eq!(Moment(u64::MAX).end_of_month(), Moment(u64::MAX));
    }

    #[test]
    fn the_next_hour_is_today_or_tomorrow_but_never_now() {
        let (hour, day) = (milliseconds(HOUR), milliseconds(DAY));
        for (now, at, next) in [
            (0, 0, day),
            (0, 3, 3 * hour),
            (3 * hour - 1, 3, 3 * hour),
            (3 * hour, 3, day + 3 * hour),
            (day, 23, day + 23 * hour),
            (u64::MAX, 23, u64::MAX),
        ] {
            assert_eq!(Moment(now).next_hour(at), Moment(next), "{now} {at}");
        }
    }
}

//! The time by which states change.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::Timestamp;

/// A clock that can be moved forward; clones are the same clock.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Milliseconds since 1970 when it was made, and what it was moved since.
    milliseconds: Arc<AtomicU64>,
    /// Since when it also runs by itself.
    running_since: Option<Instant>,
}

/// A moment by the clock, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(u64);

/// What states are computed from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time {
    pub(crate) now: Moment,
    /// How long one step of a transition lasts.
    pub(crate) step: Duration,
}

impl Clock {
    /// Shows the machine's time and goes on by itself.
    pub fn running() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            milliseconds: Arc::new(milliseconds(now).into()),
            running_since: Some(Instant::now()),
        }
    }

    /// Shows this moment until it is moved.
    pub fn stopped_at(moment: Timestamp) -> Self {
        let seconds = u64::try_from(moment.unix_seconds()).unwrap_or(0);
        Self {
            milliseconds: Arc::new(seconds.saturating_mul(1000).into()),
            running_since: None,
        }
    }

    /// Moves it forward.
    pub fn advance(&self, by: Duration) {
        self.milliseconds.fetch_add(milliseconds(by), Ordering::Relaxed);
    }

    pub(crate) fn now(&self) -> Moment {
        let ran = self.running_since.map_or(Duration::ZERO, |since| since.elapsed());
        Moment(
            self.milliseconds.load(Ordering::Relaxed).saturating_add(milliseconds(ran)),
        )
    }
}

impl Moment {
    /// How long ago an earlier moment was.
    pub(crate) fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }

    pub(crate) fn after(self, by: Duration) -> Self {
        Self(self.0.saturating_add(milliseconds(by)))
    }

    pub(crate) fn before(self, by: Duration) -> Self {
        Self(self.0.saturating_sub(milliseconds(by)))
    }

    pub(crate) fn unix_seconds(self) -> u64 {
        self.0 / 1000
    }

    /// So many milliseconds after 1970.
    #[cfg(test)]
    pub(crate) fn at(milliseconds: u64) -> Self {
        Self(milliseconds)
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX / 4)
}

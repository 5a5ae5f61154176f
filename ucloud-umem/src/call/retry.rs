//! Classes of failed attempts, pauses, and the retry budget.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

use crate::error::Error;
use crate::request::Effect;

/// Longest random pause before the first retry; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// Longest random pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// Shortest pause after a throttled attempt.
const THROTTLED_PAUSE: Duration = Duration::from_secs(1);
/// Longest `Retry-After` that is followed.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// Failed attempt: its class, and the error for the caller if it is not repeated.
pub(crate) type Failed = (RetryClass, Error);

/// Class of a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryClass {
    /// The service never received it.
    NotSent,
    /// The service refused it because of too many calls.
    Throttled { retry_after: Option<Duration> },
    /// It may have been carried out, and the cause may pass.
    Transient { retry_after: Option<Duration> },
    /// The service does not know the security token.
    UnknownToken,
    /// Another attempt would fail in the same way.
    Final,
}

impl RetryClass {
    /// Returns the class of a response with this status, if its body says nothing else.
    pub(crate) fn of_status(status: StatusCode, headers: &HeaderMap) -> Self {
        let retry_after = || retry_after(headers, SystemTime::now());
        match status {
            StatusCode::TOO_MANY_REQUESTS => Self::Throttled { retry_after: retry_after() },
            StatusCode::NOT_IMPLEMENTED | StatusCode::HTTP_VERSION_NOT_SUPPORTED => Self::Final,
            _ if status.is_server_error() => Self::Transient { retry_after: retry_after() },
            _ => Self::Final,
        }
    }

    /// Returns `true` if an action of this effect can be repeated without doing anything twice.
    pub(crate) fn may_repeat(self, effect: Effect) -> bool {
        match self {
            Self::NotSent | Self::Throttled { .. } => true,
            Self::Transient { .. } => {
                matches!(effect, Effect::Read | Effect::Idempotent)
            }
            Self::UnknownToken | Self::Final => false,
        }
    }

    /// Returns the pause after the attempt with this number, from 1; `random` is from 0 to 1.
    pub(crate) fn pause(self, attempt: u32, random: f64) -> Duration {
        let doubled = FIRST_PAUSE.saturating_mul(1 << attempt.saturating_sub(1).min(16));
        let jitter = doubled.min(LONGEST_PAUSE).mul_f64(random.clamp(0.0, 1.0));
        let bounded = |asked: Option<Duration>| asked.unwrap_or_default().min(LONGEST_RETRY_AFTER);
        match self {
            Self::Throttled { retry_after } => bounded(retry_after).max(THROTTLED_PAUSE) + jitter,
            Self::Transient { retry_after } => bounded(retry_after) + jitter,
            Self::NotSent | Self::UnknownToken | Self::Final => jitter,
        }
    }
}

/// Reads `Retry-After`: a number of seconds, or a date.
///
/// A date is compared with the response's own `Date`, so that a wrong clock of this machine does no
/// harm.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let date = |text: &str| httpdate::parse_http_date(text.trim()).ok();
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let asked = text(RETRY_AFTER)?.trim();
    if !asked.is_empty() && asked.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that does not fit is the longest time.
        return Some(Duration::from_secs(asked.parse().unwrap_or(u64::MAX)));
    }
    let now = text(DATE).and_then(date).unwrap_or(now);
    Some(date(asked)?.duration_since(now).unwrap_or_default())
}

/// Retry budget shared by the clones of a client.
///
/// Every retry costs tokens, every success gives one back. In a long outage, a client sends hardly
/// more than one attempt per call.
#[derive(Debug)]
pub(crate) struct RetryBudget(AtomicU32);

impl RetryBudget {
    const FULL: u32 = 500;
    const PER_RETRY: u32 = 5;

    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Pays for a retry, and returns `false` if the budget is used up.
    pub(super) fn withdraw(&self) -> bool {
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(Self::PER_RETRY)
            })
            .is_ok()
    }

    /// Gives one token back after a success.
    pub(super) fn refill(&self) {
        // It fails if the budget is full.
        _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            (left < Self::FULL).then_some(left + 1)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNKNOWN_OUTCOME: RetryClass = RetryClass::Transient { retry_after: None };

    #[test]
    fn pauses_double_up_to_a_bound_and_start_at_nothing() {
        let longest = |attempt| UNKNOWN_OUTCOME.pause(attempt, 1.0).as_millis();
        assert_eq!([1, 2, 3, 6, 7, u32::MAX].map(longest), [200, 400, 800, 6400, 10_000, 10_000]);
        assert_eq!(UNKNOWN_OUTCOME.pause(3, 0.0), Duration::ZERO);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let date = "Wed, 25 Nov 2026 07:28:00 GMT";
        let now = httpdate::parse_http_date(date).expect("a date");
        for (asked, own_date, seconds) in [
            ("Wed, 25 Nov 2026 07:28:30 GMT", None, Some(30)),
            ("Wed, 25 Nov 2026 07:27:30 GMT", None, Some(0)),
            // The service's clock is ten minutes ahead of this machine's.
            ("Wed, 25 Nov 2026 07:38:30 GMT", Some("Wed, 25 Nov 2026 07:38:00 GMT"), Some(30)),
            ("Wed, 25 Nov 2026 07:28:30 GMT", Some("today"), Some(30)),
            ("1.5", None, None),
            ("", None, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, asked.parse().expect("a header"));
            if let Some(own_date) = own_date {
                headers.insert(DATE, own_date.parse().expect("a header"));
            }
            let read = retry_after(&headers, now).map(|asked| asked.as_secs());
            assert_eq!(read, seconds, "{asked:?} at {own_date:?}");
        }
    }
}

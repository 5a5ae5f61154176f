//! Whether a failed attempt may be repeated, and when.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

use crate::request::Effect;

/// The longest pause that is drawn for the first retry; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// No pause is drawn longer than this.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// A service that asks for fewer calls is left alone at least this long.
const THROTTLED_PAUSE: Duration = Duration::from_secs(1);
/// A `Retry-After` beyond this is cut to it.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// What a failed attempt says about trying again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryClass {
    /// The service never received it.
    NotSent,
    /// The service declined it for being one too many.
    Throttled { retry_after: Option<Duration> },
    /// It may have been carried out, and trouble of this kind passes.
    Lost { retry_after: Option<Duration> },
    /// Trying again would fail again.
    Final,
}

impl RetryClass {
    /// Whether an action of this effect may be tried again without doing anything twice.
    pub(crate) fn may_repeat(self, effect: Effect) -> bool {
        match self {
            Self::NotSent | Self::Throttled { .. } => true,
            Self::Lost { .. } => matches!(effect, Effect::Read | Effect::Idempotent),
            Self::Final => false,
        }
    }

    /// How long to wait after the attempt with this number (from 1); `random` is from 0 to 1.
    pub(crate) fn pause(self, attempt: u32, random: f64) -> Duration {
        let doubled = FIRST_PAUSE.saturating_mul(1 << attempt.saturating_sub(1).min(16));
        let jitter = doubled.min(LONGEST_PAUSE).mul_f64(random.clamp(0.0, 1.0));
        let bounded =
            |asked: Option<Duration>| asked.unwrap_or_default().min(LONGEST_RETRY_AFTER);
        match self {
            Self::Throttled { retry_after } => {
                bounded(retry_after).max(THROTTLED_PAUSE) + jitter
            }
            Self::Lost { retry_after } => bounded(retry_after) + jitter,
            Self::NotSent | Self::Final => jitter,
        }
    }
}

/// How long the service asks to be left alone: a number of seconds, or a date.
///
/// A date is measured from the reply's own `Date`, so that a clock of this machine that is wrong does no harm.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let date = |text: &str| httpdate::parse_http_date(text.trim()).ok();
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let asked = text(RETRY_AFTER)?.trim();
    if !asked.is_empty() && asked.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too large for its type is as long as any.
        return Some(Duration::from_secs(asked.parse().unwrap_or(u64::MAX)));
    }
    let now = text(DATE).and_then(date).unwrap_or(now);
    Some(date(asked)?.duration_since(now).unwrap_or_default())
}

/// Retries that a client and its clones have left, so that an outage is not multiplied.
///
/// Every retry takes tokens, every success gives one back: in good times nobody notices, in a long outage a client
/// sends hardly more than one attempt per call.
#[derive(Debug)]
pub(crate) struct RetryBudget(AtomicU32);

impl RetryBudget {
    const FULL: u32 = 500;
    const PER_RETRY: u32 = 5;

    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Takes what a retry costs, if it is there.
    pub(crate) fn take(&self) -> bool {
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(Self::PER_RETRY)
            })
            .is_ok()
    }

    /// Gives one back.
    pub(crate) fn give(&self) {
        // Failing to update means that it is full.
        _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            (left < Self::FULL).then_some(left + 1)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNKNOWN_OUTCOME: RetryClass = RetryClass::Lost { retry_after: None };

    #[test]
    fn what_may_be_repeated_follows_the_effect() {
        use Effect::{Idempotent, NonIdempotent, Read};
        let throttled = RetryClass::Throttled { retry_after: None };

        for (failure, effect, repeat) in [
            (RetryClass::NotSent, Read, true),
            (RetryClass::NotSent, NonIdempotent, true),
            (throttled, Idempotent, true),
            (throttled, NonIdempotent, true),
            (UNKNOWN_OUTCOME, Read, true),
            (UNKNOWN_OUTCOME, Idempotent, true),
            (UNKNOWN_OUTCOME, NonIdempotent, false),
            (RetryClass::Final, Read, false),
        ] {
            assert_eq!(failure.may_repeat(effect), repeat, "{failure:?} {effect:?}");
        }
    }

    #[test]
    fn pauses_double_up_to_a_bound_and_start_at_nothing() {
        let longest = |attempt| UNKNOWN_OUTCOME.pause(attempt, 1.0).as_millis();
        assert_eq!(
            [1, 2, 3, 6, 7, u32::MAX].map(longest),
            [200, 400, 800, 6400, 10_000, 10_000]
        );
        assert_eq!(UNKNOWN_OUTCOME.pause(3, 0.0), Duration::ZERO);
    }

    #[test]
    fn a_throttled_call_waits_at_least_a_second_and_at_most_what_is_bearable() {
        let pause =
            |retry_after| RetryClass::Throttled { retry_after }.pause(1, 0.0).as_secs();
        assert_eq!(pause(None), 1);
        assert_eq!(pause(Some(Duration::ZERO)), 1);
        assert_eq!(pause(Some(Duration::from_secs(3))), 3);
        assert_eq!(pause(Some(Duration::from_secs(1_000_000_000))), 60);
    }

    #[test]
    fn what_the_service_asks_for_is_read_as_seconds_or_as_a_date() {
        let date = "Wed, 25 Nov 2026 07:28:00 GMT";
        let now = httpdate::parse_http_date(date).expect("a date");
        for (asked, replied, seconds) in [
            ("0", None, Some(0)),
            (" 3 ", None, Some(3)),
            ("99999999999999999999999", None, Some(u64::MAX)),
            ("Wed, 25 Nov 2026 07:28:30 GMT", None, Some(30)),
            ("Wed, 25 Nov 2026 07:27:30 GMT", None, Some(0)),
            // The service's clock is ten minutes ahead of this machine's.
            (
                "Wed, 25 Nov 2026 07:38:30 GMT",
                Some("Wed, 25 Nov 2026 07:38:00 GMT"),
                Some(30),
            ),
            ("Wed, 25 Nov 2026 07:28:30 GMT", Some("today"), Some(30)),
            ("-1", None, None),
            ("1.5", None, None),
            ("soon", None, None),
            ("", None, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, asked.parse().expect("a header"));
            if let Some(replied) = replied {
                headers.insert(DATE, replied.parse().expect("a header"));
            }
            let read = retry_after(&headers, now).map(|asked| asked.as_secs());
            assert_eq!(read, seconds, "{asked:?} at {replied:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }

    #[test]
    fn a_service_that_is_down_is_left_alone_as_long_as_it_asks() {
        let pause = |seconds| {
            let retry_after = Some(Duration::from_secs(seconds));
            RetryClass::Lost { retry_after }.pause(1, 0.0).as_secs()
        };
        assert_eq!([0, 7, 1_000_000_000].map(pause), [0, 7, 60]);
    }

    #[test]
    fn an_outage_uses_the_budget_up_and_successes_refill_it() {
        let budget = RetryBudget::new();
        for _ in 0..1000 {
            budget.give();
        }
        assert_eq!((0..10_000).filter(|_| budget.take()).count(), 100);
        for _ in 0..5 {
            budget.give();
        }
        assert!(budget.take() && !budget.take());
    }
}

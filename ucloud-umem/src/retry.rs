//! Whether a failed attempt may be repeated, and when.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

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
pub(crate) enum Failure {
    /// The service never received it.
    NotSent,
    /// The service declined it for being one too many.
    Throttled { retry_after: Option<Duration> },
    /// It may have been carried out, and trouble of this kind passes.
    Lost,
    /// Trying again would fail again.
    Final,
}

impl Failure {
    /// Whether an action of this effect may be tried again without doing anything twice.
    pub(crate) fn may_repeat(self, effect: Effect) -> bool {
        match self {
            Self::NotSent | Self::Throttled { .. } => true,
            Self::Lost => matches!(effect, Effect::Read | Effect::Idempotent),
            Self::Final => false,
        }
    }

    /// How long to wait after the attempt with this number (from 1); `random` is from 0 to 1.
    pub(crate) fn pause(self, attempt: u32, random: f64) -> Duration {
        let doubled = FIRST_PAUSE.saturating_mul(1 << attempt.saturating_sub(1).min(16));
        let jitter = doubled.min(LONGEST_PAUSE).mul_f64(random.clamp(0.0, 1.0));
        match self {
            Self::Throttled { retry_after } => {
                let asked = retry_after.unwrap_or_default().min(LONGEST_RETRY_AFTER);
                asked.max(THROTTLED_PAUSE) + jitter
            }
            _ => jitter,
        }
    }
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

    #[test]
    fn what_may_be_repeated_follows_the_effect() {
        use Effect::{Idempotent, NonIdempotent, Read};
        let throttled = Failure::Throttled { retry_after: None };
        for (failure, effect, repeat) in [
            (Failure::NotSent, Read, true),
            (Failure::NotSent, NonIdempotent, true),
            (throttled, Idempotent, true),
            (throttled, NonIdempotent, true),
            (Failure::Lost, Read, true),
            (Failure::Lost, Idempotent, true),
            (Failure::Lost, NonIdempotent, false),
            (Failure::Final, Read, false),
        ] {
            assert_eq!(failure.may_repeat(effect), repeat, "{failure:?} {effect:?}");
        }
    }

    #[test]
    fn pauses_double_up_to_a_bound_and_start_at_nothing() {
        let longest = |attempt| Failure::Lost.pause(attempt, 1.0).as_millis();
        assert_eq!(
            [1, 2, 3, 6, 7, u32::MAX].map(longest),
            [200, 400, 800, 6400, 10_000, 10_000]
        );
        assert_eq!(Failure::Lost.pause(3, 0.0), Duration::ZERO);
    }

    #[test]
    fn a_throttled_call_waits_at_least_a_second_and_at_most_what_is_bearable() {
        let pause =
            |retry_after| Failure::Throttled { retry_after }.pause(1, 0.0).as_secs();
        assert_eq!(pause(None), 1);
        assert_eq!(pause(Some(Duration::ZERO)), 1);
        assert_eq!(pause(Some(Duration::from_secs(3))), 3);
        assert_eq!(pause(Some(Duration::from_secs(1_000_000_000))), 60);
    }

    #[test]
    fn an_outage_uses_the_budget_up_and_successes_refill_it() {
        let budget = RetryBudget::new();
        assert_eq!((0..10_000).filter(|_| budget.take()).count(), 100);
        for _ in 0..5 {
            budget.give();
        }
        assert!(budget.take() && !budget.take());
    }
}

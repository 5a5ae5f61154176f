//! Retry loop of a call.

use std::time::Duration;

use tokio::time::Instant;

use super::retry::{RetryBudget, RetryClass};
use crate::error::{Error, NoRetry, Outcome, Result};
use crate::request::Effect;

/// Failed attempt: its class, and the error for the caller if it is not repeated.
pub(crate) type Failed = (RetryClass, Error);

/// Attempts of one call.
pub(super) trait Attempts: Send {
    /// Signed form of one attempt.
    type Form: Send;
    /// Result of an attempt that succeeds.
    type Output: Send;

    /// Signs the next attempt. An error ends the call.
    fn prepare(&mut self) -> impl Future<Output = Result<Self::Form>> + Send;

    /// Sends the attempt with this number, from 1.
    fn send(
        &mut self,
        form: Self::Form,
        number: u32,
    ) -> impl Future<Output = Result<Self::Output, Failed>> + Send;

    /// Gets other credentials for the next attempt; otherwise returns `error`, which ends the call.
    fn refresh(&mut self, error: Error) -> impl Future<Output = Result<()>> + Send;

    /// Reports the end of an attempt, and the pause before the next one.
    fn report(&self, result: Result<&Self::Output, &Error>, retry_in: Option<Duration>);
}

/// Clock, sleep and randomness of the loop.
pub(super) trait Timing: Sync {
    /// Returns the current time.
    fn now(&self) -> Instant;

    /// Waits for a duration.
    fn sleep(&self, pause: Duration) -> impl Future<Output = ()> + Send;

    /// Returns a random number from 0 to 1.
    fn random(&self) -> f64;
}

/// Timing of real calls. Tests can pause the clock of tokio.
pub(super) struct RealTiming;

impl Timing for RealTiming {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn sleep(&self, pause: Duration) -> impl Future<Output = ()> + Send {
        tokio::time::sleep(pause)
    }

    fn random(&self) -> f64 {
        fastrand::f64()
    }
}

/// Sends attempts until one succeeds, an error is final, or the policy ends the call.
pub(super) async fn run<A: Attempts>(
    attempts: &mut A,
    policy: &RetryPolicy<'_>,
    timing: &impl Timing,
) -> Result<A::Output> {
    let (mut number, mut is_unknown, mut may_refresh) = (0, false, true);
    loop {
        // An earlier attempt may have been carried out, whatever happens to this one.
        let mark = |error: Error, is_unknown| {
            if is_unknown { error.with_unknown_outcome() } else { error }
        };
        let form = attempts.prepare().await.map_err(|error| mark(error, is_unknown))?;
        number += 1;
        let (class, error) = match attempts.send(form, number).await {
            Ok(output) => {
                policy.budget.refill();
                attempts.report(Ok(&output), None);
                return Ok(output);
            }
            Err(failed) => failed,
        };
        is_unknown |= error.outcome() == Outcome::Unknown;
        let error = mark(error, is_unknown).with_retryable(class.may_repeat(policy.effect));
        match policy.decide(class, number, may_refresh, timing) {
            Step::Repeat(pause) => {
                attempts.report(Err(&error), Some(pause));
                timing.sleep(pause).await;
            }
            Step::Refresh => {
                attempts.report(Err(&error), Some(Duration::ZERO));
                attempts.refresh(error).await?;
                may_refresh = false;
            }
            Step::Stop(reason) => {
                let error = error.with_no_retry(reason);
                attempts.report(Err(&error), None);
                return Err(error);
            }
        }
    }
}

/// Limits of the retries of one call.
pub(super) struct RetryPolicy<'a> {
    pub(super) effect: Effect,
    pub(super) max_attempts: u32,
    pub(super) deadline: Option<Instant>,
    pub(super) budget: &'a RetryBudget,
}

/// Next step after a failed attempt.
enum Step {
    /// Repeat after this pause.
    Repeat(Duration),
    /// Repeat at once with other credentials.
    Refresh,
    /// End the call, because of a limit or because the error is final.
    Stop(Option<NoRetry>),
}

impl RetryPolicy<'_> {
    /// Decides what follows the failed attempt with this number.
    fn decide(
        &self,
        class: RetryClass,
        number: u32,
        may_refresh: bool,
        timing: &impl Timing,
    ) -> Step {
        let is_last = number >= self.max_attempts;
        if class == RetryClass::UnknownToken && may_refresh && !is_last {
            return Step::Refresh;
        }
        if !class.may_repeat(self.effect) {
            return Step::Stop(None);
        }
        if is_last {
            return Step::Stop(Some(NoRetry::MaxAttempts));
        }
        let pause = class.pause(number, timing.random());
        if self.deadline.is_some_and(|deadline| timing.now() + pause >= deadline) {
            return Step::Stop(Some(NoRetry::Deadline));
        }
        if !self.budget.withdraw() {
            return Step::Stop(Some(NoRetry::Budget));
        }
        Step::Repeat(pause)
    }
}

#[cfg(test)]
mod tests;

//! Retry loop of a call.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::attempt::CallAttempts;
use super::retry::RetryClass;
use crate::error::{Error, NoRetry, Outcome, Result};
use crate::response::Metadata;

/// Next step after a failed attempt.
enum Step {
    /// Repeat after this pause.
    Repeat(Duration),
    /// Repeat at once with other credentials.
    Refresh,
    /// End the call, because of a limit or because the error is final.
    Stop(Option<NoRetry>),
}

impl CallAttempts<'_, '_, '_> {
    /// Sends attempts until one succeeds, an error is final, or a limit ends the call.
    pub(super) async fn run(&mut self) -> Result<Metadata> {
        let (mut is_unknown, mut may_refresh) = (false, true);
        loop {
            // An earlier attempt may have been carried out, whatever happens to this one.
            let mark = |error: Error, is_unknown| {
                if is_unknown { error.with_unknown_outcome() } else { error }
            };
            let attempt = self.prepare().await.map_err(|error| mark(error, is_unknown))?;
            let (class, error) = match self.send(attempt).await {
                Ok(metadata) => {
                    self.draft.shared.budget.refill();
                    self.span.end_attempt(Ok(&metadata), None);
                    return Ok(metadata);
                }
                Err(failed) => failed,
            };
            is_unknown |= error.outcome() == Outcome::Unknown;
            let may_repeat = class.may_repeat(self.draft.action.effect);
            let error = mark(error, is_unknown).with_retryable(may_repeat);
            match self.next_step(class, may_refresh) {
                Step::Repeat(pause) => {
                    self.span.end_attempt(Err(&error), Some(pause));
                    sleep(pause).await;
                }
                Step::Refresh => {
                    self.span.end_attempt(Err(&error), Some(Duration::ZERO));
                    self.refresh(error).await?;
                    may_refresh = false;
                }
                Step::Stop(reason) => {
                    let error = error.with_no_retry(reason);
                    self.span.end_attempt(Err(&error), None);
                    return Err(error);
                }
            }
        }
    }

    /// Decides what follows a failed attempt of this class.
    fn next_step(&self, class: RetryClass, may_refresh: bool) -> Step {
        let shared = self.draft.shared;
        let number = self.span.attempts();
        let is_last = number >= self.draft.options.max_attempts.unwrap_or(shared.max_attempts);
        if class == RetryClass::UnknownToken && may_refresh && !is_last {
            return Step::Refresh;
        }
        if !class.may_repeat(self.draft.action.effect) {
            return Step::Stop(None);
        }
        if is_last {
            return Step::Stop(Some(NoRetry::MaxAttempts));
        }
        let pause = class.pause(number, fastrand::f64());
        if self.deadline.is_some_and(|deadline| Instant::now() + pause >= deadline) {
            return Step::Stop(Some(NoRetry::Deadline));
        }
        if !shared.budget.withdraw() {
            return Step::Stop(Some(NoRetry::Budget));
        }
        Step::Repeat(pause)
    }
}

//! A call, from the parameters to the response.
//!
//! [`Draft::send`] resolves the scope, and `retry_loop` sends attempts. Each attempt asks
//! `token_refresh` for credentials, is signed by `sign`, changed by `intercept`, sent by `attempt`,
//! classified by `classify` and reported by `telemetry`.

mod attempt;
mod classify;
mod deadline;
mod draft;
mod intercept;
mod retry;
mod retry_loop;
mod scope;
mod shared;
mod sign;
mod telemetry;
mod token_refresh;

use tokio::time::Instant;
use tracing::Instrument as _;

use crate::error::{Error, Outcome, Result};
use crate::request::{Action, Effect};
use crate::response::Metadata;
use attempt::CallAttempts;
use classify::Read;
use telemetry::CallSpan;
use token_refresh::CallCredentials;

pub(crate) use classify::no_response;
pub(crate) use deadline::{KeptTimer, earlier, end_of, within};
pub(crate) use draft::Draft;
pub(crate) use intercept::Interception;
pub(crate) use retry::{Failed, RetryBudget, RetryClass};
pub(crate) use scope::Scope;
pub(crate) use shared::Shared;
#[cfg(test)]
pub(crate) use sign::pairs;

impl Draft<'_> {
    /// Sends the request, retrying as its effect allows, and reads the response.
    pub(crate) async fn send(&self, read: &mut Read<'_>) -> Result<Metadata> {
        let start = Instant::now();
        let mut span = CallSpan::new(self.shared, self.action.name, start);
        let entered = span.span().clone();
        let call = async {
            let result = self.send_attempts(read, start, &mut span).await;
            let result = result.map_err(|error| {
                let error = error.with_action(self.action.name);
                with_advice(error.with_attempts(span.attempts()), &self.action)
            });
            span.end(result.as_ref());
            result
        };
        call.instrument(entered).await
    }

    async fn send_attempts(
        &self,
        read: &mut Read<'_>,
        start: Instant,
        span: &mut CallSpan<'_>,
    ) -> Result<Metadata> {
        let Draft { shared, scope, action, options, .. } = self;
        let deadline = deadline::end_of(start, options.deadline.or(shared.deadline));
        let provider = &*shared.credentials;
        let location = scope.find_location(provider, action, options, deadline).await?;
        let mut attempts = CallAttempts {
            draft: self,
            scope: scope.resolve(action, options, &location)?,
            credentials: CallCredentials::new(provider, deadline),
            deadline,
            read,
            span,
        };
        attempts.run().await
    }
}

/// Adds advice for a call that may have taken effect.
fn with_advice(error: Error, action: &Action<'_>) -> Error {
    match (error.outcome(), action.effect, action.verify) {
        (Outcome::Unknown, _, Some(verify)) => {
            error.with_advice(format!("it may have taken effect: check with {verify}"))
        }
        (Outcome::Unknown, Effect::NonIdempotent, None) => {
            error.with_advice("it may have taken effect".to_owned())
        }
        _ => error,
    }
}

//! One call, from its parameters to its reply: the attempts, and when there is another one.

mod attempt;
mod scope;

use std::time::Duration;

use tokio::time::Instant;
use tracing::Instrument as _;

use crate::client::{Client, Shared};
use crate::credentials::{Credentials, Location, failed};
use crate::decode::DecodeReport;
use crate::encode::EncodeForm;
use crate::error::{Error, ErrorKind, NoRetry, Outcome, Result};
use crate::observer::CallSpan;
use crate::request::{Action, Effect, Options, Presence, Zone};
use crate::response::Metadata;

pub(crate) use scope::Scope;
#[cfg(test)]
pub(crate) use scope::pairs_of;

/// The gateway's RetCode for a security token that it does not know.
const TOKEN_NOT_FOUND: i64 = 174;

/// Reads a reply's text into whatever the caller wants of it.
pub(crate) type Read<'a> = dyn FnMut(&str) -> Result<DecodeReport> + Send + 'a;

/// Sends the request as often as its effect allows, until a reply is read or the error is final.
pub(crate) async fn call(
    client: &Client,
    action: &Action<'_>,
    options: &Options,
    request: &(dyn EncodeForm + Sync),
    read: &mut Read<'_>,
) -> Result<Metadata> {
    let mut watch = CallSpan::begin(client, action.name);
    let span = watch.span().clone();
    let call = async {
        let result =
            attempt_all(client, action, options, request, read, &mut watch).await;
        let result = result.map_err(|error| {
            let error = error.with_action(action.name).with_attempts(watch.attempts());
            with_advice(error, action)
        });
        watch.end(result.as_ref());
        result
    };
    call.instrument(span).await
}

/// Adds what a caller can do if it is not known whether the action took effect.
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

async fn attempt_all(
    client: &Client,
    action: &Action<'_>,
    options: &Options,
    request: &(dyn EncodeForm + Sync),
    read: &mut Read<'_>,
    watch: &mut CallSpan<'_>,
) -> Result<Metadata> {
    let shared = client.shared();
    let most = options.max_attempts.unwrap_or(shared.max_attempts);
    let deadline = deadline(client, options);
    let timeout = options.attempt_timeout.unwrap_or(shared.attempt_timeout);
    let location = find_location(client, action, options, deadline).await?;
    let scope = Scope::of(client, action, options, &location)?;
    // Whether an attempt may have been carried out.
    let mut unknown = false;
    // What took the place of credentials that the service did not know, which happens once.
    let mut renewed = TokenRefresh::NotYet;
    loop {
        let credentials = match renewed.take() {
            Some(credentials) => Ok(credentials),
            None => find_credentials(shared, deadline).await,
        };
        let signed = credentials.and_then(|credentials| {
            if deadline.is_some_and(|deadline| deadline <= Instant::now()) {
                return Err(deadline_error("no attempt was begun"));
            }
            let form = scope.sign(action, options, request, &credentials)?;
            Ok((credentials, form))
        });
        let (credentials, form) = match signed {
            Ok(signed) => signed,
            Err(error) if unknown => return Err(error.with_unknown_outcome()),
            Err(error) => return Err(error),
        };
        let number = watch.start_attempt();
        let sent = attempt::send(client, &form, timeout, deadline).await;
        let received =
            sent.and_then(|reply| attempt::receive(&reply, number, &form, read));
        let (failure, error) = match received {
            Ok(metadata) => {
                shared.budget.give();
                watch.attempt_ended(Ok(&metadata), None);
                return Ok(metadata);
            }
            Err(failed) => failed,
        };
        unknown |= error.outcome() == Outcome::Unknown;
        let error = error.with_action(action.name).with_attempts(number);
        let error = error.with_retryable(failure.may_repeat(action.effect));
        let error = if unknown { error.with_unknown_outcome() } else { error };
        let rejected =
            error.ret_code().is_some_and(|code| code.number() == TOKEN_NOT_FOUND);
        let pause = failure.pause(number, fastrand::f64());
        let (pause, error) = if rejected {
            let again = number < most && renewed == TokenRefresh::NotYet;
            (again.then_some(Duration::ZERO), error)
        } else if !failure.may_repeat(action.effect) {
            (None, error)
        } else if number >= most {
            (None, error.with_no_retry(NoRetry::MaxAttempts))
        } else if deadline.is_some_and(|deadline| Instant::now() + pause >= deadline) {
            (None, error.with_no_retry(NoRetry::Deadline))
        } else if !shared.budget.take() {
            (None, error.with_no_retry(NoRetry::Budget))
        } else {
            (Some(pause), error)
        };
        watch.attempt_ended(Err(&error), pause);
        if rejected {
            shared.credentials.reject(&credentials);
        }
        let Some(pause) = pause else { return Err(error) };
        if !rejected {
            tokio::time::sleep(pause).await;
            continue;
        }
        match find_credentials(shared, deadline).await {
            Ok(others) if !others.sign_like(&credentials) => {
                renewed = TokenRefresh::ToUse(others);
            }
            // The same keys would be answered with the same.
            Ok(_) => return Err(error),
            Err(source) => return Err(error.with_source(source)),
        }
    }
}

/// When the call has to be over.
pub(crate) fn deadline(client: &Client, options: &Options) -> Option<Instant> {
    let length = options.deadline.or(client.shared().deadline)?;
    // A deadline too far away to be named is none.
    Instant::now().checked_add(length)
}

/// Credentials that were fetched because the service did not know the token of those before.
#[derive(PartialEq)]
enum TokenRefresh {
    NotYet,
    ToUse(Credentials),
    Used,
}

impl TokenRefresh {
    fn take(&mut self) -> Option<Credentials> {
        match std::mem::replace(self, Self::Used) {
            Self::ToUse(credentials) => Some(credentials),
            Self::NotYet => {
                *self = Self::NotYet;
                None
            }
            Self::Used => None,
        }
    }
}

pub(crate) async fn find_credentials(
    shared: &Shared,
    deadline: Option<Instant>,
) -> Result<Credentials> {
    match within(deadline, shared.credentials.credentials()).await {
        Some(Ok(credentials)) => Ok(credentials),
        Some(Err(source)) => Err(failed(source)),
        None => Err(deadline_error("no credentials")),
    }
}

/// Where the source of credentials is, asked only where that matters to the call.
pub(crate) async fn find_location(
    client: &Client,
    action: &Action<'_>,
    options: &Options,
    deadline: Option<Instant>,
) -> Result<Location> {
    let added = |name: &str| options.added.iter().any(|(added, _)| added == name);
    let own_region = options.region.as_deref().or(client.region());
    let takes = |name: &str, presence| presence != Presence::Absent && !added(name);
    let region = takes("Region", action.region) && own_region.is_none();
    let zone = takes("Zone", action.zone)
        && matches!(options.zone, Zone::Inherited)
        && client.zone_in(own_region).is_none();
    if !region && !zone {
        return Ok(Location::default());
    }
    let needed = (region && action.region == Presence::Required)
        || (zone && action.zone == Presence::Required);
    match within(deadline, client.shared().credentials.location()).await {
        Some(Ok(location)) => Ok(location),
        // What the call can do without is no reason to fail.
        Some(Err(source)) if !needed => {
            tracing::debug!(error = %source, "region and zone of the host are not known");
            Ok(Location::default())
        }
        Some(Err(source)) => Err(failed(source)),
        None => Err(deadline_error("no region and zone")),
    }
}

fn deadline_error(what: &str) -> Error {
    let problem = format!("{what} within the allowed time");
    Error::new(ErrorKind::Timeout, Outcome::NotSent, problem)
}

/// What the future gives, if it does so in time.
async fn within<F: Future>(until: Option<Instant>, future: F) -> Option<F::Output> {
    match until {
        Some(until) => tokio::time::timeout_at(until, future).await.ok(),
        None => Some(future.await),
    }
}

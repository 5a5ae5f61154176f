//! One call, from its parameters to its reply: the attempts, and what each failure means.

use std::time::Duration;

use bytes::Bytes;
use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};
use tokio::time::Instant;

use crate::RetCode;
use crate::client::{Client, Shared};
use crate::credentials::{Credentials, Location, failed};
use crate::decode::Notes;
use crate::encode::{Parameters, SignedForm, signed_form};
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::request::{Action, Effect, Options, Presence, Zone};
use crate::response::Metadata;
use crate::retry::Failure;
use crate::transport::{Cause, HttpRequest, HttpResponse, Sent, TransportError};

/// The header that names a call for the vendor's support.
const REQUEST_ID: &str = "x-ucloud-request-uuid";

/// The gateway's RetCode for a security token that it does not know.
const TOKEN_NOT_FOUND: i64 = 174;

/// Most characters of a body that an error quotes.
const QUOTED: usize = 200;

/// Reads a reply's text into whatever the caller wants of it.
pub(crate) type Read<'a> = dyn FnMut(&str) -> Result<Notes> + Send + 'a;

/// Sends the request as often as its effect allows, until a reply is read or the error is final.
pub(crate) async fn call(
    client: &Client,
    action: &Action<'_>,
    options: &Options,
    request: &(dyn Parameters + Sync),
    read: &mut Read<'_>,
) -> Result<Metadata> {
    let mut attempts = 0;
    let result =
        attempt_all(client, action, options, request, read, &mut attempts).await;
    result.map_err(|error| {
        let error = error.with_action(action.name).with_attempts(attempts);
        match (error.outcome(), action.effect, action.verify) {
            (Outcome::Unknown, Effect::NonIdempotent, Some(verify)) => {
                error.with_advice(format!("whether it took effect, {verify} tells"))
            }
            (Outcome::Unknown, Effect::NonIdempotent, None) => {
                error.with_advice("it may have taken effect".to_owned())
            }
            _ => error,
        }
    })
}

async fn attempt_all(
    client: &Client,
    action: &Action<'_>,
    options: &Options,
    request: &(dyn Parameters + Sync),
    read: &mut Read<'_>,
    attempts: &mut u32,
) -> Result<Metadata> {
    let shared = client.shared();
    let most = options.max_attempts.unwrap_or(shared.max_attempts).max(1);
    let deadline = deadline(client, options);
    let timeout = options.attempt_timeout.unwrap_or(shared.attempt_timeout);
    let location = find_location(client, action, options, deadline).await?;
    let place = Place::of(client, action, options, &location)?;
    // Whether an attempt may have been carried out.
    let mut unknown = false;
    // What took the place of credentials that the service did not know, which happens once.
    let mut renewed = Renewed::NotYet;
    loop {
        let credentials = match renewed.take() {
            Some(credentials) => Ok(credentials),
            None => find_credentials(shared, deadline).await,
        };
        let signed = credentials.and_then(|credentials| {
            let form = place.sign(action, options, request, &credentials)?;
            Ok((credentials, form))
        });
        let (credentials, form) = match signed {
            Ok(signed) => signed,
            Err(error) if unknown => return Err(error.with_unknown_outcome()),
            Err(error) => return Err(error),
        };
        *attempts += 1;
        let sent = send(client, form.body().clone(), timeout, deadline).await;
        let (failure, error) =
            match sent.and_then(|reply| receive(&reply, *attempts, &form, read)) {
                Ok(metadata) => {
                    shared.budget.give();
                    return Ok(metadata);
                }
                Err(failed) => failed,
            };
        if error.ret_code().is_some_and(|code| code.number() == TOKEN_NOT_FOUND) {
            let error = if unknown { error.with_unknown_outcome() } else { error };
            shared.credentials.reject(&credentials);
            if renewed != Renewed::NotYet || *attempts >= most {
                return Err(error);
            }
            match find_credentials(shared, deadline).await {
                Ok(others) if !others.sign_like(&credentials) => {
                    renewed = Renewed::ToUse(others);
                    continue;
                }
                // The same keys would be answered with the same.
                Ok(_) => return Err(error),
                Err(source) => return Err(error.with_source(source)),
            }
        }
        unknown |= error.outcome() == Outcome::Unknown;
        let error = error.with_retryable(failure.may_repeat(action.effect));
        let error = if unknown { error.with_unknown_outcome() } else { error };
        if !failure.may_repeat(action.effect)
            || *attempts >= most
            || !shared.budget.take()
        {
            return Err(error);
        }
        let pause = failure.pause(*attempts, fastrand::f64());
        if deadline.is_some_and(|deadline| Instant::now() + pause >= deadline) {
            return Err(error);
        }
        tokio::time::sleep(pause).await;
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
enum Renewed {
    NotYet,
    ToUse(Credentials),
    Used,
}

impl Renewed {
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
        None => Err(late("no credentials")),
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
    let takes = |name: &str, presence| presence != Presence::Absent && !added(name);
    let region = takes("Region", action.region)
        && options.region.is_none()
        && client.region().is_none();
    let zone = takes("Zone", action.zone)
        && matches!(options.zone, Zone::Inherited)
        && client.zone().is_none();
    if !region && !zone {
        return Ok(Location::default());
    }
    match within(deadline, client.shared().credentials.location()).await {
        Some(Ok(location)) => Ok(location),
        Some(Err(source)) => Err(failed(source)),
        None => Err(late("no region and zone")),
    }
}

fn late(what: &str) -> Error {
    let problem = format!("{what} within the allowed time");
    Error::new(ErrorKind::Timeout, Outcome::NotSent, problem)
}

/// A failed attempt: whether it may be repeated, and the error if it is not.
type Failed = (Failure, Error);

/// Sends one signed request, within the attempt's time and the call's.
async fn send(
    client: &Client,
    body: Bytes,
    timeout: Duration,
    deadline: Option<Instant>,
) -> Result<HttpResponse, Failed> {
    let shared = client.shared();
    let request = HttpRequest::new(
        shared.base_url.clone(),
        shared.headers.clone(),
        body,
        shared.max_reply,
    );
    let until = Instant::now().checked_add(timeout);
    let until = match (until, deadline) {
        (Some(until), Some(deadline)) => Some(until.min(deadline)),
        (until, deadline) => until.or(deadline),
    };
    match within(until, shared.transport.send(request)).await {
        Some(Ok(response)) => Ok(response),
        Some(Err(error)) => Err(no_reply(error)),
        None => Err((
            Failure::Lost,
            Error::new(
                ErrorKind::Timeout,
                Outcome::Unknown,
                "no reply within the allowed time",
            ),
        )),
    }
}

/// What the future gives, if it does so in time.
async fn within<F: Future>(until: Option<Instant>, future: F) -> Option<F::Output> {
    match until {
        Some(until) => tokio::time::timeout_at(until, future).await.ok(),
        None => Some(future.await),
    }
}

/// Leaves out what the service said, where that repeats a secret of the request.
///
/// The whole body is looked through, because what is quoted of it may end within a secret.
fn without_secrets(error: Error, body: &[u8], form: &SignedForm) -> Error {
    let secrets = form.secrets();
    if secrets.appear_in(&String::from_utf8_lossy(body))
        || secrets.appear_in(error.message())
    {
        error.with_message(
            "the service's answer repeats a secret of the request and is not shown",
        )
    } else {
        error
    }
}

fn no_reply(error: TransportError) -> Failed {
    let kind = match error.cause() {
        Cause::Connection => ErrorKind::Connect,
        Cause::Timeout => ErrorKind::Timeout,
        Cause::Malformed => ErrorKind::Protocol,
        Cause::Unanswered => ErrorKind::InvalidRequest,
    };
    let (failure, outcome) = match error.sent() {
        Sent::NotSent => (Failure::NotSent, Outcome::NotSent),
        Sent::MaybeSent => (Failure::Lost, Outcome::Unknown),
    };
    let failure = if error.is_permanent() { Failure::Final } else { failure };
    let failed = Error::new(kind, outcome, error.to_string());
    let failed = match error.into_source() {
        Some(source) => failed.with_source(source),
        None => failed,
    };
    (failure, failed)
}

/// Makes a result of what came back.
fn receive(
    response: &HttpResponse,
    attempts: u32,
    form: &SignedForm,
    read: &mut Read<'_>,
) -> Result<Metadata, Failed> {
    let HttpResponse { status, headers, body } = response;
    let request_id =
        headers.get(REQUEST_ID).and_then(|id| id.to_str().ok()).map(str::to_owned);
    match read_body(*status, body, read) {
        Ok(notes) => Ok(Metadata::received(
            request_id,
            *status,
            attempts,
            body.clone(),
            notes.missing,
        )),
        Err(error) => {
            let failure = judge(*status, headers, &error);
            let error = without_secrets(error, body, form);
            Err((failure, error.with_request_id(request_id).with_status(*status)))
        }
    }
}

/// Reads the body; with a status other than success, what it says of the failure.
fn read_body(status: StatusCode, body: &Bytes, read: &mut Read<'_>) -> Result<Notes> {
    let text = std::str::from_utf8(body);
    if status.is_success() {
        let text = text.map_err(|error| {
            Error::protocol("the reply is not UTF-8 text").with_source(error)
        })?;
        return read(text).map_err(|error| match error.kind() {
            ErrorKind::Protocol if body.is_empty() => {
                Error::protocol("the reply is empty")
            }
            _ => error,
        });
    }
    let outcome =
        if status.is_server_error() { Outcome::Unknown } else { Outcome::Refused };
    if let Ok(Err(error)) = text.map(read) {
        if error.ret_code().is_some() {
            return Err(match status {
                StatusCode::TOO_MANY_REQUESTS => {
                    error.with_kind(ErrorKind::Throttled, Outcome::Refused)
                }
                _ => error,
            });
        }
    }
    let (kind, outcome) = match status {
        StatusCode::TOO_MANY_REQUESTS => (ErrorKind::Throttled, Outcome::Refused),
        _ => (ErrorKind::Http, outcome),
    };
    let message = if status.is_redirection() {
        "the service answered with a redirect, which a signed request does not follow"
            .to_owned()
    } else {
        format!("the service answered {:?}", excerpt(body))
    };
    Err(Error::new(kind, outcome, message))
}

/// What a reply that is an error says about trying again.
fn judge(status: StatusCode, headers: &HeaderMap, error: &Error) -> Failure {
    if error.kind() == ErrorKind::Throttled {
        let seconds = headers.get(RETRY_AFTER).and_then(|after| after.to_str().ok());
        let seconds = seconds.and_then(|seconds| seconds.trim().parse().ok());
        return Failure::Throttled { retry_after: seconds.map(Duration::from_secs) };
    }
    let temporary = error.ret_code().is_some_and(RetCode::is_temporary);
    let broken = matches!(status.as_u16(), 500 | 502 | 503 | 504);
    if temporary || broken { Failure::Lost } else { Failure::Final }
}

fn excerpt(body: &Bytes) -> String {
    String::from_utf8_lossy(body).chars().take(QUOTED).collect()
}

/// Where a call goes.
pub(crate) struct Place<'a> {
    region: Option<&'a str>,
    zone: Option<&'a str>,
    project_id: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub(crate) fn of(
        client: &'a Client,
        action: &Action<'_>,
        options: &'a Options,
        location: &'a Location,
    ) -> Result<Self> {
        let added = |name: &str| options.added.iter().any(|(added, _)| added == name);
        let find = |name: &str, presence, value: Option<&'a str>| match (presence, value)
        {
            (Presence::Absent, _) => Ok(None),
            (Presence::Required, None) if !added(name) => {
                let setter = name.to_lowercase();
                Err(Error::invalid_request(format!(
                    "it needs a {name}: give it to the call (`.{setter}(..)`), to the client \
                     (`.with_{setter}(..)`) or to the environment (`UCLOUD_{}`)",
                    name.to_uppercase()
                )))
            }
            (_, value) => Ok(value),
        };
        let region = options.region.as_deref().or(client.region());
        let found = location.region.as_deref();
        let zone = match &options.zone {
            // A zone belongs to a region.
            Zone::Inherited => client.zone().or(location
                .zone
                .as_deref()
                .filter(|_| region.is_none() || region == found)),
            Zone::Left => None,
            Zone::Set(zone) => Some(zone.as_str()),
        };
        Ok(Self {
            region: find("Region", action.region, region.or(found))?,
            zone: find("Zone", action.zone, zone)?,
            project_id: options.project_id.as_deref().or(client.project_id()),
        })
    }

    pub(crate) fn sign(
        &self,
        action: &Action<'_>,
        options: &Options,
        request: &dyn Parameters,
        credentials: &Credentials,
    ) -> Result<SignedForm> {
        credentials.check()?;
        let common = [
            ("Action", Some(action.name)),
            ("ProjectId", self.project_id.or(credentials.project_id())),
            ("PublicKey", Some(credentials.public_key())),
            ("Region", self.region),
            ("SecurityToken", credentials.security_token()),
            ("Zone", self.zone),
        ];
        let mut others = Vec::with_capacity(common.len() + options.added.len());
        for (name, value) in &options.added {
            if matches!(
                name.as_str(),
                "Action" | "PublicKey" | "SecurityToken" | "Signature"
            ) {
                return Err(Error::invalid_request(format!(
                    "{name} cannot be added by name"
                )));
            }
            others.push((name.as_str(), value.as_str()));
        }
        for (name, value) in common {
            let Some(value) = value else { continue };
            // What is added by name wins.
            if let Err(index) = others.binary_search_by(|(other, _)| (*other).cmp(name))
            {
                others.insert(index, (name, value));
            }
        }
        signed_form(request, &others, credentials.private_key())
    }
}

/// The pairs that a request sends, without its signature.
#[cfg(test)]
pub(crate) fn pairs_of<R: crate::request::Request>(
    client: &Client,
    request: &R,
) -> Vec<(String, String)> {
    let location = Location::default();
    let place =
        Place::of(client, &R::ACTION, request.options(), &location).expect("a place");
    let credentials = Credentials::new("public", "private");
    let form = place
        .sign(&R::ACTION, request.options(), request, &credentials)
        .expect("the request can be written");
    let pairs = form_urlencoded::parse(form.body()).into_owned();
    pairs.filter(|(name, _)| name != "Signature").collect()
}

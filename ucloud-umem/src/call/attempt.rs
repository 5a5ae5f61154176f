//! One attempt: what is sent, and what the reply or its absence means.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::CONTENT_ENCODING;
use http::{HeaderMap, StatusCode};
use tokio::time::Instant;

use super::{Read, within};
use crate::client::Client;
use crate::decode::DecodeReport;
use crate::encode::SignedForm;
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::response::Metadata;
use crate::retry::{RetryClass, retry_after};
use crate::secret::Secrets;
use crate::transport::{
    Cause, HttpRequest, HttpResponse, PROXY_AUTHORIZATION_ADVICE, Sent, TransportError,
    causes, request_id,
};

/// It may have been carried out, and the service said nothing of when to try again.
const UNKNOWN_OUTCOME: RetryClass = RetryClass::Lost { retry_after: None };

/// Most characters of a body that an error quotes.
const QUOTED: usize = 200;

/// Most characters of a body that an error keeps.
const KEPT: usize = 4000;

/// A failed attempt: whether it may be repeated, and the error if it is not.
pub(super) type Failed = (RetryClass, Error);

/// Sends one signed request, within the attempt's time and the call's.
pub(super) async fn send(
    client: &Client,
    form: &SignedForm,
    timeout: Duration,
    deadline: Option<Instant>,
) -> Result<HttpResponse, Failed> {
    let shared = client.shared();
    let request = HttpRequest::post(
        shared.base_url.clone(),
        shared.headers.clone(),
        form,
        shared.max_reply,
    );
    let until = Instant::now().checked_add(timeout);
    let until = match (until, deadline) {
        (Some(until), Some(deadline)) => Some(until.min(deadline)),
        (until, deadline) => until.or(deadline),
    };
    match within(until, shared.transport.send(request)).await {
        Some(Ok(response)) => Ok(response),
        Some(Err(error)) => Err(no_reply(error, &form.secrets())),
        None => Err((
            UNKNOWN_OUTCOME,
            Error::new(
                ErrorKind::Timeout,
                Outcome::Unknown,
                "no response within the allowed time",
            ),
        )),
    }
}

/// Adds the body to the error, or, where that repeats a secret of the request, leaves out all that the service said.
///
/// The whole body is looked through, because what is quoted of it may end within a secret.
fn with_body(error: Error, body: &[u8], secrets: &Secrets) -> Error {
    let text = String::from_utf8_lossy(body);
    if secrets.appear_in(&text) || secrets.appear_in(error.message()) {
        error.with_message(
            "the service's answer repeats a secret of the request and is not shown",
        )
    } else {
        error.with_body(text.chars().take(KEPT).collect())
    }
}

fn no_reply(error: TransportError, secrets: &Secrets) -> Failed {
    let kind = match error.cause() {
        Cause::Connection => ErrorKind::Connect,
        Cause::Timeout => ErrorKind::Timeout,
        Cause::Malformed => ErrorKind::Protocol,
        Cause::Unanswered => ErrorKind::InvalidRequest,
    };
    let (failure, outcome) = match error.sent() {
        Sent::NotSent => (RetryClass::NotSent, Outcome::NotSent),
        Sent::MaybeSent => (UNKNOWN_OUTCOME, Outcome::Unknown),
    };
    let failure = if error.is_permanent() { RetryClass::Final } else { failure };
    let failed = Error::new(kind, outcome, error.to_string())
        .with_request_id(error.request_id().map(str::to_owned));
    let failed = match error.into_source() {
        Some(source) => failed.with_source(source),
        None => failed,
    };
    if causes(&failed).any(|cause| secrets.appear_in(&format!("{cause} {cause:?}"))) {
        let problem =
            "the transport's error repeats a secret of the request and is not shown";
        return (failure, failed.with_message(problem));
    }
    (failure, failed)
}

/// Makes a result of what came back.
pub(super) fn receive(
    response: &HttpResponse,
    attempts: u32,
    form: &SignedForm,
    read: &mut Read<'_>,
) -> Result<Metadata, Failed> {
    let HttpResponse { status, headers, body } = response;
    let request_id = request_id(headers);
    match read_body(*status, headers, body, read) {
        Ok(notes) => Ok(Metadata::received(
            request_id,
            *status,
            attempts,
            body.clone(),
            notes.missing,
        )),
        Err(error) => {
            let failure = classify(*status, headers, &error);
            let secrets = form.secrets();
            let request_id = request_id.filter(|id| !secrets.appear_in(id));
            let error = with_body(error, body, &secrets);
            Err((failure, error.with_request_id(request_id).with_status(*status)))
        }
    }
}

/// Reads the body; with a status other than success, what it says of the failure.
fn read_body(
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
    read: &mut Read<'_>,
) -> Result<DecodeReport> {
    let text = std::str::from_utf8(body);
    if status.is_success() {
        let text = text.map_err(|error| {
            let coding = content_coding(headers);
            Error::protocol(format!("the response is not UTF-8 text{coding}"))
                .with_source(error)
        })?;
        return read(text).map_err(|error| match error.kind() {
            ErrorKind::Protocol if body.is_empty() => {
                Error::protocol("the reply is empty")
            }
            _ => error,
        });
    }
    // These redirects are of the request as it stands; others may come after it was carried out.
    let declined = status.is_client_error() || matches!(status.as_u16(), 307 | 308);
    let outcome = if declined { Outcome::Refused } else { Outcome::Unknown };
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
        // No answer to a request like this one.
        StatusCode::NOT_MODIFIED => (ErrorKind::Protocol, outcome),
        _ => (ErrorKind::Http, outcome),
    };
    let message = match status {
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            PROXY_AUTHORIZATION_ADVICE.to_owned()
        }
        StatusCode::NOT_MODIFIED => not_a_response(body),
        _ if status.is_redirection() => {
            "the service answered with a redirect, which a signed request does not follow"
                .to_owned()
        }
        _ => not_a_response(body),
    };
    Err(Error::new(kind, outcome, message))
}

/// What a reply that is an error says about trying again.
fn classify(status: StatusCode, headers: &HeaderMap, error: &Error) -> RetryClass {
    // Where the service gave a reason, that counts and not the status.
    let passes = match error.ret_code() {
        Some(ret_code) => ret_code.is_temporary(),
        None => status.is_server_error() && !matches!(status.as_u16(), 501 | 505),
    };
    let asked = || retry_after(headers, SystemTime::now());
    if error.kind() == ErrorKind::Throttled {
        RetryClass::Throttled { retry_after: asked() }
    } else if passes {
        RetryClass::Lost { retry_after: asked() }
    } else {
        RetryClass::Final
    }
}

/// Quotes the start of a body that holds no response of the API.
fn not_a_response(body: &Bytes) -> String {
    let excerpt: String = String::from_utf8_lossy(body).chars().take(QUOTED).collect();
    match excerpt.trim() {
        "" => "the response is empty".to_owned(),
        excerpt => format!("the response is not one of the API: {excerpt}"),
    }
}

/// Names the coding that a response has although none was asked for.
fn content_coding(headers: &HeaderMap) -> String {
    match headers.get(CONTENT_ENCODING).and_then(|coding| coding.to_str().ok()) {
        Some(coding) => format!("; its Content-Encoding is `{coding}`"),
        None => String::new(),
    }
}

//! Classification of responses and transport errors.

use std::time::SystemTime;

use bytes::Bytes;
use http::header::CONTENT_ENCODING;
use http::{HeaderMap, StatusCode};

use super::retry::{Failed, RetryClass, retry_after};
use crate::decode::DecodeReport;
use crate::encode::SignedForm;
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::response::Metadata;
use crate::secret::{Secrets, names_a_secret};
use crate::transport::{
    Cause, HttpResponse, PROXY_AUTHORIZATION_ADVICE, Sent, TransportError, causes, request_id,
};

/// RetCode of the gateway for a security token that it does not know.
const TOKEN_NOT_FOUND: i64 = 174;

/// Class of an attempt that may have been carried out, without a `Retry-After`.
const UNKNOWN_OUTCOME: RetryClass = RetryClass::Transient { retry_after: None };

/// Most characters of a body that an error quotes.
const QUOTED: usize = 200;

/// Most characters of a body that an error keeps.
const KEPT: usize = 4000;

/// Reads the text of a response into the result of the call.
pub(super) type Read<'a> = dyn FnMut(&str) -> Result<DecodeReport> + Send + 'a;

/// Makes the error of an attempt that took too long.
pub(super) fn timeout_error() -> Failed {
    let problem = "no response within the allowed time";
    (UNKNOWN_OUTCOME, Error::new(ErrorKind::Timeout, Outcome::Unknown, problem))
}

/// Adds the body to the error. If the body repeats a secret of the request, nothing that the
/// service said is shown.
///
/// This searches the whole body, because the quoted part of it may end within a secret.
fn with_body(error: Error, body: &[u8], secrets: &Secrets) -> Error {
    let text = String::from_utf8_lossy(body);
    if secrets.appear_in(&text) || secrets.appear_in(error.message()) {
        error.with_message("response not shown: it repeats a secret of the request")
    } else {
        error.with_body(text.chars().take(KEPT).collect())
    }
}

/// Makes the error of an attempt without a response.
pub(crate) fn no_response(error: TransportError, secrets: &Secrets) -> Failed {
    let kind = match error.cause() {
        Cause::Connection => ErrorKind::Connect,
        Cause::Timeout => ErrorKind::Timeout,
        Cause::Malformed => ErrorKind::Protocol,
        Cause::Unanswered => ErrorKind::InvalidRequest,
    };
    let (class, outcome) = match error.sent() {
        Sent::NotSent => (RetryClass::NotSent, Outcome::NotSent),
        Sent::MaybeSent => (UNKNOWN_OUTCOME, Outcome::Unknown),
    };
    let class = if error.is_permanent() { RetryClass::Final } else { class };
    let failed = Error::new(kind, outcome, error.to_string())
        .with_request_id(error.request_id().map(str::to_owned));
    let failed = match error.into_source() {
        Some(source) => failed.with_source(source),
        None => failed,
    };
    if causes(&failed).any(|cause| secrets.appear_in(&format!("{cause} {cause:?}"))) {
        let problem = "transport error not shown: it repeats a secret of the request";
        return (class, failed.with_message(problem));
    }
    (class, failed)
}

/// Reads the response of an attempt.
pub(super) fn receive(
    response: &HttpResponse,
    attempts: u32,
    form: &SignedForm,
    read: &mut Read<'_>,
) -> Result<Metadata, Failed> {
    let HttpResponse { status, headers, body } = response;
    let request_id = request_id(headers);
    match read_body(*status, headers, body, read) {
        Ok(report) => {
            Ok(Metadata::received(request_id, *status, attempts, body.clone(), report.missing))
        }
        Err(error) => {
            let class = classify(*status, headers, &error);
            let secrets = form.secrets();
            let request_id = request_id.filter(|id| !secrets.appear_in(id));
            let error = with_body(error, body, &secrets);
            Err((class, error.with_request_id(request_id).with_status(*status)))
        }
    }
}

/// Reads the body. If the status is not a success, the error says what the body tells of the
/// failure.
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
            Error::protocol(format!("invalid response: expected UTF-8 text{coding}"))
                .with_source(error)
        })?;
        return read(text).map_err(|error| match error.kind() {
            ErrorKind::Protocol if body.is_empty() => Error::protocol("empty response"),
            _ => error,
        });
    }
    // These redirects are of the request itself; others may come after it was carried out.
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
    let (kind, outcome, message) = match status {
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            (ErrorKind::Http, outcome, PROXY_AUTHORIZATION_ADVICE.to_owned())
        }
        StatusCode::TOO_MANY_REQUESTS => {
            (ErrorKind::Throttled, Outcome::Refused, not_a_response(body))
        }
        // HTTP has no such response to a POST.
        StatusCode::NOT_MODIFIED => (ErrorKind::Protocol, outcome, not_a_response(body)),
        _ if status.is_redirection() => {
            let problem = "redirect not followed: a signed request goes only to its endpoint";
            (ErrorKind::Http, outcome, problem.to_owned())
        }
        _ => (ErrorKind::Http, outcome, not_a_response(body)),
    };
    Err(Error::new(kind, outcome, message))
}

/// Classifies a response that is an error.
fn classify(status: StatusCode, headers: &HeaderMap, error: &Error) -> RetryClass {
    if error.ret_code().is_some_and(|code| code.number() == TOKEN_NOT_FOUND) {
        return RetryClass::UnknownToken;
    }
    let asked = || retry_after(headers, SystemTime::now());
    match error.ret_code() {
        _ if error.kind() == ErrorKind::Throttled => RetryClass::Throttled { retry_after: asked() },
        // A RetCode counts more than the status.
        Some(code) if code.is_temporary() => RetryClass::Transient { retry_after: asked() },
        Some(_) => RetryClass::Final,
        None => RetryClass::of_status(status, headers),
    }
}

/// Quotes the start of a body that is not a response of the API, unless it is JSON that names a
/// secret.
fn not_a_response(body: &Bytes) -> String {
    let excerpt: String = String::from_utf8_lossy(body).chars().take(QUOTED).collect();
    match excerpt.trim() {
        "" => "empty response".to_owned(),
        excerpt if has_secret_member(excerpt) => {
            "response not from the API; it may contain a secret and is not shown".to_owned()
        }
        excerpt => format!("response not from the API: {excerpt}"),
    }
}

/// Returns `true` for JSON with a member whose name is secret, also if it is incomplete.
fn has_secret_member(text: &str) -> bool {
    let parts: Vec<_> = text.split('"').collect();
    parts.windows(2).any(|pair| pair[1].trim_start().starts_with(':') && names_a_secret(pair[0]))
}

/// Names the encoding of a response, which the client did not ask for.
fn content_coding(headers: &HeaderMap) -> String {
    match headers.get(CONTENT_ENCODING).and_then(|coding| coding.to_str().ok()) {
        Some(coding) => format!("; its Content-Encoding is `{coding}`"),
        None => String::new(),
    }
}

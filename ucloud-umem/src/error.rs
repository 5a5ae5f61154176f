//! Errors of this crate.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use crate::RetCode;
use crate::presigned;

/// Shorthand for results of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Most characters of a message, which may quote the service.
const LONGEST_MESSAGE: usize = 500;

/// Boxed error of another crate.
pub(crate) type BoxError = Box<dyn StdError + Send + Sync>;

/// Error of a call, or of building a client.
///
/// [`kind`](Self::kind) tells the cause, [`outcome`](Self::outcome) the known effect of the call.
/// [`Display`](fmt::Display) is one line with the action, the cause, the RetCode, the request id
/// and the number of attempts. It never shows a secret: in text of the service, the query of a
/// presigned address is `***`. `Debug` writes the same line, because `unwrap` and a failed `main`
/// print it; `{:#?}` writes the fields.
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    outcome: Outcome,
    message: String,
    action: Option<String>,
    advice: Option<String>,
    ret_code: Option<RetCode>,
    request_id: Option<String>,
    status: Option<StatusCode>,
    attempts: u32,
    no_retry: Option<NoRetry>,
    retryable: bool,
    body: Option<String>,
    /// Shared by the copies of an error that several callers get.
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// Kind of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A setting of the client is invalid.
    Config,
    /// No credentials were found, or their provider failed.
    Credentials,
    /// The request is invalid; nothing was sent.
    InvalidRequest,
    /// No connection could be made, or it broke.
    Connect,
    /// An attempt or the whole call took longer than allowed.
    Timeout,
    /// The service asks for fewer calls: HTTP 429 or RetCode 153.
    Throttled,
    /// The service responded with a RetCode other than 0.
    Service,
    /// An HTTP status other than success, without a RetCode in the body.
    Http,
    /// The response is not valid for this API.
    Protocol,
    /// A list changed while it was read, or does not end.
    Paging,
    /// A resource did not reach the wanted state.
    Wait,
    /// A file or writer of a download failed.
    Io,
    /// Several resources have the name that was to be created once.
    DuplicateName,
}

/// Known effect of a failed call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The service never received the request.
    NotSent,
    /// The service received the request and refused it.
    Refused,
    /// The service may or may not have carried it out.
    Unknown,
}

impl fmt::Display for ErrorKind {
    /// Writes the kind in words: `timeout`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Config => "invalid configuration",
            Self::Credentials => "missing credentials",
            Self::InvalidRequest => "invalid request",
            Self::Connect => "failed connection",
            Self::Timeout => "timeout",
            Self::Throttled => "too many calls",
            Self::Service => "refused by the service",
            Self::Http => "HTTP error",
            Self::Protocol => "invalid response",
            Self::Paging => "failed pagination",
            Self::Wait => "failed wait",
            Self::Io => "failed file or writer",
            Self::DuplicateName => "duplicate name",
        })
    }
}

impl fmt::Display for Outcome {
    /// Writes the outcome in words: `not sent`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotSent => "not sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        })
    }
}

/// Limit that ends a call although its last attempt could be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoRetry {
    /// Most attempts of a call.
    MaxAttempts,
    /// The pause before the next attempt would outlast the deadline.
    Deadline,
    /// The retry budget of the client is used up.
    Budget,
}

impl NoRetry {
    fn as_str(self) -> &'static str {
        match self {
            Self::MaxAttempts => "the most allowed",
            Self::Deadline => "no time for another before the deadline",
            Self::Budget => "the client's retry budget is used up",
        }
    }
}

impl Error {
    /// Makes an error for tests of your program, which handles it like an error of a call.
    ///
    /// ```
    /// use ucloud_umem::{Error, ErrorKind, Outcome, RetCode};
    ///
    /// let error = Error::simulated(ErrorKind::Service, Outcome::Refused, "quota used up")
    ///     .with_ret_code(RetCode::from(20_001));
    /// assert_eq!(error.kind(), ErrorKind::Service);
    /// ```
    pub fn simulated(kind: ErrorKind, outcome: Outcome, message: impl Into<String>) -> Self {
        Self::new(kind, outcome, message)
    }

    pub(crate) fn new(kind: ErrorKind, outcome: Outcome, message: impl Into<String>) -> Self {
        Self::with_text(kind, outcome, message.into())
    }

    // Compiled once, for all types of messages.
    fn with_text(kind: ErrorKind, outcome: Outcome, mut message: String) -> Self {
        if let Cow::Owned(redacted) = presigned::redact(&message) {
            message = redacted;
        }
        if let Some((end, _)) = message.char_indices().nth(LONGEST_MESSAGE) {
            message.truncate(end);
            message.push_str("...");
        }
        Self(Box::new(Inner {
            kind,
            outcome,
            message,
            action: None,
            advice: None,
            ret_code: None,
            request_id: None,
            status: None,
            attempts: 0,
            no_retry: None,
            retryable: false,
            body: None,
            source: None,
        }))
    }

    /// Makes the error of an invalid setting.
    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, Outcome::NotSent, message)
    }

    /// Makes the error of an invalid request.
    pub(crate) fn invalid_request(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidRequest, Outcome::NotSent, message)
    }

    /// Makes the error of an invalid response.
    pub(crate) fn protocol(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Protocol, Outcome::Unknown, message)
    }

    pub(crate) fn with_kind(mut self, kind: ErrorKind, outcome: Outcome) -> Self {
        self.0.kind = kind;
        self.0.outcome = outcome;
        self
    }

    /// Sets the outcome to unknown, because an earlier attempt may have been carried out.
    pub(crate) fn with_unknown_outcome(mut self) -> Self {
        self.0.outcome = Outcome::Unknown;
        self
    }

    /// Returns the message.
    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }

    /// Replaces a message with a secret, and drops the source, which may repeat it.
    pub(crate) fn with_message(mut self, message: &str) -> Self {
        message.clone_into(&mut self.0.message);
        self.0.source = None;
        self
    }

    /// Puts the subject before the message.
    pub(crate) fn with_prefix(mut self, subject: &str) -> Self {
        self.0.message = format!("{subject}: {}", self.0.message);
        self
    }

    pub(crate) fn with_action(mut self, action: &str) -> Self {
        self.0.action = Some(action.to_owned());
        self
    }

    pub(crate) fn with_advice(mut self, advice: String) -> Self {
        self.0.advice = Some(advice);
        self
    }

    pub(crate) fn with_advice_of(mut self, other: &Self) -> Self {
        self.0.advice.clone_from(&other.0.advice);
        self
    }

    /// Sets the RetCode, for [`simulated`](Self::simulated) errors.
    #[must_use]
    pub fn with_ret_code(mut self, ret_code: RetCode) -> Self {
        self.0.ret_code = Some(ret_code);
        self
    }

    pub(crate) fn with_request_id(mut self, request_id: Option<String>) -> Self {
        self.0.request_id = request_id;
        self
    }

    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Sets the limit that ended the call, if its last attempt could be repeated.
    pub(crate) fn with_no_retry(mut self, reason: Option<NoRetry>) -> Self {
        self.0.no_retry = reason;
        self
    }

    pub(crate) fn with_retryable(mut self, retryable: bool) -> Self {
        self.0.retryable = retryable;
        self
    }

    pub(crate) fn with_body(mut self, body: String) -> Self {
        self.0.body = Some(body);
        self
    }

    pub(crate) fn with_source(self, source: impl Into<BoxError>) -> Self {
        self.with_boxed_source(source.into())
    }

    fn with_boxed_source(mut self, source: BoxError) -> Self {
        self.0.source = Some(Arc::from(source));
        self
    }

    /// Takes over the source of another error.
    pub(crate) fn with_source_of(mut self, other: Self) -> Self {
        self.0.source = other.0.source;
        self
    }

    /// Copies the error for another caller.
    pub(crate) fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }

    /// Returns the kind.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the known effect of the call.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// Returns the action, such as `DescribeUMemBackup`; none if the error is not about an action.
    pub fn action(&self) -> Option<&str> {
        self.0.action.as_deref()
    }

    /// Returns the RetCode of the response, if there was one.
    pub fn ret_code(&self) -> Option<RetCode> {
        self.0.ret_code
    }

    /// Returns the request id for UCloud's support, if the response has one.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// Returns the HTTP status of the response, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// Returns the number of attempts; 0 if nothing was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns the first 4,000 characters of the response's body; none without a response.
    ///
    /// Use it to find out why a response does not decode. `Display` and `Debug` do not show it. It
    /// is left out if it repeats a secret of the request. Other secrets, such as presigned
    /// addresses, are not removed: take care when you print it.
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// Returns `true` if an attempt or the whole call took longer than allowed.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns `true` if the service asks for fewer calls: HTTP 429 or RetCode 153.
    ///
    /// The client has retried the call already, as its limits allow.
    pub fn is_throttled(&self) -> bool {
        self.0.kind == ErrorKind::Throttled
    }

    /// Returns `true` if the service does not find the resource or project of the request.
    ///
    /// These are RetCode 292 (`ProjectNotFound`), and RetCode 230 (`InvalidParameter`) if its
    /// message names an id, such as `Params [SpaceId] not available`. UCloud gives 230 for
    /// other invalid values too.
    pub fn is_not_found(&self) -> bool {
        match self.0.ret_code.map(RetCode::number) {
            Some(230) => self.0.message.contains("Id]"),
            number => number == Some(292),
        }
    }

    /// Returns `true` if the same call may succeed later, and repeating it does nothing twice.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }
}

/// Text on one line: escapes control and invisible characters, but not quotation marks.
pub(crate) struct OneLine<'a>(pub(crate) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.split_inclusive(['"', '\'']).try_for_each(|part| {
            let text = part.trim_end_matches(['"', '\'']);
            write!(f, "{}{}", text.escape_debug(), &part[text.len()..])
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            action, message, advice, ret_code, request_id, status, attempts, no_retry, ..
        } = &*self.0;
        if let Some(action) = action {
            write!(f, "{action}: ")?;
        }
        if let Some(ret_code) = ret_code {
            write!(f, "{ret_code}: ")?;
        }
        write!(f, "{}", OneLine(message))?;
        if let Some(advice) = advice {
            write!(f, "; {advice}")?;
        }
        let mut details = Vec::new();
        if let Some(status) = status.filter(|status| !status.is_success()) {
            details.push(format!("HTTP {}", status.as_u16()));
        }
        if let Some(request_id) = request_id {
            details.push(format!("request {}", OneLine(request_id)));
        }
        match (attempts, no_retry) {
            (0, _) | (1, None | Some(NoRetry::MaxAttempts)) => {}
            (1, Some(reason)) => details.push(format!("1 attempt: {}", reason.as_str())),
            (_, Some(reason)) => {
                details.push(format!("{attempts} attempts: {}", reason.as_str()));
            }
            (_, None) => details.push(format!("{attempts} attempts")),
        }
        if details.is_empty() { Ok(()) } else { write!(f, " ({})", details.join(", ")) }
    }
}

impl fmt::Debug for Error {
    /// Writes the line of `Display`; `{:#?}` writes the fields.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("outcome", &self.0.outcome)
            .field("action", &self.0.action)
            .field("message", &self.0.message)
            .field("ret_code", &self.0.ret_code)
            .field("request_id", &self.0.request_id)
            .field("status", &self.0.status)
            .field("attempts", &self.0.attempts)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(|source| &**source as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unknown_ids_and_projects_are_not_found() {
        for (number, message, is_not_found) in [
            (230, "Params [SpaceId] not available", true),
            (230, "Params [Limit] not available", false),
            (292, "Project not found", true),
            (174, "Token not found", false),
        ] {
            let error = Error::simulated(ErrorKind::Service, Outcome::Refused, message)
                .with_ret_code(RetCode::from(number));
            assert_eq!(error.is_not_found(), is_not_found, "{error}");
        }
    }

    #[test]
    fn a_simulated_error_reads_like_a_real_one() {
        let error = Error::simulated(ErrorKind::Timeout, Outcome::Unknown, "late");
        assert!(error.is_timeout() && !error.is_not_found());
        let words = format!("{}, {}: {error}", error.kind(), error.outcome());
        assert_eq!(words, "timeout, unknown: late");
    }

    #[test]
    fn a_failed_main_prints_the_line_of_display() {
        let error = Error::simulated(ErrorKind::Throttled, Outcome::Refused, "too many calls")
            .with_ret_code(RetCode::from(153))
            .with_action("DescribeUMem");
        assert!(error.is_throttled() && !error.is_timeout());
        assert_eq!(format!("{error:?}"), "DescribeUMem: 153 Throttled: too many calls");
        let fields = format!("{error:#?}");
        assert!(fields.contains("kind: Throttled") && fields.contains("outcome: Refused"));
    }

    #[test]
    fn text_stays_on_one_line() {
        for (text, line) in [
            ("the vendor's \"x\"''", "the vendor's \"x\"''"),
            ("⚠️ नमस्ते 中文", "⚠️ नमस्ते 中文"),
            ("a\r\nb\u{0}\t", r"a\r\nb\0\t"),
            ("a\u{202e}b", r"a\u{202e}b"),
            (r"C:\x", r"C:\\x"),
        ] {
            assert_eq!(OneLine(text).to_string(), line);
        }
    }
}

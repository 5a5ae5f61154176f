//! The one error type.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use crate::RetCode;
use crate::presigned;

/// Shorthand for results of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Most characters of a sentence on what went wrong, which may quote the service.
const LONGEST_MESSAGE: usize = 500;

/// What any boxed error of another crate is kept as.
pub(crate) type BoxError = Box<dyn StdError + Send + Sync>;

/// Why a call failed, and what is known of its effect.
///
/// [`kind`](Self::kind) says what went wrong, [`outcome`](Self::outcome) what the service may have done. One line
/// of [`Display`](fmt::Display) holds the action, the cause, the RetCode, the request id and the number of
/// attempts. It never holds a secret: what it quotes of the service has `***` in place of the query of a presigned address.
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
    /// Shared, so that an error which is kept can be given to all who meet it.
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be built as asked.
    Config,
    /// No credentials were found, or their source failed.
    Credentials,
    /// The request cannot be sent as it is; nothing was sent.
    InvalidRequest,
    /// No connection could be made, or it broke.
    Connect,
    /// An attempt or the whole call took longer than allowed.
    Timeout,
    /// The service asks for fewer calls: HTTP 429 or RetCode 153.
    Throttled,
    /// The service answered with a RetCode other than 0.
    Service,
    /// An HTTP status other than success, without a RetCode in the body.
    Http,
    /// The answer is not a reply of this API.
    Protocol,
    /// The pages of a list do not come to an end.
    Paging,
    /// What was waited for did not come.
    Wait,
}

/// What is known of the effect of a call that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The service never received the request.
    NotSent,
    /// The service received the request and declined it.
    Refused,
    /// The service may or may not have carried it out.
    Unknown,
}

/// Limit that ends a call although its last attempt could be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoRetry {
    /// As many attempts as allowed.
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
    pub(crate) fn new(
        kind: ErrorKind,
        outcome: Outcome,
        message: impl Into<String>,
    ) -> Self {
        let mut message = message.into();
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

    /// A mistake in how the client was set up.
    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, Outcome::NotSent, message)
    }

    /// A request that cannot be sent as it is.
    pub(crate) fn invalid_request(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidRequest, Outcome::NotSent, message)
    }

    /// An answer that is no reply of this API.
    pub(crate) fn protocol(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Protocol, Outcome::Unknown, message)
    }

    pub(crate) fn with_kind(mut self, kind: ErrorKind, outcome: Outcome) -> Self {
        self.0.kind = kind;
        self.0.outcome = outcome;
        self
    }

    /// An earlier attempt may have been carried out, whatever became of the last.
    pub(crate) fn with_unknown_outcome(mut self) -> Self {
        self.0.outcome = Outcome::Unknown;
        self
    }

    /// The sentence on what went wrong.
    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }

    /// Puts another sentence in place of one that must not be seen, and drops the source, which may repeat it.
    pub(crate) fn with_message(mut self, message: &str) -> Self {
        message.clone_into(&mut self.0.message);
        self.0.source = None;
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

    pub(crate) fn with_ret_code(mut self, ret_code: RetCode) -> Self {
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

    /// Names the limit that ends a call whose last attempt could be repeated.
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

    pub(crate) fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// Has the same source as the other error.
    pub(crate) fn with_source_of(mut self, other: Self) -> Self {
        self.0.source = other.0.source;
        self
    }

    /// The same error for one more caller.
    pub(crate) fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What is known of the call's effect.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// The action that was called, such as `DescribeUMemBackup`; none where no action was involved.
    pub fn action(&self) -> Option<&str> {
        self.0.action.as_deref()
    }

    /// The RetCode of the reply, where there was one.
    pub fn ret_code(&self) -> Option<RetCode> {
        self.0.ret_code
    }

    /// The id under which the vendor's support finds the call, where the reply named one.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The HTTP status of the reply, where there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// How often the request was tried; 0 where it was never sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The reply's body as it came, or its first 4,000 characters; none where no reply came.
    ///
    /// It shows what a reply that does not decode holds. It is in no `Display` or `Debug`, because a reply can hold
    /// anything, and it is left out where it repeats a secret of the request. Nothing else is taken out of it: presigned
    /// addresses, for example, are whole. Take care where you print it.
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// Whether the same call may succeed later without doing anything twice.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }
}

/// Text without what would break a line or hide a part of it; quotation marks stay as they are.
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
            action,
            message,
            advice,
            ret_code,
            request_id,
            status,
            attempts,
            no_retry,
            ..
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
        let mut facts = Vec::new();
        if let Some(status) = status.filter(|status| !status.is_success()) {
            facts.push(format!("HTTP {}", status.as_u16()));
        }
        if let Some(request_id) = request_id {
            facts.push(format!("request {}", OneLine(request_id)));
        }
        match (attempts, no_retry) {
            (0, _) | (1, None | Some(NoRetry::MaxAttempts)) => {}
            (1, Some(reason)) => facts.push(format!("1 attempt: {}", reason.as_str())),
            (_, Some(reason)) => {
                facts.push(format!("{attempts} attempts: {}", reason.as_str()));
            }
            (_, None) => facts.push(format!("{attempts} attempts")),
        }
        if facts.is_empty() { Ok(()) } else { write!(f, " ({})", facts.join(", ")) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
    fn a_line_stays_one_and_is_read_as_it_was_written() {
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

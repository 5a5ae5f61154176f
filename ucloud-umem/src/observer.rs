//! What the application is told of its calls: through [`tracing`], and through an [`Observer`] of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;
use tracing::Span;
use tracing::field::{Empty, debug};

use crate::RetCode;
use crate::client::Client;
use crate::error::Error;
use crate::response::Metadata;

/// Is told of calls and their attempts, for metrics; given to [`ClientBuilder::observer`](crate::ClientBuilder::observer).
///
/// It is called on the thread that polls the call, so it should be quick: counting and adding up, not writing to a
/// network. A panic in it is caught and reported by an event of `tracing`; the call goes on. A call whose future
/// is dropped before its end is not reported further.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use ucloud_umem::observer::{Attempt, Observer};
///
/// #[derive(Default)]
/// struct Throttled(AtomicU64);
///
/// impl Observer for Throttled {
///     fn on_attempt(&self, attempt: &Attempt<'_>) {
///         if attempt.ret_code.is_some_and(|code| code.number() == 153) {
///             self.0.fetch_add(1, Ordering::Relaxed);
///         }
///     }
/// }
/// ```
pub trait Observer: Send + Sync + 'static {
    /// One attempt has ended, well or badly. Default: does nothing.
    fn on_attempt(&self, attempt: &Attempt<'_>) {
        _ = attempt;
    }

    /// A call has ended, after all its attempts; after none where it could not be sent. Default: does nothing.
    fn on_call(&self, call: &FinishedCall<'_>) {
        _ = call;
    }
}

/// An attempt that has ended.
#[derive(Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The action, such as `DescribeUMemBackup`.
    pub action: &'a str,
    /// Which attempt of the call it was, from 1.
    pub number: u32,
    /// From the moment it was sent until the reply was read or given up.
    pub elapsed: Duration,
    /// The HTTP status; none where no reply came.
    pub status: Option<StatusCode>,
    /// The reply's RetCode, 0 for success; none where no reply with one came.
    pub ret_code: Option<RetCode>,
    /// The id under which the vendor's support finds it, where the reply named one.
    pub request_id: Option<&'a str>,
    /// Why it failed; none where it did not.
    pub error: Option<&'a Error>,
    /// The pause before the next attempt; none where this was the last.
    pub retry_in: Option<Duration>,
}

/// A call that has ended.
#[derive(Debug)]
#[non_exhaustive]
pub struct FinishedCall<'a> {
    /// The action, such as `DescribeUMemBackup`.
    pub action: &'a str,
    /// How often it was tried; 0 where it was never sent.
    pub attempts: u32,
    /// Over all attempts and the pauses between them, asking for credentials included.
    pub elapsed: Duration,
    /// The HTTP status of the last reply, where there was one.
    pub status: Option<StatusCode>,
    /// The RetCode of the last reply, 0 for success, where there was one.
    pub ret_code: Option<RetCode>,
    /// The id under which the vendor's support finds it, where the reply named one.
    pub request_id: Option<&'a str>,
    /// Why it failed; none where it did not.
    pub error: Option<&'a Error>,
}

/// What a reply or its absence says, as both ways of telling need it.
struct CallSummary<'a> {
    status: Option<StatusCode>,
    ret_code: Option<RetCode>,
    request_id: Option<&'a str>,
    error: Option<&'a Error>,
}

impl<'a> CallSummary<'a> {
    fn of(result: Result<&'a Metadata, &'a Error>) -> Self {
        match result {
            Ok(metadata) => Self {
                status: metadata.status(),
                ret_code: Some(RetCode::from(0)),
                request_id: metadata.request_id(),
                error: None,
            },
            Err(error) => Self {
                status: error.status(),
                ret_code: error.ret_code(),
                request_id: error.request_id(),
                error: Some(error),
            },
        }
    }
}

/// Follows one call, and tells of it.
pub(crate) struct CallSpan<'a> {
    action: &'a str,
    observer: Option<&'a dyn Observer>,
    span: Span,
    start: Instant,
    attempts: u32,
    attempt_start: Instant,
}

impl<'a> CallSpan<'a> {
    /// The call begins. Its span has the names that OpenTelemetry gives the client side of HTTP.
    pub(crate) fn begin(client: &'a Client, action: &'a str) -> Self {
        let shared = client.shared();
        let url = &shared.base_url;
        let secure = url.scheme() == Some(&http::uri::Scheme::HTTPS);
        let span = tracing::info_span!(
            "ucloud_call",
            otel.name = action,
            otel.kind = "client",
            otel.status_code = Empty,
            rpc.system = "ucloud",
            rpc.method = action,
            http.request.method = "POST",
            url.full = %url,
            server.address = url.host(),
            server.port = url.port_u16().unwrap_or(if secure { 443 } else { 80 }),
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            "error.type" = Empty,
            ucloud.ret_code = Empty,
            ucloud.request_id = Empty,
        );
        let start = Instant::now();
        let observer = shared.observer.as_deref();
        Self { action, observer, span, start, attempts: 0, attempt_start: start }
    }

    pub(crate) fn span(&self) -> &Span {
        &self.span
    }

    /// How many attempts were begun.
    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The next attempt begins; gives its number, from 1.
    pub(crate) fn start_attempt(&mut self) -> u32 {
        self.attempts += 1;
        self.attempt_start = Instant::now();
        self.attempts
    }

    /// The attempt has ended.
    pub(crate) fn attempt_ended(
        &self,
        result: Result<&Metadata, &Error>,
        retry_in: Option<Duration>,
    ) {
        let CallSummary { status, ret_code, request_id, error } =
            CallSummary::of(result);
        let elapsed = self.attempt_start.elapsed();
        tracing::debug!(
            http.request.resend_count = self.attempts - 1,
            http.response.status_code = status.map(|status| status.as_u16()),
            ucloud.ret_code = ret_code.map(RetCode::number),
            ucloud.request_id = request_id,
            "error.type" = error.map(|error| debug(error.kind())),
            error = error.map(tracing::field::display),
            elapsed = ?elapsed,
            retry_in = retry_in.map(debug),
            "attempt ended"
        );
        self.tell(|observer| {
            observer.on_attempt(&Attempt {
                action: self.action,
                number: self.attempts,
                elapsed,
                status,
                ret_code,
                request_id,
                error,
                retry_in,
            });
        });
    }

    /// The call has ended.
    pub(crate) fn end(&self, result: Result<&Metadata, &Error>) {
        let CallSummary { status, ret_code, request_id, error } =
            CallSummary::of(result);
        let span = &self.span;
        if self.attempts > 1 {
            span.record("http.request.resend_count", self.attempts - 1);
        }
        if let Some(status) = status {
            span.record("http.response.status_code", status.as_u16());
        }
        if let Some(ret_code) = ret_code {
            span.record("ucloud.ret_code", ret_code.number());
        }
        if let Some(request_id) = request_id {
            span.record("ucloud.request_id", request_id);
        }
        if let Some(error) = error {
            span.record("otel.status_code", "ERROR");
            span.record("error.type", debug(error.kind()));
        }
        self.tell(|observer| {
            observer.on_call(&FinishedCall {
                action: self.action,
                attempts: self.attempts,
                elapsed: self.start.elapsed(),
                status,
                ret_code,
                request_id,
                error,
            });
        });
    }

    /// A panic of the observer must not cost the caller the id of what was just created.
    fn tell(&self, tell: impl FnOnce(&dyn Observer)) {
        let Some(observer) = self.observer else { return };
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| tell(observer))) {
            // What it holds may panic again when it is dropped.
            std::mem::forget(panic);
            tracing::error!("the observer of calls panicked");
        }
    }
}

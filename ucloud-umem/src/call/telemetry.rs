//! Telemetry of a call: a span, an event for each attempt, and the observer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;
use tracing::Span;
use tracing::field::{Empty, debug};

use super::shared::Shared;
use crate::RetCode;
use crate::error::Error;
use crate::observer::{Attempt, FinishedCall, Observer};
use crate::response::Metadata;

/// Returns status, RetCode, request id and error of an attempt or a call.
fn summary<'a>(
    result: Result<&'a Metadata, &'a Error>,
) -> (Option<StatusCode>, Option<RetCode>, Option<&'a str>, Option<&'a Error>) {
    match result {
        Ok(metadata) => (metadata.status(), Some(RetCode::from(0)), metadata.request_id(), None),
        Err(error) => (error.status(), error.ret_code(), error.request_id(), Some(error)),
    }
}

/// Span of one call, which also reports to the observer.
pub(super) struct CallSpan<'a> {
    action: &'a str,
    observer: Option<&'a dyn Observer>,
    span: Span,
    start: Instant,
    attempts: u32,
    attempt_start: Instant,
}

impl<'a> CallSpan<'a> {
    /// Starts the span. Its fields have the names that OpenTelemetry gives the client side of HTTP.
    pub(super) fn new(shared: &'a Shared, action: &'a str, start: Instant) -> Self {
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
        let observer = shared.observer.as_deref();
        Self { action, observer, span, start, attempts: 0, attempt_start: start }
    }

    pub(super) fn span(&self) -> &Span {
        &self.span
    }

    /// Returns the number of attempts so far.
    pub(super) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Starts the next attempt.
    pub(super) fn start_attempt(&mut self, start: Instant) {
        self.attempts += 1;
        self.attempt_start = start;
    }

    /// Reports the end of the attempt.
    pub(super) fn end_attempt(
        &self,
        result: Result<&Metadata, &Error>,
        retry_in: Option<Duration>,
    ) {
        let (status, ret_code, request_id, error) = summary(result);
        // The clock is only read for those who listen.
        let elapsed = || self.attempt_start.elapsed();
        tracing::debug!(
            http.request.resend_count = self.attempts - 1,
            http.response.status_code = status.map(|status| status.as_u16()),
            ucloud.ret_code = ret_code.map(RetCode::number),
            ucloud.request_id = request_id,
            "error.type" = error.map(|error| debug(error.kind())),
            error = error.map(tracing::field::display),
            elapsed = ?elapsed(),
            retry_in = retry_in.map(debug),
            "attempt ended"
        );
        self.notify(|observer| {
            observer.on_attempt(&Attempt {
                action: self.action,
                number: self.attempts,
                elapsed: elapsed(),
                status,
                ret_code,
                request_id,
                error,
                retry_in,
            });
        });
    }

    /// Reports the end of the call.
    pub(super) fn end(&self, result: Result<&Metadata, &Error>) {
        let (status, ret_code, request_id, error) = summary(result);
        let span = &self.span;
        if self.attempts > 1 {
            span.record("http.request.resend_count", self.attempts - 1);
        }
        span.record("http.response.status_code", status.map(|status| status.as_u16()));
        span.record("ucloud.ret_code", ret_code.map(RetCode::number));
        span.record("ucloud.request_id", request_id);
        if let Some(error) = error {
            span.record("otel.status_code", "ERROR");
            span.record("error.type", debug(error.kind()));
        }
        self.notify(|observer| {
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

    /// Calls the observer. If it panics, the caller still gets the response, for example the id of
    /// a new resource.
    fn notify(&self, notify: impl FnOnce(&dyn Observer)) {
        let Some(observer) = self.observer else { return };
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| notify(observer))) {
            // Dropping it may panic again.
            std::mem::forget(panic);
            tracing::error!("observer of calls panicked");
        }
    }
}

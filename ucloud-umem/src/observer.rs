//! Observers of calls, for metrics.
//!
//! Calls also emit spans and events of [`tracing`].

use std::time::Duration;

use http::StatusCode;

use crate::RetCode;
use crate::error::Error;

/// Observer of calls and their attempts; see
/// [`ClientBuilder::observer`](crate::ClientBuilder::observer).
///
/// It runs on the thread that polls the call. Keep it fast: count and add up, do not write to a
/// network. If it panics, the panic is caught and logged, and the call goes on. If the future of a
/// call is dropped, its end is not reported.
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
    /// Receives an attempt that has ended. Default: does nothing.
    fn on_attempt(&self, attempt: &Attempt<'_>) {
        _ = attempt;
    }

    /// Receives a call that has ended, after all its attempts. Default: does nothing.
    fn on_call(&self, call: &FinishedCall<'_>) {
        _ = call;
    }
}

/// Attempt that has ended.
#[derive(Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// Action, such as `DescribeUMemBackup`.
    pub action: &'a str,
    /// Number of the attempt within its call, from 1.
    pub number: u32,
    /// Time from sending the request to the end of the attempt.
    pub elapsed: Duration,
    /// HTTP status; none without a response.
    pub status: Option<StatusCode>,
    /// RetCode of the response, 0 for success; none if there was none.
    pub ret_code: Option<RetCode>,
    /// Request id for UCloud's support, if the response has one.
    pub request_id: Option<&'a str>,
    /// Error of a failed attempt; none after a success.
    pub error: Option<&'a Error>,
    /// Pause before the next attempt; none after the last.
    pub retry_in: Option<Duration>,
}

/// Call that has ended.
#[derive(Debug)]
#[non_exhaustive]
pub struct FinishedCall<'a> {
    /// Action, such as `DescribeUMemBackup`.
    pub action: &'a str,
    /// Number of attempts; 0 if nothing was sent.
    pub attempts: u32,
    /// Time of all attempts, of the pauses between them, and of asking for credentials.
    pub elapsed: Duration,
    /// HTTP status of the last response, if there was one.
    pub status: Option<StatusCode>,
    /// RetCode of the last response, 0 for success, if there was one.
    pub ret_code: Option<RetCode>,
    /// Request id for UCloud's support, if the response has one.
    pub request_id: Option<&'a str>,
    /// Error of a failed call; none after a success.
    pub error: Option<&'a Error>,
}

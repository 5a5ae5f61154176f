//! Time limits.

use std::time::Duration;

use tokio::time::Instant;

use crate::error::{Error, ErrorKind, Outcome};

/// Returns the end of a time that begins at `start`; none if there is no limit, or if it is too far
/// away.
pub(crate) fn end_of(start: Instant, length: Option<Duration>) -> Option<Instant> {
    start.checked_add(length?)
}

/// Returns the earlier of two limits.
pub(crate) fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Waits for the future, but no longer than the limit.
pub(crate) async fn within<F: Future>(limit: Option<Instant>, future: F) -> Option<F::Output> {
    match limit {
        Some(limit) => tokio::time::timeout_at(limit, future).await.ok(),
        None => Some(future.await),
    }
}

/// Makes the error of a call whose deadline passed before anything was sent.
pub(super) fn deadline_error(missing: &str) -> Error {
    let problem = format!("{missing} within the allowed time");
    Error::new(ErrorKind::Timeout, Outcome::NotSent, problem)
}

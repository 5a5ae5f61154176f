//! Time limits.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Mutex;
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::{Handle, Id};
use tokio::task::unconstrained;
use tokio::time::{Instant, Sleep, sleep_until};

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

/// Timer of a runtime.
type Timer = (Id, Pin<Box<Sleep>>);

/// Timer that a call leaves for the next one.
///
/// A new timer that ends before all others wakes the runtime: two system calls more for each call
/// of a program with few calls in flight. A timer that is moved to a later time does not.
#[derive(Default)]
pub(crate) struct KeptTimer(Mutex<Option<Timer>>);

impl KeptTimer {
    /// Waits for the future, but no longer than the limit.
    pub(super) async fn within<F: Future>(&self, limit: Instant, future: F) -> Option<F::Output> {
        let mut future = pin!(future);
        let mut timer = None;
        let output = poll_fn(|context| {
            if let Poll::Ready(output) = future.as_mut().poll(context) {
                return Poll::Ready(Some(output));
            }
            let (_, sleep) = timer.get_or_insert_with(|| self.start(limit));
            // A future that always uses up the budget of its task would not let the timer end.
            pin!(unconstrained(sleep.as_mut())).poll(context).map(|()| None)
        })
        .await;
        if let Some(timer) = timer.filter(|(_, sleep)| !sleep.is_elapsed()) {
            if let Ok(mut kept) = self.0.try_lock() {
                *kept = Some(timer);
            }
        }
        output
    }

    /// Starts a timer: the kept one if it belongs to this runtime. Nobody waits for the lock.
    fn start(&self, limit: Instant) -> Timer {
        let runtime = Handle::current().id();
        let kept = self.0.try_lock().ok().and_then(|mut kept| kept.take());
        match kept.filter(|(id, _)| *id == runtime) {
            Some((id, mut sleep)) => {
                sleep.as_mut().reset(limit);
                (id, sleep)
            }
            None => (runtime, Box::pin(sleep_until(limit))),
        }
    }
}

/// Makes the error of a call whose deadline passed before anything was sent.
pub(super) fn deadline_error(missing: &str) -> Error {
    let problem = format!("{missing} within the allowed time");
    Error::new(ErrorKind::Timeout, Outcome::NotSent, problem)
}

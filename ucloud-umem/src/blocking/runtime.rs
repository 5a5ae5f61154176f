//! The thread on which the work of blocking clients is done.

use std::sync::{Arc, mpsc};
use std::thread::{self, ThreadId};

use tokio::runtime::{Builder, Handle};
use tracing::Instrument as _;
use tracing::instrument::WithSubscriber as _;

use crate::error::{Error, Result};

/// A runtime on a thread of its own, which ends when the last clone is dropped.
#[derive(Clone, Debug)]
pub(crate) struct Runtime(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    handle: Handle,
    thread: ThreadId,
    /// Dropping it lets the thread end; nobody waits for that, so it may be dropped on the thread itself.
    _alive: tokio::sync::oneshot::Sender<std::convert::Infallible>,
}

impl Runtime {
    pub(crate) fn new() -> Result<Self> {
        let cannot = |error: std::io::Error| {
            Error::config("no thread can be started for the blocking client")
                .with_source(error)
        };
        let runtime =
            Builder::new_current_thread().enable_all().build().map_err(cannot)?;
        let handle = runtime.handle().clone();
        let (alive, dropped) = tokio::sync::oneshot::channel();
        let thread = thread::Builder::new()
            .name("ucloud-umem".to_owned())
            .spawn(move || {
                // It never carries a value: it ends when the sender is dropped.
                _ = runtime.block_on(dropped);
                runtime.shutdown_background();
            })
            .map_err(cannot)?;
        let thread = thread.thread().id();
        Ok(Self(Arc::new(Inner { handle, thread, _alive: alive })))
    }

    /// Runs the future on the runtime's thread and blocks this one until it is done.
    ///
    /// On that thread itself, where a progress callback runs, it would wait for itself: that is an error.
    pub(crate) fn block_on<F>(&self, future: F) -> Result<F::Output>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        if thread::current().id() == self.0.thread {
            return Err(Error::invalid_request(
                "a blocking client cannot be used in its own progress callback",
            ));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let work = async move {
            // Nobody may be waiting any more.
            _ = sender.send(future.await);
        };
        // What the call tells of itself is told as if it ran on the caller's thread.
        self.0.handle.spawn(work.in_current_span().with_current_subscriber());
        receiver.recv().map_err(|_| {
            Error::new(
                crate::ErrorKind::Connect,
                crate::Outcome::Unknown,
                "the blocking client's thread ended before the call did",
            )
        })
    }
}

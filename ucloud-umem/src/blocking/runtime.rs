//! Thread that does the work of blocking clients.

use std::sync::{Arc, mpsc};
use std::thread::{self, ThreadId};

use tokio::runtime::{Builder, Handle};
use tracing::Instrument as _;
use tracing::instrument::WithSubscriber as _;

use crate::error::{Error, ErrorKind, Outcome, Result};

/// Runtime on a separate thread, which ends when the last clone is dropped.
#[derive(Clone, Debug)]
pub(crate) struct Runtime(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    handle: Handle,
    thread: ThreadId,
    /// Dropping it ends the thread. Nobody waits for that, so it may be dropped on the thread
    /// itself.
    _alive: tokio::sync::oneshot::Sender<std::convert::Infallible>,
}

impl Runtime {
    pub(crate) fn new() -> Result<Self> {
        let cannot = |error: std::io::Error| {
            Error::config("unavailable thread for the blocking client").with_source(error)
        };
        let runtime = Builder::new_current_thread().enable_all().build().map_err(cannot)?;
        let handle = runtime.handle().clone();
        let (alive, dropped) = tokio::sync::oneshot::channel();
        let thread = thread::Builder::new()
            .name("ucloud-umem".to_owned())
            .spawn(move || {
                // It ends when the sender is dropped.
                _ = runtime.block_on(dropped);
                runtime.shutdown_background();
            })
            .map_err(cannot)?;
        let thread = thread.thread().id();
        Ok(Self(Arc::new(Inner { handle, thread, _alive: alive })))
    }

    /// Runs the future on the runtime's thread and blocks this one until it is done.
    ///
    /// It fails on that thread itself, where progress callbacks run, because it would wait for
    /// itself.
    pub(crate) fn block_on<F>(&self, future: F) -> Result<F::Output>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        self.start(future)?()
    }

    /// Runs the future on the runtime's thread, and returns a function that blocks this one until
    /// it is done. It fails where [`block_on`](Self::block_on) fails.
    pub(crate) fn start<F>(&self, future: F) -> Result<impl FnOnce() -> Result<F::Output> + use<F>>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        if thread::current().id() == self.0.thread {
            return Err(Error::invalid_request(
                "blocking client used in its own progress callback",
            ));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let work = async move {
            // The receiver may be gone.
            _ = sender.send(future.await);
        };
        // Spans and events go to the subscriber of the caller's thread.
        self.0.handle.spawn(work.in_current_span().with_current_subscriber());
        Ok(move || {
            receiver.recv().map_err(|_| {
                let problem = "thread of the blocking client ended before the call";
                Error::new(ErrorKind::Connect, Outcome::Unknown, problem)
            })
        })
    }
}

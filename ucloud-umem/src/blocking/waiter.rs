//! Waiting for what takes time, on the calling thread.

use std::fmt;
use std::time::Duration;

use super::runtime::Runtime;
use crate::error::Result;
use crate::waiter::{self, Progress};

/// Looks again and again until something is as it was waited for; see [`waiter::Waiter`].
#[must_use = "nothing is waited for until `wait`"]
pub struct Waiter<T, O = T> {
    inner: waiter::Waiter<T, O>,
    runtime: Runtime,
}

impl<T, O> Waiter<T, O> {
    pub(crate) fn new(inner: waiter::Waiter<T, O>, runtime: Runtime) -> Self {
        Self { inner, runtime }
    }
}

impl<T: Send + 'static, O: Send + 'static> Waiter<T, O> {
    /// Is told of every look, to show progress; it is called on the client's own thread.
    pub fn on_poll(
        self,
        on_poll: impl FnMut(&Progress<'_>) + Send + Sync + 'static,
    ) -> Self {
        Self { inner: self.inner.on_poll(on_poll), ..self }
    }

    /// Waits, but no longer than `longest`, and gives the last entry seen.
    pub fn wait(self, longest: Duration) -> Result<O> {
        let Self { inner, runtime } = self;
        runtime.block_on(inner.wait(longest))?
    }
}

impl<T, O> fmt::Debug for Waiter<T, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

//! Blocking waiters.

#![allow(dead_code, reason = "a product may have no waiters")]

use std::fmt;
use std::time::Duration;

use super::runtime::Runtime;
use crate::error::Result;
use crate::waiter::{self, Progress};

/// Wait for a resource to reach a state; see [`waiter::Waiter`].
#[must_use = "nothing is waited for until `wait`"]
pub struct Waiter<O> {
    inner: waiter::Waiter<O>,
    runtime: Runtime,
}

impl<O> Waiter<O> {
    pub(crate) fn new(inner: waiter::Waiter<O>, runtime: Runtime) -> Self {
        Self { inner, runtime }
    }
}

impl<O: Send + 'static> Waiter<O> {
    /// Calls a function after every poll, on the thread of the client, to show progress.
    pub fn on_poll(self, on_poll: impl FnMut(&Progress<'_>) + Send + Sync + 'static) -> Self {
        Self { inner: self.inner.on_poll(on_poll), ..self }
    }

    /// Waits, but no longer than `longest`, and returns the resource of the last poll.
    pub fn wait(self, longest: Duration) -> Result<O> {
        let Self { inner, runtime } = self;
        runtime.block_on(inner.wait(longest))?
    }
}

impl<O> fmt::Debug for Waiter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

//! Waiting for what takes time.

use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

use crate::client::Client;
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::paging::{Items, Listing, Paged};
use crate::request::Request;
use crate::transport::BoxFuture;

/// The pause after the first look; each further one is half as long again.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// Looks again and again until something is as it was waited for; made by the client's `wait_until_*` methods.
///
/// A state that ends it badly ends it at once; one that this version of the crate does not know, an outage and a
/// throttled look do not end it.
#[must_use = "nothing is waited for until `wait`"]
pub struct Waiter<T, O = T> {
    look: Box<dyn Fn() -> BoxFuture<'static, Result<Option<T>>> + Send + Sync>,
    rule: Rule<T, O>,
    on_poll: Box<dyn FnMut(&Progress<'_>) + Send + Sync>,
}

/// What one look at what is waited for has shown.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Progress<'a> {
    /// How many looks there were, this one included.
    pub polls: u32,
    /// The time since `wait` was called.
    pub elapsed: Duration,
    /// The state; none while there is no entry, or where the look failed.
    pub state: Option<&'a str>,
}

/// When a wait is over.
#[derive(Debug)]
pub struct Rule<T, O> {
    /// What is waited for.
    pub name: &'static str,
    /// The action that is asked.
    pub action: &'static str,
    /// Reads the state.
    pub state: fn(&T) -> Option<&str>,
    /// States that end it well.
    pub success: &'static [&'static str],
    /// States that end it badly.
    pub failure: &'static [&'static str],
    /// What it means that there is no entry.
    pub absent: Absent<T, O>,
    /// Makes the result of the entry that ended it well.
    pub result: fn(T) -> O,
}

/// What it means that there is no entry.
#[derive(Debug)]
pub enum Absent<T, O> {
    /// Not yet: look again.
    Retry,
    /// It is gone, and that was waited for: makes the result of the last entry seen.
    Success(fn(Option<T>) -> O),
    /// It is gone, and that is a failure.
    Failure,
}

impl<T: Send + 'static, O> Waiter<T, O> {
    /// Watches the entry with this key in a list that comes in pages.
    pub fn paged<R: Paged<Item = T>>(
        client: Client,
        request: R,
        key: impl Fn(&T) -> bool + Clone + Send + Sync + 'static,
        rule: Rule<T, O>,
    ) -> Self {
        Self::new(rule, move || {
            let mut items = Items::new(client.clone(), request.clone());
            let key = key.clone();
            Box::pin(async move {
                while let Some(item) = items.try_next().await? {
                    if key(&item) {
                        return Ok(Some(item));
                    }
                }
                Ok(None)
            })
        })
    }

    /// Watches the entry with this key in a list that comes whole.
    pub fn listed<R: Listing<Item = T>>(
        client: Client,
        request: R,
        key: impl Fn(&T) -> bool + Clone + Send + Sync + 'static,
        rule: Rule<T, O>,
    ) -> Self {
        Self::new(rule, move || {
            let (client, request, key) = (client.clone(), request.clone(), key.clone());
            Box::pin(async move {
                let mut response = client.send(request).await?;
                Ok(std::mem::take(R::items(&mut response)).into_iter().find(key))
            })
        })
    }

    /// Watches the reply itself.
    pub fn replied<R: Request<Response = T> + Clone>(
        client: Client,
        request: R,
        rule: Rule<T, O>,
    ) -> Self {
        Self::new(rule, move || {
            let (client, request) = (client.clone(), request.clone());
            Box::pin(async move { client.send(request).await.map(Some) })
        })
    }

    fn new(
        rule: Rule<T, O>,
        look: impl Fn() -> BoxFuture<'static, Result<Option<T>>> + Send + Sync + 'static,
    ) -> Self {
        Self { look: Box::new(look), rule, on_poll: Box::new(|_| {}) }
    }

    /// Is told of every look, to show progress.
    pub fn on_poll(
        mut self,
        on_poll: impl FnMut(&Progress<'_>) + Send + Sync + 'static,
    ) -> Self {
        self.on_poll = Box::new(on_poll);
        self
    }

    /// Waits, but no longer than `longest`, and gives the last entry seen.
    ///
    /// Fails with kind [`Wait`](ErrorKind::Wait) when time is up or a state ends the wait badly, naming the last
    /// state; and with the error of a look that would fail again.
    pub async fn wait(mut self, longest: Duration) -> Result<O> {
        let start = Instant::now();
        let deadline = start.checked_add(longest);
        let mut pause = FIRST_PAUSE;
        let mut last: Option<T> = None;
        for polls in 1.. {
            let look = (self.look)();
            let seen = match deadline {
                Some(deadline) => match tokio::time::timeout_at(deadline, look).await {
                    Ok(seen) => seen,
                    Err(_) => break,
                },
                None => look.await,
            };
            let (found, answered) = match seen {
                Ok(found) => (found, true),
                Err(error) if error.is_retryable() => (None, false),
                Err(error) => return Err(error),
            };
            let state = found.as_ref().and_then(self.rule.state);
            (self.on_poll)(&Progress { polls, elapsed: start.elapsed(), state });
            let ended_well =
                state.is_some_and(|state| self.rule.success.contains(&state));
            if let Some(state) = state.filter(|state| self.rule.failure.contains(state))
            {
                return Err(self.failed(&format!("it is {state}")));
            }
            match (found, &self.rule.absent) {
                (Some(found), _) if ended_well => return Ok((self.rule.result)(found)),
                (Some(found), _) => last = Some(found),
                (None, Absent::Success(result)) if answered => return Ok(result(last)),
                (None, Absent::Failure) if answered => {
                    return Err(self.failed("it is gone"));
                }
                (None, _) => {}
            }
            let jittered = pause.mul_f64(0.5 + fastrand::f64() / 2.0);
            if deadline.is_some_and(|deadline| Instant::now() + jittered >= deadline) {
                break;
            }
            tokio::time::sleep(jittered).await;
            pause = pause.mul_f64(1.5).min(LONGEST_PAUSE);
        }
        let state = last.as_ref().and_then(self.rule.state);
        let state = state.map_or("it was never there".to_owned(), |state| {
            format!("the last state was {}", state.escape_debug())
        });
        Err(self.failed(&format!("not within {} s: {state}", longest.as_secs())))
    }

    fn failed(&self, problem: &str) -> Error {
        let problem = format!("waiting for {}: {problem}", self.rule.name);
        Error::new(ErrorKind::Wait, Outcome::Refused, problem)
            .with_action(self.rule.action)
    }
}

impl<T, O> fmt::Debug for Waiter<T, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiter").field("name", &self.rule.name).finish_non_exhaustive()
    }
}

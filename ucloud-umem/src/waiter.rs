//! Waiting for what takes time.

use std::fmt;
use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use crate::client::Client;
use crate::error::{Error, ErrorKind, OneLine, Outcome, Result};
use crate::paging::{Listing, Paged, Pages};
use crate::request::Request;
use crate::response::{Metadata, Response as _};
use crate::transport::BoxFuture;

/// The pause after the first look; each further one is half as long again.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// Time that is kept for a last look: what the one before took, within these bounds.
const LAST_LOOK: [Duration; 2] = [Duration::from_millis(100), Duration::from_secs(5)];
/// What was there and is not there this often in a row does not come again.
const GONE_AFTER: u32 = 5;

/// Looks again and again until something is as it was waited for; made by the client's `wait_until_*` methods.
///
/// A state that ends it badly ends it at once; one that this version of the crate does not know, an outage and a
/// throttled look do not end it.
#[must_use = "nothing is waited for until `wait`"]
pub struct Waiter<T, O = T> {
    look: Box<dyn Fn() -> BoxFuture<'static, Result<Seen<T>>> + Send + Sync>,
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

/// What a look has found.
enum Seen<T> {
    Entry(T),
    /// The list is there, and it is not in it.
    Nothing,
    /// Success, but no word of a list, or one that is shorter than it says.
    Silence,
}

impl<T> Seen<T> {
    /// What a reply without the entry says: there is a list in it, or that there are none, or neither.
    fn nothing(metadata: &Metadata) -> Self {
        let reply = metadata.json().ok();
        let mut members =
            reply.as_ref().and_then(Value::as_object).into_iter().flatten();
        let is_told = members.any(|(name, value)| match value {
            Value::Array(_) | Value::Null => true,
            Value::Number(total) => name == "TotalCount" && total.as_i64() == Some(0),
            _ => false,
        });
        if is_told { Self::Nothing } else { Self::Silence }
    }
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
            let mut pages = Pages::new(client.clone(), request.clone());
            let key = key.clone();
            Box::pin(async move {
                let mut seen = Seen::Silence;
                let mut total = 0;
                while let Some(mut page) = pages.try_next().await? {
                    total = R::total(&page).unwrap_or(0);
                    let entries = std::mem::take(R::items(&mut page));
                    let nameless = entries.iter().any(|entry| R::key(entry) == Some(""));
                    if let Some(entry) = entries.into_iter().find(&key) {
                        return Ok(Seen::Entry(entry));
                    }
                    if nameless {
                        let problem = "the reply has entries without an id";
                        return Err(Error::protocol(problem).with_retryable(true));
                    }
                    seen = Seen::nothing(page.metadata_mut());
                }
                if total > pages.resume_offset() {
                    // It may be one of those that are counted and not there.
                    return Ok(Seen::Silence);
                }
                Ok(seen)
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
                let entries = std::mem::take(R::items(&mut response));
                let found = entries.into_iter().find(key);
                let nothing = || Seen::nothing(response.metadata_mut());
                Ok(found.map_or_else(nothing, Seen::Entry))
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
            Box::pin(async move { client.send(request).await.map(Seen::Entry) })
        })
    }

    fn new(
        rule: Rule<T, O>,
        look: impl Fn() -> BoxFuture<'static, Result<Seen<T>>> + Send + Sync + 'static,
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
    /// Fails with kind [`Wait`](ErrorKind::Wait) when time is up, when a state ends the wait badly, and when what was there
    /// is not listed any more, naming the last state; and with the error of a look that would fail again. The last look
    /// begins shortly before time is up.
    pub async fn wait(mut self, longest: Duration) -> Result<O> {
        let start = Instant::now();
        let deadline = start.checked_add(longest);
        let mut pause = FIRST_PAUSE;
        let mut log = Log::default();
        for polls in 1.. {
            let begun = Instant::now();
            let look = (self.look)();
            let seen = match deadline {
                Some(deadline) => match tokio::time::timeout_at(deadline, look).await {
                    Ok(seen) => seen,
                    Err(_) => break,
                },
                None => look.await,
            };
            let found = log.enter(seen)?;
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
                (Some(found), _) => log.last = Some(found),
                (None, Absent::Success(result)) if log.absent > 0 => {
                    return Ok(result(log.last));
                }
                (None, Absent::Failure) if log.absent > 0 => {
                    return Err(self.failed("it is gone"));
                }
                (None, Absent::Retry)
                    if log.absent >= GONE_AFTER && log.last.is_some() =>
                {
                    let state = log.state(&self.rule);
                    return Err(self.failed(&format!("it is gone: {state}")));
                }
                (None, _) => {}
            }
            let mut jittered = pause.mul_f64(0.5 + fastrand::f64() / 2.0);
            if let Some(deadline) = deadline {
                let [least, most] = LAST_LOOK;
                let reserve = (begun.elapsed() * 2).clamp(least, most);
                let left = deadline.saturating_duration_since(Instant::now());
                match left.checked_sub(reserve) {
                    Some(left) if !left.is_zero() => jittered = jittered.min(left),
                    _ => break,
                }
            }
            tokio::time::sleep(jittered).await;
            pause = pause.mul_f64(1.5).min(LONGEST_PAUSE);
        }
        let state = log.state(&self.rule);
        let problem = format!("not within {} s: {state}", longest.as_secs_f64());
        Err(match log.trouble {
            Some(trouble) => self
                .failed(&format!("{problem}; the last look to end failed"))
                .with_attempts(trouble.attempts())
                .with_request_id(trouble.request_id().map(str::to_owned))
                .with_source(trouble),
            None => self.failed(&problem),
        })
    }

    fn failed(&self, problem: &str) -> Error {
        let problem = format!("waiting for {}: {problem}", self.rule.name);
        Error::new(ErrorKind::Wait, Outcome::Refused, problem)
            .with_action(self.rule.action)
    }
}

/// What the looks have shown so far.
struct Log<T> {
    last: Option<T>,
    /// How often in a row it was not there.
    absent: u32,
    /// How often in a row there was no list either.
    silent: u32,
    answered: bool,
    /// Why the last look failed.
    trouble: Option<Error>,
}

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { last: None, absent: 0, silent: 0, answered: false, trouble: None }
    }
}

impl<T> Log<T> {
    /// Takes a look's result: the entry, or none, or an error that would come again.
    fn enter(&mut self, seen: Result<Seen<T>>) -> Result<Option<T>> {
        let (absent, silent) = (self.absent, self.silent);
        (self.absent, self.silent, self.trouble) = (0, 0, None);
        self.answered |= seen.is_ok();
        match seen {
            Ok(Seen::Entry(entry)) => return Ok(Some(entry)),
            Ok(Seen::Nothing) => self.absent = absent + 1,
            // Said once it may be a slip; said again it means that there is nothing.
            Ok(Seen::Silence) => {
                self.silent = silent + 1;
                self.absent = if silent > 0 { absent + 1 } else { absent };
            }
            Err(error) if error.is_retryable() => self.trouble = Some(error),
            Err(error) => return Err(error),
        }
        Ok(None)
    }

    fn state<O>(&self, rule: &Rule<T, O>) -> String {
        match self.last.as_ref().and_then(rule.state) {
            Some(state) => format!("the last state was {}", OneLine(state)),
            None if self.answered => "it was never there".to_owned(),
            None => "nothing was seen".to_owned(),
        }
    }
}

impl<T, O> fmt::Debug for Waiter<T, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiter").field("name", &self.rule.name).finish_non_exhaustive()
    }
}

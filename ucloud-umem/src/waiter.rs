//! Waiting for what takes time.

#![allow(dead_code, unused_macros, unused_imports, reason = "a product may have no waiters")]

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::call::within;
use crate::client::Client;
use crate::error::{Error, ErrorKind, OneLine, Outcome, Result};
use crate::paging::{Listing, Paged, has_list, read_list};
use crate::request::Request;
use crate::response::Response as _;
use crate::transport::BoxFuture;

/// The pause after the first poll; each further one is half as long again.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// Time that is kept for a last poll: the duration of the one before, within these bounds.
const LAST_POLL: [Duration; 2] = [Duration::from_millis(100), Duration::from_secs(5)];
/// An entry that was listed, and is missing this often in a row, does not come again.
const GONE_AFTER: u32 = 5;

/// A wait for a resource to reach a state; made by the client's `wait_until_*` methods.
///
/// A failure state ends it immediately. A state that this version of the crate does not know, an
/// outage and a throttled poll do not end it.
#[must_use = "nothing is waited for until `wait`"]
pub struct Waiter<O> {
    name: &'static str,
    action: &'static str,
    on_missing: OnMissing<O>,
    poll: Box<Poll<O>>,
    on_poll: Box<dyn FnMut(&Progress<'_>) + Send + Sync>,
}

type Poll<O> = dyn Fn() -> Polling<'static, O> + Send + Sync;

/// Future of one poll.
type Polling<'a, O> = BoxFuture<'a, Result<PollResult<O>>>;

/// Progress of a wait after one poll.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Progress<'a> {
    /// Number of polls so far, including this one.
    pub polls: u32,
    /// Time since `wait` was called.
    pub elapsed: Duration,
    /// State of the resource; none while it is not listed, or if the poll failed.
    ///
    /// If the wait needs several entries, it is the state of the first one that does not have the
    /// wanted state.
    pub state: Option<&'a str>,
}

/// Conditions that end a wait.
pub(crate) struct Acceptor<T, O> {
    /// Name of the waiter.
    pub(crate) name: &'static str,
    /// Action that is polled.
    pub(crate) action: &'static str,
    /// Reads the state of an entry.
    pub(crate) state: fn(&T) -> Option<&str>,
    /// States that end the wait well.
    pub(crate) success: &'static [&'static str],
    /// States that end the wait badly.
    pub(crate) failure: &'static [&'static str],
    /// Members that must have the expected value too.
    pub(crate) expected: Vec<Expected<T>>,
    /// Entries that the wait needs.
    pub(crate) entries: Entries<T, O>,
    /// Meaning of a list without the entry.
    pub(crate) on_missing: OnMissing<O>,
}

/// Name of a member, and the test of its value.
pub(crate) type Expected<T> = (&'static str, Box<dyn Fn(&T) -> bool + Send + Sync>);

/// Entries that a wait needs, and how its result is made of them.
#[derive(Debug)]
pub(crate) enum Entries<T, O> {
    /// The first entry that matches.
    First(fn(T) -> O),
    /// Every entry that matches: all in a success state, or one in a failure state.
    All(fn(Vec<T>) -> O),
}

/// Meaning of a list without the entry.
#[derive(Debug)]
pub(crate) enum OnMissing<O> {
    /// Not there yet: poll again.
    Retry,
    /// Gone, as wanted. Makes the result if no entry was ever seen.
    Success(fn() -> O),
    /// Gone, which is a failure.
    Failure,
}

/// Entries that match the id that is waited for.
#[derive(Debug)]
pub(crate) struct Matches<T> {
    entries: Vec<T>,
    /// An entry has no id, so it may be one of them.
    nameless: bool,
}

impl<T> Matches<T> {
    const NONE: Self = Self { entries: Vec::new(), nameless: false };

    /// Keeps the entries with this id. The default value stands for a missing id.
    pub(crate) fn new<K: PartialEq + Default>(
        entries: impl IntoIterator<Item = T>,
        id: impl Fn(&T) -> Option<&K>,
        wanted: &K,
    ) -> Self {
        let (missing, mut nameless) = (K::default(), false);
        let entries = entries.into_iter().filter(|entry| {
            let id = id(entry).filter(|id| **id != missing);
            nameless |= id.is_none();
            id == Some(wanted)
        });
        Self { entries: entries.collect(), nameless }
    }
}

/// Result of one poll.
enum PollResult<O> {
    Found(Found<O>),
    /// The response has a list, and the entry is not in it.
    Missing,
    /// The response has no list, or one that is shorter than its total.
    Unclear,
}

/// Entries that were found, with the verdict on them.
struct Found<O> {
    verdict: Verdict,
    state: Option<String>,
    output: O,
}

/// Verdict on an entry; of several entries the smallest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Failure,
    Pending,
    /// This member does not have the expected value, though the state is a success state.
    Unexpected(&'static str),
    Success,
}

impl<T, O> Acceptor<T, O> {
    /// Returns `true` if a poll can stop at the first match.
    fn stops_at(&self, matches: &Matches<T>) -> bool {
        matches!(self.entries, Entries::First(_)) && !matches.entries.is_empty()
    }

    /// Judges the entries that match.
    ///
    /// `is_evidence` says whether the list shows that an entry outside of it does not exist.
    fn judge(&self, matches: Matches<T>, is_evidence: bool) -> Result<PollResult<O>> {
        if matches.nameless && !self.stops_at(&matches) {
            let problem = "the response has entries without an id";
            return Err(Error::protocol(problem).with_retryable(true));
        }
        let mut entries = matches.entries;
        if let Entries::First(_) = self.entries {
            entries.truncate(1);
        }
        let judged = entries.iter().map(|entry| (self.verdict(entry), entry));
        let Some((verdict, entry)) = judged.min_by_key(|(verdict, _)| *verdict) else {
            return Ok(if is_evidence { PollResult::Missing } else { PollResult::Unclear });
        };
        let state = (self.state)(entry).map(str::to_owned);
        let output = match self.entries {
            Entries::First(output) => output(entries.remove(0)),
            Entries::All(output) => output(entries),
        };
        Ok(PollResult::Found(Found { verdict, state, output }))
    }

    fn verdict(&self, entry: &T) -> Verdict {
        let state = (self.state)(entry);
        let is_in = |states: &[&str]| state.is_some_and(|state| states.contains(&state));
        if is_in(self.failure) {
            return Verdict::Failure;
        }
        if !is_in(self.success) {
            return Verdict::Pending;
        }
        let unexpected = self.expected.iter().find(|(_, is_expected)| !is_expected(entry));
        unexpected.map_or(Verdict::Success, |(name, _)| Verdict::Unexpected(name))
    }
}

/// Pauses between polls, each with jitter.
pub(crate) struct Pauses(Duration);

impl Pauses {
    pub(crate) fn new() -> Self {
        Self(FIRST_PAUSE)
    }

    /// Returns the pause after a poll that began at this time; none if there is no time for another
    /// poll.
    pub(crate) fn next_after(
        &mut self,
        begun: Instant,
        deadline: Option<Instant>,
    ) -> Option<Duration> {
        let mut pause = self.0.mul_f64(0.5 + fastrand::f64() / 2.0);
        if let Some(deadline) = deadline {
            let [least, most] = LAST_POLL;
            let reserve = (begun.elapsed() * 2).clamp(least, most);
            let left = deadline.saturating_duration_since(Instant::now());
            pause = pause.min(left.checked_sub(reserve).filter(|left| !left.is_zero())?);
        }
        self.0 = self.0.mul_f64(1.5).min(LONGEST_PAUSE);
        Some(pause)
    }
}

impl<O: 'static> Waiter<O> {
    /// Watches entries of a list that comes in pages.
    pub(crate) fn paged<R: Paged, T: Send + 'static>(
        client: Client,
        request: R,
        acceptor: Acceptor<T, O>,
        find: impl Fn(Vec<R::Item>) -> Matches<T> + Send + Sync + 'static,
    ) -> Self {
        Self::new(acceptor, (client, request, find), |acceptor, (client, request, find)| {
            Box::pin(async move {
                let mut matches = Matches::NONE;
                let is_evidence = read_list(client, request.clone(), |entries| {
                    let found = find(std::mem::take(entries));
                    matches.entries.extend(found.entries);
                    matches.nameless |= found.nameless;
                    Ok(!acceptor.stops_at(&matches))
                });
                let is_evidence = is_evidence.await?;
                acceptor.judge(matches, is_evidence)
            })
        })
    }

    /// Watches entries of a list that comes whole.
    pub(crate) fn listed<R: Listing, T: Send + 'static>(
        client: Client,
        request: R,
        acceptor: Acceptor<T, O>,
        find: impl Fn(Vec<R::Item>) -> Matches<T> + Send + Sync + 'static,
    ) -> Self {
        Self::new(acceptor, (client, request, find), |acceptor, (client, request, find)| {
            Box::pin(async move {
                let mut response = client.send_borrowed(request).await?;
                let matches = find(std::mem::take(R::items(&mut response)));
                acceptor.judge(matches, has_list(response.metadata_mut()))
            })
        })
    }

    /// Watches the response itself.
    pub(crate) fn responded<R: Request<Response = T> + Clone, T: Send + 'static>(
        client: Client,
        request: R,
        acceptor: Acceptor<T, O>,
    ) -> Self {
        Self::new(acceptor, (client, request), |acceptor, (client, request)| {
            Box::pin(async move {
                let entries = vec![client.send_borrowed(request).await?];
                acceptor.judge(Matches { entries, nameless: false }, false)
            })
        })
    }

    /// Makes a waiter of its source and the function that polls it.
    fn new<T: 'static, S: Send + Sync + 'static>(
        mut acceptor: Acceptor<T, O>,
        source: S,
        poll: for<'a> fn(&'a Acceptor<T, O>, &'a S) -> Polling<'a, O>,
    ) -> Self {
        let on_missing = std::mem::replace(&mut acceptor.on_missing, OnMissing::Retry);
        let (name, action) = (acceptor.name, acceptor.action);
        let parts = Arc::new((acceptor, source));
        let poll = move || -> Polling<'static, O> {
            let parts = Arc::clone(&parts);
            Box::pin(async move { poll(&parts.0, &parts.1).await })
        };
        Self { name, action, on_missing, poll: Box::new(poll), on_poll: Box::new(|_| {}) }
    }

    /// Calls a function after every poll, to show progress.
    pub fn on_poll(mut self, on_poll: impl FnMut(&Progress<'_>) + Send + Sync + 'static) -> Self {
        self.on_poll = Box::new(on_poll);
        self
    }

    /// Waits, but no longer than `longest`, and returns what was seen last.
    ///
    /// Fails with kind [`Wait`](ErrorKind::Wait) when time is up, when the resource is in a failure
    /// state, and when it was listed before and is not listed any more. The error names the
    /// last state. An error of a poll that would happen again ends the wait with that error.
    /// The last poll begins shortly before time is up.
    pub async fn wait(mut self, longest: Duration) -> Result<O> {
        let start = Instant::now();
        let deadline = start.checked_add(longest);
        let mut pauses = Pauses::new();
        let mut log = Log { last: None, missing: 0, unclear: 0, responded: false, trouble: None };
        for polls in 1.. {
            let begun = Instant::now();
            let Some(result) = within(deadline, (self.poll)()).await else { break };
            let found = log.enter(result)?;
            let state = found.as_ref().and_then(|found| found.state.as_deref());
            (self.on_poll)(&Progress { polls, elapsed: start.elapsed(), state });
            match (found, &self.on_missing) {
                (Some(found), _) => match found.verdict {
                    Verdict::Success => return Ok(found.output),
                    Verdict::Failure => {
                        let state = found.state.unwrap_or_default();
                        return Err(self.failed(&format!("it is {state}")));
                    }
                    Verdict::Pending | Verdict::Unexpected(_) => log.last = Some(found),
                },
                (None, OnMissing::Success(none)) if log.missing > 0 => {
                    return Ok(log.last.map_or_else(none, |last| last.output));
                }
                (None, OnMissing::Failure) if log.missing > 0 => {
                    return Err(self.failed("it is gone"));
                }
                (None, OnMissing::Retry) if log.missing >= GONE_AFTER && log.last.is_some() => {
                    return Err(self.failed(&format!("it is gone: {}", log.state())));
                }
                (None, _) => {}
            }
            let Some(pause) = pauses.next_after(begun, deadline) else { break };
            tokio::time::sleep(pause).await;
        }
        let problem = format!("not within {} s: {}", longest.as_secs_f64(), log.state());
        Err(match log.trouble {
            Some(trouble) => self
                .failed(&format!("{problem}; the last poll to end failed"))
                .with_attempts(trouble.attempts())
                .with_request_id(trouble.request_id().map(str::to_owned))
                .with_source(trouble),
            None => self.failed(&problem),
        })
    }

    fn failed(&self, problem: &str) -> Error {
        let problem = format!("waiting for {}: {problem}", self.name);
        Error::new(ErrorKind::Wait, Outcome::Refused, problem).with_action(self.action)
    }
}

/// Results of the polls so far.
struct Log<O> {
    last: Option<Found<O>>,
    /// Number of polls in a row in which the entry was missing.
    missing: u32,
    /// Number of polls in a row in which the response was unclear.
    unclear: u32,
    responded: bool,
    /// Error of the last poll, if it failed.
    trouble: Option<Error>,
}

impl<O> Log<O> {
    /// Takes the result of a poll. Returns what was found, or an error that would happen again.
    fn enter(&mut self, result: Result<PollResult<O>>) -> Result<Option<Found<O>>> {
        let (missing, unclear) = (self.missing, self.unclear);
        (self.missing, self.unclear, self.trouble) = (0, 0, None);
        self.responded |= result.is_ok();
        match result {
            Ok(PollResult::Found(found)) => return Ok(Some(found)),
            Ok(PollResult::Missing) => self.missing = missing + 1,
            // Once it may be a slip; the second time it means that there is nothing.
            Ok(PollResult::Unclear) => {
                self.unclear = unclear + 1;
                self.missing = if unclear > 0 { missing + 1 } else { missing };
            }
            Err(error) if error.is_retryable() => self.trouble = Some(error),
            Err(error) => return Err(error),
        }
        Ok(None)
    }

    fn state(&self) -> String {
        let Some((last, state)) =
            self.last.as_ref().and_then(|last| Some((last, last.state.as_deref()?)))
        else {
            return if self.responded { "it was never there" } else { "nothing was seen" }
                .to_owned();
        };
        let state = OneLine(state);
        match last.verdict {
            Verdict::Unexpected(member) => {
                format!("the last state was {state}, but {member} is not as expected")
            }
            _ => format!("the last state was {state}"),
        }
    }
}

/// Writes a client's waiters for the blocking client too.
macro_rules! impl_waiters {
    (
        $(#[$heading:meta])*
        impl Client {$(
            $(#[$attribute:meta])*
            pub fn $name:ident(&$self:ident $(, $argument:ident: $type:ty)* $(,)?) -> Waiter<$output:ty>
                $body:block
        )*}
    ) => {
        $(#[$heading])*
        impl crate::Client {$(
            $(#[$attribute])*
            pub fn $name(&$self $(, $argument: $type)*) -> crate::waiter::Waiter<$output> $body
        )*}

        $(#[$heading])*
        #[cfg(feature = "blocking")]
        impl crate::blocking::Client {$(
            $(#[$attribute])*
            #[allow(deprecated, reason = "both clients deprecate it")]
            pub fn $name(&$self $(, $argument: $type)*) -> crate::blocking::Waiter<$output> {
                $self.waiter(|client| client.$name($($argument),*))
            }
        )*}
    };
}

pub(crate) use impl_waiters;

impl<O> fmt::Debug for Waiter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiter").field("name", &self.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_may_not_be_gone_fails() {
        let acceptor = Acceptor {
            name: "a_test",
            action: "ListX",
            state: |entry: &&'static str| Some(*entry),
            success: &["Running"],
            failure: &[],
            expected: vec![],
            entries: Entries::First(|entry| entry),
            on_missing: OnMissing::Failure,
        };
        let waiter = Waiter::new(acceptor, (), |acceptor, ()| {
            Box::pin(async { acceptor.judge(Matches::NONE, true) })
        });
        let error = waiter.wait(Duration::from_secs(60)).await.unwrap_err().to_string();
        assert!(error.contains("it is gone"), "{error}");
    }
}

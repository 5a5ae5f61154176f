//! Credentials that are kept until shortly before they expire, and fetched once for all who ask.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::OwnedMutexGuard;
use tokio::time::{Instant, timeout};

use super::{Credentials, CredentialsProvider, Location, provider_error, unavailable};
use crate::error::{BoxError, Error, Result};
use crate::transport::BoxFuture;

/// How long before they expire credentials are fetched anew; of those that live shorter, a quarter of their life.
const AHEAD: Duration = Duration::from_secs(300);
/// Credentials that have just been fetched count as alive this long whatever their expiration says: the source has only
/// just given them, so it is rather this machine's clock that is wrong.
const SHORTEST_LIFE: Duration = Duration::from_secs(10);
/// A source that failed is left alone this long.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// How often the pause is doubled while there is time.
const MOST_DOUBLED: u32 = 3;
/// Credentials that the service did not know are fetched anew no more often than this.
const BETWEEN_REJECTIONS: Duration = Duration::from_secs(10);
/// A source that takes longer has failed.
const LONGEST_FETCH: Duration = Duration::from_secs(20);
/// The same for a fetch ahead of expiry, for which one caller waits who could do without; and when there is little life
/// left, so that a slow source has its chance too.
const LONGEST_FETCH_AHEAD: Duration = Duration::from_secs(2);
const LONGEST_LATE_FETCH: Duration = Duration::from_secs(5);
const LITTLE_LIFE: Duration = Duration::from_secs(60);
/// A caller who is fetching but whose future is not polled any more holds the others up no longer than this.
const LONGEST_TURN: Duration = Duration::from_secs(25);

/// Keeps what a source gives, and asks it again ahead of expiry.
///
/// - Five minutes before credentials [expire](Credentials::with_expiration) (a quarter of their life, where they live
///   shorter than 20 minutes) the next caller fetches new ones. Meanwhile the others go on with the old ones. Credentials
///   without an expiration are kept for good.
/// - However many calls need credentials at once, the source is asked once. When the call that asks is given up, the
///   next one takes over. Nothing is done in the background.
/// - A fetch that fails, or takes longer than 20 s, is not tried again within 5 s. Ahead of expiry 2 s are too long, and a
///   source that takes longer is asked less often, down to every 40 s; in the last minute it may take 5 s and is asked
///   every 5 s. Until the old credentials expire they are used; then calls fail with the source's error.
/// - Credentials whose token the service does not know (RetCode 174) are fetched anew, once in 10 s.
///
/// Expiry is measured by a clock that never jumps, from the moment of the fetch: what the machine's calendar clock does
/// afterwards does not matter.
pub struct CachedCredentials<P> {
    source: P,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    state: Mutex<State>,
    /// Whoever holds it may fetch.
    turn: Mutex<Arc<tokio::sync::Mutex<()>>>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    failure: Option<Failure>,
    /// When the last fetch ahead of expiry ended, or was dropped with its call.
    ended_ahead: Option<Instant>,
    last_rejection: Option<Instant>,
}

struct Held {
    credentials: Credentials,
    /// When to look for new ones; `None` is never.
    fresh_until: Option<Instant>,
    /// When the service stops taking them; `None` is never.
    alive_until: Option<Instant>,
    /// The service does not know them.
    rejected: bool,
}

struct Failure {
    error: Error,
    at: Instant,
    /// How often in a row it took too long, for which a call waited each time.
    slow: u32,
}

impl Failure {
    /// Whether the source is left alone still.
    fn lasts(&self, now: Instant) -> bool {
        now < self.at + PAUSE_AFTER_FAILURE
    }

    /// Returns true while a source that takes too long is left alone ahead of expiry: longer with each failure.
    fn is_slow(&self, now: Instant) -> bool {
        let doubled = 1 << self.slow.saturating_sub(1).min(MOST_DOUBLED);
        now < self.at + PAUSE_AFTER_FAILURE * doubled
    }
}

/// What a caller is to do.
enum Step {
    Take(Credentials),
    /// They still do, but it is time to fetch others.
    FetchAhead(Credentials, Duration),
    Fetch,
    Fail(Error),
}

impl<P: CredentialsProvider> CachedCredentials<P> {
    /// Keeps what this source gives. Nothing is fetched before the first call.
    pub fn new(source: P) -> Self {
        Self {
            source,
            clock: Arc::new(SystemTime::now),
            state: Mutex::default(),
            turn: Mutex::default(),
        }
    }

    /// Tells the time by this clock, to which expirations are compared when credentials come in. Default: the machine's.
    #[must_use]
    pub fn with_clock(
        mut self,
        clock: impl Fn() -> SystemTime + Send + Sync + 'static,
    ) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    pub(super) fn source(&self) -> &P {
        &self.source
    }

    pub(super) fn source_mut(&mut self) -> &mut P {
        &mut self.source
    }

    async fn get(&self) -> Result<Credentials> {
        match self.step() {
            Step::Take(credentials) => Ok(credentials),
            Step::Fail(error) => Err(error),
            Step::FetchAhead(old, left) => {
                // Somebody else is at it: nobody has to wait.
                let Ok(turn) = self.turn().try_lock_owned() else { return Ok(old) };
                let longest = if left > LITTLE_LIFE {
                    LONGEST_FETCH_AHEAD
                } else {
                    LONGEST_LATE_FETCH.min(left)
                };
                self.fetch(turn, longest).await
            }
            Step::Fetch => {
                let turn = self.take_turn().await;
                self.fetch(turn, LONGEST_FETCH).await
            }
        }
    }

    /// Asks the source, unless somebody did so while this caller waited for its turn.
    async fn fetch(
        &self,
        turn: OwnedMutexGuard<()>,
        longest: Duration,
    ) -> Result<Credentials> {
        let old = match self.step() {
            Step::Take(credentials) => return Ok(credentials),
            Step::Fail(error) => return Err(error),
            Step::FetchAhead(old, _) => Some(old),
            Step::Fetch => None,
        };
        // The next calls take the old ones for a while, and do not end like this one if it is dropped.
        let _ahead = old.is_some().then_some(FetchAhead(self));
        let fetched = timeout(longest, self.source.credentials()).await;
        let is_slow = fetched.is_err();
        let fetched = match fetched {
            Ok(Ok(credentials)) => credentials.check().map(|()| credentials),
            Ok(Err(error)) => Err(provider_error(error)),
            Err(_) => Err(unavailable(format!(
                "the source of credentials took longer than {longest:?}"
            ))),
        };
        let now = Instant::now();
        let result = match fetched {
            Ok(credentials) => {
                let mut state = self.state();
                state.failure = None;
                state.held = Some(self.hold(credentials.clone(), now));
                Ok(credentials)
            }
            Err(error) => {
                let mut state = self.state();
                let before = state.failure.as_ref().map_or(0, |last| last.slow);
                let slow = if is_slow { before.saturating_add(1) } else { 0 };
                let copy = error.duplicate();
                state.failure = Some(Failure { error: copy, at: now, slow });
                drop(state);
                match old {
                    Some(old) => {
                        tracing::warn!(
                            %error,
                            "credentials were not renewed; the old ones are used until they expire"
                        );
                        Ok(old)
                    }
                    None => Err(error),
                }
            }
        };
        drop(turn);
        result
    }

    fn step(&self) -> Step {
        let now = Instant::now();
        let state = self.state();
        let held = state.held.as_ref().filter(|held| !held.rejected);
        let alive = held.filter(|held| held.alive_until.is_none_or(|until| now < until));
        let failure = state.failure.as_ref();
        let Some(held) = alive else {
            return match failure.filter(|failure| failure.lasts(now)) {
                Some(failure) => Step::Fail(failure.error.duplicate()),
                None => Step::Fetch,
            };
        };
        let left = held.alive_until.map_or(Duration::MAX, |until| until - now);
        let is_slow =
            left > LITTLE_LIFE && failure.is_some_and(|failure| failure.is_slow(now));
        let has_just_ended =
            state.ended_ahead.is_some_and(|at| now < at + PAUSE_AFTER_FAILURE);
        let is_fresh = held.fresh_until.is_none_or(|until| now < until);
        if is_fresh || is_slow || has_just_ended {
            Step::Take(held.credentials.clone())
        } else {
            Step::FetchAhead(held.credentials.clone(), left)
        }
    }

    fn hold(&self, credentials: Credentials, now: Instant) -> Held {
        let left = credentials.expiration().map(|expiration| {
            expiration.duration_since((self.clock)()).unwrap_or_default()
        });
        let until = |time: Duration| now.checked_add(time.max(SHORTEST_LIFE));
        Held {
            credentials,
            fresh_until: left
                .and_then(|left| until(left.saturating_sub(AHEAD.min(left / 4)))),
            alive_until: left.and_then(until),
            rejected: false,
        }
    }

    /// Waits until it is this caller's turn to fetch.
    async fn take_turn(&self) -> OwnedMutexGuard<()> {
        loop {
            let turn = self.turn();
            if let Ok(held) = timeout(LONGEST_TURN, Arc::clone(&turn).lock_owned()).await
            {
                return held;
            }
            // It is held by a future that nobody polls: a new queue, once for all who wait in this one.
            let mut current = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
            if Arc::ptr_eq(&current, &turn) {
                *current = Arc::default();
            }
        }
    }

    fn turn(&self) -> Arc<tokio::sync::Mutex<()>> {
        Arc::clone(&self.turn.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change of it is whole before anything can panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes when a fetch ahead of expiry ends, which it also does when its call is dropped.
struct FetchAhead<'a, P>(&'a CachedCredentials<P>);

impl<P> Drop for FetchAhead<'_, P> {
    fn drop(&mut self) {
        let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.ended_ahead = Some(Instant::now());
    }
}

impl<P: CredentialsProvider> CredentialsProvider for CachedCredentials<P> {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { self.get().await.map_err(BoxError::from) })
    }

    fn reject(&self, rejected: &Credentials) {
        let now = Instant::now();
        let mut state = self.state();
        let again = state
            .last_rejection
            .is_none_or(|last| now.duration_since(last) >= BETWEEN_REJECTIONS);
        let Some(held) = state.held.as_mut() else { return };
        // Another call may have been told the same before, and others be there already.
        if again && !held.rejected && held.credentials.signs_like(rejected) {
            held.rejected = true;
            state.last_rejection = Some(now);
            state.failure = None;
            drop(state);
            self.source.reject(rejected);
        }
    }

    fn location(&self) -> BoxFuture<'_, Result<Location, BoxError>> {
        self.source.location()
    }
}

impl<P> fmt::Debug for CachedCredentials<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CachedCredentials").finish_non_exhaustive()
    }
}

//! Cache of credentials.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::OwnedMutexGuard;
use tokio::time::{Instant, timeout};

use super::{Credentials, CredentialsProvider, Location, provider_error, unavailable};
use crate::error::{BoxError, Error, Result};
use crate::transport::BoxFuture;

/// Time before expiry at which credentials are refreshed; at most a quarter of their lifetime.
const AHEAD: Duration = Duration::from_secs(300);
/// Shortest lifetime of credentials just fetched: if they look expired, the clock of this machine
/// is wrong.
const SHORTEST_LIFE: Duration = Duration::from_secs(10);
/// Time without another fetch after a failure.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// Most doublings of that time.
const MOST_DOUBLED: u32 = 3;
/// Shortest time between refreshes of rejected credentials.
const BETWEEN_REJECTIONS: Duration = Duration::from_secs(10);
/// Longest time of a fetch.
const LONGEST_FETCH: Duration = Duration::from_secs(20);
/// Longest time of a refresh before expiry, for which one caller waits.
const LONGEST_FETCH_AHEAD: Duration = Duration::from_secs(2);
/// Longest time of a refresh shortly before expiry, so that a slow provider has a chance.
const LONGEST_LATE_FETCH: Duration = Duration::from_secs(5);
/// Remaining lifetime that counts as shortly before expiry.
const LITTLE_LIFE: Duration = Duration::from_secs(60);
/// Longest time for which others wait for a fetch, because its future may not be polled any more.
const LONGEST_TURN: Duration = Duration::from_secs(25);

/// Cache of a provider's credentials, which refreshes them before they expire.
///
/// - Five minutes before credentials [expire](Credentials::with_expiration), the next caller
///   fetches new ones. If their lifetime is shorter than 20 minutes, it is a quarter of it. Other
///   callers use the old ones meanwhile. Credentials without an expiration are never refreshed.
/// - If many calls need credentials at once, the provider is asked once. If that call is dropped,
///   the next one asks. Nothing runs in the background.
/// - A fetch that fails, or takes longer than 20 s, is not repeated within 5 s. A refresh before
///   expiry may take 2 s; a slower provider is asked less often, down to every 40 s. In the last
///   minute, a refresh may take 5 s and is repeated every 5 s. The old credentials are used until
///   they expire; then calls fail with the error of the provider.
/// - Credentials whose token the service does not know (RetCode 174) are refreshed, at most once in
///   10 s.
///
/// Never blocking a caller takes priority over refreshing early. Expiry is measured from the fetch
/// by a monotonic clock, so later changes of the system clock do not matter.
pub struct CachedCredentials<P> {
    source: P,
    cache: Cache,
}

/// Cache of any provider, compiled once for all of them.
struct Cache {
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    state: Mutex<State>,
    /// Its holder may fetch.
    turn: Mutex<Arc<tokio::sync::Mutex<()>>>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    failure: Option<Failure>,
    /// End of the last refresh before expiry, or of its call.
    ended_ahead: Option<Instant>,
    last_rejection: Option<Instant>,
}

struct Held {
    credentials: Credentials,
    /// Time of the next refresh; `None` is never.
    fresh_until: Option<Instant>,
    /// Time of expiry; `None` is never.
    alive_until: Option<Instant>,
    /// The service does not know them.
    rejected: bool,
}

struct Failure {
    error: Error,
    at: Instant,
    /// Number of fetches in a row that took too long.
    slow: u32,
}

impl Failure {
    /// Returns `true` while the provider is not asked again.
    fn lasts(&self, now: Instant) -> bool {
        now < self.at + PAUSE_AFTER_FAILURE
    }

    /// Returns `true` while a slow provider is not asked before expiry: longer after each failure.
    fn is_slow(&self, now: Instant) -> bool {
        let doubled = 1 << self.slow.saturating_sub(1).min(MOST_DOUBLED);
        now < self.at + PAUSE_AFTER_FAILURE * doubled
    }
}

/// Next step of a caller.
enum Step {
    Done(Result<Credentials>),
    /// Refresh them, although they are still valid.
    FetchAhead(Credentials, Duration),
    Fetch,
}

impl<P: CredentialsProvider> CachedCredentials<P> {
    /// Caches the credentials of this provider. Nothing is fetched before the first call.
    pub fn new(source: P) -> Self {
        let clock = Arc::new(SystemTime::now);
        Self { source, cache: Cache { clock, state: Mutex::default(), turn: Mutex::default() } }
    }

    /// Sets the clock that expirations are compared with. Default: the system clock.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.cache.clock = Arc::new(clock);
        self
    }

    pub(super) fn source(&self) -> &P {
        &self.source
    }

    pub(super) fn source_mut(&mut self) -> &mut P {
        &mut self.source
    }
}

impl Cache {
    async fn get(&self, source: &dyn CredentialsProvider) -> Result<Credentials> {
        let (_turn, longest) = match self.step() {
            Step::Done(result) => return result,
            Step::FetchAhead(old, left) => {
                // Another caller is fetching; do not wait for it.
                let Ok(turn) = self.turn().try_lock_owned() else { return Ok(old) };
                let is_early = left > LITTLE_LIFE;
                (turn, if is_early { LONGEST_FETCH_AHEAD } else { LONGEST_LATE_FETCH.min(left) })
            }
            Step::Fetch => (self.take_turn().await, LONGEST_FETCH),
        };
        // Another caller may have fetched meanwhile.
        let old = match self.step() {
            Step::Done(result) => return result,
            Step::FetchAhead(old, _) => Some(old),
            Step::Fetch => None,
        };
        // If this call is dropped, the next calls use the old ones for a while.
        let _ahead = old.is_some().then_some(FetchAhead(self));
        let fetched = timeout(longest, source.credentials()).await;
        let is_slow = fetched.is_err();
        let result = match fetched {
            Ok(Ok(credentials)) => credentials.check().map(|()| credentials),
            Ok(Err(error)) => Err(provider_error(error)),
            Err(_) => Err(unavailable(format!(
                "timeout: the credentials provider took longer than {longest:?}"
            ))),
        };
        self.keep(&result, is_slow);
        match (result, old) {
            (Err(error), Some(old)) => {
                tracing::warn!(
                    %error,
                    "credentials not refreshed; the old ones are used until they expire"
                );
                Ok(old)
            }
            (result, _) => result,
        }
    }

    /// Keeps the result of a fetch.
    fn keep(&self, result: &Result<Credentials>, is_slow: bool) {
        let now = Instant::now();
        let mut state = self.state();
        let before = state.failure.take().map_or(0, |last| last.slow);
        match result {
            Ok(credentials) => state.held = Some(self.hold(credentials.clone(), now)),
            Err(error) => {
                let slow = if is_slow { before.saturating_add(1) } else { 0 };
                state.failure = Some(Failure { error: error.duplicate(), at: now, slow });
            }
        }
    }

    fn step(&self) -> Step {
        let now = Instant::now();
        let state = self.state();
        let held = state.held.as_ref().filter(|held| !held.rejected);
        let alive = held.filter(|held| held.alive_until.is_none_or(|until| now < until));
        let failure = state.failure.as_ref();
        let Some(held) = alive else {
            return match failure.filter(|failure| failure.lasts(now)) {
                Some(failure) => Step::Done(Err(failure.error.duplicate())),
                None => Step::Fetch,
            };
        };
        let left = held.alive_until.map_or(Duration::MAX, |until| until - now);
        let is_slow = left > LITTLE_LIFE && failure.is_some_and(|failure| failure.is_slow(now));
        let has_just_ended = state.ended_ahead.is_some_and(|at| now < at + PAUSE_AFTER_FAILURE);
        let is_fresh = held.fresh_until.is_none_or(|until| now < until);
        if is_fresh || is_slow || has_just_ended {
            Step::Done(Ok(held.credentials.clone()))
        } else {
            Step::FetchAhead(held.credentials.clone(), left)
        }
    }

    fn hold(&self, credentials: Credentials, now: Instant) -> Held {
        let left = credentials
            .expiration()
            .map(|expiration| expiration.duration_since((self.clock)()).unwrap_or_default());
        let until = |time: Duration| now.checked_add(time.max(SHORTEST_LIFE));
        Held {
            credentials,
            fresh_until: left.and_then(|left| until(left.saturating_sub(AHEAD.min(left / 4)))),
            alive_until: left.and_then(until),
            rejected: false,
        }
    }

    /// Waits until this caller may fetch.
    async fn take_turn(&self) -> OwnedMutexGuard<()> {
        loop {
            let turn = self.turn();
            if let Ok(held) = timeout(LONGEST_TURN, Arc::clone(&turn).lock_owned()).await {
                return held;
            }
            // Its holder is not polled any more: all callers of this queue move to a new one.
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
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns `true` if these were the cached credentials, which are not used any more.
    fn reject(&self, rejected: &Credentials) -> bool {
        let now = Instant::now();
        let mut state = self.state();
        let again =
            state.last_rejection.is_none_or(|last| now.duration_since(last) >= BETWEEN_REJECTIONS);
        let Some(held) = state.held.as_mut() else { return false };
        // Another call may have reported them before, and there may be others already.
        let is_new = again && !held.rejected && held.credentials.signs_like(rejected);
        if is_new {
            held.rejected = true;
            state.last_rejection = Some(now);
            state.failure = None;
        }
        is_new
    }
}

/// Records the end of a refresh before expiry, also if its call is dropped.
struct FetchAhead<'a>(&'a Cache);

impl Drop for FetchAhead<'_> {
    fn drop(&mut self) {
        self.0.state().ended_ahead = Some(Instant::now());
    }
}

impl<P: CredentialsProvider> CredentialsProvider for CachedCredentials<P> {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { self.cache.get(&self.source).await.map_err(BoxError::from) })
    }

    fn reject(&self, rejected: &Credentials) {
        if self.cache.reject(rejected) {
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

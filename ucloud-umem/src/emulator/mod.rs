//! UMem in a box, for tests and for trying things out. Outside semver: it follows the service, not the crate.
//!
//! The emulator stands behind the [`Transport`], so that signing, retries, deadlines and decoding all run; no socket
//! is opened and no task is started. It checks what the real gateway checks (action, keys, signature, parameters),
//! keeps what was ordered, and computes states when they are read, by a [`Clock`] that a test can move.
//!
//! Every action answers from what is kept. One that is added to the description without a behaviour here has its
//! parameters checked and answers with its documented example; the header `x-emulator-answer: example` says so.
#![doc = ""]
#![doc = include_str!("guide.md")]

pub mod action;
mod builder;
mod call;
mod check;
mod clock;
mod gateway;
mod instance;
mod keys;
mod life;
mod place;
mod rdb;
mod refusal;
mod reply;
mod resize;
mod resources;
mod server;
mod store;
#[cfg(test)]
mod walk;

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{HeaderName, HeaderValue, StatusCode};

pub use builder::EmulatorBuilder;
pub use clock::Clock;
pub use server::{RequestForm, ServedCall, Server, ServerBuilder};

use crate::client::Client;
use crate::generated::action_table::ACTIONS;
use crate::transport::{
    BoxFuture, HttpRequest, HttpResponse, Transport, TransportError,
};
use action::ActionSpec;
use call::{Call, DEFAULT_PROJECT};
use clock::Time;
use gateway::Parameters;
use keys::Keys;
use place::Place;
use reply::Facts;
use resources::Context;
use store::Store;

/// Where [`Emulator::client`] sends its calls and where seeded resources are.
const REGION: &str = "cn-bj2";
const ZONE: &str = "cn-bj2-05";
/// Where downloads seem to be as long as nobody serves the emulator; no such host ever exists.
const NOT_SERVED: &str = "http://emulator.invalid";

/// An emulated service with a state of its own; clones share it.
#[derive(Clone)]
pub struct Emulator(Arc<Inner>);

struct Inner {
    clock: Clock,
    step: Duration,
    keys: Keys,
    calls: AtomicU64,
    state: Mutex<State>,
}

struct State {
    store: Store,
    base_url: String,
}

impl Emulator {
    /// An empty emulator whose clock runs like the machine's.
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// An empty emulator with a clock of the caller's.
    pub fn with_clock(clock: Clock) -> Self {
        Self::builder().clock(clock).build()
    }

    /// Begins an emulator with a clock, keys or a step of the caller's.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::new()
    }

    /// A client of this emulator, with its keys, a region and a zone already set.
    pub fn client(&self) -> Client {
        let credentials = self.0.keys.permanent().clone();
        crate::builder::emulated(Arc::new(self.clone()), credentials, REGION, ZONE)
    }

    /// The clock by which states change.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// How long a state such as `Starting` lasts by the [`clock`](Self::clock): 200 ms, unless the builder was told
    /// otherwise.
    pub fn step(&self) -> Duration {
        self.0.step
    }

    /// How many requests have arrived.
    pub fn calls(&self) -> u64 {
        self.0.calls.load(Ordering::Relaxed)
    }

    /// Forgets every resource, every call and the temporary keys that were handed out. The clock goes on, and downloads stay where they are.
    pub fn reset(&self) {
        self.state().store = Store::default();
        self.0.keys.forget_temporary();
        self.0.calls.store(0, Ordering::Relaxed);
    }

    /// Says by which address the emulator is reached, without a `/` at the end: download addresses of backups begin
    /// with it. Default: `http://emulator.invalid`.
    pub fn served_at(&self, base_url: impl Into<String>) {
        self.state().base_url = base_url.into();
    }

    /// Adds a distributed Redis space with this many finished backups, one a day; one that is there keeps its backups.
    pub fn seed_space(&self, id: impl Into<String>, backups: u32) {
        self.with(|context| {
            context.store.seed_space(&id.into(), home(), backups, context.time.now);
        });
    }

    /// Adds a Memcached group of 1 GB that runs, unless it is there.
    pub fn seed_memcache(&self, id: impl Into<String>) {
        self.with(|context| {
            context.store.seed_memcache(&id.into(), home(), context.time.now);
        });
    }

    /// Adds a Redis group of 4 GB with this many finished backups, one a day; one that is there keeps its backups.
    pub fn seed_group(&self, id: impl Into<String>, backups: u32) {
        self.with(|context| {
            context.store.seed_group(&id.into(), home(), backups, context.time.now);
        });
    }

    /// Starts a backup of a space that is there, and gives its id; `None` where there is no such space.
    ///
    /// It is `Starting` for one [`step`](Self::step), then `Done`.
    pub fn start_backup(
        &self,
        space_id: &str,
        name: impl Into<String>,
    ) -> Option<String> {
        self.with(|context| {
            let now = context.time.now;
            context.store.add_backup(space_id, name.into(), "manual", now)
        })
    }

    /// Names of the actions that have no behaviour here yet: they answer with their documented examples.
    pub fn example_only_actions() -> Vec<&'static str> {
        let names = ACTIONS.iter().map(|action| action.name);
        names.filter(|name| resources::behaviour(name).is_none()).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change of the state is whole before it can panic.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works on the state as it is at this moment.
    fn with<T>(&self, work: impl FnOnce(&mut Context<'_>) -> T) -> T {
        let mut state = self.state();
        let State { store, base_url } = &mut *state;
        let time = Time { now: self.0.clock.now(), step: self.0.step };
        store.catch_up(time);
        work(&mut Context { store, time, base_url })
    }

    fn answer(&self, body: &[u8]) -> HttpResponse {
        let number = self.0.calls.fetch_add(1, Ordering::Relaxed) + 1;
        let parameters = gateway::parameters(body);
        let name = parameters.get("Action").cloned().unwrap_or_default();
        let checked = gateway::action(&parameters).and_then(|action| {
            gateway::check_signature(&parameters, &self.0.keys, self.0.clock.now())?;
            Ok(action)
        });
        let (reply, source) = match checked {
            Ok(action) => self.act(action, parameters),
            Err(refusal) => (reply::refused(&name, &refusal), Source::State),
        };
        let mut response = HttpResponse::new(StatusCode::OK, reply);
        let request_id =
            HeaderValue::try_from(format!("00000000-0000-0000-0000-{number:012x}"));
        if let Ok(request_id) = request_id {
            response
                .headers
                .insert(HeaderName::from_static("x-ucloud-request-uuid"), request_id);
        }
        if source == Source::Example {
            let name = HeaderName::from_static("x-emulator-answer");
            response.headers.insert(name, HeaderValue::from_static("example"));
        }
        response
    }

    /// Answers a call whose signature was checked.
    fn act(
        &self,
        action: &'static ActionSpec,
        parameters: Parameters,
    ) -> (String, Source) {
        let done = Call::checked(action, parameters).and_then(|call| {
            let behaviour = resources::behaviour(action.name);
            let done = behaviour.map(|act| self.with(|context| act(context, &call)));
            done.transpose().map_err(|refusal| refusal.naming(&call))
        });
        match (done, action.example) {
            (Ok(Some(facts)), _) => (reply::success(action, &facts), Source::State),
            (Ok(None), Some(example)) => (example.to_owned(), Source::Example),
            (Ok(None), None) => (reply::success(action, &Facts::new()), Source::Example),
            (Err(refusal), _) => (reply::refused(action.name, &refusal), Source::State),
        }
    }
}

/// Where seeded resources are.
fn home() -> Place {
    Place {
        project: DEFAULT_PROJECT.to_owned(),
        region: REGION.to_owned(),
        zone: ZONE.to_owned(),
    }
}

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    State,
    Example,
}

impl Default for Emulator {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for Emulator {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move { Ok(self.answer(&request.body)) })
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator")
            .field("clock", &self.0.clock)
            .field("calls", &self.calls())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;

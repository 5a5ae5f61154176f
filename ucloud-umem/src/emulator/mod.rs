//! UMem in a box, for tests and for trying things out. Outside semver: it follows the service, not the crate.
//!
//! The emulator stands behind the [`Transport`], so that signing, retries, deadlines and decoding all run; no socket
//! is opened and no task is started. It checks what the real gateway checks (action, keys, signature, parameters),
//! keeps what was ordered, and computes states when they are read, by a [`Clock`] that a test can move.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> ucloud_umem::Result<()> {
//! use ucloud_umem::emulator::Emulator;
//!
//! let emulator = Emulator::new();
//! emulator.seed_space("uredis-abc", 25);
//!
//! let mut backups = emulator.client().describe_umem_backup("uredis-abc").items();
//! let mut count = 0;
//! while let Some(backup) = backups.try_next().await? {
//!     assert_eq!(backup.state.as_str(), "Done");
//!     count += 1;
//! }
//! assert_eq!(count, 25);
//! # Ok(())
//! # }
//! ```
//!
//! An action that has no behaviour here yet has its parameters checked and answers with its documented example; the
//! header `x-emulator-answer: example` says so.
//!
//! # Over HTTP
//!
//! Programs in other languages reach it over HTTP, from the command or from a [`Server`] in a test
//! ([`Emulator::serve`]):
//!
//! ```sh
//! cargo run -p ucloud-umem --features emulator --bin umem-emulator -- --listen 127.0.0.1:8080 --seed-space uredis-abc=3
//! ```
//!
//! It prints `listening on http://127.0.0.1:8080`, and stops at Ctrl-C or SIGTERM once calls in flight are answered;
//! `--help` shows the options. The vendor's SDKs work against it with that address as their base URL, and the keys
//! `emulator` and `emulator`. Like the gateway it takes a call at `/` as a `GET`, as a `POST` of a form (parameters in the
//! URL count too) and as a `POST` of JSON, whose lists and objects come to `Name.0.Member`. Of a name that is there twice
//! the last value counts, and the body comes after the URL. What is no call in one of these forms gets a status such
//! as 400, 405, 413 or 415 and a `Message`, but no RetCode.
//!
//! What a test does to the emulator goes to paths of their own, in JSON and without a signature:
//!
//! ```sh
//! curl http://127.0.0.1:8080/healthz
//! curl -X POST http://127.0.0.1:8080/_emulator/reset
//! curl -d '{"spaces": {"uredis-xyz": 12}, "groups": {"uredis-abc": 3}}' http://127.0.0.1:8080/_emulator/seed
//! curl -d '{"advance_ms": 1000}' http://127.0.0.1:8080/_emulator/clock
//! curl -d '{"faults": ["CreateUMemSpace:status=503:times=2"]}' http://127.0.0.1:8080/_emulator/faults
//! curl http://127.0.0.1:8080/_emulator/faults
//! curl -X DELETE http://127.0.0.1:8080/_emulator/faults
//! curl http://127.0.0.1:8080/_emulator/calls
//! curl -O http://127.0.0.1:8080/_emulator/downloads/umembackup-000001.rdb
//! ```
//!
//! | path | what it does |
//! |---|---|
//! | `reset` | forgets resources, temporary keys, faults and calls; the clock stays |
//! | `seed` | adds distributed Redis spaces and Redis groups, each with so many finished backups |
//! | `clock` | moves the clock by which states change and tokens expire; a `GET` shows it |
//! | `faults` | adds [faults](crate::transport::Fault), written as for `--fault`; a `GET` lists those that are left, a `DELETE` takes them away |
//! | `calls` | how many calls there were, and of the last 100 the time, action, form, RetCode, status and request id |
//! | `downloads/ID.rdb` | a backup, or the part of one of its shards, as a small file that Redis loads |
//!
//! `/meta-data/...` is the instance metadata of a host: both formats of temporary credentials, region and zone. The gateway
//! knows their tokens until they expire, and answers RetCode 174 from then on, so that
//! [`InstanceMetadata::base_url`](crate::credentials::InstanceMetadata::base_url) tries the whole chain.
//!
//! The control paths ask for no signature and the keys are well known, so that it listens on this machine alone unless
//! [`allow_remote`](ServerBuilder::allow_remote) or `--allow-remote` says otherwise. It serves 256 connections at once
//! and lets more wait, takes bodies of 1 MiB, and gives a client 10 s for each request.

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
            let now = context.time.now;
            context.store.seed_space(&id.into(), home(), backups, now);
        });
    }

    /// Adds a Memcached group of 1 GB that runs, unless it is there.
    pub fn seed_memcache(&self, id: impl Into<String>) {
        self.with(|context| {
            let now = context.time.now;
            context.store.seed_memcache(&id.into(), home(), now);
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
            behaviour.map(|act| self.with(|context| act(context, &call))).transpose()
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

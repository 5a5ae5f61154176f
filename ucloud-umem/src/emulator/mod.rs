//! UMem in a box, for tests and for trying things out. Outside semver: it follows the service, not the crate.
//!
//! The emulator stands behind the [`Transport`], so that signing, retries, deadlines and decoding all run; no socket
//! is opened and no task is started. It checks what the real gateway checks (action, keys, signature, parameters),
//! keeps spaces and their backups, and computes states when they are read, by a [`Clock`] that a test can move.
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

pub mod action;
mod check;
mod clock;
mod resources;
mod store;

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Map, Value};

pub use clock::Clock;

use crate::client::Client;
use crate::credentials::Credentials;
use crate::generated::action_table::ACTIONS;
use crate::transport::{
    BoxFuture, HttpRequest, HttpResponse, Transport, TransportError,
};
use check::{Call, Refusal};
use store::Store;

/// The public key that the emulator knows, and the private key that goes with it.
const KEY: &str = "emulator";
/// Where [`Emulator::client`] sends its calls and where seeded resources are.
const REGION: &str = "cn-bj2";
const ZONE: &str = "cn-bj2-05";
/// How long a state such as `Starting` lasts.
const STEP: Duration = Duration::from_millis(200);

/// An emulated service with a state of its own; clones share it.
#[derive(Clone)]
pub struct Emulator(Arc<Inner>);

struct Inner {
    clock: Clock,
    step: Duration,
    credentials: Credentials,
    calls: AtomicU64,
    store: Mutex<Store>,
}

impl Emulator {
    /// An empty emulator whose clock runs like the machine's.
    pub fn new() -> Self {
        Self::with_clock(Clock::running())
    }

    /// An empty emulator with a clock of the caller's.
    pub fn with_clock(clock: Clock) -> Self {
        Self(Arc::new(Inner {
            clock,
            step: STEP,
            credentials: Credentials::new(KEY, KEY),
            calls: AtomicU64::new(0),
            store: Mutex::new(Store::default()),
        }))
    }

    /// A client of this emulator, with its keys, a region and a zone already set.
    pub fn client(&self) -> Client {
        crate::builder::emulated(Arc::new(self.clone()), KEY, REGION, ZONE)
    }

    /// The clock by which states change.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// How long a state such as `Starting` lasts by the [`clock`](Self::clock): 200 ms.
    pub fn step(&self) -> Duration {
        self.0.step
    }

    /// How many requests have arrived.
    pub fn calls(&self) -> u64 {
        self.0.calls.load(Ordering::Relaxed)
    }

    /// Adds a distributed Redis space with this many finished backups, one a day; one that is there keeps its backups.
    pub fn seed_space(&self, id: impl Into<String>, backups: u32) {
        let now = self.0.clock.now();
        self.store().seed_space(id.into(), REGION, ZONE, backups, now);
    }

    /// Starts a backup of a space that is there, and gives its id; `None` where there is no such space.
    ///
    /// It is `Starting` for one [`step`](Self::step), then `Done`.
    pub fn start_backup(
        &self,
        space_id: &str,
        name: impl Into<String>,
    ) -> Option<String> {
        let now = self.0.clock.now();
        self.store().start_backup(space_id, name.into(), now)
    }

    /// Names of the actions that have no behaviour here yet: they answer with their documented examples.
    pub fn example_only_actions() -> Vec<&'static str> {
        let names = ACTIONS.iter().map(|action| action.name);
        names.filter(|name| resources::behaviour(name).is_none()).collect()
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        // Every change of the store is whole before it can panic.
        self.0.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, body: &[u8]) -> HttpResponse {
        let number = self.0.calls.fetch_add(1, Ordering::Relaxed) + 1;
        let checked = check::check(body, &self.0.credentials);
        let (reply, source) = match &checked {
            Ok(call) => match self.act(call) {
                Ok(answer) => answer,
                Err(refusal) => (refusal.reply(call.action.name), Source::State),
            },
            Err((refusal, action)) => (refusal.reply(action), Source::State),
        };
        let mut response = HttpResponse::new(StatusCode::OK, reply.to_string());
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

    fn act(&self, call: &Call<'_>) -> Result<(Value, Source), Refusal> {
        if let Some(behaviour) = resources::behaviour(call.action.name) {
            let mut members =
                behaviour(&mut self.store(), call, self.0.clock.now(), self.0.step)?;
            members.insert(
                "Action".to_owned(),
                format!("{}Response", call.action.name).into(),
            );
            members.insert("RetCode".to_owned(), 0.into());
            return Ok((Value::Object(members), Source::State));
        }
        let example =
            call.action.example.and_then(|example| serde_json::from_str(example).ok());
        let empty = || Value::Object(Map::from_iter([("RetCode".to_owned(), 0.into())]));
        Ok((example.unwrap_or_else(empty), Source::Example))
    }
}

/// Where an answer comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
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

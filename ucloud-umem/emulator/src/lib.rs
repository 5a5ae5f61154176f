//! UMem in a box, for tests and experiments. Its behaviour follows the service, not semver.
//!
//! The emulator is a [`Transport`](ucloud_umem::transport::Transport). So signing, retries,
//! deadlines and decoding all run, without a socket or a task. It checks what the real gateway
//! checks (action, keys, signature, parameters), stores the created resources, and computes their
//! states when they are read, by a [`Clock`] that a test can move.
//!
//! Every action works on this state. If an action is described but has no behaviour yet, its
//! parameters are checked and the response is its documented example, with the header
//! `x-emulator-answer: example`.
//!
//! # In a test in Rust
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use umem_emulator::Emulator;
//!
//! let emulator = Emulator::new();
//! emulator.seed_space("uredis-abc", 3)?;
//! let backups = emulator.client().describe_umem_backup("uredis-abc").send().await?;
//! assert_eq!(backups.total_count, Some(3));
//! # Ok(())
//! # }
//! ```
//!
//! # In any language
//!
//! ```sh
//! cargo install umem-emulator
//! umem-emulator --seed-space uredis-abc=3
//! ```
//!
//! Then `http://127.0.0.1:8080/` is the endpoint, and in a browser a page with all resources and
//! actions.
//!
//! # Guides
//!
//! | guide | content |
//! |---|---|
//! | [in process](guide::in_process) | tests in Rust: clocks, faults |
//! | [server](guide::server) | the command, the page, real Redis and Memcached, the state file, who may call |
//! | [tools](guide::tools) | Rust, Python, Go, UCloud's command line, Terraform, curl |
//! | [control](guide::control) | seeds, clock, faults, calls, state, access tokens |
//! | [surroundings](guide::surroundings) | regions, projects, networks, roles, workflows |
//! | [containers](guide::containers) | image, Docker Compose, pipelines |
//! | [behaviour](guide::behaviour) | states, checks of calls, limits |

mod account;
#[allow(dead_code, reason = "a product need not have every kind of parameter and member")]
mod action;
mod actions;
mod backup_kind;
mod builder;
mod call;
mod check;
mod clock;
mod collection;
mod context;
#[cfg(test)]
mod coverage;
mod download;
mod error;
mod fault;
mod gateway;
mod generation;
pub mod guide;
mod ids;
mod instance;
#[allow(
    clippy::large_stack_arrays,
    clippy::similar_names,
)]
#[rustfmt::skip] // prettyplease lays it out.
mod generated;
mod keys;
mod lifecycle;
mod listing;
mod maintenance;
mod memcached_group;
mod network;
mod page;
mod price;
mod rdb;
mod redis_group;
mod refusal;
mod resize;
mod response;
mod role;
mod scanned_key;
mod scope;
mod seed;
mod served_call;
mod server;
mod servers;
mod space;
mod state_file;
mod store;
mod stored_password;
mod surroundings;
mod tokens;
mod umem;
mod words;
mod workflow;

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{HeaderName, HeaderValue, StatusCode};

pub use builder::EmulatorBuilder;
pub use clock::Clock;
pub use error::{Error, Result};
pub use fault::parse_fault;
pub use seed::seed_schema;
pub use served_call::{RequestForm, ServedCall};
pub use server::{Server, ServerBuilder};

use crate::generated::action_table::ACTIONS;
use action::{ActionSpec, Effect};
use actions::Action;
use backup_kind::BackupKind;
use call::{Call, DEFAULT_PROJECT};
use clock::Time;
use gateway::Parameters;
use generation::{Generation, Generations};
use keys::Keys;
use response::Attributes;
use scope::Scope;
use seed::document::SeedDocument;
use seed::seeded::Seeded;
use servers::Servers;
use state_file::StateFile;
use store::Store;
use ucloud_umem::transport::{HttpRequest, HttpResponse};
use ucloud_umem::{Client, Credentials};

/// Region and zone of [`Emulator::client`] and of seeded resources.
const REGION: &str = "cn-bj2";
const ZONE: &str = "cn-bj2-05";
/// Base URL of downloads as long as nobody serves the emulator. The host never exists.
const NOT_SERVED: &str = "http://emulator.invalid";

/// An emulated service with its own state; clones share it.
#[derive(Clone)]
pub struct Emulator(Arc<Inner>);

struct Inner {
    clock: Clock,
    step: Duration,
    /// Value of [`State::list_lag`] after a reset.
    list_lag: Duration,
    keys: Arc<Keys>,
    /// True if keys and signatures are not checked.
    unsigned: bool,
    /// True if there are programs for real servers.
    has_servers: bool,
    generations: Generations,
    state: Arc<Mutex<State>>,
    state_file: Option<StateFile>,
}

struct State {
    store: Store,
    servers: Servers,
    base_url: String,
    calls: u64,
    /// Time after which lists show a new resource.
    list_lag: Duration,
}

impl Emulator {
    /// Makes an empty emulator with a clock like the machine's.
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// Makes an empty emulator with this clock.
    pub fn with_clock(clock: Clock) -> Self {
        Self::builder().clock(clock).build()
    }

    /// Returns a builder, for another clock, keys or step.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::new()
    }

    /// Returns a client of this emulator, with keys, region and zone.
    #[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "no part of it is input")]
    pub fn client(&self) -> Client {
        let (public_key, private_key) = self.0.keys.permanent();
        let channel_key = self.0.keys.channel_key().unwrap_or_default();
        Client::builder()
            .base_url("http://127.0.0.1/")
            .credentials(Credentials::new(public_key, private_key))
            .channel_key(channel_key)
            .region(REGION)
            .zone(ZONE)
            .transport(self.clone())
            .build()
            .expect("constants that are valid, and keys that are checked at a call")
    }

    /// Returns the clock of state changes.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Returns the duration of a state such as `Starting` by the [`clock`](Self::clock): 200 ms,
    /// unless the builder sets otherwise.
    pub fn step(&self) -> Duration {
        self.0.step
    }

    /// Sets the time after which lists show a new resource, by the clock. Default: at once.
    ///
    /// [`reset`](Self::reset) sets it to the value of the builder again.
    pub fn set_list_lag(&self, list_lag: Duration) {
        self.state().list_lag = list_lag;
    }

    /// Returns the time after which lists show a new resource.
    pub fn list_lag(&self) -> Duration {
        self.state().list_lag
    }

    /// Adds an access token that calls may send as `Authorization: Bearer`, for this long by the
    /// [`clock`](Self::clock); `None` is until the next [`reset`](Self::reset). A known token gets
    /// the new lifetime.
    ///
    /// Other tokens get RetCode 174; a request with a token and a signature gets RetCode 171.
    pub fn add_bearer_token(&self, token: &str, life: impl Into<Option<Duration>>) {
        self.0.keys.tokens.add(token, life.into(), self.0.clock.now());
        self.changed();
    }

    /// Revokes the access tokens, but not the tokens of the builder.
    pub fn revoke_bearer_tokens(&self) {
        self.0.keys.tokens.revoke();
        self.changed();
    }

    /// Returns the number of requests that have arrived.
    pub fn calls(&self) -> u64 {
        self.state().calls
    }

    /// Deletes all resources, calls, temporary keys and access tokens, and ends the real servers.
    /// The clock and the address of downloads stay.
    ///
    /// A call over HTTP that is still waiting (for a fault with latency) is not executed, and gets
    /// HTTP status 409.
    pub fn reset(&self) {
        let mut state = self.state();
        state.store = Store::default();
        state.calls = 0;
        state.list_lag = self.0.list_lag;
        self.0.generations.begin();
        let State { store, servers, .. } = &mut *state;
        self.catch_up(store, servers);
        drop(state);
        self.0.keys.forget_temporary();
        self.changed();
    }

    /// Writes the [state file](EmulatorBuilder::state_file) now. Without one it does nothing.
    ///
    /// Dropping the last clone of the emulator does the same, but cannot report an error.
    pub fn save_state(&self) -> Result<()> {
        self.0.state_file.as_ref().map_or(Ok(()), StateFile::save)
    }

    /// Returns true if a state file existed when the emulator was made.
    pub fn is_restored(&self) -> bool {
        self.0.state_file.as_ref().is_some_and(StateFile::is_restored)
    }

    /// Reports a change of what the state file holds.
    fn changed(&self) {
        if let Some(file) = &self.0.state_file {
            file.changed();
        }
    }

    /// Sets the base URL of download addresses, without a `/` at the end. Default:
    /// `http://emulator.invalid`.
    pub fn served_at(&self, base_url: impl Into<String>) {
        self.state().base_url = base_url.into();
    }

    /// Adds resources of a document in YAML or JSON, all of them or none.
    ///
    /// [`seed_schema`] describes the document; the [guide](crate::guide::control#seeds) shows one.
    /// Relative paths in it are relative to the current directory.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = umem_emulator::Emulator::new();
    /// emulator.seed(
    ///     "
    ///     redis_groups:
    ///       - { id: uredis-abc, expires: in 2 days, backups: 3 }
    ///       - { id: uredis-xyz, state: CreateFail }
    ///     ",
    /// )?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// The error names the line or the path of the field, and the accepted values. Ids that already
    /// exist, more than 10,000 backups of one resource, and more than 100,000 seeded resources
    /// (backups included) since the last [`reset`](Self::reset) are errors too.
    pub fn seed(&self, document: &str) -> Result<()> {
        self.add_seeds(&SeedDocument::read(document)?).map(drop)
    }

    /// Adds the resources of a file, like [`seed`](Self::seed). Relative paths in it are relative to
    /// the file.
    pub fn seed_file(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        let problem = |problem: &str, error: &dyn fmt::Display| {
            Error::new(format!("{problem} seed file `{}`: {error}", path.display()))
        };
        let text = fs::read_to_string(path).map_err(|error| problem("cannot read", &error))?;
        let mut seeds = SeedDocument::read(&text).map_err(|error| problem("invalid", &error))?;
        seeds.resolve_paths(path.parent().unwrap_or(Path::new("")));
        self.add_seeds(&seeds).map(drop).map_err(|error| problem("invalid", &error))
    }

    /// Adds a distributed Redis space of 4 GB with this many finished backups, one a day. Fails
    /// like [`seed`](Self::seed).
    pub fn seed_space(&self, id: impl Into<String>, backups: u32) -> Result<()> {
        self.add_seeds(&SeedDocument::of_space(id.into(), backups)).map(drop)
    }

    /// Adds a running Memcached group of 1 GB. Fails like [`seed`](Self::seed).
    pub fn seed_memcache(&self, id: impl Into<String>) -> Result<()> {
        self.add_seeds(&SeedDocument::of_memcached_group(id.into())).map(drop)
    }

    /// Adds a Redis group of 4 GB with this many finished backups, one a day. Fails like
    /// [`seed`](Self::seed).
    pub fn seed_group(&self, id: impl Into<String>, backups: u32) -> Result<()> {
        self.add_seeds(&SeedDocument::of_group(id.into(), backups)).map(drop)
    }

    fn add_seeds(&self, seeds: &SeedDocument) -> Result<Seeded> {
        let State { store, servers, .. } = &mut *self.state();
        let time = self.catch_up(store, servers);
        let made = store.seed(seeds, servers, time.now);
        self.follow(store, servers, time);
        self.changed();
        made
    }

    /// Starts a backup of a space, and returns its id, or `None` if the space does not exist.
    ///
    /// It is `Starting` for one [`step`](Self::step), then `Done`.
    pub fn start_backup(&self, space_id: &str, name: impl Into<String>) -> Option<String> {
        let backup = self.with(|store, time| {
            let Store { kinds, ids, .. } = store;
            kinds.spaces.add_backup(ids, space_id, name.into(), BackupKind::Manual, time.now)
        });
        self.changed();
        backup
    }

    /// Returns true if keys and signatures are not [checked](EmulatorBuilder::unsigned).
    pub fn is_unsigned(&self) -> bool {
        self.0.unsigned
    }

    /// Returns the names of actions without behaviour. Their response is the documented example.
    pub fn example_only_actions() -> Vec<&'static str> {
        let names = ACTIONS.iter().map(|action| action.name);
        names.filter(|name| Action::find(name).is_none()).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change of the state is whole before it can panic.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works on the resources as they are at this moment.
    fn with<T>(&self, work: impl FnOnce(&mut Store, Time) -> T) -> T {
        let State { store, servers, .. } = &mut *self.state();
        let time = self.catch_up(store, servers);
        let done = work(store, time);
        self.follow(store, servers, time);
        done
    }

    /// Brings the resources up to this moment, and returns it.
    fn catch_up(&self, store: &mut Store, servers: &mut Servers) -> Time {
        let time = Time { now: self.0.clock.now(), step: self.0.step };
        store.catch_up(time);
        self.follow(store, servers, time);
        servers.measure(store);
        time
    }

    /// Lets the real servers follow the resources.
    fn follow(&self, store: &mut Store, servers: &mut Servers, time: Time) {
        servers.follow(store, time);
        if servers.take_changed() {
            self.changed();
        }
    }

    fn generation(&self) -> Generation {
        self.0.generations.current()
    }

    /// Returns the state, unless it was reset since a call arrived.
    fn state_since(&self, arrival: Generation) -> Option<MutexGuard<'_, State>> {
        Some(self.state()).filter(|_| self.generation() == arrival)
    }

    /// Responds to a call that arrived at this generation. Without a base URL, download addresses
    /// have the usual one.
    fn answer(
        &self,
        request: &HttpRequest,
        arrival: Generation,
        base_url: Option<&str>,
    ) -> HttpResponse {
        self.answer_since(request, arrival, base_url).unwrap_or_else(generation::conflict)
    }

    /// Responds to a call, unless the state was reset since it arrived.
    fn answer_since(
        &self,
        request: &HttpRequest,
        arrival: Generation,
        base_url: Option<&str>,
    ) -> Option<HttpResponse> {
        let number = {
            let mut state = self.state_since(arrival)?;
            state.calls += 1;
            state.calls
        };
        let parameters = gateway::parameters(&request.body);
        let name = parameters.get("Action").cloned().unwrap_or_default();
        let checked = gateway::action(&parameters).and_then(|action| {
            if !self.0.unsigned {
                let (keys, now) = (&self.0.keys, self.0.clock.now());
                gateway::check_sender(&parameters, &request.headers, keys, now)?;
            }
            Ok(action)
        });
        let (body, source) = match checked {
            Ok(action) => self.act(action, parameters, arrival, base_url)?,
            Err(refusal) => (response::refused(&name, &refusal), Source::State),
        };
        let mut response = HttpResponse::new(StatusCode::OK, body);
        let request_id = HeaderValue::try_from(format!("00000000-0000-0000-0000-{number:012x}"));
        if let Ok(request_id) = request_id {
            response.headers.insert(HeaderName::from_static("x-ucloud-request-uuid"), request_id);
        }
        if source == Source::Example {
            let name = HeaderName::from_static("x-emulator-answer");
            response.headers.insert(name, HeaderValue::from_static("example"));
        }
        Some(response)
    }

    /// Executes a call whose signature was checked, unless the state was reset since it arrived.
    fn act(
        &self,
        action: &'static ActionSpec,
        parameters: Parameters,
        arrival: Generation,
        own_base_url: Option<&str>,
    ) -> Option<(String, Source)> {
        let done = match (Call::checked(action, parameters), Action::find(action.name)) {
            (Err(refusal), _) => Err(refusal),
            (Ok(_), None) => Ok(None),
            (Ok(mut call), Some(act)) => {
                let mut state = self.state_since(arrival)?;
                let State { store, servers, base_url, list_lag, .. } = &mut *state;
                let time = self.catch_up(store, servers);
                if !list_lag.is_zero() {
                    call.list_up_to(time.now.before(*list_lag));
                }
                let base_url = own_base_url.unwrap_or(base_url);
                let done = act.carry_out(store, servers, time, &self.0.keys, base_url, &mut call);
                self.follow(store, servers, time);
                // The keys of a role are stored, although nothing else changes.
                let is_stored = action.effect != Effect::Read || matches!(act, Action::Role(_));
                if done.is_ok() && is_stored {
                    self.changed();
                }
                done.map(Some).map_err(|refusal| refusal.naming(call.ids()))
            }
        };
        Some(match (done, action.example) {
            (Ok(Some(attributes)), _) => (response::success(action, &attributes), Source::State),
            (Ok(None), Some(example)) => (example.to_owned(), Source::Example),
            (Ok(None), None) => (response::success(action, &Attributes::new()), Source::Example),
            (Err(refusal), _) => (response::refused(action.name, &refusal), Source::State),
        })
    }
}

/// Returns the scope of seeded resources.
fn home() -> Scope {
    Scope { project: DEFAULT_PROJECT.to_owned(), region: REGION.to_owned(), zone: ZONE.to_owned() }
}

/// Source of a response.
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

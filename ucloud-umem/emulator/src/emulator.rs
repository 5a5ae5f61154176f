//! The emulator, its state, and what a program does with it beside calls.

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::actions::Action;
use crate::backup_kind::BackupKind;
use crate::builder::EmulatorBuilder;
use crate::clock::{Clock, Time};
use crate::error::{Error, Result};
use crate::generated::action_table::ACTIONS;
use crate::generation::{Generation, Generations};
use crate::keys::Keys;
use crate::scope::{REGION, ZONE};
use crate::seed::document::SeedDocument;
#[cfg(doc)]
use crate::seed::seed_schema;
use crate::seed::seeded::Seeded;
use crate::servers::Servers;
use crate::state_file::StateFile;
use crate::store::Store;
use ucloud_umem::{Client, Credentials};

/// Base URL of downloads as long as nobody serves the emulator. The host never exists.
pub(crate) const NOT_SERVED: &str = "http://emulator.invalid";

/// An emulated service with its own state; clones share it.
#[derive(Clone)]
pub struct Emulator(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) clock: Clock,
    pub(crate) step: Duration,
    /// Value of [`State::list_lag`] after a reset.
    pub(crate) list_lag: Duration,
    pub(crate) keys: Arc<Keys>,
    /// True if keys and signatures are not checked.
    pub(crate) unsigned: bool,
    /// True if there are programs for real servers.
    pub(crate) has_servers: bool,
    pub(crate) generations: Generations,
    pub(crate) state: Arc<Mutex<State>>,
    pub(crate) state_file: Option<StateFile>,
}

pub(crate) struct State {
    pub(crate) store: Store,
    pub(crate) servers: Servers,
    pub(crate) base_url: String,
    pub(crate) calls: u64,
    /// Time after which lists show a new resource.
    pub(crate) list_lag: Duration,
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
    pub(crate) fn changed(&self) {
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

    pub(crate) fn add_seeds(&self, seeds: &SeedDocument) -> Result<Seeded> {
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

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // Every change of the state is whole before it can panic.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works on the resources as they are at this moment.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Store, Time) -> T) -> T {
        let State { store, servers, .. } = &mut *self.state();
        let time = self.catch_up(store, servers);
        let done = work(store, time);
        self.follow(store, servers, time);
        done
    }

    /// Brings the resources up to this moment, and returns it.
    pub(crate) fn catch_up(&self, store: &mut Store, servers: &mut Servers) -> Time {
        let time = Time { now: self.0.clock.now(), step: self.0.step };
        store.catch_up(time);
        self.follow(store, servers, time);
        servers.measure(store);
        time
    }

    /// Lets the real servers follow the resources.
    pub(crate) fn follow(&self, store: &mut Store, servers: &mut Servers, time: Time) {
        servers.follow(store, time);
        if servers.take_changed() {
            self.changed();
        }
    }

    pub(crate) fn generation(&self) -> Generation {
        self.0.generations.current()
    }

    /// Returns the state, unless it was reset since a call arrived.
    pub(crate) fn state_since(&self, arrival: Generation) -> Option<MutexGuard<'_, State>> {
        Some(self.state()).filter(|_| self.generation() == arrival)
    }
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

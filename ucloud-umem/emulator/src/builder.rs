//! Builder of an emulator.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::clock::{Clock, Time};
use crate::emulator::{Emulator, Inner, NOT_SERVED, State};
use crate::error::Result;
use crate::generation::Generations;
use crate::keys::Keys;
use crate::servers::{Notify, Programs, ServerKind, Servers};
use crate::state_file::{self, OpenFile};
use crate::store::Store;
use crate::tokens::Tokens;
use ucloud_umem::Password;

/// The public key that the emulator knows, and the private key that goes with it.
const KEY: &str = "emulator";
/// Default duration of a state such as `Starting`.
const STEP: Duration = Duration::from_millis(200);

/// Builder of an [`Emulator`].
///
/// ```
/// use std::time::Duration;
/// use umem_emulator::Emulator;
///
/// let emulator = Emulator::builder()
///     .credentials("public", "private")
///     .step(Duration::from_secs(1))
///     .build();
/// assert_eq!(emulator.step(), Duration::from_secs(1));
/// ```
#[derive(Debug)]
#[must_use = "`build` makes the emulator"]
pub struct EmulatorBuilder {
    clock: Clock,
    step: Duration,
    list_lag: Duration,
    public_key: String,
    private_key: Password,
    tokens: Tokens,
    channel_key: Option<Password>,
    unsigned: bool,
    state_file: Option<OpenFile>,
    programs: Programs,
    notify: Notify,
}

impl EmulatorBuilder {
    pub(super) fn new() -> Self {
        Self {
            clock: Clock::system(),
            step: STEP,
            list_lag: Duration::ZERO,
            public_key: KEY.to_owned(),
            private_key: Password::new(KEY),
            tokens: Tokens::default(),
            channel_key: None,
            unsigned: false,
            state_file: None,
            programs: Programs::default(),
            notify: Notify::default(),
        }
    }

    /// Sets the clock of state changes. Default: a clock like the machine's.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Sets the duration of a state such as `Starting`. Default: 200 ms; with 0 everything is done
    /// at once.
    pub fn step(mut self, step: Duration) -> Self {
        self.step = step;
        self
    }

    /// Sets the time after which lists show a new resource, by the clock. Default: at once.
    ///
    /// [`Emulator::set_list_lag`] changes it.
    pub fn list_lag(mut self, list_lag: Duration) -> Self {
        self.list_lag = list_lag;
        self
    }

    /// Sets the permanent key pair that calls must be signed with. Default: `emulator` and
    /// `emulator`.
    pub fn credentials(
        mut self,
        public_key: impl Into<String>,
        private_key: impl Into<String>,
    ) -> Self {
        self.public_key = public_key.into();
        self.private_key = Password::new(private_key);
        self
    }

    /// Adds an access token that calls may send as `Authorization: Bearer`, in place of keys and
    /// signature. It never expires. Default: none.
    ///
    /// [`Emulator::add_bearer_token`] adds tokens that expire.
    pub fn bearer_token(mut self, token: impl Into<String>) -> Self {
        self.tokens.add_permanent(token.into());
        self
    }

    /// Sets the key of a dedicated channel, which each call must send as the header `channel-key`.
    /// Calls without it get RetCode 174. Default: none, and the header is ignored.
    pub fn channel_key(mut self, key: impl Into<String>) -> Self {
        self.channel_key = Some(Password::new(key));
        self
    }

    /// Accepts calls without a check of keys, tokens and signatures. Default: no.
    ///
    /// All other checks stay. It helps with tools that cannot sign, such as curl.
    pub fn unsigned(mut self, unsigned: bool) -> Self {
        self.unsigned = unsigned;
        self
    }

    /// Keeps the state in a file, so that the next emulator with this file goes on from there.
    /// Default: the state ends with the emulator.
    ///
    /// The file has the resources, the clock, temporary keys and access tokens, but no settings of
    /// this builder and no faults. It need not exist. It is replaced as a whole, at most once a
    /// second after changes, when the last clone of the emulator is dropped, and by
    /// [`Emulator::save_state`](crate::Emulator::save_state). The clock goes on by the time that
    /// has passed since the last write; a [stopped](Clock::stopped_at) one goes on where it
    /// stood.
    ///
    /// **It contains the passwords of instances in plain text.** On Unix only its owner can read
    /// it. Beside it there is a file with the additional ending `.lock`, and `.tmp` during writes.
    ///
    /// Fails if the file is damaged or of another version, if another emulator uses it, and if it
    /// cannot be read or written.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("umem.json");
    /// use umem_emulator::Emulator;
    ///
    /// let emulator = Emulator::builder().state_file(&path)?.build();
    /// emulator.seed_space("uredis-abc", 3)?;
    /// drop(emulator);
    ///
    /// let emulator = Emulator::builder().state_file(&path)?.build();
    /// assert!(emulator.is_restored());
    /// # Ok(())
    /// # }
    /// ```
    pub fn state_file(mut self, path: impl AsRef<Path>) -> Result<Self> {
        self.state_file = Some(OpenFile::open(path.as_ref())?);
        Ok(self)
    }

    /// Sets the program of a real Redis server, such as `redis-server`, of which each Redis group
    /// and each distributed space gets one. Default: none, and data is only a number of megabytes.
    ///
    /// Their address is 127.0.0.1 and the port that `describe_uredis_group`, `describe_umem` and
    /// `describe_umem_space` return. The servers end with the emulator. A call that starts, changes
    /// or asks a server waits for it: for 10 s at most, but longer where much data is written. In a
    /// tokio runtime it waits on a thread for blocking work; elsewhere, and in `seed_space` and
    /// the like, it blocks.
    pub fn redis_server(mut self, path: impl Into<PathBuf>) -> Self {
        self.programs.add(ServerKind::Redis, None, path.into());
        self
    }

    /// Sets the program of a real Redis server for groups and spaces of this version, such as
    /// `7.0`. Default: see [`redis_server`](Self::redis_server).
    ///
    /// If there is none for a version, the next newer one runs, else the newest. A message says so.
    pub fn redis_server_version(
        mut self,
        version: impl Into<String>,
        path: impl Into<PathBuf>,
    ) -> Self {
        self.programs.add(ServerKind::Redis, Some(version.into()), path.into());
        self
    }

    /// Sets the program of a real Memcached server, of which each Memcached group gets one.
    /// Default: none. See [`redis_server`](Self::redis_server).
    pub fn memcached(mut self, path: impl Into<PathBuf>) -> Self {
        self.programs.add(ServerKind::Memcached, None, path.into());
        self
    }

    /// Sets a function that gets messages about real servers, such as why one does not start; one
    /// line each. Default: they are printed to standard error.
    pub fn on_message(mut self, on_message: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.notify = Notify::new(on_message);
        self
    }

    /// Returns an emulator, which is empty unless it has a [state file](Self::state_file).
    pub fn build(mut self) -> Emulator {
        let keys = Arc::new(
            Keys::new(self.public_key, self.private_key).with(self.tokens, self.channel_key),
        );
        let has_servers = !self.programs.is_empty();
        let mut state = State {
            store: Store::default(),
            servers: Servers::new(self.programs, self.notify),
            base_url: NOT_SERVED.to_owned(),
            calls: 0,
            list_lag: self.list_lag,
        };
        let restored = self.state_file.as_mut().and_then(OpenFile::take_restored);
        let is_restored = restored.is_some();
        if let Some(restored) = restored {
            self.clock.resume(restored.clock);
            keys.restore(restored.keys);
            state = State { store: restored.store, calls: restored.calls, ..state };
        }
        if let Some(file) = self.state_file.as_ref().filter(|_| has_servers) {
            let time = Time { now: self.clock.now(), step: self.step };
            state.servers.keep_in(&file.data_folder(), &mut state.store.kinds, time);
        }
        let state = Arc::new(Mutex::new(state));
        let state_file = self.state_file.map(|file| {
            let (clock, keys, state) = (self.clock.clone(), Arc::clone(&keys), Arc::clone(&state));
            file.start(is_restored, move || {
                let keys = keys.store();
                let state = state.lock().unwrap_or_else(PoisonError::into_inner);
                state_file::write(clock.store(), state.calls, &keys, &state.store)
            })
        });
        let emulator = Emulator(Arc::new(Inner {
            clock: self.clock,
            step: self.step,
            list_lag: self.list_lag,
            keys,
            unsigned: self.unsigned,
            has_servers,
            generations: Generations::default(),
            state,
            state_file,
        }));
        if is_restored && has_servers {
            // Applications connect to the servers before they call anything.
            emulator.with(|_, _| ());
        }
        emulator
    }
}

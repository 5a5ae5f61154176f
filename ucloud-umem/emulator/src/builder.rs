//! Builder of an emulator.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::generation::Generation;
use crate::keys::Keys;
use crate::store::Store;
use crate::tokens::Tokens;
use crate::{Clock, Emulator, Inner, NOT_SERVED, State};
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

    /// Returns an empty emulator.
    pub fn build(self) -> Emulator {
        let state = State {
            store: Store::default(),
            base_url: NOT_SERVED.to_owned(),
            calls: 0,
            list_lag: self.list_lag,
            generation: Generation::default(),
        };
        Emulator(Arc::new(Inner {
            clock: self.clock,
            step: self.step,
            list_lag: self.list_lag,
            keys: Keys::new(self.public_key, self.private_key).with(self.tokens, self.channel_key),
            state: Mutex::new(state),
        }))
    }
}

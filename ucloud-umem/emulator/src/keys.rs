//! Keys that the gateway accepts: one permanent pair, temporary pairs, and access tokens.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::tokens::{TemporaryToken, Tokens};
use ucloud_umem::Password;

/// Maximum number of temporary pairs. For one more, the oldest is dropped.
const MOST: usize = 1000;

/// The key pairs and access tokens of the emulator's one account.
pub(crate) struct Keys {
    public_key: String,
    private_key: Password,
    temporary: Mutex<Vec<Temporary>>,
    pub(crate) tokens: Tokens,
    /// Key of a dedicated channel, which every call must have.
    channel_key: Option<Password>,
}

/// A pair that is taken for a while, with its token.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Temporary {
    pub(crate) public_key: String,
    pub(crate) private_key: String,
    pub(crate) token: String,
    handed_out: Moment,
    life: Duration,
}

/// Temporary pairs and tokens as the state file has them.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoredKeys {
    pairs: Vec<Temporary>,
    access_tokens: Vec<TemporaryToken>,
}

/// Reason for which a key pair is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// No account has this public key.
    User,
    /// The token was never handed out, not with this key, or has expired.
    Token,
}

impl Keys {
    pub(crate) fn new(public_key: String, private_key: Password) -> Self {
        Self {
            public_key,
            private_key,
            temporary: Mutex::default(),
            tokens: Tokens::default(),
            channel_key: None,
        }
    }

    /// Sets the access tokens that never expire, and the key that every call must have.
    pub(crate) fn with(mut self, tokens: Tokens, channel_key: Option<Password>) -> Self {
        (self.tokens, self.channel_key) = (tokens, channel_key);
        self
    }

    /// Returns the key of the dedicated channel.
    pub(crate) fn channel_key(&self) -> Option<&str> {
        self.channel_key.as_ref().map(Password::reveal)
    }

    /// Returns true if a call with this channel key is accepted. Without a dedicated channel, any
    /// call is.
    pub(crate) fn opens_channel(&self, key: Option<&[u8]>) -> bool {
        self.channel_key().is_none_or(|own| key == Some(own.as_bytes()))
    }

    /// Returns the public and the private key of the permanent pair.
    pub(crate) fn permanent(&self) -> (&str, &str) {
        (&self.public_key, self.private_key.reveal())
    }

    /// Returns the private key that belongs to this public key and token.
    pub(crate) fn private_key(
        &self,
        public_key: Option<&str>,
        token: Option<&str>,
        now: Moment,
    ) -> Result<String, Unknown> {
        let Some(token) = token else {
            let known = public_key == Some(self.public_key.as_str());
            return if known {
                Ok(self.private_key.reveal().to_owned())
            } else {
                Err(Unknown::User)
            };
        };
        let temporary = self.temporary();
        let known = temporary.iter().find(|known| {
            known.token == token && Some(&*known.public_key) == public_key && known.is_alive(now)
        });
        known.map(|known| known.private_key.clone()).ok_or(Unknown::Token)
    }

    /// Makes a new key pair, valid for this long.
    pub(crate) fn hand_out(&self, life: Duration, now: Moment) -> Temporary {
        let word = || format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
        let new = Temporary {
            public_key: format!("TOKEN_{}", word()),
            private_key: word(),
            token: format!("{}{}", word(), word()),
            handed_out: now,
            life,
        };
        let mut temporary = self.temporary();
        temporary.retain(|known| known.is_alive(now));
        if temporary.len() == MOST {
            temporary.remove(0);
        }
        temporary.push(new.clone());
        new
    }

    /// Returns the temporary pairs and tokens, to be stored.
    pub(crate) fn store(&self) -> StoredKeys {
        StoredKeys { pairs: self.temporary().clone(), access_tokens: self.tokens.store() }
    }

    /// Accepts the temporary pairs and tokens of an earlier emulator.
    pub(crate) fn restore(&self, mut stored: StoredKeys) {
        stored.pairs.truncate(MOST);
        *self.temporary() = stored.pairs;
        self.tokens.restore(stored.access_tokens);
    }

    /// Forgets every temporary pair and token.
    pub(crate) fn forget_temporary(&self) {
        self.temporary().clear();
        self.tokens.revoke();
    }

    fn temporary(&self) -> MutexGuard<'_, Vec<Temporary>> {
        // Nothing can panic while it is locked.
        self.temporary.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Temporary {
    fn is_alive(&self, now: Moment) -> bool {
        now.since(self.handed_out) < self.life
    }

    /// Returns when it expires, in seconds since 1970.
    pub(crate) fn expires(&self) -> u64 {
        self.handed_out.unix_seconds().saturating_add(self.life.as_secs())
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("public_key", &self.public_key).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Clock;

    #[test]
    fn a_temporary_pair_is_taken_with_its_own_token_until_it_expires() {
        let clock = Clock::stopped_at(ucloud_umem::Timestamp::from_unix_seconds(1000));
        let keys = Keys::new("public".to_owned(), Password::new("private"));
        let pair = keys.hand_out(Duration::from_secs(900), clock.now());
        let other = keys.hand_out(Duration::from_secs(901), clock.now());
        assert_eq!(pair.expires(), 1900);
        let find = |key: &str, token: Option<&str>| keys.private_key(Some(key), token, clock.now());
        assert_eq!(find("public", None), Ok("private".to_owned()));
        assert_eq!(find(&pair.public_key, Some(&pair.token)), Ok(pair.private_key.clone()));
        for (key, token, problem) in [
            ("nobody", None, Unknown::User),
            (&*pair.public_key, None, Unknown::User),
            (&*pair.public_key, Some(&*other.token), Unknown::Token),
            ("public", Some(&*pair.token), Unknown::Token),
            ("public", Some(""), Unknown::Token),
        ] {
            assert_eq!(find(key, token), Err(problem), "{key} {token:?}");
        }
        clock.advance(Duration::from_secs(900));
        assert_eq!(find(&pair.public_key, Some(&pair.token)), Err(Unknown::Token));
        assert!(find(&other.public_key, Some(&other.token)).is_ok());
        keys.forget_temporary();
        assert_eq!(find(&other.public_key, Some(&other.token)), Err(Unknown::Token));
    }

    #[test]
    fn no_more_pairs_are_remembered_than_there_may_be() {
        let now = Clock::system().now();
        let keys = Keys::new("public".to_owned(), Password::new("private"));
        let hand_out = || keys.hand_out(Duration::from_secs(900), now);
        let first = hand_out();
        let second = hand_out();
        for _ in 1..MOST {
            hand_out();
        }
        let known = |pair: &Temporary| {
            keys.private_key(Some(&pair.public_key), Some(&pair.token), now).is_ok()
        };
        assert!(!known(&first) && known(&second));
        assert_eq!(keys.temporary().len(), MOST);
    }
}

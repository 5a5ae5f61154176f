//! Access tokens that calls send as `Authorization: Bearer`, in place of keys and signature.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::stored_password;
use ucloud_umem::Password;

/// Maximum number of temporary tokens. For one more, the oldest is dropped.
const MOST: usize = 1000;

/// The access tokens of the emulator's one account.
#[derive(Default)]
pub(crate) struct Tokens {
    /// They never expire, and stay when the emulator is reset.
    permanent: Vec<Password>,
    temporary: Mutex<Vec<TemporaryToken>>,
}

/// A token that is taken for a while.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemporaryToken {
    #[serde(with = "stored_password")]
    token: Password,
    /// Time of expiry; none is never.
    expires: Option<Moment>,
}

impl Tokens {
    /// Adds a token that never expires.
    pub(crate) fn add_permanent(&mut self, token: String) {
        self.permanent.push(Password::new(token));
    }

    /// Adds a token for this long, or until it is revoked. A known one gets the new lifetime.
    /// Returns the time of expiry.
    pub(crate) fn add(&self, token: &str, life: Option<Duration>, now: Moment) -> Option<Moment> {
        let expires = life.map(|life| now.after(life));
        let mut temporary = self.temporary();
        temporary.retain(|known| known.is_alive(now) && known.token.reveal() != token);
        if temporary.len() == MOST {
            temporary.remove(0);
        }
        temporary.push(TemporaryToken { token: Password::new(token), expires });
        expires
    }

    /// Returns true if the token was added and has neither expired nor been revoked.
    pub(crate) fn knows(&self, token: &str, now: Moment) -> bool {
        self.permanent.iter().any(|known| known.reveal() == token)
            || self
                .temporary()
                .iter()
                .any(|known| known.token.reveal() == token && known.is_alive(now))
    }

    /// Returns the temporary tokens, to be stored.
    pub(crate) fn store(&self) -> Vec<TemporaryToken> {
        self.temporary().clone()
    }

    /// Accepts the temporary tokens of an earlier emulator.
    pub(crate) fn restore(&self, mut stored: Vec<TemporaryToken>) {
        stored.truncate(MOST);
        *self.temporary() = stored;
    }

    /// Forgets every temporary token.
    pub(crate) fn revoke(&self) {
        self.temporary().clear();
    }

    fn temporary(&self) -> MutexGuard<'_, Vec<TemporaryToken>> {
        // Nothing can panic while it is locked.
        self.temporary.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TemporaryToken {
    fn is_alive(&self, now: Moment) -> bool {
        self.expires.is_none_or(|expires| now < expires)
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Clock;

    #[test]
    fn tokens_are_known_until_they_expire_or_are_revoked() {
        let clock = Clock::stopped_at(ucloud_umem::Timestamp::from_unix_seconds(1000));
        let mut tokens = Tokens::default();
        tokens.add_permanent("always".to_owned());
        let known = |tokens: &Tokens| {
            ["always", "short", "long", ""].map(|token| tokens.knows(token, clock.now()))
        };
        let expires = tokens.add("short", Some(Duration::from_secs(60)), clock.now());
        assert_eq!(expires.map(Moment::unix_seconds), Some(1060));
        assert_eq!(tokens.add("long", None, clock.now()), None);
        assert_eq!(known(&tokens), [true, true, true, false]);
        clock.advance(Duration::from_secs(60));
        assert_eq!(known(&tokens), [true, false, true, false]);
        tokens.add("short", Some(Duration::from_secs(60)), clock.now());
        assert_eq!(known(&tokens), [true, true, true, false]);
        // The new lifetime of a known one counts.
        tokens.add("short", Some(Duration::ZERO), clock.now());
        assert_eq!(known(&tokens), [true, false, true, false]);
        tokens.revoke();
        assert_eq!(known(&tokens), [true, false, false, false]);
    }

    #[test]
    fn no_more_tokens_are_remembered_than_there_may_be() {
        let now = Clock::system().now();
        let tokens = Tokens::default();
        for number in 0..=MOST {
            tokens.add(&format!("token-{number}"), None, now);
        }
        assert!(!tokens.knows("token-0", now) && tokens.knows("token-1", now));
        assert_eq!(tokens.temporary().len(), MOST);
    }
}

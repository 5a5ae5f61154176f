//! Access token of an OAuth profile.

use std::time::{Duration, SystemTime};

use super::shared_files::{Keys, SharedFile, last};
use super::{Credentials, CredentialsProvider, Origin, unavailable};
use crate::Timestamp;
use crate::error::{BoxError, Result};
use crate::transport::BoxFuture;

/// Command that writes a new access token.
const LOGIN: &str = "run `ucloud auth login`";

/// Provider of the access token in a profile of `credential.json`.
///
/// It reads the file each time, because UCloud's command line writes new tokens to it. It never
/// uses the keys that the profile may still have.
pub(super) struct OAuthProfile {
    file: SharedFile,
    name: String,
}

impl OAuthProfile {
    /// Makes the provider of a profile; fails without an access token.
    pub(super) fn new(file: SharedFile, name: &str, keys: &Keys) -> Result<Self> {
        let profile = Self { file, name: name.to_owned() };
        profile.token(keys)?;
        Ok(profile)
    }

    /// Reads the file again.
    fn read(&self, now: SystemTime) -> Result<Credentials> {
        let profiles = self.file.profiles(Keys::read)?;
        let keys = last(profiles, &self.name, &self.file).map_err(unavailable)?;
        if !keys.is_oauth() {
            let at = self.place();
            return Err(unavailable(format!(
                "{at} no longer signs in by OAuth (`auth_mode`): make a new client"
            )));
        }
        let credentials = self.token(&keys)?;
        match credentials.expiration() {
            Some(at) if at <= now => Err(unavailable(format!(
                "the access token of {} expired at {}: {LOGIN}",
                self.place(),
                Timestamp::from(at)
            ))),
            _ => Ok(credentials),
        }
    }

    /// Returns the access token, which may have expired.
    fn token(&self, keys: &Keys) -> Result<Credentials> {
        let at = self.place();
        let Some(token) = &keys.access_token else {
            return Err(unavailable(format!("{at} has no `access_token`: {LOGIN}")));
        };
        let credentials = Credentials::bearer(token.reveal()).with_origin(Origin::Login);
        credentials.check().map_err(|error| error.with_prefix(&at))?;
        let seconds = keys.expires_at.filter(|seconds| *seconds > 0);
        let expiration = seconds
            .and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
        Ok(match expiration {
            Some(expiration) => credentials.with_expiration(expiration),
            None => credentials,
        })
    }

    fn place(&self) -> String {
        format!("the profile `{}` of {}", self.name, self.file)
    }
}

impl CredentialsProvider for OAuthProfile {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { self.read(SystemTime::now()).map_err(BoxError::from) })
    }
}

//! Where a client that is set up from the environment has its keys from.

use std::fmt;

use super::environment::{Environment, PRIVATE_KEY, PUBLIC_KEY};
use super::metadata::InstanceMetadata;
use super::settings::Settings;
use super::shared_files::{Config, Keys, Profile, SharedFile};
use super::{Credentials, CredentialsProvider, Location, failed, unavailable};
use crate::builder::ClientBuilder;
use crate::error::{BoxError, Error, Result};
use crate::transport::BoxFuture;

const PROFILE: &str = "UCLOUD_PROFILE";
const CONFIG_FILE: &str = "UCLOUD_SHARED_CONFIG_FILE";
const CREDENTIAL_FILE: &str = "UCLOUD_SHARED_CREDENTIAL_FILE";
/// The profile where none is named and none is active.
const DEFAULT_PROFILE: &str = "default";

/// Sets the builder as the environment says, and where it is silent, as the shared files say.
///
/// Where neither has keys, the instance metadata is asked at the first call. Nothing but the files is read here.
pub(crate) fn configure(
    environment: &Environment,
    metadata: InstanceMetadata,
    builder: ClientBuilder,
) -> Result<ClientBuilder> {
    let named = environment.get(PROFILE)?;
    let config_file = SharedFile::find(environment, CONFIG_FILE, "config.json");
    let configs: Vec<Config> = match &config_file {
        Some(file) => file.profiles()?.unwrap_or_default(),
        None => Vec::new(),
    };
    let profile = match &named {
        Some(name) => name.clone(),
        None => {
            let active = configs.iter().rev().find(|config| config.active);
            active.map_or(DEFAULT_PROFILE, |config| &config.profile).to_owned()
        }
    };
    let config = last(configs, &profile);
    let own = environment.credentials()?;

    // Nothing is wrong with a file that is not needed.
    let needed = own.is_none() || (named.is_some() && config.is_none());
    let shared = if needed {
        SharedKeys::read(environment, &profile)?
    } else {
        SharedKeys::Unread
    };
    if let (Some(name), None, SharedKeys::NoProfile(_)) = (&named, &config, &shared) {
        return Err(Error::config(format!(
            "{PROFILE} names the profile `{name}`, which neither shared file has"
        )));
    }

    let (settings, channel_key) = match config {
        Some(config) => (config.settings, config.channel_key),
        None => Default::default(),
    };
    let place = config_file.map(|file| format!("the profile `{profile}` of {file}"));
    let base_url_source = place.as_ref().map(|place| format!("`base_url` of {place}"));
    let settings = Settings { base_url_source, ..settings };
    let builder = environment.settings()?.or(settings).apply(builder);
    let shared = match (shared, place) {
        (SharedKeys::There(_), Some(place)) if !channel_key.reveal().is_empty() => {
            SharedKeys::unsupported(&place, "is for a dedicated channel (`channel_key`)")
        }
        (shared, _) => shared,
    };
    match (own, shared) {
        (Some(credentials), _) | (None, SharedKeys::There(credentials)) => {
            Ok(builder.credentials(credentials))
        }
        (None, SharedKeys::Unread) => Ok(builder),
        // Given by hand before.
        _ if builder.has_credentials() => Ok(builder),
        (None, SharedKeys::Unsupported(why)) => Err(unavailable(why)),
        (None, SharedKeys::NoProfile(why) | SharedKeys::NoKeys(why)) => {
            if named.is_some() {
                // Whoever names a profile means its keys, and not those of the host.
                return Err(unavailable(format!(
                    "{PROFILE} is set, but {why}; {PUBLIC_KEY} and {PRIVATE_KEY} are not set"
                )));
            }
            Ok(builder.credentials(LastResort { files: why, metadata }))
        }
    }
}

/// The last of the profiles with this name.
fn last<T: Profile>(profiles: Vec<T>, name: &str) -> Option<T> {
    profiles.into_iter().rev().find(|profile| profile.name() == name)
}

/// What `credential.json` has.
enum SharedKeys {
    There(Credentials),
    /// Not the profile, and why.
    NoProfile(String),
    /// The profile, but no keys of it.
    NoKeys(String),
    /// Keys that must not be used alone, and what to do.
    Unsupported(String),
    Unread,
}

impl SharedKeys {
    fn unsupported(place: &str, problem: &str) -> Self {
        Self::Unsupported(format!(
            "{place} {problem}, which this version does not support: choose a profile with keys by \
             {PROFILE}, or set {PUBLIC_KEY} and {PRIVATE_KEY}"
        ))
    }

    fn read(environment: &Environment, profile: &str) -> Result<Self> {
        let file = SharedFile::find(environment, CREDENTIAL_FILE, "credential.json");
        let Some(file) = file else {
            let why = "there is no home directory with a credential.json";
            return Ok(Self::NoProfile(why.to_owned()));
        };
        let Some(profiles) = file.profiles::<Keys>()? else {
            return Ok(Self::NoProfile(format!("{file} does not exist")));
        };
        let Some(keys) = last(profiles, profile) else {
            return Ok(Self::NoProfile(format!("{file} has no profile `{profile}`")));
        };
        let at = format!("the profile `{profile}` of {file}");
        if keys.auth_mode.eq_ignore_ascii_case("oauth") {
            return Ok(Self::unsupported(&at, "signs in by OAuth (`auth_mode`)"));
        }
        let missing =
            match (keys.public_key.is_empty(), keys.private_key.reveal().is_empty()) {
                (true, true) => return Ok(Self::NoKeys(format!("{at} has no keys"))),
                (true, false) => Some("public_key"),
                (false, true) => Some("private_key"),
                (false, false) => None,
            };
        if let Some(missing) = missing {
            return Err(unavailable(format!("{at} has no `{missing}`")));
        }
        let credentials = Credentials::new(keys.public_key, keys.private_key.reveal());
        credentials
            .check()
            .map_err(|error| unavailable(format!("{at}: {}", error.message())))?;
        Ok(Self::There(credentials))
    }
}

/// The instance metadata, asked when everything else was silent, and why it was.
struct LastResort {
    files: String,
    metadata: InstanceMetadata,
}

impl LastResort {
    async fn get(&self) -> Result<Credentials> {
        let credentials = self.metadata.credentials().await;
        credentials.map_err(|error| {
            let error = failed(error);
            unavailable(format!(
                "there are no credentials: {PUBLIC_KEY} and {PRIVATE_KEY} are not set; {}; {}",
                self.files,
                error.message()
            ))
            .with_source_of(error)
        })
    }

    async fn find(&self) -> Result<Location> {
        // First the credentials, whose error says what was tried.
        self.get().await?;
        self.metadata.location().await.map_err(failed)
    }
}

impl CredentialsProvider for LastResort {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { self.get().await.map_err(BoxError::from) })
    }

    fn reject(&self, rejected: &Credentials) {
        self.metadata.reject(rejected);
    }

    fn location(&self) -> BoxFuture<'_, Result<Location, BoxError>> {
        Box::pin(async { self.find().await.map_err(BoxError::from) })
    }
}

impl fmt::Debug for LastResort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LastResort").field("files", &self.files).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;

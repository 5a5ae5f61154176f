//! Settings and keys of a client: environment, shared files, instance metadata.

use std::sync::Arc;

use super::environment::{Environment, PRIVATE_KEY, PUBLIC_KEY};
use super::metadata::InstanceMetadata;
use super::settings::Settings;
use super::shared_files::{Config, Keys, SharedFile};
use super::{Credentials, CredentialsProvider, unavailable};
use crate::error::{Error, Result};

const PROFILE: &str = "UCLOUD_PROFILE";
const CONFIG_FILE: &str = "UCLOUD_SHARED_CONFIG_FILE";
const CREDENTIAL_FILE: &str = "UCLOUD_SHARED_CREDENTIAL_FILE";
/// Profile if none is named and none is active.
const DEFAULT_PROFILE: &str = "default";

/// Credentials that were found, if the client has none yet.
type Found = Option<Arc<dyn CredentialsProvider>>;

/// Reads settings and keys from the environment, then from the shared files. This makes no network
/// calls.
///
/// The settings of the environment come last, because they win over the profile. If neither has
/// keys, the first call asks the instance metadata.
pub(crate) fn find_settings(
    environment: &Environment,
    metadata: InstanceMetadata,
    has_credentials: bool,
) -> Result<([Settings; 2], Found)> {
    let named = environment.get(PROFILE)?;
    let config_file = SharedFile::find(environment, CONFIG_FILE, "config.json");
    let configs = match &config_file {
        Some(file) => file.profiles(Config::read)?.unwrap_or_default(),
        None => Vec::new(),
    };
    let profile = match &named {
        Some(name) => name.clone(),
        None => {
            let active = configs.iter().rev().find(|(_, config)| config.active);
            active.map_or(DEFAULT_PROFILE, |(name, _)| name).to_owned()
        }
    };
    let config = last(configs, &profile);
    let own = environment.credentials()?;

    // An error in a file that is not needed does not matter.
    let needed = own.is_none() || (named.is_some() && config.is_none());
    let shared = if needed { SharedKeys::read(environment, &profile)? } else { SharedKeys::Unread };
    if let (Some(name), None, SharedKeys::NoProfile(_)) = (&named, &config, &shared) {
        return Err(Error::config(format!(
            "unknown profile `{name}` in {PROFILE}: neither shared file has it"
        )));
    }

    let (settings, has_channel_key) = match config {
        Some(config) => (config.settings, config.has_channel_key),
        None => Default::default(),
    };
    let place = config_file.map(|file| format!("the profile `{profile}` of {file}"));
    let base_url_source = place.as_ref().map(|place| format!("`base_url` of {place}"));
    let of_profile = Settings { base_url_source, ..settings };
    let mut of_environment = environment.settings()?;
    // A zone of the environment is in this region, if only the profile has one.
    of_environment.region = of_environment.region.or_else(|| of_profile.region.clone());
    let settings = [of_profile, of_environment];
    let shared = match (shared, place) {
        (SharedKeys::There(_), Some(place)) if has_channel_key => {
            SharedKeys::unsupported(&place, "is for a dedicated channel (`channel_key`)")
        }
        (shared, _) => shared,
    };
    match (own, shared) {
        (Some(credentials), _) | (None, SharedKeys::There(credentials)) => {
            Ok((settings, Some(Arc::new(credentials))))
        }
        (None, SharedKeys::Unread) => Ok((settings, None)),
        _ if has_credentials => Ok((settings, None)),
        (None, SharedKeys::Unsupported(why)) => Err(unavailable(why)),
        (None, SharedKeys::NoProfile(why) | SharedKeys::NoKeys(why)) => {
            if named.is_some() {
                // A named profile means its keys, and not the keys of the host.
                return Err(unavailable(format!(
                    "{PROFILE} is set, but {why}; {PUBLIC_KEY} and {PRIVATE_KEY} are not set"
                )));
            }
            let tried = format!("{PUBLIC_KEY} and {PRIVATE_KEY} are not set; {why}");
            Ok((settings, Some(Arc::new(metadata.tried_after(tried)))))
        }
    }
}

/// Returns the last profile with this name.
fn last<T>(profiles: Vec<(String, T)>, name: &str) -> Option<T> {
    profiles.into_iter().rev().find(|(other, _)| other == name).map(|(_, profile)| profile)
}

/// Keys of `credential.json`.
enum SharedKeys {
    There(Credentials),
    /// The file does not have the profile, and the reason.
    NoProfile(String),
    /// The profile has no keys, and the reason.
    NoKeys(String),
    /// The keys must not be used alone, and the advice.
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
            let why = "no home directory with a credential.json";
            return Ok(Self::NoProfile(why.to_owned()));
        };
        let Some(profiles) = file.profiles(Keys::read)? else {
            return Ok(Self::NoProfile(format!("{file} does not exist")));
        };
        let Some(keys) = last(profiles, profile) else {
            return Ok(Self::NoProfile(format!("{file} has no profile `{profile}`")));
        };
        let at = format!("the profile `{profile}` of {file}");
        if keys.auth_mode.is_some_and(|mode| mode.eq_ignore_ascii_case("oauth")) {
            return Ok(Self::unsupported(&at, "signs in by OAuth (`auth_mode`)"));
        }
        let credentials = match (keys.public_key, keys.private_key) {
            (Some(public), Some(private)) => Credentials::new(public, private.reveal()),
            (None, None) => return Ok(Self::NoKeys(format!("{at} has no keys"))),
            (None, Some(_)) => return Err(unavailable(format!("{at} has no `public_key`"))),
            (Some(_), None) => return Err(unavailable(format!("{at} has no `private_key`"))),
        };
        credentials.check().map_err(|error| unavailable(format!("{at}: {}", error.message())))?;
        Ok(Self::There(credentials))
    }
}

#[cfg(test)]
mod tests;

//! Profile of the shared files: its settings and keys.

use std::path::PathBuf;
use std::sync::Arc;

use super::environment::Environment;
use super::oauth::OAuthProfile;
use super::settings::Settings;
use super::shared_files::{Config, Keys, SharedFile, last};
use super::{CachedCredentials, Credentials, CredentialsProvider, unavailable};
use crate::error::{Error, Result};

pub(super) const PROFILE: &str = "UCLOUD_PROFILE";
/// Profile if none is named and none is active.
const DEFAULT_PROFILE: &str = "default";

/// Profile and files that the program selects, in place of what the environment names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ProfileChoice {
    pub(crate) name: Option<String>,
    pub(crate) config_file: Option<PathBuf>,
    pub(crate) credential_file: Option<PathBuf>,
}

impl ProfileChoice {
    /// Returns `true` if the program selects something.
    pub(crate) fn is_set(&self) -> bool {
        *self != Self::default()
    }
}

/// Credentials that were found, if the client has none yet.
pub(super) type Found = Option<Arc<dyn CredentialsProvider>>;

/// Profile that was read.
pub(super) struct Profile {
    pub(super) settings: Settings,
    pub(super) keys: SharedKeys,
    /// Its keys are meant, and not the keys of the host.
    pub(super) is_named: bool,
}

/// Keys of `credential.json`.
pub(super) enum SharedKeys {
    There(Arc<dyn CredentialsProvider>),
    /// The file does not have the profile, and the reason.
    NoProfile(String),
    /// The profile has no keys, and the reason.
    NoKeys(String),
    Unread,
}

impl Profile {
    /// Reads the selected profile. An error in a `credential.json` that is not needed does not
    /// matter.
    pub(super) fn read(
        environment: &Environment,
        choice: &ProfileChoice,
        needs_keys: bool,
    ) -> Result<Self> {
        let file = SharedFile::config(environment, choice.config_file.as_deref());
        let configs = match &file {
            Some(file) => file.profiles(Config::read)?,
            None => None,
        };
        // The place that names the profile, for errors; none for the active or the default one.
        let (name, place) = match (&choice.name, environment.get(PROFILE)?) {
            (Some(name), _) => (name.clone(), Some(String::new())),
            (None, Some(name)) => (name, Some(format!(" in {PROFILE}"))),
            (None, None) => {
                let all = configs.iter().flatten().rev();
                let active = all.into_iter().find(|(_, config)| config.active);
                (active.map_or(DEFAULT_PROFILE, |(name, _)| name).to_owned(), None)
            }
        };
        let config = match &file {
            Some(file) => last(configs, &name, file),
            None => Err("no home directory with a config.json".to_owned()),
        };
        let is_needed = needs_keys || (place.is_some() && config.is_err());
        let keys = if is_needed {
            SharedKeys::read(environment, choice, &name)?
        } else {
            SharedKeys::Unread
        };
        if let (Err(config), SharedKeys::NoProfile(keys), Some(place)) = (&config, &keys, &place) {
            return Err(Error::config(format!(
                "unknown profile `{name}`{place}: {config}; {keys}"
            )));
        }
        let mut settings = config.map(|config| config.settings).unwrap_or_default();
        settings.base_url_source =
            file.map(|file| format!("`base_url` of the profile `{name}` of {file}"));
        // The channel is for the account of the profile.
        if !matches!(keys, SharedKeys::There(_)) {
            settings.channel_key = None;
        }
        Ok(Self { settings, keys, is_named: place.is_some() })
    }
}

impl SharedKeys {
    fn read(environment: &Environment, choice: &ProfileChoice, profile: &str) -> Result<Self> {
        let file = SharedFile::credential(environment, choice.credential_file.as_deref());
        let Some(file) = file else {
            return Ok(Self::NoProfile("no home directory with a credential.json".to_owned()));
        };
        let keys = match last(file.profiles(Keys::read)?, profile, &file) {
            Ok(keys) => keys,
            Err(why) => return Ok(Self::NoProfile(why)),
        };
        let at = format!("the profile `{profile}` of {file}");
        if keys.is_oauth() {
            let profile = OAuthProfile::new(file, profile, &keys)?;
            return Ok(Self::There(Arc::new(CachedCredentials::new(profile))));
        }
        let credentials = match (keys.public_key, keys.private_key) {
            (Some(public), Some(private)) => Credentials::new(public, private.reveal()),
            (None, None) => return Ok(Self::NoKeys(format!("{at} has no keys"))),
            (None, Some(_)) => return Err(unavailable(format!("{at} has no `public_key`"))),
            (Some(_), None) => return Err(unavailable(format!("{at} has no `private_key`"))),
        };
        credentials.check().map_err(|error| error.with_prefix(&at))?;
        Ok(Self::There(Arc::new(credentials)))
    }

    /// Returns the keys, or why there are none although the client has no credentials.
    pub(super) fn found(self, has_credentials: bool) -> Result<Found, String> {
        match self {
            Self::There(credentials) => Ok(Some(credentials)),
            Self::NoProfile(why) | Self::NoKeys(why) if !has_credentials => Err(why),
            _ => Ok(None),
        }
    }
}

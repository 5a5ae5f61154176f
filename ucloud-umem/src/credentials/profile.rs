//! Profile of the shared files: its settings and keys.

use std::path::PathBuf;
use std::sync::Arc;

use super::environment::Environment;
use super::oauth::OAuthProfile;
use super::settings::Settings;
use super::shared_files::{Config, Keys, SharedFile};
use super::{CachedCredentials, Credentials, CredentialsProvider, unavailable};
use crate::error::{Error, Result};

pub(super) const PROFILE: &str = "UCLOUD_PROFILE";
/// Profile if none is named and none is active.
const DEFAULT_PROFILE: &str = "default";
/// Most names of profiles in an error.
const MOST_CHOICES: usize = 20;

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

/// Name of the profile, and its source.
enum Selected {
    /// The program names it.
    ByProgram(String),
    /// The environment names it.
    ByEnvironment(String),
    /// Nobody names it: it is active, or the default one.
    Unnamed(String),
}

impl Selected {
    fn name(&self) -> &str {
        match self {
            Self::ByProgram(name) | Self::ByEnvironment(name) | Self::Unnamed(name) => name,
        }
    }

    fn is_named(&self) -> bool {
        !matches!(self, Self::Unnamed(_))
    }
}

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
        let selected = match (&choice.name, environment.get(PROFILE)?) {
            (Some(name), _) => Selected::ByProgram(name.clone()),
            (None, Some(name)) => Selected::ByEnvironment(name),
            (None, None) => {
                let all = configs.iter().flatten().rev();
                let active = all.into_iter().find(|(_, config)| config.active);
                Selected::Unnamed(active.map_or(DEFAULT_PROFILE, |(name, _)| name).to_owned())
            }
        };
        let name = selected.name();
        let config = match &file {
            Some(file) => last(configs, name, file),
            None => Err("no home directory with a config.json".to_owned()),
        };
        let is_needed = needs_keys || (selected.is_named() && config.is_err());
        let keys = if is_needed {
            SharedKeys::read(environment, choice, &selected)?
        } else {
            SharedKeys::Unread
        };
        let config = match (config, &keys, &selected) {
            (Err(config), SharedKeys::NoProfile(keys), Selected::ByProgram(_)) => {
                return Err(Error::config(format!("unknown profile `{name}`: {config}; {keys}")));
            }
            (Err(config), SharedKeys::NoProfile(keys), Selected::ByEnvironment(_)) => {
                return Err(Error::config(format!(
                    "unknown profile `{name}` in {PROFILE}: {config}; {keys}"
                )));
            }
            (config, ..) => config.ok(),
        };
        let mut settings = config.map(|config| config.settings).unwrap_or_default();
        let place = file.map(|file| format!("the profile `{name}` of {file}"));
        settings.base_url_source = place.map(|place| format!("`base_url` of {place}"));
        // The channel is for the account of the profile.
        if !matches!(keys, SharedKeys::There(_)) {
            settings.channel_key = None;
        }
        Ok(Self { settings, keys, is_named: selected.is_named() })
    }
}

impl SharedKeys {
    fn read(
        environment: &Environment,
        choice: &ProfileChoice,
        selected: &Selected,
    ) -> Result<Self> {
        let profile = selected.name();
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
        credentials.check().map_err(|error| unavailable(format!("{at}: {}", error.message())))?;
        Ok(Self::There(Arc::new(credentials)))
    }
}

/// Returns the last profile with this name, or the reason why there is none.
pub(super) fn last<T>(
    profiles: Option<Vec<(String, T)>>,
    name: &str,
    file: &SharedFile,
) -> Result<T, String> {
    let Some(mut profiles) = profiles else { return Err(format!("{file} does not exist")) };
    match profiles.iter().rposition(|(other, _)| other == name) {
        Some(index) => Ok(profiles.swap_remove(index).1),
        None => {
            let names = profiles.iter().map(|(name, _)| name.as_str());
            Err(format!("{file} has no profile `{name}`{}", choices(names)))
        }
    }
}

/// Returns the names to choose from, each once, in the order of the file.
fn choices<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut listed: Vec<&str> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !listed.contains(&name) {
            listed.push(name);
        }
        if listed.len() > MOST_CHOICES {
            break;
        }
    }
    let more = if listed.len() > MOST_CHOICES { ", ..." } else { "" };
    let names = listed.iter().take(MOST_CHOICES).map(|name| format!("`{name}`"));
    match names.collect::<Vec<_>>().join(", ") {
        names if names.is_empty() => String::new(),
        names => format!(", only {names}{more}"),
    }
}

//! Settings and keys of a client: environment, shared files, instance metadata.

use std::sync::Arc;

use super::environment::{Environment, PRIVATE_KEY, PUBLIC_KEY};
use super::metadata::InstanceMetadata;
use super::profile::{PROFILE, Profile, ProfileChoice, SharedKeys};
use super::settings::Settings;
use super::{CredentialsProvider, unavailable};
use crate::error::Result;

/// Credentials that were found, if the client has none yet.
type Found = Option<Arc<dyn CredentialsProvider>>;

/// Reads settings and keys from the environment, then from the shared files. This makes no network
/// calls.
///
/// The settings of the environment come last, because they win over the profile. If neither has
/// keys, the first call asks the instance metadata. If the program names a profile, its keys win
/// over the keys in the environment.
pub(crate) fn find_settings(
    environment: &Environment,
    choice: &ProfileChoice,
    metadata: InstanceMetadata,
    has_credentials: bool,
) -> Result<([Settings; 2], Found)> {
    let own = match choice.name {
        Some(_) => None,
        None => environment.credentials()?,
    };
    let Profile { settings: of_profile, keys, is_named } =
        Profile::read(environment, choice, own.is_none())?;
    let mut of_environment = environment.settings()?;
    // A zone of the environment is in this region, if only the profile has one.
    of_environment.region = of_environment.region.or_else(|| of_profile.region.clone());
    let settings = [of_profile, of_environment];
    match (own, keys) {
        (Some(credentials), _) => Ok((settings, Some(Arc::new(credentials)))),
        (None, SharedKeys::There(credentials)) => Ok((settings, Some(credentials))),
        (None, SharedKeys::Unread) => Ok((settings, None)),
        _ if has_credentials => Ok((settings, None)),
        (None, SharedKeys::NoProfile(why) | SharedKeys::NoKeys(why)) => {
            // A named profile means its keys, and not the keys of the host.
            if choice.name.is_some() {
                return Err(unavailable(why));
            }
            if is_named {
                return Err(unavailable(format!(
                    "{PROFILE} is set, but {why}; {PUBLIC_KEY} and {PRIVATE_KEY} are not set"
                )));
            }
            let tried = format!("{PUBLIC_KEY} and {PRIVATE_KEY} are not set; {why}");
            Ok((settings, Some(Arc::new(metadata.tried_after(tried)))))
        }
    }
}

/// Reads settings and keys from the shared files alone. The keys are left out if the client has
/// credentials.
pub(crate) fn find_profile(
    environment: &Environment,
    choice: &ProfileChoice,
    has_credentials: bool,
) -> Result<(Settings, Found)> {
    let Profile { settings, keys, .. } = Profile::read(environment, choice, !has_credentials)?;
    match keys {
        SharedKeys::There(credentials) => Ok((settings, Some(credentials))),
        _ if has_credentials => Ok((settings, None)),
        SharedKeys::Unread => Ok((settings, None)),
        SharedKeys::NoProfile(why) | SharedKeys::NoKeys(why) => Err(unavailable(why)),
    }
}

#[cfg(test)]
mod tests;

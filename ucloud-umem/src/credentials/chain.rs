//! Settings and keys of a client: environment, shared files, instance metadata.

use std::sync::Arc;

use super::environment::{Environment, PRIVATE_KEY, PUBLIC_KEY};
use super::metadata::InstanceMetadata;
use super::profile::{Found, PROFILE, Profile, ProfileChoice};
use super::settings::Settings;
use super::unavailable;
use crate::error::Result;

/// Reads settings and keys from the environment, then from the shared files. This makes no network
/// calls.
///
/// Settings of the environment win over settings of the profile. If neither has keys, the first
/// call asks the instance metadata. If the program names a profile, its keys win over the keys in
/// the environment.
pub(crate) fn find_settings(
    environment: &Environment,
    choice: &ProfileChoice,
    metadata: InstanceMetadata,
    has_credentials: bool,
) -> Result<(Settings, Found)> {
    let own = match choice.name {
        Some(_) => None,
        None => environment.credentials()?,
    };
    let Profile { settings: of_profile, keys, is_named } =
        Profile::read(environment, choice, own.is_none())?;
    let settings = environment.settings(of_profile.scope.region())?.or(of_profile);
    if let Some(credentials) = own {
        return Ok((settings, Some(Arc::new(credentials))));
    }
    let why = match keys.found(has_credentials) {
        Ok(found) => return Ok((settings, found)),
        Err(why) => why,
    };
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

/// Reads settings and keys from the shared files alone. The keys are left out if the client has
/// credentials.
pub(crate) fn find_profile(
    environment: &Environment,
    choice: &ProfileChoice,
    has_credentials: bool,
) -> Result<(Settings, Found)> {
    let Profile { settings, keys, .. } = Profile::read(environment, choice, !has_credentials)?;
    Ok((settings, keys.found(has_credentials).map_err(unavailable)?))
}

#[cfg(test)]
mod tests;

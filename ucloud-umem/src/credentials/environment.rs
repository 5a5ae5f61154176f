//! Environment variables.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use super::settings::Settings;
use super::{Credentials, unavailable};
use crate::call::Scope;
use crate::error::{Error, Result};

pub(super) const PUBLIC_KEY: &str = "UCLOUD_PUBLIC_KEY";
pub(super) const PRIVATE_KEY: &str = "UCLOUD_PRIVATE_KEY";

type Lookup = dyn Fn(&str) -> Option<OsString>;

/// Variables of the process, or of a test.
pub(crate) struct Environment(Box<Lookup>);

impl Environment {
    pub(crate) fn from_process() -> Self {
        Self(Box::new(|name| env::var_os(name)))
    }

    #[cfg(test)]
    pub(super) fn from_variables(variables: Vec<(&'static str, String)>) -> Self {
        Self(Box::new(move |name| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| value.into())
        }))
    }

    /// Reads all settings except the keys. `region` is the one of a zone, if only the profile has a
    /// region.
    pub(super) fn settings(&self, region: Option<&str>) -> Result<Settings> {
        const TIMEOUT: &str = "UCLOUD_TIMEOUT_SECOND";
        const BASE_URL: &str = "UCLOUD_API_BASE_URL";
        const PLAIN_HTTP: &str = "UCLOUD_ALLOW_PLAIN_HTTP";
        let timeout = self.get(TIMEOUT)?.map(|text| {
            let seconds = text.trim().parse().ok().filter(|seconds| *seconds > 0);
            let problem = "expected a whole number of seconds above 0";
            let error = || Error::config(format!("invalid {TIMEOUT}: {problem}"));
            seconds.map(Duration::from_secs).ok_or_else(error)
        });
        let allow_plain_http = match self.get(PLAIN_HTTP)?.as_deref() {
            Some("1") => true,
            Some("0") | None => false,
            Some(_) => {
                return Err(Error::config(format!("invalid {PLAIN_HTTP}: expected 1 or 0")));
            }
        };
        let own_region = self.get("UCLOUD_REGION")?;
        Ok(Settings {
            allow_plain_http,
            base_url_source: Some(BASE_URL.to_owned()),
            scope: Scope::new(
                own_region.as_deref().or(region),
                self.get("UCLOUD_ZONE")?.as_deref(),
                self.get("UCLOUD_PROJECT_ID")?.as_deref(),
            ),
            base_url: self.get(BASE_URL)?,
            timeout: timeout.transpose()?,
            channel_key: None,
        })
    }

    /// Returns the key pair, if it is set. Half a key pair is an error.
    pub(super) fn credentials(&self) -> Result<Option<Credentials>> {
        let missing =
            |missing, there| Err(unavailable(format!("missing {missing}: set it beside {there}")));
        let credentials = match (self.get(PUBLIC_KEY)?, self.get(PRIVATE_KEY)?) {
            (Some(public_key), Some(private_key)) => Credentials::new(public_key, private_key),
            (Some(_), None) => return missing(PRIVATE_KEY, PUBLIC_KEY),
            (None, Some(_)) => return missing(PUBLIC_KEY, PRIVATE_KEY),
            (None, None) => return Ok(None),
        };
        let credentials = match self.get("UCLOUD_SECURITY_TOKEN")? {
            Some(token) => credentials.with_security_token(token),
            None => credentials,
        };
        credentials.check()?;
        Ok(Some(credentials))
    }

    /// Returns the value of a variable; an empty one counts as not set.
    pub(super) fn get(&self, name: &str) -> Result<Option<String>> {
        match (self.0)(name).map(OsString::into_string) {
            None => Ok(None),
            Some(Ok(value)) => Ok(Some(value).filter(|value| !value.is_empty())),
            Some(Err(_)) => Err(Error::config(format!("invalid {name}: expected UTF-8 text"))),
        }
    }

    /// Returns the path in a variable, in which `~/` is the home directory; an empty one counts as
    /// not set.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        let path = PathBuf::from((self.0)(name)?);
        if path.as_os_str().is_empty() {
            return None;
        }
        Some(self.expand(path))
    }

    /// Replaces `~/` by the home directory.
    pub(super) fn expand(&self, path: PathBuf) -> PathBuf {
        match (path.strip_prefix("~"), self.home()) {
            (Ok(rest), Some(home)) => home.join(rest),
            _ => path,
        }
    }

    /// Returns the home directory.
    pub(super) fn home(&self) -> Option<PathBuf> {
        let homes = ["HOME", "USERPROFILE"].into_iter();
        homes.filter_map(|name| (self.0)(name)).find(|home| !home.is_empty()).map(Into::into)
    }
}

//! Files of UCloud's tools: `config.json` and `credential.json`.
//!
//! Each is a JSON array of profiles. Errors name file, line and key, but never show values, which
//! may be secret.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use zeroize::Zeroizing;

use super::environment::Environment;
use super::settings::Settings;
use crate::call::Scope;
use crate::decode::{RawMembers, raw_objects, raw_text};
use crate::error::{Error, Result};
use crate::secret::Secret;

/// Most names of profiles in an error.
const MOST_CHOICES: usize = 20;
/// Longest file.
const MOST_BYTES: u64 = 1024 * 1024;

/// File of profiles. It may be missing unless the program or a variable names it.
pub(super) struct SharedFile {
    path: PathBuf,
    /// Setter or variable that names it.
    named_by: Option<&'static str>,
}

/// Profile of `config.json`.
pub(super) struct Config {
    pub(super) active: bool,
    pub(super) settings: Settings,
}

/// Profile of `credential.json`.
pub(super) struct Keys {
    pub(super) public_key: Option<String>,
    pub(super) private_key: Option<Secret>,
    /// `oauth` if the profile signs in with a token. Its old keys must not be used.
    pub(super) auth_mode: Option<String>,
    pub(super) access_token: Option<Secret>,
    /// Seconds since 1970 at which the access token expires.
    pub(super) expires_at: Option<u64>,
}

impl SharedFile {
    /// Returns the `config.json`; `None` without a home directory.
    pub(super) fn config(environment: &Environment, path: Option<&Path>) -> Option<Self> {
        let setter = "`ClientBuilder::config_file`";
        Self::find(environment, path, [setter, "UCLOUD_SHARED_CONFIG_FILE"], "config.json")
    }

    /// Returns the `credential.json`; `None` without a home directory.
    pub(super) fn credential(environment: &Environment, path: Option<&Path>) -> Option<Self> {
        let setter = "`ClientBuilder::credential_file`";
        Self::find(environment, path, [setter, "UCLOUD_SHARED_CREDENTIAL_FILE"], "credential.json")
    }

    /// Returns the file at the path, or that the variable names, or `~/.ucloud/<name>`.
    fn find(
        environment: &Environment,
        path: Option<&Path>,
        [setter, variable]: [&'static str; 2],
        name: &str,
    ) -> Option<Self> {
        if let Some(path) = path {
            return Some(Self { path: environment.expand(path.into()), named_by: Some(setter) });
        }
        if let Some(path) = environment.path(variable) {
            return Some(Self { path, named_by: Some(variable) });
        }
        let path = environment.home()?.join(".ucloud").join(name);
        Some(Self { path, named_by: None })
    }

    /// Reads its profiles, each with its name; `None` if it does not exist and nobody names it.
    pub(super) fn profiles<T>(
        &self,
        read: fn(&Entry<'_>) -> Result<T>,
    ) -> Result<Option<Vec<(String, T)>>> {
        let Some(text) = self.read()? else { return Ok(None) };
        let text = crate::response::without_mark(&text);
        if text.trim_ascii().is_empty() {
            return Err(self.invalid("empty file, expected a JSON array of profiles"));
        }
        let entries = raw_objects(text).map_err(|problem| self.invalid(&problem))?;
        let profile = |values| {
            let entry = Entry { file: self, text, values };
            Ok((entry.text("profile")?.unwrap_or_default(), read(&entry)?))
        };
        entries.into_iter().map(profile).collect::<Result<_>>().map(Some)
    }

    fn read(&self) -> Result<Option<Zeroizing<String>>> {
        let mut text = Zeroizing::new(String::new());
        let read = File::open(&self.path)
            .and_then(|file| file.take(MOST_BYTES + 1).read_to_string(&mut text));
        match read {
            Ok(_) if text.len() as u64 > MOST_BYTES => Err(self.invalid("file longer than 1 MiB")),
            Ok(_) => Ok(Some(text)),
            Err(error) => match (error.kind(), self.named_by) {
                // `HOME` may be a file.
                (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, None) => Ok(None),
                (io::ErrorKind::NotFound, Some(source)) => {
                    Err(self.invalid(&format!("file not found, although {source} names it")))
                }
                (io::ErrorKind::InvalidData, _) => Err(self.invalid("expected UTF-8 text")),
                _ => Err(self.invalid("unreadable file").with_source(error)),
            },
        }
    }

    fn invalid(&self, problem: &str) -> Error {
        Error::config(format!("{self}: {problem}"))
    }
}

impl fmt::Display for SharedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

/// Entry of a file. Its values are parts of the text, which is wiped.
pub(super) struct Entry<'a> {
    file: &'a SharedFile,
    text: &'a str,
    values: RawMembers<'a>,
}

impl Entry<'_> {
    /// Reads the value of a key; `null` counts as not set.
    fn get<T>(&self, key: &str, expected: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>> {
        // Of several members with one name, the last counts.
        let value = self.values.iter().rev().find(|(name, _)| *name == key);
        let Some((_, value)) = value.filter(|(_, value)| *value != "null") else {
            return Ok(None);
        };
        match read(value) {
            Some(value) => Ok(Some(value)),
            None => Err(self.invalid(key, value, expected)),
        }
    }

    fn invalid(&self, key: &str, value: &str, expected: &str) -> Error {
        let before = value.as_ptr().addr() - self.text.as_ptr().addr();
        let line = 1 + self.text.bytes().take(before).filter(|byte| *byte == b'\n').count();
        self.file.invalid(&format!("line {line}: invalid `{key}`, expected {expected}"))
    }

    /// Returns a text; an empty one counts as not set.
    fn text(&self, key: &str) -> Result<Option<String>> {
        Ok(self.get(key, "text", raw_text)?.filter(|text| !text.is_empty()))
    }

    /// Returns a whole number.
    fn number(&self, key: &str, expected: &str) -> Result<Option<u64>> {
        self.get(key, expected, |number| number.parse().ok())
    }

    fn secret(&self, key: &str) -> Result<Option<Secret>> {
        Ok(self.text(key)?.map(Secret::new))
    }
}

impl Config {
    pub(super) fn read(entry: &Entry<'_>) -> Result<Self> {
        let seconds = entry.number("timeout_sec", "a whole number of seconds")?;
        // Each value is JSON, so that nothing else than these words is a boolean.
        let active = entry.get("active", "true or false", |word| word.parse().ok())?;
        Ok(Self {
            active: active.unwrap_or_default(),
            settings: Settings {
                scope: Scope::new(
                    entry.text("region")?.as_deref(),
                    entry.text("zone")?.as_deref(),
                    entry.text("project_id")?.as_deref(),
                ),
                base_url: entry.text("base_url")?,
                timeout: seconds.filter(|seconds| *seconds > 0).map(Duration::from_secs),
                channel_key: entry.secret("channel_key")?,
                ..Settings::default()
            },
        })
    }
}

impl Keys {
    /// Returns `true` if the profile signs in with an access token.
    pub(super) fn is_oauth(&self) -> bool {
        self.auth_mode.as_deref().is_some_and(|mode| mode.eq_ignore_ascii_case("oauth"))
    }

    pub(super) fn read(entry: &Entry<'_>) -> Result<Self> {
        Ok(Self {
            public_key: entry.text("public_key")?,
            private_key: entry.secret("private_key")?,
            auth_mode: entry.text("auth_mode")?,
            access_token: entry.secret("access_token")?,
            expires_at: entry.number("expires_at", "whole seconds since 1970")?,
        })
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
            let names: Vec<_> = profiles.iter().map(|(name, _)| name.as_str()).collect();
            Err(format!("{file} has no profile `{name}`{}", choices(&names)))
        }
    }
}

/// Returns the names to choose from, each once, in the order of the file.
fn choices(names: &[&str]) -> String {
    let mut listed: Vec<&str> = Vec::new();
    for name in names {
        if !name.is_empty() && !listed.contains(name) && listed.len() <= MOST_CHOICES {
            listed.push(name);
        }
    }
    let more = if listed.len() > MOST_CHOICES { ", ..." } else { "" };
    let names = listed.iter().take(MOST_CHOICES).map(|name| format!("`{name}`"));
    match names.collect::<Vec<_>>().join(", ") {
        names if names.is_empty() => String::new(),
        names => format!(", only {names}{more}"),
    }
}

//! Files of UCloud's tools: `config.json` and `credential.json`.
//!
//! Each is a JSON array of profiles. Errors name file, line and key, but never show values, which
//! may be secret. Messages of serde_json would quote them.

use std::cell::Cell;
use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::time::Duration;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use zeroize::Zeroizing;

use super::environment::Environment;
use super::settings::Settings;
use crate::error::{Error, Result};
use crate::secret::Secret;

/// Longest file.
const MOST_BYTES: u64 = 1024 * 1024;

/// File of profiles. It may be missing unless a variable names it.
pub(super) struct SharedFile {
    path: PathBuf,
    /// Variable that names it.
    named_by: Option<&'static str>,
}

/// Profile of `config.json`.
#[derive(Default)]
pub(super) struct Config {
    pub(super) profile: String,
    pub(super) active: bool,
    /// Key of a dedicated channel; empty for other accounts.
    pub(super) channel_key: Secret,
    pub(super) settings: Settings,
}

/// Profile of `credential.json`.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) profile: String,
    pub(super) public_key: String,
    pub(super) private_key: Secret,
    /// `oauth` if the profile signs in with a token. Its old keys must not be used.
    pub(super) auth_mode: String,
}

impl SharedFile {
    /// Returns the file that the variable names, or `~/.ucloud/<name>`; `None` without a home
    /// directory.
    pub(super) fn find(
        environment: &Environment,
        variable: &'static str,
        name: &str,
    ) -> Option<Self> {
        if let Some(path) = environment.path(variable) {
            return Some(Self { path, named_by: Some(variable) });
        }
        let path = environment.home()?.join(".ucloud").join(name);
        Some(Self { path, named_by: None })
    }

    /// Reads its profiles; `None` if it does not exist and no variable names it.
    pub(super) fn profiles<T: Profile>(&self) -> Result<Option<Vec<T>>> {
        let Some(text) = self.read()? else { return Ok(None) };
        let text = crate::response::without_mark(&text);
        if text.trim_ascii().is_empty() {
            return Err(self.invalid("empty file, expected a JSON array of profiles"));
        }
        let current = CurrentKey::default();
        let mut json = serde_json::Deserializer::from_str(text);
        let profiles = json
            .deserialize_seq(List { current: &current, profiles: Vec::new() })
            .and_then(|profiles| json.end().map(|()| profiles));
        profiles.map(Some).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            self.invalid(&match (error.classify(), current.0.get()) {
                (Category::Data, Some((key, expected))) => {
                    format!("line {line}: invalid `{key}`, expected {expected}")
                }
                (Category::Data, None) => {
                    format!("line {line}: expected a JSON array of profiles")
                }
                (Category::Eof, _) => format!("line {line}: unexpected end of the JSON"),
                _ => format!("line {line}, column {column}: invalid JSON"),
            })
        })
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
                (io::ErrorKind::NotFound, Some(variable)) => {
                    Err(self.invalid(&format!("file not found, although {variable} names it")))
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

/// Profile of a file.
pub(super) trait Profile: Default {
    /// Returns its name.
    fn name(&self) -> &str;

    /// Returns the field of a key; `None` for other keys.
    fn field(&mut self, key: &str) -> Option<(&'static str, Field<'_>)>;
}

/// Field of a profile.
pub(super) enum Field<'a> {
    Text(&'a mut String),
    /// Text; an empty one counts as not set.
    Set(&'a mut Option<String>),
    Secret(&'a mut Secret),
    Switch(&'a mut bool),
    /// Seconds; 0 counts as not set.
    Seconds(&'a mut Option<Duration>),
}

impl Field<'_> {
    fn expected(&self) -> &'static str {
        match self {
            Self::Text(_) | Self::Set(_) | Self::Secret(_) => "text",
            Self::Switch(_) => "true or false",
            Self::Seconds(_) => "a whole number of seconds",
        }
    }
}

impl Profile for Config {
    fn name(&self) -> &str {
        &self.profile
    }

    fn field(&mut self, key: &str) -> Option<(&'static str, Field<'_>)> {
        let Settings { region, zone, project_id, base_url, timeout, .. } = &mut self.settings;
        Some(match key {
            "profile" => ("profile", Field::Text(&mut self.profile)),
            "active" => ("active", Field::Switch(&mut self.active)),
            "channel_key" => ("channel_key", Field::Secret(&mut self.channel_key)),
            "region" => ("region", Field::Set(region)),
            "zone" => ("zone", Field::Set(zone)),
            "project_id" => ("project_id", Field::Set(project_id)),
            "base_url" => ("base_url", Field::Set(base_url)),
            "timeout_sec" => ("timeout_sec", Field::Seconds(timeout)),
            _ => return None,
        })
    }
}

impl Profile for Keys {
    fn name(&self) -> &str {
        &self.profile
    }

    fn field(&mut self, key: &str) -> Option<(&'static str, Field<'_>)> {
        Some(match key {
            "profile" => ("profile", Field::Text(&mut self.profile)),
            "public_key" => ("public_key", Field::Text(&mut self.public_key)),
            "private_key" => ("private_key", Field::Secret(&mut self.private_key)),
            "auth_mode" => ("auth_mode", Field::Text(&mut self.auth_mode)),
            _ => return None,
        })
    }
}

/// Key whose value is being read, and its expected type.
#[derive(Default)]
struct CurrentKey(Cell<Option<(&'static str, &'static str)>>);

/// Visitor of the array.
struct List<'a, T> {
    current: &'a CurrentKey,
    profiles: Vec<T>,
}

impl<'de, T: Profile> Visitor<'de> for List<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of profiles")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Vec<T>, A::Error> {
        while let Some(profile) = list.next_element_seed(Entry::new(self.current))? {
            self.profiles.push(profile);
        }
        Ok(self.profiles)
    }
}

/// Visitor of one entry.
struct Entry<'a, T> {
    current: &'a CurrentKey,
    profile: T,
}

impl<'a, T: Profile> Entry<'a, T> {
    fn new(current: &'a CurrentKey) -> Self {
        Self { current, profile: T::default() }
    }
}

impl<'de, T: Profile> DeserializeSeed<'de> for Entry<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<T, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de, T: Profile> Visitor<'de> for Entry<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a profile")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entry: A) -> Result<T, A::Error> {
        while let Some(key) = entry.next_key::<String>()? {
            match self.profile.field(&key) {
                Some((key, field)) => {
                    self.current.0.set(Some((key, field.expected())));
                    entry.next_value_seed(field)?;
                    self.current.0.set(None);
                }
                None => _ = entry.next_value::<IgnoredAny>()?,
            }
        }
        Ok(self.profile)
    }
}

impl<'de> DeserializeSeed<'de> for Field<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

/// Other types are left to the methods of the trait, whose errors are never shown.
impl Visitor<'_> for Field<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected())
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        match self {
            Self::Text(place) => text.clone_into(place),
            Self::Set(place) => {
                *place = Some(text.to_owned()).filter(|text| !text.is_empty());
            }
            Self::Secret(place) => *place = Secret::new(text),
            Self::Switch(_) | Self::Seconds(_) => {
                return Err(E::custom("unexpected text"));
            }
        }
        Ok(())
    }

    fn visit_bool<E: serde::de::Error>(self, on: bool) -> Result<(), E> {
        match self {
            Self::Switch(place) => *place = on,
            _ => return Err(E::custom("unexpected switch")),
        }
        Ok(())
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        match self {
            Self::Seconds(place) => {
                *place = Some(Duration::from_secs(number)).filter(|time| !time.is_zero());
            }
            _ => return Err(E::custom("unexpected number")),
        }
        Ok(())
    }

    /// `null` counts as not set.
    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        Ok(())
    }
}

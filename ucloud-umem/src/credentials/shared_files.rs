//! The files that UCloud's own tools keep: `config.json` and `credential.json`.
//!
//! Each is a JSON array of profiles. What is wrong with one is told by file, line and key, and never shows what is in it:
//! that may be a key, and serde_json's own messages quote it.

use std::cell::Cell;
use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::time::Duration;

use serde::de::{
    DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::error::Category;
use zeroize::Zeroizing;

use super::environment::Environment;
use super::settings::Settings;
use crate::error::{Error, Result};
use crate::secret::Secret;

/// Files of this kind have a line or two for each profile.
const MOST_BYTES: u64 = 1024 * 1024;

/// A file of profiles, which need not be there unless a variable names it.
pub(super) struct SharedFile {
    path: PathBuf,
    /// The variable that names it.
    named_by: Option<&'static str>,
}

/// A profile of `config.json`.
#[derive(Default)]
pub(super) struct Config {
    pub(super) profile: String,
    pub(super) active: bool,
    /// The key of a dedicated channel; empty for other accounts.
    pub(super) channel_key: Secret,
    pub(super) settings: Settings,
}

/// A profile of `credential.json`.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) profile: String,
    pub(super) public_key: String,
    pub(super) private_key: Secret,
    /// `oauth` where the profile signs in with a token; keys beside it are left over and not to be used.
    pub(super) auth_mode: String,
}

impl SharedFile {
    /// The file that the variable names, or else the one of this name in `.ucloud` in the home directory; `None` where
    /// there is no home directory.
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

    /// Its profiles; `None` where it is not there and nobody named it.
    pub(super) fn profiles<T: Profile>(&self) -> Result<Option<Vec<T>>> {
        let Some(text) = self.read()? else { return Ok(None) };
        let text = crate::response::without_mark(&text);
        if text.trim_ascii().is_empty() {
            return Err(self.wrong("is empty: a JSON array of profiles was expected"));
        }
        let at = At::default();
        let mut json = serde_json::Deserializer::from_str(text);
        let profiles = json
            .deserialize_seq(List { at: &at, profiles: Vec::new() })
            .and_then(|profiles| json.end().map(|()| profiles));
        profiles.map(Some).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            self.wrong(&match (error.classify(), at.0.get()) {
                (Category::Data, Some((key, expected))) => {
                    format!("line {line}: `{key}` must be {expected}")
                }
                (Category::Data, None) => {
                    format!("line {line}: a JSON array of profiles was expected")
                }
                (Category::Eof, _) => format!("line {line}: the JSON ends too early"),
                _ => format!("line {line}, column {column}: this is no JSON"),
            })
        })
    }

    fn read(&self) -> Result<Option<Zeroizing<String>>> {
        let mut text = Zeroizing::new(String::new());
        let read = File::open(&self.path)
            .and_then(|file| file.take(MOST_BYTES + 1).read_to_string(&mut text));
        match read {
            Ok(_) if text.len() as u64 > MOST_BYTES => {
                Err(self.wrong("is longer than 1 MiB, which no such file is"))
            }
            Ok(_) => Ok(Some(text)),
            Err(error) => match (error.kind(), self.named_by) {
                // Where `HOME` is no directory, there is no such file either.
                (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, None) => {
                    Ok(None)
                }
                (io::ErrorKind::NotFound, Some(variable)) => {
                    Err(self.wrong(&format!("does not exist, but {variable} names it")))
                }
                (io::ErrorKind::InvalidData, _) => Err(self.wrong("is not UTF-8 text")),
                _ => Err(self.wrong("cannot be read").with_source(error)),
            },
        }
    }

    fn wrong(&self, problem: &str) -> Error {
        Error::config(format!("{self} {problem}"))
    }
}

impl fmt::Display for SharedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

/// One entry of a file.
pub(super) trait Profile: Default {
    /// What it is called.
    fn name(&self) -> &str;

    /// Where the value of this key goes; `None` where the key is none of ours.
    fn member(&mut self, key: &str) -> Option<(&'static str, Member<'_>)>;
}

/// Where a value goes.
pub(super) enum Member<'a> {
    Text(&'a mut String),
    /// Text that counts as not set when it is empty.
    Set(&'a mut Option<String>),
    Secret(&'a mut Secret),
    Switch(&'a mut bool),
    /// 0 counts as not set.
    Seconds(&'a mut Option<Duration>),
}

impl Member<'_> {
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

    fn member(&mut self, key: &str) -> Option<(&'static str, Member<'_>)> {
        let Settings { region, zone, project_id, base_url, timeout, .. } =
            &mut self.settings;
        Some(match key {
            "profile" => ("profile", Member::Text(&mut self.profile)),
            "active" => ("active", Member::Switch(&mut self.active)),
            "channel_key" => ("channel_key", Member::Secret(&mut self.channel_key)),
            "region" => ("region", Member::Set(region)),
            "zone" => ("zone", Member::Set(zone)),
            "project_id" => ("project_id", Member::Set(project_id)),
            "base_url" => ("base_url", Member::Set(base_url)),
            "timeout_sec" => ("timeout_sec", Member::Seconds(timeout)),
            _ => return None,
        })
    }
}

impl Profile for Keys {
    fn name(&self) -> &str {
        &self.profile
    }

    fn member(&mut self, key: &str) -> Option<(&'static str, Member<'_>)> {
        Some(match key {
            "profile" => ("profile", Member::Text(&mut self.profile)),
            "public_key" => ("public_key", Member::Text(&mut self.public_key)),
            "private_key" => ("private_key", Member::Secret(&mut self.private_key)),
            "auth_mode" => ("auth_mode", Member::Text(&mut self.auth_mode)),
            _ => return None,
        })
    }
}

/// The key whose value is being read, and what it must be.
#[derive(Default)]
struct At(Cell<Option<(&'static str, &'static str)>>);

/// The whole array.
struct List<'a, T> {
    at: &'a At,
    profiles: Vec<T>,
}

impl<'de, T: Profile> Visitor<'de> for List<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of profiles")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Vec<T>, A::Error> {
        while let Some(profile) = list.next_element_seed(Entry::new(self.at))? {
            self.profiles.push(profile);
        }
        Ok(self.profiles)
    }
}

/// One entry of the array.
struct Entry<'a, T> {
    at: &'a At,
    profile: T,
}

impl<'a, T: Profile> Entry<'a, T> {
    fn new(at: &'a At) -> Self {
        Self { at, profile: T::default() }
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
            match self.profile.member(&key) {
                Some((key, member)) => {
                    self.at.0.set(Some((key, member.expected())));
                    entry.next_value_seed(member)?;
                    self.at.0.set(None);
                }
                None => _ = entry.next_value::<IgnoredAny>()?,
            }
        }
        Ok(self.profile)
    }
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

/// What does not fit is left to the trait's own methods, whose errors are never shown.
impl Visitor<'_> for Member<'_> {
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
                return Err(E::custom("text was not expected"));
            }
        }
        Ok(())
    }

    fn visit_bool<E: serde::de::Error>(self, on: bool) -> Result<(), E> {
        match self {
            Self::Switch(place) => *place = on,
            _ => return Err(E::custom("a switch was not expected")),
        }
        Ok(())
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        match self {
            Self::Seconds(place) => {
                *place =
                    Some(Duration::from_secs(number)).filter(|time| !time.is_zero());
            }
            _ => return Err(E::custom("a number was not expected")),
        }
        Ok(())
    }

    /// `null` is as if the key were not there.
    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        Ok(())
    }
}

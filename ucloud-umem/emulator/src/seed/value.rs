//! Values in seeds: words of the API, moments, and lists of backups.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::SeqAccessDeserializer;
use serde::de::{self, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use crate::clock::Moment;
use crate::words::Words;

/// The last moment that RFC 3339 can write.
const LAST_SECOND: u64 = 253_402_300_799;

/// One of the words of a value set.
pub(crate) struct Word<T>(&'static str, PhantomData<fn() -> T>);

impl<T> Word<T> {
    pub(crate) fn text(&self) -> &'static str {
        self.0
    }
}

impl<T> Clone for Word<T> {
    fn clone(&self) -> Self {
        Self(self.0, PhantomData)
    }
}

impl<T> fmt::Debug for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de, T: Words> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let words = T::words();
        match words.iter().find(|word| **word == text) {
            Some(word) => Ok(Self(word, PhantomData)),
            None => {
                let expected = words.join(", ");
                Err(de::Error::custom(format!(
                    "unknown value `{text}`: expected one of {expected}"
                )))
            }
        }
    }
}

impl<T: Words> JsonSchema for Word<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": T::words() })
    }
}

/// A moment, or a time from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    At(Moment),
    Before(Duration),
    After(Duration),
}

impl When {
    /// Returns the moment, for seeds that are added now.
    pub(crate) fn moment(self, now: Moment) -> Moment {
        match self {
            Self::At(moment) => moment,
            Self::Before(time) => now.before(time),
            Self::After(time) => now.after(time),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(time) = text.strip_prefix("in ") {
            return humantime::parse_duration(time).ok().map(Self::After);
        }
        if let Some(time) = text.strip_suffix(" ago") {
            return humantime::parse_duration(time).ok().map(Self::Before);
        }
        let at: SystemTime = humantime::parse_rfc3339(text).ok()?;
        let at = at.duration_since(UNIX_EPOCH).ok()?;
        (at.as_secs() <= LAST_SECOND).then(|| Self::At(Moment::since_1970(at)))
    }
}

const MOMENT: &str =
    "a moment such as 2026-12-01T08:00:00Z, or a time such as `in 3 days` or `2h 30m ago`";

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || de::Error::custom(format!("invalid moment `{text}`: expected {MOMENT}"));
        Self::parse(&text).ok_or_else(wrong)
    }
}

impl JsonSchema for When {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(in .+|.+ ago|[0-9]{4}-[0-9]{2}-[0-9]{2}T.+Z)$",
            "examples": ["2026-12-01T08:00:00Z", "in 3 days", "2h 30m ago"]
        })
    }
}

/// Backups of a resource: their number, one a day up to yesterday, or each with its facts.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(untagged, bound = "T: Words")]
pub(crate) enum Backups<T> {
    Count(u32),
    List(Vec<BackupSeed<T>>),
}

/// A backup.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound = "T: Words")]
#[schemars(bound = "T: Words", rename = "BackupSeed")]
pub(crate) struct BackupSeed<T> {
    /// Id, which no other resource may have. Default: one is given out.
    #[serde(default)]
    pub(crate) id: Option<String>,
    /// Name. Default: `daily-N`, N days before now.
    #[serde(default)]
    pub(crate) name: Option<String>,
    /// State. It stays. Default: finished.
    #[serde(default = "none::<Word<T>>")]
    pub(crate) state: Option<Word<T>>,
    /// Time at which it was taken, not in the future. Default: one a day up to yesterday.
    #[serde(default)]
    pub(crate) taken: Option<When>,
    /// True if it was taken by a schedule. Default: true.
    #[serde(default)]
    pub(crate) automatic: Option<bool>,
}

fn none<T>() -> Option<T> {
    None
}

impl<T> Default for Backups<T> {
    fn default() -> Self {
        Self::Count(0)
    }
}

impl<'de, T: Words> Deserialize<'de> for Backups<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CountOrList<T>(PhantomData<fn() -> T>);

        impl<'de, T: Words> Visitor<'de> for CountOrList<T> {
            type Value = Backups<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the number of backups, or a list of them")
            }

            fn visit_u64<E: de::Error>(self, count: u64) -> Result<Self::Value, E> {
                // Too many are refused later, by a message with the limit.
                Ok(Backups::Count(u32::try_from(count).unwrap_or(u32::MAX)))
            }

            fn visit_i64<E: de::Error>(self, count: i64) -> Result<Self::Value, E> {
                match u64::try_from(count) {
                    Ok(count) => self.visit_u64(count),
                    Err(_) => Err(E::invalid_value(Unexpected::Signed(count), &self)),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Backups::List)
            }
        }

        deserializer.deserialize_any(CountOrList(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_absolute_or_a_time_from_now() {
        let now = Moment::since_1970(Duration::from_secs(1_800_000_000));
        for (text, seconds) in [
            ("2027-01-15T08:00:00Z", 1_800_000_000),
            ("in 3 days", 1_800_259_200),
            ("2h 30m ago", 1_799_991_000),
            ("in 0s", 1_800_000_000),
        ] {
            let when = When::parse(text).unwrap();
            assert_eq!(when.moment(now).unix_seconds(), seconds, "{text}");
        }
        for wrong in
            ["", "tomorrow", "3 days", "in 3 apples", "-3 days ago", "1969-01-01T00:00:00Z"]
        {
            assert_eq!(When::parse(wrong), None, "{wrong}");
        }
    }
}

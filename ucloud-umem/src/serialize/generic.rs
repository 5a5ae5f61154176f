//! `Serialize` and `Deserialize` for responses of actions that were called by name.

use serde::de::{Deserialize, DeserializeSeed as _, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use crate::decode::{AnyJson, Entries};
use crate::generic::GenericResponse;
use crate::presigned::redact;
use crate::secret::names_a_secret;

impl Serialize for GenericResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Open(&self.value).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for GenericResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = AnyJson(&mut Entries::default()).deserialize(deserializer)?;
        if value.is_object() {
            Ok(Self::from_value(value))
        } else {
            Err(D::Error::custom("invalid response: expected an object"))
        }
    }
}

/// A value without fields that are secret by their names, and without the queries of presigned
/// addresses.
struct Open<'v>(&'v Value);

impl Serialize for Open<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(members) => serializer.collect_map(
                members
                    .iter()
                    .filter(|(name, _)| !names_a_secret(name))
                    .map(|(name, value)| (name, Open(value))),
            ),
            Value::Array(entries) => serializer.collect_seq(entries.iter().map(Open)),
            Value::String(text) => serializer.serialize_str(&redact(text)),
            other => other.serialize(serializer),
        }
    }
}

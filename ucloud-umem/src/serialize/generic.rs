//! `Serialize` and `Deserialize` for responses of actions that were called by name.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use crate::generic::{GenericResponse, redact};

impl Serialize for GenericResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        redact(&self.value, None).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for GenericResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if value.is_object() {
            Ok(Self::from_value(value))
        } else {
            Err(D::Error::custom("invalid response: expected an object"))
        }
    }
}

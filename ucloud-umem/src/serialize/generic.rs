//! `Serialize` and `Deserialize` for responses of actions that were called by name.

use crate::decode::{AnyJson, Entries};
use crate::generic::{GenericResponse, redact};
use serde::de::{Deserialize, DeserializeSeed as _, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

impl Serialize for GenericResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        redact(&self.value, None).serialize(serializer)
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

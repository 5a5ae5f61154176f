//! `Serialize` and `Deserialize` for responses and models, over the same places that decoding
//! fills.
//!
//! They use the names and spellings of the wire, so that reading what was written gives the same
//! value. A secret is left out.

mod region;

use std::cell::RefCell;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::de::{Deserialize as _, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use crate::decode::{self, Object, Scalar, Slot, Value};

/// Writes a response or model.
pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Object + Clone,
    S: Serializer,
{
    // Places can be written to, so a copy hands them out.
    object(&mut value.clone(), serializer)
}

/// Reads a response or model by the rules of decoding.
pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Object + Default,
    D: Deserializer<'de>,
{
    let json = serde_json::Value::deserialize(deserializer)?;
    decode::from_json(&json.to_string()).map_err(D::Error::custom)
}

fn object<S: Serializer>(object: &mut dyn Object, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (index, field) in object.fields().iter().enumerate() {
        let Some(slot) = object.slot(index) else { continue };
        if is_there(&slot) {
            map.serialize_entry(field.name, &Place(RefCell::new(slot)))?;
        }
    }
    map.end()
}

fn is_there(slot: &Slot<'_>) -> bool {
    match slot {
        Slot::Scalar(place)
        | Slot::Exact(place)
        | Slot::Switch(place, ..)
        | Slot::Base64(place)
        | Slot::Json(place) => place.get().is_some(),
        // A list of secrets is left out like a single one.
        Slot::Scalars(list) => list.entry(0).is_none_or(|first| first.get().is_some()),
        // An absent structure is written as null, which reads as absent.
        Slot::Object(_) | Slot::Objects(_) => true,
    }
}

/// A place whose value is written.
struct Place<'a>(RefCell<Slot<'a>>);

impl Serialize for Place<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut slot = self.0.try_borrow_mut().map_err(S::Error::custom)?;
        match &mut *slot {
            Slot::Scalar(place) | Slot::Exact(place) | Slot::Json(place) => {
                place.get().serialize(serializer)
            }
            Slot::Scalars(list) => {
                serializer.collect_seq((0..).map_while(|index| list.entry(index).map(Scalar::get)))
            }
            Slot::Object(place) => match place.at(0) {
                Some(inner) => object(inner, serializer),
                None => serializer.serialize_none(),
            },
            Slot::Objects(list) => {
                let mut seq = serializer.serialize_seq(None)?;
                let mut index = 0;
                while let Some(inner) = list.at(index) {
                    seq.serialize_element(&Inner(RefCell::new(inner)))?;
                    index += 1;
                }
                seq.end()
            }
            Slot::Switch(place, on, off) => match place.get() {
                Some(Value::Bool(value)) => serializer.serialize_str(if value { on } else { off }),
                other => other.serialize(serializer),
            },
            Slot::Base64(place) => match place.get() {
                Some(Value::Text(plain)) => serializer.serialize_str(&BASE64.encode(plain)),
                other => other.serialize(serializer),
            },
        }
    }
}

/// A structure in a list.
struct Inner<'a>(RefCell<&'a mut dyn Object>);

impl Serialize for Inner<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut inner = self.0.try_borrow_mut().map_err(S::Error::custom)?;
        object(&mut **inner, serializer)
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Int(number) => serializer.serialize_i64(*number),
            Value::Float(number) => serializer.serialize_f64(*number),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Json(json) => json.serialize(serializer),
        }
    }
}

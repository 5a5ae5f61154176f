//! Passwords in the state file, which keeps them in plain text, and in seeds.
//!
//! [`Password`] itself is serialized as `***`, so that none is written by accident.

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serializer};

use ucloud_umem::Password;

pub(crate) fn serialize<S: Serializer>(
    password: &Password,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(password.reveal())
}

/// Reads a text. An error does not repeat what is there in its place.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Password, D::Error> {
    let text = String::deserialize(deserializer);
    text.map(Password::new).map_err(|_| D::Error::custom("invalid password: expected a text"))
}

//! Passwords in the state file, which keeps them in plain text.
//!
//! [`Password`] itself is serialized as `***`, so that none is written by accident.

use serde::{Deserialize as _, Deserializer, Serializer};

use ucloud_umem::Password;

pub(crate) fn serialize<S: Serializer>(
    password: &Password,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(password.reveal())
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Password, D::Error> {
    String::deserialize(deserializer).map(Password::new)
}

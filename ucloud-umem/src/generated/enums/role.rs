// Written by `cargo xtask regenerate` from api-spec/enums/Role.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Role of an instance or a shard in replication.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::Role;
///
/// let value = Role::from("master");
/// match &value {
///     Role::Primary => println!("Primary"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Role {
    /// The primary, which takes the writes.
    #[doc(alias = "master")]
    Primary,

    /// A replica, which follows a primary.
    #[doc(alias = "slave")]
    Replica,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl Role {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Primary => "master",
            Self::Replica => "slave",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "master" => Self::Primary,
            "slave" => Self::Replica,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(Role);

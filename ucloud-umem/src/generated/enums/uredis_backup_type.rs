// Written by `cargo xtask regenerate` from api-spec/enums/URedisBackupType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Origin of a backup of a Redis group.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::URedisBackupType;
///
/// let value = URedisBackupType::from("Manual");
/// match &value {
///     URedisBackupType::Manual => println!("Manual"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum URedisBackupType {
    /// A person or a program.
    Manual,

    /// The service, by the group's schedule.
    Auto,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl URedisBackupType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Manual => "Manual",
            Self::Auto => "Auto",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Manual" => Self::Manual,
            "Auto" => Self::Auto,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(URedisBackupType);

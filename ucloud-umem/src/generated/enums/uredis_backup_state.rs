// Written by `cargo xtask regenerate` from api-spec/enums/URedisBackupState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// State of a backup of a Redis group.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::URedisBackupState;
///
/// let value = URedisBackupState::from("Backuping");
/// match &value {
///     URedisBackupState::BackingUp => println!("BackingUp"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum URedisBackupState {
    /// Being taken.
    #[doc(alias = "Backuping")]
    BackingUp,

    /// Finished. Its download address is available.
    Success,

    /// Failed.
    Error,

    /// Expired.
    Expired,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl URedisBackupState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::BackingUp => "Backuping",
            Self::Success => "Success",
            Self::Error => "Error",
            Self::Expired => "Expired",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Backuping" => Self::BackingUp,
            "Success" => Self::Success,
            "Error" => Self::Error,
            "Expired" => Self::Expired,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(URedisBackupState);

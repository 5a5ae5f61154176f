// Written by `cargo xtask regenerate` from api-spec/enums/BackupType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Who started a backup.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::BackupType;
///
/// let value = BackupType::from("auto");
/// match &value {
///     BackupType::Auto => println!("Auto"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BackupType {
    /// The service.
    #[doc(alias = "auto")]
    Auto,

    /// A person.
    #[doc(alias = "manual")]
    Manual,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl BackupType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Auto => "auto",
            Self::Manual => "manual",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "auto" => Self::Auto,
            "manual" => Self::Manual,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(BackupType);

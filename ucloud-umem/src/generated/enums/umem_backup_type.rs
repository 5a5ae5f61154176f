// Written by `cargo xtask regenerate` from api-spec/enums/UMemBackupType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Origin of a backup of a distributed space.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::UMemBackupType;
///
/// let value = UMemBackupType::from("auto");
/// match &value {
///     UMemBackupType::Auto => println!("Auto"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UMemBackupType {
    /// The service, by the space's schedule.
    #[doc(alias = "auto")]
    Auto,

    /// A person or a program.
    #[doc(alias = "manual")]
    Manual,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl UMemBackupType {
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

open_enum!(UMemBackupType);

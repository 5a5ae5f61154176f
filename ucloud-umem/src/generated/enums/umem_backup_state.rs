// Written by `cargo xtask regenerate` from api-spec/enums/UMemBackupState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// State of a backup of a distributed space.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::UMemBackupState;
///
/// let value = UMemBackupState::from("Starting");
/// match &value {
///     UMemBackupState::Starting => println!("Starting"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UMemBackupState {
    /// Being taken.
    Starting,

    /// Finished. Its download addresses are available.
    Done,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl UMemBackupState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Starting => "Starting",
            Self::Done => "Done",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Starting" => Self::Starting,
            "Done" => Self::Done,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(UMemBackupState);

// Written by `cargo xtask regenerate` from api-spec/enums/BackupState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// How far a backup is.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::BackupState;
///
/// let value = BackupState::from("Starting");
/// match &value {
///     BackupState::Starting => println!("Starting"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BackupState {
    /// Being taken.
    Starting,

    /// Finished.
    Done,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl BackupState {
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

open_enum!(BackupState);

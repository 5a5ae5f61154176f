// Written by `cargo xtask regenerate` from api-spec/enums/UMemSpaceState.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// State of a distributed space, as the older actions return it.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::UMemSpaceState;
///
/// let value = UMemSpaceState::from("Starting");
/// match &value {
///     UMemSpaceState::Starting => println!("Starting"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UMemSpaceState {
    /// Being created.
    Starting,

    /// In use.
    Running,

    /// Failed. UCloud does not document which operation.
    Fail,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl UMemSpaceState {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Starting => "Starting",
            Self::Running => "Running",
            Self::Fail => "Fail",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Starting" => Self::Starting,
            "Running" => Self::Running,
            "Fail" => Self::Fail,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(UMemSpaceState);

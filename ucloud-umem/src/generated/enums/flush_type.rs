// Written by `cargo xtask regenerate` from api-spec/enums/FlushType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Databases of a Redis group to empty.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::FlushType;
///
/// let value = FlushType::from("FlushDb");
/// match &value {
///     FlushType::FlushDb => println!("FlushDb"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FlushType {
    /// One database, which is named by its number.
    FlushDb,

    /// All databases.
    FlushAll,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl FlushType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::FlushDb => "FlushDb",
            Self::FlushAll => "FlushAll",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "FlushDb" => Self::FlushDb,
            "FlushAll" => Self::FlushAll,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(FlushType);

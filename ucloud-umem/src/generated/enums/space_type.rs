// Written by `cargo xtask regenerate` from api-spec/enums/SpaceType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Whether a space or a group has a hot standby.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::SpaceType;
///
/// let value = SpaceType::from("single");
/// match &value {
///     SpaceType::Single => println!("Single"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SpaceType {
    /// No hot standby.
    #[doc(alias = "single")]
    Single,

    /// A hot standby.
    #[doc(alias = "double")]
    Double,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl SpaceType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Single => "single",
            Self::Double => "double",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "single" => Self::Single,
            "double" => Self::Double,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(SpaceType);

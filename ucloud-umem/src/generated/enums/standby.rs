// Written by `cargo xtask regenerate` from api-spec/enums/Standby.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Hot standby of a space or a group.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::Standby;
///
/// let value = Standby::from("single");
/// match &value {
///     Standby::Disabled => println!("Disabled"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Standby {
    /// No hot standby.
    #[doc(alias = "single")]
    Disabled,

    /// A hot standby.
    #[doc(alias = "double")]
    Enabled,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl Standby {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Disabled => "single",
            Self::Enabled => "double",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "single" => Self::Disabled,
            "double" => Self::Enabled,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(Standby);

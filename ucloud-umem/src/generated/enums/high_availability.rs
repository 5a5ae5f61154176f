// Written by `cargo xtask regenerate` from api-spec/enums/HighAvailability.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// High availability: a replica that takes over if the primary fails.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::HighAvailability;
///
/// let value = HighAvailability::from("enable");
/// match &value {
///     HighAvailability::Enabled => println!("Enabled"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum HighAvailability {
    /// With a replica.
    #[doc(alias = "enable")]
    Enabled,

    /// Without a replica: if the primary fails, the group fails.
    #[doc(alias = "disable")]
    Disabled,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl HighAvailability {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Enabled => "enable",
            Self::Disabled => "disable",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "enable" => Self::Enabled,
            "disable" => Self::Disabled,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(HighAvailability);

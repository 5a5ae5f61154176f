// Written by `cargo xtask regenerate` from api-spec/enums/ConvertType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Kind that a Redis group changes to.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::ConvertType;
///
/// let value = ConvertType::from("HighPerformance");
/// match &value {
///     ConvertType::HighPerformance => println!("HighPerformance"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ConvertType {
    /// High performance.
    HighPerformance,

    /// Ordinary, with a primary and a replica.
    Normal,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl ConvertType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::HighPerformance => "HighPerformance",
            Self::Normal => "Normal",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "HighPerformance" => Self::HighPerformance,
            "Normal" => Self::Normal,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ConvertType);

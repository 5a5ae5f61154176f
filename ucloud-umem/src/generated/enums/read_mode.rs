// Written by `cargo xtask regenerate` from api-spec/enums/ReadMode.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Distribution of reads over the nodes, if reads are split from writes.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::ReadMode;
///
/// let value = ReadMode::from("Custom");
/// match &value {
///     ReadMode::Custom => println!("Custom"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadMode {
    /// By the weights that the user sets for the nodes.
    Custom,

    /// Evenly over all nodes, the primary among them.
    Uniform,

    /// Evenly over the read-only nodes.
    ReadOnly,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl ReadMode {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Custom => "Custom",
            Self::Uniform => "Uniform",
            Self::ReadOnly => "ReadOnly",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Custom" => Self::Custom,
            "Uniform" => Self::Uniform,
            "ReadOnly" => Self::ReadOnly,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ReadMode);

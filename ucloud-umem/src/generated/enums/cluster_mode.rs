// Written by `cargo xtask regenerate` from api-spec/enums/ClusterMode.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Handling of reads and writes by a distributed space.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::ClusterMode;
///
/// let value = ClusterMode::from("RWMode");
/// match &value {
///     ClusterMode::ReadWriteSplit => println!("ReadWriteSplit"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ClusterMode {
    /// Reads are split from writes. With any other value the space is an ordinary one.
    #[doc(alias = "RWMode")]
    ReadWriteSplit,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl ClusterMode {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::ReadWriteSplit => "RWMode",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "RWMode" => Self::ReadWriteSplit,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ClusterMode);

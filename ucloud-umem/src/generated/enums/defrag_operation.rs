// Written by `cargo xtask regenerate` from api-spec/enums/DefragOperation.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Operation on the defragmentation of an instance.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::DefragOperation;
///
/// let value = DefragOperation::from("Once");
/// match &value {
///     DefragOperation::Once => println!("Once"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DefragOperation {
    /// Defragment once.
    Once,

    /// Switch the strategy on. Spaces cannot.
    Open,

    /// Switch the strategy off. Spaces cannot.
    Close,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl DefragOperation {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Once => "Once",
            Self::Open => "Open",
            Self::Close => "Close",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "Once" => Self::Once,
            "Open" => Self::Open,
            "Close" => Self::Close,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(DefragOperation);

// Written by `cargo xtask regenerate` from api-spec/enums/TransformType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Operation that opens or closes a Redis group.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::TransformType;
///
/// let value = TransformType::from("UNBind");
/// match &value {
///     TransformType::Close => println!("Close"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TransformType {
    /// Close it.
    #[doc(alias = "UNBind")]
    Close,

    /// Open it.
    #[doc(alias = "Bind")]
    Open,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl TransformType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Close => "UNBind",
            Self::Open => "Bind",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "UNBind" => Self::Close,
            "Bind" => Self::Open,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(TransformType);

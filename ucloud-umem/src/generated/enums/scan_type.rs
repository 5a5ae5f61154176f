// Written by `cargo xtask regenerate` from api-spec/enums/ScanType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Kind of keys that a scan looks for.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::ScanType;
///
/// let value = ScanType::from("ScanBigKeys");
/// match &value {
///     ScanType::ScanBigKeys => println!("ScanBigKeys"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ScanType {
    /// Keys with much data.
    ScanBigKeys,

    /// The most used keys.
    ScanHotKeys,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl ScanType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::ScanBigKeys => "ScanBigKeys",
            Self::ScanHotKeys => "ScanHotKeys",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "ScanBigKeys" => Self::ScanBigKeys,
            "ScanHotKeys" => Self::ScanHotKeys,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(ScanType);

// Written by `cargo xtask regenerate` from api-spec/enums/BackupRegionType.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Kind of backups of Redis groups to list.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::BackupRegionType;
///
/// let value = BackupRegionType::from("normal");
/// match &value {
///     BackupRegionType::Normal => println!("Normal"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BackupRegionType {
    /// Ordinary backups.
    #[doc(alias = "normal")]
    Normal,

    /// Copies between regions, where they come from.
    #[doc(alias = "source")]
    Source,

    /// Copies between regions, where they are kept.
    #[doc(alias = "target")]
    Target,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl BackupRegionType {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Normal => "normal",
            Self::Source => "source",
            Self::Target => "target",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "normal" => Self::Normal,
            "source" => Self::Source,
            "target" => Self::Target,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(BackupRegionType);

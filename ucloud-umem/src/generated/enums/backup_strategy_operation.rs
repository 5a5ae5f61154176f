// Written by `cargo xtask regenerate` from api-spec/enums/BackupStrategyOperation.yaml. Edit that instead.

use crate::open_enum::{UnknownValue, open_enum};

/// Change to the automatic backups of a Redis group.
///
/// The API may add values; one that this version does not know is `Unknown` and equals,
/// by its text, the variant that a later version gives it. A match that survives that:
///
/// ```
/// use ucloud_umem::enums::BackupStrategyOperation;
///
/// let value = BackupStrategyOperation::from("normal");
/// match &value {
///     BackupStrategyOperation::Normal => println!("Normal"),
///     other => println!("{}", other.as_str()),
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BackupStrategyOperation {
    /// Changes automatic backups and their hour.
    #[doc(alias = "normal")]
    Normal,

    /// Changes copies in another region: the region, and how long they are kept.
    #[doc(alias = "modify")]
    Modify,

    /// Ends copies in another region.
    #[doc(alias = "close")]
    Close,

    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

impl BackupStrategyOperation {
    /// The value as the API spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Normal => "normal",
            Self::Modify => "modify",
            Self::Close => "close",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn from_wire(value: &str) -> Self {
        match value {
            "normal" => Self::Normal,
            "modify" => Self::Modify,
            "close" => Self::Close,
            _ => Self::Unknown(UnknownValue::new(value)),
        }
    }
}

open_enum!(BackupStrategyOperation);

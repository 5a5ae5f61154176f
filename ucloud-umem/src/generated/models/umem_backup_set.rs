// Written by `cargo xtask regenerate` from api-spec/models/UMemBackupSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::BackupState;
use crate::response::model;

/// One backup of a space.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemBackupSet {
    /// Name.
    #[doc(alias = "BackupName")]
    pub backup_name: String,

    /// When it was taken.
    #[doc(alias = "CreateTime")]
    pub create_time: Timestamp,

    /// How far the backup is.
    #[doc(alias = "State")]
    pub state: BackupState,

    /// Id
    #[doc(alias = "BackupId")]
    pub backup_id: String,

    /// Shards in the backup.
    #[doc(alias = "BlockCount")]
    pub block_count: Option<i64>,
}

model!(UMemBackupSet);

impl Object for UMemBackupSet {
    fn required(&self) -> &'static [&'static str] {
        &["BackupName", "CreateTime", "State", "BackupId"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["BlockCount"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        Some(match name {
            "BackupName" => (0, Slot::Scalar(&mut self.backup_name)),
            "CreateTime" => (1, Slot::Scalar(&mut self.create_time)),
            "State" => (2, Slot::Scalar(&mut self.state)),
            "BackupId" => (3, Slot::Scalar(&mut self.backup_id)),
            "BlockCount" => (4, Slot::Scalar(&mut self.block_count)),
            _ => return None,
        })
    }
}

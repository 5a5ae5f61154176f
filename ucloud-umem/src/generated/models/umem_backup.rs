// Written by `cargo xtask regenerate` from api-spec/models/UMemBackupSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::{Protocol, UMemBackupState, UMemBackupType};
use crate::response::impl_model;

/// Backup of one shard (block) of a distributed Redis space.
#[doc(alias = "UMemBackupSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemBackup {
    /// Name given to the backup when it was taken.
    #[doc(alias = "BackupName")]
    pub backup_name: String,

    /// Time of the backup.
    #[doc(alias = "CreateTime")]
    pub create_time: Timestamp,

    /// State of the backup of the shard. Known values: `Starting`, `Done`.
    #[doc(alias = "State")]
    pub state: UMemBackupState,

    /// Id of the backup of the space, for its download addresses. All of its shards have
    /// the same id.
    #[doc(alias = "BackupId")]
    pub backup_id: String,

    /// Origin of the backup: the service or a person. Known values: `auto`, `manual`.
    #[doc(alias = "BackupType")]
    pub backup_type: UMemBackupType,

    /// Shards (blocks) in the backup.
    #[doc(alias = "BlockCount")]
    pub block_count: Option<i64>,

    /// Size of the backup. Unit not documented by UCloud; compare it with a backup of
    /// known size before you compute with it.
    #[doc(alias = "BlockSize")]
    pub block_size: Option<i64>,

    /// Protocol of the space. Only the example in UCloud's documentation has this field.
    /// Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub protocol: Option<Protocol>,

    /// Space that the backup was taken of.
    #[doc(alias = "SpaceId")]
    pub space_id: Option<String>,
}

impl_model!(UMemBackup);

impl Object for UMemBackup {
    fn required(&self) -> &'static [&'static str] {
        &["BackupName", "CreateTime", "State", "BackupId", "BackupType"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["BlockCount", "BlockSize", "Protocol", "SpaceId"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "BackupName" => (0, Slot::Scalar(&mut self.backup_name)),
            "CreateTime" => (1, Slot::Scalar(&mut self.create_time)),
            "State" => (2, Slot::Scalar(&mut self.state)),
            "BackupId" => (3, Slot::Scalar(&mut self.backup_id)),
            "BackupType" => (4, Slot::Scalar(&mut self.backup_type)),
            "BlockCount" => (5, Slot::Scalar(&mut self.block_count)),
            "BlockSize" => (6, Slot::Scalar(&mut self.block_size)),
            "Protocol" => (7, Slot::Scalar(&mut self.protocol)),
            "SpaceId" => (8, Slot::Scalar(&mut self.space_id)),
            _ => return None,
        };
        Some(slot)
    }
}

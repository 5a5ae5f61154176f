// Written by `cargo xtask regenerate` from api-spec/models/URedisBackupSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::{URedisBackupState, URedisBackupType};
use crate::response::impl_model;

/// One backup of a Redis group.
#[doc(alias = "URedisBackupSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct URedisBackup {
    /// Zone of the backup.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// Id of the backup, for its download address.
    #[doc(alias = "BackupId")]
    pub backup_id: Option<String>,

    /// Group that the backup was taken of.
    #[doc(alias = "GroupId")]
    pub group_id: Option<String>,

    /// Name of that group.
    #[doc(alias = "GroupName")]
    pub group_name: Option<String>,

    /// Name of the backup.
    #[doc(alias = "BackupName")]
    pub backup_name: Option<String>,

    /// Time of the backup.
    #[doc(alias = "BackupTime")]
    pub backup_time: Option<Timestamp>,

    /// Size of the file. Unit: bytes.
    #[doc(alias = "BackupSize")]
    pub backup_size: Option<i64>,

    /// Origin of the backup: the service or a person. Known values: `Manual`, `Auto`.
    #[doc(alias = "BackupType")]
    pub backup_type: Option<URedisBackupType>,

    /// State of the backup. Known values: `Backuping`, `Success`, `Error`, `Expired`.
    #[doc(alias = "State")]
    pub state: Option<URedisBackupState>,

    /// Region that a copy between regions comes from.
    #[doc(alias = "SrcRegionName")]
    pub src_region_name: Option<String>,

    /// Region that a copy between regions is kept in.
    #[doc(alias = "DstRegionName")]
    pub dst_region_name: Option<String>,

    /// Capacity of the group that was backed up. Unit not documented by UCloud.
    #[doc(alias = "MemorySize")]
    pub memory_size: Option<i64>,

    /// Version of Redis in that group.
    #[doc(alias = "RedisVersion")]
    pub redis_version: Option<String>,
}

impl_model!(URedisBackup);

impl Object for URedisBackup {
    fn optional(&self) -> &'static [&'static str] {
        &[
            "Zone",
            "BackupId",
            "GroupId",
            "GroupName",
            "BackupName",
            "BackupTime",
            "BackupSize",
            "BackupType",
            "State",
            "SrcRegionName",
            "DstRegionName",
            "MemorySize",
            "RedisVersion",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Zone" => (0, Slot::Scalar(&mut self.zone)),
            "BackupId" => (1, Slot::Scalar(&mut self.backup_id)),
            "GroupId" => (2, Slot::Scalar(&mut self.group_id)),
            "GroupName" => (3, Slot::Scalar(&mut self.group_name)),
            "BackupName" => (4, Slot::Scalar(&mut self.backup_name)),
            "BackupTime" => (5, Slot::Scalar(&mut self.backup_time)),
            "BackupSize" => (6, Slot::Scalar(&mut self.backup_size)),
            "BackupType" => (7, Slot::Scalar(&mut self.backup_type)),
            "State" => (8, Slot::Scalar(&mut self.state)),
            "SrcRegionName" => (9, Slot::Scalar(&mut self.src_region_name)),
            "DstRegionName" => (10, Slot::Scalar(&mut self.dst_region_name)),
            "MemorySize" => (11, Slot::Scalar(&mut self.memory_size)),
            "RedisVersion" => (12, Slot::Scalar(&mut self.redis_version)),
            _ => return None,
        };
        Some(slot)
    }
}

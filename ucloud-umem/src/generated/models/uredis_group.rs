// Written by `cargo xtask regenerate` from api-spec/models/URedisGroupSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::{
    ChargeType, HighAvailability, Protocol, Role, Standby, URedisGroupState,
};
use crate::response::impl_model;

/// One Redis group.
#[doc(alias = "URedisGroupSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct URedisGroup {
    /// Zone of the group. If it is spread over two zones, the zone of its primary.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// Hour of the day, from 0 on, at which the group is maintained.
    #[doc(alias = "RewriteTime")]
    pub rewrite_time: Option<i64>,

    /// Role of the group: primary or read-only replica. Known values: `master`, `slave`.
    #[doc(alias = "Role")]
    pub role: Option<Role>,

    /// Virtual private cloud (VPC) that the group is in.
    #[doc(alias = "VPCId")]
    pub vpc_id: Option<String>,

    /// Subnet that the group is in.
    #[doc(alias = "SubnetId")]
    pub subnet_id: Option<String>,

    /// Id of the group.
    #[doc(alias = "GroupId")]
    pub group_id: Option<String>,

    /// Name of the group.
    #[doc(alias = "Name")]
    pub name: Option<String>,

    /// Hot standby of the group. Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub standby: Option<Standby>,

    /// Protocol of the group. Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub protocol: Option<Protocol>,

    /// Memory of the group. Unit: GB.
    #[doc(alias = "MemorySize")]
    #[deprecated(note = "Use `Size`.")]
    pub memory_size: Option<i64>,

    /// Name of the group.
    #[doc(alias = "GroupName")]
    #[deprecated(note = "Use `Name`.")]
    pub group_name: Option<String>,

    /// Configuration that the group uses.
    #[doc(alias = "ConfigId")]
    pub config_id: Option<String>,

    /// Address by which the group is reached.
    #[doc(alias = "VirtualIP")]
    pub virtual_ip: Option<String>,

    /// Port that the group listens on.
    #[doc(alias = "Port")]
    pub port: Option<i64>,

    /// Memory of the group. Unit: GB.
    #[doc(alias = "Size")]
    pub size: Option<i64>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "UsedSize")]
    pub used_size: Option<i64>,

    /// `true` if backups are taken automatically.
    #[doc(alias = "AutoBackup")]
    pub auto_backup: Option<bool>,

    /// Hour of the day, 0 to 23, at which automatic backups start.
    #[doc(alias = "BackupTime")]
    pub backup_time: Option<i64>,

    /// High availability: a replica takes over if the primary fails. Known values:
    /// `enable`, `disable`.
    #[doc(alias = "HighAvailability")]
    pub high_availability: Option<HighAvailability>,

    /// Version of Redis, such as `3.0`.
    #[doc(alias = "Version")]
    pub version: Option<String>,

    /// End of the paid period.
    #[doc(alias = "ExpireTime")]
    pub expire_time: Option<Timestamp>,

    /// Billing method of the group. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// State of the group.
    #[doc(alias = "State")]
    pub state: Option<URedisGroupState>,

    /// Creation time of the group.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// Time of the last change of the group.
    #[doc(alias = "ModifyTime")]
    pub modify_time: Option<Timestamp>,

    /// Business group that the Redis group is filed under.
    #[doc(alias = "Tag")]
    pub tag: Option<String>,

    /// Zone of the replica, if the group is spread over two zones; otherwise empty.
    #[doc(alias = "SlaveZone")]
    pub slave_zone: Option<String>,

    /// `true` if the group is of the high-performance kind.
    #[doc(alias = "IsHighPerformance")]
    pub is_high_performance: Option<bool>,

    /// Version of SSL. Values not documented by UCloud.
    #[doc(alias = "SSLVersion")]
    pub ssl_version: Option<String>,

    /// `true` if SSL is switched on.
    #[doc(alias = "SSLEnable")]
    pub ssl_enable: Option<bool>,

    /// Expiry time of the SSL certificate. Unit not documented by UCloud.
    #[doc(alias = "SSLCertExpireTime")]
    pub ssl_cert_expire_time: Option<i64>,

    /// Protection of the group: 1 for isolation within the private network, 2 for
    /// encryption, 3 for both.
    #[doc(alias = "SecPolicy")]
    pub sec_policy: Option<i64>,

    /// `true` if the group has joined the autonomy centre (UDAC).
    #[doc(alias = "UDACEnable")]
    pub udac_enable: Option<bool>,
}

impl_model!(URedisGroup);

impl Object for URedisGroup {
    fn optional(&self) -> &'static [&'static str] {
        &[
            "Zone",
            "RewriteTime",
            "Role",
            "VPCId",
            "SubnetId",
            "GroupId",
            "Name",
            "Type",
            "Protocol",
            "MemorySize",
            "GroupName",
            "ConfigId",
            "VirtualIP",
            "Port",
            "Size",
            "UsedSize",
            "AutoBackup",
            "BackupTime",
            "HighAvailability",
            "Version",
            "ExpireTime",
            "ChargeType",
            "State",
            "CreateTime",
            "ModifyTime",
            "Tag",
            "SlaveZone",
            "IsHighPerformance",
            "SSLVersion",
            "SSLEnable",
            "SSLCertExpireTime",
            "SecPolicy",
            "UDACEnable",
        ]
    }

    #[expect(deprecated, reason = "the service still has what it advises against")]
    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Zone" => (0, Slot::Scalar(&mut self.zone)),
            "RewriteTime" => (1, Slot::Scalar(&mut self.rewrite_time)),
            "Role" => (2, Slot::Scalar(&mut self.role)),
            "VPCId" => (3, Slot::Scalar(&mut self.vpc_id)),
            "SubnetId" => (4, Slot::Scalar(&mut self.subnet_id)),
            "GroupId" => (5, Slot::Scalar(&mut self.group_id)),
            "Name" => (6, Slot::Scalar(&mut self.name)),
            "Type" => (7, Slot::Scalar(&mut self.standby)),
            "Protocol" => (8, Slot::Scalar(&mut self.protocol)),
            "MemorySize" => (9, Slot::Scalar(&mut self.memory_size)),
            "GroupName" => (10, Slot::Scalar(&mut self.group_name)),
            "ConfigId" => (11, Slot::Scalar(&mut self.config_id)),
            "VirtualIP" => (12, Slot::Scalar(&mut self.virtual_ip)),
            "Port" => (13, Slot::Scalar(&mut self.port)),
            "Size" => (14, Slot::Scalar(&mut self.size)),
            "UsedSize" => (15, Slot::Scalar(&mut self.used_size)),
            "AutoBackup" => {
                (16, Slot::Switch(&mut self.auto_backup, "enable", "disable"))
            }
            "BackupTime" => (17, Slot::Scalar(&mut self.backup_time)),
            "HighAvailability" => (18, Slot::Scalar(&mut self.high_availability)),
            "Version" => (19, Slot::Scalar(&mut self.version)),
            "ExpireTime" => (20, Slot::Scalar(&mut self.expire_time)),
            "ChargeType" => (21, Slot::Scalar(&mut self.charge_type)),
            "State" => (22, Slot::Scalar(&mut self.state)),
            "CreateTime" => (23, Slot::Scalar(&mut self.create_time)),
            "ModifyTime" => (24, Slot::Scalar(&mut self.modify_time)),
            "Tag" => (25, Slot::Scalar(&mut self.tag)),
            "SlaveZone" => (26, Slot::Scalar(&mut self.slave_zone)),
            "IsHighPerformance" => (27, Slot::Scalar(&mut self.is_high_performance)),
            "SSLVersion" => (28, Slot::Scalar(&mut self.ssl_version)),
            "SSLEnable" => (29, Slot::Scalar(&mut self.ssl_enable)),
            "SSLCertExpireTime" => (30, Slot::Scalar(&mut self.ssl_cert_expire_time)),
            "SecPolicy" => (31, Slot::Scalar(&mut self.sec_policy)),
            "UDACEnable" => (32, Slot::Scalar(&mut self.udac_enable)),
            _ => return None,
        };
        Some(slot)
    }
}

// Written by `cargo xtask regenerate` from api-spec/models/UMemDataSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::{
    ChargeType, HighAvailability, InstanceState, Protocol, ResourceType, Role, Standby,
};
use crate::models::{UMemReplica, UMemSpaceAddress};
use crate::response::impl_model;

/// One instance of any kind: a Redis group, a distributed space or a Memcached group.
#[doc(alias = "UMemDataSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemInstance {
    /// Zone of the instance; that of its primary, where it is spread over two zones.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// Whether the Redis group has read-only replicas.
    #[doc(alias = "OwnSlave")]
    pub own_slave: Option<bool>,

    /// The read-only replicas of a Redis group; empty where there are none.
    #[doc(alias = "DataSet")]
    pub replicas: Vec<UMemReplica>,

    /// Whether the Redis group is a primary or a read-only replica. Only Redis groups
    /// have it. Known values: `master`, `slave`.
    #[doc(alias = "Role")]
    pub role: Option<Role>,

    /// Hour of the day, 0 to 23, at which the instance is maintained. The page names no
    /// time zone. Memcached groups have none.
    #[doc(alias = "RewriteTime")]
    pub rewrite_time: Option<i64>,

    /// Virtual private cloud (VPC) that the instance is in.
    #[doc(alias = "VPCId")]
    pub vpc_id: Option<String>,

    /// Subnet that the instance is in.
    #[doc(alias = "SubnetId")]
    pub subnet_id: Option<String>,

    /// Id of the instance, which other calls name `SpaceId` or `GroupId`.
    #[doc(alias = "ResourceId")]
    pub resource_id: Option<String>,

    /// Name of the instance.
    #[doc(alias = "Name")]
    pub name: Option<String>,

    /// When the instance was created.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// When the time paid for ends.
    #[doc(alias = "ExpireTime")]
    pub expire_time: Option<Timestamp>,

    /// Whether the instance has a hot standby. Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub standby: Option<Standby>,

    /// What the instance speaks. Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub protocol: Option<Protocol>,

    /// Memory of the instance. Unit: GB.
    #[doc(alias = "Size")]
    pub size: Option<i64>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "UsedSize")]
    pub used_size: Option<i64>,

    /// What the instance is doing, or what went wrong with it.
    #[doc(alias = "State")]
    pub state: Option<InstanceState>,

    /// How the instance is paid for. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Addresses by which the instance is reached.
    #[doc(alias = "Address")]
    pub address: Vec<UMemSpaceAddress>,

    /// Business group that the instance is filed under.
    #[doc(alias = "Tag")]
    pub tag: Option<String>,

    /// Which kind of instance it is. Known values: `distributed`, `single`,
    /// `performance`, `cluster`, `g4v6`.
    #[doc(alias = "ResourceType")]
    pub resource_type: Option<ResourceType>,

    /// Configuration that the nodes of the instance use.
    #[doc(alias = "ConfigId")]
    pub config_id: Option<String>,

    /// Whether backups are taken automatically.
    #[doc(alias = "AutoBackup")]
    pub auto_backup: Option<bool>,

    /// Hour of the day, 0 to 23, at which automatic backups start. The page names no
    /// time zone.
    #[doc(alias = "BackupTime")]
    pub backup_time: Option<i64>,

    /// Whether a replica stands by to take over from the primary (high availability).
    /// Known values: `enable`, `disable`.
    #[doc(alias = "HighAvailability")]
    pub high_availability: Option<HighAvailability>,

    /// Version of Redis, such as `4.0`.
    #[doc(alias = "Version")]
    pub version: Option<String>,

    /// Zone of the replica, where a Redis group is spread over two zones.
    #[doc(alias = "SlaveZone")]
    pub slave_zone: Option<String>,

    /// Going by the page, whether reads of the Redis group are split from writes, and no
    /// name of a proxy; it lists no values. `IsRWMode` is a plain yes or no.
    #[doc(alias = "ProxyName")]
    pub proxy_name: Option<String>,

    /// Which machines the instance runs on: 0 or 1 for ordinary ones, 2 or 3 for the
    /// vendor's faster series (Kuaijie).
    #[doc(alias = "ProductType")]
    pub product_type: Option<i64>,

    /// Whether the configuration is the default one. It is no id, whatever its name
    /// says.
    #[doc(alias = "DefaultConfigId")]
    pub is_default_config: Option<bool>,

    /// Whether the instance is Redis of the high-performance kind.
    #[doc(alias = "IsHighPerformance")]
    pub is_high_performance: Option<bool>,

    /// Whether the instance can be rolled back to an earlier moment; `AofRollbackEnable`
    /// tells whether that is switched on.
    #[doc(alias = "SupportAofRollback")]
    pub support_aof_rollback: Option<bool>,

    /// Whether rolling back to an earlier moment is switched on.
    #[doc(alias = "AofRollbackEnable")]
    pub aof_rollback_enable: Option<bool>,

    /// Whether reads are split from writes.
    #[doc(alias = "IsRWMode")]
    pub is_rw_mode: Option<bool>,

    /// Version of SSL. The page lists no values.
    #[doc(alias = "SSLVersion")]
    pub ssl_version: Option<String>,

    /// Whether SSL is switched on.
    #[doc(alias = "SSLEnable")]
    pub ssl_enable: Option<bool>,

    /// When the SSL certificate expires. The page does not say how it is counted.
    #[doc(alias = "SSLCertExpireTime")]
    pub ssl_cert_expire_time: Option<i64>,

    /// How the instance is protected: 1 by isolation within the private network, 2 by
    /// encryption, 3 by both.
    #[doc(alias = "SecPolicy")]
    pub sec_policy: Option<i64>,

    /// Whether a password is set.
    #[doc(alias = "HasPassword")]
    pub has_password: Option<bool>,

    /// Whether the instance has joined the autonomy centre (UDAC).
    #[doc(alias = "UDACEnable")]
    pub udac_enable: Option<bool>,
}

impl_model!(UMemInstance);

impl Object for UMemInstance {
    fn optional(&self) -> &'static [&'static str] {
        &[
            "Zone",
            "OwnSlave",
            "DataSet",
            "Role",
            "RewriteTime",
            "VPCId",
            "SubnetId",
            "ResourceId",
            "Name",
            "CreateTime",
            "ExpireTime",
            "Type",
            "Protocol",
            "Size",
            "UsedSize",
            "State",
            "ChargeType",
            "Address",
            "Tag",
            "ResourceType",
            "ConfigId",
            "AutoBackup",
            "BackupTime",
            "HighAvailability",
            "Version",
            "SlaveZone",
            "ProxyName",
            "ProductType",
            "DefaultConfigId",
            "IsHighPerformance",
            "SupportAofRollback",
            "AofRollbackEnable",
            "IsRWMode",
            "SSLVersion",
            "SSLEnable",
            "SSLCertExpireTime",
            "SecPolicy",
            "HasPassword",
            "UDACEnable",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Zone" => (0, Slot::Scalar(&mut self.zone)),
            "OwnSlave" => (1, Slot::Switch(&mut self.own_slave, "Yes", "No")),
            "DataSet" => (2, Slot::Objects(&mut self.replicas)),
            "Role" => (3, Slot::Scalar(&mut self.role)),
            "RewriteTime" => (4, Slot::Scalar(&mut self.rewrite_time)),
            "VPCId" => (5, Slot::Scalar(&mut self.vpc_id)),
            "SubnetId" => (6, Slot::Scalar(&mut self.subnet_id)),
            "ResourceId" => (7, Slot::Scalar(&mut self.resource_id)),
            "Name" => (8, Slot::Scalar(&mut self.name)),
            "CreateTime" => (9, Slot::Scalar(&mut self.create_time)),
            "ExpireTime" => (10, Slot::Scalar(&mut self.expire_time)),
            "Type" => (11, Slot::Scalar(&mut self.standby)),
            "Protocol" => (12, Slot::Scalar(&mut self.protocol)),
            "Size" => (13, Slot::Scalar(&mut self.size)),
            "UsedSize" => (14, Slot::Scalar(&mut self.used_size)),
            "State" => (15, Slot::Scalar(&mut self.state)),
            "ChargeType" => (16, Slot::Scalar(&mut self.charge_type)),
            "Address" => (17, Slot::Objects(&mut self.address)),
            "Tag" => (18, Slot::Scalar(&mut self.tag)),
            "ResourceType" => (19, Slot::Scalar(&mut self.resource_type)),
            "ConfigId" => (20, Slot::Scalar(&mut self.config_id)),
            "AutoBackup" => {
                (21, Slot::Switch(&mut self.auto_backup, "enable", "disable"))
            }
            "BackupTime" => (22, Slot::Scalar(&mut self.backup_time)),
            "HighAvailability" => (23, Slot::Scalar(&mut self.high_availability)),
            "Version" => (24, Slot::Scalar(&mut self.version)),
            "SlaveZone" => (25, Slot::Scalar(&mut self.slave_zone)),
            "ProxyName" => (26, Slot::Scalar(&mut self.proxy_name)),
            "ProductType" => (27, Slot::Scalar(&mut self.product_type)),
            "DefaultConfigId" => (28, Slot::Scalar(&mut self.is_default_config)),
            "IsHighPerformance" => (29, Slot::Scalar(&mut self.is_high_performance)),
            "SupportAofRollback" => (30, Slot::Scalar(&mut self.support_aof_rollback)),
            "AofRollbackEnable" => (31, Slot::Scalar(&mut self.aof_rollback_enable)),
            "IsRWMode" => (32, Slot::Scalar(&mut self.is_rw_mode)),
            "SSLVersion" => (33, Slot::Scalar(&mut self.ssl_version)),
            "SSLEnable" => (34, Slot::Scalar(&mut self.ssl_enable)),
            "SSLCertExpireTime" => (35, Slot::Scalar(&mut self.ssl_cert_expire_time)),
            "SecPolicy" => (36, Slot::Scalar(&mut self.sec_policy)),
            "HasPassword" => (37, Slot::Scalar(&mut self.has_password)),
            "UDACEnable" => (38, Slot::Scalar(&mut self.udac_enable)),
            _ => return None,
        };
        Some(slot)
    }
}

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
    /// Zone of the instance. If it is spread over two zones, the zone of its primary.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// `true` if the Redis group has read-only replicas.
    #[doc(alias = "OwnSlave")]
    pub own_slave: Option<bool>,

    /// The read-only replicas of a Redis group; empty where there are none.
    #[doc(alias = "DataSet")]
    pub replicas: Vec<UMemReplica>,

    /// Role of the Redis group: primary or read-only replica. Only Redis groups have
    /// this field. Known values: `master`, `slave`.
    #[doc(alias = "Role")]
    pub role: Option<Role>,

    /// Hour of the day, 0 to 23, at which the instance is maintained. Time zone not
    /// documented by UCloud. Memcached groups do not have this field.
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

    /// Creation time of the instance.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// End of the paid period.
    #[doc(alias = "ExpireTime")]
    pub expire_time: Option<Timestamp>,

    /// Hot standby of the instance. Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub standby: Option<Standby>,

    /// Protocol of the instance. Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub protocol: Option<Protocol>,

    /// Memory of the instance. Unit: GB.
    #[doc(alias = "Size")]
    pub size: Option<i64>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "UsedSize")]
    pub used_size: Option<i64>,

    /// State of the instance.
    #[doc(alias = "State")]
    pub state: Option<InstanceState>,

    /// Billing method of the instance. Known values: `Year`, `Month`, `Dynamic`,
    /// `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Addresses by which the instance is reached.
    #[doc(alias = "Address")]
    pub address: Vec<UMemSpaceAddress>,

    /// Business group that the instance is filed under.
    #[doc(alias = "Tag")]
    pub tag: Option<String>,

    /// Kind of the instance. Known values: `distributed`, `single`, `performance`,
    /// `cluster`, `g4v6`.
    #[doc(alias = "ResourceType")]
    pub resource_type: Option<ResourceType>,

    /// Configuration that the nodes of the instance use.
    #[doc(alias = "ConfigId")]
    pub config_id: Option<String>,

    /// `true` if backups are taken automatically.
    #[doc(alias = "AutoBackup")]
    pub auto_backup: Option<bool>,

    /// Hour of the day, 0 to 23, at which automatic backups start. Time zone not
    /// documented by UCloud.
    #[doc(alias = "BackupTime")]
    pub backup_time: Option<i64>,

    /// High availability: a replica takes over if the primary fails. Known values:
    /// `enable`, `disable`.
    #[doc(alias = "HighAvailability")]
    pub high_availability: Option<HighAvailability>,

    /// Version of Redis, such as `4.0`.
    #[doc(alias = "Version")]
    pub version: Option<String>,

    /// Zone of the replica, if a Redis group is spread over two zones.
    #[doc(alias = "SlaveZone")]
    pub slave_zone: Option<String>,

    /// Read-write splitting of the Redis group, as UCloud documents it; not the name of
    /// a proxy. Values not documented by UCloud. `IsRWMode` is a plain boolean.
    #[doc(alias = "ProxyName")]
    pub proxy_name: Option<String>,

    /// Kind of host: 0 or 1 for ordinary machines, 2 or 3 for UCloud's faster series
    /// (Kuaijie).
    #[doc(alias = "ProductType")]
    pub product_type: Option<i64>,

    /// `true` if the configuration is the default one. Despite its name it is not an id.
    #[doc(alias = "DefaultConfigId")]
    pub is_default_config: Option<bool>,

    /// `true` if the instance is Redis of the high-performance kind.
    #[doc(alias = "IsHighPerformance")]
    pub is_high_performance: Option<bool>,

    /// `true` if the instance can be rolled back to an earlier moment;
    /// `AofRollbackEnable` is `true` if this is switched on.
    #[doc(alias = "SupportAofRollback")]
    pub support_aof_rollback: Option<bool>,

    /// `true` if rolling back to an earlier moment is switched on.
    #[doc(alias = "AofRollbackEnable")]
    pub aof_rollback_enable: Option<bool>,

    /// `true` if reads are split from writes.
    #[doc(alias = "IsRWMode")]
    pub is_rw_mode: Option<bool>,

    /// Version of SSL. Values not documented by UCloud.
    #[doc(alias = "SSLVersion")]
    pub ssl_version: Option<String>,

    /// `true` if SSL is switched on.
    #[doc(alias = "SSLEnable")]
    pub ssl_enable: Option<bool>,

    /// Expiry time of the SSL certificate. Unit not documented by UCloud.
    #[doc(alias = "SSLCertExpireTime")]
    pub ssl_cert_expire_time: Option<i64>,

    /// Protection of the instance: 1 for isolation within the private network, 2 for
    /// encryption, 3 for both.
    #[doc(alias = "SecPolicy")]
    pub sec_policy: Option<i64>,

    /// `true` if a password is set.
    #[doc(alias = "HasPassword")]
    pub has_password: Option<bool>,

    /// `true` if the instance has joined the autonomy centre (UDAC).
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

// Written by `cargo xtask regenerate` from api-spec/models/UMemSlaveDataSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::{ChargeType, ReplicaState, ResourceType, Role};
use crate::response::impl_model;

/// One read-only replica of a Redis group.
#[doc(alias = "UMemSlaveDataSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemReplica {
    /// Zone of the replica. The page words it as that of the instance, or of its
    /// primary.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// Subnet that the replica is in.
    #[doc(alias = "SubnetId")]
    pub subnet_id: String,

    /// Virtual private cloud (VPC) that the replica is in.
    #[doc(alias = "VPCId")]
    pub vpc_id: String,

    /// Going by its name, the address by which the replica is reached; the page leaves
    /// it undescribed.
    #[doc(alias = "VirtualIP")]
    pub virtual_ip: String,

    /// Hour of the day, 0 to 23, at which the replica is maintained. The page names no
    /// time zone.
    #[doc(alias = "RewriteTime")]
    pub rewrite_time: Option<i64>,

    /// Id of the primary that the replica follows.
    #[doc(alias = "MasterGroupId")]
    pub master_group_id: Option<String>,

    /// Id of the replica itself.
    #[doc(alias = "GroupId")]
    pub group_id: Option<String>,

    /// Port that the replica listens on.
    #[doc(alias = "Port")]
    pub port: Option<i64>,

    /// Memory of the replica. The page gives no unit; `Size` is in GB.
    #[doc(alias = "MemorySize")]
    pub memory_size: Option<i64>,

    /// Name of the replica; the page describes it as it does `Name`.
    #[doc(alias = "GroupName")]
    pub group_name: Option<String>,

    /// Whether it is a primary or a replica. Known values: `master`, `slave`.
    #[doc(alias = "Role")]
    pub role: Option<Role>,

    /// When the replica was last changed.
    #[doc(alias = "ModifyTime")]
    pub modify_time: Option<Timestamp>,

    /// Name of the replica.
    #[doc(alias = "Name")]
    pub name: Option<String>,

    /// When the replica was created.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// When the time paid for ends.
    #[doc(alias = "ExpireTime")]
    pub expire_time: Option<Timestamp>,

    /// Memory of the replica. Unit: GB.
    #[doc(alias = "Size")]
    pub size: Option<i64>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "UsedSize")]
    pub used_size: Option<i64>,

    /// What the replica is doing, or what went wrong with it.
    #[doc(alias = "State")]
    pub state: Option<ReplicaState>,

    /// How the replica is paid for. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Business group that the replica is filed under.
    #[doc(alias = "Tag")]
    pub tag: Option<String>,

    /// Which kind of instance it is. Known values: `distributed`, `single`,
    /// `performance`, `cluster`, `g4v6`.
    #[doc(alias = "ResourceType")]
    pub resource_type: Option<ResourceType>,

    /// Configuration that the replica uses.
    #[doc(alias = "ConfigId")]
    pub config_id: Option<String>,

    /// Version of Redis, such as `4.0`.
    #[doc(alias = "Version")]
    pub version: Option<String>,

    /// Whether the configuration is the default one. It is no id, whatever its name
    /// says.
    #[doc(alias = "DefaultConfigId")]
    pub is_default_config: Option<bool>,

    /// Whether a password is set.
    #[doc(alias = "HasPassword")]
    pub has_password: Option<bool>,

    /// Whether the replica has joined the autonomy centre (UDAC).
    #[doc(alias = "UDACEnable")]
    pub udac_enable: Option<bool>,
}

impl_model!(UMemReplica);

impl Object for UMemReplica {
    fn required(&self) -> &'static [&'static str] {
        &["SubnetId", "VPCId", "VirtualIP"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &[
            "Zone",
            "RewriteTime",
            "MasterGroupId",
            "GroupId",
            "Port",
            "MemorySize",
            "GroupName",
            "Role",
            "ModifyTime",
            "Name",
            "CreateTime",
            "ExpireTime",
            "Size",
            "UsedSize",
            "State",
            "ChargeType",
            "Tag",
            "ResourceType",
            "ConfigId",
            "Version",
            "DefaultConfigId",
            "HasPassword",
            "UDACEnable",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "SubnetId" => (0, Slot::Scalar(&mut self.subnet_id)),
            "VPCId" => (1, Slot::Scalar(&mut self.vpc_id)),
            "VirtualIP" => (2, Slot::Scalar(&mut self.virtual_ip)),
            "Zone" => (3, Slot::Scalar(&mut self.zone)),
            "RewriteTime" => (4, Slot::Scalar(&mut self.rewrite_time)),
            "MasterGroupId" => (5, Slot::Scalar(&mut self.master_group_id)),
            "GroupId" => (6, Slot::Scalar(&mut self.group_id)),
            "Port" => (7, Slot::Scalar(&mut self.port)),
            "MemorySize" => (8, Slot::Scalar(&mut self.memory_size)),
            "GroupName" => (9, Slot::Scalar(&mut self.group_name)),
            "Role" => (10, Slot::Scalar(&mut self.role)),
            "ModifyTime" => (11, Slot::Scalar(&mut self.modify_time)),
            "Name" => (12, Slot::Scalar(&mut self.name)),
            "CreateTime" => (13, Slot::Scalar(&mut self.create_time)),
            "ExpireTime" => (14, Slot::Scalar(&mut self.expire_time)),
            "Size" => (15, Slot::Scalar(&mut self.size)),
            "UsedSize" => (16, Slot::Scalar(&mut self.used_size)),
            "State" => (17, Slot::Scalar(&mut self.state)),
            "ChargeType" => (18, Slot::Scalar(&mut self.charge_type)),
            "Tag" => (19, Slot::Scalar(&mut self.tag)),
            "ResourceType" => (20, Slot::Scalar(&mut self.resource_type)),
            "ConfigId" => (21, Slot::Scalar(&mut self.config_id)),
            "Version" => (22, Slot::Scalar(&mut self.version)),
            "DefaultConfigId" => (23, Slot::Scalar(&mut self.is_default_config)),
            "HasPassword" => (24, Slot::Scalar(&mut self.has_password)),
            "UDACEnable" => (25, Slot::Scalar(&mut self.udac_enable)),
            _ => return None,
        };
        Some(slot)
    }
}

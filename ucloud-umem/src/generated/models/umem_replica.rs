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
    /// Zone of the replica. UCloud documents it as the zone of the instance, or of its
    /// primary.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// Subnet that the replica is in.
    #[doc(alias = "SubnetId")]
    pub subnet_id: String,

    /// Virtual private cloud (VPC) that the replica is in.
    #[doc(alias = "VPCId")]
    pub vpc_id: String,

    /// Address of the replica, by the name of the field. Not described by UCloud.
    #[doc(alias = "VirtualIP")]
    pub virtual_ip: String,

    /// Hour of the day, 0 to 23, at which the replica is maintained. Time zone not
    /// documented by UCloud.
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

    /// Memory of the replica. Unit not documented by UCloud; `Size` is in GB.
    #[doc(alias = "MemorySize")]
    pub memory_size: Option<i64>,

    /// Name of the replica. UCloud documents it like `Name`.
    #[doc(alias = "GroupName")]
    pub group_name: Option<String>,

    /// Role: primary or replica. Known values: `master`, `slave`.
    #[doc(alias = "Role")]
    pub role: Option<Role>,

    /// Time of the last change of the replica.
    #[doc(alias = "ModifyTime")]
    pub modify_time: Option<Timestamp>,

    /// Name of the replica.
    #[doc(alias = "Name")]
    pub name: Option<String>,

    /// Creation time of the replica.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// End of the paid period.
    #[doc(alias = "ExpireTime")]
    pub expire_time: Option<Timestamp>,

    /// Memory of the replica. Unit: GB.
    #[doc(alias = "Size")]
    pub size: Option<i64>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "UsedSize")]
    pub used_size: Option<i64>,

    /// State of the replica.
    #[doc(alias = "State")]
    pub state: Option<ReplicaState>,

    /// Billing method of the replica. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Business group that the replica is filed under.
    #[doc(alias = "Tag")]
    pub tag: Option<String>,

    /// Kind of the instance. Known values: `distributed`, `single`, `performance`,
    /// `cluster`, `g4v6`.
    #[doc(alias = "ResourceType")]
    pub resource_type: Option<ResourceType>,

    /// Configuration that the replica uses.
    #[doc(alias = "ConfigId")]
    pub config_id: Option<String>,

    /// Version of Redis, such as `4.0`.
    #[doc(alias = "Version")]
    pub version: Option<String>,

    /// `true` if the configuration is the default one. Despite its name it is not an id.
    #[doc(alias = "DefaultConfigId")]
    pub is_default_config: Option<bool>,

    /// `true` if a password is set.
    #[doc(alias = "HasPassword")]
    pub has_password: Option<bool>,

    /// `true` if the replica has joined the autonomy centre (UDAC).
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

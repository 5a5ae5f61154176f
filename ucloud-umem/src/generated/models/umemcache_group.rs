// Written by `cargo xtask regenerate` from api-spec/models/UMemcacheGroupSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::{ChargeType, UMemcacheGroupState};
use crate::response::impl_model;

/// One Memcached group, which is one node.
#[doc(alias = "UMemcacheGroupSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemcacheGroup {
    /// Id of the group, such as `umemcache-00abc`.
    #[doc(alias = "GroupId")]
    pub group_id: Option<String>,

    /// Name of the group.
    #[doc(alias = "Name")]
    pub name: Option<String>,

    /// Configuration that the group uses.
    #[doc(alias = "ConfigId")]
    pub config_id: Option<String>,

    /// Address by which the group is reached.
    #[doc(alias = "VirtualIP")]
    pub virtual_ip: Option<String>,

    /// Port that the group listens on, such as 11211.
    #[doc(alias = "Port")]
    pub port: Option<i64>,

    /// Memory of the group. Unit: GB.
    #[doc(alias = "Size")]
    pub size: Option<i64>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "UsedSize")]
    pub used_size: Option<i64>,

    /// Version of Memcached, such as `1.4.31`.
    #[doc(alias = "Version")]
    pub version: Option<String>,

    /// State of the group.
    #[doc(alias = "State")]
    pub state: Option<UMemcacheGroupState>,

    /// Creation time of the group.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// Time of the last change of the group.
    #[doc(alias = "ModifyTime")]
    pub modify_time: Option<Timestamp>,

    /// End of the paid period.
    #[doc(alias = "ExpireTime")]
    pub expire_time: Option<Timestamp>,

    /// Billing method of the group. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Business group that the Memcached group is filed under, such as `Default`.
    #[doc(alias = "Tag")]
    pub tag: Option<String>,

    /// Virtual private cloud (VPC) that the group is in. Only UCloud's SDK has this
    /// field.
    #[doc(alias = "VPCId")]
    pub vpc_id: Option<String>,

    /// Subnet that the group is in. Only UCloud's SDK has this field.
    #[doc(alias = "SubnetId")]
    pub subnet_id: Option<String>,
}

impl_model!(UMemcacheGroup);

impl Object for UMemcacheGroup {
    fn optional(&self) -> &'static [&'static str] {
        &[
            "GroupId",
            "Name",
            "ConfigId",
            "VirtualIP",
            "Port",
            "Size",
            "UsedSize",
            "Version",
            "State",
            "CreateTime",
            "ModifyTime",
            "ExpireTime",
            "ChargeType",
            "Tag",
            "VPCId",
            "SubnetId",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "GroupId" => (0, Slot::Scalar(&mut self.group_id)),
            "Name" => (1, Slot::Scalar(&mut self.name)),
            "ConfigId" => (2, Slot::Scalar(&mut self.config_id)),
            "VirtualIP" => (3, Slot::Scalar(&mut self.virtual_ip)),
            "Port" => (4, Slot::Scalar(&mut self.port)),
            "Size" => (5, Slot::Scalar(&mut self.size)),
            "UsedSize" => (6, Slot::Scalar(&mut self.used_size)),
            "Version" => (7, Slot::Scalar(&mut self.version)),
            "State" => (8, Slot::Scalar(&mut self.state)),
            "CreateTime" => (9, Slot::Scalar(&mut self.create_time)),
            "ModifyTime" => (10, Slot::Scalar(&mut self.modify_time)),
            "ExpireTime" => (11, Slot::Scalar(&mut self.expire_time)),
            "ChargeType" => (12, Slot::Scalar(&mut self.charge_type)),
            "Tag" => (13, Slot::Scalar(&mut self.tag)),
            "VPCId" => (14, Slot::Scalar(&mut self.vpc_id)),
            "SubnetId" => (15, Slot::Scalar(&mut self.subnet_id)),
            _ => return None,
        };
        Some(slot)
    }
}

// Written by `cargo xtask regenerate` from api-spec/models/UMemSpaceSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::enums::{ChargeType, Protocol, Standby, UMemSpaceState};
use crate::models::UMemSpaceAddress;
use crate::response::impl_model;

/// One distributed space, as the older `DescribeUMemSpace` describes it.
#[doc(alias = "UMemSpaceSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemSpace {
    /// Zone of the space.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// Business group that the space is filed under.
    #[doc(alias = "Tag")]
    pub tag: String,

    /// Hour of the day, 0 to 23, at which the space is maintained. Time zone not
    /// documented by UCloud.
    #[doc(alias = "RewriteTime")]
    pub rewrite_time: Option<i64>,

    /// Id of the space.
    #[doc(alias = "SpaceId")]
    pub space_id: Option<String>,

    /// Subnet that the space is in.
    #[doc(alias = "SubnetId")]
    pub subnet_id: Option<String>,

    /// Virtual private cloud (VPC) that the space is in.
    #[doc(alias = "VPCId")]
    pub vpc_id: Option<String>,

    /// Name of the space.
    #[doc(alias = "Name")]
    pub name: Option<String>,

    /// Creation time of the space.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// End of the paid period.
    #[doc(alias = "ExpireTime")]
    pub expire_time: Option<Timestamp>,

    /// Hot standby of the space. Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub standby: Option<Standby>,

    /// Protocol of the space. Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub protocol: Option<Protocol>,

    /// Memory of the space. Unit: GB.
    #[doc(alias = "Size")]
    pub size: Option<i64>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "UsedSize")]
    pub used_size: Option<i64>,

    /// State of the space. Known values: `Starting`, `Running`, `Fail`.
    #[doc(alias = "State")]
    pub state: Option<UMemSpaceState>,

    /// Billing method of the space. Known values: `Year`, `Month`, `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub charge_type: Option<ChargeType>,

    /// Addresses by which the space is reached.
    #[doc(alias = "Address")]
    pub address: Vec<UMemSpaceAddress>,

    /// `true` if the space can be rolled back to an earlier moment; `AofRollbackEnable`
    /// is `true` if this is switched on.
    #[doc(alias = "SupportAofRollback")]
    pub support_aof_rollback: Option<bool>,

    /// `true` if rolling back to an earlier moment is switched on.
    #[doc(alias = "AofRollbackEnable")]
    pub aof_rollback_enable: Option<bool>,
}

impl_model!(UMemSpace);

impl Object for UMemSpace {
    fn required(&self) -> &'static [&'static str] {
        &["Tag"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &[
            "Zone",
            "RewriteTime",
            "SpaceId",
            "SubnetId",
            "VPCId",
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
            "SupportAofRollback",
            "AofRollbackEnable",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Tag" => (0, Slot::Scalar(&mut self.tag)),
            "Zone" => (1, Slot::Scalar(&mut self.zone)),
            "RewriteTime" => (2, Slot::Scalar(&mut self.rewrite_time)),
            "SpaceId" => (3, Slot::Scalar(&mut self.space_id)),
            "SubnetId" => (4, Slot::Scalar(&mut self.subnet_id)),
            "VPCId" => (5, Slot::Scalar(&mut self.vpc_id)),
            "Name" => (6, Slot::Scalar(&mut self.name)),
            "CreateTime" => (7, Slot::Scalar(&mut self.create_time)),
            "ExpireTime" => (8, Slot::Scalar(&mut self.expire_time)),
            "Type" => (9, Slot::Scalar(&mut self.standby)),
            "Protocol" => (10, Slot::Scalar(&mut self.protocol)),
            "Size" => (11, Slot::Scalar(&mut self.size)),
            "UsedSize" => (12, Slot::Scalar(&mut self.used_size)),
            "State" => (13, Slot::Scalar(&mut self.state)),
            "ChargeType" => (14, Slot::Scalar(&mut self.charge_type)),
            "Address" => (15, Slot::Objects(&mut self.address)),
            "SupportAofRollback" => (16, Slot::Scalar(&mut self.support_aof_rollback)),
            "AofRollbackEnable" => (17, Slot::Scalar(&mut self.aof_rollback_enable)),
            _ => return None,
        };
        Some(slot)
    }
}

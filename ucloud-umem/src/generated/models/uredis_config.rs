// Written by `cargo xtask regenerate` from api-spec/models/URedisConfigSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// One configuration for Redis groups.
#[doc(alias = "URedisConfigSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct URedisConfig {
    /// Zone of the configuration.
    #[doc(alias = "Zone")]
    pub zone: Option<String>,

    /// Id of the configuration.
    #[doc(alias = "ConfigId")]
    pub config_id: Option<String>,

    /// Name of the configuration, such as `redis-3.0`.
    #[doc(alias = "Name")]
    pub name: Option<String>,

    /// Purpose of the configuration, such as `default-config`.
    #[doc(alias = "Description")]
    pub description: Option<String>,

    /// Version of Redis that it fits.
    #[doc(alias = "Version")]
    pub version: Option<String>,

    /// `Unmodifiable` if it cannot be changed; UCloud documents no values. UCloud's
    /// Terraform provider takes a configuration that is `Unmodifiable` and `Usable` as
    /// the default one of its version.
    #[doc(alias = "IsModify")]
    pub is_modify: Option<String>,

    /// State of the configuration, such as `Usable`; UCloud documents no values.
    #[doc(alias = "State")]
    pub state: Option<String>,

    /// Creation time.
    #[doc(alias = "CreateTime")]
    pub create_time: Option<Timestamp>,

    /// Time of the last change.
    #[doc(alias = "ModifyTime")]
    pub modify_time: Option<Timestamp>,

    /// `true` if it is for groups that are spread over two zones.
    #[doc(alias = "RegionFlag")]
    pub region_flag: Option<bool>,
}

impl_model!(URedisConfig);

impl Object for URedisConfig {
    fn optional(&self) -> &'static [&'static str] {
        &[
            "Zone",
            "ConfigId",
            "Name",
            "Description",
            "Version",
            "IsModify",
            "State",
            "CreateTime",
            "ModifyTime",
            "RegionFlag",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Zone" => (0, Slot::Scalar(&mut self.zone)),
            "ConfigId" => (1, Slot::Scalar(&mut self.config_id)),
            "Name" => (2, Slot::Scalar(&mut self.name)),
            "Description" => (3, Slot::Scalar(&mut self.description)),
            "Version" => (4, Slot::Scalar(&mut self.version)),
            "IsModify" => (5, Slot::Scalar(&mut self.is_modify)),
            "State" => (6, Slot::Scalar(&mut self.state)),
            "CreateTime" => (7, Slot::Scalar(&mut self.create_time)),
            "ModifyTime" => (8, Slot::Scalar(&mut self.modify_time)),
            "RegionFlag" => (9, Slot::Scalar(&mut self.region_flag)),
            _ => return None,
        };
        Some(slot)
    }
}

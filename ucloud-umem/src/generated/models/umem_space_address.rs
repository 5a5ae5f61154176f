// Written by `cargo xtask regenerate` from api-spec/models/UMemSpaceAddressSet.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// One address by which an instance is reached.
#[doc(alias = "UMemSpaceAddressSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemSpaceAddress {
    /// Address within the private network.
    #[doc(alias = "IP")]
    pub ip: Option<String>,

    /// Domain name within the private network; empty where it is not switched on.
    #[doc(alias = "PrivateDomain")]
    pub private_domain: Option<String>,

    /// Address on the internet; empty where access from there is not switched on.
    #[doc(alias = "PublicIp")]
    pub public_ip: Option<String>,

    /// Port that the instance listens on.
    #[doc(alias = "Port")]
    pub port: Option<i64>,
}

impl_model!(UMemSpaceAddress);

impl Object for UMemSpaceAddress {
    fn optional(&self) -> &'static [&'static str] {
        &["IP", "PrivateDomain", "PublicIp", "Port"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "IP" => (0, Slot::Scalar(&mut self.ip)),
            "PrivateDomain" => (1, Slot::Scalar(&mut self.private_domain)),
            "PublicIp" => (2, Slot::Scalar(&mut self.public_ip)),
            "Port" => (3, Slot::Scalar(&mut self.port)),
            _ => return None,
        };
        Some(slot)
    }
}

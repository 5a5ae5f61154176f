// Written by `cargo xtask regenerate` from api-spec/models/URedisVersionSet.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// One version of Redis that can be ordered.
#[doc(alias = "URedisVersionSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct URedisVersion {
    /// The version, such as `3.2`.
    #[doc(alias = "Version")]
    pub version: Option<String>,
}

impl_model!(URedisVersion);

impl Object for URedisVersion {
    fn optional(&self) -> &'static [&'static str] {
        &["Version"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Version" => (0, Slot::Scalar(&mut self.version)),
            _ => return None,
        };
        Some(slot)
    }
}

// Written by `cargo xtask regenerate` from api-spec/models/ProxyClientList.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// One address from which clients are connected to a proxy.
#[doc(alias = "ProxyClientList")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ProxyClient {
    /// Address of the client.
    #[doc(alias = "Ip")]
    pub ip: String,

    /// Connections from this address.
    #[doc(alias = "ConnCnt")]
    pub conn_cnt: i64,
}

impl_model!(ProxyClient);

impl Object for ProxyClient {
    fn required(&self) -> &'static [&'static str] {
        &["Ip", "ConnCnt"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Ip" => (0, Slot::Scalar(&mut self.ip)),
            "ConnCnt" => (1, Slot::Scalar(&mut self.conn_cnt)),
            _ => return None,
        };
        Some(slot)
    }
}

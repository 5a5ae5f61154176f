// Written by `cargo xtask regenerate` from api-spec/models/UDRedisProxyInfo.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::enums::{ProxyState, ReadMode};
use crate::response::impl_model;

/// One proxy in front of a distributed Redis space.
#[doc(alias = "UDRedisProxyInfo")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UDRedisProxy {
    /// Id of the proxy as a resource, as `CreateUDRedisUhproxy` returns it.
    #[doc(alias = "ResourceId")]
    pub resource_id: String,

    /// Id of the proxy, to resize it, to delete it and to list its clients.
    #[doc(alias = "ProxyId")]
    pub proxy_id: String,

    /// Address by which the proxy is reached.
    #[doc(alias = "Vip")]
    pub vip: String,

    /// State of the proxy. Known values: `PROXY_CREATING`, `PROXY_NORMAL`,
    /// `PROXY_FAILED`, `PROXY_CLOSED`, `PROXY_INIT_RESIZE`, `PROXY_WAIT_RESIZE`,
    /// `PROXY_RESIZING`, `PROXY_RESIZE_ERROR`.
    #[doc(alias = "State")]
    pub state: ProxyState,

    /// CPU cores of the proxy.
    #[doc(alias = "CPU")]
    pub cpu: i64,

    /// Kind of host: 0 for physical machines, 1 for machines with NVMe or SSD disks.
    #[doc(alias = "ProxyType")]
    pub proxy_type: i64,

    /// Address on the internet; empty where access from there is not switched on.
    #[doc(alias = "PublicIp")]
    pub public_ip: Option<String>,

    /// `true` if the proxy can be made read-only; `ReadOnly` is `true` if it is.
    #[doc(alias = "SupportReadOnly")]
    pub support_read_only: Option<bool>,

    /// `true` if the proxy is read-only.
    #[doc(alias = "ReadOnly")]
    pub read_only: Option<bool>,

    /// Distribution of reads over the nodes, if reads are split from writes. Known
    /// values: `Custom`, `Uniform`, `ReadOnly`.
    #[doc(alias = "ReadMode")]
    pub read_mode: Option<ReadMode>,
}

impl_model!(UDRedisProxy);

impl Object for UDRedisProxy {
    fn required(&self) -> &'static [&'static str] {
        &["ResourceId", "ProxyId", "Vip", "State", "CPU", "ProxyType"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["PublicIp", "SupportReadOnly", "ReadOnly", "ReadMode"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "ResourceId" => (0, Slot::Scalar(&mut self.resource_id)),
            "ProxyId" => (1, Slot::Scalar(&mut self.proxy_id)),
            "Vip" => (2, Slot::Scalar(&mut self.vip)),
            "State" => (3, Slot::Scalar(&mut self.state)),
            "CPU" => (4, Slot::Scalar(&mut self.cpu)),
            "ProxyType" => (5, Slot::Scalar(&mut self.proxy_type)),
            "PublicIp" => (6, Slot::Scalar(&mut self.public_ip)),
            "SupportReadOnly" => (7, Slot::Scalar(&mut self.support_read_only)),
            "ReadOnly" => (8, Slot::Scalar(&mut self.read_only)),
            "ReadMode" => (9, Slot::Scalar(&mut self.read_mode)),
            _ => return None,
        };
        Some(slot)
    }
}

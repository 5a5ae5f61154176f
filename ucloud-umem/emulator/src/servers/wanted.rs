//! Properties that are wanted of a server.

use std::collections::BTreeMap;

use super::programs::ServerKind;
use ucloud_umem::Password;

pub(super) const MEGABYTE: i64 = 1024 * 1024;
pub(super) const GIGABYTE: i64 = 1024 * MEGABYTE;

/// Address of all servers.
pub(super) const ADDRESS: &str = "127.0.0.1";

/// Server that an instance should have.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) id: String,
    pub(super) kind: ServerKind,
    pub(super) version: String,
    pub(super) gigabytes: i64,
    pub(super) password: Password,
    /// Settings that differ from the default configuration.
    pub(super) settings: BTreeMap<String, String>,
    /// Id of the primary that it replicates.
    pub(super) primary: Option<String>,
    /// Port that it had before, or that was ordered.
    pub(super) port: Option<u16>,
}

//! Properties that the stored resources want of their servers.

use std::collections::BTreeMap;

use super::programs::ServerKind;
use crate::clock::Time;
use crate::instance::Instance;
use crate::memcached_group::MemcachedGroup;
use crate::redis_group::Group;
use crate::space::Space;
use crate::store::Kinds;
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

impl Wanted {
    fn new(instance: &Instance, kind: ServerKind) -> Self {
        let is_known = instance.port_is_ordered || instance.address == ADDRESS;
        let port = Some(instance.port).filter(|_| is_known);
        Self {
            id: instance.id.clone(),
            kind,
            version: instance.version.clone(),
            gigabytes: instance.size,
            password: instance.password.clone(),
            settings: BTreeMap::new(),
            primary: None,
            port: port.and_then(|port| u16::try_from(port).ok()),
        }
    }

    fn of_space(space: &Space) -> Self {
        let is_redis = space.protocol == crate::redis_group::PROTOCOL;
        let kind = if is_redis { ServerKind::Redis } else { ServerKind::Memcached };
        Self::new(&space.instance, kind)
    }

    fn of_group(group: &Group, kinds: &Kinds) -> Self {
        let config = kinds.redis.configs.get(&group.config_id);
        Self {
            settings: config.map(|config| config.settings.clone()).unwrap_or_default(),
            primary: group.primary.clone(),
            ..Self::new(&group.instance, ServerKind::Redis)
        }
    }

    fn of_memcached(group: &MemcachedGroup) -> Self {
        Self::new(&group.instance, ServerKind::Memcached)
    }
}

/// Returns the servers that should run, primaries before their replicas.
pub(super) fn wanted_servers(kinds: &Kinds, time: Time) -> Vec<Wanted> {
    let spaces = kinds.spaces.spaces.iter().filter(|space| runs(&space.instance, time));
    let groups = || kinds.redis.groups.iter().filter(|group| runs(&group.instance, time));
    let primaries = groups().filter(|group| group.primary.is_none());
    let replicas = groups().filter(|group| group.primary.is_some());
    let memcached = kinds.memcached.groups.iter().filter(|group| runs(&group.instance, time));
    spaces
        .map(Wanted::of_space)
        .chain(primaries.chain(replicas).map(|group| Wanted::of_group(group, kinds)))
        .chain(memcached.map(Wanted::of_memcached))
        .collect()
}

/// Returns true if the instance has a server in its present state.
fn runs(instance: &Instance, time: Time) -> bool {
    !matches!(
        instance.life.state(time),
        None | Some("Deleting" | "ISolation" | "CreateFail" | "Fail")
    )
}

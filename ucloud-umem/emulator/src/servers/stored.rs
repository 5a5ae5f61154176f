//! Servers that the stored resources want.
//!
//! Only this file and `follow.rs` know the store: actions, which the store's resources have, use the
//! rest.

use std::collections::BTreeMap;

use super::programs::ServerKind;
use super::wanted::{ADDRESS, Wanted};
use crate::clock::Time;
use crate::instance::Instance;
use crate::memcached_group::MemcachedGroup;
use crate::redis_group::Group;
use crate::space::Space;
use crate::store::Kinds;

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

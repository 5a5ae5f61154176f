//! Everything that the emulator remembers.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::clock::{Moment, Time};
use crate::collection::Resource as _;
use crate::ids::Ids;
use crate::instance::Instance;
use crate::memcached_group::MemcachedGroups;
use crate::network::Networks;
use crate::redis_group::RedisGroups;
use crate::role::Roles;
use crate::space::Spaces;
use crate::workflow::Workflows;

/// Resources, and what is needed to make and change them.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Store {
    pub(crate) kinds: Kinds,
    pub(crate) ids: Ids,
    /// Number of resources that seeds have made, backups among them.
    pub(crate) seeded: usize,
    /// Time of the next change that happens by itself, unless something is changed before.
    #[serde(skip)]
    next_change: Option<Moment>,
}

/// Resources of all kinds.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kinds {
    pub(crate) spaces: Spaces,
    pub(crate) redis: RedisGroups,
    pub(crate) memcached: MemcachedGroups,
    pub(crate) account: Account,
    pub(crate) networks: Networks,
    pub(crate) roles: Roles,
    pub(crate) workflows: Workflows,
}

impl Kinds {
    /// Returns the instances of all kinds, replicas too.
    pub(crate) fn instances(&self) -> impl Iterator<Item = &Instance> {
        let spaces = self.spaces.spaces.iter().map(|space| &space.instance);
        let groups = self.redis.groups.iter().map(|group| &group.instance);
        spaces.chain(groups).chain(self.memcached.groups.iter().map(|group| &group.instance))
    }
}

impl Kinds {
    /// Returns the instance of this id, of any kind.
    pub(crate) fn instance(&self, id: &str) -> Option<&Instance> {
        let space = || self.spaces.spaces.get(id).map(|space| &space.instance);
        let group = || self.redis.groups.get(id).map(|group| &group.instance);
        let memcached = || self.memcached.groups.get(id).map(|group| &group.instance);
        space().or_else(group).or_else(memcached)
    }

    /// Returns the ids of all instances.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        let spaces = self.spaces.spaces.iter().map(|space| &space.instance);
        let groups = self.redis.groups.iter().map(|group| &group.instance);
        let memcached = self.memcached.groups.iter().map(|group| &group.instance);
        spaces.chain(groups).chain(memcached).map(|instance| instance.id.as_str())
    }

    /// Returns the ids of all backups.
    pub(crate) fn backup_ids(&self) -> impl Iterator<Item = &str> {
        let of_spaces = self.spaces.backups.iter().map(|backup| backup.id.as_str());
        of_spaces.chain(self.redis.backups.iter().map(|backup| backup.id.as_str()))
    }

    /// Returns the same instance, mutably.
    pub(crate) fn instance_mut(&mut self, id: &str) -> Option<&mut Instance> {
        let Self { spaces, redis, memcached, .. } = self;
        let space = spaces.spaces.get_mut(id).map(|space| &mut space.instance);
        let group = redis.groups.get_mut(id).map(|group| &mut group.instance);
        let memcached = memcached.groups.get_mut(id).map(|group| &mut group.instance);
        space.or(group).or(memcached)
    }

    /// Writes down where the real server of an instance listens, and its version.
    pub(crate) fn show_server(&mut self, id: &str, address: &str, port: i64, version: &str) {
        if let Some(instance) = self.instance_mut(id) {
            instance.is_served_at(address, port, version);
        }
        if let Some(space) = self.spaces.spaces.get_mut(id) {
            space.is_served_at(address, port);
        }
    }

    /// Writes down the memory that the real server of an instance uses, in MB.
    pub(crate) fn show_used(&mut self, id: &str, used: i64) {
        if let Some(space) = self.spaces.spaces.get_mut(id) {
            space.show_used(used);
        } else if let Some(group) = self.redis.groups.get_mut(id) {
            group.data.measure(used);
        } else if let Some(group) = self.memcached.groups.get_mut(id) {
            group.used = Some(used);
        }
    }
}

impl Store {
    /// Does what was due since the last call, and forgets what is gone.
    ///
    /// All resources are looked at only where something is due; otherwise only those that were
    /// changed.
    pub(crate) fn catch_up(&mut self, time: Time) {
        let Kinds { spaces, redis, memcached, .. } = &mut self.kinds;
        let changed = [
            spaces.spaces.next_of_changed(time),
            redis.groups.next_of_changed(time),
            memcached.groups.next_of_changed(time),
        ];
        self.next_change = changed.into_iter().chain([self.next_change]).flatten().min();
        if self.next_change.is_none_or(|next| next > time.now) {
            return;
        }
        spaces.catch_up(time);
        redis.catch_up(time, &mut self.ids);
        memcached.groups.forget(|group| group.is_gone(time));
        let all = [
            spaces.spaces.next_of_all(time),
            redis.groups.next_of_all(time),
            memcached.groups.next_of_all(time),
        ];
        self.next_change = all.into_iter().flatten().min();
    }
}

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

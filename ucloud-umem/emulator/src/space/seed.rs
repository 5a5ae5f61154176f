//! Seeds of distributed Redis spaces.

use super::backup::SpaceBackup;
use super::order::SHARDS;
use super::proxy::{self, Proxy};
use super::shard::Shard;
use super::{Space, Spaces};
use crate::clock::Moment;
use crate::ids::Ids;
use crate::instance::Instance;
use crate::seed::document::SpaceSeed;
use crate::seed::seeded::SeededInstance;

/// Data of a seeded space that has room for it, in MB.
const SEEDED: i64 = 1536;

impl Spaces {
    /// Adds a space with its backups.
    pub(crate) fn seed(&mut self, ids: &mut Ids, seed: &SpaceSeed, now: Moment) -> SeededInstance {
        let size = seed.size_gb.unwrap_or(SHARDS);
        let new = seed.common().instance("umem", seed.backups.creation(now), now, ids);
        let instance = Instance { size, ..new };
        let used = seed.used_mb.unwrap_or(SEEDED.min(size.saturating_mul(512)));
        let count = seed.shards.unwrap_or(SHARDS.min(size));
        let (port, created) = (instance.port, instance.created);
        let shards = Shard::sharing(size, used, count, port, created, ids);
        let proxies = seed.proxies.iter().map(|proxy| {
            Proxy::new(proxy.cores.into(), proxy.port.unwrap_or(proxy::PORT), created, ids)
        });
        let space = Space {
            protocol: seed.protocol.as_ref().map_or("redis", |word| word.text()).to_owned(),
            kind: "double".to_owned(),
            splits_reads: seed.splits_reads,
            rewrite_hour: 0,
            shards,
            proxies: proxies.collect(),
            instance,
        };
        let planned = seed.backups.plan("umembackup", "Done", now, ids);
        let backups = planned.iter().map(|backup| backup.id.clone()).collect();
        for backup in planned {
            self.backups.insert(SpaceBackup::seeded(&space, backup));
        }
        let id = space.instance.id.clone();
        self.spaces.insert(space);
        SeededInstance { id, backups, replicas: Vec::new() }
    }
}

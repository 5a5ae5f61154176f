//! Seeds of Redis groups.

use super::RedisGroups;
use super::backup_strategy::Strategy;
use super::data::Data;
use super::state::Group;
use crate::clock::Moment;
use crate::ids::Ids;
use crate::instance::Instance;
use crate::seed::document::{GroupSeed, ReplicaSeed};
use crate::seed::seeded::SeededInstance;

/// Size of a seeded group, in GB.
pub(crate) const SEEDED_SIZE: i64 = 4;

impl RedisGroups {
    /// Adds a group with its backups and replicas.
    pub(crate) fn seed(&mut self, ids: &mut Ids, seed: &GroupSeed, now: Moment) -> SeededInstance {
        let new = seed.common().instance("uredis", seed.backups.creation(now), now, ids);
        let instance = Instance { size: seed.size_gb.unwrap_or(SEEDED_SIZE), ..new };
        let created = instance.created;
        let new = Group::new(instance, created);
        let group = Group {
            standby: seed.high_availability.unwrap_or(true),
            config_id: seed.config_id.clone().unwrap_or(new.config_id),
            strategy: Strategy::new(seed.auto_backup, seed.backup_hour, now),
            data: seed.used_mb.map_or(new.data, |used| Data::loaded(used, now)),
            ..new
        };
        let planned = seed.backups.plan("uredisbackup", "Success", now, ids);
        let backups = planned.iter().map(|backup| backup.id.clone()).collect();
        for backup in planned {
            self.insert_group_backup(&group, backup);
        }
        let replicas: Vec<_> =
            seed.replicas.iter().map(|replica| follower(&group, replica, now, ids)).collect();
        let id = group.instance.id.clone();
        let replica_ids = replicas.iter().map(|replica| replica.instance.id.clone()).collect();
        self.groups.insert(group);
        for replica in replicas {
            self.groups.insert(replica);
        }
        SeededInstance { id, backups, replicas: replica_ids }
    }
}

/// Makes a read-only replica of a group.
fn follower(primary: &Group, seed: &ReplicaSeed, now: Moment, ids: &mut Ids) -> Group {
    let own = &primary.instance;
    let mut facts = seed.common();
    facts.size_gb = facts.size_gb.or(Some(own.size));
    facts.version = facts.version.or(Some(&own.version));
    facts.project = facts.project.or(Some(&own.scope.project));
    if facts.region.is_none() {
        facts.region = Some(&own.scope.region);
        facts.zone = facts.zone.or(Some(&own.scope.zone));
    }
    facts.vpc_id = facts.vpc_id.or(Some(&own.vpc_id));
    facts.subnet_id = facts.subnet_id.or(Some(&own.subnet_id));
    facts.high_performance = facts.high_performance.or(Some(own.high_performance));
    facts.password = Some(&own.password);
    let instance = facts.instance("uredis", own.created, now, ids);
    Group {
        primary: Some(own.id.clone()),
        standby: false,
        config_id: primary.config_id.clone(),
        data: primary.data,
        ..Group::new(instance, own.created)
    }
}

//! Redis groups, with their replicas, backups and configurations.

mod backup;
mod backup_strategy;
mod changes;
pub(crate) mod config;
mod conversion;
mod data;
pub(crate) mod order;
mod seed;
mod settings;
pub(crate) mod size;
mod state;

use serde::{Deserialize, Serialize};

use crate::clock::Time;
use crate::collection::{Collection, Resource as _};
use crate::context::Behaviour;
#[cfg(test)]
use crate::coverage::Coverage;
use crate::ids::Ids;
use backup::GroupBackup;
use config::Config;

pub(crate) use seed::SEEDED_SIZE;
pub(crate) use state::{Group, PROTOCOL};

/// Groups, their backups and their configurations.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RedisGroups {
    pub(crate) groups: Collection<Group>,
    pub(crate) backups: Collection<GroupBackup>,
    pub(crate) configs: Collection<Config>,
}

impl RedisGroups {
    /// Does what was due since the last call, and forgets what is gone.
    pub(crate) fn catch_up(&mut self, time: Time, ids: &mut Ids) {
        // In the order of their time, since a group that is being resized takes no backup.
        for now in self.due_resizes(time) {
            self.take_due_backups(Time { now, ..time }, ids);
            self.resize_groups(Time { now, ..time });
        }
        self.take_due_backups(time, ids);
        self.resize_groups(time);
        if self.groups.forget(|group| group.is_gone(time)) {
            self.backups.forget(|backup| !self.groups.has(&backup.owner));
        }
    }
}

/// Actions of groups, by file.
pub(crate) const BEHAVIOURS: &[&[(&str, Behaviour<RedisGroups>)]] = &[
    backup::BEHAVIOURS,
    backup_strategy::BEHAVIOURS,
    changes::BEHAVIOURS,
    config::BEHAVIOURS,
    data::BEHAVIOURS,
    order::BEHAVIOURS,
    size::BEHAVIOURS,
    state::BEHAVIOURS,
];

/// Scenarios that together call each of these actions.
#[cfg(test)]
pub(crate) const SCENARIOS: &[fn(&mut Coverage)] = &[
    backup::tests::scenario,
    backup_strategy::tests::scenario,
    changes::tests::scenario,
    config::tests::scenario,
    data::tests::scenario,
    order::tests::scenario,
    size::tests::scenario,
    state::tests::scenario,
];

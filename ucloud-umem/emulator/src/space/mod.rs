//! Distributed Redis spaces, with their shards, proxies and backups.

mod allowance;
mod backup;
mod change;
mod order;
mod proxies;
mod proxy;
mod seed;
mod shard;
mod slow_log;
mod state;

use serde::{Deserialize, Serialize};

use crate::clock::Time;
use crate::collection::{Collection, Resource as _};
use crate::context::Behaviour;
#[cfg(test)]
use crate::coverage::Coverage;
use backup::SpaceBackup;

pub(crate) use order::{SHARDS, SIZES};
pub(crate) use proxies::MOST as MOST_PROXIES;
pub(crate) use state::Space;

/// Spaces and their backups.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spaces {
    pub(crate) spaces: Collection<Space>,
    pub(crate) backups: Collection<SpaceBackup>,
}

impl Spaces {
    /// Does what was due since the last call, and forgets what is gone.
    pub(crate) fn catch_up(&mut self, time: Time) {
        self.spaces.iter_mut().for_each(|space| space.apply_due_orders(time));
        if self.spaces.forget(|space| space.is_gone(time)) {
            self.backups.forget(|backup| !self.spaces.has(&backup.owner));
        }
    }
}

/// Actions of spaces, by file.
pub(crate) const BEHAVIOURS: &[&[(&str, Behaviour<Spaces>)]] = &[
    allowance::BEHAVIOURS,
    backup::BEHAVIOURS,
    change::BEHAVIOURS,
    order::BEHAVIOURS,
    proxies::BEHAVIOURS,
    shard::BEHAVIOURS,
    slow_log::BEHAVIOURS,
    state::BEHAVIOURS,
];

/// Scenarios that together call each of these actions.
#[cfg(test)]
pub(crate) const SCENARIOS: &[fn(&mut Coverage)] = &[
    allowance::tests::scenario,
    backup::tests::scenario,
    change::tests::scenario,
    order::tests::scenario,
    proxies::tests::scenario,
    shard::tests::scenario,
    slow_log::tests::scenario,
    state::tests::scenario,
];

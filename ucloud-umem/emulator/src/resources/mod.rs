//! What the emulator's actions do, one file per kind of resource. Each lists its own actions.

pub(crate) mod backup;
pub(crate) mod config;
pub(crate) mod group;
pub(crate) mod group_backup;
mod group_backup_strategy;
mod group_changes;
mod group_data;
mod group_order;
mod group_size;
mod maintenance;
pub(crate) mod memcache;
mod price;
mod price_upgrade;
mod proxy;
mod shard;
pub(crate) mod space;
mod space_allowance;
mod space_change;
mod space_order;
mod space_slow_log;
mod umem;

use super::call::Call;
use super::clock::Time;
use super::refusal::Refusal;
use super::reply::Facts;
use super::store::Store;

/// Carries an action out and gives what is true afterwards, of which the reply shows what its page documents.
pub(crate) type Behaviour = fn(&mut Context<'_>, &Call) -> Result<Facts, Refusal>;

/// What an action works on.
pub(crate) struct Context<'a> {
    pub(crate) store: &'a mut Store,
    pub(crate) time: Time,
    /// Where the emulator is reached.
    pub(crate) base_url: &'a str,
}

impl Context<'_> {
    /// Where the file of a backup can be fetched.
    pub(crate) fn download_address(&self, backup_id: &str) -> String {
        format!("{}/_emulator/downloads/{backup_id}.rdb", self.base_url)
    }
}

/// The service's word for whether there is a hot standby.
pub(crate) fn high_availability(standby: bool) -> serde_json::Value {
    if standby { "enable" } else { "disable" }.into()
}

/// The actions of each file; all others answer with their documented examples.
const BEHAVIOURS: &[&[(&str, Behaviour)]] = &[
    backup::BEHAVIOURS,
    config::BEHAVIOURS,
    group::BEHAVIOURS,
    group_backup::BEHAVIOURS,
    group_backup_strategy::BEHAVIOURS,
    group_changes::BEHAVIOURS,
    group_data::BEHAVIOURS,
    group_order::BEHAVIOURS,
    group_size::BEHAVIOURS,
    maintenance::BEHAVIOURS,
    memcache::BEHAVIOURS,
    price::BEHAVIOURS,
    price_upgrade::BEHAVIOURS,
    proxy::BEHAVIOURS,
    shard::BEHAVIOURS,
    space::BEHAVIOURS,
    space_allowance::BEHAVIOURS,
    space_change::BEHAVIOURS,
    space_order::BEHAVIOURS,
    space_slow_log::BEHAVIOURS,
    umem::BEHAVIOURS,
];

/// A scenario of each file, for the walk test: together they call each of its actions with success.
#[cfg(test)]
pub(super) const SCENARIOS: &[fn(&mut super::walk::Walk)] = &[
    backup::tests::scenario,
    config::tests::scenario,
    group::tests::scenario,
    group_backup::tests::scenario,
    group_backup_strategy::tests::scenario,
    group_changes::tests::scenario,
    group_data::tests::scenario,
    group_order::tests::scenario,
    group_size::tests::scenario,
    maintenance::tests::scenario,
    memcache::tests::scenario,
    price::tests::scenario,
    price_upgrade::tests::scenario,
    proxy::tests::scenario,
    shard::tests::scenario,
    space::tests::scenario,
    space_allowance::tests::scenario,
    space_change::tests::scenario,
    space_order::tests::scenario,
    space_slow_log::tests::scenario,
    umem::tests::scenario,
];

/// Names of the actions that do something.
#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    BEHAVIOURS.iter().copied().flatten().map(|(name, _)| *name)
}

/// What the action does, if it does anything.
pub(crate) fn behaviour(action: &str) -> Option<Behaviour> {
    let mut behaviours = BEHAVIOURS.iter().copied().flatten();
    behaviours.find(|(name, _)| *name == action).map(|(_, behaviour)| *behaviour)
}

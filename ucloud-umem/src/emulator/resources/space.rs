//! Distributed Redis spaces.

use std::time::Duration;

use super::backup::{Backup, Kind};
use crate::emulator::clock::Moment;
use crate::emulator::store::Store;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A distributed Redis space.
#[derive(Debug)]
pub(crate) struct Space {
    pub(crate) region: String,
    pub(crate) zone: String,
    /// How many shards it has.
    pub(crate) blocks: u32,
    /// What one shard holds, in MB.
    pub(crate) block_size: u32,
}

impl Store {
    /// Adds a space with finished backups, one a day up to yesterday; one that is there keeps its backups.
    pub(crate) fn seed_space(
        &mut self,
        id: String,
        region: &str,
        zone: &str,
        backups: u32,
        now: Moment,
    ) {
        if self.spaces.contains_key(&id) {
            return;
        }
        for day in (1..=backups).rev() {
            let backup = Backup {
                id: self.new_id("umembackup"),
                space_id: id.clone(),
                name: format!("daily-{day}"),
                kind: Kind::Auto,
                started: now.before(DAY.saturating_mul(day)),
            };
            self.backups.push(backup);
        }
        let (region, zone) = (region.to_owned(), zone.to_owned());
        self.spaces.insert(id, Space { region, zone, blocks: 4, block_size: 1024 });
    }
}

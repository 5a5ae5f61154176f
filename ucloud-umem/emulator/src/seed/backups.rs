//! Backups of a seed, each with all of its facts.

use super::value::{Backups, Word};
use crate::backup_kind::BackupKind;
use crate::clock::{DAY, Moment};
use crate::ids::Ids;
use crate::lifecycle::{Lifecycle, Transition};

/// A backup that a seed makes.
pub(crate) struct PlannedBackup {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: BackupKind,
    pub(crate) taken: Moment,
    pub(crate) life: Lifecycle,
}

impl<T> Backups<T> {
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Count(count) => usize::try_from(*count).unwrap_or(usize::MAX),
            Self::List(list) => list.len(),
        }
    }

    /// Returns the times of the backups, by default one a day up to yesterday.
    pub(super) fn times(&self, now: Moment) -> Vec<Moment> {
        let count = self.count();
        let day = |index: usize| now.before(DAY.saturating_mul(days_ago(index, count)));
        let given = |index: usize| match self {
            Self::Count(_) => None,
            Self::List(list) => list.get(index).and_then(|backup| backup.taken),
        };
        (0..count)
            .map(|index| given(index).map_or_else(|| day(index), |when| when.moment(now)))
            .collect()
    }

    /// Returns the backups of a seed, whose finished ones are in this state.
    pub(crate) fn plan(
        &self,
        prefix: &str,
        finished: &'static str,
        now: Moment,
        ids: &mut Ids,
    ) -> Vec<PlannedBackup> {
        let count = self.count();
        let facts = |index: usize| match self {
            Self::Count(_) => None,
            Self::List(list) => list.get(index),
        };
        let times = self.times(now).into_iter().enumerate();
        let backups = times.map(|(index, taken)| {
            let facts = facts(index);
            let id = facts.and_then(|facts| facts.id.clone());
            let name = facts.and_then(|facts| facts.name.clone());
            let state = facts.and_then(|facts| facts.state.as_ref()).map_or(finished, Word::text);
            let automatic = facts.and_then(|facts| facts.automatic).unwrap_or(true);
            PlannedBackup {
                id: id.unwrap_or_else(|| ids.new_id(prefix)),
                name: name.unwrap_or_else(|| format!("daily-{}", days_ago(index, count))),
                kind: if automatic { BackupKind::Automatic } else { BackupKind::Manual },
                taken,
                life: Lifecycle::since(taken, Transition::stays(state)),
            }
        });
        backups.collect()
    }

    /// Returns when the resource was created, unless the seed says so: a day before its first
    /// backup.
    pub(crate) fn creation(&self, now: Moment) -> Moment {
        self.times(now).into_iter().min().unwrap_or(now).before(DAY)
    }
}

/// Returns how many days ago a backup of so many is taken; the last one yesterday.
fn days_ago(index: usize, count: usize) -> u32 {
    u32::try_from(count.saturating_sub(index)).unwrap_or(u32::MAX)
}

//! Backups of any kind of instance.

use serde::{Deserialize, Serialize};

use crate::backup_kind::BackupKind;
use crate::clock::{Moment, Time};
use crate::collection::{Collection, Resource};
use crate::instance::Instance;
use crate::lifecycle::{Lifecycle, STAYS, Transition};
use crate::refusal::Refusal;
use crate::scope::Scope;
use crate::seed::backups::PlannedBackup;

/// File of a backup.
pub(crate) enum BackupFile {
    /// File that is made of a few facts.
    Made(Vec<u8>),
    /// File of a real server, which is stored under the id of the backup.
    Stored,
}

/// Function that writes the file of a backup; see `Collection::write`.
pub(crate) type WriteBackup<'a> = dyn FnMut(&str, &str) -> Option<Result<Written, ()>> + 'a;

/// File that a real server has written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written {
    /// Its size, in bytes.
    pub(crate) size: u64,
    /// Memory that its data takes, in MB; none if it is unknown.
    pub(crate) used: Option<i64>,
}

/// Facts that only backups of one kind of instance have, and their words for states.
pub(crate) trait BackupOf {
    const BEGUN: &'static str;
    const DONE: &'static str;
}

/// State of a backup that the real server could not write. UCloud documents this state for groups,
/// and none for spaces.
const FAILED: &str = "Error";

/// A backup.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Backup<T> {
    pub(crate) id: String,
    /// Id of the instance whose data it has.
    pub(crate) owner: String,
    pub(crate) name: String,
    pub(crate) kind: BackupKind,
    pub(crate) scope: Scope,
    /// Size of the data, in MB.
    pub(crate) held: i64,
    pub(crate) taken: Moment,
    life: Lifecycle,
    /// Size of the file that a real server has written, in bytes; none without one.
    pub(crate) file_size: Option<u64>,
    pub(crate) of: T,
}

/// It goes with its instance.
impl<T> Resource for Backup<T> {
    fn id(&self) -> &str {
        &self.id
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }
}

impl<T: BackupOf> Backup<T> {
    /// Makes a backup of an instance that has so many MB.
    pub(crate) fn new(instance: &Instance, held: i64, planned: PlannedBackup, of: T) -> Self {
        let PlannedBackup { id, name, kind, taken, life } = planned;
        let (owner, scope) = (instance.id.clone(), instance.scope.clone());
        Self { id, owner, name, kind, scope, held, taken, life, file_size: None, of }
    }

    pub(crate) fn state(&self, time: Time) -> Option<&'static str> {
        self.life.state(time)
    }

    pub(crate) fn is_done(&self, time: Time) -> bool {
        self.state(time) == Some(T::DONE)
    }

    /// Refuses to work with it until it is finished.
    pub(crate) fn expect_done(&self, time: Time) -> Result<&Self, Refusal> {
        self.life.expect(&[T::DONE], &self.id, time).map(|()| self)
    }

    /// Returns the life of one that begins at this moment.
    pub(crate) fn begun(taken: Moment) -> Lifecycle {
        Self::begun_until(taken, T::DONE)
    }

    fn begun_until(taken: Moment, end: &'static str) -> Lifecycle {
        Lifecycle::since(taken, Transition::new(&[(T::BEGUN, 1), (end, STAYS)]))
    }
}

impl<T: BackupOf> Collection<Backup<T>> {
    /// Returns the ids of instances that have backups without a file.
    pub(crate) fn owners_of_unwritten(&self) -> impl Iterator<Item = &str> {
        self.unwritten().map(|new| &*new.owner)
    }

    fn unwritten(&self) -> impl Iterator<Item = &Backup<T>> {
        self.iter().filter(|backup| backup.file_size.is_none())
    }

    /// Writes the files of new backups with this function. It takes the ids of a backup and of its
    /// instance, and returns what was written; none if the instance has no real data.
    pub(crate) fn write(&mut self, write: &mut WriteBackup<'_>) {
        let new: Vec<_> = self.unwritten().map(|new| new.id.clone()).collect();
        for id in new {
            let Some(backup) = self.get_mut(&id) else { continue };
            match write(&backup.id, &backup.owner) {
                Some(Ok(written)) => {
                    backup.file_size = Some(written.size);
                    backup.held = written.used.unwrap_or(backup.held);
                }
                Some(Err(())) => {
                    backup.file_size = Some(0);
                    backup.life = Backup::<T>::begun_until(backup.taken, FAILED);
                }
                None => {}
            }
        }
    }
}

//! What the emulator remembers.

use super::call::Call;
use super::clock::Time;
use super::place::Place;
use super::refusal::Refusal;
use super::resources::backup::Backup;
use super::resources::config::Config;
use super::resources::group::Group;
use super::resources::group_backup::GroupBackup;
use super::resources::memcache::MemcacheGroup;
use super::resources::space::Space;

/// Every resource. A new kind is a field here and a line in [`Store::forget_gone`].
#[derive(Debug, Default)]
pub(crate) struct Store {
    pub(crate) spaces: Collection<Space>,
    pub(crate) backups: Collection<Backup>,
    pub(crate) memcache_groups: Collection<MemcacheGroup>,
    pub(crate) groups: Collection<Group>,
    pub(crate) configs: Collection<Config>,
    pub(crate) group_backups: Collection<GroupBackup>,
    ids: u64,
    addresses: u32,
}

/// What the emulator finds by id and place.
pub(crate) trait Resource {
    fn id(&self) -> &str;

    fn place(&self) -> &Place;

    /// Whether its life is over.
    fn is_gone(&self, time: Time) -> bool;
}

/// Resources of one kind, in the order in which they were made.
#[derive(Debug)]
pub(crate) struct Collection<T>(Vec<T>);

impl Store {
    /// An id that no resource has had before.
    pub(crate) fn new_id(&mut self, prefix: &str) -> String {
        self.ids += 1;
        format!("{prefix}-{:06}", self.ids)
    }

    /// An address within the private network that no resource has had before.
    pub(crate) fn new_address(&mut self) -> String {
        self.addresses += 1;
        let [.., a, b, c] = self.addresses.to_be_bytes();
        format!("10.{a}.{b}.{c}")
    }

    /// Does what was due since the last call, and forgets what is gone.
    pub(crate) fn catch_up(&mut self, time: Time) {
        self.spaces.0.iter_mut().for_each(|space| space.settle(time));
        // In the order of their time, since a group that is being resized takes no backup.
        for now in self.due_resizes(time) {
            self.take_due_backups(Time { now, ..time });
            self.resize_groups(Time { now, ..time });
        }
        self.take_due_backups(time);
        self.resize_groups(time);
        self.forget_gone(time);
    }

    /// Forgets what was deleted, and what belonged to it.
    fn forget_gone(&mut self, time: Time) {
        self.spaces.retain(|space| !space.is_gone(time));
        self.backups
            .retain(|backup| !backup.is_gone(time) && self.spaces.has(&backup.space_id));
        self.memcache_groups.retain(|group| !group.is_gone(time));
        self.groups.retain(|group| !group.is_gone(time));
        self.group_backups
            .retain(|backup| !backup.is_gone(time) && self.groups.has(&backup.group_id));
    }
}

impl<T: Resource> Collection<T> {
    pub(crate) fn add(&mut self, resource: T) {
        self.0.push(resource);
    }

    /// All of them, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut()
    }

    /// Whether there is one of this id anywhere.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.iter().any(|resource| resource.id() == id)
    }

    /// All of them, wherever they are.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.0.iter()
    }

    /// Those that the call can see; only those that the parameter names, where the call has it.
    pub(crate) fn listed(
        &self,
        call: &Call,
        name: &str,
    ) -> impl DoubleEndedIterator<Item = &T> {
        let mut ids = call.list(name);
        ids.retain(|id| !id.is_empty());
        self.iter().filter(move |resource| {
            let wanted = ids.is_empty() || ids.contains(&resource.id());
            wanted && call.reaches(resource.place())
        })
    }

    /// The one that the parameter names; refused where the call cannot see it.
    pub(crate) fn named(&self, call: &Call, name: &str) -> Result<&T, Refusal> {
        let id = call.required(name)?;
        self.0
            .iter()
            .find(|resource| resource.id() == id && call.reaches(resource.place()))
            .ok_or_else(|| Refusal::no_such_resource(name, id))
    }

    /// The same, to be changed.
    pub(crate) fn named_mut(
        &mut self,
        call: &Call,
        name: &str,
    ) -> Result<&mut T, Refusal> {
        let id = call.required(name)?;
        self.0
            .iter_mut()
            .find(|resource| resource.id() == id && call.reaches(resource.place()))
            .ok_or_else(|| Refusal::no_such_resource(name, id))
    }

    fn retain(&mut self, stays: impl FnMut(&T) -> bool) {
        self.0.retain(stays);
    }
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

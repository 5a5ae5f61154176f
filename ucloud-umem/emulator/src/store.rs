//! Everything that the emulator remembers.

use std::collections::{HashMap, HashSet};

use crate::call::Call;
use crate::clock::{Moment, Time};
use crate::place::Place;
use crate::refusal::Refusal;
use crate::resources::backup::Backup;
use crate::resources::config::Config;
use crate::resources::group::Group;
use crate::resources::group_backup::GroupBackup;
use crate::resources::memcache::MemcacheGroup;
use crate::resources::space::Space;

/// All resources. A new kind is a field here, and a line in [`Store::catch_up`] and [`Store::forget_gone`].
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
    /// Ids that a seed has used. Some may be gone.
    pub(super) seeded_ids: HashSet<String>,
    /// Number of resources that seeds have made, backups among them.
    pub(super) seeded: usize,
    /// When something happens by itself next, unless something is changed before.
    next_change: Option<Moment>,
}

/// Resource that the emulator finds by id and place.
pub(crate) trait Resource {
    fn id(&self) -> &str;

    fn place(&self) -> &Place;

    /// Whether its life is over.
    fn is_gone(&self, time: Time) -> bool;

    /// Returns when [`Store::catch_up`] next has something to do about it.
    fn next_change(&self, time: Time) -> Option<Moment>;
}

/// Resources of one kind, in the order in which they were made.
#[derive(Debug)]
pub(crate) struct Collection<T> {
    all: Vec<T>,
    /// Index of each id.
    indexes: HashMap<String, usize>,
    /// Indexes of those that may have changed since [`Store::catch_up`].
    changed: Vec<usize>,
    /// Whether all may have.
    all_changed: bool,
}

impl Store {
    /// Returns an id that no resource has had before.
    pub(crate) fn new_id(&mut self, prefix: &str) -> String {
        loop {
            self.ids += 1;
            let id = format!("{prefix}-{:06}", self.ids);
            if !self.seeded_ids.contains(&id) {
                return id;
            }
        }
    }

    /// Returns an address within the private network that no resource has had before.
    pub(crate) fn new_address(&mut self) -> String {
        self.addresses += 1;
        let [.., a, b, c] = self.addresses.to_be_bytes();
        format!("10.{a}.{b}.{c}")
    }

    /// Does what was due since the last call, and forgets what is gone.
    ///
    /// All resources are looked at only where something is due; otherwise only those that were changed.
    pub(crate) fn catch_up(&mut self, time: Time) {
        let changed = [
            self.spaces.next_of_changed(time),
            self.groups.next_of_changed(time),
            self.memcache_groups.next_of_changed(time),
        ];
        self.next_change = changed.into_iter().chain([self.next_change]).flatten().min();
        if self.next_change.is_none_or(|next| next > time.now) {
            return;
        }
        self.spaces.iter_mut().for_each(|space| space.settle(time));
        // In the order of their time, since a group that is being resized takes no backup.
        for now in self.due_resizes(time) {
            self.take_due_backups(Time { now, ..time });
            self.resize_groups(Time { now, ..time });
        }
        self.take_due_backups(time);
        self.resize_groups(time);
        self.forget_gone(time);
        let all = [
            self.spaces.next_of_all(time),
            self.groups.next_of_all(time),
            self.memcache_groups.next_of_all(time),
        ];
        self.next_change = all.into_iter().flatten().min();
    }

    /// Forgets what was deleted, and what belonged to it.
    fn forget_gone(&mut self, time: Time) {
        if self.spaces.forget(|space| space.is_gone(time)) {
            self.backups.forget(|backup| !self.spaces.has(&backup.space_id));
        }
        self.memcache_groups.forget(|group| group.is_gone(time));
        if self.groups.forget(|group| group.is_gone(time)) {
            self.group_backups.forget(|backup| !self.groups.has(&backup.group_id));
        }
    }
}

impl<T: Resource> Collection<T> {
    pub(crate) fn add(&mut self, resource: T) {
        self.changed.push(self.all.len());
        self.indexes.insert(resource.id().to_owned(), self.all.len());
        self.all.push(resource);
    }

    /// Returns all of them, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.all_changed = true;
        self.all.iter_mut()
    }

    /// Whether there is one of this id anywhere.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.indexes.contains_key(id)
    }

    /// Returns the one of this id, wherever it is.
    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.all.get(*self.indexes.get(id)?)
    }

    /// Returns all of them, wherever they are.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.all.iter()
    }

    /// Returns those that the call can see; only those that the parameter names, where the call has it.
    pub(crate) fn listed<'a>(
        &'a self,
        call: &'a Call,
        name: &str,
    ) -> impl Iterator<Item = &'a T> {
        let mut ids = call.list(name);
        ids.retain(|id| !id.is_empty());
        let all = ids.is_empty().then(|| self.all.iter()).into_iter().flatten();
        let mut named: Vec<_> =
            ids.iter().filter_map(|id| self.indexes.get(*id).copied()).collect();
        named.sort_unstable();
        named.dedup();
        let named = named.into_iter().filter_map(|index| self.all.get(index));
        all.chain(named).filter(|resource| call.reaches(resource.place()))
    }

    /// Returns the one that the parameter names; refused where the call cannot see it.
    pub(crate) fn named(&self, call: &Call, name: &str) -> Result<&T, Refusal> {
        let id = call.required(name)?;
        self.get(id)
            .filter(|resource| call.reaches(resource.place()))
            .ok_or_else(|| Refusal::no_such_resource(name, id))
    }

    /// The same, to be changed.
    pub(crate) fn named_mut(
        &mut self,
        call: &Call,
        name: &str,
    ) -> Result<&mut T, Refusal> {
        let id = call.required(name)?;
        let index = self.indexes.get(id).copied();
        self.changed.extend(index);
        index
            .and_then(|index| self.all.get_mut(index))
            .filter(|resource| call.reaches(resource.place()))
            .ok_or_else(|| Refusal::no_such_resource(name, id))
    }

    /// Returns when something is next to be done about those that were changed since the last time.
    fn next_of_changed(&mut self, time: Time) -> Option<Moment> {
        if self.all_changed {
            return self.next_of_all(time);
        }
        let changed = self.changed.drain(..).filter_map(|index| self.all.get(index));
        changed.filter_map(|resource| resource.next_change(time)).min()
    }

    /// Returns when something is next to be done about any of them.
    fn next_of_all(&mut self, time: Time) -> Option<Moment> {
        self.changed.clear();
        self.all_changed = false;
        self.all.iter().filter_map(|resource| resource.next_change(time)).min()
    }

    /// Forgets some of them; says whether there were any such.
    fn forget(&mut self, is_gone: impl Fn(&T) -> bool) -> bool {
        let before = self.all.len();
        self.all.retain(|resource| !is_gone(resource));
        if self.all.len() == before {
            return false;
        }
        let ids = self.all.iter().map(|resource| resource.id().to_owned());
        self.indexes = ids.zip(0..).collect();
        true
    }
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            indexes: HashMap::new(),
            changed: Vec::new(),
            all_changed: false,
        }
    }
}

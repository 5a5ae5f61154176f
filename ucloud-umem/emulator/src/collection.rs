//! Collections of resources, which are found by id and scope.

use std::collections::{HashMap, VecDeque};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::call::Call;
use crate::clock::{Moment, Time};
use crate::refusal::Refusal;
use crate::scope::Scope;

/// Most ids of deleted resources to remember.
const MOST_DELETED: usize = 1000;

/// Resource that the emulator finds by id and place.
pub(crate) trait Resource {
    fn id(&self) -> &str;

    fn scope(&self) -> &Scope;

    /// Returns its creation time; none if lists show it at once.
    fn created(&self) -> Option<Moment> {
        None
    }

    /// Returns true if it was deleted.
    fn is_gone(&self, _time: Time) -> bool {
        false
    }

    /// Returns when catching up next has something to do about it.
    fn next_change(&self, _time: Time) -> Option<Moment> {
        None
    }
}

/// Resources of one kind, in the order in which they were made.
#[derive(Debug)]
pub(crate) struct Collection<T> {
    all: Vec<T>,
    /// Index of each id.
    indexes: HashMap<String, usize>,
    /// Indexes of those that may have changed since the last catch-up.
    changed: Vec<usize>,
    /// True if all may have changed.
    all_changed: bool,
    /// Ids and scopes of the last ones that were forgotten.
    deleted: VecDeque<(String, Scope)>,
}

impl<T: Resource> Collection<T> {
    pub(crate) fn insert(&mut self, resource: T) {
        self.changed.push(self.all.len());
        self.indexes.insert(resource.id().to_owned(), self.all.len());
        self.all.push(resource);
    }

    /// Returns all of them, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.all_changed = true;
        self.all.iter_mut()
    }

    /// Returns true if the id exists, in any scope.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.indexes.contains_key(id)
    }

    /// Returns the one of this id, wherever it is.
    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.all.get(*self.indexes.get(id)?)
    }

    /// Returns the one of this id, wherever it is, mutably.
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        let index = *self.indexes.get(id)?;
        self.changed.push(index);
        self.all.get_mut(index)
    }

    /// Returns all of them, wherever they are.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.all.iter()
    }

    /// Returns those that the call can see; only those that the parameter names, where the call has
    /// it.
    pub(crate) fn listed<'a>(&'a self, call: &'a Call, name: &str) -> impl Iterator<Item = &'a T> {
        let mut ids = call.list(name);
        ids.retain(|id| !id.is_empty());
        let all = ids.is_empty().then(|| self.all.iter()).into_iter().flatten();
        let mut named: Vec<_> =
            ids.iter().filter_map(|id| self.indexes.get(*id).copied()).collect();
        named.sort_unstable();
        named.dedup();
        let named = named.into_iter().filter_map(|index| self.all.get(index));
        all.chain(named).filter(|resource| {
            call.reaches(resource.scope())
                && resource.created().is_none_or(|created| call.lists(created))
        })
    }

    /// Returns the one that the parameter names; refused where the call cannot see it.
    pub(crate) fn named(&self, call: &Call, name: &str) -> Result<&T, Refusal> {
        let id = call.required(name)?;
        self.get(id)
            .filter(|resource| call.reaches(resource.scope()))
            .ok_or_else(|| Refusal::no_such_resource(name, id))
    }

    /// Returns the same resource, mutably.
    pub(crate) fn named_mut(&mut self, call: &Call, name: &str) -> Result<&mut T, Refusal> {
        let id = call.required(name)?;
        let index = self.indexes.get(id).copied();
        self.changed.extend(index);
        index
            .and_then(|index| self.all.get_mut(index))
            .filter(|resource| call.reaches(resource.scope()))
            .ok_or_else(|| Refusal::no_such_resource(name, id))
    }

    /// Returns true if the parameter names a resource that the call could see before it was
    /// deleted.
    pub(crate) fn was_deleted(&self, call: &Call, name: &str) -> bool {
        let id = call.given(name);
        self.deleted.iter().any(|(deleted, scope)| Some(&**deleted) == id && call.reaches(scope))
    }

    /// Returns when something is next to be done about those that were changed since the last time.
    pub(crate) fn next_of_changed(&mut self, time: Time) -> Option<Moment> {
        if self.all_changed {
            return self.next_of_all(time);
        }
        let changed = self.changed.drain(..).filter_map(|index| self.all.get(index));
        changed.filter_map(|resource| resource.next_change(time)).min()
    }

    /// Returns when something is next to be done about any of them.
    pub(crate) fn next_of_all(&mut self, time: Time) -> Option<Moment> {
        self.changed.clear();
        self.all_changed = false;
        self.all.iter().filter_map(|resource| resource.next_change(time)).min()
    }

    /// Forgets some of them; says whether there were any such.
    pub(crate) fn forget(&mut self, is_gone: impl Fn(&T) -> bool) -> bool {
        let before = self.all.len();
        let deleted = self.all.iter().filter(|resource| is_gone(resource));
        self.deleted
            .extend(deleted.map(|resource| (resource.id().to_owned(), resource.scope().clone())));
        let surplus = self.deleted.len().saturating_sub(MOST_DELETED);
        self.deleted.drain(..surplus);
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
            deleted: VecDeque::new(),
        }
    }
}

/// A collection as the state file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored<All, Deleted> {
    all: All,
    deleted: Deleted,
}

impl<T: Serialize> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Stored { all: &self.all, deleted: &self.deleted }.serialize(serializer)
    }
}

impl<'de, T: Resource + Deserialize<'de>> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Stored { all, deleted } = Stored::<Vec<T>, _>::deserialize(deserializer)?;
        let mut collection = Self { all_changed: true, deleted, ..Self::default() };
        for resource in all {
            let id = resource.id();
            if id.is_empty() || collection.has(id) {
                return Err(de::Error::custom(format!("id `{id}` is empty or occurs twice")));
            }
            collection.insert(resource);
        }
        Ok(collection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Clock;
    use crate::generated::action_table::ACTIONS;
    use crate::scope::DEFAULT_PROJECT;

    struct Named(String, Scope);

    impl Resource for Named {
        fn id(&self) -> &str {
            &self.0
        }

        fn scope(&self) -> &Scope {
            &self.1
        }

        fn is_gone(&self, _: Time) -> bool {
            true
        }

        fn next_change(&self, _: Time) -> Option<Moment> {
            None
        }
    }

    #[test]
    fn no_more_deleted_ids_are_remembered_than_there_may_be() {
        let scope = |region: &str| Scope {
            project: DEFAULT_PROJECT.to_owned(),
            region: region.to_owned(),
            zone: "cn-bj2-05".to_owned(),
        };
        let time = Time { now: Clock::system().now(), step: std::time::Duration::ZERO };
        let mut all = Collection::default();
        for number in 0..=MOST_DELETED {
            all.insert(Named(format!("id-{number}"), scope("cn-bj2")));
        }
        assert!(all.forget(|named| named.is_gone(time)) && !all.has("id-1"));
        assert_eq!(all.deleted.len(), MOST_DELETED);
        let mut actions = ACTIONS.iter();
        let action = actions.find(|action| action.name == "DeleteURedisGroup").unwrap();
        let was_deleted = |id: &str, region: &str| {
            let pairs = [("GroupId", id), ("Region", region)];
            let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
            all.was_deleted(&Call::checked(action, pairs.into()).unwrap(), "GroupId")
        };
        assert!(!was_deleted("id-0", "cn-bj2") && was_deleted("id-1", "cn-bj2"));
        assert!(!was_deleted("id-1", "hk") && !was_deleted("", "cn-bj2"));
    }
}

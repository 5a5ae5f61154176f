//! Actions with behaviour, each executed on its kind of resource.

use crate::call::Call;
use crate::clock::Time;
use crate::context::{Behaviour, Context};
#[cfg(test)]
use crate::coverage::Coverage;
use crate::memcached_group::{self, MemcachedGroups};
use crate::redis_group::{self, RedisGroups};
use crate::refusal::Refusal;
use crate::response::Attributes;
use crate::space::{self, Spaces};
use crate::store::{Kinds, Store};
use crate::{maintenance, price, umem};

/// Behaviour of an action, by the kinds of resources that it reaches.
#[derive(Clone, Copy)]
pub(crate) enum Action {
    Space(Behaviour<Spaces>),
    Redis(Behaviour<RedisGroups>),
    Memcached(Behaviour<MemcachedGroups>),
    Any(Behaviour<Kinds>),
}

/// Behaviours that reach more than one kind, by file.
const OF_ANY_KIND: &[&[(&str, Behaviour<Kinds>)]] =
    &[maintenance::BEHAVIOURS, price::BEHAVIOURS, price::upgrade::BEHAVIOURS, umem::BEHAVIOURS];

impl Action {
    /// Finds the behaviour of an action. The response of other actions is their documented example.
    pub(crate) fn find(name: &str) -> Option<Self> {
        all().find(|(known, _)| *known == name).map(|(_, action)| action)
    }

    /// Carries it out.
    pub(crate) fn carry_out(
        self,
        store: &mut Store,
        time: Time,
        base_url: &str,
        call: &Call,
    ) -> Result<Attributes, Refusal> {
        let Store { kinds, ids, .. } = store;
        let Kinds { spaces, redis, memcached } = &mut *kinds;
        match self {
            Self::Space(act) => act(&mut Context { store: spaces, ids, time, base_url }, call),
            Self::Redis(act) => act(&mut Context { store: redis, ids, time, base_url }, call),
            Self::Memcached(act) => {
                act(&mut Context { store: memcached, ids, time, base_url }, call)
            }
            Self::Any(act) => act(&mut Context { store: kinds, ids, time, base_url }, call),
        }
    }
}

fn all() -> impl Iterator<Item = (&'static str, Action)> {
    let space = flat(space::BEHAVIOURS).map(|(name, act)| (name, Action::Space(act)));
    let redis = flat(redis_group::BEHAVIOURS).map(|(name, act)| (name, Action::Redis(act)));
    let memcached =
        memcached_group::BEHAVIOURS.iter().map(|(name, act)| (*name, Action::Memcached(*act)));
    let any = flat(OF_ANY_KIND).map(|(name, act)| (name, Action::Any(act)));
    space.chain(redis).chain(memcached).chain(any)
}

fn flat<K: 'static>(
    files: &'static [&'static [(&'static str, Behaviour<K>)]],
) -> impl Iterator<Item = (&'static str, Behaviour<K>)> {
    files.iter().copied().flatten().map(|(name, act)| (*name, *act))
}

/// Scenarios of all files, which together call each action with success.
#[cfg(test)]
pub(crate) fn scenarios() -> impl Iterator<Item = fn(&mut Coverage)> {
    let others: &[fn(&mut Coverage)] = &[
        maintenance::tests::scenario,
        memcached_group::tests::scenario,
        price::tests::scenario,
        price::upgrade::tests::scenario,
        umem::tests::scenario,
    ];
    space::SCENARIOS.iter().chain(redis_group::SCENARIOS).chain(others).copied()
}

/// Names of the actions with behaviour.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    all().map(|(name, _)| name)
}

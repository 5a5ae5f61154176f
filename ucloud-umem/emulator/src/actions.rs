//! Actions with behaviour, each executed on its kind of resource.

use crate::call::Call;
use crate::clock::Time;
use crate::context::{Behaviour, Context};
#[cfg(test)]
use crate::coverage::Coverage;
use crate::keys::Keys;
use crate::memcached_group::{self, MemcachedGroups};
use crate::redis_group::{self, RedisGroups};
use crate::refusal::Refusal;
use crate::response::Attributes;
use crate::role::{self, Roles};
use crate::servers::Servers;
use crate::space::{self, Spaces};
use crate::store::{Kinds, Store};
use crate::workflow::{self, Workflows};
use crate::{account, maintenance, network, price, umem};

/// Behaviour of an action, by the kinds of resources that it reaches.
#[derive(Clone, Copy)]
pub(crate) enum Action {
    Space(Behaviour<Spaces>),
    Redis(Behaviour<RedisGroups>),
    Memcached(Behaviour<MemcachedGroups>),
    Role(Behaviour<Roles>),
    Workflow(Behaviour<Workflows>),
    Any(Behaviour<Kinds>),
}

/// Behaviours that reach more than one kind, by file.
const OF_ANY_KIND: &[&[(&str, Behaviour<Kinds>)]] = &[
    account::project::BEHAVIOURS,
    account::region::BEHAVIOURS,
    maintenance::BEHAVIOURS,
    network::BEHAVIOURS,
    price::BEHAVIOURS,
    price::upgrade::BEHAVIOURS,
    umem::BEHAVIOURS,
];

impl Action {
    /// Finds the behaviour of an action. The response of other actions is their documented example.
    pub(crate) fn find(name: &str) -> Option<Self> {
        all().find(|(known, _)| *known == name).map(|(_, action)| action)
    }

    /// Carries it out.
    pub(crate) fn carry_out(
        self,
        store: &mut Store,
        servers: &mut Servers,
        time: Time,
        keys: &Keys,
        base_url: &str,
        call: &mut Call,
    ) -> Result<Attributes, Refusal> {
        let Store { kinds, ids, .. } = store;
        let Kinds { spaces, redis, memcached, networks, roles, workflows, .. } = &mut *kinds;
        if let Self::Space(_) | Self::Redis(_) | Self::Memcached(_) = self {
            networks.complete(call)?;
        }
        match self {
            Self::Space(act) => {
                act(&mut Context { store: spaces, ids, servers, time, keys, base_url }, call)
            }
            Self::Redis(act) => {
                act(&mut Context { store: redis, ids, servers, time, keys, base_url }, call)
            }
            Self::Memcached(act) => {
                act(&mut Context { store: memcached, ids, servers, time, keys, base_url }, call)
            }
            Self::Role(act) => {
                act(&mut Context { store: roles, ids, servers, time, keys, base_url }, call)
            }
            Self::Workflow(act) => {
                act(&mut Context { store: workflows, ids, servers, time, keys, base_url }, call)
            }
            Self::Any(act) => {
                act(&mut Context { store: kinds, ids, servers, time, keys, base_url }, call)
            }
        }
    }
}

fn all() -> impl Iterator<Item = (&'static str, Action)> {
    let space = flat(space::BEHAVIOURS).map(|(name, act)| (name, Action::Space(act)));
    let redis = flat(redis_group::BEHAVIOURS).map(|(name, act)| (name, Action::Redis(act)));
    let memcached =
        memcached_group::BEHAVIOURS.iter().map(|(name, act)| (*name, Action::Memcached(*act)));
    let role = role::BEHAVIOURS.iter().map(|(name, act)| (*name, Action::Role(*act)));
    let workflow = workflow::BEHAVIOURS.iter().map(|(name, act)| (*name, Action::Workflow(*act)));
    let any = flat(OF_ANY_KIND).map(|(name, act)| (name, Action::Any(act)));
    space.chain(redis).chain(memcached).chain(role).chain(workflow).chain(any)
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
        role::tests::scenario,
        umem::tests::scenario,
        workflow::tests::scenario,
    ];
    let folders =
        [space::SCENARIOS, redis_group::SCENARIOS, account::SCENARIOS, network::SCENARIOS];
    folders.into_iter().flatten().chain(others).copied()
}

/// Names of the actions with behaviour.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    all().map(|(name, _)| name)
}

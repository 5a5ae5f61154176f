//! Distributed Redis spaces.

use serde_json::Value;

use super::proxy::Proxy;
use super::shard::Shard;
use super::{Behaviour, Context, high_availability};
use crate::call::Call;
use crate::clock::{Moment, Time};
use crate::instance::{AsInstance, Instance};
use crate::life::{STAYS, Transition};
use crate::refusal::Refusal;
use crate::reply::{Facts, facts};

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("DeleteUMemSpace", delete),
    ("DescribeUMemSpace", describe),
    ("GetUMemSpaceState", state),
];

pub(super) const CREATION: Transition = &[("Starting", 1), ("Running", STAYS)];

/// A distributed space. Its size is that of its shards together.
#[derive(Debug)]
pub(crate) struct Space {
    pub(crate) instance: Instance,
    pub(super) protocol: String,
    /// `single` or `double`.
    pub(super) kind: String,
    /// Whether reads are split from writes.
    pub(super) splits_reads: bool,
    pub(super) rewrite_hour: i64,
    pub(crate) shards: Vec<Shard>,
    pub(crate) proxies: Vec<Proxy>,
}

impl AsInstance for Space {
    fn instance(&self) -> &Instance {
        &self.instance
    }

    fn next_change(&self, time: Time) -> Option<Moment> {
        let shards = self.shards.iter().filter_map(|shard| shard.next_change(time));
        let proxies = self.proxies.iter().filter_map(|proxy| proxy.next_change(time));
        self.instance
            .life
            .next_change(time)
            .into_iter()
            .chain(shards)
            .chain(proxies)
            .min()
    }
}

impl Space {
    /// What its data takes, in MB.
    pub(crate) fn used(&self) -> i64 {
        self.shards.iter().map(|shard| shard.used).sum()
    }

    /// How reads are spread, where they are split from writes.
    pub(super) fn read_mode(&self) -> Option<&'static str> {
        self.splits_reads.then_some("Uniform")
    }

    /// It is `Resizing` as long as one of its shards is.
    pub(crate) fn state(&self, time: Time) -> Option<&'static str> {
        let state = self.instance.life.state(time)?;
        let resizing = self.shards.iter().any(|shard| shard.is_resizing(time));
        Some(if state == "Running" && resizing { "Resizing" } else { state })
    }

    /// Refuses an action that needs it whole and running.
    pub(crate) fn expect_running(&self, time: Time) -> Result<(), Refusal> {
        match self.state(time) {
            Some("Resizing") => Err(Refusal::wrong_state(&self.instance.id, "Resizing")),
            _ => self.instance.expect(&["Running"], time),
        }
    }

    /// Does what was ordered for a time that has come.
    pub(crate) fn settle(&mut self, time: Time) {
        self.shards.iter_mut().for_each(|shard| shard.settle(time));
        self.instance.size = self.shards.iter().map(|shard| shard.size).sum();
        self.proxies.retain(|proxy| !proxy.is_gone(time));
        self.proxies.iter_mut().for_each(|proxy| proxy.settle(time));
    }

    /// What is true of it, for whatever action shows it.
    pub(crate) fn facts(&self, time: Time) -> Facts {
        let mut all = self.instance.facts(time);
        all.extend(facts([
            ("SpaceId", self.instance.id.as_str().into()),
            ("Protocol", self.protocol.as_str().into()),
            ("Type", self.kind.as_str().into()),
            ("HighAvailability", high_availability(self.kind == "double")),
            ("RewriteTime", self.rewrite_hour.into()),
            ("Address", self.addresses().into()),
            ("UsedSize", self.used().into()),
            ("State", self.state(time).into()),
            ("IsRWMode", self.splits_reads.into()),
            ("SupportAofRollback", self.instance.high_performance.into()),
            ("AofRollbackEnable", self.instance.high_performance.into()),
        ]));
        all
    }

    /// Applications connect to the proxies, and without one to the shards.
    fn addresses(&self) -> Vec<Value> {
        let mut addresses: Vec<_> = self.proxies.iter().map(Proxy::address).collect();
        if addresses.is_empty() {
            addresses.extend(self.shards.iter().map(Shard::address));
        }
        let addresses = addresses.into_iter().map(|(address, port)| {
            Value::Object(facts([
                ("IP", address.into()),
                ("PrivateDomain", "".into()),
                ("PublicIp", "".into()),
                ("Port", port.into()),
            ]))
        });
        addresses.collect()
    }
}

/// The space that the call names, which has to be whole and running.
pub(super) fn named_running<'a>(
    context: &'a mut Context<'_>,
    call: &Call,
) -> Result<&'a mut Space, Refusal> {
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    space.expect_running(context.time)?;
    Ok(space)
}

fn delete(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let time = context.time;
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    if !space.instance.is_being_deleted(time) {
        space.expect_running(time)?;
        space.instance.delete(time);
    }
    Ok(Facts::new())
}

fn describe(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let protocol = call.filter("Protocol");
    let spaces = context
        .store
        .spaces
        .listed(call, "SpaceId")
        .filter(|space| protocol.is_none_or(|protocol| protocol == space.protocol));
    call.page(spaces, |space| space.facts(context.time))
}

fn state(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let space = context.store.spaces.named(call, "SpaceId")?;
    Ok(space.facts(context.time))
}

#[cfg(test)]
pub(super) mod tests {
    use crate::walk::Walk;

    const ORDER: &[(&str, &str)] = &[("Name", "a-space"), ("Size", "8")];

    pub(crate) fn scenario(walk: &mut Walk) {
        let id = walk.call("CreateUMemSpace", ORDER)["SpaceId"].clone();
        let space = ("SpaceId", id.as_str().unwrap());
        assert_eq!(walk.call("GetUMemSpaceState", &[space])["State"][0], "Starting");
        walk.step();
        assert_eq!(walk.first("DescribeUMemSpace", &[space])["State"], "Running");
        for elsewhere in [("ProjectId", "org-other"), ("Zone", "cn-bj2-02")] {
            walk.refuses("DeleteUMemSpace", &[space, elsewhere], 230, "[SpaceId]");
        }
        walk.call("DeleteUMemSpace", &[space]);
        walk.call("DeleteUMemSpace", &[space]);
        walk.refuses(
            "ModifyUMemSpaceName",
            &[space, ("Name", "renamed")],
            20204,
            "Deleting",
        );
        walk.step();
        assert_eq!(walk.call("DescribeUMemSpace", &[space])["TotalCount"], 0);
        for action in ["GetUMemSpaceState", "DeleteUMemSpace"] {
            walk.refuses(action, &[space], 230, "[SpaceId]");
        }
    }

    #[test]
    fn spaces_are_listed_by_protocol_and_in_pages() {
        let mut walk = Walk::default();
        let redis = ("Protocol", "redis");
        let memcache = ("Protocol", "memcache");
        for protocol in [redis, memcache, redis] {
            walk.call("CreateUMemSpace", &[ORDER, &[protocol]].concat());
        }
        let mut list = |pairs: &[(&str, &str)]| {
            let reply = walk.call("DescribeUMemSpace", pairs);
            (reply["DataSet"].as_array().unwrap().len(), reply["TotalCount"].clone())
        };
        assert_eq!(list(&[]), (3, 3.into()));
        assert_eq!(list(&[redis]), (2, 2.into()));
        assert_eq!(list(&[memcache]), (1, 1.into()));
        assert_eq!(list(&[redis, ("Offset", "1")]), (1, 2.into()));
        assert_eq!(list(&[("Limit", "2")]), (2, 3.into()));
        assert_eq!(list(&[("ProjectId", "org-other")]), (0, 0.into()));
    }
}

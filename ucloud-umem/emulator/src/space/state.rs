//! Distributed Redis spaces.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Spaces;
use super::proxy::Proxy;
use super::shard::{Shard, share};
use crate::call::Call;
use crate::clock::{Moment, Time};
use crate::context::high_availability;
use crate::context::{Behaviour, Context};
use crate::instance::{AsInstance, Instance};
use crate::lifecycle::{STAYS, Transition};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] =
    &[("DeleteUMemSpace", delete), ("DescribeUMemSpace", describe), ("GetUMemSpaceState", state)];

pub(crate) const CREATION: Transition = Transition::new(&[("Starting", 1), ("Running", STAYS)]);

/// A distributed space. Its size is that of its shards together.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Space {
    pub(crate) instance: Instance,
    pub(crate) protocol: String,
    /// `single` or `double`.
    pub(crate) kind: String,
    /// True if reads are split from writes.
    pub(crate) splits_reads: bool,
    pub(crate) rewrite_hour: i64,
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
        self.instance.life.next_change(time).into_iter().chain(shards).chain(proxies).min()
    }
}

impl Space {
    /// Returns the size of the data, in MB.
    pub(crate) fn used(&self) -> i64 {
        self.shards.iter().fold(0, |sum, shard| sum.saturating_add(shard.used))
    }

    /// Writes down where its real server listens. Shards and proxies are the same server.
    pub(crate) fn is_served_at(&mut self, address: &str, port: i64) {
        self.shards.iter_mut().for_each(|shard| shard.is_served_at(address, port));
        self.proxies.iter_mut().for_each(|proxy| proxy.is_served_at(address, port));
    }

    /// Writes down the MB in use, as if the shards shared them.
    pub(crate) fn show_used(&mut self, used: i64) {
        let count = i64::try_from(self.shards.len()).unwrap_or(i64::MAX);
        for (n, shard) in (0..).zip(&mut self.shards) {
            shard.used = share(used, n, count);
        }
    }

    /// Returns how reads are spread, if they are split from writes.
    pub(crate) fn read_mode(&self) -> Option<&'static str> {
        self.splits_reads.then_some("Uniform")
    }

    /// Returns the state, which is `Resizing` as long as one shard is.
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

    /// Applies the orders that are due.
    pub(crate) fn apply_due_orders(&mut self, time: Time) {
        self.shards.iter_mut().for_each(|shard| shard.apply_due_orders(time));
        self.instance.size =
            self.shards.iter().fold(0, |sum: i64, shard| sum.saturating_add(shard.size));
        self.proxies.retain(|proxy| !proxy.is_gone(time));
        self.proxies.iter_mut().for_each(|proxy| proxy.apply_due_orders(time));
    }

    /// Returns its attributes, for every action that shows it.
    pub(crate) fn attributes(&self, time: Time) -> Attributes {
        let mut all = self.instance.attributes(time);
        all.extend(attributes([
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

    /// Returns the attributes of one of its proxies.
    pub(crate) fn proxy_attributes(&self, proxy: &Proxy, time: Time) -> Attributes {
        proxy.attributes(self.read_mode(), self.instance.high_performance, time)
    }

    /// Applications connect to the proxies, and without one to the shards.
    fn addresses(&self) -> Vec<Value> {
        let mut addresses: Vec<_> = self.proxies.iter().map(Proxy::address).collect();
        if addresses.is_empty() {
            addresses.extend(self.shards.iter().map(Shard::address));
        }
        let addresses = addresses.into_iter().map(|(address, port)| {
            Value::Object(attributes([
                ("IP", address.into()),
                ("PrivateDomain", "".into()),
                ("PublicIp", "".into()),
                ("Port", port.into()),
            ]))
        });
        addresses.collect()
    }
}

/// Returns the space that the call names. It must be complete and running.
pub(crate) fn named_running<'a>(
    context: &'a mut Context<'_, Spaces>,
    call: &Call,
) -> Result<&'a mut Space, Refusal> {
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    space.expect_running(context.time)?;
    Ok(space)
}

fn delete(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    if context.store.spaces.was_deleted(call, "SpaceId") {
        return Ok(Attributes::new());
    }
    let time = context.time;
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    if !space.instance.is_being_deleted(time) {
        if !space.instance.has_failed(time) {
            space.expect_running(time)?;
        }
        space.instance.delete(time);
    }
    Ok(Attributes::new())
}

fn describe(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let protocol = call.filter("Protocol");
    let spaces = context
        .store
        .spaces
        .listed(call, "SpaceId")
        .filter(|space| protocol.is_none_or(|protocol| protocol == space.protocol));
    call.page(spaces, |space| space.attributes(context.time))
}

fn state(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let space = context.store.spaces.named(call, "SpaceId")?;
    Ok(space.attributes(context.time))
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::coverage::Coverage;

    const ORDER: &[(&str, &str)] = &[("Name", "a-space"), ("Size", "8")];

    pub(crate) fn scenario(run: &mut Coverage) {
        let id = run.call("CreateUMemSpace", ORDER)["SpaceId"].clone();
        let space = ("SpaceId", id.as_str().unwrap());
        assert_eq!(run.call("GetUMemSpaceState", &[space])["State"][0], "Starting");
        run.step();
        assert_eq!(run.first("DescribeUMemSpace", &[space])["State"], "Running");
        for elsewhere in [("ProjectId", "org-other"), ("Zone", "cn-bj2-02")] {
            run.refuses("DeleteUMemSpace", &[space, elsewhere], 230, "[SpaceId]");
        }
        run.call("DeleteUMemSpace", &[space]);
        run.call("DeleteUMemSpace", &[space]);
        run.refuses("ModifyUMemSpaceName", &[space, ("Name", "renamed")], 20204, "Deleting");
        run.step();
        assert_eq!(run.call("DescribeUMemSpace", &[space])["TotalCount"], 0);
        run.refuses("GetUMemSpaceState", &[space], 230, "[SpaceId]");
        // Tools repeat a delete until the list is empty.
        run.call("DeleteUMemSpace", &[space]);
        run.refuses("DeleteUMemSpace", &[space, ("ProjectId", "org-other")], 230, "[SpaceId]");
    }

    #[test]
    fn spaces_are_listed_by_protocol_and_in_pages() {
        let mut run = Coverage::default();
        let redis = ("Protocol", "redis");
        let memcache = ("Protocol", "memcache");
        for protocol in [redis, memcache, redis] {
            run.call("CreateUMemSpace", &[ORDER, &[protocol]].concat());
        }
        let mut list = |pairs: &[(&str, &str)]| {
            let response = run.call("DescribeUMemSpace", pairs);
            (response["DataSet"].as_array().unwrap().len(), response["TotalCount"].clone())
        };
        assert_eq!(list(&[]), (3, 3.into()));
        assert_eq!(list(&[redis]), (2, 2.into()));
        assert_eq!(list(&[memcache]), (1, 1.into()));
        assert_eq!(list(&[redis, ("Offset", "1")]), (1, 2.into()));
        assert_eq!(list(&[("Limit", "2")]), (2, 3.into()));
        assert_eq!(list(&[("ProjectId", "org-other")]), (0, 0.into()));
    }
}

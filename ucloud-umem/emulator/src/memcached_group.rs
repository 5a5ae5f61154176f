//! Memcached groups of one node each.

use serde::{Deserialize, Serialize};

use crate::context::{Behaviour, Context};

use crate::call::Call;
use crate::clock::{DAY, Moment, Time};
use crate::collection::Collection;
use crate::context::high_availability;
use crate::ids::Ids;
use crate::instance::{AsInstance, Instance};
use crate::lifecycle::{STAYS, Transition};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::seed::document::MemcachedSeed;
use crate::seed::seeded::SeededInstance;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<MemcachedGroups>)] = &[
    ("CreateUMemcacheGroup", create),
    ("DeleteUMemcacheGroup", delete),
    ("DescribeUMemcacheGroup", describe),
    ("ResizeUMemcacheGroup", resize),
    ("RestartUMemcacheGroup", restart),
];

const CREATION: Transition = Transition::new(&[("Creating", 1), ("Running", STAYS)]);
const RESIZING: Transition = Transition::new(&[("Resizing", 1), ("Running", STAYS)]);
const RESTART: Transition = Transition::new(&[("Restarting", 1), ("Running", STAYS)]);

/// In GB.
pub(crate) const SIZES: &[i64] = &[1, 2, 4, 8, 16, 32];
/// The one configuration that there is.
const CONFIG: &str = "9a891891-c245-4b66-bce8-67e59430d67c";
pub(crate) const PROTOCOL: &str = "memcache";
/// The versions that the pages name; the first is the default.
pub(crate) const VERSIONS: [&str; 2] = ["1.4.31", "1.4.33"];
const PORT: i64 = 11211;

/// A Memcached group.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemcachedGroup {
    pub(crate) instance: Instance,
    /// Size before the last resize, in GB.
    former_size: i64,
    /// Memory in use, in MB, as the real server says; none without one.
    pub(crate) used: Option<i64>,
}

impl AsInstance for MemcachedGroup {
    fn instance(&self) -> &Instance {
        &self.instance
    }
}

impl MemcachedGroup {
    /// Returns its attributes, for every action that shows it.
    pub(crate) fn attributes(&self, time: Time) -> Attributes {
        let size = match self.instance.life.state(time) {
            Some("Resizing") => self.former_size,
            _ => self.instance.size,
        };
        let mut all = self.instance.attributes(time);
        all.extend(attributes([
            ("GroupId", self.instance.id.as_str().into()),
            ("ConfigId", CONFIG.into()),
            ("DefaultConfigId", true.into()),
            ("Protocol", PROTOCOL.into()),
            ("ResourceType", "single".into()),
            ("Type", "single".into()),
            ("HighAvailability", high_availability(false)),
            ("Size", size.into()),
            // Nothing is kept in it; the empty node of the page's example uses 1 MB for each GB.
            ("UsedSize", self.used.unwrap_or(size).into()),
        ]));
        all
    }

    /// Returns the size in the call, which must be larger than the present one.
    pub(crate) fn larger(&self, call: &Call) -> Result<i64, Refusal> {
        let size = size(call)?;
        if size > self.instance.size {
            Ok(size)
        } else {
            Err(Refusal::unusable("Size", &size.to_string()))
        }
    }
}

/// Memcached groups.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemcachedGroups {
    pub(crate) groups: Collection<MemcachedGroup>,
}

impl MemcachedGroups {
    /// Adds a group, by default one that runs since yesterday.
    pub(crate) fn seed(
        &mut self,
        ids: &mut Ids,
        seed: &MemcachedSeed,
        now: Moment,
    ) -> SeededInstance {
        let facts = seed.common();
        let instance = facts.instance("umemcache", now.before(DAY), now, ids);
        let id = instance.id.clone();
        let (port, version) = (facts.port.unwrap_or(PORT), facts.version.unwrap_or(VERSIONS[0]));
        self.insert(Instance { port, version: version.to_owned(), ..instance });
        SeededInstance { id, backups: Vec::new(), replicas: Vec::new() }
    }

    fn insert(&mut self, instance: Instance) {
        let former_size = instance.size;
        self.groups.insert(MemcachedGroup { instance, former_size, used: None });
    }
}

/// Returns the size in the call, one of those on offer.
fn size(call: &Call) -> Result<i64, Refusal> {
    let size = call.int("Size")?.unwrap_or(SIZES[0]);
    if SIZES.contains(&size) { Ok(size) } else { Err(Refusal::unusable("Size", &size.to_string())) }
}

fn create(context: &mut Context<'_, MemcachedGroups>, call: &Call) -> Result<Attributes, Refusal> {
    call.sized("Name", 6..=60)?;
    size(call)?;
    for (name, only) in [("ConfigId", CONFIG), ("Protocol", PROTOCOL)] {
        if let Some(other) = call.filter(name).filter(|value| *value != only) {
            return Err(Refusal::unusable(name, other));
        }
    }
    let version = call.filter("Version").unwrap_or(VERSIONS[0]);
    if !VERSIONS.contains(&version) {
        return Err(Refusal::unusable("Version", version));
    }
    let id = context.ids.new_id("umemcache");
    let instance = Instance::ordered(call, &id, CREATION, context.time, context.ids)?;
    let version = version.to_owned();
    context.store.insert(Instance { version, port: PORT, ..instance });
    Ok(attributes([("GroupId", id.into())]))
}

fn describe(
    context: &mut Context<'_, MemcachedGroups>,
    call: &Call,
) -> Result<Attributes, Refusal> {
    let groups = context.store.groups.listed(call, "GroupId");
    call.page(groups, |group| group.attributes(context.time))
}

fn delete(context: &mut Context<'_, MemcachedGroups>, call: &Call) -> Result<Attributes, Refusal> {
    if context.store.groups.was_deleted(call, "GroupId") {
        return Ok(Attributes::new());
    }
    let time = context.time;
    let group = context.store.groups.named_mut(call, "GroupId")?;
    if !group.instance.is_being_deleted(time) {
        if !group.instance.has_failed(time) {
            group.instance.expect(&["Running"], time)?;
        }
        group.instance.delete(time);
    }
    Ok(Attributes::new())
}

fn restart(context: &mut Context<'_, MemcachedGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    let group = context.store.groups.named_mut(call, "GroupId")?;
    group.instance.expect(&["Running", "Fail"], time)?;
    context.servers.restart(&group.instance.id)?;
    group.instance.life.enter(RESTART, time);
    Ok(Attributes::new())
}

fn resize(context: &mut Context<'_, MemcachedGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let size = context.store.groups.named(call, "GroupId")?.larger(call)?;
    let now = context.time.now;
    let group = begin(context, call, RESIZING)?;
    group.former_size = group.instance.size;
    group.instance.size = size;
    group.instance.modified = now;
    Ok(Attributes::new())
}

/// Begins a transition of the group that the call names, which has to be running.
fn begin<'a>(
    context: &'a mut Context<'_, MemcachedGroups>,
    call: &Call,
    transition: Transition,
) -> Result<&'a mut MemcachedGroup, Refusal> {
    let group = context.store.groups.named_mut(call, "GroupId")?;
    group.instance.expect(&["Running"], context.time)?;
    group.instance.life.enter(transition, context.time);
    Ok(group)
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use super::CONFIG;
    use crate::coverage::Coverage;

    type Pair = (&'static str, &'static str);

    const NAME: Pair = ("Name", "a-cache");
    const GROUP: Pair = ("GroupId", "umemcache-a");

    pub(crate) fn scenario(run: &mut Coverage) {
        run.emulator().seed_vpc("uvnet-a", ["subnet-a"]).unwrap();
        let network = [("VPCId", "uvnet-a"), ("SubnetId", "subnet-a")];
        let order = [NAME, ("Size", "2"), ("Version", "1.4.33"), ("ChargeType", "Year")];
        let order = [&order[..], &network].concat();
        let id = run.call("CreateUMemcacheGroup", &order)["GroupId"].clone();
        let group = &[("GroupId", id.as_str().unwrap())];
        assert_eq!(state(run, group), "Creating");
        run.step();
        let shown = run.first("DescribeUMemcacheGroup", group);
        for (name, value) in [
            ("GroupId", id.clone()),
            ("Name", "a-cache".into()),
            ("ConfigId", CONFIG.into()),
            ("Port", 11211.into()),
            ("Size", 2.into()),
            ("Version", "1.4.33".into()),
            ("State", "Running".into()),
            ("ChargeType", "Year".into()),
            ("Tag", "Default".into()),
            ("VPCId", "uvnet-a".into()),
            ("SubnetId", "subnet-a".into()),
        ] {
            assert_eq!(shown[name], value, "{name}");
        }
        let seconds = |name: &str| shown[name].as_i64().unwrap();
        assert_eq!(seconds("ExpireTime") - seconds("CreateTime"), 365 * 24 * 60 * 60);

        run.call("ResizeUMemcacheGroup", &[group[0], ("Size", "8")]);
        assert_eq!(state(run, group), "Resizing");
        run.step();
        run.call("RestartUMemcacheGroup", group);
        assert_eq!(state(run, group), "Restarting");
        run.step();
        run.call("DeleteUMemcacheGroup", group);
        assert_eq!(state(run, group), "Deleting");
        run.call("DeleteUMemcacheGroup", group);
        assert_eq!(run.refused("RestartUMemcacheGroup", group), 20204);
        run.step();
        assert_eq!(run.call("DescribeUMemcacheGroup", group)["TotalCount"], 0);
        // Tools repeat a delete until the list is empty.
        run.call("DeleteUMemcacheGroup", group);
        run.refuses(
            "DeleteUMemcacheGroup",
            &[group[0], ("ProjectId", "org-other")],
            230,
            "[GroupId]",
        );
    }

    fn state(run: &mut Coverage, group: &[(&str, &str)]) -> Value {
        run.first("DescribeUMemcacheGroup", group)["State"].clone()
    }

    #[test]
    fn an_order_is_checked_and_leaves_nothing_when_refused() {
        let mut run = Coverage::default();
        let long = "n".repeat(61);
        for (parameter, ret_code) in [
            (("Name", "short"), 230),
            (("Name", long.as_str()), 230),
            (("Size", "0"), 230),
            (("Size", "3"), 230),
            (("Size", "64"), 230),
            (("ConfigId", "another"), 230),
            (("Protocol", "redis"), 230),
            (("Version", "1.4"), 230),
            (("ChargeType", "Trial"), 20015),
            (("Quantity", "-1"), 230),
            (("Zone", "hk-02"), 230),
        ] {
            let refused = run.refused("CreateUMemcacheGroup", &[NAME, parameter]);
            assert_eq!(refused, ret_code, "{parameter:?}");
        }
        assert_eq!(run.call("DescribeUMemcacheGroup", &[])["TotalCount"], 0);
    }

    #[test]
    fn what_an_order_leaves_out_or_empty_has_its_default() {
        let mut run = Coverage::default();
        let empty = [NAME, ("Version", ""), ("ConfigId", ""), ("Protocol", "memcache")];
        for order in [&[NAME][..], &empty] {
            let id = run.call("CreateUMemcacheGroup", order)["GroupId"].clone();
            let group = ("GroupId", id.as_str().unwrap());
            let shown = run.first("DescribeUMemcacheGroup", &[group]);
            assert_eq!((&shown["Size"], &shown["Version"]), (&1.into(), &"1.4.31".into()));
            assert_eq!(shown["ChargeType"], "Month");
        }
    }

    #[test]
    fn a_group_grows_to_the_sizes_that_there_are() {
        let mut run = Coverage::default();
        run.seed_memcache("umemcache-a");
        let created = run.first("DescribeUMemcacheGroup", &[GROUP]);
        run.call("ResizeUMemcacheGroup", &[GROUP, ("Size", "4")]);
        assert_eq!(run.first("DescribeUMemcacheGroup", &[GROUP])["Size"], 1);
        run.step();
        let shown = run.first("DescribeUMemcacheGroup", &[GROUP]);
        assert_eq!((&shown["Size"], &shown["State"]), (&4.into(), &"Running".into()));
        assert_eq!(shown["CreateTime"], created["CreateTime"]);
        assert_eq!(shown["ModifyTime"], 1_800_000_000);
        for size in ["4", "2", "20", "0", "-8"] {
            let refused = run.refused("ResizeUMemcacheGroup", &[GROUP, ("Size", size)]);
            assert_eq!(refused, 230, "{size}");
        }
        assert_eq!(run.first("DescribeUMemcacheGroup", &[GROUP])["Size"], 4);
    }

    #[test]
    fn only_a_group_that_runs_and_is_within_reach_can_be_acted_on() {
        let mut run = Coverage::default();
        run.seed_memcache("umemcache-a");
        let actions: [(&str, &[Pair]); 3] = [
            ("ResizeUMemcacheGroup", &[GROUP, ("Size", "16")]),
            ("RestartUMemcacheGroup", &[GROUP]),
            ("DeleteUMemcacheGroup", &[GROUP]),
        ];
        for (action, pairs) in actions {
            for elsewhere in
                [("GroupId", "umemcache-b"), ("ProjectId", "org-other"), ("Zone", "cn-bj2-02")]
            {
                let pairs: Vec<_> = pairs.iter().copied().chain([elsewhere]).collect();
                assert_eq!(run.refused(action, &pairs), 230, "{action} {elsewhere:?}");
            }
        }
        for (busy, pairs) in actions {
            run.call(busy, pairs);
            for (action, pairs) in actions {
                let pairs: Vec<_> = pairs
                    .iter()
                    .map(|pair| if pair.0 == "Size" { ("Size", "32") } else { *pair })
                    .collect();
                if (busy, action) == ("DeleteUMemcacheGroup", busy) {
                    run.call(action, &pairs);
                    continue;
                }
                let code = run.refused(action, &pairs);
                assert_eq!(code, 20204, "{action} during {busy}");
            }
            run.step();
        }
    }

    #[test]
    fn groups_are_listed_page_by_page_and_by_zone() {
        let mut run = Coverage::default();
        for id in ["umemcache-a", "umemcache-b"] {
            run.seed_memcache(id);
        }
        run.call("CreateUMemcacheGroup", &[NAME, ("Zone", "cn-bj2-02")]);
        let page =
            run.call("DescribeUMemcacheGroup", &[("Zone", ""), ("Offset", "1"), ("Limit", "1")]);
        assert_eq!(page["TotalCount"], 3);
        assert_eq!(page["DataSet"].as_array().unwrap().len(), 1);
        assert_eq!(page["DataSet"][0]["GroupId"], "umemcache-b");
        assert_eq!(run.call("DescribeUMemcacheGroup", &[])["TotalCount"], 2);
    }
}

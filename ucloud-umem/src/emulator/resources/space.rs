//! Distributed Redis spaces.

use serde_json::Value;

use super::proxy::Proxy;
use super::shard::{Shard, share};
use super::{Behaviour, Context};
use crate::emulator::call::Call;
use crate::emulator::clock::Time;
use crate::emulator::instance::Instance;
use crate::emulator::life::{STAYS, Transition};
use crate::emulator::place::Place;
use crate::emulator::refusal::Refusal;
use crate::emulator::reply::{Facts, facts};
use crate::emulator::store::Resource;

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("DeleteUMemSpace", delete),
    ("DescribeUMemSpace", describe),
    ("GetUMemSpaceState", state),
    ("ModifyUMemPassword", set_password),
    ("ModifyUMemSpaceName", rename),
    ("RemoveUDRedisData", remove_data),
    ("ResizeUMemSpace", resize),
];

pub(super) const CREATION: Transition = &[("Starting", 1), ("Running", STAYS)];
const SETTING_PASSWORD: Transition = &[("SetPassword", 1), ("Running", STAYS)];
const DELETION: Transition = &[("Deleting", 1)];

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

impl Resource for Space {
    fn id(&self) -> &str {
        &self.instance.id
    }

    fn place(&self) -> &Place {
        &self.instance.place
    }

    fn is_gone(&self, time: Time) -> bool {
        self.instance.life.state(time).is_none()
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
fn named_running<'a>(
    context: &'a mut Context<'_>,
    call: &Call,
) -> Result<&'a mut Space, Refusal> {
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    space.expect_running(context.time)?;
    Ok(space)
}

fn delete(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let time = context.time;
    named_running(context, call)?.instance.life.enter(DELETION, time);
    Ok(Facts::new())
}

fn describe(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let protocol = call.filter("Protocol");
    let spaces = context
        .store
        .spaces
        .listed(call, "SpaceId")
        .filter(|space| protocol.is_none_or(|protocol| protocol == space.protocol));
    call.page(spaces.collect(), |space| space.facts(context.time))
}

fn state(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let space = context.store.spaces.named(call, "SpaceId")?;
    Ok(space.facts(context.time))
}

fn rename(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let name = call.sized("Name", 6..=63)?;
    name.clone_into(&mut named_running(context, call)?.instance.name);
    Ok(Facts::new())
}

fn set_password(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let password = call.new_password("Password")?;
    let password = password.ok_or_else(|| Refusal::missing("Password"))?;
    let time = context.time;
    let instance = &mut named_running(context, call)?.instance;
    instance.password = password;
    instance.life.enter(SETTING_PASSWORD, time);
    Ok(Facts::new())
}

fn remove_data(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    for shard in &mut named_running(context, call)?.shards {
        shard.used = 0;
    }
    Ok(Facts::new())
}

/// The new size is spread over the shards. `Type` changes nothing: the page does not say that it would.
fn resize(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let size = call.required_within("Size", 1..=1024)?;
    let now = context.time.now;
    let space = named_running(context, call)?;
    if space.instance.high_performance {
        let why = "the space is of the high-performance kind";
        return Err(Refusal::resize_failed("SpaceId", why));
    }
    if size <= space.instance.size {
        return Err(Refusal::unusable("Size", &size.to_string()));
    }
    let count = i64::try_from(space.shards.len()).unwrap_or(i64::MAX);
    for (n, shard) in (0..).zip(&mut space.shards) {
        shard.resize(share(size, n, count), now)?;
    }
    Ok(Facts::new())
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::Value;

    use crate::emulator::walk::Walk;

    const ORDER: &[(&str, &str)] = &[("Name", "a-space"), ("Size", "8")];
    const SPACE: (&str, &str) = ("SpaceId", "umem-a");
    /// `Password1`
    const PASSWORD: (&str, &str) = ("Password", "UGFzc3dvcmQx");

    fn described(walk: &mut Walk) -> Value {
        walk.first("DescribeUMemSpace", &[SPACE])
    }

    fn state(walk: &mut Walk) -> Value {
        walk.call("GetUMemSpaceState", &[SPACE])["State"][0].clone()
    }

    fn has_password(walk: &Walk) -> bool {
        walk.emulator().with(|context| {
            let space = context.store.spaces.iter().next().unwrap();
            space.facts(context.time)["HasPassword"] == true
        })
    }

    pub(crate) fn scenario(walk: &mut Walk) {
        let id = walk.call("CreateUMemSpace", ORDER)["SpaceId"].clone();
        let space = ("SpaceId", id.as_str().unwrap());
        assert_eq!(walk.call("GetUMemSpaceState", &[space])["State"][0], "Starting");
        walk.step();
        walk.call("ModifyUMemSpaceName", &[space, ("Name", "another name")]);
        walk.call("RemoveUDRedisData", &[space]);
        walk.call("ModifyUMemPassword", &[space, PASSWORD]);
        walk.step();
        walk.call("ResizeUMemSpace", &[space, ("Size", "9")]);
        walk.step();
        let listed = walk.first("DescribeUMemSpace", &[space]);
        assert_eq!((&listed["State"], &listed["Size"]), (&"Running".into(), &9.into()));
        assert_eq!(listed["Name"], "another name");
        walk.call("DeleteUMemSpace", &[space]);
        walk.refuses("DeleteUMemSpace", &[space], 20204, "Deleting");
        walk.step();
        assert_eq!(walk.call("DescribeUMemSpace", &[space])["TotalCount"], 0);
        for action in ["GetUMemSpaceState", "DeleteUMemSpace"] {
            walk.refuses(action, &[space], 20003, "[SpaceId]");
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

    #[test]
    fn only_what_runs_and_is_within_reach_can_be_changed() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        walk.call("DeleteUMemSpace", &[SPACE]);
        for (action, parameters) in [
            ("DeleteUMemSpace", &[][..]),
            ("ModifyUMemSpaceName", &[("Name", "a-space")]),
            ("ModifyUMemPassword", &[PASSWORD]),
            ("RemoveUDRedisData", &[]),
            ("ResizeUMemSpace", &[("Size", "8")]),
        ] {
            let pairs = [&[SPACE], parameters].concat();
            walk.refuses(action, &pairs, 20204, "umem-a");
            let elsewhere = [&pairs[..], &[("ProjectId", "org-other")]].concat();
            walk.refuses(action, &elsewhere, 20003, "[SpaceId]");
            let elsewhere = [&pairs[..], &[("Zone", "cn-bj2-02")]].concat();
            walk.refuses(action, &elsewhere, 20003, "[SpaceId]");
        }
    }

    #[test]
    fn a_name_has_6_to_63_characters() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        for (name, good) in [
            (&"x".repeat(5), false),
            (&"\u{7a7a}".repeat(6), true),
            (&"x".repeat(63), true),
            (&"x".repeat(64), false),
        ] {
            let pairs = [SPACE, ("Name", name)];
            if good {
                walk.call("ModifyUMemSpaceName", &pairs);
                assert_eq!(described(&mut walk)["Name"], *name);
            } else {
                walk.refuses("ModifyUMemSpaceName", &pairs, 230, "[Name]");
            }
        }
    }

    #[test]
    fn a_password_is_set_within_a_step_and_taken_away_by_an_empty_one() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        assert!(!has_password(&walk));
        walk.call("ModifyUMemPassword", &[SPACE, PASSWORD]);
        assert_eq!(state(&mut walk), "SetPassword");
        let shards = [SPACE, ("Offset", "0"), ("Limit", "1")];
        let shard = walk.first("DescribeUMemBlockInfo", &shards);
        assert_eq!(shard["BlockState"], "Configing");
        walk.refuses("ModifyUMemPassword", &[SPACE, PASSWORD], 20204, "SetPassword");
        walk.step();
        assert_eq!(state(&mut walk), "Running");
        assert!(has_password(&walk));
        // `P@ssword`
        let bad = [SPACE, ("Password", "UEBzc3dvcmQ=")];
        walk.refuses("ModifyUMemPassword", &bad, 230, "[Password]");
        walk.call("ModifyUMemPassword", &[SPACE, ("Password", "")]);
        assert!(!has_password(&walk));
    }

    #[test]
    fn removed_data_is_no_longer_used() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        assert_eq!(described(&mut walk)["UsedSize"], 1536);
        walk.call("RemoveUDRedisData", &[SPACE]);
        assert_eq!(described(&mut walk)["UsedSize"], 0);
    }

    #[test]
    fn an_older_space_grows_within_a_step() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        for size in ["4", "3", "1025"] {
            walk.refuses("ResizeUMemSpace", &[SPACE, ("Size", size)], 230, "[Size]");
        }
        walk.call("ResizeUMemSpace", &[SPACE, ("Size", "10")]);
        let space = described(&mut walk);
        assert_eq!((&space["State"], &space["Size"]), (&"Resizing".into(), &4.into()));
        walk.refuses("ResizeUMemSpace", &[SPACE, ("Size", "11")], 20204, "Resizing");
        walk.step();
        let space = described(&mut walk);
        assert_eq!((&space["State"], &space["Size"]), (&"Running".into(), &10.into()));
    }

    #[test]
    fn a_space_of_high_performance_grows_by_its_shards_alone() {
        let mut walk = Walk::default();
        let order = [ORDER, &[("HighPerformance", "true")]].concat();
        let id = walk.call("CreateUMemSpace", &order)["SpaceId"].clone();
        walk.step();
        let resize = [("SpaceId", id.as_str().unwrap()), ("Size", "16")];
        walk.refuses("ResizeUMemSpace", &resize, 20011, "[SpaceId]");
    }
}

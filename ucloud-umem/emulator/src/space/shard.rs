//! Shards (blocks) of distributed Redis spaces.

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Spaces;
use super::allowance::has_room;
use crate::call::Call;
use crate::clock::{DAY, Moment, Time};
use crate::context::{Behaviour, Context};
use crate::ids::Ids;
use crate::lifecycle::{Lifecycle, STAYS, Transition};
use crate::refusal::Refusal;
use crate::resize::Resize;
use crate::response::{Attributes, attributes};

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] =
    &[("DescribeUMemBlockInfo", describe), ("ResizeUDRedisBlockSize", resize)];

/// As long as nothing happens to a shard alone, it is in the state of its space.
const RUNNING: Transition = Transition::stays("Running");
pub(crate) const RESIZING: Transition = Transition::new(&[("Resizing", 1), ("Running", STAYS)]);

/// Number of hash slots of Redis.
const SLOTS: i64 = 16384;
/// Sizes that a shard can be given, in GB.
const SIZES: &[i64] = &[4, 8, 12, 16, 20];
/// Weight of every shard where reads are split from writes; no documented action changes it.
const READ_WEIGHT: i64 = 100;

/// A shard of a space.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shard {
    pub(crate) id: String,
    name: String,
    address: String,
    port: i64,
    /// In GB.
    pub(crate) size: i64,
    /// Size of its data, in MB.
    pub(crate) used: i64,
    slots: RangeInclusive<i64>,
    life: Lifecycle,
    resize: Option<Resize>,
}

impl Shard {
    /// Shards that share memory (in GB), data (in MB) and slots as evenly as whole numbers allow.
    pub(crate) fn sharing(
        size: i64,
        used: i64,
        count: i64,
        port: i64,
        now: Moment,
        ids: &mut Ids,
    ) -> Vec<Self> {
        let first_slot = |n: i64| n * SLOTS / count;
        let shards = (0..count).map(|n| Self {
            id: ids.new_id("umemblock"),
            name: format!("shard-{}", n + 1),
            address: ids.new_address(),
            port,
            size: share(size, n, count),
            used: share(used, n, count),
            slots: first_slot(n)..=first_slot(n + 1) - 1,
            life: Lifecycle::since(now, RUNNING),
            resize: None,
        });
        shards.collect()
    }

    pub(crate) fn is_served_at(&mut self, address: &str, port: i64) {
        if (self.port, &*self.address) != (port, address) {
            address.clone_into(&mut self.address);
            self.port = port;
        }
    }

    pub(crate) fn address(&self) -> (&str, i64) {
        (&self.address, self.port)
    }

    pub(crate) fn is_resizing(&self, time: Time) -> bool {
        self.life.state(time) == Some("Resizing")
    }

    /// Applies the orders that are due.
    pub(crate) fn apply_due_orders(&mut self, time: Time) {
        Resize::carry_out(&mut self.resize, &mut self.life, &mut self.size, time);
    }

    pub(crate) fn next_change(&self, time: Time) -> Option<Moment> {
        Resize::next_change(self.resize.as_ref(), &self.life, time)
    }

    /// Orders another size, unless one is ordered already.
    pub(crate) fn resize(&mut self, to: i64, begins: Moment) -> Result<(), Refusal> {
        if self.resize.is_some() {
            return Err(Refusal::already_ordered(&self.id, "resize"));
        }
        self.resize = Some(Resize::new(begins, RESIZING, to));
        Ok(())
    }

    /// Returns its attributes while its space is in this state.
    pub(crate) fn attributes(&self, space_state: Option<&str>, time: Time) -> Attributes {
        let state = match space_state {
            Some("Running" | "Resizing") => self.life.state(time),
            // Shards have no own word for it.
            Some("SetPassword") => Some("Configing"),
            other => other,
        };
        attributes([
            ("BlockId", self.id.as_str().into()),
            ("BlockName", self.name.as_str().into()),
            ("BlockVip", self.address.as_str().into()),
            ("BlockPort", self.port.into()),
            ("BlockSize", self.size.into()),
            ("BlockUsedSize", self.used.into()),
            ("BlockSlotBegin", (*self.slots.start()).into()),
            ("BlockSlotEnd", (*self.slots.end()).into()),
            ("BlockState", state.into()),
            ("BlockType", "master".into()),
            ("BlockReadWeight", READ_WEIGHT.into()),
        ])
    }
}

/// Returns the share of the nth of so many.
pub(crate) fn share(whole: i64, n: i64, count: i64) -> i64 {
    whole / count + i64::from(n < whole % count)
}

/// Lists the shards of a space in the order of their slots. An unknown space has none.
fn describe(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let Ok(space) = context.store.spaces.named(call, "SpaceId") else {
        return call.page([], |none: Attributes| none);
    };
    let state = space.state(context.time);
    let mut page =
        call.page(&space.shards, |shard: &Shard| shard.attributes(state, context.time))?;
    page.insert("ReadMode".to_owned(), space.read_mode().into());
    Ok(page)
}

fn resize(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let Context { store, time, .. } = context;
    let size = call.required_within("BlockSize", 1..=i64::MAX)?;
    if !SIZES.contains(&size) {
        return Err(Refusal::unusable("BlockSize", &size.to_string()));
    }
    let begins = start(call, time.now)?;
    let space = store.spaces.named(call, "SpaceId")?;
    // Several shards may be resized at the same time.
    space.instance.expect(&["Running"], *time)?;
    let id = call.required("BlockId")?;
    let shard = space.shards.iter().find(|shard| shard.id == id);
    let shard = shard.ok_or_else(|| Refusal::no_such_resource("BlockId", id))?;
    if size.saturating_mul(1024) < shard.used {
        let why = format!("the shard uses {} MB", shard.used);
        return Err(Refusal::resize_failed("BlockSize", &why));
    }
    if !has_room(store, &space.instance, size - shard.size) {
        return Err(Refusal::resize_failed("BlockSize", "the zone has no room"));
    }
    let space = store.spaces.named_mut(call, "SpaceId")?;
    for shard in space.shards.iter_mut().filter(|shard| shard.id == id) {
        shard.resize(size, begins)?;
    }
    Ok(Attributes::new())
}

/// Reads when to begin: at once, or within a day from now.
fn start(call: &Call, now: Moment) -> Result<Moment, Refusal> {
    let seconds = match call.int("StartTime")? {
        None | Some(0) => return Ok(now),
        Some(seconds) => seconds,
    };
    let from_now = u64::try_from(seconds).ok();
    let from_now = from_now.and_then(|then| then.checked_sub(now.unix_seconds()));
    match from_now.map(Duration::from_secs).filter(|wait| *wait <= DAY) {
        Some(wait) => Ok(now.after(wait)),
        None => Err(Refusal::unusable("StartTime", &seconds.to_string())),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use serde_json::Value;

    use crate::coverage::Coverage;

    const SPACE: (&str, &str) = ("SpaceId", "umem-a");

    fn shards(run: &mut Coverage, space: &str) -> Vec<Value> {
        let all = [("SpaceId", space), ("Offset", "0"), ("Limit", "100")];
        let response = run.call("DescribeUMemBlockInfo", &all);
        response["DataSet"].as_array().unwrap().clone()
    }

    /// Asks for another size of the first shard.
    fn order<'a>(id: &'a str, size: &'a str) -> [(&'a str, &'a str); 3] {
        [SPACE, ("BlockId", id), ("BlockSize", size)]
    }

    fn seeded() -> (Coverage, String) {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        let id = shards(&mut run, "umem-a")[0]["BlockId"].as_str().unwrap().to_owned();
        (run, id)
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        let order_space = [
            ("Name", "a-space"),
            ("Size", "10"),
            ("BlockCnt", "3"),
            ("Port", "7000"),
            ("ClusterMode", "RWMode"),
        ];
        let space = run.call("CreateUMemSpace", &order_space)["SpaceId"].clone();
        let space = space.as_str().unwrap();
        assert_eq!(shards(run, space)[0]["BlockState"], "Starting");
        run.step();
        let all = [("SpaceId", space), ("Offset", "0"), ("Limit", "10")];
        assert_eq!(run.call("DescribeUMemBlockInfo", &all)["ReadMode"], "Uniform");
        let shards = shards(run, space);
        let column = |name: &str| -> Vec<_> {
            shards.iter().map(|shard| shard[name].as_i64().unwrap()).collect()
        };
        assert_eq!(column("BlockSize"), [4, 3, 3]);
        assert_eq!(column("BlockSlotBegin"), [0, 5461, 10922]);
        assert_eq!(column("BlockSlotEnd"), [5460, 10921, 16383]);
        assert_eq!(column("BlockPort"), [7000; 3]);
        assert_eq!(column("BlockUsedSize"), [0; 3]);
        let id = shards[0]["BlockId"].as_str().unwrap();
        let order = [("SpaceId", space), ("BlockId", id), ("BlockSize", "8")];
        run.call("ResizeUDRedisBlockSize", &order);
        run.step();
        assert_eq!(run.first("DescribeUMemSpace", &[all[0]])["Size"], 14);
    }

    #[test]
    fn shards_come_in_pages() {
        let (mut run, first) = seeded();
        let mut page = |offset| {
            let pairs = [SPACE, ("Offset", offset), ("Limit", "3")];
            let response = run.call("DescribeUMemBlockInfo", &pairs);
            assert_eq!(response.get("ReadMode"), None);
            response["DataSet"].as_array().unwrap().clone()
        };
        assert_eq!((page("0").len(), page("3").len(), page("4").len()), (3, 1, 0));
        assert_eq!(page("0")[0]["BlockId"], first.as_str());
        assert_eq!(shards(&mut run, "umem-b"), [Value::Null; 0]);
        assert_eq!(shards(&mut run, ""), [Value::Null; 0]);
        let nowhere = [SPACE, ("Offset", "0"), ("Limit", "3"), ("Zone", "")];
        assert_eq!(run.refused("DescribeUMemBlockInfo", &nowhere), 220);
    }

    #[test]
    fn a_resize_takes_a_step_in_which_the_space_is_busy_too() {
        let (mut run, id) = seeded();
        run.call("ResizeUDRedisBlockSize", &order(&id, "8"));
        let shard = shards(&mut run, "umem-a")[0].clone();
        assert_eq!((&shard["BlockState"], &shard["BlockSize"]), (&"Resizing".into(), &1.into()));
        assert_eq!(run.call("GetUMemSpaceState", &[SPACE])["State"][0], "Resizing");
        run.refuses("DeleteUMemSpace", &[SPACE], 20204, "umem-a");
        run.refuses("ResizeUDRedisBlockSize", &order(&id, "4"), 20204, &id);
        let other = shards(&mut run, "umem-a")[1]["BlockId"].clone();
        run.call("ResizeUDRedisBlockSize", &order(other.as_str().unwrap(), "4"));
        run.step();
        let sizes: Vec<_> = shards(&mut run, "umem-a")
            .iter()
            .map(|shard| shard["BlockSize"].as_i64().unwrap())
            .collect();
        assert_eq!(sizes, [8, 4, 1, 1]);
        let space = run.first("DescribeUMemSpace", &[SPACE]);
        assert_eq!((&space["Size"], &space["State"]), (&14.into(), &"Running".into()));
    }

    #[test]
    fn a_resize_can_be_put_off_by_a_day() {
        let (mut run, id) = seeded();
        let now = run.emulator().clock().now().unix_seconds();
        let at = |run: &mut Coverage, seconds: u64| {
            let start = seconds.to_string();
            let pairs = [&order(&id, "4")[..], &[("StartTime", start.as_str())]].concat();
            run.ret_code("ResizeUDRedisBlockSize", &pairs)
        };
        for wrong in [1, now - 1, now + 24 * 60 * 60 + 1] {
            assert_eq!(at(&mut run, wrong), 230, "{wrong}");
        }
        assert_eq!(at(&mut run, now + 60), 0);
        run.refuses("ResizeUDRedisBlockSize", &order(&id, "8"), 20204, "ordered already");
        let state = |run: &mut Coverage| {
            let shard = shards(run, "umem-a")[0].clone();
            (shard["BlockState"].as_str().unwrap().to_owned(), shard["BlockSize"].as_i64().unwrap())
        };
        run.emulator().clock().advance(Duration::from_millis(59_999));
        assert_eq!(state(&mut run), ("Running".to_owned(), 1));
        run.emulator().clock().advance(Duration::from_millis(1));
        assert_eq!(state(&mut run), ("Resizing".to_owned(), 1));
        run.step();
        assert_eq!(state(&mut run), ("Running".to_owned(), 4));
    }

    #[test]
    fn what_cannot_be_resized_is_named() {
        let (mut run, id) = seeded();
        for (parameter, ret_code, named) in [
            (("BlockSize", "5"), 230, "[BlockSize]"),
            (("BlockSize", "0"), 230, "[BlockSize]"),
            (("StartTime", "-1"), 230, "[StartTime]"),
            (("BlockId", "umemblock-x"), 230, "[BlockId]"),
            (("SpaceId", "umem-x"), 230, "[SpaceId]"),
            (("ProjectId", "org-other"), 230, "[SpaceId]"),
            (("Zone", "hk-02"), 230, "[Zone]"),
        ] {
            let pairs = [&order(&id, "8")[..], &[parameter]].concat();
            run.refuses("ResizeUDRedisBlockSize", &pairs, ret_code, named);
        }
        run.call("DeleteUMemSpace", &[SPACE]);
        assert_eq!(shards(&mut run, "umem-a")[0]["BlockState"], "Deleting");
        run.refuses("ResizeUDRedisBlockSize", &order(&id, "8"), 20204, "umem-a");
        run.step();
        assert_eq!(shards(&mut run, "umem-a"), [Value::Null; 0]);
    }
}

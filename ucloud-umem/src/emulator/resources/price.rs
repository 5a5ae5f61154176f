//! What things cost: prices of orders, and of changes to what is there.
//!
//! Everything has a price for a month, of which those for a year and an hour are made. The numbers are of the size of
//! those in the pages' examples, which give no unit. There are no discounts.

use std::ops::RangeInclusive;

use serde_json::Value;

use super::space::Space;
use super::space_order::SHARDS;
use super::{Behaviour, Context};
use crate::emulator::call::Call;
use crate::emulator::clock::DAY;
use crate::emulator::clock::Time;
use crate::emulator::instance::Instance;
use crate::emulator::refusal::Refusal;
use crate::emulator::reply::{Facts, facts};

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("DescribeUMemPrice", space),
    ("DescribeUMemUpgradePrice", space_upgrade),
    ("DescribeUMemcachePrice", memcache),
    ("DescribeUMemcacheUpgradePrice", memcache_upgrade),
    ("DescribeURedisPrice", group),
];

const CHARGE_TYPES: &[&str] = &["Year", "Month", "Dynamic"];
/// In GB.
const SPACE_SIZES: RangeInclusive<i64> = 1..=1024;
const GROUP_SIZES: RangeInclusive<i64> = 1..=32;

/// What of a space is paid for.
#[derive(Clone, Copy, Debug)]
struct SpaceParts {
    /// In GB.
    memory: i64,
    /// Memory of read replicas, in GB.
    replicas: i64,
    shards: i64,
    /// CPU cores of all proxies.
    cores: i64,
    standby: bool,
    high_performance: bool,
    balanced: bool,
}

/// What of a Redis group, or of a replica of one, is paid for.
#[derive(Clone, Copy, Debug)]
struct GroupParts {
    /// In GB.
    memory: i64,
    high_performance: bool,
    two_zones: bool,
    /// A replica alone, without a primary.
    replica: bool,
}

impl SpaceParts {
    fn of(space: &Space) -> Self {
        Self {
            memory: space.instance.size,
            replicas: 0,
            shards: i64::try_from(space.shards.len()).unwrap_or(i64::MAX),
            cores: space.proxies.iter().map(|proxy| proxy.cores).sum(),
            standby: space.kind == "double",
            high_performance: space.instance.high_performance,
            balanced: false,
        }
    }

    fn monthly(self) -> i64 {
        let node_gb: i64 = if self.high_performance { 3000 } else { 2000 };
        let gb = if self.standby { node_gb * 2 } else { node_gb };
        [
            gb.saturating_mul(self.memory),
            node_gb.saturating_mul(self.replicas),
            self.shards.saturating_mul(500),
            self.cores.saturating_mul(2000),
            if self.balanced { 1000 } else { 0 },
        ]
        .into_iter()
        .fold(0, i64::saturating_add)
    }
}

impl GroupParts {
    fn monthly(self) -> i64 {
        let gb = if self.high_performance { 8000 } else { 6000 };
        let gb = if self.two_zones { gb + 600 } else { gb };
        self.memory.saturating_mul(if self.replica { gb / 2 } else { gb })
    }
}

/// A Memcached group is one node, whether a standby is asked for or not.
fn memcache_monthly(memory: i64) -> i64 {
    memory.saturating_mul(5400)
}

/// The price of a year, a month or an hour: a year costs ten months, a month 480 hours.
fn unit_price(monthly: i64, charge_type: &str) -> i64 {
    match charge_type {
        "Year" => monthly.saturating_mul(10),
        "Month" => monthly,
        _ => monthly / 480,
    }
}

fn same_for_all(price: i64) -> Facts {
    let names = ["Price", "OriginalPrice", "ListPrice"];
    facts(names.map(|name| (name, price.into())))
}

/// The prices of an order by the way of paying that the call asks for, or by all of them.
fn prices(call: &Call, monthly: i64) -> Result<Facts, Refusal> {
    let quantity = call.positive("Quantity")?.unwrap_or(1);
    let wanted = call.filter("ChargeType");
    let prices: Vec<Facts> = CHARGE_TYPES
        .iter()
        .filter(|charge_type| wanted.is_none_or(|wanted| wanted == **charge_type))
        .map(|charge_type| {
            let price = unit_price(monthly, charge_type).saturating_mul(quantity);
            let mut all = same_for_all(price);
            all.extend(facts([("ChargeType", (*charge_type).into())]));
            all
        })
        .collect();
    match wanted {
        Some(wanted) if prices.is_empty() => {
            Err(Refusal::unusable("ChargeType", wanted))
        }
        _ => Ok(facts([("DataSet", prices.into())])),
    }
}

/// The price of a change for what is left of the time that is paid for, in days begun and at least one; by the hour, for an hour.
fn upgrade_price(instance: &Instance, (before, after): (i64, i64), time: Time) -> i64 {
    let unit_price = |monthly| unit_price(monthly, &instance.charge_type);
    let more = unit_price(after).saturating_sub(unit_price(before)).max(0);
    let unit_days = match instance.charge_type.as_str() {
        "Year" => 365,
        "Month" => 30,
        _ => return more,
    };
    let left = instance.expires.since(time.now).as_secs().div_ceil(DAY.as_secs()).max(1);
    more.saturating_mul(i64::try_from(left).unwrap_or(i64::MAX)) / unit_days
}

/// The reply to a question for the price of a change.
fn upgrade(instance: &Instance, monthly: (i64, i64), time: Time) -> Facts {
    let price = upgrade_price(instance, monthly, time);
    let parts = facts([
        ("CustomPrice", price.into()),
        ("TotalPrice", price.into()),
        ("PurchaseValue", instance.expires.unix_seconds().into()),
    ]);
    let mut all = same_for_all(price);
    all.extend(facts([("DataSet", Value::Object(parts))]));
    all
}

/// The size that a call asks for.
fn size(call: &Call, sizes: RangeInclusive<i64>) -> Result<i64, Refusal> {
    call.within("Size", sizes)?.ok_or_else(|| Refusal::missing("Size"))
}

/// The same, where it may not become less.
fn no_less(call: &Call, sizes: RangeInclusive<i64>, now: i64) -> Result<i64, Refusal> {
    let size = size(call, sizes)?;
    if size < now { Err(Refusal::unusable("Size", &size.to_string())) } else { Ok(size) }
}

fn space(_: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let memory = size(call, SPACE_SIZES)?;
    let number =
        |name, or| call.within(name, 0..=i64::MAX).map(|number| number.unwrap_or(or));
    let cores = number("ProxySize", 0)?.saturating_mul(number("ProxyCnt", 1)?);
    let splits_reads = call.filter("ClusterMode") == Some("RWMode");
    let parts = SpaceParts {
        memory,
        replicas: if splits_reads { memory } else { 0 },
        shards: call.positive("BlockCnt")?.unwrap_or(SHARDS),
        cores,
        standby: call.required("Type")? == "double",
        high_performance: call.flag("HighPerformance"),
        balanced: call.flag("UlbMode"),
    };
    prices(call, parts.monthly())
}

fn group(_: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let parts = GroupParts {
        memory: size(call, GROUP_SIZES)?,
        high_performance: call.flag("HighPerformance"),
        two_zones: call.flag("RegionFlag"),
        replica: call.filter("ProductType") == Some("S_Redis"),
    };
    prices(call, parts.monthly())
}

fn memcache(_: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    prices(call, memcache_monthly(size(call, GROUP_SIZES)?))
}

/// What a space would have if the shards that the call names had the sizes that it gives, in GB; none where it names none.
fn with_resized_shards(space: &Space, call: &Call) -> Result<Option<i64>, Refusal> {
    let (ids, sizes) = (call.list("BlockIds"), call.list("BlockSize"));
    if ids.len() != sizes.len() {
        let name = if ids.len() > sizes.len() { "BlockSize.N" } else { "BlockIds.N" };
        return Err(Refusal::missing(name));
    }
    let mut memory = space.instance.size;
    for (id, size) in ids.iter().zip(&sizes) {
        let shard = space.shards.iter().find(|shard| shard.id == *id);
        let shard = shard.ok_or_else(|| Refusal::no_such_resource("BlockIds.N", id))?;
        let wanted = size.trim().parse().ok().filter(|size| SPACE_SIZES.contains(size));
        let wanted = wanted.ok_or_else(|| Refusal::unusable("BlockSize.N", size))?;
        memory = memory.saturating_add(wanted - shard.size);
    }
    Ok((!sizes.is_empty()).then_some(memory))
}

/// The cores that the proxy which the call names would have more than it has.
fn cores_gained(space: &Space, call: &Call) -> Result<i64, Refusal> {
    let Some(id) = call.filter("ProxyId") else { return Ok(0) };
    let proxy = space.proxies.iter().find(|proxy| proxy.id == id);
    let proxy = proxy.ok_or_else(|| Refusal::no_such_resource("ProxyId", id))?;
    let cores = call.positive("NewCPU")?.unwrap_or(proxy.cores);
    Ok(cores.saturating_sub(proxy.cores).max(0))
}

/// Of which kind the space is, the emulator knows better than the call.
fn space_upgrade(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let space = context.store.spaces.named(call, "SpaceId")?;
    let before = SpaceParts::of(space);
    let after = SpaceParts {
        memory: match with_resized_shards(space, call)? {
            Some(memory) => memory,
            None => no_less(call, SPACE_SIZES, before.memory)?,
        },
        replicas: call.within("ReplicaSize", SPACE_SIZES)?.unwrap_or(0),
        cores: before.cores.saturating_add(cores_gained(space, call)?),
        shards: before.shards * if call.flag("IsSplit") { 2 } else { 1 },
        ..before
    };
    Ok(upgrade(&space.instance, (before.monthly(), after.monthly()), context.time))
}

fn memcache_upgrade(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let group = context.store.memcache_groups.named(call, "GroupId")?;
    let monthly = [group.instance.size, group.larger(call)?].map(memcache_monthly);
    Ok(upgrade(&group.instance, monthly.into(), context.time))
}

#[cfg(test)]
pub(super) mod tests {
    use std::time::Duration;

    use super::DAY;
    use crate::emulator::walk::Walk;

    type Pair<'a> = (&'a str, &'a str);

    const SPACE: Pair<'_> = ("SpaceId", "umem-a");
    const CACHE: Pair<'_> = ("GroupId", "umemcache-a");
    const DOUBLE: Pair<'_> = ("Type", "double");
    const SPACE_PRICE: (&str, &[Pair<'_>]) =
        ("DescribeUMemPrice", &[("Size", "8"), DOUBLE, ("ProjectId", "org-a")]);
    const GROUP_PRICE: (&str, &[Pair<'_>]) = ("DescribeURedisPrice", &[("Size", "8")]);
    const CACHE_PRICE: (&str, &[Pair<'_>]) =
        ("DescribeUMemcachePrice", &[("Size", "8")]);

    pub(crate) fn scenario(walk: &mut Walk) {
        for (action, order) in [SPACE_PRICE, GROUP_PRICE, CACHE_PRICE] {
            let rows = walk.call(action, order)["DataSet"].clone();
            let rows = rows.as_array().unwrap();
            let charge_types: Vec<_> =
                rows.iter().map(|row| &row["ChargeType"]).collect();
            assert_eq!(charge_types, ["Year", "Month", "Dynamic"], "{action}");
        }
        walk.seed_space("umem-a", 0);
        walk.seed_memcache("umemcache-a");
        let space =
            walk.call("DescribeUMemUpgradePrice", &[SPACE, ("Size", "8"), DOUBLE]);
        assert_eq!(space["DataSet"]["TotalPrice"], space["Price"]);
        walk.call("DescribeUMemcacheUpgradePrice", &[CACHE, ("Size", "2")]);
    }

    /// The price of an order by a way of paying, its other parameters changed or added.
    fn price(walk: &mut Walk, order: (&str, &[Pair<'_>]), changes: &[Pair<'_>]) -> i64 {
        let pairs: Vec<_> = order.1.iter().chain(changes).copied().collect();
        let rows = walk.call(order.0, &pairs)["DataSet"].clone();
        let [row] = &rows.as_array().unwrap()[..] else { panic!("not one row: {rows}") };
        assert_eq!(row["Price"], row["OriginalPrice"]);
        row["Price"].as_i64().unwrap()
    }

    #[test]
    fn more_costs_more_and_longer_costs_less_by_the_day() {
        let mut walk = Walk::default();
        for order in [SPACE_PRICE, GROUP_PRICE, CACHE_PRICE] {
            let mut of = |changes: &[_]| price(&mut walk, order, changes);
            let (month, year) = (("ChargeType", "Month"), ("ChargeType", "Year"));
            let hour = ("ChargeType", "Dynamic");
            let monthly = of(&[month]);
            assert!(of(&[month, ("Size", "9")]) > monthly, "{order:?}");
            assert!(of(&[month, ("Size", "7")]) < monthly, "{order:?}");
            assert_eq!(of(&[month, ("Quantity", "3")]), 3 * monthly, "{order:?}");
            let yearly = of(&[year]);
            assert!(yearly > 6 * monthly && yearly < 12 * monthly, "{order:?}");
            let hourly = of(&[hour]);
            assert!(hourly * 24 * 30 > monthly && hourly < monthly, "{order:?}");
            // The smallest order is no exception.
            let smallest = [month, ("Size", "1"), ("BlockCnt", "1"), ("Type", "single")];
            let [least, hourly] = [month, hour].map(|paid| {
                let pairs: Vec<_> = smallest.iter().copied().chain([paid]).collect();
                of(&pairs)
            });
            assert!(hourly * 24 * 30 > least, "{order:?}");
        }
    }

    #[test]
    fn whatever_is_better_costs_more() {
        let mut walk = Walk::default();
        let month = ("ChargeType", "Month");
        let cores = ("ProxySize", "4");
        for (order, changes) in [
            (SPACE_PRICE, &[("HighPerformance", "true")][..]),
            (SPACE_PRICE, &[("BlockCnt", "5")]),
            (SPACE_PRICE, &[cores]),
            (SPACE_PRICE, &[("UlbMode", "true")]),
            (SPACE_PRICE, &[("ClusterMode", "RWMode")]),
            (GROUP_PRICE, &[("HighPerformance", "true")]),
            (GROUP_PRICE, &[("RegionFlag", "true")]),
        ] {
            let plain = price(&mut walk, order, &[month]);
            let pairs: Vec<_> = changes.iter().copied().chain([month]).collect();
            assert!(price(&mut walk, order, &pairs) > plain, "{changes:?}");
        }
        let mut of = |order, changes: &[_]| price(&mut walk, order, changes);
        let one_proxy = of(SPACE_PRICE, &[month, cores]);
        assert!(of(SPACE_PRICE, &[month, cores, ("ProxyCnt", "2")]) > one_proxy);
        let double = of(SPACE_PRICE, &[month]);
        assert!(of(SPACE_PRICE, &[month, ("Type", "single")]) < double);
        assert_eq!(of(SPACE_PRICE, &[month, ("ClusterMode", "x")]), double);
        let group = of(GROUP_PRICE, &[month]);
        assert!(of(GROUP_PRICE, &[month, ("ProductType", "S_Redis")]) < group);
    }

    #[test]
    fn orders_that_cannot_be_placed_have_no_price() {
        let mut walk = Walk::default();
        for ((action, order), change) in [
            (SPACE_PRICE, ("Size", "0")),
            (SPACE_PRICE, ("Size", "1025")),
            (SPACE_PRICE, ("Type", "triple")),
            (SPACE_PRICE, ("BlockCnt", "0")),
            (SPACE_PRICE, ("ProxySize", "-1")),
            (SPACE_PRICE, ("ProxyCnt", "-1")),
            (SPACE_PRICE, ("Quantity", "0")),
            (GROUP_PRICE, ("Size", "33")),
            (GROUP_PRICE, ("ProductType", "X_Redis")),
            (CACHE_PRICE, ("Size", "33")),
            (CACHE_PRICE, ("ChargeType", "Trial")),
            (CACHE_PRICE, ("ChargeType", "Weekly")),
        ] {
            let pairs: Vec<_> = order.iter().copied().chain([change]).collect();
            assert_eq!(walk.refused(action, &pairs), 230, "{action} {change:?}");
        }
        // Numbers without a bound of their own do not overflow.
        let most = i64::MAX.to_string();
        let names = ["BlockCnt", "ProxySize", "ProxyCnt", "Quantity"];
        let huge: Vec<_> = names.iter().map(|name| (*name, most.as_str())).collect();
        let pairs: Vec<_> = huge.into_iter().chain([("ChargeType", "Year")]).collect();
        assert_eq!(price(&mut walk, SPACE_PRICE, &pairs), i64::MAX);
    }

    /// What a Memcached group that was just ordered costs, and what it costs to double its size, after some time.
    fn doubled(charge_type: &str, quantity: &str, after: Duration) -> (i64, i64) {
        let mut walk = Walk::default();
        let paid = [("ChargeType", charge_type), ("Quantity", quantity)];
        let order = [("Name", "a-cache"), ("Size", "8"), paid[0], paid[1]];
        let id = walk.call("CreateUMemcacheGroup", &order)["GroupId"].clone();
        walk.pass(after);
        let group = ("GroupId", id.as_str().unwrap());
        let upgrade =
            walk.call("DescribeUMemcacheUpgradePrice", &[group, ("Size", "16")]);
        assert_eq!(upgrade["Price"], upgrade["OriginalPrice"]);
        (price(&mut walk, CACHE_PRICE, &paid), upgrade["Price"].as_i64().unwrap())
    }

    #[test]
    fn an_upgrade_costs_the_difference_for_the_time_left() {
        for (charge_type, quantity, days) in
            [("Month", "1", 30), ("Month", "2", 60), ("Year", "1", 365)]
        {
            let of = |after| doubled(charge_type, quantity, after);
            let (order, upgrade) = of(Duration::ZERO);
            assert_eq!(upgrade, order, "{charge_type} {quantity}");
            let (_, later) = of(DAY * (days - 1));
            assert_eq!(later, order / i64::from(days), "{charge_type} {quantity}");
            // The last hours, and those after the end, are a day.
            assert_eq!(of(DAY * (days - 1) + Duration::from_secs(1)).1, later);
            assert_eq!(of(DAY * days * 2).1, later);
        }
        let (hour, upgrade) = doubled("Dynamic", "1", DAY);
        assert_eq!(upgrade, hour);
    }

    #[test]
    fn a_space_grows_is_split_or_gets_replicas() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        let mut of = |size, change| {
            let pairs = [SPACE, DOUBLE, ("Size", size), change];
            walk.call("DescribeUMemUpgradePrice", &pairs)["Price"].as_i64().unwrap()
        };
        let nothing = ("ReplicaSize", "1");
        let one_gb = of("4", nothing);
        assert!(one_gb > 0);
        assert!(of("4", ("ReplicaSize", "2")) > one_gb);
        assert!(of("4", ("IsSplit", "true")) > 0);
        assert_eq!(of("4", ("IsSplit", "false")), 0);
        assert!(of("6", ("IsSplit", "false")) > of("5", ("IsSplit", "false")));
    }

    #[test]
    fn resized_shards_cost_what_they_gain() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        let listed = walk
            .call("DescribeUMemBlockInfo", &[SPACE, ("Limit", "4"), ("Offset", "0")]);
        let shards: Vec<String> = listed["DataSet"]
            .as_array()
            .unwrap()
            .iter()
            .map(|shard| shard["BlockId"].as_str().unwrap().to_owned())
            .collect();
        let mut of = |pairs: &[_]| {
            let space = [SPACE, DOUBLE];
            let pairs: Vec<_> = space.iter().chain(pairs).copied().collect();
            walk.call("DescribeUMemUpgradePrice", &pairs)["Price"].as_i64().unwrap()
        };
        let (a, b) = (("BlockIds.0", &*shards[0]), ("BlockIds.1", &*shards[1]));
        let size = ("Size", "4");
        // A shard of the space has 1 GB of its 4.
        let one = of(&[size, a, ("BlockSize.0", "4")]);
        assert_eq!(one, of(&[("Size", "7")]));
        assert_eq!(
            of(&[size, a, b, ("BlockSize.0", "4"), ("BlockSize.1", "4")]),
            2 * one
        );
        assert_eq!(of(&[size, a, ("BlockSize.0", "1")]), 0);
    }

    #[test]
    fn upgrades_are_of_something_within_reach_and_to_something_larger() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        walk.seed_memcache("umemcache-a");
        let space = ("DescribeUMemUpgradePrice", [SPACE, DOUBLE, ("Size", "8")]);
        let cache = ("DescribeUMemcacheUpgradePrice", [CACHE, CACHE, ("Size", "8")]);
        for ((action, pairs), change, ret_code) in [
            (space, ("SpaceId", "umem-b"), 20003),
            (space, ("SpaceId", "umemcache-a"), 20003),
            (space, ("ProjectId", "org-other"), 20003),
            (space, ("Size", "3"), 230),
            (space, ("Size", "1025"), 230),
            (space, ("ReplicaSize", "0"), 230),
            (space, ("BlockIds.0", "a"), 220),
            (space, ("BlockSize.0", "4"), 220),
            (space, ("ProxyId", "udproxy-a"), 20003),
            (cache, ("GroupId", "umemcache-b"), 20003),
            (cache, ("Zone", "cn-bj2-02"), 20003),
            (cache, ("Size", "1"), 230),
            (cache, ("Size", "20"), 230),
        ] {
            let pairs: Vec<_> = pairs.iter().copied().chain([change]).collect();
            assert_eq!(walk.refused(action, &pairs), ret_code, "{action} {change:?}");
        }
    }
}

//! Prices of changes: the difference by the price list, for the rest of the paid time.

use std::ops::RangeInclusive;

use serde_json::Value;

use super::{
    GROUP_SIZES, GroupParts, SPACE_SIZES, SpaceParts, memcache_monthly, same_for_all, size,
    unit_price,
};
use crate::call::Call;
use crate::clock::{DAY, Time};
use crate::context::{Behaviour, Context};
use crate::instance::Instance;
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::space::Space;
use crate::store::Kinds;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] = &[
    ("DescribeUMemUpgradePrice", space_upgrade),
    ("DescribeUMemcacheUpgradePrice", memcache_upgrade),
    ("DescribeURedisUpgradePrice", group_upgrade),
];

/// Returns the price of a space's change. The emulator knows the space's kind; the parameter for it
/// is ignored.
fn space_upgrade(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let space = context.store.spaces.spaces.named(call, "SpaceId")?;
    let before = SpaceParts::from_space(space);
    let memory = match with_resized_shards(space, call)? {
        Some(memory) => memory,
        None => no_less(call, SPACE_SIZES, before.memory)?,
    };
    let replicas = if space.splits_reads { memory } else { 0 };
    let after = SpaceParts {
        memory,
        replicas: call.within("ReplicaSize", SPACE_SIZES)?.unwrap_or(replicas),
        cores: before.cores.saturating_add(cores_gained(space, call)?),
        shards: before.shards.saturating_mul(if call.flag("IsSplit") { 2 } else { 1 }),
        ..before
    };
    Ok(upgrade(&space.instance, (before.monthly(), after.monthly()), context.time))
}

/// Returns the number of cores that the call would add to the proxy.
fn cores_gained(space: &Space, call: &Call) -> Result<i64, Refusal> {
    let cores = call.positive("NewCPU")?;
    let Some(id) = call.filter("ProxyId") else { return Ok(0) };
    let proxy = space.proxies.iter().find(|proxy| proxy.id == id);
    let proxy = proxy.ok_or_else(|| Refusal::no_such_resource("ProxyId", id))?;
    Ok(cores.unwrap_or(proxy.cores).saturating_sub(proxy.cores).max(0))
}

/// Returns the size of a space in GB if its shards had the sizes in the call; none if the call
/// names none.
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

fn memcache_upgrade(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let group = context.store.memcached.groups.named(call, "GroupId")?;
    let monthly = [group.instance.size, group.larger(call)?].map(memcache_monthly);
    Ok(upgrade(&group.instance, monthly.into(), context.time))
}

/// Returns the price of a group's change. A group that changes its kind is priced as the new kind.
fn group_upgrade(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let group = context.store.redis.groups.named(call, "GroupId")?;
    let before = GroupParts::from_group(group);
    let after = GroupParts {
        memory: no_less(call, GROUP_SIZES, before.memory)?,
        high_performance: match call.filter("ConvertType") {
            Some(kind) => kind == "HighPerformance",
            None => before.high_performance || call.flag("HighPerformance"),
        },
        ..before
    };
    Ok(upgrade(&group.instance, (before.monthly(), after.monthly()), context.time))
}

/// Returns the size in the call, which must not be smaller than the present one.
fn no_less(call: &Call, sizes: RangeInclusive<i64>, now: i64) -> Result<i64, Refusal> {
    let size = size(call, sizes)?;
    if size < now { Err(Refusal::unusable("Size", &size.to_string())) } else { Ok(size) }
}

/// Returns the attributes of a change's price.
fn upgrade(instance: &Instance, monthly: (i64, i64), time: Time) -> Attributes {
    let price = upgrade_price(instance, monthly, time);
    let parts = attributes([
        ("CustomPrice", price.into()),
        ("TotalPrice", price.into()),
        ("PurchaseValue", instance.expires.unix_seconds().into()),
    ]);
    let mut all = same_for_all(price);
    all.extend(attributes([("DataSet", Value::Object(parts))]));
    all
}

/// Returns the price of a change for the rest of the paid time, in started days and at least one;
/// by the hour, for one hour.
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

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use super::super::tests::{CACHE_PRICE, Pair, price};
    use super::DAY;
    use crate::coverage::Coverage;

    const SPACE: Pair<'_> = ("SpaceId", "umem-a");
    const CACHE: Pair<'_> = ("GroupId", "umemcache-a");
    const DOUBLE: Pair<'_> = ("Type", "double");

    pub(crate) fn scenario(run: &mut Coverage) {
        run.seed_space("umem-a", 0);
        run.seed_memcache("umemcache-a");
        let space = run.call("DescribeUMemUpgradePrice", &[SPACE, ("Size", "8"), DOUBLE]);
        assert_eq!(space["DataSet"]["TotalPrice"], space["Price"]);
        run.call("DescribeUMemcacheUpgradePrice", &[CACHE, ("Size", "2")]);
        run.seed_group("uredis-a", 0);
        let group = [("GroupId", "uredis-a"), ("Size", "8")];
        run.call("DescribeURedisUpgradePrice", &group);
    }

    /// Returns the price of a new Memcached group, and of doubling its size after some time.
    fn doubled(charge_type: &str, quantity: &str, after: Duration) -> (i64, i64) {
        let mut run = Coverage::default();
        let paid = [("ChargeType", charge_type), ("Quantity", quantity)];
        let order = [("Name", "a-cache"), ("Size", "8"), paid[0], paid[1]];
        let id = run.call("CreateUMemcacheGroup", &order)["GroupId"].clone();
        run.pass(after);
        let group = ("GroupId", id.as_str().unwrap());
        let upgrade = run.call("DescribeUMemcacheUpgradePrice", &[group, ("Size", "16")]);
        assert_eq!(upgrade["Price"], upgrade["OriginalPrice"]);
        (price(&mut run, CACHE_PRICE, &paid), upgrade["Price"].as_i64().unwrap())
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
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        let mut of = |size, change| {
            let pairs = [SPACE, DOUBLE, ("Size", size), change];
            run.call("DescribeUMemUpgradePrice", &pairs)["Price"].as_i64().unwrap()
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
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        let listed = run.call("DescribeUMemBlockInfo", &[SPACE, ("Offset", "0"), ("Limit", "4")]);
        let shards = listed["DataSet"].as_array().unwrap().iter();
        let shards: Vec<_> = shards.map(|shard| shard["BlockId"].as_str().unwrap()).collect();
        let mut of = |pairs: &[_]| {
            let space = [SPACE, DOUBLE];
            let pairs: Vec<_> = space.iter().chain(pairs).copied().collect();
            run.call("DescribeUMemUpgradePrice", &pairs)["Price"].as_i64().unwrap()
        };
        let (a, b) = (("BlockIds.0", shards[0]), ("BlockIds.1", shards[1]));
        let size = ("Size", "4");
        // A shard of the space has 1 GB of its 4.
        let one = of(&[size, a, ("BlockSize.0", "4")]);
        assert_eq!(one, of(&[("Size", "7")]));
        assert_eq!(of(&[size, a, b, ("BlockSize.0", "4"), ("BlockSize.1", "4")]), 2 * one);
        assert_eq!(of(&[size, a, ("BlockSize.0", "1")]), 0);
        let unknown = [SPACE, DOUBLE, size, ("BlockIds.0", "x"), ("BlockSize.0", "4")];
        assert_eq!(run.refused("DescribeUMemUpgradePrice", &unknown), 230);
    }

    #[test]
    fn a_proxy_costs_the_cores_that_it_gains() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        run.call("CreateUDRedisUhproxy", &[SPACE, ("CPU", "2")]);
        run.step();
        let proxies = run.call("DescribeUDRedisProxyInfo", &[SPACE]);
        let proxy = ("ProxyId", proxies["DataSet"][0]["ProxyId"].as_str().unwrap());
        let mut of = |cores| {
            let pairs = [SPACE, DOUBLE, ("Size", "4"), proxy, ("NewCPU", cores)];
            run.call("DescribeUMemUpgradePrice", &pairs)["Price"].as_i64().unwrap()
        };
        assert_eq!(of("2"), 0);
        assert!(of("8") > of("4") && of("4") > 0);
    }

    /// A space, and a group, whose month has just begun.
    #[test]
    fn an_upgrade_costs_what_the_orders_differ_by() {
        for order in [&[("ClusterMode", "RWMode")][..], &[("HighPerformance", "true")], &[]] {
            let mut run = Coverage::default();
            let of = |size| [order, &[("Size", size), DOUBLE, ("ChargeType", "Month")]].concat();
            let named = [&of("8")[..], &[("Name", "a-space"), ("Protocol", "redis")]].concat();
            let id = run.call("CreateUMemSpace", &named)["SpaceId"].clone();
            let mut ordered = |size| {
                let project = ("ProjectId", "org-emulator");
                let response = run.call("DescribeUMemPrice", &[&of(size)[..], &[project]].concat());
                response["DataSet"][0]["Price"].as_i64().unwrap()
            };
            let difference = ordered("16") - ordered("8");
            let upgrade = [("SpaceId", id.as_str().unwrap()), DOUBLE, ("Size", "16")];
            let upgrade = run.call("DescribeUMemUpgradePrice", &upgrade);
            assert_eq!(upgrade["Price"], difference, "{order:?}");
        }
    }

    #[test]
    fn a_group_grows_or_gets_faster() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        let mut of = |size, kind| {
            let pairs = [("GroupId", "uredis-a"), ("Size", size), ("ConvertType", kind)];
            run.call("DescribeURedisUpgradePrice", &pairs)["Price"].as_f64().unwrap()
        };
        assert!(of("4", "Normal") < 0.5);
        assert!(of("8", "Normal") > 0.0 && of("16", "Normal") > of("8", "Normal"));
        let converted = of("8", "HighPerformance");
        assert!(converted > of("8", "Normal"));
        let fast = [("GroupId", "uredis-a"), ("Size", "8"), ("HighPerformance", "true")];
        assert_eq!(run.call("DescribeURedisUpgradePrice", &fast)["Price"], converted);
        for (id, size, ret_code) in [("uredis-b", "8", 230), ("uredis-a", "2", 230)] {
            let pairs = [("GroupId", id), ("Size", size)];
            assert_eq!(run.refused("DescribeURedisUpgradePrice", &pairs), ret_code);
        }
    }

    #[test]
    fn upgrades_are_of_something_within_reach_and_to_something_larger() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        run.seed_memcache("umemcache-a");
        let space = ("DescribeUMemUpgradePrice", [SPACE, DOUBLE, ("Size", "8")]);
        let cache = ("DescribeUMemcacheUpgradePrice", [CACHE, CACHE, ("Size", "8")]);
        for ((action, pairs), change, ret_code) in [
            (space, ("SpaceId", "umem-b"), 230),
            (space, ("SpaceId", "umemcache-a"), 230),
            (space, ("ProjectId", "org-other"), 230),
            (space, ("Size", "3"), 230),
            (space, ("Size", "1025"), 230),
            (space, ("ReplicaSize", "0"), 230),
            (space, ("BlockIds.0", "a"), 220),
            (space, ("BlockSize.0", "4"), 220),
            (space, ("ProxyId", "udproxy-a"), 230),
            (space, ("NewCPU", "-1"), 230),
            (cache, ("GroupId", "umemcache-b"), 230),
            (cache, ("Zone", "cn-bj2-02"), 230),
            (cache, ("Size", "1"), 230),
            (cache, ("Size", "20"), 230),
        ] {
            let pairs: Vec<_> = pairs.iter().copied().chain([change]).collect();
            assert_eq!(run.refused(action, &pairs), ret_code, "{action} {change:?}");
        }
    }
}

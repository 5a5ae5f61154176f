//! The price list, and the prices of orders.
//!
//! Each part has a price per month; prices per year and hour derive from it. Prices are in
//! hundredths of a yuan, about as high as in UCloud's examples. There are no discounts.

pub(crate) mod upgrade;

use std::ops::RangeInclusive;

use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::redis_group::Group;
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::space::SHARDS;
use crate::space::Space;
use crate::store::Kinds;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] = &[
    ("DescribeUMemPrice", space),
    ("DescribeUMemcachePrice", memcache),
    ("DescribeURedisPrice", group),
];

const CHARGE_TYPES: &[&str] = &["Year", "Month", "Dynamic"];
/// In GB.
pub(crate) const SPACE_SIZES: RangeInclusive<i64> = 1..=1024;
pub(crate) const GROUP_SIZES: RangeInclusive<i64> = 1..=32;

/// Parts of a space that are paid for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpaceParts {
    /// In GB.
    pub(crate) memory: i64,
    /// Memory of read replicas, in GB.
    pub(crate) replicas: i64,
    pub(crate) shards: i64,
    /// CPU cores of all proxies.
    pub(crate) cores: i64,
    pub(crate) standby: bool,
    pub(crate) high_performance: bool,
    pub(crate) balanced: bool,
}

/// Parts of a Redis group or of a replica that are paid for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GroupParts {
    /// In GB.
    pub(crate) memory: i64,
    pub(crate) high_performance: bool,
    pub(crate) two_zones: bool,
    /// A replica alone, without a primary.
    pub(crate) replica: bool,
}

impl SpaceParts {
    pub(crate) fn from_space(space: &Space) -> Self {
        Self {
            memory: space.instance.size,
            replicas: if space.splits_reads { space.instance.size } else { 0 },
            shards: i64::try_from(space.shards.len()).unwrap_or(i64::MAX),
            cores: space.proxies.iter().map(|proxy| proxy.cores).sum(),
            standby: space.kind == "double",
            high_performance: space.instance.high_performance,
            balanced: false,
        }
    }

    pub(crate) fn monthly(self) -> i64 {
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
    pub(crate) fn from_group(group: &Group) -> Self {
        Self {
            memory: group.instance.size,
            high_performance: group.instance.high_performance,
            two_zones: !group.instance.slave_zone.is_empty(),
            replica: group.primary.is_some(),
        }
    }

    pub(crate) fn monthly(self) -> i64 {
        let gb = if self.high_performance { 8000 } else { 6000 };
        let gb = if self.two_zones { gb + 600 } else { gb };
        self.memory.saturating_mul(if self.replica { gb / 2 } else { gb })
    }
}

/// Returns the monthly price of a Memcached group: one node, with a standby or without.
pub(crate) fn memcache_monthly(memory: i64) -> i64 {
    memory.saturating_mul(5400)
}

/// Returns the price of a year, a month or an hour. A year costs ten months, a month 480 hours.
pub(crate) fn unit_price(monthly: i64, charge_type: &str) -> i64 {
    match charge_type {
        "Year" => monthly.saturating_mul(10),
        "Month" => monthly,
        _ => monthly / 480,
    }
}

/// Returns the attributes of a price without discounts.
pub(crate) fn same_for_all(price: i64) -> Attributes {
    let names = ["Price", "OriginalPrice", "ListPrice"];
    attributes(names.map(|name| (name, price.into())))
}

/// Returns the prices of an order for the charge type in the call, or for all charge types.
fn prices(call: &Call, monthly: i64) -> Result<Attributes, Refusal> {
    let quantity = call.positive("Quantity")?.unwrap_or(1);
    let wanted = call.filter("ChargeType");
    let prices: Vec<Attributes> = CHARGE_TYPES
        .iter()
        .filter(|charge_type| wanted.is_none_or(|wanted| wanted == **charge_type))
        .map(|charge_type| {
            let price = unit_price(monthly, charge_type).saturating_mul(quantity);
            let mut all = same_for_all(price);
            all.extend(attributes([("ChargeType", (*charge_type).into())]));
            all
        })
        .collect();
    match wanted {
        Some(wanted) if prices.is_empty() => Err(Refusal::unusable("ChargeType", wanted)),
        _ => Ok(attributes([("DataSet", prices.into())])),
    }
}

/// Returns the size in the call.
pub(crate) fn size(call: &Call, sizes: RangeInclusive<i64>) -> Result<i64, Refusal> {
    call.within("Size", sizes)?.ok_or_else(|| Refusal::missing("Size"))
}

fn space(_: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let memory = size(call, SPACE_SIZES)?;
    let number = |name, or| call.within(name, 0..=i64::MAX).map(|number| number.unwrap_or(or));
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

fn group(_: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let parts = GroupParts {
        memory: size(call, GROUP_SIZES)?,
        high_performance: call.flag("HighPerformance"),
        two_zones: call.flag("RegionFlag"),
        replica: call.filter("ProductType") == Some("S_Redis"),
    };
    prices(call, parts.monthly())
}

fn memcache(_: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    prices(call, memcache_monthly(size(call, GROUP_SIZES)?))
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::coverage::Coverage;

    pub(crate) type Pair<'a> = (&'a str, &'a str);

    const DOUBLE: Pair<'_> = ("Type", "double");
    const SPACE_PRICE: (&str, &[Pair<'_>]) =
        ("DescribeUMemPrice", &[("Size", "8"), DOUBLE, ("ProjectId", "org-a")]);
    const GROUP_PRICE: (&str, &[Pair<'_>]) = ("DescribeURedisPrice", &[("Size", "8")]);
    pub(crate) const CACHE_PRICE: (&str, &[Pair<'_>]) =
        ("DescribeUMemcachePrice", &[("Size", "8")]);

    pub(crate) fn scenario(run: &mut Coverage) {
        for (action, order) in [SPACE_PRICE, GROUP_PRICE, CACHE_PRICE] {
            let rows = run.call(action, order)["DataSet"].clone();
            let rows = rows.as_array().unwrap();
            let charge_types: Vec<_> = rows.iter().map(|row| &row["ChargeType"]).collect();
            assert_eq!(charge_types, ["Year", "Month", "Dynamic"], "{action}");
        }
    }

    /// Returns the price of an order for a charge type, with changed or added parameters.
    pub(crate) fn price(
        run: &mut Coverage,
        order: (&str, &[Pair<'_>]),
        changes: &[Pair<'_>],
    ) -> i64 {
        let pairs: Vec<_> = order.1.iter().chain(changes).copied().collect();
        let rows = run.call(order.0, &pairs)["DataSet"].clone();
        let [row] = &rows.as_array().unwrap()[..] else { panic!("not one row: {rows}") };
        assert_eq!(row["Price"], row["OriginalPrice"]);
        row["Price"].as_i64().unwrap()
    }

    #[test]
    fn more_costs_more_and_longer_costs_less_by_the_day() {
        let mut run = Coverage::default();
        for order in [SPACE_PRICE, GROUP_PRICE, CACHE_PRICE] {
            let mut of = |changes: &[_]| price(&mut run, order, changes);
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
            // The smallest order too.
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
        let mut run = Coverage::default();
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
            let plain = price(&mut run, order, &[month]);
            let pairs: Vec<_> = changes.iter().copied().chain([month]).collect();
            assert!(price(&mut run, order, &pairs) > plain, "{changes:?}");
        }
        let mut of = |order, changes: &[_]| price(&mut run, order, changes);
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
        let mut run = Coverage::default();
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
            assert_eq!(run.refused(action, &pairs), 230, "{action} {change:?}");
        }
        // Numbers without an own bound do not overflow.
        let most = i64::MAX.to_string();
        let names = ["BlockCnt", "ProxySize", "ProxyCnt", "Quantity"];
        let huge: Vec<_> = names.iter().map(|name| (*name, most.as_str())).collect();
        let pairs: Vec<_> = huge.into_iter().chain([("ChargeType", "Year")]).collect();
        assert_eq!(price(&mut run, SPACE_PRICE, &pairs), i64::MAX);
    }
}

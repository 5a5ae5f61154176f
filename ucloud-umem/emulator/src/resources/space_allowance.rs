//! How much room a zone has for distributed spaces of the high-performance kind.

use super::{Behaviour, Context};
use crate::call::Call;
use crate::instance::Instance;
use crate::place::Place;
use crate::refusal::Refusal;
use crate::reply::{Facts, facts};
use crate::store::Store;

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] =
    &[("CheckUDredisSpaceAllowance", check)];

/// Memory in a zone, in GB: sixteen of the largest spaces.
const ZONE: i64 = 16 * 1024;

/// What is left in a zone for all projects together, in GB.
fn room(store: &Store, place: &Place) -> i64 {
    let taken: i64 = store
        .spaces
        .iter()
        .map(|space| &space.instance)
        .filter(|space| space.high_performance)
        .filter(|space| {
            (&space.place.region, &space.place.zone) == (&place.region, &place.zone)
        })
        .map(|space| space.size)
        .sum();
    ZONE - taken
}

/// Whether a space can have so much more memory, in GB. Ordinary spaces always can.
pub(super) fn has_room(store: &Store, space: &Instance, more: i64) -> bool {
    !space.high_performance || more <= room(store, &space.place)
}

fn check(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let store = &*context.store;
    let size = call.required_within("Size", 1..=1024)?;
    let wanted = call.required_within("Count", 1..=10)?;
    let count = match call.filter("GroupId") {
        None => wanted.min(room(store, &call.place()).max(0) / size),
        Some(id) => {
            // The page does not say whether the id is that of the space or of the shard.
            let mut found = store
                .spaces
                .iter()
                .filter(|space| call.reaches(&space.instance.place))
                .filter_map(|space| {
                    let shard = space.shards.iter().find(|shard| shard.id == id);
                    let is_space = space.instance.id == id;
                    let size = shard
                        .map(|shard| shard.size)
                        .or(is_space.then_some(space.instance.size));
                    Some((&space.instance, size?))
                });
            let (space, now) =
                found.next().ok_or_else(|| Refusal::no_such_resource("GroupId", id))?;
            has_room(store, space, size - now).into()
        }
    };
    Ok(facts([("Count", count.into()), ("NeedMigrate", "false".into())]))
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::Value;

    use crate::walk::Walk;

    fn allowance(walk: &mut Walk, pairs: &[(&str, &str)]) -> Value {
        walk.call("CheckUDredisSpaceAllowance", pairs)["Count"].clone()
    }

    fn order(walk: &mut Walk, size: &str, high_performance: &str) -> String {
        let order = [
            ("Name", "a-space"),
            ("Size", size),
            ("BlockCnt", "64"),
            ("HighPerformance", high_performance),
        ];
        let id = walk.call("CreateUMemSpace", &order)["SpaceId"].clone();
        id.as_str().unwrap().to_owned()
    }

    pub(crate) fn scenario(walk: &mut Walk) {
        assert_eq!(allowance(walk, &[("Size", "1024"), ("Count", "10")]), 10);
        assert_eq!(allowance(walk, &[("Size", "1"), ("Count", "1")]), 1);
    }

    #[test]
    fn a_zone_has_room_for_sixteen_of_the_largest() {
        let mut walk = Walk::default();
        let largest = [("Size", "1024"), ("Count", "10")];
        let full: Vec<_> = (0..15).map(|_| order(&mut walk, "1024", "true")).collect();
        assert_eq!(allowance(&mut walk, &largest), 1);
        assert_eq!(allowance(&mut walk, &[("Size", "500"), ("Count", "10")]), 2);
        assert_eq!(
            allowance(&mut walk, &[largest[0], largest[1], ("Zone", "cn-bj2-02")]),
            10
        );
        // The room is everybody's, and ordinary spaces take none of it.
        assert_eq!(
            allowance(&mut walk, &[largest[0], largest[1], ("ProjectId", "org-other")]),
            1
        );
        let ordinary = order(&mut walk, "1024", "false");
        assert_eq!(allowance(&mut walk, &largest), 1);
        let last = order(&mut walk, "1020", "true");
        assert_eq!(allowance(&mut walk, &largest), 0);
        walk.step();

        let more = [("Name", "a-space"), ("Size", "5"), ("HighPerformance", "true")];
        walk.refuses("CreateUMemSpace", &more, 20000, "[Size]");
        let shards = [("SpaceId", last.as_str()), ("Offset", "0"), ("Limit", "1")];
        let shard = walk.first("DescribeUMemBlockInfo", &shards)["BlockId"].clone();
        let shard = shard.as_str().unwrap();
        let resize = |size| [shards[0], ("BlockId", shard), ("BlockSize", size)];
        let ask = |walk: &mut Walk, id: &str, size: &str| {
            allowance(walk, &[("Size", size), ("Count", "1"), ("GroupId", id)])
        };
        // It has 16 GB, and the zone another 4.
        assert_eq!(
            (ask(&mut walk, shard, "20"), ask(&mut walk, shard, "21")),
            (1.into(), 0.into())
        );
        assert_eq!(
            (ask(&mut walk, &last, "1024"), ask(&mut walk, &ordinary, "1024")),
            (1.into(), 1.into())
        );
        walk.call("ResizeUDRedisBlockSize", &resize("20"));
        walk.step();
        let other = walk
            .first("DescribeUMemBlockInfo", &[shards[0], ("Offset", "1"), shards[2]]);
        let other = [
            shards[0],
            ("BlockId", other["BlockId"].as_str().unwrap()),
            ("BlockSize", "20"),
        ];
        walk.refuses("ResizeUDRedisBlockSize", &other, 20011, "[BlockSize]");
        walk.call("DeleteUMemSpace", &[("SpaceId", full[0].as_str())]);
        walk.step();
        walk.call("ResizeUDRedisBlockSize", &other);
    }

    #[test]
    fn what_cannot_be_asked_for_is_named() {
        let mut walk = Walk::default();
        walk.seed_space("umem-a", 0);
        for (parameter, ret_code) in [
            (("Size", "0"), 230),
            (("Size", "1025"), 230),
            (("Count", "0"), 230),
            (("Count", "11"), 230),
            (("GroupId", "umem-x"), 230),
        ] {
            let pairs = [("Size", "8"), ("Count", "1"), parameter];
            let named = format!("[{}]", parameter.0);
            walk.refuses("CheckUDredisSpaceAllowance", &pairs, ret_code, &named);
        }
        let theirs = [
            ("Size", "8"),
            ("Count", "1"),
            ("GroupId", "umem-a"),
            ("ProjectId", "org-other"),
        ];
        walk.refuses("CheckUDredisSpaceAllowance", &theirs, 230, "[GroupId]");
    }
}

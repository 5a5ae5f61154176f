//! Room of a zone for distributed spaces of the high-performance kind.

use super::Spaces;
use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::instance::Instance;
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::Scope;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] =
    &[("CheckUDredisSpaceAllowance", check)];

/// Memory in a zone, in GB: sixteen of the largest spaces.
const ZONE: i64 = 16 * 1024;

/// Returns the GB that are left in a zone, for all projects together.
fn room(store: &Spaces, scope: &Scope) -> i64 {
    let taken: i64 = store
        .spaces
        .iter()
        .map(|space| &space.instance)
        .filter(|space| space.high_performance)
        .filter(|space| (&space.scope.region, &space.scope.zone) == (&scope.region, &scope.zone))
        .fold(0, |sum, space| sum.saturating_add(space.size));
    ZONE.saturating_sub(taken)
}

/// Returns true if a space can have so many GB more. Ordinary spaces always can.
pub(crate) fn has_room(store: &Spaces, space: &Instance, more: i64) -> bool {
    !space.high_performance || more <= room(store, &space.scope)
}

fn check(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let store = &*context.store;
    let size = call.required_within("Size", 1..=1024)?;
    let wanted = call.required_within("Count", 1..=10)?;
    let count = match call.filter("GroupId") {
        None => wanted.min(room(store, &call.scope()).max(0) / size),
        Some(id) => {
            // UCloud does not document whether this is the id of the space or of the shard.
            let mut found = store
                .spaces
                .iter()
                .filter(|space| call.reaches(&space.instance.scope))
                .filter_map(|space| {
                    let shard = space.shards.iter().find(|shard| shard.id == id);
                    let is_space = space.instance.id == id;
                    let size =
                        shard.map(|shard| shard.size).or(is_space.then_some(space.instance.size));
                    Some((&space.instance, size?))
                });
            let (space, now) =
                found.next().ok_or_else(|| Refusal::no_such_resource("GroupId", id))?;
            has_room(store, space, size - now).into()
        }
    };
    Ok(attributes([("Count", count.into()), ("NeedMigrate", "false".into())]))
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use crate::coverage::Coverage;

    fn allowance(run: &mut Coverage, pairs: &[(&str, &str)]) -> Value {
        run.call("CheckUDredisSpaceAllowance", pairs)["Count"].clone()
    }

    fn order(run: &mut Coverage, size: &str, high_performance: &str) -> String {
        let order = [
            ("Name", "a-space"),
            ("Size", size),
            ("BlockCnt", "64"),
            ("HighPerformance", high_performance),
        ];
        let id = run.call("CreateUMemSpace", &order)["SpaceId"].clone();
        id.as_str().unwrap().to_owned()
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        assert_eq!(allowance(run, &[("Size", "1024"), ("Count", "10")]), 10);
        assert_eq!(allowance(run, &[("Size", "1"), ("Count", "1")]), 1);
    }

    #[test]
    fn a_zone_has_room_for_sixteen_of_the_largest() {
        let mut run = Coverage::default();
        let largest = [("Size", "1024"), ("Count", "10")];
        let full: Vec<_> = (0..15).map(|_| order(&mut run, "1024", "true")).collect();
        assert_eq!(allowance(&mut run, &largest), 1);
        assert_eq!(allowance(&mut run, &[("Size", "500"), ("Count", "10")]), 2);
        assert_eq!(allowance(&mut run, &[largest[0], largest[1], ("Zone", "cn-bj2-02")]), 10);
        // The room is everybody's, and ordinary spaces take none of it.
        assert_eq!(allowance(&mut run, &[largest[0], largest[1], ("ProjectId", "org-other")]), 1);
        let ordinary = order(&mut run, "1024", "false");
        assert_eq!(allowance(&mut run, &largest), 1);
        let last = order(&mut run, "1020", "true");
        assert_eq!(allowance(&mut run, &largest), 0);
        run.step();

        let more = [("Name", "a-space"), ("Size", "5"), ("HighPerformance", "true")];
        run.refuses("CreateUMemSpace", &more, 20000, "[Size]");
        let shards = [("SpaceId", last.as_str()), ("Offset", "0"), ("Limit", "1")];
        let shard = run.first("DescribeUMemBlockInfo", &shards)["BlockId"].clone();
        let shard = shard.as_str().unwrap();
        let resize = |size| [shards[0], ("BlockId", shard), ("BlockSize", size)];
        let ask = |run: &mut Coverage, id: &str, size: &str| {
            allowance(run, &[("Size", size), ("Count", "1"), ("GroupId", id)])
        };
        // It has 16 GB, and the zone another 4.
        assert_eq!((ask(&mut run, shard, "20"), ask(&mut run, shard, "21")), (1.into(), 0.into()));
        assert_eq!(
            (ask(&mut run, &last, "1024"), ask(&mut run, &ordinary, "1024")),
            (1.into(), 1.into())
        );
        run.call("ResizeUDRedisBlockSize", &resize("20"));
        run.step();
        let other = run.first("DescribeUMemBlockInfo", &[shards[0], ("Offset", "1"), shards[2]]);
        let other =
            [shards[0], ("BlockId", other["BlockId"].as_str().unwrap()), ("BlockSize", "20")];
        run.refuses("ResizeUDRedisBlockSize", &other, 20011, "[BlockSize]");
        run.call("DeleteUMemSpace", &[("SpaceId", full[0].as_str())]);
        run.step();
        run.call("ResizeUDRedisBlockSize", &other);
    }

    #[test]
    fn what_cannot_be_asked_for_is_named() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        for (parameter, ret_code) in [
            (("Size", "0"), 230),
            (("Size", "1025"), 230),
            (("Count", "0"), 230),
            (("Count", "11"), 230),
            (("GroupId", "umem-x"), 230),
        ] {
            let pairs = [("Size", "8"), ("Count", "1"), parameter];
            let named = format!("[{}]", parameter.0);
            run.refuses("CheckUDredisSpaceAllowance", &pairs, ret_code, &named);
        }
        let theirs =
            [("Size", "8"), ("Count", "1"), ("GroupId", "umem-a"), ("ProjectId", "org-other")];
        run.refuses("CheckUDredisSpaceAllowance", &theirs, 230, "[GroupId]");
    }
}

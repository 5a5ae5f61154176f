//! Maintenance of instances of any kind: defragmentation, and scans for big and for hot keys.
//!
//! No documented action shows the results. The control path `/_emulator/state` shows the keys that
//! the scan of a real server has found.

use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::Attributes;
use crate::scanned_key::ScanKind;
use crate::store::Kinds;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Kinds>)] =
    &[("CreateScanHotBigKeys", scan), ("RegisterUMemDefrag", defragment)];

/// Refuses a space or group that is not there or does not run.
fn expect_running(context: &Context<'_, Kinds>, call: &Call, name: &str) -> Result<Kind, Refusal> {
    if let Ok(space) = context.store.spaces.spaces.named(call, name) {
        return space.expect_running(context.time).map(|()| Kind::Space);
    }
    let group = context.store.redis.groups.named(call, name)?;
    group.instance.expect(&["Running"], context.time).map(|()| Kind::Group)
}

/// Kinds of instances with such work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Group,
}

fn scan(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    let id = call.required("GroupId")?;
    let mut scanned = id;
    if call.filter("SpaceId").is_some() {
        scanned = call.required("SpaceId")?;
        let space = context.store.spaces.spaces.named(call, "SpaceId")?;
        space.expect_running(context.time)?;
        let shard = space.shards.iter().any(|shard| shard.id == id);
        if !shard && space.instance.id != id {
            return Err(Refusal::no_such_resource("GroupId", id));
        }
    } else {
        expect_running(context, call, "GroupId")?;
    }
    if call.flag("IsRetry") {
        // No response has the id of a scan, so that no id is one.
        let task = call.filter("TaskId").ok_or_else(|| Refusal::missing("TaskId"))?;
        return Err(Refusal::no_such_resource("TaskId", task));
    }
    let is_for_hot = call.text("Type") == Some("ScanHotKeys");
    let kind = if is_for_hot { ScanKind::Hot } else { ScanKind::Big };
    if let Some(keys) = context.servers.scan(scanned, kind)? {
        if let Some(instance) = context.store.instance_mut(scanned) {
            instance.scanned = Some((kind, keys));
        }
    }
    Ok(Attributes::new())
}

fn defragment(context: &mut Context<'_, Kinds>, call: &Call) -> Result<Attributes, Refusal> {
    for (name, bounds) in [
        ("FragTime", 1..=i64::MAX),
        ("FragSize", 100..=200),
        ("StartHour", 0..=23),
        ("StartMin", 0..=59),
        ("EndHour", 0..=23),
        ("EndMin", 0..=59),
    ] {
        call.within(name, bounds)?;
    }
    if let (Some(start), Some(end)) = (call.int("StartTime")?, call.int("EndTime")?) {
        if end < start {
            return Err(Refusal::unusable("EndTime", &end.to_string()));
        }
    }
    let kind = expect_running(context, call, "ResourceId")?;
    match call.text("OperateType") {
        Some(strategy @ ("Open" | "Close")) if kind == Kind::Space => {
            Err(Refusal::unusable("OperateType", strategy))
        }
        _ => Ok(Attributes::new()),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::coverage::Coverage;

    const SPACE: &str = "umem-a";
    const SCAN: &[(&str, &str)] = &[("GroupId", SPACE), ("Type", "ScanBigKeys")];
    const DEFRAGMENT: &[(&str, &str)] = &[("ResourceId", SPACE)];

    pub(crate) fn scenario(run: &mut Coverage) {
        run.seed_space(SPACE, 0);
        let shards = [("SpaceId", SPACE), ("Offset", "0"), ("Limit", "1")];
        let shard = run.first("DescribeUMemBlockInfo", &shards)["BlockId"].clone();
        run.call("CreateScanHotBigKeys", SCAN);
        let scan =
            [("GroupId", shard.as_str().unwrap()), ("Type", "ScanHotKeys"), ("SpaceId", SPACE)];
        run.call("CreateScanHotBigKeys", &scan);
        run.call("CreateScanHotBigKeys", &[scan[0], SCAN[1], scan[2], ("IsRetry", "false")]);
        let window =
            [("StartTime", "1"), ("EndTime", "1"), ("FragTime", "60"), ("OperateType", "Once")];
        run.call("RegisterUMemDefrag", &[DEFRAGMENT, &window].concat());
        run.call("RegisterUMemDefrag", DEFRAGMENT);
    }

    #[test]
    fn groups_are_scanned_and_defragmented_by_a_strategy_too() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        run.call("CreateScanHotBigKeys", &[("GroupId", "uredis-a"), SCAN[1]]);
        for operation in ["Open", "Once", "Close"] {
            let pairs = [("ResourceId", "uredis-a"), ("OperateType", operation)];
            run.call("RegisterUMemDefrag", &pairs);
        }
        run.call("ShutdownURedisGroup", &[("GroupId", "uredis-a")]);
        let closed = [("ResourceId", "uredis-a")];
        run.refuses("RegisterUMemDefrag", &closed, 20204, "uredis-a");
    }

    #[test]
    fn what_cannot_be_scanned_is_named() {
        let mut run = Coverage::default();
        run.seed_space(SPACE, 0);
        run.seed_space("umem-b", 0);
        for (parameters, ret_code, named) in [
            (&[("GroupId", "umem-x")][..], 230, "[GroupId]"),
            (&[("GroupId", "umem-b"), ("SpaceId", SPACE)], 230, "[GroupId]"),
            (&[("SpaceId", "umem-x")], 230, "[SpaceId]"),
            (&[("ProjectId", "org-other")], 230, "[GroupId]"),
            (&[("Type", "ScanColdKeys")], 230, "[Type]"),
            (&[("IsRetry", "true")], 220, "[TaskId]"),
            (&[("IsRetry", "true"), ("TaskId", "x")], 230, "[TaskId]"),
        ] {
            let pairs = [SCAN, parameters].concat();
            run.refuses("CreateScanHotBigKeys", &pairs, ret_code, named);
        }
        run.call("DeleteUMemSpace", &[("SpaceId", SPACE)]);
        run.refuses("CreateScanHotBigKeys", SCAN, 20204, SPACE);
        let named_twice = [SCAN, &[("SpaceId", SPACE)]].concat();
        run.refuses("CreateScanHotBigKeys", &named_twice, 20204, SPACE);
    }

    #[test]
    fn what_cannot_be_defragmented_is_named() {
        let mut run = Coverage::default();
        run.seed_space(SPACE, 0);
        for (parameter, ret_code) in [
            (("ResourceId", "umem-x"), 230),
            (("OperateType", "Open"), 230),
            (("OperateType", "Close"), 230),
            (("OperateType", "Twice"), 230),
            (("FragTime", "0"), 230),
            (("FragSize", "99"), 230),
            (("FragSize", "201"), 230),
            (("StartHour", "24"), 230),
            (("StartMin", "60"), 230),
            (("EndHour", "-1"), 230),
            (("EndMin", "60"), 230),
            (("EndTime", "9"), 230),
        ] {
            let pairs = [DEFRAGMENT, &[("StartTime", "10"), parameter]].concat();
            let named = format!("[{}]", parameter.0);
            run.refuses("RegisterUMemDefrag", &pairs, ret_code, &named);
        }
        run.call("DeleteUMemSpace", &[("SpaceId", SPACE)]);
        run.refuses("RegisterUMemDefrag", DEFRAGMENT, 20204, SPACE);
    }
}

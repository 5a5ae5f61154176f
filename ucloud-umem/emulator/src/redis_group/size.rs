//! Sizes and resizes of Redis groups.

use std::time::Duration;

use super::RedisGroups;
use super::conversion::Conversion;
use super::state::Group;
use crate::call::Call;
use crate::clock::{DAY, Moment, Time};
use crate::context::{Behaviour, Context};
use crate::lifecycle::{STAYS, Transition};
use crate::refusal::Refusal;
use crate::resize::Resize;
use crate::response::{Attributes, attributes};

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] =
    &[("CheckURedisAllowance", check_room), ("ResizeURedisGroup", resize)];

const RESIZING: Transition = Transition::new(&[("Resizing", 1), ("Running", STAYS)]);

/// Sizes that can be ordered, in GB.
pub(crate) const SIZES: [i64; 6] = [1, 2, 4, 8, 16, 32];
/// Maximum number of GB by which a group can grow on its host.
const ROOM_ON_HOST: i64 = 8;

impl RedisGroups {
    /// Begins the changes of size whose time has come, and ends those that are done. A group that
    /// is closed has to be opened first.
    pub(crate) fn resize_groups(&mut self, time: Time) {
        for group in self.groups.iter_mut() {
            let (life, size) = (&mut group.instance.life, &mut group.instance.size);
            let Some(end) = Resize::carry_out(&mut group.resize, life, size, time) else {
                continue;
            };
            group.instance.modified = end;
            let conversion = std::mem::take(&mut group.conversion);
            conversion.carry_out(&mut group.instance, &mut group.standby, end);
        }
    }

    /// Returns when the due changes of size begin, in their order.
    pub(crate) fn due_resizes(&self, time: Time) -> Vec<Moment> {
        let orders = self.groups.iter().filter_map(|group| group.resize.as_ref());
        let mut due: Vec<_> = orders.filter_map(Resize::awaited).collect();
        due.retain(|begins| *begins < time.now);
        due.sort_unstable();
        due
    }
}

/// Returns `Size`, if the call has it. It must be one of the sizes on offer.
pub(crate) fn size(call: &Call) -> Result<Option<i64>, Refusal> {
    match call.int("Size")? {
        Some(size) if !SIZES.contains(&size) => Err(Refusal::unusable("Size", &size.to_string())),
        size => Ok(size),
    }
}

fn resize(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    let size = size(call)?.ok_or_else(|| Refusal::missing("Size"))?;
    let begins = begin(call, time.now)?;
    if call.given("ChargeType") == Some("Trial") {
        return Err(Refusal::new(20015, "Trials cannot be ordered [ChargeType]"));
    }
    let group = context.store.group_in(&["Running"], call, time)?;
    check_growth(group, size, time)?;
    if group.resize.is_some() {
        return Err(Refusal::already_ordered(&group.instance.id, "resize"));
    }
    group.resize = Some(Resize::new(begins, RESIZING, size));
    group.conversion = Conversion::ordered(call);
    Ok(Attributes::new())
}

/// Reads when a change begins: at once, or at `StartTime`, within a day from now.
fn begin(call: &Call, now: Moment) -> Result<Moment, Refusal> {
    let at = call.int("StartTime")?.unwrap_or(0);
    if at == 0 {
        return Ok(now);
    }
    let wait = u64::try_from(at).ok();
    let wait = wait.and_then(|at| at.checked_sub(now.unix_seconds()));
    match wait.map(Duration::from_secs) {
        Some(wait) if wait <= DAY => Ok(now.after(wait)),
        _ => Err(Refusal::unusable("StartTime", &at.to_string())),
    }
}

/// Checks that a group grows, and that it is paid for.
fn check_growth(group: &Group, size: i64, time: Time) -> Result<(), Refusal> {
    let (id, now) = (&group.instance.id, group.instance.size);
    if group.instance.is_expired(time) {
        return Err(Refusal::new(20011, format!("Resource [{id}] has expired")));
    }
    if size <= now {
        let message = format!("[Size] is to be above the {now} GB that [{id}] has");
        return Err(Refusal::new(20011, message));
    }
    Ok(())
}

/// Confirms that there is room, as there always is. UCloud's own SDKs name the zone itself as the
/// replica's zone.
fn check_room(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let size = size(call)?.ok_or_else(|| Refusal::missing("Size"))?;
    let count = call.within("Count", 1..=10)?;
    if call.given("SlaveZone") != call.given("Zone") {
        call.standby_zone()?;
    }
    if call.given("GroupId").is_none() {
        return Ok(attributes([("Count", count.into()), ("NeedMigrate", false.into())]));
    }
    let group = context.store.groups.named(call, "GroupId")?;
    check_growth(group, size, context.time)?;
    let moves = size - group.instance.size > ROOM_ON_HOST;
    Ok(attributes([("Count", 1.into()), ("NeedMigrate", moves.into())]))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::order::tests::ordered;
    use super::super::state::tests::described;
    use super::*;
    use crate::clock::HOUR;
    use crate::coverage::Coverage;

    const NOW: i64 = 1_800_000_000;

    pub(crate) fn scenario(run: &mut Coverage) {
        let id = ordered(run, &[]);
        let group = ("GroupId", id.as_str());
        let size = ("Size", "4");
        let room = run.call("CheckURedisAllowance", &[group, size, ("Count", "1")]);
        assert_eq!((&room["Count"], &room["NeedMigrate"]), (&1.into(), &false.into()));
        run.call("ResizeURedisGroup", &[group, size]);
        assert_eq!(now(run, &id), (1, "Resizing".to_owned()));
        run.step();
        assert_eq!(now(run, &id), (4, "Running".to_owned()));
    }

    /// Returns size and state of a group.
    fn now(run: &mut Coverage, id: &str) -> (i64, String) {
        let row = described(run, id);
        (row["Size"].as_i64().unwrap(), row["State"].as_str().unwrap().to_owned())
    }

    #[test]
    fn a_group_has_its_new_size_when_it_runs_again() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let group = ("GroupId", id.as_str());
        run.call("ResizeURedisGroup", &[group, ("Size", "8"), ("Type", "single")]);
        assert_eq!(now(&mut run, &id), (1, "Resizing".to_owned()));
        assert_eq!(run.refused("ResizeURedisGroup", &[group, ("Size", "16")]), 20204);
        run.step();
        assert_eq!(now(&mut run, &id), (8, "Running".to_owned()));
        assert_eq!(described(&mut run, &id)["HighAvailability"], "disable");
        for size in ["8", "4"] {
            assert_eq!(run.refused("ResizeURedisGroup", &[group, ("Size", size)]), 20011);
        }
        for (name, value, ret_code) in [
            ("Size", "64", 230),
            ("ChargeType", "Trial", 20015),
            ("Type", "triple", 230),
            ("StartTime", "1", 230),
        ] {
            let pairs = [group, ("Size", "16"), (name, value)];
            assert_eq!(run.refused("ResizeURedisGroup", &pairs), ret_code, "{name}");
        }
        let more = [("ChargeType", "Dynamic"), ("HighPerformance", "true")];
        run.call("ResizeURedisGroup", &[group, ("Size", "16"), more[0], more[1]]);
        run.step();
        let row = described(&mut run, &id);
        assert_eq!(
            (&row["ChargeType"], &row["IsHighPerformance"]),
            (&"Dynamic".into(), &true.into())
        );
        assert_eq!(row["HighAvailability"], "disable");
    }

    #[test]
    fn a_change_of_size_can_wait_for_a_day() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let group = ("GroupId", id.as_str());
        let at = |run: &mut Coverage, seconds: i64| {
            let time = (NOW + seconds).to_string();
            let pairs = [group, ("Size", "2"), ("StartTime", &time)];
            run.ret_code("ResizeURedisGroup", &pairs)
        };
        assert_eq!(at(&mut run, 24 * 60 * 60 + 1), 230);
        assert_eq!(at(&mut run, -1), 230);
        assert_eq!(at(&mut run, 60 * 60), 0);
        assert_eq!(now(&mut run, &id), (1, "DelayUpgrade".to_owned()));
        // It works meanwhile.
        run.call("ModifyURedisGroupName", &[group, ("Name", "renamed")]);
        assert_eq!(at(&mut run, 60), 20204);
        run.pass(Duration::from_secs(60 * 60));
        assert_eq!(now(&mut run, &id), (1, "Resizing".to_owned()));
        run.step();
        assert_eq!(now(&mut run, &id), (2, "Running".to_owned()));
    }

    #[test]
    fn what_is_ordered_beside_the_size_comes_with_it() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[("ChargeType", "Dynamic")]);
        run.pass(HOUR * 2);
        let time = (NOW + 3 * 60 * 60).to_string();
        let order = [
            ("GroupId", id.as_str()),
            ("Size", "2"),
            ("StartTime", &time),
            ("Type", "single"),
            ("ChargeType", "Month"),
            ("HighPerformance", "true"),
        ];
        run.call("ResizeURedisGroup", &order);
        let shown = |run: &mut Coverage| {
            let row = described(run, &id);
            let names = ["Type", "ChargeType", "IsHighPerformance", "Size"];
            names.map(|name| row[name].to_string())
        };
        let before = [r#""double""#, r#""Dynamic""#, "false", "1"];
        assert_eq!(shown(&mut run), before);
        run.pass(HOUR);
        assert_eq!(shown(&mut run), before);
        run.step();
        assert_eq!(shown(&mut run), [r#""single""#, r#""Month""#, "true", "2"]);
        // A month is paid for from then on.
        run.pass(DAY * 29);
        run.call("DeleteURedisGroup", &[("GroupId", id.as_str())]);
    }

    #[test]
    fn a_change_whose_time_comes_while_a_group_is_closed_waits_until_it_is_opened() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let group = ("GroupId", id.as_str());
        let time = (NOW + 60).to_string();
        run.call("ResizeURedisGroup", &[group, ("Size", "2"), ("StartTime", &time)]);
        run.call("ShutdownURedisGroup", &[group]);
        run.pass(DAY);
        assert_eq!(now(&mut run, &id), (1, "ISolation".to_owned()));
        run.call("StartURedisGroup", &[group]);
        assert_eq!(now(&mut run, &id), (2, "Running".to_owned()));
    }

    #[test]
    fn what_has_expired_does_not_grow() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        run.pass(DAY * 30);
        let pairs = [("GroupId", id.as_str()), ("Size", "2"), ("Count", "1")];
        assert_eq!(run.refused("ResizeURedisGroup", &pairs), 20011);
        assert_eq!(run.refused("CheckURedisAllowance", &pairs), 20011);
    }

    #[test]
    fn there_is_room_and_a_large_change_moves_the_group() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let group = ("GroupId", id.as_str());
        let count = ("Count", "7");
        let mut room = |pairs: &[(&str, &str)]| {
            let response = run.call("CheckURedisAllowance", pairs);
            (response["Count"].as_i64().unwrap(), response["NeedMigrate"].as_bool().unwrap())
        };
        assert_eq!(room(&[count, ("Size", "32")]), (7, false));
        assert_eq!(room(&[count, ("Size", "8"), group]), (1, false));
        assert_eq!(room(&[count, ("Size", "16"), group]), (1, true));
        let here = ("SlaveZone", "cn-bj2-05");
        assert_eq!(room(&[count, ("Size", "1"), here]), (7, false));
        let mut refused = |pairs: &[(&str, &str)]| run.refused("CheckURedisAllowance", pairs);
        assert_eq!(refused(&[count, ("Size", "5")]), 230);
        assert_eq!(refused(&[("Count", "11"), ("Size", "4")]), 230);
        assert_eq!(refused(&[("Count", "0"), ("Size", "4")]), 230);
        assert_eq!(refused(&[count, ("Size", "4"), ("SlaveZone", "hk-02")]), 230);
        assert_eq!(refused(&[count, ("Size", "1"), group]), 20011);
        assert_eq!(refused(&[count, ("Size", "4"), ("GroupId", "x")]), 230);
    }
}

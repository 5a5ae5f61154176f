//! Changes of existing Redis groups: name, password, hour of rewrites, and running or closed.

use super::RedisGroups;
use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::lifecycle::{STAYS, Transition};
use crate::refusal::Refusal;
use crate::response::Attributes;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] = &[
    ("ISolationURedisGroup", isolate),
    ("ModifyURedisGroupName", rename),
    ("ModifyURedisGroupPassword", set_password),
    ("RestartURedisGroup", restart),
    ("ShutdownURedisGroup", close),
    ("StartURedisGroup", open),
    ("UpdateURedisRewriteTime", set_rewrite_hour),
];

const PASSWORD_CHANGE: Transition = Transition::new(&[("SetPassword", 1), ("Running", STAYS)]);
const REPLICA_RESTART: Transition = Transition::new(&[("Restarting", 1), ("Running", STAYS)]);
const RUNNING: Transition = Transition::stays("Running");
/// The pages have one word for what ISolationURedisGroup and ShutdownURedisGroup do, and one state
/// for it.
const CLOSED: Transition = Transition::stays("ISolation");

/// States in which what the service knows of a group can be changed.
pub(crate) const AT_REST: &[&str] = &["Running", "ISolation"];

/// Restarts a group. There is a documented state for the restart of a replica, and none for a
/// primary's.
fn restart(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    let group = context.store.group_in(&["Running", "Fail"], call, time)?;
    context.servers.restart(&group.instance.id)?;
    group.data.restart(time.now);
    if group.primary.is_some() {
        group.instance.life.enter(REPLICA_RESTART, time);
    } else {
        group.instance.life.enter(RUNNING, time);
    }
    Ok(Attributes::new())
}

fn isolate(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    if call.text("TransformType") == Some("Bind") {
        open(context, call)
    } else {
        close(context, call)
    }
}

fn close(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    let group = context.store.group_in(&["Running"], call, time)?;
    group.instance.life.enter(CLOSED, time);
    Ok(Attributes::new())
}

fn open(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    let group = context.store.group_in(&["ISolation"], call, time)?;
    group.data.restart(time.now);
    group.instance.life.enter(RUNNING, time);
    Ok(Attributes::new())
}

fn rename(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let name = call.name("Name", 6..=63)?;
    let time = context.time;
    let group = context.store.group_in(AT_REST, call, time)?;
    name.clone_into(&mut group.instance.name);
    group.instance.modified = time.now;
    Ok(Attributes::new())
}

/// Replicas have the password of their primary.
fn set_password(
    context: &mut Context<'_, RedisGroups>,
    call: &Call,
) -> Result<Attributes, Refusal> {
    let password = call.new_password("Password")?.unwrap_or_default();
    let time = context.time;
    let group = context.store.group_in(&["Running"], call, time)?;
    let id = group.instance.id.clone();
    if group.primary.is_some() {
        return Err(Refusal::replica(&id));
    }
    group.instance.password.clone_from(&password);
    group.instance.modified = time.now;
    group.instance.life.enter(PASSWORD_CHANGE, time);
    for replica in context.store.replicas_mut(&id) {
        replica.instance.password.clone_from(&password);
    }
    Ok(Attributes::new())
}

fn set_rewrite_hour(
    context: &mut Context<'_, RedisGroups>,
    call: &Call,
) -> Result<Attributes, Refusal> {
    let hour = call.within("RewriteTime", 0..=23)?;
    let time = context.time;
    let group = context.store.group_in(AT_REST, call, time)?;
    group.rewrite_hour = hour.unwrap_or(0);
    group.instance.modified = time.now;
    Ok(Attributes::new())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::order::tests::ordered;
    use super::super::state::tests::described;
    use crate::clock::DAY;
    use crate::coverage::Coverage;

    pub(crate) fn scenario(run: &mut Coverage) {
        let id = ordered(run, &[]);
        let group = ("GroupId", id.as_str());
        run.call("RestartURedisGroup", &[group]);
        run.call("ShutdownURedisGroup", &[group]);
        run.call("StartURedisGroup", &[group]);
        run.call("ISolationURedisGroup", &[group, ("TransformType", "UNBind")]);
        run.call("ISolationURedisGroup", &[group, ("TransformType", "Bind")]);
        run.call("ModifyURedisGroupName", &[group, ("Name", "another-name")]);
        run.call("UpdateURedisRewriteTime", &[group, ("RewriteTime", "23")]);
        run.call("ModifyURedisGroupPassword", &[group, ("Password", "UGFzc3dvcmQx")]);
        let row = described(run, &id);
        assert_eq!((&row["Name"], &row["RewriteTime"]), (&"another-name".into(), &23.into()));
        assert_eq!(row["State"], "SetPassword");
        run.step();
        assert_eq!(described(run, &id)["State"], "Running");
    }

    fn password<'a>(id: &'a str, password: &'a str) -> [(&'a str, &'a str); 2] {
        [("GroupId", id), ("Password", password)]
    }

    fn state(run: &mut Coverage, id: &str) -> String {
        described(run, id)["State"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_restart_empties_the_slow_log_and_only_replicas_show_it() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let replica = ordered(&mut run, &[("MasterGroupId", &id)]);
        run.pass(DAY);
        for (id, shown) in [(&id, "Running"), (&replica, "Restarting")] {
            let group = ("GroupId", id.as_str());
            assert_eq!(run.call("DescribeURedisSlowlog", &[group])["TotalCount"], 24);
            run.call("RestartURedisGroup", &[group]);
            assert_eq!(run.call("DescribeURedisSlowlog", &[group])["TotalCount"], 0);
            assert_eq!(state(&mut run, id), shown);
        }
        assert_eq!(run.refused("RestartURedisGroup", &[("GroupId", &replica)]), 20204);
        run.step();
        assert_eq!(state(&mut run, &replica), "Running");
    }

    #[test]
    fn a_closed_group_can_be_opened_renamed_and_deleted_and_no_more() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let group = ("GroupId", id.as_str());
        for (close, open) in [
            (("ShutdownURedisGroup", ""), ("StartURedisGroup", "")),
            (("ISolationURedisGroup", "UNBind"), ("ISolationURedisGroup", "Bind")),
        ] {
            let pairs = |kind| [group, ("TransformType", kind)];
            assert_eq!(run.refused(open.0, &pairs(open.1)), 20204);
            run.call(close.0, &pairs(close.1));
            assert_eq!(state(&mut run, &id), "ISolation");
            assert_eq!(run.refused(close.0, &pairs(close.1)), 20204);
            for (action, more) in [
                ("RestartURedisGroup", ("", "")),
                ("ResizeURedisGroup", ("Size", "2")),
                ("ModifyURedisGroupPassword", ("Password", "")),
                ("CreateURedisBackup", ("BackupName", "a-backup")),
            ] {
                assert_eq!(run.refused(action, &[group, more]), 20204, "{action}");
            }
            run.call("ModifyURedisGroupName", &[group, ("Name", "closed")]);
            run.call("UpdateURedisRewriteTime", &[group, ("RewriteTime", "1")]);
            run.call(open.0, &pairs(open.1));
            assert_eq!(state(&mut run, &id), "Running");
        }
    }

    #[test]
    fn names_hours_and_zones_are_checked() {
        let mut run = Coverage::default();
        let spread = ordered(&mut run, &[("SlaveZone", "cn-bj2-02")]);
        let own = [("GroupId", spread.as_str()), ("SlaveZone", "cn-bj2-02")];
        run.call("UpdateURedisRewriteTime", &[own[0], own[1], ("RewriteTime", "0")]);
        let other = ("SlaveZone", "cn-bj2-03");
        for (action, more) in [
            ("UpdateURedisRewriteTime", [("RewriteTime", "24"), own[1]]),
            ("UpdateURedisRewriteTime", [("RewriteTime", "1"), other]),
            ("ISolationURedisGroup", [("TransformType", "UNBind"), other]),
            ("ISolationURedisGroup", [("TransformType", "Close"), own[1]]),
            ("ModifyURedisGroupName", [("Name", "short"), own[1]]),
            ("ModifyURedisGroupName", [("Name", "with a space"), own[1]]),
        ] {
            assert_eq!(run.refused(action, &[own[0], more[0], more[1]]), 230, "{action}");
        }
    }

    #[test]
    fn a_password_is_set_and_cleared_at_the_primary_for_its_replicas_too() {
        let mut run = Coverage::default();
        let id = ordered(&mut run, &[]);
        let replica = ordered(&mut run, &[("MasterGroupId", &id)]);
        let has = |run: &mut Coverage| {
            let row = run.first("DescribeUMem", &[("Protocol", "redis")]);
            [&row, &row["DataSet"][0]].map(|row| row["HasPassword"].as_bool().unwrap())
        };
        assert_eq!(has(&mut run), [false, false]);
        run.call("ModifyURedisGroupPassword", &password(&id, "UGFzc3dvcmQx"));
        run.step();
        assert_eq!(has(&mut run), [true, true]);
        for (id, text, ret_code) in
            [(&id, "c2hvcnQ=", 230), (&id, "UGFzc3dvcmQx!", 230), (&replica, "UGFzc3dvcmQx", 230)]
        {
            let code = run.refused("ModifyURedisGroupPassword", &password(id, text));
            assert_eq!(code, ret_code);
        }
        run.call("ModifyURedisGroupPassword", &password(&id, ""));
        assert_eq!(has(&mut run), [false, false]);
    }
}

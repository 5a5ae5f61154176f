//! Orders of Redis groups and of their read-only replicas.

use super::RedisGroups;
use super::backup_strategy::Strategy;
use super::data::Data;
use super::size;
use super::state::{CREATION, Group};
use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::instance::Instance;
use crate::redis_group::config;
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::servers::Origin;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] = &[("CreateURedisGroup", create)];

fn create(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    call.name("Name", 6..=63)?;
    let ordered_size = size::size(call)?;
    config::check_version(call)?;
    let hour = call.within("BackupTime", 0..=23)?.unwrap_or(0);
    let of_config = config::version(context.store, call)?;
    let primary = primary(context, call)?;
    let Source { origin, held, version } = source(context, call)?;
    let id = context.ids.new_id("uredis");
    if let Some(origin) = origin {
        context.servers.give(&origin, &id)?;
    }
    let mut instance = Instance::ordered(call, &id, CREATION, time, context.ids)?;
    if call.given("Version").is_none() {
        instance.version = version.or(of_config).unwrap_or(instance.version);
    }
    let mut group = Group {
        standby: call.text("HighAvailability") == Some("enable"),
        strategy: Strategy::new(call.flag("AutoBackup"), hour, time.now),
        data: Data::loaded(held, time.now),
        ..Group::new(Instance { size: ordered_size.unwrap_or(1), ..instance }, time.now)
    };
    if let Some(primary) = primary {
        follow(&mut group, primary, call);
    } else if held > group.instance.size.saturating_mul(1024) {
        let why = format!("the {held} MB of data do not fit");
        return Err(Refusal::restore_failed("Size", &why));
    }
    if let Some(config_id) = call.given("ConfigId") {
        config_id.clone_into(&mut group.config_id);
    }
    context.store.groups.insert(group);
    Ok(attributes([("GroupId", id.into())]))
}

/// Returns the primary of an ordered read-only replica.
fn primary(context: &Context<'_, RedisGroups>, call: &Call) -> Result<Option<Group>, Refusal> {
    let Some(id) = call.given("MasterGroupId") else { return Ok(None) };
    let primary = context.store.groups.named(call, "MasterGroupId")?;
    if primary.primary.is_some() {
        return Err(Refusal::unusable("MasterGroupId", id));
    }
    primary.instance.expect(&["Running"], context.time)?;
    Ok(Some(primary.clone()))
}

/// Data of a new group.
#[derive(Default)]
struct Source {
    /// None if it begins empty.
    origin: Option<Origin>,
    /// In MB.
    held: i64,
    version: Option<String>,
}

/// Returns the data of the backup, or of the group that is rolled back.
fn source(context: &Context<'_, RedisGroups>, call: &Call) -> Result<Source, Refusal> {
    let now = context.time.now;
    if call.given("BackupId").is_some() {
        let config_id = call.given("ConfigId");
        config_id.ok_or_else(|| Refusal::missing("ConfigId"))?;
        let backup = context.store.backups.named(call, "BackupId")?;
        let held = backup.expect_done(context.time)?.held;
        let origin = Some(Origin::Backup(backup.id.clone()));
        return Ok(Source { origin, held, version: Some(backup.of.version.clone()) });
    }
    if call.given("RollbackGroupId").is_some() {
        let group = context.store.groups.named(call, "RollbackGroupId")?;
        let id = &group.instance.id;
        let to = call.required_moment("RollbackTime", group.instance.created, now)?;
        let backups = context
            .store
            .backups
            .iter()
            .filter(|backup| backup.owner == *id && backup.is_done(context.time));
        let backups = backups.map(|backup| (&*backup.id, backup.taken, backup.held));
        let past = context.servers.rolled_back(backups, to, now)?;
        let (origin, held) =
            past.unwrap_or_else(|| (Origin::Instance(id.clone()), group.used(now)));
        let version = Some(group.instance.version.clone());
        return Ok(Source { origin: Some(origin), held, version });
    }
    Ok(Source::default())
}

/// Copies the primary's properties to a replica, unless the order sets them.
fn follow(replica: &mut Group, primary: Group, call: &Call) {
    let own = &mut replica.instance;
    let is_given = |name| call.given(name).is_some();
    if !is_given("Size") {
        own.size = primary.instance.size;
    }
    if !is_given("Version") {
        own.version = primary.instance.version;
    }
    if !is_given("VPCId") {
        own.vpc_id = primary.instance.vpc_id;
    }
    if !is_given("SubnetId") {
        own.subnet_id = primary.instance.subnet_id;
    }
    if !is_given("HighPerformance") {
        own.high_performance = primary.instance.high_performance;
    }
    own.password = primary.instance.password;
    replica.config_id = primary.config_id;
    replica.data = primary.data;
    replica.primary = Some(primary.instance.id);
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::state::tests::described;
    use crate::clock::HOUR;
    use crate::coverage::Coverage;

    pub(crate) const ORDER: &[(&str, &str)] =
        &[("Name", "a-group"), ("HighAvailability", "enable")];

    const CONFIG: (&str, &str) = ("ConfigId", "3cdeeb90-dcbf-46e8-95cd-a05d8860a22c");

    fn order<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        ORDER.iter().copied().chain(more.iter().copied()).collect()
    }

    /// Orders a group and waits until it runs.
    pub(crate) fn ordered(run: &mut Coverage, more: &[(&str, &str)]) -> String {
        let response = run.call("CreateURedisGroup", &order(more));
        run.step();
        response["GroupId"].as_str().unwrap().to_owned()
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        let id = ordered(run, &[]);
        assert_eq!(described(run, &id)["Name"], "a-group");
    }

    #[test]
    fn a_group_is_as_it_was_ordered() {
        let mut run = Coverage::default();
        let wanted = [
            ("Size", "16"),
            ("Version", "7.0"),
            ("AutoBackup", "enable"),
            ("BackupTime", "23"),
            ("SlaveZone", "cn-bj2-02"),
            ("Port", "6380"),
            ("ChargeType", "Dynamic"),
            ("Tag", "tests"),
            ("VPCId", "uvnet-mine"),
            ("SubnetId", "subnet-mine"),
        ];
        run.emulator().seed_vpc("uvnet-mine", ["subnet-mine"]).unwrap();
        let id = ordered(&mut run, &wanted);
        let group = described(&mut run, &id);
        for (name, value) in wanted {
            let shown = &group[name];
            let shown = shown.as_str().map_or(shown.to_string(), str::to_owned);
            assert_eq!(shown, value, "{name}");
        }
        assert_eq!(group["ConfigId"], "48dcf534-db41-11ec-a1a6-52670028d520");
        assert_eq!((&group["MemorySize"], &group["Type"]), (&16.into(), &"double".into()));
        assert_eq!((&group["GroupName"], &group["Role"]), (&"a-group".into(), &"master".into()));

        let plain = [("HighAvailability", "disable"), CONFIG, ("Version", "6.0")];
        let id = ordered(&mut run, &plain);
        let group = described(&mut run, &id);
        for (name, value) in [
            ("Type", "single"),
            ("HighAvailability", "disable"),
            ("Version", "6.0"),
            CONFIG,
            ("AutoBackup", "disable"),
        ] {
            assert_eq!(group[name], value);
        }
        assert_eq!((&group["Size"], &group["BackupTime"]), (&1.into(), &3.into()));
    }

    #[test]
    fn a_group_is_of_the_version_that_it_begins_with() {
        let mut run = Coverage::default();
        let seven = ordered(&mut run, &[("Version", "7.0")]);
        let group = ("GroupId", seven.as_str());
        let backup = [group, ("BackupName", "version-7")];
        let backup = run.call("CreateURedisBackup", &backup)["BackupId"].clone();
        run.step();
        let now = run.emulator().clock().now().unix_seconds().to_string();
        let default = ("ConfigId", "48dcf534-db41-11ec-a1a6-52670028d520");
        for begins_with in [
            &[("BackupId", backup.as_str().unwrap()), default][..],
            &[("RollbackGroupId", seven.as_str()), ("RollbackTime", &now)],
            &[default],
        ] {
            let id = ordered(&mut run, begins_with);
            let row = described(&mut run, &id);
            assert_eq!(
                (&row["Version"], &row["ConfigId"]),
                (&"7.0".into(), &default.1.into()),
                "{begins_with:?}"
            );
            let given = [begins_with, &[("Version", "6.0")]].concat();
            let id = ordered(&mut run, &given);
            assert_eq!(described(&mut run, &id)["Version"], "6.0");
        }
    }

    #[test]
    fn no_months_are_what_is_left_of_this_one() {
        let mut run = Coverage::default();
        let now = run.emulator().clock().now();
        let id = ordered(&mut run, &[("ChargeType", "Month"), ("Quantity", "0")]);
        let ends = now.end_of_month().unix_seconds();
        assert_eq!(described(&mut run, &id)["ExpireTime"], ends);
        let hours = order(&[("ChargeType", "Dynamic"), ("Quantity", "0")]);
        assert_eq!(run.refused("CreateURedisGroup", &hours), 230);
    }

    #[test]
    fn an_order_is_checked_and_leaves_nothing_when_refused() {
        let mut run = Coverage::default();
        for (parameter, ret_code) in [
            (("Name", "short"), 230),
            (("Name", "with a space"), 230),
            (("Size", "3"), 230),
            (("Size", "0"), 230),
            (("HighAvailability", "yes"), 230),
            (("BackupTime", "24"), 230),
            (("Port", "65536"), 230),
            (("Password", "c2hvcnQ="), 230),
            (("SlaveZone", "cn-bj2-05"), 230),
            (("SlaveZone", "hk-02"), 230),
            (("Zone", "hk-02"), 230),
            (("ChargeType", "Trial"), 20015),
            (("MasterGroupId", "uredis-x"), 230),
            (("RollbackGroupId", "uredis-x"), 230),
            (("BackupId", "uredisbackup-x"), 220),
            (("ConfigId", "redis-config-x"), 230),
        ] {
            let order = order(&[parameter]);
            let code = run.refused("CreateURedisGroup", &order);
            assert_eq!(code, ret_code, "{parameter:?}");
        }
        let order = order(&[("BackupId", "uredisbackup-x"), CONFIG]);
        assert_eq!(run.refused("CreateURedisGroup", &order), 230);
        assert_eq!(run.call("DescribeURedisGroup", &[])["TotalCount"], 0);
    }

    #[test]
    fn a_replica_is_what_its_primary_is_and_goes_first() {
        let mut run = Coverage::default();
        let password = ("Password", "UGFzc3dvcmQx");
        let fast = ("HighPerformance", "true");
        let id = ordered(&mut run, &[("Size", "8"), ("Version", "6.0"), password, fast]);
        let of = ("MasterGroupId", id.as_str());
        run.pass(HOUR);
        let replica = ordered(&mut run, &[of]);
        let row = described(&mut run, &replica);
        assert_eq!((&row["Role"], &row["Size"]), (&"slave".into(), &8.into()));
        assert_eq!((&row["Version"], &row["Port"]), (&"6.0".into(), &6379.into()));
        assert_eq!(row["ConfigId"], described(&mut run, &id)["ConfigId"]);
        assert_eq!((&row["UsedSize"], &row["IsHighPerformance"]), (&60.into(), &true.into()));
        let row = run.first("DescribeUMem", &[("Protocol", "redis")]);
        assert_eq!(row["DataSet"][0]["HasPassword"], true);
        let bigger = ordered(&mut run, &[of, ("Size", "16"), CONFIG]);
        let row = described(&mut run, &bigger);
        assert_eq!((&row["Size"], &row["ConfigId"]), (&16.into(), &CONFIG.1.into()));

        let of_replica = order(&[("MasterGroupId", &replica)]);
        assert_eq!(run.refused("CreateURedisGroup", &of_replica), 230);
        let primary = &[("GroupId", id.as_str())];
        for replica in [&replica, &bigger] {
            assert_eq!(run.refused("DeleteURedisGroup", primary), 230);
            run.call("DeleteURedisGroup", &[("GroupId", replica)]);
            run.step();
        }
        run.call("ShutdownURedisGroup", primary);
        assert_eq!(run.refused("CreateURedisGroup", &order(&[of])), 20204);
        run.call("DeleteURedisGroup", primary);
    }

    #[test]
    fn a_group_begins_with_a_backup_that_fits_or_with_another_group() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 1);
        let backup = run.first("DescribeURedisBackup", &[("GroupId", "uredis-a")]);
        let backup = ("BackupId", backup["BackupId"].as_str().unwrap());
        let from = [backup, CONFIG];
        // A day's growth is 1440 MB.
        assert_eq!(run.refused("CreateURedisGroup", &order(&from)), 20207);
        let id = ordered(&mut run, &[from[0], from[1], ("Size", "2")]);
        assert_eq!(described(&mut run, &id)["UsedSize"], 1440);
        let source = ("RollbackGroupId", "uredis-a");
        for (moment, ret_code) in [("", 230), ("1", 230), ("1800009999", 230)] {
            let order = order(&[source, ("Size", "4"), ("RollbackTime", moment)]);
            assert_eq!(run.refused("CreateURedisGroup", &order), ret_code, "{moment}");
        }
        assert_eq!(run.refused("CreateURedisGroup", &order(&[source])), 220);
        let rolled_back = [source, ("Size", "4"), ("RollbackTime", "1800000000")];
        let id = ordered(&mut run, &rolled_back);
        assert_eq!(described(&mut run, &id)["UsedSize"], 2880);
        let row = run.first("DescribeUMem", &[("Protocol", "redis")]);
        assert_eq!(row["SupportAofRollback"], true);
        let id = ordered(&mut run, &[]);
        assert_eq!(described(&mut run, &id)["UsedSize"], 0);

        let fresh = run
            .call("CreateURedisBackup", &[("GroupId", "uredis-a"), ("BackupName", "unfinished")]);
        let fresh = ("BackupId", fresh["BackupId"].as_str().unwrap());
        let order = order(&[fresh, from[1], ("Size", "8")]);
        assert_eq!(run.refused("CreateURedisGroup", &order), 20204);
    }
}

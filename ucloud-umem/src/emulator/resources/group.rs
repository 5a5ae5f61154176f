//! Redis groups: a primary, with a standby or without, and the read-only replicas of primaries, which are groups too.

use std::time::Duration;

use super::group_backup::Strategy;
use super::group_changes::Resize;
use super::group_data::Data;
use super::{Behaviour, Context};
use crate::emulator::call::Call;
use crate::emulator::clock::{Moment, Time};
use crate::emulator::instance::Instance;
use crate::emulator::life::{Life, STAYS, Transition};
use crate::emulator::place::Place;
use crate::emulator::refusal::Refusal;
use crate::emulator::reply::{Facts, facts};
use crate::emulator::store::{Resource, Store};

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("CreateURedisGroup", create),
    ("DeleteURedisGroup", delete),
    ("DescribeURedisGroup", describe),
];

const CREATION: Transition = &[("Creating", 1), ("Running", STAYS)];
const DELETION: Transition = &[("Deleting", 1)];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// What a seeded group holds, in GB.
const SEEDED_SIZE: i64 = 4;
/// What a group can be ordered to hold, in GB.
const SIZES: [i64; 6] = [1, 2, 4, 8, 16, 32];
/// The configuration that a group of each version has unless the order names another; that of 4.0 serves the others.
const DEFAULT_CONFIGS: [(&str, &str); 4] = [
    ("4.0", "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea"),
    ("5.0", "3cdeeb90-dcbf-46e8-95cd-a05d8860a22c"),
    ("6.0", "1d990520-aac8-4e0f-9384-f58611e8eb28"),
    ("7.0", "48dcf534-db41-11ec-a1a6-52670028d520"),
];

/// A primary or a read-only replica.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) instance: Instance,
    /// The id of the primary that it follows; none where it is one itself.
    pub(super) primary: Option<String>,
    pub(super) standby: bool,
    pub(crate) config_id: String,
    pub(super) rewrite_hour: i64,
    pub(super) strategy: Strategy,
    pub(super) data: Data,
    /// What is being done about its size, or will be.
    pub(super) resize: Option<Resize>,
}

impl Resource for Group {
    fn id(&self) -> &str {
        &self.instance.id
    }

    fn place(&self) -> &Place {
        &self.instance.place
    }

    fn is_gone(&self, time: Time) -> bool {
        self.instance.life.state(time).is_none()
    }
}

impl Group {
    /// As nobody has said anything of it yet.
    fn new(instance: Instance, now: Moment) -> Self {
        Self {
            config_id: default_config(&instance.version).to_owned(),
            instance,
            primary: None,
            standby: true,
            rewrite_hour: 0,
            strategy: Strategy::new(false, 0, now),
            data: Data::loaded(0, now),
            resize: None,
        }
    }

    /// What it holds, in MB.
    pub(super) fn used(&self, now: Moment) -> i64 {
        self.data.used(self.instance.size, now)
    }

    /// What is true of it, for whatever action shows it.
    pub(super) fn facts(&self, time: Time) -> Facts {
        let instance = &self.instance;
        let is_default = self.config_id == default_config(&instance.version);
        let mut all = instance.facts(time);
        all.extend(facts([
            ("GroupId", instance.id.as_str().into()),
            ("GroupName", instance.name.as_str().into()),
            ("MemorySize", instance.size.into()),
            ("UsedSize", self.used(time.now).into()),
            ("Protocol", "redis".into()),
            ("ResourceType", instance.resource_type("single").into()),
            ("Type", if self.standby { "double" } else { "single" }.into()),
            ("HighAvailability", self.standby.into()),
            ("Role", if self.primary.is_some() { "slave" } else { "master" }.into()),
            ("MasterGroupId", self.primary.as_deref().into()),
            ("ConfigId", self.config_id.as_str().into()),
            ("DefaultConfigId", is_default.into()),
            ("RewriteTime", self.rewrite_hour.into()),
            ("AutoBackup", self.strategy.automatic.into()),
            ("BackupTime", self.strategy.hour.into()),
            ("ProxyName", "".into()),
        ]));
        all
    }
}

fn default_config(version: &str) -> &'static str {
    let known = DEFAULT_CONFIGS.iter().find(|(known, _)| *known == version);
    known.unwrap_or(&DEFAULT_CONFIGS[0]).1
}

/// `Size`, where the call has it: one of those that are on offer.
pub(super) fn size(call: &Call) -> Result<Option<i64>, Refusal> {
    match call.int("Size")? {
        Some(size) if !SIZES.contains(&size) => {
            Err(Refusal::unusable("Size", &size.to_string()))
        }
        size => Ok(size),
    }
}

impl Store {
    /// Adds a primary with finished backups, one a day up to yesterday; one that is there keeps its backups.
    pub(crate) fn seed_group(
        &mut self,
        id: &str,
        place: Place,
        backups: u32,
        now: Moment,
    ) {
        if self.groups.has(id) {
            return;
        }
        let day = |days: u32| now.before(DAY.saturating_mul(days));
        let created = day(backups.saturating_add(1));
        let life = Life::since(created, CREATION);
        let new = Instance::new(id, place, life, created, self);
        let expires = now.after(DAY * 30);
        let instance = Instance { size: SEEDED_SIZE, expires, ..new };
        let group = Group::new(instance, created);
        for days in (1..=backups).rev() {
            self.add_group_backup(&group, format!("daily-{days}"), "Auto", day(days));
        }
        self.groups.add(group);
    }

    /// The group that the call is about, to be changed; refused where it is in none of these states.
    pub(super) fn group_in(
        &mut self,
        states: &[&str],
        call: &Call,
        time: Time,
    ) -> Result<&mut Group, Refusal> {
        let group = self.groups.named_mut(call, "GroupId")?;
        if let Some(zone) = call.given("SlaveZone") {
            if zone != group.instance.slave_zone {
                return Err(Refusal::unusable("SlaveZone", zone));
            }
        }
        group.instance.expect(states, time)?;
        Ok(group)
    }

    /// The read-only replicas of a group, to be changed.
    pub(super) fn replicas_mut(&mut self, id: &str) -> impl Iterator<Item = &mut Group> {
        self.groups.iter_mut().filter(move |group| group.primary.as_deref() == Some(id))
    }
}

fn create(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let time = context.time;
    call.name("Name", 6..=63)?;
    let ordered_size = size(call)?;
    let hour = call.within("BackupTime", 0..=23)?.unwrap_or(0);
    let primary = primary(context, call)?;
    let held = held_at_first(context, call)?;
    let id = context.store.new_id("uredis");
    let instance = Instance::ordered(call, &id, CREATION, time, context.store)?;
    let mut group = Group {
        standby: call.flag("HighAvailability"),
        strategy: Strategy::new(call.flag("AutoBackup"), hour, time.now),
        data: Data::loaded(held, time.now),
        ..Group::new(Instance { size: ordered_size.unwrap_or(1), ..instance }, time.now)
    };
    if let Some(primary) = primary {
        follow(&mut group, primary, call);
    } else if held > group.instance.size.saturating_mul(1024) {
        return Err(Refusal::new(20207, "The backup does not fit into [Size]"));
    }
    if let Some(config_id) = call.given("ConfigId") {
        config_id.clone_into(&mut group.config_id);
    }
    context.store.groups.add(group);
    Ok(facts([("GroupId", id.into())]))
}

/// The group that a read-only replica is ordered of.
fn primary(context: &Context<'_>, call: &Call) -> Result<Option<Group>, Refusal> {
    let Some(id) = call.given("MasterGroupId") else { return Ok(None) };
    let primary = context.store.groups.named(call, "MasterGroupId")?;
    if primary.primary.is_some() {
        return Err(Refusal::unusable("MasterGroupId", id));
    }
    primary.instance.expect(&["Running"], context.time)?;
    Ok(Some(primary.clone()))
}

/// What a new group holds at first, in MB: what is in the backup, or in the group that is rolled back.
fn held_at_first(context: &Context<'_>, call: &Call) -> Result<i64, Refusal> {
    if call.given("BackupId").is_some() {
        let config_id = call.given("ConfigId");
        config_id.ok_or_else(|| Refusal::missing("ConfigId"))?;
        let backup = context.store.group_backups.named(call, "BackupId")?;
        return backup.held_when_done(context.time);
    }
    if call.given("RollbackGroupId").is_some() {
        let group = context.store.groups.named(call, "RollbackGroupId")?;
        return Ok(group.used(context.time.now));
    }
    Ok(0)
}

/// A replica is what its primary is, unless the order says otherwise.
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
    own.password = primary.instance.password;
    replica.config_id = primary.config_id;
    replica.data = primary.data;
    replica.primary = Some(primary.instance.id);
}

/// The page does not say what becomes of the replicas of a primary that is deleted: here they have to go first.
fn delete(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let time = context.time;
    let group = context.store.group_in(&["Running", "ISolation"], call, time)?;
    let id = group.instance.id.clone();
    if group.instance.is_expired(time) {
        return Err(Refusal::new(20104, format!("Resource [{id}] has expired")));
    }
    if let Some(replica) = context.store.replicas_mut(&id).next() {
        let replica = &replica.instance.id;
        let message = format!("Resource [{id}] still has the replica {replica}");
        return Err(Refusal::new(20002, message));
    }
    let group = context.store.groups.named_mut(call, "GroupId")?;
    group.instance.life.enter(DELETION, time);
    Ok(Facts::new())
}

/// Replicas have rows of their own. The page knows fewer states than that of DescribeUMem; both show the same one.
fn describe(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let groups = context.store.groups.listed(call, "GroupId");
    call.page(groups.collect(), |group| group.facts(context.time))
}

#[cfg(test)]
pub(super) mod tests {
    use std::time::Duration;

    use serde_json::Value;

    use crate::emulator::walk::Walk;

    pub(crate) const ORDER: &[(&str, &str)] =
        &[("Name", "a-group"), ("HighAvailability", "enable")];

    fn order<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        ORDER.iter().copied().chain(more.iter().copied()).collect()
    }

    /// Orders a group and waits until it runs.
    pub(crate) fn ordered(walk: &mut Walk, more: &[(&str, &str)]) -> String {
        let reply = walk.call("CreateURedisGroup", &order(more));
        walk.step();
        reply["GroupId"].as_str().unwrap().to_owned()
    }

    pub(crate) fn described(walk: &mut Walk, id: &str) -> Value {
        walk.first("DescribeURedisGroup", &[("GroupId", id)])
    }

    pub(crate) fn scenario(walk: &mut Walk) {
        let reply = walk.call("CreateURedisGroup", ORDER);
        let id = reply["GroupId"].as_str().unwrap();
        let group = &[("GroupId", id)];
        assert_eq!(described(walk, id)["State"], "Creating");
        assert_eq!(walk.refused("DeleteURedisGroup", group), 20204);
        walk.step();
        assert_eq!(described(walk, id)["State"], "Running");
        let elsewhere = &[group[0], ("ProjectId", "org-other")];
        assert_eq!(walk.refused("DeleteURedisGroup", elsewhere), 20003);
        assert_eq!(walk.call("DescribeURedisGroup", elsewhere)["TotalCount"], 0);
        walk.call("DeleteURedisGroup", group);
        assert_eq!(described(walk, id)["State"], "Deleting");
        assert_eq!(walk.refused("DeleteURedisGroup", group), 20204);
        walk.step();
        assert_eq!(walk.call("DescribeURedisGroup", group)["TotalCount"], 0);
        assert_eq!(walk.refused("DeleteURedisGroup", group), 20003);
    }

    #[test]
    fn a_group_is_as_it_was_ordered() {
        let mut walk = Walk::default();
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
        let id = ordered(&mut walk, &wanted);
        let group = described(&mut walk, &id);
        for (name, value) in wanted {
            let shown = &group[name];
            let shown = shown.as_str().map_or(shown.to_string(), str::to_owned);
            assert_eq!(shown, value, "{name}");
        }
        assert_eq!(group["ConfigId"], "48dcf534-db41-11ec-a1a6-52670028d520");
        assert_eq!(
            (&group["MemorySize"], &group["Type"]),
            (&16.into(), &"double".into())
        );
        assert_eq!(
            (&group["GroupName"], &group["Role"]),
            (&"a-group".into(), &"master".into())
        );

        let plain =
            [("HighAvailability", "disable"), ("ConfigId", "mine"), ("Version", "8.8")];
        let id = ordered(&mut walk, &plain);
        let group = described(&mut walk, &id);
        for (name, value) in [
            ("Type", "single"),
            ("HighAvailability", "disable"),
            ("Version", "8.8"),
            ("ConfigId", "mine"),
            ("AutoBackup", "disable"),
        ] {
            assert_eq!(group[name], value);
        }
        assert_eq!((&group["Size"], &group["BackupTime"]), (&1.into(), &3.into()));
    }

    #[test]
    fn an_order_is_checked_and_leaves_nothing_when_refused() {
        let mut walk = Walk::default();
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
            (("MasterGroupId", "uredis-x"), 20003),
            (("RollbackGroupId", "uredis-x"), 20003),
            (("BackupId", "uredisbackup-x"), 220),
        ] {
            let order = order(&[parameter]);
            let code = walk.refused("CreateURedisGroup", &order);
            assert_eq!(code, ret_code, "{parameter:?}");
        }
        let order = order(&[("BackupId", "uredisbackup-x"), ("ConfigId", "mine")]);
        assert_eq!(walk.refused("CreateURedisGroup", &order), 20003);
        assert_eq!(walk.call("DescribeURedisGroup", &[])["TotalCount"], 0);
    }

    #[test]
    fn a_replica_is_what_its_primary_is_and_goes_first() {
        let mut walk = Walk::default();
        let password = ("Password", "UGFzc3dvcmQx");
        let id = ordered(&mut walk, &[("Size", "8"), ("Version", "6.0"), password]);
        let of = ("MasterGroupId", id.as_str());
        let replica = ordered(&mut walk, &[of]);
        let row = described(&mut walk, &replica);
        assert_eq!((&row["Role"], &row["Size"]), (&"slave".into(), &8.into()));
        assert_eq!((&row["Version"], &row["Port"]), (&"6.0".into(), &6379.into()));
        assert_eq!(row["ConfigId"], described(&mut walk, &id)["ConfigId"]);
        let bigger = ordered(&mut walk, &[of, ("Size", "16"), ("ConfigId", "mine")]);
        let row = described(&mut walk, &bigger);
        assert_eq!((&row["Size"], &row["ConfigId"]), (&16.into(), &"mine".into()));

        let of_replica = order(&[("MasterGroupId", &replica)]);
        assert_eq!(walk.refused("CreateURedisGroup", &of_replica), 230);
        let primary = &[("GroupId", id.as_str())];
        for replica in [&replica, &bigger] {
            assert_eq!(walk.refused("DeleteURedisGroup", primary), 20002);
            walk.call("DeleteURedisGroup", &[("GroupId", replica)]);
            walk.step();
        }
        walk.call("ShutdownURedisGroup", primary);
        assert_eq!(walk.refused("CreateURedisGroup", &order(&[of])), 20204);
        walk.call("DeleteURedisGroup", primary);
    }

    #[test]
    fn a_group_begins_with_a_backup_that_fits_or_with_another_group() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 1);
        let backup = walk.first("DescribeURedisBackup", &[("GroupId", "uredis-a")]);
        let backup = ("BackupId", backup["BackupId"].as_str().unwrap());
        let from = [backup, ("ConfigId", "mine")];
        // A day's growth is 1440 MB.
        assert_eq!(walk.refused("CreateURedisGroup", &order(&from)), 20207);
        let id = ordered(&mut walk, &[from[0], from[1], ("Size", "2")]);
        assert_eq!(described(&mut walk, &id)["UsedSize"], 1440);
        let rolled_back = [("RollbackGroupId", "uredis-a"), ("Size", "4")];
        let id = ordered(&mut walk, &rolled_back);
        assert_eq!(described(&mut walk, &id)["UsedSize"], 2880);
        let id = ordered(&mut walk, &[]);
        assert_eq!(described(&mut walk, &id)["UsedSize"], 0);

        let fresh = walk.call(
            "CreateURedisBackup",
            &[("GroupId", "uredis-a"), ("BackupName", "unfinished")],
        );
        let fresh = ("BackupId", fresh["BackupId"].as_str().unwrap());
        let order = order(&[fresh, from[1], ("Size", "8")]);
        assert_eq!(walk.refused("CreateURedisGroup", &order), 20204);
    }

    #[test]
    fn what_has_expired_cannot_be_deleted_before_it_is_renewed() {
        let mut walk = Walk::default();
        let month = ordered(&mut walk, &[]);
        let hour = ordered(&mut walk, &[("ChargeType", "Dynamic")]);
        walk.pass(Duration::from_secs(30 * 24 * 60 * 60));
        assert_eq!(walk.refused("DeleteURedisGroup", &[("GroupId", &month)]), 20104);
        walk.call("DeleteURedisGroup", &[("GroupId", &hour)]);
    }

    #[test]
    fn groups_come_in_pages_and_a_seeded_one_is_there_once() {
        let mut walk = Walk::default();
        for id in ["uredis-a", "uredis-b", "uredis-c", "uredis-a"] {
            walk.seed_group(id, 0);
        }
        let page = walk.call("DescribeURedisGroup", &[("Offset", "1"), ("Limit", "1")]);
        assert_eq!(page["TotalCount"], 3);
        assert_eq!(page["DataSet"].as_array().unwrap().len(), 1);
        assert_eq!(page["DataSet"][0]["GroupId"], "uredis-b");
        let elsewhere = walk.call("DescribeURedisGroup", &[("Zone", "cn-bj2-02")]);
        assert_eq!(elsewhere["TotalCount"], 0);
    }
}

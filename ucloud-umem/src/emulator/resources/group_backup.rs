//! Backups of Redis groups, the strategy by which they are taken, and their copies in other regions.

use std::cmp::Reverse;
use std::iter;
use std::time::Duration;

use super::group::Group;
use super::group_changes::AT_REST;
use super::{Behaviour, Context};
use crate::emulator::call::Call;
use crate::emulator::clock::{Moment, Time};
use crate::emulator::life::{Life, STAYS, Transition};
use crate::emulator::place::Place;
use crate::emulator::refusal::Refusal;
use crate::emulator::reply::{Facts, facts};
use crate::emulator::store::{Resource, Store};
use crate::emulator::{gateway, rdb};

pub(super) const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("CreateURedisBackup", create),
    ("DescribeURedisBackup", describe),
    ("DescribeURedisBackupURL", address),
    ("UpdateURedisBackupStrategy", set_strategy),
];

const CREATION: Transition = &[("Backuping", 1), ("Success", STAYS)];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Where the clock jumps further, no earlier backups are made up for.
const MADE_UP_FOR: Duration = DAY.saturating_mul(366);

/// Whether and when backups are taken automatically, and where copies are kept.
#[derive(Clone, Debug)]
pub(crate) struct Strategy {
    pub(super) automatic: bool,
    /// By UTC, since the pages name no time zone.
    pub(super) hour: i64,
    copies: Option<Copies>,
    /// Up to when automatic backups have been taken.
    taken_until: Moment,
}

/// Copies that are kept in another region for so long.
#[derive(Clone, Debug)]
struct Copies {
    region: String,
    kept: Duration,
}

/// A backup of a group.
#[derive(Debug)]
pub(crate) struct GroupBackup {
    pub(crate) id: String,
    pub(crate) group_id: String,
    group_name: String,
    name: String,
    /// `Auto` or `Manual`.
    kind: &'static str,
    place: Place,
    slave_zone: String,
    /// That of the group, in GB.
    size: i64,
    /// What was in the group, in MB.
    held: i64,
    version: String,
    taken: Moment,
    life: Life,
    copy: Option<Copy>,
}

/// A copy in another region.
#[derive(Debug)]
struct Copy {
    /// A copy is in no zone.
    place: Place,
    expires: Moment,
}

impl Resource for GroupBackup {
    fn id(&self) -> &str {
        &self.id
    }

    fn place(&self) -> &Place {
        &self.place
    }

    fn is_gone(&self, time: Time) -> bool {
        self.life.state(time).is_none()
    }
}

impl Strategy {
    /// Without copies; automatic backups are taken from now on.
    pub(super) fn new(automatic: bool, hour: i64, now: Moment) -> Self {
        Self { automatic, hour, copies: None, taken_until: now }
    }

    /// When automatic backups were due since the last time that this was asked.
    fn due(&mut self, now: Moment) -> Vec<Moment> {
        let from = self.taken_until.max(now.before(MADE_UP_FOR));
        self.taken_until = now;
        if !self.automatic {
            return Vec::new();
        }
        let hour = u32::try_from(self.hour).unwrap_or(0);
        // At the end of time no hour comes next.
        let next = |last: &Moment| {
            Some(last.next_hour(hour)).filter(|next| next > last && *next <= now)
        };
        iter::successors(next(&from), next).collect()
    }
}

impl GroupBackup {
    /// What was in the group, in MB; refused until the backup is finished.
    pub(super) fn held_when_done(&self, time: Time) -> Result<i64, Refusal> {
        self.life.expect(&["Success"], &self.id, time)?;
        Ok(self.held)
    }

    /// What is downloaded; nothing until the backup is finished.
    pub(crate) fn file(&self, time: Time) -> Option<Vec<u8>> {
        let entries = [
            ("emulator:backup", self.id.as_str()),
            ("emulator:group", &self.group_id),
            ("emulator:name", &self.name),
        ];
        (self.life.state(time) == Some("Success")).then(|| rdb::file(&entries))
    }

    /// Whether the call sees it in a list of this `RegionType`.
    fn is_listed(&self, list: &str, call: &Call) -> bool {
        let is_here = call.reaches(&self.place);
        let copy = self.copy.as_ref();
        let is_in_list = match list {
            "source" => is_here && copy.is_some(),
            "target" => copy.is_some_and(|copy| call.reaches(&copy.place)),
            _ => is_here,
        };
        let fits = |name, own: &str| call.given(name).is_none_or(|given| given == own);
        is_in_list
            && fits("GroupId", &self.group_id)
            && fits("BackupId", &self.id)
            && fits("SlaveZone", &self.slave_zone)
    }

    fn facts(&self, list: &str, time: Time) -> Facts {
        let copy = self.copy.as_ref().filter(|_| list != "normal");
        let state = match (copy, self.life.state(time)) {
            (Some(copy), Some("Success")) if copy.expires <= time.now => Some("Expired"),
            (_, state) => state,
        };
        facts([
            ("Zone", self.place.zone.as_str().into()),
            ("BackupId", self.id.as_str().into()),
            ("GroupId", self.group_id.as_str().into()),
            ("GroupName", self.group_name.as_str().into()),
            ("BackupName", self.name.as_str().into()),
            ("BackupTime", self.taken.unix_seconds().into()),
            ("BackupSize", self.file(time).map_or(0, |file| file.len()).into()),
            ("BackupType", self.kind.into()),
            ("State", state.into()),
            ("SrcRegionName", copy.map(|_| self.place.region.as_str()).into()),
            ("DstRegionName", copy.map(|copy| copy.place.region.as_str()).into()),
            ("MemorySize", self.size.into()),
            ("RedisVersion", self.version.as_str().into()),
        ])
    }
}

impl Store {
    /// Adds a backup of a group that began at some moment, and gives its id.
    pub(super) fn add_group_backup(
        &mut self,
        group: &Group,
        name: String,
        kind: &'static str,
        taken: Moment,
    ) -> String {
        let id = self.new_id("uredisbackup");
        let instance = &group.instance;
        let copy = group.strategy.copies.as_ref().map(|copies| Copy {
            place: Place {
                region: copies.region.clone(),
                zone: String::new(),
                ..instance.place.clone()
            },
            expires: taken.after(copies.kept),
        });
        self.group_backups.add(GroupBackup {
            id: id.clone(),
            group_id: instance.id.clone(),
            group_name: instance.name.clone(),
            name,
            kind,
            place: instance.place.clone(),
            slave_zone: instance.slave_zone.clone(),
            size: instance.size,
            held: group.used(taken),
            version: instance.version.clone(),
            taken,
            life: Life::since(taken, CREATION),
            copy,
        });
        id
    }

    /// Takes the automatic backups that were due since the last call, of groups that ran then.
    pub(crate) fn take_due_backups(&mut self, time: Time) {
        let mut due = Vec::new();
        for group in self.groups.iter_mut() {
            let life = group.instance.life;
            let mut moments = group.strategy.due(time.now);
            moments
                .retain(|now| life.state(Time { now: *now, ..time }) == Some("Running"));
            if !moments.is_empty() {
                due.push((group.clone(), moments));
            }
        }
        for (group, moments) in due {
            for moment in moments {
                let name = format!("auto-{}", moment.unix_seconds());
                self.add_group_backup(&group, name, "Auto", moment);
            }
        }
    }
}

fn create(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let name = call.name("BackupName", 6..=63)?.to_owned();
    let time = context.time;
    let group = context.store.group_in(&["Running"], call, time)?.clone();
    let id = context.store.add_group_backup(&group, name, "Manual", time.now);
    Ok(facts([("BackupId", id.into())]))
}

/// Newest first. A group that is not there has none.
fn describe(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let list = match call.given("RegionType") {
        Some(list) => list,
        None if call.given("GroupId").is_none() => {
            return Err(Refusal::missing("GroupId"));
        }
        None => "normal",
    };
    let backups = context.store.group_backups.iter().rev();
    let mut backups: Vec<_> =
        backups.filter(|backup| backup.is_listed(list, call)).collect();
    backups.sort_by_key(|backup| Reverse(backup.taken));
    call.page(backups, |backup| backup.facts(list, context.time))
}

/// The address of a backup, or of its copy, which the call may ask for from either region.
fn address(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let id = call.required("BackupId")?;
    let lists =
        if call.flag("IsCrossRegion") { ["source", "target"] } else { ["normal"; 2] };
    let mut backups = context.store.group_backups.iter();
    let backup = backups
        .find(|backup| {
            backup.id == id && lists.iter().any(|list| backup.is_listed(list, call))
        })
        .ok_or_else(|| Refusal::no_such_resource("BackupId", id))?;
    let state = backup.facts(lists[0], context.time);
    let state = state.get("State").and_then(|state| state.as_str());
    if state != Some("Success") {
        return Err(Refusal::wrong_state(id, state.unwrap_or("Deleted")));
    }
    let address = context.download_address(id);
    Ok(facts(
        ["BackupURL", "BackupPath", "InnerBackupPath"]
            .map(|name| (name, address.as_str().into())),
    ))
}

fn set_strategy(context: &mut Context<'_>, call: &Call) -> Result<Facts, Refusal> {
    let hour = call.within("BackupTime", 0..=23)?.unwrap_or(0);
    let copies = match call.text("OperationType") {
        Some("modify") => Some(copies(call)?),
        _ => None,
    };
    let time = context.time;
    let strategy = &mut context.store.group_in(AT_REST, call, time)?.strategy;
    if matches!(call.text("OperationType"), Some("modify" | "close")) {
        strategy.copies = copies;
    } else {
        strategy.automatic = call.flag("AutoBackup");
        strategy.hour = hour;
    }
    Ok(Facts::new())
}

/// Where a call wants copies to be kept, and for how long.
fn copies(call: &Call) -> Result<Copies, Refusal> {
    let region = call.given("DstRegion").ok_or_else(|| Refusal::missing("DstRegion"))?;
    if !gateway::has_region(region) || call.text("Region") == Some(region) {
        return Err(Refusal::unusable("DstRegion", region));
    }
    let days = call.positive("SaveDays")?;
    let days = days.ok_or_else(|| Refusal::missing("SaveDays"))?;
    let days = u32::try_from(days).unwrap_or(u32::MAX);
    Ok(Copies { region: region.to_owned(), kept: DAY.saturating_mul(days) })
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::Value;

    use super::super::group::tests::ordered;
    use super::*;
    use crate::emulator::walk::Walk;

    const NAME: (&str, &str) = ("BackupName", "before-the-upgrade");
    const COPIES: [(&str, &str); 3] =
        [("OperationType", "modify"), ("DstRegion", "cn-sh2"), ("SaveDays", "7")];

    pub(crate) fn scenario(walk: &mut Walk) {
        let id = ordered(walk, &[]);
        let group = ("GroupId", id.as_str());
        walk.call(
            "UpdateURedisBackupStrategy",
            &[group, COPIES[0], COPIES[1], COPIES[2]],
        );
        let created = walk.call("CreateURedisBackup", &[group, NAME]);
        let id = created["BackupId"].as_str().unwrap();
        let backup = ("BackupId", id);
        let listed = walk.first("DescribeURedisBackup", &[group]);
        assert_eq!(
            (&listed["State"], &listed["BackupSize"]),
            (&"Backuping".into(), &0.into())
        );
        assert_eq!(walk.refused("DescribeURedisBackupURL", &[backup]), 20204);
        walk.step();
        let listed = walk.first("DescribeURedisBackup", &[group]);
        assert_eq!(
            (&listed["State"], &listed["BackupId"]),
            (&"Success".into(), &id.into())
        );
        assert!(listed["BackupSize"].as_i64().unwrap() > 0, "{listed}");
        let address = walk.call("DescribeURedisBackupURL", &[backup, group]);
        let file = format!("http://emulator.invalid/_emulator/downloads/{id}.rdb");
        assert_eq!(address["BackupPath"], *file);
        let copy = walk.first("DescribeURedisBackup", &[("RegionType", "source")]);
        assert_eq!(copy["DstRegionName"], "cn-sh2");
    }

    /// The members of this name in a list of backups.
    fn listed(walk: &mut Walk, pairs: &[(&str, &str)], member: &str) -> Vec<Value> {
        let reply = walk.call("DescribeURedisBackup", pairs);
        let rows = reply["DataSet"].as_array().unwrap();
        assert_eq!(reply["TotalCount"], rows.len());
        rows.iter().map(|row| row[member].clone()).collect()
    }

    #[test]
    fn a_backup_needs_a_group_that_runs_and_a_good_name() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 0);
        let group = ("GroupId", "uredis-a");
        let mut refused =
            |pairs: &[(&str, &str)]| walk.refused("CreateURedisBackup", pairs);
        assert_eq!(refused(&[("GroupId", "uredis-b"), NAME]), 20003);
        assert_eq!(refused(&[group, ("BackupName", "short")]), 230);
        assert_eq!(refused(&[group, ("BackupName", "with a space")]), 230);
        assert_eq!(refused(&[group, NAME, ("SlaveZone", "cn-bj2-02")]), 230);
        walk.call("DeleteURedisGroup", &[group]);
        assert_eq!(walk.refused("CreateURedisBackup", &[group, NAME]), 20204);
    }

    #[test]
    fn a_list_needs_a_group_or_a_kind_of_list() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 1);
        walk.seed_group("uredis-b", 2);
        let list = "DescribeURedisBackup";
        assert_eq!(walk.refused(list, &[]), 220);
        assert_eq!(walk.refused(list, &[("RegionType", "all")]), 230);
        let all = [("RegionType", "normal"), ("Limit", "9")];
        assert_eq!(listed(&mut walk, &all, "State"), ["Success"; 3]);
        let names = listed(&mut walk, &[("GroupId", "uredis-b")], "BackupName");
        assert_eq!(names, ["daily-1", "daily-2"]);
        let id = listed(&mut walk, &[("GroupId", "uredis-a")], "BackupId")[0].clone();
        let one = [all[0], ("BackupId", id.as_str().unwrap())];
        assert_eq!(listed(&mut walk, &one, "BackupId"), [one[1].1]);
        let other = [one[0], one[1], ("GroupId", "uredis-b")];
        assert_eq!(listed(&mut walk, &other, "BackupId"), [""; 0]);
        let spread = [("GroupId", "uredis-a"), ("SlaveZone", "cn-bj2-02")];
        assert_eq!(listed(&mut walk, &spread, "BackupId"), [""; 0]);
        let page = [("GroupId", "uredis-b"), ("Offset", "1"), ("Limit", "1")];
        let page = walk.call(list, &page);
        assert_eq!(
            (&page["TotalCount"], &page["DataSet"][0]["BackupName"]),
            (&2.into(), &"daily-2".into())
        );
    }

    #[test]
    fn an_address_needs_a_backup_of_that_group() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 1);
        let id = listed(&mut walk, &[("GroupId", "uredis-a")], "BackupId")[0].clone();
        let backup = ("BackupId", id.as_str().unwrap());
        let mut refused =
            |pairs: &[(&str, &str)]| walk.refused("DescribeURedisBackupURL", pairs);
        assert_eq!(refused(&[backup, ("GroupId", "uredis-b")]), 20003);
        assert_eq!(refused(&[backup, ("ProjectId", "org-other")]), 20003);
        assert_eq!(refused(&[backup, ("IsCrossRegion", "true")]), 20003);
        assert_eq!(refused(&[("BackupId", "x")]), 20003);
    }

    #[test]
    fn copies_are_in_the_other_region_until_they_expire() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 1);
        let group = ("GroupId", "uredis-a");
        let strategy = "UpdateURedisBackupStrategy";
        walk.call(strategy, &[group, COPIES[0], COPIES[1], COPIES[2]]);
        let created = walk.call("CreateURedisBackup", &[group, NAME]);
        walk.call(strategy, &[group, ("OperationType", "close")]);
        walk.call("CreateURedisBackup", &[group, NAME]);
        walk.step();
        let there = [("Region", "cn-sh2"), ("Zone", ""), ("RegionType", "target")];
        let here = [("RegionType", "source")];
        let copy = ("BackupId", created["BackupId"].as_str().unwrap());
        for pairs in [&there[..], &here[..]] {
            assert_eq!(listed(&mut walk, pairs, "BackupId"), [copy.1]);
            assert_eq!(listed(&mut walk, pairs, "State"), ["Success"]);
            assert_eq!(listed(&mut walk, pairs, "SrcRegionName"), ["cn-bj2"]);
        }
        assert_eq!(listed(&mut walk, &[there[2]], "BackupId"), [""; 0]);
        let normal = [there[0], there[1], ("RegionType", "normal")];
        assert_eq!(listed(&mut walk, &normal, "BackupId"), [""; 0]);
        let address = "DescribeURedisBackupURL";
        let cross = ("IsCrossRegion", "true");
        walk.call(address, &[copy, cross]);
        walk.call(address, &[copy, cross, there[0], there[1]]);
        assert_eq!(walk.refused(address, &[copy, there[0], there[1]]), 20003);
        walk.pass(DAY * 7);
        assert_eq!(listed(&mut walk, &here, "State"), ["Expired"]);
        assert_eq!(walk.refused(address, &[copy, cross]), 20204);
        walk.call(address, &[copy]);
    }

    #[test]
    fn a_strategy_is_checked() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 0);
        let group = ("GroupId", "uredis-a");
        let [modify, region, days] = COPIES;
        for (pairs, ret_code) in [
            (&[("GroupId", "x")][..], 20003),
            (&[group, ("BackupTime", "24")], 230),
            (&[group, ("AutoBackup", "on")], 230),
            (&[group, ("OperationType", "other")], 230),
            (&[group, ("SlaveZone", "cn-bj2-02")], 230),
            (&[group, modify, days], 220),
            (&[group, modify, region], 220),
            (&[group, modify, region, ("SaveDays", "0")], 230),
            (&[group, modify, days, ("DstRegion", "atlantis")], 230),
            (&[group, modify, days, ("DstRegion", "cn-bj2")], 230),
        ] {
            let code = walk.refused("UpdateURedisBackupStrategy", pairs);
            assert_eq!(code, ret_code, "{pairs:?}");
        }
    }

    /// The clock stands at 08:00 by UTC.
    #[test]
    fn automatic_backups_are_taken_when_the_clock_passes_their_hour() {
        let mut walk = Walk::default();
        let hours = |hours: u64| Duration::from_secs(hours * 60 * 60);
        let order =
            [("AutoBackup", "enable"), ("BackupTime", "9"), ("ChargeType", "Dynamic")];
        let id = ordered(&mut walk, &order);
        let group = ("GroupId", id.as_str());
        let all = [group, ("Limit", "9999")];
        let count = |walk: &mut Walk| listed(walk, &all, "BackupId").len();
        assert_eq!(count(&mut walk), 0);
        walk.pass(hours(1));
        assert_eq!(listed(&mut walk, &all, "BackupTime"), [1_800_003_600]);
        assert_eq!(listed(&mut walk, &all, "BackupType"), ["Auto"]);
        assert_eq!(listed(&mut walk, &all, "State"), ["Success"]);
        walk.pass(hours(48));
        assert_eq!(count(&mut walk), 3);
        walk.call("ShutdownURedisGroup", &[group]);
        walk.pass(hours(24));
        assert_eq!(count(&mut walk), 3);
        walk.call("StartURedisGroup", &[group]);
        let strategy = "UpdateURedisBackupStrategy";
        walk.call(strategy, &[group, ("AutoBackup", "disable")]);
        walk.pass(hours(48));
        assert_eq!(count(&mut walk), 3);
        walk.call(strategy, &[group, ("BackupTime", "12")]);
        walk.pass(hours(2));
        assert_eq!(count(&mut walk), 3);
        walk.pass(hours(1));
        assert_eq!(count(&mut walk), 4);
        walk.pass(hours(24 * 1000));
        assert_eq!(count(&mut walk), 4 + 366);
        walk.pass(Duration::MAX);
        assert_eq!(count(&mut walk), 4 + 2 * 366);
    }

    #[test]
    fn backups_go_with_their_group() {
        let mut walk = Walk::default();
        walk.seed_group("uredis-a", 2);
        walk.call("DeleteURedisGroup", &[("GroupId", "uredis-a")]);
        walk.step();
        walk.seed_group("uredis-a", 0);
        let listed = listed(&mut walk, &[("GroupId", "uredis-a")], "BackupId");
        assert_eq!(listed, [""; 0]);
    }
}

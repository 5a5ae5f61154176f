//! Backups of Redis groups, and their copies in other regions.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::RedisGroups;
use super::state::Group;
use crate::backup::{Backup, BackupFile, BackupOf};
use crate::backup_kind::BackupKind;
use crate::call::Call;
use crate::clock::{Moment, Time};
use crate::context::{Behaviour, Context};
use crate::ids::Ids;
use crate::rdb;
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scope::Scope;
use crate::seed::backups::PlannedBackup;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<RedisGroups>)] = &[
    ("CreateURedisBackup", create),
    ("DescribeURedisBackup", describe),
    ("DescribeURedisBackupURL", address),
];

/// A backup of a group.
pub(crate) type GroupBackup = Backup<OfGroup>;

/// Facts of a group when its backup was taken.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfGroup {
    group_name: String,
    slave_zone: String,
    /// In GB.
    size: i64,
    pub(crate) version: String,
    copy: Option<BackupCopy>,
}

impl BackupOf for OfGroup {
    const BEGUN: &'static str = "Backuping";
    const DONE: &'static str = "Success";
}

/// A copy in another region.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupCopy {
    /// A copy is in no zone.
    scope: Scope,
    expires: Moment,
}

impl GroupBackup {
    /// Returns the file to download; none until the backup is finished.
    pub(crate) fn file(&self, time: Time) -> Option<BackupFile> {
        let made = || BackupFile::Made(self.made_file());
        self.is_done(time)
            .then(|| if self.file_size.is_some() { BackupFile::Stored } else { made() })
    }

    fn made_file(&self) -> Vec<u8> {
        let entries = [
            ("emulator:backup", self.id.as_str()),
            ("emulator:group", &self.owner),
            ("emulator:name", &self.name),
        ];
        rdb::file(&entries)
    }

    /// Returns the size of the file in bytes; 0 until the backup is finished.
    fn size_of_file(&self, time: Time) -> u64 {
        match self.file(time) {
            None => 0,
            Some(BackupFile::Stored) => self.file_size.unwrap_or_default(),
            Some(BackupFile::Made(file)) => file.len() as u64,
        }
    }

    /// Returns true if the call sees it in a list of this `RegionType`.
    fn is_listed(&self, list: &str, call: &Call) -> bool {
        let is_here = call.reaches(&self.scope);
        let copy = self.of.copy.as_ref();
        let is_in_list = match list {
            "source" => is_here && copy.is_some(),
            "target" => copy.is_some_and(|copy| call.reaches(&copy.scope)),
            _ => is_here,
        };
        let fits = |name, own: &str| call.given(name).is_none_or(|given| given == own);
        is_in_list
            && fits("GroupId", &self.owner)
            && fits("BackupId", &self.id)
            && fits("SlaveZone", &self.of.slave_zone)
    }

    fn backup_type(&self) -> &'static str {
        match self.kind {
            BackupKind::Automatic => "Auto",
            BackupKind::Manual => "Manual",
        }
    }

    pub(crate) fn attributes(&self, list: &str, time: Time) -> Attributes {
        let copy = self.of.copy.as_ref().filter(|_| list != "normal");
        let state = match (copy, self.state(time)) {
            (Some(copy), Some("Success")) if copy.expires <= time.now => Some("Expired"),
            (_, state) => state,
        };
        attributes([
            ("Zone", self.scope.zone.as_str().into()),
            ("BackupId", self.id.as_str().into()),
            ("GroupId", self.owner.as_str().into()),
            ("GroupName", self.of.group_name.as_str().into()),
            ("BackupName", self.name.as_str().into()),
            ("BackupTime", self.taken.unix_seconds().into()),
            ("BackupSize", self.size_of_file(time).into()),
            ("BackupType", self.backup_type().into()),
            ("State", state.into()),
            ("SrcRegionName", copy.map(|_| self.scope.region.as_str()).into()),
            ("DstRegionName", copy.map(|copy| copy.scope.region.as_str()).into()),
            ("MemorySize", self.of.size.into()),
            ("RedisVersion", self.of.version.as_str().into()),
        ])
    }
}

impl RedisGroups {
    /// Adds a backup of a group that began at some moment, and gives its id.
    pub(crate) fn add_group_backup(
        &mut self,
        ids: &mut Ids,
        group: &Group,
        name: String,
        kind: BackupKind,
        taken: Moment,
    ) -> String {
        let id = ids.new_id("uredisbackup");
        let life = GroupBackup::begun(taken);
        let planned = PlannedBackup { id: id.clone(), name, kind, taken, life };
        self.insert_group_backup(group, planned);
        id
    }

    /// Adds a backup of a group with these facts.
    pub(crate) fn insert_group_backup(&mut self, group: &Group, planned: PlannedBackup) {
        let taken = planned.taken;
        let instance = &group.instance;
        let copy = group.strategy.copies.as_ref().map(|copies| BackupCopy {
            scope: Scope {
                region: copies.region.clone(),
                zone: String::new(),
                ..instance.scope.clone()
            },
            expires: taken.after(copies.kept),
        });
        let of = OfGroup {
            group_name: instance.name.clone(),
            slave_zone: instance.slave_zone.clone(),
            size: instance.size,
            version: instance.version.clone(),
            copy,
        };
        self.backups.insert(GroupBackup::new(instance, group.used(taken), planned, of));
    }
}

fn create(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let name = call.name("BackupName", 6..=63)?.to_owned();
    let time = context.time;
    let group = context.store.group_in(&["Running"], call, time)?.clone();
    let id =
        context.store.add_group_backup(context.ids, &group, name, BackupKind::Manual, time.now);
    Ok(attributes([("BackupId", id.into())]))
}

/// Lists the backups of one group, or of all groups, newest first. An unknown group has none. The
/// documentation requires a group unless `RegionType` is set; the service does not, as UCloud's own
/// SDKs test.
fn describe(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let list = call.filter("RegionType").unwrap_or("normal");
    let backups = context.store.backups.iter().rev();
    let backups = backups.filter(|backup| backup.is_listed(list, call) && call.lists(backup.taken));
    let mut backups: Vec<_> = backups.collect();
    backups.sort_by_key(|backup| Reverse(backup.taken));
    call.page(backups, |backup| backup.attributes(list, context.time))
}

/// Returns the address of a backup or of its copy. The call may ask in either region.
fn address(context: &mut Context<'_, RedisGroups>, call: &Call) -> Result<Attributes, Refusal> {
    let id = call.required("BackupId")?;
    let lists = if call.flag("IsCrossRegion") { ["source", "target"] } else { ["normal"; 2] };
    let mut backups = context.store.backups.iter();
    let backup = backups
        .find(|backup| backup.id == id && lists.iter().any(|list| backup.is_listed(list, call)))
        .ok_or_else(|| Refusal::no_such_resource("BackupId", id))?;
    let state = backup.attributes(lists[0], context.time);
    let state = state.get("State").and_then(|state| state.as_str());
    if state != Some("Success") {
        return Err(Refusal::wrong_state(id, state.unwrap_or("Deleted")));
    }
    let address = context.download_address(id);
    Ok(attributes(
        ["BackupURL", "BackupPath", "InnerBackupPath"].map(|name| (name, address.as_str().into())),
    ))
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use std::time::Duration;

    use super::super::order::tests::ordered;
    use crate::clock::DAY;
    use crate::coverage::Coverage;

    const NAME: (&str, &str) = ("BackupName", "before-the-upgrade");
    pub(crate) const COPIES: [(&str, &str); 3] =
        [("OperationType", "modify"), ("DstRegion", "cn-sh2"), ("SaveDays", "7")];

    pub(crate) fn scenario(run: &mut Coverage) {
        let id = ordered(run, &[]);
        let group = ("GroupId", id.as_str());
        run.call("UpdateURedisBackupStrategy", &[group, COPIES[0], COPIES[1], COPIES[2]]);
        let created = run.call("CreateURedisBackup", &[group, NAME]);
        let id = created["BackupId"].as_str().unwrap();
        let backup = ("BackupId", id);
        let listed = run.first("DescribeURedisBackup", &[group]);
        assert_eq!((&listed["State"], &listed["BackupSize"]), (&"Backuping".into(), &0.into()));
        assert_eq!(run.refused("DescribeURedisBackupURL", &[backup]), 20204);
        run.step();
        let listed = run.first("DescribeURedisBackup", &[group]);
        assert_eq!((&listed["State"], &listed["BackupId"]), (&"Success".into(), &id.into()));
        assert!(listed["BackupSize"].as_i64().unwrap() > 0, "{listed}");
        let address = run.call("DescribeURedisBackupURL", &[backup, group]);
        let file = format!("http://emulator.invalid/_emulator/downloads/{id}.rdb");
        assert_eq!(address["BackupPath"], *file);
        let copy = run.first("DescribeURedisBackup", &[("RegionType", "source")]);
        assert_eq!(copy["DstRegionName"], "cn-sh2");
    }

    /// Returns the fields of this name in a list of backups.
    pub(crate) fn listed(run: &mut Coverage, pairs: &[(&str, &str)], member: &str) -> Vec<Value> {
        let response = run.call("DescribeURedisBackup", pairs);
        let rows = response["DataSet"].as_array().unwrap();
        assert_eq!(response["TotalCount"], rows.len());
        rows.iter().map(|row| row[member].clone()).collect()
    }

    #[test]
    fn a_backup_needs_a_group_that_runs_and_a_good_name() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 0);
        let group = ("GroupId", "uredis-a");
        let mut refused = |pairs: &[(&str, &str)]| run.refused("CreateURedisBackup", pairs);
        assert_eq!(refused(&[("GroupId", "uredis-b"), NAME]), 230);
        assert_eq!(refused(&[group, ("BackupName", "short")]), 230);
        assert_eq!(refused(&[group, ("BackupName", "with a space")]), 230);
        assert_eq!(refused(&[group, NAME, ("SlaveZone", "cn-bj2-02")]), 230);
        run.call("DeleteURedisGroup", &[group]);
        assert_eq!(run.refused("CreateURedisBackup", &[group, NAME]), 20204);
    }

    #[test]
    fn a_list_is_narrowed_down_by_group_kind_and_backup() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 1);
        run.seed_group("uredis-b", 2);
        let list = "DescribeURedisBackup";
        assert_eq!(listed(&mut run, &[], "State"), ["Success"; 3]);
        assert_eq!(run.refused(list, &[("RegionType", "all")]), 230);
        let all = [("RegionType", "normal"), ("Limit", "9")];
        assert_eq!(listed(&mut run, &all, "State"), ["Success"; 3]);
        let names = listed(&mut run, &[("GroupId", "uredis-b")], "BackupName");
        assert_eq!(names, ["daily-1", "daily-2"]);
        let id = listed(&mut run, &[("GroupId", "uredis-a")], "BackupId")[0].clone();
        let one = [all[0], ("BackupId", id.as_str().unwrap())];
        assert_eq!(listed(&mut run, &one, "BackupId"), [one[1].1]);
        let other = [one[0], one[1], ("GroupId", "uredis-b")];
        assert_eq!(listed(&mut run, &other, "BackupId"), [""; 0]);
        let spread = [("GroupId", "uredis-a"), ("SlaveZone", "cn-bj2-02")];
        assert_eq!(listed(&mut run, &spread, "BackupId"), [""; 0]);
        let page = [("GroupId", "uredis-b"), ("Offset", "1"), ("Limit", "1")];
        let page = run.call(list, &page);
        assert_eq!(
            (&page["TotalCount"], &page["DataSet"][0]["BackupName"]),
            (&2.into(), &"daily-2".into())
        );
    }

    #[test]
    fn an_address_needs_a_backup_of_that_group() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 1);
        let id = listed(&mut run, &[("GroupId", "uredis-a")], "BackupId")[0].clone();
        let backup = ("BackupId", id.as_str().unwrap());
        let mut refused = |pairs: &[(&str, &str)]| run.refused("DescribeURedisBackupURL", pairs);
        assert_eq!(refused(&[backup, ("GroupId", "uredis-b")]), 230);
        assert_eq!(refused(&[backup, ("ProjectId", "org-other")]), 230);
        assert_eq!(refused(&[backup, ("IsCrossRegion", "true")]), 230);
        assert_eq!(refused(&[("BackupId", "x")]), 230);
    }

    #[test]
    fn copies_are_in_the_other_region_until_they_expire() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 1);
        let group = ("GroupId", "uredis-a");
        let strategy = "UpdateURedisBackupStrategy";
        run.call(strategy, &[group, COPIES[0], COPIES[1], COPIES[2]]);
        let created = run.call("CreateURedisBackup", &[group, NAME]);
        run.call(strategy, &[group, ("OperationType", "close")]);
        run.call("CreateURedisBackup", &[group, NAME]);
        run.step();
        let there = [("Region", "cn-sh2"), ("Zone", ""), ("RegionType", "target")];
        let here = [("RegionType", "source")];
        let copy = ("BackupId", created["BackupId"].as_str().unwrap());
        for pairs in [&there[..], &here[..]] {
            assert_eq!(listed(&mut run, pairs, "BackupId"), [copy.1]);
            assert_eq!(listed(&mut run, pairs, "State"), ["Success"]);
            assert_eq!(listed(&mut run, pairs, "SrcRegionName"), ["cn-bj2"]);
        }
        assert_eq!(listed(&mut run, &[there[2]], "BackupId"), [""; 0]);
        let normal = [there[0], there[1], ("RegionType", "normal")];
        assert_eq!(listed(&mut run, &normal, "BackupId"), [""; 0]);
        let address = "DescribeURedisBackupURL";
        let cross = ("IsCrossRegion", "true");
        run.call(address, &[copy, cross]);
        run.call(address, &[copy, cross, there[0], there[1]]);
        assert_eq!(run.refused(address, &[copy, there[0], there[1]]), 230);
        // A step has passed since it was taken.
        run.pass((DAY * 7).saturating_sub(Duration::from_millis(201)));
        assert_eq!(listed(&mut run, &here, "State"), ["Success"]);
        run.pass(Duration::from_millis(1));
        assert_eq!(listed(&mut run, &here, "State"), ["Expired"]);
        assert_eq!(run.refused(address, &[copy, cross]), 20204);
        run.call(address, &[copy]);
    }

    #[test]
    fn backups_go_with_their_group() {
        let mut run = Coverage::default();
        run.seed_group("uredis-a", 2);
        run.call("DeleteURedisGroup", &[("GroupId", "uredis-a")]);
        run.step();
        run.seed_group("uredis-a", 0);
        let listed = listed(&mut run, &[("GroupId", "uredis-a")], "BackupId");
        assert_eq!(listed, [""; 0]);
    }
}

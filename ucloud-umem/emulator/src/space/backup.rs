//! Backups of distributed Redis spaces.

use std::iter::repeat_n;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Space, Spaces};
use crate::backup::{Backup, BackupFile, BackupOf};
use crate::backup_kind::BackupKind;
use crate::call::Call;
use crate::clock::{Moment, Time};
use crate::context::{Behaviour, Context};
use crate::ids::Ids;
use crate::rdb;
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::seed::backups::PlannedBackup;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] = &[
    ("CreateUMemBackup", create),
    ("DescribeUMemBackup", describe),
    ("DescribeUMemBackupURL", addresses),
];

/// A backup of a space.
pub(crate) type SpaceBackup = Backup<OfSpace>;

/// Facts of a space when its backup was taken.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfSpace {
    /// Ids of the shards.
    shards: Vec<String>,
}

impl BackupOf for OfSpace {
    const BEGUN: &'static str = "Starting";
    const DONE: &'static str = "Done";
}

impl SpaceBackup {
    /// Makes a backup of a space with these facts.
    pub(crate) fn seeded(space: &Space, planned: PlannedBackup) -> Self {
        let of = OfSpace { shards: space.shards.iter().map(|shard| shard.id.clone()).collect() };
        Self::new(&space.instance, space.used(), planned, of)
    }

    /// Names of its files, one of each shard.
    pub(crate) fn files(&self) -> impl Iterator<Item = String> {
        self.of.shards.iter().map(|shard| format!("{}-{shard}", self.id))
    }

    /// Returns the file to download, by the name of the backup or of one of its files; none until
    /// the backup is finished. A real server has one file, for the first shard; the files of
    /// the others have no keys.
    pub(crate) fn file(&self, name: &str, time: Time) -> Option<BackupFile> {
        let rest = name.strip_prefix(&*self.id)?;
        let is_one = rest.is_empty() || self.files().any(|file| file == name);
        let entries = [
            ("emulator:file", name),
            ("emulator:backup", &self.id),
            ("emulator:space", &self.owner),
        ];
        let is_first = rest.is_empty() || self.files().next().is_some_and(|file| file == name);
        (is_one && self.is_done(time)).then(|| match self.file_size {
            None => BackupFile::Made(rdb::file(&entries)),
            Some(_) if is_first => BackupFile::Stored,
            Some(_) => BackupFile::Made(rdb::file(&[])),
        })
    }

    fn backup_type(&self) -> &'static str {
        match self.kind {
            BackupKind::Automatic => "auto",
            BackupKind::Manual => "manual",
        }
    }

    /// Attributes of the backup of one shard. Those of all shards look alike.
    pub(crate) fn attributes(&self, time: Time) -> Attributes {
        let shards = i64::try_from(self.of.shards.len()).unwrap_or(i64::MAX).max(1);
        attributes([
            ("BackupId", self.id.as_str().into()),
            ("BackupName", self.name.as_str().into()),
            ("BackupType", self.backup_type().into()),
            ("BlockCount", self.of.shards.len().into()),
            ("BlockSize", (self.held / shards).into()),
            ("CreateTime", self.taken.unix_seconds().into()),
            ("Protocol", "redis".into()),
            ("SpaceId", self.owner.as_str().into()),
            ("State", self.state(time).into()),
        ])
    }
}

impl Spaces {
    /// Returns the backup that the call names by space and id. It must be finished.
    pub(crate) fn finished_backup(&self, call: &Call, time: Time) -> Result<&SpaceBackup, Refusal> {
        let space = self.spaces.named(call, "SpaceId")?;
        let backup = self.backups.named(call, "BackupId")?;
        if backup.owner != space.instance.id {
            return Err(Refusal::no_such_resource("BackupId", &backup.id));
        }
        backup.expect_done(time)
    }

    /// Adds a backup of a space that began at some moment, if there is such a space, and gives its
    /// id.
    pub(crate) fn add_backup(
        &mut self,
        ids: &mut Ids,
        space_id: &str,
        name: String,
        kind: BackupKind,
        started: Moment,
    ) -> Option<String> {
        let id = ids.new_id("umembackup");
        let space = self.spaces.get(space_id)?;
        let life = SpaceBackup::begun(started);
        let planned = PlannedBackup { id: id.clone(), name, kind, taken: started, life };
        self.backups.insert(SpaceBackup::seeded(space, planned));
        Some(id)
    }
}

fn create(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let space = context.store.spaces.named(call, "SpaceId")?;
    space.expect_running(context.time)?;
    let space_id = space.instance.id.clone();
    let name = call.name("BackupName", 6..=63)?.to_owned();
    let id = context.store.add_backup(
        context.ids,
        &space_id,
        name,
        BackupKind::Manual,
        context.time.now,
    );
    Ok(attributes([("BackupId", id.into())]))
}

/// Lists backups, newest first, with an entry per shard. A space that is not there has none.
///
/// Offset, limit and total count backups; UCloud does not document what they count.
fn describe(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let space_id = call.required("SpaceId")?;
    let backups = context.store.backups.iter().rev();
    let backups = backups.filter(|backup| {
        backup.owner == space_id && call.reaches(&backup.scope) && call.lists(backup.taken)
    });
    let mut page = call.page(backups, |backup| backup.attributes(context.time))?;
    if let Some(Value::Array(entries)) = page.get_mut("DataSet") {
        let backups = std::mem::take(entries).into_iter();
        let shards = backups.flat_map(|backup| {
            let count = backup["BlockCount"].as_u64().unwrap_or_default();
            repeat_n(backup, usize::try_from(count).unwrap_or_default())
        });
        *entries = shards.collect();
    }
    Ok(page)
}

/// Returns one address per shard, or of the shard that the call names.
fn addresses(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let backup = context.store.finished_backup(call, context.time)?;
    let shard = call.filter("BlockId");
    if let Some(unknown) = shard.filter(|id| !backup.of.shards.iter().any(|shard| shard == id)) {
        return Err(Refusal::no_such_resource("BlockId", unknown));
    }
    let files = backup.files().zip(&backup.of.shards);
    let files = files.filter(|(_, of)| shard.is_none_or(|wanted| wanted == *of));
    let addresses: Vec<_> = files.map(|(file, _)| context.download_address(&file)).collect();
    Ok(attributes([("BackupURL", addresses.into())]))
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::coverage::Coverage;

    pub(crate) fn scenario(run: &mut Coverage) {
        run.seed_space("umem-a", 2);
        let space = ("SpaceId", "umem-a");
        let name = ("BackupName", "before-the-upgrade");
        let created = run.call("CreateUMemBackup", &[space, name]);
        let id = created["BackupId"].as_str().unwrap();
        let backup = ("BackupId", id);
        assert_eq!(run.refused("DescribeUMemBackupURL", &[space, backup]), 20204);
        assert_eq!(run.first("DescribeUMemBackup", &[space])["State"], "Starting");
        run.step();
        assert_eq!(run.first("DescribeUMemBackup", &[space])["State"], "Done");
        let listed = run.first("DescribeUMemBackup", &[space]);
        assert_eq!((&listed["BlockCount"], &listed["BlockSize"]), (&4.into(), &384.into()));
        assert_eq!(
            (&listed["BackupType"], &listed["BackupName"]),
            (&"manual".into(), &name.1.into())
        );
        let all = run.call("DescribeUMemBackup", &[space]);
        assert_eq!(all["TotalCount"], 3);
        let shards = all["DataSet"].as_array().unwrap();
        assert_eq!(shards.len(), 12);
        assert_eq!(shards.iter().filter(|shard| shard["BackupId"] == id).count(), 4);
        run.call("DescribeUMemBackupURL", &[space, backup]);
    }

    #[test]
    fn a_backup_has_an_address_per_shard() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 1);
        let space = ("SpaceId", "umem-a");
        let listed = run.first("DescribeUMemBackup", &[space]);
        assert_eq!(listed["BackupType"], "auto");
        let id = listed["BackupId"].as_str().unwrap();
        let backup = ("BackupId", id);
        let shards = run.call("DescribeUMemBlockInfo", &[space, ("Offset", "0"), ("Limit", "9")]);
        let shards: Vec<_> = shards["DataSet"]
            .as_array()
            .unwrap()
            .iter()
            .map(|shard| shard["BlockId"].as_str().unwrap())
            .collect();
        assert_eq!(shards.len(), 4);
        let address =
            |shard: &str| format!("http://emulator.invalid/_emulator/downloads/{id}-{shard}.rdb");
        let all: Vec<_> = shards.iter().map(|shard| address(shard)).collect();
        let addresses = run.call("DescribeUMemBackupURL", &[space, backup]);
        assert_eq!(addresses["BackupURL"], serde_json::json!(all));
        let one = &[space, backup, ("BlockId", shards[2])];
        let addresses = run.call("DescribeUMemBackupURL", one);
        assert_eq!(addresses["BackupURL"], serde_json::json!([address(shards[2])]));
        let none = &[space, backup, ("BlockId", "umemblock-x")];
        run.refuses("DescribeUMemBackupURL", none, 230, "[BlockId]");
    }

    #[test]
    fn a_backup_needs_a_space_that_runs_and_a_good_name() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        let space = ("SpaceId", "umem-a");
        let refused = |run: &mut Coverage, space, name| {
            run.refused("CreateUMemBackup", &[space, ("BackupName", name)])
        };
        assert_eq!(refused(&mut run, ("SpaceId", "umem-b"), "good-name"), 230);
        assert_eq!(refused(&mut run, space, "short"), 230);
        assert_eq!(refused(&mut run, space, "with a space"), 230);
        run.call("DeleteUMemSpace", &[space]);
        assert_eq!(refused(&mut run, space, "good-name"), 20204);
        run.step();
        assert_eq!(refused(&mut run, space, "good-name"), 230);
    }

    #[test]
    fn an_address_needs_a_backup_of_that_space() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 1);
        run.seed_space("umem-b", 1);
        let of = |run: &mut Coverage, space| {
            let listed = run.first("DescribeUMemBackup", &[("SpaceId", space)]);
            listed["BackupId"].as_str().unwrap().to_owned()
        };
        let backup = of(&mut run, "umem-b");
        let address = [("SpaceId", "umem-a"), ("BackupId", backup.as_str())];
        assert_eq!(run.refused("DescribeUMemBackupURL", &address), 230);
    }

    #[test]
    fn backups_go_with_their_space() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 2);
        run.call("DeleteUMemSpace", &[("SpaceId", "umem-a")]);
        run.step();
        run.seed_space("umem-a", 0);
        let listed = run.call("DescribeUMemBackup", &[("SpaceId", "umem-a")]);
        assert_eq!(listed["TotalCount"], 0);
    }
}

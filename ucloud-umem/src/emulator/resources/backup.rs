//! Backups of distributed Redis spaces.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::emulator::check::{Call, Refusal};
use crate::emulator::clock::Moment;
use crate::emulator::store::Store;

/// A backup of a space.
#[derive(Debug)]
pub(crate) struct Backup {
    pub(crate) id: String,
    pub(crate) space_id: String,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) started: Moment,
}

/// Who started a backup.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// The space's own schedule.
    Auto,
    /// Somebody.
    Manual,
}

/// The states that a backup passes through, and how many steps each lasts; the last one stays.
const STATES: &[(&str, u32)] = &[("Starting", 1), ("Done", u32::MAX)];

/// Backups of a page where the call does not say how many.
const DEFAULT_LIMIT: usize = 10;

impl Backup {
    fn state(&self, now: Moment, step: Duration) -> &'static str {
        let age = now.since(self.started);
        let mut end = Duration::ZERO;
        for (state, steps) in STATES {
            end = end.saturating_add(step.saturating_mul(*steps));
            if age < end {
                return state;
            }
        }
        "Done"
    }
}

impl Store {
    /// Starts a backup of a space, if there is one, and gives its id.
    pub(crate) fn start_backup(
        &mut self,
        space_id: &str,
        name: String,
        now: Moment,
    ) -> Option<String> {
        self.spaces.get(space_id)?;
        let id = self.new_id("umembackup");
        self.backups.push(Backup {
            id: id.clone(),
            space_id: space_id.to_owned(),
            name,
            kind: Kind::Manual,
            started: now,
        });
        Some(id)
    }
}

/// DescribeUMemBackup: the backups of a space, newest first. A space that is not there has none.
pub(crate) fn describe(
    store: &mut Store,
    call: &Call<'_>,
    now: Moment,
    step: Duration,
) -> Result<Map<String, Value>, Refusal> {
    let offset = call.count("Offset", 0)?;
    let limit = call.count("Limit", DEFAULT_LIMIT)?;
    let space_id = call.text("SpaceId").unwrap_or_default();
    let space = store.spaces.get(space_id).filter(|space| {
        call.text("Region") == Some(&space.region)
            && call.text("Zone") == Some(&space.zone)
    });
    let Some(space) = space else {
        return Ok(Map::from_iter([
            ("DataSet".to_owned(), json!([])),
            ("TotalCount".to_owned(), json!(0)),
        ]));
    };
    let mut backups: Vec<&Backup> =
        store.backups.iter().filter(|backup| backup.space_id == space_id).collect();
    backups.reverse();
    let total = backups.len();
    let page = backups.into_iter().skip(offset).take(limit).map(|backup| {
        json!({
            "BackupId": backup.id,
            "BackupName": backup.name,
            "BackupType": match backup.kind {
                Kind::Auto => "auto",
                Kind::Manual => "manual",
            },
            "BlockCount": space.blocks,
            "BlockSize": space.block_size,
            "CreateTime": backup.started.unix_seconds(),
            "Protocol": "redis",
            "SpaceId": backup.space_id,
            "State": backup.state(now, step),
        })
    });
    Ok(Map::from_iter([
        ("DataSet".to_owned(), page.collect()),
        ("TotalCount".to_owned(), json!(total)),
    ]))
}

//! Lists the backups of a distributed Redis space as a table. The list has an entry per shard; the
//! table has a row per backup.
//!
//! ```sh
//! cargo run --example list_backups -- [SPACE_ID]
//! ```
//!
//! A space that is named is asked for at UCloud, with the credentials that the environment, the
//! files in `~/.ucloud` or the host have. Without a name, or where there are no credentials, it
//! asks the emulator, and says so.

use std::collections::HashMap;
use std::process::ExitCode;

use comfy_table::{CellAlignment, Table, presets};
use ucloud_umem::actions::DescribeUMemBackup;
use ucloud_umem::models::UMemBackup;
use ucloud_umem::paging::Items;
use ucloud_umem::{Client, ErrorKind};
use umem_emulator::Emulator;

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

/// The space that the emulator is given when none is named.
const EMULATED_SPACE: &str = "uredis-demo";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match list(std::env::args().nth(1)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn list(space_id: Option<String>) -> Result<()> {
    let (space_id, mut backups, first) = match space_id {
        Some(space_id) => ask_ucloud(space_id).await?,
        None => ask_emulator(EMULATED_SPACE.to_owned(), "no space was named").await?,
    };
    let mut table = Table::new();
    table.load_preset(presets::UTF8_FULL_CONDENSED);
    table.set_header(["Id", "Name", "Type", "State", "Created", "Shards", "Size"]);
    let mut shards = Vec::new();
    let mut next = first;
    while let Some(shard) = next {
        shards.push(shard);
        next = backups.try_next().await?;
    }
    for backup in group(shards) {
        table.add_row(row(&backup));
    }
    for number in [5, 6] {
        if let Some(column) = table.column_mut(number) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    println!("{table}");
    println!("{} backups of {space_id}", table.row_count());
    Ok(())
}

/// A space, the shards of its backups, and the first of them.
type Listing = (String, Items<DescribeUMemBackup<Client>>, Option<UMemBackup>);

async fn ask_ucloud(space_id: String) -> Result<Listing> {
    let first = match Client::from_env() {
        Ok(client) => {
            let mut backups = client.describe_umem_backup(&space_id).items();
            backups.try_next().await.map(|first| (backups, first))
        }
        Err(error) => Err(error),
    };
    match first {
        Ok((backups, first)) => Ok((space_id, backups, first)),
        Err(error) if error.kind() == ErrorKind::Credentials => {
            ask_emulator(space_id, &error.to_string()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks an emulator in which the space has some backups.
async fn ask_emulator(space_id: String, why: &str) -> Result<Listing> {
    println!("Asking the emulator, because {why}.");
    let emulator = Emulator::new();
    emulator.seed_space(&space_id, 24)?;
    emulator.start_backup(&space_id, "before the upgrade");
    let mut backups = emulator.client().describe_umem_backup(&space_id).items();
    let first = backups.try_next().await?;
    Ok((space_id, backups, first))
}

/// Groups shards by their backup, in the order of the list.
fn group(shards: Vec<UMemBackup>) -> Vec<Vec<UMemBackup>> {
    let mut backups: Vec<Vec<_>> = Vec::new();
    let mut places = HashMap::new();
    for shard in shards {
        let place = *places.entry(shard.backup_id.clone()).or_insert(backups.len());
        match backups.get_mut(place) {
            Some(backup) => backup.push(shard),
            None => backups.push(vec![shard]),
        }
    }
    backups
}

/// Returns a row for a backup. It is done when all of its shards are; its size is their sum.
fn row(shards: &[UMemBackup]) -> [String; 7] {
    let Some(first) = shards.first() else { return Default::default() };
    let unfinished = shards.iter().find(|shard| shard.state.as_str() != "Done");
    let sizes = shards.iter().map(|shard| shard.block_size);
    let size: Option<i64> = sizes.sum();
    [
        first.backup_id.clone(),
        first.backup_name.clone(),
        first.backup_type.to_string(),
        unfinished.unwrap_or(first).state.to_string(),
        first.create_time.to_string(),
        shards.len().to_string(),
        size.map_or("-".to_owned(), |size| size.to_string()),
    ]
}

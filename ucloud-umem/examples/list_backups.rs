//! Lists the backups of a distributed Redis space as a table.
//!
//! ```sh
//! cargo run -p ucloud-umem --features emulator --example list_backups -- [SPACE_ID]
//! ```
//!
//! A space that is named is asked for at UCloud, with the credentials that the environment, the files in `~/.ucloud` or the
//! host have. Without a name, or where there are no credentials, it asks the embedded emulator, and says so.

use std::process::ExitCode;

use comfy_table::{CellAlignment, Table, presets};
use ucloud_umem::actions::DescribeUMemBackup;
use ucloud_umem::emulator::Emulator;
use ucloud_umem::models::UMemBackupSet;
use ucloud_umem::paging::Items;
use ucloud_umem::{Client, ErrorKind, Result};

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
    let mut next = first;
    while let Some(backup) = next {
        table.add_row(row(&backup));
        next = backups.try_next().await?;
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

/// A space, its backups and the first of them.
type Listing = (String, Items<DescribeUMemBackup<Client>>, Option<UMemBackupSet>);

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
        Err(error) => Err(error),
    }
}

/// Asks an emulator in which the space has some backups.
async fn ask_emulator(space_id: String, why: &str) -> Result<Listing> {
    println!("Asking the embedded emulator, because {why}.");
    let emulator = Emulator::new();
    emulator.seed_space(&space_id, 24)?;
    emulator.start_backup(&space_id, "before the upgrade");
    let mut backups = emulator.client().describe_umem_backup(&space_id).items();
    let first = backups.try_next().await?;
    Ok((space_id, backups, first))
}

fn row(backup: &UMemBackupSet) -> [String; 7] {
    let number =
        |number: Option<i64>| number.map_or("-".to_owned(), |number| number.to_string());
    [
        backup.backup_id.clone(),
        backup.backup_name.clone(),
        backup.backup_type.to_string(),
        backup.state.to_string(),
        backup.create_time.to_string(),
        number(backup.block_count),
        number(backup.block_size),
    ]
}

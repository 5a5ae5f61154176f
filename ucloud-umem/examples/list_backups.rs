//! Lists the backups of a distributed Redis space as a table.
//!
//! ```sh
//! cargo run -p ucloud-umem --features emulator --example list_backups -- [SPACE_ID]
//! ```
//!
//! With keys in the environment (`UCLOUD_PUBLIC_KEY`, `UCLOUD_PRIVATE_KEY`) it asks UCloud, in the region and zone that
//! `UCLOUD_REGION` and `UCLOUD_ZONE` name; without them it asks the embedded emulator, and says so.

use std::process::ExitCode;

use comfy_table::{CellAlignment, Table, presets};
use ucloud_umem::emulator::Emulator;
use ucloud_umem::models::UMemBackupSet;
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
    let (client, space_id) = match Client::from_env() {
        Ok(client) => {
            let Some(space_id) = space_id else {
                println!("There are keys in the environment: name the space to list.");
                return Ok(());
            };
            (client, space_id)
        }
        Err(error) if error.kind() == ErrorKind::Credentials => {
            emulated(space_id, &error)
        }
        Err(error) => return Err(error),
    };

    let mut backups = client.describe_umem_backup(&space_id).items();
    let mut table = Table::new();
    table.load_preset(presets::UTF8_FULL_CONDENSED);
    table.set_header(["Id", "Name", "Type", "State", "Created", "Shards", "Size"]);
    while let Some(backup) = backups.try_next().await? {
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

/// A client of an emulator in which the space has some backups.
fn emulated(space_id: Option<String>, why: &ucloud_umem::Error) -> (Client, String) {
    println!("Asking the embedded emulator, because {why}.");
    let space_id = space_id.unwrap_or_else(|| EMULATED_SPACE.to_owned());
    let emulator = Emulator::new();
    emulator.seed_space(&space_id, 24);
    emulator.start_backup(&space_id, "before the upgrade");
    (emulator.client(), space_id)
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

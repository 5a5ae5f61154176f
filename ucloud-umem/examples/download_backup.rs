//! Takes a backup of a space on the emulator, and downloads all of its shards over HTTP, each to a
//! file that has the id of its shard in its name.
//!
//! ```sh
//! cargo run --example download_backup
//! ```

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use ucloud_umem::{Client, Credentials};
use umem_emulator::Emulator;

const SPACE: &str = "uredis-demo";

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let folder = std::env::temp_dir().join(format!("umem-backup-{}", std::process::id()));
    let result = run(&folder).await;
    // The demo leaves nothing behind.
    _ = std::fs::remove_dir_all(&folder);
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(folder: &Path) -> Result<()> {
    let emulator = Emulator::new();
    emulator.seed_space(SPACE, 0)?;
    let server = emulator.serve("127.0.0.1:0")?;
    let client = Client::builder()
        .credentials(Credentials::new("emulator", "emulator"))
        .base_url(server.url())
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;

    let backup = client.create_umem_backup(SPACE, "before-upgrade").send().await?.backup_id;
    let longest = Duration::from_secs(20);
    client.wait_until_umem_backup_done(SPACE, &*backup).wait(longest).await?;
    std::fs::create_dir_all(folder)?;
    for (file, bytes) in download_shards(&client, &backup, folder).await? {
        println!("{} {bytes} bytes", file.display());
    }
    Ok(())
}

/// Downloads the backup of each shard, and returns the files with their lengths.
///
/// Each shard is asked for by its id, because a list of addresses does not say which is which.
async fn download_shards(
    client: &Client,
    backup: &str,
    folder: &Path,
) -> Result<Vec<(PathBuf, u64)>> {
    let mut files = Vec::new();
    let mut shards = client.describe_umem_block_info(SPACE).items();
    while let Some(shard) = shards.try_next().await? {
        let request = client.describe_umem_backup_url(SPACE, backup).block_id(&*shard.block_id);
        for address in request.send().await?.backup_url {
            let file = folder.join(format!("{backup}-{}.rdb", shard.block_id));
            let bytes = client.download(&address).resume(true).to_file(&file).await?;
            files.push((file, bytes));
        }
    }
    Ok(files)
}

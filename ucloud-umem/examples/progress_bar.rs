//! Takes a backup of a space on the emulator, and draws a progress bar while it is being taken.
//!
//! ```sh
//! cargo run --example progress_bar
//! ```

use std::process::ExitCode;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use ucloud_umem::models::UMemBackup;
use umem_emulator::Emulator;

const SPACE: &str = "uredis-demo";

/// Duration of a backup here, and the longest wait for it.
const TAKES: Duration = Duration::from_secs(4);
const LONGEST: Duration = Duration::from_secs(20);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match back_up().await {
        Ok(shards) => {
            for shard in shards {
                println!("{} {} {}", shard.backup_id, shard.state, shard.create_time);
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn back_up() -> Result<Vec<UMemBackup>, Box<dyn std::error::Error>> {
    let emulator = Emulator::builder().step(TAKES).build();
    emulator.seed_space(SPACE, 0)?;
    let client = emulator.client();
    let backup = client.create_umem_backup(SPACE, "before-upgrade").send().await?;

    let bar = ProgressBar::new(LONGEST.as_secs()).with_style(style());
    let drawn = bar.clone();
    let done = client
        .wait_until_umem_backup_done(SPACE, backup.backup_id)
        .on_poll(move |progress| {
            drawn.set_position(progress.elapsed.as_secs());
            drawn.set_message(progress.state.unwrap_or("not there yet").to_owned());
        })
        .wait(LONGEST)
        .await;
    bar.abandon();
    Ok(done?)
}

/// Returns the style: time waited of the longest wait, and the last state.
fn style() -> ProgressStyle {
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} s  {msg}");
    style.unwrap_or_else(|_| ProgressStyle::default_bar())
}

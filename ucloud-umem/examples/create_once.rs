//! Creates a Redis group once, although the response to the create is lost and the program starts
//! again.
//!
//! ```sh
//! cargo run --example create_once
//! ```
//!
//! It uses the emulator, with a list that shows a new group only after 1 s.

use std::time::Duration;

use ucloud_umem::enums::HighAvailability;
use ucloud_umem::once::CreatedOnce;
use ucloud_umem::transport::{Fault, Faults};
use ucloud_umem::{Client, Credentials, Result};
use umem_emulator::Emulator;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let emulator = Emulator::builder().list_lag(Duration::from_secs(1)).build();
    for start in ["first start", "after a crash"] {
        let group = create(&emulator).await?;
        let how = if group.is_new() { "created" } else { "found" };
        println!("{start}: {how} {}", group.id());
    }
    Ok(())
}

/// Creates the group, as a program does each time that it starts.
async fn create(emulator: &Emulator) -> Result<CreatedOnce> {
    let lost = Fault::lost_response().for_action("CreateURedisGroup");
    let client = Client::builder()
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(Faults::new().with(lost).around(emulator.clone()))
        .build()?;
    client
        .create_uredis_group("orders-cache", HighAvailability::Enabled)
        .with_list_lag(Duration::from_secs(1))
        .send_once()
        .await
}

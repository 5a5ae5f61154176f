//! Works with the temporary credentials of a role, which are refreshed when they expire.
//!
//! ```sh
//! cargo run --example roles
//! ```
//!
//! It uses the emulator, whose clock is moved forward until the credentials expire.

use std::time::Duration;

use ucloud_umem::Client;
use ucloud_umem::credentials::AssumeRole;
use ucloud_umem::enums::Protocol;
use umem_emulator::Emulator;

const ROLE: &str = "ucs:iam::56000001:role/backups";
const HOUR: Duration = Duration::from_secs(3600);

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let emulator = Emulator::new();
    emulator.seed_role(ROLE)?;
    emulator.seed_space("uredis-demo", 3)?;

    // This client has the base credentials, which may assume the role.
    let base = emulator.client();
    let client = with_role(&base, ROLE, &emulator)?;
    for _ in 0..2 {
        let count = client.describe_umem(Protocol::Redis).send().await?.data_set.len();
        println!("{count} instances after {} requests", emulator.calls());
    }
    // The token expires. The service refuses it, and the client assumes the role again.
    emulator.clock().advance(HOUR);
    client.describe_umem(Protocol::Redis).send().await?;
    println!("the role was assumed again: {} requests", emulator.calls());

    // The error names the role and the reason.
    let client = with_role(&base, "ucs:iam::56000001:role/unknown", &emulator)?;
    if let Err(error) = client.describe_umem(Protocol::Redis).send().await {
        println!("{error}");
    }
    Ok(())
}

fn with_role(base: &Client, urn: &str, emulator: &Emulator) -> ucloud_umem::Result<Client> {
    Client::builder()
        .credentials(AssumeRole::new(base, urn, "nightly").duration(HOUR))
        .transport(emulator.clone())
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()
}

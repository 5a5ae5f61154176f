//! Takes profiles by their names, from files as UCloud's command line writes them: one with keys and
//! one of `ucloud auth login`, both on a dedicated channel.
//!
//! ```sh
//! cargo run --example profiles
//! ```
//!
//! It uses the emulator over HTTP, and files in a temporary folder in place of `~/.ucloud`.

use std::fs;
use std::path::Path;

use serde_json::json;
use ucloud_umem::Client;
use ucloud_umem::enums::Protocol;
use umem_emulator::Emulator;

const TOKEN: &str = "t0ken";
const CHANNEL_KEY: &str = "4f1c-example";

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let emulator = Emulator::builder().bearer_token(TOKEN).channel_key(CHANNEL_KEY).build();
    emulator.seed_group("uredis-orders", 0)?;
    let server = emulator.serve("127.0.0.1:0")?;
    let folder = tempfile::tempdir()?;
    write_files(folder.path(), &server.url())?;

    for profile in ["work", "sso"] {
        let client = from_profile(profile, folder.path())?;
        for instance in client.describe_umem(Protocol::Redis).send().await?.data_set {
            println!("{profile}: {} is {:?}", instance.name.unwrap_or_default(), instance.state);
        }
    }

    // The error names the files, and the profiles in them.
    if let Err(error) = from_profile("wrok", folder.path()) {
        println!("{error}");
    }
    Ok(())
}

/// Without the two setters for files, it is `Client::from_profile(name)`.
fn from_profile(name: &str, folder: &Path) -> ucloud_umem::Result<Client> {
    Client::builder()
        .profile(name)
        .config_file(folder.join("config.json"))
        .credential_file(folder.join("credential.json"))
        .build()
}

fn write_files(folder: &Path, base_url: &str) -> Result<()> {
    let home = |profile| {
        json!({
            "profile": profile, "region": "cn-bj2", "zone": "cn-bj2-05",
            "base_url": base_url, "channel_key": CHANNEL_KEY,
        })
    };
    let config = json!([home("work"), home("sso")]);
    let keys = json!([
        { "profile": "work", "public_key": "emulator", "private_key": "emulator" },
        { "profile": "sso", "auth_mode": "oauth", "access_token": TOKEN, "expires_at": 4_102_444_800_i64 },
    ]);
    fs::write(folder.join("config.json"), config.to_string())?;
    fs::write(folder.join("credential.json"), keys.to_string())?;
    Ok(())
}

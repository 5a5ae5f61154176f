//! Sets a program up: chooses a zone, a project and a subnet, and creates a Redis group there.
//!
//! ```sh
//! cargo run --example set_up
//! ```
//!
//! It uses the emulator, with one more network.

use std::time::Duration;

use ucloud_umem::Client;
use ucloud_umem::enums::{HighAvailability, Protocol};
use umem_emulator::Emulator;

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let emulator = Emulator::new();
    emulator.seed_vpc("uvnet-orders", ["subnet-web", "subnet-caches"])?;
    let client = set_up(&emulator.client()).await?;

    let mut subnets = client.describe_subnet().items();
    let mut chosen = None;
    while let Some(subnet) = subnets.try_next().await? {
        let (id, vpc) = (subnet.subnet_id.unwrap_or_default(), subnet.vpc_id.unwrap_or_default());
        println!("{id} in {vpc}");
        if id == "subnet-caches" {
            chosen = Some((vpc, id));
        }
    }
    let (vpc, subnet) = chosen.ok_or("no subnet for caches")?;

    let create = client.create_uredis_group("orders-cache", HighAvailability::Enabled);
    let id = create.vpc_id(vpc).subnet_id(subnet).send().await?.group_id;
    let running = client.wait_until_umem_running(Protocol::Redis, &*id);
    let group = running.wait(Duration::from_secs(20)).await?;
    println!("{id} runs in {}", group.subnet_id.unwrap_or_default());
    Ok(())
}

/// Returns a client for the default zone and the default project of the account.
async fn set_up(client: &Client) -> Result<Client> {
    let zones = client.get_region().send().await?.regions;
    let zone = zones.into_iter().find(|zone| zone.is_default).ok_or("no default zone")?;
    let projects = client.get_project_list().send().await?.project_set;
    let project = projects.into_iter().find(|own| own.is_default).ok_or("no default project")?;
    println!("{} of {}", zone.zone, project.project_name);
    Ok(client.with_region(zone.region).with_zone(zone.zone).with_project_id(project.project_id))
}

//! The programs that the page shows, one per action with its samples.
//!
//! `UPDATE_GOLDEN=1 cargo test -p umem-emulator --lib page::code` writes this file.

mod assume_role {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .build()?;
    let response = client
        .assume_role("ucs:iam::56000001:role/backups", "nightly")
        .duration_seconds(3600)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod check_udredis_space_allowance {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .check_udredis_space_allowance(8, 1)
        .group_id("umem-4mzp0vqe")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod check_uredis_allowance {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.check_uredis_allowance(8, 1).group_id("uredis-2vbhj1de").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_sf_workflow_from_template {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .create_sf_workflow_from_template("orders", "nightly", "{\"Input\": [], \"Output\": [], \"Activities\": []}")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_scan_hot_big_keys {
use ucloud_umem::enums::ScanType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .create_scan_hot_big_keys("umem-4mzp0vqe", ScanType::ScanBigKeys)
        .space_id("umem-4mzp0vqe")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_udredis_uhproxy {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.create_udredis_uhproxy("umem-4mzp0vqe", 2).proxy_cnt(2).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_umem_backup {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.create_umem_backup("umem-4mzp0vqe", "nightly").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_umem_space {
use ucloud_umem::enums::ChargeType;
use ucloud_umem::{Client, Credentials, Password};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .create_umem_space(16, "orders-cache")
        .charge_type(ChargeType::Month)
        .vpc_id("uvnet-2k4hq0cd")
        .subnet_id("subnet-1f0zkq3w")
        .password(Password::new("correct_horse"))
        .block_cnt(4)
        .backup_id("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
        .source_space_id("umem-4mzp0vqe")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_umemcache_group {
use ucloud_umem::enums::ChargeType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .create_umemcache_group("orders-cache")
        .size(4)
        .charge_type(ChargeType::Month)
        .vpc_id("uvnet-2k4hq0cd")
        .subnet_id("subnet-1f0zkq3w")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_uredis_backup {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.create_uredis_backup("uredis-2vbhj1de", "nightly").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod create_uredis_group {
use ucloud_umem::enums::{ChargeType, HighAvailability};
use ucloud_umem::{Client, Credentials, Password};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .create_uredis_group("orders-cache", HighAvailability::Enabled)
        .size(4)
        .charge_type(ChargeType::Month)
        .password(Password::new("correct_horse"))
        .backup_id("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
        .subnet_id("subnet-1f0zkq3w")
        .vpc_id("uvnet-2k4hq0cd")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod delete_udredis_proxy {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.delete_udredis_proxy("umem-4mzp0vqe", "uhproxy-1c4tvq0s").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod delete_umem_space {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.delete_umem_space("umem-4mzp0vqe").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod delete_umemcache_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.delete_umemcache_group("umemcache-5gk2wzqd").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod delete_uredis_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.delete_uredis_group("uredis-2vbhj1de").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_subnet {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_subnet()
        .subnet_ids(["subnet-1f0zkq3w"])
        .subnet_id("subnet-1f0zkq3w")
        .route_table_id("routetable-0kz5wq1d")
        .vpc_id("uvnet-2k4hq0cd")
        .limit(20)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_udredis_proxy_client_list {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .describe_udredis_proxy_client_list("umem-4mzp0vqe", "uhproxy-1c4tvq0s")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_udredis_proxy_info {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_udredis_proxy_info("umem-4mzp0vqe").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_udredis_slowlog {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .describe_udredis_slowlog("umem-4mzp0vqe")
        .proxy_id("uhproxy-1c4tvq0s")
        .limit(20)
        .space_id("umem-4mzp0vqe")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umem {
use ucloud_umem::enums::Protocol;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_umem(Protocol::Memcache)
        .limit(20)
        .resource_id("uredis-2vbhj1de")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umem_backup {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_umem_backup("umem-4mzp0vqe").limit(20).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umem_backup_url {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .describe_umem_backup_url("umem-4mzp0vqe", "a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
        .block_id("umemblock-3qk0a1zx")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umem_block_info {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_umem_block_info("umem-4mzp0vqe").limit(20).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umem_price {
use ucloud_umem::enums::ChargeType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_umem_price(16).charge_type(ChargeType::Month).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umem_space {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_umem_space()
        .limit(20)
        .space_id("umem-4mzp0vqe")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umem_upgrade_price {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_umem_upgrade_price(32, "umem-4mzp0vqe")
        .proxy_id("uhproxy-1c4tvq0s")
        .new_cpu(4)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umemcache_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_umemcache_group()
        .group_id("umemcache-5gk2wzqd")
        .limit(20)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umemcache_price {
use ucloud_umem::enums::ChargeType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_umemcache_price(8).charge_type(ChargeType::Month).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_umemcache_upgrade_price {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.describe_umemcache_upgrade_price(8, "umemcache-5gk2wzqd").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_backup {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_uredis_backup()
        .group_id("uredis-2vbhj1de")
        .limit(20)
        .backup_id("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_backup_url {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_uredis_backup_url("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
        .group_id("uredis-2vbhj1de")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_config {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_uredis_config().limit(20).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_uredis_group()
        .group_id("uredis-2vbhj1de")
        .limit(20)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_price {
use ucloud_umem::enums::ChargeType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_uredis_price(8).charge_type(ChargeType::Month).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_slowlog {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.describe_uredis_slowlog("uredis-2vbhj1de").limit(20).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_upgrade_price {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.describe_uredis_upgrade_price(8, "uredis-2vbhj1de").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_uredis_version {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.describe_uredis_version().send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod describe_vpc {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .describe_vpc()
        .vpc_ids(["uvnet-2k4hq0cd"])
        .limit(20)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod flushall_uredis_group {
use ucloud_umem::enums::FlushType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .flushall_uredis_group("uredis-2vbhj1de", FlushType::FlushAll)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod get_project_list {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .build()?;
    let response = client.get_project_list().send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod get_region {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .build()?;
    let response = client.get_region().send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod get_sf_workflow_template {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .get_sf_workflow_template("orders.nightly")
        .workflow_version(1)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod get_umem_space_state {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.get_umem_space_state("umem-4mzp0vqe").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod isolation_uredis_group {
use ucloud_umem::enums::TransformType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .isolation_uredis_group("uredis-2vbhj1de", TransformType::Close)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod modify_umem_password {
use ucloud_umem::{Client, Credentials, Password};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .modify_umem_password("umem-4mzp0vqe", Password::new("correct_horse"))
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod modify_umem_space_name {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.modify_umem_space_name("umem-4mzp0vqe", "orders-cache").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod modify_uredis_config {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .modify_uredis_config("6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea", "maxmemory-policy", "allkeys-lru")
        .group_id("uredis-2vbhj1de")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod modify_uredis_group_name {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .modify_uredis_group_name("uredis-2vbhj1de", "orders-cache")
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod modify_uredis_group_password {
use ucloud_umem::{Client, Credentials, Password};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .modify_uredis_group_password("uredis-2vbhj1de", Password::new("correct_horse"))
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod register_umem_defrag {
use ucloud_umem::enums::DefragOperation;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .register_umem_defrag("uredis-2vbhj1de")
        .operate_type(DefragOperation::Once)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod remove_udredis_data {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.remove_udredis_data("umem-4mzp0vqe").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod resize_udredis_block_size {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client
        .resize_udredis_block_size("umem-4mzp0vqe", "umemblock-3qk0a1zx", 8)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod resize_umem_space {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.resize_umem_space("umem-4mzp0vqe", 32).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod resize_umemcache_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.resize_umemcache_group("umemcache-5gk2wzqd", 8).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod resize_uredis_group {
use ucloud_umem::enums::ChargeType;
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .resize_uredis_group("uredis-2vbhj1de", 8)
        .charge_type(ChargeType::Month)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod resize_uhproxy {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.resize_uhproxy("umem-4mzp0vqe", "uhproxy-1c4tvq0s", 4).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod restart_umemcache_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.restart_umemcache_group("umemcache-5gk2wzqd").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod restart_uredis_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.restart_uredis_group("uredis-2vbhj1de").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod shutdown_uredis_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.shutdown_uredis_group("uredis-2vbhj1de").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod start_uredis_group {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client.start_uredis_group("uredis-2vbhj1de").send().await?;
    println!("{response:#?}");
    Ok(())
}
}

mod update_uredis_backup_strategy {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .build()?;
    let response = client
        .update_uredis_backup_strategy("uredis-2vbhj1de")
        .backup_time(3)
        .send()
        .await?;
    println!("{response:#?}");
    Ok(())
}
}

mod update_uredis_rewrite_time {
use ucloud_umem::{Client, Credentials};

#[tokio::main]
async fn main() -> ucloud_umem::Result<()> {
    let client = Client::builder()
        .base_url("http://127.0.0.1:8080")
        .credentials(Credentials::new("emulator", "emulator"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .build()?;
    let response = client.update_uredis_rewrite_time("uredis-2vbhj1de", 3).send().await?;
    println!("{response:#?}");
    Ok(())
}
}

// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! The examples of the documentation, one per action.

use std::pin::Pin;
use ucloud_umem::{Client, Result};

/// Function that sends the request of an example.
pub(crate) type Example = fn(Client) -> Pin<Box<dyn Future<Output = Result<()>>>>;

/// Names of the actions, and their examples.
pub(crate) const EXAMPLES: &[(&str, Example)] = &[
    (
        "CheckUDredisSpaceAllowance",
        |client| Box::pin(check_udredis_space_allowance(client)),
    ),
    ("CheckURedisAllowance", |client| Box::pin(check_uredis_allowance(client))),
    ("CreateScanHotBigKeys", |client| Box::pin(create_scan_hot_big_keys(client))),
    ("CreateUDRedisUhproxy", |client| Box::pin(create_udredis_uhproxy(client))),
    ("CreateUMemBackup", |client| Box::pin(create_umem_backup(client))),
    ("CreateUMemSpace", |client| Box::pin(create_umem_space(client))),
    ("CreateUMemcacheGroup", |client| Box::pin(create_umemcache_group(client))),
    ("CreateURedisBackup", |client| Box::pin(create_uredis_backup(client))),
    ("CreateURedisGroup", |client| Box::pin(create_uredis_group(client))),
    ("DeleteUDRedisProxy", |client| Box::pin(delete_udredis_proxy(client))),
    ("DeleteUMemSpace", |client| Box::pin(delete_umem_space(client))),
    ("DeleteUMemcacheGroup", |client| Box::pin(delete_umemcache_group(client))),
    ("DeleteURedisGroup", |client| Box::pin(delete_uredis_group(client))),
    (
        "DescribeUDRedisProxyClientList",
        |client| Box::pin(describe_udredis_proxy_client_list(client)),
    ),
    ("DescribeUDRedisProxyInfo", |client| Box::pin(describe_udredis_proxy_info(client))),
    ("DescribeUDRedisSlowlog", |client| Box::pin(describe_udredis_slowlog(client))),
    ("DescribeUMem", |client| Box::pin(describe_umem(client))),
    ("DescribeUMemBackup", |client| Box::pin(describe_umem_backup(client))),
    ("DescribeUMemBackupURL", |client| Box::pin(describe_umem_backup_url(client))),
    ("DescribeUMemBlockInfo", |client| Box::pin(describe_umem_block_info(client))),
    ("DescribeUMemPrice", |client| Box::pin(describe_umem_price(client))),
    ("DescribeUMemSpace", |client| Box::pin(describe_umem_space(client))),
    ("DescribeUMemUpgradePrice", |client| Box::pin(describe_umem_upgrade_price(client))),
    ("DescribeUMemcacheGroup", |client| Box::pin(describe_umemcache_group(client))),
    ("DescribeUMemcachePrice", |client| Box::pin(describe_umemcache_price(client))),
    (
        "DescribeUMemcacheUpgradePrice",
        |client| Box::pin(describe_umemcache_upgrade_price(client)),
    ),
    ("DescribeURedisBackup", |client| Box::pin(describe_uredis_backup(client))),
    ("DescribeURedisBackupURL", |client| Box::pin(describe_uredis_backup_url(client))),
    ("DescribeURedisConfig", |client| Box::pin(describe_uredis_config(client))),
    ("DescribeURedisGroup", |client| Box::pin(describe_uredis_group(client))),
    ("DescribeURedisPrice", |client| Box::pin(describe_uredis_price(client))),
    ("DescribeURedisSlowlog", |client| Box::pin(describe_uredis_slowlog(client))),
    (
        "DescribeURedisUpgradePrice",
        |client| Box::pin(describe_uredis_upgrade_price(client)),
    ),
    ("DescribeURedisVersion", |client| Box::pin(describe_uredis_version(client))),
    ("FlushallURedisGroup", |client| Box::pin(flushall_uredis_group(client))),
    ("GetUMemSpaceState", |client| Box::pin(get_umem_space_state(client))),
    ("ISolationURedisGroup", |client| Box::pin(isolation_uredis_group(client))),
    ("ModifyUMemPassword", |client| Box::pin(modify_umem_password(client))),
    ("ModifyUMemSpaceName", |client| Box::pin(modify_umem_space_name(client))),
    ("ModifyURedisConfig", |client| Box::pin(modify_uredis_config(client))),
    ("ModifyURedisGroupName", |client| Box::pin(modify_uredis_group_name(client))),
    (
        "ModifyURedisGroupPassword",
        |client| Box::pin(modify_uredis_group_password(client)),
    ),
    ("RegisterUMemDefrag", |client| Box::pin(register_umem_defrag(client))),
    ("RemoveUDRedisData", |client| Box::pin(remove_udredis_data(client))),
    ("ResizeUDRedisBlockSize", |client| Box::pin(resize_udredis_block_size(client))),
    ("ResizeUMemSpace", |client| Box::pin(resize_umem_space(client))),
    ("ResizeUMemcacheGroup", |client| Box::pin(resize_umemcache_group(client))),
    ("ResizeURedisGroup", |client| Box::pin(resize_uredis_group(client))),
    ("ResizeUhproxy", |client| Box::pin(resize_uhproxy(client))),
    ("RestartUMemcacheGroup", |client| Box::pin(restart_umemcache_group(client))),
    ("RestartURedisGroup", |client| Box::pin(restart_uredis_group(client))),
    ("ShutdownURedisGroup", |client| Box::pin(shutdown_uredis_group(client))),
    ("StartURedisGroup", |client| Box::pin(start_uredis_group(client))),
    (
        "UpdateURedisBackupStrategy",
        |client| Box::pin(update_uredis_backup_strategy(client)),
    ),
    ("UpdateURedisRewriteTime", |client| Box::pin(update_uredis_rewrite_time(client))),
];

async fn check_udredis_space_allowance(client: Client) -> Result<()> {
    client.check_udredis_space_allowance(8, 1).group_id("umem-4mzp0vqe").send().await?;
    Ok(())
}

async fn check_uredis_allowance(client: Client) -> Result<()> {
    client.check_uredis_allowance(8, 1).group_id("uredis-2vbhj1de").send().await?;
    Ok(())
}

async fn create_scan_hot_big_keys(client: Client) -> Result<()> {
    use ucloud_umem::enums::ScanType;
    client
        .create_scan_hot_big_keys("umem-4mzp0vqe", ScanType::ScanBigKeys)
        .space_id("umem-4mzp0vqe")
        .send()
        .await?;
    Ok(())
}

async fn create_udredis_uhproxy(client: Client) -> Result<()> {
    client.create_udredis_uhproxy("umem-4mzp0vqe", 2).proxy_cnt(2).send().await?;
    Ok(())
}

async fn create_umem_backup(client: Client) -> Result<()> {
    client.create_umem_backup("umem-4mzp0vqe", "nightly").send().await?;
    Ok(())
}

async fn create_umem_space(client: Client) -> Result<()> {
    use ucloud_umem::Password;
    use ucloud_umem::enums::ChargeType;
    client
        .create_umem_space(16, "orders-cache")
        .charge_type(ChargeType::Month)
        .password(Password::new("correct_horse"))
        .block_cnt(4)
        .send()
        .await?;
    Ok(())
}

async fn create_umemcache_group(client: Client) -> Result<()> {
    use ucloud_umem::enums::ChargeType;
    client
        .create_umemcache_group("orders-cache")
        .size(4)
        .charge_type(ChargeType::Month)
        .send()
        .await?;
    Ok(())
}

async fn create_uredis_backup(client: Client) -> Result<()> {
    client.create_uredis_backup("uredis-2vbhj1de", "nightly").send().await?;
    Ok(())
}

async fn create_uredis_group(client: Client) -> Result<()> {
    use ucloud_umem::Password;
    use ucloud_umem::enums::{ChargeType, HighAvailability};
    client
        .create_uredis_group("orders-cache", HighAvailability::Enabled)
        .size(4)
        .charge_type(ChargeType::Month)
        .password(Password::new("correct_horse"))
        .send()
        .await?;
    Ok(())
}

async fn delete_udredis_proxy(client: Client) -> Result<()> {
    client.delete_udredis_proxy("umem-4mzp0vqe", "uhproxy-1c4tvq0s").send().await?;
    Ok(())
}

async fn delete_umem_space(client: Client) -> Result<()> {
    client.delete_umem_space("umem-4mzp0vqe").send().await?;
    Ok(())
}

async fn delete_umemcache_group(client: Client) -> Result<()> {
    client.delete_umemcache_group("umemcache-5gk2wzqd").send().await?;
    Ok(())
}

async fn delete_uredis_group(client: Client) -> Result<()> {
    client.delete_uredis_group("uredis-2vbhj1de").send().await?;
    Ok(())
}

async fn describe_udredis_proxy_client_list(client: Client) -> Result<()> {
    client
        .describe_udredis_proxy_client_list("umem-4mzp0vqe", "uhproxy-1c4tvq0s")
        .send()
        .await?;
    Ok(())
}

async fn describe_udredis_proxy_info(client: Client) -> Result<()> {
    client.describe_udredis_proxy_info("umem-4mzp0vqe").send().await?;
    Ok(())
}

async fn describe_udredis_slowlog(client: Client) -> Result<()> {
    client
        .describe_udredis_slowlog("umem-4mzp0vqe")
        .proxy_id("uhproxy-1c4tvq0s")
        .limit(20)
        .space_id("umem-4mzp0vqe")
        .send()
        .await?;
    Ok(())
}

async fn describe_umem(client: Client) -> Result<()> {
    use ucloud_umem::enums::Protocol;
    client
        .describe_umem(Protocol::Memcache)
        .limit(20)
        .resource_id("uredis-2vbhj1de")
        .send()
        .await?;
    Ok(())
}

async fn describe_umem_backup(client: Client) -> Result<()> {
    client.describe_umem_backup("umem-4mzp0vqe").limit(20).send().await?;
    Ok(())
}

async fn describe_umem_backup_url(client: Client) -> Result<()> {
    client
        .describe_umem_backup_url(
            "umem-4mzp0vqe",
            "a75b24a9-d9e1-4d38-9dc1-aecad4644d5e",
        )
        .block_id("umemblock-3qk0a1zx")
        .send()
        .await?;
    Ok(())
}

async fn describe_umem_block_info(client: Client) -> Result<()> {
    client.describe_umem_block_info("umem-4mzp0vqe").limit(20).send().await?;
    Ok(())
}

async fn describe_umem_price(client: Client) -> Result<()> {
    use ucloud_umem::enums::ChargeType;
    client.describe_umem_price(16).charge_type(ChargeType::Month).send().await?;
    Ok(())
}

#[expect(deprecated, reason = "its documentation has an example too")]
async fn describe_umem_space(client: Client) -> Result<()> {
    client.describe_umem_space().limit(20).space_id("umem-4mzp0vqe").send().await?;
    Ok(())
}

async fn describe_umem_upgrade_price(client: Client) -> Result<()> {
    client
        .describe_umem_upgrade_price(32, "umem-4mzp0vqe")
        .proxy_id("uhproxy-1c4tvq0s")
        .new_cpu(4)
        .send()
        .await?;
    Ok(())
}

async fn describe_umemcache_group(client: Client) -> Result<()> {
    client
        .describe_umemcache_group()
        .group_id("umemcache-5gk2wzqd")
        .limit(20)
        .send()
        .await?;
    Ok(())
}

async fn describe_umemcache_price(client: Client) -> Result<()> {
    use ucloud_umem::enums::ChargeType;
    client.describe_umemcache_price(8).charge_type(ChargeType::Month).send().await?;
    Ok(())
}

async fn describe_umemcache_upgrade_price(client: Client) -> Result<()> {
    client.describe_umemcache_upgrade_price(8, "umemcache-5gk2wzqd").send().await?;
    Ok(())
}

async fn describe_uredis_backup(client: Client) -> Result<()> {
    client
        .describe_uredis_backup()
        .group_id("uredis-2vbhj1de")
        .limit(20)
        .backup_id("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
        .send()
        .await?;
    Ok(())
}

async fn describe_uredis_backup_url(client: Client) -> Result<()> {
    client
        .describe_uredis_backup_url("a75b24a9-d9e1-4d38-9dc1-aecad4644d5e")
        .group_id("uredis-2vbhj1de")
        .send()
        .await?;
    Ok(())
}

async fn describe_uredis_config(client: Client) -> Result<()> {
    client.describe_uredis_config().limit(20).send().await?;
    Ok(())
}

#[expect(deprecated, reason = "its documentation has an example too")]
async fn describe_uredis_group(client: Client) -> Result<()> {
    client.describe_uredis_group().group_id("uredis-2vbhj1de").limit(20).send().await?;
    Ok(())
}

async fn describe_uredis_price(client: Client) -> Result<()> {
    use ucloud_umem::enums::ChargeType;
    client.describe_uredis_price(8).charge_type(ChargeType::Month).send().await?;
    Ok(())
}

async fn describe_uredis_slowlog(client: Client) -> Result<()> {
    client.describe_uredis_slowlog("uredis-2vbhj1de").limit(20).send().await?;
    Ok(())
}

async fn describe_uredis_upgrade_price(client: Client) -> Result<()> {
    client.describe_uredis_upgrade_price(8, "uredis-2vbhj1de").send().await?;
    Ok(())
}

async fn describe_uredis_version(client: Client) -> Result<()> {
    client.describe_uredis_version().send().await?;
    Ok(())
}

async fn flushall_uredis_group(client: Client) -> Result<()> {
    use ucloud_umem::enums::FlushType;
    client.flushall_uredis_group("uredis-2vbhj1de", FlushType::FlushAll).send().await?;
    Ok(())
}

async fn get_umem_space_state(client: Client) -> Result<()> {
    client.get_umem_space_state("umem-4mzp0vqe").send().await?;
    Ok(())
}

async fn isolation_uredis_group(client: Client) -> Result<()> {
    use ucloud_umem::enums::TransformType;
    client.isolation_uredis_group("uredis-2vbhj1de", TransformType::Close).send().await?;
    Ok(())
}

async fn modify_umem_password(client: Client) -> Result<()> {
    use ucloud_umem::Password;
    client
        .modify_umem_password("umem-4mzp0vqe", Password::new("correct_horse"))
        .send()
        .await?;
    Ok(())
}

async fn modify_umem_space_name(client: Client) -> Result<()> {
    client.modify_umem_space_name("umem-4mzp0vqe", "orders-cache").send().await?;
    Ok(())
}

async fn modify_uredis_config(client: Client) -> Result<()> {
    client
        .modify_uredis_config(
            "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea",
            "maxmemory-policy",
            "allkeys-lru",
        )
        .group_id("uredis-2vbhj1de")
        .send()
        .await?;
    Ok(())
}

async fn modify_uredis_group_name(client: Client) -> Result<()> {
    client.modify_uredis_group_name("uredis-2vbhj1de", "orders-cache").send().await?;
    Ok(())
}

async fn modify_uredis_group_password(client: Client) -> Result<()> {
    use ucloud_umem::Password;
    client
        .modify_uredis_group_password("uredis-2vbhj1de", Password::new("correct_horse"))
        .send()
        .await?;
    Ok(())
}

async fn register_umem_defrag(client: Client) -> Result<()> {
    use ucloud_umem::enums::DefragOperation;
    client
        .register_umem_defrag("uredis-2vbhj1de")
        .operate_type(DefragOperation::Once)
        .send()
        .await?;
    Ok(())
}

async fn remove_udredis_data(client: Client) -> Result<()> {
    client.remove_udredis_data("umem-4mzp0vqe").send().await?;
    Ok(())
}

async fn resize_udredis_block_size(client: Client) -> Result<()> {
    client
        .resize_udredis_block_size("umem-4mzp0vqe", "umemblock-3qk0a1zx", 8)
        .send()
        .await?;
    Ok(())
}

#[expect(deprecated, reason = "its documentation has an example too")]
async fn resize_umem_space(client: Client) -> Result<()> {
    client.resize_umem_space("umem-4mzp0vqe", 32).send().await?;
    Ok(())
}

async fn resize_umemcache_group(client: Client) -> Result<()> {
    client.resize_umemcache_group("umemcache-5gk2wzqd", 8).send().await?;
    Ok(())
}

async fn resize_uredis_group(client: Client) -> Result<()> {
    use ucloud_umem::enums::ChargeType;
    client
        .resize_uredis_group("uredis-2vbhj1de", 8)
        .charge_type(ChargeType::Month)
        .send()
        .await?;
    Ok(())
}

async fn resize_uhproxy(client: Client) -> Result<()> {
    client.resize_uhproxy("umem-4mzp0vqe", "uhproxy-1c4tvq0s", 4).send().await?;
    Ok(())
}

async fn restart_umemcache_group(client: Client) -> Result<()> {
    client.restart_umemcache_group("umemcache-5gk2wzqd").send().await?;
    Ok(())
}

async fn restart_uredis_group(client: Client) -> Result<()> {
    client.restart_uredis_group("uredis-2vbhj1de").send().await?;
    Ok(())
}

async fn shutdown_uredis_group(client: Client) -> Result<()> {
    client.shutdown_uredis_group("uredis-2vbhj1de").send().await?;
    Ok(())
}

async fn start_uredis_group(client: Client) -> Result<()> {
    client.start_uredis_group("uredis-2vbhj1de").send().await?;
    Ok(())
}

async fn update_uredis_backup_strategy(client: Client) -> Result<()> {
    client.update_uredis_backup_strategy("uredis-2vbhj1de").backup_time(3).send().await?;
    Ok(())
}

async fn update_uredis_rewrite_time(client: Client) -> Result<()> {
    client.update_uredis_rewrite_time("uredis-2vbhj1de", 3).send().await?;
    Ok(())
}

//! Flows of applications through the crate's own clients: order, wait, change, wait, delete, wait.

use std::time::Duration;

use ucloud_umem::enums::{HighAvailability, Protocol, TransformType};
use ucloud_umem::{Client, Password};
use umem_emulator::{Emulator, Server};

use crate::clients::client;
use crate::http::ask;

/// Enough for a wait of a few states on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

fn emulator() -> Emulator {
    Emulator::builder().step(Duration::from_millis(50)).build()
}

fn download(server: &Server, address: &str) -> Vec<u8> {
    let path = address.strip_prefix(&server.url()).expect("an address of this server");
    let response = ask(server, "GET", path, "", "");
    assert_eq!(response.status(), 200, "{address}");
    response.body
}

async fn space(server: &Server, client: &Client) {
    let order = client.create_umem_space(16, "a-space").password(Password::new("Secret_1"));
    let id = order.send().await.unwrap().space_id;
    let running = client.wait_until_umem_running(Protocol::Redis, &id);
    let space = running.wait(PATIENCE).await.unwrap();
    assert_eq!((space.size, space.has_password), (Some(16), Some(true)));

    let backup = client.create_umem_backup(&id, "before-the-upgrade").send().await.unwrap();
    let backup = backup.backup_id;
    let done = client.wait_until_umem_backup_done(&id, &backup);
    let shards = done.wait(PATIENCE).await.unwrap();
    assert_eq!((shards.len(), &*shards[0].backup_name), (4, "before-the-upgrade"));
    let addresses = client.describe_umem_backup_url(&id, &backup).send().await.unwrap();
    assert!(download(server, addresses.backup_url[0].reveal()).starts_with(b"REDIS"));

    client.modify_umem_space_name(&id, "another-name").send().await.unwrap();
    let shards = client.describe_umem_block_info(&id).send().await.unwrap().data_set;
    let shard = &shards[0].block_id;
    client.resize_udredis_block_size(&id, shard, 8).send().await.unwrap();
    let resized = client.wait_until_umem_block_resized(&id, shard, 8);
    assert_eq!(resized.wait(PATIENCE).await.unwrap().block_size, 8);
    let listed = client.describe_umem(Protocol::Redis).resource_id(&id).send().await;
    let listed = listed.unwrap().data_set;
    assert_eq!(listed[0].name.as_deref(), Some("another-name"));

    client.delete_umem_space(&id).send().await.unwrap();
    client.wait_until_umem_deleted(Protocol::Redis, &id).wait(PATIENCE).await.unwrap();
}

async fn group(server: &Server, client: &Client) {
    let order = client.create_uredis_group("a-group", HighAvailability::Enabled).size(2);
    let id = order.send().await.unwrap().group_id;
    let running = client.wait_until_umem_running(Protocol::Redis, &id);
    running.wait(PATIENCE).await.unwrap();

    let backup = client.create_uredis_backup(&id, "before-the-upgrade").send().await.unwrap();
    let backup = backup.backup_id;
    client.wait_until_uredis_backup_done(&id, &backup).wait(PATIENCE).await.unwrap();
    let address = client.describe_uredis_backup_url(&backup).send().await.unwrap();
    assert!(download(server, address.backup_path.unwrap().reveal()).starts_with(b"REDIS"));

    client.resize_uredis_group(&id, 8).send().await.unwrap();
    let resized = client.wait_until_umem_resized(Protocol::Redis, &id, 8);
    assert_eq!(resized.wait(PATIENCE).await.unwrap().size, Some(8));
    client.modify_uredis_group_name(&id, "another-name").send().await.unwrap();
    for transform in [TransformType::Close, TransformType::Open] {
        client.isolation_uredis_group(&id, transform).send().await.unwrap();
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let running = client.wait_until_umem_running(Protocol::Redis, &id);
    assert_eq!(running.wait(PATIENCE).await.unwrap().name.as_deref(), Some("another-name"));

    client.delete_uredis_group(&id).send().await.unwrap();
    client.wait_until_umem_deleted(Protocol::Redis, &id).wait(PATIENCE).await.unwrap();
}

async fn cache(client: &Client) {
    let order = client.create_umemcache_group("a-cache").size(2);
    let id = order.send().await.unwrap().group_id;
    client.wait_until_umemcache_group_running(&id).wait(PATIENCE).await.unwrap();
    client.resize_umemcache_group(&id, 8).send().await.unwrap();
    let resized = client.wait_until_umemcache_group_resized(&id, 8);
    assert_eq!(resized.wait(PATIENCE).await.unwrap().size, Some(8));
    client.restart_umemcache_group(&id).send().await.unwrap();
    let running = client.wait_until_umem_running(Protocol::Memcache, &id);
    running.wait(PATIENCE).await.unwrap();
    client.delete_umemcache_group(&id).send().await.unwrap();
    client.wait_until_umemcache_group_deleted(&id).wait(PATIENCE).await.unwrap();
}

#[tokio::test]
async fn instances_of_every_kind_live_and_go() {
    let server = emulator().serve("127.0.0.1:0").unwrap();
    let client = client(&server);
    tokio::join!(space(&server, &client), group(&server, &client), cache(&client));
    for protocol in [Protocol::Redis, Protocol::Memcache] {
        let left = client.describe_umem(protocol).send().await.unwrap();
        assert_eq!((left.total_count, left.data_set.len()), (Some(0), 0));
    }
}

#[test]
fn a_space_lives_and_goes_without_await() {
    let server = emulator().serve("127.0.0.1:0").unwrap();
    let client = ucloud_umem::blocking::Client::new(client(&server)).unwrap();
    let order = client.create_umem_space(16, "a-space").send().unwrap();
    let id = order.space_id;
    client.wait_until_umem_running(Protocol::Redis, &id).wait(PATIENCE).unwrap();
    let backup = client.create_umem_backup(&id, "before-the-upgrade").send().unwrap();
    let backup = backup.backup_id;
    client.wait_until_umem_backup_done(&id, &backup).wait(PATIENCE).unwrap();
    let listed = client.describe_umem_backup(&id).items();
    let listed: Vec<_> = listed.map(|listed| listed.unwrap().backup_id).collect();
    assert_eq!(listed, [backup.as_str(); 4]);
    let addresses = client.describe_umem_backup_url(&id, &backup).send().unwrap();
    assert!(download(&server, addresses.backup_url[0].reveal()).starts_with(b"REDIS"));
    client.delete_umem_space(&id).send().unwrap();
    client.wait_until_umem_deleted(Protocol::Redis, &id).wait(PATIENCE).unwrap();
}

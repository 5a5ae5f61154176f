//! The whole job: create, write, back up, download, load, flush, restore.

use std::path::Path;

use serde_json::json;
use ucloud_umem::enums::HighAvailability;
use ucloud_umem::{Client, Password, PresignedUrl};

use crate::setup::{RealBox, call, connect, data, fill, group, http_client, load, space};

const KEYS: usize = 10_000;
const PASSWORD: &str = "s3cret-\"word\"";

async fn job_of_a_group(client: &Client, folder: &Path) {
    let created = client
        .create_uredis_group("orders-cache", HighAvailability::Enabled)
        .size(2)
        .password(Password::new(PASSWORD));
    let id = created.send().await.unwrap().group_id;
    let row = group(client, &id).await;
    assert_eq!(row["State"], "Running");
    let mut connection = connect(&row, PASSWORD);
    let written = fill(&mut connection, KEYS);

    let backup = client.create_uredis_backup(&id, "before-the-flush").send().await.unwrap();
    let backup = backup.backup_id;
    let listed = call(client, "DescribeURedisBackup", json!({ "BackupId": backup })).await;
    let size = listed["DataSet"][0]["BackupSize"].as_u64().unwrap();
    let address = client.describe_uredis_backup_url(&backup).send().await.unwrap();
    let file = folder.join("group.rdb");
    let bytes = client.download(&address.backup_path.unwrap()).to_file(&file).await.unwrap();
    assert_eq!(bytes, size);
    assert!(load(&file) == written, "the file has other data");

    let flush = json!({ "GroupId": id, "FlushType": "FlushAll" });
    call(client, "FlushallURedisGroup", flush).await;
    assert_eq!(data(&mut connection).len(), 0);
    let config = row["ConfigId"].as_str().unwrap();
    let restored = client
        .create_uredis_group("orders-again", HighAvailability::Enabled)
        .size(2)
        .config_id(config)
        .backup_id(&backup);
    let restored = restored.send().await.unwrap().group_id;
    let row = group(client, &restored).await;
    assert!(data(&mut connect(&row, "")) == written, "the new group has other data");
}

async fn job_of_a_space(client: &Client, folder: &Path) {
    let order = json!({ "Name": "a-space", "Size": 8, "BlockCnt": 2, "ProxySize": 2 });
    let created = call(client, "CreateUMemSpace", order).await;
    let id = created["SpaceId"].as_str().unwrap();
    let row = space(client, id).await;
    let mut connection = connect(&row, "");
    let written = fill(&mut connection, KEYS);
    let shards = json!({ "SpaceId": id, "Offset": 0, "Limit": 9 });
    let shards = call(client, "DescribeUMemBlockInfo", shards).await;
    for shard in shards["DataSet"].as_array().unwrap() {
        assert_eq!(shard["BlockVip"], "127.0.0.1");
        assert_eq!(shard["BlockPort"], row["Address"][0]["Port"]);
    }

    let backup = client.create_umem_backup(id, "before-the-flush").send().await.unwrap();
    let backup = backup.backup_id;
    let addresses = client.describe_umem_backup_url(id, &backup).send().await.unwrap();
    let mut loaded = Vec::new();
    for (n, address) in addresses.backup_url.iter().enumerate() {
        loaded.push(download(client, address, &folder.join(format!("{n}.rdb"))).await);
    }
    assert_eq!(loaded.len(), 2);
    assert!(loaded[0] == written, "the first file has other data");
    assert!(loaded[1].is_empty(), "the second file has data");

    call(client, "RemoveUDRedisData", json!({ "SpaceId": id })).await;
    assert_eq!(data(&mut connection).len(), 0);
    let order = json!({ "Name": "again-space", "Size": 8, "SpaceId": id, "BackupId": backup });
    let restored = call(client, "CreateUMemSpace", order).await;
    let row = space(client, restored["SpaceId"].as_str().unwrap()).await;
    assert!(data(&mut connect(&row, "")) == written, "the new space has other data");
}

async fn download(
    client: &Client,
    address: &PresignedUrl,
    file: &Path,
) -> std::collections::BTreeMap<String, String> {
    client.download(address).to_file(file).await.unwrap();
    load(file)
}

#[tokio::test]
async fn in_this_process() {
    let Some(real) = RealBox::with_redis() else { return };
    let folder = tempfile::tempdir().unwrap();
    job_of_a_group(&real.client, folder.path()).await;
    job_of_a_space(&real.client, folder.path()).await;
}

#[tokio::test]
async fn over_http() {
    let Some(real) = RealBox::with_redis() else { return };
    let folder = tempfile::tempdir().unwrap();
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let client = http_client(&server);
    job_of_a_group(&client, folder.path()).await;
    job_of_a_space(&client, folder.path()).await;
}

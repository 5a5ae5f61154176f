//! Servers and their data come back with the state file.

use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;
use ucloud_umem::Client;
use umem_emulator::Emulator;

use crate::setup::{
    RealBox, Running, ask, call, client_of, connect, create_group, data, eventually, fill, group,
    kill, program, signal, space, try_connect, wait,
};

const PASSWORD: &str = "the-password";

#[tokio::test]
async fn an_emulator_goes_on_with_servers_and_data() {
    let Some(redis) = program("redis-server") else { return };
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("umem.json");
    let build = || {
        let builder = Emulator::builder().redis_server(&redis);
        RealBox::build(builder.state_file(&state).unwrap())
    };
    let real = build();
    let id = real.create_group(json!({ "Password": BASE64_STANDARD.encode(PASSWORD) })).await;
    let row = real.group(&id).await;
    let written = fill(&mut connect(&row, PASSWORD), 100);
    let replica = real.create_group(json!({ "MasterGroupId": id })).await;
    let closed = real.create_group(json!({})).await;
    ask(&mut connect(&real.group(&closed).await, ""), "SET of-the-closed 1");
    real.call("ShutdownURedisGroup", json!({ "GroupId": closed })).await;
    let deleted = real.create_group(json!({})).await;
    real.call("DeleteURedisGroup", json!({ "GroupId": deleted })).await;
    let backup = json!({ "GroupId": id, "BackupName": "a-backup" });
    let backup = real.call("CreateURedisBackup", backup).await["BackupId"].clone();
    let created = real.call("CreateUMemSpace", json!({ "Name": "a-space", "Size": 8 })).await;
    let space_id = created["SpaceId"].as_str().unwrap();
    ask(&mut connect(&space(&real.client, space_id).await, ""), "SET of-the-space 1");
    drop(real);
    assert!(try_connect(&row, PASSWORD).is_err());

    let real = build();
    // Nothing was called yet.
    assert_eq!(data(&mut connect(&row, PASSWORD)), written);
    assert_eq!(real.group(&id).await["Port"], row["Port"]);
    let mut connection = connect(&real.group(&replica).await, PASSWORD);
    eventually("the replica follows", || data(&mut connection) == written);
    ask(&mut connect(&space(&real.client, space_id).await, ""), "GET of-the-space");
    assert!(try_connect(&real.group(&closed).await, "").is_err());
    real.call("StartURedisGroup", json!({ "GroupId": closed })).await;
    assert_eq!(ask(&mut connect(&real.group(&closed).await, ""), "GET of-the-closed"), "1");
    let order = json!({ "ConfigId": row["ConfigId"], "BackupId": backup });
    let restored = real.create_group(order).await;
    assert_eq!(data(&mut connect(&real.group(&restored).await, "")), written);
    let folders = std::fs::read_dir(folder.path().join("umem.json.data/servers")).unwrap();
    // The group, its replica, the closed and the restored one, and the space.
    assert_eq!(folders.count(), 5);
    real.emulator.reset();
    let folders = std::fs::read_dir(folder.path().join("umem.json.data/servers")).unwrap();
    assert_eq!(folders.count(), 0);
}

#[tokio::test]
async fn a_server_that_was_stopped_still_saves_its_data() {
    let Some(redis) = program("redis-server") else { return };
    let folder = tempfile::tempdir().unwrap();
    let build = || {
        let builder = Emulator::builder().redis_server(&redis);
        RealBox::build(builder.state_file(folder.path().join("umem.json")).unwrap())
    };
    let real = build();
    let seeds = "redis_groups: [{ id: uredis-shut, state: ISolation, data: { kept: '1' } }]";
    real.emulator.seed(seeds).unwrap();
    let id = real.create_group(json!({})).await;
    let row = real.group(&id).await;
    let mut connection = connect(&row, "");
    ask(&mut connection, "SET first 1");
    kill(&mut connection, "STOP");
    real.call("RestartURedisGroup", json!({ "GroupId": id })).await;
    let mut connection = connect(&real.group(&id).await, "");
    assert_eq!(ask(&mut connection, "GET first"), "1");
    ask(&mut connection, "SET second 2");
    kill(&mut connection, "STOP");
    drop(real);
    let real = build();
    assert_eq!(ask(&mut connect(&real.group(&id).await, ""), "GET second"), "2");
    // One that has never run still has the data of its seed.
    real.call("StartURedisGroup", json!({ "GroupId": "uredis-shut" })).await;
    assert_eq!(ask(&mut connect(&real.group("uredis-shut").await, ""), "GET kept"), "1");
}

/// Returns the number of keys of a group once it has a server.
async fn keys(client: &Client, id: &str) -> usize {
    data(&mut connect(&group(client, id).await, "")).len()
}

#[tokio::test]
async fn the_command_goes_on_after_signals() {
    let Some(redis) = program("redis-server") else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("umem.json");
    let options = ["--state-file", path.to_str().unwrap()];
    let start = |folder: &Path| Running::start(&redis, folder, &options);
    let mut running = start(folder.path());
    let client = client_of(&running.url);
    let id = create_group(&client, json!({})).await;
    fill(&mut connect(&group(&client, &id).await, ""), 100);
    for (n, name) in ["TERM", "KILL", "INT"].into_iter().enumerate() {
        if name == "KILL" {
            // The state file is written within a second.
            eventually("the state is saved", || {
                std::fs::read_to_string(&path).is_ok_and(|text| text.contains(&id))
            });
        }
        signal(&running.id(), name);
        wait(&mut running.child.0);
        running = start(folder.path());
        let client = client_of(&running.url);
        assert_eq!(keys(&client, &id).await, 100 + n, "{name}");
        ask(&mut connect(&group(&client, &id).await, ""), &format!("SET after-{name} 1"));
        let listed = call(&client, "DescribeURedisGroup", json!({})).await;
        assert_eq!(listed["TotalCount"], 1);
    }
}

#[tokio::test]
async fn seeds_fill_servers() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let mut connection = connect(&real.group(&id).await, "");
    let written = fill(&mut connection, 100);
    let backup = json!({ "GroupId": id, "BackupName": "a-backup" });
    let backup = real.call("CreateURedisBackup", backup).await["BackupId"].clone();
    let address = real.client.describe_uredis_backup_url(backup.as_str().unwrap());
    let address = address.send().await.unwrap().backup_path.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data.rdb");
    real.client.download(&address).to_file(&file).await.unwrap();

    let seeds = json!({
        "redis_groups": [{
            "id": "uredis-a", "password": PASSWORD, "data": { "greeting": "hello there" },
            "replicas": [{ "id": "uredis-b" }], "backups": 1,
        }],
        "spaces": [{ "id": "umem-a", "rdb": file }],
    });
    real.emulator.seed(&seeds.to_string()).unwrap();
    let row = real.group("uredis-a").await;
    assert_eq!(ask(&mut connect(&row, PASSWORD), "GET greeting"), "hello there");
    let mut replica = connect(&real.group("uredis-b").await, PASSWORD);
    eventually("the replica has the data", || ask(&mut replica, "GET greeting") == "hello there");
    assert_eq!(data(&mut connect(&space(&real.client, "umem-a").await, "")), written);
    let backups = real.call("DescribeURedisBackup", json!({ "GroupId": "uredis-a" })).await;
    let order =
        json!({ "ConfigId": row["ConfigId"], "BackupId": backups["DataSet"][0]["BackupId"] });
    let restored = real.create_group(order).await;
    assert_eq!(data(&mut connect(&real.group(&restored).await, "")).len(), 1);

    for (seeds, problem) in [
        ("spaces: [{ rdb: /nowhere/a.rdb }]", "spaces[0].rdb: cannot read file `/nowhere/a.rdb`"),
        ("spaces: [{ rdb: /dev/null, data: { a: b } }]", "spaces[0].rdb: expected either"),
        (
            "spaces: [{ protocol: memcache, data: { a: b } }]",
            "spaces[0].data: no server for the data",
        ),
    ] {
        let error = real.emulator.seed(seeds).unwrap_err().to_string();
        assert!(error.contains(problem), "{error}");
    }
}

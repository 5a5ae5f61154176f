//! Seeds have data, with which servers start.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};
use umem_emulator::{Emulator, Server};

use crate::setup::{
    LONGEST, RealBox, Running, ask, client_of, connect, data, eventually, fill, group, http_client,
    program, space,
};

#[tokio::test]
async fn servers_start_with_the_data_of_seeds() {
    let Some(real) = RealBox::with_redis() else { return };
    real.emulator
        .seed(
            "
            redis_groups:
              - id: uredis-abc
                password: correct_horse
                data: { greeting: \"hello\\n世界\", '': nothing, n: '1' }
                replicas: [{ id: uredis-reader }]
              - { id: uredis-old, version: '3.0', data: {} }
              - { id: uredis-shut, state: ISolation, data: { kept: '1' } }
            spaces: [{ id: umem-abc, data: { key: value } }]
            ",
        )
        .unwrap();
    let mut connection = connect(&real.group("uredis-abc").await, "correct_horse");
    assert_eq!(ask(&mut connection, "GET greeting"), "hello\n世界");
    assert_eq!(data(&mut connection).len(), 3);
    let mut replica = connect(&real.group("uredis-reader").await, "correct_horse");
    eventually("the replica follows", || data(&mut replica) == data(&mut connection));
    assert!(data(&mut connect(&real.group("uredis-old").await, "")).is_empty());
    let mut connection = connect(&space(&real.client, "umem-abc").await, "");
    assert_eq!(ask(&mut connection, "GET key"), "value");

    // A backup of it has the data too.
    let backup = json!({ "GroupId": "uredis-abc", "BackupName": "a-backup" });
    let backup = real.call("CreateURedisBackup", backup).await["BackupId"].clone();
    let row = real.group("uredis-abc").await;
    let order = json!({ "ConfigId": row["ConfigId"], "BackupId": backup });
    let restored = real.create_group(order).await;
    assert_eq!(ask(&mut connect(&real.group(&restored).await, ""), "GET n"), "1");
    let failed = real.messages().into_iter().find(|message| !message.contains("runs instead"));
    assert_eq!(failed, None);
}

#[tokio::test]
async fn the_file_of_a_seed_is_relative_to_the_seed_file_and_stays_as_it_is() {
    let Some(redis) = program("redis-server") else { return };
    let real = RealBox::build(Emulator::builder().redis_server(&redis));
    let id = real.create_group(json!({})).await;
    let written = fill(&mut connect(&real.group(&id).await, ""), 1000);
    let backup = json!({ "GroupId": id, "BackupName": "a-backup" });
    let backup = real.call("CreateURedisBackup", backup).await["BackupId"].clone();
    let address = real.call("DescribeURedisBackupURL", json!({ "BackupId": backup })).await;
    let folder = tempfile::tempdir().unwrap();
    let rdb = folder.path().join("prod.rdb");
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let address = http_client(&server)
        .describe_uredis_backup_url(backup.as_str().unwrap())
        .send()
        .await
        .unwrap_or_else(|error| panic!("{error} {address}"));
    let address = address.backup_path.unwrap();
    http_client(&server).download(&address).to_file(&rdb).await.unwrap();
    let bytes = fs::read(&rdb).unwrap();

    let seeds = folder.path().join("seeds.yaml");
    fs::write(&seeds, "redis_groups: [{ id: uredis-abc, rdb: prod.rdb }]").unwrap();
    let option = format!("--seed-file={}", seeds.display());
    let running = Running::start(&redis, folder.path(), &[&option]);
    let client = client_of(&running.url);
    let mut connection = connect(&group(&client, "uredis-abc").await, "");
    assert!(data(&mut connection) == written, "the group has other data");
    ask(&mut connection, "SET more 1");
    ask(&mut connection, "SAVE");
    drop(running);
    assert!(fs::read(&rdb).unwrap() == bytes, "the file of the seed has changed");
}

#[tokio::test]
async fn data_that_no_server_can_have_is_refused() {
    let Some(real) = RealBox::with_redis() else { return };
    let folder = tempfile::tempdir().unwrap();
    let seeds = folder.path().join("seeds.yaml");
    fs::write(folder.path().join("text.rdb"), "no Redis").unwrap();
    for (text, words) in [
        ("redis_groups: [{ rdb: text.rdb }]", "redis_groups[0].rdb|text.rdb|RDB file of Redis"),
        ("spaces: [{}, { rdb: no.rdb }]", "spaces[1].rdb|cannot read file|no.rdb"),
        ("spaces: [{ rdb: . }]", "spaces[0].rdb|RDB file of Redis"),
        ("spaces: [{ rdb: a, data: {} }]", "spaces[0].rdb|either `rdb` or `data`"),
        ("spaces: [{ protocol: memcache, data: {} }]", "spaces[0].data|no server for the data"),
    ] {
        fs::write(&seeds, text).unwrap();
        let error = real.emulator.seed_file(&seeds).unwrap_err().to_string();
        let named = format!("invalid seed file `{}`", seeds.display());
        for word in words.split('|').chain([&*named]) {
            assert!(error.contains(word), "{text}: `{word}` is not in {error}");
        }
    }
    let listed = real.call("DescribeURedisGroup", json!({})).await;
    assert_eq!(listed["TotalCount"], 0);

    // A broken file is seen when the server starts.
    fs::write(folder.path().join("broken.rdb"), "REDIS0006 and no more").unwrap();
    fs::write(&seeds, "redis_groups: [{ id: uredis-abc, rdb: broken.rdb }]").unwrap();
    real.emulator.seed_file(&seeds).unwrap();
    assert_eq!(real.group("uredis-abc").await["State"], "Fail");
    assert!(real.messages().concat().contains("does not start"), "{:?}", real.messages());
}

#[tokio::test]
async fn ids_of_any_characters_and_length_have_servers() {
    let Some(real) = RealBox::with_redis() else { return };
    let long = "辣".repeat(33);
    let ids = [format!("{long}1"), long, "../a b".to_owned()];
    for id in &ids {
        let seeds = json!({ "redis_groups": [{ "id": id, "data": { "id": id } }] });
        real.emulator.seed(&seeds.to_string()).unwrap();
    }
    for id in &ids {
        let row = real.group(id).await;
        assert_eq!(row["State"], "Running", "{:?}", real.messages());
        assert_eq!(ask(&mut connect(&row, ""), "GET id"), *id);
    }
}

/// Sends seeds, and returns the status and the body of the response.
fn post(server: &Server, seeds: &Value) -> (u16, String) {
    let url = server.url();
    let mut stream = TcpStream::connect(url.strip_prefix("http://").unwrap()).unwrap();
    stream.set_read_timeout(Some(LONGEST)).unwrap();
    let body = seeds.to_string();
    let head = "POST /_emulator/seed HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    let more = format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len());
    stream.write_all(format!("{head}{more}\r\n{body}").as_bytes()).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

#[tokio::test]
async fn callers_over_http_seed_data_but_no_files() {
    let Some(real) = RealBox::with_redis() else { return };
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let (status, text) = post(&server, &json!({ "spaces": [{ "rdb": "/etc/passwd" }] }));
    assert_eq!(status, 400, "{text}");
    assert!(text.contains("spaces[0].rdb") && text.contains("--seed-file"), "{text}");
    assert!(!text.contains("passwd"), "{text}");
    let group = json!({ "id": "uredis-abc", "data": { "key": "value" } });
    let (status, text) = post(&server, &json!({ "redis_groups": [group] }));
    assert_eq!(status, 200, "{text}");
    let mut connection = connect(&real.group("uredis-abc").await, "");
    assert_eq!(ask(&mut connection, "GET key"), "value");
}

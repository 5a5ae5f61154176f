//! Servers that do not start, die or hang.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::json;
use umem_emulator::Emulator;

use crate::setup::{
    RealBox, ask, call, connect, data, eventually, fill, get, get_text, kill, program, signal,
};

#[tokio::test]
async fn a_server_that_does_not_start_is_a_creation_that_failed() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("redis-server");
    fs::write(&program, "#!/bin/sh\necho 'no such luck'\nexit 3\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    for (path, reason) in
        [("/nowhere/redis-server".into(), "/nowhere/redis-server"), (program, "no such luck")]
    {
        let real = RealBox::build(Emulator::builder().redis_server(path));
        let id = real.create_group(json!({})).await;
        assert_eq!(real.group(&id).await["State"], "CreateFail");
        let messages = real.messages();
        assert!(messages.len() == 1 && messages[0].contains(reason), "{messages:?}");
        let order = json!({ "Name": "a-space", "Size": 8 });
        let created = real.call("CreateUMemSpace", order).await;
        let space = json!({ "SpaceId": created["SpaceId"] });
        assert_eq!(real.call("GetUMemSpaceState", space.clone()).await["State"][0], "CreateFail");
        real.call("DeleteUMemSpace", space).await;
        real.call("DeleteURedisGroup", json!({ "GroupId": id })).await;
        let listed = real.call("DescribeUMem", json!({ "Protocol": "redis" })).await;
        assert_eq!(listed["TotalCount"], 0);
    }
}

#[tokio::test]
async fn a_server_that_dies_is_seen_and_can_be_restarted() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let row = real.group(&id).await;
    let mut connection = connect(&row, "");
    let written = fill(&mut connection, 10);
    ask(&mut connection, "SAVE");
    kill(&mut connection, "KILL");
    let mut state = row["State"].clone();
    for _ in 0..1000 {
        state = real.group(&id).await["State"].clone();
        if state != "Running" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(state, "Fail");
    let messages = real.messages();
    assert!(messages.iter().any(|line| line.contains("signal: 9")), "{messages:?}");
    let backup = json!({ "GroupId": id, "BackupName": "a-backup" });
    assert!(real.refused("CreateURedisBackup", backup).await.contains("Fail"));
    real.call("RestartURedisGroup", json!({ "GroupId": id })).await;
    let row = real.group(&id).await;
    assert_eq!(row["State"], "Running");
    assert_eq!(data(&mut connect(&row, "")), written);
}

#[tokio::test]
async fn a_server_that_hangs_does_not_hang_calls() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let mut connection = connect(&real.group(&id).await, "");
    let pid = kill(&mut connection, "STOP");
    let start = Instant::now();
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let client = real.client.clone();
    let waiting = tokio::spawn(async move {
        call(&client, "DescribeURedisGroup", json!({})).await;
    });
    let healthy = tokio::task::spawn_blocking(move || {
        let start = Instant::now();
        for _ in 0..10 {
            get(&server, "/healthz");
        }
        start.elapsed()
    });
    let healthy = healthy.await.unwrap();
    assert!(healthy < Duration::from_secs(2), "{healthy:?}");
    waiting.await.unwrap();
    for _ in 0..3 {
        assert_eq!(real.group(&id).await["State"], "Running");
    }
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let problem = || get(&server, "/_emulator/state")["redis_groups"][0]["problem"].clone();
    assert_eq!(problem(), "its server does not respond");
    assert!(get_text(&server, "/_page/resources").contains("its server does not respond"));
    let other = real.create_group(json!({})).await;
    ask(&mut connect(&real.group(&other).await, ""), "PING");
    let flush = json!({ "GroupId": id, "FlushType": "FlushAll" });
    assert!(real.refused("FlushallURedisGroup", flush).await.contains("does not respond"));
    let backup = json!({ "GroupId": id, "BackupName": "a-backup" });
    let created = real.call("CreateURedisBackup", backup).await;
    let backup = json!({ "BackupId": created["BackupId"] });
    let listed = real.call("DescribeURedisBackup", backup).await;
    assert_eq!(listed["DataSet"][0]["State"], "Error");
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    signal(&pid, "CONT");
    eventually("it works again", || ask(&mut connection, "PING") == "PONG");
    eventually("the state shows it", || problem().is_null());
    real.call("CreateURedisBackup", json!({ "GroupId": id, "BackupName": "a-backup" })).await;
    let listed = real.call("DescribeURedisBackup", json!({ "GroupId": id })).await;
    assert_eq!(listed["DataSet"][0]["State"], "Success");
}

#[tokio::test]
async fn a_server_whose_password_a_client_has_changed_can_be_restarted() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let mut connection = connect(&real.group(&id).await, "");
    let written = fill(&mut connection, 10);
    ask(&mut connection, "CONFIG SET requirepass another-one");
    ask(&mut connection, "CLIENT KILL TYPE normal");
    assert_eq!(real.group(&id).await["State"], "Running");
    real.call("RestartURedisGroup", json!({ "GroupId": id })).await;
    assert_eq!(data(&mut connect(&real.group(&id).await, "")), written);
}

/// Makes a program that finds its port taken the first times, and then runs this one.
fn unlucky(folder: &Path, times: u32, redis: &Path) -> PathBuf {
    let program = folder.join(format!("unlucky-{times}"));
    let (starts, redis) = (folder.join(format!("starts-{times}")), redis.display());
    let text = format!(
        "#!/bin/sh
        [ \"$1\" = - ] || exec {redis} \"$@\"
        echo >> {starts}
        [ $(wc -l < {starts}) -gt {times} ] || {{ echo 'bind: Address already in use'; exit 1; }}
        exec {redis} -",
        starts = starts.display(),
    );
    fs::write(&program, text).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    program
}

#[tokio::test]
async fn a_port_that_is_taken_before_the_start_is_not_the_only_one() {
    let Some(redis) = program("redis-server") else { return };
    let folder = tempfile::tempdir().unwrap();
    for (times, state) in [(3, "Running"), (1000, "CreateFail")] {
        let program = unlucky(folder.path(), times, &redis);
        let real = RealBox::build(Emulator::builder().redis_server(program));
        let id = real.create_group(json!({})).await;
        assert_eq!(real.group(&id).await["State"], state, "{:?}", real.messages());
    }
    let starts = fs::read_to_string(folder.path().join("starts-1000")).unwrap();
    assert_eq!(starts.len(), 10);
}

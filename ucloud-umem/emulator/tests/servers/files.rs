//! Folders and files that cannot be written or read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use umem_emulator::Emulator;

use crate::setup::{RealBox, ask, connect, data, eventually, fill, get, get_text, program};

/// Makes an emulator whose data stays in `umem.json.data` in this folder.
fn lasting(redis: &Path, folder: &Path) -> RealBox {
    let builder = Emulator::builder().redis_server(redis);
    RealBox::build(builder.state_file(folder.join("umem.json")).unwrap())
}

fn servers(folder: &Path) -> PathBuf {
    folder.join("umem.json.data/servers")
}

/// Returns what the state says is wrong with the group at this index.
fn problem(real: &RealBox, index: usize) -> String {
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let state = get(&server, "/_emulator/state");
    state["redis_groups"][index]["problem"].as_str().unwrap_or_default().to_owned()
}

/// Creates a group with ten keys. Returns its id, its row and its data.
async fn filled_group(real: &RealBox) -> (String, Value, BTreeMap<String, String>) {
    let id = real.create_group(json!({})).await;
    let row = real.group(&id).await;
    let written = fill(&mut connect(&row, ""), 10);
    (id, row, written)
}

async fn back_up(real: &RealBox, id: &str) -> Value {
    let backup = json!({ "GroupId": id, "BackupName": "a-backup" });
    real.call("CreateURedisBackup", backup).await["BackupId"].clone()
}

#[tokio::test]
async fn data_that_cannot_be_placed_fails_the_creation() {
    let Some(redis) = program("redis-server") else { return };
    let folder = tempfile::tempdir().unwrap();
    let real = lasting(&redis, folder.path());
    let (id, row, written) = filled_group(&real).await;
    let backup = back_up(&real, &id).await;
    let file = folder.path().join("umem.json.data/backups");
    let file = file.join(format!("{}.rdb", backup.as_str().unwrap()));
    let kept = folder.path().join("kept.rdb");
    fs::rename(&file, &kept).unwrap();
    let order = json!({ "ConfigId": row["ConfigId"], "BackupId": backup });
    let failed = real.create_group(order.clone()).await;
    assert_eq!(real.group(&failed).await["State"], "CreateFail");
    let reason = problem(&real, 1);
    assert!(reason.contains(&*file.to_string_lossy()), "{reason}");
    assert!(real.messages().iter().any(|line| line.contains(&reason)), "{:?}", real.messages());
    // The page shows it too.
    let page = get_text(&real.emulator.serve("127.0.0.1:0").unwrap(), "/_page/resources");
    assert!(page.contains("No such file"), "{page}");
    fs::rename(&kept, &file).unwrap();
    let restored = real.create_group(order).await;
    assert_eq!(data(&mut connect(&real.group(&restored).await, "")), written);
    assert_eq!(data(&mut connect(&row, "")), written);

    // A seed begins with all of its data or not at all, even if it is closed.
    fs::write(servers(folder.path()).join("uredis-abc.server"), "not a folder").unwrap();
    let seeds =
        json!({ "redis_groups": [{ "id": "uredis-abc", "rdb": file, "state": "ISolation" }] });
    real.emulator.seed(&seeds.to_string()).unwrap();
    assert_eq!(real.group("uredis-abc").await["State"], "CreateFail");
    assert!(problem(&real, 3).contains("cannot begin with the data of"), "{}", problem(&real, 3));
}

#[tokio::test]
async fn a_server_that_cannot_save_goes_on() {
    let Some(redis) = program("redis-server") else { return };
    let folder = tempfile::tempdir().unwrap();
    let real = lasting(&redis, folder.path());
    let (id, row, written) = filled_group(&real).await;
    let file = servers(folder.path()).join(format!("{id}.server/dump.rdb"));
    fs::create_dir(&file).unwrap();
    let backup = json!({ "BackupId": back_up(&real, &id).await });
    let listed = real.call("DescribeURedisBackup", backup).await;
    assert_eq!(listed["DataSet"][0]["State"], "Error");
    let group = json!({ "GroupId": id });
    let refused = real.refused("RestartURedisGroup", group.clone()).await;
    assert!(refused.contains(&id) && refused.contains("Is a directory"), "{refused}");
    assert_eq!(data(&mut connect(&row, "")), written);
    real.call("ShutdownURedisGroup", group.clone()).await;
    assert_ne!(problem(&real, 0), "");
    fs::remove_dir(&file).unwrap();
    eventually("it ends", || problem(&real, 0).is_empty());
    real.call("StartURedisGroup", group).await;
    assert_eq!(data(&mut connect(&row, "")), written);
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_read_loses_nothing() {
    let Some(redis) = program("redis-server") else { return };
    let folder = tempfile::tempdir().unwrap();
    let real = lasting(&redis, folder.path());
    let (id, row, written) = filled_group(&real).await;
    let backup = back_up(&real, &id).await;
    drop(real);

    let (own, kept) = (folder.path().join("umem.json.data"), folder.path().join("kept"));
    fs::rename(&own, &kept).unwrap();
    fs::write(&own, "not a folder").unwrap();
    let real = lasting(&redis, folder.path());
    assert_eq!(real.group(&id).await["State"], "Fail");
    let reason = format!("cannot use folder `{}`", own.display());
    assert!(problem(&real, 0).contains(&reason), "{}", problem(&real, 0));
    assert!(real.messages()[0].contains(&reason), "{:?}", real.messages());
    let order = json!({ "ConfigId": row["ConfigId"], "BackupId": backup, "Name": "a-group",
        "HighAvailability": "enable" });
    let refused = real.refused("CreateURedisGroup", order.clone()).await;
    assert!(refused.contains(&reason), "{refused}");
    drop(real);

    fs::remove_file(&own).unwrap();
    fs::rename(&kept, &own).unwrap();
    let real = lasting(&redis, folder.path());
    assert_eq!(real.group(&id).await["State"], "Running");
    assert_eq!(problem(&real, 0), "");
    assert_eq!(data(&mut connect(&real.group(&id).await, "")), written);
    let restored = real.create_group(order).await;
    assert_eq!(ask(&mut connect(&real.group(&restored).await, ""), "DBSIZE"), "10");
}

//! Many groups at once.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::task::JoinSet;

use crate::setup::{RealBox, ask, connect, create_group, group, http_client, port};

#[tokio::test]
async fn fifty_groups_at_once_are_fifty_servers() {
    let Some(real) = RealBox::with_redis() else { return };
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let start = Instant::now();
    let mut creations = JoinSet::new();
    for _ in 0..50 {
        let client = http_client(&server);
        creations.spawn(async move {
            let id = create_group(&client, json!({})).await;
            group(&client, &id).await
        });
    }
    let rows = creations.join_all().await;
    let mut ports: Vec<_> = rows.iter().map(port).collect();
    ports.sort_unstable();
    ports.dedup();
    assert_eq!(ports.len(), 50);
    for (n, row) in rows.iter().enumerate() {
        assert_eq!(row["State"], "Running", "{row}");
        ask(&mut connect(row, ""), &format!("SET n {n}"));
    }
    for (n, row) in rows.iter().enumerate() {
        assert_eq!(ask(&mut connect(row, ""), "GET n"), n.to_string());
    }
    eprintln!("50 groups in {:?}: {:?}", start.elapsed(), real.messages());
}

#[tokio::test]
async fn backups_that_are_due_at_once_have_the_data_of_their_groups() {
    let Some(real) = RealBox::with_redis() else { return };
    let mut groups = Vec::new();
    for n in 0..10 {
        let id = real.create_group(json!({ "AutoBackup": "enable", "BackupTime": 3 })).await;
        ask(&mut connect(&real.group(&id).await, ""), &format!("SET n {n}"));
        groups.push(id);
    }
    real.emulator.clock().advance(Duration::from_secs(24 * 60 * 60));
    for (n, id) in groups.iter().enumerate() {
        let listed = real.call("DescribeURedisBackup", json!({ "GroupId": id })).await;
        let backup = &listed["DataSet"][0];
        assert_eq!(backup["State"], "Success", "{:?}", real.messages());
        let config = real.group(id).await["ConfigId"].clone();
        let order = json!({ "ConfigId": config, "BackupId": backup["BackupId"] });
        let restored = real.create_group(order).await;
        let row = real.group(&restored).await;
        assert_eq!(ask(&mut connect(&row, ""), "GET n"), n.to_string());
    }
}

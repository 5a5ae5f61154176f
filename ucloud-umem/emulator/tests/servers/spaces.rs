//! Spaces are servers too.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use crate::setup::{RealBox, ask, call, connect, get, port, space, try_connect};

#[tokio::test]
async fn a_space_is_one_server() {
    let Some(real) = RealBox::with_redis() else { return };
    let client = &real.client;
    let order = json!({ "Name": "a-space", "Size": 16, "BlockCnt": 2 });
    let created = call(client, "CreateUMemSpace", order).await;
    let id = created["SpaceId"].as_str().unwrap();
    let row = space(client, id).await;
    let proxy = json!({ "SpaceId": id, "CPU": 2, "ProxyCnt": 2 });
    call(client, "CreateUDRedisUhproxy", proxy).await;
    let addresses = space(client, id).await["Address"].as_array().unwrap().clone();
    assert_eq!(addresses.len(), 2);
    assert!(addresses.iter().all(|address| address["Port"] == port(&row)), "{addresses:?}");
    let mut connection = connect(&row, "");
    assert!(ask(&mut connection, "CONFIG GET maxmemory").contains("17179869184"));
    let listed =
        call(client, "DescribeUMem", json!({ "Protocol": "redis", "ResourceId": id })).await;
    assert_eq!(listed["DataSet"][0]["Address"][0]["Port"], port(&row));
    let proxies = call(client, "DescribeUDRedisProxyInfo", json!({ "SpaceId": id })).await;
    let proxy = json!({ "SpaceId": id, "ProxyId": proxies["DataSet"][0]["ProxyId"] });
    let clients = call(client, "DescribeUDRedisProxyClientList", proxy).await;
    assert_eq!(clients["Count"], 1);
    assert_eq!(clients["ProxyClientList"][0]["Ip"], "127.0.0.1");

    let password = BASE64_STANDARD.encode("the-password");
    call(client, "ModifyUMemPassword", json!({ "SpaceId": id, "Password": password })).await;
    assert!(try_connect(&row, "").is_err());
    connect(&row, "the-password");
}

#[tokio::test]
async fn a_resize_below_the_used_size_is_refused() {
    let Some(real) = RealBox::with_redis() else { return };
    let client = &real.client;
    let order = json!({ "Name": "a-space", "Size": 8, "BlockCnt": 1 });
    let created = call(client, "CreateUMemSpace", order).await;
    let id = created["SpaceId"].as_str().unwrap();
    let mut connection = connect(&space(client, id).await, "");
    // A bitmap takes its memory without any traffic.
    for n in 0..9 {
        ask(&mut connection, &format!("SETBIT bits{n} 4294967295 1"));
    }
    let shards = json!({ "SpaceId": id, "Offset": 0, "Limit": 1 });
    let shards = call(client, "DescribeUMemBlockInfo", shards).await;
    let shard = &shards["DataSet"][0]["BlockId"];
    let resize = json!({ "SpaceId": id, "BlockId": shard, "BlockSize": 4 });
    let refused = real.refused("ResizeUDRedisBlockSize", resize.clone()).await;
    let used = real.emulator.serve("127.0.0.1:0").unwrap();
    let used = get(&used, "/_emulator/state")["spaces"][0]["used_mb"].clone();
    assert!(refused.contains(&format!("the shard uses {used} MB")), "{refused}");
    ask(&mut connection, "FLUSHALL");
    call(client, "ResizeUDRedisBlockSize", resize).await;
}

#[tokio::test]
async fn a_rollback_takes_the_newest_backup_of_that_moment_or_before() {
    let start = 1_800_000_000;
    let Some(real) = RealBox::with_stopped_clock(start) else { return };
    let client = &real.client;
    let order = json!({ "Name": "a-space", "Size": 4, "HighPerformance": true });
    let id = call(client, "CreateUMemSpace", order).await["SpaceId"].clone();
    let mut connection = connect(&space(client, id.as_str().unwrap()).await, "");
    let minute = std::time::Duration::from_secs(60);
    for n in 0..3 {
        real.emulator.clock().advance(minute);
        ask(&mut connection, &format!("SET n {n}"));
        if n < 2 {
            let backup = json!({ "SpaceId": id, "BackupName": "a-backup" });
            call(client, "CreateUMemBackup", backup).await;
        }
    }
    let order = |to: i64| {
        json!({ "Name": "again-space", "Size": 4, "HighPerformance": true, "RollbackSpaceId": id,
            "RollbackTime": to })
    };
    for (to, n) in [(60, "0"), (179, "1"), (180, "2")] {
        let copy = call(client, "CreateUMemSpace", order(start + to)).await["SpaceId"].clone();
        let row = space(client, copy.as_str().unwrap()).await;
        assert_eq!(ask(&mut connect(&row, ""), "GET n"), n);
    }
    let refused = real.refused("CreateUMemSpace", order(start + 59)).await;
    assert!(refused.contains("[RollbackTime]"), "{refused}");
}

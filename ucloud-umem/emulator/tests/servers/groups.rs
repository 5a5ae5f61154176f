//! Properties of groups are those of their servers.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use umem_emulator::Emulator;

use crate::setup::{
    RealBox, ask, connect, data, eventually, fill, free_port, get, port, program, try_connect,
};

/// Moment at which the clock is stopped, in Unix seconds.
const START: i64 = 1_800_000_000;

fn encoded(password: &str) -> String {
    BASE64_STANDARD.encode(password)
}

#[tokio::test]
async fn a_rotated_password_refuses_the_old_one() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({ "Password": encoded("first-one"), "Version": "7.0" })).await;
    let row = real.group(&id).await;
    connect(&row, "first-one");
    assert!(try_connect(&row, "").is_err());
    let change = |password| json!({ "GroupId": id, "Password": encoded(password) });
    real.call("ModifyURedisGroupPassword", change("second-one")).await;
    connect(&row, "second-one");
    assert!(try_connect(&row, "first-one").is_err());
    real.call("ModifyURedisGroupPassword", change("")).await;
    connect(&row, "");
    // The emulator still has access.
    real.call("CreateURedisBackup", json!({ "GroupId": id, "BackupName": "a-backup" })).await;
    assert_eq!(real.messages(), [""; 0]);
}

#[tokio::test]
async fn size_and_settings_are_those_of_the_server() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({ "Size": 1, "Version": "7.0" })).await;
    let row = real.group(&id).await;
    let mut connection = connect(&row, "");
    assert!(ask(&mut connection, "CONFIG GET maxmemory").contains("1073741824"));
    real.call("ResizeURedisGroup", json!({ "GroupId": id, "Size": 2 })).await;
    real.group(&id).await;
    assert!(ask(&mut connection, "CONFIG GET maxmemory").contains("2147483648"));
    let refused = real.refused("ResizeURedisGroup", json!({ "GroupId": id, "Size": 1 })).await;
    assert!(refused.contains("[Size]"), "{refused}");

    let config = row["ConfigId"].clone();
    let change = |config: &Value, key, value| json!({ "GroupId": id, "ConfigId": config, "Key": key, "Value": value });
    real.call("ModifyURedisConfig", change(&config, "maxmemory-policy", "allkeys-lru")).await;
    assert!(ask(&mut connection, "CONFIG GET maxmemory-policy").contains("allkeys-lru"));
    let config = real.group(&id).await["ConfigId"].clone();
    real.call("ModifyURedisConfig", change(&config, "databases", "20")).await;
    let messages = real.messages();
    assert!(messages.iter().any(|line| line.contains("databases")), "{messages:?}");
    // Another group of this configuration has it from the start.
    let id = real.create_group(json!({ "ConfigId": config, "Version": "7.0" })).await;
    let mut connection = connect(&real.group(&id).await, "");
    assert!(ask(&mut connection, "CONFIG GET databases").contains("20"));
    assert!(ask(&mut connection, "CONFIG GET maxmemory-policy").contains("allkeys-lru"));
}

#[tokio::test]
async fn restarts_and_closing_keep_the_data_and_the_port() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let group = json!({ "GroupId": id });
    let row = real.group(&id).await;
    let written = fill(&mut connect(&row, ""), 100);
    real.call("RestartURedisGroup", group.clone()).await;
    assert_eq!(real.group(&id).await["Port"], row["Port"]);
    assert_eq!(data(&mut connect(&row, "")), written);
    real.call("ShutdownURedisGroup", group.clone()).await;
    assert!(try_connect(&row, "").is_err());
    real.call("StartURedisGroup", group.clone()).await;
    assert_eq!(data(&mut connect(&row, "")), written);
    real.call("DeleteURedisGroup", group).await;
    assert!(try_connect(&row, "").is_err());
}

#[tokio::test]
async fn a_replica_follows_its_primary() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({ "Password": encoded("the-password") })).await;
    let row = real.group(&id).await;
    let mut primary = connect(&row, "the-password");
    let written = fill(&mut primary, 1000);
    let replica = real.create_group(json!({ "MasterGroupId": id })).await;
    let mut connection = connect(&real.group(&replica).await, "the-password");
    eventually("the replica has the data", || data(&mut connection) == written);
    ask(&mut primary, "SET later 1");
    eventually("the replica has the new key", || data(&mut connection).contains_key("later"));
    let change = json!({ "GroupId": id, "Password": encoded("another-one") });
    real.call("ModifyURedisGroupPassword", change).await;
    real.call("RestartURedisGroup", json!({ "GroupId": id })).await;
    ask(&mut connect(&row, "another-one"), "SET last 1");
    eventually("it follows after a restart", || data(&mut connection).contains_key("last"));
}

#[tokio::test]
async fn used_size_and_slow_log_are_read_from_the_server() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let row = real.group(&id).await;
    let empty = row["UsedSize"].as_i64().unwrap();
    let mut connection = connect(&row, "");
    ask(&mut connection, "CONFIG SET slowlog-log-slower-than 0");
    redis::cmd("SET").arg("big").arg("x".repeat(20 << 20)).query::<()>(&mut connection).unwrap();
    ask(&mut connection, "STRLEN big");
    let used = real.group(&id).await["UsedSize"].as_i64().unwrap();
    assert!((empty + 15..empty + 60).contains(&used), "{empty} {used}");
    let slow = real.call("DescribeURedisSlowlog", json!({ "GroupId": id, "Limit": 99 })).await;
    let slow = slow["DataSet"].as_array().unwrap();
    assert!(slow.iter().any(|entry| entry["Command"] == "STRLEN big"), "{slow:?}");
    let flush = json!({ "GroupId": id, "FlushType": "FlushDb", "DbNum": 1 });
    real.call("FlushallURedisGroup", flush).await;
    assert_eq!(data(&mut connection).len(), 1);
    let flush = json!({ "GroupId": id, "FlushType": "FlushDb", "DbNum": 0 });
    real.call("FlushallURedisGroup", flush).await;
    assert_eq!(data(&mut connection).len(), 0);
}

#[tokio::test]
async fn big_and_hot_keys_are_found() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({ "Version": "7.0" })).await;
    let row = real.group(&id).await;
    let mut connection = connect(&row, "");
    fill(&mut connection, 5000);
    ask(&mut connection, "SETBIT big 8000000 1");
    let scan = |kind| json!({ "GroupId": id, "Type": kind });
    real.call("CreateScanHotBigKeys", scan("ScanBigKeys")).await;
    let server = real.emulator.serve("127.0.0.1:0").unwrap();
    let scanned = || {
        let state = get(&server, "/_emulator/state");
        state["redis_groups"][0]["scanned_keys"].clone()
    };
    let found = scanned();
    assert_eq!((&found["kind"], &found["keys"][0]["key"]), (&json!("big"), &json!("big")));
    assert!(found["keys"][0]["count"].as_i64().unwrap() > 1_000_000, "{found}");
    assert_eq!(found["keys"].as_array().unwrap().len(), 10);
    let refused = real.refused("CreateScanHotBigKeys", scan("ScanHotKeys")).await;
    assert!(refused.contains("LFU"), "{refused}");
    let change = json!({ "GroupId": id, "ConfigId": row["ConfigId"], "Key": "maxmemory-policy",
        "Value": "allkeys-lfu" });
    real.call("ModifyURedisConfig", change).await;
    // Only keys that are written from now on have a counter.
    ask(&mut connection, "FLUSHALL");
    fill(&mut connection, 5000);
    for _ in 0..200 {
        ask(&mut connection, "GET key:2");
    }
    real.call("CreateScanHotBigKeys", scan("ScanHotKeys")).await;
    let found = scanned();
    assert_eq!(
        (&found["kind"], &found["keys"][0]["key"]),
        (&json!("hot"), &json!("key:2")),
        "{found}"
    );
}

#[tokio::test]
async fn a_port_is_honoured_where_it_is_free() {
    let Some(real) = RealBox::with_redis() else { return };
    let wanted = free_port();
    let id = real.create_group(json!({ "Port": wanted })).await;
    assert_eq!(port(&real.group(&id).await), wanted);
    let other = real.create_group(json!({ "Port": wanted })).await;
    assert_ne!(port(&real.group(&other).await), wanted);
    let messages = real.messages();
    assert!(messages.iter().any(|line| line.contains(&wanted.to_string())), "{messages:?}");
}

#[tokio::test]
async fn a_version_that_is_not_there_is_named() {
    let Some(redis) = program("redis-server") else { return };
    let builder = Emulator::builder().redis_server("/nowhere/redis-server");
    let real = RealBox::build(builder.redis_server_version("6.0", redis));
    let id = real.create_group(json!({ "Version": "6.0" })).await;
    connect(&real.group(&id).await, "");
    assert_eq!(real.messages(), [""; 0]);
    let id = real.create_group(json!({ "Version": "5.0" })).await;
    connect(&real.group(&id).await, "");
    let messages = real.messages();
    assert!(messages[0].contains("5.0") && messages[0].contains("runs instead"), "{messages:?}");
}

#[tokio::test]
async fn backups_have_the_data_of_their_moment_and_rollbacks_take_it() {
    let Some(real) = RealBox::with_stopped_clock(START) else { return };
    let id = real.create_group(json!({ "AutoBackup": "enable", "BackupTime": 3 })).await;
    let row = real.group(&id).await;
    let written = fill(&mut connect(&row, ""), 100);
    real.emulator.clock().advance(std::time::Duration::from_secs(24 * 60 * 60));
    let listed = real.call("DescribeURedisBackup", json!({ "GroupId": id })).await;
    let backup = &listed["DataSet"][0];
    assert_eq!(backup["BackupType"], "Auto");
    let order = json!({ "ConfigId": row["ConfigId"], "BackupId": backup["BackupId"] });
    let restored = real.create_group(order).await;
    assert_eq!(data(&mut connect(&real.group(&restored).await, "")), written);
    // Clients went on while it was taken.
    let mut connection = connect(&row, "");
    let commands = ask(&mut connection, "INFO commandstats");
    assert!(commands.contains("cmdstat_bgsave:") && !commands.contains("cmdstat_save:"));

    ask(&mut connection, "SET later 1");
    let backup = backup["BackupTime"].as_i64().unwrap();
    let now = START + 24 * 60 * 60;
    let order = |to: i64| {
        json!({ "RollbackGroupId": id, "RollbackTime": to, "Name": "a-group",
            "HighAvailability": "enable" })
    };
    for (to, keys) in [(now, 101), (now - 1, 100), (backup, 100)] {
        let copy = real.create_group(order(to)).await;
        assert_eq!(data(&mut connect(&real.group(&copy).await, "")).len(), keys, "{to}");
    }
    let refused = real.refused("CreateURedisGroup", order(backup - 1)).await;
    assert!(refused.contains("[RollbackTime]: no backup with data from that moment"), "{refused}");
}

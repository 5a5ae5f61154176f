//! The control paths.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use umem_emulator::Server;

use crate::http::{
    Connection, FORM, JSON, SPACE, ask, backups_of, encoded, get, group_backups_of, list_backups,
    post, request, server, signed,
};

fn backups(server: &Server, space: &str) -> Value {
    let call = encoded(&signed(&backups_of(space), "emulator"));
    ask(server, "POST", "/", FORM, &call).json()
}

#[test]
fn spaces_are_seeded_and_forgotten() {
    let server = server();
    post(&server, "seed", r#"{"spaces":[{"id":"uredis-x","backups":2},{"id":"uredis-y"}]}"#);
    for (space, count) in [(SPACE, 3), ("uredis-x", 2), ("uredis-y", 0)] {
        assert_eq!(backups(&server, space)["TotalCount"], count, "{space}");
    }
    post(&server, "faults", r#"{"faults":["latency=1ms"]}"#);
    post(&server, "reset", "");
    assert_eq!(get(&server, "calls"), json!({ "count": 0, "last": [], "unknown_actions": {} }));
    assert_eq!(get(&server, "faults")["faults"], json!([]));
    for space in [SPACE, "uredis-x"] {
        assert_eq!(backups(&server, space)["TotalCount"], 0, "{space}");
    }
}

#[test]
fn lists_lag_until_the_emulator_is_reset() {
    let server = server();
    assert_eq!(get(&server, "list_lag"), json!({ "list_lag_ms": 0 }));
    let lag = json!({ "list_lag_ms": 60_000 });
    assert_eq!(post(&server, "list_lag", &lag.to_string()), lag);
    let mut create = backups_of(SPACE).to_vec();
    create[0].1 = "CreateUMemBackup";
    create.push(("BackupName", "before-the-upgrade"));
    let create = encoded(&signed(&create, "emulator"));
    assert_eq!(ask(&server, "POST", "/", FORM, &create).ret_code(), Some(0));
    assert_eq!(backups(&server, SPACE)["TotalCount"], 3);
    post(&server, "clock", r#"{"advance_ms":60000}"#);
    assert_eq!(backups(&server, SPACE)["TotalCount"], 4);
    post(&server, "reset", "");
    assert_eq!(get(&server, "list_lag"), json!({ "list_lag_ms": 0 }));
}

#[test]
fn groups_are_seeded_and_their_backups_downloaded() {
    let server = server();
    let seed = json!({
        "redis_groups": [{ "id": "uredis-g", "backups": 2 }],
        "memcached_groups": [{ "id": "umemcache-g" }],
    });
    post(&server, "seed", &seed.to_string());
    let mut list = backups_of("umemcache-g").to_vec();
    list.extend([("Protocol", "memcache"), ("ResourceId", "umemcache-g")]);
    list[0].1 = "DescribeUMem";
    let list = encoded(&signed(&list, "emulator"));
    let listed = ask(&server, "POST", "/", FORM, &list).json();
    assert_eq!(listed["DataSet"][0]["ResourceId"], "umemcache-g");
    let call = encoded(&signed(&group_backups_of("uredis-g"), "emulator"));
    let listed = ask(&server, "POST", "/", FORM, &call).json();
    assert_eq!(listed["TotalCount"], 2, "{listed}");
    let backup = &listed["DataSet"][0];
    let path = format!("/_emulator/downloads/{}.rdb", backup["BackupId"].as_str().unwrap());
    let file = ask(&server, "GET", &path, "", "");
    assert!(file.body.starts_with(b"REDIS0009"), "{:?}", file.body);
    assert_eq!(backup["BackupSize"], file.body.len());
}

#[test]
fn a_seed_answers_with_what_it_made() {
    let server = server();
    let seed = json!({
        "redis_groups": [{ "id": "uredis-g", "backups": 2 }, { "id": "uredis-h" }],
        "memcached_groups": [{ "id": "umemcache-g" }],
    });
    let made = post(&server, "seed", &seed.to_string());
    let backups = made["redis_groups"][0]["backups"].clone();
    let expected = json!({
        "spaces": [],
        "redis_groups": [
            { "id": "uredis-g", "backups": backups },
            { "id": "uredis-h", "backups": [] },
        ],
        "memcached_groups": [{ "id": "umemcache-g", "backups": [] }],
    });
    assert_eq!(made, expected);
    let call = encoded(&signed(&group_backups_of("uredis-g"), "emulator"));
    let listed = ask(&server, "POST", "/", FORM, &call).json();
    let listed: Value = listed["DataSet"]
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .map(|row| row["BackupId"].clone())
        .collect();
    assert_eq!(backups, listed);
    let none = json!({ "spaces": [], "redis_groups": [], "memcached_groups": [] });
    assert_eq!(post(&server, "seed", "{}"), none);
}

#[test]
fn many_seeds_take_no_longer_than_their_sum() {
    let server = server();
    let spaces = |prefix: &str, count: usize, backups: usize| {
        let spaces = 0..count;
        let spaces = spaces.map(|n| json!({ "id": format!("{prefix}-{n}"), "backups": backups }));
        json!({ "spaces": spaces.collect::<Value>() }).to_string()
    };
    let start = Instant::now();
    post(&server, "seed", &spaces("umem", 2000, 10));
    // A quadratic one takes minutes.
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
    assert_eq!(backups(&server, "umem-1999")["TotalCount"], 10);

    let body = spaces("new", 100, 10_000);
    let response = ask(&server, "POST", "/_emulator/seed", JSON, &body);
    assert_eq!(response.status(), 400);
    let message = response.json()["Message"].to_string();
    assert!(message.contains("seeds may come to 100000"), "{message}");
    assert_eq!(backups(&server, "new-0")["TotalCount"], 0);
}

#[test]
fn a_call_under_way_during_a_reset_leaves_nothing_behind() {
    let server = server();
    post(&server, "faults", r#"{"faults":["CreateUMemSpace:latency=500ms"]}"#);
    let order = [
        ("Action", "CreateUMemSpace"),
        ("Name", "a-space"),
        ("Protocol", "redis"),
        ("Region", "cn-bj2"),
        ("Size", "1"),
        ("Type", "double"),
        ("Zone", "cn-bj2-05"),
    ];
    let order = encoded(&signed(&order, "emulator"));
    let mut connection = Connection::to(server.address());
    connection.send(request("POST", "/", FORM, &order));
    // Long enough for the call to have arrived.
    std::thread::sleep(Duration::from_millis(200));
    post(&server, "reset", "");
    let response = connection.response().unwrap();
    assert_eq!((response.status(), response.ret_code()), (409, None), "{}", response.json());
    assert_eq!(get(&server, "calls"), json!({ "count": 0, "last": [], "unknown_actions": {} }));
    let mut list = backups_of(SPACE).to_vec();
    list[0].1 = "DescribeUMemSpace";
    list.remove(2);
    let list = encoded(&signed(&list, "emulator"));
    let listed = ask(&server, "POST", "/", FORM, &list);
    assert_eq!(listed.json()["TotalCount"], 0);
    assert_eq!(
        listed.header("x-ucloud-request-uuid"),
        Some("00000000-0000-0000-0000-000000000001")
    );
    assert_eq!(ask(&server, "POST", "/", FORM, &order).ret_code(), Some(0));
}

#[test]
fn the_clock_is_moved() {
    let server = server();
    let year = |now: &Value| now["now"].as_str().unwrap()[..4].parse::<u32>().unwrap();
    let before = year(&get(&server, "clock"));
    let ten_years = 10_u64 * 365 * 24 * 60 * 60 * 1000;
    let after = year(&post(&server, "clock", &json!({ "advance_ms": ten_years }).to_string()));
    assert!((9..=10).contains(&(after - before)), "{before} {after}");
    let mut last = (200, 0);
    for _ in 0..1000 {
        let body = json!({ "advance_ms": ten_years }).to_string();
        let response = ask(&server, "POST", "/_emulator/clock", JSON, &body);
        if response.status() != 200 {
            last = (response.status(), year(&get(&server, "clock")));
            break;
        }
    }
    assert_eq!(last.0, 400);
    assert!((9980..=9999).contains(&last.1), "{last:?}");
    assert_eq!(backups(&server, SPACE)["RetCode"], 0);
}

/// Every fault is looked at in every call.
#[test]
fn there_are_no_more_faults_than_there_may_be() {
    let server = server();
    let body = |count: usize| json!({ "faults": vec!["DescribeUMem:cut"; count] }).to_string();
    post(&server, "faults", &body(999));
    let refused = ask(&server, "POST", "/_emulator/faults", JSON, &body(2));
    assert_eq!(refused.status(), 400);
    let message = refused.json()["Message"].to_string();
    assert!(message.contains("at most 1000"), "{message}");
    post(&server, "faults", &body(1));
    assert_eq!(get(&server, "faults")["faults"].as_array().unwrap().len(), 1000);
}

#[test]
fn faults_are_injected_shown_and_taken_away() {
    let server = server();
    let texts = json!(["DescribeUMemBackup:status=503:times=2", "cut:after=9"]);
    let shown = post(&server, "faults", &json!({ "faults": texts }).to_string());
    assert_eq!(shown, json!({ "faults": texts, "injected": 0 }));
    assert_eq!(ask(&server, "POST", "/", FORM, &list_backups()).status(), 503);
    let left = json!(["DescribeUMemBackup:status=503:times=1", "cut:after=9"]);
    assert_eq!(get(&server, "faults"), json!({ "faults": left, "injected": 1 }));
    let delete = |query: &str| ask(&server, "DELETE", &format!("/_emulator/faults{query}"), "", "");
    let response = delete("?fault=DescribeUMemBackup:status=503:times=1");
    assert_eq!(response.json(), json!({ "faults": ["cut:after=9"], "injected": 1 }));
    for wrong in ["?fault=cut", "?faults=cut", "?fault="] {
        assert_eq!(delete(wrong).status(), 400, "{wrong}");
    }
    assert_eq!(get(&server, "faults")["faults"], json!(["cut:after=9"]));
    let response = delete("");
    assert_eq!(response.json(), json!({ "faults": [], "injected": 1 }));
    assert_eq!(ask(&server, "POST", "/", FORM, &list_backups()).ret_code(), Some(0));
    post(&server, "reset", "");
    assert_eq!(get(&server, "faults"), json!({ "faults": [], "injected": 0 }));
}

#[test]
fn the_last_calls_are_told() {
    let server = server();
    for _ in 0..150 {
        ask(&server, "GET", "/?Action=DescribeUMem", "", "");
    }
    let other = ask(&server, "POST", "/", FORM, "Action=CreateUHostInstance");
    let message = other.json()["Message"].as_str().unwrap().to_owned();
    assert!(
        message.contains("CreateUHostInstance") && message.contains("this emulator knows only"),
        "{message}"
    );
    ask(&server, "POST", "/", FORM, "Action=no%20such");
    ask(&server, "POST", "/", FORM, &list_backups());
    let calls = get(&server, "calls");
    let last = calls["last"].as_array().unwrap();
    assert_eq!((&calls["count"], last.len()), (&json!(153), 100));
    let told = |call: &Value| {
        [&call["action"], &call["form"], &call["ret_code"], &call["status"]].map(Value::clone)
    };
    assert_eq!(told(&last[96]), ["DescribeUMem".into(), "query".into(), json!(170), json!(200)]);
    let other = &told(&last[97])[..3];
    assert_eq!(other, ["CreateUHostInstance".into(), "form".into(), json!(161)]);
    assert_eq!(told(&last[98]), [Value::Null, "form".into(), json!(161), json!(200)]);
    assert_eq!(told(&last[99])[0], "DescribeUMemBackup");
    assert_eq!(last[99]["request_id"], "00000000-0000-0000-0000-000000000099");
    assert_eq!(calls["unknown_actions"], json!({ "CreateUHostInstance": 1 }));
    let call = &last[99];
    assert_eq!(call["resource_ids"], json!([SPACE]));
    let parameters = &call["parameters"];
    assert_eq!((&parameters["SpaceId"], &parameters["Signature"]), (&json!(SPACE), &json!("***")));
    assert!(call["duration_ms"].as_f64().unwrap() > 0.0, "{call}");
    assert_eq!(last[98]["parameters"], json!({ "Action": "***" }));
}

#[test]
fn backups_are_downloaded_as_files_of_redis() {
    let server = server();
    let backup = backups(&server, SPACE)["DataSet"][0]["BackupId"].clone();
    let mut address = backups_of(SPACE).to_vec();
    address[0].1 = "DescribeUMemBackupURL";
    address.push(("BackupId", backup.as_str().unwrap()));
    let address = encoded(&signed(&address, "emulator"));
    let address = ask(&server, "POST", "/", FORM, &address).json()["BackupURL"][0].clone();
    let path = address.as_str().unwrap().strip_prefix(&server.url()).unwrap().to_owned();
    // The part of its first shard.
    let shard = format!("/_emulator/downloads/{}-umemblock-", backup.as_str().unwrap());
    assert!(path.starts_with(&shard), "{path}");
    let response = ask(&server, "GET", &path, "", "");
    assert_eq!(
        (response.status(), response.header("content-type")),
        (200, Some("application/octet-stream"))
    );
    assert!(response.body.starts_with(b"REDIS0009"), "{:?}", response.body);
    let id = backup.as_str().unwrap().as_bytes();
    assert!(response.body.windows(id.len()).any(|window| window == id));
    for path in ["x.rdb", backup.as_str().unwrap(), "../x.rdb", ".rdb", ""] {
        let response = ask(&server, "GET", &format!("/_emulator/downloads/{path}"), "", "");
        assert_eq!(response.status(), 404, "{path}");
    }
    assert_eq!(ask(&server, "POST", &path, "", "").status(), 405);
}

#[test]
fn what_is_not_finished_cannot_be_downloaded() {
    let server = server();
    let mut call = backups_of(SPACE).to_vec();
    call[0].1 = "CreateUMemBackup";
    call.push(("BackupName", "unfinished"));
    let call = encoded(&signed(&call, "emulator"));
    let id = ask(&server, "POST", "/", FORM, &call).json()["BackupId"].clone();
    let path = format!("/_emulator/downloads/{}.rdb", id.as_str().unwrap());
    assert_eq!(ask(&server, "GET", &path, "", "").status(), 404);
    post(&server, "clock", r#"{"advance_ms":60000}"#);
    assert_eq!(ask(&server, "GET", &path, "", "").status(), 200);
}

#[test]
fn each_shard_of_a_backup_has_a_file_at_the_address_that_is_told() {
    let server = server();
    let backup = backups(&server, SPACE)["DataSet"][0]["BackupId"].clone();
    let mut call = backups_of(SPACE).to_vec();
    call[0].1 = "DescribeUMemBackupURL";
    call.push(("BackupId", backup.as_str().unwrap()));
    let call = encoded(&signed(&call, "emulator"));
    let addresses = ask(&server, "POST", "/", FORM, &call).json()["BackupURL"].clone();
    let mut files = Vec::new();
    for address in addresses.as_array().unwrap() {
        let path = address.as_str().unwrap().strip_prefix(&server.url()).unwrap();
        let response = ask(&server, "GET", path, "", "");
        assert_eq!(response.status(), 200, "{path}");
        assert!(response.body.starts_with(b"REDIS0009"), "{:?}", response.body);
        files.push(response.body);
    }
    files.sort_unstable();
    files.dedup();
    assert_eq!(files.len(), 4);
}

#[test]
fn what_makes_no_sense_changes_nothing_and_is_explained() {
    let server = server();
    for (path, body, word) in [
        ("seed", "", "invalid seeds"),
        ("seed", "[]", "invalid seeds"),
        ("seed", r#"{"groups":[]}"#, "unknown field `groups`"),
        ("seed", r#"{"spaces":{"new":1}}"#, "line 1"),
        ("seed", r#"{"spaces":[{"id":"new"},{"id":""}]}"#, "spaces[1].id"),
        (
            "seed",
            r#"{"spaces":[{"id":"new"}],"redis_groups":[{"id":"new"}]}"#,
            "`new` already exists",
        ),
        ("seed", r#"{"spaces":[{"id":"new"},{"id":"uredis-abc"}]}"#, "`uredis-abc` already exists"),
        ("seed", r#"{"spaces":[{"id":"new"},{"backups":10001}]}"#, "from 0 to 10000"),
        ("seed", r#"{"spaces":[{"id":"new","state":"Up"}]}"#, "unknown value `Up`"),
        ("seed", r#"{"memcached_groups":[{"backups":1}]}"#, "unknown field `backups`"),
        ("clock", "{}", "`advance_ms` is a whole number"),
        ("clock", r#"{"advance_ms":-1}"#, "`advance_ms` is a whole number"),
        ("clock", r#"{"advance_ms":18446744073709551615}"#, "`advance_ms` is a whole"),
        ("list_lag", "{}", "invalid `list_lag_ms`: expected a whole number"),
        ("list_lag", r#"{"list_lag_ms":-1}"#, "invalid `list_lag_ms`"),
        ("faults", "{}", "list of faults"),
        ("faults", r#"{"faults":"cut"}"#, "list of faults"),
        ("faults", r#"{"faults":["cut",7]}"#, "list of faults"),
        ("faults", r#"{"faults":["cut","slow"]}"#, "invalid fault `slow`"),
    ] {
        let response = ask(&server, "POST", &format!("/_emulator/{path}"), JSON, body);
        assert_eq!(response.status(), 400, "{path} {body}");
        let message = response.json()["Message"].to_string();
        assert!(message.contains(word), "{path} {body}: {message}");
    }
    assert_eq!(backups(&server, "new")["TotalCount"], 0);
    assert_eq!(get(&server, "faults")["faults"], json!([]));
    for (method, path, allowed) in [
        ("GET", "reset", "POST"),
        ("PUT", "seed", "POST"),
        ("DELETE", "clock", "GET, HEAD, POST"),
        ("DELETE", "list_lag", "GET, HEAD, POST"),
        ("PATCH", "faults", "GET, HEAD, POST, DELETE"),
        ("POST", "calls", "GET, HEAD"),
    ] {
        let response = ask(&server, method, &format!("/_emulator/{path}"), "", "");
        assert_eq!((response.status(), response.header("allow")), (405, Some(allowed)), "{path}");
    }
}

#[test]
fn a_download_has_the_host_of_the_call_if_other_machines_may_reach_it() {
    for (remote, host) in [(true, "emulator:9090"), (false, "none")] {
        let emulator = crate::http::seeded();
        let server = emulator.server().allow_remote(remote).start("127.0.0.1:0").unwrap();
        let backup = backups(&server, SPACE)["DataSet"][0]["BackupId"].clone();
        let mut address = backups_of(SPACE).to_vec();
        address[0].1 = "DescribeUMemBackupURL";
        address.push(("BackupId", backup.as_str().unwrap()));
        let call = encoded(&signed(&address, "emulator"));
        let call = request("POST", "/", FORM, &call);
        let mut connection = Connection::to(server.address());
        connection.send(call.replace("Host: 127.0.0.1", "Host: emulator:9090"));
        let address = connection.response().unwrap().json()["BackupURL"][0].clone();
        let expected = if remote { format!("http://{host}") } else { server.url() };
        let expected = format!("{expected}/_emulator/downloads/");
        assert!(address.as_str().unwrap().starts_with(&expected), "{address}");
    }
}

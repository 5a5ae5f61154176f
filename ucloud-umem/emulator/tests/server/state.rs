//! State files: what outlives a restart, and which files are refused.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use ucloud_umem::Timestamp;
use umem_emulator::{Clock, Emulator};

use crate::command::{Running, run};
use crate::http::{Connection, FORM, JSON, encoded, request, signed};

/// A folder for a state file.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("umem.json")
    }

    fn option(&self) -> String {
        format!("--state-file={}", self.file().display())
    }
}

fn get(connection: &mut Connection, path: &str) -> Value {
    connection.send(request("GET", path, "", ""));
    connection.response().unwrap().json()
}

/// Calls an action, which must succeed.
fn call(connection: &mut Connection, action: &str, pairs: &[(&str, &str)]) -> Value {
    let scope = [("Action", action), ("Region", "cn-bj2"), ("Zone", "cn-bj2-05")];
    let pairs: Vec<_> = scope.iter().chain(pairs).copied().collect();
    let body = encoded(&signed(&pairs, "emulator"));
    connection.send(request("POST", "/", FORM, &body));
    let response = connection.response().unwrap().json();
    assert_eq!(response["RetCode"], 0, "{action}: {response}");
    response
}

fn control(connection: &mut Connection, path: &str, body: &Value) {
    connection.send(request("POST", path, JSON, &body.to_string()));
    let response = connection.response().unwrap();
    assert_eq!(response.status(), 200, "{path} {body}: {}", response.json());
}

/// Makes a bit of everything.
fn fill(connection: &mut Connection) {
    let password = ("Password", "UGFzc3dvcmQx");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let group = [("Name", "sessions"), ("HighAvailability", "enable"), password];
    let group = text(&call(connection, "CreateURedisGroup", &group)["GroupId"]);
    let order = [("Name", "all-orders"), ("Size", "8"), ("Protocol", "redis"), ("Type", "double")];
    let order = [&order[..], &[("ProxySize", "2")]].concat();
    let space = text(&call(connection, "CreateUMemSpace", &order)["SpaceId"]);
    let cache = text(&call(connection, "CreateUMemcacheGroup", &[("Name", "a-cache")])["GroupId"]);
    control(connection, "/_emulator/clock", &json!({ "advance_ms": 90_000_000 }));
    let (of_group, of_space) = (("GroupId", &*group), ("SpaceId", &*space));
    let replica =
        [("Name", "a-replica"), ("HighAvailability", "disable"), ("MasterGroupId", &*group)];
    call(connection, "CreateURedisGroup", &replica);
    call(connection, "CreateURedisBackup", &[of_group, ("BackupName", "a-backup")]);
    call(connection, "CreateUMemBackup", &[of_space, ("BackupName", "a-backup")]);
    let config = ("ConfigId", "6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea");
    let setting = [of_group, config, ("Key", "timeout"), ("Value", "60")];
    call(connection, "ModifyURedisConfig", &setting);
    let strategy = [of_group, ("AutoBackup", "enable"), ("BackupTime", "3")];
    call(connection, "UpdateURedisBackupStrategy", &strategy);
    call(connection, "ResizeUMemSpace", &[of_space, ("Size", "16")]);
    call(connection, "ResizeUMemcacheGroup", &[("GroupId", &cache), ("Size", "4")]);
}

/// Returns the state without the time, which goes on.
fn state(connection: &mut Connection) -> Value {
    let mut state = get(connection, "/_emulator/state");
    state.as_object_mut().unwrap().remove("now");
    state
}

fn year(connection: &mut Connection) -> u32 {
    get(connection, "/_emulator/clock")["now"].as_str().unwrap()[..4].parse().unwrap()
}

#[cfg(unix)]
#[test]
fn a_restart_keeps_everything() {
    use std::os::unix::fs::PermissionsExt as _;

    for signal in ["TERM", "KILL"] {
        let folder = Folder::new();
        // Nothing changes by itself while it is compared.
        let arguments = [&*folder.option(), "--step-ms=600000"];
        let running = Running::start(&arguments);
        let mut connection = running.connect();
        fill(&mut connection);
        let keys = get(&mut connection, "/meta-data/v1/uam/security-credentials");
        let before = state(&mut connection);
        assert_eq!(before["redis_groups"].as_array().unwrap().len(), 2, "{before}");
        assert_eq!(before["spaces"][0]["state"], "Resizing", "{before}");
        if signal == "KILL" {
            // No more than about the last second is lost.
            wait_for(|| {
                fs::read_to_string(folder.file()).is_ok_and(|text| {
                    text.contains(keys["Data"]["SecurityToken"].as_str().unwrap())
                })
            });
        }
        running.signal(signal);
        let (code, _, errors) = running.end();
        assert_eq!((code, &*errors), ((signal == "TERM").then_some(0), ""));
        assert_eq!(fs::metadata(folder.file()).unwrap().permissions().mode() & 0o777, 0o600);

        let running = Running::start(&arguments);
        let mut connection = running.connect();
        assert_eq!(state(&mut connection), before, "{signal}");
        control(&mut connection, "/_emulator/clock", &json!({ "advance_ms": 86_400_000 }));
        let after = state(&mut connection);
        for (kind, state) in [("redis_groups", "Running"), ("spaces", "Running")] {
            assert_eq!(after[kind][0]["state"], state, "{after}");
        }
        assert_eq!(after["redis_groups"][0]["backups"][1]["type"], "Auto", "{after}");
        assert_eq!(
            (&after["spaces"][0]["size_gb"], &after["memcached_groups"][0]["size_gb"]),
            (&16.into(), &4.into())
        );
    }
}

/// Waits until something is true.
fn wait_for(is_true: impl Fn() -> bool) {
    let deadline = std::time::Instant::now() + Duration::from_secs(10);
    while !is_true() {
        assert!(std::time::Instant::now() < deadline, "it does not come true");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(unix)]
#[test]
fn the_clock_stays_moved_and_temporary_keys_stay_good() {
    let folder = Folder::new();
    let running = Running::start(&[&folder.option()]);
    let mut connection = running.connect();
    let now = year(&mut connection);
    control(
        &mut connection,
        "/_emulator/clock",
        &json!({ "advance_ms": 2 * 366 * 86_400_000_u64 }),
    );
    let keys = get(&mut connection, "/meta-data/v1/uam/security-credentials")["Data"].clone();
    running.signal("TERM");
    assert_eq!(running.end().0, Some(0));

    let running = Running::start(&[&folder.option()]);
    let mut connection = running.connect();
    assert!((now + 2..=now + 3).contains(&year(&mut connection)));
    let text = |name: &str| keys[name].as_str().unwrap();
    let mut pairs = vec![
        ("Action", "DescribeUMem"),
        ("Protocol", "redis"),
        ("PublicKey", text("PublicKey")),
        ("Region", "cn-bj2"),
        ("SecurityToken", text("SecurityToken")),
    ];
    let signed: String = pairs.iter().flat_map(|(name, value)| [*name, *value]).collect();
    let signature = crate::http::signature(&signed, text("PrivateKey"));
    pairs.push(("Signature", &signature));
    let pairs: Vec<_> =
        pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    connection.send(request("POST", "/", FORM, &encoded(&pairs)));
    assert_eq!(connection.response().unwrap().ret_code(), Some(0));
}

#[cfg(unix)]
#[test]
fn seeds_are_for_the_first_start_and_a_reset_lasts() {
    let folder = Folder::new();
    let arguments = [&*folder.option(), "--seed-space=umem-a=2"];
    let ids = |connection: &mut Connection| {
        let spaces = state(connection)["spaces"].clone();
        let ids = spaces.as_array().unwrap().iter().map(|space| space["id"].clone());
        ids.collect::<Vec<_>>()
    };
    for round in 0..3 {
        let running = Running::start(&arguments);
        let mut connection = running.connect();
        let expected: &[&str] = if round < 2 { &["umem-a"] } else { &[] };
        assert_eq!(ids(&mut connection), expected, "{round}");
        if round == 1 {
            control(&mut connection, "/_emulator/reset", &json!({}));
        }
        running.signal("TERM");
        assert_eq!(running.end().0, Some(0));
    }
}

#[test]
fn a_file_that_cannot_be_used_is_refused_and_stays() {
    let folder = Folder::new();
    let path = folder.file();
    drop(Emulator::builder().state_file(&path).unwrap().build());
    let good = fs::read_to_string(&path).unwrap();
    let fails = |text: &str, word: &str| {
        fs::write(&path, text).unwrap();
        let output = run(&[&folder.option()]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{errors}");
        let named = format!("state file `{}`", path.display());
        assert!(errors.contains(word) && errors.contains(&named), "{word}: {errors}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    };
    fails("", "line 1");
    fails(&good[..good.len() / 2], "EOF while parsing");
    fails(&good.replace("\"version\": 1", "\"version\": 9"), "unknown version 9");
    fails(&good.replace("\"ids\"", "\"names\""), "unknown field `names`");
    fails("no state", "repair it, or delete it");
    fails(&good.replace("\"pairs\": []", r#""pairs": [7]"#), "line");

    fs::write(&path, &good).unwrap();
    let first = Emulator::builder().state_file(&path).unwrap();
    let error = Emulator::builder().state_file(&path).unwrap_err().to_string();
    assert!(error.contains("in use by another emulator"), "{error}");
    let output = run(&[&folder.option()]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("in use by another emulator"), "{errors}");
    drop(first);
    assert!(Emulator::builder().state_file(&path).unwrap().build().is_restored());

    for (path, word) in [
        (folder.0.path().join("no").join("umem.json"), "cannot"),
        (folder.0.path().to_owned(), "cannot"),
        (PathBuf::from("/"), "expected the name of a file"),
    ] {
        let error = Emulator::builder().state_file(&path).unwrap_err().to_string();
        assert!(error.contains(word) && error.contains("state file"), "{error}");
    }
}

/// A file that an emulator in this process writes.
fn emulator(path: &Path) -> Emulator {
    let clock = Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000));
    Emulator::builder().clock(clock).state_file(path).unwrap().build()
}

#[tokio::test]
async fn an_emulator_in_process_goes_on_where_the_last_clone_ended() {
    let folder = Folder::new();
    let path = folder.file();
    let first = emulator(&path);
    assert!(!first.is_restored());
    let client = first.client();
    let space = client.create_umem_space(4, "a-space").send().await.unwrap().space_id;
    let state = client.get_umem_space_state(&space).send().await.unwrap().state;
    assert_eq!(state[0].as_str(), "Starting");
    first.clock().advance(first.step());
    drop(first);
    let error = Emulator::builder().state_file(&path).err();
    assert!(error.is_some(), "the client still has a clone");
    drop(client);

    let second = emulator(&path);
    assert!(second.is_restored());
    let client = second.client();
    let state = client.get_umem_space_state(&space).send().await.unwrap().state;
    assert_eq!(state[0].as_str(), "Running");
    client.delete_umem_space(&space).send().await.unwrap();
    second.save_state().unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("Deleting"));
    let other = client.create_umem_space(4, "a-space").send().await.unwrap().space_id;
    assert_ne!(other, space, "no id is given twice");
}

#[test]
fn calls_need_no_signature_where_none_is_wanted() {
    let running = Running::start(&["--unsigned", "--seed-space=umem-a"]);
    let mut connection = running.connect();
    let mut ret_code = |query: &str| {
        connection.send(request("GET", &format!("/?{query}"), "", ""));
        connection.response().unwrap().ret_code()
    };
    let list = "Action=DescribeUMemSpace&Region=cn-bj2&Zone=cn-bj2-05";
    for more in ["", "&PublicKey=nobody", "&PublicKey=nobody&Signature=x", "&SecurityToken=x"] {
        assert_eq!(ret_code(&format!("{list}{more}")), Some(0), "{more}");
    }
    // All else is checked as ever.
    assert_eq!(ret_code("Action=DescribeUMemSpace"), Some(220));
    assert_eq!(ret_code("Action=DescribeUHostInstance"), Some(161));
    assert_eq!(get(&mut connection, "/_emulator/state")["unsigned"], true);
    #[cfg(unix)]
    {
        running.signal("TERM");
        let (_, _, errors) = running.end();
        assert!(errors.contains("signatures are not checked (--unsigned)"), "{errors}");
    }
}

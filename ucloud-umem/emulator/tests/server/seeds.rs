//! Seed files of the program, and what can be done with seeded resources.

use std::fs;

use serde_json::{Value, json};
use umem_emulator::Emulator;

use crate::command::{Running, run};
use crate::http::{FORM, ask, encoded, request, signed};

const GUIDE: &str = include_str!("../../src/guide/control.md");

/// Returns the seed file of the guide.
pub(crate) fn example() -> &'static str {
    let files = GUIDE.split("```yaml\n").filter_map(|rest| rest.split("```").next());
    files.into_iter().find(|text| text.starts_with("spaces:")).expect("a seed file")
}

#[test]
fn the_file_of_the_guide_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seeds.yaml");
    fs::write(&path, example()).unwrap();
    let running = Running::start(&["--seed-file", path.to_str().unwrap()]);
    let mut connection = running.connect();
    let mut call = |action: &str, pairs: &[(&str, &str)]| -> Value {
        let scope = [("Action", action), ("Region", "cn-bj2"), ("Zone", "cn-bj2-05")];
        let pairs: Vec<_> = scope.iter().chain(pairs).copied().collect();
        let body = encoded(&signed(&pairs, "emulator"));
        connection.send(request("POST", "/", FORM, &body));
        connection.response().unwrap().json()
    };
    let group = call("DescribeURedisGroup", &[("GroupId", "uredis-failed")]);
    assert_eq!(group["DataSet"][0]["State"], "CreateFail", "{group}");
    let backups = call("DescribeURedisBackup", &[("GroupId", "uredis-sessions")]);
    let states: Vec<_> = (0..2).map(|row| backups["DataSet"][row]["State"].clone()).collect();
    assert_eq!(states, ["Error", "Success"], "{backups}");
    let backup = [("BackupId", "uredisbackup-good")];
    assert_eq!(call("DescribeURedisBackupURL", &backup)["RetCode"], 0);
    // An expired group cannot be resized.
    let resize = [("GroupId", "uredis-sessions"), ("Size", "8")];
    assert_eq!(call("ResizeURedisGroup", &resize)["RetCode"], 20011);
    // What failed can be deleted, and nothing else.
    for (restart, delete, id) in [
        ("RestartURedisGroup", "DeleteURedisGroup", "uredis-failed"),
        ("RestartUMemcacheGroup", "DeleteUMemcacheGroup", "umemcache-pages"),
    ] {
        let group = [("GroupId", id)];
        assert_eq!(call(restart, &group)["RetCode"], 20204, "{restart}");
        assert_eq!(call(delete, &group)["RetCode"], 0, "{delete}");
    }
}

#[test]
fn a_file_that_makes_no_sense_is_named_with_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seeds.yaml");
    let option = format!("--seed-file={}", path.display());
    for (text, words) in [
        ("spaces:\n  - id: a\n    state: Up\n", "line 3|unknown value `Up`|CreateFail"),
        ("spaces: [{ size_gb: 0 }]", "spaces[0].size_gb|1 to 1024"),
        ("{\"spaces\": [\n 7]}", "line 2"),
        ("redis_groups: [{ rdb: dump.rdb }]", "redis_groups[0].rdb|--redis-server"),
    ] {
        fs::write(&path, text).unwrap();
        let output = run(&[&option]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{errors}");
        let named = format!("invalid seed file `{}`", path.display());
        for word in words.split('|').chain([&*named]) {
            assert!(errors.contains(word), "{word}: {errors}");
        }
    }
}

#[test]
fn the_schema_is_printed() {
    let output = run(&["--seed-schema"]);
    assert_eq!(output.status.code(), Some(0));
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["additionalProperties"], false);
}

#[tokio::test]
async fn a_document_seeds_an_emulator_in_process() {
    let emulator = Emulator::new();
    emulator.seed(example()).unwrap();
    let error = emulator.seed(example()).unwrap_err().to_string();
    assert!(error.contains("already exists"), "{error}");
    let json =
        json!({ "spaces": [{ "id": "umem-old", "state": "ResizeFail", "expires": "1 day ago" }] });
    emulator.seed(&json.to_string()).unwrap();
    let client = emulator.client();
    let state = client.get_umem_space_state("umem-old").send().await.unwrap().state;
    assert_eq!(state[0].as_str(), "ResizeFail");
    client.delete_umem_space("umem-old").send().await.unwrap();
}

#[test]
fn the_file_of_a_backup_with_any_id_is_found() {
    let emulator = Emulator::new();
    let ids = ["nightly backup", "a+b", "a/b?c=d#e", "%2F", "\u{5907}\u{4efd}-1"];
    let backups: Vec<_> = ids.iter().map(|id| json!({ "id": id })).collect();
    let seeds = json!({ "redis_groups": [{ "id": "uredis-a", "backups": backups }] });
    emulator.seed(&seeds.to_string()).unwrap();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    for id in ids {
        let scope = [("Action", "DescribeURedisBackupURL"), ("Region", "cn-bj2")];
        let pairs = [&scope[..], &[("Zone", "cn-bj2-05"), ("BackupId", id)]].concat();
        let body = encoded(&signed(&pairs, "emulator"));
        let address = ask(&server, "POST", "/", FORM, &body).json()["BackupURL"].clone();
        let address = address.as_str().unwrap_or_else(|| panic!("{id}")).to_owned();
        let path = address.strip_prefix(&server.url()).unwrap();
        let file = ask(&server, "GET", path, "", "");
        assert_eq!(file.status(), 200, "{address}");
        assert!(file.body.windows(id.len()).any(|part| part == id.as_bytes()), "{address}");
    }
}

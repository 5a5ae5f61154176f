//! Tests of seeds without an emulator around them.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::clock::Time;
use crate::servers::{Notify, Programs};

/// 2027-01-15T08:00:00Z
const NOW: Duration = Duration::from_secs(1_800_000_000);

fn now() -> Moment {
    Moment::since_1970(NOW)
}

fn time() -> Time {
    Time { now: now(), step: Duration::from_millis(200) }
}

fn seeded(store: &mut Store, text: &str) -> Result<Value, String> {
    let seeds = SeedDocument::read(text).map_err(|error| error.to_string())?;
    let made = store.seed(&seeds, &mut servers(), now()).map_err(|error| error.to_string())?;
    Ok(serde_json::to_value(made).unwrap())
}

/// Returns no servers.
fn servers() -> Servers {
    Servers::new(Programs::default(), Notify::default())
}

fn listing(store: &Store) -> Value {
    store.listing(time()).into()
}

const EVERYTHING: &str = "
spaces:
  - id: umem-a
    name: orders
    state: ResizeFail
    size_gb: 16
    version: '6.0'
    project: org-mine
    region: cn-sh2
    zone: cn-sh2-02
    port: 7000
    password: c0rrect_horse
    charge_type: Year
    tag: tests
    vpc_id: uvnet-mine
    subnet_id: subnet-mine
    created: 2027-01-01T00:00:00Z
    expires: in 3 days
    shards: 2
    used_mb: 100
    splits_reads: true
    proxies: [{ cores: 2, port: 7001 }]
    backups:
      - { id: umembackup-mine, name: before, state: Starting, taken: 2h ago, automatic: false }
      - {}
redis_groups:
  - id: uredis-a
    state: ISolation
    size_gb: 8
    high_availability: false
    auto_backup: true
    backup_hour: 3
    used_mb: 77
    expires: 1 day ago
    backups: 2
    replicas: [{ id: uredis-r, state: CreateFail }, { size_gb: 16 }]
  - {}
memcached_groups:
  - { id: umemcache-a, state: ResizeFail, size_gb: 4, version: 1.4.33, port: 11212 }
projects:
  - { id: org-mine, name: orders }
vpcs:
  - { id: uvnet-mine, subnets: [subnet-mine, subnet-b], project: org-mine, region: cn-sh2 }
  - { id: uvnet-b, name: web, subnets: [subnet-c] }
roles: ['ucs:iam::1:role/a']
";

#[test]
fn every_fact_is_shown() {
    let mut store = Store::default();
    let made = seeded(&mut store, EVERYTHING).unwrap();
    let shown = listing(&store);
    let space = &shown["spaces"][0];
    for (name, value) in [
        ("id", json!("umem-a")),
        ("name", json!("orders")),
        ("state", json!("ResizeFail")),
        ("size_gb", json!(16)),
        ("used_mb", json!(100)),
        ("version", json!("6.0")),
        ("project", json!("org-mine")),
        ("region", json!("cn-sh2")),
        ("zone", json!("cn-sh2-02")),
        ("port", json!(7000)),
        ("has_password", json!(true)),
        ("charge_type", json!("Year")),
        ("tag", json!("tests")),
        ("vpc_id", json!("uvnet-mine")),
        ("subnet_id", json!("subnet-mine")),
        ("created", json!("2027-01-01T00:00:00Z")),
        ("expires", json!("2027-01-18T08:00:00Z")),
    ] {
        assert_eq!(space[name], value, "{name}");
    }
    assert_eq!(space["shards"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&space["proxies"][0]["cores"], &space["proxies"][0]["port"]),
        (&2.into(), &7001.into())
    );
    let backup = json!({
        "id": "umembackup-mine", "name": "before", "type": "manual", "state": "Starting",
        "taken": "2027-01-15T06:00:00Z",
    });
    assert_eq!(space["backups"][0], backup);
    assert_eq!(space["backups"][1]["state"], "Done");
    let [group, replica, other, plain] = [0, 1, 2, 3].map(|index| &shown["redis_groups"][index]);
    assert_eq!((&group["state"], &group["type"]), (&"ISolation".into(), &"single".into()));
    assert_eq!((&group["auto_backup"], &group["backup_hour"]), (&true.into(), &3.into()));
    assert_eq!(
        (&group["used_mb"], &group["expires"]),
        (&77.into(), &"2027-01-14T08:00:00Z".into())
    );
    assert_eq!(
        (&replica["state"], &replica["replica_of"]),
        (&"CreateFail".into(), &"uredis-a".into())
    );
    assert_eq!((&replica["size_gb"], &other["size_gb"]), (&8.into(), &16.into()));
    assert_eq!((&plain["state"], &plain["size_gb"]), (&"Running".into(), &4.into()));
    let cache = &shown["memcached_groups"][0];
    assert_eq!((&cache["state"], &cache["version"]), (&"ResizeFail".into(), &"1.4.33".into()));
    assert_eq!((&cache["port"], &cache["size_gb"]), (&11212.into(), &4.into()));

    let created = "2027-01-15T08:00:00Z";
    let projects = json!([{ "id": "org-mine", "name": "orders", "created": created }]);
    assert_eq!(shown["projects"], projects);
    let vpcs = json!([
        {
            "id": "uvnet-mine", "name": "uvnet-mine", "project": "org-mine", "region": "cn-sh2",
            "subnets": ["subnet-mine", "subnet-b"], "created": created,
        },
        {
            "id": "uvnet-b", "name": "web", "project": "org-emulator", "region": "cn-bj2",
            "subnets": ["subnet-c"], "created": created,
        },
    ]);
    assert_eq!(shown["vpcs"], vpcs);
    assert_eq!(shown["roles"], json!([{ "urn": "ucs:iam::1:role/a" }]));

    let ids = |rows: &Value| {
        rows.as_array().unwrap().iter().map(|row| row["id"].clone()).collect::<Value>()
    };
    assert_eq!(made["spaces"][0]["backups"], ids(&space["backups"]));
    assert_eq!(made["redis_groups"][0]["backups"], ids(&group["backups"]));
    assert_eq!(made["redis_groups"][0]["replicas"], json!(["uredis-r", other["id"]]));
    assert_eq!(made["redis_groups"][1]["id"], plain["id"]);
    assert_eq!(made["memcached_groups"], json!([{ "id": "umemcache-a", "backups": [] }]));
}

#[test]
fn every_state_of_the_pages_can_be_seeded_and_stays() {
    use crate::words::{
        InstanceState, ReplicaState, UMemBackupState, UMemcacheGroupState, URedisBackupState,
        Words as _,
    };

    let kinds = [
        ("spaces", InstanceState::words()),
        ("redis_groups", InstanceState::words()),
        ("memcached_groups", UMemcacheGroupState::words()),
    ];
    let later = Time { now: now().after(Duration::from_secs(9999)), ..time() };
    for (kind, states) in kinds {
        let mut store = Store::default();
        let seeds: Vec<_> = states.iter().map(|state| json!({ "state": state })).collect();
        seeded(&mut store, &json!({ kind: seeds }).to_string()).unwrap();
        store.catch_up(later);
        let shown = Value::from(store.listing(later));
        let shown: Vec<_> =
            shown[kind].as_array().unwrap().iter().map(|row| &row["state"]).collect();
        assert_eq!(shown, states, "{kind}");
    }
    for (kind, inner, states) in [
        ("spaces", "backups", UMemBackupState::words()),
        ("redis_groups", "backups", URedisBackupState::words()),
        ("redis_groups", "replicas", ReplicaState::words()),
    ] {
        let mut store = Store::default();
        let seeds: Vec<_> = states.iter().map(|state| json!({ "state": state })).collect();
        seeded(&mut store, &json!({ kind: [{ inner: seeds }] }).to_string()).unwrap();
        let shown = listing(&store);
        let rows = if inner == "backups" { &shown[kind][0][inner] } else { &shown[kind] };
        let rows = rows.as_array().unwrap().iter().skip(usize::from(inner == "replicas"));
        let shown: Vec<_> = rows.map(|row| &row["state"]).collect();
        assert_eq!(shown, states, "{kind} {inner}");
    }
}

#[test]
fn what_makes_no_sense_is_named_with_its_place_and_what_is_accepted() {
    let mut store = Store::default();
    seeded(&mut store, "spaces: [{ id: there }]").unwrap();
    for (text, words) in [
        ("spaces:\n  - id: a\n    stat: Running", "line 3|unknown field|stat|state"),
        ("spaces:\n  - state: Flying", "line 2|unknown value `Flying`|CreateFail, Fail"),
        (
            "{\"spaces\": [\n{\"state\": \"Flying\"}]}",
            "line 2|unknown value `Flying`|CreateFail, Fail",
        ),
        ("memcached_groups: [{ state: ISolation }]", "line 1|`ISolation`|Creating, CreateFail"),
        ("spaces: [{ backups: [{ state: Success }] }]", "line 1|Starting, Done"),
        ("spaces: [{ created: tomorrow }]", "line 1|`tomorrow`|in 3 days"),
        ("spaces: [{ backups: -1 }]", "line 1|number of backups, or a list"),
        ("spaces: [{ backups: many }]", "line 1|number of backups, or a list"),
        ("spaces: [{ size_gb: big }]", "line 1|invalid i64"),
        ("spaces:\n- [", "line 2"),
        (" \n", "empty document|spaces: [{ id: umem-a }]"),
        ("[]", "line 1"),
        ("7", "line 1"),
        ("spaces: [{}, { size_gb: 1025 }]", "spaces[1].size_gb|`1025`|1 to 1024"),
        ("redis_groups: [{ size_gb: 3 }]", "redis_groups[0].size_gb|1, 2, 4, 8, 16, 32"),
        ("redis_groups: [{ version: '9' }]", "redis_groups[0].version|3.0, 3.2, 4.0"),
        ("memcached_groups: [{ version: '7' }]", "memcached_groups[0].version|1.4.31"),
        ("memcached_groups: [{ size_gb: 3 }]", "memcached_groups[0].size_gb|1, 2, 4"),
        ("spaces: [{ region: mars }]", "spaces[0].region|a region of UCloud"),
        ("spaces: [{ zone: hk-02 }]", "spaces[0].zone|a zone of cn-bj2"),
        ("spaces: [{ standby_zone: hk-02 }]", "spaces[0].standby_zone|a zone of cn-bj2"),
        ("spaces: [{ port: 65536 }]", "spaces[0].port|1 to 65535"),
        ("spaces: [{ shards: 5 }]", "spaces[0].shards|1 to 4"),
        ("spaces: [{ used_mb: 9999 }]", "spaces[0].used_mb|0 to 4096"),
        ("spaces: [{ proxies: [{ cores: 0 }] }]", "spaces[0].proxies[0].cores|1 to"),
        ("spaces: [{ created: in 1 day }]", "spaces[0].created|at most 2027-01-15"),
        ("spaces: [{ backups: [{ taken: in 1s }] }]", "spaces[0].backups[0].taken|at most"),
        ("redis_groups: [{ backup_hour: 24 }]", "redis_groups[0].backup_hour|0 to 23"),
        ("redis_groups: [{ config_id: mine }]", "redis_groups[0].config_id|DescribeURedisConfig"),
        ("redis_groups: [{ replicas: [{ size_gb: 3 }] }]", "redis_groups[0].replicas[0].size_gb"),
        ("redis_groups: [{ data: { a: b } }]", "redis_groups[0].data|--redis-server"),
        ("spaces: [{ rdb: dump.rdb }]", "spaces[0].rdb|--redis-server"),
        ("vpcs: [{ id: a, subnets: [] }]", "vpcs[0].subnets|1 to 256"),
        ("vpcs: [{ id: a, subnets: [b], region: mars }]", "vpcs[0].region|a region of UCloud"),
        ("vpcs: [{ id: a, subnets: [b, b] }]", "vpcs[0].subnets[1]|id `b` already exists"),
        ("vpcs: [{ id: a, subnets: [subnet-emulator] }]", "`subnet-emulator` already exists"),
        ("projects: [{ id: org-emulator }]", "projects[0].id|already exists"),
        ("projects: [{}]", "missing field `id`"),
        ("roles: [a, a]", "roles[1]|already exists"),
        ("spaces: [{ id: '' }]", "spaces[0].id|1 to 100 bytes"),
        ("spaces: [{ id: there }]", "spaces[0].id|id `there` already exists"),
        ("redis_groups: [{ id: a, replicas: [{ id: a }] }]", "id `a` already exists"),
        ("spaces: [{ id: a, backups: [{ id: a }] }]", "id `a` already exists"),
        ("spaces: [{ backups: 10001 }]", "spaces[0].backups|0 to 10000"),
        ("spaces: [{ backups: 4294967297 }]", "spaces[0].backups|0 to 10000"),
    ] {
        let before = listing(&store);
        let error = seeded(&mut store, text).unwrap_err();
        for word in words.split('|') {
            assert!(error.contains(word), "{text}: `{word}` is not in {error}");
        }
        assert_eq!(listing(&store), before, "{text}");
    }
}

#[test]
fn no_message_shows_a_password() {
    for text in [
        "spaces: [{ password: p4ss }]",
        "spaces: [{ password: [p4ssw0rd] }]",
        "spaces:\n  - password: p4ssw0rd\n    stat: x",
        "spaces:\n  - password: p4ssw0rd\n   state: x",
        r#"{"spaces":[{"password":4711471147}]}"#,
        r#"{"spaces":[{"password":"p4ssw0rd","state":"x"}]}"#,
    ] {
        let error = seeded(&mut Store::default(), text).unwrap_err();
        assert!(!error.contains("p4ss") && !error.contains("4711"), "{error}");
    }
}

#[test]
fn the_sum_of_all_seeds_is_bounded() {
    let mut store = Store::default();
    let many = |count: usize, backups: usize| {
        json!({ "spaces": vec![json!({ "backups": backups }); count] }).to_string()
    };
    seeded(&mut store, &many(9, 10_000)).unwrap();
    // 9 × 10,001 are there, so that 9,991 are left.
    let error = seeded(&mut store, &many(2, 4_995)).unwrap_err();
    assert!(error.contains("spaces[1]") && error.contains("100000"), "{error}");
    assert_eq!(listing(&store)["spaces"].as_array().unwrap().len(), 9, "all or nothing");
    seeded(&mut store, &many(1, 9_990)).unwrap();
    let error = seeded(&mut store, &many(1, 0)).unwrap_err();
    assert!(error.contains("spaces[0]"), "{error}");
}

#[test]
fn an_id_is_never_given_out_again() {
    let mut store = Store::default();
    let made = seeded(&mut store, "spaces: [{ id: umem-000030, backups: 1 }, {}]").unwrap();
    assert_ne!(made["spaces"][1]["id"], made["spaces"][0]["id"]);
    let given_out: Vec<_> = (0..60).map(|_| store.ids.new_id("umem")).collect();
    assert!(!given_out.contains(&"umem-000030".to_owned()));
    assert!(given_out.contains(&"umem-000031".to_owned()));
    assert!(given_out.windows(2).all(|pair| pair[0] != pair[1]), "{given_out:?}");
}

#[test]
fn the_example_of_the_guide_is_read() {
    let guide = include_str!("../guide/control.md");
    let examples = guide.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let examples: Vec<_> = examples.filter(|text| text.starts_with("spaces:")).collect();
    let [example] = examples[..] else { panic!("{} documents", examples.len()) };
    seeded(&mut Store::default(), example).unwrap();
}

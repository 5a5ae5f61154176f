//! Profiles and files that the program selects.

use super::*;

fn profile(name: &str) -> ClientBuilder {
    Client::builder().profile(name)
}

#[tokio::test]
async fn a_profile_gives_its_keys_and_settings_whatever_the_environment_has() {
    let machine = Machine::set_up()
        .with_keys()
        .var("UCLOUD_PROFILE", "default")
        .var("UCLOUD_REGION", "hk")
        .var("UCLOUD_API_BASE_URL", "http://127.0.0.1:1")
        .var("UCLOUD_TIMEOUT_SECOND", "soon");
    let client = machine.build(profile("work")).unwrap();
    assert_eq!(key_of(&client).await, "work-key");
    assert_eq!(scope(&client), [Some("cn-bj2"), Some("cn-bj2-05"), Some("org-x")]);
    assert_eq!(client.shared().base_url, "https://api.example.com/");
    assert_eq!(client.shared().attempt_timeout, Duration::from_secs(15));
    assert_eq!(machine.metadata.requests().len(), 0);
}

#[tokio::test]
async fn setters_win_over_the_profile_in_any_order() {
    let machine = Machine::set_up();
    let all = |builder: ClientBuilder| {
        builder
            .region("hk")
            .zone("hk-02")
            .project_id("org-own")
            .base_url("https://own.example.com")
            .timeout(Duration::from_secs(3))
            .credentials(Credentials::new("own-key", SECRET))
    };
    for builder in [all(profile("work")), all(Client::builder()).profile("work")] {
        let client = machine.build(builder).unwrap();
        assert_eq!(key_of(&client).await, "own-key");
        assert_eq!(scope(&client), [Some("hk"), Some("hk-02"), Some("org-own")]);
        assert_eq!(client.shared().base_url, "https://own.example.com/");
        assert_eq!(client.shared().attempt_timeout, Duration::from_secs(3));
    }
    // The zone of the profile is for its region alone.
    let client = machine.build(profile("work").region("hk")).unwrap();
    assert_eq!(scope(&client), [Some("hk"), None, Some("org-x")]);
    // With credentials of the program, the profile needs no keys.
    let builder = profile("old").credentials(Credentials::new("own-key", SECRET));
    let client = machine.file("credential.json", "broken").build(builder).unwrap();
    assert_eq!(client.scope().project_id(), Some("org-old"));
}

#[tokio::test]
async fn before_the_environment_a_profile_takes_the_place_of_the_variable() {
    let machine =
        Machine::set_up().with_keys().var("UCLOUD_PROFILE", "wrok").var("UCLOUD_ZONE", "cn-bj2-04");
    let client = machine.configure(profile("work")).unwrap().build().unwrap();
    assert_eq!(key_of(&client).await, "work-key");
    assert_eq!(scope(&client), [Some("cn-bj2"), Some("cn-bj2-04"), Some("org-x")]);
    // It is not the host's role that is meant.
    let error = machine.configure(profile("old")).unwrap_err();
    let words = ["the profile `old`", "credential.json has no keys"];
    machine.check_error(&error, "no keys", ErrorKind::Credentials, &words);
}

#[test]
fn after_the_environment_a_profile_is_an_error() {
    type Set = fn(ClientBuilder) -> ClientBuilder;
    let machine = Machine::set_up();
    let setters: [Set; 3] = [
        |builder| builder.profile("default"),
        |builder| builder.config_file("x"),
        |builder| builder.credential_file("x"),
    ];
    for set in setters {
        let builder = machine.configure(Client::builder()).unwrap();
        let error = machine.build(set(builder)).unwrap_err();
        machine.check_error(&error, "late", ErrorKind::Config, &["before `from_env`"]);
    }
}

#[tokio::test]
async fn files_are_where_the_program_says() {
    let machine = Machine::set_up()
        .file("other.json", CONFIG.replace("org-x", "org-other"))
        .file("keys.json", KEYS.replace("work-key", "other-key"))
        .var("UCLOUD_SHARED_CONFIG_FILE", "/nowhere/config.json")
        .var("UCLOUD_SHARED_CREDENTIAL_FILE", "/nowhere/credential.json");
    let files = |builder: ClientBuilder| {
        builder.config_file(machine.path("other.json")).credential_file("~/.ucloud/keys.json")
    };
    // Without a name, it is the active profile.
    for builder in [files(Client::builder()), files(profile("work"))] {
        let from_env = machine.configure(builder.clone()).unwrap();
        for client in [machine.build(builder), from_env.build()].map(Result::unwrap) {
            assert_eq!(key_of(&client).await, "other-key");
            assert_eq!(client.scope().project_id(), Some("org-other"));
        }
    }
    let client = machine.build(files(profile("default"))).unwrap();
    assert_eq!(key_of(&client).await, "default-key");
}

#[test]
fn errors_name_file_profile_and_choices() {
    let machine = Machine::set_up();
    let path = |name: &str| machine.path(name).display().to_string();
    let check = |what: &str, machine: &Machine, builder: ClientBuilder, kind, words: &[&str]| {
        let error = machine.build(builder).unwrap_err();
        assert!(!error.to_string().contains("UCLOUD_PROFILE"), "{what}: {error}");
        machine.check_error(&error, what, kind, words);
    };
    let words = [
        "unknown profile `wrok`: ",
        &format!("{} has no profile `wrok`, only `default`, `work`, `old`;", path("config.json")),
        &format!("{} has no profile `wrok`, only `default`", path("credential.json")),
    ];
    check("unknown", &machine, profile("wrok"), ErrorKind::Config, &words);
    check("unnamed", &machine, profile(""), ErrorKind::Config, &["unknown profile ``"]);
    let words = [&format!("`old` of {} has no keys", path("credential.json"))[..]];
    check("no keys", &machine, profile("old"), ErrorKind::Credentials, &words);
    let words = ["/nowhere/x", "file not found, although `ClientBuilder::config_file` names it"];
    let builder = profile("work").config_file("/nowhere/x");
    check("no config", &machine, builder, ErrorKind::Config, &words);
    let words = ["/nowhere/x", "although `ClientBuilder::credential_file` names it"];
    let builder = profile("work").credential_file("/nowhere/x");
    check("no credential", &machine, builder, ErrorKind::Config, &words);

    let empty = Machine::new();
    let words = ["config.json does not exist; ", "credential.json does not exist"];
    check("no files", &empty, profile("work"), ErrorKind::Config, &words);
    let without_home = Machine { variables: Vec::new(), ..Machine::new() };
    let words = ["no home directory with a config.json; no home directory with a credential.json"];
    check("no home", &without_home, profile("work"), ErrorKind::Config, &words);
    // The settings are in one file, and the keys must be in the other.
    let half = Machine::new()
        .file("config.json", CONFIG)
        .file("credential.json", KEYS.replace("\"work\"", "\"a\\nb\""));
    let words = ["credential.json has no profile `work`, only `default`, `a\\nb`, `old`"];
    check("half", &half, profile("work"), ErrorKind::Credentials, &words);

    let many: Vec<_> = (0..30).map(|number| json!({ "profile": format!("p{number}") })).collect();
    let many = Machine::new().file("config.json", json!(many).to_string());
    check("many", &many, profile("x"), ErrorKind::Config, &["`p18`, `p19`, ...;"]);
}

#[test]
fn no_format_of_the_builder_reads_files() {
    let text = format!("{:?}", profile("work").credential_file("/nowhere/x"));
    assert!(text.contains("work"), "{text}");
}

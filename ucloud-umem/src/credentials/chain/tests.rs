use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use http::StatusCode;
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::error::Error;
use crate::transport::{self, FakeTransport, HttpResponse};
use crate::{Client, ClientBuilder, Credentials, ErrorKind, Outcome};

mod by_argument;
mod oauth;

/// Part of every private key in these tests.
const SECRET: &str = "hunter2";

/// The profiles of a machine on which the vendor's command line has been set up.
const CONFIG: &str = r#"[
    { "project_id": "org-default", "region": "cn-sh2", "zone": "cn-sh2-02",
      "profile": "default", "active": true },
    { "project_id": "org-x", "region": "cn-bj2", "zone": "cn-bj2-05", "timeout_sec": 15,
      "base_url": "https://api.example.com", "profile": "work", "active": true,
      "max_retry_times": 3, "agree_upload_log": false },
    { "project_id": "org-old", "profile": "old", "active": false, "timeout_sec": 0,
      "region": "" }
]"#;
const KEYS: &str = r#"[
    { "public_key": "default-key", "private_key": "hunter2-default", "profile": "default",
      "cookie": "", "csrf_token": null },
    { "public_key": "work-key", "private_key": "hunter2-work", "profile": "work" },
    { "public_key": "", "private_key": "", "profile": "old" }
]"#;

/// A home directory, variables, and a metadata service without a role for this host.
struct Machine {
    home: TempDir,
    variables: Vec<(&'static str, String)>,
    metadata: FakeTransport,
}

impl Machine {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let variables = vec![("HOME", home.path().to_str().unwrap().to_owned())];
        let metadata = transport::from_fn(|_| HttpResponse::new(StatusCode::NOT_FOUND, SECRET));
        Self { home, variables, metadata }
    }

    /// With both files as the vendor's tools write them.
    fn set_up() -> Self {
        Self::new().file("config.json", CONFIG).file("credential.json", KEYS)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(".ucloud").join(name)
    }

    fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    fn var(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    fn with_keys(self) -> Self {
        self.var("UCLOUD_PUBLIC_KEY", "own-key").var("UCLOUD_PRIVATE_KEY", SECRET)
    }

    fn environment(&self) -> Environment {
        Environment::from_variables(self.variables.clone())
    }

    /// Reads the environment, as `ClientBuilder::from_env` does.
    fn configure(&self, builder: ClientBuilder) -> Result<ClientBuilder> {
        let metadata = InstanceMetadata::new().transport(self.metadata.clone());
        builder.transport(transport::responses([""; 0])).configure(&self.environment(), metadata)
    }

    fn client(&self) -> Result<Client> {
        self.configure(Client::builder())?.build()
    }

    /// Builds a client of the files alone, as `ClientBuilder::build` does.
    fn build(&self, builder: ClientBuilder) -> Result<Client> {
        builder.transport(transport::responses([""; 0])).read_profile(&self.environment())?.build()
    }

    /// A client with the keys of a host in hk, and a service that does not know the first of them.
    fn on_a_host(&self) -> (Client, FakeTransport) {
        let mut number = 0;
        let metadata = transport::from_fn(move |request| match request.uri.path() {
            "/meta-data/latest/region" => "hk".to_owned(),
            "/meta-data/latest/availability-zone" => "hk-02".to_owned(),
            _ => {
                number += 1;
                let data = json!({
                    "AccessKeyId": format!("key-{number}"), "AccessKeySecret": SECRET,
                    "SecurityToken": "token", "Expiration": "2999-01-01T00:00:00Z",
                });
                json!({ "RetCode": 0, "Data": data }).to_string()
            }
        });
        let service = transport::from_fn(|request| {
            let known = request.parameter("PublicKey").as_deref() == Some("key-2");
            json!({ "RetCode": if known { 0 } else { 174 } })
        });
        let metadata = InstanceMetadata::new().transport(metadata);
        let builder = Client::builder().transport(service.clone());
        let builder = builder.configure(&self.environment(), metadata).unwrap();
        (builder.build().unwrap(), service)
    }

    /// The public key of the client's credentials.
    async fn key(&self) -> String {
        let key = key_of(&self.client().unwrap()).await;
        assert_eq!(self.metadata.requests().len(), 0, "the metadata was asked");
        key
    }

    /// Asserts kind and words of the error of this machine.
    fn error(&self, what: &str, kind: ErrorKind, words: &[&str]) {
        self.check_error(&self.client().unwrap_err(), what, kind, words);
    }

    /// Asserts kind and words of an error, and that it shows no secret.
    fn check_error(&self, error: &Error, what: &str, kind: ErrorKind, words: &[&str]) {
        assert_eq!((error.kind(), error.outcome()), (kind, Outcome::NotSent), "{what}: {error}");
        let text = error.to_string();
        for word in words {
            assert!(text.contains(word), "{what}: {word}: {text}");
        }
        assert!(!format!("{error:?} {error}").contains(SECRET), "{what}: {error:?}");
        assert_eq!(self.metadata.requests().len(), 0, "{what}");
    }
}

async fn key_of(client: &Client) -> String {
    client.shared().credentials.credentials().await.unwrap().public_key().to_owned()
}

/// Region, zone and project of calls of a client.
fn scope(client: &Client) -> [Option<&str>; 3] {
    let scope = client.scope();
    [scope.region(), scope.zone_in(scope.region()), scope.project_id()]
}

#[tokio::test]
async fn the_environment_is_taken_before_the_files() {
    let machine = Machine::set_up()
        .with_keys()
        .var("UCLOUD_REGION", "hk")
        .var("UCLOUD_ZONE", "hk-02")
        .var("UCLOUD_PROJECT_ID", "org-own")
        .var("UCLOUD_API_BASE_URL", "http://127.0.0.1:1")
        .var("UCLOUD_TIMEOUT_SECOND", "7");
    let client = machine.client().unwrap();
    assert_eq!(scope(&client), [Some("hk"), Some("hk-02"), Some("org-own")]);
    assert_eq!(client.shared().base_url, "http://127.0.0.1:1/");
    assert_eq!(client.shared().attempt_timeout, Duration::from_secs(7));
    assert_eq!(machine.key().await, "own-key");
}

#[tokio::test]
async fn the_last_active_profile_is_taken() {
    let machine = Machine::set_up();
    let client = machine.client().unwrap();
    assert_eq!(scope(&client), [Some("cn-bj2"), Some("cn-bj2-05"), Some("org-x")]);
    assert_eq!(client.shared().base_url, "https://api.example.com/");
    assert_eq!(client.shared().attempt_timeout, Duration::from_secs(15));
    assert_eq!(machine.key().await, "work-key");
}

#[tokio::test]
async fn a_profile_is_named_or_active_or_the_default_one() {
    let machine = Machine::set_up().var("UCLOUD_PROFILE", "default");
    assert_eq!(machine.client().unwrap().scope().project_id(), Some("org-default"));
    assert_eq!(machine.key().await, "default-key");

    let machine = Machine::new().file("credential.json", KEYS);
    assert_eq!(machine.client().unwrap().scope().project_id(), None);
    assert_eq!(machine.key().await, "default-key");

    // Of two profiles with one name the last is taken, as the vendor's tools do.
    let twice = KEYS.replace("\"work\"", "\"default\"");
    let machine = Machine::new().file("credential.json", twice);
    assert_eq!(machine.key().await, "work-key");
}

#[tokio::test]
async fn each_setting_is_taken_from_the_first_that_has_it() {
    let machine = Machine::set_up().var("UCLOUD_PROJECT_ID", "org-own").with_keys();
    let client = machine.client().unwrap();
    assert_eq!(scope(&client), [Some("cn-bj2"), Some("cn-bj2-05"), Some("org-own")]);
    assert_eq!(machine.key().await, "own-key");

    // A zone that comes with a region is for this region alone.
    let client = Machine::set_up().var("UCLOUD_REGION", "hk").client().unwrap();
    assert_eq!(scope(&client), [Some("hk"), None, Some("org-x")]);
    let client = Machine::set_up().var("UCLOUD_ZONE", "cn-bj2-04").client().unwrap();
    assert_eq!(scope(&client), [Some("cn-bj2"), Some("cn-bj2-04"), Some("org-x")]);
    assert_eq!(client.scope().zone_in(Some("hk")), None);
    assert_eq!(client.with_zone("hk-02").scope().zone_in(Some("hk")), Some("hk-02"));
    let elsewhere = client.with_region("hk");
    assert_eq!(scope(&elsewhere), [Some("hk"), None, Some("org-x")]);
    let back = elsewhere.with_region("cn-bj2");
    assert_eq!(scope(&back), [Some("cn-bj2"), Some("cn-bj2-04"), Some("org-x")]);

    // Nothing set is nothing set, however it is written.
    let machine = Machine::set_up().var("UCLOUD_PROFILE", "old").with_keys();
    let client = machine.client().unwrap();
    assert_eq!(scope(&client), [None, None, Some("org-old")]);
    assert_eq!(client.shared().attempt_timeout, Duration::from_secs(65));
}

#[tokio::test]
async fn files_are_where_the_variables_say() {
    let elsewhere = tempfile::tempdir().unwrap();
    let keys = elsewhere.path().join("keys.json");
    fs::write(&keys, KEYS.replace("work-key", "elsewhere-key")).unwrap();
    let machine = Machine::set_up().var("UCLOUD_SHARED_CREDENTIAL_FILE", keys.to_str().unwrap());
    assert_eq!(machine.key().await, "elsewhere-key");

    let machine = Machine::set_up()
        .file("other.json", CONFIG.replace("org-x", "org-other"))
        .var("UCLOUD_SHARED_CONFIG_FILE", "~/.ucloud/other.json");
    assert_eq!(machine.client().unwrap().scope().project_id(), Some("org-other"));
    assert_eq!(machine.key().await, "work-key");

    // An empty home is none.
    let mut machine = Machine::set_up();
    machine.variables[0].0 = "USERPROFILE";
    assert_eq!(machine.var("HOME", "").key().await, "work-key");
}

#[test]
fn mistakes_in_the_environment_name_the_variable() {
    let machine = Machine::new().var("UCLOUD_PUBLIC_KEY", "p");
    machine.error("half", ErrorKind::Credentials, &["missing UCLOUD_PRIVATE_KEY"]);
    let machine = Machine::new().var("UCLOUD_PRIVATE_KEY", SECRET);
    machine.error("half", ErrorKind::Credentials, &["missing UCLOUD_PUBLIC_KEY"]);
    let machine = Machine::new()
        .var("UCLOUD_PUBLIC_KEY", "p")
        .var("UCLOUD_PRIVATE_KEY", format!("{SECRET}\n"));
    machine.error("a line end", ErrorKind::Credentials, &["private key", "white space"]);
    for seconds in ["soon", "0", "-1", "1.5"] {
        let machine = Machine::new().with_keys().var("UCLOUD_TIMEOUT_SECOND", seconds);
        machine.error(seconds, ErrorKind::Config, &["UCLOUD_TIMEOUT_SECOND"]);
    }
}

/// Asserts that the error names the file and these words.
fn refused(name: &str, text: &str, words: &[&str]) {
    let machine = Machine::new().file(name, text);
    let path = machine.path(name);
    machine.error(text, ErrorKind::Config, &[&[path.to_str().unwrap()], words].concat());
}

#[test]
fn errors_name_the_line_of_unreadable_json() {
    refused("config.json", "", &["empty file"]);
    for (text, words) in [
        (" \n\n", &["empty file"][..]),
        ("[\n{\n    hunter2 }]", &["line 3, column 5"]),
        ("[\n{\n\"private_key\": \"hunter2", &["line 3", "unexpected end"]),
        ("{ \"private_key\": \"hunter2\" }", &["line 1", "array of profiles"]),
        ("\n\"hunter2\"", &["line 2", "array of profiles"]),
        ("[\n\"hunter2\"]", &["line 2", "array of profiles"]),
        ("[]\n[\"hunter2\"]", &["line 2, column 1"]),
    ] {
        refused("credential.json", text, words);
    }
    let machine = Machine::new().file("credential.json", [0x5b, 0xff, 0x5d]);
    machine.error("no text", ErrorKind::Config, &["expected UTF-8 text"]);
    let machine = Machine::new().file("credential.json", vec![b' '; 1024 * 1024 + 1]);
    machine.error("endless", ErrorKind::Config, &["longer than 1 MiB"]);
    // So long it may be.
    let mut longest = KEYS.as_bytes().to_vec();
    longest.resize(1024 * 1024, b' ');
    Machine::new().file("credential.json", longest).client().unwrap();
    let machine = Machine::new().file("config.json/file", "");
    machine.error("a directory", ErrorKind::Config, &["config.json", "unreadable file"]);
}

#[test]
fn errors_name_line_and_key_of_an_invalid_value() {
    for (name, member, words) in [
        (
            "credential.json",
            r#""public_key": 7, "private_key": "hunter2""#,
            "`public_key`, expected text",
        ),
        ("credential.json", r#""private_key": ["hunter2"]"#, "`private_key`, expected text"),
        ("credential.json", r#""private_key": {"a": "hunter2"}"#, "`private_key`, expected text"),
        ("config.json", r#""active": "hunter2""#, "`active`, expected true or false"),
        ("config.json", r#""timeout_sec": "hunter2""#, "`timeout_sec`, expected a whole number"),
        ("config.json", r#""timeout_sec": -1"#, "`timeout_sec`, expected a whole number"),
        ("config.json", r#""timeout_sec": 1.5"#, "`timeout_sec`, expected a whole number"),
        ("config.json", r#""region": true"#, "`region`, expected text"),
    ] {
        let text = format!("[\n{{ \"profile\": \"default\",\n  {member} }}]");
        refused(name, &text, &[&format!("line 3: invalid {words}")]);
    }
}

#[test]
fn mistakes_in_keys_name_the_profile() {
    for (what, keys, words) in [
        ("no private key", r#""public_key": "p""#, &["default", "`private_key`"][..]),
        ("an empty one", r#""public_key": "p", "private_key": "" "#, &["`private_key`"]),
        ("no public key", r#""private_key": "hunter2""#, &["default", "`public_key`"]),
        (
            "a line end",
            r#""public_key": "p", "private_key": "hunter2\n""#,
            &["default", "white space or control character in the private key"],
        ),
    ] {
        let text = format!("[{{ \"profile\": \"default\", {keys} }}]");
        let machine = Machine::new().file("credential.json", text);
        let path = machine.path("credential.json");
        let words = [&[path.to_str().unwrap()], words].concat();
        machine.error(what, ErrorKind::Credentials, &words);
    }
}

#[tokio::test]
async fn a_file_that_is_named_must_be_there_if_it_is_needed() {
    for variable in ["UCLOUD_SHARED_CONFIG_FILE", "UCLOUD_SHARED_CREDENTIAL_FILE"] {
        let machine = Machine::set_up().var(variable, "/nowhere/it.json");
        machine.error(variable, ErrorKind::Config, &["/nowhere/it.json", variable]);
    }
    let machine =
        Machine::set_up().with_keys().var("UCLOUD_SHARED_CREDENTIAL_FILE", "/nowhere/it.json");
    assert_eq!(machine.key().await, "own-key");
    let machine = Machine::new().with_keys().file("credential.json", "broken");
    assert_eq!(machine.key().await, "own-key");
    // Of a named profile config.json has the settings.
    let machine = Machine::set_up().with_keys().var(PROFILE, "work");
    assert_eq!(machine.file("credential.json", "broken").key().await, "own-key");
    // A home that is not a directory has no files.
    let machine = Machine { variables: vec![("HOME", "/dev/null".into())], ..Machine::new() };
    assert_eq!(machine.with_keys().key().await, "own-key");
}

#[test]
fn a_profile_that_is_named_must_be_there_and_have_keys() {
    let named = |machine: Machine| machine.var("UCLOUD_PROFILE", "wrok");
    let choices = [
        "unknown profile `wrok` in UCLOUD_PROFILE",
        "config.json has no profile `wrok`, only `default`, `work`, `old`;",
        "credential.json has no profile `wrok`, only `default`, `work`, `old`",
    ];
    named(Machine::set_up()).error("no keys", ErrorKind::Config, &choices);
    named(Machine::set_up().with_keys()).error("keys", ErrorKind::Config, &choices);
    let words = ["`wrok` in UCLOUD_PROFILE", "config.json does not exist"];
    named(Machine::new()).error("no files", ErrorKind::Config, &words);
    // It is not the host's role that is meant.
    let machine = Machine::set_up().var("UCLOUD_PROFILE", "old");
    let words = &["UCLOUD_PROFILE is set", "`old`", "has no keys", "UCLOUD_PUBLIC_KEY"];
    machine.error("a profile without keys", ErrorKind::Credentials, words);
}

#[tokio::test]
async fn the_first_call_says_of_each_source_why_it_gave_nothing() {
    let without_home = Machine { variables: Vec::new(), ..Machine::new() };
    let inactive = CONFIG.replace("\"active\": true", "\"active\": false");
    for (what, machine, word) in [
        ("no file", Machine::new(), "credential.json does not exist"),
        ("no home", without_home, "no home directory"),
        (
            "no profile",
            Machine::new().file("config.json", inactive).file("credential.json", "[]"),
            "`default`",
        ),
        (
            "no keys",
            Machine::new()
                .file("config.json", r#"[{ "profile": "old", "active": true }]"#)
                .file("credential.json", KEYS),
            "has no keys",
        ),
    ] {
        let client = machine.client().unwrap();
        assert_eq!(machine.metadata.requests().len(), 0, "{what}: asked too early");
        for _ in 0..3 {
            let error = client.action("CreateX").send().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credentials, "{what}: {error}");
            assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0), "{what}");
            assert_eq!(error.action(), Some("CreateX"), "{what}");
            assert_eq!(error.request_id(), None, "{what}");
            let text = error.to_string();
            let v1 = "/meta-data/v1/uam/security-credentials";
            let v2 = "/meta-data/v2/iam/security-credentials";
            for word in ["UCLOUD_PUBLIC_KEY", word, "100.80.80.80", "HTTP 404", v1, v2] {
                assert!(text.replace('\\', "").contains(word), "{what}: {word}: {text}");
            }
            assert!(!format!("{error:?} {error}").contains(SECRET), "{what}: {error:?}");
        }
        // Both formats, and then what they said is remembered.
        assert_eq!(machine.metadata.requests().len(), 2, "{what}");
    }
}

#[tokio::test]
async fn a_host_renews_its_token_and_has_the_zone_for_another_region_than_the_profile() {
    let (client, service) = Machine::new().file("config.json", CONFIG).on_a_host();
    for (client, zone) in [(client.clone(), "cn-bj2-05"), (client.with_region("hk"), "hk-02")] {
        client.action("X").send().await.unwrap();
        let request = service.requests().pop().unwrap();
        assert_eq!(request.parameter("Zone").as_deref(), Some(zone));
    }
}

#[tokio::test]
async fn keys_of_the_builder_are_taken_before_the_metadata() {
    let builder = Client::builder().credentials(Credentials::new("builder", SECRET));
    let client = Machine::new().configure(builder).unwrap().build().unwrap();
    assert_eq!(key_of(&client).await, "builder");
}

#[tokio::test]
async fn plain_http_is_allowed_by_a_variable() {
    let emulator =
        || Machine::set_up().with_keys().var("UCLOUD_API_BASE_URL", "http://emulator:8080");
    emulator().error("not allowed", ErrorKind::Config, &["UCLOUD_ALLOW_PLAIN_HTTP=1"]);
    emulator().var("UCLOUD_ALLOW_PLAIN_HTTP", "0").error("off", ErrorKind::Config, &["plain http"]);
    let allowed = emulator().var("UCLOUD_ALLOW_PLAIN_HTTP", "1");
    assert_eq!(allowed.client().unwrap().shared().base_url, "http://emulator:8080/");
    let wrong = emulator().var("UCLOUD_ALLOW_PLAIN_HTTP", "yes");
    wrong.error("another value", ErrorKind::Config, &["UCLOUD_ALLOW_PLAIN_HTTP: expected 1 or 0"]);
}

#[tokio::test]
async fn a_wrong_base_url_names_the_place_that_sets_it() {
    let config = r#"[{ "profile": "work", "active": true, "base_url": "ftp://x" }]"#;
    let machine = || Machine::set_up().file("config.json", config);
    let words = ["https:// or http://", "`base_url` of the profile `work`", "config.json"];
    machine().error("of a profile", ErrorKind::Config, &words);
    let variable = machine().var("UCLOUD_API_BASE_URL", "ftp://y");
    variable.error("of a variable", ErrorKind::Config, &["it is set by UCLOUD_API_BASE_URL"]);
    // A value that the program sets wins, and the error names no place.
    let builder = machine().configure(Client::builder()).unwrap();
    let error = builder.base_url("ftp://z").build().unwrap_err().to_string();
    assert!(!error.contains("set by"), "{error}");
}

#[test]
fn the_channel_key_of_a_profile_comes_with_its_keys() {
    let with = |channel: &str| {
        CONFIG.replace(r#""profile": "work","#, &format!(r#""profile": "work",{channel}"#))
    };
    let channel = with(r#" "channel_key": "hunter2-channel","#);
    let machine = || Machine::set_up().file("config.json", &channel);
    let channel_of = |client: Result<Client>| {
        let header = client.unwrap().shared().channel_key.clone()?;
        Some(header.value.to_str().unwrap().to_owned())
    };
    let found = Some("hunter2-channel".to_owned());
    assert_eq!(channel_of(machine().client()), found);
    // The keys of the environment are another account's.
    assert_eq!(channel_of(machine().with_keys().client()), None);
    assert_eq!(channel_of(machine().var("UCLOUD_PROFILE", "default").client()), None);

    let machine = machine().with_keys();
    let built = |builder: ClientBuilder| channel_of(machine.build(builder.profile("work")));
    assert_eq!(built(Client::builder()), found);
    for (own, expected) in [("own", Some("own".to_owned())), ("", None)] {
        assert_eq!(built(Client::builder().channel_key(own)), expected);
    }
    let builder = Client::builder().credentials(Credentials::new("other", SECRET));
    assert_eq!(built(builder), None);

    for none in [r#" "channel_key": "","#, r#" "channel_key": null,"#] {
        let machine = Machine::set_up().file("config.json", with(none));
        assert_eq!(channel_of(machine.client()), None);
    }
    let machine = Machine::set_up().file("config.json", with(r#" "channel_key": "hunter2\n","#));
    machine.error("line end", ErrorKind::Config, &["invalid channel key"]);
}

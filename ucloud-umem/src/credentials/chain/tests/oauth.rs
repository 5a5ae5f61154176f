//! Profiles that sign in with an access token.

use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use tokio::time::{advance, pause};

use super::*;

const SETTINGS: &str = r#"[{ "profile": "work", "active": true, "region": "cn-bj2",
    "zone": "cn-bj2-05", "oauth_base_url": "https://oauth.example.com", "channel_key": "" }]"#;

/// A profile as `ucloud auth login` writes it, with old keys for a later logout.
fn login(token: &str, lifetime: i64) -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    json!([{
        "public_key": "old-key", "private_key": "hunter2-old", "cookie": "", "csrf_token": "",
        "profile": "work", "auth_mode": "oauth", "access_token": token,
        "refresh_token": "hunter2-refresh", "expires_at": now.saturating_add_signed(lifetime),
    }])
    .to_string()
}

/// A service that knows one token at a time.
#[derive(Clone)]
struct Service {
    known: Arc<Mutex<String>>,
    fake: FakeTransport,
}

impl Service {
    fn knowing(token: &str) -> Self {
        let known = Arc::new(Mutex::new(token.to_owned()));
        let own = Arc::clone(&known);
        let fake = transport::from_fn(move |request| {
            for name in ["PublicKey", "Signature", "SecurityToken"] {
                assert_eq!(request.parameter(name), None, "{name} beside a bearer token");
            }
            let expected = format!("Bearer {}", own.lock().unwrap());
            let is_known = request.headers["authorization"] == *expected;
            json!({ "RetCode": if is_known { 0 } else { 174 } })
        });
        Self { known, fake }
    }

    fn know(&self, token: &str) {
        token.clone_into(&mut self.known.lock().unwrap());
    }

    fn requests(&self) -> usize {
        self.fake.requests().len()
    }
}

impl Machine {
    fn logged_in(token: &str, lifetime: i64) -> Self {
        Self::new().file("config.json", SETTINGS).file("credential.json", login(token, lifetime))
    }

    fn log_in(&self, token: &str, lifetime: i64) {
        fs::write(self.path("credential.json"), login(token, lifetime)).unwrap();
    }

    fn client_of(&self, service: &Service) -> Client {
        let builder = Client::builder().profile("work").transport(service.fake.clone());
        builder.read_profile(&self.environment()).unwrap().build().unwrap()
    }
}

#[tokio::test]
async fn the_token_is_sent_and_the_kept_keys_are_not_used() {
    let machine = Machine::logged_in("hunter2-token", 3600);
    let service = Service::knowing("hunter2-token");
    let from_env = machine.configure(Client::builder()).unwrap().transport(service.fake.clone());
    for client in [machine.client_of(&service), from_env.build().unwrap()] {
        client.action("X").send().await.unwrap();
        assert_eq!(scope(&client), [Some("cn-bj2"), Some("cn-bj2-05"), None]);
    }
    // The keys of the environment come first, as for each profile.
    assert_eq!(machine.with_keys().key().await, "own-key");
    // Without an expiration, it does not expire.
    let machine = Machine::logged_in("hunter2-token", i64::MIN);
    machine.client_of(&service).action("X").send().await.unwrap();
}

#[tokio::test]
async fn the_file_is_read_again_five_minutes_before_expiry() {
    let machine = Machine::logged_in("hunter2-1", 3600);
    let service = Service::knowing("hunter2-1");
    let client = machine.client_of(&service);
    pause();
    client.action("X").send().await.unwrap();
    machine.log_in("hunter2-2", 7200);
    advance(Duration::from_secs(3290)).await;
    client.action("X").send().await.unwrap();
    service.know("hunter2-2");
    advance(Duration::from_secs(15)).await;
    client.action("X").send().await.unwrap();
    assert_eq!(service.requests(), 3, "no token was refused");
}

#[tokio::test]
async fn the_file_is_read_again_when_the_token_is_refused() {
    let machine = Machine::logged_in("hunter2-1", 3600);
    let service = Service::knowing("hunter2-1");
    let client = machine.client_of(&service);
    client.action("X").send().await.unwrap();
    machine.log_in("hunter2-2", 3600);
    service.know("hunter2-2");
    let calls = (0..1000).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.action("CreateX").send().await.map(|_| ()) })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    let before = service.requests();
    client.action("X").send().await.unwrap();
    assert_eq!(service.requests(), before + 1, "the new token is kept");
}

#[tokio::test]
async fn a_token_that_is_over_says_how_to_get_another() {
    let over = |error: &Error, kind, words: &[&str]| {
        assert_eq!(error.kind(), kind, "{error}");
        let text = format!("{error} {error:?}");
        for word in words.iter().chain([&"run `ucloud auth login`"]) {
            assert!(text.contains(word), "{word}: {text}");
        }
        assert!(!text.contains(SECRET), "{text}");
    };
    let service = Service::knowing("hunter2-other");
    // Expired, as the file says: nothing is sent.
    let machine = Machine::logged_in("hunter2-1", -1);
    let path = machine.path("credential.json").display().to_string();
    let error = machine.client_of(&service).action("X").send().await.unwrap_err();
    let words = ["the profile `work`", &path, "expired at 20"];
    over(&error, ErrorKind::Credentials, &words);
    assert_eq!(service.requests(), 0);
    // Not known to the service, and no other in the file.
    let machine = Machine::logged_in("hunter2-1", 3600);
    let error = machine.client_of(&service).action("X").send().await.unwrap_err();
    over(&error, ErrorKind::Service, &["174"]);
    assert_eq!(service.requests(), 1);
    // None at all.
    let text = r#"[{ "profile": "work", "auth_mode": "OAuth", "public_key": "old",
        "private_key": "hunter2-old", "access_token": "" }]"#;
    let machine = Machine::new().file("config.json", SETTINGS).file("credential.json", text);
    let words = ["the profile `work`", "no `access_token`", "ucloud auth login"];
    machine.error("none", ErrorKind::Credentials, &words);
}

#[tokio::test]
async fn changes_of_the_file_that_end_the_login_are_errors() {
    let service = Service::knowing("hunter2-1");
    for (text, word) in [
        ("[]", "has no profile `work`"),
        (KEYS, "no longer signs in by OAuth"),
        (r#"[{ "profile": "work", "auth_mode": "oauth", "access_token": 7 }]"#, "expected text"),
        (
            r#"[{ "profile": "work", "auth_mode": "oauth", "access_token": "hunter2\n" }]"#,
            "white space or control character in the access token",
        ),
    ] {
        let machine = Machine::logged_in("hunter2-1", 3600);
        let client = machine.client_of(&service);
        fs::write(machine.path("credential.json"), text).unwrap();
        let error = client.action("X").send().await.unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains(word), "{shown}");
        assert!(!shown.contains(SECRET), "{shown}");
    }
    assert_eq!(service.requests(), 0);
}

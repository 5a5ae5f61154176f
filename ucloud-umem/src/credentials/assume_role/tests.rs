use serde_json::json;

use super::*;
use crate::transport::{self, FakeTransport, HttpRequest};

const URN: &str = "ucs:iam::56000001:role/backups";

fn keys(number: usize) -> Value {
    json!({
        "AccessKeyId": format!("role-{number}"), "AccessKeySecret": "hunter2-key",
        "SecurityToken": "hunter2-token", "Expiration": "2999-01-01T00:00:00Z",
    })
}

/// A service that hands out keys, and knows those from this number on.
fn service(known_from: usize) -> FakeTransport {
    let mut handed_out = 0;
    transport::from_fn(move |request: &HttpRequest| match request.action().as_deref() {
        Some("AssumeRole") => {
            handed_out += 1;
            json!({ "RetCode": 0, "Credentials": keys(handed_out) })
        }
        _ => {
            let key = request.parameter("PublicKey").unwrap();
            let number = key.strip_prefix("role-").and_then(|number| number.parse().ok());
            let is_known = number.is_some_and(|number: usize| number >= known_from);
            json!({ "RetCode": if is_known { 0 } else { 174 } })
        }
    })
}

fn base(fake: &FakeTransport) -> Client {
    let builder = Client::builder().credentials(Credentials::new("base", "hunter2-base"));
    builder.transport(fake.clone()).region("cn-bj2").zone("cn-bj2-05").build().unwrap()
}

fn client(fake: &FakeTransport, role: AssumeRole) -> Client {
    Client::builder().credentials(role).transport(fake.clone()).build().unwrap()
}

fn actions(fake: &FakeTransport) -> Vec<String> {
    fake.requests().iter().filter_map(HttpRequest::action).collect()
}

#[tokio::test]
async fn the_base_credentials_assume_the_role_until_its_token_is_unknown() {
    let fake = service(2);
    let role = AssumeRole::new(&base(&fake), URN, "nightly.1");
    let client = client(&fake, role.duration(Duration::from_secs(900)).policy("{}"));
    client.action("X").send().await.unwrap();
    client.action("X").send().await.unwrap();
    assert_eq!(actions(&fake), ["AssumeRole", "X", "AssumeRole", "X", "X"]);
    let requests = fake.requests();
    for (name, value) in [
        ("Action", Some("AssumeRole")),
        ("PublicKey", Some("base")),
        ("RoleUrn", Some(URN)),
        ("RoleSessionName", Some("nightly.1")),
        ("DurationSeconds", Some("900")),
        ("Policy", Some("{}")),
        ("Region", None),
        ("Zone", None),
    ] {
        assert_eq!(requests[0].parameter(name).as_deref(), value, "{name}");
    }
    assert_eq!(requests[1].parameter("PublicKey").as_deref(), Some("role-1"));
    assert_eq!(requests[1].parameter("SecurityToken").as_deref(), Some("hunter2-token"));
}

#[tokio::test]
async fn errors_name_the_role_and_the_reason() {
    for (response, reason) in [
        (json!({ "RetCode": 299, "Message": "IAM permission error" }), "IAM permission error"),
        (json!({ "RetCode": 0, "Credentials": {} }), "without PublicKey or AccessKeyId"),
        (json!({ "RetCode": 0 }), "responded without credentials"),
        (json!({ "Credentials": keys(1) }), "invalid response"),
        (
            json!({ "RetCode": 0, "Credentials": { "AccessKeyId": "a", "AccessKeySecret":
                "hunter2-key\n", "SecurityToken": "hunter2", "Expiration": 1_796_000_000_u64 } }),
            "in the private key",
        ),
    ] {
        let fake = transport::responses([response]);
        let client = client(&fake, AssumeRole::new(&base(&fake), URN, "nightly"));
        let error = client.action("CreateX").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
        let text = format!("{error} {error:?} {:?}", error.body());
        assert!(text.contains(&format!("role `{URN}` not assumed")), "{text}");
        assert!(text.contains(reason), "{reason}: {text}");
        assert!(!text.contains("hunter2"), "{text}");
        assert_eq!(actions(&fake), ["AssumeRole"]);
    }
}

#[tokio::test]
async fn invalid_settings_are_errors_before_anything_is_sent() {
    let fake = service(0);
    let role = |urn: &str, session: &str| AssumeRole::new(&base(&fake), urn, session);
    for (role, problem) in [
        (role("", "nightly"), "empty role URN"),
        (role(URN, ""), "invalid session name"),
        (role(URN, "a b"), "invalid session name `a b`"),
        (role(URN, &"a".repeat(65)), "invalid session name"),
        (role(URN, "a").duration(Duration::from_millis(899_999)), "at least 900 s"),
        (role(URN, "a").policy("x".repeat(2049)), "longer than 2048"),
    ] {
        let error = client(&fake, role).action("X").send().await.unwrap_err();
        assert!(error.to_string().contains(problem), "{error}");
    }
    assert_eq!(fake.requests().len(), 0);
    let client = client(&fake, role(URN, &"a".repeat(64)).policy("x".repeat(2048)));
    client.action("X").send().await.unwrap();
    assert_eq!(fake.requests()[0].parameter("DurationSeconds"), None);
}

//! Access tokens and channel keys over HTTP.

use std::time::Duration;

use serde_json::{Value, json};
use umem_emulator::{Emulator, Server};

use crate::http::{FORM, JSON, ask, encoded, post, server, signed};

const CALL: [(&str, &str); 3] =
    [("Action", "DescribeURedisVersion"), ("Region", "cn-bj2"), ("Zone", "cn-bj2-05")];

fn call(server: &Server, headers: &str, pairs: &[(String, String)]) -> Option<i64> {
    ask(server, "POST", "/", &format!("{FORM}{headers}"), &encoded(pairs)).ret_code()
}

fn unsigned() -> Vec<(String, String)> {
    CALL.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

fn add(server: &Server, body: &Value) -> Value {
    post(server, "tokens", &body.to_string())
}

#[test]
fn tokens_are_added_expire_and_are_revoked() {
    let server = server();
    let [one, two] = ["Authorization: Bearer one\r\n", "Authorization: Bearer two\r\n"];
    let known = || [one, two].map(|header| call(&server, header, &unsigned()));
    assert_eq!(known(), [Some(174), Some(174)]);
    assert_eq!(add(&server, &json!({ "token": "one" })), json!({ "expires_at": null }));
    let added = add(&server, &json!({ "token": "two", "expires_in_s": 3600 }));
    assert!(added["expires_at"].as_u64().is_some_and(|seconds| seconds > 1_700_000_000), "{added}");
    assert_eq!(known(), [Some(0), Some(0)]);
    // A token beside a signature is refused.
    assert_eq!(call(&server, one, &signed(&CALL, "emulator")), Some(171));
    let hour = json!({ "advance_ms": 3_600_000 }).to_string();
    post(&server, "clock", &hour);
    assert_eq!(known(), [Some(0), Some(174)]);
    assert_eq!(ask(&server, "DELETE", "/_emulator/tokens", "", "").json(), json!({}));
    assert_eq!(known(), [Some(174), Some(174)]);
    // In any form of a call.
    add(&server, &json!({ "token": "one" }));
    let query = format!("/?{}", encoded(&unsigned()));
    assert_eq!(ask(&server, "GET", &query, one, "").ret_code(), Some(0));
    let body = json!({
        "Action": "DescribeURedisVersion", "Region": "cn-bj2", "Zone": "cn-bj2-05", "Ids": ["a"],
    });
    let headers = format!("{JSON}{one}");
    assert_eq!(ask(&server, "POST", "/", &headers, &body.to_string()).ret_code(), Some(0));
    post(&server, "reset", "");
    assert_eq!(known(), [Some(174), Some(174)]);
}

#[test]
fn invalid_tokens_are_explained_and_not_repeated() {
    let server = server();
    let too_long = json!({ "token": "t".repeat(8193) }).to_string();
    for (body, word) in [
        ("{}", "invalid `token`"),
        (r#"{"token":""}"#, "invalid `token`"),
        (r#"{"token":"hunter2 x"}"#, "visible ASCII"),
        (&too_long, "8192"),
        (r#"{"token":"x","expires_in_s":-1}"#, "invalid `expires_in_s`"),
        (r#"{"token":"x","expires_in_s":1e30}"#, "a whole number from 0 to"),
        (r#"{"token":"x","expires":1}"#, "`expires` is not known"),
    ] {
        let response = ask(&server, "POST", "/_emulator/tokens", JSON, body);
        assert_eq!(response.status(), 400, "{body}");
        let message = response.json()["Message"].to_string();
        assert!(message.contains(word) && !message.contains("hunter2"), "{body}: {message}");
    }
    let response = ask(&server, "GET", "/_emulator/tokens", "", "");
    assert_eq!((response.status(), response.header("allow")), (405, Some("POST, DELETE")));
}

#[test]
fn a_dedicated_channel_refuses_calls_without_its_key() {
    let emulator = Emulator::builder().channel_key("dedicated").bearer_token("t").build();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    for (headers, ret_code) in [
        ("channel-key: dedicated\r\n", 0),
        ("Channel-Key: dedicated\r\n", 0),
        ("channel-key: other\r\n", 174),
        ("channel-key:\r\n", 174),
        ("", 174),
    ] {
        let found = call(&server, headers, &signed(&CALL, "emulator"));
        assert_eq!(found, Some(ret_code), "{headers}");
        let headers = format!("{headers}Authorization: Bearer t\r\n");
        assert_eq!(call(&server, &headers, &unsigned()), Some(ret_code), "{headers}");
    }
    // The client that the emulator makes knows the key; another key is an error with advice.
    let send = |key: &'static str| {
        let client = ucloud_umem::Client::builder()
            .credentials(ucloud_umem::Credentials::new("emulator", "emulator"))
            .channel_key(key)
            .base_url(server.url())
            .timeout(Duration::from_secs(20))
            .build()
            .unwrap();
        let client = ucloud_umem::blocking::Client::new(client).unwrap();
        client.describe_uredis_version().region("cn-bj2").zone("cn-bj2-05").send()
    };
    send("dedicated").unwrap();
    let error = send("other").unwrap_err().to_string();
    assert!(error.contains("174") && error.contains("check `channel_key`"), "{error}");
    let own = ucloud_umem::blocking::Client::new(emulator.client()).unwrap();
    own.describe_uredis_version().send().unwrap();
}

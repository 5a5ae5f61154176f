//! Nothing that the server prints or tells of calls has a secret in it, in any form.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use bytes::Bytes;
use serde_json::json;

use crate::http::{
    Connection, FORM, JSON, Response, ask, encoded, request, seeded, signature, signed,
};

/// Texts that only a secret has: letters that no form of writing leaves out.
pub(crate) const PRIVATE_KEY: &str = "pr1vate/K3y+=%\"é";
pub(crate) const PASSWORD: &str = "p4ssw0rd/+=%\"é";

/// Forms in which a secret could be seen.
pub(crate) fn forms_of(secret: &str) -> Vec<String> {
    let bytes = Bytes::copy_from_slice(secret.as_bytes());
    let json = json!(secret).to_string();
    vec![
        secret.to_owned(),
        STANDARD_NO_PAD.encode(&bytes),
        form_urlencoded::byte_serialize(secret.as_bytes()).collect(),
        json[1..json.len() - 1].to_owned(),
        format!("{bytes:X}"),
        format!("{bytes:x}"),
    ]
}

pub(crate) fn assert_hidden(text: &str, secret: &str) {
    for form in forms_of(secret) {
        assert!(!text.contains(&form), "{form} in {text}");
    }
}

#[test]
fn every_call_is_told_and_no_secret() {
    let told = Arc::new(Mutex::new(String::new()));
    let own = Arc::clone(&told);
    let emulator = seeded();
    let server = emulator
        .server()
        .fault(umem_emulator::parse_fault("DescribeUMemSpace:cut").unwrap())
        .on_call(move |call| {
            writeln!(own.lock().unwrap(), "{call}\n{call:?}\n{call:#?}").unwrap();
        })
        .start("127.0.0.1:0")
        .unwrap();

    let pairs = [
        ("Action", "ModifyUMemPassword"),
        ("Password", PASSWORD),
        ("NewPassword", PASSWORD),
        ("GroupId", PASSWORD),
        ("Region", "cn-bj2"),
        ("SecurityToken", PASSWORD),
        (PASSWORD, PASSWORD),
    ];
    let pairs = signed(&pairs, PRIVATE_KEY);
    let own_signature = pairs.last().unwrap().1.clone();
    let form = encoded(&pairs);
    let object: serde_json::Map<_, _> =
        pairs.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let object = json!(object).to_string();
    let swapped = encoded(&[("Action".to_owned(), PASSWORD.to_owned())]);
    let broken = format!("{object}x");
    let mut responses = String::new();
    let mut keep = |response: &Response| {
        responses.push_str(&String::from_utf8_lossy(&response.body));
    };
    for (method, target, headers, body) in [
        ("POST", "/", FORM, &*form),
        ("GET", &*format!("/?{form}"), "", ""),
        ("POST", "/", JSON, &*object),
        ("POST", "/", JSON, &*broken),
        ("POST", "/", "Content-Type: text/plain\r\n", &*form),
        ("PUT", &*format!("/?{form}"), "", ""),
    ] {
        keep(&ask(&server, method, target, headers, body));
    }
    // The gateway repeats the name of an action, so this response is not checked.
    ask(&server, "POST", "/", FORM, &swapped);
    let mut connection = Connection::to(server.address());
    connection.send(request("POST", "/", FORM, "Action=DescribeUMemSpace"));
    assert!(connection.response().is_none());
    let temporary = ask(&server, "GET", "/meta-data/v1/uam/security-credentials", "", "").json();
    let calls = ask(&server, "GET", "/_emulator/calls", "", "");
    assert_eq!(calls.json()["count"], 5);
    keep(&calls);

    let told = told.lock().unwrap().clone();
    let lines: Vec<_> = told.lines().filter(|line| line.contains("Z ")).collect();
    assert_eq!(lines.len(), 5, "{told}");
    for (line, words) in lines.iter().zip([
        "ModifyUMemPassword form RetCode=174 HTTP=200",
        "ModifyUMemPassword query RetCode=174 HTTP=200",
        "ModifyUMemPassword json RetCode=174 HTTP=200",
        "(unknown action) form RetCode=161 HTTP=200",
        "DescribeUMemSpace form connection closed",
    ]) {
        assert!(line.contains(words), "{line}");
    }
    assert!(lines[0].contains(" id=00000000-0000-0000-0000-000000000001"), "{}", lines[0]);
    let seen = format!("{told}{responses}{emulator:?}{server:?}{:?}", emulator.server());
    for secret in [PASSWORD, PRIVATE_KEY, &own_signature, &signature("x", PRIVATE_KEY)] {
        assert_hidden(&seen, secret);
    }
    for name in ["PrivateKey", "SecurityToken"] {
        assert_hidden(&seen, temporary["Data"][name].as_str().unwrap());
    }
}

//! The forms in which a call comes, and requests that are not calls.

use serde_json::{Map, Value, json};
use umem_emulator::Server;

use crate::http::{
    FORM, JSON, Response, SPACE, ask, backups_of, encoded, list_backups, server, signature, signed,
};

/// Sends the same call in each form, and returns the form's name with the response.
fn in_each_form(server: &Server, pairs: &[(String, String)]) -> [(&'static str, Response); 5] {
    let form = encoded(pairs);
    let (query, rest) = pairs.split_at(1);
    let (query, rest) = (encoded(query), encoded(rest));
    let object: Map<String, Value> =
        pairs.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let object = Value::Object(object).to_string();
    [
        ("query", ask(server, "GET", &format!("/?{form}"), "", "")),
        ("form", ask(server, "POST", "/", FORM, &form)),
        ("form without a type", ask(server, "POST", "/api/", "", &form)),
        ("form and query", ask(server, "POST", &format!("/?{query}"), FORM, &rest)),
        ("json", ask(server, "POST", "/api", JSON, &object)),
    ]
}

#[test]
fn each_form_is_taken_and_its_signature_checked() {
    let server = server();
    for (form, response) in in_each_form(&server, &signed(&backups_of(SPACE), "emulator")) {
        let body = response.json();
        assert_eq!((response.status(), response.ret_code()), (200, Some(0)), "{form}");
        assert_eq!(body["DataSet"].as_array().unwrap().len(), 12, "{form}");
        assert_eq!(response.header("content-type"), Some("application/json"));
        assert!(response.header("x-ucloud-request-uuid").is_some());
    }
    for (form, response) in in_each_form(&server, &signed(&backups_of(SPACE), "other")) {
        assert_eq!((response.status(), response.ret_code()), (200, Some(171)), "{form}");
    }
    let mut unsigned = signed(&backups_of(SPACE), "emulator");
    unsigned.pop();
    for (form, response) in in_each_form(&server, &unsigned) {
        assert_eq!(response.ret_code(), Some(170), "{form}");
    }
    for (form, response) in in_each_form(&server, &signed(&[("Limit", "1")], "emulator")) {
        assert_eq!(response.ret_code(), Some(160), "{form}");
    }
}

#[test]
fn numbers_and_words_in_json_are_signed_as_a_form_has_them() {
    let server = server();
    let mut pairs = backups_of(SPACE).to_vec();
    pairs.extend([("Limit", "2"), ("Offset", "0"), ("Share", "0.0000001"), ("Whole", "true")]);
    let pairs = signed(&pairs, "emulator");
    let mut object: Map<String, Value> =
        pairs.into_iter().map(|(name, value)| (name, value.into())).collect();
    object.insert("Limit".to_owned(), json!(2));
    object.insert("Offset".to_owned(), json!(0.0));
    object.insert("Share".to_owned(), json!(1e-7));
    object.insert("Whole".to_owned(), json!(true));
    object.insert("ProjectId".to_owned(), Value::Null);
    let response = ask(&server, "POST", "/", JSON, &Value::Object(object).to_string());
    assert_eq!(response.ret_code(), Some(0), "{}", response.json());
    assert_eq!(response.json()["DataSet"].as_array().unwrap().len(), 2 * 4);
}

#[test]
fn lists_in_json_are_signed_as_pairs_or_as_they_stand() {
    let server = server();
    let call = json!({
        "Action": "DescribeUMemUpgradePrice", "PublicKey": "emulator", "Region": "cn-bj2",
        "Zone": "cn-bj2-05", "SpaceId": SPACE, "Size": 16, "Type": "single",
        "BlockIds": ["a", "b"], "BlockSize": [1, 2],
    });
    let as_pairs = "ActionDescribeUMemUpgradePriceBlockIds.0aBlockIds.1bBlockSize.01BlockSize.12\
        PublicKeyemulatorRegioncn-bj2Size16SpaceIduredis-abcTypesingleZonecn-bj2-05";
    let as_it_stands = "ActionDescribeUMemUpgradePriceBlockIdsabBlockSize12\
        PublicKeyemulatorRegioncn-bj2Size16SpaceIduredis-abcTypesingleZonecn-bj2-05";
    // Only a call whose signature is right learns that there are no such shards.
    for (text, key, ret_code) in [
        (as_pairs, "emulator", 230),
        (as_it_stands, "emulator", 230),
        (as_pairs, "other", 171),
        (as_it_stands, "other", 171),
    ] {
        let mut call = call.clone();
        call["Signature"] = signature(text, key).into();
        let response = ask(&server, "POST", "/", JSON, &call.to_string());
        assert_eq!(response.ret_code(), Some(ret_code), "{text} {key}: {}", response.json());
    }
}

#[test]
fn of_a_parameter_that_is_there_twice_the_last_counts() {
    let server = server();
    let response = |target: &str, body: &str| ask(&server, "POST", target, FORM, body);
    let call = list_backups();
    assert_eq!(response("/", &format!("SpaceId=x&{call}")).ret_code(), Some(0));
    assert_eq!(response("/?SpaceId=x", &call).ret_code(), Some(0), "the body comes last");
    assert_eq!(response("/", &format!("{call}&SpaceId=x")).ret_code(), Some(171));
}

#[test]
fn what_is_no_call_is_told_so_and_not_counted() {
    let server = server();
    let long_name = "n".repeat(500_000);
    let too_many = format!(r#"{{"{long_name}":[{}1]}}"#, "1,".repeat(200_000));
    for (method, target, headers, body, status, word) in [
        ("PUT", "/", FORM, "", 405, "GET, HEAD, POST"),
        ("DELETE", "/?Action=X", "", "", 405, "GET, HEAD, POST"),
        ("OPTIONS", "*", "", "", 404, "calls go to / or /api/"),
        ("POST", "/v1", FORM, "", 404, "calls go to / or /api/"),
        ("POST", "/healthz", FORM, "", 405, "GET, HEAD"),
        ("POST", "/", "Content-Type: text/plain\r\n", "x", 415, "application/json"),
        ("POST", "/", "Content-Type: \u{1}\r\n", "x", 400, ""),
        ("POST", "/", "Content-Type: multipart/form-data\r\n", "x", 415, "urlencoded"),
        ("POST", "/", JSON, "{", 400, "not a JSON object"),
        ("POST", "/", JSON, "[]", 400, "not a JSON object"),
        ("POST", "/", JSON, "{} {}", 400, "not a JSON object"),
        ("POST", "/", JSON, &"[".repeat(100_000), 400, "not a JSON object"),
        ("POST", "/", JSON, &too_many, 400, "too many parameters"),
        ("GET", "/meta-data/latest/other", "", "", 404, "no such metadata"),
        ("GET", "/_emulator/other", "", "", 404, "control paths"),
    ] {
        let response = ask(&server, method, target, headers, body);
        assert_eq!(response.status(), status, "{method} {target} {headers}");
        if status == 400 && word.is_empty() {
            continue;
        }
        let message = response.json()["Message"].as_str().unwrap().to_owned();
        assert!(message.contains(word), "{method} {target}: {message}");
        assert_eq!(response.ret_code(), None);
    }
    let calls = ask(&server, "GET", "/_emulator/calls", "", "").json();
    assert_eq!(calls["count"], 0);
}

#[test]
fn health_is_told_without_a_signature() {
    let server = server();
    let response = ask(&server, "GET", "/healthz", "", "");
    assert_eq!((response.status(), response.json()), (200, json!({ "status": "ok" })));
    let mut connection = crate::http::Connection::to(server.address());
    connection.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let head = connection.response().unwrap();
    assert_eq!((head.status(), head.body.len()), (200, 0));
}

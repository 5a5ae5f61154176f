//! Recordings contain no secret in any form.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::HeaderName;
use serde_json::{Value, json};
use ucloud_umem::Password;
use ucloud_umem::transport::replay::{Recorder, Replay};
use ucloud_umem::transport::{self, FakeTransport, HttpResponse, StatusCode, TransportError};

use crate::leaks::forms;
use crate::replay::{PUBLIC_KEY, TOKEN, recorded};

const PASSWORD: &str = "p4s s/+\"=&%\r\nö-9c1d7e35f8";

/// Ways in which a service may repeat a secret; first as it is.
fn written(secret: &str) -> Vec<String> {
    let json = json!(secret).to_string();
    let twice = json!(json.trim_matches('"')).to_string();
    let units = secret.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
    let hex: Vec<_> = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    vec![
        secret.to_owned(),
        BASE64.encode(secret),
        BASE64.encode(format!("x:{secret}.")),
        form_urlencoded::byte_serialize(secret.as_bytes()).collect(),
        format!("%{}", hex.join("%")),
        format!("%{}", hex.join("%")).to_uppercase(),
        json.trim_matches('"').to_owned(),
        twice.trim_matches('"').to_owned(),
        units.collect::<Vec<_>>().concat(),
        hex.concat(),
    ]
}

/// Returns every secret of a request with a password, as the transport sees it.
fn secrets(fake: &FakeTransport) -> Vec<String> {
    let mut secrets = vec![PUBLIC_KEY.into(), TOKEN.into(), PASSWORD.into()];
    for request in fake.requests() {
        secrets.push(request.parameter("Signature").unwrap());
        secrets.extend(request.parameter("Password"));
    }
    secrets
}

/// Collects the texts of a JSON value.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|it| collect(it, texts)),
        Value::Object(members) => members.iter().for_each(|(name, value)| {
            texts.push(name.clone());
            collect(value, texts);
        }),
        _ => {}
    }
}

fn assert_no_secret(file: &str, fake: &FakeTransport) {
    // What the file says, and what its texts say when they are read.
    let mut texts = vec![file.to_owned()];
    collect(&serde_json::from_str(file).unwrap(), &mut texts);
    for secret in secrets(fake) {
        for form in forms(&secret).into_iter().chain(written(&secret)) {
            let found = texts.iter().find(|text| text.contains(&form));
            assert!(found.is_none(), "{form}: {found:?}\n{file}");
        }
    }
}

#[tokio::test]
async fn no_secret_of_a_request_is_written() {
    let fake = transport::from_fn(|_| r#"{"RetCode":0}"#);
    let own = fake.clone();
    let file = recorded(fake, |client| async move {
        let call = client.modify_umem_password("uredis-abc", Password::new(PASSWORD));
        // Values elsewhere that are, or hold, a secret of the same request.
        call.param("Name", PASSWORD)
            .param("Remark", format!("it is {PASSWORD}!"))
            .param("Encoded", BASE64.encode(PASSWORD))
            .param("Owner", PUBLIC_KEY)
            .param("Json", json!({ "a": PASSWORD }).to_string())
            .param("Disks.0.RootPassword", "other-password")
            .param("ClientSecret", "other-secret")
            .param("Size", 4)
            .send()
            .await
            .unwrap();
    });
    let file = file.await;
    for name in ["PublicKey", "SecurityToken", "Signature", "other-"] {
        assert!(!file.contains(name), "{file}");
    }
    let request: Value = serde_json::from_str(&file).unwrap();
    let request = request["exchanges"][0]["request"].clone();
    for name in ["Name", "Remark", "Encoded", "Owner", "Json", "Disks.0.RootPassword"] {
        assert_eq!(request[name], "***", "{name}");
    }
    assert_eq!(request["Size"], "4");
    assert_eq!(request["SpaceId"], "uredis-abc");
    assert_no_secret(&file, &own);
}

#[tokio::test]
async fn a_password_of_an_earlier_request_is_not_written_either() {
    let encoded = BASE64.encode(PASSWORD);
    let told = json!({ "RetCode": 0, "A": PASSWORD, "B": encoded, "C": "redis" });
    let told = told.to_string();
    let fake = transport::from_fn(move |_| told.clone());
    let own = fake.clone();
    let file = recorded(fake, |client| async move {
        // A short one is a word, which is in the place of nothing else later on.
        for password in [PASSWORD, "redis"] {
            let call = client.modify_umem_password("x", Password::new(password));
            call.send().await.unwrap();
        }
        client.action("DescribeX").param("Remark", PASSWORD).send().await.unwrap();
    });
    let file = file.await;
    assert_no_secret(&file, &own);
    let file: Value = serde_json::from_str(&file).unwrap();
    let last = &file["exchanges"][2];
    assert_eq!(last["request"]["Remark"], "***");
    assert_eq!(last["json"]["A"], "***");
    assert_eq!(last["json"]["C"], "redis");
}

#[tokio::test]
async fn no_secret_of_a_request_that_a_response_repeats_is_written() {
    // Where in a response a form of a secret stands, in the place of `@`.
    let places = [
        ("a value", r#"{"RetCode":0,"A":"@"}"#),
        ("within a value", r#"{"RetCode":0,"A":["x: @ :x"],"B":7}"#),
        ("a name", r#"{"RetCode":0,"@":"A"}"#),
        ("half a response", r#"{"RetCode":0,"A":"@","B":"#),
        ("half a text", r#"{"RetCode":0,"A":"@"#),
        ("a page", "<html>@</html>"),
        ("JSON in JSON", r#"{"RetCode":1,"Message":"{\"P\":\"@\"}"}"#),
        ("no JSON at all", r#"{"RetCode":0,@}"#),
    ];
    for (what, place) in places {
        let count = written(PASSWORD).len();
        for form in 0..count {
            let fake = transport::from_fn(move |request| {
                let mut all = String::new();
                for name in ["Password", "SecurityToken", "Signature", "PublicKey"] {
                    let secret = request.parameter(name).unwrap();
                    let plain = BASE64.decode(&secret).ok();
                    let plain = plain.and_then(|plain| String::from_utf8(plain).ok());
                    for secret in [Some(secret), plain].into_iter().flatten() {
                        all.push_str(&written(&secret)[form]);
                        all.push(' ');
                    }
                }
                place.replace('@', &all)
            });
            let own = fake.clone();
            let file = recorded(fake, |client| async move {
                let call = client.modify_umem_password("uredis-abc", Password::new(PASSWORD));
                _ = call.send().await;
            });
            let file = file.await;
            assert!(file.contains("***"), "{what}");
            // What is whole JSON keeps all else, so that its replay is the same success; the plain
            // secret has a quote.
            if what == "within a value" && form != 0 {
                assert!(file.contains(r#""B":7"#), "{what} {form}: {file}");
            }
            assert_no_secret(&file, &own);
        }
    }
}

#[tokio::test]
async fn secrets_in_another_encoding_in_headers_and_in_failures_are_not_written() {
    for what in ["utf-16", "latin-1", "header", "failure"] {
        let fake = transport::from_fn(move |request| {
            let signature = request.parameter("Signature").unwrap();
            match what {
                "utf-16" => {
                    let units = signature.encode_utf16().flat_map(u16::to_be_bytes);
                    let body = [&b"\xfe\xff"[..], &units.collect::<Vec<_>>()].concat();
                    Ok(HttpResponse::new(StatusCode::OK, body))
                }
                "latin-1" => {
                    let body = [b"\xff", signature.as_bytes()].concat();
                    Ok(HttpResponse::new(StatusCode::OK, body))
                }
                "header" => {
                    let mut response = HttpResponse::new(StatusCode::OK, r#"{"RetCode":0}"#);
                    let id = HeaderName::from_static("x-ucloud-request-uuid");
                    response.headers.insert(id, signature.parse().unwrap());
                    Ok(response)
                }
                _ => Err(TransportError::not_sent(format!("no {signature} here"))),
            }
        });
        let own = fake.clone();
        let file = recorded(fake, |client| async move {
            _ = client.action("X").with_max_attempts(1).send().await;
        });
        let file = file.await;
        assert!(file.contains("***"), "{what}: {file}");
        assert_no_secret(&file, &own);
        let signature = own.requests()[0].parameter("Signature").unwrap();
        let utf_16: Vec<u8> = signature.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(!file.contains(&BASE64.encode(utf_16)[8..40]), "{what}: {file}");
    }
}

#[tokio::test]
async fn members_with_secret_names_are_hidden_in_invalid_json() {
    for body in [
        "\u{feff}{\"RetCode\":0,\"Password\":\"xyzzy\"}".as_bytes(),
        b" callback({\"Password\" : \"xyzzy\"",
        b"{\"RetCode\":0,\"Name\":\"\xff\",\"Password\":\"xyzzy\"}",
    ] {
        let fake = transport::from_fn(move |_| HttpResponse::new(StatusCode::OK, body));
        let file = recorded(fake, |client| async move {
            _ = client.action("X").send().await;
        });
        let file = file.await;
        assert!(file.contains("***"), "{file}");
        assert!(!file.contains("xyzzy"), "{file}");
        assert!(!file.contains("base64"), "{file}");
    }
}

#[tokio::test]
async fn members_with_secret_names_are_hidden_and_and_all_else_is_kept() {
    let body = r#"{"RetCode":0,"Password":"abc","HasPassword":true,"NextToken":"","Set":[{"rootpassword":123,"SecretKeys":[{"A":"]b"}],"Name":"n"}],"BackupURL":"http://x/?sig=1","Token":null}"#;
    let fake = transport::from_fn(move |_| body);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hiding.json");
    let recorder = Recorder::hiding(&path, ["backupurl", "pin"]);
    let client = crate::client(recorder.around(fake));
    client.action("X").param("Disks.0.Pin", "1234").send().await.unwrap();
    recorder.save().unwrap();
    let replay = Replay::load(&path).unwrap();
    let call = crate::client(replay.clone()).action("X").param("Disks.0.Pin", "another");
    let kept = r#"{"RetCode":0,"Password":"***","HasPassword":true,"NextToken":"","Set":[{"rootpassword":"***","SecretKeys":"***","Name":"n"}],"BackupURL":"***","Token":null}"#;
    let answer = call.send().await.unwrap();
    assert_eq!(std::str::from_utf8(answer.metadata().raw()).unwrap(), kept);
    assert!(!fs::read_to_string(&path).unwrap().contains("1234"));
}

#[tokio::test]
async fn presigned_addresses_are_written_without_their_queries() {
    let json = r#"{"RetCode":0,"BackupURL":["http://a/b\/c?Key=KEY\u0026Expires=15\u0026Signature=SEC"],"Size":1E3,"URL":"http://a/b?Limit=1","B":1}"#;
    let kept = r#"{"RetCode":0,"BackupURL":["http://a/b/c?***"],"Size":1E3,"URL":"http://a/b?Limit=1","B":1}"#;
    let bodies = [
        (json.to_owned(), Some(kept.to_owned())),
        (json.replace("SEC\"", "SEC\\n\""), Some(kept.replace("***", "***\\n"))),
        // JSON in JSON.
        (
            serde_json::json!({ "RetCode": 0, "Data": json }).to_string(),
            Some(
                serde_json::json!({ "RetCode": 0, "Data": kept.replace("b/c", r"b\/c") })
                    .to_string(),
            ),
        ),
        // Bodies that are not JSON, or only part of it.
        (json[..json.find("C\"").unwrap()].to_owned(), None),
        (format!("<p>it\"s {json}"), None),
        (
            "<p>http://a/b?{Key}&X-Amz-Date=KEY&Signature=SEC</p>\n".to_owned(),
            Some("<p>http://a/b?{Key}&X-Amz-Date=KEY&Signature=***</p>\n".to_owned()),
        ),
    ];
    for (body, kept) in bodies {
        let text = body.clone();
        let fake = transport::from_fn(move |_| text.clone());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("recording.json");
        let recorder = Recorder::new(&path);
        let call = crate::client(recorder.around(fake)).action("X");
        _ = call.param("From", "http://a/b?Signature=SEC").send().await;
        recorder.save().unwrap();
        let file = fs::read_to_string(&path).unwrap();
        assert!(!file.contains("SEC"), "{body}: {file}");
        assert!(file.contains("?***") || file.contains("Signature=***"), "{body}: {file}");
        // Another address is found again.
        let replay = crate::client(Replay::load(&path).unwrap()).action("X");
        let answer = replay.param("From", "http://a/b?Signature=T").send().await;
        if let Some(kept) = kept {
            let raw = match &answer {
                Ok(answer) => String::from_utf8(answer.metadata().raw().to_vec()).unwrap(),
                Err(error) => error.body().unwrap().to_owned(),
            };
            assert_eq!(raw, kept);
        }
    }
}

#[tokio::test]
async fn presigned_addresses_in_failures_and_other_encodings_are_not_written() {
    let fake = transport::from_fn(|request| match request.action().as_deref() {
        Some("Fails") => Err(TransportError::not_sent("http://a/b?Signature=SEC is gone")),
        _ => Ok(HttpResponse::new(StatusCode::OK, &b"\xff http://a/b?Signature=SEC"[..])),
    });
    let file = recorded(fake, |client| async move {
        for action in ["Fails", "Odd"] {
            _ = client.action(action).with_max_attempts(1).send().await;
        }
    });
    let file = file.await;
    assert!(file.contains("http://a/b?*** is gone"), "{file}");
    assert!(file.contains("\"text\": \"***\""), "{file}");
    assert!(!file.contains("SEC"), "{file}");
}

//! Credentials from the instance metadata service, over real sockets.

use std::error::Error as _;
use std::time::{Duration, Instant, SystemTime};

use ucloud_umem::credentials::{InstanceMetadata, MetadataVersion};
use ucloud_umem::{Client, ErrorKind, Outcome};

use crate::support::server::ClosedPort;
use crate::support::{Answer, PRIVATE_KEY, PUBLIC_KEY, Seen, Server, builder};

const V1: &str = "/meta-data/v1/uam/security-credentials";
const V2: &str = "/meta-data/v2/iam/security-credentials";
const REGION: &str = "/meta-data/latest/region";
const ZONE: &str = "/meta-data/latest/availability-zone";
const TOKEN: &str = "t0ken-5b8e2d64a1";

/// Seconds since 1970, an hour from now.
fn in_an_hour() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    now.as_secs() + 3600
}

/// Returns a response in the second format, with a key of this number.
fn second(number: usize) -> Answer {
    Answer::json(format!(
        r#"{{"RetCode":0,"Message":"","Data":{{"AccessKeyId":"{PUBLIC_KEY}-{number}",
            "AccessKeySecret":"{PRIVATE_KEY}","SecurityToken":"{TOKEN}-{number}",
            "Expiration":"2999-01-01T00:00:00Z","ProjectID":"org-host",
            "HostID":"uhost-x"}}}}"#
    ))
}

/// Returns a response in the first format.
fn first() -> Answer {
    Answer::json(format!(
        r#"{{"RetCode":0,"Data":{{"PublicKey":"{PUBLIC_KEY}","PrivateKey":"{PRIVATE_KEY}",
            "SecurityToken":"{TOKEN}","Expiration":{},"ProjectID":"org-host"}}}}"#,
        in_an_hour()
    ))
}

fn metadata(second: impl Fn(&Seen) -> Answer + Send + Sync + 'static) -> Server {
    Server::unsigned(move |seen| match seen.path() {
        REGION => Answer::json("cn-bj2\n"),
        ZONE => Answer::json("cn-bj2-05\n"),
        V1 => first(),
        V2 => second(seen),
        _ => Answer::status(404, ""),
    })
}

fn client_of(service: &Server, metadata: &Server) -> Client {
    let source = InstanceMetadata::new().base_url(metadata.url());
    builder(&service.url()).credentials(source).build().unwrap()
}

fn paths(server: &Server) -> Vec<String> {
    server.seen().iter().map(|seen| seen.path().to_owned()).collect()
}

#[tokio::test]
async fn the_host_says_who_calls_and_where() {
    let metadata = metadata(|_| second(0));
    let service = Server::always(Answer::ok());
    let client = client_of(&service, &metadata);
    for _ in 0..3 {
        client.describe_umem_backup("x").send().await.unwrap();
    }
    assert_eq!(paths(&metadata), [V2, REGION, ZONE]);
    for seen in metadata.seen() {
        assert!(seen.head.starts_with("GET "), "{}", seen.head);
        assert!(seen.pairs.is_empty());
    }
    let seen = service.seen();
    assert_eq!(seen.len(), 3);
    for (name, value) in [
        ("PublicKey", format!("{PUBLIC_KEY}-0")),
        ("SecurityToken", format!("{TOKEN}-0")),
        ("ProjectId", "org-host".to_owned()),
        ("Region", "cn-bj2".to_owned()),
        ("Zone", "cn-bj2-05".to_owned()),
    ] {
        assert_eq!(seen[2].value(name), Some(&*value), "{name}");
    }
}

#[tokio::test]
async fn a_host_of_the_first_format_is_asked_in_it() {
    for answer in [
        Answer::status(404, "no such page"),
        Answer::json(r#"{"RetCode":161,"Message":"Role not found"}"#),
    ] {
        let metadata = metadata(move |_| answer.clone());
        let service = Server::always(Answer::ok());
        client_of(&service, &metadata).action("X").region("hk").zone("z").send().await.unwrap();
        assert_eq!(paths(&metadata), [V2, V1]);
        let seen = service.only();
        assert_eq!(seen.value("SecurityToken"), Some(TOKEN));
        assert_eq!(seen.value("ProjectId"), Some("org-host"));
    }
}

#[tokio::test]
async fn an_answer_without_credentials_is_an_error_that_shows_nothing_of_it() {
    let leak = format!("{PRIVATE_KEY} {TOKEN}");
    let head = "HTTP/1.1 200 OK\r\n";
    for (what, answer, word) in [
        ("404", Answer::status(404, leak.clone()), "HTTP 404"),
        ("500", Answer::status(500, leak.clone()), "HTTP 500"),
        ("a redirect", Answer::status(302, leak.clone()).with_header("Location", V1), "HTTP 302"),
        ("html", Answer::json(format!("<html>{leak}")), "JSON object"),
        ("nothing", Answer::json(""), "JSON object"),
        ("another RetCode", Answer::ret_code(161), "RetCode 161"),
        (
            "a RetCode beside keys",
            Answer::json(format!(
                r#"{{"RetCode":1,"Message":"{leak}","Data":{{"PrivateKey":"{leak}"}}}}"#
            )),
            "RetCode 1",
        ),
        ("no keys", Answer::json(r#"{"RetCode":0,"Data":{}}"#), "PublicKey"),
        (
            "half keys",
            Answer::json(format!(
                r#"{{"RetCode":0,"Data":{{"AccessKeySecret":"{PRIVATE_KEY}"}}}}"#
            )),
            "AccessKeyId",
        ),
        ("cut", Answer::cut(), "connection broke"),
        (
            "half a body",
            Answer::raw(format!("{head}Content-Length: 99\r\n\r\n{leak}")),
            "connection broke",
        ),
        ("no http", Answer::raw(leak.clone()), "connection broke"),
        (
            "an endless body",
            Answer::Endless {
                head: "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n",
                piece: vec![b' '; 4096],
                pause: Duration::ZERO,
            },
            "response longer than",
        ),
    ] {
        let metadata = Server::unsigned(move |_| answer.clone());
        let service = Server::always(Answer::ok());
        let source = InstanceMetadata::new().base_url(metadata.url());
        let source = source.version(MetadataVersion::V2);
        let client = builder(&service.url()).credentials(source).build().unwrap();
        let start = Instant::now();
        for _ in 0..5 {
            let error = client.action("CreateX").send().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credentials, "{what}: {error}");
            assert_eq!(error.outcome(), Outcome::NotSent, "{what}: {error}");
            assert_eq!(error.action(), Some("CreateX"), "{what}");
            assert_eq!((error.attempts(), error.request_id()), (0, None), "{what}");
            assert!(error.to_string().contains(word), "{what}: {error}");
            let mut text = format!("{error} {error:?}");
            let mut source = error.source();
            while let Some(cause) = source {
                text.push_str(&format!(" {cause} {cause:?}"));
                source = cause.source();
            }
            for secret in [PRIVATE_KEY, TOKEN] {
                assert!(!text.contains(secret), "{what}: {text}");
            }
        }
        assert!(start.elapsed() < Duration::from_millis(1250), "{what}");
        // What it said is remembered, and a redirect leads nowhere.
        assert_eq!(paths(&metadata), [V2], "{what}");
        assert_eq!(service.requests(), 0, "{what}");
    }
}

#[tokio::test]
async fn credentials_with_a_coding_that_is_not_applied_are_taken() {
    for coding in ["identity", "", "UTF-8", "none"] {
        let metadata =
            metadata(move |seen| second(seen.number).with_header("Content-Encoding", coding));
        let service = Server::always(Answer::ok());
        client_of(&service, &metadata).action("X").send().await.unwrap();
        assert_eq!(service.requests(), 1, "{coding}");
    }
}

#[tokio::test]
async fn without_a_metadata_service_the_other_format_is_not_asked() {
    let service = Server::always(Answer::ok());
    let port = ClosedPort::new();
    let source = InstanceMetadata::new().base_url(port.url());
    let client = builder(&service.url()).credentials(source).build().unwrap();
    let error = client.action("X").send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Credentials, Outcome::NotSent));
    let text = error.to_string();
    assert!(text.contains("gave no response (could not connect to 127.0.0.1"), "{text}");
    assert_eq!((error.attempts(), service.requests()), (0, 0));
}

#[tokio::test]
async fn a_token_that_the_service_does_not_know_is_fetched_anew_once() {
    let metadata = metadata(|seen| second(seen.number));
    let service = Server::start(|seen| {
        let old = seen.value("SecurityToken").is_some_and(|token| token.ends_with("-0"));
        if old { Answer::ret_code(174) } else { Answer::ok() }
    });
    let client = client_of(&service, &metadata).with_region("hk").with_zone("hk-02");
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..50 {
        calls.spawn(client.action("CreateX").send());
    }
    for response in calls.join_all().await {
        assert!(response.unwrap().metadata().attempts() <= 2);
    }
    assert_eq!(paths(&metadata), [V2, V2]);
    assert!((51..=100).contains(&service.requests()), "{}", service.requests());
}

#[cfg(feature = "blocking")]
#[test]
fn a_blocking_client_asks_the_host_too() {
    let metadata = metadata(|_| second(0));
    let service = Server::always(Answer::ok());
    let client = ucloud_umem::blocking::Client::new(client_of(&service, &metadata)).unwrap();
    client.describe_umem_backup("x").send().unwrap();
    assert_eq!((metadata.requests(), service.requests()), (3, 1));
}

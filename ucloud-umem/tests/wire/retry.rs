//! Retries, by the effect of the action.

use std::sync::Mutex;
use std::time::Duration;

use ucloud_umem::transport::{self, BoxFuture, HttpResponse, StatusCode, Transport};
use ucloud_umem::{
    Client, Credentials, CredentialsProvider, Effect, Error, ErrorKind, Outcome, Result,
};

use crate::support::{Answer, PRIVATE_KEY, PUBLIC_KEY, REQUEST_ID, Server, builder, client};

/// Answers after which nobody knows whether the request took effect.
fn lost() -> Vec<(&'static str, Answer)> {
    vec![
        ("500", Answer::status(500, "")),
        ("502", Answer::status(502, "<html>bad gateway</html>")),
        ("503", Answer::status(503, r#"{"RetCode":0}"#)),
        ("504", Answer::status(504, "timeout")),
        ("cut", Answer::cut()),
        ("110", Answer::ret_code(110)),
        ("130", Answer::ret_code(130)),
        ("150", Answer::ret_code(150)),
    ]
}

/// Answers that say that nothing was done.
fn throttled() -> Vec<(&'static str, Answer)> {
    vec![
        ("429", Answer::status(429, "slow down")),
        ("429 and 153", Answer::status(429, r#"{"RetCode":153}"#)),
        ("429 and another RetCode", Answer::status(429, r#"{"RetCode":5000}"#)),
        ("153", Answer::ret_code(153)),
    ]
}

#[tokio::test]
async fn whatever_counts_is_sent_once_and_its_outcome_is_unknown() {
    for (what, answer) in lost() {
        let server = Server::script([answer, Answer::ok()]);
        let error = client(&server).action("CreateX").send().await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{what}: {error}");
        assert_eq!(error.action(), Some("CreateX"), "{what}");
        assert_eq!((error.attempts(), server.requests()), (1, 1), "{what}");
        assert!(!error.is_retryable(), "{what}: {error}");
        assert!(error.to_string().contains("may have taken effect"), "{what}: {error}");
        if what != "cut" {
            assert_eq!(error.request_id(), Some(REQUEST_ID), "{what}");
        }
    }
}

#[tokio::test]
async fn an_outage_ends_after_three_attempts() {
    let server = Server::always(Answer::status(503, "maintenance"));
    let error = client(&server).describe_umem_backup("x").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Http);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert_eq!((error.attempts(), server.requests()), (3, 3));
    assert!(error.is_retryable());
    let text = error.to_string();
    for part in ["DescribeUMemBackup", "503", "maintenance", REQUEST_ID, "3 attempts"] {
        assert!(text.contains(part), "{text}");
    }
}

#[tokio::test]
async fn one_attempt_is_one_attempt() {
    for (what, answer) in lost().into_iter().chain(throttled()) {
        let server = Server::always(answer);
        let client = builder(&server.url()).max_attempts(1).region("r").zone("z").build().unwrap();
        let error = client.describe_umem_backup("x").send().await.unwrap_err();
        assert_eq!((error.attempts(), server.requests()), (1, 1), "{what}: {error}");
    }
}

/// Gives another public key with every attempt.
struct Rotating(Mutex<u32>);

impl CredentialsProvider for Rotating {
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>> {
        let mut number = self.0.lock().unwrap();
        *number += 1;
        let key = format!("{PUBLIC_KEY}-{number}");
        Box::pin(async { Ok(Credentials::new(key, PRIVATE_KEY)) })
    }
}

#[tokio::test]
async fn every_attempt_is_signed_with_the_credentials_of_its_time() {
    let server = Server::script([Answer::status(503, ""), Answer::ok()]);
    let client = builder(&server.url()).credentials(Rotating(Mutex::new(0)));
    let call = client.build().unwrap().action("X").with_effect(Effect::Read);
    call.send().await.unwrap();
    let seen = server.seen();
    let keys: Vec<_> = seen.iter().filter_map(|seen| seen.value("PublicKey")).collect();
    assert_eq!(keys, [format!("{PUBLIC_KEY}-1"), format!("{PUBLIC_KEY}-2")]);
    assert_ne!(seen[0].value("Signature"), seen[1].value("Signature"));
}

/// Returns a client with this transport.
fn client_of(transport: impl Transport) -> Client {
    builder("http://127.0.0.1").transport(transport).build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn an_error_says_why_there_was_no_further_attempt() {
    let outage = || transport::from_fn(|_| HttpResponse::new(StatusCode::SERVICE_UNAVAILABLE, ""));
    let attempts = client_of(outage());
    let read = || attempts.action("X").with_effect(Effect::Read);
    let line = |error: Error| error.to_string();
    let text = line(read().send().await.unwrap_err());
    assert!(text.ends_with("(HTTP 503, 3 attempts: the most allowed)"), "{text}");
    // Whoever wants no retries needs no reason.
    let text = line(read().with_max_attempts(1).send().await.unwrap_err());
    assert!(text.ends_with("(HTTP 503)"), "{text}");
    let call = read().with_max_attempts(99).with_deadline(Duration::from_secs(5));
    let text = line(call.send().await.unwrap_err());
    assert!(text.ends_with("attempts: no time for another before the deadline)"), "{text}");
    // What may not be repeated has no reason beside its outcome.
    let text = line(attempts.action("X").send().await.unwrap_err());
    assert!(text.ends_with("may have taken effect (HTTP 503)"), "{text}");

    let budget = client_of(outage());
    let mut used = 0;
    let text = loop {
        let call = budget.action("X").with_effect(Effect::Read).with_max_attempts(20);
        let error = call.send().await.unwrap_err();
        used += error.attempts() - 1;
        assert!(used <= 100, "{error}");
        if error.attempts() < 20 {
            break line(error);
        }
    };
    assert_eq!(used, 100);
    assert!(text.ends_with("6 attempts: the client's retry budget is used up)"), "{text}");
    let error = budget.action("X").with_effect(Effect::Read).send().await.unwrap_err();
    let text = line(error);
    assert!(text.ends_with("1 attempt: the client's retry budget is used up)"), "{text}");
}

#[tokio::test]
async fn a_body_is_quoted_as_it_came() {
    for (status, body) in
        [(502, r#"{"message":"no \"upstream\""}"#), (400, "<b class=\"x\">no</b>")]
    {
        let server = Server::always(Answer::status(status, body));
        let error = client(&server).action("X").with_max_attempts(1).send().await;
        let text = error.unwrap_err().to_string();
        let quoted = body.replace('\\', r"\\");
        assert!(text.contains(&quoted), "{text}");
    }
}

#[tokio::test]
async fn a_request_can_be_awaited_without_send() {
    let server = Server::always(Answer::ok());
    let client = client(&server);
    let page = client.describe_umem_backup("x").await.unwrap();
    assert_eq!(page.metadata().attempts(), 1);
    client.action("X").await.unwrap();
    assert_eq!(server.requests(), 2);
}

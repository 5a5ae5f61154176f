//! What a failed attempt leads to, by what the action does.

use std::sync::Mutex;

use ucloud_umem::transport::BoxFuture;
use ucloud_umem::{
    Credentials, CredentialsProvider, Effect, ErrorKind, Outcome, Result,
};

use crate::support::{
    Answer, PRIVATE_KEY, PUBLIC_KEY, REQUEST_ID, Server, builder, client,
};

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
        let client = builder(&server.url())
            .max_attempts(1)
            .region("r")
            .zone("z")
            .build()
            .unwrap();
        let error = client.describe_umem_backup("x").send().await.unwrap_err();
        assert_eq!((error.attempts(), server.requests()), (1, 1), "{what}: {error}");
    }
}

/// Gives another public key with every attempt.
struct Rotating(Mutex<u32>);

impl CredentialsProvider for Rotating {
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>>
    {
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

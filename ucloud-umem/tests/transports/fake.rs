//! Fakes made of a closure or of a list of responses.

use std::error::Error as _;

use serde_json::json;
use ucloud_umem::transport::{self, HttpResponse, StatusCode, TransportError};
use ucloud_umem::{Effect, ErrorKind, Outcome, Password};

use crate::client;

#[tokio::test]
async fn a_closure_sees_each_request_and_answers_it() {
    let mut calls = 0;
    let fake = transport::from_fn(move |request| {
        calls += 1;
        assert_eq!(request.action().as_deref(), Some("DescribeUMemBackup"));
        assert_eq!(request.parameter("SpaceId").as_deref(), Some("a b&c=中+"));
        assert_eq!(request.parameter("BackupId"), None);
        match calls {
            1 => Err(TransportError::maybe_sent("reset")),
            _ => Ok(json!({ "RetCode": 0, "TotalCount": calls })),
        }
    });
    let client = client(fake.clone());
    let call = client.describe_umem_backup("a b&c=中+");
    let page = call.send().await.unwrap();
    assert_eq!((page.total_count, page.metadata().attempts()), (Some(2), 2));
    assert_eq!(fake.requests().len(), 2);
}

#[tokio::test]
async fn parameters_come_from_the_members_of_an_object_only() {
    let fake = transport::responses([r#"{ "RetCode": 0 }"#]);
    let client = client(fake.clone());
    let call = client.action("X").params(json!({ "Disks": [{ "Size": 20 }], "Name": "web" }));
    call.send().await.unwrap();
    let request = &fake.requests()[0];
    assert_eq!(request.parameter("Disks.0.Size").as_deref(), Some("20"));
    assert_eq!(request.parameter("Name").as_deref(), Some("web"));
    let error = client.action("X").params(json!(["web"])).send().await.unwrap_err();
    assert_eq!(error.to_string(), "X: invalid parameters: expected a JSON object");
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::InvalidRequest, Outcome::NotSent));
}

#[tokio::test]
async fn responses_are_given_in_their_order() {
    let busy = HttpResponse::new(StatusCode::SERVICE_UNAVAILABLE, "busy");
    let fake = transport::responses([
        Err(TransportError::not_sent("down")),
        Ok(busy),
        Ok(HttpResponse::new(StatusCode::OK, r#"{ "RetCode": 0 }"#)),
    ]);
    let call = client(fake.clone()).action("X").with_effect(Effect::Read);
    assert_eq!(call.send().await.unwrap().metadata().attempts(), 3);
    assert_eq!(fake.requests().len(), 3);
}

#[tokio::test]
async fn a_request_beyond_the_last_response_is_an_error_that_says_so() {
    let fake = transport::responses([r#"{ "RetCode": 0 }"#, r#"{ "RetCode": 0 }"#]);
    let client = client(fake.clone());
    for _ in 0..2 {
        client.action("X").send().await.unwrap();
    }
    let error = client.action("X").with_effect(Effect::Read).send().await.unwrap_err();
    assert_eq!(error.to_string(), "X: no response left: the fake had 2");
    assert!(error.source().is_none(), "the cause is there once");
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::InvalidRequest, Outcome::NotSent));
    assert_eq!((error.action(), error.attempts()), (Some("X"), 1));
    assert!(!error.is_retryable());
    assert_eq!(fake.requests().len(), 3, "it is not tried again");
}

#[tokio::test]
async fn a_double_shows_no_secret() {
    let fake = transport::from_fn(|_| r#"{ "RetCode": 0 }"#);
    let call = client(fake.clone()).modify_umem_password("x", Password::new("hunter-2"));
    call.send().await.unwrap();
    let encoded = fake.requests()[0].parameter("Password").unwrap();
    assert_eq!(encoded, "aHVudGVyLTI=");
    let signature = fake.requests()[0].parameter("Signature").unwrap();
    let shown = format!("{fake:?} {fake:#?}");
    for secret in ["private", "hunter-2", "aHVudGVyLTI", &signature] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[tokio::test]
async fn an_error_of_a_transport_is_not_shown_where_it_repeats_a_secret() {
    let secret = "hunter2-hunter2";
    for text in [format!("cannot send {secret}"), format!("cannot send Password={secret}")] {
        let fake = transport::from_fn(move |_| -> Result<HttpResponse, _> {
            Err(TransportError::not_sent(text.clone()))
        });
        let call = client(fake).modify_umem_password("x", Password::new(secret));
        let error = call.send().await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent);
        assert!(!format!("{error} {error:?}").contains(secret), "{error:?}");
        assert!(error.source().is_none());
        assert!(error.to_string().contains("repeats a secret"), "{error}");
    }
}

//! Responses that differ from their documentation.

use std::sync::{Arc, Mutex};

use serde_json::json;
use ucloud_umem::{Client, Credentials, transport};

use crate::support::secret_scan::Sink;
use crate::support::{self, Answer, Server};

/// Returns a client that always gets this response.
fn client(body: serde_json::Value) -> Client {
    let keys = Credentials::new("public", "private");
    let builder = Client::builder().credentials(keys).region("cn-bj2").zone("cn-bj2-05");
    builder.transport(transport::from_fn(move |_| body.clone())).build().unwrap()
}

#[tokio::test]
async fn the_id_of_what_was_created_is_not_lost() {
    for (body, id) in [
        (json!({ "RetCode": 0, "SpaceId": "uredis-1", "Message": [] }), "uredis-1"),
        (json!({ "RetCode": 0, "SpaceId": "uredis-1", "Action": 7 }), "uredis-1"),
        (json!({ "RetCode": "0", "SpaceId": 12_345, "DataSet": {} }), "12345"),
        (json!({ "RetCode": 0, "SpaceId": ["uredis-1"] }), "uredis-1"),
    ] {
        let response = client(body.clone()).create_umem_space(4, "cache").send().await;
        let response = response.unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!(response.space_id, id, "{body}");
        // What is left out is in the body still.
        assert_eq!(response.metadata().json().unwrap(), body);
    }
}

#[tokio::test]
async fn a_coding_that_is_not_applied_costs_no_id() {
    for coding in ["identity", "", "UTF-8", "utf-8", "none", "gzip"] {
        let answer = Answer::json(r#"{ "RetCode": 0, "SpaceId": "uredis-1" }"#);
        let server = Server::always(answer.with_header("Content-Encoding", coding));
        let response = support::client(&server).create_umem_space(4, "cache").await;
        let response = response.unwrap_or_else(|error| panic!("{coding}: {error}"));
        assert_eq!(response.space_id, "uredis-1", "{coding}");
    }
    let answer = Answer::json(b"\x1f\x8b\x08".as_slice());
    let server = Server::always(answer.with_header("Content-Encoding", "gzip"));
    let error = support::client(&server).action("X").send().await.unwrap_err();
    let text = error.to_string();
    assert!(text.contains("expected UTF-8 text; its Content-Encoding is `gzip`"), "{text}");
}

/// Records all events of this thread while the guard exists.
fn recorded_events() -> (tracing::subscriber::DefaultGuard, Arc<Mutex<Vec<u8>>>) {
    let events = Arc::<Mutex<Vec<u8>>>::default();
    let sink = Arc::clone(&events);
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || Sink(Arc::clone(&sink)))
        .finish();
    (tracing::subscriber::set_default(subscriber), events)
}

#[tokio::test]
async fn a_response_that_names_another_action_is_told_in_an_event() {
    for (action, told) in [
        ("DescribeUMemBackupResponse", false),
        ("DescribeUMemBackup", false),
        ("DeleteUMemSpaceResponse", true),
        ("", true),
    ] {
        let client = client(json!({ "RetCode": 0, "Action": action }));
        for typed in [true, false] {
            let (_guard, events) = recorded_events();
            if typed {
                client.describe_umem_backup("x").send().await.unwrap();
            } else {
                client.action("DescribeUMemBackup").send().await.unwrap();
            }
            let events = String::from_utf8(events.lock().unwrap().clone()).unwrap();
            let found = events.contains("names another action");
            assert_eq!(found, told, "{action}: {events}");
        }
    }
}

#[tokio::test]
async fn what_is_odd_about_a_response_is_one_event_of_each_kind() {
    let body =
        json!({ "RetCode": 0, "DataSet": vec![json!({ "State": [], "CreateTime": "" }); 50] });
    let (_guard, events) = recorded_events();
    let page = client(body).describe_umem_backup("x").send().await.unwrap();
    assert_eq!(page.missing_count(), 250);
    let events = String::from_utf8(events.lock().unwrap().clone()).unwrap();
    let odd: Vec<_> = events.lines().filter(|line| line.contains("WARN")).collect();
    assert_eq!(odd.len(), 2, "{events}");
    assert!(odd[0].contains("count=50") && odd[0].contains("DataSet[0].CreateTime (a value"));
    assert!(odd[1].contains("count=250") && odd[1].contains("DataSet[0].State"));
    assert!(!odd[1].contains("DataSet[20]"), "{events}");
    // An error of the service lacks nothing.
    let (_guard, events) = recorded_events();
    let refused = client(json!({ "RetCode": 171 }));
    refused.describe_umem_backup_url("x", "y").send().await.unwrap_err();
    let events = String::from_utf8(events.lock().unwrap().clone()).unwrap();
    assert!(!events.contains("WARN"), "{events}");
}

#[tokio::test]
async fn members_and_values_that_are_new_are_kept() {
    let body = json!({
        "RetCode": 0,
        "DataSet": [{ "BackupId": "b", "State": "Thawing", "Heat": 3 }],
    });
    let call = client(body.clone()).describe_umem_backup("x");
    let page = call.send().await.unwrap();
    assert_eq!(page.data_set[0].state.as_str(), "Thawing");
    assert_eq!(page.metadata().json().unwrap()["DataSet"][0]["Heat"], 3);
}

//! The whole chain of temporary credentials: from the instance metadata to the gateway that knows
//! their token.

use std::time::Duration;

use serde_json::json;
use ucloud_umem::credentials::{InstanceMetadata, MetadataVersion};
use ucloud_umem::{Client, Credentials, CredentialsProvider as _, ErrorKind, RetCode};
use umem_emulator::Server;

use crate::http::{SPACE, ask, get, post, server};

const HOUR: Duration = Duration::from_secs(60 * 60);

fn metadata(server: &Server) -> InstanceMetadata {
    InstanceMetadata::new().base_url(server.url())
}

fn client(server: &Server, metadata: InstanceMetadata) -> Client {
    Client::builder().credentials(metadata).base_url(server.url()).build().unwrap()
}

/// Returns the RetCodes of all calls so far.
fn ret_codes(server: &Server) -> Vec<i64> {
    let calls = get(server, "calls");
    let calls = calls["last"].as_array().unwrap();
    calls.iter().map(|call| call["ret_code"].as_i64().unwrap()).collect()
}

fn advance(server: &Server, by: Duration) {
    let milliseconds = u64::try_from(by.as_millis()).unwrap();
    post(server, "clock", &json!({ "advance_ms": milliseconds }).to_string());
}

#[tokio::test]
async fn keys_region_and_zone_come_from_the_host_and_are_renewed() {
    for version in [None, Some(MetadataVersion::V1), Some(MetadataVersion::V2)] {
        let server = server();
        let source = metadata(&server).role("Role_1");
        let source = match version {
            Some(version) => source.version(version),
            None => source,
        };
        let client = client(&server, source);
        let page = client.describe_umem_backup(SPACE).send().await.unwrap();
        assert_eq!((page.data_set.len(), page.metadata().attempts()), (12, 1));
        // By the gateway's clock the token expires, which the client does not know.
        advance(&server, HOUR);
        let page = client.describe_umem_backup(SPACE).send().await.unwrap();
        assert_eq!((page.data_set.len(), page.metadata().attempts()), (12, 2));
        assert_eq!(ret_codes(&server), [0, 174, 0], "{version:?}");
    }
}

#[tokio::test]
async fn a_token_lives_as_long_as_it_was_asked_for_and_until_all_is_forgotten() {
    let server = server();
    let quarter = HOUR / 4;
    let credentials = metadata(&server).duration(quarter).credentials().await.unwrap();
    assert_eq!(credentials.project_id(), Some("org-emulator"));
    let builder = Client::builder().credentials(credentials).base_url(server.url());
    let client = builder.region("cn-bj2").zone("cn-bj2-05").build().unwrap();
    let ret_code = async || {
        let response = client.describe_umem_backup(SPACE).send().await;
        response.err().and_then(|error| error.ret_code())
    };
    advance(&server, quarter.saturating_sub(Duration::from_secs(10)));
    assert_eq!(ret_code().await, None);
    advance(&server, Duration::from_secs(10));
    assert_eq!(ret_code().await, Some(RetCode::TokenNotFound));

    let credentials = metadata(&server).credentials().await.unwrap();
    let builder = Client::builder().credentials(credentials).base_url(server.url());
    let client = builder.region("cn-bj2").zone("cn-bj2-05").build().unwrap();
    client.describe_umem_backup(SPACE).send().await.unwrap();
    post(&server, "reset", "");
    let error = client.describe_umem_backup(SPACE).send().await.unwrap_err();
    assert_eq!(error.ret_code(), Some(RetCode::TokenNotFound));
}

#[tokio::test]
async fn a_token_that_nobody_gave_is_not_known() {
    let server = server();
    let credentials = Credentials::new("emulator", "emulator").with_security_token("x");
    let builder = Client::builder().credentials(credentials).base_url(server.url());
    let client = builder.region("cn-bj2").zone("cn-bj2-05").build().unwrap();
    let error = client.describe_umem_backup(SPACE).send().await.unwrap_err();
    assert_eq!(error.ret_code(), Some(RetCode::TokenNotFound));
    assert_eq!(ret_codes(&server), [174]);
}

#[tokio::test]
async fn what_the_service_would_refuse_is_refused() {
    let server = server();
    for seconds in [1, 899, 3601, 86_400] {
        let source = metadata(&server).duration(Duration::from_secs(seconds));
        let error = client(&server, source).action("X").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(error.to_string().contains("230"), "{seconds}: {error}");
    }
    for (method, path, status) in [
        ("GET", "/meta-data/v1/uam/security-credentials/a/b", 404),
        ("GET", "/meta-data/v3/uam/security-credentials", 404),
        ("GET", "/meta-data/v1/uam/security-credentialsx", 404),
        ("POST", "/meta-data/latest/region", 405),
    ] {
        assert_eq!(ask(&server, method, path, "", "").status(), status, "{path}");
    }
}

//! Transports of tests serve downloads too.

use std::fs;

use http::header::{CONTENT_LENGTH, ETAG};
use http::{HeaderValue, Method, StatusCode};
use ucloud_umem::transport::{self, Fault, Faults, HttpResponse, TransportError};
use ucloud_umem::{Client, ErrorKind, PresignedUrl};
use umem_emulator::Emulator;

use super::storage::Folder;
use crate::support::builder;
use crate::support::secret_scan::Shown;

fn client(transport: impl transport::Transport) -> Client {
    builder("http://127.0.0.1:1").transport(transport).build().unwrap()
}

fn address() -> PresignedUrl {
    PresignedUrl::new("https://backups.example/a.rdb?Signature=s3cret")
}

#[tokio::test]
async fn a_closure_serves_a_download() {
    let fake = transport::from_fn(|request| match request.method {
        Method::GET => "the backup",
        _ => r#"{ "RetCode": 0 }"#,
    });
    let mut writer = Vec::new();
    client(fake.clone()).download(&address()).to_writer(&mut writer).await.unwrap();
    assert_eq!(writer, b"the backup");
    let requests = fake.requests();
    assert_eq!(requests[0].uri, "https://backups.example/a.rdb?Signature=s3cret");
    let shown = format!("{requests:?} {fake:?}");
    assert!(shown.contains("a.rdb?***") && !shown.contains("s3cret"), "{shown}");
}

#[tokio::test]
async fn faults_happen_to_downloads() {
    let fake = transport::from_fn(|_| {
        let mut response = HttpResponse::new(StatusCode::OK, "the backup");
        response.headers.insert(ETAG, HeaderValue::from_static("\"one\""));
        response.headers.insert(CONTENT_LENGTH, HeaderValue::from_static("10"));
        response
    });
    for (fault, requests) in [
        (Fault::cut().times(1), 1),
        (Fault::half_body().times(1), 2),
        (Fault::refused().times(2), 1),
        (Fault::refused().for_action("CreateUMemBackup"), 1),
    ] {
        let before = fake.requests().len();
        let faulty = Faults::new().with(fault).around(fake.clone());
        let mut writer = Vec::new();
        client(faulty).download(&address()).to_writer(&mut writer).await.unwrap();
        assert_eq!(writer, b"the backup");
        assert_eq!(fake.requests().len() - before, requests);
    }
}

#[tokio::test]
async fn a_response_longer_than_it_says_and_a_redirect_are_errors() {
    for (status, name, value, kind) in [
        (StatusCode::OK, "content-length", "5", ErrorKind::Protocol),
        (StatusCode::FOUND, "location", "https://other.example/", ErrorKind::Http),
    ] {
        let fake = transport::from_fn(move |_| {
            let mut response = HttpResponse::new(status, "the backup");
            response.headers.insert(name, HeaderValue::from_static(value));
            response
        });
        let result = client(fake).download(&address()).to_writer(Vec::new()).await;
        assert_eq!(result.unwrap_err().kind(), kind);
    }
}

#[tokio::test]
async fn an_error_that_repeats_the_signature_is_not_shown() {
    let fake = transport::from_fn(|request| {
        TransportError::maybe_sent(format!("GET {} failed", request.uri))
    });
    let error = client(fake).download(&address()).to_writer(Vec::new()).await.unwrap_err();
    let mut shown = Shown::default();
    shown.error("error", &error);
    shown.assert_silent(["s3cret"]);
    assert!(error.to_string().contains("not shown: it repeats a secret"), "{error}");
}

#[tokio::test]
async fn the_emulator_serves_its_addresses_without_a_socket() {
    let emulator = Emulator::new();
    emulator.seed_space("umem-a", 1).unwrap();
    let client = emulator.client();
    let backup = client.describe_umem_backup("umem-a").items().try_next().await.unwrap().unwrap();
    let response =
        client.describe_umem_backup_url("umem-a", backup.backup_id).send().await.unwrap();
    let folder = Folder::new();
    for address in &response.backup_url {
        client.download(address).to_file(folder.file()).await.unwrap();
        assert!(fs::read(folder.file()).unwrap().starts_with(b"REDIS"));
    }
    let missing = PresignedUrl::new("http://emulator.invalid/_emulator/downloads/x.rdb");
    let error = client.download(&missing).to_file(folder.file()).await.unwrap_err();
    assert!(error.to_string().contains("file not found"), "{error}");
}

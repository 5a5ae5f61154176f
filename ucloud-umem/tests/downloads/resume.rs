//! Downloads that continue what an earlier one has left.

use std::fs;

use ucloud_umem::{Client, ErrorKind, PresignedUrl};

use super::storage::{Folder, SIGNATURE, Stored, client, header};
use crate::support::{Server, builder};

/// A client that does not retry.
fn once() -> Client {
    builder("http://127.0.0.1:1").max_attempts(1).build().unwrap()
}

fn address(server: &Server, path: &str, signature: &str) -> PresignedUrl {
    PresignedUrl::new(format!("{}/{path}?Signature={signature}", server.url()))
}

/// Leaves the first 400 bytes of this file, and returns the folder and the server, which has the
/// rest.
async fn left(stored: &Stored) -> (Folder, Server) {
    let (stored, folder) = (stored.clone(), Folder::new());
    let server = Server::unsigned(move |seen| match seen.number {
        0 => stored.cut(seen, 400),
        _ => stored.whole(seen),
    });
    let download = once().download(&address(&server, "a", SIGNATURE)).resume(true);
    let error = download.to_file(folder.file()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    (folder, server)
}

#[tokio::test]
async fn the_rest_is_fetched_with_a_new_signature_too() {
    let stored = Stored::new(1000);
    let (folder, server) = left(&stored).await;
    assert_eq!(folder.names(), ["nightly.rdb.part", "nightly.rdb.part.json"]);
    let note = fs::read_to_string(folder.path().join("nightly.rdb.part.json")).unwrap();
    assert!(note.contains("\\\"one\\\"") && !note.contains(SIGNATURE), "{note}");
    let download = once().download(&address(&server, "a", "another")).resume(true);
    assert_eq!(download.to_file(folder.file()).await.unwrap(), 1000);
    assert!(fs::read(folder.file()).unwrap() == stored.content);
    assert_eq!(folder.names(), ["nightly.rdb"]);
    assert_eq!(header(&server, "range")[1].as_deref(), Some("bytes=400-"));
    assert_eq!(header(&server, "if-range")[1].as_deref(), Some("\"one\""));
}

#[tokio::test]
async fn what_is_left_is_only_used_for_the_same_file() {
    let stored = Stored::new(1000);
    let whole = [stored.content.clone(), vec![0]].concat();
    for (name, path, note, part, from) in [
        ("another address", "b", None, None, None),
        ("note missing", "a", Some(""), None, None),
        ("note damaged", "a", Some("{\"address\":"), None, None),
        ("note of another kind", "a", Some("[1]"), None, None),
        ("part too long", "a", None, Some(&whole[..]), None),
        ("part complete", "a", None, Some(&whole[..1000]), Some("bytes=999-")),
        ("part empty", "a", None, Some(&whole[..0]), None),
    ] {
        let (folder, server) = left(&stored).await;
        if let Some(note) = note {
            fs::write(folder.path().join("nightly.rdb.part.json"), note).unwrap();
        }
        if let Some(part) = part {
            fs::write(folder.path().join("nightly.rdb.part"), part).unwrap();
        }
        let download = once().download(&address(&server, path, SIGNATURE)).resume(true);
        download.to_file(folder.file()).await.unwrap();
        assert!(fs::read(folder.file()).unwrap() == stored.content, "{name}");
        assert_eq!(header(&server, "range")[1].as_deref(), from, "{name}");
        assert_eq!(folder.names(), ["nightly.rdb"], "{name}");
    }
}

#[tokio::test]
async fn a_file_that_has_changed_is_fetched_from_its_start() {
    let (folder, _) = left(&Stored::new(1000)).await;
    let changed = Stored { content: vec![7; 500], etag: Some("\"two\""), ranges: true };
    let note = folder.path().join("nightly.rdb.part.json");
    let stored = changed.clone();
    let server = Server::unsigned(move |seen| stored.whole(seen));
    let known: serde_json::Value = serde_json::from_slice(&fs::read(&note).unwrap()).unwrap();
    let old = known["address"].as_str().unwrap();
    let at = old.find("/a").unwrap();
    let known = known.to_string().replace(&old[..at], &server.url());
    fs::write(&note, known).unwrap();
    let download = once().download(&address(&server, "a", SIGNATURE)).resume(true);
    download.to_file(folder.file()).await.unwrap();
    assert!(fs::read(folder.file()).unwrap() == changed.content);
    assert_eq!(header(&server, "range"), [Some("bytes=400-".to_owned())]);
}

#[tokio::test]
async fn a_download_that_brings_nothing_leaves_nothing() {
    let folder = Folder::new();
    let stored = Stored::new(1000);
    let server = Server::unsigned(move |seen| stored.cut(seen, 0));
    let download = client().download(&address(&server, "a", SIGNATURE)).resume(true);
    download.to_file(folder.file()).await.unwrap_err();
    assert_eq!(folder.names(), [""; 0]);
}

#[tokio::test]
async fn a_file_that_another_program_writes_too_is_not_taken_for_complete() {
    let folder = Folder::new();
    let part = folder.path().join("nightly.rdb.part");
    let stored = Stored::new(1000);
    let server = Server::unsigned(move |seen| stored.whole(seen));
    let download = client().download(&address(&server, "a", SIGNATURE)).resume(true);
    let download = download.on_progress(move |_| {
        use std::io::Write as _;
        fs::File::options().append(true).open(&part).unwrap().write_all(b"x").unwrap();
    });
    let error = download.to_file(folder.file()).await.unwrap_err();
    assert!(error.to_string().contains("another program has changed it"), "{error}");
    assert!(!folder.file().exists());
}

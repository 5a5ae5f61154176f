//! Downloads without faults: files, writers, and what the server sees.

use std::fs;

use ucloud_umem::{DownloadProgress, ErrorKind, Outcome, PresignedUrl};

use super::storage::{Folder, SIGNATURE, Stored, address, client, shared};
use crate::support::secret_scan::{Shown, events};
use crate::support::{Answer, PRIVATE_KEY, PUBLIC_KEY, Server};

#[tokio::test]
async fn a_file_is_there_when_it_is_complete_and_replaces_another() {
    for (length, resume) in [(0, false), (1, true), (300_000, false), (300_000, true)] {
        let stored = Stored::new(length);
        let content = stored.content.clone();
        let server = Server::unsigned(move |seen| stored.whole(seen));
        let folder = Folder::new();
        fs::write(folder.file(), "an older one").unwrap();
        let download = client().download(&address(&server)).resume(resume);
        assert_eq!(download.to_file(folder.file()).await.unwrap(), length as u64);
        assert!(fs::read(folder.file()).unwrap() == content);
        assert_eq!(folder.names(), ["nightly.rdb"]);
        assert_eq!(server.requests(), 1);
    }
}

#[tokio::test]
async fn the_server_sees_the_address_and_nothing_of_the_api() {
    let stored = Stored::new(10);
    let server = Server::unsigned(move |seen| stored.whole(seen));
    client().download(&address(&server)).to_writer(Vec::new()).await.unwrap();
    let head = server.only().head;
    assert!(head.starts_with(&format!("GET /bucket/file?Expires=9&Signature={SIGNATURE} ")));
    let mut names: Vec<_> = head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"], "{head}");
    assert!(!head.contains(PUBLIC_KEY) && !head.contains(PRIVATE_KEY), "{head}");
}

#[tokio::test]
async fn characters_that_a_url_cannot_have_are_escaped() {
    let stored = Stored::new(10);
    let server = Server::unsigned(move |seen| stored.whole(seen));
    let address = PresignedUrl::new(format!("{}/备 份?name=a b&Signature=x%2By\n", server.url()));
    client().download(&address).to_writer(Vec::new()).await.unwrap();
    assert_eq!(server.only().path(), "/%E5%A4%87%20%E4%BB%BD?name=a%20b&Signature=x%2By");
}

#[tokio::test]
async fn progress_says_how_much_of_how_much() {
    let stored = Stored::new(500_000);
    let server = Server::unsigned(move |seen| match seen.number {
        0 => stored.cut(seen, 100_000),
        _ => stored.whole(seen),
    });
    let (seen, noted) = shared::<Vec<DownloadProgress>>();
    let download = client().download(&address(&server));
    let download = download.on_progress(move |progress| noted.lock().unwrap().push(*progress));
    let mut writer = Vec::new();
    assert_eq!(download.to_writer(&mut writer).await.unwrap(), 500_000);
    assert_eq!(writer.len(), 500_000);
    let seen = seen.lock().unwrap();
    assert!(seen.len() > 2 && seen.windows(2).all(|two| two[0].bytes < two[1].bytes));
    assert!(seen.iter().all(|progress| progress.total == Some(500_000)));
    assert_eq!(seen.last().unwrap().bytes, 500_000);
}

#[tokio::test]
async fn paths_and_addresses_that_cannot_be_used_are_refused_before_a_request() {
    let server = Server::always(Answer::ok());
    let folder = Folder::new();
    let here = server.url();
    for (address, path, words) in [
        (here.clone(), folder.path().to_owned(), "expected the path of a file"),
        (here.clone(), "/".into(), "expected the path of a file"),
        ("ftp://a/b".into(), folder.file(), "expected https:// or http://"),
        ("/b?Signature=s3cret".into(), folder.file(), "expected e.g."),
        ("http://a:b c/?Signature=s3cret".into(), folder.file(), "expected e.g."),
        (here.replace("//", "//user:s3cret@"), folder.file(), "user name or password"),
    ] {
        let download = client().download(&PresignedUrl::new(&address));
        let error = download.to_file(&path).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{address}");
        assert_eq!(error.outcome(), Outcome::NotSent, "{address}");
        let text = error.to_string();
        assert!(text.contains(words) && !text.contains("s3cret"), "{text}");
    }
    let nowhere = folder.path().join("missing").join("nightly.rdb");
    let error = client().download(&address(&server)).to_file(nowhere).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(error.to_string().starts_with("could not open `"), "{error}");
    assert_eq!((server.connections(), folder.names().len()), (0, 0));
}

#[tokio::test]
async fn nothing_that_is_printed_has_the_signature() {
    let events = events();
    let stored = Stored::new(100_000);
    let server = Server::unsigned(move |seen| match seen.number {
        0 => stored.reset(seen, 50_000),
        1 => Answer::status(302, "").with_header("Location", "/other?Signature=0th3r-s1gnature"),
        2 => stored.whole(seen),
        _ => Answer::status(403, format!("you sent {SIGNATURE}")),
    });
    let mut shown = Shown::default();
    let folder = Folder::new();
    let download = client().download(&address(&server)).resume(true);
    shown.value("download", &download);
    download.to_file(folder.file()).await.unwrap();
    let error = client().download(&address(&server)).to_file(folder.file()).await.unwrap_err();
    shown.error("error", &error);
    assert_eq!(error.body(), None);
    shown.text("events", String::from_utf8_lossy(&events.lock().unwrap()));
    assert!(!events.lock().unwrap().is_empty());
    shown.assert_silent([SIGNATURE, "0th3r-s1gnature"]);
}

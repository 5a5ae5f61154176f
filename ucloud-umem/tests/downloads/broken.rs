//! Connections that break, stall, or bring another file than before.

use std::fs;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::AsyncWrite;
use tokio::time::Instant;
use ucloud_umem::{Error, ErrorKind};

use super::storage::{Folder, Stored, address, client, header};
use crate::support::server::ClosedPort;
use crate::support::{Answer, Seen, Server};

/// A server of one file whose first response is this one.
fn server(
    stored: &Stored,
    first: impl Fn(&Stored, &Seen) -> Answer + Send + Sync + 'static,
) -> Server {
    let stored = stored.clone();
    Server::unsigned(move |seen| match seen.number {
        0 => first(&stored, seen),
        _ => stored.whole(seen),
    })
}

/// Downloads to a file and to a writer, and returns what each of them has in the end.
async fn both(start: impl Fn() -> Server, check: impl Fn(&Server)) -> [Result<Vec<u8>, Error>; 2] {
    let folder = Folder::new();
    let server = start();
    let to_file = client().download(&address(&server)).to_file(folder.file()).await;
    check(&server);
    let names: &[&str] = if to_file.is_ok() { &["nightly.rdb"] } else { &[] };
    assert_eq!(folder.names(), names);
    let server = start();
    let mut writer = Vec::new();
    let to_writer = client().download(&address(&server)).to_writer(&mut writer).await;
    [to_file.map(|_| fs::read(folder.file()).unwrap()), to_writer.map(|_| writer)]
}

#[tokio::test]
async fn a_broken_connection_continues_where_it_broke() {
    let stored = Stored::new(200_000);
    for reset in [false, true] {
        let start = || {
            server(&stored, move |stored, seen| {
                if reset { stored.reset(seen, 60_000) } else { stored.cut(seen, 60_000) }
            })
        };
        let results = both(start, |server| {
            assert_eq!(header(server, "if-range"), [None, Some("\"one\"".to_owned())]);
            let from = header(server, "range").remove(1).unwrap();
            // A reset may overtake the bytes before it.
            assert!(reset || from == "bytes=60000-", "{from}");
        });
        for result in results.await {
            assert!(result.unwrap() == stored.content, "reset: {reset}");
        }
    }
}

#[tokio::test]
async fn a_server_without_ranges_starts_again_and_known_bytes_are_skipped() {
    let stored = Stored { ranges: false, ..Stored::new(200_000) };
    let results = both(|| server(&stored, |stored, seen| stored.cut(seen, 60_000)), |_| {});
    for result in results.await {
        assert!(result.unwrap() == stored.content);
    }
}

#[tokio::test]
async fn another_file_starts_again_and_a_writer_fails() {
    let old = Stored::new(200_000);
    let new = Stored { content: vec![7; 150_000], etag: Some("\"two\""), ..old.clone() };
    // The second server compares nothing, and gives a part of the new file as one of the old.
    for careless in [false, true] {
        let start = || {
            let (old, new) = (old.clone(), new.clone());
            Server::unsigned(move |seen| match (seen.number, careless) {
                (0, _) => old.cut(seen, 60_000),
                (1, true) => {
                    let head = "HTTP/1.1 206 Partial\r\nETag: \"two\"\r\nContent-Length: 90000\r\n\
                                Content-Range: bytes 60000-149999/150000\r\n\r\n";
                    Answer::RawOpen([head.as_bytes(), &new.content[60_000..]].concat())
                }
                _ => new.whole(seen),
            })
        };
        let [file, writer] = both(start, |_| {}).await;
        assert!(file.unwrap() == new.content, "careless: {careless}");
        let error = writer.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Protocol);
        assert!(error.to_string().contains("cannot continue after 60000 bytes"), "{error}");
    }
}

#[tokio::test]
async fn without_a_strong_validator_nothing_is_continued() {
    for etag in [None, Some("W/\"weak\"")] {
        let stored = Stored { etag, ..Stored::new(200_000) };
        let start = || server(&stored, |stored, seen| stored.cut(seen, 60_000));
        let [file, writer] =
            both(start, |server| assert_eq!(header(server, "range"), [None, None])).await;
        assert!(file.unwrap() == stored.content);
        assert!(writer.unwrap_err().to_string().contains("no strong ETag"));
    }
}

#[tokio::test]
async fn a_part_that_was_not_asked_for_is_not_used() {
    let stored = Stored::new(200_000);
    for wrong in [
        "416 Range Not Satisfiable\r\n",
        "206 Partial\r\n",
        "206 Partial\r\nContent-Range: bytes 1-199999/200000\r\n",
        "206 Partial\r\nContent-Range: bytes 60000-199999/300000\r\n",
        "206 Partial\r\nContent-Range: bytes 60000-199999/200000\r\nETag: \"other\"\r\n",
    ] {
        let stored = stored.clone();
        let content = stored.content.clone();
        let server = Server::unsigned(move |seen| match seen.number {
            0 => stored.cut(seen, 60_000),
            1 => Answer::Raw(format!("HTTP/1.1 {wrong}Content-Length: 1\r\n\r\nx").into_bytes()),
            _ => stored.whole(seen),
        });
        let folder = Folder::new();
        client().download(&address(&server)).to_file(folder.file()).await.unwrap();
        assert!(fs::read(folder.file()).unwrap() == content, "{wrong}");
        assert_eq!(header(&server, "range")[2], None, "{wrong}");
    }
}

#[tokio::test]
async fn attempts_without_a_new_byte_are_limited_and_others_are_not() {
    let stored = Stored::new(1000);
    let content = stored.content.clone();
    let server = Server::unsigned(move |seen| match seen.number {
        0..10 => stored.cut(seen, 50),
        _ => stored.whole(seen),
    });
    let mut writer = Vec::new();
    client().download(&address(&server)).to_writer(&mut writer).await.unwrap();
    assert!(writer == content);
    assert_eq!(server.requests(), 11);

    let stored = Stored::new(1000);
    let server = Server::unsigned(move |seen| match seen.number {
        0 => stored.cut(seen, 50),
        _ => stored.cut(seen, 0),
    });
    let error = client().download(&address(&server)).to_writer(Vec::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert!(error.is_retryable());
    assert!(error.to_string().starts_with("download from 127.0.0.1:"), "{error}");
}

#[tokio::test]
async fn a_silent_or_slow_server_is_left_in_time() {
    let stored = Stored::new(1000);
    let server = Server::unsigned(move |seen| match seen.number {
        0 => Answer::Silence,
        1 => {
            let mut half = stored.written(seen);
            half.truncate(half.len() - 500);
            Answer::RawOpen(half)
        }
        _ => stored.whole(seen),
    });
    let download = client().download(&address(&server)).read_timeout(Duration::from_millis(200));
    let start = Instant::now();
    assert_eq!(download.to_writer(Vec::new()).await.unwrap(), 1000);
    assert_eq!(server.requests(), 3);
    // The server itself would end each connection after 20 s.
    assert!(start.elapsed() < Duration::from_secs(10));

    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
    let pause = Duration::from_millis(20);
    let server = Server::unsigned(move |_| Answer::Endless { head, piece: vec![0], pause });
    let start = Instant::now();
    let folder = Folder::new();
    let download = client().download(&address(&server)).deadline(Duration::from_millis(300));
    let error = download.to_file(folder.file()).await.unwrap_err();
    assert!(error.is_timeout() && error.to_string().contains("not complete within"), "{error}");
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(folder.names(), [""; 0]);
}

#[tokio::test]
async fn a_body_whose_end_cannot_be_checked_is_refused() {
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    let server = Server::unsigned(move |_| Answer::raw(chunked));
    let mut writer = Vec::new();
    client().download(&address(&server)).to_writer(&mut writer).await.unwrap();
    assert_eq!(writer, b"abc");

    let server = Server::unsigned(move |_| Answer::raw("HTTP/1.1 200 OK\r\n\r\nabc"));
    let error = client().download(&address(&server)).to_writer(Vec::new()).await.unwrap_err();
    assert_eq!((error.kind(), server.requests()), (ErrorKind::Protocol, 1));
    assert!(error.to_string().contains("its length is not known"), "{error}");
}

#[tokio::test]
async fn an_error_of_a_connection_names_host_and_cause() {
    let port = ClosedPort::new();
    let address = ucloud_umem::PresignedUrl::new(format!("{}/a?Signature=s3cret", port.url()));
    let error = client().download(&address).to_writer(Vec::new()).await.unwrap_err();
    let host = port.url().replace("http://", "");
    let text = error.to_string();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert!(text.contains(&format!("could not connect to {host}: ")), "{text}");
    assert!(text.to_lowercase().contains("refused") && !text.contains("s3cret"), "{text}");
}

/// A disk that is full after some bytes.
struct Full(usize);

impl AsyncWrite for Full {
    fn poll_write(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let count = bytes.len().min(self.0);
        self.0 -= count;
        Poll::Ready(match count {
            0 => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(count),
        })
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn a_full_disk_ends_the_download() {
    let stored = Stored::new(1000);
    let server = Server::unsigned(move |seen| stored.whole(seen));
    let error = client().download(&address(&server)).to_writer(Full(500)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), server.requests()), (ErrorKind::Io, 1, 1));
    assert!(!error.is_retryable());
    assert!(error.to_string().contains("failed writer of a download: no storage space"), "{error}");
    let source = std::error::Error::source(&error).unwrap().downcast_ref::<io::Error>().unwrap();
    assert_eq!(source.kind(), io::ErrorKind::StorageFull);
}

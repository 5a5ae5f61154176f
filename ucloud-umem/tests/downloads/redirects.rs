//! Redirects of a download. `src/transport/http_client/download.rs` has those between schemes.

use ucloud_umem::ErrorKind;

use super::storage::{SIGNATURE, Stored, address, client};
use crate::support::{Answer, Server};

fn redirect(status: u16, location: impl Into<String>) -> Answer {
    Answer::status(status, "not the file").with_header("Location", location)
}

#[tokio::test]
async fn redirects_are_followed_without_a_word_about_the_first_address() {
    let stored = Stored::new(1000);
    let content = stored.content.clone();
    let last = Server::unsigned(move |seen| match seen.number {
        // A retry begins at the first address, and asks for the rest.
        0 => stored.cut(seen, 400),
        _ => stored.whole(seen),
    });
    let to = format!("{}/b?sig=2", last.url());
    let first = Server::unsigned(move |seen| match seen.path() {
        "/again" => redirect(307, to.clone()),
        _ => redirect(302, "/again").with_header("Set-Cookie", "a=b"),
    });
    let mut writer = Vec::new();
    client().download(&address(&first)).to_writer(&mut writer).await.unwrap();
    assert!(writer == content);
    assert_eq!((first.requests(), last.requests()), (4, 2));
    assert_eq!(last.seen()[1].header("range"), Some("bytes=400-"));
    for seen in first.seen().iter().skip(1).chain(&last.seen()) {
        if !seen.path().contains(SIGNATURE) {
            assert!(!seen.head.contains(SIGNATURE), "{}", seen.head);
        }
        assert_eq!((seen.header("referer"), seen.header("cookie")), (None, None));
    }
}

#[tokio::test]
async fn redirects_are_limited() {
    let stored = Stored::new(10);
    for (most, is_ok) in [(10, true), (11, false)] {
        let stored = stored.clone();
        let server = Server::unsigned(move |seen| match seen.number {
            number if number < most => redirect(301, format!("/{number}")),
            _ => stored.whole(seen),
        });
        let result = client().download(&address(&server)).to_writer(Vec::new()).await;
        assert_eq!(result.is_ok(), is_ok);
        assert_eq!(server.requests(), 11);
        if let Err(error) = result {
            assert!(error.to_string().contains("more than 10 redirects"), "{error}");
        }
    }
}

#[tokio::test]
async fn redirects_to_other_places_are_refused() {
    for location in ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://user:s3cret@127.0.0.1/"] {
        let server = Server::unsigned(move |_| redirect(302, location));
        let error = client().download(&address(&server)).to_writer(Vec::new()).await.unwrap_err();
        assert_eq!((error.kind(), server.requests()), (ErrorKind::Protocol, 1), "{error}");
        assert!(!error.to_string().contains("s3cret"), "{error}");
    }
}

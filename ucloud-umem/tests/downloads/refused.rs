//! Responses without the file.

use ucloud_umem::ErrorKind;

use super::storage::{SIGNATURE, Stored, address, client};
use crate::support::{Answer, Server};

#[tokio::test]
async fn a_refusal_says_why_and_is_not_repeated() {
    for (status, words) in [
        (403, "refused; the address may have expired: request a new one (HTTP 403"),
        (401, "the address may have expired"),
        (404, "file not found (HTTP 404"),
        (400, "refused (HTTP 400"),
        (416, "refused (HTTP 416"),
        (501, "server error (HTTP 501"),
        (204, "unexpected HTTP status"),
        (304, "unexpected HTTP status"),
    ] {
        let body = if status == 204 || status == 304 { "" } else { SIGNATURE };
        let server = Server::unsigned(move |_| Answer::status(status, body));
        let error = client().download(&address(&server)).to_writer(Vec::new()).await.unwrap_err();
        let text = error.to_string();
        assert_eq!((error.kind(), server.requests()), (ErrorKind::Http, 1), "{text}");
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert!(text.contains(words) && !text.contains(SIGNATURE), "{text}");
    }
}

#[tokio::test]
async fn an_outage_is_waited_for() {
    for (status, kind) in [(503, ErrorKind::Http), (429, ErrorKind::Throttled)] {
        let stored = Stored::new(10);
        let server = Server::unsigned(move |seen| match seen.number {
            0 => Answer::status(status, ""),
            _ => stored.whole(seen),
        });
        client().download(&address(&server)).to_writer(Vec::new()).await.unwrap();
        assert_eq!(server.requests(), 2);

        let server = Server::unsigned(move |_| Answer::status(status, ""));
        let download = client().download(&address(&server));
        let error = download.to_writer(Vec::new()).await.unwrap_err();
        assert_eq!((error.kind(), server.requests()), (kind, 3));
        assert!(error.is_retryable());
    }
}

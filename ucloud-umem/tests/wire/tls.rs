//! Servers that do not speak TLS as they must.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use ucloud_umem::{Effect, ErrorKind, Outcome};

use crate::support::builder;

#[tokio::test]
async fn plain_text_where_tls_is_expected_fails_once() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let connections = Arc::new(AtomicUsize::new(0));
    let own = Arc::clone(&connections);
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            own.fetch_add(1, Ordering::Relaxed);
            // The client's greeting is read, so that closing the connection does not reset it.
            let mut greeting = [0; 1024];
            assert!(stream.read(&mut greeting).await.unwrap() > 0);
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        }
    });
    // A machine without root certificates says so when the client is built.
    let client = match builder(&url).build() {
        Ok(client) => client,
        Err(error) => return assert_eq!(error.kind(), ErrorKind::Config, "{error}"),
    };
    let call = client.action("X").with_effect(Effect::Read);
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert_eq!(
        (error.attempts(), connections.load(Ordering::Relaxed)),
        (1, 1),
        "{error:?}"
    );
}

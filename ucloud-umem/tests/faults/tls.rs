//! Servers that do not speak TLS as they must.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use ucloud_umem::{Client, Effect, Error, ErrorKind, Outcome};

use crate::support::builder;

/// A listener, and how many connections it has had.
pub(crate) struct Listening {
    pub(crate) address: SocketAddr,
    connections: Arc<AtomicUsize>,
}

impl Listening {
    /// Serves each connection by this.
    pub(crate) async fn start<F: Future<Output = ()> + Send + 'static>(
        serve: impl Fn(TcpStream) -> F + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&connections);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                own.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(stream));
            }
        });
        Self { address, connections }
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

/// Returns a client of this URL. Without root certificates on this machine, prints so and returns
/// `None`.
pub(crate) fn client(url: &str) -> Option<Client> {
    match builder(url).build() {
        Ok(client) => Some(client),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Config, "{error}");
            None
        }
    }
}

pub(crate) async fn read(client: &Client) -> Result<u32, Error> {
    let response = client.action("X").with_effect(Effect::Read).send().await?;
    Ok(response.metadata().attempts())
}

pub(crate) fn assert_untrusted(error: &Error, what: &str) {
    assert_eq!(error.kind(), ErrorKind::Connect, "{what}: {error} {error:?}");
    assert_eq!(error.outcome(), Outcome::NotSent, "{what}: {error}");
    assert_eq!(error.attempts(), 1, "{what}: {error:?}");
    assert!(!error.is_retryable(), "{what}: {error}");
}

#[tokio::test]
async fn plain_text_where_tls_is_expected_fails_once() {
    let server = Listening::start(|mut stream| async move {
        // The client's greeting is read, so that closing the connection does not reset it.
        assert!(stream.read(&mut [0; 1024]).await.unwrap() > 0);
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
    });
    let server = server.await;
    let Some(client) = client(&format!("https://{}", server.address)) else { return };
    assert_untrusted(&read(&client).await.unwrap_err(), "plain text");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_handshake_that_stalls_runs_into_the_connect_timeout() {
    let server = Listening::start(|mut stream| async move {
        // Takes all in and says nothing.
        while stream.read(&mut [0; 1024]).await.is_ok_and(|count| count > 0) {}
    });
    let server = server.await;
    let Some(client) = client(&format!("https://{}", server.address)) else { return };
    let start = Instant::now();
    let call = client.action("X").with_max_attempts(1).send();
    let error = call.await.unwrap_err();
    let elapsed = start.elapsed();
    assert!((5..8).contains(&elapsed.as_secs()), "{elapsed:?}");
    assert_eq!(
        (error.kind(), error.outcome(), error.attempts()),
        (ErrorKind::Timeout, Outcome::NotSent, 1),
        "{error:?}"
    );
    assert_eq!(server.connections(), 1);
}

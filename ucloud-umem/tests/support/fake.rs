//! A transport in memory, for tests whose clock is paused.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex};

use tokio::time::Instant;
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use ucloud_umem::{Client, Credentials};

/// End of an attempt.
pub(crate) enum Attempt {
    Response(HttpResponse),
    Failure(TransportError),
    /// It never ends by itself.
    Silence,
}

/// A scripted transport that remembers when each attempt was made.
pub(crate) struct FakeTransport {
    script: Mutex<VecDeque<Attempt>>,
    attempts: Mutex<Vec<Instant>>,
}

impl FakeTransport {
    /// Answers these, one after the other; an attempt beyond them fails as maybe sent.
    pub(crate) fn new(script: impl IntoIterator<Item = Attempt>) -> Arc<Self> {
        let script = Mutex::new(script.into_iter().collect());
        Arc::new(Self { script, attempts: Mutex::default() })
    }

    pub(crate) fn client(self: &Arc<Self>) -> Client {
        let transport: Arc<dyn Transport> = Arc::clone(self) as _;
        Client::builder()
            .credentials(Credentials::new(super::PUBLIC_KEY, super::PRIVATE_KEY))
            .region("cn-bj2")
            .zone("cn-bj2-05")
            .transport(transport)
            .build()
            .expect("a client")
    }

    /// Returns the number of attempts.
    pub(crate) fn attempts(&self) -> usize {
        self.attempts.lock().unwrap().len()
    }

    /// Returns the pauses between the attempts, in milliseconds.
    pub(crate) fn pauses(&self) -> Vec<u128> {
        let attempts = self.attempts.lock().unwrap();
        attempts.windows(2).map(|pair| (pair[1] - pair[0]).as_millis()).collect()
    }
}

impl Transport for FakeTransport {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        self.attempts.lock().unwrap().push(Instant::now());
        let next = self.script.lock().unwrap().pop_front();
        Box::pin(async {
            match next {
                Some(Attempt::Response(response)) => Ok(response),
                Some(Attempt::Failure(error)) => Err(error),
                Some(Attempt::Silence) => std::future::pending().await,
                None => Err(TransportError::maybe_sent("the script has ended")),
            }
        })
    }
}

impl fmt::Debug for FakeTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeTransport").field("attempts", &self.attempts()).finish()
    }
}

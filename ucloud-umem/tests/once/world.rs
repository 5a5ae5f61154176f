//! The emulator behind faults, with a count of what was sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use ucloud_umem::transport::{
    BoxFuture, Faults, HttpRequest, HttpResponse, Transport, TransportError,
};
use ucloud_umem::{Client, Credentials};
use umem_emulator::{Clock, Emulator};

pub(crate) const ZONE: &str = "cn-bj2-05";

/// An emulated service, and the faults on the way to it.
pub(crate) struct World {
    pub(crate) emulator: Emulator,
    pub(crate) faults: Faults,
    sent: Arc<AtomicU32>,
    /// Time between sending a request and carrying it out.
    pub(crate) delay: Duration,
}

impl World {
    /// Needs a tokio runtime, whose clock is the emulator's.
    pub(crate) fn new() -> Self {
        let emulator = Emulator::builder().clock(Clock::tokio()).step(Duration::ZERO).build();
        Self { emulator, faults: Faults::new(), sent: Arc::default(), delay: Duration::ZERO }
    }

    /// Returns the client of a program that has just started.
    pub(crate) fn client(&self) -> Client {
        let detached = Detached { emulator: self.emulator.clone(), delay: self.delay };
        let transport =
            Counted { inner: self.faults.around(detached), sent: Arc::clone(&self.sent) };
        Client::builder()
            .credentials(Credentials::new("emulator", "emulator"))
            .region("cn-bj2")
            .zone(ZONE)
            .transport(transport)
            .build()
            .expect("a client")
    }

    /// Returns the number of creates that were sent.
    pub(crate) fn sent(&self) -> u32 {
        self.sent.load(Ordering::SeqCst)
    }
}

/// Counts creates.
#[derive(Debug)]
struct Counted<T> {
    inner: T,
    sent: Arc<AtomicU32>,
}

impl<T: Transport> Transport for Counted<T> {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        if request.action().is_some_and(|action| action.starts_with("Create")) {
            self.sent.fetch_add(1, Ordering::SeqCst);
        }
        self.inner.send(request)
    }
}

/// Carries out a request although its caller may be gone, like a network.
#[derive(Debug)]
struct Detached {
    emulator: Emulator,
    delay: Duration,
}

impl Transport for Detached {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let (emulator, delay) = (self.emulator.clone(), self.delay);
        let carried_out = tokio::spawn(async move {
            if !delay.is_zero() {
                tokio::time::sleep(delay).await;
            }
            emulator.send(request).await
        });
        Box::pin(async { carried_out.await.expect("no panic") })
    }
}

//! Resets, and the calls that are under way during one.

use std::future::{pending, poll_fn};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicU64, Ordering};

use http::{Method, StatusCode};

use crate::Emulator;
use ucloud_umem::transport::{
    BoxFuture, HttpRequest, HttpResponse, StreamedResponse, Transport, TransportError,
};

/// Number of resets of an emulator. A call that finds another one than at its arrival is not
/// carried out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Generation(u64);

/// Counter of resets, which is read without waiting for calls that are under way.
#[derive(Debug, Default)]
pub(super) struct Generations(AtomicU64);

impl Generations {
    pub(super) fn current(&self) -> Generation {
        Generation(self.0.load(Ordering::Relaxed))
    }

    /// Begins the next generation. The state is locked.
    pub(super) fn begin(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// Emulator for a call that has arrived, and that a fault may delay. If its URI has a host, download
/// addresses have it too.
#[derive(Debug)]
pub(super) struct Arrived {
    pub(super) emulator: Emulator,
    pub(super) at: Generation,
}

impl Transport for Arrived {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let at = self.at;
        let base_url = request.uri.authority().map(|host| format!("http://{host}"));
        let answer = move |emulator: &Emulator| emulator.answer(&request, at, base_url.as_deref());
        Box::pin(async move { Ok(self.emulator.aside(answer).await) })
    }
}

impl Transport for Emulator {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let at = self.generation();
        Box::pin(async move {
            if request.method == Method::GET {
                return read_whole(self.download(request).await?).await;
            }
            Ok(self.aside(move |emulator| emulator.answer(&request, at, None)).await)
        })
    }

    fn download(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<StreamedResponse, TransportError>> {
        let download = move |emulator: &Self| emulator.download_response(request.uri.path());
        Box::pin(async move { Ok(self.aside(download).await) })
    }
}

/// Reads a body until its end.
async fn read_whole(response: StreamedResponse) -> Result<HttpResponse, TransportError> {
    let StreamedResponse { status, mut body, .. } = response;
    let mut whole = Vec::new();
    while let Some(piece) = poll_fn(|context| body.as_mut().poll_next(context)).await {
        whole.extend(piece?);
    }
    Ok(HttpResponse::new(status, whole))
}

impl Emulator {
    /// Does work that may wait for a real server. In a tokio runtime it is done on a thread where
    /// that is allowed.
    pub(super) async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> T + Send + 'static,
    ) -> T {
        let runtime = tokio::runtime::Handle::try_current().ok();
        let Some(runtime) = runtime.filter(|_| self.0.has_servers) else { return work(self) };
        let emulator = self.clone();
        let task = runtime.spawn_blocking(move || work(&emulator));
        match task.await {
            Ok(done) => done,
            Err(error) => match error.try_into_panic() {
                Ok(panic) => resume_unwind(panic),
                // The runtime ends, and this future with it.
                Err(_) => pending().await,
            },
        }
    }
}

/// Returns the response to a call that was under way during a reset. Clients do not retry it.
pub(super) fn conflict() -> HttpResponse {
    let message = "emulator was reset while this call was under way: nothing was done";
    let body = serde_json::json!({ "Message": message }).to_string();
    HttpResponse::new(StatusCode::CONFLICT, body)
}

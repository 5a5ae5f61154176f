//! Resets, and the calls that are under way during one.

use http::{Method, StatusCode};

use crate::Emulator;
use ucloud_umem::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};

/// Number of resets of an emulator. A call that finds another one than at its arrival is not
/// carried out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Generation(u64);

impl Generation {
    pub(super) fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Emulator for a call that has arrived, and that a fault may delay.
#[derive(Debug)]
pub(super) struct Arrived {
    pub(super) emulator: Emulator,
    pub(super) at: Generation,
}

impl Transport for Arrived {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move { Ok(self.emulator.answer(&request, self.at)) })
    }
}

impl Transport for Emulator {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let arrival = self.generation();
        Box::pin(async move {
            if request.method == Method::GET {
                return Ok(self.download(request.uri.path()));
            }
            Ok(self.answer(&request, arrival))
        })
    }
}

/// Returns the response to a call that was under way during a reset. Clients do not retry it.
pub(super) fn conflict() -> HttpResponse {
    let message = "emulator was reset while this call was under way: nothing was done";
    let body = serde_json::json!({ "Message": message }).to_string();
    HttpResponse::new(StatusCode::CONFLICT, body)
}

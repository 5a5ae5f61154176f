//! Telemetry of calls: spans and events of `tracing`, and observers.

#[cfg(test)]
mod observer;
#[cfg(test)]
mod recorder;
#[cfg(test)]
mod spans;

use ucloud_umem::transport::{HttpResponse, StatusCode, Transport, TransportError};
use ucloud_umem::{Client, ClientBuilder, Credentials};

/// Returns a builder with this transport.
#[cfg(test)]
fn builder(transport: impl Transport) -> ClientBuilder {
    Client::builder()
        .credentials(Credentials::new("public", "private"))
        .base_url("https://api.example.com/x")
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(transport)
}

/// Responds to the first call with a throttling error, and to the next with success.
#[cfg(test)]
fn throttled_once() -> impl Transport {
    let calls = std::sync::atomic::AtomicU32::new(0);
    ucloud_umem::transport::from_fn(move |_| {
        let first = calls.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
        let body =
            if first { r#"{"RetCode":153,"Message":"too many"}"# } else { r#"{"RetCode":0}"# };
        let mut response = HttpResponse::new(StatusCode::OK, body);
        response.headers.insert(
            "x-ucloud-request-uuid",
            if first { "id-1" } else { "id-2" }.parse().expect("a header"),
        );
        Ok::<_, TransportError>(response)
    })
}

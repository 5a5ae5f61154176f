//! Responses to downloads, whose bodies arrive in pieces.

use std::fmt;
use std::pin::Pin;

use bytes::Bytes;
use futures_core::Stream;
use futures_util::stream;
use http::{HeaderMap, StatusCode};

use super::{HttpResponse, TransportError};

/// Body in pieces.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// HTTP response whose body arrives in pieces.
#[non_exhaustive]
pub struct StreamedResponse {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: BodyStream,
}

impl StreamedResponse {
    /// Makes a response without headers.
    pub fn new(
        status: StatusCode,
        body: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    ) -> Self {
        Self { status, headers: HeaderMap::new(), body: Box::pin(body) }
    }
}

/// Makes a body of one piece.
impl From<HttpResponse> for StreamedResponse {
    fn from(response: HttpResponse) -> Self {
        let HttpResponse { status, headers, body } = response;
        Self { headers, ..Self::new(status, stream::iter([Ok(body)])) }
    }
}

impl fmt::Debug for StreamedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamedResponse").field("status", &self.status).finish_non_exhaustive()
    }
}

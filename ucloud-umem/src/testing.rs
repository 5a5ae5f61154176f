//! Helpers of tests.

use crate::request::Request;
use crate::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};

/// Returns the parameters of a request without Action, PublicKey and Signature, in the byte order
/// of their names.
pub(crate) fn pairs(request: &impl Request) -> Vec<(String, String)> {
    let mut pairs = crate::call::pairs(request);
    pairs.retain(|(name, _)| name != "Action" && name != "PublicKey");
    pairs
}

/// Transport without a network, which needs no feature.
#[derive(Debug)]
pub(crate) struct Nowhere;

impl Transport for Nowhere {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async { Err(TransportError::not_sent("no network")) })
    }
}

//! What the generated tests need.

use crate::client::Client;
use crate::credentials::Credentials;
use crate::request::Request;
use crate::transport::{
    BoxFuture, HttpRequest, HttpResponse, Transport, TransportError,
};

/// The pairs that a request sends beside Action, PublicKey and Signature, in the byte order of their names.
pub(crate) fn pairs(request: &impl Request) -> Vec<(String, String)> {
    let client = Client::builder()
        .credentials(Credentials::new("public", "private"))
        .transport(Nowhere)
        .build()
        .expect("a client");
    let mut pairs = crate::call::pairs_of(&client, request);
    pairs.retain(|(name, _)| name != "Action" && name != "PublicKey");
    pairs
}

/// Carries nothing, so that no feature is needed.
#[derive(Debug)]
pub(crate) struct Nowhere;

impl Transport for Nowhere {
    fn send(
        &self,
        _: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async { Err(TransportError::not_sent("there is no network")) })
    }
}

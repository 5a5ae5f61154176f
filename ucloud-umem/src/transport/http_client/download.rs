//! Downloads over reqwest.

use std::mem::take;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::header::{CONTENT_LENGTH, LOCATION, TRANSFER_ENCODING};
use http::{HeaderMap, Uri};
use reqwest::Url;

use super::{HttpOptions, transport_error};
use crate::transport::{
    BoxFuture, HttpRequest, StreamedResponse, TransportError, is_loopback, request_id,
};

const MOST_REDIRECTS: usize = 10;

/// Sends the `GET` of a download, and follows redirects.
///
/// reqwest would send a `Referer` with the signature of the address, so each redirect is a separate
/// request here.
pub(super) async fn download(
    options: &HttpOptions,
    request: HttpRequest,
) -> Result<StreamedResponse, TransportError> {
    let mut url = parse(&request.uri.to_string())?;
    for _ in 0..=MOST_REDIRECTS {
        let uri: Uri = url.as_str().parse().map_err(malformed)?;
        let mut http = reqwest::Request::new(request.method.clone(), url.clone());
        http.headers_mut().clone_from(&request.headers);
        let result = client(options, &url)?.execute(http).await;
        let mut response = result.map_err(|error| transport_error(error, &uri))?;
        let status = response.status();
        let location = response.headers().get(LOCATION).filter(|_| status.is_redirection());
        if let Some(location) = location {
            url = redirected(&url, location.as_bytes())?;
            continue;
        }
        let headers = take(response.headers_mut());
        if status.is_success() && !has_length(&headers) {
            return Err(malformed("its length is not known, so its end cannot be checked")
                .with_request_id(request_id(&headers)));
        }
        let body = Pieces { uri: uri.clone(), next: Some(Box::pin(read(response))) };
        let mut streamed = StreamedResponse::new(status, body);
        streamed.headers = headers;
        return Ok(streamed);
    }
    Err(malformed(format!("more than {MOST_REDIRECTS} redirects")))
}

/// Makes the client of one request: a download has no use for a pool.
fn client(options: &HttpOptions, url: &Url) -> Result<reqwest::Client, TransportError> {
    let options = HttpOptions {
        secure: url.scheme() == "https",
        local: url.host_str().is_some_and(is_loopback),
        configure: options.configure.clone(),
        ..*options
    };
    options.client().map_err(|error| TransportError::not_sent(error).permanent())
}

/// Parses an address. Errors do not show it.
fn parse(address: &str) -> Result<Url, TransportError> {
    let url = Url::parse(address).map_err(malformed)?;
    check(&url).map(|()| url)
}

/// Returns the address to which a redirect leads.
fn redirected(from: &Url, location: &[u8]) -> Result<Url, TransportError> {
    let location = std::str::from_utf8(location).map_err(malformed)?;
    let url = from.join(location).map_err(malformed)?;
    if from.scheme() == "https" && url.scheme() != "https" {
        return Err(malformed("redirect from https to an address without TLS"));
    }
    check(&url).map(|()| url)
}

/// Checks for an address that may be downloaded from.
fn check(url: &Url) -> Result<(), TransportError> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(malformed(format!(
            "address of the scheme {}: expected http or https",
            url.scheme()
        )));
    }
    // They would be sent as `Authorization`.
    if !url.username().is_empty() || url.password().is_some() {
        return Err(malformed("user name or password not allowed in the address"));
    }
    Ok(())
}

fn malformed(problem: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> TransportError {
    TransportError::maybe_sent(problem).malformed()
}

fn has_length(headers: &HeaderMap) -> bool {
    headers.contains_key(CONTENT_LENGTH) || headers.contains_key(TRANSFER_ENCODING)
}

/// Result of reading one piece, and the response that has the next.
type Piece = (reqwest::Result<Option<Bytes>>, reqwest::Response);

async fn read(mut response: reqwest::Response) -> Piece {
    (response.chunk().await, response)
}

/// Body of a response, read piece by piece.
struct Pieces {
    uri: Uri,
    /// Absent after the end.
    next: Option<BoxFuture<'static, Piece>>,
}

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(next) = &mut self.next else { return Poll::Ready(None) };
        let (result, response) = ready!(next.as_mut().poll(context));
        self.next = None;
        Poll::Ready(match result {
            Ok(Some(piece)) => {
                self.next = Some(Box::pin(read(response)));
                Some(Ok(piece))
            }
            Ok(None) => None,
            Err(error) => Some(Err(transport_error(error, &self.uri))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_http_is_followed_and_https_never_to_http() {
        for (from, location, to) in [
            ("http://a/b/c?k=v", "d", Some("http://a/b/d")),
            ("http://a/b", "//c/d?Signature=x", Some("http://c/d?Signature=x")),
            ("http://a/b", "https://a/b", Some("https://a/b")),
            ("https://a/b", "https://c/d", Some("https://c/d")),
            ("https://a/b", "http://a/b", None),
            ("http://a/b", "file:///etc/passwd", None),
            ("http://a/b", "ftp://a/b", None),
            ("http://a/b", "http://user:word@c/", None),
            ("http://a/b", "http://", None),
        ] {
            let url = redirected(&Url::parse(from).unwrap(), location.as_bytes());
            assert_eq!(url.ok().as_ref().map(Url::as_str), to, "{from} to {location}");
        }
        assert!(redirected(&Url::parse("http://a").unwrap(), b"\xff").is_err());
    }
}

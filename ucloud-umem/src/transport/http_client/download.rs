//! Downloads over reqwest.

use std::mem::take;

use futures_util::stream;
use http::header::{CONTENT_LENGTH, LOCATION, TRANSFER_ENCODING};
use http::{HeaderMap, Uri};
use reqwest::Url;

use super::{HttpOptions, transport_error};
use crate::transport::{
    HttpRequest, StreamedResponse, TransportError, check_address, is_loopback, request_id,
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
    let mut url = Url::parse(&request.uri.to_string()).map_err(malformed)?;
    for _ in 0..=MOST_REDIRECTS {
        let uri: Uri = url.as_str().parse().map_err(malformed)?;
        check_address(&uri).map_err(malformed)?;
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
        let body = stream::try_unfold((response, uri), |(mut response, uri)| async move {
            let piece = response.chunk().await.map_err(|error| transport_error(error, &uri))?;
            Ok(piece.map(|piece| (piece, (response, uri))))
        });
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

/// Returns the address to which a redirect leads.
fn redirected(from: &Url, location: &[u8]) -> Result<Url, TransportError> {
    let location = std::str::from_utf8(location).map_err(malformed)?;
    let url = from.join(location).map_err(malformed)?;
    if from.scheme() == "https" && url.scheme() != "https" {
        return Err(malformed("redirect from https to an address without TLS"));
    }
    Ok(url)
}

fn malformed(problem: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> TransportError {
    TransportError::maybe_sent(problem).malformed()
}

fn has_length(headers: &HeaderMap) -> bool {
    headers.contains_key(CONTENT_LENGTH) || headers.contains_key(TRANSFER_ENCODING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_never_leads_to_http() {
        for (from, location, to) in [
            ("http://a/b", "https://a/b", Some("https://a/b")),
            ("https://a/b", "//c/d", Some("https://c/d")),
            ("https://a/b", "http://a/b", None),
            ("http://a/b", "http://", None),
        ] {
            let url = redirected(&Url::parse(from).unwrap(), location.as_bytes());
            assert_eq!(url.ok().as_ref().map(Url::as_str), to, "{from} to {location}");
        }
        assert!(redirected(&Url::parse("http://a").unwrap(), b"\xff").is_err());
    }
}

//! The transport that applications use: reqwest.

use std::time::Duration;

use bytes::{Bytes, BytesMut};

use super::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use crate::error::{Error, Result};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const IDLE_TIMEOUT: Duration = Duration::from_secs(90);

/// HTTP/1.1 through one pool of connections.
#[derive(Debug)]
pub(crate) struct HttpClient(reqwest::Client);

impl HttpClient {
    /// `secure` says whether the base URL wants TLS: without it no certificate store is needed. `local` says whether it
    /// leads to this machine, where no proxy stands between.
    pub(crate) fn new(secure: bool, local: bool) -> Result<Self> {
        Self::connecting_within(CONNECT_TIMEOUT, secure, local)
    }

    /// The same with another bound on connecting.
    pub(crate) fn connecting_within(
        connect_timeout: Duration,
        secure: bool,
        local: bool,
    ) -> Result<Self> {
        let builder = with_tls(reqwest::Client::builder(), secure)?;
        let builder = if local { builder.no_proxy() } else { builder };
        let builder = builder
            // A signed request goes nowhere but where it was sent.
            .redirect(reqwest::redirect::Policy::none())
            // Only the client's own loop knows what may be repeated.
            .retry(reqwest::retry::never())
            .connect_timeout(connect_timeout)
            .pool_idle_timeout(IDLE_TIMEOUT)
            .tcp_nodelay(true);
        let client = builder.build().map_err(|error| {
            Error::config("the HTTP client cannot be set up")
                .with_source(error.without_url())
        })?;
        Ok(Self(client))
    }

    async fn exchange(
        &self,
        request: HttpRequest,
    ) -> Result<HttpResponse, TransportError> {
        let uri = request.uri.to_string();
        let mut response = self
            .0
            .request(request.method, uri)
            .headers(request.headers)
            .body(request.body)
            .send()
            .await
            .map_err(transport_error)?;
        let (status, headers) = (response.status(), response.headers().clone());
        if headers.contains_key(http::header::CONTENT_ENCODING) {
            let problem = "the reply is compressed, which was not asked for";
            return Err(TransportError::maybe_sent(problem).malformed());
        }
        let body = read_body(&mut response, request.max_reply).await?;
        let mut reply = HttpResponse::new(status, body);
        reply.headers = headers;
        Ok(reply)
    }
}

impl Transport for HttpClient {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(self.exchange(request))
    }
}

/// Reads the body, but no more than `limit` bytes of it; a body in one piece is not copied.
async fn read_body(
    response: &mut reqwest::Response,
    limit: usize,
) -> Result<Bytes, TransportError> {
    let mut whole = BytesMut::new();
    let mut first: Option<Bytes> = None;
    let mut length = 0_usize;
    while let Some(chunk) = response.chunk().await.map_err(transport_error)? {
        length = length.saturating_add(chunk.len());
        if length > limit {
            let problem = format!("the reply is longer than {limit} bytes");
            return Err(TransportError::maybe_sent(problem).malformed());
        }
        if let Some(first) = first.take() {
            whole.extend_from_slice(&first);
        }
        if whole.is_empty() {
            first = Some(chunk);
        } else {
            whole.extend_from_slice(&chunk);
        }
    }
    Ok(first.unwrap_or_else(|| whole.freeze()))
}

fn transport_error(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    let (unsent, late) = (error.is_connect(), error.is_timeout());
    let untrusted = is_tls(&error);
    let error = if unsent {
        TransportError::not_sent(error)
    } else {
        TransportError::maybe_sent(error)
    };
    let error = if untrusted { error.permanent() } else { error };
    if late { error.timed_out() } else { error }
}

/// Whether the other side does not speak TLS as it must, which another attempt would not change.
fn is_tls(error: &reqwest::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        #[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
        if error.is::<rustls::Error>() {
            return true;
        }
        #[cfg(feature = "native-tls")]
        if error.is::<native_tls::Error>() {
            return true;
        }
        // An I/O error leaves the error it was made of out of its own chain.
        cause = match error.downcast_ref::<std::io::Error>() {
            Some(io) => {
                io.get_ref().map(|inner| inner as &(dyn std::error::Error + 'static))
            }
            None => error.source(),
        };
    }
    false
}

/// Hands reqwest a whole TLS configuration: with none, and no process-wide provider, its
/// `build()` would panic.
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
fn with_tls(
    builder: reqwest::ClientBuilder,
    secure: bool,
) -> Result<reqwest::ClientBuilder> {
    #[cfg(feature = "rustls-aws-lc")]
    use rustls::crypto::aws_lc_rs as crypto;
    #[cfg(not(feature = "rustls-aws-lc"))]
    use rustls::crypto::ring as crypto;
    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::BuilderVerifierExt;

    let broken = |error: rustls::Error| {
        Error::config("TLS cannot be set up: does this machine have root certificates?")
            .with_source(error)
    };
    let config = ClientConfig::builder_with_provider(crypto::default_provider().into())
        .with_safe_default_protocol_versions()
        .map_err(broken)?;
    let config = if secure {
        config.with_platform_verifier().map_err(broken)?
    } else {
        config.with_root_certificates(RootCertStore::empty())
    };
    Ok(builder.tls_backend_preconfigured(config.with_no_client_auth()))
}

#[cfg(all(
    feature = "native-tls",
    not(any(feature = "rustls", feature = "rustls-aws-lc"))
))]
#[expect(clippy::unnecessary_wraps, reason = "the other backends can fail")]
fn with_tls(
    builder: reqwest::ClientBuilder,
    _secure: bool,
) -> Result<reqwest::ClientBuilder> {
    Ok(builder.tls_backend_native())
}

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
fn with_tls(
    builder: reqwest::ClientBuilder,
    secure: bool,
) -> Result<reqwest::ClientBuilder> {
    if secure {
        return Err(Error::config(
            "an https base URL needs TLS: turn on the feature `rustls`, `rustls-aws-lc` or `native-tls`",
        ));
    }
    Ok(builder)
}

//! The transport that applications use: reqwest.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use tokio::runtime::{Handle, Id};

use super::{
    BoxFuture, HttpRequest, HttpResponse, Transport, TransportError, request_id,
};
use crate::error::{Error, Result};

const IDLE_TIMEOUT: Duration = Duration::from_secs(90);

/// Most runtimes of which connections are kept.
const MOST_RUNTIMES: usize = 8;

/// What an application does to the HTTP client.
pub(crate) type ConfigureHttp =
    Arc<dyn Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync>;

/// How the HTTP client is set up.
pub(crate) struct HttpOptions {
    pub(crate) connect_timeout: Duration,
    /// Whether the base URL wants TLS: without it no certificate store is needed.
    pub(crate) secure: bool,
    /// Whether it leads to this machine, where no proxy stands between.
    pub(crate) local: bool,
    /// What the application adds.
    pub(crate) configure: Option<ConfigureHttp>,
}

impl HttpOptions {
    fn client(&self) -> Result<reqwest::Client> {
        let builder = reqwest::Client::builder()
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(IDLE_TIMEOUT)
            .tcp_nodelay(true);
        let builder = if self.local { builder.no_proxy() } else { builder };
        let builder = match &self.configure {
            Some(configure) => {
                let configured = with_own_tls(builder);
                configure(configured)
            }
            None => with_tls(builder, self.secure)?,
        };
        let builder = builder
            // A signed request goes nowhere but where it was sent.
            .redirect(reqwest::redirect::Policy::none())
            // What it would print of a connection holds passwords and signatures.
            .connection_verbose(false)
            // Only the client's own loop knows what may be repeated.
            .retry(reqwest::retry::never())
            // Whatever features of reqwest other crates of the application turn on.
            .http1_only()
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate();
        builder.build().map_err(|error| {
            Error::config("the HTTP client cannot be set up")
                .with_source(error.without_url())
        })
    }
}

/// HTTP/1.1 through a pool of connections for each async runtime.
///
/// A connection lives on the runtime that opened it. Where that is blocked, by a blocking client for instance, or gone, a
/// call of another runtime over the same connection would wait for nothing.
pub(crate) struct HttpClient {
    options: HttpOptions,
    /// The one used last is the last.
    clients: Mutex<Vec<(Option<Id>, reqwest::Client)>>,
}

impl HttpClient {
    pub(crate) fn new(options: HttpOptions) -> Result<Self> {
        // What is wrong with the options is found here, and not by the first call.
        let first = options.client()?;
        Ok(Self { options, clients: Mutex::new(vec![(None, first)]) })
    }

    /// The client whose connections are this runtime's.
    fn client(&self) -> Result<reqwest::Client> {
        let runtime = Handle::try_current().ok().map(|handle| handle.id());
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        let own = clients.iter().rposition(|(id, _)| *id == runtime || id.is_none());
        let (_, client) = match own {
            Some(own) => clients.remove(own),
            None => (runtime, self.options.client()?),
        };
        if clients.len() == MOST_RUNTIMES {
            clients.remove(0);
        }
        clients.push((runtime, client.clone()));
        Ok(client)
    }

    async fn exchange(
        &self,
        request: HttpRequest,
    ) -> Result<HttpResponse, TransportError> {
        let uri = request.uri.to_string();
        let client = self
            .client()
            .map_err(|error| TransportError::not_sent(error).permanent())?;
        let mut response = client
            .request(request.method, uri)
            .headers(request.headers)
            .body(request.body)
            .send()
            .await
            .map_err(transport_error)?;
        let (status, headers) = (response.status(), response.headers().clone());
        if headers.contains_key(http::header::CONTENT_ENCODING) {
            let problem = "the reply is compressed, which was not asked for";
            let error = TransportError::maybe_sent(problem).malformed();
            return Err(error.with_request_id(request_id(&headers)));
        }
        let body = read_body(&mut response, request.max_reply)
            .await
            .map_err(|error| error.with_request_id(request_id(&headers)))?;
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

impl fmt::Debug for HttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpClient")
            .field("secure", &self.options.secure)
            .finish_non_exhaustive()
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

/// Leaves TLS to reqwest, which wants to find a provider of cryptography: without one its `build()` would panic.
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
fn with_own_tls(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    // One that is there already stays.
    _ = provider().install_default();
    // Where any crate of the application turns on reqwest's native-tls, that would be the default.
    builder.tls_backend_rustls()
}

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc")))]
fn with_own_tls(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    builder
}

#[cfg(feature = "rustls-aws-lc")]
fn provider() -> rustls::crypto::CryptoProvider {
    rustls::crypto::aws_lc_rs::default_provider()
}

#[cfg(all(feature = "rustls", not(feature = "rustls-aws-lc")))]
fn provider() -> rustls::crypto::CryptoProvider {
    rustls::crypto::ring::default_provider()
}

/// Hands reqwest a whole TLS configuration: with none, and no process-wide provider, its
/// `build()` would panic.
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
fn with_tls(
    builder: reqwest::ClientBuilder,
    secure: bool,
) -> Result<reqwest::ClientBuilder> {
    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::BuilderVerifierExt;

    let broken = |error: rustls::Error| {
        Error::config("TLS cannot be set up: does this machine have root certificates?")
            .with_source(error)
    };
    let config = ClientConfig::builder_with_provider(provider().into())
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

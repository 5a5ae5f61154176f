//! HTTP transport over reqwest.

mod download;

use std::fmt;
use std::mem::take;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::Uri;
use reqwest::Url;
use tokio::runtime::{Handle, Id};

use super::tls::{self, Trust};
use super::{
    BoxFuture, HttpRequest, HttpResponse, PROXY_AUTHORIZATION_ADVICE, StreamedResponse, Transport,
    TransportError, causes, is_loopback, request_id, root_cause,
};
use crate::error::{Error, Result};

const IDLE_TIMEOUT: Duration = Duration::from_secs(90);

/// Most runtimes whose connections are kept.
const MOST_RUNTIMES: usize = 8;

/// Function by which an application configures the HTTP client.
pub(crate) type ConfigureHttp =
    Arc<dyn Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync>;

/// Options of the HTTP client.
pub(crate) struct HttpOptions {
    pub(crate) connect_timeout: Duration,
    /// The base URL is https. Plain http needs no certificate store.
    pub(crate) secure: bool,
    /// The base URL leads to this machine, so no proxy is used.
    pub(crate) local: bool,
    /// Changes of the application.
    pub(crate) configure: Option<ConfigureHttp>,
}

impl HttpOptions {
    fn client(&self) -> Result<reqwest::Client> {
        let builder = reqwest::Client::builder()
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(IDLE_TIMEOUT)
            .tcp_nodelay(true);
        let builder = if self.local { builder.no_proxy() } else { builder };
        let trust = match (&self.configure, self.secure) {
            (Some(_), _) => Trust::Application,
            (None, true) => Trust::System,
            (None, false) => Trust::Nothing,
        };
        let builder = tls::set_up(builder, trust)?;
        let builder = match &self.configure {
            Some(configure) => configure(builder),
            None => builder,
        };
        let builder = builder
            // A signed request goes only to its endpoint.
            .redirect(reqwest::redirect::Policy::none())
            // Its log of a connection would show passwords and signatures.
            .connection_verbose(false)
            // Only the retry loop knows if a request may be repeated.
            .retry(reqwest::retry::never())
            // Other crates of the application may turn on features of reqwest.
            .http1_only()
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate();
        builder.build().map_err(|error| {
            Error::config(format!("unusable HTTP client options{}", tls::hint()))
                .with_source(error.without_url())
        })
    }
}

/// HTTP/1.1 with a connection pool for each async runtime.
///
/// A connection lives on the runtime that opened it. If that runtime is blocked or gone, calls of
/// another runtime over the same connection would wait forever.
pub(crate) struct HttpClient {
    options: HttpOptions,
    /// Clients by runtime, the last used at the end.
    clients: Mutex<Vec<(Option<Id>, reqwest::Client)>>,
    /// First URL, parsed for reqwest: a client has only one.
    url: OnceLock<(Uri, Url)>,
}

impl HttpClient {
    pub(crate) fn new(options: HttpOptions) -> Result<Self> {
        // Invalid options are found here, not by the first call.
        let first = options.client()?;
        let clients = Mutex::new(vec![(None, first)]);
        Ok(Self { options, clients, url: OnceLock::new() })
    }

    /// Returns the URL as reqwest takes it.
    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        if let Some((_, url)) = self.url.get().filter(|(known, _)| known == uri) {
            return Ok(url.clone());
        }
        let url = Url::parse(&uri.to_string())
            .map_err(|error| TransportError::not_sent(error).permanent())?;
        // It fails if another URL was the first.
        _ = self.url.set((uri.clone(), url.clone()));
        Ok(url)
    }

    /// Returns the client of this runtime.
    fn client(&self) -> Result<reqwest::Client> {
        let runtime = Handle::try_current().ok().map(|handle| handle.id());
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = clients.last().filter(|(id, _)| *id == runtime) {
            return Ok(client.clone());
        }
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

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let uri = &request.uri;
        let client = self.client().map_err(|error| TransportError::not_sent(error).permanent())?;
        let mut http = reqwest::Request::new(request.method, self.url(uri)?);
        *http.headers_mut() = request.headers;
        *http.body_mut() = Some(request.body.into());
        let result = client.execute(http).await;
        let mut response = result.map_err(|error| transport_error(error, uri))?;
        let (status, headers) = (response.status(), take(response.headers_mut()));
        let body = read_body(&mut response, uri, request.max_response_bytes)
            .await
            .map_err(|error| error.with_request_id(request_id(&headers)))?;
        let mut response = HttpResponse::new(status, body);
        response.headers = headers;
        Ok(response)
    }
}

impl Transport for HttpClient {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(self.exchange(request))
    }

    fn download(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<StreamedResponse, TransportError>> {
        Box::pin(download::download(&self.options, request))
    }
}

impl fmt::Debug for HttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpClient").field("secure", &self.options.secure).finish_non_exhaustive()
    }
}

/// Reads the body, up to `limit` bytes. A body in one piece is not copied.
async fn read_body(
    response: &mut reqwest::Response,
    uri: &Uri,
    limit: usize,
) -> Result<Bytes, TransportError> {
    let mut body = Bytes::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| transport_error(error, uri))? {
        if chunk.len() > limit.saturating_sub(body.len()) {
            let problem = format!("response longer than {limit} bytes");
            return Err(TransportError::maybe_sent(problem).malformed());
        }
        if body.is_empty() {
            body = chunk;
        } else {
            let mut longer = BytesMut::from(body);
            longer.extend_from_slice(&chunk);
            body = longer.freeze();
        }
    }
    Ok(body)
}

/// Error text of hyper if a proxy refuses CONNECT with 407; the error type is private.
const PROXY_AUTHORIZATION: &str = "proxy authorization required";

/// Makes an error that names the host, the innermost cause, and relevant variables of the
/// environment.
fn transport_error(error: reqwest::Error, uri: &Uri) -> TransportError {
    let error = error.without_url();
    let (unsent, late) = (error.is_connect(), error.is_timeout());
    let untrusted = causes(&error).any(tls::is_tls_error);
    if !unsent {
        let error = TransportError::maybe_sent(error);
        let error = if untrusted { error.permanent() } else { error };
        return if late { error.timed_out() } else { error };
    }
    let host = uri.authority().map_or("the service", |authority| authority.as_str());
    let cause = root_cause(&error).to_string();
    let proxy = proxy_hint(uri);
    let refused = cause.contains(PROXY_AUTHORIZATION);
    let message = if late {
        format!("connecting to {host} took too long{proxy}")
    } else if refused {
        format!("{PROXY_AUTHORIZATION_ADVICE} (HTTP 407){proxy}")
    } else if cfg!(not(feature = "socks")) && cause.contains("unsupported scheme socks") {
        format!("could not connect to {host}: SOCKS proxies need the feature `socks`{proxy}")
    } else if untrusted {
        format!("could not connect to {host}: {cause}{}{proxy}", tls::hint())
    } else {
        format!("could not connect to {host}: {cause}{proxy}")
    };
    let error = TransportError::not_sent(error).with_message(message);
    let error = if untrusted || refused { error.permanent() } else { error };
    if late { error.timed_out() } else { error }
}

/// Names the variable that sets a proxy for this URI, if there is one.
fn proxy_hint(uri: &Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or_default();
    let variables = [scheme, "all"].map(|scheme| format!("{scheme}_proxy"));
    let found = variables
        .iter()
        .flat_map(|name| [name.to_uppercase(), name.clone()])
        .find(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let local = uri.host().is_some_and(is_loopback);
    match found.filter(|_| !local) {
        Some(name) => format!("; {name} sets a proxy"),
        None => String::new(),
    }
}

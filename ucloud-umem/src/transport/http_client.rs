//! The transport that applications use: reqwest.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::Uri;
use tokio::runtime::{Handle, Id};

use super::tls::{self, Trust};
use super::{
    BoxFuture, HttpRequest, HttpResponse, PROXY_AUTHORIZATION_ADVICE, Transport,
    TransportError, causes, is_loopback, request_id, root_cause,
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
            Error::config(format!("the HTTP client cannot be set up{}", tls::hint()))
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
        let uri = &request.uri;
        let client = self
            .client()
            .map_err(|error| TransportError::not_sent(error).permanent())?;
        let mut response = client
            .request(request.method, uri.to_string())
            .headers(request.headers)
            .body(request.body)
            .send()
            .await
            .map_err(|error| transport_error(error, uri))?;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = read_body(&mut response, uri, request.max_reply)
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
    uri: &Uri,
    limit: usize,
) -> Result<Bytes, TransportError> {
    let mut whole = BytesMut::new();
    let mut first: Option<Bytes> = None;
    let mut length = 0_usize;
    while let Some(chunk) =
        response.chunk().await.map_err(|error| transport_error(error, uri))?
    {
        length = length.saturating_add(chunk.len());
        if length > limit {
            let problem = format!("the response is longer than {limit} bytes");
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

/// The text of hyper's error for a proxy that answers a tunnel's CONNECT with 407; its type is private.
const PROXY_AUTHORIZATION: &str = "proxy authorization required";

/// Reports an error of reqwest with the host, the innermost cause, and settings of the environment that matter to it.
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
    } else if cfg!(not(feature = "socks")) && cause.contains("unsupported scheme socks")
    {
        format!(
            "could not connect to {host}: SOCKS proxies need the feature `socks`{proxy}"
        )
    } else if untrusted {
        format!("could not connect to {host}: {cause}{}{proxy}", tls::hint())
    } else {
        format!("could not connect to {host}: {cause}{proxy}")
    };
    let error = TransportError::not_sent(error).with_message(message);
    let error = if untrusted || refused { error.permanent() } else { error };
    if late { error.timed_out() } else { error }
}

/// Names the variable by which the environment sets a proxy for this URI, where there is one.
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

//! Transports, which carry signed requests: HTTP, fakes for tests, faults and recordings.
//!
//! Signing, retries, deadlines and decoding are the same with every transport.
//!
//! - [`from_fn`] and [`responses`] make a fake of a closure or of a list of responses.
//! - [`Faults`] go around any other transport.
//! - The module `replay` records requests and responses, and replays them.

mod base_url;
mod download;
mod fake;
mod fault;
pub(crate) mod form;
#[cfg(feature = "reqwest")]
mod http_client;
#[cfg(feature = "replay")]
pub mod replay;
#[cfg(feature = "reqwest")]
mod tls;

use std::error::Error as StdError;
use std::pin::Pin;
use std::sync::Arc;
use std::{fmt, io};

use bytes::Bytes;
use http::{HeaderName, Method};

pub(crate) use base_url::{check_address, is_in_vpc, parse_base_url};
pub use download::{BodyStream, StreamedResponse};
pub use fake::{FakeTransport, IntoResponse, from_fn, responses};
pub use fault::{Fault, Faults};
pub use http::{HeaderMap, StatusCode, Uri};
#[cfg(feature = "reqwest")]
pub(crate) use http_client::{ConfigureHttp, HttpClient, HttpOptions};

use crate::PresignedUrl;
#[cfg(feature = "replay")]
use crate::encode::SecretPlace;
use crate::encode::SignedForm;
use crate::error::BoxError;

/// Boxed future that can be sent to another thread.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Transport of signed requests.
///
/// An implementation does not retry, and needs no timeouts: the client drops the future when the
/// time is over. Only [`send`](Self::send) is required. A transport that wraps another one forwards
/// [`download`](Self::download) too, or downloads are not streamed.
///
/// ```
/// use ucloud_umem::transport::{
///     BoxFuture, HttpRequest, HttpResponse, StatusCode, Transport, TransportError,
/// };
///
/// #[derive(Debug)]
/// struct Always(&'static str);
///
/// impl Transport for Always {
///     fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
///         Box::pin(async { Ok(HttpResponse::new(StatusCode::OK, self.0)) })
///     }
/// }
///
/// # fn main() -> Result<(), ucloud_umem::Error> {
/// let client = ucloud_umem::Client::builder()
///     .credentials(ucloud_umem::Credentials::new("public", "private"))
///     .transport(Always(r#"{ "RetCode": 0 }"#))
///     .build()?;
/// # Ok(())
/// # }
/// ```
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends the request once and reads the whole response, whatever its status.
    ///
    /// It does not follow redirects, and reads at most [`HttpRequest::max_response_bytes`].
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;

    /// Sends the `GET` of a [download](crate::Download) once and returns the response before its
    /// body has arrived.
    ///
    /// It follows redirects, but never from `https` to `http`, and sends no headers but those of
    /// the request. A body that ends early is an error, unless the response has a
    /// `Content-Length`, which the client compares.
    ///
    /// Default: calls [`send`](Self::send), so a fake serves downloads too. The whole body is then
    /// in memory, and a redirect is an error.
    fn download(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<StreamedResponse, TransportError>> {
        Box::pin(async move { self.send(request).await.map(StreamedResponse::from) })
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        (**self).send(request)
    }

    fn download(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<StreamedResponse, TransportError>> {
        (**self).download(request)
    }
}

/// HTTP request: a `POST` of a form that is signed or has a bearer token.
///
/// Only [downloads](Transport::download) and
/// [`InstanceMetadata`](crate::credentials::InstanceMetadata) send a `GET`. `Debug` shows neither
/// body, headers nor query, because whoever sees a signed request can repeat it.
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpRequest {
    /// `POST`, or `GET` without a body.
    pub method: Method,
    /// URL. That of a download is a presigned address.
    pub uri: Uri,
    /// `Content-Type`, `User-Agent` and those of interceptors; `channel-key` if the client has
    /// one, and `Authorization` with a bearer token. A download has `User-Agent`,
    /// `Accept-Encoding`, and to resume `Range` and `If-Range`.
    pub headers: HeaderMap,
    /// Form, with its signature unless there is a bearer token.
    pub body: Bytes,
    /// Most bytes of the response's body to read.
    pub max_response_bytes: usize,
    /// Places of the secrets in the body.
    #[cfg(feature = "replay")]
    pub(crate) secrets: Vec<SecretPlace>,
}

impl HttpRequest {
    /// Makes a `POST` of a signed form.
    pub(crate) fn post(
        uri: Uri,
        headers: HeaderMap,
        form: &SignedForm,
        max_response_bytes: usize,
    ) -> Self {
        Self {
            method: Method::POST,
            uri,
            headers,
            body: form.body().clone(),
            max_response_bytes,
            #[cfg(feature = "replay")]
            secrets: [form.secret_places(), form.signature_place().as_slice()].concat(),
        }
    }

    /// Creates a request without headers, and with no limit for its response.
    pub fn new(method: Method, uri: Uri, body: impl Into<Bytes>) -> Self {
        let request = Self::get(uri, HeaderMap::new(), usize::MAX);
        Self { method, body: body.into(), ..request }
    }

    /// Creates a `GET` without a body.
    pub(crate) fn get(uri: Uri, headers: HeaderMap, max_response_bytes: usize) -> Self {
        Self {
            method: Method::GET,
            uri,
            headers,
            body: Bytes::new(),
            max_response_bytes,
            #[cfg(feature = "replay")]
            secrets: Vec::new(),
        }
    }

    /// Returns the action, such as `DescribeUMemBackup`.
    pub fn action(&self) -> Option<String> {
        self.parameter("Action")
    }

    /// Returns the value of a parameter without escapes: `request.parameter("SpaceId")`.
    ///
    /// It reads the body, so it returns secrets too.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let mut pairs = form::pairs(&self.body);
        Some(pairs.find(|pair| pair.name == name)?.value.into_owned())
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("uri", &PresignedUrl::new(self.uri.to_string()))
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// Header with the request id.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-ucloud-request-uuid");

/// Returns the request id in the headers of a response.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(&REQUEST_ID)?.to_str().ok()?;
    // Ids of the service have 36 characters.
    (id.len() <= 128).then(|| id.to_owned())
}

/// Advice for the status 407 of a proxy, which can follow a request or a CONNECT.
pub(crate) const PROXY_AUTHORIZATION_ADVICE: &str =
    "the proxy asks for authorization: put a user name and password into its URL";

/// Returns `true` for a host that is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// HTTP response.
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpResponse {
    /// Status.
    pub status: StatusCode,
    /// Headers; the client reads the request id and `Retry-After`.
    pub headers: HeaderMap,
    /// Whole body.
    pub body: Bytes,
}

impl HttpResponse {
    /// Makes a response without headers.
    pub fn new(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self { status, headers: HeaderMap::new(), body: body.into() }
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// Error of a request without a response.
#[derive(Debug)]
pub struct TransportError {
    sent: Sent,
    cause: Cause,
    permanent: bool,
    request_id: Option<String>,
    /// Message in place of the one made of cause and source.
    message: Option<String>,
    source: BoxError,
}

/// Progress of a request without a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Nothing was sent: any call can be repeated.
    NotSent,
    /// It may have been sent and carried out.
    MaybeSent,
}

/// Cause of a transport error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cause {
    /// Connecting failed or the connection broke.
    Connection,
    /// Timeout.
    Timeout,
    /// The response is not valid HTTP or too long.
    Malformed,
    /// A fake has no response to this request.
    Unanswered,
}

impl TransportError {
    fn new(sent: Sent, source: BoxError) -> Self {
        Self {
            sent,
            cause: Cause::Connection,
            permanent: false,
            request_id: None,
            message: None,
            source,
        }
    }

    /// Makes the error of a request that certainly did not reach the service: the connection
    /// failed.
    pub fn not_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(Sent::NotSent, source.into())
    }

    /// Makes the error of a request that may have reached the service.
    pub fn maybe_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(Sent::MaybeSent, source.into())
    }

    /// Makes the error of a fake that has no response to the request.
    pub(crate) fn unanswered(problem: String) -> Self {
        let error = Self::not_sent(problem).permanent();
        Self { cause: Cause::Unanswered, ..error }
    }

    /// Marks it as a timeout.
    #[must_use]
    pub fn timed_out(self) -> Self {
        Self { cause: Cause::Timeout, ..self }
    }

    /// Marks it as an invalid response: too long, or not HTTP.
    #[must_use]
    pub fn malformed(self) -> Self {
        Self { cause: Cause::Malformed, permanent: true, ..self }
    }

    /// Marks it as permanent, such as a certificate that is not trusted: it is not retried.
    #[must_use]
    pub fn permanent(self) -> Self {
        Self { permanent: true, ..self }
    }

    /// Sets the request id, if the headers of the response have it.
    #[must_use]
    pub fn with_request_id(self, request_id: Option<String>) -> Self {
        Self { request_id, ..self }
    }

    /// Sets the whole message.
    #[cfg(feature = "reqwest")]
    pub(crate) fn with_message(self, message: String) -> Self {
        Self { message: Some(message), ..self }
    }

    /// Returns the request id for UCloud's support, if it is known.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns `MaybeSent` if the service may have received the request.
    pub fn sent(&self) -> Sent {
        self.sent
    }

    pub(crate) fn is_permanent(&self) -> bool {
        self.permanent
    }

    pub(crate) fn cause(&self) -> Cause {
        self.cause
    }

    /// Returns the source, unless `Display` already shows it.
    pub(crate) fn into_source(self) -> Option<BoxError> {
        (self.cause != Cause::Unanswered).then_some(self.source)
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match (&self.message, self.cause, self.sent) {
            (Some(message), ..) => return f.write_str(message),
            (_, Cause::Unanswered, _) => return self.source.fmt(f),
            (_, Cause::Timeout, Sent::NotSent) => return f.write_str("timeout while connecting"),
            (_, Cause::Timeout, Sent::MaybeSent) => {
                return f.write_str("timeout while waiting for the response");
            }
            (_, Cause::Connection, Sent::NotSent) => "could not connect",
            (_, Cause::Connection, Sent::MaybeSent) => {
                "connection broke before the response was complete"
            }
            (_, Cause::Malformed, _) => "invalid response",
        };
        write!(f, "{problem}: {}", root_cause(&*self.source))
    }
}

/// Returns the error and its causes, the innermost last.
pub(crate) fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |error| {
        let error = *error;
        match error.downcast_ref::<io::Error>() {
            // An I/O error does not return the error inside it as its source.
            Some(io) => io.get_ref().map(|inner| inner as &(dyn StdError + 'static)),
            None => error.source(),
        }
    })
}

/// Returns the innermost error, which has the most details.
pub(crate) fn root_cause<'a>(error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    causes(error).last().unwrap_or(error)
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        (self.cause != Cause::Unanswered).then_some(&*self.source as &(dyn StdError + 'static))
    }
}

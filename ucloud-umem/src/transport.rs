//! How a signed request reaches the service: the seam between the client and HTTP.
//!
//! Everything above it (signing, retries, deadlines, decoding) is the same whatever carries the bytes: reqwest,
//! the emulator, or a double in a test.
//!
//! - [`from_fn`] and [`replies`] make a double of a closure or of a list of replies.
//! - [`FaultTransport`] has faults on the way to any other transport.
//! - The module `replay` records what a transport carries, and answers from recordings.

mod base_url;
mod double;
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
use http::Method;

pub(crate) use base_url::parse_base_url;
pub use double::{Double, IntoReply, from_fn, replies};
pub use fault::{Fault, FaultTransport, Faults};
pub use http::{HeaderMap, StatusCode, Uri};
#[cfg(feature = "reqwest")]
pub(crate) use http_client::{ConfigureHttp, HttpClient, HttpOptions};

#[cfg(feature = "replay")]
use crate::encode::SecretPlace;
use crate::encode::SignedForm;
use crate::error::BoxError;

/// A future that can be sent to another thread, as trait objects return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries one signed request to the service and brings back one reply.
///
/// An implementation does not retry, does not follow redirects and bounds what it reads by
/// [`HttpRequest::max_response_bytes`]. It needs no timeouts: the client drops the future when time is up.
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
    /// Sends the request once and reads the whole reply, whatever its status.
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        (**self).send(request)
    }
}

/// A request: a `POST` of a signed form, or a `GET` of [`InstanceMetadata`](crate::credentials::InstanceMetadata), which
/// only a transport given to that sees.
///
/// Its `Debug` shows neither the body nor the headers, because whoever sees a signed request can repeat it.
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpRequest {
    /// `POST`, or `GET` without a body.
    pub method: Method,
    /// Where it goes.
    pub uri: Uri,
    /// `Content-Type` and `User-Agent`.
    pub headers: HeaderMap,
    /// The form, signature included.
    pub body: Bytes,
    /// Most bytes of a reply's body to read.
    pub max_response_bytes: usize,
    /// Where in the body values stand that must not be seen.
    #[cfg(feature = "replay")]
    pub(crate) secrets: Vec<SecretPlace>,
}

impl HttpRequest {
    /// A signed form.
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
            secrets: form.secret_places().to_vec(),
        }
    }

    /// A question without a body.
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

    /// The action that is called, such as `DescribeUMemBackup`.
    pub fn action(&self) -> Option<String> {
        self.parameter("Action")
    }

    /// The value of a parameter, as it was before it was escaped: `request.parameter("SpaceId")`.
    ///
    /// It is read from the body, so that it gives secrets too where they are asked for.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let mut pairs = form::pairs(&self.body);
        Some(pairs.find(|pair| pair.name == name)?.value.into_owned())
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("uri", &self.uri)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// The header that names a call for the vendor's support.
pub(crate) const REQUEST_ID: &str = "x-ucloud-request-uuid";

/// The request id that a reply's head names.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    // One of the service has 36 characters; what is much longer is none.
    (id.len() <= 128).then(|| id.to_owned())
}

/// Advice for a proxy's 407, which can answer a request or a tunnel's CONNECT.
pub(crate) const PROXY_AUTHORIZATION_ADVICE: &str =
    "the proxy asks for authorization: put a user name and password into its URL";

/// Returns `true` for a host that is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// What came back.
#[derive(Clone)]
#[non_exhaustive]
pub struct HttpResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers; the client reads the request id and `Retry-After` from them.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

impl HttpResponse {
    /// A reply without headers.
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

/// Why there is no reply, and whether the service may have received the request.
#[derive(Debug)]
pub struct TransportError {
    sent: Sent,
    cause: Cause,
    permanent: bool,
    request_id: Option<String>,
    /// Replaces the sentence that cause and source make.
    message: Option<String>,
    source: BoxError,
}

/// Whether a request that got no reply may have reached the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Not a byte of it left: the call can be repeated whatever it does.
    NotSent,
    /// Some of it may have arrived, and may have been acted on.
    MaybeSent,
}

/// What kind of trouble a transport met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cause {
    /// Connecting failed or the connection broke.
    Connection,
    /// It took too long.
    Timeout,
    /// What came back breaks the rules of HTTP or a bound of ours.
    Malformed,
    /// A double has no answer to this request, which its source says.
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

    /// The request certainly did not reach the service: no connection could be made.
    pub fn not_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(Sent::NotSent, source.into())
    }

    /// The request may have reached the service before something broke.
    pub fn maybe_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(Sent::MaybeSent, source.into())
    }

    /// A double has no answer to the request: the test differs from what it was written for.
    pub(crate) fn unanswered(problem: String) -> Self {
        let error = Self::not_sent(problem).permanent();
        Self { cause: Cause::Unanswered, ..error }
    }

    /// Marks it as a timeout.
    #[must_use]
    pub fn timed_out(self) -> Self {
        Self { cause: Cause::Timeout, ..self }
    }

    /// Marks it as an answer that breaks the rules: too large, or no HTTP.
    #[must_use]
    pub fn malformed(self) -> Self {
        Self { cause: Cause::Malformed, permanent: true, ..self }
    }

    /// Marks it as one that trying again would not mend, such as a certificate that is not trusted.
    #[must_use]
    pub fn permanent(self) -> Self {
        Self { permanent: true, ..self }
    }

    /// Says under which id the vendor's support finds the call, where the head of the reply had named it.
    #[must_use]
    pub fn with_request_id(self, request_id: Option<String>) -> Self {
        Self { request_id, ..self }
    }

    /// Sets the whole line of `Display`, for a transport that knows host and hints.
    #[cfg(feature = "reqwest")]
    pub(crate) fn with_message(self, message: String) -> Self {
        Self { message: Some(message), ..self }
    }

    /// The id under which the vendor's support finds the call, where it is known.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Whether the service may have received the request.
    pub fn sent(&self) -> Sent {
        self.sent
    }

    pub(crate) fn is_permanent(&self) -> bool {
        self.permanent
    }

    pub(crate) fn cause(&self) -> Cause {
        self.cause
    }

    /// What is not in its `Display` already.
    pub(crate) fn into_source(self) -> Option<BoxError> {
        (self.cause != Cause::Unanswered).then_some(self.source)
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(message) = &self.message {
            return f.write_str(message);
        }
        let problem = match (self.cause, self.sent) {
            (Cause::Connection, Sent::NotSent) => "could not connect",
            (Cause::Connection, Sent::MaybeSent) => {
                "the connection broke before the response was complete"
            }
            (Cause::Timeout, Sent::NotSent) => {
                return f.write_str("connecting took too long");
            }
            (Cause::Timeout, Sent::MaybeSent) => {
                return f.write_str("the response took too long");
            }
            (Cause::Malformed, _) => "invalid response",
            (Cause::Unanswered, _) => return self.source.fmt(f),
        };
        write!(f, "{problem}: {}", root_cause(&*self.source))
    }
}

/// The error and what lies beneath it, the innermost last.
pub(crate) fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |error| {
        let error = *error;
        match error.downcast_ref::<io::Error>() {
            // An I/O error leaves the error that it was made of out of its own chain.
            Some(io) => io.get_ref().map(|inner| inner as &(dyn StdError + 'static)),
            None => error.source(),
        }
    })
}

/// The innermost error, which says most.
pub(crate) fn root_cause<'a>(
    error: &'a (dyn StdError + 'static),
) -> &'a (dyn StdError + 'static) {
    causes(error).last().unwrap_or(error)
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        (self.cause != Cause::Unanswered)
            .then_some(&*self.source as &(dyn StdError + 'static))
    }
}

//! Fakes: a closure or a list of responses in place of the network.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::StatusCode;

use super::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};

/// Makes a fake whose closure returns the response to each request.
///
/// The closure is called once for each attempt, one after the other.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// use serde_json::json;
/// use ucloud_umem::{Client, Credentials, transport};
///
/// let fake = transport::from_fn(|request| match request.action().as_deref() {
///     Some("DescribeUMemBackup") => json!({ "RetCode": 0, "TotalCount": 0 }),
///     _ => json!({ "RetCode": 161, "Message": "not in this test" }),
/// });
/// let keys = Credentials::new("public", "private");
/// let client = Client::builder().credentials(keys).region("cn-bj2").zone("cn-bj2-05");
/// let client = client.transport(fake).build()?;
///
/// assert_eq!(client.describe_umem_backup("x").send().await?.total_count, Some(0));
/// # Ok(())
/// # }
/// ```
pub fn from_fn<F, R>(mut respond: F) -> FakeTransport
where
    F: FnMut(&HttpRequest) -> R + Send + 'static,
    R: IntoResponse,
{
    FakeTransport::new(move |request| respond(request).into_response())
}

/// Makes a fake that returns these responses in order, one for each attempt.
///
/// A further attempt fails with kind [`InvalidRequest`](crate::ErrorKind::InvalidRequest), and is
/// not retried.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// use ucloud_umem::{Client, Credentials, transport};
///
/// let fake = transport::responses([r#"{ "RetCode": 153 }"#, r#"{ "RetCode": 0 }"#]);
/// let keys = Credentials::new("public", "private");
/// let client = Client::builder().credentials(keys).transport(fake.clone()).build()?;
///
/// let response = client.action("CreateUMemBackup").param("SpaceId", "x").send().await?;
/// assert_eq!(response.metadata().attempts(), 2);
/// let requests = fake.requests();
/// assert_eq!(requests[1].parameter("SpaceId").as_deref(), Some("x"));
/// # Ok(())
/// # }
/// ```
pub fn responses<I>(responses: I) -> FakeTransport
where
    I: IntoIterator<Item: IntoResponse>,
{
    let responses = responses.into_iter().map(IntoResponse::into_response);
    let mut responses: VecDeque<_> = responses.collect();
    let count = responses.len();
    FakeTransport::new(move |_| {
        responses.pop_front().unwrap_or_else(|| {
            let problem = format!("no response left: the fake had {count}");
            Err(TransportError::unanswered(problem))
        })
    })
}

/// Function that makes a response.
type Respond = dyn FnMut(&HttpRequest) -> Result<HttpResponse, TransportError> + Send;

/// Fake transport that records requests; made by [`from_fn`] and [`responses`].
///
/// Clones share their state, so a test can keep one and give another to a client.
#[derive(Clone)]
pub struct FakeTransport(Arc<Inner>);

struct Inner {
    respond: Mutex<Box<Respond>>,
    requests: Mutex<Vec<HttpRequest>>,
}

impl FakeTransport {
    fn new(
        respond: impl FnMut(&HttpRequest) -> Result<HttpResponse, TransportError> + Send + 'static,
    ) -> Self {
        let respond = Mutex::new(Box::new(respond) as Box<Respond>);
        Self(Arc::new(Inner { respond, requests: Mutex::default() }))
    }

    /// Returns all requests so far, with retries, in their order.
    pub fn requests(&self) -> Vec<HttpRequest> {
        lock(&self.0.requests).clone()
    }
}

/// Locks the mutex, although a closure may have panicked in another test.
fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Transport for FakeTransport {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        lock(&self.0.requests).push(request.clone());
        let response = (*lock(&self.0.respond))(&request);
        Box::pin(std::future::ready(response))
    }
}

impl fmt::Debug for FakeTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeTransport").field("requests", &self.requests()).finish()
    }
}

/// Response of a fake: a body, a whole response, an error, or a result of these.
///
/// A body alone, as text or JSON, gets status 200.
pub trait IntoResponse {
    /// Converts to a response or an error.
    fn into_response(self) -> Result<HttpResponse, TransportError>;
}

impl IntoResponse for HttpResponse {
    fn into_response(self) -> Result<HttpResponse, TransportError> {
        Ok(self)
    }
}

impl IntoResponse for TransportError {
    fn into_response(self) -> Result<HttpResponse, TransportError> {
        Err(self)
    }
}

impl IntoResponse for &'static str {
    fn into_response(self) -> Result<HttpResponse, TransportError> {
        Ok(HttpResponse::new(StatusCode::OK, self))
    }
}

impl IntoResponse for String {
    fn into_response(self) -> Result<HttpResponse, TransportError> {
        Ok(HttpResponse::new(StatusCode::OK, self))
    }
}

impl IntoResponse for serde_json::Value {
    fn into_response(self) -> Result<HttpResponse, TransportError> {
        self.to_string().into_response()
    }
}

impl<T: IntoResponse> IntoResponse for Result<T, TransportError> {
    fn into_response(self) -> Result<HttpResponse, TransportError> {
        self.and_then(IntoResponse::into_response)
    }
}

//! Doubles of the service: a closure or a list of replies in the place of the network.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::StatusCode;

use super::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};

/// A double that answers each request with what the closure makes of it.
///
/// The closure is called once per attempt, one attempt after the other, and gives whatever is [`IntoReply`].
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// use serde_json::json;
/// use ucloud_umem::{Client, Credentials, transport};
///
/// let double = transport::from_fn(|request| match request.action().as_deref() {
///     Some("DescribeUMemBackup") => json!({ "RetCode": 0, "TotalCount": 0 }),
///     _ => json!({ "RetCode": 161, "Message": "not in this test" }),
/// });
/// let keys = Credentials::new("public", "private");
/// let client = Client::builder().credentials(keys).region("cn-bj2").zone("cn-bj2-05");
/// let client = client.transport(double).build()?;
///
/// assert_eq!(client.describe_umem_backup("x").send().await?.total_count, Some(0));
/// # Ok(())
/// # }
/// ```
pub fn from_fn<F, R>(mut answer: F) -> Double
where
    F: FnMut(&HttpRequest) -> R + Send + 'static,
    R: IntoReply,
{
    Double::new(move |request| answer(request).into_reply())
}

/// A double that gives these replies, one per attempt, in this order.
///
/// An attempt beyond the last is an error that says so, of kind
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest), and is not retried.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// use ucloud_umem::{Client, Credentials, transport};
///
/// let double = transport::replies([r#"{ "RetCode": 153 }"#, r#"{ "RetCode": 0 }"#]);
/// let keys = Credentials::new("public", "private");
/// let client = Client::builder().credentials(keys).transport(double.clone()).build()?;
///
/// let reply = client.action("CreateUMemBackup").param("SpaceId", "x").send().await?;
/// assert_eq!(reply.metadata().attempts(), 2);
/// let requests = double.requests();
/// assert_eq!(requests[1].parameter("SpaceId").as_deref(), Some("x"));
/// # Ok(())
/// # }
/// ```
pub fn replies<I>(replies: I) -> Double
where
    I: IntoIterator<Item: IntoReply>,
{
    let replies = replies.into_iter().map(IntoReply::into_reply);
    let mut replies: VecDeque<_> = replies.collect();
    let count = replies.len();
    Double::new(move |_| {
        replies.pop_front().unwrap_or_else(|| {
            let problem = format!("the {count} replies of the double are used up");
            Err(TransportError::unanswered(problem))
        })
    })
}

/// What makes a reply of a request.
type Answer = dyn FnMut(&HttpRequest) -> Result<HttpResponse, TransportError> + Send;

/// A transport that answers by itself and remembers what it was asked; made by [`from_fn`] and [`replies`].
///
/// Clones are the same double, so that a test can keep one and give the other to a client.
#[derive(Clone)]
pub struct Double(Arc<Inner>);

struct Inner {
    answer: Mutex<Box<Answer>>,
    requests: Mutex<Vec<HttpRequest>>,
}

impl Double {
    fn new(
        answer: impl FnMut(&HttpRequest) -> Result<HttpResponse, TransportError>
        + Send
        + 'static,
    ) -> Self {
        let answer = Mutex::new(Box::new(answer) as Box<Answer>);
        Self(Arc::new(Inner { answer, requests: Mutex::default() }))
    }

    /// Every request so far, retries included, in the order in which they came.
    pub fn requests(&self) -> Vec<HttpRequest> {
        locked(&self.0.requests).clone()
    }
}

/// A closure that panicked spoils its own test and no other thing.
fn locked<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Transport for Double {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        locked(&self.0.requests).push(request.clone());
        let reply = (*locked(&self.0.answer))(&request);
        Box::pin(std::future::ready(reply))
    }
}

impl fmt::Debug for Double {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Double").field("requests", &self.requests()).finish()
    }
}

/// What a double may answer with: a body, a whole reply, a failure, or a result of these.
///
/// A body alone, as text or as JSON, comes with status 200.
pub trait IntoReply {
    /// The reply, or why there is none.
    fn into_reply(self) -> Result<HttpResponse, TransportError>;
}

impl IntoReply for HttpResponse {
    fn into_reply(self) -> Result<HttpResponse, TransportError> {
        Ok(self)
    }
}

impl IntoReply for TransportError {
    fn into_reply(self) -> Result<HttpResponse, TransportError> {
        Err(self)
    }
}

impl IntoReply for &'static str {
    fn into_reply(self) -> Result<HttpResponse, TransportError> {
        Ok(HttpResponse::new(StatusCode::OK, self))
    }
}

impl IntoReply for String {
    fn into_reply(self) -> Result<HttpResponse, TransportError> {
        Ok(HttpResponse::new(StatusCode::OK, self))
    }
}

impl IntoReply for serde_json::Value {
    fn into_reply(self) -> Result<HttpResponse, TransportError> {
        self.to_string().into_reply()
    }
}

impl<T: IntoReply> IntoReply for Result<T, TransportError> {
    fn into_reply(self) -> Result<HttpResponse, TransportError> {
        self.and_then(IntoReply::into_reply)
    }
}

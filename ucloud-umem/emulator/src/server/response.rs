//! Responses, and what takes the place of one.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::header::{ALLOW, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, Response, StatusCode};
use hyper::body::{Bytes, Frame, SizeHint};
use serde_json::Value;

/// A response of this JSON.
pub(super) fn json(status: StatusCode, value: &Value) -> Response<Bytes> {
    with_type(status, "application/json", value.to_string())
}

/// A response of this body, whose type this is.
pub(super) fn with_type(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Bytes>,
) -> Response<Bytes> {
    let mut reply = Response::new(body.into());
    *reply.status_mut() = status;
    reply.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    reply
}

/// Problem of a request that is not a call yet: the response has a status and a sentence, without a
/// RetCode.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    message: String,
    /// The methods that the path has.
    allowed: Option<&'static str>,
    last: bool,
}

impl Problem {
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), allowed: None, last: false }
    }

    /// The path has nothing for this method.
    pub(super) fn wrong_method(allowed: &'static str) -> Self {
        let message = format!("the methods of this path are {allowed}");
        let problem = Self::new(StatusCode::METHOD_NOT_ALLOWED, message);
        Self { allowed: Some(allowed), ..problem }
    }

    /// The connection is closed after the response, because what follows in it is not known.
    pub(super) fn last(self) -> Self {
        Self { last: true, ..self }
    }
}

impl From<Problem> for Response<Bytes> {
    fn from(problem: Problem) -> Self {
        let body = serde_json::json!({ "Message": problem.message });
        let mut reply = json(problem.status, &body);
        if let Some(allowed) = problem.allowed {
            reply.headers_mut().insert(ALLOW, HeaderValue::from_static(allowed));
        }
        if problem.last {
            reply.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        reply
    }
}

/// The connection is to be closed without a response.
#[derive(Debug)]
pub(super) struct HungUp;

impl fmt::Display for HungUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is closed on purpose")
    }
}

impl std::error::Error for HungUp {}

/// A body in one piece, of which an end may be missing: then the connection breaks after it.
pub(super) struct Body {
    piece: Option<Bytes>,
    missing: u64,
    flushed: bool,
}

impl Body {
    /// A whole body.
    pub(super) fn new(whole: Bytes) -> Self {
        Self { piece: Some(whole).filter(|body| !body.is_empty()), missing: 0, flushed: false }
    }

    /// The response, whose body lacks what its `Content-Length` says beyond it.
    pub(super) fn of(reply: Response<Bytes>) -> Response<Self> {
        let length = reply.headers().get(CONTENT_LENGTH);
        let said = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        reply.map(|body| {
            let missing = said.map_or(0, |said| said.saturating_sub(body.len() as u64));
            Self { missing, ..Self::new(body) }
        })
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = HungUp;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, HungUp>>> {
        if let Some(piece) = self.piece.take() {
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        if self.missing == 0 {
            return Poll::Ready(None);
        }
        if !self.flushed {
            // What there is goes out before the connection breaks.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(HungUp)))
    }

    fn is_end_stream(&self) -> bool {
        self.piece.is_none() && self.missing == 0
    }

    fn size_hint(&self) -> SizeHint {
        let piece = self.piece.as_ref().map_or(0, |piece| piece.len() as u64);
        SizeHint::with_exact(piece + self.missing)
    }
}

//! Responses of the server, and connections that close without one.

use std::fmt;
use std::fs::File;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::header::{ALLOW, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, Response, StatusCode};
use hyper::body::{Bytes, Frame, SizeHint};
use serde_json::Value;

use crate::download::read_piece;

/// Returns a response with a JSON body.
pub(super) fn json(status: StatusCode, value: &Value) -> Response<Bytes> {
    with_type(status, "application/json", value.to_string())
}

/// Returns a response with this body and content type.
pub(super) fn with_type(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Bytes>,
) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// Returns a response with a body that is not text.
pub(super) fn binary(body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    let content_type = HeaderValue::from_static("application/octet-stream");
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
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

    /// Makes the error of a method that the path does not support.
    pub(super) fn wrong_method(allowed: &'static str) -> Self {
        let message = format!("the methods of this path are {allowed}");
        let problem = Self::new(StatusCode::METHOD_NOT_ALLOWED, message);
        Self { allowed: Some(allowed), ..problem }
    }

    /// Closes the connection after the response, because the rest of the request is unknown.
    pub(super) fn last(self) -> Self {
        Self { last: true, ..self }
    }
}

impl From<Problem> for Response<Bytes> {
    fn from(problem: Problem) -> Self {
        let body = serde_json::json!({ "Message": problem.message });
        let mut response = json(problem.status, &body);
        if let Some(allowed) = problem.allowed {
            response.headers_mut().insert(ALLOW, HeaderValue::from_static(allowed));
        }
        if problem.last {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response
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

/// A body in one piece, of which an end may be missing: then the connection breaks after it. Or the
/// body is a file.
pub(super) struct Body {
    piece: Option<Bytes>,
    file: Option<File>,
    missing: u64,
    flushed: bool,
}

impl Body {
    /// Makes a whole body.
    pub(super) fn new(whole: Bytes) -> Self {
        let piece = Some(whole).filter(|body| !body.is_empty());
        Self { piece, file: None, missing: 0, flushed: false }
    }

    /// Makes a body of a whole file. It breaks off if the file becomes shorter.
    pub(super) fn of_file(file: File) -> io::Result<Self> {
        let missing = file.metadata()?.len();
        Ok(Self { piece: None, file: Some(file), missing, flushed: false })
    }

    /// Returns a response whose body may be shorter than its `Content-Length`.
    pub(super) fn from_response(response: Response<Bytes>) -> Response<Self> {
        let length = response.headers().get(CONTENT_LENGTH);
        let said = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        response.map(|body| {
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
        if let Some(piece) = self.file.as_mut().and_then(|file| read_piece(file).ok()?) {
            self.missing = self.missing.saturating_sub(piece.len() as u64);
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        if !self.flushed {
            // The bytes so far are sent before the connection breaks.
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

//! Writing down what a transport carries.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::header::RETRY_AFTER;
use http::{HeaderMap, Method};

use super::file::{self, End, Exchange, Failure, Reply};
use super::redact::Redactor;
use crate::secret::Secrets;
use crate::transport::{
    BoxFuture, Cause, HttpRequest, HttpResponse, REQUEST_ID, Sent, Transport,
    TransportError,
};

/// Takes a recording of what one or more transports carry; clones are the same.
///
/// Nothing is written before [`save`](Self::save), so that a test which fails leaves the recording that was there. See the
/// [module](super) for what is in it.
#[derive(Clone)]
pub struct Recorder(Arc<Inner>);

struct Inner {
    path: PathBuf,
    also: Vec<String>,
    exchanges: Mutex<Vec<Exchange>>,
    /// Passwords of what has been recorded.
    known: Mutex<Secrets>,
}

impl Recorder {
    /// Records into this file, which [`save`](Self::save) writes.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self::hiding(path, [""; 0])
    }

    /// The same, and hides the values of parameters and members with these names too, whatever their case.
    ///
    /// What belongs here are values that open something, such as an address that needs no signature:
    /// `Recorder::hiding(path, ["BackupPath"])`. The queries of presigned addresses are hidden anyway.
    pub fn hiding(
        path: impl Into<PathBuf>,
        names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(Arc::new(Inner {
            path: path.into(),
            also: names.into_iter().map(Into::into).collect(),
            exchanges: Mutex::default(),
            known: Mutex::default(),
        }))
    }

    /// A transport that carries everything by `inner`, and has it recorded.
    pub fn around<T: Transport>(&self, inner: T) -> RecordingTransport<T> {
        RecordingTransport { inner, recorder: self.clone() }
    }

    /// How many requests have been recorded so far, retries included.
    pub fn recorded(&self) -> usize {
        self.exchanges().len()
    }

    /// Writes the file, and the folder where there is none: the old recording stays until the new one is whole.
    ///
    /// Fails where the file cannot be written.
    pub fn save(&self) -> io::Result<()> {
        let text = file::write(&self.exchanges());
        file::replace(&self.0.path, &text)
    }

    fn exchanges(&self) -> MutexGuard<'_, Vec<Exchange>> {
        // Nothing can panic while it is locked.
        self.0.exchanges.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder")
            .field("path", &self.0.path)
            .field("recorded", &self.recorded())
            .finish_non_exhaustive()
    }
}

/// A transport whose requests and replies are recorded; made by [`Recorder::around`].
#[derive(Clone, Debug)]
pub struct RecordingTransport<T> {
    inner: T,
    recorder: Recorder,
}

impl<T: Transport> RecordingTransport<T> {
    async fn record(
        &self,
        request: HttpRequest,
    ) -> Result<HttpResponse, TransportError> {
        let redactor = {
            let Inner { also, known, .. } = &*self.recorder.0;
            // Nothing can panic while it is locked.
            let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
            Redactor::after(&request, also, &mut known)
        };
        let given_up = Failure {
            sent: Sent::MaybeSent,
            cause: Cause::Timeout,
            permanent: false,
            request_id: None,
            message: "it was given up when this was recorded".to_owned(),
        };
        let exchange = Exchange {
            request: redactor.parameters(&request),
            // Stays where the client drops this future because time is up.
            end: End::Failure(given_up),
        };
        // The place is taken now: requests stand in the order in which they were made.
        let index = {
            let mut exchanges = self.recorder.exchanges();
            exchanges.push(exchange);
            exchanges.len() - 1
        };
        let result = self.inner.send(request).await;
        let end = match &result {
            Ok(response) => End::Reply(reply(response, &redactor)),
            Err(error) => End::Failure(failure(error, &redactor)),
        };
        if let Some(exchange) = self.recorder.exchanges().get_mut(index) {
            exchange.end = end;
        }
        result
    }
}

impl<T: Transport> Transport for RecordingTransport<T> {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        // A `GET` asks for credentials, of which there is nothing to be seen.
        if request.method == Method::POST {
            Box::pin(self.record(request))
        } else {
            self.inner.send(request)
        }
    }
}

fn reply(response: &HttpResponse, redactor: &Redactor<'_>) -> Reply {
    let header = |headers: &HeaderMap, name| {
        let value = headers.get(name)?.to_str().ok()?;
        Some(redactor.sentence(value))
    };
    Reply {
        status: response.status,
        request_id: header(&response.headers, REQUEST_ID),
        retry_after: header(&response.headers, RETRY_AFTER.as_str()),
        body: redactor.body(&response.body),
    }
}

fn failure(error: &TransportError, redactor: &Redactor<'_>) -> Failure {
    let mut message = error.source.to_string();
    let mut cause = error.source.source();
    while let Some(error) = cause {
        message.push_str(&format!(": {error}"));
        cause = error.source();
    }
    Failure {
        sent: error.sent(),
        cause: error.cause(),
        permanent: error.is_permanent(),
        request_id: error.request_id().map(|id| redactor.sentence(id)),
        message: redactor.sentence(&message),
    }
}

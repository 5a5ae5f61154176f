//! Recorder of requests and responses.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::Method;
use http::header::{HeaderValue, RETRY_AFTER};

use super::file::{self, Exchange};
use super::redact::Redactor;
use crate::secret::Secrets;
use crate::transport::{
    BoxFuture, HttpRequest, HttpResponse, REQUEST_ID, StreamedResponse, Transport, TransportError,
    root_cause,
};

/// Recorder of one or more transports. Clones share their state.
///
/// Only [`save`](Self::save) writes the file, so a test that fails keeps the old recording. See the
/// [module](super) for the contents.
#[derive(Clone)]
pub struct Recorder(Arc<Inner>);

struct Inner {
    path: PathBuf,
    also: Vec<String>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    exchanges: Vec<Exchange>,
    /// Secrets of earlier requests.
    known: Secrets,
}

impl Recorder {
    /// Makes a recorder for this file, which [`save`](Self::save) writes.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self::hiding(path, [""; 0])
    }

    /// Makes a recorder that also hides parameters and fields with these names, in upper or lower
    /// case.
    ///
    /// Use it for values such as an address without a signature: `Recorder::hiding(path,
    /// ["BackupPath"])`. The queries of presigned addresses are always hidden.
    pub fn hiding(
        path: impl Into<PathBuf>,
        names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self(Arc::new(Inner {
            path: path.into(),
            also: names.into_iter().map(Into::into).collect(),
            state: Mutex::default(),
        }))
    }

    /// Wraps a transport to record its requests.
    pub fn around<T: Transport>(&self, inner: T) -> impl Transport + use<T> {
        RecordingTransport { inner, recorder: self.clone() }
    }

    /// Returns the number of recorded requests so far, with retries.
    pub fn recorded(&self) -> usize {
        self.state().exchanges.len()
    }

    /// Writes the file, and its folder if it is missing. The old recording stays until the new one
    /// is complete.
    pub fn save(&self) -> io::Result<()> {
        let text = file::write(&self.state().exchanges);
        file::replace(&self.0.path, &text)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
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

/// Transport whose requests and responses are recorded.
#[derive(Debug)]
struct RecordingTransport<T> {
    inner: T,
    recorder: Recorder,
}

impl<T: Transport> RecordingTransport<T> {
    async fn record(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        // Its place is reserved now, to keep the order of the requests.
        let (redactor, index) = {
            let State { exchanges, known } = &mut *self.recorder.state();
            let redactor = Redactor::with_earlier(&request, &self.recorder.0.also, known);
            // It remains if the client drops this future.
            let dropped = TransportError::maybe_sent("dropped by the client during the recording");
            let request = redactor.parameters(&request);
            exchanges.push(Exchange { request, end: Err(dropped.timed_out()) });
            (redactor, exchanges.len() - 1)
        };
        let result = self.inner.send(request).await;
        let end = match &result {
            Ok(response) => Ok(redacted_response(response, &redactor)),
            Err(error) => Err(redacted_error(error, &redactor)),
        };
        if let Some(exchange) = self.recorder.state().exchanges.get_mut(index) {
            exchange.end = end;
        }
        result
    }
}

impl<T: Transport> Transport for RecordingTransport<T> {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        // A `GET` asks for credentials, which are secret.
        if request.method == Method::POST {
            Box::pin(self.record(request))
        } else {
            self.inner.send(request)
        }
    }

    /// Downloads are not recorded: they are data, and may be long.
    fn download(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<StreamedResponse, TransportError>> {
        self.inner.download(request)
    }
}

/// Copies a response, with the headers that the client reads.
fn redacted_response(response: &HttpResponse, redactor: &Redactor<'_>) -> HttpResponse {
    let mut kept = HttpResponse::new(response.status, redactor.body(&response.body));
    for name in [REQUEST_ID, RETRY_AFTER] {
        let text = response.headers.get(&name).and_then(|value| value.to_str().ok());
        let value = text.and_then(|text| redactor.sentence(text).parse().ok());
        kept.headers.extend(value.map(|value: HeaderValue| (name, value)));
    }
    kept
}

fn redacted_error(error: &TransportError, redactor: &Redactor<'_>) -> TransportError {
    TransportError {
        sent: error.sent,
        cause: error.cause,
        permanent: error.permanent,
        request_id: error.request_id().map(|id| redactor.sentence(id)),
        message: None,
        source: redactor.sentence(&root_cause(&*error.source).to_string()).into(),
    }
}

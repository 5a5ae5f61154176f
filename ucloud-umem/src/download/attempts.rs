//! Attempts of a download: each continues where the one before ended.

use std::sync::Arc;

use futures_util::StreamExt as _;
use http::header::{
    ACCEPT_ENCODING, HeaderMap, HeaderValue, IF_RANGE, LOCATION, RANGE, USER_AGENT,
};
use http::{StatusCode, Uri};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tokio::time::Instant;

use super::entity::Entity;
use super::sink::Sink;
use super::{DownloadProgress, Limits, OnProgress};
use crate::PresignedUrl;
use crate::call::{Failed, RetryClass, Shared, earlier, end_of, no_response, within};
use crate::error::{Error, ErrorKind, NoRetry, Outcome, Result};
use crate::presigned::secret_values;
use crate::request::Effect;
use crate::secret::Secrets;
use crate::transport::{BodyStream, HttpRequest, StreamedResponse, check_address};

/// Characters that a server may leave unescaped in an address, although a URL cannot have them.
const UNESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'\\')
    .add(b'^')
    .add(b'{')
    .add(b'|')
    .add(b'}');

const TRANSIENT: RetryClass = RetryClass::Transient { retry_after: None };

/// Part of a file that is there already.
#[derive(Default)]
pub(super) struct Known {
    pub(super) entity: Entity,
    /// Length of the part.
    pub(super) position: u64,
}

/// Attempts of one download.
pub(super) struct Attempts<'a> {
    shared: Arc<Shared>,
    uri: Uri,
    secrets: Secrets,
    limits: Limits,
    deadline: Option<Instant>,
    on_progress: OnProgress,
    sink: &'a mut dyn Sink,
    /// File on the server, as far as it is known.
    entity: Entity,
    /// Bytes that the sink has.
    position: u64,
}

impl<'a> Attempts<'a> {
    pub(super) fn new(
        shared: Arc<Shared>,
        address: &PresignedUrl,
        limits: Limits,
        on_progress: OnProgress,
        sink: &'a mut dyn Sink,
        known: Known,
    ) -> Result<Self> {
        let secrets = secret_values(address.reveal()).map(str::as_bytes);
        Ok(Self {
            shared,
            uri: parse(address)?,
            secrets: Secrets::from_escaped(secrets),
            limits,
            deadline: end_of(Instant::now(), limits.deadline),
            on_progress,
            sink,
            entity: known.entity,
            position: known.position,
        })
    }

    /// Downloads, and returns the length of the file.
    ///
    /// An attempt that brings bytes beyond those of all attempts before does not count as failed.
    pub(super) async fn run(mut self) -> Result<u64> {
        let (mut farthest, mut attempts, mut failed) = (self.position, 0, 0);
        loop {
            attempts += 1;
            let Err((class, error)) = self.attempt().await else { return Ok(self.position) };
            failed = if self.position > farthest { 1 } else { failed + 1 };
            farthest = farthest.max(self.position);
            let host = self.uri.authority().map_or("", |authority| authority.as_str());
            let error = error.with_prefix(&format!("download from {host}"));
            let error = error.with_attempts(attempts);
            if !class.may_repeat(Effect::Read) {
                return Err(error);
            }
            let error = error.with_retryable(true);
            if failed >= self.shared.max_attempts {
                return Err(error.with_no_retry(Some(NoRetry::MaxAttempts)));
            }
            let pause = class.pause(failed, fastrand::f64());
            if self.deadline.is_some_and(|deadline| Instant::now() + pause >= deadline) {
                return Err(error.with_no_retry(Some(NoRetry::Deadline)));
            }
            tracing::debug!(position = self.position, error = %error, retry_in = ?pause, "download interrupted");
            tokio::time::sleep(pause).await;
        }
    }

    async fn attempt(&mut self) -> Result<(), Failed> {
        if self.position > 0 && self.entity.validator.is_none() {
            self.restart("the server gives no strong ETag or Last-Modified").await?;
        }
        let request = HttpRequest::get(self.uri.clone(), self.headers(), usize::MAX);
        let transport = Arc::clone(&self.shared.transport);
        let response = match within(self.limit(), transport.download(request)).await {
            Some(Ok(response)) => response,
            Some(Err(error)) => return Err(no_response(error, &self.secrets)),
            None => return Err(self.late()),
        };
        let StreamedResponse { status, headers, body, .. } = response;
        let start = self.accept(status, &headers).await?;
        if start == 0 {
            self.sink.begin(&self.entity).await.map_err(stop)?;
        }
        self.read(body, start).await
    }

    fn headers(&self) -> HeaderMap {
        // Nothing else of the client's headers, which are for the service alone.
        let mut headers = HeaderMap::new();
        if let Some(user_agent) = self.shared.headers.get(USER_AGENT) {
            headers.insert(USER_AGENT, user_agent.clone());
        }
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        let validator = self.entity.validator.as_ref().filter(|_| self.position > 0);
        let range = HeaderValue::try_from(format!("bytes={}-", self.position));
        if let (Some(Ok(validator)), Ok(range)) = (validator.map(HeaderValue::try_from), range) {
            headers.insert(RANGE, range);
            headers.insert(IF_RANGE, validator);
        }
        headers
    }

    /// Looks at status and headers, and returns where in the file the body begins.
    async fn accept(&mut self, status: StatusCode, headers: &HeaderMap) -> Result<u64, Failed> {
        match status {
            StatusCode::OK => {
                let whole = Entity::of_whole(headers);
                // Bytes that the sink has are skipped. There are none without a validator.
                if self.position > 0 && self.entity != whole {
                    self.restart("the server starts again, perhaps with another file").await?;
                }
                self.entity = whole;
                Ok(0)
            }
            StatusCode::PARTIAL_CONTENT => match Entity::of_part(headers) {
                Some((start, part))
                    if start == self.position && self.entity.continues_with(&part) =>
                {
                    self.entity.length = self.entity.length.or(part.length);
                    Ok(start)
                }
                _ => {
                    self.restart("the server gives a part of another file").await?;
                    let problem = "invalid response: not the part that was asked for";
                    Err((TRANSIENT, Error::protocol(problem)))
                }
            },
            StatusCode::RANGE_NOT_SATISFIABLE if self.position > 0 => {
                self.restart("the server does not have that part").await?;
                let error = Error::new(ErrorKind::Http, Outcome::Refused, "part not available");
                Err((TRANSIENT, error.with_status(status)))
            }
            status => Err(refused(status, headers)),
        }
    }

    /// Reads the body, which begins here in the file, and writes what the sink does not have.
    async fn read(&mut self, mut body: BodyStream, start: u64) -> Result<(), Failed> {
        let mut at = start;
        loop {
            let mut piece = match within(self.limit(), body.next()).await {
                Some(Some(Ok(piece))) => piece,
                Some(Some(Err(error))) => return Err(no_response(error, &self.secrets)),
                Some(None) => return self.check_end(at),
                None => return Err(self.late()),
            };
            let end = at.saturating_add(piece.len() as u64);
            if self.entity.length.is_some_and(|length| end > length) {
                return Err(stop(Error::protocol("invalid response: longer than it says")));
            }
            let known = self.position.saturating_sub(at).min(piece.len() as u64);
            // It fits: it is at most the length of the piece.
            _ = piece.split_to(usize::try_from(known).unwrap_or(usize::MAX).min(piece.len()));
            at = end;
            if piece.is_empty() {
                continue;
            }
            match within(self.deadline, self.sink.write(piece)).await {
                Some(written) => written.map_err(stop)?,
                None => return Err(self.late()),
            }
            self.position = end;
            let total = self.entity.length;
            (self.on_progress)(&DownloadProgress { bytes: end, total });
        }
    }

    fn check_end(&self, at: u64) -> Result<(), Failed> {
        let is_short = self.entity.length.is_some_and(|length| at < length);
        if !is_short && at >= self.position {
            return Ok(());
        }
        let length = self.entity.length.unwrap_or(self.position);
        let problem = format!("connection ended after {at} of {length} bytes");
        Err((TRANSIENT, Error::new(ErrorKind::Connect, Outcome::Unknown, problem)))
    }

    /// Starts again, or fails if the sink cannot take its bytes back.
    async fn restart(&mut self, reason: &str) -> Result<(), Failed> {
        if !self.sink.rewind().await.map_err(stop)? {
            let problem = format!("cannot continue after {} bytes: {reason}", self.position);
            return Err(stop(Error::protocol(problem)));
        }
        self.entity = Entity::default();
        self.position = 0;
        Ok(())
    }

    /// Returns the time until which a byte has to arrive.
    fn limit(&self) -> Option<Instant> {
        let timeout = self.limits.read_timeout.unwrap_or(self.shared.attempt_timeout);
        earlier(end_of(Instant::now(), Some(timeout)), self.deadline)
    }

    fn late(&self) -> Failed {
        let problem = if self.deadline.is_some_and(|deadline| deadline <= Instant::now()) {
            format!("not complete within the allowed time: {} bytes", self.position)
        } else {
            format!("no byte within the allowed time, after {} bytes", self.position)
        };
        (TRANSIENT, Error::new(ErrorKind::Timeout, Outcome::Unknown, problem))
    }
}

/// Makes the failure of an attempt that would fail again.
fn stop(error: Error) -> Failed {
    (RetryClass::Final, error)
}

/// Makes the failure of a response without the file. Its body is not shown: storage
/// services repeat the signature in it.
fn refused(status: StatusCode, headers: &HeaderMap) -> Failed {
    let class = RetryClass::of_status(status, headers);
    let kind = match class {
        RetryClass::Throttled { .. } => ErrorKind::Throttled,
        _ => ErrorKind::Http,
    };
    let problem = match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => "file not found",
        _ if status.is_redirection() && headers.contains_key(LOCATION) => "redirect not followed",
        _ if status.is_server_error() => "server error",
        _ if status.is_client_error() => "refused",
        _ => "unexpected HTTP status",
    };
    let error = Error::new(kind, Outcome::Refused, problem).with_status(status);
    let error = match status {
        StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => {
            error.with_advice("the address may have expired: request a new one".to_owned())
        }
        _ => error,
    };
    (class, error)
}

/// Parses an address. Errors do not show it.
fn parse(address: &PresignedUrl) -> Result<Uri> {
    let invalid = |problem| Error::invalid_request(format!("invalid download address: {problem}"));
    let expected = "expected e.g. http://bucket.cn-bj.ufileos.com/file?Signature=...";
    let escaped = utf8_percent_encode(address.reveal(), UNESCAPED).to_string();
    let uri: Uri = escaped.parse().map_err(|_| invalid(expected))?;
    check_address(&uri).map_err(invalid)?;
    Ok(uri)
}

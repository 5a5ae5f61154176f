//! Answering from a recording.

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::header::{HeaderName, HeaderValue, RETRY_AFTER};

use super::file::{self, Body, End, Exchange, Failure, Parameters, Reply};
use super::redact::Redactor;
use crate::error::{Error, Result};
use crate::secret::HIDDEN;
use crate::transport::form;
use crate::transport::{
    BoxFuture, HttpRequest, HttpResponse, REQUEST_ID, Transport, TransportError,
};

/// Answers from a recording, without a network; clones are the same.
///
/// A request is answered by the first recorded one that has the same parameters and was not asked for yet; a hidden value
/// is like any. A request without such a one is an error of kind
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) that says what differs, and is not retried.
#[derive(Clone)]
pub struct Replay(Arc<Mutex<Vec<Recorded>>>);

struct Recorded {
    exchange: Exchange,
    used: bool,
}

impl Replay {
    /// Reads the recording in this file.
    ///
    /// Fails with kind [`Config`](crate::ErrorKind::Config) where there is none, or a damaged one, or one of a version
    /// that this crate does not know.
    pub fn load(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let broken = |problem: String| {
            Error::config(format!("the recording {}: {problem}", path.display()))
        };
        let text = fs::read_to_string(path).map_err(|error| {
            broken("it cannot be read".to_owned()).with_source(error)
        })?;
        file::read(&text).map(Self::of).map_err(broken)
    }

    /// Reads a recording from text, such as that of `include_str!`; fails like [`load`](Self::load).
    pub fn from_json(text: &str) -> Result<Self> {
        let broken = |problem| Error::config(format!("the recording: {problem}"));
        file::read(text).map(Self::of).map_err(broken)
    }

    fn of(exchanges: Vec<Exchange>) -> Self {
        let unused = |exchange| Recorded { exchange, used: false };
        Self(Arc::new(Mutex::new(exchanges.into_iter().map(unused).collect())))
    }

    /// What was recorded and has not been asked for, a line per request, in the recording's order.
    pub fn unused(&self) -> Vec<String> {
        let recorded = self.recorded();
        let unused = recorded.iter().filter(|recorded| !recorded.used);
        unused.map(|recorded| line(&recorded.exchange.request)).collect()
    }

    /// Fails with kind [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where something that was recorded has not been
    /// asked for: the program does less than it did.
    pub fn finish(&self) -> Result<()> {
        let unused = self.unused();
        match unused.first() {
            None => Ok(()),
            Some(first) => Err(Error::invalid_request(format!(
                "{} of {} recorded requests were not made, the first of them {first}",
                unused.len(),
                self.recorded().len()
            ))),
        }
    }

    fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError> {
        let asked: Parameters = form::pairs(&request.body)
            .map(|pair| (pair.name.into_owned(), pair.value.into_owned()))
            .collect();
        // What a message may show of it.
        let shown = Redactor::of(request, &[]).parameters(request);
        let mut recorded = self.recorded();
        let found = recorded.iter_mut().find(|recorded| {
            let recorded_one = &recorded.exchange.request;
            !recorded.used && differences(recorded_one, &asked, &shown).is_empty()
        });
        match found {
            Some(recorded) => {
                recorded.used = true;
                answer(&recorded.exchange.end)
            }
            None => {
                Err(TransportError::unanswered(unanswered(&recorded, &asked, &shown)))
            }
        }
    }

    fn recorded(&self) -> MutexGuard<'_, Vec<Recorded>> {
        // Nothing can panic while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let recorded = self.recorded();
        let used = recorded.iter().filter(|recorded| recorded.used).count();
        f.debug_struct("Replay")
            .field("recorded", &recorded.len())
            .field("used", &used)
            .finish_non_exhaustive()
    }
}

impl Transport for Replay {
    fn send(
        &self,
        request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(std::future::ready(self.answer(&request)))
    }
}

/// A request on one line.
fn line(request: &Parameters) -> String {
    let action = request.get("Action").map_or("", |action| action);
    let others = request.iter().filter(|(name, _)| *name != "Action");
    let others: Vec<_> =
        others.map(|(name, value)| format!("{name}=\"{value}\"")).collect();
    format!("{action} {}", others.join(" ")).trim_end().to_owned()
}

/// Each parameter that differs, and how.
fn differences(
    recorded: &Parameters,
    asked: &Parameters,
    shown: &Parameters,
) -> Vec<String> {
    let names =
        recorded.keys().chain(shown.keys().filter(|n| !recorded.contains_key(*n)));
    names
        .filter_map(|name| {
            match (recorded.get(name), asked.get(name), shown.get(name)) {
                // What was hidden is like any value.
                (Some(old), Some(_), _) if old == HIDDEN => None,
                (Some(old), Some(new), _) if old == new => None,
                (Some(old), Some(_), Some(new)) => {
                    Some(format!("{name} is \"{new}\" and was recorded as \"{old}\""))
                }
                (Some(old), ..) => {
                    Some(format!("{name} is not there and was recorded as \"{old}\""))
                }
                (None, _, Some(new)) => {
                    Some(format!("{name} is \"{new}\" and was recorded without"))
                }
                (None, _, None) => None,
            }
        })
        .collect()
}

/// Says why there is no answer.
fn unanswered(recorded: &[Recorded], asked: &Parameters, shown: &Parameters) -> String {
    let action = asked.get("Action");
    let same = recorded
        .iter()
        .enumerate()
        .filter(|(_, recorded)| recorded.exchange.request.get("Action") == action);
    let nearest = same
        .map(|(index, recorded)| {
            (index, differences(&recorded.exchange.request, asked, shown))
        })
        .min_by_key(|(_, differences)| differences.len());
    match nearest {
        None => {
            let mut actions: Vec<_> =
                recorded.iter().map(|recorded| recorded.exchange.action()).collect();
            actions.sort_unstable();
            actions.dedup();
            format!(
                "the recording has no call of this action, but of {}",
                if actions.is_empty() { "none".to_owned() } else { actions.join(", ") }
            )
        }
        Some((_, differences)) if differences.is_empty() => {
            let times = recorded.iter().filter(|recorded| {
                let request = &recorded.exchange.request;
                self::differences(request, asked, shown).is_empty()
            });
            format!(
                "this request was recorded {} times and is made once more",
                times.count()
            )
        }
        Some((index, differences)) => format!(
            "the recording does not have this request; the nearest is exchange {} of it: {}",
            index + 1,
            differences.join("; ")
        ),
    }
}

fn answer(end: &End) -> Result<HttpResponse, TransportError> {
    match end {
        End::Reply(Reply { status, request_id, retry_after, body }) => {
            let body = match body {
                Body::Json(text) | Body::Text(text) => text.clone().into_bytes(),
                Body::Bytes(bytes) => bytes.clone(),
            };
            let mut response = HttpResponse::new(*status, body);
            for (name, value) in [
                (HeaderName::from_static(REQUEST_ID), request_id),
                (RETRY_AFTER, retry_after),
            ] {
                // What no header can hold was written by hand, and is left out.
                let value = value.as_ref().map(HeaderValue::try_from);
                if let Some(Ok(value)) = value {
                    response.headers.insert(name, value);
                }
            }
            Ok(response)
        }
        End::Failure(Failure { sent, cause, permanent, request_id, message }) => {
            Err(TransportError {
                sent: *sent,
                cause: *cause,
                permanent: *permanent,
                request_id: request_id.clone(),
                message: None,
                source: message.clone().into(),
            })
        }
    }
}

//! Replay of a recording.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::file::{self, Exchange, Parameters};
use super::redact::Redactor;
use crate::error::{Error, Result};
use crate::secret::HIDDEN;
use crate::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError, form};

/// Transport that replays a recording, without a network. Clones share their state.
///
/// A request gets the response of the first unused recorded request with the same parameters; `***`
/// equals any value. Without one it fails with kind
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest), an error that names the differences,
/// and is not retried.
#[derive(Clone)]
pub struct Replay(Arc<Mutex<Vec<Recorded>>>);

struct Recorded {
    exchange: Exchange,
    used: bool,
}

impl Replay {
    /// Reads a recording.
    ///
    /// Fails with kind [`Config`](crate::ErrorKind::Config) if the file is missing or damaged, or
    /// has an unknown version.
    pub fn load(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let broken = |problem: String| {
            Error::config(format!("invalid recording {}: {problem}", path.display()))
        };
        let text = fs::read_to_string(path)
            .map_err(|error| broken("unreadable file".to_owned()).with_source(error))?;
        file::read(&text).map(Self::new).map_err(broken)
    }

    /// Reads a recording from text, for example with `include_str!`. Fails like
    /// [`load`](Self::load).
    pub fn from_json(text: &str) -> Result<Self> {
        let broken = |problem| Error::config(format!("invalid recording: {problem}"));
        file::read(text).map(Self::new).map_err(broken)
    }

    fn new(exchanges: Vec<Exchange>) -> Self {
        let unused = |exchange| Recorded { exchange, used: false };
        Self(Arc::new(Mutex::new(exchanges.into_iter().map(unused).collect())))
    }

    /// Returns the recorded requests that were not made, one line each, in their order.
    pub fn unused(&self) -> Vec<String> {
        let recorded = self.recorded();
        let unused = recorded.iter().filter(|recorded| !recorded.used);
        unused.map(|recorded| line(&recorded.exchange.request)).collect()
    }

    /// Fails with kind [`InvalidRequest`](crate::ErrorKind::InvalidRequest) if a recorded request
    /// was not made.
    pub fn finish(&self) -> Result<()> {
        let unused = self.unused();
        match unused.first() {
            None => Ok(()),
            Some(first) => Err(Error::invalid_request(format!(
                "{} of {} recorded requests not made, the first of them {first}",
                unused.len(),
                self.recorded().len()
            ))),
        }
    }

    fn respond(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError> {
        let asked: Parameters = form::pairs(&request.body)
            .map(|pair| (pair.name.into_owned(), pair.value.into_owned()))
            .collect();
        // Parameters that errors can show.
        let shown = Redactor::new(request, &[]).parameters(request);
        let mut recorded = self.recorded();
        let found = recorded.iter_mut().find(|recorded| {
            let recorded_one = &recorded.exchange.request;
            !recorded.used && differences(recorded_one, &asked, &shown).is_empty()
        });
        match found {
            Some(recorded) => {
                recorded.used = true;
                match &recorded.exchange.end {
                    Ok(response) => Ok(response.clone()),
                    Err(error) => Err(TransportError {
                        request_id: error.request_id.clone(),
                        message: None,
                        source: error.source.to_string().into(),
                        ..*error
                    }),
                }
            }
            None => Err(TransportError::unanswered(not_recorded(&recorded, &asked, &shown))),
        }
    }

    fn recorded(&self) -> MutexGuard<'_, Vec<Recorded>> {
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
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(std::future::ready(self.respond(&request)))
    }
}

/// Writes a request on one line.
fn line(request: &Parameters) -> String {
    let action = request.get("Action").map_or("", |action| action);
    let others = request.iter().filter(|(name, _)| *name != "Action");
    let others: Vec<_> = others.map(|(name, value)| format!("{name}=\"{value}\"")).collect();
    format!("{action} {}", others.join(" ")).trim_end().to_owned()
}

/// Returns the differences between the parameters of two requests.
fn differences(recorded: &Parameters, asked: &Parameters, shown: &Parameters) -> Vec<String> {
    let names = recorded.keys().chain(shown.keys().filter(|n| !recorded.contains_key(*n)));
    names
        .filter_map(|name| {
            match (recorded.get(name), asked.get(name), shown.get(name)) {
                // A hidden value equals any value.
                (Some(old), Some(_), _) if old == HIDDEN => None,
                (Some(old), Some(new), _) if old == new => None,
                (Some(old), Some(_), Some(new)) => {
                    Some(format!("{name} is \"{new}\" and was recorded as \"{old}\""))
                }
                (Some(old), ..) => Some(format!("{name} is missing and was recorded as \"{old}\"")),
                (None, _, Some(new)) => {
                    Some(format!("{name} is \"{new}\" and was recorded without"))
                }
                (None, _, None) => None,
            }
        })
        .collect()
}

/// Makes the error of a request that was not recorded.
fn not_recorded(recorded: &[Recorded], asked: &Parameters, shown: &Parameters) -> String {
    let requests = || recorded.iter().map(|recorded| &recorded.exchange.request).enumerate();
    let all = requests().filter(|(_, request)| request.get("Action") == asked.get("Action"));
    let all: Vec<_> =
        all.map(|(index, request)| (index, differences(request, asked, shown))).collect();
    let equal = all.iter().filter(|(_, differences)| differences.is_empty()).count();
    match all.iter().min_by_key(|(_, differences)| differences.len()) {
        None => {
            let actions = recorded.iter().map(|recorded| recorded.exchange.action());
            let actions: Vec<_> = actions.collect::<BTreeSet<_>>().into_iter().collect();
            let actions = if actions.is_empty() { "none".to_owned() } else { actions.join(", ") };
            format!("no call of this action in the recording, which has {actions}")
        }
        Some(_) if equal > 0 => {
            format!("more requests than recorded: this one was recorded {equal} times")
        }
        Some((index, differences)) => format!(
            "no such request in the recording; the nearest is exchange {}: {}",
            index + 1,
            differences.join("; ")
        ),
    }
}

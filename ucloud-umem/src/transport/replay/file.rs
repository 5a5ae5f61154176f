//! Recording as a file: JSON in a fixed order, to be checked in and read by people.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::transport::{Cause, HttpResponse, Sent, TransportError};

/// Version that is written and read.
const VERSION: u64 = 1;

/// Parameters of a request, without keys, token and signature.
pub(super) type Parameters = BTreeMap<String, String>;

/// Request and its end.
#[derive(Debug)]
pub(super) struct Exchange {
    pub(super) request: Parameters,
    pub(super) end: Result<HttpResponse, TransportError>,
}

impl Exchange {
    /// Returns the action.
    pub(super) fn action(&self) -> &str {
        self.request.get("Action").map_or("", |action| action)
    }
}

const CAUSES: [(&str, Cause); 4] = [
    ("connection", Cause::Connection),
    ("timeout", Cause::Timeout),
    ("malformed", Cause::Malformed),
    ("unanswered", Cause::Unanswered),
];

/// Writes a recording, with a line for each member of an exchange.
pub(super) fn write(exchanges: &[Exchange]) -> String {
    let exchanges = exchanges.iter().map(|exchange| {
        let members = members(exchange).into_iter();
        let lines = members.map(|(name, value)| format!("      \"{name}\": {value}"));
        format!("    {{\n{}\n    }}", lines.collect::<Vec<_>>().join(",\n"))
    });
    let exchanges = exchanges.collect::<Vec<_>>().join(",\n");
    format!("{{\n  \"version\": {VERSION},\n  \"exchanges\": [\n{exchanges}\n  ]\n}}\n")
}

fn members(exchange: &Exchange) -> Vec<(&'static str, String)> {
    let mut members = vec![("request", object(&exchange.request))];
    match &exchange.end {
        Ok(response) => {
            members.push(("status", response.status.as_u16().to_string()));
            if !response.headers.is_empty() {
                let headers = response.headers.iter();
                let headers = headers.map(|(name, value)| (name, value.to_str().unwrap_or("")));
                members.push(("headers", object(headers)));
            }
            members.push(body(&response.body));
        }
        Err(error) => {
            let cause = CAUSES.iter().find(|(_, cause)| *cause == error.cause);
            members.extend([
                ("failure", json(error.source.to_string())),
                ("cause", json(cause.map_or("", |(word, _)| *word))),
                ("may_be_sent", json(error.sent == Sent::MaybeSent)),
                ("permanent", json(error.permanent)),
            ]);
            members.extend(error.request_id.as_deref().map(|id| ("request_id", json(id))));
        }
    }
    members
}

/// Returns the most readable form of a body that keeps each of its bytes.
fn body(body: &[u8]) -> (&'static str, String) {
    match std::str::from_utf8(body) {
        Ok(text) if text.trim_ascii() == text && serde_json::from_str::<Value>(text).is_ok() => {
            ("json", text.to_owned())
        }
        Ok(text) => ("text", json(text)),
        Err(_) => ("base64", json(BASE64.encode(body))),
    }
}

fn json(value: impl Into<Value>) -> String {
    value.into().to_string()
}

fn object<N: ToString, V: ToString>(members: impl IntoIterator<Item = (N, V)>) -> String {
    let members = members.into_iter();
    json(members.map(|(name, value)| (name.to_string(), value.to_string())).collect::<Value>())
}

/// Replaces a file, completely or not at all.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{:x}.tmp", fastrand::u64(..)));
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // A temporary file that stays does no harm.
        _ = fs::remove_file(&beside);
    }
    written
}

/// Reads a recording.
pub(super) fn read(text: &str) -> Result<Vec<Exchange>, String> {
    let file = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut file = Members(file);
    let version: u64 = file.required("version", "a whole number")?;
    if version != VERSION {
        return Err(format!("version {version}, expected {VERSION}: record it again"));
    }
    let exchanges: Vec<_> = file.required("exchanges", "a list of objects")?;
    file.finish()?;
    let exchanges = exchanges.into_iter().enumerate();
    let read = exchanges.map(|(index, members)| {
        let exchange = read_exchange(Members(members));
        exchange.map_err(|problem| format!("exchange {}: {problem}", index + 1))
    });
    read.collect()
}

fn read_exchange(mut members: Members<'_>) -> Result<Exchange, String> {
    let request = members.required("request", "an object of texts")?;
    let end = match members.optional("status", "a number")? {
        Some(status) => Ok(read_response(status, &mut members)?),
        None => Err(read_failure(&mut members)?),
    };
    members.finish()?;
    Ok(Exchange { request, end })
}

fn read_response(status: u16, members: &mut Members<'_>) -> Result<HttpResponse, String> {
    let status = StatusCode::from_u16(status)
        .map_err(|_| format!("invalid `status` {status}: expected an HTTP status"))?;
    let headers: HashMap<String, String> =
        members.optional("headers", "an object of texts")?.unwrap_or_default();
    let headers =
        HeaderMap::try_from(&headers).map_err(|error| format!("invalid `headers`: {error}"))?;
    let json = members.optional::<&RawValue>("json", "JSON")?;
    let body = match (json, members.optional::<String>("text", "text")?) {
        (Some(json), _) => json.get().as_bytes().to_vec(),
        (None, Some(text)) => text.into_bytes(),
        (None, None) => {
            let encoded = members.optional::<String>("base64", "text")?;
            let encoded = encoded.ok_or("missing `json`, `text` or `base64`")?;
            BASE64.decode(encoded).map_err(|error| format!("invalid `base64`: {error}"))?
        }
    };
    Ok(HttpResponse { headers, ..HttpResponse::new(status, body) })
}

fn read_failure(members: &mut Members<'_>) -> Result<TransportError, String> {
    let message: String = members
        .optional("failure", "text")?
        .ok_or("missing `status` of a response, or `failure`")?;
    let cause: String = members.required("cause", "text")?;
    let known = CAUSES.iter().find(|(word, _)| *word == cause);
    let cause = known.map(|(_, cause)| *cause).ok_or_else(|| {
        let words = CAUSES.map(|(word, _)| word).join(", ");
        format!("invalid `cause` \"{cause}\": expected one of {words}")
    })?;
    let may_be_sent = members.required("may_be_sent", "true or false")?;
    Ok(TransportError {
        sent: if may_be_sent { Sent::MaybeSent } else { Sent::NotSent },
        cause,
        permanent: members.required("permanent", "true or false")?,
        request_id: members.optional("request_id", "text")?,
        message: None,
        source: message.into(),
    })
}

/// Members of an object that are not read yet.
struct Members<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Members<'a> {
    fn optional<T: Deserialize<'a>>(
        &mut self,
        name: &str,
        expected: &str,
    ) -> Result<Option<T>, String> {
        let value = self.0.remove(name).map(|value| serde_json::from_str(value.get()));
        value.transpose().map_err(|_| format!("invalid `{name}`: expected {expected}"))
    }

    fn required<T: Deserialize<'a>>(&mut self, name: &str, expected: &str) -> Result<T, String> {
        self.optional(name, expected)?.ok_or_else(|| format!("missing `{name}`"))
    }

    /// Fails if a member is left.
    fn finish(self) -> Result<(), String> {
        match self.0.into_keys().next() {
            None => Ok(()),
            Some(name) => Err(format!("unknown member `{name}`: remove it")),
        }
    }
}

//! Recording as a file: JSON in a fixed order, to be checked in and read by people.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::StatusCode;
use serde_json::value::RawValue;

use super::json_text::{compact, spread};
use crate::transport::{Cause, Sent};

/// Version that is written and read.
const VERSION: u64 = 1;

/// Parameters of a request, without keys, token and signature.
pub(super) type Parameters = BTreeMap<String, String>;

/// Request and its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exchange {
    pub(super) request: Parameters,
    pub(super) end: End,
}

impl Exchange {
    /// Returns the action.
    pub(super) fn action(&self) -> &str {
        self.request.get("Action").map_or("", |action| action)
    }
}

/// End of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    Response(Response),
    Failure(Failure),
}

/// Response, with the headers that the client reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) status: StatusCode,
    pub(super) request_id: Option<String>,
    pub(super) retry_after: Option<String>,
    pub(super) body: Body,
}

/// Body, in its most readable form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// JSON without space between its pieces.
    Json(String),
    Text(String),
    /// Binary data.
    Bytes(Vec<u8>),
}

/// Failure without a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) sent: Sent,
    pub(super) cause: Cause,
    pub(super) permanent: bool,
    pub(super) request_id: Option<String>,
    pub(super) message: String,
}

const SENT: [(&str, Sent); 2] = [("no", Sent::NotSent), ("maybe", Sent::MaybeSent)];

const CAUSES: [(&str, Cause); 4] = [
    ("connection", Cause::Connection),
    ("timeout", Cause::Timeout),
    ("malformed", Cause::Malformed),
    ("unanswered", Cause::Unanswered),
];

/// Writes a recording.
///
/// Without serde, because a map would change the order, and JSON inside would be on one line.
pub(super) fn write(exchanges: &[Exchange]) -> String {
    let exchanges: Vec<_> = exchanges.iter().map(exchange_text).collect();
    let exchanges = format!("[{}]", exchanges.join(","));
    let file = object([("version", VERSION.to_string()), ("exchanges", exchanges)]);
    spread(&file, 0) + "\n"
}

fn exchange_text(exchange: &Exchange) -> String {
    let request = exchange.request.iter().map(|(name, value)| (&**name, quoted(value)));
    let end = match &exchange.end {
        End::Response(response) => {
            let mut members = vec![("status", response.status.as_u16().to_string())];
            let id = response.request_id.iter().map(|id| ("request_id", quoted(id)));
            let after = response.retry_after.iter().map(|at| ("retry_after", quoted(at)));
            members.extend(id.chain(after));
            members.push(match &response.body {
                Body::Json(text) => ("json", text.clone()),
                Body::Text(text) => ("text", quoted(text)),
                Body::Bytes(bytes) => ("base64", quoted(&BASE64.encode(bytes))),
            });
            ("response", object(members))
        }
        End::Failure(failure) => {
            let mut members = vec![
                ("sent", quoted(word(&SENT, failure.sent))),
                ("cause", quoted(word(&CAUSES, failure.cause))),
                ("permanent", failure.permanent.to_string()),
            ];
            members.extend(failure.request_id.iter().map(|id| ("request_id", quoted(id))));
            members.push(("message", quoted(&failure.message)));
            ("failure", object(members))
        }
    };
    object([("request", object(request)), end])
}

fn word<T: Copy + PartialEq>(words: &[(&'static str, T)], value: T) -> &'static str {
    words.iter().find(|(_, other)| *other == value).map_or("", |(word, _)| *word)
}

fn object<'a>(members: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let members = members.into_iter();
    let members: Vec<_> =
        members.map(|(name, value)| format!("{}:{value}", quoted(name))).collect();
    format!("{{{}}}", members.join(","))
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Replaces a file, completely or not at all.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    fs::create_dir_all(folder)?;
    let unique = format!(".{name}.{}-{:x}.tmp", std::process::id(), fastrand::u64(..));
    let beside = folder.join(unique);
    let written = (|| {
        let mut file = fs::File::create_new(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&beside, path)
    })();
    if written.is_err() {
        // A temporary file that stays does no harm.
        _ = fs::remove_file(&beside);
    }
    written
}

/// Reads a recording. Errors name the line.
pub(super) fn read(text: &str) -> Result<Vec<Exchange>, String> {
    let whole: &RawValue =
        serde_json::from_str(text).map_err(|error| format!("invalid JSON: {error}"))?;
    let file = Object::read(text, "the file", whole)?;
    let version = file.required("version")?;
    let number: u64 = version.read("a whole number")?;
    if number != VERSION {
        return Err(version.invalid(&format!("is {number}, expected {VERSION}: record it again")));
    }
    file.only(&["version", "exchanges"])?;
    let exchanges: Vec<&RawValue> = file.required("exchanges")?.read("a list")?;
    exchanges.into_iter().map(|exchange| read_exchange(text, exchange)).collect()
}

fn read_exchange(text: &str, exchange: &RawValue) -> Result<Exchange, String> {
    let exchange = Object::read(text, "an exchange", exchange)?;
    exchange.only(&["request", "response", "failure"])?;
    let request = exchange.required("request")?;
    let request = request.read("an object of texts")?;
    let end = match (exchange.optional("response"), exchange.optional("failure")) {
        (Some(response), None) => End::Response(read_response(text, &response)?),
        (None, Some(failure)) => End::Failure(read_failure(text, &failure)?),
        _ => return Err(exchange.invalid("needs either `response` or `failure`")),
    };
    Ok(Exchange { request, end })
}

fn read_response(text: &str, response: &Member<'_>) -> Result<Response, String> {
    let response = Object::read(text, "`response`", response.value)?;
    response.only(&["status", "request_id", "retry_after", "json", "text", "base64"])?;
    let status = response.required("status")?;
    let number: u16 = status.read("a number")?;
    let read_text = |name| response.optional(name).map(|it| it.read("text")).transpose();
    let bodies = ["json", "text", "base64"].map(|name| response.optional(name));
    let body = match bodies {
        [Some(json), None, None] => Body::Json(compact(json.value.get())),
        [None, Some(body), None] => Body::Text(body.read("text")?),
        [None, None, Some(body)] => {
            let encoded: String = body.read("text")?;
            let bytes = BASE64.decode(encoded);
            Body::Bytes(bytes.map_err(|error| body.invalid(&error.to_string()))?)
        }
        _ => return Err(response.invalid("needs one of `json`, `text` and `base64`")),
    };
    Ok(Response {
        status: StatusCode::from_u16(number)
            .map_err(|_| status.invalid(&format!("is {number}, expected an HTTP status")))?,
        request_id: read_text("request_id")?,
        retry_after: read_text("retry_after")?,
        body,
    })
}

fn read_failure(text: &str, failure: &Member<'_>) -> Result<Failure, String> {
    let failure = Object::read(text, "`failure`", failure.value)?;
    failure.only(&["sent", "cause", "permanent", "request_id", "message"])?;
    let request_id = failure.optional("request_id");
    Ok(Failure {
        sent: failure.required("sent")?.one_of(&SENT)?,
        cause: failure.required("cause")?.one_of(&CAUSES)?,
        permanent: failure.required("permanent")?.read("`true` or `false`")?,
        request_id: request_id.map(|id| id.read("text")).transpose()?,
        message: failure.required("message")?.read("text")?,
    })
}

/// Value of the file, and its name in errors.
struct Member<'a> {
    text: &'a str,
    name: String,
    value: &'a RawValue,
}

impl<'a> Member<'a> {
    fn invalid(&self, problem: &str) -> String {
        // The value is a part of the text.
        let start = self.value.get().as_ptr().addr() - self.text.as_ptr().addr();
        let line = self.text[..start].matches('\n').count() + 1;
        format!("line {line}: {} {problem}", self.name)
    }

    fn read<T: serde::Deserialize<'a>>(&self, expected: &str) -> Result<T, String> {
        serde_json::from_str(self.value.get())
            .map_err(|_| self.invalid(&format!("is not {expected}")))
    }

    fn one_of<T: Copy>(&self, words: &[(&'static str, T)]) -> Result<T, String> {
        let word: String = self.read("text")?;
        let found = words.iter().find(|(other, _)| *other == word);
        found.map(|(_, value)| *value).ok_or_else(|| {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.invalid(&format!("is \"{word}\", expected one of {}", known.join(", ")))
        })
    }
}

/// Object of the file.
struct Object<'a> {
    whole: Member<'a>,
    members: BTreeMap<String, &'a RawValue>,
}

impl<'a> Object<'a> {
    fn read(text: &'a str, name: &str, value: &'a RawValue) -> Result<Self, String> {
        let whole = Member { text, name: name.to_owned(), value };
        Ok(Self { members: whole.read("an object")?, whole })
    }

    fn optional(&self, name: &str) -> Option<Member<'a>> {
        let value = *self.members.get(name)?;
        Some(Member { text: self.whole.text, name: format!("`{name}`"), value })
    }

    fn required(&self, name: &str) -> Result<Member<'a>, String> {
        self.optional(name).ok_or_else(|| self.invalid(&format!("lacks `{name}`")))
    }

    fn only(&self, known: &[&str]) -> Result<(), String> {
        let unknown = self.members.keys().find(|name| !known.contains(&name.as_str()));
        unknown.map_or(Ok(()), |name| {
            Err(self.invalid(&format!("has `{name}`, expected one of {}", known.join(", "))))
        })
    }

    fn invalid(&self, problem: &str) -> String {
        self.whole.invalid(problem)
    }
}

//! A recording as a file: JSON in a fixed order, to be checked in and to be read by people.

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

/// What this version writes and reads.
const VERSION: u64 = 1;

/// The parameters of a request, without those that depend on who calls.
pub(super) type Parameters = BTreeMap<String, String>;

/// A request and what it came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exchange {
    pub(super) request: Parameters,
    pub(super) end: End,
}

impl Exchange {
    /// The action that was called.
    pub(super) fn action(&self) -> &str {
        self.request.get("Action").map_or("", |action| action)
    }
}

/// What a request came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    Reply(Reply),
    Failure(Failure),
}

/// A reply, with the headers that the client reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) request_id: Option<String>,
    pub(super) retry_after: Option<String>,
    pub(super) body: Body,
}

/// A body, as a person reads it best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// JSON without space between its pieces.
    Json(String),
    Text(String),
    /// What is no text.
    Bytes(Vec<u8>),
}

/// Why there is no reply.
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
/// By hand, because what a map or a derive would write has another order, and JSON in it on one line.
pub(super) fn write(exchanges: &[Exchange]) -> String {
    let exchanges: Vec<_> = exchanges.iter().map(exchange_text).collect();
    let exchanges = format!("[{}]", exchanges.join(","));
    let file = object([("version", VERSION.to_string()), ("exchanges", exchanges)]);
    spread(&file, 0) + "\n"
}

fn exchange_text(exchange: &Exchange) -> String {
    let request = exchange.request.iter().map(|(name, value)| (&**name, quoted(value)));
    let end = match &exchange.end {
        End::Reply(reply) => {
            let mut members = vec![("status", reply.status.as_u16().to_string())];
            let id = reply.request_id.iter().map(|id| ("request_id", quoted(id)));
            let after = reply.retry_after.iter().map(|at| ("retry_after", quoted(at)));
            members.extend(id.chain(after));
            members.push(match &reply.body {
                Body::Json(text) => ("json", text.clone()),
                Body::Text(text) => ("text", quoted(text)),
                Body::Bytes(bytes) => ("base64", quoted(&BASE64.encode(bytes))),
            });
            ("reply", object(members))
        }
        End::Failure(failure) => {
            let mut members = vec![
                ("sent", quoted(word(&SENT, failure.sent))),
                ("cause", quoted(word(&CAUSES, failure.cause))),
                ("permanent", failure.permanent.to_string()),
            ];
            members
                .extend(failure.request_id.iter().map(|id| ("request_id", quoted(id))));
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

/// Puts a text in the place of a file, whole or not at all.
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
        // What cannot be removed either does no harm.
        _ = fs::remove_file(&beside);
    }
    written
}

/// Reads a recording; the error says in which line what is wrong.
pub(super) fn read(text: &str) -> Result<Vec<Exchange>, String> {
    let whole: &RawValue =
        serde_json::from_str(text).map_err(|error| format!("it is no JSON: {error}"))?;
    let file = Object::of(text, "the file", whole)?;
    let version = file.required("version")?;
    let number: u64 = version.read("a whole number")?;
    if number != VERSION {
        return Err(version.wrong(&format!(
            "is {number}, and this crate reads version {VERSION}: record it again"
        )));
    }
    file.only(&["version", "exchanges"])?;
    let exchanges: Vec<&RawValue> = file.required("exchanges")?.read("a list")?;
    exchanges.into_iter().map(|exchange| read_exchange(text, exchange)).collect()
}

fn read_exchange(text: &str, exchange: &RawValue) -> Result<Exchange, String> {
    let exchange = Object::of(text, "an exchange", exchange)?;
    exchange.only(&["request", "reply", "failure"])?;
    let request = exchange.required("request")?;
    let request = request.read("an object of texts")?;
    let end = match (exchange.optional("reply"), exchange.optional("failure")) {
        (Some(reply), None) => End::Reply(read_reply(text, &reply)?),
        (None, Some(failure)) => End::Failure(read_failure(text, &failure)?),
        _ => return Err(exchange.wrong("needs a `reply` or a `failure`, and not both")),
    };
    Ok(Exchange { request, end })
}

fn read_reply(text: &str, reply: &Member<'_>) -> Result<Reply, String> {
    let reply = Object::of(text, "`reply`", reply.value)?;
    reply.only(&["status", "request_id", "retry_after", "json", "text", "base64"])?;
    let status = reply.required("status")?;
    let number: u16 = status.read("a number")?;
    let read_text = |name| reply.optional(name).map(|it| it.read("text")).transpose();
    let bodies = ["json", "text", "base64"].map(|name| reply.optional(name));
    let body = match bodies {
        [Some(json), None, None] => Body::Json(compact(json.value.get())),
        [None, Some(body), None] => Body::Text(body.read("text")?),
        [None, None, Some(body)] => {
            let encoded: String = body.read("text")?;
            let bytes = BASE64.decode(encoded);
            Body::Bytes(bytes.map_err(|error| body.wrong(&error.to_string()))?)
        }
        _ => return Err(reply.wrong("needs one of `json`, `text` and `base64`")),
    };
    Ok(Reply {
        status: StatusCode::from_u16(number)
            .map_err(|_| status.wrong(&format!("is {number}, which HTTP has not")))?,
        request_id: read_text("request_id")?,
        retry_after: read_text("retry_after")?,
        body,
    })
}

fn read_failure(text: &str, failure: &Member<'_>) -> Result<Failure, String> {
    let failure = Object::of(text, "`failure`", failure.value)?;
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

/// A value of the file, and what it is called in what is said of it.
struct Member<'a> {
    text: &'a str,
    name: String,
    value: &'a RawValue,
}

impl<'a> Member<'a> {
    fn wrong(&self, problem: &str) -> String {
        // It is a part of the text, so that it begins in one of its lines.
        let start = self.value.get().as_ptr().addr() - self.text.as_ptr().addr();
        let line = self.text[..start].matches('\n').count() + 1;
        format!("line {line}: {} {problem}", self.name)
    }

    fn read<T: serde::Deserialize<'a>>(&self, expected: &str) -> Result<T, String> {
        serde_json::from_str(self.value.get())
            .map_err(|_| self.wrong(&format!("is not {expected}")))
    }

    fn one_of<T: Copy>(&self, words: &[(&'static str, T)]) -> Result<T, String> {
        let word: String = self.read("text")?;
        let found = words.iter().find(|(other, _)| *other == word);
        found.map(|(_, value)| *value).ok_or_else(|| {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.wrong(&format!(
                "is \"{word}\": one of {} was expected",
                known.join(", ")
            ))
        })
    }
}

/// An object of the file.
struct Object<'a> {
    whole: Member<'a>,
    members: BTreeMap<String, &'a RawValue>,
}

impl<'a> Object<'a> {
    fn of(text: &'a str, name: &str, value: &'a RawValue) -> Result<Self, String> {
        let whole = Member { text, name: name.to_owned(), value };
        Ok(Self { members: whole.read("an object")?, whole })
    }

    fn optional(&self, name: &str) -> Option<Member<'a>> {
        let value = *self.members.get(name)?;
        Some(Member { text: self.whole.text, name: format!("`{name}`"), value })
    }

    fn required(&self, name: &str) -> Result<Member<'a>, String> {
        self.optional(name).ok_or_else(|| self.wrong(&format!("has no `{name}`")))
    }

    fn only(&self, known: &[&str]) -> Result<(), String> {
        let unknown = self.members.keys().find(|name| !known.contains(&name.as_str()));
        unknown.map_or(Ok(()), |name| {
            Err(self.wrong(&format!(
                "has `{name}`: one of {} was expected",
                known.join(", ")
            )))
        })
    }

    fn wrong(&self, problem: &str) -> String {
        self.whole.wrong(problem)
    }
}

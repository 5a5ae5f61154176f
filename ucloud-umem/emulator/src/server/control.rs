//! The control paths, `/_emulator/...`, for tests in any language. JSON in and out, no signature.

use std::time::Duration;

use http::{Method, Request, Response, StatusCode};
use hyper::body::Bytes;
use serde_json::{Map, Value, json};

use super::response::{Problem, json};
use super::{Site, forms};
use crate::Emulator;
use crate::clock::Moment;
use crate::fault::parse_fault;
use crate::seed::document::SeedDocument;
use ucloud_umem::Timestamp;
use ucloud_umem::transport::Fault;

/// The clock is moved by no more than this at once, and never beyond the year 9999, where RFC 3339
/// ends.
pub(super) const LONGEST_ADVANCE_MS: u64 = 10 * 366 * 24 * 60 * 60 * 1000;
const LAST_SECOND: u64 = 253_402_300_799;
/// Longest access token; more does not fit into the head of a request together with the rest.
const LONGEST_TOKEN: usize = 8192;
/// Maximum number of faults at once.
const MOST_FAULTS: usize = 1000;

pub(super) fn answer(site: &Site, request: &Request<Bytes>) -> Response<Bytes> {
    let path = request.uri().path().strip_prefix("/_emulator/").unwrap_or_default();
    let method = match *request.method() {
        Method::HEAD => &Method::GET,
        _ => request.method(),
    };
    let body = request.body();
    let has_document = has_json(request) || (path == "seed" && has_yaml(request));
    if method == Method::POST && !has_document {
        return wrong_type().into();
    }
    let result = match (path, method) {
        ("reset", &Method::POST) => {
            reset(site);
            Ok(json!({}))
        }
        ("seed", &Method::POST) => seed(&site.emulator, body),
        ("clock", &Method::GET) => Ok(now(&site.emulator)),
        ("clock", &Method::POST) => {
            members(body, &["advance_ms"]).and_then(|members| move_clock(&site.emulator, &members))
        }
        ("tokens", &Method::POST) => members(body, &["token", "expires_in_s"])
            .and_then(|members| add_token(&site.emulator, &members)),
        ("tokens", &Method::DELETE) => {
            site.emulator.revoke_bearer_tokens();
            Ok(json!({}))
        }
        ("list_lag", &Method::GET) => Ok(list_lag(&site.emulator)),
        ("list_lag", &Method::POST) => members(body, &["list_lag_ms"])
            .and_then(|members| set_list_lag(&site.emulator, &members)),
        ("faults", &Method::GET) => Ok(faults(site)),
        ("faults", &Method::POST) => {
            members(body, &["faults"]).and_then(|members| inject(site, &members))
        }
        ("faults", &Method::DELETE) => {
            remove_faults(site, request.uri().query().unwrap_or_default())
        }
        ("state", &Method::GET) => Ok(state(site)),
        ("calls", &Method::GET) => Ok(site.calls.to_json(site.emulator.generation())),
        ("reset" | "seed", _) => return Problem::wrong_method("POST").into(),
        ("clock" | "list_lag", _) => return Problem::wrong_method("GET, HEAD, POST").into(),
        ("faults", _) => return Problem::wrong_method("GET, HEAD, POST, DELETE").into(),
        ("tokens", _) => return Problem::wrong_method("POST, DELETE").into(),
        ("calls" | "state", _) => return Problem::wrong_method("GET, HEAD").into(),
        _ => {
            let paths = "the control paths are reset, seed, clock, list_lag, tokens, faults, calls, state and downloads/{backup id}.rdb";
            return Problem::new(StatusCode::NOT_FOUND, paths).into();
        }
    };
    match result {
        Ok(response) => json(StatusCode::OK, &response),
        Err(message) => Problem::new(StatusCode::BAD_REQUEST, message).into(),
    }
}

/// Returns true if the body is declared as JSON or empty. A browser sends no JSON to another site
/// without asking first.
pub(super) fn has_json(request: &Request<Bytes>) -> bool {
    match forms::media_type(request) {
        Some(media_type) => media_type.eq_ignore_ascii_case(forms::JSON),
        None => request.body().is_empty(),
    }
}

/// Returns true if the body is declared as YAML, for which a browser asks first too.
fn has_yaml(request: &Request<Bytes>) -> bool {
    let media_type = forms::media_type(request);
    media_type.is_some_and(|media_type| media_type.eq_ignore_ascii_case("application/yaml"))
}

/// Makes the error of a body that is not declared as JSON.
pub(super) fn wrong_type() -> Problem {
    Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "body of another type: expected the header `Content-Type: application/json`",
    )
}

/// Deletes resources, calls, temporary keys and faults.
fn reset(site: &Site) {
    site.emulator.reset();
    site.faults.reset();
}

/// Reads a JSON object that has no other members than these.
fn members(body: &[u8], known: &[&str]) -> Result<Map<String, Value>, String> {
    let known_names = || format!("an object of {}", known.join(", "));
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
        return Err(format!("invalid body: expected JSON, {}", known_names()));
    };
    match members.keys().find(|name| !known.contains(&&***name)) {
        Some(unknown) => Err(format!("`{unknown}` is not known: {} was expected", known_names())),
        None => Ok(members),
    }
}

/// Adds the seeds of a document, and responds with the ids of what it made.
fn seed(emulator: &Emulator, body: &[u8]) -> Result<Value, String> {
    let text = std::str::from_utf8(body).map_err(|_| "invalid body: expected UTF-8")?;
    let seeds = SeedDocument::read(text).and_then(|seeds| {
        seeds.refuse_paths()?;
        emulator.add_seeds(&seeds)
    });
    let made = seeds.map_err(|error| format!("invalid seeds: {error}"))?;
    Ok(serde_json::to_value(made).unwrap_or_default())
}

/// Handles `{"advance_ms": 1000}`.
fn move_clock(emulator: &Emulator, members: &Map<String, Value>) -> Result<Value, String> {
    let milliseconds = members.get("advance_ms").and_then(Value::as_u64);
    let milliseconds = milliseconds
        .filter(|by| *by <= LONGEST_ADVANCE_MS)
        .ok_or_else(|| format!("`advance_ms` is a whole number from 0 to {LONGEST_ADVANCE_MS}"))?;
    advance(emulator, milliseconds)?;
    Ok(now(emulator))
}

/// Moves the clock by this many milliseconds.
pub(super) fn advance(emulator: &Emulator, milliseconds: u64) -> Result<(), String> {
    let now_seconds = emulator.clock().now().unix_seconds();
    if now_seconds + milliseconds / 1000 >= LAST_SECOND {
        return Err("the clock does not go beyond the year 9999".to_owned());
    }
    emulator.clock().advance(Duration::from_millis(milliseconds));
    emulator.changed();
    Ok(())
}

/// Handles `{"token": "eyJhbGciOi", "expires_in_s": 3600}`.
fn add_token(emulator: &Emulator, members: &Map<String, Value>) -> Result<Value, String> {
    let token = members.get("token").and_then(Value::as_str).filter(|token| is_token(token));
    let token = token.ok_or_else(|| {
        format!("invalid `token`: expected 1 to {LONGEST_TOKEN} visible ASCII characters")
    })?;
    let life = match members.get("expires_in_s") {
        None | Some(Value::Null) => None,
        Some(seconds) => {
            let seconds = seconds.as_u64().filter(|seconds| *seconds <= LONGEST_ADVANCE_MS / 1000);
            let longest = LONGEST_ADVANCE_MS / 1000;
            let wrong =
                || format!("invalid `expires_in_s`: expected a whole number from 0 to {longest}");
            Some(Duration::from_secs(seconds.ok_or_else(wrong)?))
        }
    };
    let keys = &emulator.0.keys;
    let expires = keys.tokens.add(token, life, emulator.clock().now());
    emulator.changed();
    Ok(json!({ "expires_at": expires.map(Moment::unix_seconds) }))
}

/// Returns true if a header can carry the text as a token.
fn is_token(text: &str) -> bool {
    (1..=LONGEST_TOKEN).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// `{"list_lag_ms": 500}`
fn set_list_lag(emulator: &Emulator, members: &Map<String, Value>) -> Result<Value, String> {
    let milliseconds = members.get("list_lag_ms").and_then(Value::as_u64);
    let milliseconds = milliseconds.filter(|lag| *lag <= LONGEST_ADVANCE_MS).ok_or_else(|| {
        format!("invalid `list_lag_ms`: expected a whole number from 0 to {LONGEST_ADVANCE_MS}")
    })?;
    emulator.set_list_lag(Duration::from_millis(milliseconds));
    Ok(list_lag(emulator))
}

fn list_lag(emulator: &Emulator) -> Value {
    let milliseconds = u64::try_from(emulator.list_lag().as_millis()).unwrap_or(u64::MAX);
    json!({ "list_lag_ms": milliseconds })
}

fn now(emulator: &Emulator) -> Value {
    let seconds = i64::try_from(emulator.clock().now().unix_seconds()).unwrap_or(i64::MAX);
    json!({ "now": Timestamp::from_unix_seconds(seconds).to_string() })
}

/// Handles `{"faults": ["CreateUMemSpace:status=503:times=2"]}`. If one of them is invalid, none is
/// added.
fn inject(site: &Site, members: &Map<String, Value>) -> Result<Value, String> {
    let texts = members.get("faults").and_then(Value::as_array);
    let texts = texts.ok_or("`faults` is a list of faults as text")?;
    let read = |text: &Value| {
        let text = text.as_str().ok_or("`faults` is a list of faults as text")?;
        parse_fault(text).map_err(|error| error.message().to_owned())
    };
    let new = texts.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    add_faults(site, new)?;
    Ok(faults(site))
}

/// Adds faults, all of them or none.
pub(super) fn add_faults(site: &Site, new: Vec<Fault>) -> Result<(), String> {
    if site.faults.left().len() + new.len() > MOST_FAULTS {
        return Err(format!(
            "too many faults: expected at most {MOST_FAULTS}; remove others first"
        ));
    }
    for fault in new {
        site.faults.inject(fault);
    }
    Ok(())
}

/// Handles a query such as `fault=DescribeUMem:cut`; without one, all faults are removed.
fn remove_faults(site: &Site, query: &str) -> Result<Value, String> {
    let named: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
    if let Some((unknown, _)) = named.iter().find(|(name, _)| name != "fault") {
        return Err(format!("`{unknown}` is not known: `fault` was expected"));
    }
    if named.is_empty() {
        site.faults.clear();
    }
    named.iter().try_for_each(|(_, fault)| remove_fault(site, fault))?;
    Ok(faults(site))
}

/// Removes the fault that is listed as this text.
pub(super) fn remove_fault(site: &Site, fault: &str) -> Result<(), String> {
    if site.faults.remove(fault) {
        return Ok(());
    }
    Err(format!(
        "unknown fault `{fault}`: expected one as the list has it, with its remaining counts"
    ))
}

/// Returns everything that is in the emulator, without secrets.
fn state(site: &Site) -> Value {
    let emulator = &site.emulator;
    let mut all = emulator.with(|store, time| store.listing(time));
    let step = u64::try_from(emulator.step().as_millis()).unwrap_or(u64::MAX);
    all.insert("step_ms".to_owned(), step.into());
    all.insert("unsigned".to_owned(), emulator.is_unsigned().into());
    all.insert("state_file".to_owned(), state_file(emulator));
    for more in [now(emulator), list_lag(emulator), faults(site)] {
        if let Value::Object(more) = more {
            all.extend(more);
        }
    }
    all.into()
}

/// Returns the path of the state file, and why the last write failed; null without one.
fn state_file(emulator: &Emulator) -> Value {
    let file = emulator.0.state_file.as_ref();
    file.map(|file| json!({ "path": file.path().to_string_lossy(), "problem": file.problem() }))
        .into()
}

fn faults(site: &Site) -> Value {
    let left = site.faults.left();
    let left: Value = left.iter().map(ToString::to_string).collect();
    json!({ "faults": left, "injected": site.faults.injected() })
}

//! The control paths, `/_emulator/...`: what a test in another language does to the emulator. JSON in and out, no signature.

use std::time::Duration;

use http::{Method, Request, Response, StatusCode};
use hyper::body::Bytes;
use serde_json::{Map, Value, json};

use super::response::{Problem, json, with_type};
use super::{Server, Site};
use crate::Timestamp;
use crate::emulator::Emulator;
use crate::transport::Fault;

/// Adds a resource of this id with so many backups.
type Seed = fn(&Emulator, String, u32);

/// What can be seeded: the member of the request, most backups of one of its entries, and what adds it.
const SEEDS: &[(&str, u32, Seed)] = &[
    ("spaces", MOST_BACKUPS, |emulator, id, backups| emulator.seed_space(id, backups)),
    ("groups", MOST_BACKUPS, |emulator, id, backups| emulator.seed_group(id, backups)),
    ("memcache", 0, |emulator, id, _| emulator.seed_memcache(id)),
];
const MOST_BACKUPS: u32 = Server::MOST_SEEDED_BACKUPS;

/// The clock is moved by no more than this at once, and never beyond the year 9999, where RFC 3339 ends.
const LONGEST_ADVANCE_MS: u64 = 10 * 366 * 24 * 60 * 60 * 1000;
const LAST_SECOND: u64 = 253_402_300_799;

impl Server {
    /// Most backups with which a space or a group can be seeded over HTTP or by an argument of `umem-emulator`.
    pub const MOST_SEEDED_BACKUPS: u32 = 10_000;
}

impl Emulator {
    /// What a backup, or the part of one of its shards, is when it is downloaded, if there is one.
    fn download(&self, file: &str) -> Option<Vec<u8>> {
        self.with(|context| {
            let mut of_groups = context.store.group_backups.iter();
            if let Some(backup) = of_groups.find(|backup| backup.id == file) {
                return backup.file(context.time);
            }
            let mut backups = context.store.backups.iter();
            backups.find_map(|backup| backup.file(file, context.time))
        })
    }
}

pub(super) fn answer(site: &Site, request: &Request<Bytes>) -> Response<Bytes> {
    let path = request.uri().path().strip_prefix("/_emulator/").unwrap_or_default();
    let method = match *request.method() {
        Method::HEAD => &Method::GET,
        _ => request.method(),
    };
    let body = request.body();
    let result = match (path, method) {
        ("reset", &Method::POST) => {
            site.emulator.reset();
            site.faults.reset();
            site.calls.clear();
            Ok(json!({}))
        }
        ("seed", &Method::POST) => members(body, &names_of(SEEDS))
            .and_then(|members| seed(&site.emulator, &members))
            .map(|()| json!({})),
        ("clock", &Method::GET) => Ok(now(&site.emulator)),
        ("clock", &Method::POST) => members(body, &["advance_ms"])
            .and_then(|members| advance(&site.emulator, &members)),
        ("faults", &Method::GET) => Ok(faults(site)),
        ("faults", &Method::POST) => {
            members(body, &["faults"]).and_then(|members| inject(site, &members))
        }
        ("faults", &Method::DELETE) => {
            site.faults.clear();
            Ok(faults(site))
        }
        ("calls", &Method::GET) => Ok(site.calls.to_json()),
        (path, method) if path.starts_with("downloads/") => {
            if method != Method::GET {
                return Problem::wrong_method("GET, HEAD").into();
            }
            return download(&site.emulator, path);
        }
        ("reset" | "seed", _) => return Problem::wrong_method("POST").into(),
        ("clock", _) => return Problem::wrong_method("GET, HEAD, POST").into(),
        ("faults", _) => return Problem::wrong_method("GET, HEAD, POST, DELETE").into(),
        ("calls", _) => return Problem::wrong_method("GET, HEAD").into(),
        _ => {
            let paths = "the control paths are reset, seed, clock, faults, calls and downloads/{backup id}.rdb";
            return Problem::new(StatusCode::NOT_FOUND, paths).into();
        }
    };
    match result {
        Ok(reply) => json(StatusCode::OK, &reply),
        Err(message) => Problem::new(StatusCode::BAD_REQUEST, message).into(),
    }
}

/// The members of a JSON object, which may have these alone.
fn members(body: &[u8], known: &[&str]) -> Result<Map<String, Value>, String> {
    let known_names = || format!("an object of {}", known.join(", "));
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
        return Err(format!(
            "the body is no JSON object: {} was expected",
            known_names()
        ));
    };
    match members.keys().find(|name| !known.contains(&&***name)) {
        Some(unknown) => {
            Err(format!("`{unknown}` is not known: {} was expected", known_names()))
        }
        None => Ok(members),
    }
}

fn names_of(seeds: &[(&'static str, u32, Seed)]) -> Vec<&'static str> {
    seeds.iter().map(|(name, ..)| *name).collect()
}

/// `{"spaces": {"uredis-abc": 3}, "groups": {"uredis-xyz": 0}}`; nothing is added unless all of it makes sense.
fn seed(emulator: &Emulator, members: &Map<String, Value>) -> Result<(), String> {
    let mut seeds = Vec::new();
    for (kind, most, add) in SEEDS {
        let Some(entries) = members.get(*kind) else { continue };
        let wrong = || {
            format!(
                "`{kind}` is an object of ids, none of them empty, and how many backups each has, from 0 to {most}"
            )
        };
        for (id, backups) in entries.as_object().ok_or_else(wrong)? {
            let backups =
                backups.as_u64().and_then(|backups| u32::try_from(backups).ok());
            let backups = backups.filter(|backups| backups <= most && !id.is_empty());
            seeds.push((add, id, backups.ok_or_else(wrong)?));
        }
    }
    for (add, id, backups) in seeds {
        add(emulator, id.clone(), backups);
    }
    Ok(())
}

/// `{"advance_ms": 1000}`
fn advance(emulator: &Emulator, members: &Map<String, Value>) -> Result<Value, String> {
    let milliseconds = members.get("advance_ms").and_then(Value::as_u64);
    let milliseconds =
        milliseconds.filter(|by| *by <= LONGEST_ADVANCE_MS).ok_or_else(|| {
            format!("`advance_ms` is a whole number from 0 to {LONGEST_ADVANCE_MS}")
        })?;
    let now_seconds = emulator.clock().now().unix_seconds();
    if now_seconds + milliseconds / 1000 >= LAST_SECOND {
        return Err("the clock does not go beyond the year 9999".to_owned());
    }
    emulator.clock().advance(Duration::from_millis(milliseconds));
    Ok(now(emulator))
}

fn now(emulator: &Emulator) -> Value {
    let seconds =
        i64::try_from(emulator.clock().now().unix_seconds()).unwrap_or(i64::MAX);
    json!({ "now": Timestamp::from_unix_seconds(seconds).to_string() })
}

/// `{"faults": ["CreateUMemSpace:status=503:times=2"]}`; none is added unless all of them are faults.
fn inject(site: &Site, members: &Map<String, Value>) -> Result<Value, String> {
    let texts = members.get("faults").and_then(Value::as_array);
    let texts = texts.ok_or("`faults` is a list of faults as text")?;
    let read = |text: &Value| {
        let text = text.as_str().ok_or("`faults` is a list of faults as text")?;
        text.parse::<Fault>().map_err(|error| error.message().to_owned())
    };
    let new = texts.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    for fault in new {
        site.faults.inject(fault);
    }
    Ok(faults(site))
}

fn faults(site: &Site) -> Value {
    let left = site.faults.left();
    let left: Value = left.iter().map(ToString::to_string).collect();
    json!({ "faults": left, "injected": site.faults.injected() })
}

fn download(emulator: &Emulator, path: &str) -> Response<Bytes> {
    let id = path.strip_prefix("downloads/").and_then(|file| file.strip_suffix(".rdb"));
    match id.and_then(|id| emulator.download(id)) {
        Some(file) => with_type(StatusCode::OK, "application/octet-stream", file),
        None => Problem::new(StatusCode::NOT_FOUND, "there is no such backup").into(),
    }
}

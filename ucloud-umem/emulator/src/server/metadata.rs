//! The instance metadata, as if the client ran on a UCloud host.
//!
//! It responds with temporary keys of the emulator's account. The gateway knows their tokens until
//! they expire.

use std::time::Duration;

use http::{HeaderMap, Method, Request, Response, StatusCode};
use hyper::body::Bytes;
use serde_json::{Value, json};

use super::response::{self, Problem, with_type};
use crate::Emulator;
use crate::keys::Temporary;
use crate::scope::{REGION, ZONE};
use ucloud_umem::Timestamp;

const V1: &str = "/meta-data/v1/uam/security-credentials";
const V2: &str = "/meta-data/v2/iam/security-credentials";

/// Default lifetime of keys, and the bounds for a requested one.
const LIFE: Duration = Duration::from_secs(60 * 60);
const SHORTEST_LIFE: Duration = Duration::from_secs(15 * 60);

const PROJECT: &str = "org-emulator";
const HOST: &str = "uhost-emulator";
/// The role of the host where the request names none.
const ROLE: &str = "EmulatorRole";

pub(super) fn answer(emulator: &Emulator, request: &Request<Bytes>) -> Response<Bytes> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Problem::wrong_method("GET, HEAD").into();
    }
    let path = request.uri().path();
    let word = |word: &'static str| with_type(StatusCode::OK, "text/plain", word);
    let response = match path {
        "/meta-data/latest/region" => return word(REGION),
        "/meta-data/latest/availability-zone" => return word(ZONE),
        _ => {
            if let Some(role) = role(path, V1) {
                first_format(emulator, role)
            } else if let Some(role) = role(path, V2) {
                second_format(emulator, role, request.headers())
            } else {
                return Problem::new(StatusCode::NOT_FOUND, "there is no such metadata").into();
            }
        }
    };
    response::json(StatusCode::OK, &response)
}

impl Emulator {
    /// Makes a temporary key pair, valid for this long.
    fn hand_out(&self, life: Duration) -> Temporary {
        let keys = self.0.keys.hand_out(life, self.0.clock.now());
        self.changed();
        keys
    }
}

/// Returns the role in a path, or the host's own.
fn role<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    match path.strip_prefix(base)? {
        "" | "/" => Some(ROLE),
        rest => rest.strip_prefix('/').filter(|role| !role.contains('/')),
    }
}

fn first_format(emulator: &Emulator, role: &str) -> Value {
    let keys = emulator.hand_out(LIFE);
    success(&json!({
        "PublicKey": keys.public_key,
        "PrivateKey": keys.private_key,
        "SecurityToken": keys.token,
        "Expiration": keys.expires(),
        "ProjectID": PROJECT,
        "CharacterName": role,
        "UHostID": HOST,
    }))
}

fn second_format(emulator: &Emulator, role: &str, headers: &HeaderMap) -> Value {
    let life = match headers.get("duration-seconds") {
        None => Some(LIFE),
        Some(seconds) => seconds
            .to_str()
            .ok()
            .and_then(|seconds| seconds.parse().ok().map(Duration::from_secs))
            .filter(|life| (SHORTEST_LIFE..=LIFE).contains(life)),
    };
    let Some(life) = life else {
        return json!({ "RetCode": 230, "Message": "Duration-Seconds is from 900 to 3600" });
    };
    let keys = emulator.hand_out(life);
    let expires = i64::try_from(keys.expires()).unwrap_or(i64::MAX);
    success(&json!({
        "AccessKeyId": keys.public_key,
        "AccessKeySecret": keys.private_key,
        "SecurityToken": keys.token,
        "Expiration": Timestamp::from_unix_seconds(expires).to_string(),
        "ProjectID": PROJECT,
        "RoleName": role,
        "HostID": HOST,
    }))
}

fn success(data: &Value) -> Value {
    json!({ "RetCode": 0, "Message": "", "Data": data })
}

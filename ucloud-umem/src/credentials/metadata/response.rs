//! Responses of the metadata service. An invalid response is never shown, because it may hold a
//! key.

use std::time::{Duration, SystemTime};

use serde_json::{Map, Value};

use crate::RetCode;
use crate::credentials::{Credentials, Origin};
use crate::decode::read_json;
use crate::response::without_mark;

/// Longest name of a region or zone.
const LONGEST_WORD: usize = 64;
/// Most characters of a message that an error quotes.
const QUOTED: usize = 200;

/// Reads the credentials of a response in either format. The formats differ in the names of the
/// fields.
pub(super) fn credentials(body: &[u8]) -> Result<Credentials, String> {
    let json = std::str::from_utf8(body).unwrap_or_default();
    let response = read_json(without_mark(json)).ok();
    let Some(Value::Object(mut response)) = response else {
        return Err("responded with something other than a JSON object".to_owned());
    };
    let data = response.get_mut("Data").map(Value::take);
    let ret_code = match response.get("RetCode") {
        Some(Value::String(number)) => number.parse().ok(),
        number => number.and_then(Value::as_i64),
    };
    match ret_code {
        Some(0) => {}
        Some(number) => return Err(service_error(number, data.is_some(), &response)),
        None => return Err("responded without a RetCode".to_owned()),
    }
    let Some(Value::Object(mut data)) = data else {
        return Err("responded without credentials".to_owned());
    };
    let credentials = key_pair(&mut data)?.with_origin(Origin::Host);
    Ok(match data.get_mut("ProjectID").map(Value::take) {
        Some(Value::String(project)) if !project.is_empty() => credentials.with_project_id(project),
        _ => credentials,
    })
}

/// Reads a temporary key pair, by the names of either format.
pub(in crate::credentials) fn key_pair(
    data: &mut Map<String, Value>,
) -> Result<Credentials, String> {
    let public_key = text(data, &["PublicKey", "AccessKeyId"])?;
    let private_key = text(data, &["PrivateKey", "AccessKeySecret"])?;
    let token = text(data, &["SecurityToken"])?;
    let expiration = data.get("Expiration").and_then(expiration);
    let expiration = expiration.ok_or("responded with credentials without a valid Expiration")?;
    let credentials = Credentials::new(public_key, private_key)
        .with_security_token(token)
        .with_expiration(expiration);
    credentials
        .check()
        .map_err(|error| format!("responded with invalid credentials: {}", error.message()))?;
    Ok(credentials)
}

/// Reads a region or zone, which is the whole body.
pub(super) fn word(body: &[u8]) -> Result<String, String> {
    let word = std::str::from_utf8(body).unwrap_or_default().trim();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if word.is_empty() || word.len() > LONGEST_WORD || !word.chars().all(fits) {
        return Err("responded with something other than a name".to_owned());
    }
    Ok(word.to_owned())
}

fn service_error(number: i64, with_data: bool, response: &Map<String, Value>) -> String {
    let ret_code = RetCode::from(number);
    match response.get("Message").and_then(Value::as_str) {
        // The message may repeat some of the data.
        Some(message) if !with_data && !message.is_empty() => {
            let message: String = message.chars().take(QUOTED).collect();
            format!("refused with RetCode {ret_code} ({message})")
        }
        _ => format!("refused with RetCode {ret_code}"),
    }
}

/// Takes the text of a field without copying it.
fn text(data: &mut Map<String, Value>, names: &[&str]) -> Result<String, String> {
    for name in names {
        if let Some(Value::String(text)) = data.get_mut(*name).map(Value::take) {
            return Ok(text);
        }
    }
    Err(format!("responded with credentials without {}", names.join(" or ")))
}

/// Reads seconds since 1970, or RFC 3339.
fn expiration(value: &Value) -> Option<SystemTime> {
    let seconds = match value {
        Value::String(text) => match text.parse() {
            Ok(seconds) => seconds,
            Err(_) => return rfc3339(text),
        },
        value => value.as_u64()?,
    };
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

/// A moment such as `2025-10-20T06:51:25Z` or `2025-10-20T14:51:25+08:00`.
fn rfc3339(text: &str) -> Option<SystemTime> {
    if !text.is_ascii() {
        return None;
    }
    if let Some(utc) = text.strip_suffix(['Z', 'z']) {
        return humantime::parse_rfc3339(&format!("{utc}Z")).ok();
    }
    let (local, offset) = text.split_at_checked(text.len().checked_sub("+08:00".len())?)?;
    let east = match offset.as_bytes().first()? {
        b'+' => true,
        b'-' => false,
        _ => return None,
    };
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let (hours, minutes): (u64, u64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let offset = Duration::from_secs(hours * 3600 + minutes * 60);
    let local = humantime::parse_rfc3339(&format!("{local}Z")).ok()?;
    if east { local.checked_sub(offset) } else { local.checked_add(offset) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const V1: &str = r#"{"RetCode":0,"Message":"","Data":{"Expiration":1762835574,
        "PublicKey":"TOKEN_1","PrivateKey":"priv-9","SecurityToken":"tok-9",
        "ProjectID":"org-x","CharacterName":"role","UHostID":"uhost-x"}}"#;
    const V2: &str = r#"{"RetCode":0,"Message":"","Data":{"AccessKeyId":"TOKEN_1",
        "AccessKeySecret":"priv-9","SecurityToken":"tok-9",
        "Expiration":"2025-11-11T04:32:54Z","ProjectID":"org-x","HostID":"uhost-x"}}"#;

    #[test]
    fn both_formats_mean_the_same() {
        let expiration = SystemTime::UNIX_EPOCH + Duration::from_secs(1_762_835_574);
        let expected = Credentials::new("TOKEN_1", "priv-9")
            .with_security_token("tok-9")
            .with_expiration(expiration)
            .with_project_id("org-x")
            .with_origin(Origin::Host);
        assert_eq!(credentials(V1.as_bytes()), Ok(expected.clone()));
        assert_eq!(credentials(V2.as_bytes()), Ok(expected.clone()));
        let quoted = V1.replace("\"RetCode\":0", "\"RetCode\":\"0\"");
        let large = V1.replace("\"RetCode\":0", "\"RetCode\":0,\"Uptime\":1E400");
        for odd in [quoted, large, format!("\u{feff}{V1}")] {
            assert_eq!(credentials(odd.as_bytes()), Ok(expected.clone()), "{odd}");
        }
    }

    #[test]
    fn times_are_read_in_every_form() {
        for text in [
            "1760943085",
            "\"1760943085\"",
            "\"2025-10-20T06:51:25Z\"",
            "\"2025-10-20T06:51:25.000Z\"",
            "\"2025-10-20T14:51:25+08:00\"",
            "\"2025-10-20T01:21:25-05:30\"",
        ] {
            let value: Value = serde_json::from_str(text).unwrap();
            let since = expiration(&value).unwrap().duration_since(SystemTime::UNIX_EPOCH);
            assert_eq!(since.unwrap().as_secs(), 1_760_943_085, "{text}");
        }
        for text in [
            "-1",
            "1.5",
            "null",
            "\"\"",
            "\"soon\"",
            "\"2025/10/20 06:51:25\"",
            "\"2025-10-20T06:51:25\"",
            "\"2025-10-20T06:51:25*08:00\"",
            "\"2025-10-20T06:51:2五+08:00\"",
            "\"+08:00\"",
        ] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(expiration(&value), None, "{text}");
        }
    }

    /// Others are in `tests/wire/credentials.rs`.
    #[test]
    fn invalid_responses_are_not_shown() {
        let without = |name: &str| V1.replace(name, "Other");
        for (body, word) in [
            ("[]".to_owned(), "JSON object"),
            ("{}".to_owned(), "without a RetCode"),
            (V1.replace(":0,", ":null,"), "without a RetCode"),
            (r#"{"RetCode":161,"Message":"Role not found"}"#.to_owned(), "Role not found"),
            (r#"{"RetCode":0}"#.to_owned(), "without credentials"),
            (r#"{"RetCode":0,"Data":[]}"#.to_owned(), "without credentials"),
            (without("PublicKey"), "PublicKey"),
            (without("PrivateKey"), "PrivateKey"),
            (without("SecurityToken"), "SecurityToken"),
            (without("Expiration"), "Expiration"),
            (V1.replace("priv-9", "priv-9\\n"), "in the private key"),
            (V1.replace("tok-9", ""), "empty security token"),
        ] {
            let problem = credentials(body.as_bytes()).unwrap_err();
            assert!(problem.contains(word), "{problem}");
            assert!(!problem.contains("-9"), "{problem}");
        }
    }

    #[test]
    fn a_name_is_one_word() {
        assert_eq!(word(b" cn-bj2\n").unwrap(), "cn-bj2");
        for body in [&b""[..], b"\n", b"<html>", b"cn bj2", b"\xff", &[b'a'; 65]] {
            assert!(word(body).is_err(), "{body:?}");
        }
    }
}

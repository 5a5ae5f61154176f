//! Test of all examples of UCloud's documentation pages.
//!
//! Requests send the parameters of the example. Responses decode, lack nothing, and are written
//! again as the page shows them, but for what the rules of decoding allow.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value as Json;

use crate::decode::{Object, Scalar, Slot, Value};
use crate::error::Result;
use crate::generated::examples::EXAMPLES;
use crate::request::Request;
use crate::response::{self, Response};
use crate::serialize::serialize;
use crate::testing::pairs;

// The emulator publishes them; the client needs them only here.
#[path = "../emulator/src/generated/example_responses.rs"]
#[rustfmt::skip] // prettyplease lays it out.
pub(crate) mod example_responses;

/// Example of an action.
pub(crate) struct Example {
    action: &'static str,
    /// Pairs that the request sends.
    sent: Vec<(String, String)>,
    /// Parameters of the page's request, in plain text.
    request: &'static [(&'static str, &'static str)],
    response: &'static str,
    decoded: Result<Decoded>,
}

/// Decoded response.
struct Decoded {
    missing: Vec<String>,
    /// The response as the feature `serde` writes it.
    written: Json,
    /// Fields of the response and of the structures in it.
    fields: Fields,
}

type Fields = BTreeMap<&'static str, Kind>;

/// Kind of a field.
#[derive(Clone, Copy, Default)]
struct Kind {
    /// Secrets are not written.
    is_secret: bool,
    /// Numbers and switches refuse most texts.
    refuses_texts: bool,
}

impl Kind {
    fn new(place: &mut dyn Scalar) -> Self {
        let is_taken = place.set(Value::Int(1));
        let value = place.entry(0).map_or(place.get(), Scalar::get);
        let is_secret = is_taken && value.is_none();
        Self { is_secret, refuses_texts: !place.set(Value::Text("x")) }
    }

    /// Returns `true` if a response with this value is written without it.
    fn leaves_out(self, shown: &Json) -> bool {
        let is_other = match shown {
            Json::String(text) => number(text).is_none() && truth(text).is_none(),
            // Not beyond 64 bits.
            Json::Number(number) => number.as_i64().is_none(),
            _ => false,
        };
        self.is_secret || shown.is_null() || (self.refuses_texts && is_other)
    }
}

/// Encodes the request of an example, and decodes its response.
#[expect(clippy::needless_pass_by_value, reason = "rows are shorter without a borrow")]
pub(crate) fn example<R: Request<Response: Clone>>(
    made: R,
    request: &'static [(&'static str, &'static str)],
    response: &'static str,
) -> Example {
    let decoded = decode::<R::Response>(response);
    Example { action: R::ACTION.name, sent: pairs(&made), request, response, decoded }
}

fn decode<R: Response + Clone>(text: &str) -> Result<Decoded> {
    let mut response: R = response::from_json(text)?;
    let missing = response.metadata_mut().missing().to_vec();
    let written = serialize(&response, serde_json::value::Serializer)
        .unwrap_or_else(|error| error.to_string().into());
    let mut fields = BTreeMap::new();
    add_fields(&mut R::default(), 0, &mut fields);
    Ok(Decoded { missing, written, fields })
}

fn add_fields(object: &mut dyn Object, depth: usize, fields: &mut Fields) {
    // A structure may contain itself.
    if depth > 5 {
        return;
    }
    for (index, field) in object.fields().iter().enumerate() {
        let mut kind = Kind::default();
        match object.slot(index) {
            Some(Slot::Object(place) | Slot::Objects(place)) => {
                add_fields(place.make(), depth + 1, fields);
            }
            Some(
                Slot::Scalars(place)
                | Slot::Scalar(place)
                | Slot::Base64(place)
                | Slot::Switch(place, ..),
            ) => kind = Kind::new(place),
            _ => {}
        }
        fields.insert(field.name, kind);
    }
}

#[test]
fn requests_send_the_parameters_of_their_examples() {
    for example in EXAMPLES.iter().map(|example| example()) {
        let mut sent = example.sent;
        assert_eq!(sent.len(), example.request.len(), "{}: {sent:?}", example.action);
        for ((_, value), (_, expected)) in sent.iter_mut().zip(example.request) {
            if *value == BASE64.encode(expected) {
                (*expected).clone_into(value);
            }
        }
        let sent: Vec<_> = sent.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(sent, example.request, "{}", example.action);
    }
}

#[test]
fn responses_are_written_as_their_pages_show_them() {
    let mut differences = Vec::new();
    for example in EXAMPLES.iter().map(|example| example()) {
        let action = example.action;
        let mut shown: Json = serde_json::from_str(example.response).expect("JSON");
        let decoded = match example.decoded {
            Ok(decoded) => decoded,
            Err(error) => {
                // The page lacks a field without which a success is an error.
                let text = error.to_string();
                let name = text.split_once("a success without ").map(|(_, name)| name);
                let name = name.unwrap_or_else(|| panic!("{action}: {text}"));
                assert_eq!(shown.get(name), None, "{action}: {text}");
                continue;
            }
        };
        assert_eq!(decoded.missing, [""; 0], "{action}");
        if let Some(shown) = shown.as_object_mut() {
            // The envelope, unless the action has fields of these names.
            shown.retain(|name, _| {
                let is_envelope = ["RetCode", "Action", "Message"].contains(&&**name);
                !is_envelope || decoded.fields.contains_key(name.as_str())
            });
        }
        compare(&shown, &decoded.written, action, &decoded.fields, &mut differences);
    }
    assert_eq!(differences, [""; 0], "{differences:#?}");
}

/// Compares a value of a page with the one that was read from it.
fn compare(shown: &Json, written: &Json, at: &str, fields: &Fields, differences: &mut Vec<String>) {
    match (shown, written) {
        // JSON without a type is written as it was read.
        (shown, written) if shown == written => {}
        (Json::Object(shown), Json::Object(written)) => {
            for (name, value) in shown {
                let at = format!("{at}.{name}");
                match (written.get(name), fields.get(name.as_str())) {
                    (Some(written), _) => {
                        compare(value, written, &at, fields, differences);
                    }
                    (None, Some(kind)) if !kind.leaves_out(value) => {
                        differences.push(format!("{at}: nothing from {value}"));
                    }
                    // A value that is left out, or a member without a field.
                    (None, _) => {}
                }
            }
            for (name, written) in written {
                if !shown.contains_key(name) && !is_empty(written) {
                    differences.push(format!("{at}.{name}: {written} from nothing"));
                }
            }
        }
        (Json::Array(shown), Json::Array(written)) => {
            let shown = shown.iter().filter(|value| !value.is_null());
            if shown.clone().count() != written.len() && !written.is_empty() {
                differences.push(format!("{at}: {} entries", written.len()));
            }
            for (index, (shown, written)) in shown.zip(written).enumerate() {
                let at = format!("{at}[{index}]");
                compare(shown, written, &at, fields, differences);
            }
        }
        // A single value is equal to a list of one, and the other way round.
        (shown, Json::Array(written)) if written.len() == 1 => {
            compare(shown, &written[0], at, fields, differences);
        }
        (Json::Array(shown), written) if !shown.is_empty() => {
            compare(&shown[0], written, at, fields, differences);
        }
        (shown, written) if is_same(shown, written) => {}
        (shown, written) => differences.push(format!("{at}: {written} from {shown}")),
    }
}

/// Checks for values that mean the same, by the rules of decoding.
fn is_same(shown: &Json, written: &Json) -> bool {
    let text = |value: &Json| match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let (shown_text, written_text) = (text(shown), text(written));
    (is_empty(shown) && is_empty(written))
        || shown_text == written_text
        || number(&shown_text).is_some_and(|shown| number(&written_text) == Some(shown))
        || (written.is_boolean() && truth(&shown_text) == written.as_bool())
        // Text that is not base64 is read as it is.
        || written_text == BASE64.encode(shown_text)
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok()
}

fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "0" | "false" => Some(false),
        "1" | "true" => Some(true),
        _ => None,
    }
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(entries) => entries.is_empty(),
        Json::Object(members) => members.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

//! Test of all examples of UCloud's documentation pages.
//!
//! Requests send the parameters of the example. Responses decode, lack nothing, and are written
//! again as the page shows them, but for what the rules of decoding allow.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value as Json;

use crate::call::pairs;
use crate::decode::{Object, Scalar, Slot, Value};
use crate::error::Result;
use crate::generated::examples::EXAMPLES;
use crate::request::Request;
use crate::response::{self, Response as _};
use crate::serialize::serialize;

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
    /// Names that the response lacks, and the response as the feature `serde` writes it.
    decoded: Result<(Vec<String>, Json)>,
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
            Json::String(text) => canonical(text).parse::<f64>().is_err(),
            // Not beyond 64 bits.
            Json::Number(number) => number.as_i64().is_none(),
            _ => false,
        };
        self.is_secret || (self.refuses_texts && is_other)
    }
}

/// Encodes the request of an example, and decodes its response.
#[expect(clippy::needless_pass_by_value, reason = "rows are shorter without a borrow")]
pub(crate) fn example<R: Request<Response: Clone>>(
    made: R,
    request: &'static [(&'static str, &'static str)],
    response: &'static str,
) -> Example {
    let decoded = response::from_json(response).map(|mut decoded: R::Response| {
        let missing = decoded.metadata_mut().missing().to_vec();
        let written = serialize(&decoded, serde_json::value::Serializer);
        (missing, written.unwrap_or_else(|error| error.to_string().into()))
    });
    let mut fields = BTreeMap::new();
    add_fields(&mut R::Response::default(), 0, &mut fields);
    Example { action: R::ACTION.name, sent: pairs(&made), request, response, decoded, fields }
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
        let Example { action, fields, .. } = example;
        let shown: Json = serde_json::from_str(example.response).expect("JSON");
        let (missing, written) = match example.decoded {
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
        assert_eq!(missing, [""; 0], "{action}");
        let shown = values(&shown, &fields);
        let mut written = values(&written, &fields);
        for (path, (value, may_be_left_out)) in shown {
            let own = written.remove(&path).map(|(value, _)| value);
            // Text that is not base64 is read as it is.
            let is_same = own.as_ref() == Some(&value) || own == Some(BASE64.encode(&value));
            if !is_same && (own.is_some() || !may_be_left_out) {
                differences.push(format!("{action}{path}: {own:?} from {value}"));
            }
        }
        differences.extend(written.keys().map(|path| format!("{action}{path}: from nothing")));
    }
    assert_eq!(differences, [""; 0], "{differences:#?}");
}

/// Values in a response by their paths, and `true` for one that may be left out when it is written.
type Values = BTreeMap<String, (String, bool)>;

fn values(response: &Json, fields: &Fields) -> Values {
    let mut found = BTreeMap::new();
    add_values(response, String::new(), Kind::default(), fields, &mut found);
    found
}

fn add_values(value: &Json, path: String, kind: Kind, fields: &Fields, found: &mut Values) {
    let text = match value {
        Json::Null => String::new(),
        Json::Object(members) => {
            for (name, value) in members {
                if let Some(kind) = fields.get(name.as_str()) {
                    add_values(value, format!("{path}.{name}"), *kind, fields, found);
                }
            }
            return;
        }
        Json::Array(entries) => {
            let entries = entries.iter().filter(|entry| !entry.is_null());
            for (index, entry) in entries.enumerate() {
                // A single value is equal to a list of one, and the other way round.
                let path = if index == 0 { path.clone() } else { format!("{path}[{index}]") };
                add_values(entry, path, kind, fields, found);
            }
            return;
        }
        Json::String(text) => canonical(text),
        other => canonical(&other.to_string()),
    };
    if !text.is_empty() {
        found.insert(path, (text, kind.leaves_out(value)));
    }
}

/// Returns the text by which equal numbers and switches are equal.
fn canonical(text: &str) -> String {
    match text.trim() {
        word if word.eq_ignore_ascii_case("true") => "1".to_owned(),
        word if word.eq_ignore_ascii_case("false") => "0".to_owned(),
        word => word.parse().map_or_else(|_| text.to_owned(), |number: f64| number.to_string()),
    }
}

//! The JSON Schema of the description's files, written from the tables of keys: an editor completes
//! and checks with it what the reader checks in the end.

use serde_json::{Map, Value, json};

use crate::description::keys::{FILES, Key, Kind, Shape};

/// Returns the JSON Schema of the description's files, with one entry of `$defs` per kind of file.
///
/// The settings of an editor map files to entries: `spec.schema.json#/$defs/action` of
/// `actions/*.yaml`.
pub fn schema() -> String {
    let defs: Map<String, Value> =
        FILES.iter().map(|(name, shape)| ((*name).to_owned(), map(shape))).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The files of an API description",
        "description": "One entry of `$defs` per kind of file. Written by `cargo xtask regenerate`.",
        "anyOf": FILES.iter().map(|(name, _)| json!({ "$ref": format!("#/$defs/{name}") })).collect::<Vec<_>>(),
        "$defs": defs,
    });
    format!("{schema:#}\n")
}

fn map(shape: &Shape) -> Value {
    let properties: Map<String, Value> =
        shape.keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<_> =
        shape.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    json!({
        "type": "object",
        "description": shape.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(key: &Key) -> Value {
    let mut schema = kind(&key.kind);
    if let Value::Object(schema) = &mut schema {
        // The documentation of the key is more specific than the map's.
        schema.insert("description".into(), key.doc.into());
    }
    schema
}

fn kind(kind: &Kind) -> Value {
    match kind {
        Kind::Text | Kind::Lines => json!({ "type": "string", "pattern": "\\S" }),
        Kind::Value => value(),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Int => json!({ "type": "integer" }),
        Kind::Choice(choices) => {
            let choices: Vec<_> = choices
                .iter()
                .map(|(word, doc)| json!({ "const": word, "description": doc }))
                .collect();
            json!({ "oneOf": choices })
        }
        Kind::Conversion => json!({
            "oneOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": {
                        "bool": {
                            "type": "array",
                            "items": value(),
                            "minItems": 2,
                            "maxItems": 2,
                            "uniqueItems": true,
                        },
                    },
                    "required": ["bool"],
                    "additionalProperties": false,
                },
            ],
        }),
        Kind::Map(shape) => map(shape),
        Kind::Maps(shape) => json!({ "type": "array", "items": map(shape) }),
        Kind::Values => json!({ "type": "array", "items": value() }),
        Kind::Names => json!({ "type": "object", "additionalProperties": value() }),
    }
}

/// Returns the schema of any single value, which is taken as written.
fn value() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

//! The JSON form of a call: its conversion to pairs, and its signed text.
//!
//! A form has a list as `Name.0` and a field of an object as `Name.Member`; JSON is converted to
//! the same pairs. Clients that send lists or objects sign either those pairs or the JSON itself:
//! fields in the order of their names, each name followed by its value, and entries of lists one
//! after the other, without numbers.

use serde_json::{Map, Value};

use crate::gateway::Parameters;

/// Most bytes of all names and values; a long name before a long list could come to the memory of
/// the machine.
const MOST: usize = 4 * 1024 * 1024;

/// The parameters would be too many bytes.
#[derive(Debug, PartialEq)]
pub(super) struct TooLarge;

/// Returns true if anything in it is a list or an object.
pub(super) fn is_nested(call: &Map<String, Value>) -> bool {
    call.values().any(|value| value.is_array() || value.is_object())
}

/// Adds the JSON as pairs, without null values.
pub(super) fn flatten(call: Map<String, Value>, pairs: &mut Parameters) -> Result<(), TooLarge> {
    let mut left = MOST;
    call.into_iter().try_for_each(|(name, value)| flatten_value(name, value, pairs, &mut left))
}

fn flatten_value(
    name: String,
    value: Value,
    pairs: &mut Parameters,
    left: &mut usize,
) -> Result<(), TooLarge> {
    match value {
        Value::Null => Ok(()),
        Value::Array(entries) => {
            let mut entries = entries.into_iter().enumerate();
            entries
                .try_for_each(|(n, entry)| flatten_value(format!("{name}.{n}"), entry, pairs, left))
        }
        Value::Object(members) => {
            let mut members = members.into_iter();
            members.try_for_each(|(member, value)| {
                flatten_value(format!("{name}.{member}"), value, pairs, left)
            })
        }
        scalar => {
            let text = text(&scalar);
            *left = left.checked_sub(name.len() + text.len()).ok_or(TooLarge)?;
            pairs.insert(name, text);
            Ok(())
        }
    }
}

/// Returns the text that is signed of nested JSON.
pub(super) fn signed_text(call: &Map<String, Value>) -> String {
    let mut signed = String::new();
    let mut members: Vec<_> = call.iter().filter(|(name, _)| *name != "Signature").collect();
    members.sort_unstable_by_key(|(name, _)| *name);
    for (name, value) in members {
        if !value.is_null() {
            signed.push_str(name);
            sign(value, &mut signed);
        }
    }
    signed
}

fn sign(value: &Value, signed: &mut String) {
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| sign(entry, signed)),
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            for (name, value) in members {
                signed.push_str(name);
                sign(value, signed);
            }
        }
        scalar => signed.push_str(&text(scalar)),
    }
}

/// Returns a scalar as in a form: a number without exponent, and without a fraction of zero.
fn text(scalar: &Value) -> String {
    match scalar {
        Value::String(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) if number.is_f64() => {
            number.as_f64().map_or_else(String::new, |number| number.to_string())
        }
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(json: &str) -> Map<String, Value> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn json_comes_to_the_pairs_of_a_form() {
        let call = object(
            r#"{"Action":"X","Limit":10,"Whole":42.0,"Part":0.5,"Small":1e-7,"Large":1e22,
                "Yes":true,"Nothing":null,"Empty":"","None":[],
                "Ids":["a",null,"b"],"Disks":[{"Size":20,"More":{"Deep":[false]}}]}"#,
        );
        let mut pairs = Parameters::from([("Limit".to_owned(), "1".to_owned())]);
        flatten(call, &mut pairs).unwrap();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(
            pairs,
            [
                ("Action", "X"),
                ("Disks.0.More.Deep.0", "false"),
                ("Disks.0.Size", "20"),
                ("Empty", ""),
                ("Ids.0", "a"),
                ("Ids.2", "b"),
                ("Large", "10000000000000000000000"),
                ("Limit", "10"),
                ("Part", "0.5"),
                ("Small", "0.0000001"),
                ("Whole", "42"),
                ("Yes", "true"),
            ]
        );
    }

    #[test]
    fn nested_json_is_signed_by_its_names_and_values() {
        let call = object(
            r#"{"b":["foo",["bar"],{"y":1.0,"x":true}],"a":{"foo":"bar"},"c":null,
                "Signature":"x"}"#,
        );
        assert!(is_nested(&call) && !is_nested(&object(r#"{"a":1}"#)));
        assert_eq!(signed_text(&call), "afoobarbfoobarxtruey1");
    }

    #[test]
    fn json_that_would_grow_beyond_measure_is_refused() {
        let name = "n".repeat(500_000);
        let call = object(&format!(r#"{{"{name}":[{}1]}}"#, "1,".repeat(200_000)));
        assert_eq!(flatten(call, &mut Parameters::new()), Err(TooLarge));
    }
}

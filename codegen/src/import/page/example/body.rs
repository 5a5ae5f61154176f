//! The example of a request that is shown as JSON.

use serde_json::Value;

use super::super::names::LONGEST;
use crate::diagnostics::text::code;
use crate::import::note::Notes;

/// The body's members as the parameters of an address: `Disks.0.Size` of `{ "Disks": [{ "Size": 1 }] }`.
pub(super) fn pairs(
    text: &str,
    line: usize,
    notes: &mut Notes<'_>,
) -> Option<Vec<(String, String)>> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let line = line + error.line().saturating_sub(1);
            notes.add(
                line,
                format!("the example's JSON does not parse, {error}: not read"),
            );
            return None;
        }
    };
    notes.add(line, "an example in JSON: taken for the same parameters in an address");
    let mut body = Body { pairs: Vec::new(), line, notes };
    body.flatten("", &value);
    Some(body.pairs)
}

struct Body<'n, 'f> {
    pairs: Vec<(String, String)>,
    line: usize,
    notes: &'n mut Notes<'f>,
}

impl Body<'_, '_> {
    /// As deep as serde_json reads, which is bounded.
    fn flatten(&mut self, name: &str, value: &Value) {
        // Below a name that is left out nothing is sent either.
        if name.len() > LONGEST {
            let text = format!(
                "{} in the example is longer than {LONGEST} characters: left out",
                code(name)
            );
            self.notes.add(self.line, text);
            return;
        }
        let below = |part: &str| {
            if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") }
        };
        match value {
            Value::Object(members) => {
                for (member, value) in members {
                    self.flatten(&below(member), value);
                }
            }
            Value::Array(entries) => {
                for (index, value) in entries.iter().enumerate() {
                    self.flatten(&below(&index.to_string()), value);
                }
            }
            Value::Null => {}
            Value::String(text) => self.add(name, text.clone()),
            Value::Bool(_) | Value::Number(_) => self.add(name, value.to_string()),
        }
    }

    fn add(&mut self, name: &str, value: String) {
        self.pairs.push((name.to_owned(), value));
    }
}

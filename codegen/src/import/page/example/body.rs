//! The example of a request that is shown as JSON.

use serde_json::Value;

use super::super::names::LONGEST;
use crate::diagnostics::text::code;
use crate::import::note::Notes;

/// Returns the members of a body as the parameters of an address: `Disks.0.Size` of `{ "Disks": [{
/// "Size": 1 }] }`.
pub(super) fn pairs(
    text: &str,
    line: usize,
    notes: &mut Notes<'_>,
) -> Option<Vec<(String, String)>> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let text = format!("the example's JSON does not parse, {error}: not read");
            notes.add(line + error.line().saturating_sub(1), text);
            return None;
        }
    };
    notes.add(line, "an example in JSON: taken for the same parameters in an address");
    let mut pairs = Vec::new();
    // As deep as serde_json reads, which is bounded.
    let mut open = vec![(String::new(), value)];
    while let Some((name, value)) = open.pop() {
        // Below a name that is left out nothing is sent either.
        if name.len() > LONGEST {
            let name = code(&name);
            let text =
                format!("{name} in the example is longer than {LONGEST} characters: left out");
            notes.add(line, text);
            continue;
        }
        let below = |part: &str| match name.as_str() {
            "" => part.to_owned(),
            name => format!("{name}.{part}"),
        };
        // The last one is taken first.
        match value {
            Value::Object(members) => {
                let members = members.into_iter().rev();
                open.extend(members.map(|(member, value)| (below(&member), value)));
            }
            Value::Array(entries) => {
                let entries = entries.into_iter().enumerate().rev();
                open.extend(entries.map(|(index, value)| (below(&index.to_string()), value)));
            }
            Value::Null => {}
            Value::String(text) => pairs.push((name, text)),
            value => pairs.push((name, value.to_string())),
        }
    }
    Some(pairs)
}

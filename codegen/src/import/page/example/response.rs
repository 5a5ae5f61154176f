//! The example of a response: a JSON object.

use std::ops::Range;

use serde_json::Value;

use super::super::outline::Shown;
use crate::diagnostics::text::is_unseen;
use crate::import::note::Notes;

/// Reads the example: the page's text, laid out evenly, and its lines on the page. `None` when the
/// page shows none that decodes.
pub(in super::super) fn read(
    shown: &Shown<'_>,
    notes: &mut Notes<'_>,
) -> Option<(String, Range<usize>)> {
    let block = super::block(shown, |text| text.trim_start().starts_with('{'), notes)?;
    let text = clean(&block.text);
    let above = text.lines().take_while(|line| line.trim().is_empty()).count();
    let trimmed = text.trim();
    let why = match serde_json::from_str(trimmed) {
        Ok(Value::Object(members)) => match members.get("RetCode") {
            Some(Value::Number(code)) if code.as_u64() == Some(0) => None,
            Some(Value::String(code)) if code == "0" => None,
            Some(_) => Some((0, "has a RetCode that is not 0".to_owned())),
            None => Some((0, "has no RetCode".to_owned())),
        },
        Ok(_) => Some((0, "is not an object".to_owned())),
        Err(error) => Some((error.line().saturating_sub(1), format!("does not parse, {error}"))),
    };
    match why {
        None => Some((trimmed.to_owned(), super::lines(block))),
        Some((below, why)) => {
            let line = block.line + above + below;
            notes.add(
                line,
                format!("the example of a response {why}: there is none for this action"),
            );
            None
        }
    }
}

/// The text without the indent that all lines have, and without what cannot be seen.
fn clean(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(spaced).collect();
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let common = filled.map(indent).min().unwrap_or(0);
    let mut cleaned = String::with_capacity(text.len());
    let mut inside = false;
    for line in &lines {
        let line = line.get(common..).unwrap_or("").trim_end();
        push_seen(&mut cleaned, line, &mut inside);
        cleaned.push('\n');
    }
    cleaned
}

/// A line whose indent has spaces alone.
fn spaced(line: &str) -> String {
    let rest = line.trim_start_matches([' ', '\t']);
    let indent = line.get(..line.len() - rest.len()).unwrap_or("");
    format!("{}{rest}", indent.replace('\t', "  "))
}

/// Writes a line of JSON; `inside` says whether a string is open.
fn push_seen(to: &mut String, line: &str, inside: &mut bool) {
    let mut escaped = false;
    for char in line.chars() {
        let ends = char == '"' && !escaped;
        escaped = *inside && char == '\\' && !escaped;
        *inside ^= ends;
        match char {
            char if !is_unseen(char) => to.push(char),
            // A string keeps what it says.
            char if *inside => {
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    to.push_str(&format!("\\u{unit:04x}"));
                }
            }
            '\t' => to.push(' '),
            _ => {}
        }
    }
}

//! The reply of an example: that it is one, and what no table knows of it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::description::{Action, Reply};
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Span};
use crate::parameter_tree::is_name;
use crate::source::File;
use crate::symbols::Table;

/// Reads the reply of an example.
pub(super) fn parse(
    reply: &Reply,
    files: &[File<'_>],
    diagnostics: &mut Diagnostics,
) -> Option<Value> {
    match serde_json::from_str::<Value>(&reply.text) {
        Ok(Value::Object(object)) => {
            let ret_code = object.get("RetCode");
            let success = ret_code.is_some_and(|code| {
                code.as_i64() == Some(0) || code.as_str() == Some("0")
            });
            if !success {
                diagnostics
                    .add(
                        member_at(reply, "RetCode", files),
                        "the reply of the example is no success",
                    )
                    .label("its `RetCode` is not 0")
                    .help("an example is a reply that decodes: it has `\"RetCode\": 0`");
            }
            Some(Value::Object(object))
        }
        Ok(_) => {
            diagnostics
                .add(reply.text.at, "the reply of the example is no JSON object")
                .help("write the whole reply, as the page shows it");
            None
        }
        Err(error) => {
            let at = line_at(reply, error.line(), files);
            diagnostics
                .add(at, format!("the reply of the example is not JSON: {error}"))
                .help("correct it, or copy it from the page again");
            None
        }
    }
}

/// The place of a line of the reply.
fn line_at(reply: &Reply, line: usize, files: &[File<'_>]) -> Span {
    let at = reply.text.at;
    let Some(file) = files.get(at.file).filter(|_| reply.literal) else { return at };
    // The text begins on the line after the `|`.
    let skip = if file.text[..at.start.min(file.text.len())].trim_end().ends_with('|') {
        line - 1
    } else {
        line
    };
    let mut start = at.start;
    for _ in 0..skip {
        match file.text[start..].find('\n') {
            Some(length) => start += length + 1,
            None => return at,
        }
    }
    let text = file.text[start..].split('\n').next().unwrap_or_default();
    let indent = text.len() - text.trim_start().len();
    Span {
        file: at.file,
        start: start + indent,
        end: start + text.trim_end().len().max(indent),
    }
}

/// The place of a member's name in the reply.
fn member_at(reply: &Reply, name: &str, files: &[File<'_>]) -> Span {
    let at = reply.text.at;
    let quoted = Value::String(name.to_owned()).to_string();
    let found = files.get(at.file).and_then(|file| {
        let text = file.text.get(at.start..at.end)?;
        let start = at.start + text.find(&quoted)?;
        Some(Span { file: at.file, start, end: start + quoted.len() })
    });
    found.unwrap_or(at)
}

/// Tells that no row has the name of a member.
pub(super) fn unknown(
    table: Table<'_>,
    name: &str,
    value: &Value,
    (action, reply): (&Action, &Reply),
    files: &[File<'_>],
    diagnostics: &mut Diagnostics,
) {
    // A name that no row can have is only in the reply's JSON, and nothing has no type.
    if !table.is_readable() || !is_name(name) || value.is_null() {
        return;
    }
    let mut ty = row_type(value);
    if ty.starts_with('[') {
        ty = format!("\"{ty}\"");
    }
    let row = format!("- {{ name: {name}, type: {ty}, undocumented: true }}");
    let whose = code(&action.named.name);
    let title = format!(
        "the example of {whose} has {}, which {} has not",
        code(name),
        table.title()
    );
    diagnostics
        .add(member_at(reply, name, files), title)
        .label("no row has this name")
        .help(format!("add a row: {}", code(&row)));
}

/// The type of a row that holds a value.
pub(crate) fn row_type(value: &Value) -> String {
    let Value::Array(entries) = value else { return type_of(value).to_owned() };
    let types: BTreeSet<_> =
        entries.iter().filter(|entry| !entry.is_null()).map(type_of).collect();
    let one = match types.iter().copied().collect::<Vec<_>>().as_slice() {
        [] => "string",
        [one] => one,
        ["float", "int"] => "float",
        _ => "object",
    };
    format!("[{one}]")
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_i64() => "int",
        Value::Number(_) => "float",
        Value::Object(_) | Value::Array(_) => "object",
        Value::String(_) | Value::Null => "string",
    }
}

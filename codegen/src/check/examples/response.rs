//! Rules on the response of an example.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::description::{Action, ResponseText};
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Span};
use crate::parameter_tree::is_name;
use crate::source::File;
use crate::symbols::Table;

/// Reads the response of an example.
pub(super) fn parse(
    response: &ResponseText,
    files: &[File<'_>],
    diagnostics: &mut Diagnostics,
) -> Option<Value> {
    match serde_json::from_str::<Value>(&response.text) {
        Ok(Value::Object(object)) => {
            let ret_code = object.get("RetCode");
            let success =
                ret_code.is_some_and(|code| code.as_i64() == Some(0) || code.as_str() == Some("0"));
            if !success {
                diagnostics
                    .report(
                        field_span(response, "RetCode", files),
                        "invalid example response: expected a success",
                    )
                    .label("its `RetCode` is not 0")
                    .help("write a response with `\"RetCode\": 0`");
            }
            Some(Value::Object(object))
        }
        Ok(_) => {
            diagnostics
                .report(response.text.span, "invalid example response: expected a JSON object")
                .help("write the whole response, as the page shows it");
            None
        }
        Err(error) => {
            let span = line_span(response, error.line(), files);
            diagnostics
                .report(span, format!("invalid JSON in the example response: {error}"))
                .help("correct it, or copy it from the page again");
            None
        }
    }
}

/// Returns the place of a line of the response.
fn line_span(response: &ResponseText, line: usize, files: &[File<'_>]) -> Span {
    let span = response.text.span;
    let Some(file) = files.get(span.file).filter(|_| response.literal) else {
        return span;
    };
    // The text begins on the line after the `|`.
    let skip = if file.text[..span.start.min(file.text.len())].trim_end().ends_with('|') {
        line - 1
    } else {
        line
    };
    let mut start = span.start;
    for _ in 0..skip {
        match file.text[start..].find('\n') {
            Some(length) => start += length + 1,
            None => return span,
        }
    }
    let text = file.text[start..].split('\n').next().unwrap_or_default();
    let indent = text.len() - text.trim_start().len();
    Span { file: span.file, start: start + indent, end: start + text.trim_end().len().max(indent) }
}

/// Returns the place of a field's name in the response.
fn field_span(response: &ResponseText, name: &str, files: &[File<'_>]) -> Span {
    let span = response.text.span;
    let quoted = Value::String(name.to_owned()).to_string();
    let found = files.get(span.file).and_then(|file| {
        let text = file.text.get(span.start..span.end)?;
        let start = span.start + text.find(&quoted)?;
        Some(Span { file: span.file, start, end: start + quoted.len() })
    });
    found.unwrap_or(span)
}

/// Reports a field that no row has.
pub(super) fn unknown(
    table: Table<'_>,
    name: &str,
    value: &Value,
    (action, response): (&Action, &ResponseText),
    files: &[File<'_>],
    diagnostics: &mut Diagnostics,
) {
    // No row can have such a name, and null has no type.
    if !table.is_readable() || !is_name(name) || value.is_null() {
        return;
    }
    let mut ty = row_type(value);
    if ty.starts_with('[') {
        ty = format!("\"{ty}\"");
    }
    let span = field_span(response, name, files);
    let row = format!("- {{ name: {name}, type: {ty}, undocumented: true }}");
    let whose = code(&action.named.name);
    let (name, table) = (code(name), table.title());
    let title = format!("unknown field {name} of {table} in the example of {whose}");
    diagnostics
        .report(span, title)
        .label("no row has this name")
        .help(format!("add a row: {}", code(&row)));
}

/// Returns the type of a row for a value.
pub(crate) fn row_type(value: &Value) -> String {
    let Value::Array(entries) = value else { return type_of(value).to_owned() };
    let types: BTreeSet<_> = entries.iter().filter(|entry| !entry.is_null()).map(type_of).collect();
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

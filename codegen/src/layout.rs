//! The one layout of a description: keys in the order of their tables
//! ([`keys`](crate::description::keys)), rows in flow style on one line each, text in quotes only
//! where it needs them.

use std::collections::BTreeMap;

use crate::description::keys::{Key, Kind, Shape};
use crate::description::tree::{Node, Value};
use crate::description::{self, Description};
use crate::diagnostics::text::is_unseen;
use crate::diagnostics::{Diagnostics, Report};
use crate::source::{File, Sources};

/// Returns the text that each file has in the one layout, or the diagnostics that keep a file from
/// being read.
///
/// A comment is a diagnostic too, because the layout has no place for it.
pub fn format(sources: &Sources) -> Result<BTreeMap<String, String>, Report> {
    let files: Vec<_> = sources.iter().map(|(path, text)| File::new(path, text)).collect();
    let (trees, _) = read(&files)?;
    let texts = files.iter().zip(trees).filter_map(|(file, node)| {
        let shape = description::shape(file.path)?;
        Some((file.path.to_owned(), print(&node?, shape)))
    });
    Ok(texts.collect())
}

/// Reads the files of a description that has no comments.
pub(crate) fn read(files: &[File<'_>]) -> Result<(Vec<Option<Node>>, Description), Report> {
    let mut diagnostics = Diagnostics::default();
    let trees = description::trees(files, &mut diagnostics);
    let description = description::read_trees(files, &trees, &mut diagnostics);
    for comment in trees.iter().flat_map(|tree| &tree.comments) {
        diagnostics
            .report(*comment, "comment in a description: expected keys and values alone")
            .help("write it as `note: ..`, a key of the map that it is about, or remove it");
    }
    diagnostics.into_report(files)?;
    Ok((trees.into_iter().map(|tree| tree.root).collect(), description))
}

impl Shape {
    /// Checks for a map on one line: it has no other map of known keys, and no lines of text.
    fn is_row(&self) -> bool {
        !self.keys.iter().any(|key| matches!(key.kind, Kind::Map(_) | Kind::Maps(_) | Kind::Lines))
    }
}

/// Prints a file.
pub(crate) fn print(node: &Node, shape: &Shape) -> String {
    let mut text = String::new();
    block(&mut text, node, shape, "", "");
    if text.is_empty() { "{}\n".to_owned() } else { text }
}

/// Entries of a map in the order of their table.
fn ordered<'n, 's>(node: &'n Node, shape: &'s Shape) -> Vec<(&'s Key, &'n Node)> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    let find = |key: &Key| entries.iter().find(|(name, _)| name.value == key.name);
    let keys = shape.keys.iter();
    keys.filter_map(|key| find(key).map(|(_, value)| (key, value))).collect()
}

/// Prints a map with a line or more for each key. `first` starts the first line, `indent` the
/// others.
fn block(text: &mut String, node: &Node, shape: &Shape, first: &str, indent: &str) {
    let inner = format!("{indent}  ");
    let mut start = first;
    for (key, node) in ordered(node, shape) {
        text.push_str(start);
        text.push_str(key.name);
        text.push(':');
        start = indent;
        match (&key.kind, &node.value) {
            (Kind::Maps(shape), Value::List(entries)) if !entries.is_empty() => {
                text.push('\n');
                for entry in entries {
                    let dash = format!("{inner}- ");
                    if shape.is_row() {
                        text.push_str(&dash);
                        flow(text, entry, &Kind::Map(shape));
                        text.push('\n');
                    } else {
                        block(text, entry, shape, &dash, &format!("{inner}  "));
                    }
                }
            }
            (Kind::Map(shape), Value::Map(entries)) if !shape.is_row() && !entries.is_empty() => {
                text.push('\n');
                block(text, node, shape, &inner, &inner);
            }
            (Kind::Text | Kind::Lines, Value::Scalar { text: lines, .. }) if is_literal(lines) => {
                literal(text, lines, &inner);
            }
            (kind, _) => {
                text.push(' ');
                flow(text, node, kind);
                text.push('\n');
            }
        }
    }
}

/// Prints a value on the line where it begins.
fn flow(text: &mut String, node: &Node, kind: &Kind) {
    match (&node.value, kind) {
        (Value::Map(entries), _) if entries.is_empty() => text.push_str("{}"),
        (Value::Map(_), Kind::Map(shape)) => {
            let entries = ordered(node, shape).into_iter();
            map(text, entries.map(|(key, node)| (key.name, node, &key.kind)));
        }
        (Value::Map(entries), _) => {
            map(text, entries.iter().map(|(key, node)| (&**key, node, &Kind::Text)));
        }
        (Value::List(entries), _) => {
            text.push('[');
            for (index, entry) in entries.iter().enumerate() {
                text.push_str(if index > 0 { ", " } else { "" });
                flow(text, entry, &Kind::Text);
            }
            text.push(']');
        }
        (Value::Scalar { text: value, .. }, Kind::Flag | Kind::Int) => {
            text.push_str(value);
        }
        (Value::Scalar { text: value, .. }, Kind::Value) if is_value(value) => {
            text.push_str(value);
        }
        (Value::Scalar { text: value, .. }, _) => text.push_str(&scalar(value)),
        (Value::Null | Value::Broken, _) => text.push_str("null"),
    }
}

fn map<'n>(text: &mut String, entries: impl Iterator<Item = (&'n str, &'n Node, &'n Kind)>) {
    for (index, (key, node, kind)) in entries.enumerate() {
        text.push_str(if index > 0 { ", " } else { "{ " });
        text.push_str(&scalar(key));
        text.push_str(": ");
        flow(text, node, kind);
    }
    text.push_str(" }");
}

/// Checks for a truth value, or a number in its shortest form.
fn is_value(text: &str) -> bool {
    let is_int = text.parse().is_ok_and(|number: i64| number.to_string() == text);
    let is_float =
        text.contains('.') && text.parse().is_ok_and(|number: f64| number.to_string() == text);
    is_int || is_float || matches!(text, "true" | "false")
}

/// Checks for a text that a `|` block can hold: it ends its last line, and has no line end but
/// `\n`.
fn is_literal(text: &str) -> bool {
    // After a last line of spaces alone, readers differ on what the block holds.
    let last = text.strip_suffix('\n').and_then(|lines| lines.rsplit('\n').next());
    last.is_some_and(|line| !line.trim_matches([' ', '\t']).is_empty())
        && !text.contains(|char| is_unseen(char) && !matches!(char, '\n' | '\t'))
}

fn literal(text: &mut String, lines: &str, indent: &str) {
    // The indentation of the block is that of its first line that is not empty, unless a number
    // gives it.
    let first = lines.split('\n').find(|line| !line.is_empty());
    let is_given = first.is_some_and(|line| line.starts_with([' ', '\t']));
    text.push_str(if is_given { " |2\n" } else { " |\n" });
    for line in lines.lines() {
        text.push_str(if line.is_empty() { "" } else { indent });
        text.push_str(line);
        text.push('\n');
    }
}

/// Formats a scalar, also for `{ }` and `[ ]`: plain where every reader of YAML 1.1 and 1.2 takes
/// it as the same text, else in double quotes.
fn scalar(text: &str) -> String {
    let is_sign = |char: char| {
        matches!(char, ',' | '[' | ']' | '{' | '}' | ':' | '#' | '?' | '"' | '\\')
            || is_unseen(char)
            || (char.is_whitespace() && char != ' ')
    };
    let starts = |char: char| char.is_alphabetic() || matches!(char, '_' | '/' | '(' | '$');
    let is_plain = text.starts_with(starts)
        && !text.ends_with(' ')
        && !text.contains(is_sign)
        && !is_word(text);
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// Checks for a plain word that some reader takes for a truth value or null.
fn is_word(text: &str) -> bool {
    ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
}

/// Returns the text in double quotes, on one line.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            char if is_unseen(char) => {
                out.push_str(&format!("\\U{:08x}", u32::from(char)));
            }
            char => out.push(char),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests;

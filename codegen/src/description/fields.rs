//! Reader of a map, which checks it against its table of keys.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::keys::{Key, Kind, Shape};
use crate::description::tree::{Node, Style, Text, Value};
use crate::diagnostics::text::{code, did_you_mean, nearest, one_of};
use crate::diagnostics::{Diagnostics, Span};

/// Values of a map that have the kinds of their keys. The others are reported.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    /// Start of the map, or its name.
    pub(crate) span: Span,
    /// ``row `SpaceId` ``, for messages.
    pub(crate) title: String,
    entries: BTreeMap<&'static str, &'a Node>,
}

impl<'a> Fields<'a> {
    /// Reads a map, or reports that the value is none.
    pub(crate) fn read(
        node: &'a Node,
        shape: &'static Shape,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let entries = match &node.value {
            Value::Map(entries) => entries,
            Value::Broken => return None,
            other => {
                let keys = shape.keys.iter().filter(|key| key.required);
                let keys = one_of(keys.map(|key| key.name));
                diagnostics
                    .report(node.span, format!("invalid {}: expected a map", shape.title))
                    .label(format!("this is {}", describe(other)))
                    .help(format!("write `key: value` pairs, first of all {keys}"));
                return None;
            }
        };
        let title = title(shape, entries);
        let mut fields = Self { span: node.span, title, entries: BTreeMap::new() };
        // A row is shown by its name.
        let name = entries.iter().find(|(key, _)| shape.name == Some(key));
        if let Some((_, Node { span, value: Value::Scalar { .. } })) = name {
            fields.span = *span;
        }
        let mut seen = BTreeSet::new();
        for (key, value) in entries.iter().filter(|(key, _)| !key.value.is_empty()) {
            if seen.insert(key.value.as_str()) {
                fields.insert(shape, key, value, diagnostics);
            } else {
                let what = format!("key {} in {}", code(key), fields.title);
                diagnostics.report_duplicate(key.span, what);
            }
        }
        for key in shape.keys.iter().filter(|key| key.required) {
            if !seen.contains(key.name) {
                let title = format!("missing key {} in {}", code(key.name), fields.title);
                diagnostics.report(fields.span, title).help(format!(
                    "write {}: {}",
                    code(&example(key)),
                    key.doc
                ));
            }
        }
        Some(fields)
    }

    /// Reads the map of a file. The result is empty, and the flag false, if the file cannot be
    /// read.
    pub(crate) fn read_file(
        node: Option<&'a Node>,
        shape: &'static Shape,
        file: usize,
        diagnostics: &mut Diagnostics,
    ) -> (Self, bool) {
        match node.and_then(|node| Self::read(node, shape, diagnostics)) {
            Some(fields) => (fields, true),
            None => {
                let (title, entries) = (String::new(), BTreeMap::new());
                (Self { span: Span::file(file), title, entries }, false)
            }
        }
    }

    fn insert(
        &mut self,
        shape: &'static Shape,
        key: &Text,
        node: &'a Node,
        diagnostics: &mut Diagnostics,
    ) {
        let title = &self.title;
        let Some(known) = shape.keys.iter().find(|known| known.name == key.value) else {
            let names = shape.keys.iter().map(|key| key.name);
            let help = match nearest(key, names.clone()) {
                Some(name) => format!("did you mean {}?", code(name)),
                None => format!("its keys are {}", one_of(names)),
            };
            let title = format!("unknown key {} in {title}", code(key));
            diagnostics.report(key.span, title).help(help);
            return;
        };
        let label = match (&known.kind, &node.value) {
            _ if is_of_kind(node, &known.kind) => {
                self.entries.insert(known.name, node);
                return;
            }
            (_, Value::Broken) => return,
            (Kind::Choice(_), Value::Scalar { .. }) => "unknown word".to_owned(),
            (_, value) => format!("this is {}", describe(value)),
        };
        diagnostics
            .report(node.span, format!("invalid value of {} in {title}", code(key)))
            .label(label)
            .help(advice(node, &known.kind));
    }

    /// Returns the value of a key, as it is in the tree.
    pub(crate) fn node(&self, key: &str) -> Option<&'a Node> {
        self.entries.get(key).copied()
    }

    /// Returns a word, a sentence or any single value.
    pub(crate) fn text(&self, key: &str) -> Option<Text> {
        self.node(key).and_then(text)
    }

    /// Returns the place of a flag that is set.
    pub(crate) fn flag(&self, key: &str) -> Option<Span> {
        let node = self.node(key)?;
        text(node).is_some_and(|text| text.value == "true").then_some(node.span)
    }

    /// Returns a whole number.
    pub(crate) fn int(&self, key: &str) -> Option<i64> {
        self.text(key)?.parse().ok()
    }

    fn list(&self, key: &str) -> &'a [Node] {
        match self.node(key).map(|node| &node.value) {
            Some(Value::List(nodes)) => nodes,
            _ => &[],
        }
    }

    /// Reads a list of maps.
    pub(crate) fn maps<T>(
        &self,
        key: &str,
        diagnostics: &mut Diagnostics,
        mut read: impl FnMut(&'a Node, &mut Diagnostics) -> Option<T>,
    ) -> Vec<T> {
        self.list(key).iter().filter_map(|node| read(node, diagnostics)).collect()
    }

    /// Reads a list of single values.
    pub(crate) fn values(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<Text> {
        let mut value = |node: &Node| {
            let what = || format!("entry of {} in {}", code(key), self.title);
            single(node, what, &format!("write `{key}: [one, another]`"), diagnostics)
        };
        self.list(key).iter().filter_map(&mut value).collect()
    }

    /// Reads a map from names to single values.
    pub(crate) fn names(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<(Text, Text)> {
        let Some(Value::Map(entries)) = self.node(key).map(|node| &node.value) else {
            return Vec::new();
        };
        let mut names = Vec::with_capacity(entries.len());
        let mut seen = BTreeSet::new();
        for (name, node) in entries.iter().filter(|(name, _)| !name.value.is_empty()) {
            let what = || format!("value of {} in {}", code(name), code(key));
            if !seen.insert(name.value.as_str()) {
                diagnostics
                    .report(name.span, format!("duplicate name {} in {}", code(name), code(key)))
                    .label("this is the second")
                    .help(
                        "keep one of the two; when an address repeats a name, the last one counts",
                    );
            } else if let Some(value) =
                single(node, what, "write it in quotes; an empty text is `\"\"`", diagnostics)
            {
                names.push((name.clone(), value));
            }
        }
        names
    }
}

/// Returns the text of a scalar.
fn text(node: &Node) -> Option<Text> {
    match &node.value {
        Value::Scalar { text, .. } => Some(Text { value: text.clone(), span: node.span }),
        _ => None,
    }
}

/// Returns a single value, or reports that it is none.
fn single(
    node: &Node,
    what: impl Fn() -> String,
    help: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Text> {
    let value = text(node);
    if value.is_none() && !matches!(node.value, Value::Broken) {
        diagnostics
            .report(node.span, format!("invalid {}: expected a single value", what()))
            .label(format!("this is {}", describe(&node.value)))
            .help(help);
    }
    value
}

fn is_of_kind(node: &Node, kind: &Kind) -> bool {
    match (kind, &node.value) {
        (Kind::Text | Kind::Lines, Value::Scalar { text, style }) => {
            !(is_blank(text) || *style == Style::Plain && is_number_or_flag(text))
        }
        (Kind::Value | Kind::Conversion, Value::Scalar { .. })
        | (Kind::Conversion | Kind::Map(_) | Kind::Names, Value::Map(_))
        | (Kind::Maps(_) | Kind::Values, Value::List(_)) => true,
        (Kind::Flag, Value::Scalar { text, style: Style::Plain }) => is_flag(text),
        (Kind::Int, Value::Scalar { text, style: Style::Plain }) => text.parse::<i64>().is_ok(),
        (Kind::Choice(choices), Value::Scalar { text, .. }) => {
            choices.iter().any(|(word, _)| word == text)
        }
        _ => false,
    }
}

/// Returns the help for a value of another kind.
fn advice(node: &Node, kind: &Kind) -> String {
    let quotes = |text: String| format!("put it in quotes, if that is the text: {}", code(&text));
    match (kind, &node.value) {
        (Kind::Text | Kind::Lines, Value::Scalar { text, .. }) if !is_blank(text) => {
            quotes(format!("{text:?}"))
        }
        (Kind::Text | Kind::Lines, Value::Scalar { .. } | Value::Null) => {
            "write the text, or remove the key".into()
        }
        // `type: [T]` without quotes.
        (Kind::Text | Kind::Lines, Value::List(nodes)) => match nodes.as_slice() {
            [Node { value: Value::Scalar { text, .. }, .. }] => quotes(format!("\"[{text}]\"")),
            _ => "write text".into(),
        },
        (Kind::Text | Kind::Lines, _) => {
            "write text; text with `: ` or ` #` in it, or a `{` at its start, needs quotes".into()
        }
        (Kind::Value, _) => "write a single value; an empty text is `\"\"`".into(),
        (Kind::Flag, _) => "write `true` or `false`, without quotes".into(),
        (Kind::Int, _) => "write a whole number, without quotes".into(),
        (Kind::Choice(choices), value) => {
            let words = choices.iter().map(|(word, _)| *word);
            match value {
                Value::Scalar { text, .. } => did_you_mean(text, words),
                _ => format!("write {}", one_of(words)),
            }
        }
        (Kind::Conversion, _) => {
            "write `timestamp`, `price`, `base64`, `presigned_url`, a scalar, an enum, or `{ bool: [on, off] }`".into()
        }
        (Kind::Map(_) | Kind::Names, _) => "write a map: `{ key: value }`".into(),
        (Kind::Maps(shape), _) => format!("write a list with a `- {{ .. }}` for each {}", shape.title),
        (Kind::Values, _) => "write a list: `[one, another]`".into(),
    }
}

/// Returns a key with an example of its kind of value.
fn example(key: &Key) -> String {
    let value = match &key.kind {
        Kind::Text | Kind::Lines | Kind::Value => "..",
        Kind::Flag => "false",
        Kind::Int => "1",
        Kind::Choice(choices) => choices.first().map_or("..", |(word, _)| word),
        Kind::Conversion => "timestamp",
        Kind::Map(_) | Kind::Names => "{ .. }",
        Kind::Maps(_) | Kind::Values => "[ .. ]",
    };
    format!("{}: {value}", key.name)
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn is_flag(text: &str) -> bool {
    matches!(text, "true" | "false")
}

/// Checks for a plain scalar that YAML's core schema reads as a number or a truth value.
fn is_number_or_flag(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && (text.parse::<f64>().is_ok() || text.starts_with("0x") || text.starts_with("0o"));
    number || is_flag(text) || matches!(text, "True" | "False" | "TRUE" | "FALSE")
}

fn title(shape: &Shape, entries: &[(Text, Node)]) -> String {
    let Some(name) = shape.name else {
        return format!("`{}`", shape.title).replace("`file`", "the file");
    };
    let entry = entries.iter().find(|(key, _)| key.value == name);
    match entry.and_then(|(_, node)| text(node)) {
        Some(name) => format!("{} {}", shape.title, code(&name)),
        None if shape.title.starts_with(['a', 'e', 'i', 'o']) => {
            format!("an {}", shape.title)
        }
        None => format!("a {}", shape.title),
    }
}

/// Describes a value for a label.
pub(crate) fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Broken => "broken",
        Value::Scalar { text, style: Style::Plain } if is_flag(text) => "a truth value",
        Value::Scalar { text, style: Style::Plain } if is_number_or_flag(text) => "a number",
        Value::Scalar { text, .. } if is_blank(text) => "an empty text",
        Value::Scalar { .. } => "text",
        Value::List(_) => "a list",
        Value::Map(_) => "a map",
    }
}

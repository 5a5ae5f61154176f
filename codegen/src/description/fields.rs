//! A map of the tree, checked against its table of keys.

use std::collections::BTreeMap;

use crate::description::keys::{Choice, Key, Kind, Shape};
use crate::description::tree::{Node, Style, Text, Value};
use crate::diagnostics::text::{code, did_you_mean, nearest, one_of};
use crate::diagnostics::{Diagnostics, Span};

/// The keys of a map that are as their table wants them. What is not has been told.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    /// Where the map starts.
    pub(crate) at: Span,
    /// ``row `SpaceId` ``, for messages.
    pub(crate) title: String,
    entries: BTreeMap<&'static str, &'a Node>,
}

impl<'a> Fields<'a> {
    /// Checks a map; `None` when the value is none.
    pub(crate) fn read(
        node: &'a Node,
        shape: &'static Shape,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let entries = match &node.value {
            Value::Map(entries) => entries,
            Value::Broken => return None,
            other => {
                let keys =
                    shape.keys.iter().filter(|key| key.required).map(|key| key.name);
                diagnostics
                    .add(
                        node.at,
                        format!(
                            "{} {} should be a map",
                            article(shape.title),
                            shape.title
                        ),
                    )
                    .label(format!("this is {}", described(other)))
                    .help(format!(
                        "write `key: value` pairs, first of all {}",
                        one_of(keys)
                    ));
                return None;
            }
        };
        let mut fields =
            Self { at: node.at, title: title(shape, entries), entries: BTreeMap::new() };
        // In a table of rows the name is what a reader looks for.
        if let Some((_, name)) =
            entries.iter().find(|(key, _)| Some(key.value.as_str()) == shape.name)
            && matches!(name.value, Value::Scalar { .. })
        {
            fields.at = name.at;
        }
        let mut first_places = BTreeMap::new();
        for (key, value) in entries.iter().filter(|(key, _)| !key.value.is_empty()) {
            if let Some(first) = first_places.insert(key.value.as_str(), key.at) {
                first_places.insert(key.value.as_str(), first);
                diagnostics
                    .add(
                        key.at,
                        format!(
                            "the key {} is there twice in {}",
                            code(key),
                            fields.title
                        ),
                    )
                    .label("this is the second")
                    .help("keep one of the two");
                continue;
            }
            fields.take(shape, key, value, diagnostics);
        }
        for key in shape
            .keys
            .iter()
            .filter(|key| key.required && !first_places.contains_key(key.name))
        {
            diagnostics
                .add(
                    fields.at,
                    format!("the key {} is missing in {}", code(key.name), fields.title),
                )
                .help(format!("write {}: {}", code(&example(key)), key.doc));
        }
        Some(fields)
    }

    fn take(
        &mut self,
        shape: &'static Shape,
        key: &Text,
        value: &'a Node,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(known) = shape.keys.iter().find(|known| known.name == key.value) else {
            let names = shape.keys.iter().map(|key| key.name);
            let help = match nearest(key, names.clone()) {
                Some(name) => format!("did you mean {}?", code(name)),
                None => format!("its keys are {}", one_of(names)),
            };
            diagnostics
                .add(key.at, format!("unknown key {} in {}", code(key), self.title))
                .label("no such key")
                .help(help);
            return;
        };
        match wrong(&known.kind, value) {
            None => {
                self.entries.insert(known.name, value);
            }
            Some(_) if matches!(value.value, Value::Broken) => {}
            Some(help) => self.wrong(known, key, value, help, diagnostics),
        }
    }

    fn wrong(
        &self,
        known: &Key,
        key: &Text,
        value: &Node,
        help: String,
        diagnostics: &mut Diagnostics,
    ) {
        let title = &self.title;
        if let (Kind::Choice(_), Value::Scalar { text, .. }) =
            (&known.kind, &value.value)
        {
            let title =
                format!("{} is no value of {} in {title}", code(text), code(key));
            diagnostics.add(value.at, title).help(help);
        } else {
            diagnostics
                .add(
                    value.at,
                    format!(
                        "the value of {} in {title} is of the wrong kind",
                        code(key)
                    ),
                )
                .label(format!("this is {}", described(&value.value)))
                .help(help);
        }
    }

    /// The value of a key, as it is in the tree.
    pub(crate) fn node(&self, key: &str) -> Option<&'a Node> {
        self.entries.get(key).copied()
    }

    /// A word, a sentence or any single value.
    pub(crate) fn text(&self, key: &str) -> Option<Text> {
        self.node(key).and_then(text)
    }

    /// Whether a flag is set, and where.
    pub(crate) fn flag(&self, key: &str) -> Option<Span> {
        let node = self.node(key)?;
        text(node).is_some_and(|text| text.value == "true").then_some(node.at)
    }

    /// A whole number.
    pub(crate) fn int(&self, key: &str) -> Option<i64> {
        self.text(key)?.parse().ok()
    }

    /// A list's entries.
    pub(crate) fn list(&self, key: &str) -> &'a [Node] {
        match self.node(key).map(|node| &node.value) {
            Some(Value::List(nodes)) => nodes,
            _ => &[],
        }
    }

    /// A list of maps, each read in its turn.
    pub(crate) fn maps<T>(
        &self,
        key: &str,
        diagnostics: &mut Diagnostics,
        mut read: impl FnMut(&'a Node, &mut Diagnostics) -> Option<T>,
    ) -> Vec<T> {
        self.list(key).iter().filter_map(|node| read(node, diagnostics)).collect()
    }

    /// A list of single values.
    pub(crate) fn values(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<Text> {
        self.list(key)
            .iter()
            .filter_map(|node| {
                let value = text(node);
                if value.is_none() && !matches!(node.value, Value::Broken) {
                    diagnostics
                        .add(
                            node.at,
                            format!(
                                "{} in {} lists single values",
                                code(key),
                                self.title
                            ),
                        )
                        .label(format!("this is {}", described(&node.value)))
                        .help(format!("write `{key}: [one, another]`"));
                }
                value
            })
            .collect()
    }

    /// A map from names to single values.
    pub(crate) fn names(
        &self,
        key: &str,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(Text, Text)> {
        let Some(Value::Map(entries)) = self.node(key).map(|node| &node.value) else {
            return Vec::new();
        };
        let mut names = Vec::with_capacity(entries.len());
        let mut seen = std::collections::BTreeSet::new();
        for (name, node) in entries.iter().filter(|(name, _)| !name.value.is_empty()) {
            if !seen.insert(name.value.as_str()) {
                diagnostics
                    .add(name.at, format!("the name {} is there twice in {}", code(name), code(key)))
                    .label("this is the second")
                    .help("keep one of the two; when an address repeats a name, the last one counts");
                continue;
            }
            match text(node) {
                Some(value) => names.push((name.clone(), value)),
                None if matches!(node.value, Value::Broken) => {}
                None => {
                    diagnostics
                        .add(
                            node.at,
                            format!("{} in {} is a single value", code(name), code(key)),
                        )
                        .label(format!("this is {}", described(&node.value)))
                        .help("write it in quotes; an empty text is `\"\"`");
                }
            }
        }
        names
    }
}

/// The text of a scalar.
fn text(node: &Node) -> Option<Text> {
    match &node.value {
        Value::Scalar { text, .. } => Some(Text { value: text.clone(), at: node.at }),
        _ => None,
    }
}

/// What to write, when a value is not of its kind.
fn wrong(kind: &Kind, node: &Node) -> Option<String> {
    let right = match (kind, &node.value) {
        (Kind::Text | Kind::Lines, Value::Scalar { text, style }) => {
            !(is_blank(text) || *style == Style::Plain && is_number_or_flag(text))
        }
        (Kind::Value | Kind::Conversion, Value::Scalar { .. })
        | (Kind::Conversion | Kind::Map(_) | Kind::Names, Value::Map(_))
        | (Kind::Maps(_) | Kind::Values, Value::List(_)) => true,
        (Kind::Flag, Value::Scalar { text, style: Style::Plain }) => {
            matches!(text.as_str(), "true" | "false")
        }
        (Kind::Int, Value::Scalar { text, style: Style::Plain }) => {
            text.parse::<i64>().is_ok()
        }
        (Kind::Choice(words), Value::Scalar { text, .. }) => {
            words.iter().any(|choice| choice.word == text)
        }
        _ => false,
    };
    if right {
        return None;
    }
    Some(match (kind, &node.value) {
        (Kind::Text | Kind::Lines, Value::Scalar { text, .. }) if !is_blank(text) => {
            format!("put it in quotes, if that is the text: {}", code(&format!("{text:?}")))
        }
        (Kind::Text | Kind::Lines, Value::Scalar { .. } | Value::Null) => "write the text, or take the key away".into(),
        // `type: [T]` without quotes is the likeliest of all.
        (Kind::Text | Kind::Lines, Value::List(nodes)) => match nodes.as_slice() {
            [Node { value: Value::Scalar { text, .. }, .. }] => {
                format!("put it in quotes, if that is the text: {}", code(&format!("\"[{text}]\"")))
            }
            _ => "write text".into(),
        },
        (Kind::Text | Kind::Lines, _) => "write text; text with `: ` or ` #` in it, or a `{` at its start, needs quotes".into(),
        (Kind::Value, _) => "write a single value; an empty text is `\"\"`".into(),
        (Kind::Flag, _) => "write `true` or `false`, without quotes".into(),
        (Kind::Int, _) => "write a whole number, without quotes".into(),
        (Kind::Choice(words), Value::Scalar { text, .. }) => did_you_mean(text, choices(words)),
        (Kind::Choice(words), _) => format!("write {}", one_of(choices(words))),
        (Kind::Conversion, _) => {
            "write `timestamp`, `price`, `base64`, `presigned_url`, a scalar, an enum, or `{ bool: [on, off] }`".into()
        }
        (Kind::Map(_) | Kind::Names, _) => "write a map: `{ key: value }`".into(),
        (Kind::Maps(shape), _) => format!("write a list with a `- {{ .. }}` for each {}", shape.title),
        (Kind::Values, _) => "write a list: `[one, another]`".into(),
    })
}

fn choices(words: &'static [Choice]) -> impl Iterator<Item = &'static str> + Clone {
    words.iter().map(|choice| choice.word)
}

/// How a key with a value of its kind may look.
fn example(key: &Key) -> String {
    let value = match &key.kind {
        Kind::Text | Kind::Lines | Kind::Value => "..".to_owned(),
        Kind::Flag => "false".into(),
        Kind::Int => "1".into(),
        Kind::Choice(words) => {
            words.first().map_or_else(String::new, |choice| choice.word.into())
        }
        Kind::Conversion => "timestamp".into(),
        Kind::Map(_) | Kind::Names => "{ .. }".into(),
        Kind::Maps(_) | Kind::Values => "[ .. ]".into(),
    };
    format!("{}: {value}", key.name)
}

/// Whether there is nothing to read.
fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// What a plain scalar is to a reader that follows YAML's core schema.
fn is_number_or_flag(text: &str) -> bool {
    let number = text
        .strip_prefix(['-', '+'])
        .unwrap_or(text)
        .starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && (text.parse::<f64>().is_ok()
            || text.starts_with("0x")
            || text.starts_with("0o"));
    number || matches!(text, "true" | "false" | "True" | "False" | "TRUE" | "FALSE")
}

fn title(shape: &Shape, entries: &[(Text, Node)]) -> String {
    let name = shape.name.and_then(|name| {
        entries
            .iter()
            .find(|(key, _)| key.value == name)
            .and_then(|(_, node)| text(node))
    });
    match name {
        Some(name) => format!("{} {}", shape.title, code(&name)),
        None if shape.name.is_some() => {
            format!("{} {}", article(shape.title), shape.title)
        }
        None => format!("`{}`", shape.title).replace("`file`", "the file"),
    }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}

/// What stands at a place, for a label.
pub(crate) fn described(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Broken => "broken",
        Value::Scalar { text, style: Style::Plain }
            if matches!(text.as_str(), "true" | "false") =>
        {
            "a truth value"
        }
        Value::Scalar { text, style: Style::Plain } if is_number_or_flag(text) => {
            "a number"
        }
        Value::Scalar { text, .. } if is_blank(text) => "an empty text",
        Value::Scalar { .. } => "text",
        Value::List(_) => "a list",
        Value::Map(_) => "a map",
    }
}

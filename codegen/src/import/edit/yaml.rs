//! Values as YAML: on one line, or in block style.

use std::borrow::Cow;

use crate::description::tree::{Node, Style, Value};
use crate::wording::is_unseen;

/// How much deeper each level is written.
pub(super) const INDENT: usize = 2;

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Yaml {
    /// A word or a sentence, which no reader takes for a number or a truth value.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// Keys and values, in the order that they are written in.
    Map(Vec<(String, Yaml)>),
    /// A list.
    List(Vec<Yaml>),
    /// Lines, written as a `|` block where that is possible. The last line's end may be left out; the value has it.
    Literal(String),
}

/// Lines without their ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Lined {
    pub(super) lines: Vec<String>,
    /// Whether the last line's end is part of a value.
    pub(super) ends_literal: bool,
}

/// A value as it follows its key: what stands on the key's line, and the lines below.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    pub(super) head: String,
    pub(super) below: Lined,
}

impl Yaml {
    /// On one line: `{ name: Region, type: string, required: true }`, `[a, b]`, `"3"`.
    pub(crate) fn inline(&self) -> String {
        let mut out = String::new();
        self.push_inline(&mut out);
        out
    }

    fn push_inline(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(&scalar(text)),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Literal(text) => out.push_str(&quoted(&ended(text))),
            Self::List(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    value.push_inline(out);
                }
                out.push(']');
            }
            Self::Map(entries) => {
                for (index, (key, value)) in entries.iter().enumerate() {
                    out.push_str(if index == 0 { "{ " } else { ", " });
                    out.push_str(&scalar(key));
                    out.push_str(": ");
                    value.push_inline(out);
                }
                out.push_str(if entries.is_empty() { "{}" } else { " }" });
            }
        }
    }

    /// Whether it is written over several lines where there is room for them: lines of text, lists of maps, and what holds
    /// one of these.
    pub(super) fn is_block(&self) -> bool {
        match self {
            Self::Text(_) | Self::Flag(_) => false,
            Self::Literal(text) => is_literal(text),
            Self::List(values) => values
                .iter()
                .any(|value| matches!(value, Self::Map(_)) || value.is_block()),
            Self::Map(entries) => entries.iter().any(|(_, value)| value.is_block()),
        }
    }

    /// The value of a key or a dash in `column`. `body` is the column of a literal's lines, where a file has one of its own.
    pub(super) fn written(&self, column: usize, body: Option<usize>) -> Written {
        match self {
            Self::Literal(text) if self.is_block() => literal(text, column, body),
            Self::List(values) if self.is_block() => {
                let mut below = Lined::default();
                for value in values {
                    below.push_part("-", value, column + INDENT);
                }
                Written { head: String::new(), below }
            }
            Self::Map(entries) if self.is_block() => {
                let mut below = Lined::default();
                for (key, value) in entries {
                    below.push_part(&marker(Some(key)), value, column + INDENT);
                }
                Written { head: String::new(), below }
            }
            _ => Written { head: self.inline(), below: Lined::default() },
        }
    }

    /// The same value with quoted text in the place of `|` blocks; `None` when it has none.
    pub(super) fn without_blocks(&self) -> Option<Self> {
        match self {
            Self::Text(_) | Self::Flag(_) => None,
            Self::Literal(text) => Some(Self::Text(ended(text).into_owned())),
            Self::List(values) => {
                let plain: Vec<_> = values.iter().map(Self::without_blocks).collect();
                plain.iter().any(Option::is_some).then(|| {
                    let all = plain.into_iter().zip(values);
                    Self::List(
                        all.map(|(new, old)| new.unwrap_or_else(|| old.clone()))
                            .collect(),
                    )
                })
            }
            Self::Map(entries) => {
                let plain: Vec<_> =
                    entries.iter().map(|(_, value)| value.without_blocks()).collect();
                plain.iter().any(Option::is_some).then(|| {
                    let all = plain.into_iter().zip(entries);
                    let entry = |(new, (key, old)): (Option<Self>, &(String, Self))| {
                        (key.clone(), new.unwrap_or_else(|| old.clone()))
                    };
                    Self::Map(all.map(entry).collect())
                })
            }
        }
    }

    /// Whether a file has this value already, however it is quoted.
    pub(super) fn is_written(&self, node: &Node) -> bool {
        match (self, &node.value) {
            (Self::Flag(flag), Value::Scalar { text, style: Style::Plain }) => {
                *text == flag.to_string()
            }
            (Self::Text(wanted), Value::Scalar { text, style }) => {
                wanted == text && (*style != Style::Plain || !is_ambiguous(text))
            }
            (Self::Literal(wanted), Value::Scalar { text, .. }) => {
                ended(wanted).as_ref() == text
            }
            (Self::List(values), Value::List(nodes)) => {
                values.len() == nodes.len()
                    && values
                        .iter()
                        .zip(nodes)
                        .all(|(value, node)| value.is_written(node))
            }
            (Self::Map(entries), Value::Map(nodes)) => {
                entries.len() == nodes.len()
                    && entries.iter().zip(nodes).all(|((key, value), (known, node))| {
                        *key == known.value && value.is_written(node)
                    })
            }
            _ => false,
        }
    }
}

impl Lined {
    /// A part of a block map or list, whose marker (`key:` or `-`) stands in `column`.
    pub(super) fn part(marker: &str, value: &Yaml, column: usize) -> Self {
        let mut lines = Self::default();
        lines.push_part(marker, value, column);
        lines
    }

    fn push_part(&mut self, marker: &str, value: &Yaml, column: usize) {
        let Written { head, below } = value.written(column, None);
        let mut lines = below.lines.into_iter();
        let mut first = format!("{}{marker}", pad(column));
        if !head.is_empty() {
            first.push(' ');
            first.push_str(&head);
        } else if marker == "-"
            && let Some(line) = lines.next()
        {
            // The first key or dash of an entry stands beside the entry's own dash.
            first.push(' ');
            first.push_str(line.trim_start_matches(' '));
        }
        self.lines.push(first);
        self.lines.extend(lines);
        self.ends_literal = below.ends_literal;
    }
}

/// `key:` or `-`.
pub(super) fn marker(key: Option<&str>) -> String {
    key.map_or_else(|| "-".to_owned(), |key| format!("{}:", scalar(key)))
}

/// Spaces.
pub(super) fn pad(column: usize) -> String {
    " ".repeat(column)
}

/// Lines with the end of the last one, which a `|` block always has.
pub(super) fn ended(text: &str) -> Cow<'_, str> {
    if text.is_empty() || text.ends_with('\n') {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("{text}\n"))
    }
}

/// Whether a `|` block can say it: it has one line end after its last line, and no line end but `\n`.
fn is_literal(text: &str) -> bool {
    let lines = text.strip_suffix('\n').unwrap_or(text);
    // After a last line of spaces alone, readers differ on what the block holds.
    let last = lines.rsplit('\n').next().unwrap_or_default();
    !last.trim_matches([' ', '\t']).is_empty()
        && !text.contains(|char| is_unseen(char) && !matches!(char, '\n' | '\t'))
}

fn literal(text: &str, column: usize, body: Option<usize>) -> Written {
    let least = column + 1;
    let most = column + 9;
    let body =
        body.filter(|body| (least..=most).contains(body)).unwrap_or(column + INDENT);
    let text = text.strip_suffix('\n').unwrap_or(text);
    // The reader takes the indentation of the first line that is not empty for the block's, unless it is told.
    let is_told = text.split('\n').find(|line| !line.is_empty());
    let is_told = is_told.is_some_and(|line| line.starts_with([' ', '\t']));
    let head = if is_told { format!("|{}", body - column) } else { "|".to_owned() };
    let indent = pad(body);
    let line = |line: &str| {
        if line.is_empty() { String::new() } else { format!("{indent}{line}") }
    };
    let lines = text.split('\n').map(line).collect();
    Written { head, below: Lined { lines, ends_literal: true } }
}

/// Text as a scalar, which can also stand inside `{ }` and `[ ]`: plain where every reader of YAML 1.1 and 1.2 takes it as
/// the same text, else in double quotes.
pub(crate) fn scalar(text: &str) -> String {
    let is_sign = |char: char| {
        matches!(char, ',' | '[' | ']' | '{' | '}' | ':' | '#' | '?' | '"' | '`' | '\\')
            || is_unseen(char)
            || (char.is_whitespace() && char != ' ')
    };
    let starts =
        |char: char| char.is_alphabetic() || matches!(char, '_' | '/' | '(' | '$');
    let is_plain = text.starts_with(starts)
        && !text.ends_with(' ')
        && !text.contains(is_sign)
        && !is_ambiguous(text);
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// Whether some reader may take plain text for something else: a number, a date, a truth value or nothing.
fn is_ambiguous(text: &str) -> bool {
    const WORDS: [&str; 9] =
        ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    text.is_empty()
        || text.starts_with(|char: char| {
            char.is_ascii_digit() || matches!(char, '.' | '+' | '-' | '~' | '=' | '<')
        })
        || WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Text in double quotes, on one line; the escapes of JSON are those of YAML too.
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
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            char => out.push(char),
        }
    }
    out.push('"');
    out
}

/// A whole file: each key of a map on a line of its own.
pub(crate) fn file(value: &Yaml) -> String {
    let mut text = String::new();
    if let Yaml::Map(entries) = value {
        for (key, value) in entries {
            for line in Lined::part(&marker(Some(key)), value, 0).lines {
                text.push_str(&line);
                text.push('\n');
            }
        }
    }
    text
}

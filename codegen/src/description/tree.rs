//! YAML as a tree in which every key and every value knows its place.

use std::ops::Deref;

use granit_parser::{Event, Marker, Parser, ScalarStyle};

use crate::diagnostics::text::{code, is_unseen};
use crate::diagnostics::{Diagnostics, Span};
use crate::source::{File, LARGEST};

/// Far deeper than the deepest thing in a description.
const DEEPEST: usize = 16;

/// Far more than any file of a description has; bounds what a hostile one can cost.
const MOST_EVENTS: usize = 50_000;

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) at: Span,
    pub(crate) value: Value,
}

/// What is written at a place.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// Something that is reported already.
    Broken,
    /// A word or a sentence.
    Scalar { text: String, style: Style },
    /// `- a` or `[a, b]`.
    List(Vec<Node>),
    /// `key: value`, in the order of the file, equal keys included; a broken key is empty.
    Map(Vec<(Text, Node)>),
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As it is; YAML may read a number or a truth value.
    Plain,
    /// In quotes, or folded.
    Quoted,
    /// `|`, line by line.
    Literal,
}

/// Text and its place.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) at: Span,
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}

/// A file, parsed.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// `None` when there is nothing to look at, which is reported.
    pub(crate) root: Option<Node>,
    /// Places of comments.
    pub(crate) comments: Vec<Span>,
}

/// Parses a file, and reports what is wrong with it.
pub(crate) fn parse(
    index: usize,
    file: &File<'_>,
    diagnostics: &mut Diagnostics,
) -> Tree {
    let start = Span::file(index);
    if file.text.len() > LARGEST {
        diagnostics
            .add(start, "the file is larger than 1 MiB")
            .help("a file of a description is a few kilobytes; this is something else");
        return Tree::default();
    }
    let options = granit_parser::options! {
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
        disallow_directives: true,
        emit_unresolved_aliases: true,
        max_buffered_comment_events: MOST_EVENTS,
    };
    let mut comments = Vec::new();
    let mut builder = Builder { diagnostics, open: Vec::new(), root: None, events: 0 };
    for event in Parser::new_from_str_with_options(&file.text, options) {
        let bytes = |mark: Marker| mark.byte_offset().unwrap_or_default();
        match event {
            Ok((event, span)) => {
                let at =
                    Span { file: index, start: bytes(span.start), end: bytes(span.end) };
                if matches!(event, Event::Comment(..)) {
                    comments.push(at);
                } else if !builder.event(event, at) {
                    return Tree { root: None, comments };
                }
            }
            Err(error) => {
                let place = bytes(*error.marker());
                let at = Span { file: index, start: place, end: place + 1 };
                builder
                    .diagnostics
                    .add(at, format!("this is not YAML: {}", error.info()))
                    .label("here the file stops making sense")
                    .help("text with `: `, ` #` or quotes in it, or a sign at its start, needs quotes");
                return Tree { root: None, comments };
            }
        }
    }
    let root = builder.root;
    if root.is_none() {
        diagnostics
            .add(start, "the file is empty")
            .help("write what it describes, or remove it");
    }
    Tree { root, comments }
}

/// A list or map that is not closed yet.
enum Open {
    List(Span, Vec<Node>),
    Map {
        at: Span,
        entries: Vec<(Text, Node)>,
        key: Option<Text>,
    },
    /// A list or map in the place of a key, which is reported and then dropped.
    Key(Span),
}

struct Builder<'a> {
    diagnostics: &'a mut Diagnostics,
    open: Vec<Open>,
    root: Option<Node>,
    events: usize,
}

impl Builder<'_> {
    /// Takes an event; false when there is no use in reading on.
    fn event(&mut self, event: Event<'_>, at: Span) -> bool {
        self.events += 1;
        if self.events > MOST_EVENTS {
            self.diagnostics
                .add(at, "the file has too many values")
                .label(format!("{MOST_EVENTS} came before this one"))
                .help(
                    "a file of a description has some hundreds; this is something else",
                );
            return false;
        }
        self.extras(&event, at);
        match event {
            Event::Scalar(text, style, ..) => {
                let value = self.scalar(text.into_owned(), style, at);
                self.put(Node { at, value });
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.diagnostics
                    .add(at, "aliases are not used in a description")
                    .label("an alias")
                    .help(
                        "write the value itself: each row says all that is true of it",
                    );
                self.put(Node { at, value: Value::Broken });
            }
            Event::SequenceStart(..) => {
                self.start(Open::List(first(at), Vec::new()), at);
            }
            Event::MappingStart(..) => {
                let open = Open::Map { at: first(at), entries: Vec::new(), key: None };
                self.start(open, at);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::DocumentStart(..) if self.root.is_some() => {
                self.diagnostics
                    .add(at, "the file holds more than one document")
                    .label("the second starts here")
                    .help("one file describes one thing: make it two files");
                return false;
            }
            _ => {}
        }
        true
    }

    /// Anchors and tags make YAML a language; a description is data.
    fn extras(&mut self, event: &Event<'_>, at: Span) {
        if event.anchor_id().is_some() && !event.is_alias() {
            self.diagnostics
                .add(first(at), "anchors are not used in a description")
                .label("this value has an anchor (`&name`)")
                .help("take the anchor away, and write the value wherever it is meant");
        }
        if let Some(tag) = event.tag() {
            let title =
                format!("tags are not used in a description: {}", code(&tag.original()));
            self.diagnostics
                .add(first(at), title)
                .label("this value has a tag")
                .help("take the tag away");
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, at: Span) -> Value {
        let unseen = |char: &char| is_unseen(*char) && !matches!(char, '\n' | '\t');
        if let Some(char) = text.chars().find(unseen) {
            let title =
                format!("the text has an unseen character, {}", code(&char.to_string()));
            self.diagnostics.add(at, title).label("it is in here").help(
                "take it out: a description has letters, signs, spaces and line ends",
            );
        }
        let nothing = matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL");
        let style = match style {
            ScalarStyle::Plain if nothing => return Value::Null,
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::Literal => Style::Literal,
            _ => Style::Quoted,
        };
        Value::Scalar { text, style }
    }

    fn start(&mut self, open: Open, at: Span) {
        match self.open.last() {
            Some(Open::Map { key: None, .. }) => {
                self.diagnostics
                    .add(first(at), "a key is a word, not a list or a map")
                    .help("write `key: value`; text that starts with `[` or `{` needs quotes");
                self.open.push(Open::Key(first(at)));
            }
            Some(Open::Key(_)) => self.open.push(Open::Key(first(at))),
            _ => self.open.push(open),
        }
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Open::List(at, nodes)) => {
                self.put(Node { at, value: Value::List(nodes) });
            }
            Some(Open::Map { at, entries, .. }) => {
                self.put(Node { at, value: Value::Map(entries) });
            }
            Some(Open::Key(at)) if !matches!(self.open.last(), Some(Open::Key(_))) => {
                self.put(Node { at, value: Value::Broken });
            }
            Some(Open::Key(_)) | None => {}
        }
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Key(_)) => {}
            Some(Open::List(_, nodes)) => nodes.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(key_of(node, self.diagnostics)),
            },
        }
    }
}

fn key_of(node: Node, diagnostics: &mut Diagnostics) -> Text {
    let value = match node.value {
        Value::Scalar { text, .. } => text,
        Value::Broken => String::new(),
        _ => {
            diagnostics.add(node.at, "a key is empty").help("write `key: value`");
            String::new()
        }
    };
    Text { value, at: node.at }
}

/// The first character of a place: a list or a map is shown by where it starts.
fn first(at: Span) -> Span {
    Span { end: at.start + 1, ..at }
}

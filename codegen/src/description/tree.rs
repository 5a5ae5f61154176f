//! YAML as a tree. Every key and value has its place in the file.

use std::ops::Deref;

use granit_parser::{Event, Marker, Parser, ScalarStyle};

use crate::diagnostics::text::{code, is_unseen};
use crate::diagnostics::{Diagnostics, Span};
use crate::source::{File, LARGEST};

/// Depth limit, far above any description.
const DEEPEST: usize = 16;

/// Limit of a file's parser events, far above any description. It bounds the work for a hostile
/// file.
const MOST_EVENTS: usize = 50_000;

/// Value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// Value of a node.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A value with a diagnostic.
    Broken,
    /// A word or a sentence.
    Scalar { text: String, style: Style },
    /// `- a` or `[a, b]`.
    List(Vec<Node>),
    /// `key: value`, in the order of the file, equal keys included; a broken key is empty.
    Map(Vec<(Text, Node)>),
}

/// Style of a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Without quotes; YAML may read a number or a truth value.
    Plain,
    /// In quotes, or folded.
    Quoted,
    /// `|`, line by line.
    Literal,
}

/// Text with its place.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Span,
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}

/// Parsed file.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// `None` for a file that cannot be read, which is reported.
    pub(crate) root: Option<Node>,
    /// Places of comments.
    pub(crate) comments: Vec<Span>,
}

/// Parses a file. Reports syntax errors and YAML features that a description does not use.
pub(crate) fn parse(index: usize, file: &File<'_>, diagnostics: &mut Diagnostics) -> Tree {
    let start = Span::file(index);
    if file.text.len() > LARGEST {
        diagnostics
            .report(start, "file larger than 1 MiB")
            .help("a file of a description is a few kilobytes: check that this is one");
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
            Ok((event, marks)) => {
                let span = Span { file: index, start: bytes(marks.start), end: bytes(marks.end) };
                if matches!(event, Event::Comment(..)) {
                    comments.push(span);
                } else if !builder.event(event, span) {
                    return Tree { root: None, comments };
                }
            }
            Err(error) => {
                let place = bytes(*error.marker());
                let span = Span { file: index, start: place, end: place + 1 };
                builder
                    .diagnostics
                    .report(span, format!("invalid YAML: {}", error.info()))
                    .label("the first error")
                    .help("text with `: `, ` #` or quotes in it, or a sign at its start, needs quotes");
                return Tree { root: None, comments };
            }
        }
    }
    let root = builder.root;
    if root.is_none() {
        diagnostics.report(start, "empty file").help("write the description, or remove the file");
    }
    Tree { root, comments }
}

/// List or map that is not closed yet.
enum Open {
    List(Span, Vec<Node>),
    Map {
        span: Span,
        entries: Vec<(Text, Node)>,
        key: Option<Text>,
    },
    /// A list or map in the place of a key, which is reported and dropped.
    Key(Span),
}

struct Builder<'a> {
    diagnostics: &'a mut Diagnostics,
    open: Vec<Open>,
    root: Option<Node>,
    events: usize,
}

impl Builder<'_> {
    /// Handles an event. Returns false to stop.
    fn event(&mut self, event: Event<'_>, span: Span) -> bool {
        self.events += 1;
        if self.events > MOST_EVENTS {
            self.diagnostics
                .report(span, "too many values in the file")
                .label(format!("{MOST_EVENTS} came before this one"))
                .help("a file of a description has some hundreds: check that this is one");
            return false;
        }
        self.extras(&event, span);
        match event {
            Event::Scalar(text, style, ..) => {
                let value = self.scalar(text.into_owned(), style, span);
                self.insert(Node { span, value });
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.diagnostics
                    .report(span, "alias in a description")
                    .label("an alias")
                    .help("write the value itself: each row is complete");
                self.insert(Node { span, value: Value::Broken });
            }
            Event::SequenceStart(..) => {
                self.start(Open::List(first(span), Vec::new()), span);
            }
            Event::MappingStart(..) => {
                let open = Open::Map { span: first(span), entries: Vec::new(), key: None };
                self.start(open, span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::DocumentStart(..) if self.root.is_some() => {
                self.diagnostics
                    .report(span, "second document in the file")
                    .label("it starts here")
                    .help("make it two files");
                return false;
            }
            _ => {}
        }
        true
    }

    /// Reports anchors and tags, which a description does not use.
    fn extras(&mut self, event: &Event<'_>, span: Span) {
        if event.anchor_id().is_some() && !event.is_alias() {
            self.diagnostics
                .report(first(span), "anchor in a description")
                .label("this value has an anchor (`&name`)")
                .help("remove the anchor, and write the value in each place");
        }
        if let Some(tag) = event.tag() {
            let title = format!("tag in a description: {}", code(&tag.original()));
            self.diagnostics
                .report(first(span), title)
                .label("this value has a tag")
                .help("remove the tag");
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, span: Span) -> Value {
        let unseen = |char: &char| is_unseen(*char) && !matches!(char, '\n' | '\t');
        if let Some(char) = text.chars().find(unseen) {
            let title = format!("invisible character in the text: {}", code(&char.to_string()));
            self.diagnostics
                .report(span, title)
                .label("it is in here")
                .help("remove it: a description has letters, signs, spaces and line ends");
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

    fn start(&mut self, open: Open, span: Span) {
        match self.open.last() {
            Some(Open::Map { key: None, .. }) => {
                self.diagnostics
                    .report(first(span), "invalid key: expected a word")
                    .help("write `key: value`; text that starts with `[` or `{` needs quotes");
                self.open.push(Open::Key(first(span)));
            }
            Some(Open::Key(_)) => self.open.push(Open::Key(first(span))),
            _ => self.open.push(open),
        }
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Open::List(span, nodes)) => {
                self.insert(Node { span, value: Value::List(nodes) });
            }
            Some(Open::Map { span, entries, .. }) => {
                self.insert(Node { span, value: Value::Map(entries) });
            }
            Some(Open::Key(span)) if !matches!(self.open.last(), Some(Open::Key(_))) => {
                self.insert(Node { span, value: Value::Broken });
            }
            Some(Open::Key(_)) | None => {}
        }
    }

    fn insert(&mut self, node: Node) {
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
            diagnostics.report(node.span, "empty key").help("write `key: value`");
            String::new()
        }
    };
    Text { value, span: node.span }
}

/// Returns the first character of a span, for a list or a map.
fn first(span: Span) -> Span {
    Span { end: span.start + 1, ..span }
}

//! The tree of a file with every byte that belongs to a value: dashes, colons, commas, brackets and the heads of blocks.
//!
//! The parser tells where scalars stand. Between two of them there is nothing but spaces, comments and signs, so that the
//! places of the signs are found by walking from scalar to scalar.

use std::ops::Range;

use crate::description::tree::{Node, Text, Value};

use super::lines::{Lines, is_blank};
use super::{Refused, Step};

/// A value and the bytes that it takes.
#[derive(Debug)]
pub(super) struct Syntax<'a> {
    pub(super) node: &'a Node,
    /// Empty where nothing is written. A block ends with its last line, without that line's end.
    pub(super) span: Range<usize>,
    pub(super) kind: Kind<'a>,
}

/// How a value is written.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    /// Plain, in quotes, or not at all.
    Scalar,
    /// `|` or `>`; the first byte after this and its signs.
    Block { head: usize },
    /// A map or a list.
    Collection(Collection<'a>),
}

/// A map or a list.
#[derive(Debug)]
pub(super) struct Collection<'a> {
    pub(super) form: Form,
    /// A list, or else a map.
    pub(super) list: bool,
    pub(super) parts: Vec<Part<'a>>,
}

/// How a collection is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A line or more for each part.
    Block,
    /// In brackets.
    Flow,
    /// The map in `[a: b]`, which has no brackets.
    Pair,
}

/// An entry of a list, or a key and its value.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// Where its dash, its key or, in brackets, its value starts.
    pub(super) start: usize,
    /// `None` in a list.
    pub(super) key: Option<&'a str>,
    /// The first byte after its dash or colon.
    pub(super) mark: usize,
    /// Whether it has a dash or a colon.
    pub(super) marked: bool,
    pub(super) value: Syntax<'a>,
    /// The first byte after the comma that follows.
    pub(super) comma: Option<usize>,
}

impl Part<'_> {
    /// The first byte after it, comma aside.
    pub(super) fn end(&self) -> usize {
        self.value.span.end.max(self.mark)
    }

    /// The first byte after it and its comma.
    pub(super) fn extent(&self) -> usize {
        self.comma.unwrap_or_else(|| self.end())
    }
}

impl Collection<'_> {
    /// Where a key is, if it is there; refused when it is there twice.
    pub(super) fn position(&self, key: &str) -> Result<Option<usize>, Refused> {
        let is_it = |part: &Part<'_>| part.key == Some(key);
        let first = self.parts.iter().position(is_it);
        if first == self.parts.iter().rposition(is_it) {
            Ok(first)
        } else {
            Err(Refused)
        }
    }
}

/// What a search finds: a value, and the collection and the part that hold it.
type Found<'s, 'a> = (&'s Syntax<'a>, Option<(&'s Collection<'a>, &'s Part<'a>)>);

impl<'a> Syntax<'a> {
    /// Reads what `root` was parsed from; `None` when there is something in it that is not understood.
    pub(super) fn read(text: &str, root: &'a Node) -> Option<Self> {
        Reader { lines: Lines::new(text) }.value(root, root.at.start, false)
    }

    /// Follows a path.
    pub(super) fn find(&self, path: &[Step<'_>]) -> Option<Found<'_, 'a>> {
        path.iter().try_fold((self, None), |(value, _), step| {
            let collection = value.collection()?;
            let part = match step {
                Step::Key(key) => {
                    collection.parts.get(collection.position(key).ok()??)?
                }
                Step::Index(index) if collection.list => collection.parts.get(*index)?,
                Step::Index(_) => return None,
            };
            Some((&part.value, Some((collection, part))))
        })
    }

    /// The map or list that it is.
    pub(super) fn collection(&self) -> Option<&Collection<'a>> {
        match &self.kind {
            Kind::Collection(collection) => Some(collection),
            Kind::Scalar | Kind::Block { .. } => None,
        }
    }
}

struct Reader<'t> {
    lines: Lines<'t>,
}

impl Reader<'_> {
    fn byte(&self, place: usize) -> Option<u8> {
        self.lines.text.as_bytes().get(place).copied()
    }

    /// The first byte that is neither space nor comment.
    fn skip(&self, mut place: usize) -> usize {
        loop {
            match self.byte(place) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => place += 1,
                Some(b'#') => place = self.lines.next(place),
                _ => return place,
            }
        }
    }

    /// The place after a sign, which must stand there.
    fn expect(&self, place: usize, sign: u8) -> Option<usize> {
        (self.byte(place)? == sign).then_some(place + 1)
    }

    /// A value somewhere after `from`, which is the end of what it belongs to.
    fn value<'a>(&self, node: &'a Node, from: usize, flow: bool) -> Option<Syntax<'a>> {
        let start = self.skip(from);
        let (span, kind) = match &node.value {
            Value::Broken => return None,
            Value::Null if node.at.start >= node.at.end => (from..from, Kind::Scalar),
            Value::Null | Value::Scalar { .. } => match self.byte(start) {
                Some(b'|' | b'>') if !flow => self.block(node, start)?,
                _ if start == node.at.start => (start..node.at.end, Kind::Scalar),
                _ => return None,
            },
            Value::List(nodes) => {
                let (end, form, parts) = match self.byte(start)? {
                    b'[' => self.flow_list(nodes, start + 1)?,
                    b'-' if !flow => self.block_list(nodes, start)?,
                    _ => return None,
                };
                let list = Collection { form, list: true, parts };
                (start..end, Kind::Collection(list))
            }
            Value::Map(entries) => {
                let (end, form, parts) = match self.byte(start)? {
                    b'{' => self.flow_map(entries, start + 1)?,
                    _ if flow => self.bare_map(entries, start, Form::Pair)?,
                    _ => self.bare_map(entries, start, Form::Block)?,
                };
                let map = Collection { form, list: false, parts };
                (start..end, Kind::Collection(map))
            }
        };
        Some(Syntax { node, span, kind })
    }

    /// A `|` or `>` block. The parser's place for it goes on over the empty lines that follow, which are the block's own
    /// only where its head has a `+`.
    fn block<'a>(&self, node: &Node, start: usize) -> Option<(Range<usize>, Kind<'a>)> {
        let signs = self.lines.text.get(start + 1..)?;
        let length =
            signs.bytes().take_while(|byte| matches!(byte, b'+' | b'-' | b'0'..=b'9'));
        let head = start + 1 + length.count();
        let is_kept = self.lines.between(start, head).contains('+');
        let body = self.lines.between(self.lines.next(head), node.at.end);
        let first = self.lines.next(head);
        // What follows the last line end is the indentation of the next line, unless the file ends here.
        let whole = match body.rfind('\n') {
            Some(end) if is_blank(body.get(end + 1..)?) => body.get(..=end)?,
            _ => body,
        };
        let used = if is_kept {
            whole
        } else {
            whole.trim_end_matches([' ', '\t', '\n', '\r'])
        };
        if used.is_empty() {
            return Some((start..head, Kind::Block { head }));
        }
        let last = first + used.len();
        let end = if used.ends_with('\n') {
            self.lines.end(self.lines.start(last - 1))
        } else {
            self.lines.end(last)
        };
        Some((start..end, Kind::Block { head }))
    }

    fn block_list<'a>(&self, nodes: &'a [Node], start: usize) -> Option<Parts<'a>> {
        let mut parts = Vec::with_capacity(nodes.len());
        let mut place = start;
        for node in nodes {
            let start = self.skip(place);
            let mark = self.expect(start, b'-')?;
            let value = self.value(node, mark, false)?;
            let part = Part { start, key: None, mark, marked: true, value, comma: None };
            place = part.end();
            parts.push(part);
        }
        Some((place, Form::Block, parts))
    }

    fn flow_list<'a>(&self, nodes: &'a [Node], start: usize) -> Option<Parts<'a>> {
        let mut parts = Vec::with_capacity(nodes.len());
        let mut place = start;
        for node in nodes {
            let start = self.skip(place);
            let value = self.value(node, start, true)?;
            let comma = self.expect(self.skip(value.span.end), b',');
            let part =
                Part { start, key: None, mark: start, marked: false, value, comma };
            place = part.extent();
            parts.push(part);
        }
        let end = self.expect(self.skip(place), b']')?;
        Some((end, Form::Flow, parts))
    }

    fn flow_map<'a>(
        &self,
        entries: &'a [(Text, Node)],
        start: usize,
    ) -> Option<Parts<'a>> {
        let mut parts = Vec::with_capacity(entries.len());
        let mut place = start;
        for (key, node) in entries {
            let mut part = self.entry(key, node, place, true)?;
            part.comma = self.expect(self.skip(part.end()), b',');
            place = part.extent();
            parts.push(part);
        }
        let end = self.expect(self.skip(place), b'}')?;
        Some((end, Form::Flow, parts))
    }

    /// A map without brackets.
    fn bare_map<'a>(
        &self,
        entries: &'a [(Text, Node)],
        start: usize,
        form: Form,
    ) -> Option<Parts<'a>> {
        let mut parts = Vec::with_capacity(entries.len());
        let mut place = start;
        for (key, node) in entries {
            let part = self.entry(key, node, place, form == Form::Pair)?;
            place = part.end();
            parts.push(part);
        }
        Some((place, form, parts))
    }

    fn entry<'a>(
        &self,
        key: &'a Text,
        node: &'a Node,
        from: usize,
        flow: bool,
    ) -> Option<Part<'a>> {
        let start = self.skip(from);
        let is_explicit = start != key.at.start;
        if is_explicit && self.skip(self.expect(start, b'?')?) != key.at.start {
            return None;
        }
        let colon = self.expect(self.skip(key.at.end), b':');
        let mark = colon.unwrap_or(key.at.end);
        let value = self.value(node, mark, flow)?;
        let key = Some(key.value.as_str());
        Some(Part { start, key, mark, marked: colon.is_some(), value, comma: None })
    }
}

/// The end of a collection, its form and its parts.
type Parts<'a> = (usize, Form, Vec<Part<'a>>);

//! Changes YAML in place: bytes that hold no changed key stay as they are.
//!
//! The parser says where each value stands ([`syntax`]); a change is a few splices at such places ([`block`], [`flow`]). What
//! comes out is parsed again and compared with what the change means ([`expected`]), so a wrong splice is never taken.

mod block;
mod expected;
mod flow;
mod lines;
mod splice;
mod syntax;
#[cfg(test)]
mod tests;
mod yaml;

use std::borrow::Cow;
use std::fmt;

use crate::description::tree::{self, Node};
use crate::report::Mistakes;
use crate::source::File;

use expected::Expected;
use lines::Lines;
use splice::Splice;
use syntax::{Collection, Form, Syntax};

pub(crate) use yaml::{Yaml, file};

/// Where a value stands: keys and indexes from the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// A key of a map.
    Key(&'a str),
    /// An entry of a list, counted from 0.
    Index(usize),
}

/// A change that was not made, because there is no such place or no safe way to write it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the change cannot be made in this file's layout")
    }
}

impl std::error::Error for Refused {}

/// A file that is being changed in place.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    text: String,
    /// Length of the byte order mark.
    mark: usize,
    /// The text after the byte order mark, parsed.
    root: Node,
}

/// What happens to a collection.
#[derive(Clone, Copy, Debug)]
enum Change<'a> {
    /// A part gets another value.
    Replace { index: usize, value: &'a Yaml },
    /// A part is added before the part `index`.
    Insert { index: usize, key: Option<&'a str>, value: &'a Yaml },
    /// A part goes.
    Remove { index: usize },
}

/// A collection that is to be changed, and where it stands.
#[derive(Clone, Copy)]
struct Target<'a> {
    lines: Lines<'a>,
    value: &'a Syntax<'a>,
    collection: &'a Collection<'a>,
    /// The collection and the part of it that hold this one.
    holder: Option<(&'a Collection<'a>, &'a syntax::Part<'a>)>,
}

impl Document {
    /// Reads a file; `None` when it is not YAML that a description may hold.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let root = read(text.get(mark..)?)?;
        Some(Self { text: text.to_owned(), mark, root })
    }

    /// The file as it stands now.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Sets a key of the map at `path`: replaces the value's bytes, or adds the key after the last present key that comes
    /// before it in `order`. A key that has this value already keeps its bytes; one that `order` lacks is put at the end.
    pub(crate) fn set(
        &mut self,
        path: &[Step<'_>],
        key: &str,
        value: &Yaml,
        order: &[&str],
    ) -> Result<(), Refused> {
        in_some_way(value, |value| {
            self.change(path, |collection| {
                if collection.list {
                    return None;
                }
                match collection.position(key) {
                    Ok(Some(index)) => Some(Change::Replace { index, value }),
                    Ok(None) => {
                        let index = place(collection, key, order);
                        Some(Change::Insert { index, key: Some(key), value })
                    }
                    Err(Refused) => None,
                }
            })
        })
    }

    /// Removes a key of the map at `path`, with its lines where they are its own.
    pub(crate) fn remove(
        &mut self,
        path: &[Step<'_>],
        key: &str,
    ) -> Result<(), Refused> {
        self.change(path, |collection| {
            let index = collection.position(key).ok()??;
            Some(Change::Remove { index })
        })
    }

    /// Inserts an entry into the list at `path` before the entry `index`, or at the end.
    pub(crate) fn insert(
        &mut self,
        path: &[Step<'_>],
        index: usize,
        value: &Yaml,
    ) -> Result<(), Refused> {
        in_some_way(value, |value| {
            self.change(path, |collection| {
                let fits = collection.list && index <= collection.parts.len();
                fits.then_some(Change::Insert { index, key: None, value })
            })
        })
    }

    /// Removes an entry of the list at `path`, with its lines where they are its own.
    pub(crate) fn remove_entry(
        &mut self,
        path: &[Step<'_>],
        index: usize,
    ) -> Result<(), Refused> {
        self.change(path, |collection| {
            let fits = collection.list && index < collection.parts.len();
            fits.then_some(Change::Remove { index })
        })
    }

    /// Makes a change, or leaves everything as it is.
    fn change<'a>(
        &mut self,
        path: &[Step<'_>],
        decide: impl FnOnce(&Collection<'_>) -> Option<Change<'a>>,
    ) -> Result<(), Refused> {
        *self = self.changed(path, decide).ok_or(Refused)?;
        Ok(())
    }

    /// The file after a change.
    fn changed<'a>(
        &self,
        path: &[Step<'_>],
        decide: impl FnOnce(&Collection<'_>) -> Option<Change<'a>>,
    ) -> Option<Self> {
        let (mark, body) = self.text.split_at_checked(self.mark)?;
        let syntax = Syntax::read(body, &self.root)?;
        let (value, holder) = syntax.find(path)?;
        let collection = value.collection()?;
        let change = decide(collection)?;
        if let Change::Replace { index, value } = change
            && value.is_written(collection.parts.get(index)?.value.node)
        {
            return Some(self.clone());
        }
        let lines = Lines::new(body);
        let splices = Target { lines, value, collection, holder }.splices(change)?;
        let body = splice::apply(body, splices)?;
        let root = read(&body)?;
        let mut expected = Expected::from(&self.root);
        expected.change(path, change)?;
        let text = format!("{mark}{body}");
        (Expected::from(&root) == expected).then_some(Self {
            text,
            mark: self.mark,
            root,
        })
    }
}

impl Target<'_> {
    fn splices(&self, change: Change<'_>) -> Option<Vec<Splice>> {
        match (self.collection.form, change) {
            (Form::Block, Change::Replace { index, value }) => {
                block::replace(self, index, value)
            }
            (Form::Block, Change::Insert { index, key, value }) => {
                block::insert(self, index, key, value)
            }
            (Form::Block, Change::Remove { index }) => block::remove(self, index),
            (Form::Flow, Change::Replace { index, value }) => {
                flow::replace(self, index, value)
            }
            (Form::Flow, Change::Insert { index, key, value }) => {
                flow::insert(self, index, key, value)
            }
            (Form::Flow, Change::Remove { index }) => flow::remove(self, index),
            (Form::Pair, _) => None,
        }
    }
}

/// Parses a file as the reader of the description does; `None` when that has something to say against it.
fn read(text: &str) -> Option<Node> {
    // The file's own line ends are kept: places count them.
    let file = File { path: "", text: Cow::Borrowed(text) };
    let mut mistakes = Mistakes::default();
    let root = tree::parse(0, &file, &mut mistakes)?;
    mistakes.into_report(&[file]).is_ok().then_some(root)
}

/// Tries to write a value with `|` blocks, then with quotes instead: some comments would become lines of a block.
fn in_some_way(
    value: &Yaml,
    mut attempt: impl FnMut(&Yaml) -> Result<(), Refused>,
) -> Result<(), Refused> {
    attempt(value).or_else(|refused| {
        value.without_blocks().map_or(Err(refused), |value| attempt(&value))
    })
}

/// Where a new key is put.
fn place(collection: &Collection<'_>, key: &str, order: &[&str]) -> usize {
    let Some(rank) = order.iter().position(|known| *known == key) else {
        return collection.parts.len();
    };
    let earlier = order.get(..rank).unwrap_or_default();
    collection
        .parts
        .iter()
        .rposition(|part| part.key.is_some_and(|key| earlier.contains(&key)))
        .map_or(0, |index| index + 1)
}

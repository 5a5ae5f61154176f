//! Text in the place of other text.

use std::ops::Range;

/// Bytes of a file, and what is written in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    /// Replaces bytes.
    pub(super) fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    /// Adds text before a byte.
    pub(super) fn at(place: usize, text: impl Into<String>) -> Self {
        Self::new(place..place, text)
    }

    /// Takes bytes away.
    pub(super) fn cut(range: Range<usize>) -> Self {
        Self::new(range, "")
    }
}

/// The text after all splices; `None` when they overlap or miss it.
pub(super) fn apply(text: &str, mut splices: Vec<Splice>) -> Option<String> {
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for splice in &splices {
        out.push_str(text.get(done..splice.range.start)?);
        out.push_str(&splice.text);
        done = splice.range.end.max(splice.range.start);
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

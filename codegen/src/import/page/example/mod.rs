//! The examples of a page.

use std::ops::Range;

mod body;
mod request;
mod response;

pub(super) use request::read as request;
pub(super) use response::read as response;

use super::markdown::Code;
use super::outline::Shown;
use crate::import::note::Notes;

/// The block that shows the example: the first that passes for one, or else the first of all.
fn block<'b>(
    shown: &Shown<'b>,
    passes: impl Fn(&str) -> bool,
    notes: &mut Notes<'_>,
) -> Option<&'b Code> {
    let found = shown.blocks.iter().find(|block| passes(&block.text));
    let block = found.or_else(|| shown.blocks.first()).copied();
    if block.is_none() {
        notes.add(shown.line, "an example without a block of code: there is none for this action");
    }
    block
}

/// The lines of a block on its page.
fn lines(block: &Code) -> Range<usize> {
    block.line..block.line + block.text.lines().count()
}

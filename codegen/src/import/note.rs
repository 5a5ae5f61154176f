//! What a maintainer should know of a page.

use std::fmt;

/// The most that is told of one page: a file that is no page at all would bury the notes of the others.
const MOST: usize = 300;

/// Something a maintainer should know of a page: what was not taken, or what was assumed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The page's file.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What was seen, and what was made of it.
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.text)
    }
}

/// Collects the notes of one page.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    file: &'a str,
    told: Vec<Note>,
    untold: usize,
    errors: Vec<Note>,
}

impl<'a> Notes<'a> {
    /// None so far.
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, told: Vec::new(), untold: 0, errors: Vec::new() }
    }

    /// Adds one.
    pub(super) fn add(&mut self, line: usize, text: impl Into<String>) {
        if self.told.len() < MOST {
            self.told.push(Note { file: self.file.to_owned(), line, text: text.into() });
        } else {
            self.untold += 1;
        }
    }

    /// Adds an error: a part of the page that cannot be read.
    pub(super) fn error(&mut self, line: usize, text: impl Into<String>) {
        let note = Note { file: self.file.to_owned(), line, text: text.into() };
        if self.errors.len() < MOST {
            self.errors.push(note);
        }
    }

    /// The notes in the order of the page, and the errors.
    pub(super) fn finish(self) -> (Vec<Note>, Vec<Note>) {
        let Self { file, told: mut notes, untold, mut errors } = self;
        errors.sort();
        notes.sort();
        if untold > 0 {
            let line = notes.last().map_or(1, |note| note.line);
            let text = format!("{untold} more notes on this page are left out");
            notes.push(Note { file: file.to_owned(), line, text });
        }
        (notes, errors)
    }
}

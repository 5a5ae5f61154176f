//! Notes on pages.

use std::fmt;

/// Note for a maintainer on a page: what was not taken, or what was assumed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// File of the page.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// The observation, and its result.
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.text)
    }
}

/// Collector of the notes on one page.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    file: &'a str,
    told: Vec<Note>,
    errors: Vec<Note>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, told: Vec::new(), errors: Vec::new() }
    }

    /// Adds a note.
    pub(super) fn add(&mut self, line: usize, text: impl Into<String>) {
        self.told.push(Note { file: self.file.to_owned(), line, text: text.into() });
    }

    /// Adds an error: a part of the page that cannot be read.
    pub(super) fn error(&mut self, line: usize, text: impl Into<String>) {
        self.errors.push(Note { file: self.file.to_owned(), line, text: text.into() });
    }

    /// Returns the notes in the order of the page, or the errors if there are any.
    pub(super) fn finish(mut self) -> Result<Vec<Note>, Vec<Note>> {
        self.told.sort();
        self.errors.sort();
        if self.errors.is_empty() { Ok(self.told) } else { Err(self.errors) }
    }
}

//! The files of a description, as text.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// A file of a description is a few kilobytes; what is larger than this is not read at all.
pub(crate) const LARGEST: usize = 1 << 20;

/// The files of a description: paths relative to its folder, with `/`, and their text.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: BTreeMap<String, String>,
}

impl Sources {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file; one of the same path is replaced.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// Paths and texts, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

/// A file as it is read: without a byte order mark and with `\n` alone at the end of lines, so that a checkout
/// with other habits gives the same result.
#[derive(Debug)]
pub(crate) struct File<'a> {
    /// Relative to the description's folder.
    pub(crate) path: &'a str,
    /// Its text.
    pub(crate) text: Cow<'a, str>,
}

impl<'a> File<'a> {
    pub(crate) fn new(path: &'a str, text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = if text.len() <= LARGEST && text.contains("\r\n") {
            Cow::Owned(text.replace("\r\n", "\n"))
        } else {
            Cow::Borrowed(text)
        };
        Self { path, text }
    }
}

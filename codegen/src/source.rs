//! Files of a description, as text.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Size limit of a file, whose usual size is a few kilobytes.
pub(crate) const LARGEST: usize = 1 << 20;

/// Files of a description: paths relative to its folder, with `/`, and texts.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: BTreeMap<String, String>,
}

impl Sources {
    /// Creates an empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Inserts a file, or replaces one of the same path.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// Returns the text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// Returns paths and texts, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

/// File without a byte order mark and with `\n` line ends, so that every checkout gives the same
/// result.
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

//! What differs between the files that are there and those that the description gives.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use similar::TextDiff;

use crate::files::is_hidden;
use crate::outline;

/// Lines of a diff that are shown of one file; a reader who needs more regenerates and asks git.
const LONGEST_DIFF: usize = 100;

/// How long to look for the smallest diff of one file.
const LONGEST_SEARCH: Duration = Duration::from_millis(500);

/// Generated files under a folder by their relative path, and what is in them.
pub type Files = BTreeMap<PathBuf, Content>;

/// What stands at a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// Text, with the line ends that git checked out.
    Text(String),
    /// A link, something else that is no file, or bytes that are no text.
    Other,
}

/// Whether a file may be one of regenerate, which reports and removes no others: `Thumbs.db` stays where it is.
fn is_generated(path: &Path) -> bool {
    let is_listing = path.file_name().is_some_and(|name| name == outline::FILE);
    let extension = path.extension().unwrap_or_default();
    !is_hidden(path) && (is_listing || extension == "rs" || extension == "md")
}

/// Reads the generated files under a folder; one that is not there has none. Links are not followed.
pub fn read(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    if folder.symlink_metadata().is_ok() {
        read_into(folder, Path::new(""), &mut files)?;
    }
    Ok(files)
}

fn read_into(folder: &Path, within: &Path, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(within))? {
        let entry = entry?;
        let path = within.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            read_into(folder, &path, files)?;
        } else if is_generated(&path) || kind.is_symlink() && !is_hidden(&path) {
            let content =
                if kind.is_file() { content(&entry.path())? } else { Content::Other };
            files.insert(path, content);
        }
    }
    Ok(())
}

/// Reads one file, which must be there.
pub(crate) fn content(path: &Path) -> io::Result<Content> {
    Ok(String::from_utf8(fs::read(path)?).map_or(Content::Other, Content::Text))
}

/// One file that differs.
#[derive(Debug)]
pub struct Drift {
    /// Its name in messages.
    pub file: String,
    /// What is wrong with it.
    pub kind: Kind,
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum Kind {
    /// It is not what the description gives.
    Stale {
        /// What is there.
        old: String,
        /// What the description gives.
        new: String,
    },
    /// It is no text file.
    NoText,
    /// It is not there.
    Missing,
    /// The description does not give it.
    Surplus,
}

/// Compares what is at a path with the text that the description gives, whatever the line ends of the checkout.
pub(crate) fn compare(old: Option<&Content>, new: Option<&String>) -> Option<Kind> {
    match (old, new) {
        (Some(Content::Text(old)), Some(new)) => {
            let old = old.replace("\r\n", "\n");
            (old != *new).then(|| Kind::Stale { old, new: new.clone() })
        }
        (Some(Content::Other), Some(_)) => Some(Kind::NoText),
        (None, Some(_)) => Some(Kind::Missing),
        (Some(_), None) => Some(Kind::Surplus),
        (None, None) => None,
    }
}

impl Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Stale { old, new } => {
                writeln!(f, "stale: {}", self.file)?;
                write_diff(f, old, new)?;
                writeln!(f)
            }
            Kind::NoText => writeln!(f, "stale: {} (not a text file)", self.file),
            Kind::Missing => writeln!(f, "missing: {}", self.file),
            Kind::Surplus => writeln!(f, "surplus: {}", self.file),
        }
    }
}

fn write_diff(f: &mut fmt::Formatter<'_>, old: &str, new: &str) -> fmt::Result {
    let diff = TextDiff::configure().timeout(LONGEST_SEARCH).diff_lines(old, new);
    let text = diff
        .unified_diff()
        .context_radius(3)
        .header("as it is", "as it should be")
        .to_string();
    for line in text.lines().take(LONGEST_DIFF) {
        writeln!(f, "{line}")?;
    }
    match text.lines().count().saturating_sub(LONGEST_DIFF) {
        0 => Ok(()),
        more => writeln!(f, "... and {more} more lines"),
    }
}

//! Differences between the files of a folder and those that the description gives.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use similar::TextDiff;

use crate::files::{decode, entries, if_found};

/// Lines of a diff that are shown of one file. `git diff` shows all of them after a run.
const LONGEST_DIFF: usize = 100;

/// Time limit of the search for the smallest diff of one file.
const LONGEST_SEARCH: Duration = Duration::from_millis(500);

/// Generated files of a folder, by their relative path.
pub(crate) type Files = BTreeMap<PathBuf, Content>;

/// Content of a file.
#[derive(Debug)]
pub(crate) enum Content {
    /// Text, with the line ends that the generator writes.
    Text(String),
    /// A link, or bytes that are not UTF-8.
    Other,
}

/// Checks for a file that regenerate could have written. It reports and removes no others:
/// `Thumbs.db` stays.
fn is_generated(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs" || extension == "md")
}

/// Reads the generated files of a folder, which may be missing. Links are not followed.
pub(crate) fn read_files(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    if folder.symlink_metadata().is_ok() {
        read_into(folder, Path::new(""), &mut files)?;
    }
    Ok(files)
}

fn read_into(folder: &Path, within: &Path, files: &mut Files) -> io::Result<()> {
    for (name, kind) in entries(&folder.join(within))? {
        let path = within.join(name);
        if kind.is_dir() {
            read_into(folder, &path, files)?;
        } else if kind.is_symlink() || is_generated(&path) {
            let content =
                if kind.is_file() { read_file(&folder.join(&path))? } else { Some(Content::Other) };
            files.extend(content.map(|content| (path, content)));
        }
    }
    Ok(())
}

/// Reads a file, which may be missing.
pub(crate) fn read_file(path: &Path) -> io::Result<Option<Content>> {
    let text = |bytes| match decode(bytes) {
        Ok(text) => Content::Text(text.replace("\r\n", "\n")),
        Err(_) => Content::Other,
    };
    Ok(if_found(std::fs::read(path))?.map(text))
}

/// One file that differs.
#[derive(Debug)]
pub(crate) struct FileDiff {
    /// Path in its folder.
    pub(crate) path: PathBuf,
    /// Name in messages.
    pub(crate) shown: String,
    /// Difference.
    pub(crate) kind: DiffKind,
    /// Text that the description gives.
    pub(crate) new: Option<String>,
}

/// Kinds of differences.
#[derive(Debug)]
pub(crate) enum DiffKind {
    /// The text differs; this is the old one.
    Stale(String),
    /// It is not a text file.
    NotText,
    /// It is missing.
    Missing,
    /// The description does not give it.
    Surplus,
}

impl FileDiff {
    /// Compares one file, which may be missing on either side.
    pub(crate) fn compare(
        path: &Path,
        shown: String,
        old: Option<Content>,
        new: Option<&String>,
    ) -> Option<Self> {
        let kind = match (old, new) {
            (Some(Content::Text(old)), Some(new)) if old == *new => return None,
            (None, None) => return None,
            (Some(Content::Text(old)), Some(_)) => DiffKind::Stale(old),
            (Some(Content::Other), Some(_)) => DiffKind::NotText,
            (None, Some(_)) => DiffKind::Missing,
            (Some(_), None) => DiffKind::Surplus,
        };
        Some(Self { path: path.to_owned(), shown, kind, new: new.cloned() })
    }

    /// Compares two sets of files. Surplus files come first, because one may be a link in the place
    /// of a folder.
    pub(crate) fn compare_all(
        mut old: Files,
        new: &BTreeMap<PathBuf, String>,
        shown: impl Fn(&Path) -> String,
    ) -> Vec<Self> {
        let paths: BTreeSet<_> = old.keys().cloned().chain(new.keys().cloned()).collect();
        let compare =
            |path: PathBuf| Self::compare(&path, shown(&path), old.remove(&path), new.get(&path));
        let mut diffs: Vec<_> = paths.into_iter().filter_map(compare).collect();
        // Removals, then files at the top: they show the next run that the folder is its own.
        diffs.sort_by_key(|diff| (diff.new.is_some(), diff.path.components().count() > 1));
        diffs
    }

    /// Returns the change that removes the difference, as [`update`](crate::files::update) takes
    /// it.
    pub(crate) fn change(&self) -> (&Path, Option<&str>) {
        (&self.path, self.new.as_deref())
    }
}

impl Display for FileDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { shown, kind, new, .. } = self;
        match kind {
            DiffKind::Stale(old) => {
                writeln!(f, "stale: {shown}")?;
                write_diff(f, old, new.as_deref().unwrap_or_default())?;
                writeln!(f)
            }
            DiffKind::NotText => writeln!(f, "stale: {shown} (not a text file)"),
            DiffKind::Missing => writeln!(f, "missing: {shown}"),
            DiffKind::Surplus => writeln!(f, "surplus: {shown}"),
        }
    }
}

fn write_diff(f: &mut fmt::Formatter<'_>, old: &str, new: &str) -> fmt::Result {
    let diff = TextDiff::configure().timeout(LONGEST_SEARCH).diff_lines(old, new);
    let text =
        diff.unified_diff().context_radius(3).header("as it is", "as it should be").to_string();
    for line in text.lines().take(LONGEST_DIFF) {
        writeln!(f, "{line}")?;
    }
    match text.lines().count().saturating_sub(LONGEST_DIFF) {
        0 => Ok(()),
        more => writeln!(f, "... and {more} more lines"),
    }
}

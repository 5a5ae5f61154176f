//! Reads the vendor's Markdown pages. `codegen` reads what is in them.

use std::io;
use std::path::Path;

use codegen::{Docs, PageFile};

use crate::error::Error;
use crate::files::{decode, entries, read_bytes};
use crate::folders::slashes;

/// Size limit of a page. Most have some kilobytes, a few a megabyte; codegen refuses a page that
/// reaches the limit.
const LARGEST: u64 = (4 << 20) + 1;

/// Depth limit of folders of pages.
const DEEPEST: usize = 16;

/// Page of a checkout.
#[derive(Debug)]
pub(crate) struct Page {
    /// Name in messages.
    file: String,
    source: String,
    text: String,
}

impl Page {
    /// Returns the page for codegen.
    pub(crate) fn as_file(&self) -> PageFile<'_> {
        let Self { file, source, text } = self;
        PageFile { file, source, text }
    }
}

/// Reads the pages of a checkout of the vendor's documentation that `docs` names. The error names
/// all that cannot be read.
pub(crate) fn read(checkout: &Path, docs: &Docs) -> Result<Vec<Page>, Error> {
    let mut reader = Reader { pages: Vec::new(), problems: Vec::new() };
    for folder in &docs.folders {
        reader.folder(&checkout.join(folder), folder, 0);
    }
    for page in &docs.pages {
        reader.page(&checkout.join(format!("{page}.md")), page.clone());
    }
    if !reader.problems.is_empty() {
        return Err(Error::Unusable(reader.problems.join("\nerror: ")));
    }
    let mut pages = reader.pages;
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    pages.dedup_by(|a, b| a.file == b.file);
    Ok(pages)
}

struct Reader {
    pages: Vec<Page>,
    problems: Vec<String>,
}

impl Reader {
    /// Reads a folder and the folders in it. The addresses of its pages begin with `source`.
    fn folder(&mut self, folder: &Path, source: &str, depth: usize) {
        let entries = match entries(folder) {
            Ok(entries) => entries,
            Err(error) => return self.problem(folder, &error),
        };
        for (name, kind) in entries {
            let path = folder.join(&name);
            if kind.is_dir() && depth < DEEPEST {
                let source = format!("{source}/{}", plain(&name.to_string_lossy()));
                self.folder(&path, &source, depth + 1);
            } else if kind.is_file() && is_markdown(&path) {
                let name = name.file_stem().unwrap_or_default().to_string_lossy();
                self.page(&path, format!("{source}/{}", plain(&name)));
            }
        }
    }

    fn page(&mut self, path: &Path, source: String) {
        let bytes = match read_bytes(path, LARGEST) {
            Ok(bytes) => bytes,
            Err(error) => return self.problem(path, &error),
        };
        let is_cut = bytes.len() as u64 == LARGEST;
        let file = slashes(path);
        match decode(bytes) {
            Ok(text) => self.pages.push(Page { file, source, text }),
            // The limit may be in the middle of a character.
            Err((_, bytes)) if is_cut => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                self.pages.push(Page { file, source, text });
            }
            Err((line, _)) => {
                self.problems.push(format!("{file}:{line}: not UTF-8 text"));
            }
        }
    }

    fn problem(&mut self, path: &Path, error: &io::Error) {
        self.problems.push(format!("cannot read {}: {error}", slashes(path)));
    }
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

/// Converts a name to the characters of an address: small letters, digits, `_`, `-`, and `.` behind
/// another one.
pub(crate) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for char in name.chars() {
        match char.to_ascii_lowercase() {
            '.' if !plain.is_empty() => plain.push('.'),
            char if char.is_ascii_alphanumeric() || "_-".contains(char) => {
                plain.push(char);
            }
            _ => plain.push('_'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_addresses_keep_their_dots() {
        assert_eq!(plain("vpc2.0-api"), "vpc2.0-api");
        assert_eq!(plain("Describe UMem"), "describe_umem");
        assert_eq!(plain(".a"), "_a");
    }
}

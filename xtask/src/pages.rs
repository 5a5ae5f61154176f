//! Reads the vendor's Markdown pages. What is in them is codegen's business.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use codegen::{Docs, PageFile};

use crate::description::line_of;
use crate::failure::Failure;
use crate::files::is_hidden;
use crate::folders::slashes;

/// Pages are some kilobytes, a few have a megabyte; codegen says of what is larger than this that it is no page.
const LARGEST: u64 = (4 << 20) + 1;

/// The deepest that folders of pages are searched.
const DEEPEST: usize = 16;

/// Pages, read.
#[derive(Debug, Default)]
pub struct Pages(Vec<Page>);

/// One page.
#[derive(Debug)]
struct Page {
    /// Its name in messages.
    file: String,
    source: String,
    text: String,
}

impl Pages {
    /// Reads the pages of a checkout of the vendor's documentation that `docs` names. All that cannot be read is named in
    /// one go.
    pub fn read(checkout: &Path, docs: &Docs) -> Result<Self, Failure> {
        let mut reader = Reader { pages: Vec::new(), problems: Vec::new() };
        for folder in &docs.folders {
            reader.folder(&checkout.join(folder), folder, 0);
        }
        for page in &docs.pages {
            reader.page(&checkout.join(format!("{page}.md")), page.clone());
        }
        if !reader.problems.is_empty() {
            return Err(Failure::Unusable(reader.problems.join("\nerror: ")));
        }
        let mut pages = reader.pages;
        pages.sort_by(|a, b| a.file.cmp(&b.file));
        pages.dedup_by(|a, b| a.file == b.file);
        Ok(Self(pages))
    }

    /// As codegen takes them.
    pub fn files(&self) -> Vec<PageFile<'_>> {
        let pages = self.0.iter();
        pages
            .map(|page| PageFile {
                file: &page.file,
                source: &page.source,
                text: &page.text,
            })
            .collect()
    }
}

struct Reader {
    pages: Vec<Page>,
    problems: Vec<String>,
}

impl Reader {
    /// Reads a folder and those below; `source` is what its pages' addresses begin with.
    fn folder(&mut self, folder: &Path, source: &str, depth: usize) {
        let entries =
            fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.problem(folder, &error),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            match entry.file_type() {
                _ if is_hidden(&path) => {}
                Ok(kind) if kind.is_dir() && depth < DEEPEST => {
                    let name = entry.file_name();
                    let source = format!("{source}/{}", plain(&name.to_string_lossy()));
                    self.folder(&path, &source, depth + 1);
                }
                Ok(kind) if kind.is_file() && is_markdown(&path) => {
                    self.page(&path, format!("{source}/{}", plain(&name)));
                }
                Ok(_) => {}
                Err(error) => self.problem(&path, &error),
            }
        }
    }

    fn page(&mut self, path: &Path, source: String) {
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.problem(path, &error),
        };
        let is_cut = bytes.len() as u64 == LARGEST;
        let text = String::from_utf8(bytes).or_else(|error| {
            // The end of what was read may be in the middle of a character.
            let lossy = || String::from_utf8_lossy(error.as_bytes()).into_owned();
            if is_cut { Ok(lossy()) } else { Err(line_of(&error)) }
        });
        let file = slashes(path);
        match text {
            Ok(text) => self.pages.push(Page { file, source, text }),
            Err(line) => {
                self.problems.push(format!("{file}:{line}: not UTF-8 text"));
            }
        }
    }

    fn problem(&mut self, path: &Path, error: &io::Error) {
        self.problems.push(format!("cannot read {}: {error}", slashes(path)));
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

/// What an address may have: small letters, digits, `_`, `-`, and `.` behind another one.
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

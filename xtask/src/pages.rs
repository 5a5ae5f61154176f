//! Reads the vendor's Markdown pages. What is in them is codegen's business.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use codegen::PageFile;

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
pub struct Pages {
    pages: Vec<Page>,
    /// Folders that were read as a whole, by their own names.
    pub folders: Vec<String>,
}

/// One page.
#[derive(Debug)]
struct Page {
    /// Its name in messages.
    file: String,
    source: String,
    text: String,
}

impl Pages {
    /// Reads pages, and the pages in folders and the folders below. All that cannot be read is named in one go.
    pub fn read(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut reader = Reader {
            pages: Pages::default(),
            read: BTreeSet::new(),
            problems: Vec::new(),
        };
        for path in paths {
            match fs::metadata(path) {
                Ok(data) if data.is_dir() => reader.folder(path, 0),
                Ok(_) => reader.page(path),
                Err(error) => reader.problem(path, &error),
            }
        }
        if !reader.problems.is_empty() {
            return Err(Failure::Unusable(reader.problems.join("\nerror: ")));
        }
        reader.pages.pages.sort_by(|a, b| a.file.cmp(&b.file));
        Ok(reader.pages)
    }

    /// As codegen takes them.
    pub fn files(&self) -> Vec<PageFile<'_>> {
        self.pages
            .iter()
            .map(|page| PageFile {
                file: &page.file,
                source: &page.source,
                text: &page.text,
            })
            .collect()
    }
}

struct Reader {
    pages: Pages,
    /// Files that were read already, whichever way they were named.
    read: BTreeSet<PathBuf>,
    problems: Vec<String>,
}

impl Reader {
    fn folder(&mut self, folder: &Path, depth: usize) {
        let entries =
            fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.problem(folder, &error),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        self.pages.folders.push(plain(&own_name(folder)));
        for entry in entries {
            let path = entry.path();
            match entry.file_type() {
                _ if is_hidden(&path) => {}
                Ok(kind) if kind.is_dir() && depth < DEEPEST => {
                    self.folder(&path, depth + 1);
                }
                Ok(kind) if kind.is_file() && is_markdown(&path) => self.page(&path),
                Ok(_) => {}
                Err(error) => self.problem(&path, &error),
            }
        }
    }

    fn page(&mut self, path: &Path) {
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        if !self.read.insert(place) {
            return;
        }
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
            Ok(text) => {
                self.pages.pages.push(Page { file, source: source(path), text });
            }
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

/// The page's address beneath the vendor's: its folder and its name, `umem-api/describe_umem_backup`.
fn source(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let folder = path.parent().map(own_name).unwrap_or_default();
    let parts = [plain(&folder), plain(&stem.unwrap_or_default())];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

fn own_name(folder: &Path) -> String {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// What an address may have: small letters, digits, `_` and `-`.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for char in name.chars() {
        match char.to_ascii_lowercase() {
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
    fn a_page_s_address_is_its_folder_and_its_name() {
        let source = |path: &str| source(Path::new(path));
        assert_eq!(source("/none/umem-api/describe_umem.md"), "umem-api/describe_umem");
        assert_eq!(source("/none/UMem Api/Describe.UMem.md"), "umem_api/describe_umem");
        assert_eq!(source("/describe.md"), "describe");
    }
}

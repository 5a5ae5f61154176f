//! Reads the files of a description. What is in them is codegen's business.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;

use codegen::{Report, Sources};

use crate::failure::Failure;
use crate::files::is_hidden;
use crate::folders::{Folder, slashes};
use crate::import::LOCK;

/// The JSON Schema, which regenerate writes into the description's folder.
pub(crate) const SCHEMA: &str = "spec.schema.json";

/// Files of the folder that are not read here, but are known.
const BESIDES: [&str; 2] = [SCHEMA, LOCK];

/// Files that stand in the folder itself; the others stand one to a thing in [`FOLDERS`].
const FILES: [&str; 3] = ["product.yaml", "regions.yaml", "ret_codes.yaml"];

/// Folders with one file per action, model or enum.
const FOLDERS: [&str; 3] = ["actions", "enums", "models"];

/// A file of a description is a few kilobytes; what is larger than this is something else.
const LARGEST: u64 = 1 << 20;

/// The files of a description, read.
#[derive(Debug)]
pub struct Description {
    /// The files.
    pub sources: Sources,
    /// Files that are not part of a description, named for a warning.
    pub ignored: Vec<String>,
}

/// Reads the folder. All files that cannot be read are named in one go.
pub fn read(spec: &Folder) -> Result<Description, Failure> {
    let mut reader = Reader {
        spec,
        description: Description { sources: Sources::new(), ignored: Vec::new() },
        problems: Vec::new(),
    };
    for (name, kind) in entries(&spec.path)
        .map_err(|error| Failure::io("read the description", spec, &error))?
    {
        reader.top(Path::new(&name), kind);
    }
    if reader.problems.is_empty() {
        Ok(reader.description)
    } else {
        Err(Failure::Unusable(reader.problems.join("\nerror: ")))
    }
}

/// Names the files of a report as messages do.
pub(crate) fn refused(mut report: Report, spec: &Folder) -> Report {
    for diagnostic in &mut report.diagnostics {
        diagnostic.file = spec.shown_file(Path::new(&diagnostic.file));
    }
    report
}

/// Names in a folder and what they are, in the order of the names, without hidden ones.
fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, fs::FileType)>> {
    let mut entries = fs::read_dir(folder)?
        .map(|entry| {
            entry.and_then(|entry| {
                Ok((PathBuf::from(entry.file_name()), entry.file_type()?))
            })
        })
        .filter(|entry| !matches!(entry, Ok((name, _)) if is_hidden(name)))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(entries)
}

struct Reader<'a> {
    spec: &'a Folder,
    description: Description,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn top(&mut self, name: &Path, kind: fs::FileType) {
        let is = |known: &[&str]| known.iter().any(|known| Path::new(known) == name);
        if kind.is_symlink() {
            self.symlink(name);
        } else if kind.is_dir() && is(&FOLDERS) {
            self.folder(name);
        } else if kind.is_file() && is(&FILES) {
            self.file(name);
        } else if !is(&BESIDES) {
            self.ignore(name);
        }
    }

    fn folder(&mut self, folder: &Path) {
        let entries = match entries(&self.spec.path.join(folder)) {
            Ok(entries) => entries,
            Err(error) => {
                return self.problem(folder, &format!("cannot be read: {error}"));
            }
        };
        for (name, kind) in entries {
            let path = folder.join(&name);
            if kind.is_symlink() {
                self.symlink(&path);
            } else if kind.is_file()
                && name.extension().is_some_and(|extension| extension == "yaml")
            {
                self.file(&path);
            } else {
                self.ignore(&path);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        match text(&self.spec.path.join(path)) {
            Ok(text) => self.description.sources.insert(slashes(path), text),
            Err(problem) => self.problem(path, &problem),
        }
    }

    /// A link could show a reader of the review another text than the one that is read here.
    fn symlink(&mut self, path: &Path) {
        self.problem(path, "is a symbolic link; put the file itself there");
    }

    fn problem(&mut self, path: &Path, problem: &str) {
        self.problems.push(format!("{} {problem}", self.spec.shown_file(path)));
    }

    fn ignore(&mut self, path: &Path) {
        self.description.ignored.push(self.spec.shown_file(path));
    }
}

fn text(path: &Path) -> Result<String, String> {
    let read = fs::File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    let bytes = read.map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() as u64 > LARGEST {
        return Err("is larger than 1 MiB, which no file of a description is".into());
    }
    String::from_utf8(bytes)
        .map_err(|error| format!("is not UTF-8 text: line {}", line_of(&error)))
}

/// Returns the line, counted from 1, with the first byte that is not UTF-8.
pub(crate) fn line_of(error: &FromUtf8Error) -> usize {
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    good.split(|byte| *byte == b'\n').count()
}

//! Reads the files of a description. `codegen` reads what is in them.

use std::fs;
use std::path::Path;

use codegen::{Report, Sources};

use crate::error::Error;
use crate::files::{decode, entries, read_bytes};
use crate::folders::{Folder, slashes};
use crate::print::complain;

/// The JSON Schema, which regenerate writes into the description's folder.
pub(crate) const SCHEMA: &str = "spec.schema.json";

/// Digests of the pages that import read last, in the description's folder too.
pub(crate) const LOCK: &str = "pages.lock";

/// Files in the folder itself.
const FILES: [&str; 3] = ["product.yaml", "regions.yaml", "ret_codes.yaml"];

/// Folders with one file per action, model or enum.
const FOLDERS: [&str; 3] = ["actions", "enums", "models"];

/// Size limit of a file, whose usual size is a few kilobytes.
const LARGEST: u64 = 1 << 20;

/// Reads the folder. Warns about files that are not part of a description. The error names all
/// files that cannot be read.
pub fn read(spec: &Folder) -> Result<Sources, Error> {
    let mut reader = Reader { spec, sources: Sources::new(), problems: Vec::new() };
    let entries =
        entries(&spec.path).map_err(|error| Error::io("read the description", spec, &error))?;
    for (name, kind) in entries {
        reader.top(&name, kind);
    }
    if reader.problems.is_empty() {
        Ok(reader.sources)
    } else {
        Err(Error::Unusable(reader.problems.join("\nerror: ")))
    }
}

/// Names the files of a report as messages do.
pub(crate) fn name_files(mut report: Report, spec: &Folder) -> Report {
    for diagnostic in &mut report.diagnostics {
        diagnostic.file = spec.shown_file(Path::new(&diagnostic.file));
    }
    report
}

/// Creates the error of a description with diagnostics.
pub(crate) fn report_error(report: Report, spec: &Folder) -> Error {
    Error::Findings(name_files(report, spec).to_string())
}

struct Reader<'a> {
    spec: &'a Folder,
    sources: Sources,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn top(&mut self, name: &Path, kind: fs::FileType) {
        let is = |known: &[&str]| known.iter().any(|known| Path::new(known) == name);
        if kind.is_dir() && is(&FOLDERS) {
            self.folder(name);
        } else if kind.is_symlink() || !is(&[SCHEMA, LOCK]) {
            self.entry(name, kind, is(&FILES));
        }
    }

    fn folder(&mut self, folder: &Path) {
        match entries(&self.spec.path.join(folder)) {
            Ok(entries) => {
                for (name, kind) in entries {
                    let is_yaml = name.extension().is_some_and(|extension| extension == "yaml");
                    self.entry(&folder.join(name), kind, is_yaml);
                }
            }
            Err(error) => self.problem(folder, &format!("cannot be read: {error}")),
        }
    }

    fn entry(&mut self, path: &Path, kind: fs::FileType, is_known: bool) {
        if kind.is_symlink() {
            // A link could show a reviewer another text than the one that is read here.
            self.problem(path, "is a symbolic link; put the file itself there");
        } else if kind.is_file() && is_known {
            match text(&self.spec.path.join(path)) {
                Ok(text) => self.sources.insert(slashes(path), text),
                Err(problem) => self.problem(path, &problem),
            }
        } else {
            let file = self.spec.shown_file(path);
            complain(format!("warning: {file} is not part of a description and was not read"));
        }
    }

    fn problem(&mut self, path: &Path, problem: &str) {
        self.problems.push(format!("{} {problem}", self.spec.shown_file(path)));
    }
}

fn text(path: &Path) -> Result<String, String> {
    let bytes =
        read_bytes(path, LARGEST + 1).map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() as u64 > LARGEST {
        return Err("is larger than 1 MiB: expected a file of a description".into());
    }
    decode(bytes).map_err(|(line, _)| format!("is not UTF-8 text: line {line}"))
}

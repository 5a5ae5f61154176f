//! `cargo xtask import`: updates the description from the vendor's pages, or reports what changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use codegen::{Docs, ImportError, Imported, Report, Sources};

use crate::description::{self, LOCK};
use crate::error::Error;
use crate::files::{self, if_found};
use crate::flags::Import;
use crate::folders::{Folder, SPEC, command_line, quoted, slashes};
use crate::pages::{self, Page, plain};
use crate::print::print;

mod report;

/// The crate that is generated from the description.
const CRATE: &str = "ucloud-umem";

/// Runs the command.
pub(crate) fn run(flags: &Import) -> Result<(), Error> {
    let spec = Folder::find(flags.spec.as_deref(), SPEC)?;
    let sources = sources(&spec)?;
    let lock = lock(&spec)?;
    let (checkout, docs) =
        match codegen::docs(&sources).map_err(|report| report_error(report, &spec))? {
            // Messages name a file in `.` without `./`.
            Some(docs) => (flags.docs.strip_prefix(".").unwrap_or(&flags.docs).into(), docs),
            None => start(&flags.docs)?,
        };
    let pages = pages::read(&checkout, &docs)?;
    let imported = codegen::import(&codegen::Import {
        pages: &pages.iter().map(Page::as_file).collect::<Vec<_>>(),
        spec: &sources,
        lock: lock.as_deref(),
        prune: flags.prune,
        docs: &docs,
        krate: CRATE,
    })
    .map_err(|error| import_error(error, &spec))?;
    if !flags.check {
        write(&imported, &spec)?;
    }
    if flags.json {
        print(report::json(&imported, &sources, lock.as_deref(), flags.check));
    } else {
        print(report::text(&imported, &sources, &spec, flags.check));
    }
    if flags.check && (imported.kept || !imported.files.is_empty()) {
        return Err(Error::Findings(format!(
            "{spec} is not what the pages say. To bring it up to date:\n\n    {}",
            command(flags, &imported)
        )));
    }
    Ok(())
}

/// Returns the checkout and what to read of it, for a product without a description: `docs` is the
/// product's folder then.
fn start(docs: &Path) -> Result<(PathBuf, Docs), Error> {
    let unreadable = |error: io::Error| Error::io("read", slashes(docs), &error);
    let folder = fs::canonicalize(docs).map_err(unreadable)?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    if plain(&name) != name {
        return Err(Error::Unusable(format!(
            "invalid folder of a product's pages {name}: expected small letters, digits, `_`, `-` and `.`"
        )));
    }
    // The path as given, for messages.
    let parent = match docs.parent() {
        Some(parent) if docs.ends_with(name.as_ref()) => parent.to_path_buf(),
        _ => folder.parent().unwrap_or(&folder).to_path_buf(),
    };
    Ok((parent, Docs { folders: vec![name.into_owned()], pages: Vec::new() }))
}

/// Returns the command that writes what `--check` found.
fn command(flags: &Import, imported: &Imported) -> String {
    let prune = if imported.kept || flags.prune { " --prune" } else { "" };
    let command = format!("import{prune} {}", quoted(&flags.docs));
    command_line(&command, [("--spec", &flags.spec)])
}

fn report_error(report: Report, spec: &Folder) -> Error {
    let report = description::name_files(report, spec);
    Error::Findings(format!("{report}\nnothing was imported: correct the description first"))
}

fn import_error(error: ImportError, spec: &Folder) -> Error {
    match error {
        ImportError::Description(report) => report_error(report, spec),
        ImportError::Pages(errors) => {
            let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
            Error::Unusable(format!(
                "{}\nnothing was changed: restore or correct these pages, and run the command again",
                errors.join("\nerror: ")
            ))
        }
        ImportError::Lock(_) => Error::Unusable(error.to_string()),
    }
}

/// Reads the description, which may be missing.
fn sources(spec: &Folder) -> Result<Sources, Error> {
    match if_found(spec.path.symlink_metadata()) {
        Ok(None) => Ok(Sources::new()),
        Ok(Some(_)) => description::read(spec),
        Err(error) => Err(Error::io("read", spec, &error)),
    }
}

fn lock(spec: &Folder) -> Result<Option<String>, Error> {
    match if_found(fs::read_to_string(spec.path.join(LOCK))) {
        Ok(text) => Ok(text.map(|text| text.replace("\r\n", "\n"))),
        Err(error) => Err(Error::io("read", spec.shown_file(Path::new(LOCK)), &error)),
    }
}

/// Writes the changed files, `pages.lock` last, so that the run after an interrupted one still
/// reports which text to read.
fn write(imported: &Imported, spec: &Folder) -> Result<(), Error> {
    let (last, others): (Vec<_>, Vec<_>) =
        imported.files.iter().partition(|(path, _)| path.as_str() == LOCK);
    let changes = others.into_iter().chain(last);
    files::update(spec, changes.map(|(path, text)| (Path::new(path), text.as_deref())))
}

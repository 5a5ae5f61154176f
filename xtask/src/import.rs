//! `cargo xtask import`: from the vendor's pages to the description, or a report of what moved.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use codegen::{Docs, ImportError, Imported, Report, Sources};

use crate::description;
use crate::failure::Failure;
use crate::files;
use crate::flags::Import;
use crate::folders::{Folder, quoted, slashes};
use crate::pages::{Pages, plain};
use crate::print::{complain, say};

mod report;

/// Digests of the pages that import last read.
pub(crate) const LOCK: &str = "pages.lock";

/// The crate that is generated from the description.
const CRATE: &str = "ucloud-umem";

/// Runs the command.
pub fn run(flags: &Import) -> Result<(), Failure> {
    let spec = Folder::find(flags.spec.as_deref(), "api-spec")?;
    let sources = sources(&spec)?;
    let lock = lock(&spec)?;
    let (checkout, docs) = match codegen::docs(&sources)
        .map_err(|report| wrong(report, &spec))?
    {
        // Messages name a file of `.` without it.
        Some(docs) => (flags.docs.strip_prefix(".").unwrap_or(&flags.docs).into(), docs),
        None => start(&flags.docs)?,
    };
    let pages = Pages::read(&checkout, &docs)?;
    let imported = codegen::import(&codegen::Import {
        pages: &pages.files(),
        spec: &sources,
        lock: lock.as_deref(),
        prune: flags.prune,
        docs: &docs,
        krate: CRATE,
    })
    .map_err(|error| failure(error, &spec))?;
    if !flags.check {
        write(&imported, &spec)?;
    }
    if flags.json {
        say(report::json(&imported, &sources, lock.as_deref(), flags.check));
    } else {
        say(report::text(&imported, &sources, &spec, flags.check));
    }
    if flags.check && (imported.kept || !imported.files.is_empty()) {
        return Err(Failure::Wrong(format!(
            "{spec} is not what the pages say. To bring it up to date:\n\n    {}",
            command(flags, &imported)
        )));
    }
    Ok(())
}

/// Returns the checkout and what to read of it, where there is no description yet: `docs` is the product's folder then.
fn start(docs: &Path) -> Result<(PathBuf, Docs), Failure> {
    let unreadable = |error: io::Error| Failure::io("read", slashes(docs), &error);
    let folder = fs::canonicalize(docs).map_err(unreadable)?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    if plain(&name) != name {
        return Err(Failure::Unusable(format!(
            "invalid folder of a product's pages {name}: expected small letters, digits, `_`, `-` and `.`"
        )));
    }
    // As it was given, so that messages name it so.
    let parent = match docs.parent() {
        Some(parent) if docs.ends_with(name.as_ref()) => parent.to_path_buf(),
        _ => folder.parent().unwrap_or(&folder).to_path_buf(),
    };
    Ok((parent, Docs { folders: vec![name.into_owned()], pages: Vec::new() }))
}

/// Returns the command that writes what `--check` found.
fn command(flags: &Import, imported: &Imported) -> String {
    let mut command = String::from("cargo xtask import");
    if imported.kept || flags.prune {
        command.push_str(" --prune");
    }
    command = format!("{command} {}", quoted(&flags.docs));
    match &flags.spec {
        Some(spec) => format!("{command} --spec {}", quoted(spec)),
        None => command,
    }
}

fn wrong(report: Report, spec: &Folder) -> Failure {
    let report = description::refused(report, spec);
    Failure::Wrong(format!("{report}\nnothing was imported: first mend the description"))
}

fn failure(error: ImportError, spec: &Folder) -> Failure {
    match error {
        ImportError::Description(report) => wrong(report, spec),
        ImportError::Pages(errors) => {
            let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
            Failure::Unusable(format!(
                "{}\nnothing was changed: restore or correct these pages, and run the command again",
                errors.join("\nerror: ")
            ))
        }
        ImportError::Lock(_) => Failure::Unusable(error.to_string()),
    }
}

/// The description, which may not be there yet.
fn sources(spec: &Folder) -> Result<Sources, Failure> {
    match spec.path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Sources::new());
        }
        Err(error) => return Err(Failure::io("read", spec, &error)),
        Ok(_) => {}
    }
    let description = description::read(spec)?;
    for file in &description.ignored {
        complain(format!(
            "warning: {file} is not part of a description and was not read"
        ));
    }
    Ok(description.sources)
}

fn lock(spec: &Folder) -> Result<Option<String>, Failure> {
    match fs::read_to_string(spec.path.join(LOCK)) {
        Ok(text) => Ok(Some(text.replace("\r\n", "\n"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::io("read", spec.shown_file(Path::new(LOCK)), &error)),
    }
}

/// Writes what changed, `pages.lock` last: after a run that was interrupted, the next one still reports which text to read.
fn write(imported: &Imported, spec: &Folder) -> Result<(), Failure> {
    let (last, others): (Vec<_>, Vec<_>) =
        imported.files.iter().partition(|(path, _)| path.as_str() == LOCK);
    let changes = others.into_iter().chain(last);
    files::update(spec, changes.map(|(path, text)| (Path::new(path), text.as_deref())))
}

//! `cargo xtask import`: from the vendor's pages to the description, or a report of what moved.

use std::fs;
use std::io;
use std::path::Path;

use codegen::{Imported, Refusal, Sources};

use crate::description;
use crate::failure::Failure;
use crate::files;
use crate::flags::Import;
use crate::folders::{Folder, quoted};
use crate::pages::Pages;
use crate::print::{complain, say};

mod report;

/// What import last saw of each page.
pub(crate) const LOCK: &str = "pages.lock";

/// The crate that is generated from the description.
const CRATE: &str = "ucloud-umem";

/// Runs the command.
pub fn run(flags: &Import) -> Result<(), Failure> {
    let spec = Folder::find(flags.spec.as_deref(), "api-spec")?;
    let pages = Pages::read(&flags.pages)?;
    let sources = sources(&spec)?;
    let lock = lock(&spec)?;
    let imported = codegen::import(&codegen::Import {
        pages: &pages.files(),
        folders: &pages.folders,
        spec: &sources,
        lock: lock.as_deref(),
        prune: flags.prune,
        krate: CRATE,
    })
    .map_err(|refusal| refused(refusal, &spec))?;
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

/// Returns the command that writes what `--check` found.
fn command(flags: &Import, imported: &Imported) -> String {
    let mut command = String::from("cargo xtask import");
    if imported.kept || flags.prune {
        command.push_str(" --prune");
    }
    for page in &flags.pages {
        command = format!("{command} {}", quoted(page));
    }
    match &flags.spec {
        Some(spec) => format!("{command} --spec {}", quoted(spec)),
        None => command,
    }
}

fn refused(refusal: Refusal, spec: &Folder) -> Failure {
    match refusal {
        Refusal::Description(mut report) => {
            for mistake in &mut report.mistakes {
                mistake.file = spec.shown_file(Path::new(&mistake.file));
            }
            Failure::Wrong(format!(
                "{report}\nnothing was imported: first mend the description"
            ))
        }
        Refusal::Pages(errors) => {
            let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
            Failure::Unusable(format!(
                "{}\nnothing was changed: restore these files, or remove them and run the command again",
                errors.join("\nerror: ")
            ))
        }
        other => Failure::Unusable(other.to_string()),
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

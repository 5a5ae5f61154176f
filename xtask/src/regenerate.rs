//! `cargo xtask regenerate`: from the description to the generated files, or a report of what is stale.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};

use crate::changes;
use crate::description::{self, SCHEMA};
use crate::disk::Disk;
use crate::drift::{self, Content, Drift, Files, Kind};
use crate::failure::Failure;
use crate::flags::Regenerate;
use crate::folders::{Folder, Folders};
use crate::outline::{self, Outline};
use crate::print::{complain, say};
use crate::staging::{self, Staging};

/// Runs the command.
pub fn run(flags: &Regenerate) -> Result<(), Failure> {
    let folders = Folders::find(flags)?;
    refuse_other_folders(&folders.out)?;
    let wanted = Wanted::read(&folders)?;
    let mut wrong = Vec::new();
    if flags.complete {
        wrong.extend(wanted.unwritten_list());
    } else if let Some(count) = wanted.unwritten_count() {
        say(count);
    }
    if flags.check {
        let mut drifts = wanted.drifts_of_files(&folders, &found_files(&folders)?);
        drifts.extend(wanted.drift_of_schema(&folders)?);
        wrong.extend(drift_report(&drifts, &folders));
    }
    if !wrong.is_empty() {
        return Err(Failure::Wrong(wrong.join("\n\n")));
    }
    if flags.check {
        say(format!("{} is up to date", folders.out));
        return Ok(());
    }
    write(&wanted, &folders)
}

/// What the description gives.
struct Wanted {
    /// The generated files by their path in the output folder.
    files: BTreeMap<PathBuf, String>,
    schema: String,
    outline: Outline,
    /// What has no documentation yet, each with its file and line.
    unwritten: Vec<String>,
}

impl Wanted {
    fn read(folders: &Folders) -> Result<Self, Failure> {
        let description = description::read(&folders.spec)?;
        for file in &description.ignored {
            complain(format!(
                "warning: {file} is not part of a description and was not read"
            ));
        }
        let generated =
            codegen::generate(&description.sources).map_err(|mut report| {
                for mistake in &mut report.mistakes {
                    mistake.file = folders.spec.shown_file(Path::new(&mistake.file));
                }
                Failure::Wrong(report.to_string())
            })?;
        let outline = Outline::of(&generated.api);
        let mut files = generated.files;
        files.insert(PathBuf::from(outline::FILE), outline.to_string());
        let unwritten = generated
            .unwritten
            .iter()
            .map(|unwritten| {
                let file = folders.spec.shown_file(Path::new(&unwritten.path));
                format!("{file}:{}: {}", unwritten.line, unwritten.what)
            })
            .collect();
        Ok(Self { files, schema: codegen::schema(), outline, unwritten })
    }

    fn unwritten_count(&self) -> Option<String> {
        match self.unwritten.len() {
            0 => None,
            1 => Some("1 thing is not documented yet".into()),
            count => Some(format!("{count} things are not documented yet")),
        }
    }

    fn unwritten_list(&self) -> Option<String> {
        let count = self.unwritten_count()?;
        Some(format!("{count}:\n{}", self.unwritten.join("\n")))
    }

    fn drifts_of_files(&self, folders: &Folders, found: &Files) -> Vec<Drift> {
        let paths: BTreeSet<_> = self.files.keys().chain(found.keys()).collect();
        let drift = |path: &PathBuf| {
            let kind = drift::compare(found.get(path), self.files.get(path))?;
            Some(Drift { file: folders.out.shown_file(path), kind })
        };
        paths.into_iter().filter_map(drift).collect()
    }

    fn drift_of_schema(&self, folders: &Folders) -> Result<Option<Drift>, Failure> {
        let file = folders.spec.shown_file(Path::new(SCHEMA));
        let found = match drift::content(&folders.spec.path.join(SCHEMA)) {
            Ok(content) => Some(content),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::io("read", file, &error)),
        };
        Ok(drift::compare(found.as_ref(), Some(&self.schema))
            .map(|kind| Drift { file, kind }))
    }
}

fn found_files(folders: &Folders) -> Result<Files, Failure> {
    drift::read(&folders.out.path)
        .map_err(|error| Failure::io("read", &folders.out, &error))
}

/// Whatever is in the output folder may be removed, so it must be one that this command has written, or a new one.
fn refuse_other_folders(out: &Folder) -> Result<(), Failure> {
    let refused = |why: &str| Err(Failure::Unusable(format!("{out} {why}")));
    let unreadable = |error: io::Error| Failure::io("read", out, &error);
    match out.path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let has_place = out.path.parent().is_some_and(Path::is_dir);
            return if has_place { Ok(()) } else { refused("has no folder to be in") };
        }
        Err(error) => return Err(unreadable(error)),
        Ok(found) if found.is_symlink() => {
            return refused("is a symbolic link; name the folder itself");
        }
        Ok(found) if !found.is_dir() => return refused("is not a folder"),
        Ok(_) => {}
    }
    let is_empty = out.path.read_dir().map_err(unreadable)?.next().is_none();
    if out.given && !is_empty && !is_marked(&out.path) {
        let why = "is neither empty nor written by an earlier run of this command, which would remove what is in it";
        return refused(why);
    }
    Ok(())
}

fn is_marked(out: &Path) -> bool {
    let mark = outline::HEADER.lines().next().unwrap_or_default();
    matches!(drift::content(&out.join(outline::FILE)), Ok(Content::Text(text)) if text.starts_with(mark))
}

fn drift_report(drifts: &[Drift], folders: &Folders) -> Option<String> {
    if drifts.is_empty() {
        return None;
    }
    let each: String = drifts.iter().map(ToString::to_string).collect();
    let count = match drifts.len() {
        1 => "1 file is not what the description gives".to_owned(),
        count => format!("{count} files are not what the description gives"),
    };
    Some(format!(
        "{}\n{count}. To bring up to date:\n\n    {}",
        each.trim_end(),
        folders.command
    ))
}

fn write(wanted: &Wanted, folders: &Folders) -> Result<(), Failure> {
    let disk = Disk::new();
    // The schema comes first, so that a run that ends between the two leaves files of the old description beside the
    // schema that the new one is written against, and the next run sees that the files are stale.
    let schema = write_schema(&disk, wanted, folders)?;
    match write_files(&disk, wanted, folders)? {
        Some(report) => say(report),
        None if schema => {}
        None => say(format!("{} is up to date", folders.out)),
    }
    Ok(())
}

fn write_schema(
    disk: &Disk,
    wanted: &Wanted,
    folders: &Folders,
) -> Result<bool, Failure> {
    let path = folders.spec.path.join(SCHEMA);
    if wanted.drift_of_schema(folders)?.is_none() && !staging::has_leftover(&path) {
        return Ok(false);
    }
    let shown = folders.spec.shown_file(Path::new(SCHEMA));
    let staging = Staging::beside(disk, &path, &shown)?;
    if wanted.drift_of_schema(folders)?.is_none() {
        return Ok(false);
    }
    staging.replace_file(&wanted.schema).map_err(|error| not_written(&shown, &error))?;
    say(format!("wrote {shown}"));
    Ok(true)
}

/// Says what was written and what that changes; `None` when all was as it should be.
fn write_files(
    disk: &Disk,
    wanted: &Wanted,
    folders: &Folders,
) -> Result<Option<String>, Failure> {
    let out = &folders.out;
    if wanted.drifts_of_files(folders, &found_files(folders)?).is_empty()
        && !staging::has_leftover(&out.path)
    {
        return Ok(None);
    }
    let staging = Staging::beside(disk, &out.path, &out.shown)?;
    // Only now nobody else writes it.
    let found = found_files(folders)?;
    let drifts = wanted.drifts_of_files(folders, &found);
    if drifts.is_empty() {
        return Ok(None);
    }
    staging.replace_folder(&wanted.files).map_err(|error| not_written(out, &error))?;
    let mut report = api_report(wanted, &found);
    report.push(written_report(wanted, &drifts, out));
    Ok(Some(report.join("\n")))
}

fn not_written(shown: impl Display, error: &io::Error) -> Failure {
    Failure::Unusable(format!(
        "cannot write {shown}: {error}; what was there is as it was"
    ))
}

/// What the new files mean to those who use the crate.
fn api_report(wanted: &Wanted, found: &Files) -> Vec<String> {
    if found.is_empty() {
        return Vec::new();
    }
    let old = match found.get(Path::new(outline::FILE)) {
        Some(Content::Text(text)) => Outline::parse(text),
        _ => None,
    };
    match old {
        None => vec![format!(
            "what changed in the API is not known: {} was missing or edited",
            outline::FILE
        )],
        Some(old) if old == wanted.outline => {
            vec!["the API is the same: only its documentation or form changed".into()]
        }
        Some(old) => changes::between(&old, &wanted.outline)
            .iter()
            .map(ToString::to_string)
            .collect(),
    }
}

fn written_report(wanted: &Wanted, drifts: &[Drift], out: &Folder) -> String {
    let count = |wanted: fn(&Kind) -> bool| {
        drifts.iter().filter(|drift| wanted(&drift.kind)).count()
    };
    let changed = count(|kind| matches!(kind, Kind::Stale { .. } | Kind::NoText));
    let added = count(|kind| matches!(kind, Kind::Missing));
    let removed = count(|kind| matches!(kind, Kind::Surplus));
    format!(
        "wrote {out}: {} files, {changed} changed, {added} new, {removed} removed",
        wanted.files.len()
    )
}

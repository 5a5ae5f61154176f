//! `cargo xtask regenerate`: from the description to the generated files, or a report of what is stale.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use crate::changes;
use crate::description::{self, SCHEMA};
use crate::drift::{self, Content, Drift, Files, Kind};
use crate::failure::Failure;
use crate::files::{self, is_hidden};
use crate::flags::Regenerate;
use crate::fmt;
use crate::folders::{Folder, Folders, quoted};
use crate::outline::{self, Outline};
use crate::print::{complain, say};

/// Part of the first line of every generated file.
const MARK: &str = "Written by `cargo xtask regenerate`";

/// Runs the command.
pub fn run(flags: &Regenerate) -> Result<(), Failure> {
    let folders = Folders::find(flags)?;
    refuse_other_folders(&folders.out)?;
    let wanted = Wanted::read(&folders)?;
    let mut wrong = Vec::from_iter(layout_report(&wanted.layout, &folders.spec));
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
    /// Files of the description that have another layout.
    layout: Vec<Drift>,
    /// What has no documentation yet, each with its file and line.
    undocumented: Vec<String>,
}

impl Wanted {
    fn read(folders: &Folders) -> Result<Self, Failure> {
        let description = description::read(&folders.spec)?;
        for file in &description.ignored {
            complain(format!(
                "warning: {file} is not part of a description and was not read"
            ));
        }
        let generated = codegen::generate(&description.sources).map_err(|report| {
            Failure::Wrong(description::refused(report, &folders.spec).to_string())
        })?;
        let layout = fmt::drifts(&description.sources, &folders.spec)?;
        let outline = Outline::of(&generated.api);
        let mut files = generated.files;
        files.insert(PathBuf::from(outline::FILE), outline.to_string());
        let undocumented = generated
            .undocumented
            .iter()
            .map(|undocumented| {
                let file = folders.spec.shown_file(Path::new(&undocumented.path));
                format!("{file}:{}: {}", undocumented.line, undocumented.what)
            })
            .collect();
        Ok(Self { files, schema: codegen::schema(), outline, layout, undocumented })
    }

    fn unwritten_count(&self) -> Option<String> {
        match self.undocumented.len() {
            0 => None,
            1 => Some("1 thing is not documented yet".into()),
            count => Some(format!("{count} things are not documented yet")),
        }
    }

    fn unwritten_list(&self) -> Option<String> {
        let count = self.unwritten_count()?;
        Some(format!("{count}:\n{}", self.undocumented.join("\n")))
    }

    fn drifts_of_files(&self, folders: &Folders, found: &Files) -> Vec<Drift> {
        let paths: BTreeSet<_> = self.files.keys().chain(found.keys()).collect();
        let drift = |path: &PathBuf| {
            let kind = drift::compare(found.get(path), self.files.get(path))?;
            Some(Drift { file: folders.out.shown_file(path), kind })
        };
        paths.into_iter().filter_map(drift).collect()
    }

    /// Returns the files to remove and then those to write. The listing of the API comes last, because the report compares
    /// the old one with the new one: a run that is interrupted leaves the old one to the next run.
    fn changes<'a>(
        &'a self,
        found: &'a Files,
    ) -> impl Iterator<Item = (&'a Path, Option<&'a str>)> {
        let surplus = found.keys().filter(|path| !self.files.contains_key(*path));
        let stale = self.files.iter().filter(|(path, text)| {
            drift::compare(found.get(*path), Some(*text)).is_some()
        });
        let (last, others): (Vec<_>, Vec<_>) =
            stale.partition(|(path, _)| path.as_path() == Path::new(outline::FILE));
        let removed = surplus.map(|path| (path.as_path(), None));
        let written = others.into_iter().chain(last);
        removed.chain(written.map(|(path, text)| (path.as_path(), Some(text.as_str()))))
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

/// Refuses an output folder that this command has not written, because it removes what it finds there.
fn refuse_other_folders(out: &Folder) -> Result<(), Failure> {
    let refused = |why: &str| Err(Failure::Unusable(format!("{out} {why}")));
    let unreadable = |error: io::Error| Failure::io("read", out, &error);
    match out.path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(());
        }
        Err(error) => return Err(unreadable(error)),
        Ok(found) if found.is_symlink() => {
            return refused("is a symbolic link; name the folder itself");
        }
        Ok(found) if !found.is_dir() => return refused("is not a folder"),
        Ok(_) => {}
    }
    let entries = out.path.read_dir().map_err(unreadable)?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let paths: Vec<_> =
        paths.map_err(unreadable)?.into_iter().filter(|path| !is_hidden(path)).collect();
    if out.given && !paths.is_empty() && !paths.iter().any(|path| is_marked(path)) {
        let why = "is neither empty nor written by an earlier run of this command, which would remove what is in it";
        return refused(why);
    }
    Ok(())
}

/// Whether a file says that this command wrote it.
fn is_marked(path: &Path) -> bool {
    matches!(drift::content(path), Ok(Content::Text(text)) if text.lines().take(1).any(|line| line.contains(MARK)))
}

fn layout_report(drifts: &[Drift], spec: &Folder) -> Option<String> {
    let each: String = drifts.iter().map(ToString::to_string).collect();
    let flag = if spec.given {
        format!(" --spec {}", quoted(Path::new(&spec.shown)))
    } else {
        String::new()
    };
    (!drifts.is_empty()).then(|| {
        format!(
            "{}\n\nthe description is not in its one layout. To bring it there:\n\n    cargo xtask fmt{flag}",
            each.trim_end()
        )
    })
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
    let Folders { spec, out, .. } = folders;
    let schema = wanted.drift_of_schema(folders)?;
    if schema.is_some() {
        files::update(spec, [(Path::new(SCHEMA), Some(wanted.schema.as_str()))])?;
        say(format!("wrote {}", spec.shown_file(Path::new(SCHEMA))));
    }
    let found = found_files(folders)?;
    let drifts = wanted.drifts_of_files(folders, &found);
    if drifts.is_empty() {
        if schema.is_none() {
            say(format!("{out} is up to date"));
        }
        return Ok(());
    }
    files::update(out, wanted.changes(&found))?;
    let mut report = api_report(wanted, &found);
    report.push(written_report(wanted, &drifts, out));
    say(report.join("\n"));
    Ok(())
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

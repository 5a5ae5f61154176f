//! `cargo xtask regenerate`: writes the generated files from the description, or reports which are stale.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use codegen::Undocumented;

use crate::description::{self, SCHEMA};
use crate::diff::{Content, DiffKind, FileDiff, read_file, read_files};
use crate::error::Error;
use crate::files;
use crate::flags::Regenerate;
use crate::fmt;
use crate::folders::{Folder, SPEC, command_line};
use crate::print::say;

/// Output folders. Each one holds the generated files under a path; the first one holds the others.
const OUTPUTS: [(&str, &str); 2] = [
    ("", "ucloud-umem/src/generated"),
    ("emulator", "ucloud-umem/emulator/src/generated"),
];

/// Part of the first line of every generated file.
const MARK: &str = "cargo xtask regenerate";

/// Runs the command.
pub fn run(flags: &Regenerate) -> Result<(), Error> {
    let spec = Folder::find(flags.spec.as_deref(), SPEC)?;
    let mut outputs = Output::find_all(flags.out.as_deref(), &spec)?;
    let sources = description::read(&spec)?;
    let generated = codegen::generate(&sources)
        .map_err(|report| description::report_error(report, &spec))?;
    for (path, text) in generated.files {
        let owner = outputs.iter().rposition(|output| path.starts_with(output.part));
        if let Some(output) = outputs.get_mut(owner.unwrap_or_default()) {
            let path = path.strip_prefix(output.part).unwrap_or(&path).to_owned();
            output.wanted.insert(path, text);
        }
    }
    let layout = fmt::diffs(&sources, &spec)?;
    let mut findings = Vec::from_iter(layout_report(&layout, flags));
    match undocumented_report(&generated.undocumented, &spec) {
        Some((count, list)) if flags.complete => {
            findings.push(format!("{count}:\n{list}"));
        }
        Some((count, _)) => say(count),
        None => {}
    }
    let schema = diff_of_schema(&spec)?;
    let diffs: Vec<_> = outputs.iter().map(Output::diffs).collect::<Result<_, _>>()?;
    if flags.check {
        let diffs: Vec<_> = diffs.iter().flatten().chain(&schema).collect();
        findings.extend(stale_report(&diffs, flags));
    }
    if !findings.is_empty() {
        return Err(Error::Findings(findings.join("\n\n")));
    }
    // With `--check` there is nothing to write here.
    if let Some(schema) = &schema {
        files::update(&spec, [schema.change()])?;
        say(format!("wrote {}", schema.shown));
    }
    for (output, diffs) in outputs.iter().zip(&diffs) {
        files::update(&output.folder, diffs.iter().map(FileDiff::change))?;
        if !diffs.is_empty() {
            output.say_written(diffs);
        } else if schema.is_none() {
            say(format!("{} is up to date", output.folder));
        }
    }
    Ok(())
}

/// Output folder with its files.
struct Output {
    folder: Folder,
    /// Path of its files among all generated files.
    part: &'static str,
    /// Files that the description gives.
    wanted: BTreeMap<PathBuf, String>,
}

impl Output {
    /// Finds the folder that a flag gives, which then holds all files, or the workspace's own.
    fn find_all(out: Option<&Path>, spec: &Folder) -> Result<Vec<Self>, Error> {
        let count = if out.is_some() { 1 } else { OUTPUTS.len() };
        let find = |(part, usual): (&'static str, &str)| {
            let folder = Folder::find(out, usual)?;
            refuse_other_folders(&folder, spec)?;
            Ok(Self { folder, part, wanted: BTreeMap::new() })
        };
        OUTPUTS.into_iter().take(count).map(find).collect()
    }

    /// Compares the folder with the files that the description gives.
    fn diffs(&self) -> Result<Vec<FileDiff>, Error> {
        let found = read_files(&self.folder.path)
            .map_err(|error| Error::io("read", &self.folder, &error))?;
        let shown = |path: &Path| self.folder.shown_file(path);
        Ok(FileDiff::compare_all(found, &self.wanted, shown))
    }

    fn say_written(&self, diffs: &[FileDiff]) {
        let count = |is: fn(&DiffKind) -> bool| {
            diffs.iter().filter(|diff| is(&diff.kind)).count()
        };
        let new = count(|kind| matches!(kind, DiffKind::Missing));
        let removed = count(|kind| matches!(kind, DiffKind::Surplus));
        let changed = diffs.len() - new - removed;
        say(format!(
            "wrote {}: {} files, {changed} changed, {new} new, {removed} removed",
            self.folder,
            self.wanted.len()
        ));
    }
}

/// Refuses an output folder that this command has not written, because it removes the files that it finds there.
fn refuse_other_folders(out: &Folder, spec: &Folder) -> Result<(), Error> {
    let refused = |why: &str| Err(Error::Unusable(format!("{out} {why}")));
    if spec.path.starts_with(&out.path) {
        return refused(
            "holds the description, so it cannot be the output folder, which belongs to regenerate alone",
        );
    }
    if out.path.starts_with(&spec.path) {
        return refused(
            "is in the description's folder, which holds no generated file but the schema",
        );
    }
    let unreadable = |error| Error::io("read", out, &error);
    match files::if_found(out.path.symlink_metadata()).map_err(unreadable)? {
        None => return Ok(()),
        Some(found) if found.is_symlink() => {
            return refused("is a symbolic link; name the folder itself");
        }
        Some(found) if !found.is_dir() => return refused("is not a folder"),
        Some(_) => {}
    }
    let entries = files::entries(&out.path).map_err(unreadable)?;
    let is_marked = |(name, _): &(PathBuf, _)| {
        matches!(read_file(&out.path.join(name)), Ok(Some(Content::Text(text)))
            if text.lines().take(1).any(|line| line.contains(MARK)))
    };
    if out.given && !entries.is_empty() && !entries.iter().any(is_marked) {
        return refused(
            "is neither empty nor written by an earlier run of this command, which would remove what is in it",
        );
    }
    Ok(())
}

/// Returns the count and the list of what is not documented.
fn undocumented_report(
    found: &[Undocumented],
    spec: &Folder,
) -> Option<(String, String)> {
    let count = match found.len() {
        0 => return None,
        1 => "1 thing is not documented yet".into(),
        count => format!("{count} things are not documented yet"),
    };
    let line = |Undocumented { path, line, what, .. }: &Undocumented| {
        format!("{}:{line}: {what}", spec.shown_file(Path::new(path)))
    };
    Some((count, found.iter().map(line).collect::<Vec<_>>().join("\n")))
}

fn diff_of_schema(spec: &Folder) -> Result<Option<FileDiff>, Error> {
    let path = Path::new(SCHEMA);
    let shown = spec.shown_file(path);
    let old = read_file(&spec.path.join(path))
        .map_err(|error| Error::io("read", &shown, &error))?;
    Ok(FileDiff::compare(path, shown, old, Some(&codegen::schema())))
}

fn layout_report(layout: &[FileDiff], flags: &Regenerate) -> Option<String> {
    let command = command_line("fmt", [("--spec", &flags.spec)]);
    report(&Vec::from_iter(layout), |_| {
        format!(
            "\nthe description is not in its one layout. To bring it there:\n\n    {command}"
        )
    })
}

fn stale_report(diffs: &[&FileDiff], flags: &Regenerate) -> Option<String> {
    let folders = [("--spec", &flags.spec), ("--out", &flags.out)];
    let command = command_line("regenerate", folders);
    report(diffs, |count| {
        let files = match count {
            1 => "1 file is not what the description gives",
            _ => &format!("{count} files are not what the description gives"),
        };
        format!("{files}. To bring up to date:\n\n    {command}")
    })
}

/// Shows the diffs, and behind them what to do.
fn report(diffs: &[&FileDiff], advice: impl Fn(usize) -> String) -> Option<String> {
    let shown: String = diffs.iter().map(ToString::to_string).collect();
    (!diffs.is_empty()).then(|| format!("{}\n{}", shown.trim_end(), advice(diffs.len())))
}

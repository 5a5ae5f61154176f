//! What an import says of itself, for people and for programs.

use std::path::Path;

use codegen::{Change, Imported, Sources, Weight};
use serde_json::{Value, json};

use crate::description::refused;
use crate::folders::Folder;
use crate::import::LOCK;

/// The report as people read it.
pub(super) fn text(
    imported: &Imported,
    sources: &Sources,
    spec: &Folder,
    check: bool,
) -> String {
    let mut parts = Vec::new();
    let weights = [
        Weight::Breaking,
        Weight::Added,
        Weight::Changed,
        Weight::Example,
        Weight::Text,
    ];
    for weight in weights {
        let changes = imported.drift.iter().filter(|change| change.weight == weight);
        parts.extend(list(heading(weight), changes));
    }
    parts.extend(list("not taken, or assumed", imported.notes.iter()));
    if let Some(open) = &imported.open {
        let open = refused(open.clone(), spec);
        parts.push(format!(
            "to reconcile manually, for regenerate refuses the description as it is:\n\n{}",
            open.to_string().trim_end()
        ));
    }
    if imported.kept {
        parts.push("what is gone from the pages was kept: review it, then remove it with --prune".to_owned());
    }
    let pages = match imported.pages {
        1 => "1 page of an action was read",
        pages => &format!("{pages} pages of actions were read"),
    };
    let written = written(imported, sources, spec, check);
    if parts.is_empty() && imported.files.is_empty() {
        return written;
    }
    parts.insert(0, pages.to_owned());
    parts.push(written);
    parts.join("\n\n")
}

fn heading(weight: Weight) -> &'static str {
    match weight {
        Weight::Breaking => "breaking",
        Weight::Added => "added",
        Weight::Changed => "changed, and callers need not change",
        Weight::Example => "examples",
        Weight::Text => "to read",
    }
}

fn list<T: ToString>(heading: &str, entries: impl Iterator<Item = T>) -> Option<String> {
    let lines: Vec<_> =
        entries.map(|entry| format!("  {}", entry.to_string())).collect();
    (!lines.is_empty()).then(|| format!("{heading}:\n{}", lines.join("\n")))
}

/// What becomes of a file.
fn fate(text: Option<&String>, was: Option<&str>) -> &'static str {
    match (text, was) {
        (None, _) => "removed",
        (Some(_), None) => "new",
        (Some(_), Some(_)) => "changed",
    }
}

fn written(
    imported: &Imported,
    sources: &Sources,
    spec: &Folder,
    check: bool,
) -> String {
    if imported.files.is_empty() {
        let state = if imported.kept { "was not changed" } else { "is up to date" };
        return format!("{spec} {state}");
    }
    let done = if check { "would write" } else { "wrote" };
    let count = |wanted: &str| {
        let files = imported.files.iter().filter(|(path, _)| path.as_str() != LOCK);
        files
            .filter(|(path, text)| fate(text.as_ref(), sources.get(path)) == wanted)
            .count()
    };
    match [count("changed"), count("new"), count("removed")] {
        [0, 0, 0] => format!("{done} {}", spec.shown_file(Path::new(LOCK))),
        [1, new, removed] => {
            format!("{done} {spec}: 1 file changed, {new} new, {removed} removed")
        }
        [changed, new, removed] => {
            format!(
                "{done} {spec}: {changed} files changed, {new} new, {removed} removed"
            )
        }
    }
}

/// The report as programs read it.
pub(super) fn json(
    imported: &Imported,
    sources: &Sources,
    lock: Option<&str>,
    check: bool,
) -> String {
    let change = |change: &Change| {
        let (file, line) = change.place.clone().unzip();
        json!({
            "weight": change.weight.name(),
            "breaking": change.weight == Weight::Breaking,
            "kind": change.kind.name(),
            "of": change.of,
            "row": change.row,
            "text": change.text,
            "file": file,
            "line": line,
        })
    };
    let drift: Vec<Value> = imported.drift.iter().map(change).collect();
    let notes: Vec<Value> = imported
        .notes
        .iter()
        .map(|note| json!({ "file": note.file, "line": note.line, "text": note.text }))
        .collect();
    let files: Vec<Value> = imported
        .files
        .iter()
        .map(|(path, text)| {
            let was = if path == LOCK { lock } else { sources.get(path) };
            json!({ "path": path, "fate": fate(text.as_ref(), was) })
        })
        .collect();
    let open: Vec<Value> = imported
        .open
        .iter()
        .flat_map(|report| &report.diagnostics)
        .map(|diagnostic| {
            json!({
                "file": diagnostic.file,
                "line": diagnostic.line,
                "column": diagnostic.column,
                "text": diagnostic.title,
                "help": diagnostic.help,
            })
        })
        .collect();
    let report = json!({
        "pages": imported.pages,
        "kept": imported.kept,
        "written": !check && !imported.files.is_empty(),
        "drift": drift,
        "notes": notes,
        "open": open,
        "files": files,
    });
    format!("{report:#}")
}

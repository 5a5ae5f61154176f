//! Report of an import, for people and for programs.

use std::path::Path;

use codegen::{Change, Diagnostic, Imported, Note, Sources, Weight};
use serde_json::{Value, json};

use crate::description::{LOCK, name_files};
use crate::folders::Folder;

/// Headings of the changes, the worst first.
const HEADINGS: [(Weight, &str); 5] = [
    (Weight::Breaking, "breaking"),
    (Weight::Added, "added"),
    (Weight::Changed, "changed, and callers need not change"),
    (Weight::Example, "examples"),
    (Weight::Text, "to read"),
];

/// Writes the report for people.
pub(super) fn text(imported: &Imported, sources: &Sources, spec: &Folder, check: bool) -> String {
    let mut parts = Vec::new();
    for (weight, heading) in HEADINGS {
        let changes = imported.drift.iter().filter(|change| change.weight == weight);
        parts.extend(list(heading, changes));
    }
    parts.extend(list("not taken, or assumed", imported.notes.iter()));
    if let Some(open) = &imported.open {
        let open = name_files(open.clone(), spec);
        parts.push(format!(
            "to reconcile manually, for regenerate refuses the description as it is:\n\n{}",
            open.to_string().trim_end()
        ));
    }
    if imported.kept {
        parts.push(
            "what is gone from the pages was kept: review it, then remove it with --prune"
                .to_owned(),
        );
    }
    if !parts.is_empty() || !imported.files.is_empty() {
        let pages = match imported.pages {
            1 => "1 page of an action was read".to_owned(),
            pages => format!("{pages} pages of actions were read"),
        };
        parts.insert(0, pages);
    }
    parts.push(written(imported, sources, spec, check));
    parts.join("\n\n")
}

fn list<T: ToString>(heading: &str, entries: impl Iterator<Item = T>) -> Option<String> {
    let lines: Vec<_> = entries.map(|entry| format!("  {}", entry.to_string())).collect();
    (!lines.is_empty()).then(|| format!("{heading}:\n{}", lines.join("\n")))
}

/// Returns the change of a file, by its new text and its old one.
fn fate(new: Option<&String>, old: Option<&str>) -> &'static str {
    match (new, old) {
        (None, _) => "removed",
        (Some(_), None) => "new",
        (Some(_), Some(_)) => "changed",
    }
}

fn written(imported: &Imported, sources: &Sources, spec: &Folder, check: bool) -> String {
    if imported.files.is_empty() {
        let state = if imported.kept { "was not changed" } else { "is up to date" };
        return format!("{spec} {state}");
    }
    let done = if check { "would write" } else { "wrote" };
    let files = imported.files.iter().filter(|(path, _)| path.as_str() != LOCK);
    let fates: Vec<_> = files.map(|(path, text)| fate(text.as_ref(), sources.get(path))).collect();
    let [changed, new, removed] = ["changed", "new", "removed"]
        .map(|wanted| fates.iter().filter(|fate| **fate == wanted).count());
    if fates.is_empty() {
        return format!("{done} {}", spec.shown_file(Path::new(LOCK)));
    }
    let files = if changed == 1 { "file" } else { "files" };
    format!("{done} {spec}: {changed} {files} changed, {new} new, {removed} removed")
}

/// Writes the report for programs.
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
    let note = |note: &Note| json!({ "file": note.file, "line": note.line, "text": note.text });
    let notes: Vec<Value> = imported.notes.iter().map(note).collect();
    let file = |(path, text): (&String, &Option<String>)| {
        let old = if path == LOCK { lock } else { sources.get(path) };
        json!({ "path": path, "fate": fate(text.as_ref(), old) })
    };
    let files: Vec<Value> = imported.files.iter().map(file).collect();
    let open = |diagnostic: &Diagnostic| {
        json!({
            "file": diagnostic.file,
            "line": diagnostic.line,
            "column": diagnostic.column,
            "text": diagnostic.title,
            "help": diagnostic.help,
        })
    };
    let diagnostics = imported.open.iter().flat_map(|report| &report.diagnostics);
    let open: Vec<Value> = diagnostics.map(open).collect();
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

//! Imports, one after the other, into a description that is kept in memory.

use std::collections::BTreeSet;

use codegen::{Docs, Import, ImportError, Imported, PageFile, Report, Sources};

/// A page's file: `harbour-api/create_ship.md`, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A description, and what import remembers of its pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spec {
    pub(crate) sources: Sources,
    pub(crate) lock: Option<String>,
}

impl Spec {
    /// Imports pages with `--prune` and takes what that gives.
    pub(crate) fn import(&mut self, files: &[File]) -> Imported {
        self.import_with(files, true).unwrap_or_else(|error| {
            let after = files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
            panic!("{error}\n{}\nnow:\n{}", shown(self.sources.iter()), shown(after))
        })
    }

    /// Removes the files that import refuses as unreadable, as a maintainer would.
    pub(crate) fn remove_unreadable(&self, files: &mut Vec<File>) {
        if let Err(ImportError::Pages(errors)) = self.clone().import_with(files, true) {
            files.retain(|file| errors.iter().all(|error| error.file != file.path));
        }
    }

    /// Imports pages and takes what that gives.
    pub(crate) fn import_with(
        &mut self,
        files: &[File],
        prune: bool,
    ) -> Result<Imported, ImportError> {
        let sources: Vec<_> = files.iter().map(|file| file.path.trim_end_matches(".md")).collect();
        let pages: Vec<_> = files
            .iter()
            .zip(&sources)
            .map(|(file, source)| PageFile { file: &file.path, source, text: &file.text })
            .collect();
        let folders: BTreeSet<_> = sources
            .iter()
            .filter_map(|source| source.split_once('/'))
            .map(|(folder, _)| folder.to_owned())
            .collect();
        let imported = codegen::import(&Import {
            pages: &pages,
            spec: &self.sources,
            lock: self.lock.as_deref(),
            prune,
            docs: &Docs { folders: Vec::from_iter(folders), pages: Vec::new() },
            krate: "ucloud-umem",
        })?;
        for (path, text) in &imported.files {
            match text {
                Some(text) if path == "pages.lock" => self.lock = Some(text.clone()),
                Some(text) => self.sources.insert(path.clone(), text.clone()),
                None => self.sources.remove(path),
            }
        }
        Ok(imported)
    }

    /// Files that another description does not have, and rows that a file of it does not have.
    pub(crate) fn lost_in(&self, other: &Self) -> Vec<String> {
        let names = |text: &str| -> BTreeSet<String> {
            let rows = text.lines().filter_map(|line| line.split_once("- { name: "));
            let names = rows.filter_map(|(_, row)| row.split([',', ' ']).next());
            names.map(|name| name.replace(['"', '\''], "").replace(".N", "")).collect()
        };
        let lost = self.sources.iter().flat_map(|(path, text)| {
            let new = other.sources.get(path).map(names);
            let lost = match &new {
                Some(new) => names(text).difference(new).cloned().collect(),
                None => vec!["the file".to_owned()],
            };
            lost.into_iter().map(move |lost| format!("{path}: {lost}"))
        });
        lost.collect()
    }

    /// Returns an error of the description, or of importing the same pages once more.
    pub(crate) fn complaint(&self, imported: &Imported, files: &[File]) -> Option<String> {
        if let Some(open) = imported.open.as_ref().filter(|open| !is_decision(open)) {
            return Some(format!("left to reconcile manually:\n{open}"));
        }
        if let Err(report) = codegen::generate(&self.sources)
            && !is_decision(&report)
        {
            return Some(format!("not to be generated:\n{report}"));
        }
        let mut again = self.clone();
        let second = again.import(files);
        if let Some((path, text)) = second.files.first_key_value() {
            let old =
                if path == "pages.lock" { self.lock.as_deref() } else { self.sources.get(path) };
            return Some(format!(
                "the second import changes {path}:\n{}\n=>\n{}",
                old.unwrap_or("(none)"),
                text.as_deref().unwrap_or("(none)")
            ));
        }
        if let Some(note) = second.notes.first() {
            return Some(format!("the second import notes: {note}"));
        }
        let laid_out = codegen::format(&self.sources).unwrap();
        for (path, text) in self.sources.iter().filter(|(path, _)| !path.starts_with("enums/")) {
            if laid_out[path] != text {
                return Some(format!("{path} is not in the one layout:\n{text}"));
            }
        }
        second.drift.first().map(|change| format!("the second import reports: {}", change.text))
    }
}

/// Checks for a report on nothing but what only a person can decide, and no page says.
fn is_decision(report: &Report) -> bool {
    report.diagnostics.iter().all(|diagnostic| {
        let parts = [
            "possible secret",
            "invalid `sensitive`",
            "cannot have `sensitive`",
            "bare `bool` argument",
        ];
        parts.iter().any(|part| diagnostic.title.contains(part))
    })
}

/// Files in a message.
pub(crate) fn shown<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut shown = String::new();
    for (path, text) in files {
        shown.push_str(&format!("--- {path}\n{text}\n"));
    }
    shown
}

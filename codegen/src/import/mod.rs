//! From the vendor's pages to the description.
//!
//! Pages are read ([`page`]) and collected ([`collect`]): what they say together is merged into the
//! description ([`merge`]), reconciled where they contradict themselves ([`reconcile`]), compared
//! with what was there ([`diff`]) and written into the trees of its files ([`apply`]), which are
//! printed in their one layout.

mod apply;
mod collect;
mod diff;
mod lock;
mod merge;
mod note;
mod page;
mod product;
mod reconcile;
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::check;
use crate::description::{self, Description};
use crate::diagnostics::{Diagnostics, Report};
use crate::layout;
use crate::source::{File, Sources};
use crate::symbols::SymbolTable;

pub use diff::{Change, Kind as ChangeKind, Weight};
pub use note::Note;
pub use page::PageFile;
pub use product::{Docs, docs};

use collect::Sidebars;
use diff::Texts;
use lock::{Digests, Lock};
use page::Page;

/// Input of an import.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// All pages that [`docs`] names.
    pub pages: &'a [PageFile<'a>],
    /// The description as it is.
    pub spec: &'a Sources,
    /// `pages.lock` as it is.
    pub lock: Option<&'a str>,
    /// Remove what no page has any more: actions, models, enums and rows. Otherwise it stays.
    pub prune: bool,
    /// Pages and crate to begin with, for a description that has no product.yaml yet.
    pub docs: &'a Docs,
    /// The crate that is written from the description.
    pub krate: &'a str,
}

/// Result of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Files of the description's folder that change: path and text, or `None` for one that goes.
    pub files: BTreeMap<String, Option<String>>,
    /// Changes, the worst first.
    pub drift: Vec<Change>,
    /// Set when the description keeps something that no page has any more.
    pub kept: bool,
    /// Notes on what was not taken from pages that changed, and on what was assumed, in the order
    /// of files and lines.
    pub notes: Vec<Note>,
    /// Diagnostics of the new description, which `regenerate` will refuse: what a maintainer wrote
    /// does not fit the pages any more.
    pub open: Option<Report>,
    /// Pages of actions.
    pub pages: usize,
}

/// Reason for which nothing was imported.
#[derive(Debug)]
pub enum ImportError {
    /// Pages, tables or headings cannot be read.
    Pages(Vec<Note>),
    /// The description cannot be read.
    Description(Report),
    /// `pages.lock` cannot be read, and why.
    Lock(String),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pages(errors) => {
                let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
                f.write_str(&errors.join("\n"))
            }
            Self::Description(report) => report.fmt(f),
            Self::Lock(why) => {
                write!(
                    f,
                    "cannot read pages.lock: {why}; take it from git, or remove it and import again"
                )
            }
        }
    }
}

impl std::error::Error for ImportError {}

/// Brings the description up to date with the pages.
pub fn import(import: &Import<'_>) -> Result<Imported, ImportError> {
    let seen = match import.lock {
        Some(text) => Lock::parse(text).map_err(ImportError::Lock)?,
        None => Lock::default(),
    };
    let sources = product::ensure(import.spec, import.docs, import.krate);
    let files = description::files(&sources);
    let (trees, old) = layout::read(&files).map_err(ImportError::Description)?;
    let symbols = SymbolTable::new(&old);
    let mut notes = Vec::new();
    let (pages, mut now) = read(import.pages, &symbols, &mut notes)?;
    let pages = collect::one_per_action(pages, &Sidebars::new(import.pages), &symbols, &mut notes);
    for page in &pages {
        now.0.insert(page.source.clone(), Digests::of_action(page));
    }
    let pageless = merge::models_of_pageless(&old, &pages);
    let collected = collect::collect(&pages, &symbols, &pageless, &mut notes);

    let mut new = old.clone();
    let mut absent = merge::merge(&mut new, &collected, &pageless);
    reconcile::keep_shown(&mut new, &collected, &mut absent);
    let pruned = absent.pruned(&new);
    // Rows that are gone from the pages are reported, although they are kept.
    let mut drift = diff::diff(&old, &pruned, &pages);
    drift.retain(|change| change.kind == ChangeKind::Gone);
    let kept = !import.prune && !drift.is_empty();
    if import.prune {
        new = pruned;
    } else {
        let used = check::used_models(&SymbolTable::new(&new));
        let is_kept = |name: &str| used.contains(name) || symbols.models.contains_key(name);
        let models = new.models.iter().filter(|model| is_kept(&model.named.name));
        new.models = models.cloned().collect();
    }
    reconcile::reconcile(&mut new, &old, &collected, &mut notes);
    let mut changes = diff::diff(&old, &new, &pages);
    if import.prune {
        drift = changes;
    } else {
        drift.append(&mut changes);
    }
    let texts = Texts { old: &old, seen: &seen, now: &now, pages: &pages, files: import.pages };
    texts.add_to(&mut drift);

    let trees = files.iter().zip(&trees);
    let trees: BTreeMap<_, _> =
        trees.filter_map(|(file, tree)| Some((file.path, tree.as_ref()?))).collect();
    let (files, written) = changed(import.spec, &sources, apply::texts(&new, &trees), &new);
    let open = refused(&written);
    let mut files = files;
    let text = now.text();
    if import.lock != Some(text.as_str()) {
        files.insert(lock::FILE.into(), Some(text));
    }
    // Notes on an unchanged page were printed when it changed.
    let unchanged = import.pages.iter().filter(|file| {
        let (seen, now) = (seen.0.get(file.source), now.0.get(file.source));
        seen.zip(now).is_some_and(|(seen, now)| seen.is_same_file(now))
    });
    let unchanged: BTreeSet<_> = unchanged.map(|file| file.file).collect();
    notes.retain(|note| !unchanged.contains(note.file.as_str()));
    notes.sort();
    notes.dedup();
    Ok(Imported { files, drift, kept, notes, open, pages: pages.len() })
}

/// Reads the pages. All that cannot be read are reported together.
fn read(
    files: &[PageFile<'_>],
    old: &SymbolTable<'_>,
    notes: &mut Vec<Note>,
) -> Result<(Vec<Page>, Lock), ImportError> {
    let actions = old.actions.iter();
    let expected: BTreeMap<&str, &str> = actions
        .filter_map(|(name, action)| Some((action.source.as_ref()?.value.as_str(), *name)))
        .collect();
    let (mut pages, mut errors) = (Vec::new(), Vec::new());
    let mut lock = Lock::default();
    for file in files {
        let digests = Digests::of_prose(&page::bytes(file.text));
        lock.0.insert(file.source.to_owned(), digests);
        match page::read(file, expected.get(file.source).copied(), notes) {
            Ok(page) => pages.extend(page),
            Err(mut found) => errors.append(&mut found),
        }
    }
    if errors.is_empty() { Ok((pages, lock)) } else { Err(ImportError::Pages(errors)) }
}

/// Returns the files that change, and all files as they will be. `sources` are the files of the
/// folder, and a product.yaml.
fn changed(
    before: &Sources,
    sources: &Sources,
    texts: BTreeMap<String, String>,
    new: &Description,
) -> (BTreeMap<String, Option<String>>, Sources) {
    let mut files = BTreeMap::new();
    let mut written = sources.clone();
    for (path, text) in texts {
        let old = before.get(&path).map(|text| File::new(&path, text).text);
        if old.as_deref() != Some(text.as_str()) {
            written.insert(path.clone(), text.clone());
            files.insert(path, Some(text));
        }
    }
    let symbols = SymbolTable::new(new);
    for (path, _) in sources.iter() {
        let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".yaml");
        let is_there = match path.split('/').next() {
            Some("actions") => symbols.actions.contains_key(stem),
            Some("models") => symbols.models.contains_key(stem),
            Some("enums") => symbols.enums.contains_key(stem),
            _ => true,
        };
        if !is_there {
            files.insert(path.to_owned(), None);
        }
    }
    for (path, _) in files.iter().filter(|(_, text)| text.is_none()) {
        written.remove(path);
    }
    (files, written)
}

/// Returns the diagnostics of the description as it will be.
fn refused(sources: &Sources) -> Option<Report> {
    let files = description::files(sources);
    let mut diagnostics = Diagnostics::default();
    let description = description::read(&files, &mut diagnostics);
    check::check(&SymbolTable::new(&description), &files, &mut diagnostics);
    diagnostics.into_report(&files).err()
}

//! From the vendor's pages to the description.
//!
//! Pages are read ([`page`]) and gathered ([`gather`]): what they say together is merged into the description ([`merge`]),
//! settled where they contradict themselves ([`settle`]), compared with what was there ([`drift`]) and written ([`write`]).

mod drift;
mod edit;
mod entries;
mod gather;
mod lock;
mod merge;
mod note;
mod page;
mod product;
mod settle;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::check;
use crate::description::{self, Description, PRODUCT};
use crate::lookup::Lookup;
use crate::report::{Mistakes, Report};
use crate::source::Sources;
use crate::wording::code;

pub use drift::{Change, Kind as ChangeKind, Weight};
pub use note::Note;
pub use page::PageFile;

use gather::Known;
use lock::Lock;
use merge::{Kept, Scope};
use page::Page;

/// What import works on.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// The vendor's pages.
    pub pages: &'a [PageFile<'a>],
    /// Folders of pages that were read as a whole, by the first part of their pages' `source`: an action whose page is not
    /// among them any more is gone.
    pub folders: &'a [String],
    /// The description as it is.
    pub spec: &'a Sources,
    /// `pages.lock` as it is.
    pub lock: Option<&'a str>,
    /// Remove what no page has any more: actions, models, enums and rows. Otherwise it stays.
    pub prune: bool,
    /// The crate that is written from the description, for a description that has no product.yaml yet.
    pub krate: &'a str,
}

/// What import gives.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Files of the description's folder that change: path and text, or `None` for one that goes.
    pub files: BTreeMap<String, Option<String>>,
    /// What moved, the worst first.
    pub drift: Vec<Change>,
    /// Whether the description keeps something that no page has any more.
    pub kept: bool,
    /// What could not be taken, and what was assumed, in the order of files and lines.
    pub notes: Vec<Note>,
    /// What `regenerate` will refuse until somebody has looked at it: what is written by hand does not fit the pages any
    /// more.
    pub open: Option<Report>,
    /// Pages that were read.
    pub pages: usize,
}

/// Why nothing was imported.
#[derive(Debug)]
pub enum Refusal {
    /// Pages cannot be read.
    Pages(Vec<Note>),
    /// The description cannot be read.
    Description(Report),
    /// `pages.lock` cannot be read, and why.
    Lock(String),
    /// A file, by its path, cannot be edited without touching more of it than the change.
    Layout(String),
}

impl fmt::Display for Refusal {
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
                    "pages.lock makes no sense: {why}; take it from git, or remove it and import all pages again"
                )
            }
            Self::Layout(path) => {
                write!(
                    f,
                    "{path} cannot be edited in place: write its rows as `- {{ name: .., type: .. }}`, a line each"
                )
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// Brings the description up to date with the pages.
pub fn import(import: &Import<'_>) -> Result<Imported, Refusal> {
    let lock = match import.lock {
        Some(text) => Lock::parse(text).map_err(Refusal::Lock)?,
        None => Lock::default(),
    };
    let (sources, started) = product::ensure(import);
    let old = read(&sources)?;
    let mut known = Known {
        actions: old
            .actions
            .iter()
            .map(|action| {
                let source = action.source.as_ref().map(|source| source.value.clone());
                (action.named.name.value.clone(), source.unwrap_or_default())
            })
            .collect(),
        models: BTreeSet::new(),
    };
    let mut notes = Vec::new();
    let pages = pages(import, &known, &lock, &mut notes)?;
    let scope = scope(import, &old, &pages, &lock, &mut notes);
    known.actions.retain(|action, _| !import.prune || !scope.gone.contains(action));
    let mut pages = gather::one_per_action(pages, &known, &mut notes);
    let fresh: BTreeSet<_> = pages.iter().map(|page| page.source.clone()).collect();
    for page in &mut pages {
        // What was the action's page may be another one's now.
        let source = known.actions.get(&page.action);
        merge::place(page, source.filter(|source| !fresh.contains(*source)));
    }
    let mut remembered = lock.clone();
    // An interrupted run may have removed an action and not yet forgotten its page.
    remembered.pages.retain(|_, page| {
        known.actions.contains_key(&page.action) && !scope.gone.contains(&page.action)
    });
    let fresh: BTreeSet<&str> = pages.iter().map(|page| page.action.as_str()).collect();
    let goes = |action: &str| fresh.contains(action) || scope.gone.contains(action);
    known.models = gather::models_that_stay(&old, goes, &remembered, &pages);
    let gathered = gather::gather(&pages, &remembered, &known, &mut notes);
    let bring = |kept: &Kept, prune: bool, notes: &mut Vec<Note>| {
        let mut new = old.clone();
        merge::merge(&mut new, &gathered, &scope, kept, prune);
        settle::settle(&mut new, &old, &gathered, notes);
        new
    };
    let mut kept = Kept::default();
    let (pruned, mut told) = loop {
        let mut told = Vec::new();
        let new = bring(&kept, true, &mut told);
        // A row that stays may be a structure, of which the example has members again.
        if !kept.add_all(Kept::of(&old, &new)) {
            break (new, told);
        }
    };
    let drift = |new: &Description| {
        drift::drift(&drift::Compared { old: &old, new, lock: &lock, pages: &pages })
    };
    let mut changes = drift(&pruned);
    let (new, is_kept) = if import.prune {
        (pruned, false)
    } else {
        told.clear();
        let new = bring(&kept, false, &mut told);
        // What is gone is reported although it stays.
        changes.retain(|change| change.kind == ChangeKind::Gone);
        let is_kept = !changes.is_empty();
        changes.append(&mut drift(&new));
        changes.sort_by_key(Change::rank);
        (new, is_kept)
    };
    notes.append(&mut told);
    let mut files = write::files(&sources, &old, &new)
        .map_err(|write::Unwritable(path)| Refusal::Layout(path))?;
    let mut written = sources.clone();
    for (path, text) in &files {
        match text {
            Some(text) => written.insert(path.clone(), text.clone()),
            None => written.remove(path),
        }
    }
    let open = refused(&written);
    if let Some(text) = started {
        files.entry(PRODUCT.into()).or_insert(Some(text));
    }
    let names = gathered.names;
    let text = Lock { names, ..updated(remembered, &pages) }.text();
    if import.lock != Some(text.as_str()) {
        files.insert(lock::FILE.into(), Some(text));
    }
    notes.sort();
    notes.dedup();
    let pages = pages.len();
    Ok(Imported { files, drift: changes, kept: is_kept, notes, open, pages })
}

fn read(sources: &Sources) -> Result<Description, Refusal> {
    let files = description::files(sources);
    let mut mistakes = Mistakes::default();
    let description = description::read(&files, &mut mistakes);
    mistakes.into_report(&files).map_err(Refusal::Description)?;
    Ok(description)
}

/// Reads the pages. All that cannot be read are reported together.
fn pages(
    import: &Import<'_>,
    known: &Known,
    lock: &Lock,
    notes: &mut Vec<Note>,
) -> Result<Vec<Page>, Refusal> {
    let mut expected: BTreeMap<&str, &str> = known
        .actions
        .iter()
        .map(|(action, source)| (source.as_str(), action.as_str()))
        .collect();
    let seen = lock.pages.iter();
    expected.extend(seen.map(|(source, page)| (source.as_str(), page.action.as_str())));
    let (mut pages, mut errors) = (Vec::new(), Vec::new());
    for file in import.pages {
        match page::read(file, expected.get(file.source).copied(), notes) {
            Ok(page) => pages.extend(page),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(pages) } else { Err(Refusal::Pages(errors)) }
}

/// What is wrong with the description as it will be.
fn refused(sources: &Sources) -> Option<Report> {
    let files = description::files(sources);
    let mut mistakes = Mistakes::default();
    let description = description::read(&files, &mut mistakes);
    check::check(&Lookup::new(&description), &files, &mut mistakes);
    mistakes.into_report(&files).err()
}

/// Which actions' pages are known, and which are gone.
fn scope(
    import: &Import<'_>,
    old: &Description,
    pages: &[Page],
    lock: &Lock,
    notes: &mut Vec<Note>,
) -> Scope {
    let fresh: BTreeSet<&str> = pages.iter().map(|page| page.action.as_str()).collect();
    let remembered = lock.pages.values().map(|page| page.action.as_str());
    let mut scope = Scope {
        known: fresh.iter().copied().chain(remembered).map(str::to_owned).collect(),
        gone: BTreeSet::new(),
    };
    for folder in import.folders {
        let of_folder: Vec<_> = old
            .actions
            .iter()
            .filter(|action| {
                action.source.as_ref().and_then(|source| page::folder(source))
                    == Some(folder.as_str())
            })
            .map(|action| action.named.name.value.as_str())
            .collect();
        let gone: Vec<_> =
            of_folder.iter().filter(|name| !fresh.contains(*name)).collect();
        if gone.is_empty() {
            continue;
        }
        // Some pages, copied to be imported, are not the whole folder.
        let is_here = |page: &&Page| page::folder(&page.source) == Some(folder.as_str());
        let here = || pages.iter().filter(is_here);
        // What is there before and after this run is counted alike, so that the next run decides alike.
        if gone.len() > here().count() {
            notes.extend(here().next().map(|page| Note {
                file: page.file.clone(),
                line: page.line,
                text: format!(
                    "{} of the {} known pages of {} are not in its folder: taken as a part of them, so that nothing is gone",
                    gone.len(),
                    of_folder.len(),
                    code(folder)
                ),
            }));
        } else {
            scope.gone.extend(gone.into_iter().map(|name| (*name).to_owned()));
        }
    }
    scope
}

/// The lock with the pages of this run.
fn updated(mut lock: Lock, pages: &[Page]) -> Lock {
    let by_action: BTreeMap<&str, &Page> =
        pages.iter().map(|page| (page.action.as_str(), page)).collect();
    let sources: BTreeSet<&str> =
        pages.iter().map(|page| page.source.as_str()).collect();
    lock.pages.retain(|source, page| match by_action.get(page.action.as_str()) {
        // The order of rows tells nothing, so that a page of which nothing else changed stays as it was.
        Some(fresh) => fresh.source == *source && lock::says_the_same(page, fresh),
        None => !sources.contains(source.as_str()),
    });
    for page in pages {
        lock.pages.entry(page.source.clone()).or_insert_with(|| page.clone());
    }
    lock
}

//! Sentences that are other ones than when the page was last seen: of a page, and of each of its rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::TableKind;
use crate::description::Description;
use crate::diagnostics::text::code;
use crate::import::diff::change::{Change, Kind, Weight};
use crate::import::diff::places::Owner;
use crate::import::lock::{Digests, Lock, Rows as Seen, numbered};
use crate::import::page::{Page, PageFile, PageRow};
use crate::symbols::{SymbolTable, is_common};

/// A row whose text changed in the same way on one page or more.
struct Told<'a> {
    owner: Owner<'a>,
    row: &'a PageRow,
    file: &'a str,
    pages: usize,
}

/// By the owner of a row that only one page can have, the row, and its new text: the vendor edits what many pages share on
/// all of them at once, and once is enough to read it.
type Rows<'a> = BTreeMap<(Option<Owner<'a>>, &'a str, &'a str), Told<'a>>;

/// The pages as they were and as they are.
pub(crate) struct Texts<'a> {
    pub(crate) old: &'a Description,
    /// Digests of the last run.
    pub(crate) seen: &'a Lock,
    /// Digests of this run.
    pub(crate) now: &'a Lock,
    /// Pages of actions.
    pub(crate) pages: &'a [Page],
    /// All pages.
    pub(crate) files: &'a [PageFile<'a>],
}

impl Texts<'_> {
    /// Adds what has to be read. A page of which a byte changed is in one of the changes.
    pub(crate) fn add_to(&self, changes: &mut Vec<Change>) {
        let old = SymbolTable::new(self.old);
        let mut told = Rows::new();
        let mut found = Vec::new();
        for page in self.pages {
            let name = page.action.as_str();
            let action = old.actions.get(name);
            let before = action.and_then(|action| action.source.as_ref());
            let seen = self.seen.0.get(&page.source);
            let seen = seen.or_else(|| self.seen.0.get(&before?.value));
            let change = |kind, text: &str| {
                let text = format!("{}: {text}", code(name));
                change(kind, name, text, &page.file, page.line)
            };
            match seen {
                None if action.is_some() => found.push(change(
                    Kind::FirstSeen,
                    "its page is seen for the first time: compare it with what is written",
                )),
                Some(seen) if seen.bytes != page.bytes => {
                    let is_prose = seen.prose != page.prose;
                    if is_prose {
                        found.push(change(Kind::Text, "the page's prose changed: read it"));
                    }
                    let in_rows = rows(&mut told, page, seen);
                    if !is_prose && !in_rows && !changes.iter().any(|change| is_of(change, page)) {
                        found.push(change(
                            Kind::Text,
                            "the page is written otherwise, in nothing that is read here: read it",
                        ));
                    }
                }
                _ => {}
            }
        }
        self.other_pages(&old, &mut found);
        let mut told: Vec<_> = told.into_values().collect();
        told.sort_by_key(|told| (told.file, told.row.line));
        changes.append(&mut found);
        changes.extend(told.into_iter().map(Told::change));
        changes.sort_by_key(Change::rank);
    }

    /// Pages about something else than an action.
    fn other_pages(&self, old: &SymbolTable<'_>, found: &mut Vec<Change>) {
        let actions = old.actions.values().filter_map(|action| action.source.as_ref());
        let known = actions.map(|source| source.value.as_str());
        let pages = self.pages.iter().map(|page| page.source.as_str());
        let of_actions: BTreeSet<&str> = known.chain(pages).collect();
        let is_of_action = |source: &str| of_actions.contains(source);
        for file in self.files.iter().filter(|file| !is_of_action(file.source)) {
            let (seen, now) =
                (self.seen.0.get(file.source), self.now.0.get(file.source));
            if seen.is_some() && seen != now {
                let text = format!("page {} changed: read it", code(file.source));
                found.push(change(Kind::Text, file.source, text, file.file, 1));
            }
        }
        for source in self.seen.0.keys() {
            if !self.now.0.contains_key(source) && !is_of_action(source) {
                let text = format!("page {} is gone", code(source));
                found.push(Change {
                    place: None,
                    ..change(Kind::Text, source, text, "", 0)
                });
            }
        }
    }
}

fn change(kind: Kind, of: &str, text: String, file: &str, line: usize) -> Change {
    Change {
        weight: Weight::Text,
        kind,
        of: of.to_owned(),
        row: None,
        text,
        place: Some((file.to_owned(), line)),
    }
}

/// Whether a change is about an action or one of its structures.
fn is_of(change: &Change, page: &Page) -> bool {
    let is_model = |name: &str| {
        change.of == name || change.of.strip_prefix(page.action.as_str()) == Some(name)
    };
    change.of == page.action || page.models.iter().any(|model| is_model(&model.name))
}

/// Compares the texts of rows; returns whether one of them changed.
fn rows<'a>(told: &mut Rows<'a>, page: &'a Page, seen: &Digests) -> bool {
    let name = page.action.as_str();
    let mut changed =
        compare(told, page, Owner::request(name), &seen.request, &page.request);
    changed |=
        compare(told, page, Owner::response(name), &seen.response, &page.response);
    for (key, model) in numbered(&page.models) {
        if let Some(seen) = seen.models.get(&key) {
            changed |= compare(told, page, Owner::model(&model.name), seen, &model.rows);
        }
    }
    changed
}

fn compare<'a>(
    told: &mut Rows<'a>,
    page: &'a Page,
    owner: Owner<'a>,
    seen: &Seen,
    rows: &'a [PageRow],
) -> bool {
    let mut changed = false;
    for row in rows {
        if seen.get(&row.name).is_none_or(|text| *text == row.text) {
            continue;
        }
        changed = true;
        let is_shared = owner.kind == TableKind::Request && is_common(&row.name);
        let key = ((!is_shared).then_some(owner), row.name.as_str(), row.text.as_str());
        told.entry(key).and_modify(|told| told.pages += 1).or_insert(Told {
            owner,
            row,
            file: &page.file,
            pages: 1,
        });
    }
    changed
}

impl Told<'_> {
    fn change(self) -> Change {
        let Self { owner, row, file, pages } = self;
        let text = if pages == 1 {
            format!(
                "{}: the text of {} changed: read it",
                owner.title(),
                owner.row(&row.name)
            )
        } else {
            let row = match owner.kind {
                TableKind::Model => {
                    format!("{}, member {}", owner.title(), code(&row.name))
                }
                _ => owner.row(&row.name),
            };
            format!(
                "the text of {row} changed in the same way on {pages} pages: read it"
            )
        };
        Change {
            weight: Weight::Text,
            kind: Kind::Text,
            of: owner.name.to_owned(),
            row: Some(row.name.clone()),
            text,
            place: Some((file.to_owned(), row.line)),
        }
    }
}

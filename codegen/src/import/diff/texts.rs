//! Sentences that changed since the page was last read: of a page, and of each of its rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::TableKind;
use crate::description::Description;
use crate::diagnostics::text::code;
use crate::import::diff::change::{Change, Kind, Weight};
use crate::import::diff::places::Owner;
use crate::import::lock::{self, Lock};
use crate::import::page::{Page, PageFile, PageRow};
use crate::symbols::{SymbolTable, is_common};

/// A row whose text changed in the same way on one page or more.
struct ChangedRow<'a> {
    owner: Owner<'a>,
    row: &'a PageRow,
    file: &'a str,
    pages: usize,
}

/// By the owner of a row that only one page can have, the row, and its new text. The vendor edits
/// what many pages share on all of them at once, and once is enough to read it.
type ChangedRows<'a> = BTreeMap<(Option<Owner<'a>>, &'a str, &'a str), ChangedRow<'a>>;

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
        let mut rows = ChangedRows::new();
        let mut found = Vec::new();
        for page in self.pages {
            let name = page.action.as_str();
            let action = old.actions.get(name);
            let before = action.and_then(|action| action.source.as_ref());
            let seen = self.seen.0.get(&page.source);
            let seen = seen.or_else(|| self.seen.0.get(&before?.value));
            let mut add = |kind, text: &str| {
                let text = format!("{}: {text}", code(name));
                found.push(change(kind, name, text, &page.file, page.line));
            };
            let Some(seen) = seen else {
                if action.is_some() {
                    add(
                        Kind::FirstSeen,
                        "its page is seen for the first time: compare it with what is written",
                    );
                }
                continue;
            };
            let now = &self.now.0[&page.source];
            if seen.is_same_file(now) {
                continue;
            }
            let mut is_told = changes.iter().any(|change| is_about(change, page));
            for locked in lock::rows(page) {
                if seen.row(&locked.key).is_some_and(|text| *text != locked.row.text) {
                    is_told = true;
                    let owner = Owner { kind: locked.kind, name: locked.table };
                    add_row(&mut rows, page, owner, locked.row);
                }
            }
            if !seen.is_same_prose(now) {
                add(Kind::Text, "the page's prose changed: read it");
            } else if !is_told {
                add(
                    Kind::Text,
                    "the page is written otherwise, in nothing that is read here: read it",
                );
            }
        }
        self.other_pages(&old, &mut found);
        let mut rows: Vec<_> = rows.into_values().collect();
        rows.sort_by_key(|changed| (changed.file, changed.row.line));
        changes.append(&mut found);
        changes.extend(rows.into_iter().map(ChangedRow::change));
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
            let (seen, now) = (self.seen.0.get(file.source), self.now.0.get(file.source));
            if seen.is_some() && seen != now {
                let text = format!("page {} changed: read it", code(file.source));
                found.push(change(Kind::Text, file.source, text, file.file, 1));
            }
        }
        for source in self.seen.0.keys() {
            if !self.now.0.contains_key(source) && !is_of_action(source) {
                let text = format!("page {} is gone", code(source));
                let gone = change(Kind::Text, source, text, "", 0);
                found.push(Change { place: None, ..gone });
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

/// Checks for a change of an action or one of its structures.
fn is_about(change: &Change, page: &Page) -> bool {
    let is_model = |name: &str| {
        change.of == name || change.of.strip_prefix(page.action.as_str()) == Some(name)
    };
    change.of == page.action || page.models.iter().any(|model| is_model(&model.name))
}

fn add_row<'a>(rows: &mut ChangedRows<'a>, page: &'a Page, owner: Owner<'a>, row: &'a PageRow) {
    let is_shared = owner.kind == TableKind::Request && is_common(&row.name);
    let key = ((!is_shared).then_some(owner), row.name.as_str(), row.text.as_str());
    let new = ChangedRow { owner, row, file: &page.file, pages: 0 };
    rows.entry(key).or_insert(new).pages += 1;
}

impl ChangedRow<'_> {
    fn change(self) -> Change {
        let Self { owner, row, file, pages } = self;
        let (title, name) = (owner.title(), owner.row(&row.name));
        let text = match owner.kind {
            _ if pages == 1 => format!("{title}: the text of {name} changed: read it"),
            TableKind::Model => format!(
                "the text of {title}, {name} changed in the same way on {pages} pages: read it"
            ),
            TableKind::Request | TableKind::Response => {
                format!("the text of {name} changed in the same way on {pages} pages: read it")
            }
        };
        let of_row = Some(row.name.clone());
        Change { row: of_row, ..change(Kind::Text, owner.name, text, file, row.line) }
    }
}

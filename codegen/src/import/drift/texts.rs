//! Sentences that are other ones than when the page was last seen: of a page, and of each of its rows.

use std::collections::BTreeMap;

use crate::import::drift::rows::Owner;
use crate::import::drift::{Change, Changes, Kind, Weight};
use crate::import::lock::Lock;
use crate::import::page::{Page, PageModel, PageRow};
use crate::lookup::is_common;
use crate::wording::code;

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

/// Compares the texts. `is_known`: whether the description has an action.
pub(super) fn texts(
    changes: &mut Changes,
    pages: &[Page],
    lock: &Lock,
    is_known: impl Fn(&str) -> bool,
) {
    let by_action: BTreeMap<_, _> =
        lock.pages.values().map(|page| (page.action.as_str(), page)).collect();
    let mut told = Rows::new();
    for page in pages {
        let name = page.action.as_str();
        let seen = lock.pages.get(&page.source).filter(|seen| seen.action == name);
        let Some(seen) = seen.or_else(|| by_action.get(name).copied()) else {
            if is_known(name) {
                let text = format!(
                    "{}: its page is seen for the first time: compare it with what is written",
                    code(name)
                );
                add(changes, Kind::FirstSeen, page, text);
            }
            continue;
        };
        if seen.text != page.text {
            let text =
                format!("{}: the page's introduction changed: read it", code(name));
            add(changes, Kind::Text, page, text);
        }
        compare(&mut told, page, Owner::Request(name), &seen.request, &page.request);
        compare(&mut told, page, Owner::Reply(name), &seen.response, &page.response);
        let models: BTreeMap<_, _> = numbered(&seen.models).collect();
        for (key, model) in numbered(&page.models) {
            if let Some(seen) = models.get(&key) {
                compare(
                    &mut told,
                    page,
                    Owner::Model(&model.name),
                    &seen.rows,
                    &model.rows,
                );
            }
        }
    }
    let mut told: Vec<_> = told.into_values().collect();
    told.sort_by_key(|told| (told.file, told.row.line));
    changes.list.extend(told.into_iter().map(Told::change));
}

/// Models by their name, and how many of that name there are before: a page may have two tables of one model.
fn numbered(models: &[PageModel]) -> impl Iterator<Item = ((&str, usize), &PageModel)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    models.iter().map(move |model| {
        let before = seen.entry(&model.name).or_default();
        *before += 1;
        ((model.name.as_str(), *before), model)
    })
}

fn add(changes: &mut Changes, kind: Kind, page: &Page, text: String) {
    changes
        .add(Weight::Text, kind, &page.action, None, text)
        .at(Some((page.file.clone(), page.line)));
}

fn compare<'a>(
    told: &mut Rows<'a>,
    page: &'a Page,
    owner: Owner<'a>,
    old: &[PageRow],
    new: &'a [PageRow],
) {
    let old: BTreeMap<_, _> =
        old.iter().rev().map(|row| (row.name.as_str(), row.text.as_str())).collect();
    for row in new {
        if old.get(row.name.as_str()).is_none_or(|text| *text == row.text) {
            continue;
        }
        let is_shared = matches!(owner, Owner::Request(_)) && is_common(&row.name);
        let key = ((!is_shared).then_some(owner), row.name.as_str(), row.text.as_str());
        told.entry(key).and_modify(|told| told.pages += 1).or_insert(Told {
            owner,
            row,
            file: &page.file,
            pages: 1,
        });
    }
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
            let row = match owner {
                Owner::Model(_) => {
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
            of: owner.name().to_owned(),
            row: Some(row.name.clone()),
            text,
            place: Some((file.to_owned(), row.line)),
        }
    }
}

//! Brings the page's keys of a description up to date and leaves ours alone.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::Effect;
use crate::check::{TableKind, is_page, used_enums, used_models};
use crate::description::{Action, Description, Model, Named, Row, TypeShape};
use crate::import::collect::Collected;
use crate::import::page::{Page, PageRow};
use crate::import::tables::{RowKey, plain_name, plain_row, row_key, tables_mut, text};
use crate::symbols::SymbolTable;

/// Parts of the description that no page has.
#[derive(Debug, Default)]
pub(crate) struct Absent {
    actions: BTreeSet<String>,
    rows: BTreeSet<RowKey>,
}

impl Absent {
    /// Removes a row that an example shows; returns whether it was absent.
    pub(crate) fn remove(&mut self, row: &RowKey) -> bool {
        self.rows.remove(row)
    }

    /// Returns the description without what is absent, and without the models and enums that
    /// nothing has then.
    pub(crate) fn pruned(&self, description: &Description) -> Description {
        let mut pruned = description.clone();
        pruned.actions.retain(|action| !self.actions.contains(&action.named.name.value));
        for (kind, table, rows) in tables_mut(&mut pruned) {
            rows.retain(|row| !self.rows.contains(&row_key(kind, table, row)));
        }
        let symbols = SymbolTable::new(&pruned);
        let models = owned(used_models(&symbols));
        let enums = owned(used_enums(&symbols));
        pruned.models.retain(|model| models.contains(&model.named.name.value));
        pruned.enums.retain(|values| enums.contains(&values.named.name.value));
        pruned
    }

    fn add(&mut self, kind: TableKind, table: &str, rows: Vec<String>) {
        let rows = rows.into_iter().map(|row| (kind, table.to_owned(), row));
        self.rows.extend(rows);
    }
}

fn owned(names: BTreeSet<&str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// Actions that are known from elsewhere than a page.
fn is_pageless(action: &Action) -> bool {
    action.source.as_ref().is_none_or(|source| !is_page(source))
}

/// Names of the models that the responses of pageless actions have, but for those that a page
/// describes now.
pub(crate) fn models_of_pageless(description: &Description, pages: &[Page]) -> BTreeSet<String> {
    let actions = description.actions.iter().filter(|action| {
        let name = &action.named.name.value;
        is_pageless(action) && !pages.iter().any(|page| page.action == *name)
    });
    let part = Description {
        actions: actions.cloned().collect(),
        models: description.models.clone(),
        ..Description::default()
    };
    owned(used_models(&SymbolTable::new(&part)))
}

/// Merges the pages into the description, and returns what no page has; nothing is removed.
/// `pageless` are the models of actions without a page.
pub(crate) fn merge(
    description: &mut Description,
    collected: &Collected,
    pageless: &BTreeSet<String>,
) -> Absent {
    let mut absent = Absent::default();
    let mut known: BTreeMap<_, _> = description
        .actions
        .iter_mut()
        .map(|action| (action.named.name.value.clone(), action))
        .collect();
    let mut new = Vec::new();
    for page in &collected.actions {
        match known.remove(&page.action) {
            Some(action) => known_action(action, page, &mut absent),
            None => new.push(new_action(page)),
        }
    }
    let gone = known.into_values().filter(|action| !is_pageless(action));
    absent.actions = gone.map(|action| action.named.name.value.clone()).collect();
    description.actions.extend(new);
    description.actions.sort_by(|a, b| a.named.stem.cmp(&b.named.stem));
    let mut new = collected.models.clone();
    for model in &mut description.models {
        let name = &model.named.name.value;
        let Some(wanted) = new.remove(name) else { continue };
        let gone = rows(&mut model.members, &wanted);
        if !pageless.contains(name) {
            absent.add(TableKind::Model, name, gone);
        }
    }
    description.models.extend(new.into_iter().map(|(name, rows)| Model {
        named: named(&name),
        readable: true,
        doc: None,
        members: rows.iter().map(new_row).collect(),
    }));
    description.models.sort_by(|a, b| a.named.stem.cmp(&b.named.stem));
    absent
}

fn known_action(action: &mut Action, page: &Page, absent: &mut Absent) {
    if action.source.as_ref().is_none_or(|source| source.value != page.source) {
        action.source = Some(text(&page.source));
    }
    let gone = rows(&mut action.request, &page.request);
    absent.add(TableKind::Request, &page.action, gone);
    let gone = rows(&mut action.response, &page.response);
    absent.add(TableKind::Response, &page.action, gone);
}

fn new_action(page: &Page) -> Action {
    Action {
        named: named(&page.action),
        readable: true,
        title: None,
        section: None,
        source: Some(text(&page.source)),
        doc: None,
        deprecated: None,
        effect: Some(Effect::NonIdempotent),
        verify: None,
        request: page.request.iter().map(new_row).collect(),
        response: page.response.iter().map(new_row).collect(),
        pages: None,
        once: None,
        waiters: Vec::new(),
        example: None,
    }
}

fn named(name: &str) -> Named {
    Named { name: text(name), rust: None, stem: name.to_owned() }
}

/// Returns the row of a page, without any key of ours.
fn new_row(row: &PageRow) -> Row {
    plain_row(&row.name, row.ty(), row.required)
}

/// Brings rows up to date, and returns the names of those that the page does not have.
fn rows(rows: &mut Vec<Row>, wanted: &[PageRow]) -> Vec<String> {
    let mut absent = Vec::new();
    let names: BTreeSet<_> = wanted.iter().map(|row| plain_name(&row.name)).collect();
    // Structures that rows are inside of, and what the page calls them: `Disks.N` of
    // `Disks.N.Size`.
    let outer: BTreeMap<_, _> = wanted
        .iter()
        .flat_map(|row| {
            let name = row.name.as_str();
            name.match_indices('.').map(|(place, _)| &name[..place])
        })
        .map(|outer| (plain_name(outer), outer))
        .collect();
    for row in rows.iter_mut() {
        let name = plain_name(&row.name);
        if names.contains(&name) {
            continue;
        }
        let is_absent = match outer.get(&name) {
            // A structure whose members are on the page has a separate row only to carry what
            // we say of it.
            Some(outer) => {
                if row.name.value != *outer {
                    row.name = text(outer);
                }
                row.ty.as_ref().is_none_or(|ty| ty.shape != TypeShape::Object)
            }
            None => row.source.is_none() && row.undocumented.is_none(),
        };
        if is_absent {
            absent.push(row.name.value.clone());
        }
    }
    let mut places: BTreeMap<_, _> = rows
        .iter()
        .enumerate()
        .rev()
        .map(|(place, row)| (plain_name(&row.name), Some(place)))
        .collect();
    // A new row comes after the one that it follows on the page; the order of the others is ours.
    let mut first = Vec::new();
    let mut followers: Vec<Vec<Row>> = rows.iter().map(|_| Vec::new()).collect();
    let mut place = None;
    for row in wanted {
        match places.entry(plain_name(&row.name)) {
            Entry::Occupied(known) => {
                // A new one that is there twice: the first one counts.
                let Some(known) = *known.get() else { continue };
                place = Some(known);
                if let Some(known) = rows.get_mut(known) {
                    update(known, row);
                }
            }
            Entry::Vacant(unknown) => {
                let after = place.and_then(|place| followers.get_mut(place));
                after.unwrap_or(&mut first).push(new_row(row));
                unknown.insert(None);
            }
        }
    }
    let known = std::mem::replace(rows, first);
    for (row, followers) in known.into_iter().zip(followers) {
        rows.push(row);
        rows.extend(followers);
    }
    absent
}

/// Brings the page's keys of a row up to date.
fn update(row: &mut Row, page: &PageRow) {
    let new = new_row(page);
    row.name = new.name;
    row.ty = new.ty;
    row.required = new.required;
    row.undocumented = None;
    row.source = None;
}

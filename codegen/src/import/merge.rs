//! Brings the page's keys of a description up to date and leaves ours alone.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::Effect;
use crate::check::{is_page, used_enums, used_models};
use crate::description::{
    Action, Description, Model, Named, Row, Text, Type, TypeShape,
};
use crate::import::gather::Gathered;
use crate::import::page::{Page, PageRow, folder};
use crate::lookup::Lookup;
use crate::report::At;

/// What is known of pages that are not among those of this run.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    /// Actions whose page is known: it is among the pages of this run, or the lock remembers it.
    pub(crate) known: BTreeSet<String>,
    /// Actions whose page is gone.
    pub(crate) gone: BTreeSet<String>,
}

/// Rows of replies that no table has any more, and an example still has: by table (whether a reply's, and its name) and
/// row.
#[derive(Debug, Default)]
pub(crate) struct Kept(BTreeSet<(bool, String, String)>);

impl Kept {
    /// The rows that settling gave back: without what was written of them, and at the end of their tables.
    pub(crate) fn of(old: &Description, new: &Description) -> Self {
        let (old, new) = (Lookup::new(old), Lookup::new(new));
        let mut kept = Self::default();
        for (name, action) in &new.actions {
            if let Some(old) = old.actions.get(name) {
                kept.add(true, name, &old.response, &action.response);
            }
        }
        for (name, model) in &new.models {
            if let Some(old) = old.models.get(name) {
                kept.add(false, name, &old.members, &model.members);
            }
        }
        kept
    }

    fn add(&mut self, reply: bool, table: &str, old: &[Row], new: &[Row]) {
        let given: BTreeSet<_> = new
            .iter()
            .filter(|row| row.undocumented.is_some())
            .map(|row| row.name.value.as_str())
            .collect();
        let known = old.iter().filter(|row| row.undocumented.is_none());
        let back = known.filter(|row| given.contains(row.name.value.as_str()));
        self.0.extend(back.map(|row| (reply, table.to_owned(), row.name.value.clone())));
    }

    /// Adds others; whether there were any that it has not yet.
    pub(crate) fn add_all(&mut self, others: Self) -> bool {
        let before = self.0.len();
        self.0.extend(others.0);
        self.0.len() > before
    }

    fn has(&self, reply: bool, table: &str, row: &Row) -> bool {
        !self.0.is_empty()
            && self.0.contains(&(reply, table.to_owned(), row.name.value.clone()))
    }
}

/// Merges the pages into the description. With `prune`, actions, models, enums and rows that no page has are removed.
pub(crate) fn merge(
    description: &mut Description,
    gathered: &Gathered,
    scope: &Scope,
    kept: &Kept,
    prune: bool,
) {
    let unknown = models_of_unknown_pages(description, scope);
    let before: BTreeSet<_> =
        description.models.iter().map(|model| model.named.name.value.clone()).collect();
    description
        .actions
        .retain(|action| !prune || !scope.gone.contains(&action.named.name.value));
    let mut known: BTreeMap<_, _> = description
        .actions
        .iter_mut()
        .map(|action| (action.named.name.value.clone(), action))
        .collect();
    let mut new = Vec::new();
    for page in &gathered.actions {
        match known.get_mut(&page.action) {
            Some(action) => known_action(action, page, kept, prune),
            None => new.push(new_action(page)),
        }
    }
    description.actions.extend(new);
    description.actions.sort_by(|a, b| a.named.stem.cmp(&b.named.stem));
    let mut known: BTreeMap<_, _> = description
        .models
        .iter_mut()
        .map(|model| (model.named.name.value.clone(), model))
        .collect();
    let mut new = Vec::new();
    for (name, model) in &gathered.models {
        match known.get_mut(name) {
            Some(known) => {
                let all = !prune || unknown.contains(name);
                let keep = |row: &Row| all || kept.has(false, name, row);
                rows(&mut known.members, &model.rows, keep);
            }
            None => new.push(Model {
                named: named(name),
                readable: true,
                doc: None,
                members: model.rows.iter().map(new_row).collect(),
            }),
        }
    }
    description.models.extend(new);
    description.models.sort_by(|a, b| a.named.stem.cmp(&b.named.stem));
    for model in &mut description.models {
        let name = model.named.name.value.as_str();
        model
            .members
            .iter_mut()
            .filter(|row| kept.has(false, name, row))
            .for_each(only_shown);
    }
    let lookup = Lookup::new(description);
    let models = owned(used_models(&lookup));
    let enums = owned(used_enums(&lookup));
    description.models.retain(|model| {
        let name = &model.named.name.value;
        models.contains(name) || !prune && before.contains(name)
    });
    description
        .enums
        .retain(|values| !prune || enums.contains(&values.named.name.value));
}

fn owned(names: BTreeSet<&str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// A row that only an example has.
fn only_shown(row: &mut Row) {
    row.required = false;
    row.undocumented = Some(At::file(0));
}

/// Models of actions whose pages nobody has read yet: any of their rows may stand on such a page.
fn models_of_unknown_pages(
    description: &Description,
    scope: &Scope,
) -> BTreeSet<String> {
    let unknown: Vec<_> = description
        .actions
        .iter()
        .filter(|action| {
            let name = &action.named.name.value;
            !scope.known.contains(name) && !scope.gone.contains(name)
        })
        .cloned()
        .collect();
    let part = Description {
        actions: unknown,
        models: description.models.clone(),
        ..Description::default()
    };
    used_models(&Lookup::new(&part)).into_iter().map(str::to_owned).collect()
}

/// A page of the folder that the description names was renamed there; one of another folder is a copy of the page.
pub(crate) fn place(page: &mut Page, known: Option<&String>) {
    if let Some(known) = known.filter(|known| is_page(known))
        && folder(known) != folder(&page.source)
    {
        page.source.clone_from(known);
    }
}

fn known_action(action: &mut Action, page: &Page, kept: &Kept, prune: bool) {
    if action.source.as_ref().is_none_or(|source| source.value != page.source) {
        action.source = Some(text(&page.source));
    }
    rows(&mut action.request, &page.request, |_| !prune);
    let keep = |row: &Row| !prune || kept.has(true, &page.action, row);
    rows(&mut action.response, &page.response, keep);
    action
        .response
        .iter_mut()
        .filter(|row| kept.has(true, &page.action, row))
        .for_each(only_shown);
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
        waiters: Vec::new(),
        example: None,
    }
}

fn named(name: &str) -> Named {
    Named { name: text(name), rust: None, stem: name.to_owned() }
}

/// A text that no file has yet.
pub(crate) fn text(value: &str) -> Text {
    Text { value: value.to_owned(), at: At::file(0) }
}

/// A row without anything of ours.
pub(crate) fn new_row(row: &PageRow) -> Row {
    plain_row(&row.name, row.ty(), row.required)
}

/// The same, of a row that no page has.
pub(crate) fn plain_row(name: &str, ty: Type, required: bool) -> Row {
    Row {
        name: text(name),
        ty: Some(ty),
        required,
        undocumented: None,
        doc: None,
        conversion: None,
        optional: None,
        present: None,
        settled: None,
        source: None,
        default: None,
        sample: None,
        unit: None,
        sensitive: None,
        not_sensitive: None,
        deprecated: None,
        rust: None,
    }
}

/// The row's name without what says that it is a list: `Name` of type `[T]` is `Name.N` of type `T`.
pub(crate) fn plain_name(name: &str) -> String {
    // Nothing before it can be a list, so that the first part is a name, even if it is `N`.
    let parts =
        name.split('.').enumerate().filter(|(place, part)| *place == 0 || *part != "N");
    parts.map(|(_, part)| part).collect::<Vec<_>>().join(".")
}

/// Brings rows up to date. `keep`: whether a row stays that the page does not have.
fn rows(rows: &mut Vec<Row>, wanted: &[PageRow], keep: impl Fn(&Row) -> bool) {
    let names: BTreeSet<_> = wanted.iter().map(|row| plain_name(&row.name)).collect();
    // Structures that rows are inside of, and what the page calls them: `Disks.N` of `Disks.N.Size`.
    let outer: BTreeMap<_, _> = wanted
        .iter()
        .flat_map(|row| {
            let name = row.name.as_str();
            name.match_indices('.').map(|(place, _)| &name[..place])
        })
        .map(|outer| (plain_name(outer), outer))
        .collect();
    rows.retain_mut(|row| {
        let name = plain_name(&row.name);
        if names.contains(&name) {
            return true;
        }
        match outer.get(&name) {
            // A structure whose members stand on the page has a row of its own only to carry what we say of it.
            Some(outer) => {
                if row.name.value != *outer {
                    row.name = text(outer);
                }
                row.ty.as_ref().is_some_and(|ty| ty.shape == TypeShape::Object)
                    || keep(row)
            }
            None => row.source.is_some() || row.undocumented.is_some() || keep(row),
        }
    });
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

//! The difference of two descriptions in the API's terms, the worst first.

mod change;
mod examples;
mod places;
mod rows;
mod texts;

use std::collections::BTreeSet;

use crate::description::{Action, Description, Model, Text};
use crate::diagnostics::text::code;
use crate::import::page::Page;
use crate::symbols::SymbolTable;

pub use change::{Change, Kind, Weight};

use change::{Changes, went};
use places::{Owner, Places};
use rows::{RowTable, rows};

pub(crate) use texts::Texts;

/// Compares two descriptions. `pages` have the places.
pub(crate) fn diff(old: &Description, new: &Description, pages: &[Page]) -> Vec<Change> {
    let (old, new) = (SymbolTable::new(old), SymbolTable::new(new));
    let mut changes = Changes { places: Places::new(pages), list: Vec::new() };
    for (name, before) in &old.actions {
        match new.actions.get(name) {
            Some(now) => action(&mut changes, before, now),
            None => {
                let doc = before.doc.as_ref().or(before.title.as_ref());
                let text = format!("action {} is gone{}", code(name), went(doc));
                changes.gone(name, text);
            }
        }
    }
    for name in new.actions.keys().filter(|name| !old.actions.contains_key(*name)) {
        let text = format!("action {} is new", code(name));
        changes.add(Weight::Added, Kind::New, Owner::request(name), None, text);
    }
    models(&mut changes, &old, &new);
    for (name, values) in &old.enums {
        if !new.enums.contains_key(name) {
            let went = went(values.doc.as_ref());
            changes.gone(name, format!("enum {} is gone{went}", code(name)));
        }
    }
    for name in new.enums.keys().filter(|name| !old.enums.contains_key(*name)) {
        let text = format!("enum {} is new", code(name));
        changes.add(Weight::Added, Kind::New, Owner::model(name), None, text);
    }
    changes.list.sort_by_key(Change::rank);
    changes.list
}

fn action(changes: &mut Changes<'_>, old: &Action, new: &Action) {
    let name = new.named.name.value.as_str();
    let setters = new.pages.iter().flat_map(|pages| [&pages.offset, &pages.limit]);
    let paged = setters.flatten().map(|row| row.value.as_str()).collect();
    let request =
        RowTable { owner: Owner::request(name), old: &old.request, new: &new.request, paged };
    rows(changes, &request);
    let owner = Owner::response(name);
    rows(changes, &RowTable::new(owner, &old.response, &new.response));
    let is_moved = |is: &&Text| old.source.as_ref().is_none_or(|was| was.value != is.value);
    if let Some(is) = new.source.as_ref().filter(is_moved) {
        let name = code(name);
        let text = match &old.source {
            Some(was) => format!("{name}: its page was {}, is {}", code(was), code(is)),
            None => format!("{name}: its page is {}", code(is)),
        };
        changes.add(Weight::Changed, Kind::Moved, request.owner, None, text);
    }
    examples::compare(changes, request.owner, old.example.as_ref(), new.example.as_ref());
}

fn models(changes: &mut Changes<'_>, old: &SymbolTable<'_>, new: &SymbolTable<'_>) {
    let is_new = |name: &str| !old.models.contains_key(name);
    for (name, model) in &old.models {
        if let Some(other) = new.models.get(name) {
            let owner = Owner::model(name);
            rows(changes, &RowTable::new(owner, &model.members, &other.members));
        } else {
            let went = went(model.doc.as_ref());
            let new = new.models.iter().filter(|(name, _)| is_new(name));
            let hint = hint(model, new.map(|(_, model)| *model));
            changes.gone(name, format!("model {} is gone{went}{hint}", code(name)));
        }
    }
    for name in new.models.keys().filter(|name| is_new(name)) {
        let text = format!("model {} is new", code(name));
        changes.add(Weight::Added, Kind::New, Owner::model(name), None, text);
    }
}

/// Names the new model that has most of a gone one's members, and not many others.
fn hint<'m>(gone: &Model, new: impl Iterator<Item = &'m Model>) -> String {
    let names: BTreeSet<_> = gone.members.iter().map(|row| &*row.name).collect();
    let all = gone.members.len();
    let count =
        |model: &Model| model.members.iter().filter(|row| names.contains(&*row.name)).count();
    let counts = new.map(|model| (model, count(model)));
    let alike = counts
        .filter(|(model, count)| 2 * count > all.max(model.members.len()))
        .max_by_key(|(_, count)| *count);
    let Some((model, count)) = alike else { return String::new() };
    let of = if count == all { "all".to_owned() } else { format!("{count} of the {all}") };
    format!(
        "; {} is new and has {of} members of it: if it was renamed, move over what was written",
        code(&model.named.name)
    )
}

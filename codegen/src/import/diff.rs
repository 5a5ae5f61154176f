//! The difference of two descriptions in the API's terms, the worst first.

mod change;
mod examples;
mod places;
mod rows;
mod texts;

use std::collections::BTreeMap;

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
    let pages = new.pages.iter().flat_map(|pages| [&pages.offset, &pages.limit]);
    let paged = pages.flatten().map(|row| row.value.as_str()).collect();
    let request = RowTable {
        owner: Owner::request(name),
        old: &old.request,
        new: &new.request,
        paged,
    };
    rows(changes, &request);
    let owner = Owner::response(name);
    rows(changes, &RowTable::new(owner, &old.response, &new.response));
    let is_moved =
        |is: &&Text| old.source.as_ref().is_none_or(|was| was.value != is.value);
    if let Some(is) = new.source.as_ref().filter(is_moved) {
        let name = code(name);
        let text = match &old.source {
            Some(was) => format!("{name}: its page was {}, is {}", code(was), code(is)),
            None => format!("{name}: its page is {}", code(is)),
        };
        changes.add(Weight::Changed, Kind::Moved, request.owner, None, text);
    }
    examples::compare(
        changes,
        request.owner,
        old.example.as_ref(),
        new.example.as_ref(),
    );
}

fn models(changes: &mut Changes<'_>, old: &SymbolTable<'_>, new: &SymbolTable<'_>) {
    let is_new = |name: &str| !old.models.contains_key(name);
    let likeness = Likeness::new(
        new.models.iter().filter(|(name, _)| is_new(name)).map(|(_, model)| *model),
    );
    for (name, model) in &old.models {
        if let Some(other) = new.models.get(name) {
            let owner = Owner::model(name);
            rows(changes, &RowTable::new(owner, &model.members, &other.members));
        } else {
            let went = went(model.doc.as_ref());
            let hint = likeness.hint(model);
            changes.gone(name, format!("model {} is gone{went}{hint}", code(name)));
        }
    }
    for name in new.models.keys().filter(|name| is_new(name)) {
        let text = format!("model {} is new", code(name));
        changes.add(Weight::Added, Kind::New, Owner::model(name), None, text);
    }
}

/// New models by the names of their members.
struct Likeness<'a> {
    by_member: BTreeMap<&'a str, Vec<&'a Model>>,
}

impl<'a> Likeness<'a> {
    fn new(models: impl Iterator<Item = &'a Model>) -> Self {
        let mut by_member: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for model in models {
            for row in &model.members {
                by_member.entry(row.name.value.as_str()).or_default().push(model);
            }
        }
        Self { by_member }
    }

    /// Names the new model that has most of a gone one's members, and not many others.
    fn hint(&self, gone: &Model) -> String {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for row in &gone.members {
            for model in
                self.by_member.get(row.name.value.as_str()).into_iter().flatten()
            {
                let name = model.named.name.value.as_str();
                counts.entry(name).or_insert((0, model.members.len())).0 += 1;
            }
        }
        let all = gone.members.len();
        let alike = counts
            .into_iter()
            .filter(|(_, (count, others))| 2 * count > all.max(*others))
            .max_by_key(|(_, (count, _))| *count);
        let Some((name, (count, _))) = alike else { return String::new() };
        let of = if count == all {
            "all".to_owned()
        } else {
            format!("{count} of the {all}")
        };
        format!(
            "; {} is new and has {of} members of it: if it was renamed, move over what was written",
            code(name)
        )
    }
}

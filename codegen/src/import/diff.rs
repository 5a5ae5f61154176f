//! What moved, in the API's terms, the worst first.

mod change;
mod examples;
mod places;
mod rows;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use crate::description::{Action, Description, Model, Text};
use crate::diagnostics::text::code;
use crate::import::page::Page;
use crate::symbols::SymbolTable;

pub use change::{Change, Kind, Weight};

use places::Places;
use rows::{Owner, Table, rows};

pub(crate) use texts::Texts;

/// Compares two descriptions. `pages` say where things stand.
pub(crate) fn diff(old: &Description, new: &Description, pages: &[Page]) -> Vec<Change> {
    let (old, new) = (SymbolTable::new(old), SymbolTable::new(new));
    let places = Places::of(pages);
    let mut changes = Changes { list: Vec::new() };
    for (name, action) in &old.actions {
        match new.actions.get(name) {
            Some(other) => changes.action(action, other, &places),
            None => {
                let text = format!(
                    "action {} is gone{}",
                    code(name),
                    went(action.doc.as_ref().or(action.title.as_ref()))
                );
                changes.add(Weight::Breaking, Kind::Gone, name, None, text);
            }
        }
    }
    for name in new.actions.keys().filter(|name| !old.actions.contains_key(*name)) {
        let text = format!("action {} is new", code(name));
        changes.add(Weight::Added, Kind::New, name, None, text).at(places.action(name));
    }
    changes.models(&old, &new, &places);
    for (name, values) in
        old.enums.iter().filter(|(name, _)| !new.enums.contains_key(*name))
    {
        let text = format!("enum {} is gone{}", code(name), went(values.doc.as_ref()));
        changes.add(Weight::Breaking, Kind::Gone, name, None, text);
    }
    changes.list.sort_by_key(Change::rank);
    changes.list
}

/// What was written about something that goes.
fn went(doc: Option<&Text>) -> String {
    doc.map(|doc| format!("; what was written of it: {:?}", doc.trim()))
        .unwrap_or_default()
}

struct Changes {
    list: Vec<Change>,
}

impl Changes {
    fn add(
        &mut self,
        weight: Weight,
        kind: Kind,
        of: &str,
        row: Option<&str>,
        text: String,
    ) -> &mut Change {
        let index = self.list.len();
        let row = row.map(str::to_owned);
        self.list.push(Change {
            weight,
            kind,
            of: of.to_owned(),
            row,
            text,
            place: None,
        });
        &mut self.list[index]
    }

    fn action(&mut self, old: &Action, new: &Action, places: &Places<'_>) {
        let name = new.named.name.value.as_str();
        let paged: BTreeSet<_> = new
            .pages
            .iter()
            .flat_map(|pages| [&pages.offset, &pages.limit])
            .flatten()
            .map(|row| row.value.as_str())
            .collect();
        let none = BTreeSet::new();
        let request = Table {
            owner: Owner::Request(name),
            old: &old.request,
            new: &new.request,
            paged: &paged,
        };
        rows(self, &request, places);
        let reply = Table {
            owner: Owner::Reply(name),
            old: &old.response,
            new: &new.response,
            paged: &none,
        };
        rows(self, &reply, places);
        self.moved(name, old.source.as_ref(), new.source.as_ref(), places);
        let place = places.action(name);
        examples::example(self, name, old.example.as_ref(), new.example.as_ref(), place);
    }

    fn moved(
        &mut self,
        name: &str,
        old: Option<&Text>,
        new: Option<&Text>,
        places: &Places<'_>,
    ) {
        let Some(is) = new.filter(|is| old.is_none_or(|was| was.value != is.value))
        else {
            return;
        };
        let text = match old {
            Some(was) => {
                format!("{}: its page was {}, is {}", code(name), code(was), code(is))
            }
            None => format!("{}: its page is {}", code(name), code(is)),
        };
        self.add(Weight::Changed, Kind::Moved, name, None, text).at(places.action(name));
    }

    fn models(
        &mut self,
        old: &SymbolTable<'_>,
        new: &SymbolTable<'_>,
        places: &Places<'_>,
    ) {
        let is_new = |name: &str| !old.models.contains_key(name);
        let likeness = Likeness::of(
            new.models.iter().filter(|(name, _)| is_new(name)).map(|(_, model)| *model),
        );
        for (name, model) in &old.models {
            match new.models.get(name) {
                Some(other) => {
                    let none = BTreeSet::new();
                    let table = Table {
                        owner: Owner::Model(name),
                        old: &model.members,
                        new: &other.members,
                        paged: &none,
                    };
                    rows(self, &table, places);
                }
                None => {
                    let text = format!(
                        "model {} is gone{}{}",
                        code(name),
                        went(model.doc.as_ref()),
                        likeness.hint(model)
                    );
                    self.add(Weight::Breaking, Kind::Gone, name, None, text);
                }
            }
        }
        for name in new.models.keys().filter(|name| is_new(name)) {
            let text = format!("model {} is new", code(name));
            self.add(Weight::Added, Kind::New, name, None, text).at(places.model(name));
        }
    }
}

/// New models by the names of their members.
struct Likeness<'a> {
    by_member: BTreeMap<&'a str, Vec<&'a Model>>,
}

impl<'a> Likeness<'a> {
    fn of(models: impl Iterator<Item = &'a Model>) -> Self {
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

//! What all pages together say: each action once, each model once.

mod models;
mod naming;
mod request;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use crate::description::Description;
use crate::import::lock::{Lock, Names};
use crate::import::note::Note;
use crate::import::page::Page;
use crate::lookup::Lookup;
use crate::names;
use crate::wording::code;

pub(crate) use models::Model;

use models::Models;
use tables::Tables;

/// What the description has already.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Actions, and the page of each.
    pub(crate) actions: BTreeMap<String, String>,
    /// Names of the models that stay, whatever the pages of this run say.
    pub(crate) models: BTreeSet<String>,
}

/// What all pages together say.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// The pages of this run as a description can have them: one per action, types told by the names of
    /// [`Self::models`], structures of requests taken apart.
    pub(crate) actions: Vec<Page>,
    /// Models that a reply has, by name.
    pub(crate) models: BTreeMap<String, Model>,
    /// What the structures of all pages are called, for the next run.
    pub(crate) names: Names,
}

/// Gathers the pages of a run, one per action, and those that the lock remembers.
pub(crate) fn gather(
    fresh: &[Page],
    lock: &Lock,
    known: &Known,
    notes: &mut Vec<Note>,
) -> Gathered {
    let names: BTreeSet<&str> = fresh.iter().map(|page| page.action.as_str()).collect();
    let sources: BTreeSet<&str> =
        fresh.iter().map(|page| page.source.as_str()).collect();
    let remembered = lock.pages.values().filter(|page| {
        !names.contains(page.action.as_str()) && !sources.contains(page.source.as_str())
    });
    let mut pages: Vec<&Page> = remembered.chain(fresh).collect();
    pages.sort_by_key(|page| page.source.as_str());
    let tables = Tables::new(&pages, notes);
    let models = Models::new(&tables, known, &lock.names, &names, notes);
    models.tell(&pages, notes);
    let actions = fresh
        .iter()
        .map(|page| {
            let find = |name: &str| models.table(page, name);
            Page {
                request: request::rows(page, &find, notes),
                response: models.typed(page, &page.response),
                ..page.clone()
            }
        })
        .collect();
    let (models, names) = models.finish();
    Gathered { actions, models, names }
}

/// Names of the models that stay, whatever the pages of this run say. `goes`: whether an action's reply may change.
pub(crate) fn models_that_stay(
    description: &Description,
    goes: impl Fn(&str) -> bool,
    lock: &Lock,
    fresh: &[Page],
) -> BTreeSet<String> {
    let lookup = Lookup::new(description);
    let remembered: BTreeSet<&str> =
        lock.pages.values().map(|page| page.action.as_str()).collect();
    // Models that have a table on some page are what the tables make of them.
    let pages = lock.pages.values().chain(fresh);
    let models =
        pages.flat_map(|page| &page.models).filter(|model| !model.rows.is_empty());
    let called = lock.names.values().flat_map(|names| names.values().flatten());
    let tables: BTreeSet<&str> = models
        .map(|model| model.name.as_str())
        .chain(called.map(String::as_str))
        .collect();
    let mut stay = BTreeSet::new();
    for action in lookup.actions.values() {
        let name = action.named.name.value.as_str();
        if goes(name) {
            continue;
        }
        let is_remembered = remembered.contains(name);
        let mut open = vec![&action.response];
        while let Some(rows) = open.pop() {
            for model in rows.iter().filter_map(|row| lookup.model(row)) {
                let name = model.named.name.value.as_str();
                if stay.insert(name.to_owned())
                    && !(is_remembered && tables.contains(name))
                {
                    open.push(&model.members);
                }
            }
        }
    }
    stay
}

/// Leaves out the second page of an action, and actions that cannot have a file of their own.
pub(crate) fn one_per_action(
    mut pages: Vec<Page>,
    known: &Known,
    notes: &mut Vec<Note>,
) -> Vec<Page> {
    // The page that the description names comes first.
    pages.sort_by_key(|page| {
        (known.actions.get(&page.action) != Some(&page.source), page.source.clone())
    });
    let mut taken: BTreeMap<String, (String, String)> = known
        .actions
        .keys()
        .map(|action| (action.to_lowercase(), (action.clone(), String::new())))
        .collect();
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    pages.retain(|page| {
        let shown = code(&page.action);
        let lower = page.action.to_lowercase();
        let refused = match taken.get(&lower) {
            _ if names::is_device(&page.action) => {
                Some(format!("{shown} cannot name a file everywhere: the page is left out"))
            }
            Some((action, _)) if *action != page.action => Some(format!(
                "{shown} and {} differ only by case, and would be one file on some machines: the page is left out",
                code(action)
            )),
            Some((_, file)) if !file.is_empty() => {
                Some(format!("{shown} is described in {file} already: the page is left out"))
            }
            _ => sources.get(&page.source).map(|file| {
                format!("the page's address would be that of {file}: the page is left out")
            }),
        };
        if let Some(text) = refused {
            notes.push(Note { file: page.file.clone(), line: page.line, text });
            return false;
        }
        taken.insert(lower, (page.action.clone(), page.file.clone()));
        sources.insert(page.source.clone(), page.file.clone());
        true
    });
    pages.sort_by(|a, b| a.source.cmp(&b.source));
    pages
}

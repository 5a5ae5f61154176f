//! What all pages together say: each action once, each model once.

mod models;
mod request;

use std::collections::{BTreeMap, BTreeSet};

use crate::import::lock::Lock;
use crate::import::note::Note;
use crate::import::page::Page;
use crate::names;
use crate::wording::code;

pub(crate) use models::Model;

use models::Models;

/// What the description has already.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Actions, and the page of each.
    pub(crate) actions: BTreeMap<String, String>,
    /// Names of models.
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
}

/// Gathers the pages of a run, one per action, and those that the lock remembers.
pub(crate) fn gather(
    fresh: &[Page],
    lock: &Lock,
    known: &Known,
    notes: &mut Vec<Note>,
) -> Gathered {
    let is_fresh = |page: &Page| {
        fresh.iter().any(|fresh| fresh.source == page.source || fresh.action == page.action)
    };
    let mut pages: Vec<&Page> = lock.pages.values().filter(|page| !is_fresh(page)).collect();
    pages.extend(fresh);
    // Pages that were there before come first, so that a new page never takes a model's name away from them.
    pages.sort_by_key(|page| (!lock.pages.contains_key(&page.source), page.source.as_str()));
    let mut models = Models::new(&known.models);
    for page in &pages {
        models.add(page, notes);
    }
    models.finish(&pages, notes);
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
    Gathered { actions, models: models.used() }
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

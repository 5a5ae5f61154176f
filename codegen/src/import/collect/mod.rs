//! All pages together: each action once, each model once.

mod models;
mod naming;
mod request;
mod sidebar;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::text::code;
use crate::import::note::Note;
use crate::import::page::{Page, PageRow};
use crate::names;
use crate::symbols::SymbolTable;

pub(crate) use sidebar::Sidebars;

use models::Models;
use tables::Tables;

/// All pages together.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    /// The pages as a description can have them: one per action, types by the names of
    /// [`Self::models`], structures of requests taken apart.
    pub(crate) actions: Vec<Page>,
    /// Rows of the models that a response has, by name.
    pub(crate) models: BTreeMap<String, Vec<PageRow>>,
}

/// Collects what the pages say, one per action. `pageless` are names of models that stay, whatever
/// the pages say.
pub(crate) fn collect(
    pages: &[Page],
    old: &SymbolTable<'_>,
    pageless: &BTreeSet<String>,
    notes: &mut Vec<Note>,
) -> Collected {
    let tables = Tables::new(pages, notes);
    let models = Models::new(&tables, old, pageless, notes);
    models.add_notes(pages, notes);
    let actions = pages
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
    Collected { actions, models: models.finish() }
}

/// Leaves out the second page of an action, and actions that cannot have a separate file.
///
/// Of two pages the one that its folder's `_sidebar.md` links to counts, then the one that the
/// description names.
pub(crate) fn one_per_action(
    mut pages: Vec<Page>,
    sidebars: &Sidebars<'_>,
    old: &SymbolTable<'_>,
    notes: &mut Vec<Note>,
) -> Vec<Page> {
    pages.sort_by_cached_key(|page| {
        let action = old.actions.get(page.action.as_str());
        let is_named = action
            .and_then(|action| action.source.as_ref())
            .is_some_and(|source| source.value == page.source);
        (!sidebars.has(&page.source), !is_named, page.source.clone())
    });
    let known = old.actions.keys().map(|action| (action.to_lowercase(), *action));
    let known: BTreeMap<String, &str> = known.collect();
    let mut taken: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    pages.retain(|page| {
        let shown = code(&page.action);
        let lower = page.action.to_lowercase();
        let other = taken.get(&lower).map(|(action, _)| action.as_str());
        let other = other.or_else(|| known.get(&lower).copied());
        let refused = match (other, taken.get(&lower)) {
            _ if names::is_device(&page.action) => {
                Some(format!("{shown} cannot name a file everywhere: the page is left out"))
            }
            (Some(other), _) if other != page.action => Some(format!(
                "{shown} and {} differ only by case, and would be one file on some machines: the page is left out",
                code(other)
            )),
            (_, Some((_, file))) => {
                Some(format!("{shown} is described in {file} already: the page is left out"))
            }
            _ => sources.get(&page.source).map(|file| {
                format!("the page's address would be that of {file}: the page is left out")
            }),
        };
        if let Some(text) = refused {
            notes.push(page.note(page.line, text));
            return false;
        }
        taken.insert(lower, (page.action.clone(), page.file.clone()));
        sources.insert(page.source.clone(), page.file.clone());
        true
    });
    pages.sort_by(|a, b| a.source.cmp(&b.source));
    pages
}

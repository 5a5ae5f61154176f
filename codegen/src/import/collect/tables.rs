//! The tables of structures on all pages, and which of them a response has.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::TypeShape;
use crate::diagnostics::text::code;
use crate::import::note::Note;
use crate::import::page::{Page, PageModel, PageRow};

/// A structure on one page: what all its tables there say.
#[derive(Debug)]
pub(super) struct Table<'p> {
    pub(super) page: &'p Page,
    pub(super) model: PageModel,
    /// Set when a response has it.
    pub(super) used: bool,
}

/// All of them, page by page.
#[derive(Debug)]
pub(super) struct Tables<'p> {
    pub(super) list: Vec<Table<'p>>,
    /// By action and name.
    places: BTreeMap<(&'p str, &'p str), usize>,
    by_name: BTreeMap<&'p str, Vec<usize>>,
}

impl<'p> Tables<'p> {
    /// Reads the tables of pages.
    pub(super) fn new(pages: &'p [Page], notes: &mut Vec<Note>) -> Self {
        let mut tables =
            Self { list: Vec::new(), places: BTreeMap::new(), by_name: BTreeMap::new() };
        for page in pages {
            for (name, model) in tables_of_page(page, notes) {
                let index = tables.list.len();
                tables.list.push(Table { page, model, used: false });
                tables.places.insert((&page.action, name), index);
                tables.by_name.entry(name).or_default().push(index);
            }
        }
        tables.use_by_responses(pages);
        tables
    }

    /// The structure of a name on a page.
    pub(super) fn find(&self, page: &Page, name: &str) -> Option<usize> {
        self.places.get(&(page.action.as_str(), name)).copied()
    }

    /// The structures of a name, for a page that has none of it.
    pub(super) fn everywhere(&self, name: &str) -> &[usize] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    fn use_by_responses(&mut self, pages: &'p [Page]) {
        let mut seen = BTreeSet::new();
        let mut open: Vec<(&Page, &str)> = Vec::new();
        for page in pages {
            open.extend(models_of(&page.response).map(|name| (page, name)));
        }
        let mut used = Vec::new();
        while let Some((page, name)) = open.pop() {
            let own = self.find(page, name);
            // Another page's, when the page itself does without.
            let tables = match &own {
                Some(own) => std::slice::from_ref(own),
                None => self.everywhere(name),
            };
            for index in tables {
                if let Some(table) =
                    self.list.get(*index).filter(|_| seen.insert(*index))
                {
                    used.push(*index);
                    open.extend(
                        models_of(&table.model.rows).map(|name| (table.page, name)),
                    );
                }
            }
        }
        for index in used {
            if let Some(table) = self.list.get_mut(index) {
                table.used = true;
            }
        }
    }
}

/// Names of the structures that rows are.
pub(super) fn models_of(rows: &[PageRow]) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(|row| match &row.shape {
        TypeShape::Model(name) => Some(name.as_str()),
        _ => None,
    })
}

/// The structures of a page that have rows; the first of two types of a row counts.
fn tables_of_page<'p>(
    page: &'p Page,
    notes: &mut Vec<Note>,
) -> BTreeMap<&'p str, PageModel> {
    let mut tables: BTreeMap<&str, PageModel> = BTreeMap::new();
    for model in page.models.iter().filter(|model| !model.rows.is_empty()) {
        let Some(first) = tables.get_mut(model.name.as_str()) else {
            tables.insert(&model.name, model.clone());
            continue;
        };
        let types: BTreeMap<_, _> = first
            .rows
            .iter()
            .map(|row| (row.name.as_str(), (&row.shape, row.list)))
            .collect();
        let differing: BTreeSet<_> = model
            .rows
            .iter()
            .filter(|row| {
                types
                    .get(row.name.as_str())
                    .is_some_and(|ty| *ty != (&row.shape, row.list))
            })
            .map(|row| row.name.clone())
            .collect();
        for name in &differing {
            let text = format!(
                "model {} is there twice, with two types of {}: the first counts",
                code(&model.name),
                code(name)
            );
            notes.push(page.note(model.line, text));
        }
        let kept: BTreeMap<_, _> = first
            .rows
            .iter()
            .filter(|row| differing.contains(&row.name))
            .map(|row| (row.name.clone(), row.required))
            .collect();
        let rows =
            model.rows.iter().filter(|row| !differing.contains(&row.name)).cloned();
        unite(&mut first.rows, rows.collect());
        for row in &mut first.rows {
            if let Some(required) = kept.get(&row.name) {
                row.required = *required;
            }
        }
    }
    tables
}

/// Adds the rows of another table; whether there were any that one of the two has not. A row is required when every table
/// requires it.
pub(super) fn unite(rows: &mut Vec<PageRow>, others: Vec<PageRow>) -> bool {
    let before = rows.len();
    let required: BTreeMap<_, _> =
        others.iter().map(|row| (row.name.clone(), row.required)).collect();
    let mut differ = false;
    for row in rows.iter_mut() {
        differ |= !required.contains_key(&row.name);
        row.required &= required.get(&row.name).copied().unwrap_or_default();
    }
    let names: BTreeSet<_> = rows.iter().map(|row| row.name.clone()).collect();
    let new = others.into_iter().filter(|row| !names.contains(&row.name));
    rows.extend(new.map(|row| PageRow { required: false, ..row }));
    differ || rows.len() > before
}

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
        while let Some((page, name)) = open.pop() {
            // Another page's, when the page itself does without.
            let tables = match self.find(page, name) {
                Some(own) => vec![own],
                None => self.everywhere(name).to_vec(),
            };
            for index in tables.into_iter().filter(|index| seen.insert(*index)) {
                let rows = models_of(&self.list[index].model.rows);
                open.extend(rows.map(|name| (self.list[index].page, name)));
            }
        }
        for index in seen {
            self.list[index].used = true;
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
fn tables_of_page<'p>(page: &'p Page, notes: &mut Vec<Note>) -> BTreeMap<&'p str, PageModel> {
    let mut tables: BTreeMap<&str, PageModel> = BTreeMap::new();
    for model in page.models.iter().filter(|model| !model.rows.is_empty()) {
        let Some(first) = tables.get_mut(model.name.as_str()) else {
            tables.insert(&model.name, model.clone());
            continue;
        };
        for row in &model.rows {
            let known = first.rows.iter().find(|known| known.name == row.name);
            if known.is_some_and(|known| known.ty() != row.ty()) {
                let text = format!(
                    "model {} is there twice, with two types of {}: the first counts",
                    code(&model.name),
                    code(&row.name)
                );
                notes.push(page.note(model.line, text));
            }
        }
        unite(&mut first.rows, model.rows.clone());
    }
    tables
}

/// Adds the rows of another table; whether there were any that one of the two has not. A row is
/// required when every table requires it.
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

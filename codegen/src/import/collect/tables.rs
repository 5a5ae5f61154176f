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
    let mut tables: BTreeMap<&str, (&PageModel, Union)> = BTreeMap::new();
    for model in page.models.iter().filter(|model| !model.rows.is_empty()) {
        let (_, union) = tables.entry(&model.name).or_insert_with(|| (model, Union::default()));
        for row in &model.rows {
            if union.row(&row.name).is_some_and(|known| known.ty() != row.ty()) {
                let text = format!(
                    "model {} is there twice, with two types of {}: the first counts",
                    code(&model.name),
                    code(&row.name)
                );
                notes.push(page.note(model.line, text));
            }
        }
        union.add(model.rows.clone());
    }
    let model = |(first, union): (&PageModel, Union)| PageModel {
        name: first.name.clone(),
        rows: union.finish(),
        line: first.line,
    };
    tables.into_iter().map(|(name, table)| (name, model(table))).collect()
}

/// The rows of tables of one structure. A row is required when every table requires it.
#[derive(Debug, Default)]
pub(super) struct Union {
    rows: Vec<PageRow>,
    /// By name: the place, and the number of tables that have the row.
    places: BTreeMap<String, (usize, usize)>,
    tables: usize,
}

impl Union {
    fn row(&self, name: &str) -> Option<&PageRow> {
        self.rows.get(self.places.get(name)?.0)
    }

    /// Adds a table. Returns true for one that has other rows than those before it.
    pub(super) fn add(&mut self, table: Vec<PageRow>) -> bool {
        let (known, count) = (self.rows.len(), table.len());
        self.tables += 1;
        for row in table {
            if let Some((place, tables)) = self.places.get_mut(&row.name) {
                *tables += 1;
                self.rows[*place].required &= row.required;
            } else {
                self.places.insert(row.name.clone(), (self.rows.len(), 1));
                self.rows.push(row);
            }
        }
        self.tables > 1 && (self.rows.len() > known || count < known)
    }

    /// Returns the rows.
    pub(super) fn finish(self) -> Vec<PageRow> {
        let Self { mut rows, places, tables } = self;
        for (place, count) in places.into_values() {
            rows[place].required &= count == tables;
        }
        rows
    }
}

//! Models belong to the product, but each page has its own tables of them. Tables that agree
//! are one model, which has the rows of all; a table that does not agree is another model, named
//! after its action.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::TypeShape;
use crate::diagnostics::text::code;
use crate::import::collect::naming::Naming;
use crate::import::collect::tables::{Tables, Union, models_of};
use crate::import::note::Note;
use crate::import::page::{Page, PageModel, PageRow};
use crate::symbols::SymbolTable;

/// The models of all pages.
#[derive(Debug)]
pub(super) struct Models<'t, 'p> {
    tables: &'t Tables<'p>,
    naming: Naming<'t, 'p>,
    pageless: &'t BTreeSet<String>,
    by_name: BTreeMap<String, Vec<PageRow>>,
}

impl<'t, 'p> Models<'t, 'p> {
    /// Makes models of tables. `pageless` are names of models that stay, whatever the pages say.
    pub(super) fn new(
        tables: &'t Tables<'p>,
        old: &SymbolTable<'_>,
        pageless: &'t BTreeSet<String>,
        notes: &mut Vec<Note>,
    ) -> Self {
        let naming = Naming::new(tables, old, pageless);
        let mut models = Self { tables, naming, pageless, by_name: BTreeMap::new() };
        models.unite(notes);
        models
    }

    fn unite(&mut self, notes: &mut Vec<Note>) {
        for (name, members) in self.naming.models() {
            let mut union = Union::default();
            let mut first: Option<&Page> = None;
            for table in members.iter().map(|index| &self.tables.list[*index]) {
                if table.model.name != *name {
                    let text = format!(
                        "model {} is not the one of other pages: it becomes {}",
                        code(&table.model.name),
                        code(name)
                    );
                    notes.push(table.page.note(table.model.line, text));
                }
                let mut rows = table.model.rows.clone();
                for row in &mut rows {
                    row.shape = self.naming.shape(table, &row.shape);
                }
                let first = *first.get_or_insert(table.page);
                if union.add(rows) {
                    let text = format!(
                        "model {} has other rows in {}: it becomes one model with the rows of both",
                        code(name),
                        first.file
                    );
                    notes.push(table.page.note(table.model.line, text));
                }
            }
            self.by_name.insert(name.clone(), union.finish());
        }
        let names: BTreeSet<_> = self.by_name.keys().cloned().collect();
        for row in self.by_name.values_mut().flatten() {
            if let TypeShape::Model(name) = &row.shape
                && !names.contains(name)
                && !self.pageless.contains(name)
            {
                row.shape = TypeShape::Object;
            }
        }
    }

    /// Adds notes on parts of the pages that have no place in a description.
    pub(super) fn add_notes(&self, pages: &[Page], notes: &mut Vec<Note>) {
        for page in pages {
            let used = page.models.iter().filter(|model| self.is_used(page, model) == Some(true));
            for row in page.response.iter().chain(used.flat_map(|model| &model.rows)) {
                if let TypeShape::Model(name) = &row.shape
                    && !self.has(self.called(page, name))
                {
                    let text = format!(
                        "row {}: no table says what is in {}: taken as `object`, any JSON",
                        code(&row.name),
                        code(name)
                    );
                    notes.push(page.note(row.line, text));
                }
            }
            self.unused(page, notes);
        }
    }

    fn unused(&self, page: &Page, notes: &mut Vec<Note>) {
        let mut tables: BTreeMap<&str, Vec<&PageModel>> = BTreeMap::new();
        for model in &page.models {
            tables.entry(&model.name).or_default().push(model);
        }
        let mut sent = BTreeSet::new();
        let mut open: Vec<&str> = models_of(&page.request).collect();
        while let Some(name) = open.pop() {
            if sent.insert(name) {
                let models = tables.get(name).into_iter().flatten();
                open.extend(models.flat_map(|model| models_of(&model.rows)));
            }
        }
        for model in page.models.iter().filter(|model| !sent.contains(model.name.as_str())) {
            if self.is_used(page, model) == Some(false) {
                let text = format!("model {} is in no response: left out", code(&model.name));
                notes.push(page.note(model.line, text));
            }
        }
    }

    /// Checks for a model of a page that a response has, `None` for one without rows.
    fn is_used(&self, page: &Page, model: &PageModel) -> Option<bool> {
        let table = self.tables.find(page, &model.name)?;
        Some(self.tables.list[table].used)
    }

    fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(name) || self.pageless.contains(name)
    }

    /// Returns the description's name for a page's model.
    fn called<'a>(&'a self, page: &Page, name: &'a str) -> &'a str {
        let table = self.tables.find(page, name);
        table.and_then(|table| self.naming.called(table)).unwrap_or(name)
    }

    /// Rows of a page's response with their types as the description has them.
    pub(super) fn typed(&self, page: &Page, rows: &[PageRow]) -> Vec<PageRow> {
        let mut rows = rows.to_vec();
        for row in &mut rows {
            if let TypeShape::Model(name) = &row.shape {
                let called = self.called(page, name);
                row.shape = if self.has(called) {
                    TypeShape::Model(called.to_owned())
                } else {
                    TypeShape::Object
                };
            }
        }
        rows
    }

    /// The table of a model, on the page itself or on another one.
    pub(super) fn table(&self, page: &Page, name: &str) -> Option<&'t PageModel> {
        let index = self.tables.find(page, name);
        let index = index.or_else(|| self.tables.everywhere(name).first().copied())?;
        Some(&self.tables.list[index].model)
    }

    /// The models.
    pub(super) fn finish(self) -> BTreeMap<String, Vec<PageRow>> {
        self.by_name
    }
}

//! Models belong to the product, but each page has a table of its own of them. Tables that agree are one model, which has
//! the rows of all; a table that does not agree is another model, named after its action.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::TypeShape;
use crate::import::note::Note;
use crate::import::page::{Page, PageModel, PageRow};
use crate::names;
use crate::wording::code;

/// A structure, as all tables of it have it.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) rows: Vec<PageRow>,
    /// The page that has it, for messages.
    pub(crate) file: String,
}

/// What a page calls its models, and what they are called here.
type Names = BTreeMap<String, String>;

/// Models, page by page.
pub(super) struct Models<'p> {
    known: &'p BTreeSet<String>,
    by_name: BTreeMap<String, Model>,
    /// Names without regard to case, for each has a file of its own.
    lower: BTreeMap<String, String>,
    /// By the page's source.
    names: BTreeMap<&'p str, Names>,
    /// Tables that have rows, by the page's name of the model.
    tables: BTreeMap<&'p str, &'p PageModel>,
    used: BTreeSet<String>,
}

impl<'p> Models<'p> {
    pub(super) fn new(known: &'p BTreeSet<String>) -> Self {
        Self {
            known,
            by_name: BTreeMap::new(),
            lower: BTreeMap::new(),
            names: BTreeMap::new(),
            tables: BTreeMap::new(),
            used: BTreeSet::new(),
        }
    }

    /// Takes the models of a page.
    pub(super) fn add(&mut self, page: &'p Page, notes: &mut Vec<Note>) {
        let own = tables(page, notes);
        let apart = self.apart(&own);
        let mut names = Names::new();
        for (name, table) in &own {
            let called = if apart.contains(name) {
                let called = self.free(&format!("{}{name}", page.action));
                note(page, table.line, notes, format!(
                    "model {} is not the one of other pages: it becomes {}",
                    code(name),
                    code(&called)
                ));
                called
            } else {
                (*name).to_owned()
            };
            self.lower.insert(called.to_lowercase(), called.clone());
            names.insert((*name).to_owned(), called);
        }
        for (name, table) in own {
            let rows = retyped(&table.rows, &names);
            let called = &names[name];
            match self.by_name.get_mut(called) {
                Some(model) => {
                    if unite(&mut model.rows, rows) {
                        note(page, table.line, notes, format!(
                            "model {} has other rows in {}: it becomes one model with the rows of both",
                            code(called),
                            if model.file.is_empty() { "another page" } else { &model.file }
                        ));
                    }
                }
                None => {
                    let model = Model { rows, file: page.file.clone() };
                    self.by_name.insert(called.clone(), model);
                }
            }
        }
        for model in page.models.iter().filter(|model| !model.rows.is_empty()) {
            self.tables.entry(&model.name).or_insert(model);
        }
        self.names.insert(&page.source, names);
    }

    /// Which of a page's models cannot be one with what is there by their name.
    fn apart<'a>(&self, own: &BTreeMap<&'a str, PageModel>) -> BTreeSet<&'a str> {
        let mut apart: BTreeSet<&str> = own
            .iter()
            .filter(|(name, table)| {
                let other_case = self.lower.get(&name.to_lowercase()).is_some_and(|other| other != **name);
                let disagrees =
                    self.by_name.get(**name).is_some_and(|model| !agree(&model.rows, &table.rows));
                other_case || disagrees || names::is_device(name)
            })
            .map(|(name, _)| *name)
            .collect();
        // Two of one page that differ only by case.
        let mut lower = BTreeSet::new();
        apart.extend(own.keys().filter(|name| !lower.insert(name.to_lowercase())));
        // A model that has one of them is another than the one that other pages mean.
        loop {
            let more: Vec<_> = own
                .iter()
                .filter(|(name, table)| {
                    !apart.contains(*name)
                        && self.by_name.contains_key(**name)
                        && table.rows.iter().any(|row| {
                            matches!(&row.shape, TypeShape::Model(of) if apart.contains(of.as_str()))
                        })
                })
                .map(|(name, _)| *name)
                .collect();
            if more.is_empty() {
                return apart;
            }
            apart.extend(more);
        }
    }

    /// A name that no model has, whatever its case.
    fn free(&self, wanted: &str) -> String {
        let taken = |name: &str| self.lower.contains_key(&name.to_lowercase());
        let mut name = wanted.to_owned();
        let mut number = 1;
        while taken(&name) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        name
    }

    /// Gives every type its meaning, once all pages are there.
    pub(super) fn finish(&mut self, pages: &[&'p Page], notes: &mut Vec<Note>) {
        for page in pages {
            let models = page.models.iter().flat_map(|model| &model.rows);
            for row in page.response.iter().chain(models) {
                if let TypeShape::Model(name) = &row.shape
                    && !self.has(self.called(page, name))
                {
                    let text = format!(
                        "row {}: no table says what is in {}: taken as `object`, any JSON",
                        code(&row.name),
                        code(name)
                    );
                    note(page, row.line, notes, text);
                }
            }
        }
        let names: BTreeSet<_> = self.by_name.keys().cloned().collect();
        for row in self.by_name.values_mut().flat_map(|model| &mut model.rows) {
            if let TypeShape::Model(name) = &row.shape
                && !names.contains(name)
                && !self.known.contains(name)
            {
                row.shape = TypeShape::Object;
            }
        }
        let mut open: Vec<String> =
            pages.iter().flat_map(|page| models_of(&self.typed(page, &page.response))).collect();
        while let Some(name) = open.pop() {
            if let Some(model) = self.by_name.get(&name)
                && self.used.insert(name)
            {
                open.extend(models_of(&model.rows));
            }
        }
        for page in pages {
            self.unused(page, notes);
        }
    }

    fn unused(&self, page: &Page, notes: &mut Vec<Note>) {
        let mut sent: BTreeSet<String> = models_of(&page.request).into_iter().collect();
        let mut open: Vec<_> = sent.iter().cloned().collect();
        while let Some(name) = open.pop() {
            for model in page.models.iter().filter(|model| model.name == name) {
                let inner = models_of(&model.rows).into_iter();
                open.extend(inner.filter(|name| sent.insert(name.clone())));
            }
        }
        for model in &page.models {
            let called = self.called(page, &model.name);
            let is_unused = self.by_name.contains_key(called) && !self.used.contains(called);
            if is_unused && !sent.contains(&model.name) {
                let text = format!("model {} is in no reply: left out", code(&model.name));
                note(page, model.line, notes, text);
            }
        }
    }

    fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(name) || self.known.contains(name)
    }

    /// What a page's model is called here.
    fn called<'a>(&'a self, page: &Page, name: &'a str) -> &'a str {
        let names = self.names.get(page.source.as_str());
        names.and_then(|names| names.get(name)).map_or(name, String::as_str)
    }

    /// Rows of a page's reply with their types as the description has them.
    pub(super) fn typed(&self, page: &Page, rows: &[PageRow]) -> Vec<PageRow> {
        let empty = Names::new();
        let names = self.names.get(page.source.as_str()).unwrap_or(&empty);
        let mut rows = retyped(rows, names);
        for row in &mut rows {
            if matches!(&row.shape, TypeShape::Model(name) if !self.has(name)) {
                row.shape = TypeShape::Object;
            }
        }
        rows
    }

    /// The table of a model, on the page itself or on another one.
    pub(super) fn table(&self, page: &'p Page, name: &str) -> Option<&'p PageModel> {
        let own = page.models.iter().find(|model| model.name == name && !model.rows.is_empty());
        own.or_else(|| self.tables.get(name).copied())
    }

    /// The models that a reply has.
    pub(super) fn used(mut self) -> BTreeMap<String, Model> {
        let used = self.used;
        self.by_name.retain(|name, _| used.contains(name));
        self.by_name
    }
}

/// A page of the lock has no lines, and its notes were told when it was read.
fn note(page: &Page, line: usize, notes: &mut Vec<Note>, text: String) {
    if line > 0 {
        notes.push(Note { file: page.file.clone(), line, text });
    }
}

/// The tables of a page that have rows, one per model.
fn tables<'a>(page: &'a Page, notes: &mut Vec<Note>) -> BTreeMap<&'a str, PageModel> {
    let mut tables: BTreeMap<&str, PageModel> = BTreeMap::new();
    for model in page.models.iter().filter(|model| !model.rows.is_empty()) {
        let Some(first) = tables.get_mut(model.name.as_str()) else {
            tables.insert(&model.name, model.clone());
            continue;
        };
        let differing: BTreeSet<_> = model
            .rows
            .iter()
            .filter(|row| !agree(&first.rows, std::slice::from_ref(*row)))
            .map(|row| row.name.clone())
            .collect();
        for name in &differing {
            let text = format!(
                "model {} is there twice, with two types of {}: the first counts",
                code(&model.name),
                code(name)
            );
            note(page, model.line, notes, text);
        }
        let rows = model.rows.iter().filter(|row| !differing.contains(&row.name)).cloned().collect();
        let kept: Vec<_> =
            first.rows.iter().filter(|row| differing.contains(&row.name)).cloned().collect();
        unite(&mut first.rows, rows);
        for row in &mut first.rows {
            if let Some(kept) = kept.iter().find(|kept| kept.name == row.name) {
                row.required = kept.required;
            }
        }
    }
    tables
}

/// Whether the rows that both tables have are of the same types.
fn agree(one: &[PageRow], other: &[PageRow]) -> bool {
    let types: BTreeMap<_, _> =
        one.iter().map(|row| (row.name.as_str(), (&row.shape, row.list))).collect();
    other.iter().all(|row| {
        types.get(row.name.as_str()).is_none_or(|ty| *ty == (&row.shape, row.list))
    })
}

/// Adds the rows of another table; whether there were any that one of the two has not. A row is required when every table
/// requires it.
fn unite(rows: &mut Vec<PageRow>, others: Vec<PageRow>) -> bool {
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

fn retyped(rows: &[PageRow], names: &Names) -> Vec<PageRow> {
    let mut rows = rows.to_vec();
    for row in &mut rows {
        if let TypeShape::Model(name) = &mut row.shape
            && let Some(called) = names.get(name)
        {
            name.clone_from(called);
        }
    }
    rows
}

fn models_of(rows: &[PageRow]) -> Vec<String> {
    let names = rows.iter().filter_map(|row| match &row.shape {
        TypeShape::Model(name) => Some(name.clone()),
        _ => None,
    });
    names.collect()
}

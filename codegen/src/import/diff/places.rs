//! Places of tables and rows on the pages of this run.

use std::collections::BTreeMap;

use crate::check::TableKind;
use crate::diagnostics::text::code;
use crate::import::page::{Page, PageRow};

/// A table, by the action or model that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Owner<'a> {
    pub(super) kind: TableKind,
    pub(super) name: &'a str,
}

impl<'a> Owner<'a> {
    pub(super) fn request(name: &'a str) -> Self {
        Self { kind: TableKind::Request, name }
    }

    pub(super) fn response(name: &'a str) -> Self {
        Self { kind: TableKind::Response, name }
    }

    pub(super) fn model(name: &'a str) -> Self {
        Self { kind: TableKind::Model, name }
    }

    /// ``model `UMemBackup` ``.
    pub(super) fn title(self) -> String {
        match self.kind {
            TableKind::Request | TableKind::Response => code(self.name),
            TableKind::Model => format!("model {}", code(self.name)),
        }
    }

    /// ``field `State` ``.
    pub(super) fn row(self, row: &str) -> String {
        match self.kind {
            TableKind::Request => format!("parameter {}", code(row)),
            TableKind::Response | TableKind::Model => format!("field {}", code(row)),
        }
    }
}

/// File and line, counted from 1.
pub(super) type Place = Option<(String, usize)>;

/// Place of a table, and the lines of its rows by their names.
#[derive(Debug)]
struct TablePlace<'a> {
    file: &'a str,
    line: usize,
    rows: BTreeMap<&'a str, usize>,
}

/// Places of all tables.
#[derive(Debug, Default)]
pub(super) struct Places<'a>(BTreeMap<Owner<'a>, TablePlace<'a>>);

impl<'a> Places<'a> {
    pub(super) fn new(pages: &'a [Page]) -> Self {
        let mut places = Self::default();
        for page in pages {
            places.add(Owner::request(&page.action), page, page.line, &page.request);
            places.add(Owner::response(&page.action), page, page.line, &page.response);
            for model in &page.models {
                places.add(Owner::model(&model.name), page, model.line, &model.rows);
            }
        }
        places
    }

    /// Adds a table. The first one of a model counts.
    fn add(&mut self, owner: Owner<'a>, page: &'a Page, line: usize, rows: &'a [PageRow]) {
        let rows = rows.iter().rev().map(|row| (row.name.as_str(), row.line)).collect();
        let table = TablePlace { file: &page.file, line, rows };
        self.0.entry(owner).or_insert(table);
    }

    /// Returns the place of a row, or of its table.
    pub(super) fn find(&self, owner: Owner<'_>, row: Option<&str>) -> Place {
        let table = self.0.get(&owner)?;
        let line = row.and_then(|row| table.rows.get(row).copied());
        Some((table.file.to_owned(), line.unwrap_or(table.line)))
    }
}

//! Where things stand on the pages of this run.

use std::collections::BTreeMap;

use crate::import::diff::rows::Owner;
use crate::import::page::{Page, PageRow};

/// File and line, counted from 1.
pub(super) type Place = Option<(String, usize)>;

/// A table: its file, its line, and the lines of its rows by their names.
#[derive(Debug)]
struct Table<'a> {
    file: &'a str,
    line: usize,
    rows: BTreeMap<&'a str, usize>,
}

/// Tables by what they are of.
#[derive(Debug)]
pub(super) struct Places<'a> {
    requests: BTreeMap<&'a str, Table<'a>>,
    replies: BTreeMap<&'a str, Table<'a>>,
    models: BTreeMap<&'a str, Table<'a>>,
}

impl<'a> Places<'a> {
    /// Of these pages.
    pub(super) fn of(pages: &'a [Page]) -> Self {
        let mut places = Self {
            requests: BTreeMap::new(),
            replies: BTreeMap::new(),
            models: BTreeMap::new(),
        };
        for page in pages {
            let table = |rows| Table::new(&page.file, page.line, rows);
            places.requests.insert(&page.action, table(&page.request));
            places.replies.insert(&page.action, table(&page.response));
            for model in &page.models {
                // Another page's table of a model may have rows that the first one has not.
                let table = Table::new(&page.file, model.line, &model.rows);
                places.models.entry(&model.name).or_insert(table);
            }
        }
        places
    }

    /// The title of an action's page.
    pub(super) fn action(&self, name: &str) -> Place {
        self.requests.get(name).map(Table::place)
    }

    /// The heading of a model.
    pub(super) fn model(&self, name: &str) -> Place {
        self.models.get(name).map(Table::place)
    }

    /// A row or, when it is gone, its table.
    pub(super) fn row(&self, owner: Owner<'_>, row: &str) -> Place {
        let table = match owner {
            Owner::Request(name) => self.requests.get(name),
            Owner::Reply(name) => self.replies.get(name),
            Owner::Model(name) => self.models.get(name),
        }?;
        let line = table.rows.get(row).copied();
        Some((table.file.to_owned(), line.unwrap_or(table.line)))
    }
}

impl<'a> Table<'a> {
    fn new(file: &'a str, line: usize, rows: &'a [PageRow]) -> Self {
        let rows = rows.iter().rev().map(|row| (row.name.as_str(), row.line)).collect();
        Self { file, line, rows }
    }

    fn place(&self) -> (String, usize) {
        (self.file.to_owned(), self.line)
    }
}

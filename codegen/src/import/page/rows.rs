//! The rows of a page's tables, as the description has them.

use std::collections::BTreeMap;

use super::digest::digest;
use super::markdown::Table;
use super::names::{LONGEST, member, parameter};
use super::outline::Model;
use super::table::{Columns, Cut, cut};
use super::types::{Models, understand};
use super::{PageModel, PageRow};
use crate::check::TableKind;
use crate::diagnostics::text::code;
use crate::import::note::Notes;
use crate::symbols::{ENVELOPE, SENT_ANYWAY};

/// Reads the rows of one page.
#[derive(Debug)]
pub(super) struct Rows<'m> {
    models: &'m Models,
}

impl<'m> Rows<'m> {
    /// Reads rows whose types may be these structures.
    pub(super) fn new(models: &'m Models) -> Self {
        Self { models }
    }

    /// The rows of tables that belong together.
    pub(super) fn read(
        &self,
        kind: TableKind,
        tables: &[&Table<'_>],
        notes: &mut Notes<'_>,
    ) -> Vec<PageRow> {
        let mut rows: Vec<PageRow> = Vec::new();
        let mut places = BTreeMap::new();
        for table in tables {
            let Some(columns) = Columns::read(table, notes) else { continue };
            if !columns.has_types() {
                notes.add(
                    table.line,
                    "a table without a column of types: all are taken as `string`",
                );
            }
            if !columns.says_required() {
                notes.add(table.line, "a table that does not say what is required: nothing is");
            }
            for cut in cut(table, &columns, notes) {
                let Some(row) = self.row(kind, &cut, notes) else { continue };
                match places.get(&row.name).and_then(|place: &usize| rows.get(*place)) {
                    Some(first) => notes.add(row.line, twice(first, &row)),
                    None => {
                        places.insert(row.name.clone(), rows.len());
                        rows.push(row);
                    }
                }
            }
        }
        rows
    }

    /// A structure; `None` when its name is none.
    pub(super) fn model(&self, model: &Model<'_, '_>, notes: &mut Notes<'_>) -> Option<PageModel> {
        let Model { name, line, tables } = model;
        if name.len() > LONGEST {
            let text = format!("{} is longer than {LONGEST} characters: left out", code(name));
            notes.add(*line, text);
            return None;
        }
        let rows = self.read(TableKind::Model, tables, notes);
        if rows.is_empty() {
            notes.add(*line, format!("structure {} has no fields", code(name)));
        }
        Some(PageModel { name: name.clone(), rows, line: *line })
    }

    fn row(&self, kind: TableKind, cut: &Cut, notes: &mut Notes<'_>) -> Option<PageRow> {
        let Cut { name, ty, text, required, line } = cut;
        let line = *line;
        if name.text.is_empty() {
            notes.add(line, "a row without a name: left out");
            return None;
        }
        let title = format!("row {}", code(&name.text));
        let named = match kind {
            TableKind::Request => parameter(&name.text),
            TableKind::Response | TableKind::Model => member(&name.text),
        };
        let named = match named {
            Ok(named) => named,
            Err(why) => {
                notes.add(line, format!("{title} {why}: left out"));
                return None;
            }
        };
        let given: &[&str] = match kind {
            TableKind::Request => &SENT_ANYWAY,
            TableKind::Response => &ENVELOPE,
            TableKind::Model => &[],
        };
        if given.contains(&named.name.as_str()) {
            return None;
        }
        if let Some(note) = named.note {
            notes.add(line, format!("{title}: {note}"));
        }
        let understood = match understand(&ty.clone().unwrap_or_default(), kind, self.models) {
            Ok(understood) => understood,
            Err(why) => {
                notes.add(line, format!("{title} {why}: left out"));
                return None;
            }
        };
        if let Some(note) = understood.note.filter(|_| ty.is_some()) {
            notes.add(line, format!("{title} {note}"));
        }
        let list = match kind {
            // The name says it already.
            TableKind::Request => understood.list && !named.list,
            TableKind::Response | TableKind::Model => understood.list || named.list,
        };
        let required = required.as_ref().is_some_and(|cell| {
            requires(&cell.text).unwrap_or_else(|| {
                let said = match cell.text.as_str() {
                    "" => "does not say whether it is required".to_owned(),
                    text => format!("has {} for whether it is required", code(text)),
                };
                notes.add(line, format!("{title} {said}: taken as not required"));
                false
            })
        });
        let text = digest(&text.text);
        Some(PageRow { name: named.name, shape: understood.shape, list, required, text, line })
    }
}

/// Reads a cell that says yes or no.
fn requires(text: &str) -> Option<bool> {
    let bare =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '`' | '.' | '。'));
    match bare.to_lowercase().as_str() {
        "yes" | "y" | "true" | "required" | "是" | "必填" | "必选" | "必须" | "√" | "✓" | "✔" => {
            Some(true)
        }
        "no" | "n" | "false" | "optional" | "否" | "非必填" | "选填" | "可选" | "×" | "✗" | "-" => {
            Some(false)
        }
        _ => None,
    }
}

/// Returns the note on a row that is there already.
fn twice(first: &PageRow, second: &PageRow) -> String {
    let mut differs = Vec::new();
    if (&first.shape, first.list) != (&second.shape, second.list) {
        differs.push("type");
    }
    if first.required != second.required {
        differs.push("requirement");
    }
    let name = code(&second.name);
    match differs.as_slice() {
        [] => format!("row {name} is there twice: the first counts"),
        differs => {
            let differs = differs.join(" and another ");
            format!("row {name} is there twice, here with another {differs}: the first counts")
        }
    }
}

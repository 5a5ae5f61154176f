//! The rows of a request as a description can have them: structures taken apart into rows, and
//! names that agree on what is a list.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::{Scalar, TypeShape};
use crate::diagnostics::text::code;
use crate::import::note::Note;
use crate::import::page::{Page, PageModel, PageRow};
use crate::parameter_tree::DEEPEST;
use crate::symbols::is_common;

/// The most rows that a request may have once its structures are taken apart.
const MOST: usize = 2_000;

/// Makes the rows. `models` finds the table of a structure.
pub(super) fn rows<'p>(
    page: &'p Page,
    models: &dyn Fn(&str) -> Option<&'p PageModel>,
    notes: &mut Vec<Note>,
) -> Vec<PageRow> {
    let mut apart = Apart { page, models, notes, rows: Vec::new(), full: false };
    for row in &page.request {
        apart.row(row.clone(), &mut Vec::new());
    }
    let mut rows = apart.rows;
    inside_of_common(page, &mut rows, notes);
    let mut rows = agree(page, rows, notes);
    structures(page, &mut rows, notes);
    common(page, &mut rows, notes);
    rows
}

/// Takes structures apart.
struct Apart<'a, 'p> {
    page: &'p Page,
    models: &'a dyn Fn(&str) -> Option<&'p PageModel>,
    notes: &'a mut Vec<Note>,
    rows: Vec<PageRow>,
    full: bool,
}

impl<'p> Apart<'_, 'p> {
    fn note(&mut self, row: &PageRow, text: String) {
        self.notes.push(self.page.note(row.line, text));
    }

    fn row(&mut self, mut row: PageRow, above: &mut Vec<&'p str>) {
        if self.rows.len() >= MOST {
            if !std::mem::replace(&mut self.full, true) {
                let text = format!("the request has more than {MOST} rows: the rest is left out");
                self.note(&row, text);
            }
            return;
        }
        let TypeShape::Model(name) = &row.shape else {
            self.rows.push(row);
            return;
        };
        let shown = format!("row {}", code(&row.name));
        let Some(model) = (self.models)(name).filter(|model| !model.rows.is_empty()) else {
            let text =
                format!("{shown}: no table says what is in {}: taken as `string`", code(name));
            self.note(&row, text);
            row.shape = TypeShape::Scalar(Scalar::String);
            self.rows.push(row);
            return;
        };
        let mut prefix = row.name.clone();
        if row.list && prefix.rsplit('.').next() != Some("N") {
            prefix.push_str(".N");
        }
        let depth = prefix.split('.').filter(|part| *part != "N").count();
        if above.contains(&model.name.as_str()) || depth >= DEEPEST {
            let text = format!("{shown} nests without end: left out");
            self.note(&row, text);
            return;
        }
        let line = row.line;
        row.name.clone_from(&prefix);
        row.shape = TypeShape::Object;
        row.list = false;
        self.rows.push(row);
        above.push(&model.name);
        for member in &model.rows {
            // After a name, this is any entry of a list.
            if matches!(member.name.as_str(), "N" | "n") {
                let text =
                    format!("{shown}: no request can carry its {}: left out", code(&member.name));
                self.note(&PageRow { line, ..member.clone() }, text);
                continue;
            }
            let name = format!("{prefix}.{}", member.name);
            // A list's row that is named by its type goes on in the style of its structure.
            let (name, list) = if member.list && !matches!(member.shape, TypeShape::Model(_)) {
                (format!("{name}.N"), false)
            } else {
                (name, member.list)
            };
            let line = if member.line == 0 { line } else { member.line };
            self.row(PageRow { name, list, line, ..member.clone() }, above);
        }
        above.pop();
    }
}

/// A part of a name is a list in all rows or in none; rows of one name are one row.
fn agree(page: &Page, rows: Vec<PageRow>, notes: &mut Vec<Note>) -> Vec<PageRow> {
    let mut lists: BTreeMap<String, bool> = BTreeMap::new();
    let mut inner = BTreeSet::new();
    for row in &rows {
        let parts = parts(row);
        let mut path = String::new();
        for (place, (part, list)) in parts.iter().enumerate() {
            path = below(&path, part);
            *lists.entry(path.clone()).or_default() |= list;
            if place + 1 < parts.len() {
                inner.insert(path.clone());
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut agreed = Vec::new();
    for mut row in rows {
        let parts = parts(&row);
        let mut path = String::new();
        let mut name = String::new();
        for (part, _) in &parts {
            path = below(&path, part);
            name = below(&name, part);
            if lists.get(&path) == Some(&true) {
                name.push_str(".N");
            }
        }
        if !seen.insert(path.clone()) {
            continue;
        }
        // `Name` of type `[T]` says the same as `Name.N`, and stays as the page has it.
        let by_type = row.list && name == format!("{}.N", row.name) && !inner.contains(&path);
        if !by_type && name != row.name {
            let text = format!(
                "row {} is a list in other rows: taken as {}",
                code(&row.name),
                code(&name)
            );
            notes.push(page.note(row.line, text));
            row.name = name;
        }
        if !by_type {
            row.list = false;
        }
        agreed.push(row);
    }
    agreed
}

fn below(path: &str, part: &str) -> String {
    if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") }
}

/// Parts of a row's name, and whether each is a list.
fn parts(row: &PageRow) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    for part in row.name.split('.') {
        match parts.last_mut() {
            Some(last) if part == "N" => last.1 = true,
            _ => parts.push((part.to_owned(), false)),
        }
    }
    if let Some(last) = parts.last_mut() {
        last.1 |= row.list;
    }
    parts
}

/// A row of which others are members is a structure, and only such a row is.
fn structures(page: &Page, rows: &mut [PageRow], notes: &mut Vec<Note>) {
    let mut inner = BTreeSet::new();
    for row in rows.iter() {
        let mut name = row.name.as_str();
        while let Some((outer, _)) = name.rsplit_once('.') {
            inner.insert(outer.to_owned());
            name = outer;
        }
    }
    for row in rows {
        let is_inner = inner.contains(&row.name) && !row.name.is_empty();
        match (&row.shape, is_inner) {
            (TypeShape::Object, true) | (TypeShape::Scalar(_), false) => {}
            (_, true) => {
                let text =
                    format!("other rows are members of row {}: taken as `object`", code(&row.name));
                notes.push(page.note(row.line, text));
                row.shape = TypeShape::Object;
            }
            (_, false) => {
                let text = format!(
                    "row {} is an `object` without members: taken as `string`",
                    code(&row.name)
                );
                notes.push(page.note(row.line, text));
                row.shape = TypeShape::Scalar(Scalar::String);
            }
        }
    }
}

/// Removes parts of rows that a client fills in: these are neither structures nor lists.
fn inside_of_common(page: &Page, rows: &mut Vec<PageRow>, notes: &mut Vec<Note>) {
    let plain: BTreeSet<_> =
        rows.iter().filter(|row| is_common(&row.name)).map(|row| row.name.clone()).collect();
    rows.retain(|row| {
        let kept = match row.name.split_once('.') {
            Some((first, rest)) if is_common(first) => rest == "N" && !plain.contains(first),
            _ => true,
        };
        if !kept {
            let text = format!("row {} is inside of a text: left out", code(&row.name));
            notes.push(page.note(row.line, text));
        }
        kept
    });
}

/// Makes rows that a client fills in single texts.
fn common(page: &Page, rows: &mut [PageRow], notes: &mut Vec<Note>) {
    for row in rows.iter_mut().filter(|row| is_common(&row.name)) {
        let text = TypeShape::Scalar(Scalar::String);
        if row.list {
            row.name.push_str(".N");
            row.list = false;
        } else if row.shape != text && row.shape != TypeShape::Object {
            let said = row.ty().written();
            notes.push(page.note(
                row.line,
                format!(
                    "row {} is {} here: taken as `string`, as everywhere",
                    code(&row.name),
                    code(&said)
                ),
            ));
            row.shape = text;
        }
    }
}

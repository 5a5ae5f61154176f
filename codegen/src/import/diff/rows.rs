//! Differences between two tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{TableKind, is_required};
use crate::description::{Row, Text, Type};
use crate::diagnostics::text::code;
use crate::import::diff::change::{Changes, Kind, Weight, went};
use crate::import::diff::places::Owner;
use crate::import::tables::plain_name;
use crate::symbols::is_common;

/// One table, as it was and as it is.
pub(super) struct RowTable<'a> {
    pub(super) owner: Owner<'a>,
    pub(super) old: &'a [Row],
    pub(super) new: &'a [Row],
    /// Parameters that are setters even if they are required.
    pub(super) paged: BTreeSet<&'a str>,
}

impl<'a> RowTable<'a> {
    pub(super) fn new(owner: Owner<'a>, old: &'a [Row], new: &'a [Row]) -> Self {
        Self { owner, old, new, paged: BTreeSet::new() }
    }
}

/// Returns the reason why a required row does not show in Rust: it need not be given, or cannot be
/// missing.
fn hidden(table: &RowTable<'_>, row: &Row) -> Option<&'static str> {
    let is_list = row.ty.as_ref().is_some_and(|ty| ty.list);
    match table.owner.kind {
        TableKind::Request if is_common(&row.name) => Some("the client fills it in"),
        TableKind::Request if table.paged.contains(row.name.value.as_str()) => {
            Some("it is a setter, for `pagination` names it")
        }
        TableKind::Request if row.default.is_some() => {
            Some("it is a setter, for it has a `default`")
        }
        TableKind::Response | TableKind::Model if is_list => Some("a list is a `Vec` either way"),
        TableKind::Response if row.present.is_some() => {
            Some("its field is plain, for it has `present`")
        }
        TableKind::Response | TableKind::Model if row.optional.is_some() => {
            Some("its field is an `Option`, for it has `optional`")
        }
        _ => None,
    }
}

/// Checks for a row that every request needs, or that every response has.
fn is_held(table: &RowTable<'_>, row: &Row) -> bool {
    hidden(table, row).is_none()
        && match table.owner.kind {
            TableKind::Request => row.required,
            TableKind::Response | TableKind::Model => is_required(row),
        }
}

/// Returns the consequence of a change in Rust.
fn consequence(kind: TableKind, is_held: bool) -> &'static str {
    match (kind, is_held) {
        (TableKind::Request, true) => "its setter becomes an argument",
        (TableKind::Request, false) => "its argument becomes a setter",
        (TableKind::Response | TableKind::Model, true) => "its field is not an `Option` any more",
        (TableKind::Response | TableKind::Model, false) => "its field becomes an `Option`",
    }
}

/// Compares two tables.
pub(super) fn rows(changes: &mut Changes<'_>, table: &RowTable<'_>) {
    let keyed = |rows: &[Row]| -> BTreeMap<String, usize> {
        rows.iter().enumerate().map(|(index, row)| (plain_name(&row.name), index)).collect()
    };
    let owner = table.owner;
    let title = |row: &Row| format!("{}: {}", owner.title(), owner.row(&row.name));
    let (was, is) = (keyed(table.old), keyed(table.new));
    for row in table.old {
        match is.get(&plain_name(&row.name)).and_then(|index| table.new.get(*index)) {
            Some(other) => {
                let mut pair = Changed { changes, table, old: row, new: other };
                pair.shape();
                pair.required();
                pair.known();
                pair.reconciled();
            }
            None => {
                let text = format!("{} is gone{}", title(row), went(row.doc.as_ref()));
                let name = Some(row.name.value.as_str());
                changes.add(Weight::Breaking, Kind::Gone, owner, name, text);
            }
        }
    }
    for row in table.new.iter().filter(|row| !was.contains_key(&plain_name(&row.name))) {
        let is_argument = owner.kind == TableKind::Request && is_held(table, row);
        let weight = if is_argument { Weight::Breaking } else { Weight::Added };
        let required = if row.required { " and required" } else { "" };
        let known = if row.undocumented.is_some() { ", from the example alone" } else { "" };
        let text = format!("{} is new{required}: {}{known}", title(row), code(&type_of(row)));
        changes.add(weight, Kind::New, owner, Some(&row.name), text);
    }
}

/// A row that was there before.
struct Changed<'a, 'p> {
    changes: &'a mut Changes<'p>,
    table: &'a RowTable<'a>,
    old: &'a Row,
    new: &'a Row,
}

impl Changed<'_, '_> {
    fn add(&mut self, weight: Weight, kind: Kind, text: &str) {
        let owner = self.table.owner;
        let text = format!("{}: {} {text}", owner.title(), owner.row(&self.new.name));
        self.changes.add(weight, kind, owner, Some(&self.new.name), text);
    }

    fn shape(&mut self) {
        let (was, is) = (type_of(self.old), type_of(self.new));
        if was != is {
            let text = format!("was {}, is {}", code(&was), code(&is));
            self.add(Weight::Breaking, Kind::Type, &text);
        } else if self.old.name.value != self.new.name.value {
            let text = format!("was spelled {}", code(&self.old.name));
            self.add(Weight::Changed, Kind::Moved, &text);
        }
    }

    fn required(&mut self) {
        let (kind, what) = match (self.old.required, self.new.required) {
            (false, true) => (Kind::Required, "became required"),
            (true, false) => (Kind::Optional, "is no longer required"),
            _ => return,
        };
        let is = is_held(self.table, self.new);
        let (weight, why) = if is == is_held(self.table, self.old) {
            let row = if self.new.required { self.new } else { self.old };
            (Weight::Changed, hidden(self.table, row).unwrap_or_default())
        } else {
            (Weight::Breaking, consequence(self.table.owner.kind, is))
        };
        let colon = if why.is_empty() { "" } else { ": " };
        self.add(weight, kind, &format!("{what}{colon}{why}"));
    }

    /// Compares the origins of the row: a page, an example or elsewhere.
    fn known(&mut self) {
        let text = match (&self.old.source, &self.new.source) {
            (Some(source), None) => {
                format!(
                    "is documented now: its {} went",
                    code(&format!("source: {}", source.value))
                )
            }
            (None, Some(source)) => {
                let source = code(&format!("source: {}", source.value));
                let text = format!("is in no example any more: it stays, with {source}");
                return self.add(Weight::Changed, Kind::Reconciled, &text);
            }
            _ if self.old.undocumented.is_none() && self.new.undocumented.is_some() => {
                let text = "is in the example alone now: it stays, with `undocumented: true`";
                return self.add(Weight::Changed, Kind::Reconciled, text);
            }
            _ if self.old.undocumented.is_some() && self.new.undocumented.is_none() => {
                "is documented now: its `undocumented: true` went".to_owned()
            }
            _ => return,
        };
        self.add(Weight::Changed, Kind::Documented, &text);
    }

    /// Compares the keys by which import reconciles rows with the examples.
    fn reconciled(&mut self) {
        let (old, new) = (self.old, self.new);
        let keys = [
            ("optional", &old.optional, &new.optional),
            ("reconciled", &old.reconciled, &new.reconciled),
            ("rust", &old.rust, &new.rust),
        ];
        for (key, was, is) in keys {
            let shown = |text: &Text| code(&format!("{key}: {}", text.value));
            let what = match (was, is) {
                (None, Some(text)) => format!("got {}", shown(text)),
                (Some(text), None) => format!("lost {}", shown(text)),
                _ => continue,
            };
            let is = is_held(self.table, self.new);
            let same_table = self.old.required == self.new.required;
            if key == "optional" && same_table && is != is_held(self.table, self.old) {
                let text = format!("{what}: {}", consequence(self.table.owner.kind, is));
                self.add(Weight::Breaking, Kind::Reconciled, &text);
            } else {
                self.add(Weight::Changed, Kind::Reconciled, &what);
            }
        }
    }
}

/// The type, whether its name or its type says that it is a list.
fn type_of(row: &Row) -> String {
    let Some(ty) = &row.ty else { return String::new() };
    let list = ty.list || row.name.ends_with(".N");
    let shape = ty.shape.clone();
    Type { shape, list, span: ty.span }.written()
}

//! The tables of a description, and the rows that import adds to them.

use crate::check::TableKind;
use crate::description::{Description, Row, Text, Type};
use crate::diagnostics::Span;
use crate::symbols::Table;

/// A row by its table and its name.
pub(crate) type RowKey = (TableKind, String, String);

/// Returns every table: its kind, the name of its action or model, and its rows.
pub(crate) fn tables_mut(
    description: &mut Description,
) -> impl Iterator<Item = (TableKind, &str, &mut Vec<Row>)> {
    let actions = description.actions.iter_mut().flat_map(|action| {
        let name = action.named.name.value.as_str();
        [
            (TableKind::Request, name, &mut action.request),
            (TableKind::Response, name, &mut action.response),
        ]
    });
    let models = description
        .models
        .iter_mut()
        .map(|model| (TableKind::Model, model.named.name.value.as_str(), &mut model.members));
    actions.chain(models)
}

/// Returns every row of every table.
pub(crate) fn rows_mut(description: &mut Description) -> impl Iterator<Item = (RowKey, &mut Row)> {
    tables_mut(description).flat_map(|(kind, table, rows)| {
        rows.iter_mut().map(move |row| (row_key(kind, table, row), row))
    })
}

pub(crate) fn row_key(kind: TableKind, table: &str, row: &Row) -> RowKey {
    (kind, table.to_owned(), row.name.value.clone())
}

/// Returns the key of a row of a response or a model.
pub(crate) fn field_key(table: Table<'_>, row: &Row) -> RowKey {
    row_key(kind(table), &table.named().name, row)
}

pub(crate) fn kind(table: Table<'_>) -> TableKind {
    match table {
        Table::Response(_) => TableKind::Response,
        Table::Model(_) => TableKind::Model,
    }
}

/// Returns a text that no file has yet.
pub(crate) fn text(value: &str) -> Text {
    Text { value: value.to_owned(), span: Span::file(0) }
}

/// Returns a row without any key of ours.
pub(crate) fn plain_row(name: &str, ty: Type, required: bool) -> Row {
    Row {
        name: text(name),
        ty: Some(ty),
        required,
        undocumented: None,
        doc: None,
        conversion: None,
        optional: None,
        present: None,
        reconciled: None,
        source: None,
        default: None,
        sample: None,
        unit: None,
        sensitive: None,
        not_sensitive: None,
        deprecated: None,
        rust: None,
    }
}

/// Returns the name without what marks a list: `Name` of type `[T]` is `Name.N` of type `T`.
pub(crate) fn plain_name(name: &str) -> String {
    // Nothing before it can be a list, so that the first part is a name, even if it is `N`.
    let parts = name.split('.').enumerate().filter(|(place, part)| *place == 0 || *part != "N");
    parts.map(|(_, part)| part).collect::<Vec<_>>().join(".")
}

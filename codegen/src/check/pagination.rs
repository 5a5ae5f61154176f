//! Rules on `pagination`.

use crate::api;
use crate::description::{Action, Row, Text};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, did_you_mean};
use crate::symbols::{SymbolTable, Table};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        let Some(pages) = &action.pages else { continue };
        for (key, name) in [("offset", &pages.offset), ("limit", &pages.limit)] {
            if let Some(name) = name
                && let Some(row) = row(
                    &action.request,
                    name,
                    "parameter",
                    &format!("`pagination.{key}`"),
                    diagnostics,
                )
                && !is(symbols, row, false, |scalar| *scalar == api::Scalar::Int)
            {
                wrong(
                    name,
                    row,
                    &format!("`pagination.{key}`"),
                    "a single `int`",
                    diagnostics,
                );
            }
        }
        if let (Some(offset), Some(limit)) = (&pages.offset, &pages.limit)
            && offset.value == limit.value
        {
            diagnostics
                .add(
                    limit.at,
                    "`pagination.offset` and `pagination.limit` are the same parameter",
                )
                .help("one says how many rows to skip, the other how many to return");
        }
        total(symbols, action, pages.total.as_ref(), diagnostics);
        items(symbols, action, pages.items.as_ref(), pages.key.as_ref(), diagnostics);
    }
}

fn total(
    symbols: &SymbolTable<'_>,
    action: &Action,
    total: Option<&Text>,
    diagnostics: &mut Diagnostics,
) {
    if let Some(name) = total
        && let Some(row) = row(
            &action.response,
            name,
            "member of the reply",
            "`pagination.total`",
            diagnostics,
        )
        && !is(symbols, row, false, |scalar| *scalar == api::Scalar::Int)
    {
        wrong(name, row, "`pagination.total`", "a single `int`", diagnostics);
    }
}

fn items(
    symbols: &SymbolTable<'_>,
    action: &Action,
    items: Option<&Text>,
    key: Option<&Text>,
    diagnostics: &mut Diagnostics,
) {
    let Some(name) = items else { return };
    let Some(list) = row(
        &action.response,
        name,
        "member of the reply",
        "`pagination.items`",
        diagnostics,
    ) else {
        return;
    };
    if list.ty.as_ref().is_some_and(|ty| !ty.list) {
        wrong(name, list, "`pagination.items`", "a list", diagnostics);
        return;
    }
    let Some(key) = key else { return };
    let Some(model) = symbols.model(list) else {
        diagnostics
            .add(
                key.at,
                format!(
                    "`pagination.key` names {}, but {} is no list of a model",
                    code(key),
                    list.title()
                ),
            )
            .help("take `key` away: single values have no members");
        return;
    };
    let table = Table::Model(model);
    if let Some(row) = row(
        table.rows(),
        key,
        &format!("member of {}", table.title()),
        "`pagination.key`",
        diagnostics,
    ) && model.readable
        && !is(symbols, row, false, |scalar| *scalar == api::Scalar::Text)
    {
        wrong(key, row, "`pagination.key`", "a single `string`", diagnostics);
    }
}

/// The row of a name; that there is none is told, unless the file could not be read.
pub(super) fn row<'d>(
    rows: &'d [Row],
    name: &Text,
    what: &str,
    key: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'d Row> {
    let found = rows.iter().find(|row| row.name.value == name.value);
    if found.is_none() {
        diagnostics
            .add(name.at, format!("{key} names {}, which is no {what}", code(name)))
            .help(did_you_mean(name, rows.iter().map(|row| row.name.value.as_str())));
    }
    found
}

/// Whether a row is a single value, or a list, of some kind. What its own diagnostics leave open is not held against it.
pub(super) fn is(
    symbols: &SymbolTable<'_>,
    row: &Row,
    list: bool,
    kind: impl Fn(&api::Scalar) -> bool,
) -> bool {
    let Some(ty) = &row.ty else { return true };
    let scalar = match symbols.scalar(row) {
        Ok(Some(scalar)) => kind(&scalar),
        Ok(None) => row.conversion.is_some(),
        Err(_) => true,
    };
    ty.list == list && scalar
}

/// Tells that a row is of the wrong kind.
pub(super) fn wrong(
    name: &Text,
    row: &Row,
    key: &str,
    needed: &str,
    diagnostics: &mut Diagnostics,
) {
    let written =
        row.ty.as_ref().map(crate::description::Type::written).unwrap_or_default();
    let conversion =
        if row.conversion.is_some() { ", taken as something else" } else { "" };
    diagnostics
        .add(name.at, format!("{key} needs {needed}, and {} is none", row.title()))
        .label(format!("its type is {}{conversion}", code(&written)))
        .help("name another row, or correct the row's type");
}

//! Rules on `pagination`.

use crate::api;
use crate::description::{Action, Row, Text};
use crate::lookup::{Lookup, Table};
use crate::report::Mistakes;
use crate::wording::{code, did_you_mean};

pub(super) fn check(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    for action in &lookup.description.actions {
        let Some(pages) = &action.pages else { continue };
        for (key, name) in [("offset", &pages.offset), ("limit", &pages.limit)] {
            if let Some(name) = name
                && let Some(row) = row(
                    &action.request,
                    name,
                    "parameter",
                    &format!("`pagination.{key}`"),
                    mistakes,
                )
                && !is(lookup, row, false, |scalar| *scalar == api::Scalar::Int)
            {
                wrong(
                    name,
                    row,
                    &format!("`pagination.{key}`"),
                    "a single `int`",
                    mistakes,
                );
            }
        }
        if let (Some(offset), Some(limit)) = (&pages.offset, &pages.limit)
            && offset.value == limit.value
        {
            mistakes
                .add(
                    limit.at,
                    "`pagination.offset` and `pagination.limit` are the same parameter",
                )
                .help("one says how many rows to skip, the other how many to return");
        }
        total(lookup, action, pages.total.as_ref(), mistakes);
        items(lookup, action, pages.items.as_ref(), pages.key.as_ref(), mistakes);
    }
}

fn total(
    lookup: &Lookup<'_>,
    action: &Action,
    total: Option<&Text>,
    mistakes: &mut Mistakes,
) {
    if let Some(name) = total
        && let Some(row) = row(
            &action.response,
            name,
            "member of the reply",
            "`pagination.total`",
            mistakes,
        )
        && !is(lookup, row, false, |scalar| *scalar == api::Scalar::Int)
    {
        wrong(name, row, "`pagination.total`", "a single `int`", mistakes);
    }
}

fn items(
    lookup: &Lookup<'_>,
    action: &Action,
    items: Option<&Text>,
    key: Option<&Text>,
    mistakes: &mut Mistakes,
) {
    let Some(name) = items else { return };
    let Some(list) = row(
        &action.response,
        name,
        "member of the reply",
        "`pagination.items`",
        mistakes,
    ) else {
        return;
    };
    if list.ty.as_ref().is_some_and(|ty| !ty.list) {
        wrong(name, list, "`pagination.items`", "a list", mistakes);
        return;
    }
    let Some(key) = key else { return };
    let Some(model) = lookup.model(list) else {
        mistakes
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
        mistakes,
    ) && model.readable
        && !is(lookup, row, false, |scalar| *scalar == api::Scalar::Text)
    {
        wrong(key, row, "`pagination.key`", "a single `string`", mistakes);
    }
}

/// The row of a name; that there is none is told, unless the file could not be read.
pub(super) fn row<'d>(
    rows: &'d [Row],
    name: &Text,
    what: &str,
    key: &str,
    mistakes: &mut Mistakes,
) -> Option<&'d Row> {
    let found = rows.iter().find(|row| row.name.value == name.value);
    if found.is_none() {
        mistakes
            .add(name.at, format!("{key} names {}, which is no {what}", code(name)))
            .help(did_you_mean(name, rows.iter().map(|row| row.name.value.as_str())));
    }
    found
}

/// Whether a row is a single value, or a list, of some kind. What its own mistakes leave open is not held against it.
pub(super) fn is(
    lookup: &Lookup<'_>,
    row: &Row,
    list: bool,
    kind: impl Fn(&api::Scalar) -> bool,
) -> bool {
    let Some(ty) = &row.ty else { return true };
    let scalar = match lookup.scalar(row) {
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
    mistakes: &mut Mistakes,
) {
    let written =
        row.ty.as_ref().map(crate::description::Type::written).unwrap_or_default();
    let conversion =
        if row.conversion.is_some() { ", taken as something else" } else { "" };
    mistakes
        .add(name.at, format!("{key} needs {needed}, and {} is none", row.title()))
        .label(format!("its type is {}{conversion}", code(&written)))
        .help("name another row, or correct the row's type");
}

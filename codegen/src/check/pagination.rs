//! Rules on `pagination`.

use crate::check::references::{Needed, Reference, Rows};
use crate::description::{Action, Text};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::{SymbolTable, Table};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        let Some(pages) = &action.pages else { continue };
        let (request, response) = (Rows::Request(action), Rows::Table(Table::Response(action)));
        for (key, name, rows) in [
            ("`pagination.offset`", &pages.offset, request),
            ("`pagination.limit`", &pages.limit, request),
            ("`pagination.total`", &pages.total, response),
        ] {
            if let Some(name) = name {
                let row = Reference { key, name, rows };
                row.find_kind(&Needed::INT, symbols, diagnostics);
            }
        }
        if let (Some(offset), Some(limit)) = (&pages.offset, &pages.limit)
            && offset.value == limit.value
        {
            diagnostics
                .report(
                    limit.span,
                    "`pagination.offset` and `pagination.limit` are the same parameter",
                )
                .help("one has the number of entries to skip, the other of entries to return");
        }
        if let Some(name) = &pages.items {
            items(symbols, action, name, pages.key.as_ref(), diagnostics);
        }
    }
}

fn items(
    symbols: &SymbolTable<'_>,
    action: &Action,
    name: &Text,
    key: Option<&Text>,
    diagnostics: &mut Diagnostics,
) {
    let rows = Rows::Table(Table::Response(action));
    let items = Reference { key: "`pagination.items`", name, rows };
    let Some(list) = items.find(diagnostics) else { return };
    if list.ty.as_ref().is_some_and(|ty| !ty.list) {
        items.report_kind(list, "a list", diagnostics);
        return;
    }
    let Some(name) = key else { return };
    let Some(model) = symbols.model(list) else {
        diagnostics
            .report(name.span, format!("invalid `pagination.key` {}", code(name)))
            .label(format!("{} is not a list of a model", list.title()))
            .help("remove `key`: single values have no fields");
        return;
    };
    if model.readable {
        let (key, rows) = ("`pagination.key`", Rows::Table(Table::Model(model)));
        Reference { key, name, rows }.find_kind(&Needed::STRING, symbols, diagnostics);
    }
}

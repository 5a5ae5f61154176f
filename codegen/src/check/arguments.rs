//! Rules on arguments: a call shows what each of them means.

use crate::api::Scalar;
use crate::description::{Action, Row};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::parameter_tree::{self, Branch, MOST_ARGUMENTS};
use crate::symbols::SymbolTable;

/// `create_group("a-group", true)` says nothing to a reader.
pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        for row in bare_bools(symbols, action) {
            diagnostics
                .add(row.name.at, format!("row {} is an argument that is a bare `bool`", code(&row.name)))
                .label("a call would only show `true` or `false`")
                .help(
                    "describe an enum with the two values and write `as: <its name>`; where the page has a default, write \
                     `default`, which makes it a setter",
                );
        }
    }
}

/// Returns the rows of a request that are arguments of type `bool`.
pub(crate) fn bare_bools<'d>(
    symbols: &SymbolTable<'_>,
    action: &'d Action,
) -> Vec<&'d Row> {
    // What is wrong with the rows themselves is told elsewhere.
    let tree = parameter_tree::tree(&action.request, &mut Diagnostics::default());
    let own: Vec<_> = tree.iter().filter(|branch| !branch.is_common()).collect();
    let mut found = Vec::new();
    level(symbols, action, &own, &mut found);
    found
}

/// Parameters of a request, or fields of a structure in it.
fn level<'d>(
    symbols: &SymbolTable<'_>,
    action: &Action,
    branches: &[&Branch<'d>],
    found: &mut Vec<&'d Row>,
) {
    let arguments: Vec<_> =
        branches.iter().filter(|branch| is_argument(action, branch)).collect();
    // More of them are fields of a structure, so that each has its name in the call.
    if arguments.len() <= MOST_ARGUMENTS {
        let rows = arguments.iter().filter(|branch| !branch.list);
        let rows = rows.filter_map(|branch| branch.row);
        found.extend(rows.filter(|row| {
            let scalar = symbols.scalar(row);
            matches!(scalar, Ok(Some(Scalar::Bool | Scalar::Switch { .. })))
        }));
    }
    for branch in branches {
        let fields: Vec<_> = branch.fields.iter().collect();
        level(symbols, action, &fields, found);
    }
}

/// Checks for a parameter that a call cannot do without, and that is no setter.
fn is_argument(action: &Action, branch: &Branch<'_>) -> bool {
    let pages = action.pages.iter().flat_map(|pages| [&pages.offset, &pages.limit]);
    let is_paged = pages.flatten().any(|name| name.value == branch.path);
    let has_default = branch.row.is_some_and(|row| row.default.is_some());
    branch.is_required() && !is_paged && !has_default
}

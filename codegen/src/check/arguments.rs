//! Rules on arguments: a call shows the meaning of each.

use crate::api::Scalar;
use crate::description::{Action, Row};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::parameter_tree::{self, Branch, MOST_ARGUMENTS};
use crate::symbols::SymbolTable;

/// Refuses an argument whose meaning a call does not show: `create_group("a-group", true)`.
pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        for row in bare_bools(symbols, action) {
            diagnostics
                .report(row.name.span, format!("bare `bool` argument: row {}", code(&row.name)))
                .label("a call would show only `true` or `false`")
                .help(
                    "describe an enum with the two values and write `as: <its name>`; if the page has a default, write \
                     `default`, which makes it a setter",
                );
        }
    }
}

/// Returns the rows of a request that are arguments of type `bool`.
pub(crate) fn bare_bools<'d>(symbols: &SymbolTable<'_>, action: &'d Action) -> Vec<&'d Row> {
    // The rows have their own diagnostics.
    let tree = parameter_tree::tree(&action.request, &mut Diagnostics::default());
    let own: Vec<_> = tree.iter().filter(|branch| !branch.is_common()).collect();
    let mut found = Vec::new();
    level(symbols, action, &own, &mut found);
    found
}

/// Visits the parameters of a request, or the fields of a structure in it.
fn level<'d>(
    symbols: &SymbolTable<'_>,
    action: &Action,
    branches: &[&Branch<'d>],
    found: &mut Vec<&'d Row>,
) {
    let arguments: Vec<_> = branches.iter().filter(|branch| is_argument(action, branch)).collect();
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

/// Checks for a required parameter that is not a setter.
fn is_argument(action: &Action, branch: &Branch<'_>) -> bool {
    let is_paged = action.is_paged_by(&branch.path);
    let has_default = branch.row.is_some_and(|row| row.default.is_some());
    branch.is_required() && !is_paged && !has_default
}

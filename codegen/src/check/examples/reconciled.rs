//! Rules on `reconciled` and `optional`: each is about a contradiction that exists.

use crate::description::{Action, Row, Text};
use crate::diagnostics::Diagnostics;
use crate::symbols::is_common;

/// Checks the parameters of an action.
pub(super) fn check(action: &Action, diagnostics: &mut Diagnostics) {
    for row in &action.request {
        if let Some(reconciled) = row.reconciled.as_ref().filter(|_| !is_contradictory(row)) {
            let why = "no contradiction: neither `as` nor `source`";
            needless(reconciled, row, "reconciled", why, diagnostics);
        }
        if action.example.is_none()
            && !is_common(&row.name)
            && let Some(optional) = &row.optional
        {
            needless(optional, row, "optional", "there is no example", diagnostics);
        }
    }
}

/// Checks for a row on which pages may contradict each other: on its type in Rust, its source, or
/// its presence.
pub(crate) fn is_contradictory(row: &Row) -> bool {
    row.conversion.is_some()
        || row.source.is_some()
        || row.undocumented.is_some()
        || row.optional.is_some()
}

/// Reports a key about a contradiction that no longer exists.
pub(super) fn needless(
    text: &Text,
    row: &Row,
    key: &str,
    why: &str,
    diagnostics: &mut Diagnostics,
) {
    diagnostics
        .report(text.span, format!("needless `{key}` of {}", row.title()))
        .label(why)
        .help(format!("remove `{key}`: the contradiction no longer exists"));
}

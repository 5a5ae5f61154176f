//! Rules on arguments: a call shows what each of them means.

use crate::api::Scalar;
use crate::description::Action;
use crate::lookup::Lookup;
use crate::report::Mistakes;
use crate::request::{self, Branch, MOST_ARGUMENTS};
use crate::wording::code;

pub(super) fn check(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    for action in &lookup.description.actions {
        // What is wrong with the rows themselves is told elsewhere.
        let tree = request::tree(&action.request, &mut Mistakes::default());
        let own: Vec<_> = tree.iter().filter(|branch| !branch.is_common()).collect();
        level(lookup, action, &own, mistakes);
    }
}

/// Parameters of a request, or fields of a structure in it.
fn level(
    lookup: &Lookup<'_>,
    action: &Action,
    branches: &[&Branch<'_>],
    mistakes: &mut Mistakes,
) {
    let arguments: Vec<_> =
        branches.iter().filter(|branch| is_argument(action, branch)).collect();
    // More of them are fields of a structure, so that each has its name in the call.
    if arguments.len() <= MOST_ARGUMENTS {
        for branch in arguments {
            bare_bool(lookup, branch, mistakes);
        }
    }
    for branch in branches {
        let fields: Vec<_> = branch.fields.iter().collect();
        level(lookup, action, &fields, mistakes);
    }
}

/// Checks for a parameter that a call cannot do without, and that is no setter.
fn is_argument(action: &Action, branch: &Branch<'_>) -> bool {
    let pages = action.pages.iter().flat_map(|pages| [&pages.offset, &pages.limit]);
    let is_paged = pages.flatten().any(|name| name.value == branch.path);
    let has_default = branch.row.is_some_and(|row| row.default.is_some());
    branch.is_required() && !is_paged && !has_default
}

/// `create_group("a-group", true)` says nothing to a reader.
fn bare_bool(lookup: &Lookup<'_>, branch: &Branch<'_>, mistakes: &mut Mistakes) {
    let Some(row) = branch.row.filter(|_| !branch.list) else { return };
    let Ok(Some(Scalar::Bool | Scalar::Switch { .. })) = lookup.scalar(row) else {
        return;
    };
    mistakes
        .add(row.name.at, format!("row {} is an argument that is a bare `bool`", code(&branch.path)))
        .label("a call would only show `true` or `false`")
        .help(
            "describe an enum with the two values and write `as: <its name>`; where the page has a default, write \
             `default`, which makes it a setter",
        );
}

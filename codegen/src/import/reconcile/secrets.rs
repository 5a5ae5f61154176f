//! Secrets: a new row that may be one is hidden from the start.

use std::collections::BTreeSet;

use crate::check::{TableKind, visit_secrets};
use crate::description::{Description, Row};
use crate::diagnostics::Span;
use crate::symbols::SymbolTable;

/// Makes new rows that sound like a secret `sensitive`. Others are a maintainer's.
pub(super) fn reconcile(description: &mut Description, old: &Description) {
    let known = places(old, |_, _| true);
    let secrets = places(description, |row, sounds| {
        sounds && row.not_sensitive.is_none() && row.sensitive.is_none()
    });
    let new: BTreeSet<_> = secrets.difference(&known).collect();
    let hide = |kind: TableKind, table: &str, rows: &mut [Row]| {
        for row in rows {
            if new.contains(&(kind, table.to_owned(), row.name.value.clone())) {
                row.sensitive = Some(Span::file(0));
            }
        }
    };
    for action in &mut description.actions {
        let name = &action.named.name.value;
        hide(TableKind::Request, name, &mut action.request);
        hide(TableKind::Response, name, &mut action.response);
    }
    for model in &mut description.models {
        hide(TableKind::Model, &model.named.name.value, &mut model.members);
    }
}

/// Returns the rows that are wanted, by table and name.
fn places(
    description: &Description,
    wanted: impl Fn(&Row, bool) -> bool,
) -> BTreeSet<(TableKind, String, String)> {
    let mut places = BTreeSet::new();
    visit_secrets(
        &SymbolTable::new(description),
        &mut |(kind, table, name), row, sound| {
            if wanted(row, sound.is_some()) {
                places.insert((kind, table.to_owned(), name.to_owned()));
            }
        },
    );
    places
}

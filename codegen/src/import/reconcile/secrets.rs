//! Secrets: a new row that may be one is hidden from the start.

use std::collections::BTreeSet;

use crate::check::visit_secrets;
use crate::description::{Description, Row};
use crate::diagnostics::Span;
use crate::import::tables::{RowKey, rows_mut};
use crate::symbols::SymbolTable;

/// Makes new rows that sound like a secret `sensitive`. Others are a maintainer's.
pub(super) fn reconcile(description: &mut Description, old: &Description) {
    let known = keys(old, |_, _| true);
    let secrets = keys(description, |row, sounds| {
        sounds && row.not_sensitive.is_none() && row.sensitive.is_none()
    });
    for (key, row) in rows_mut(description) {
        if secrets.contains(&key) && !known.contains(&key) {
            row.sensitive = Some(Span::file(0));
        }
    }
}

/// Returns the rows that are wanted.
fn keys(description: &Description, wanted: impl Fn(&Row, bool) -> bool) -> BTreeSet<RowKey> {
    let mut keys = BTreeSet::new();
    let symbols = SymbolTable::new(description);
    visit_secrets(&symbols, &mut |(kind, table, name), row, sound| {
        if wanted(row, sound.is_some()) {
            keys.insert((kind, table.to_owned(), name.to_owned()));
        }
    });
    keys
}

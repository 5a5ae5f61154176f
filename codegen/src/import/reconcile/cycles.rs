//! Models that require themselves: one member of the way round is taken as optional.

use std::collections::BTreeSet;

use crate::check::{TableKind, cycles};
use crate::description::{Description, Model, Row};
use crate::import::reconcile::ENDLESS;
use crate::import::tables::{RowKey, row_key, rows_mut, text};
use crate::symbols::SymbolTable;

pub(super) fn reconcile(description: &mut Description) {
    loop {
        let cycles = cycles(&SymbolTable::new(description));
        let last = cycles.endless.iter().filter_map(|way| way.last());
        let endless: BTreeSet<_> = last.map(|(model, row)| key(model, row)).collect();
        if endless.is_empty() {
            break;
        }
        for (key, row) in rows_mut(description) {
            if endless.contains(&key) {
                row.optional = Some(text(ENDLESS));
            }
        }
    }
    // Fields that an earlier run reconciled, and that no longer need it.
    let excused: BTreeSet<(String, String)> = cycles(&SymbolTable::new(description))
        .excused
        .iter()
        .map(|(model, row)| ((*model).to_owned(), (*row).to_owned()))
        .collect();
    for ((kind, model, name), row) in rows_mut(description) {
        let is_ours = row.optional.as_ref().is_some_and(|why| why.value == ENDLESS);
        let is_excused = row.required && excused.contains(&(model, name));
        if kind == TableKind::Model && is_ours && !is_excused {
            row.optional = None;
        }
    }
}

fn key(model: &Model, row: &Row) -> RowKey {
    row_key(TableKind::Model, &model.named.name, row)
}

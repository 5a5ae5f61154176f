//! Models that require themselves: one member of the way round is taken as optional.

use crate::check::cycles;
use crate::description::Description;
use crate::import::merge::text;
use crate::import::reconcile::ENDLESS;
use crate::symbols::SymbolTable;

pub(super) fn reconcile(description: &mut Description) {
    loop {
        let ways: Vec<(String, String)> = cycles(&SymbolTable::new(description))
            .endless
            .iter()
            .filter_map(|way| way.last())
            .map(|(model, row)| (model.named.name.value.clone(), row.name.value.clone()))
            .collect();
        if ways.is_empty() {
            break;
        }
        for (model, row) in &ways {
            let models = description.models.iter_mut();
            let rows = models
                .filter(|known| known.named.name.value == *model)
                .flat_map(|model| &mut model.members);
            for row in rows.filter(|known| known.name.value == *row) {
                row.optional = Some(text(ENDLESS));
            }
        }
    }
    // What was reconciled here before and is no longer so.
    let excused: Vec<(String, String)> = cycles(&SymbolTable::new(description))
        .excused
        .iter()
        .map(|(model, row)| ((*model).to_owned(), (*row).to_owned()))
        .collect();
    for model in &mut description.models {
        for row in &mut model.members {
            let is_ours = row.optional.as_ref().is_some_and(|why| why.value == ENDLESS);
            let place = (model.named.name.value.clone(), row.name.value.clone());
            if is_ours && !(row.required && excused.contains(&place)) {
                row.optional = None;
            }
        }
    }
}

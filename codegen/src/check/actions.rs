//! Rules on what an action says of itself.

use crate::api::Effect;
use crate::check::identifiers;
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, did_you_mean};
use crate::symbols::SymbolTable;

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        if let Some(title) = &action.title {
            identifiers::one_line(title, "the title of an action", diagnostics);
        }
        if let Some(source) = &action.source {
            identifiers::source(source, diagnostics);
        }
        if let (Some(section), Some(product)) =
            (&action.section, &symbols.description.product)
        {
            let titles =
                product.sections.iter().map(|section| section.title.value.as_str());
            if !titles.clone().any(|title| title == section.value) {
                diagnostics
                    .add(section.at, format!("unknown section {}", code(section)))
                    .label("not in `sections` of product.yaml")
                    .help(did_you_mean(section, titles));
            }
        }
        let Some(verify) = &action.verify else { continue };
        if action.effect == Some(Effect::Read) {
            diagnostics.add(verify.at, "`verify` on an action that changes nothing").help(
                "take it away: it names the action that shows what a lost call changed",
            );
        } else if !symbols.actions.contains_key(verify.value.as_str()) {
            diagnostics
                .add(
                    verify.at,
                    format!("`verify` names {}, which is no action", code(verify)),
                )
                .help(did_you_mean(verify, symbols.actions.keys().copied()));
        } else if verify.value == action.named.name.value {
            diagnostics
                .add(verify.at, "`verify` names the action itself")
                .help("name the action that reads what this one changes");
        }
    }
}

//! Rules on actions: title, source, section and `verify`.

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
        if let (Some(section), Some(product)) = (&action.section, &symbols.description.product) {
            let titles = product.sections.iter().map(|section| section.title.value.as_str());
            if !titles.clone().any(|title| title == section.value) {
                diagnostics
                    .report(section.span, format!("unknown section {}", code(section)))
                    .label("not in `sections` of product.yaml")
                    .help(did_you_mean(section, titles));
            }
        }
        let Some(verify) = &action.verify else { continue };
        if action.effect == Some(Effect::Read) {
            diagnostics
                .report(verify.span, "needless `verify` of an action that changes nothing")
                .help("remove it: it names the action that shows the result of a lost call");
        } else if !symbols.actions.contains_key(verify.value.as_str()) {
            diagnostics
                .report(verify.span, format!("unknown action {} in `verify`", code(verify)))
                .help(did_you_mean(verify, symbols.actions.keys().copied()));
        } else if verify.value == action.named.name.value {
            diagnostics
                .report(verify.span, "invalid `verify`: it names the action itself")
                .help("name the action that reads what this one changes");
        }
    }
}

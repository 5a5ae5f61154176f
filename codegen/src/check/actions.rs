//! Rules on what an action says of itself.

use crate::api::Effect;
use crate::check::texts;
use crate::lookup::Lookup;
use crate::report::Mistakes;
use crate::wording::{code, did_you_mean};

pub(super) fn check(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    for action in &lookup.description.actions {
        if let Some(title) = &action.title {
            texts::one_line(title, "the title of an action", mistakes);
        }
        if let Some(source) = &action.source {
            texts::source(source, mistakes);
        }
        if let (Some(section), Some(product)) =
            (&action.section, &lookup.description.product)
        {
            let titles =
                product.sections.iter().map(|section| section.title.value.as_str());
            if !titles.clone().any(|title| title == section.value) {
                mistakes
                    .add(section.at, format!("unknown section {}", code(section)))
                    .label("not in `sections` of product.yaml")
                    .help(did_you_mean(section, titles));
            }
        }
        let Some(verify) = &action.verify else { continue };
        if action.effect == Some(Effect::Read) {
            mistakes.add(verify.at, "`verify` on an action that changes nothing").help(
                "take it away: it names the action that shows what a lost call changed",
            );
        } else if !lookup.actions.contains_key(verify.value.as_str()) {
            mistakes
                .add(
                    verify.at,
                    format!("`verify` names {}, which is no action", code(verify)),
                )
                .help(did_you_mean(verify, lookup.actions.keys().copied()));
        } else if verify.value == action.named.name.value {
            mistakes
                .add(verify.at, "`verify` names the action itself")
                .help("name the action that reads what this one changes");
        }
    }
}

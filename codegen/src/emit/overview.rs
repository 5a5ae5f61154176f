//! All actions in one table per section, for the documentation of the crate.

use std::fmt::Write as _;

use crate::api::{Action, Api, Effect};
use crate::docs;

/// The file, as Markdown.
pub(super) fn file(header: &str, api: &Api) -> String {
    let mut text = format!("<!-- {header} -->\n\n# All actions\n");
    for section in &api.product.sections {
        let mut actions = api
            .actions
            .iter()
            .filter(|action| action.section == section.title)
            .peekable();
        if actions.peek().is_none() {
            continue;
        }
        let title = docs::inline(&section.title);
        let _ = write!(
            text,
            "\n## {title}\n\n| method | what it does | effect | page |\n|---|---|---|---|\n"
        );
        for action in actions {
            let _ = writeln!(text, "{}", row(action));
        }
    }
    text
}

fn row(action: &Action) -> String {
    let mut title = docs::inline(action.title.trim_end_matches('.'));
    if action.deprecated.is_some() {
        title.push_str(" (deprecated)");
    }
    let effect = match action.effect {
        Effect::Read => "read",
        Effect::Idempotent => "idempotent",
        Effect::NonIdempotent => "non-idempotent",
    };
    let page = match &action.page {
        Some(page) => {
            format!("[{}]({})", docs::inline(&action.wire), docs::target(page))
        }
        None => docs::code(&action.source),
    };
    let method = &action.method;
    // A pipe would end the cell.
    let cells = [title, effect.to_owned(), page].map(|cell| cell.replace('|', "\\|"));
    format!("| [`{method}`](Client::{method}) | {} |", cells.join(" | "))
}

//! All actions in one table per section, and all RetCodes in one, for the documentation of the
//! crate.

use std::fmt::Write as _;

use super::documented;
use crate::api::{Action, Api, Effect, RetCode};
use crate::docs;

/// Returns the actions, as Markdown.
pub(super) fn actions(header: &str, api: &Api) -> String {
    let mut text = format!("<!-- {header} -->\n\n# All actions\n");
    for section in &api.product.sections {
        let mut actions =
            api.actions.iter().filter(|action| action.section == section.title).peekable();
        if actions.peek().is_none() {
            continue;
        }
        let title = docs::inline(&section.title);
        let _ = write!(
            text,
            "\n## {title}\n\n| method | what it does | effect | page |\n|---|---|---|---|\n"
        );
        for action in actions {
            let _ = writeln!(text, "{}", action_row(action));
        }
    }
    text
}

/// Returns the RetCodes, as Markdown.
pub(super) fn ret_codes(header: &str, api: &Api) -> String {
    let mut text = format!("<!-- {header} -->\n\n# All RetCodes\n\n");
    text.push_str("| number | name | meaning |\n|---|---|---|\n");
    for code in &api.ret_codes {
        let _ = writeln!(text, "{}", ret_code_row(code));
    }
    text
}

fn ret_code_row(code: &RetCode) -> String {
    let (number, name) = (code.number, &code.rust);
    let meaning = documented::said_inline(code.doc.as_deref(), &number.to_string(), None);
    format!("| {number} | [`{name}`](RetCode::{name}) | {} |", cell(&meaning))
}

/// Escapes a pipe or the end of a line, which would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn action_row(action: &Action) -> String {
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
    let cells = [&title, effect, &page].map(cell);
    format!("| [`{method}`](Client::{method}) | {} |", cells.join(" | "))
}

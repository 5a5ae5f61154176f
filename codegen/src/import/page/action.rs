//! The name of the action that a page is about.

use super::NotRead;
use super::markdown::Block;
use super::names::LONGEST;
use super::outline::Outline;
use super::section;
use super::table::{Columns, cut};
use crate::diagnostics::text::code;
use crate::import::note::Notes;
use crate::parameter_tree::is_name;

/// The action that the page is about, or why there is none; `called` is the action of the example's
/// address, with its line.
pub(super) fn name_of_page(
    outline: &Outline<'_, '_>,
    text: &str,
    blocks: &[Block<'_>],
    called: Option<&(String, usize)>,
) -> Result<String, NotRead> {
    let line = outline.line();
    if called.is_none()
        && outline.common.is_empty()
        && let Some((line, shown)) = verb_and_path(blocks)
    {
        let shown = code(&shown);
        let why = format!("verbs and paths, such as {shown}, are another kind of API");
        return Err(NotRead::other(line, why));
    }
    if !outline.known {
        let why = "no heading of an action's page, such as its parameters";
        return Err(NotRead::other(line, why));
    }
    let Some(action) = name(outline, text, called.map(|(name, _)| name.as_str())) else {
        return Err(NotRead::other(line, "it names no action"));
    };
    if action.len() > LONGEST {
        let why = format!("{} is longer than {LONGEST} characters", code(&action));
        return Err(NotRead::other(line, why));
    }
    if !outline.is_of_an_action() {
        let why = format!("no table of what {} takes or gives", code(&action));
        return Err(NotRead::other(line, why));
    }
    Ok(action)
}

/// Finds it; `called` is the action of the example's address.
fn name(outline: &Outline<'_, '_>, text: &str, called: Option<&str>) -> Option<String> {
    let title = outline.title.map(|title| title.text.as_str());
    let found = title
        .and_then(section::named_action)
        .map(str::to_owned)
        .or_else(|| in_table(outline))
        .or_else(|| linked(text).map(str::to_owned))
        .or_else(|| called.filter(|name| is_name(name)).map(str::to_owned));
    found.or_else(|| title.filter(|title| is_name(title)).map(str::to_owned))
}

/// Returns the action that the row `Action` of the common parameters names.
fn in_table(outline: &Outline<'_, '_>) -> Option<String> {
    // Rows are cut again later, with notes.
    let mut unsaid = Notes::new("");
    let mut tables = outline.common.iter().chain(&outline.request).copied();
    tables.find_map(|table| {
        let columns = Columns::read(table, &mut unsaid)?;
        let rows = cut(table, &columns, &mut unsaid);
        let row = rows.iter().find(|row| row.name.text == "Action")?;
        named_last(&row.text.text).map(str::to_owned)
    })
}

/// The last name in a sentence, where it is written as actions are.
fn named_last(text: &str) -> Option<&str> {
    let apart = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let last = text.rsplit(apart).find(|word| !word.is_empty())?;
    let upper = last.starts_with(|c: char| c.is_ascii_uppercase());
    let lower = last.contains(|c: char| c.is_ascii_lowercase());
    (upper && lower && is_name(last)).then_some(last)
}

/// The action that the page links to in the vendor's browser of actions.
fn linked(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("detail?id=")?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    rest.get(..end).filter(|name| is_name(name))
}

/// The verb and path that a page shows which is of another kind of API: `GET /v1/things`.
fn verb_and_path(blocks: &[Block<'_>]) -> Option<(usize, String)> {
    blocks.iter().find_map(|block| {
        let (text, line) = match block {
            Block::Code(code) => (&code.text, code.line),
            Block::Prose(text) => (&text.text, text.line),
            Block::Heading(heading) => (&heading.text, heading.line),
            Block::Table(_) => return None,
        };
        let found = text.lines().enumerate().find(|(_, text)| is_verb_and_path(text));
        found.map(|(index, text)| (line + index, text.trim().to_owned()))
    })
}

fn is_verb_and_path(line: &str) -> bool {
    let Some((verb, path)) = line.trim_start().split_once([' ', '\t']) else {
        return false;
    };
    let path = path.trim_start();
    matches!(verb, "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD")
        // `POST / HTTP/1.1` and `GET /?Action=..` are how an action is called.
        && path.strip_prefix('/').is_some_and(|path| {
            path.starts_with(|c: char| !c.is_whitespace() && c != '?')
        })
}

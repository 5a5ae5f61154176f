//! The vendor's pages as they are read: an action's tables and its example, and what was assumed on
//! the way.

mod action;
mod digest;
mod example;
mod lines;
mod markdown;
mod names;
mod outline;
mod rows;
mod section;
mod source;
mod table;
#[cfg(test)]
mod tests;
mod types;

use std::collections::BTreeSet;

use crate::check::TableKind;
use crate::description::{Type, TypeShape};
use crate::diagnostics::Span;
use crate::diagnostics::text::code;
use crate::import::note::{Note, Notes};
use lines::Lines;
use markdown::Block;
use outline::Outline;
use rows::Rows;

/// A page's file.
#[derive(Clone, Copy, Debug)]
pub struct PageFile<'a> {
    /// The file, as messages name it, with `/`.
    pub file: &'a str,
    /// End of the page's address, after `docs_url` of product.yaml:
    /// `umem-api/describe_umem_backup`.
    pub source: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// A page of an action.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// The page's file, as messages name it.
    pub(crate) file: String,
    /// End of the page's address, after `docs_url` of product.yaml:
    /// `umem-api/describe_umem_backup`.
    pub(crate) source: String,
    /// The action's name on the wire.
    pub(crate) action: String,
    /// Line of the title, counted from 1.
    pub(crate) line: usize,
    /// Digest of its file.
    pub(crate) bytes: String,
    /// Digest of what is not taken as data: all lines but those of rows, headers of tables, names
    /// of structures and examples.
    pub(crate) prose: String,
    /// Parameters, without those that every request carries.
    pub(crate) request: Vec<PageRow>,
    /// Members of the response, without those that every response has.
    pub(crate) response: Vec<PageRow>,
    /// Structures, in the order of the page.
    pub(crate) models: Vec<PageModel>,
    /// The example's parameters as its address has them, without those that every request
    /// carries; `None` when the page shows none.
    pub(crate) example_request: Option<Vec<(String, String)>>,
    /// The example's response: a JSON object with RetCode 0, as the page shows it.
    pub(crate) example_response: Option<String>,
}

impl Page {
    /// Returns a note on the page.
    pub(crate) fn note(&self, line: usize, text: impl Into<String>) -> Note {
        Note { file: self.file.clone(), line, text: text.into() }
    }
}

/// A structure of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageModel {
    pub(crate) name: String,
    pub(crate) rows: Vec<PageRow>,
    /// Line of its heading.
    pub(crate) line: usize,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageRow {
    /// Its name on the wire: `Limit`, `Disks.N.Size`.
    pub(crate) name: String,
    pub(crate) shape: TypeShape,
    /// Set when its type is a list. The type of a row named `Name.N` is that of one entry.
    pub(crate) list: bool,
    pub(crate) required: bool,
    /// Digest of its description.
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl PageRow {
    /// Its type as a description has it.
    pub(crate) fn ty(&self) -> Type {
        Type { shape: self.shape.clone(), list: self.list, span: Span::file(0) }
    }
}

/// The folder in a page's address: `umem-api`.
pub(crate) fn folder(source: &str) -> Option<&str> {
    source.rsplit_once('/').map(|(folder, _)| folder)
}

/// Reads a page; `expected` is the action that it described when it was read last.
///
/// Returns `None` with a note for a page about something else than an action, and errors for a file
/// that is not a documentation page or no longer describes an action, and for tables that cannot be
/// read or stand under no heading that is known.
pub(crate) fn read(
    file: &PageFile<'_>,
    expected: Option<&str>,
    notes: &mut Vec<Note>,
) -> Result<Option<Page>, Vec<Note>> {
    let mut told = Notes::new(file.file);
    let (line, text) = match read_text(file, &mut told) {
        Ok(page) => {
            notes.extend(told.finish()?);
            return Ok(Some(page));
        }
        Err(NotRead::Other { line, why }) => match expected {
            None => {
                let file = file.file.to_owned();
                notes.push(Note { file, line, text: format!("skipped: {why}") });
                return Ok(None);
            }
            Some(action) => (line, format!("expected the page of action {}: {why}", code(action))),
        },
        Err(NotRead::Unreadable { line, why }) => (line, why),
    };
    Err(vec![Note { file: file.file.to_owned(), line, text }])
}

/// Returns the digest of a page's file, whatever the line ends of the checkout.
pub(crate) fn bytes(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    digest::exact(&text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Reason why a file gives no action.
enum NotRead {
    /// A page about something else.
    Other { line: usize, why: String },
    /// Not a documentation page.
    Unreadable { line: usize, why: String },
}

impl NotRead {
    fn other(line: usize, why: impl Into<String>) -> Self {
        Self::Other { line, why: why.into() }
    }

    fn unreadable(line: usize, why: impl Into<String>) -> Self {
        Self::Unreadable { line, why: why.into() }
    }
}

fn read_text(file: &PageFile<'_>, notes: &mut Notes<'_>) -> Result<Page, NotRead> {
    let text = source::plain(file.text)?;
    let lines = Lines::new(&text);
    let blocks = markdown::blocks(&text, &lines);
    is_markdown(&text, &blocks)?;
    let outline = Outline::read(&blocks, notes);
    let sent = outline.request_example.as_ref().and_then(|shown| example::request(shown, notes));
    let called = sent.as_ref().and_then(|sent| sent.action.as_ref());
    let action = action::name_of_page(&outline, &text, &blocks, called)?;
    if let Some((name, line)) = called
        && *name != action
    {
        let action = code(&action);
        notes.add(*line, format!("the example calls {}: taken as one of {action}", code(name)));
    }
    let example_response =
        outline.response_example.as_ref().and_then(|shown| example::response(shown, notes));
    let shown: Vec<_> = [
        sent.as_ref().map(|sent| sent.lines.clone()),
        example_response.as_ref().map(|(_, lines)| lines.clone()),
    ]
    .into_iter()
    .flatten()
    .flatten()
    .collect();
    let models = outline.models.iter().map(|model| model.name.as_str()).collect();
    let rows = Rows::new(&models);
    let asked: Vec<_> = outline.common.iter().chain(&outline.request).copied().collect();
    let request = rows.read(TableKind::Request, &asked, notes);
    let response = rows.read(TableKind::Response, &outline.response, notes);
    let models: Vec<_> =
        outline.models.iter().filter_map(|model| rows.model(model, notes)).collect();
    let rows = models.iter().map(|model| &model.rows).chain([&request, &response]);
    let rows = rows.flatten().map(|row| row.line);
    let data: BTreeSet<usize> = rows.chain(outline.headers()).chain(shown).collect();
    let prose = text.lines().enumerate().filter(|(index, _)| !data.contains(&(index + 1)));
    let prose: Vec<_> = prose.map(|(_, line)| line).collect();
    Ok(Page {
        file: file.file.to_owned(),
        source: file.source.to_owned(),
        action,
        line: outline.line(),
        bytes: bytes(file.text),
        prose: digest::digest(&prose.join("\n")),
        request,
        response,
        models,
        example_request: sent.map(|sent| sent.pairs),
        example_response: example_response.map(|(text, _)| text),
    })
}

/// Refuses what a server or a tool leaves in the place of a page: `404: Not Found`, a pointer of
/// Git LFS.
fn is_markdown(text: &str, blocks: &[Block<'_>]) -> Result<(), NotRead> {
    let has_structure =
        blocks.iter().any(|block| matches!(block, Block::Heading(_) | Block::Table(_)));
    if has_structure || text.contains("](") {
        return Ok(());
    }
    let first = text.lines().enumerate().find(|(_, line)| !line.trim().is_empty());
    let (index, first) = first.unwrap_or_default();
    let shown: String = first.trim().chars().take(60).collect();
    let why =
        format!("expected a documentation page, found {}: no heading, table or link", code(&shown));
    Err(NotRead::unreadable(index + 1, why))
}

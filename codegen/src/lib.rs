//! Turns the description of an API into Rust: text in, text out; no file and no network is touched.
//!
//! [`generate`] is the table of contents: the files are parsed, checked against every rule,
//! resolved into an [`Api`] in which each name and type is decided, and written down by one emitter
//! per generated thing.

pub mod api;
mod check;
mod description;
mod diagnostics;
mod docs;
mod emit;
mod format;
mod import;
mod layout;
mod names;
mod parameter_tree;
mod reserved;
mod resolve;
mod schema;
mod source;
mod symbols;
mod undocumented;

use std::collections::BTreeMap;
use std::path::PathBuf;

use api::Api;

pub use diagnostics::{Diagnostic, Report};
pub use import::{
    Change, ChangeKind, Docs, Import, ImportError, Imported, Note, PageFile, Weight, docs, import,
};
pub use layout::format;
pub use schema::schema;
pub use source::Sources;
pub use undocumented::Undocumented;

/// Result of the generator.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Files of `src/generated`: path relative to it, and text. Those in `emulator/` belong to the
    /// emulator.
    pub files: BTreeMap<PathBuf, String>,
    /// Missing documentation.
    pub undocumented: Vec<Undocumented>,
    /// The API that the files were written from.
    pub api: Api,
}

/// Generates all files, or reports all diagnostics of the description.
pub fn generate(sources: &Sources) -> Result<Generated, Report> {
    let files = description::files(sources);
    let mut diagnostics = diagnostics::Diagnostics::default();
    let description = description::read(&files, &mut diagnostics);
    let symbols = symbols::SymbolTable::new(&description);
    check::check(&symbols, &files, &mut diagnostics);
    diagnostics.into_report(&files)?;
    let api = resolve::resolve(&symbols);
    let undocumented = undocumented::undocumented(&symbols, &files);
    Ok(Generated { files: emit::files(&api), undocumented, api })
}

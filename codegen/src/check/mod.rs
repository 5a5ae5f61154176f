//! Rules of descriptions, beyond the tables of keys.
//!
//! Each rule reports everything that breaks it, so that one run shows all diagnostics. A file that
//! cannot be read causes no diagnostics in the others.

mod actions;
mod arguments;
mod examples;
mod identifiers;
mod models;
mod names;
mod once;
mod pagination;
mod product;
mod references;
mod ret_codes;
mod rows;
mod samples;
mod secrets;
mod usage;
mod waiters;

pub(crate) use arguments::bare_bools;
pub(crate) use examples::{
    Evidence, Seen, documented_name, fits, is_contradictory, parameter_row, row_type,
};
pub(crate) use identifiers::{Kind, RustName, is_page};
pub(crate) use models::{cycles, is_required, used_enums, used_models};
pub(crate) use samples::sample;
pub(crate) use secrets::{TableKind, visit as visit_secrets};
pub(crate) use usage::{Finding, walk};

use crate::diagnostics::Diagnostics;
use crate::source::File;
use crate::symbols::SymbolTable;

/// Checks every rule.
pub(crate) fn check(symbols: &SymbolTable<'_>, files: &[File<'_>], diagnostics: &mut Diagnostics) {
    product::check(symbols, diagnostics);
    names::check(symbols, files, diagnostics);
    rows::check(symbols, diagnostics);
    samples::check(symbols, diagnostics);
    secrets::check(symbols, diagnostics);
    models::check(symbols, diagnostics);
    actions::check(symbols, diagnostics);
    arguments::check(symbols, diagnostics);
    pagination::check(symbols, diagnostics);
    once::check(symbols, diagnostics);
    waiters::check(symbols, diagnostics);
    examples::check(symbols, files, diagnostics);
    ret_codes::check(symbols, diagnostics);
}

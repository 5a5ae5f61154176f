//! Every rule that a description has to keep, beyond what the tables of keys say.
//!
//! Each rule tells all that breaks it and goes on, so that one run shows every mistake; what a broken file would have
//! said is not held against the others.

mod actions;
mod arguments;
mod codes;
mod evidence;
mod examples;
mod models;
mod pages;
mod product;
mod rows;
mod samples;
mod secrets;
mod texts;
mod things;
mod waiters;

pub(crate) use evidence::{Finding, walk};
pub(crate) use examples::{
    Evidence, Seen, documented_name, fits, is_contradictory, parameter_row, row_type,
};
pub(crate) use models::{cycles, is_required, used_enums, used_models};
pub(crate) use samples::sample;
pub(crate) use secrets::{TableKind, visit as visit_secrets};
pub(crate) use texts::{Kind, RustName, is_page};

use crate::lookup::Lookup;
use crate::report::Mistakes;
use crate::source::File;

/// Applies every rule.
pub(crate) fn check(lookup: &Lookup<'_>, files: &[File<'_>], mistakes: &mut Mistakes) {
    product::check(lookup, mistakes);
    things::check(lookup, files, mistakes);
    rows::check(lookup, mistakes);
    samples::check(lookup, mistakes);
    secrets::check(lookup, mistakes);
    models::check(lookup, mistakes);
    actions::check(lookup, mistakes);
    arguments::check(lookup, mistakes);
    pages::check(lookup, mistakes);
    waiters::check(lookup, mistakes);
    examples::check(lookup, files, mistakes);
    codes::check(lookup, mistakes);
}

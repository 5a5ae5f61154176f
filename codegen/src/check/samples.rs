//! Rules on samples: each can be sent, and each is used.

use crate::check::examples::fits;
use crate::description::{Row, Text};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, one_of};
use crate::parameter_tree::{self, Branch};
use crate::symbols::{SymbolTable, is_common};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let requests = symbols.description.actions.iter().map(|action| &action.request);
    for row in requests.flatten().filter(|row| !is_common(&row.name)) {
        if let Some(sample) = &row.sample
            && let Err(needed) = can_be_sent(symbols, row, sample)
        {
            diagnostics
                .report(
                    sample.span,
                    format!("invalid sample of {}: expected {needed}", row.title()),
                )
                .help(format!("write {needed}"));
        }
    }
    let samples = symbols.description.product.iter().flat_map(|product| &product.samples);
    for (name, sample) in samples {
        if !is_shown(symbols, name, sample) {
            diagnostics
                .report(name.span, format!("unused sample {}", code(name)))
                .label("no parameter of this name accepts it")
                .help("correct it, or remove it");
        }
    }
}

/// Returns the sample of a parameter.
pub(crate) fn sample<'d>(symbols: &SymbolTable<'d>, branch: &Branch<'d>) -> Option<&'d Text> {
    let row = branch.row?;
    if row.sample.is_some() {
        return row.sample.as_ref();
    }
    let mut samples = symbols.description.product.iter().flat_map(|product| &product.samples);
    let (_, sample) = samples.find(|(name, _)| name.value == branch.segment)?;
    can_be_sent(symbols, row, sample).ok().map(|()| sample)
}

/// Checks that a row accepts a sample. The error is what was expected.
fn can_be_sent(symbols: &SymbolTable<'_>, row: &Row, text: &str) -> Result<(), String> {
    if let Some(values) = symbols.enumeration(row).filter(|values| values.readable) {
        let known = values.values.iter().map(|value| value.wire.value.as_str());
        return if known.clone().any(|value| value == text) { Ok(()) } else { Err(one_of(known)) };
    }
    fits(symbols, row, text)
}

/// Checks for a parameter of this name that accepts the sample.
fn is_shown(symbols: &SymbolTable<'_>, name: &str, sample: &Text) -> bool {
    // A broken file may have the parameter.
    symbols.description.actions.iter().any(|action| {
        let tree = parameter_tree::tree(&action.request, &mut Diagnostics::default());
        !action.readable || tree.iter().any(|branch| accepts(symbols, branch, name, sample))
    })
}

fn accepts(symbols: &SymbolTable<'_>, branch: &Branch<'_>, name: &str, text: &str) -> bool {
    let own = branch.segment == name && !branch.is_common();
    let row = branch.row.filter(|row| own && row.sample.is_none());
    row.is_some_and(|row| can_be_sent(symbols, row, text).is_ok())
        || branch.fields.iter().any(|field| accepts(symbols, field, name, text))
}

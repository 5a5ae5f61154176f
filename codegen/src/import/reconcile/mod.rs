//! Makes what the pages say into a description that `regenerate` takes: where pages contradict
//! themselves, their examples or Rust, the row says so from the start.
//!
//! Only what is missing is added, and only what was added here is taken away again: other words are
//! a maintainer's.

mod cycles;
mod entries;
mod examples;
mod names;
mod secrets;
mod switches;

use std::collections::BTreeSet;

use crate::description::{Common, Description};
use crate::description::{Scalar, Type, TypeShape};
use crate::diagnostics::Span;
use crate::import::collect::Collected;
use crate::import::merge::Absent;
use crate::import::note::Note;
use crate::import::tables::text;
use crate::symbols::is_common;

/// Reason for which a required member or parameter is optional.
const NO_EXAMPLE: &str = "the example has none";
/// Reason for which a member of a model is optional.
const ENDLESS: &str = "a structure cannot contain itself without end";
/// Reason for a value that does not fit.
const UNREADABLE: &str = "the example shows another kind of value, which reads as nothing";

/// Keeps rows of responses and models that no page has and an example still shows: the service may
/// still send them.
pub(crate) fn keep_shown(
    description: &mut Description,
    collected: &Collected,
    absent: &mut Absent,
) {
    examples::take(description, collected, &mut Vec::new());
    examples::keep_shown(description, absent);
}

/// Reconciles what is not reconciled yet in `old`.
pub(crate) fn reconcile(
    description: &mut Description,
    old: &Description,
    collected: &Collected,
    notes: &mut Vec<Note>,
) {
    common(description);
    switches::reconcile(description, old);
    examples::take(description, collected, notes);
    examples::reconcile(description);
    cycles::reconcile(description);
    examples::reconcile_values(description);
    names::reconcile(description, old);
    secrets::reconcile(description, old);
}

/// Rows that a client fills in are documented in product.yaml.
fn common(description: &mut Description) {
    let Some(product) = &mut description.product else { return };
    let rows = description.actions.iter().flat_map(|action| &action.request);
    let used: BTreeSet<_> =
        rows.map(|row| row.name.value.as_str()).filter(|name| is_common(name)).collect();
    for name in used {
        if !product.common.iter().any(|row| row.name.value == name) {
            product.common.push(Common {
                name: text(name),
                ty: Some(Type {
                    shape: TypeShape::Scalar(Scalar::String),
                    list: false,
                    span: Span::file(0),
                }),
                doc: None,
            });
        }
    }
}

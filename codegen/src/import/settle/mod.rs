//! Makes what the pages say into a description that `regenerate` takes: where pages contradict themselves, their examples
//! or Rust, the row says so from the start.
//!
//! Only what is missing is added, and only what was added here is taken away again: other words are a maintainer's.

mod cycles;
mod examples;
mod names;
mod secrets;

use std::collections::BTreeSet;

use crate::description::{Common, Description};
use crate::description::{Scalar, Type, TypeShape};
use crate::import::gather::Gathered;
use crate::import::merge::text;
use crate::import::note::Note;
use crate::lookup::is_common;
use crate::report::At;

/// Why a required member or parameter is optional after all.
const NO_EXAMPLE: &str = "the example has none";
/// Why a member of a model is.
const ENDLESS: &str = "a structure cannot contain itself without end";
/// How a value that does not fit is dealt with.
const UNREADABLE: &str =
    "the example shows another kind of value, which reads as nothing";

/// Settles what `old` has not settled yet.
pub(crate) fn settle(
    description: &mut Description,
    old: &Description,
    gathered: &Gathered,
    notes: &mut Vec<Note>,
) {
    common(description);
    names::leave_out(description, old, gathered, notes);
    examples::take(description, gathered, notes);
    examples::settle(description);
    cycles::settle(description);
    examples::settle_values(description);
    names::settle(description, old);
    secrets::settle(description, old);
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
                    at: At::file(0),
                }),
                doc: None,
            });
        }
    }
}

//! Rules on samples: each can be sent, and each is shown somewhere.

use crate::check::examples::fits;
use crate::description::{Row, Text};
use crate::lookup::{Lookup, is_common};
use crate::report::Mistakes;
use crate::request::{self, Branch};
use crate::wording::{code, one_of};

pub(super) fn check(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    let requests = lookup.description.actions.iter().map(|action| &action.request);
    for row in requests.flatten().filter(|row| !is_common(&row.name)) {
        if let Some(sample) = &row.sample
            && let Err(needed) = can_be_sent(lookup, row, sample)
        {
            mistakes
                .add(sample.at, format!("the sample of {} is not {needed}", row.title()))
                .help(format!("write {needed}"));
        }
    }
    let samples = lookup.description.product.iter().flat_map(|product| &product.samples);
    for (name, sample) in samples {
        if !is_shown(lookup, name, sample) {
            mistakes
                .add(name.at, format!("sample {} is never shown", code(name)))
                .label("no parameter of this name can be sent with it")
                .help("correct it, or take it away");
        }
    }
}

/// Returns the value that looks real of a parameter, if there is one.
pub(crate) fn sample<'d>(lookup: &Lookup<'d>, branch: &Branch<'d>) -> Option<&'d Text> {
    let row = branch.row?;
    if row.sample.is_some() {
        return row.sample.as_ref();
    }
    let mut samples =
        lookup.description.product.iter().flat_map(|product| &product.samples);
    let (_, sample) = samples.find(|(name, _)| name.value == branch.segment)?;
    can_be_sent(lookup, row, sample).ok().map(|()| sample)
}

/// Whether a row can be sent as a text that documentation shows; otherwise what is needed.
fn can_be_sent(lookup: &Lookup<'_>, row: &Row, text: &str) -> Result<(), String> {
    if let Some(values) = lookup.enumeration(row).filter(|values| values.readable) {
        let known = values.values.iter().map(|value| value.wire.value.as_str());
        return if known.clone().any(|value| value == text) {
            Ok(())
        } else {
            Err(one_of(known))
        };
    }
    fits(lookup, row, text)
}

/// Checks for a parameter of this name that takes the sample.
fn is_shown(lookup: &Lookup<'_>, name: &str, sample: &Text) -> bool {
    // A broken file may have the parameter.
    lookup.description.actions.iter().any(|action| {
        let tree = request::tree(&action.request, &mut Mistakes::default());
        !action.readable || tree.iter().any(|branch| takes(lookup, branch, name, sample))
    })
}

fn takes(lookup: &Lookup<'_>, branch: &Branch<'_>, name: &str, text: &str) -> bool {
    let own = branch.segment == name && !branch.is_common();
    let row = branch.row.filter(|row| own && row.sample.is_none());
    row.is_some_and(|row| can_be_sent(lookup, row, text).is_ok())
        || branch.fields.iter().any(|field| takes(lookup, field, name, text))
}

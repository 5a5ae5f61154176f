//! Differences between the examples of an action.

use std::collections::BTreeMap;

use crate::description::Example;
use crate::diagnostics::text::code;
use crate::import::diff::change::{Changes, Kind, Weight};
use crate::import::diff::places::Owner;

/// Compares the examples of an action.
pub(super) fn compare(
    changes: &mut Changes<'_>,
    owner: Owner<'_>,
    old: Option<&Example>,
    new: Option<&Example>,
) {
    let mut add = |kind, text: &str| {
        let text = format!("{}: {text}", code(owner.name));
        changes.add(Weight::Example, kind, owner, None, text);
    };
    let (was, is) = (sent(old), sent(new));
    let moved = moved(&was, &is);
    if was.is_empty() && !is.is_empty() {
        add(Kind::ExampleRequest, "the example has a request now");
    } else if !moved.is_empty() {
        let text = format!("in the example's request, {}", moved.join("; "));
        add(Kind::ExampleRequest, &text);
    }
    let response = |example: Option<&Example>| Some(example?.response.as_ref()?.text.value.clone());
    match (response(old), response(new)) {
        (None, Some(_)) => {
            add(Kind::ExampleResponse, "the example has a response now");
        }
        (was, is) if was != is => {
            add(Kind::ExampleResponse, "the example has another response");
        }
        _ => {}
    }
}

/// Values by their parameters, and whether a row documents each.
type Sent<'a> = BTreeMap<&'a str, (&'a str, bool)>;

/// Returns the request of an example.
fn sent(example: Option<&Example>) -> Sent<'_> {
    let mut sent = Sent::new();
    let Some(example) = example else { return sent };
    for (pairs, documented) in [(&example.ignored, false), (&example.request, true)] {
        let pairs = pairs.iter();
        sent.extend(
            pairs.map(|(name, value)| (name.value.as_str(), (value.value.as_str(), documented))),
        );
    }
    sent
}

fn moved(was: &Sent<'_>, is: &Sent<'_>) -> Vec<String> {
    let mut moved = Vec::new();
    for (parameter, (value, documented)) in is {
        let shown = code(parameter);
        match was.get(parameter) {
            None => moved.push(format!("{shown} is new")),
            Some((old, _)) if old != value => {
                moved.push(format!("{shown} was {}, is {}", code(old), code(value)));
            }
            Some((_, was)) if was != documented => moved.push(if *documented {
                format!("{shown} is documented now")
            } else {
                format!("{shown} is set aside, as no row takes it any more")
            }),
            Some(_) => {}
        }
    }
    let gone = was.keys().filter(|parameter| !is.contains_key(*parameter));
    moved.extend(gone.map(|parameter| format!("{} is gone", code(parameter))));
    moved
}

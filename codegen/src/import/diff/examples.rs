//! What moved in an action's example.

use std::collections::BTreeMap;

use crate::description::Example;
use crate::diagnostics::text::code;
use crate::import::diff::places::Place;
use crate::import::diff::{Changes, Kind, Weight};

/// Compares the examples of an action.
pub(super) fn example(
    changes: &mut Changes,
    name: &str,
    old: Option<&Example>,
    new: Option<&Example>,
    place: Place,
) {
    let (was, is) = (sent(old), sent(new));
    let moved = moved(&was, &is);
    if was.is_empty() && !is.is_empty() {
        let text = format!("{}: the example has a request now", code(name));
        changes
            .add(Weight::Example, Kind::ExampleRequest, name, None, text)
            .at(place.clone());
    } else if !moved.is_empty() {
        let text =
            format!("{}: in the example's request, {}", code(name), moved.join("; "));
        changes
            .add(Weight::Example, Kind::ExampleRequest, name, None, text)
            .at(place.clone());
    }
    let reply = |example: Option<&Example>| {
        let reply = example.and_then(|example| example.response.as_ref());
        reply.map(|reply| reply.text.value.clone())
    };
    let (was, is) = (reply(old), reply(new));
    if was != is {
        let what = if was.is_none() { "has a reply now" } else { "has another reply" };
        let text = format!("{}: the example {what}", code(name));
        changes.add(Weight::Example, Kind::ExampleReply, name, None, text).at(place);
    }
}

/// Values by their parameters, and whether a row documents each.
type Sent<'a> = BTreeMap<&'a str, (&'a str, bool)>;

/// What an example sends.
fn sent(example: Option<&Example>) -> Sent<'_> {
    let mut sent = Sent::new();
    let Some(example) = example else { return sent };
    for (pairs, documented) in [(&example.ignored, false), (&example.request, true)] {
        let pairs = pairs.iter();
        sent.extend(pairs.map(|(name, value)| {
            (name.value.as_str(), (value.value.as_str(), documented))
        }));
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

//! Rules on examples: each is evidence, and what the tables say has to agree with it or say why not.

mod reply;
mod request;
mod seen;

use serde_json::Value;

use crate::check::evidence::{Finding, walk};
use crate::check::models::cycles;
use crate::description::{Row, Text};
use crate::lookup::{Lookup, Table};
use crate::report::Mistakes;
use crate::source::File;

pub(crate) use reply::row_type;
use request::Request;
pub(crate) use request::{documented_name, fits, parameter_row};
pub(crate) use seen::{Evidence, Seen};

pub(super) fn check(lookup: &Lookup<'_>, files: &[File<'_>], mistakes: &mut Mistakes) {
    let mut seen = Seen::default();
    for action in &lookup.description.actions {
        request::reconciled(action, mistakes);
        let Some(example) = &action.example else { continue };
        Request { lookup, action, example }.check(mistakes);
        let Some(reply) = &example.response else { continue };
        let Some(Value::Object(object)) = reply::parse(reply, files, mistakes) else {
            seen.incomplete = true;
            continue;
        };
        walk(lookup, Table::Reply(action), &object, &mut |table, finding, path| {
            seen.take(action, table, finding, path);
            if let Finding::Unknown(name, value) = finding {
                reply::unknown(table, name, value, (action, reply), files, mistakes);
            }
        });
    }
    seen.incomplete |= lookup.tables().any(|table| !table.is_readable());
    let excused = cycles(lookup).excused;
    for table in lookup.tables() {
        for row in table.rows() {
            let place = (table.named().name.value.as_str(), row.name.value.as_str());
            let excused = matches!(table, Table::Model(_)) && excused.contains(&place);
            seen.judge(table, row, excused, mistakes);
        }
    }
}

/// Whether there is something that pages may say differently, so that `reconciled` can have a meaning: what the row is in
/// Rust, where it is known from, or whether it is there at all.
pub(crate) fn is_contradictory(row: &Row) -> bool {
    row.conversion.is_some()
        || row.source.is_some()
        || row.undocumented.is_some()
        || row.optional.is_some()
}

/// Tells that a text records what is no more.
pub(super) fn needless(
    text: &Text,
    row: &Row,
    key: &str,
    why: &str,
    mistakes: &mut Mistakes,
) {
    mistakes
        .add(text.at, format!("`{key}` of {} is needless", row.title()))
        .label(why)
        .help(format!("take `{key}` away: it records a contradiction that is no more"));
}

//! Rules on examples: each is evidence, and what the tables say has to agree with it or say why not.

mod request;
mod response;
mod seen;

use serde_json::Value;

use crate::check::models::cycles;
use crate::check::usage::{Finding, walk};
use crate::description::{Row, Text};
use crate::diagnostics::Diagnostics;
use crate::source::File;
use crate::symbols::{SymbolTable, Table};

use request::Request;
pub(crate) use request::{documented_name, fits, parameter_row};
pub(crate) use response::row_type;
pub(crate) use seen::Seen;

pub(super) fn check(
    symbols: &SymbolTable<'_>,
    files: &[File<'_>],
    diagnostics: &mut Diagnostics,
) {
    let mut seen = Seen::default();
    for action in &symbols.description.actions {
        request::reconciled(action, diagnostics);
        let Some(example) = &action.example else { continue };
        Request { symbols, action, example }.check(diagnostics);
        let Some(reply) = &example.response else { continue };
        let Some(Value::Object(object)) = response::parse(reply, files, diagnostics)
        else {
            seen.incomplete = true;
            continue;
        };
        walk(symbols, Table::Reply(action), &object, &mut |table, finding, path| {
            seen.take(action, table, finding, path);
            if let Finding::Unknown(name, value) = finding {
                response::unknown(
                    table,
                    name,
                    value,
                    (action, reply),
                    files,
                    diagnostics,
                );
            }
        });
    }
    seen.incomplete |= symbols.tables().any(|table| !table.is_readable());
    let excused = cycles(symbols).excused;
    for table in symbols.tables() {
        for row in table.rows() {
            let place = (table.named().name.value.as_str(), row.name.value.as_str());
            let excused = matches!(table, Table::Model(_)) && excused.contains(&place);
            seen.judge(table, row, excused, diagnostics);
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
    diagnostics: &mut Diagnostics,
) {
    diagnostics
        .add(text.at, format!("`{key}` of {} is needless", row.title()))
        .label(why)
        .help(format!("take `{key}` away: it records a contradiction that is no more"));
}

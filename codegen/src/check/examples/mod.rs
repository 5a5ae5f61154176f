//! Rules on examples: a row agrees with them, or has a reason.

mod reconciled;
mod request;
mod response;
mod seen;

use serde_json::Value;

use crate::check::models::cycles;
use crate::check::usage::{Finding, walk};
use crate::diagnostics::Diagnostics;
use crate::source::File;
use crate::symbols::{SymbolTable, Table};

pub(crate) use reconciled::is_contradictory;
use request::Request;
pub(crate) use request::{documented_name, fits, parameter_row};
pub(crate) use response::row_type;
pub(crate) use seen::{Evidence, Seen};

pub(super) fn check(symbols: &SymbolTable<'_>, files: &[File<'_>], diagnostics: &mut Diagnostics) {
    let mut seen = Seen::default();
    for action in &symbols.description.actions {
        reconciled::check(action, diagnostics);
        let Some(example) = &action.example else { continue };
        Request { symbols, action, example }.check(diagnostics);
        let Some(response) = &example.response else { continue };
        let Some(Value::Object(object)) = response::parse(response, files, diagnostics) else {
            seen.incomplete = true;
            continue;
        };
        walk(symbols, Table::Response(action), &object, &mut |table, finding, path| {
            seen.record(action, table, finding, path);
            if let Finding::Unknown(name, value) = finding {
                response::unknown(table, name, value, (action, response), files, diagnostics);
            }
        });
    }
    seen.incomplete |= symbols.tables().any(|table| !table.is_readable());
    let excused = cycles(symbols).excused;
    for table in symbols.tables() {
        for row in table.rows() {
            let place = (table.named().name.value.as_str(), row.name.value.as_str());
            let excused = matches!(table, Table::Model(_)) && excused.contains(&place);
            seen.check_row(table, row, excused, diagnostics);
        }
    }
}

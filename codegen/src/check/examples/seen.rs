//! Rules on rows and all examples together.

use std::collections::BTreeMap;

use crate::check::examples::reconciled::{is_contradictory, needless};
use crate::check::models::is_required;
use crate::check::usage::Finding;
use crate::description::{Action, Row, Type};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::Table;

/// Identity of a table: true for a response, and its name.
type TableKey<'d> = (bool, &'d str);

fn key(table: Table<'_>) -> TableKey<'_> {
    (matches!(table, Table::Response(_)), &table.named().name.value)
}

/// Values of a row in the examples.
#[derive(Debug, Default)]
pub(crate) struct Evidence<'d> {
    /// True if an example has it.
    pub(crate) present: bool,
    /// Action whose example lacks it.
    pub(crate) lacking: Option<&'d str>,
    /// True if a value has another JSON type.
    pub(crate) differs: bool,
    /// A value that cannot be decoded: action, path and value.
    pub(crate) unreadable: Option<(&'d str, String, String)>,
}

/// Values of all rows in the examples.
#[derive(Debug, Default)]
pub(crate) struct Seen<'d> {
    /// True if an example cannot be read. Then no key is needless.
    pub(crate) incomplete: bool,
    rows: BTreeMap<(TableKey<'d>, &'d str), Evidence<'d>>,
}

impl<'d> Seen<'d> {
    /// Records a finding in a response.
    pub(crate) fn record(
        &mut self,
        action: &'d Action,
        table: Table<'d>,
        finding: Finding<'d, '_>,
        path: &str,
    ) {
        let (Finding::Present(row, _)
        | Finding::Lacking(row)
        | Finding::Differs(row)
        | Finding::Unreadable(row, _)) = finding
        else {
            return;
        };
        let whose = action.named.name.value.as_str();
        let evidence = self.rows.entry((key(table), row.name.value.as_str())).or_default();
        match finding {
            Finding::Present(..) => evidence.present = true,
            Finding::Lacking(_) => evidence.lacking = evidence.lacking.or(Some(whose)),
            Finding::Differs(_) => evidence.differs = true,
            Finding::Unreadable(_, value) => {
                evidence.differs = true;
                evidence
                    .unreadable
                    .get_or_insert_with(|| (whose, path.to_owned(), value.to_string()));
            }
            Finding::Unknown(..) => {}
        }
    }

    /// Returns the values of a row, if an example has its table.
    pub(crate) fn evidence(&self, table: Table<'d>, row: &'d Row) -> Option<&Evidence<'d>> {
        self.rows.get(&(key(table), row.name.value.as_str()))
    }

    /// Compares a row with the examples. `excused` is true if the field cannot be required.
    ///
    /// A reason for `optional` without the word `example` is about the page: no example contradicts
    /// it.
    pub(super) fn check_row(
        &self,
        table: Table<'d>,
        row: &'d Row,
        excused: bool,
        diagnostics: &mut Diagnostics,
    ) {
        let none = Evidence::default();
        let evidence = self.evidence(table, row).unwrap_or(&none);
        match (&row.optional, evidence.lacking) {
            (None, Some(whose)) if is_required(row) && row.present.is_none() => {
                diagnostics
                    .report(
                        row.name.span,
                        format!("required {} is not in every example", row.title()),
                    )
                    .label(format!("the example of {} lacks it", code(whose)))
                    .help("add `optional: <why>`; the field is then an `Option`");
            }
            (Some(optional), _) if !row.required => {
                needless(optional, row, "optional", "it is not required", diagnostics);
            }
            (Some(optional), None)
                if !self.incomplete && !excused && optional.contains("example") =>
            {
                let why = if evidence.present {
                    "every example has it"
                } else {
                    "no example shows its table"
                };
                needless(optional, row, "optional", why, diagnostics);
            }
            _ => {}
        }
        if let Some(span) = row.undocumented.filter(|_| !self.incomplete && !evidence.present) {
            diagnostics
                .report(span, format!("undocumented {} is in no example", row.title()))
                .help("remove the row, or add `source` with its origin");
        }
        match (&row.reconciled, &evidence.unreadable) {
            (None, Some((whose, path, value))) => {
                let ty = row.ty.as_ref().map(Type::written).unwrap_or_default();
                let span = row.ty.as_ref().map_or(row.name.span, |ty| ty.span);
                diagnostics
                    .report(span, format!("invalid type of {} for an example", row.title()))
                    .label(format!(
                        "{} is {} in the example of {}",
                        code(path),
                        code(value),
                        code(whose)
                    ))
                    .help(format!(
                        "{} cannot be read from it: correct the type, or add `reconciled: <how>`",
                        code(&ty)
                    ));
            }
            (Some(reconciled), _)
                if !self.incomplete && !evidence.differs && !is_contradictory(row) =>
            {
                let why = "no contradiction: no `as`, no `source`, not `undocumented`, and the examples agree";
                needless(reconciled, row, "reconciled", why, diagnostics);
            }
            _ => {}
        }
    }
}

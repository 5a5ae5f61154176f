//! What all examples together show of each row, and whether the row says so.

use std::collections::BTreeMap;

use crate::check::examples::{is_contradictory, needless};
use crate::check::models::is_required;
use crate::check::usage::Finding;
use crate::description::{Action, Row, Type};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::Table;

/// A table, by what keeps it apart from others: whether it is a reply's, and its name.
type TableKey<'d> = (bool, &'d str);

fn key(table: Table<'_>) -> TableKey<'_> {
    (matches!(table, Table::Reply(_)), &table.named().name.value)
}

/// What examples show of a row.
#[derive(Debug, Default)]
pub(crate) struct Evidence<'d> {
    /// An example that has it.
    pub(crate) present: bool,
    /// An example that has not.
    pub(crate) lacking: Option<&'d str>,
    /// A value of another JSON type.
    pub(crate) differs: bool,
    /// A value that cannot be read: whose example, and where in it.
    pub(crate) unreadable: Option<(&'d str, String, String)>,
}

/// What all examples show.
#[derive(Debug, Default)]
pub(crate) struct Seen<'d> {
    /// Whether there is an example that could not be read: then nothing is called needless.
    pub(crate) incomplete: bool,
    rows: BTreeMap<(TableKey<'d>, &'d str), Evidence<'d>>,
}

impl<'d> Seen<'d> {
    /// Takes what the walk along a reply finds.
    pub(crate) fn take(
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
        let evidence =
            self.rows.entry((key(table), row.name.value.as_str())).or_default();
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

    /// What examples show of a row, if any shows its table.
    pub(crate) fn evidence(
        &self,
        table: Table<'d>,
        row: &'d Row,
    ) -> Option<&Evidence<'d>> {
        self.rows.get(&(key(table), row.name.value.as_str()))
    }

    /// Compares what a row says with what examples show. `excused`: what it requires cannot be.
    ///
    /// A reason for `optional` that does not speak of an example is the page's own, which no example refutes.
    pub(super) fn judge(
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
                    .add(
                        row.name.at,
                        format!("{} is required, but an example has none", row.title()),
                    )
                    .label(format!("the example of {} lacks it", code(whose)))
                    .help("add `optional: <why>`; the member is then an `Option`");
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
        if let Some(at) =
            row.undocumented.filter(|_| !self.incomplete && !evidence.present)
        {
            diagnostics
                .add(
                    at,
                    format!("{} is `undocumented`, but no example has it", row.title()),
                )
                .help("take the row away, or say with `source` where it is known from");
        }
        match (&row.reconciled, &evidence.unreadable) {
            (None, Some((whose, path, value))) => {
                let ty = row.ty.as_ref().map(Type::written).unwrap_or_default();
                let at = row.ty.as_ref().map_or(row.name.at, |ty| ty.at);
                diagnostics
                    .add(at, format!("{} cannot hold what an example shows", row.title()))
                    .label(format!("{} is {} in the example of {}", code(path), code(value), code(whose)))
                    .help(format!("{} cannot be read from it: correct the type, or add `reconciled: <how>`", code(&ty)));
            }
            (Some(reconciled), _)
                if !self.incomplete && !evidence.differs && !is_contradictory(row) =>
            {
                let why = "nothing here contradicts: no `as`, no `source`, not `undocumented`, and examples agree";
                needless(reconciled, row, "reconciled", why, diagnostics);
            }
            _ => {}
        }
    }
}

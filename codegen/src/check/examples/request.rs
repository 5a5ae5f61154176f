//! The request of an example, and the rows that it shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::examples::{is_contradictory, needless};
use crate::check::rows::reads_as;
use crate::description::{Action, Example, Row, Text, TypeShape};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, nearest};
use crate::symbols::{SymbolTable, is_common};

/// `reconciled` and `optional` of parameters record a contradiction that is there.
pub(super) fn reconciled(action: &Action, diagnostics: &mut Diagnostics) {
    for row in &action.request {
        if let Some(reconciled) =
            row.reconciled.as_ref().filter(|_| !is_contradictory(row))
        {
            needless(
                reconciled,
                row,
                "reconciled",
                "nothing here contradicts: no `as` and no `source`",
                diagnostics,
            );
        }
        if action.example.is_none()
            && !is_common(&row.name)
            && let Some(optional) = &row.optional
        {
            needless(optional, row, "optional", "there is no example", diagnostics);
        }
    }
}

/// The request of an example.
pub(super) struct Request<'a, 'd> {
    pub(super) symbols: &'a SymbolTable<'d>,
    pub(super) action: &'d Action,
    pub(super) example: &'d Example,
}

impl Request<'_, '_> {
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let mut shown = BTreeSet::new();
        let mut lists: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut spelled: BTreeMap<String, &str> = BTreeMap::new();
        for (name, value) in &self.example.request {
            if let Some(other) = spelled.insert(documented_name(name), name) {
                diagnostics
                    .add(
                        name.at,
                        format!(
                            "the example has {} and {}, which are the same",
                            code(other),
                            code(name)
                        ),
                    )
                    .help("keep the last of the two: that one counts");
            }
            let Some(row) = self.row(name) else {
                self.undocumented(name, diagnostics);
                continue;
            };
            shown.insert(row.name.value.as_str());
            for (list, index) in indexes(name) {
                lists.entry(list).or_default().insert(index);
            }
            if let Err(needed) = fits(self.symbols, row, value) {
                diagnostics
                    .add(
                        value.at,
                        format!("the example's {} is not {needed}", code(name)),
                    )
                    .label(format!("{} cannot be this", row.title()))
                    .help("correct the row's type, or move the value to `ignored`");
            }
        }
        self.numbered(&lists, diagnostics);
        for (name, value) in &self.example.ignored {
            self.ignored(name, value, diagnostics);
        }
        for row in &self.action.request {
            Self::required(row, shown.contains(row.name.value.as_str()), diagnostics);
        }
    }

    fn row(&self, name: &str) -> Option<&Row> {
        parameter_row(&self.action.request, name)
    }

    fn undocumented(&self, name: &Text, diagnostics: &mut Diagnostics) {
        let names = self.action.request.iter().map(|row| row.name.value.as_str());
        let help = match nearest(name, names) {
            Some(near) => {
                format!("move it to `ignored`; or did you mean {}?", code(near))
            }
            None => "move it to `ignored`: what no table has is not invented".into(),
        };
        diagnostics
            .add(
                name.at,
                format!("the example has {}, which the table has not", code(name)),
            )
            .label("no row has this name")
            .help(help);
    }

    /// What the table has stands under `request`, unless its value is not what the table says.
    fn ignored(&self, name: &Text, value: &Text, diagnostics: &mut Diagnostics) {
        let Some(row) = self.row(name) else { return };
        if fits(self.symbols, row, value).is_ok() {
            diagnostics
                .add(
                    name.at,
                    format!("{} is set aside, but the table has it", code(name)),
                )
                .label(format!("{} is documented", row.title()))
                .help("move it to `request`");
        }
    }

    fn required(row: &Row, shown: bool, diagnostics: &mut Diagnostics) {
        match &row.optional {
            None if row.required && !shown => {
                diagnostics
                    .add(
                        row.name.at,
                        format!(
                            "{} is required, but the example does without",
                            row.title()
                        ),
                    )
                    .label("the example lacks it")
                    .help(if is_common(&row.name) {
                        "add `optional: <why>`; it is then sent when it is known, and not demanded"
                    } else {
                        "add `optional: <why>`; the parameter stays an argument"
                    });
            }
            Some(optional) if !row.required => {
                needless(optional, row, "optional", "it is not required", diagnostics);
            }
            // A client can do without a common row for another reason: the vendor's own tools do.
            Some(optional) if shown && !is_common(&row.name) => {
                needless(optional, row, "optional", "the example has it", diagnostics);
            }
            _ => {}
        }
    }

    /// Entries of lists are sent as `Name.0`, `Name.1`...: the example's have to be those.
    fn numbered(
        &self,
        lists: &BTreeMap<String, BTreeSet<usize>>,
        diagnostics: &mut Diagnostics,
    ) {
        for (list, indexes) in lists {
            if !indexes.iter().copied().eq(0..indexes.len()) {
                let at =
                    self.example.request.iter().find(|(name, _)| {
                        documented_name(name).starts_with(list.as_str())
                    });
                let at = at.map_or(self.example.at, |(name, _)| name.at);
                diagnostics
                    .add(
                        at,
                        format!(
                            "the entries of {} in the example are not counted from 0",
                            code(list)
                        ),
                    )
                    .help(
                        "number them `.0`, `.1` and so on: this is how a list is sent",
                    );
            }
        }
    }
}

/// Whether a row can be sent as a text; otherwise what is needed.
pub(crate) fn fits(
    symbols: &SymbolTable<'_>,
    row: &Row,
    value: &str,
) -> Result<(), String> {
    if row.ty.as_ref().is_some_and(|ty| ty.shape == TypeShape::Object) {
        return Err("a structure, whose members are sent one by one".into());
    }
    match symbols.scalar(row) {
        Ok(Some(scalar)) => reads_as(value, &scalar),
        // The row's own diagnostics are told elsewhere.
        _ => Ok(()),
    }
}

/// The row of a parameter.
pub(crate) fn parameter_row<'d>(rows: &'d [Row], name: &str) -> Option<&'d Row> {
    let wanted = row_name(name);
    rows.iter().find(|row| normal(row) == wanted)
}

/// A row's name in which a list is told by `N`, however the row says so.
fn normal(row: &Row) -> String {
    let list = row.ty.as_ref().is_some_and(|ty| ty.list);
    if list { format!("{}.N", row.name.value) } else { row.name.value.clone() }
}

/// The row that a parameter of an example belongs to: `Disks.0.Size` and `Disks.n.Size` to `Disks.N.Size`.
fn row_name(name: &str) -> String {
    segments(name)
        .map(|(segment, index)| if index.is_some() { "N" } else { segment })
        .collect::<Vec<_>>()
        .join(".")
}

/// The parameter as it is sent: `.n` reads as `.0`.
pub(crate) fn documented_name(name: &str) -> String {
    segments(name)
        .map(|(segment, index)| {
            index.map_or_else(|| segment.to_owned(), |index| index.to_string())
        })
        .collect::<Vec<_>>()
        .join(".")
}

/// Parts of a name, and which of them are an entry's number.
fn segments(name: &str) -> impl Iterator<Item = (&str, Option<usize>)> {
    name.split('.').enumerate().map(|(place, segment)| {
        let index = match segment {
            _ if place == 0 => None,
            "n" | "N" => Some(0),
            number => number.parse().ok(),
        };
        (segment, index)
    })
}

/// Lists that a parameter is in, each with its entry's number.
fn indexes(name: &str) -> Vec<(String, usize)> {
    let mut lists = Vec::new();
    let mut path = String::new();
    for (segment, index) in segments(name) {
        if let Some(index) = index {
            lists.push((path.clone(), index));
        }
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(
            &index.map_or_else(|| segment.to_owned(), |index| index.to_string()),
        );
    }
    lists
}

//! Rules on the request of an example.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::examples::reconciled::needless;
use crate::check::rows::reads_as;
use crate::description::{Action, Example, Row, Text, TypeShape};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, nearest};
use crate::symbols::{SymbolTable, is_common};

/// Request of an example.
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
                let title = format!("duplicate parameters {} and {}", code(other), code(name));
                diagnostics
                    .report(name.span, title)
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
                let title =
                    format!("invalid value of {} in the example: expected {needed}", code(name));
                diagnostics
                    .report(value.span, title)
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
            .report(name.span, format!("unknown parameter {} in the example", code(name)))
            .label("no row has this name")
            .help(help);
    }

    /// Checks that a documented parameter is in `request`, unless its value does not fit.
    fn ignored(&self, name: &Text, value: &Text, diagnostics: &mut Diagnostics) {
        let Some(row) = self.row(name) else { return };
        if fits(self.symbols, row, value).is_ok() {
            diagnostics
                .report(name.span, format!("documented parameter {} in `ignored`", code(name)))
                .label(format!("{} is documented", row.title()))
                .help("move it to `request`");
        }
    }

    fn required(row: &Row, shown: bool, diagnostics: &mut Diagnostics) {
        match &row.optional {
            None if row.required && !shown => {
                diagnostics
                    .report(
                        row.name.span,
                        format!("required {} is not in the example", row.title()),
                    )
                    .label("the example lacks it")
                    .help(if is_common(&row.name) {
                        "add `optional: <why>`; it is then sent when it is known"
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

    /// Checks that entries of lists are numbered as they are sent: `Name.0`, `Name.1`...
    fn numbered(&self, lists: &BTreeMap<String, BTreeSet<usize>>, diagnostics: &mut Diagnostics) {
        for (list, indexes) in lists {
            if !indexes.iter().copied().eq(0..indexes.len()) {
                let mut names = self.example.request.iter().map(|(name, _)| name);
                let first = names.find(|name| documented_name(name).starts_with(list.as_str()));
                let title =
                    format!("invalid numbers of the entries of {} in the example", code(list));
                diagnostics
                    .report(first.map_or(self.example.span, |name| name.span), title)
                    .help("number them `.0`, `.1` and so on: this is how a list is sent");
            }
        }
    }
}

/// Checks that a row accepts a text. The error is what was expected.
pub(crate) fn fits(symbols: &SymbolTable<'_>, row: &Row, value: &str) -> Result<(), String> {
    if row.ty.as_ref().is_some_and(|ty| ty.shape == TypeShape::Object) {
        return Err("a structure, whose fields are sent one by one".into());
    }
    match symbols.scalar(row) {
        Ok(Some(scalar)) => reads_as(value, &scalar),
        // The row has its own diagnostics.
        _ => Ok(()),
    }
}

/// Finds the row of a parameter of an example: `Disks.0.Size` and `Disks.n.Size` are of
/// `Disks.N.Size`.
pub(crate) fn parameter_row<'d>(rows: &'d [Row], name: &str) -> Option<&'d Row> {
    let wanted = join(name, |_| "N".into());
    rows.iter().find(|row| {
        let is_list = row.ty.as_ref().is_some_and(|ty| ty.list);
        let name = row.name.value.as_str();
        if is_list { format!("{name}.N") == wanted } else { name == wanted }
    })
}

/// Returns the parameter as it is sent: `.n` is `.0`.
pub(crate) fn documented_name(name: &str) -> String {
    join(name, |index| index.to_string())
}

fn join(name: &str, entry: impl Fn(usize) -> String) -> String {
    let part =
        |(segment, index): (&str, Option<usize>)| index.map_or_else(|| segment.to_owned(), &entry);
    segments(name).map(part).collect::<Vec<_>>().join(".")
}

/// Splits a name into segments. The number is the index of a list's entry.
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

/// Returns the lists that a parameter is in, each with the number of its entry.
fn indexes(name: &str) -> Vec<(String, usize)> {
    let mut lists = Vec::new();
    let mut path: Vec<String> = Vec::new();
    for (segment, index) in segments(name) {
        lists.extend(index.map(|index| (path.join("."), index)));
        path.push(index.map_or_else(|| segment.to_owned(), |index| index.to_string()));
    }
    lists
}

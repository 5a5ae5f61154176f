//! Examples: what of them the tables document, and what they show that no table says.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::check::{
    Evidence, Finding, Seen, TableKind, documented_name, fits, is_contradictory, parameter_row,
    row_type, walk,
};
use crate::description::{Action, Description, Example, ResponseText, Row, Text, Type};
use crate::diagnostics::Span;
use crate::import::collect::Collected;
use crate::import::merge::Absent;
use crate::import::note::Note;
use crate::import::page::Page;
use crate::import::reconcile::entries::count_from_zero;
use crate::import::reconcile::{NO_EXAMPLE, UNREADABLE};
use crate::import::tables::{RowKey, field_key, kind, plain_row, rows_mut, tables_mut, text};
use crate::parameter_tree::is_name;
use crate::symbols::{SymbolTable, Table};

/// Source of an undocumented row that no example shows any more: the row stays, because the service
/// may still send it.
const EARLIER: &str = "an earlier example of the page";

/// Takes the examples of the pages. One that a page no longer shows stays: it is still evidence.
pub(super) fn take(description: &mut Description, collected: &Collected, notes: &mut Vec<Note>) {
    let mut examples = BTreeMap::new();
    {
        let symbols = SymbolTable::new(description);
        for page in &collected.actions {
            let Some(action) = symbols.actions.get(page.action.as_str()) else {
                continue;
            };
            if let Some(example) = example(&symbols, action, page, notes) {
                examples.insert(page.action.clone(), example);
            }
        }
    }
    for action in &mut description.actions {
        if let Some(example) = examples.remove(&action.named.name.value) {
            action.example = Some(example);
        }
    }
}

fn example(
    symbols: &SymbolTable<'_>,
    action: &Action,
    page: &Page,
    notes: &mut Vec<Note>,
) -> Option<Example> {
    let old = action.example.as_ref();
    if page.example_request.is_none() && page.example_response.is_none() && old.is_none() {
        return None;
    }
    let (request, ignored) = match &page.example_request {
        Some(pairs) => sorted(symbols, action, pairs, page, notes),
        None => match old {
            Some(old) => sorted(symbols, action, &pairs(old), page, notes),
            None => (Vec::new(), Vec::new()),
        },
    };
    let same = |one: &[(Text, Text)], other: &[(String, String)]| {
        let pair = |name: &str, value: &str| (documented_name(name), value.to_owned());
        let one: BTreeSet<_> = one.iter().map(|(name, value)| pair(name, value)).collect();
        one == other.iter().map(|(name, value)| pair(name, value)).collect()
    };
    let kept = |old: Option<&Vec<(Text, Text)>>, new: Vec<(String, String)>| match old {
        // The order of what is the same is a maintainer's.
        Some(old) if same(old, &new) => old.clone(),
        _ => new.iter().map(|(name, value)| (text(name), text(value))).collect(),
    };
    let response = match (&page.example_response, old.and_then(|old| old.response.as_ref())) {
        (Some(new), Some(old)) if !is_same_json(new, &old.text) => Some(response(new)),
        (Some(new), None) => Some(response(new)),
        (_, old) => old.cloned(),
    };
    Some(Example {
        span: Span::file(0),
        request: kept(old.map(|old| &old.request), request),
        ignored: kept(old.map(|old| &old.ignored), ignored),
        response,
    })
}

fn pairs(example: &Example) -> Vec<(String, String)> {
    let pairs = example.request.iter().chain(&example.ignored);
    pairs.map(|(name, value)| (name.value.clone(), value.value.clone())).collect()
}

fn response(json: &str) -> ResponseText {
    ResponseText { text: text(json), literal: true }
}

fn is_same_json(one: &str, other: &str) -> bool {
    match (serde_json::from_str::<Value>(one), serde_json::from_str::<Value>(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

type Pairs = Vec<(String, String)>;

/// Sorts the example's parameters into those that the table documents, and others.
fn sorted(
    symbols: &SymbolTable<'_>,
    action: &Action,
    pairs: &[(String, String)],
    page: &Page,
    notes: &mut Vec<Note>,
) -> (Pairs, Pairs) {
    let (mut request, mut ignored) = (Pairs::new(), Pairs::new());
    let mut taken = BTreeSet::new();
    for (name, value) in pairs {
        let row = parameter_row(&action.request, name);
        match row {
            Some(row) if fits(symbols, row, value).is_ok() => {
                let sent = documented_name(name);
                if taken.insert(sent.clone()) {
                    request.push((sent, value.clone()));
                }
            }
            _ if ignored.iter().any(|(other, _)| other == name) => {}
            _ => ignored.push((name.clone(), value.clone())),
        }
    }
    let (names, is_wrong) = count_from_zero(request.iter().map(|(name, _)| name.as_str()));
    for ((name, _), new) in request.iter_mut().zip(names) {
        *name = new;
    }
    if is_wrong {
        let text =
            "the example's list entries are not counted from 0: numbered anew, as a list is sent";
        notes.push(page.note(page.line, text));
    }
    (request, ignored)
}

/// Makes rows say what the examples show: which there are, and which are always there.
pub(super) fn reconcile(description: &mut Description) {
    parameters(description);
    while add_undocumented(description) {}
    for_each_field(description, |row, shown, incomplete| {
        let needed = row.required && (shown.lacking || incomplete);
        match &row.optional {
            None if row.required && row.present.is_none() && shown.lacking => {
                row.optional = Some(text(NO_EXAMPLE));
            }
            Some(words) if words.value == NO_EXAMPLE && !needed => row.optional = None,
            _ => {}
        }
        if row.undocumented.is_some() && !shown.present && !incomplete {
            row.undocumented = None;
            row.source.get_or_insert_with(|| text(EARLIER));
        }
    });
}

/// Makes rows say which values cannot be read. This depends on all else that a row says.
pub(super) fn reconcile_values(description: &mut Description) {
    for_each_field(description, |row, shown, incomplete| match &row.reconciled {
        None if shown.values == Values::Unreadable => {
            row.reconciled = Some(text(UNREADABLE));
        }
        Some(words)
            if words.value == UNREADABLE
                && shown.values == Values::Fit
                && !incomplete
                && !is_contradictory(row) =>
        {
            row.reconciled = None;
        }
        _ => {}
    });
}

/// A required parameter without which the example does.
fn parameters(description: &mut Description) {
    for action in &mut description.actions {
        let shown: Option<BTreeSet<String>> = action.example.as_ref().map(|example| {
            let rows =
                example.request.iter().filter_map(|(name, _)| parameter_row(&action.request, name));
            rows.map(|row| row.name.value.clone()).collect()
        });
        for row in &mut action.request {
            let is_shown = shown.as_ref().is_none_or(|shown| shown.contains(&row.name.value));
            let needed = row.required && !is_shown;
            match &row.optional {
                None if needed => row.optional = Some(text(NO_EXAMPLE)),
                Some(words) if words.value == NO_EXAMPLE && !needed => {
                    row.optional = None;
                }
                _ => {}
            }
        }
    }
}

/// Evidence of the examples for a field.
#[derive(Debug, Default)]
struct Shown {
    present: bool,
    lacking: bool,
    values: Values,
}

/// Values of a field in the examples, compared with its type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Values {
    #[default]
    Fit,
    Differ,
    Unreadable,
}

/// Calls `reconcile` for every row of responses and models, with what the examples show of it, and
/// whether an example cannot be read.
fn for_each_field(description: &mut Description, reconcile: impl Fn(&mut Row, &Shown, bool)) {
    let (shown, incomplete) = shown(&SymbolTable::new(description));
    for (key, row) in rows_mut(description) {
        if key.0 != TableKind::Request {
            let nothing = Shown::default();
            reconcile(row, shown.get(&key).unwrap_or(&nothing), incomplete);
        }
    }
}

/// Returns what the examples show, and whether one of them cannot be read.
fn shown(symbols: &SymbolTable<'_>) -> (BTreeMap<RowKey, Shown>, bool) {
    let mut seen = Seen::default();
    let incomplete = walk_responses(symbols, &mut |action, table, finding, path| {
        seen.record(action, table, finding, path);
    });
    let mut shown = BTreeMap::new();
    for table in symbols.tables() {
        for row in table.rows() {
            let Some(evidence) = seen.evidence(table, row) else { continue };
            let values = match evidence {
                Evidence { unreadable: Some(_), .. } => Values::Unreadable,
                Evidence { differs: true, .. } => Values::Differ,
                _ => Values::Fit,
            };
            let (present, lacking) = (evidence.present, evidence.lacking.is_some());
            shown.insert(field_key(table, row), Shown { present, lacking, values });
        }
    }
    (shown, incomplete)
}

/// Visits what the responses of examples show; returns whether one of them cannot be read.
fn walk_responses<'d>(
    symbols: &SymbolTable<'d>,
    visit: &mut dyn FnMut(&'d Action, Table<'d>, Finding<'d, '_>, &str),
) -> bool {
    let mut incomplete = false;
    for action in &symbols.description.actions {
        let example = action.example.as_ref();
        let Some(response) = example.and_then(|example| example.response.as_ref()) else {
            continue;
        };
        let Ok(Value::Object(object)) = serde_json::from_str(&response.text) else {
            incomplete = true;
            continue;
        };
        walk(symbols, Table::Response(action), &object, &mut |table, finding, path| {
            visit(action, table, finding, path);
        });
    }
    incomplete
}

/// Adds rows that examples have and no table; returns whether there were any.
fn add_undocumented(description: &mut Description) -> bool {
    let mut missing: BTreeMap<(TableKind, String), Vec<(String, String)>> = BTreeMap::new();
    let symbols = SymbolTable::new(description);
    walk_responses(&symbols, &mut |_, table, finding, _| {
        if let Finding::Unknown(name, value) = finding
            && is_name(name)
            && !value.is_null()
        {
            let table = (kind(table), table.named().name.value.clone());
            let rows = missing.entry(table).or_default();
            if !rows.iter().any(|(known, _)| known == name) {
                rows.push((name.to_owned(), row_type(value)));
            }
        }
    });
    for (kind, table, rows) in tables_mut(description) {
        for (name, ty) in missing.get(&(kind, table.to_owned())).into_iter().flatten() {
            let ty = Type::parse(ty, Span::file(0));
            let undocumented = Some(Span::file(0));
            rows.push(Row { undocumented, ..plain_row(name, ty, false) });
        }
    }
    !missing.is_empty()
}

/// Makes rows undocumented that no page has and an example shows.
pub(super) fn keep_shown(description: &mut Description, absent: &mut Absent) {
    let (shown, _) = shown(&SymbolTable::new(description));
    for (key, row) in rows_mut(description) {
        let is_present = shown.get(&key).is_some_and(|shown| shown.present);
        if is_present && absent.remove(&key) {
            row.required = false;
            row.undocumented = Some(Span::file(0));
        }
    }
}

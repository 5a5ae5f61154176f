//! Examples: what of them the tables document, and what they show that no table says.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::check::{
    Evidence, Finding, Seen, documented_name, fits, is_contradictory, parameter_row,
    row_type, walk,
};
use crate::description::{Action, Description, Example, Reply, Row, Text, Type};
use crate::diagnostics::Span;
use crate::import::collect::Collected;
use crate::import::merge::{Absent, Owner, plain_row, text};
use crate::import::note::Note;
use crate::import::page::Page;
use crate::import::reconcile::entries::count_from_zero;
use crate::import::reconcile::{NO_EXAMPLE, UNREADABLE};
use crate::parameter_tree::is_name;
use crate::symbols::{SymbolTable, Table};

/// What import says when the evidence of an undocumented row is gone: the row stays, for the service may still send it.
const EARLIER: &str = "an earlier example of the page";

/// Takes the examples of the pages. One that a page no longer shows stays: it is still evidence.
pub(super) fn take(
    description: &mut Description,
    collected: &Collected,
    notes: &mut Vec<Note>,
) {
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
    if page.example_request.is_none() && page.example_response.is_none() && old.is_none()
    {
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
        let one: BTreeSet<_> =
            one.iter().map(|(name, value)| pair(name, value)).collect();
        one == other.iter().map(|(name, value)| pair(name, value)).collect()
    };
    let kept = |old: Option<&Vec<(Text, Text)>>, new: Vec<(String, String)>| match old {
        // The order of what is the same is a maintainer's.
        Some(old) if same(old, &new) => old.clone(),
        _ => new.iter().map(|(name, value)| (text(name), text(value))).collect(),
    };
    let response =
        match (&page.example_response, old.and_then(|old| old.response.as_ref())) {
            (Some(new), Some(old)) if !is_same_json(new, &old.text) => Some(reply(new)),
            (Some(new), None) => Some(reply(new)),
            (_, old) => old.cloned(),
        };
    Some(Example {
        at: Span::file(0),
        request: kept(old.map(|old| &old.request), request),
        ignored: kept(old.map(|old| &old.ignored), ignored),
        response,
    })
}

fn pairs(example: &Example) -> Vec<(String, String)> {
    let pairs = example.request.iter().chain(&example.ignored);
    pairs.map(|(name, value)| (name.value.clone(), value.value.clone())).collect()
}

fn reply(json: &str) -> Reply {
    Reply { text: text(json), literal: true }
}

fn is_same_json(one: &str, other: &str) -> bool {
    match (serde_json::from_str::<Value>(one), serde_json::from_str::<Value>(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

type Pairs = Vec<(String, String)>;

/// What the table documents, and what the page shows beyond that.
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
    let (names, is_wrong) =
        count_from_zero(request.iter().map(|(name, _)| name.as_str()));
    for ((name, _), new) in request.iter_mut().zip(names) {
        *name = new;
    }
    if is_wrong {
        notes.push(Note {
            file: page.file.clone(),
            line: page.line,
            text: "the example's list entries are not counted from 0: numbered anew, as a list is sent".into(),
        });
    }
    (request, ignored)
}

/// What a row has to say, by what the examples show.
#[derive(Debug, Default)]
struct Verdict {
    optional: Option<bool>,
    reconciled: Option<bool>,
    /// Its evidence is gone.
    earlier: bool,
}

/// By table (whether a reply's, and its name) and row.
type Verdicts = BTreeMap<(bool, String, String), Verdict>;

/// Makes rows say what the examples show: which there are, and which are always there.
pub(super) fn reconcile(description: &mut Description) {
    parameters(description);
    while add_undocumented(description) {}
    give(description, |row, evidence, incomplete| {
        let lacking = evidence.is_some_and(|evidence| evidence.lacking.is_some());
        let present = evidence.is_some_and(|evidence| evidence.present);
        let optional = match &row.optional {
            None if row.required && row.present.is_none() && lacking => Some(true),
            Some(words)
                if words.value == NO_EXAMPLE
                    && !(row.required && (lacking || incomplete)) =>
            {
                Some(false)
            }
            _ => None,
        };
        let earlier = row.undocumented.is_some() && !present && !incomplete;
        Verdict { optional, earlier, reconciled: None }
    });
}

/// Makes rows say which values cannot be read. Whether that needs to be said depends on all else that a row says.
pub(super) fn reconcile_values(description: &mut Description) {
    give(description, |row, evidence, incomplete| {
        let differs = evidence.is_some_and(|evidence| evidence.differs);
        let unreadable = evidence.is_some_and(|evidence| evidence.unreadable.is_some());
        let reconciled = match &row.reconciled {
            None if unreadable => Some(true),
            Some(words)
                if words.value == UNREADABLE
                    && !incomplete
                    && !differs
                    && !is_contradictory(row) =>
            {
                Some(false)
            }
            _ => None,
        };
        Verdict { reconciled, ..Verdict::default() }
    });
}

/// Judges every row of replies and models by what the examples show of it.
fn give(
    description: &mut Description,
    judge: impl Fn(&Row, Option<&Evidence<'_>>, bool) -> Verdict,
) {
    let verdicts = verdicts(&SymbolTable::new(description), judge);
    let apply = |reply: bool, table: &str, row: &mut Row| {
        let key = (reply, table.to_owned(), row.name.value.clone());
        let Some(verdict) = verdicts.get(&key) else { return };
        match verdict.optional {
            Some(true) => row.optional = Some(text(NO_EXAMPLE)),
            Some(false) => row.optional = None,
            None => {}
        }
        match verdict.reconciled {
            Some(true) => row.reconciled = Some(text(UNREADABLE)),
            Some(false) => row.reconciled = None,
            None => {}
        }
        if verdict.earlier {
            row.undocumented = None;
            row.source.get_or_insert_with(|| text(EARLIER));
        }
    };
    for action in &mut description.actions {
        for row in &mut action.response {
            apply(true, &action.named.name.value, row);
        }
    }
    for model in &mut description.models {
        for row in &mut model.members {
            apply(false, &model.named.name.value, row);
        }
    }
}

/// A required parameter without which the example does.
fn parameters(description: &mut Description) {
    for action in &mut description.actions {
        let shown: Option<BTreeSet<String>> = action.example.as_ref().map(|example| {
            let rows = example
                .request
                .iter()
                .filter_map(|(name, _)| parameter_row(&action.request, name));
            rows.map(|row| row.name.value.clone()).collect()
        });
        for row in &mut action.request {
            let lacks =
                shown.as_ref().is_some_and(|shown| !shown.contains(&row.name.value));
            set_words(&mut row.optional, row.required && lacks, NO_EXAMPLE);
        }
    }
}

/// Adds the words where they are needed and missing, and takes them away where they are needless.
fn set_words(place: &mut Option<Text>, needed: bool, words: &str) {
    if needed && place.is_none() {
        *place = Some(text(words));
    } else if !needed && place.as_ref().is_some_and(|place| place.value == words) {
        *place = None;
    }
}

/// Replies of examples, as JSON, and whether one of them cannot be read.
fn replies<'d>(symbols: &SymbolTable<'d>) -> (Vec<(&'d Action, Value)>, bool) {
    let mut incomplete = false;
    let mut replies = Vec::new();
    for action in &symbols.description.actions {
        let Some(reply) =
            action.example.as_ref().and_then(|example| example.response.as_ref())
        else {
            continue;
        };
        match serde_json::from_str::<Value>(&reply.text) {
            Ok(value @ Value::Object(_)) => replies.push((action, value)),
            _ => incomplete = true,
        }
    }
    (replies, incomplete)
}

/// Adds rows that examples have and no table; whether there were any.
fn add_undocumented(description: &mut Description) -> bool {
    let mut missing: BTreeMap<(bool, String), Vec<(String, String)>> = BTreeMap::new();
    {
        let symbols = SymbolTable::new(description);
        let (replies, _) = replies(&symbols);
        for (action, reply) in &replies {
            let Value::Object(object) = reply else { continue };
            walk(&symbols, Table::Reply(action), object, &mut |table, finding, _| {
                if let Finding::Unknown(name, value) = finding
                    && is_name(name)
                    && !value.is_null()
                {
                    let reply = matches!(table, Table::Reply(_));
                    let rows = missing
                        .entry((reply, table.named().name.value.clone()))
                        .or_default();
                    if !rows.iter().any(|(known, _)| known == name) {
                        rows.push((name.to_owned(), row_type(value)));
                    }
                }
            });
        }
    }
    if missing.is_empty() {
        return false;
    }
    let add = |rows: &mut Vec<Row>, new: Option<Vec<(String, String)>>| {
        for (name, ty) in new.unwrap_or_default() {
            rows.push(undocumented(&name, &ty));
        }
    };
    for action in &mut description.actions {
        add(
            &mut action.response,
            missing.remove(&(true, action.named.name.value.clone())),
        );
    }
    for model in &mut description.models {
        add(
            &mut model.members,
            missing.remove(&(false, model.named.name.value.clone())),
        );
    }
    true
}

fn undocumented(name: &str, ty: &str) -> Row {
    let ty = Type::parse(ty, Span::file(0));
    Row { undocumented: Some(Span::file(0)), ..plain_row(name, ty, false) }
}

fn verdicts(
    symbols: &SymbolTable<'_>,
    judge: impl Fn(&Row, Option<&Evidence<'_>>, bool) -> Verdict,
) -> Verdicts {
    let (seen, incomplete) = seen(symbols);
    let mut verdicts = Verdicts::new();
    for table in symbols.tables() {
        for row in table.rows() {
            let reply = matches!(table, Table::Reply(_));
            let key = (reply, table.named().name.value.clone(), row.name.value.clone());
            verdicts.insert(key, judge(row, seen.evidence(table, row), incomplete));
        }
    }
    verdicts
}

/// What the examples show, and whether one of them cannot be read.
fn seen<'d>(symbols: &SymbolTable<'d>) -> (Seen<'d>, bool) {
    let (replies, incomplete) = replies(symbols);
    let mut seen = Seen::default();
    for (action, reply) in &replies {
        if let Value::Object(object) = reply {
            walk(symbols, Table::Reply(action), object, &mut |table, finding, path| {
                seen.take(action, table, finding, path);
            });
        }
    }
    (seen, incomplete)
}

/// Makes rows undocumented that no page has and an example shows.
pub(super) fn keep_shown(description: &mut Description, absent: &mut Absent) {
    let mut shown = Vec::new();
    let symbols = SymbolTable::new(description);
    let (seen, _) = seen(&symbols);
    for table in symbols.tables() {
        let owner = if matches!(table, Table::Reply(_)) {
            Owner::Response
        } else {
            Owner::Model
        };
        let name = table.named().name.value.as_str();
        for row in table.rows() {
            let evidence = seen.evidence(table, row);
            if evidence.is_some_and(|evidence| evidence.present)
                && absent.remove(owner, name, &row.name)
            {
                shown.push((owner, name.to_owned(), row.name.value.clone()));
            }
        }
    }
    let mark = |owner, table: &str, rows: &mut [Row]| {
        for row in rows.iter_mut().filter(|row| {
            shown.iter().any(|(of, name, shown)| {
                *of == owner && name == table && *shown == row.name.value
            })
        }) {
            row.required = false;
            row.undocumented = Some(Span::file(0));
        }
    };
    for action in &mut description.actions {
        mark(Owner::Response, &action.named.name.value, &mut action.response);
    }
    for model in &mut description.models {
        mark(Owner::Model, &model.named.name.value, &mut model.members);
    }
}

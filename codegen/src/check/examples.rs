//! Rules on examples: each is evidence, and what the tables say has to agree with it or say why not.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::check::evidence::{Finding, walk};
use crate::check::models::is_required;
use crate::check::rows::reads_as;
use crate::description::{Action, Example, Reply, Row, Text};
use crate::lookup::{Lookup, Table};
use crate::report::{At, Mistakes, code, nearest};
use crate::source::File;

pub(super) fn check(lookup: &Lookup<'_>, files: &[File<'_>], mistakes: &mut Mistakes) {
    let mut seen = Seen { complete: true, ..Seen::default() };
    for action in &lookup.description.actions {
        seen.complete &= action.readable;
        if let Some(example) = &action.example {
            Request { lookup, action, example }.check(mistakes);
        }
        settled_parameters(action, mistakes);
        let Some(reply) =
            action.example.as_ref().and_then(|example| example.response.as_ref())
        else {
            continue;
        };
        match parse(reply, files, mistakes) {
            Some(Value::Object(object)) => {
                let mut findings = Vec::new();
                walk(
                    lookup,
                    Table::Reply(action),
                    &object,
                    &mut |table, finding, path| {
                        findings.push((
                            key(table),
                            Owned::new(finding),
                            path.to_owned(),
                        ));
                        if let Finding::Unknown(name, value) = finding {
                            unknown(table, name, value, action, reply, files, mistakes);
                        }
                    },
                );
                seen.take(action, findings);
            }
            Some(_) | None => seen.complete = false,
        }
    }
    seen.complete &= lookup.tables().all(Table::is_readable);
    for table in lookup.tables() {
        for row in table.rows() {
            seen.judge(table, row, mistakes);
        }
    }
}

/// Reads the reply of an example.
fn parse(reply: &Reply, files: &[File<'_>], mistakes: &mut Mistakes) -> Option<Value> {
    match serde_json::from_str::<Value>(&reply.text) {
        Ok(Value::Object(object)) => {
            let ret_code = object.get("RetCode");
            let success = ret_code.is_some_and(|code| {
                code.as_i64() == Some(0) || code.as_str() == Some("0")
            });
            if !success {
                mistakes
                    .add(
                        member_at(reply, "RetCode", files),
                        "the reply of the example is no success",
                    )
                    .label("its `RetCode` is not 0")
                    .help("an example is a reply that decodes: it has `\"RetCode\": 0`");
            }
            Some(Value::Object(object))
        }
        Ok(_) => {
            mistakes
                .add(reply.text.at, "the reply of the example is no JSON object")
                .help("write the whole reply, as the page shows it");
            None
        }
        Err(error) => {
            let at = line_at(reply, error.line(), files);
            mistakes
                .add(at, format!("the reply of the example is not JSON: {error}"))
                .help("correct it, or copy it from the page again");
            None
        }
    }
}

/// The place of a line of the reply.
fn line_at(reply: &Reply, line: usize, files: &[File<'_>]) -> At {
    let at = reply.text.at;
    let Some(file) = files.get(at.file).filter(|_| reply.literal) else { return at };
    // The text begins on the line after the `|`.
    let skip = if file.text[..at.start.min(file.text.len())].trim_end().ends_with('|') {
        line - 1
    } else {
        line
    };
    let mut start = at.start;
    for _ in 0..skip {
        match file.text[start..].find('\n') {
            Some(length) => start += length + 1,
            None => return at,
        }
    }
    let text = file.text[start..].split('\n').next().unwrap_or_default();
    let indent = text.len() - text.trim_start().len();
    At {
        file: at.file,
        start: start + indent,
        end: start + text.trim_end().len().max(indent),
    }
}

/// The place of a member's name in the reply.
fn member_at(reply: &Reply, name: &str, files: &[File<'_>]) -> At {
    let at = reply.text.at;
    let quoted = Value::String(name.to_owned()).to_string();
    let found = files.get(at.file).and_then(|file| {
        let text = file.text.get(at.start..at.end)?;
        let start = at.start + text.find(&quoted)?;
        Some(At { file: at.file, start, end: start + quoted.len() })
    });
    found.unwrap_or(at)
}

fn unknown(
    table: Table<'_>,
    name: &str,
    value: &Value,
    action: &Action,
    reply: &Reply,
    files: &[File<'_>],
    mistakes: &mut Mistakes,
) {
    if !table.is_readable() {
        return;
    }
    let ty = match value {
        Value::Array(entries) => {
            format!("\"[{}]\"", entries.first().map_or("string", type_of))
        }
        value => type_of(value).to_owned(),
    };
    let row = format!("- {{ name: {name}, type: {ty}, undocumented: true }}");
    let whose = code(&action.named.name);
    let title = format!(
        "the example of {whose} has {}, which {} has not",
        code(name),
        table.title()
    );
    mistakes
        .add(member_at(reply, name, files), title)
        .label("no row has this name")
        .help(format!("add a row: {}", code(&row)));
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_f64() => "float",
        Value::Number(_) => "int",
        Value::Object(_) | Value::Array(_) => "object",
        Value::String(_) | Value::Null => "string",
    }
}

/// A table, by what keeps it apart from others.
fn key(table: Table<'_>) -> (bool, &str) {
    (matches!(table, Table::Reply(_)), &table.named().name.value)
}

/// What examples show of a row.
#[derive(Debug, Default)]
struct Evidence<'d> {
    /// An example that has it.
    present: bool,
    /// An example that has not.
    lacking: Option<&'d str>,
    /// A value of another JSON type.
    differs: bool,
    /// A value that cannot be read: whose example, and where in it.
    unreadable: Option<(&'d str, String, String)>,
}

/// What all examples show.
#[derive(Debug, Default)]
struct Seen<'d> {
    /// Whether every example could be read: if not, nothing is called needless.
    complete: bool,
    rows: BTreeMap<((bool, &'d str), &'d str), Evidence<'d>>,
}

/// A finding that outlives the reply it was made in.
enum Owned<'d> {
    Present(&'d Row),
    Lacking(&'d Row),
    Differs(&'d Row),
    Unreadable(&'d Row, String),
    Other,
}

impl<'d> Owned<'d> {
    fn new(finding: Finding<'d, '_>) -> Self {
        match finding {
            Finding::Present(row) => Self::Present(row),
            Finding::Lacking(row) => Self::Lacking(row),
            Finding::Differs(row) => Self::Differs(row),
            Finding::Unreadable(row, value) => Self::Unreadable(row, value.to_string()),
            Finding::Unknown(..) => Self::Other,
        }
    }
}

impl<'d> Seen<'d> {
    fn take(
        &mut self,
        action: &'d Action,
        findings: Vec<((bool, &'d str), Owned<'d>, String)>,
    ) {
        let whose = action.named.name.value.as_str();
        for (table, finding, path) in findings {
            let (Owned::Present(row)
            | Owned::Lacking(row)
            | Owned::Differs(row)
            | Owned::Unreadable(row, _)) = &finding
            else {
                continue;
            };
            let evidence =
                self.rows.entry((table, row.name.value.as_str())).or_default();
            match finding {
                Owned::Present(_) => evidence.present = true,
                Owned::Lacking(_) => evidence.lacking = evidence.lacking.or(Some(whose)),
                Owned::Differs(_) => evidence.differs = true,
                Owned::Unreadable(_, value) => {
                    evidence.differs = true;
                    evidence.unreadable.get_or_insert((whose, path, value));
                }
                Owned::Other => {}
            }
        }
    }

    fn judge(&self, table: Table<'d>, row: &'d Row, mistakes: &mut Mistakes) {
        let none = Evidence::default();
        let evidence =
            self.rows.get(&(key(table), row.name.value.as_str())).unwrap_or(&none);
        match (&row.optional, evidence.lacking) {
            (None, Some(whose)) if is_required(row) => {
                mistakes
                    .add(
                        row.name.at,
                        format!("{} is required, but an example has none", row.title()),
                    )
                    .label(format!("the example of {} lacks it", code(whose)))
                    .help("add `optional: <why>`; the member is then an `Option`");
            }
            (Some(optional), _) if !row.required => {
                needless(optional, row, "optional", "it is not required", mistakes);
            }
            (Some(optional), None) if self.complete => {
                let why = if evidence.present {
                    "every example has it"
                } else {
                    "no example shows its table"
                };
                needless(optional, row, "optional", why, mistakes);
            }
            _ => {}
        }
        if let Some(at) = row.undocumented.filter(|_| self.complete && !evidence.present)
        {
            mistakes
                .add(
                    at,
                    format!("{} is `undocumented`, but no example has it", row.title()),
                )
                .help("take the row away, or say with `source` where it is known from");
        }
        match (&row.settled, &evidence.unreadable) {
            (None, Some((whose, path, value))) => {
                let ty = row
                    .ty
                    .as_ref()
                    .map(crate::description::Type::written)
                    .unwrap_or_default();
                let at = row.ty.as_ref().map_or(row.name.at, |ty| ty.at);
                mistakes
                    .add(at, format!("{} cannot hold what an example shows", row.title()))
                    .label(format!("{} is {} in the example of {}", code(path), code(value), code(whose)))
                    .help(format!("{} cannot be read from it: correct the type, or add `settled: <how>`", code(&ty)));
            }
            (Some(settled), _)
                if self.complete && !evidence.differs && !is_contradictory(row) =>
            {
                let why = "nothing here contradicts: no `as`, no `source`, not `undocumented`, and examples agree";
                needless(settled, row, "settled", why, mistakes);
            }
            _ => {}
        }
    }
}

/// Whether there is something that pages may say differently, so that `settled` can have a meaning: what the row is in
/// Rust, where it is known from, or whether it is there at all.
fn is_contradictory(row: &Row) -> bool {
    row.conversion.is_some()
        || row.source.is_some()
        || row.undocumented.is_some()
        || row.optional.is_some()
}

fn needless(text: &Text, row: &Row, key: &str, why: &str, mistakes: &mut Mistakes) {
    mistakes
        .add(text.at, format!("`{key}` of {} is needless", row.title()))
        .label(why)
        .help(format!("take `{key}` away: it records a contradiction that is no more"));
}

fn settled_parameters(action: &Action, mistakes: &mut Mistakes) {
    for row in &action.request {
        if let Some(settled) = row.settled.as_ref().filter(|_| !is_contradictory(row)) {
            needless(
                settled,
                row,
                "settled",
                "nothing here contradicts: no `as` and no `source`",
                mistakes,
            );
        }
        if action.example.is_none()
            && let Some(optional) = &row.optional
        {
            needless(optional, row, "optional", "there is no example", mistakes);
        }
    }
}

/// The request of an example.
struct Request<'a, 'd> {
    lookup: &'a Lookup<'d>,
    action: &'d Action,
    example: &'d Example,
}

impl Request<'_, '_> {
    fn check(&self, mistakes: &mut Mistakes) {
        let mut shown = BTreeSet::new();
        let mut lists: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut spelled: BTreeMap<String, &str> = BTreeMap::new();
        for (name, value) in &self.example.request {
            if let Some(other) = spelled.insert(documented_name(name), name) {
                mistakes
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
                self.undocumented(name, mistakes);
                continue;
            };
            shown.insert(row.name.value.as_str());
            for (list, index) in indexes(name) {
                lists.entry(list).or_default().insert(index);
            }
            if let Ok(Some(scalar)) = self.lookup.scalar(row)
                && let Err(needed) = reads_as(value, &scalar)
            {
                mistakes
                    .add(
                        value.at,
                        format!("the example's {} is not {needed}", code(name)),
                    )
                    .label(format!("{} cannot be this", row.title()))
                    .help("correct the row's type, or move the value to `set_aside`");
            }
        }
        self.numbered(&lists, mistakes);
        for (name, value) in &self.example.set_aside {
            self.set_aside(name, value, mistakes);
        }
        for row in &self.action.request {
            Self::required(row, shown.contains(row.name.value.as_str()), mistakes);
        }
    }

    /// The row of a parameter.
    fn row(&self, name: &str) -> Option<&Row> {
        let wanted = row_name(name);
        self.action.request.iter().find(|row| normal(row) == wanted)
    }

    fn undocumented(&self, name: &Text, mistakes: &mut Mistakes) {
        let names = self.action.request.iter().map(|row| row.name.value.as_str());
        let help = match nearest(name, names) {
            Some(near) => {
                format!("move it to `set_aside`; or did you mean {}?", code(near))
            }
            None => "move it to `set_aside`: what no table has is not invented".into(),
        };
        mistakes
            .add(
                name.at,
                format!("the example has {}, which the table has not", code(name)),
            )
            .label("no row has this name")
            .help(help);
    }

    /// What the table has stands under `request`, unless its value is not what the table says.
    fn set_aside(&self, name: &Text, value: &Text, mistakes: &mut Mistakes) {
        let Some(row) = self.row(name) else { return };
        let reads = match self.lookup.scalar(row) {
            Ok(Some(scalar)) => reads_as(value, &scalar).is_ok(),
            _ => true,
        };
        if reads {
            mistakes
                .add(
                    name.at,
                    format!("{} is set aside, but the table has it", code(name)),
                )
                .label(format!("{} is documented", row.title()))
                .help("move it to `request`");
        }
    }

    fn required(row: &Row, shown: bool, mistakes: &mut Mistakes) {
        match &row.optional {
            None if row.required && !shown => {
                mistakes
                    .add(
                        row.name.at,
                        format!(
                            "{} is required, but the example does without",
                            row.title()
                        ),
                    )
                    .label("the example lacks it")
                    .help("add `optional: <why>`; the parameter stays an argument");
            }
            Some(optional) if !row.required => {
                needless(optional, row, "optional", "it is not required", mistakes);
            }
            Some(optional) if shown => {
                needless(optional, row, "optional", "the example has it", mistakes);
            }
            _ => {}
        }
    }

    /// Entries of lists are sent as `Name.0`, `Name.1`...: the example's have to be those.
    fn numbered(
        &self,
        lists: &BTreeMap<String, BTreeSet<usize>>,
        mistakes: &mut Mistakes,
    ) {
        for (list, indexes) in lists {
            if !indexes.iter().copied().eq(0..indexes.len()) {
                let at =
                    self.example.request.iter().find(|(name, _)| {
                        documented_name(name).starts_with(list.as_str())
                    });
                let at = at.map_or(self.example.at, |(name, _)| name.at);
                mistakes
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

//! Rules on secrets: a row that may be one is hidden, or has a reason why it can be printed.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::api::Scalar;
use crate::check::usage::{Finding, walk};
use crate::description::Row;
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::{SymbolTable, Table, is_common};

/// Parts of names of secrets, in lower case.
const PARTS: &str = "password passwd passphrase pwd secret token credential signature";

/// Parts of names that count only at the start of a word: `Key` and `BackupURL`, but not `Monkey`
/// and `Hourly`.
const WORDS_OF_NAMES: [&str; 3] = ["Key", "URL", "Url"];

/// Words of texts about secrets, in lower case.
const WORDS: &str = "\
    credential credentials key keys passphrase passwd password passwords presigned pwd secret secrets signature \
    signatures signed token tokens url urls";

/// Parameters of a signed address, in lower case.
const SIGNED: [&str; 2] = ["signature=", "sign="];

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    visit(symbols, &mut |_, row, sound| report(row, sound.as_deref(), diagnostics));
}

/// Kind of a table with rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TableKind {
    Request,
    Response,
    Model,
}

/// Location of a row: kind and name of its table, and its name.
pub(crate) type Place<'d> = (TableKind, &'d str, &'d str);

/// Visits every row. The text is the reason why a row that can be printed may be a secret.
pub(crate) fn visit<'d>(
    symbols: &SymbolTable<'d>,
    visit: &mut dyn FnMut(Place<'d>, &'d Row, Option<String>),
) {
    let signed = signed(symbols);
    let mut row = |place: Place<'d>, row: &'d Row| {
        let is_open = matches!(symbols.scalar(row), Ok(Some(Scalar::Text | Scalar::Base64)));
        let sound = if signed.contains(&place) {
            Some("an example has a signed address".to_owned())
        } else {
            sounds_secret(row)
        };
        visit(place, row, sound.filter(|_| is_open));
    };
    for action in &symbols.description.actions {
        let name = action.named.name.value.as_str();
        for parameter in action.request.iter().filter(|row| !is_common(&row.name)) {
            row((TableKind::Request, name, &parameter.name.value), parameter);
        }
    }
    for table in symbols.tables() {
        for member in table.rows() {
            row(place(table, member), member);
        }
    }
}

fn place<'d>(table: Table<'d>, row: &'d Row) -> Place<'d> {
    let kind = match table {
        Table::Response(_) => TableKind::Response,
        Table::Model(_) => TableKind::Model,
    };
    (kind, &table.named().name.value, &row.name.value)
}

/// Finds the rows that hold a signed address in an example.
fn signed<'d>(symbols: &SymbolTable<'d>) -> BTreeSet<Place<'d>> {
    let mut signed = BTreeSet::new();
    for action in &symbols.description.actions {
        let response = action.example.as_ref().and_then(|example| example.response.as_ref());
        let Some(response) = response else { continue };
        let Ok(Value::Object(object)) = serde_json::from_str(&response.text) else {
            continue;
        };
        walk(symbols, Table::Response(action), &object, &mut |table, finding, _| {
            if let Finding::Present(row, value) = finding
                && is_signed(value)
            {
                signed.insert(place(table, row));
            }
        });
    }
    signed
}

fn is_signed(value: &Value) -> bool {
    match value {
        Value::String(text) => {
            let text = text.to_ascii_lowercase();
            text.contains("://") && SIGNED.iter().any(|end| text.contains(end))
        }
        Value::Array(entries) => entries.iter().any(is_signed),
        _ => false,
    }
}

fn report(row: &Row, sound: Option<&str>, diagnostics: &mut Diagnostics) {
    match (&row.not_sensitive, sound) {
        (None, Some(sound)) => {
            diagnostics
                .report(row.name.span, format!("possible secret: {}", row.title()))
                .label(sound)
                .help(
                    "add `sensitive: true`, or `as: presigned_url` for an address with a signature; \
                     otherwise add `not_sensitive: <why>`",
                );
        }
        (Some(why), None) => {
            diagnostics
                .report(why.span, format!("needless `not_sensitive` of {}", row.title()))
                .label("nothing suggests a secret, or it is hidden")
                .help("remove `not_sensitive`");
        }
        _ => {}
    }
}

/// Returns the reason why a row may be a secret.
fn sounds_secret(row: &Row) -> Option<String> {
    let lower = row.name.to_ascii_lowercase();
    if PARTS.split(' ').any(|part| lower.contains(part))
        || WORDS_OF_NAMES.iter().any(|word| row.name.contains(word))
        || ["key", "url"].contains(&lower.as_str())
    {
        return Some("its name suggests one".to_owned());
    }
    let doc = row.doc.as_ref()?.to_ascii_lowercase();
    let mut words = doc.split(|c: char| !c.is_alphanumeric());
    let word = words.find(|word| WORDS.split(' ').any(|other| other == *word))?;
    Some(format!("its `doc` has the word {}", code(word)))
}

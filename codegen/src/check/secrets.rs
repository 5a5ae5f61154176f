//! Rules on secrets: a text that sounds like one is hidden, or says why it can be printed.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::api::Scalar;
use crate::check::usage::{Finding, walk};
use crate::description::Row;
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::symbols::{SymbolTable, Table, is_common};

/// Parts of names, in lower case, of what is a secret.
const PARTS: [&str; 8] = [
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "credential",
    "signature",
];

/// Parts of names that only count where a word begins: `Key` and `BackupURL`, but not `Monkey` and `Hourly`.
const WORDS_OF_NAMES: [&str; 3] = ["Key", "URL", "Url"];

/// Words of a text, in lower case, that speak of a secret.
const WORDS: [&str; 19] = [
    "credential",
    "credentials",
    "key",
    "keys",
    "passphrase",
    "passwd",
    "password",
    "passwords",
    "presigned",
    "secret",
    "secrets",
    "signature",
    "signatures",
    "signed",
    "token",
    "tokens",
    "url",
    "urls",
    "pwd",
];

/// Ends of parameters, in lower case, that a signed address has.
const SIGNED: [&str; 2] = ["signature=", "sign="];

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    visit(symbols, &mut |_, row, sound| judge(row, sound, diagnostics));
}

/// Kind of a table with rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TableKind {
    Request,
    Response,
    Model,
}

/// A row, by its table and its name.
pub(crate) type Place<'d> = (TableKind, &'d str, &'d str);

/// Visits every row with what sounds like a secret about it, where it can be printed.
pub(crate) fn visit<'d>(
    symbols: &SymbolTable<'d>,
    visit: &mut dyn FnMut(Place<'d>, &'d Row, Option<String>),
) {
    let signed = signed(symbols);
    let mut row = |place: Place<'d>, row: &'d Row| {
        let is_open =
            matches!(symbols.scalar(row), Ok(Some(Scalar::Text | Scalar::Base64)));
        let sound = if signed.contains(&place) {
            Some("an example has a signed address in it".to_owned())
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
        Table::Reply(_) => TableKind::Response,
        Table::Model(_) => TableKind::Model,
    };
    (kind, &table.named().name.value, &row.name.value)
}

/// Finds the rows that hold a signed address in an example.
fn signed<'d>(symbols: &SymbolTable<'d>) -> BTreeSet<Place<'d>> {
    let mut signed = BTreeSet::new();
    for action in &symbols.description.actions {
        let reply =
            action.example.as_ref().and_then(|example| example.response.as_ref());
        let Some(reply) = reply else { continue };
        let Ok(Value::Object(object)) = serde_json::from_str(&reply.text) else {
            continue;
        };
        walk(symbols, Table::Reply(action), &object, &mut |table, finding, _| {
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

fn judge(row: &Row, sound: Option<String>, diagnostics: &mut Diagnostics) {
    match (&row.not_sensitive, sound) {
        (None, Some(sound)) => {
            diagnostics
                .add(row.name.at, format!("{} may be a secret", row.title()))
                .label(sound)
                .help(
                    "add `sensitive: true`, or `as: presigned_url` for an address with a signature; \
                     otherwise add `not_sensitive: <why>`",
                );
        }
        (Some(why), None) => {
            diagnostics
                .add(why.at, format!("`not_sensitive` of {} is needless", row.title()))
                .label("nothing here sounds like a secret, or it is hidden")
                .help("take `not_sensitive` away");
        }
        _ => {}
    }
}

/// Returns what sounds like a secret.
fn sounds_secret(row: &Row) -> Option<String> {
    let lower = row.name.to_ascii_lowercase();
    if PARTS.iter().any(|part| lower.contains(part))
        || WORDS_OF_NAMES.iter().any(|word| row.name.contains(word))
        || ["key", "url"].contains(&lower.as_str())
    {
        return Some("its name sounds like one".to_owned());
    }
    let doc = row.doc.as_ref()?.to_ascii_lowercase();
    let mut words = doc.split(|c: char| !c.is_alphanumeric());
    let word = words.find(|word| WORDS.contains(word))?;
    Some(format!("its `doc` says {}", code(word)))
}

//! Rules on secrets: a text that sounds like one is hidden, or says why it can be printed.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::api::Scalar;
use crate::check::evidence::{Finding, walk};
use crate::description::Row;
use crate::lookup::{Lookup, Table, is_common};
use crate::report::Mistakes;
use crate::wording::code;

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

pub(super) fn check(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    let signed = signed(lookup);
    for action in &lookup.description.actions {
        for row in action.request.iter().filter(|row| !is_common(&row.name)) {
            judge(lookup, row, false, mistakes);
        }
    }
    for table in lookup.tables() {
        for row in table.rows() {
            let is_signed = signed.contains(&place(table, row));
            judge(lookup, row, is_signed, mistakes);
        }
    }
}

/// A row, by its table (whether a response, and its name) and its name.
type Place<'d> = (bool, &'d str, &'d str);

fn place<'d>(table: Table<'d>, row: &'d Row) -> Place<'d> {
    let is_response = matches!(table, Table::Reply(_));
    (is_response, &table.named().name.value, &row.name.value)
}

/// Finds the rows that hold a signed address in an example.
fn signed<'d>(lookup: &Lookup<'d>) -> BTreeSet<Place<'d>> {
    let mut signed = BTreeSet::new();
    for action in &lookup.description.actions {
        let reply =
            action.example.as_ref().and_then(|example| example.response.as_ref());
        let Some(reply) = reply else { continue };
        let Ok(Value::Object(object)) = serde_json::from_str(&reply.text) else {
            continue;
        };
        walk(lookup, Table::Reply(action), &object, &mut |table, finding, _| {
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

fn judge(lookup: &Lookup<'_>, row: &Row, is_signed: bool, mistakes: &mut Mistakes) {
    let is_open = matches!(lookup.scalar(row), Ok(Some(Scalar::Text | Scalar::Base64)));
    let sound = if is_signed {
        Some("an example has a signed address in it".to_owned())
    } else {
        sounds_secret(row)
    };
    match (&row.not_sensitive, sound.filter(|_| is_open)) {
        (None, Some(sound)) => {
            mistakes
                .add(row.name.at, format!("{} may be a secret", row.title()))
                .label(sound)
                .help(
                    "add `sensitive: true`, or `as: presigned_url` for an address with a signature; \
                     otherwise add `not_sensitive: <why>`",
                );
        }
        (Some(why), None) => {
            mistakes
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

//! Types of rows: as pages write them, and as the description has them.

use std::collections::{BTreeMap, BTreeSet};

use super::markdown::Cell;
use crate::check::TableKind;
use crate::description::{Scalar, TypeShape, meant_type, other_name};
use crate::diagnostics::text::code;
use crate::parameter_tree::is_name;

/// A type that is longer is a sentence.
const LONGEST: usize = 200;

/// The most lists inside one another that are looked into.
const DEEPEST: usize = 4;

/// The structures of a page, found however their names are capitalized.
#[derive(Debug, Default)]
pub(super) struct Models {
    names: BTreeSet<String>,
    by_lower: BTreeMap<String, String>,
}

/// A type as it is understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Understood {
    pub(super) shape: TypeShape,
    pub(super) list: bool,
    /// Note on what was assumed.
    pub(super) note: Option<String>,
}

impl<'n> FromIterator<&'n str> for Models {
    fn from_iter<I: IntoIterator<Item = &'n str>>(names: I) -> Self {
        let mut models = Self::default();
        // A heading that is called like a plain type changes nothing about the type.
        for name in names.into_iter().filter(|name| plain(name).is_none()) {
            models.names.insert(name.to_owned());
            let lower = name.to_ascii_lowercase();
            models.by_lower.entry(lower).or_insert_with(|| name.to_owned());
        }
        models
    }
}

/// Reads a type. An error says why the row cannot be sent at all.
pub(super) fn understand(
    cell: &Cell,
    kind: TableKind,
    models: &Models,
) -> Result<Understood, String> {
    let unknown = match kind {
        TableKind::Request => TypeShape::Scalar(Scalar::String),
        TableKind::Response | TableKind::Model => TypeShape::Object,
    };
    let written = cell.text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '`'));
    if written.is_empty() {
        let note = Some("has no type: taken as `string`".to_owned());
        return Ok(Understood { shape: TypeShape::Scalar(Scalar::String), list: false, note });
    }
    let Some(peeled) = (written.len() <= LONGEST).then(|| peel(written, models)) else {
        let note = Some(assumed(written, &unknown, false));
        return Ok(Understood { shape: unknown, list: false, note });
    };
    if peeled.lists > 1 {
        if kind == TableKind::Request {
            return Err(format!(
                "has type {}, a list of lists, which no request can carry",
                code(written)
            ));
        }
        let note = Some(assumed(written, &TypeShape::Object, true));
        return Ok(Understood { shape: TypeShape::Object, list: true, note });
    }
    let list = peeled.lists == 1;
    let entry = entry(peeled.inner, cell.anchor.as_deref(), models);
    let sure = peeled.sure && matches!(entry, Some(Entry { sure: true, .. }));
    let shape = entry.map_or(unknown, |entry| entry.shape);
    let note = (!sure).then(|| assumed(written, &shape, list));
    Ok(Understood { shape, list, note })
}

fn assumed(written: &str, shape: &TypeShape, list: bool) -> String {
    let shape = match shape {
        TypeShape::Scalar(scalar) => scalar.name(),
        TypeShape::Object => "object",
        TypeShape::Model(name) => name,
    };
    let taken = if list { format!("[{shape}]") } else { shape.to_owned() };
    format!("has type {}: taken as {}", code(written), code(&taken))
}

/// A type without the lists around it.
struct Peeled<'a> {
    inner: &'a str,
    lists: usize,
    /// Set when it is written as the vendor writes lists: `array[..]`.
    sure: bool,
}

fn peel<'a>(written: &'a str, models: &Models) -> Peeled<'a> {
    let mut peeled = Peeled { inner: written, lists: 0, sure: true };
    while peeled.lists < DEEPEST && !models.names.contains(peeled.inner) {
        let Some((inner, sure)) = entry_of_list(peeled.inner) else { break };
        let sure = peeled.sure && sure;
        peeled = Peeled { inner: inner.trim(), lists: peeled.lists + 1, sure };
    }
    peeled
}

/// Returns the type of a list's entries; `true` when it is written as the vendor writes lists.
fn entry_of_list(written: &str) -> Option<(&str, bool)> {
    let end = written.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(written.len());
    let (word, rest) = written.split_at_checked(end)?;
    let rest = rest.trim_start();
    if !is_list(word) {
        let brackets = || written.strip_prefix("[]").or_else(|| written.strip_suffix("[]"));
        let bare = || inside(written, '[', ']');
        return brackets().or_else(bare).map(|inner| (inner, false));
    }
    let sure = written.starts_with("array[") && written.ends_with(']');
    [('[', ']'), ('<', '>'), ('(', ')'), ('{', '}'), ('（', '）')]
        .into_iter()
        .find_map(|(open, close)| inside(rest, open, close))
        .map(|inner| (inner, sure))
        .or_else(|| strip_word(rest, "of").map(|inner| (inner, false)))
        .or_else(|| rest.is_empty().then_some((rest, false)))
}

/// Returns the text in brackets, of which the second is sometimes forgotten.
fn inside(text: &str, open: char, close: char) -> Option<&str> {
    let inside = text.strip_prefix(open)?;
    Some(inside.strip_suffix(close).unwrap_or(inside))
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    (head.eq_ignore_ascii_case(word) && rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// Checks for a word that means a list, perhaps misspelt.
fn is_list(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let allowed = 1 + usize::from(lower.starts_with("arr") || lower.starts_with("ara"));
    matches!(lower.as_str(), "list" | "slice" | "vector" | "set")
        || word.len() <= 8 && strsim::osa_distance(&lower, "array") <= allowed
}

/// One value, or an entry of a list.
struct Entry {
    shape: TypeShape,
    sure: bool,
}

impl Entry {
    fn sure(shape: TypeShape) -> Self {
        Self { shape, sure: true }
    }

    fn guessed(shape: TypeShape) -> Self {
        Self { shape, sure: false }
    }

    fn model(name: &str) -> TypeShape {
        TypeShape::Model(name.to_owned())
    }
}

/// Reads the type of one value.
fn entry(written: &str, anchor: Option<&str>, models: &Models) -> Option<Entry> {
    let written = written.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '`'));
    let linked = anchor == Some(written) && is_name(written);
    if written.is_empty() {
        // `array` alone, whose entries the page leaves open.
        return None;
    }
    if let Some(shape) = plain(written) {
        return Some(Entry::sure(shape));
    }
    if models.names.contains(written) {
        return Some(Entry::sure(Entry::model(written)));
    }
    if let Some(name) = models.by_lower.get(&written.to_ascii_lowercase()) {
        return Some(Entry::guessed(Entry::model(name)));
    }
    if linked {
        return Some(Entry::sure(Entry::model(written)));
    }
    // Behind other words: [see below](#Disk).
    if let Some(anchor) = anchor.filter(|anchor| is_name(anchor) && plain(anchor).is_none()) {
        return Some(Entry::guessed(Entry::model(anchor)));
    }
    // `string(64)`, `int, optional`.
    let first = written.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next();
    let first = first.filter(|first| first.len() < written.len()).unwrap_or("");
    meant_type(written, std::iter::empty())
        .or_else(|| other_name(&first.to_ascii_lowercase()))
        .or_else(|| Some(first).filter(|first| ours(first).is_some()))
        .and_then(ours)
        .map(Entry::guessed)
}

/// Reads a plain type as the vendor writes it.
fn plain(name: &str) -> Option<TypeShape> {
    if name == "boolean" { Some(TypeShape::Scalar(Scalar::Bool)) } else { ours(name) }
}

/// A type as the description writes it.
fn ours(name: &str) -> Option<TypeShape> {
    match name {
        "object" => Some(TypeShape::Object),
        name => Scalar::named(name).map(TypeShape::Scalar),
    }
}

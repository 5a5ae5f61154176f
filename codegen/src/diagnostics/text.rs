//! Pieces of messages: names as they are shown, and what was most likely meant.

use crate::description::Scalar;

/// Types, and what other descriptions call them.
const OTHER_NAMES: [(&str, &[&str]); 5] = [
    ("bool", &["boolean"]),
    (
        "int",
        &[
            "integer",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "long",
            "short",
            "number",
            "timestamp",
            "time",
        ],
    ),
    ("float", &["float32", "float64", "double", "decimal"]),
    (
        "string",
        &[
            "str", "text", "char", "varchar", "enum", "date", "datetime", "uuid",
            "base64",
        ],
    ),
    (
        "object",
        &["map", "dict", "dictionary", "json", "any", "struct", "hash", "interface"],
    ),
];

/// Text of the description inside a message: in backticks, on one line, and no longer than a reader wants it.
pub(crate) fn code(text: &str) -> String {
    const MOST: usize = 80;
    let mut shown = String::with_capacity(text.len().min(MOST) + 2);
    shown.push('`');
    for (index, char) in text.chars().enumerate() {
        if index == MOST {
            shown.push_str("...");
            break;
        }
        if is_unseen(char) {
            shown.extend(char.escape_unicode());
        } else {
            shown.push(char);
        }
    }
    shown.push('`');
    shown
}

/// Characters that show nothing, end a line, or turn the order of what is shown.
pub(crate) fn is_unseen(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(char, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// `a`, `b` or `c`.
pub(crate) fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.into_iter().map(code).collect();
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

/// The name that was most likely meant.
pub(crate) fn nearest<'a>(
    written: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let allowed = (written.chars().count() / 3).clamp(1, 3);
    names
        .into_iter()
        .filter(|name| name.len().abs_diff(written.len()) <= allowed)
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// `did you mean ..?`, or else what there is.
pub(crate) fn did_you_mean<'a, I>(written: &str, names: I) -> String
where
    I: IntoIterator<Item = &'a str>,
    I::IntoIter: Clone,
{
    const MOST_LISTED: usize = 12;
    let names = names.into_iter();
    if let Some(name) = nearest(written, names.clone()) {
        return format!("did you mean {}?", code(name));
    }
    match names.clone().count() {
        0 => "there are none".into(),
        1..=MOST_LISTED => format!("there is {}", one_of(names)),
        count => {
            let listed: Vec<_> = names.take(MOST_LISTED).map(code).collect();
            format!("there is {} and {} more", listed.join(", "), count - MOST_LISTED)
        }
    }
}

/// What the type of that name is called here.
pub(crate) fn other_name(lower: &str) -> Option<&'static str> {
    let found = OTHER_NAMES.iter().find(|(_, others)| others.contains(&lower));
    found.map(|(name, _)| *name)
}

/// The type that was most likely meant: what other descriptions call it, or a slip of the pen.
pub(crate) fn meant_type<'a>(
    written: &str,
    models: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Of short names, another word may be as near as the one that was meant.
    const SHORTEST: usize = 6;
    if let Some(name) = other_name(&written.to_ascii_lowercase()) {
        return Some(name);
    }
    let others = OTHER_NAMES.iter().flat_map(|(_, others)| others.iter().copied());
    let others = others.filter(|name| name.len() >= SHORTEST);
    let ours = Scalar::NAMES.into_iter().chain(["object"]);
    let near = nearest(written, ours.chain(models).chain(others))?;
    Some(other_name(near).unwrap_or(near))
}

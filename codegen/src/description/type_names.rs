//! Names of types in other descriptions, for help with unknown ones.

use crate::description::row::Scalar;
use crate::diagnostics::text::nearest;

/// Types, each with its names elsewhere.
const OTHER_NAMES: [(&str, &str); 5] = [
    ("bool", "boolean"),
    (
        "int",
        "integer int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 long short number timestamp time",
    ),
    ("float", "float32 float64 double decimal"),
    ("string", "str text char varchar enum date datetime uuid base64"),
    ("object", "map dict dictionary json any struct hash interface"),
];

/// Returns the type that has this name elsewhere.
pub(crate) fn other_name(lower: &str) -> Option<&'static str> {
    let is_found = |others: &str| others.split(' ').any(|other| other == lower);
    OTHER_NAMES.iter().find(|(_, others)| is_found(others)).map(|(name, _)| *name)
}

/// Returns the type that was probably meant: one with this name elsewhere, or with a similar name.
pub(crate) fn meant_type<'a>(
    written: &str,
    models: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // A short name may be similar to several.
    const SHORTEST: usize = 6;
    if let Some(name) = other_name(&written.to_ascii_lowercase()) {
        return Some(name);
    }
    let others = OTHER_NAMES.iter().flat_map(|(_, others)| others.split(' '));
    let others = others.filter(|name| name.len() >= SHORTEST);
    let ours = Scalar::NAMES.into_iter().chain(["object"]);
    let near = nearest(written, ours.chain(models).chain(others))?;
    Some(other_name(near).unwrap_or(near))
}

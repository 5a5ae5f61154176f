//! Halves of surrogate pairs, `\ud83d` without its second half, which JSON can write and no text
//! can hold.

use std::borrow::Cow;

/// Replacement for a lone half.
const REPLACEMENT: &str = "\\ufffd";
/// `\ud83d` in bytes.
const LENGTH: usize = 6;

/// Returns the JSON with every lone half replaced: it costs a character, and not the response.
pub(super) fn paired(json: &str) -> Cow<'_, str> {
    if !(json.contains("\\ud") || json.contains("\\uD")) {
        return Cow::Borrowed(json);
    }
    let mut paired = String::new();
    let mut copied = 0;
    let mut place = 0;
    while let Some(found) = json.get(place..).and_then(|rest| rest.find('\\')) {
        place += found;
        let first = half(json, place);
        let second = half(json, place + LENGTH);
        place += match (first, second) {
            (Some(Half::First), Some(Half::Second)) => 2 * LENGTH,
            (Some(_), _) => {
                paired.push_str(&json[copied..place]);
                paired.push_str(REPLACEMENT);
                copied = place + LENGTH;
                LENGTH
            }
            // Another escape, of which `\\` is one.
            (None, _) => 2,
        };
    }
    paired.push_str(&json[copied..]);
    Cow::Owned(paired)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    First,
    Second,
}

/// Returns the half that is written at a place, if there is one.
fn half(json: &str, place: usize) -> Option<Half> {
    let digits = json.get(place..place + LENGTH)?.strip_prefix("\\u")?;
    match u16::from_str_radix(digits, 16).ok()? {
        0xd800..=0xdbff => Some(Half::First),
        0xdc00..=0xdfff => Some(Half::Second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_is_replaced_and_everything_else_stays() {
        for (json, expected) in [
            (r#""a""#, r#""a""#),
            (r#""\ud83d\ude00\uD83D\uDE00""#, r#""\ud83d\ude00\uD83D\uDE00""#),
            (r#""\ud83d""#, r#""\ufffd""#),
            (r#""\ude00x\uDBFF\u0041""#, r#""\ufffdx\ufffd\u0041""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            // An escaped backslash before letters that are not an escape.
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\\\ud83d""#, r#""\\\ufffd""#),
            (r#""中\ud83d中""#, r#""中\ufffd中""#),
            // Invalid JSON is left to its reader.
            (r"\ud8", r"\ud8"),
            (r"\ud83", r"\ud83"),
            ("\\ud中", "\\ud中"),
            ("\\ud83d\\", "\\ufffd\\"),
        ] {
            assert_eq!(paired(json), expected, "{json}");
        }
    }
}

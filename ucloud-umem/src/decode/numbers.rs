//! Numbers such as `1E400`, which JSON can write and no `f64` can hold.

use serde::de::IgnoredAny;

/// Returns the JSON with each such number in quotes; `None` where it has none.
///
/// A text that is not a number is unusable where a number is documented. So one number costs its
/// field, and not the whole response.
pub(super) fn quote_unholdable(json: &str) -> Option<String> {
    let mut quoted = String::new();
    let mut copied = 0;
    let mut place = 0;
    while let Some(found) = json[place..].find(begins_token) {
        let start = place + found;
        let rest = &json[start..];
        let (token, is_text) = token(rest);
        place = start + token.len();
        if !is_text && is_unholdable(token) {
            quoted.push_str(&json[copied..start]);
            quoted.push('"');
            quoted.push_str(token);
            quoted.push('"');
            copied = place;
        }
    }
    if copied == 0 {
        return None;
    }
    quoted.push_str(&json[copied..]);
    Some(quoted)
}

fn begins_token(c: char) -> bool {
    c == '"' || c == '-' || c.is_ascii_digit()
}

/// Returns the text or number that the JSON begins with, and `true` for a text.
fn token(json: &str) -> (&str, bool) {
    let is_text = json.starts_with('"');
    let length = if is_text { text_length(json) } else { number_length(json) };
    (&json[..length], is_text)
}

/// Returns the length of a text with its quotes. A text without an end goes to the end.
fn text_length(json: &str) -> usize {
    let mut escaped = false;
    let end = json.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(json.len(), |end| end + 2)
}

fn number_length(json: &str) -> usize {
    let in_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
    json.bytes().take_while(|byte| in_number(byte)).count()
}

/// Checks for a sound number that serde_json refuses to read. Its own judgement counts, because it
/// rounds.
fn is_unholdable(number: &str) -> bool {
    // A number of fewer digits is less than 1E308.
    let may_be = number.len() > 308 || number.contains(['e', 'E']);
    may_be
        && serde_json::from_str::<IgnoredAny>(number).is_ok()
        && serde_json::from_str::<f64>(number).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sound_numbers_outside_texts_are_quoted() {
        let long = "9".repeat(400);
        for (json, expected) in [
            (r#"{"A":1E400}"#, Some(r#"{"A":"1E400"}"#)),
            (
                r"[-1e+309, 2, 1.5e999999999999999999 ,7]",
                Some(r#"["-1e+309", 2, "1.5e999999999999999999" ,7]"#),
            ),
            (&*long, Some(&*format!("\"{long}\""))),
            (r#"{"中\"1E400":"1E400","B":1e-400,"C":0e999,"D":1e308}"#, None),
            // A text that ends in an escaped backslash.
            (r#"["\\",1E400,"\""]"#, Some(r#"["\\","1E400","\""]"#)),
            // Broken JSON is left to the parser.
            (r#"["1E400"#, None),
            ("[01E400, 1E400.5, 1E, -, --1E400, +]", None),
            ("", None),
        ] {
            assert_eq!(quote_unholdable(json).as_deref(), expected, "{json}");
        }
    }
}

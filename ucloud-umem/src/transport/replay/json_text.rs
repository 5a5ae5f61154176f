//! JSON as text: only tokens are changed, everything else stays as the service wrote it.

/// Returns the tokens of JSON text: strings with their quotes, marks, white space, and words such
/// as numbers. All tokens together are the text, even if it is not valid JSON.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (token, after) = rest.split_at(first_length(rest)?);
        rest = after;
        Some(token)
    })
}

/// Returns the length of the first token.
fn first_length(text: &str) -> Option<usize> {
    let is_mark = |c: char| matches!(c, '{' | '}' | '[' | ']' | ',' | ':');
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let end = match text.chars().next()? {
        '"' => return Some(string_length(text)),
        first if is_mark(first) => Some(1),
        first if is_space(first) => text.find(|c| !is_space(c)),
        _ => text.find(|c| is_mark(c) || is_space(c) || c == '"'),
    };
    Some(end.unwrap_or(text.len()))
}

/// Returns the length of a JSON string with its quotes; without a closing quote, up to the end.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

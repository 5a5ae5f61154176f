//! Escapes in the strings of JSON.

/// Returns the character of the escape at the beginning of a text, and the length of the escape.
pub(crate) fn first_escape(text: &str) -> Option<(char, usize)> {
    let character = match text.as_bytes().get(1)? {
        byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return first_code_point(text),
        _ => return None,
    };
    Some((character, 2))
}

/// Reads `\u00e9`, or two such escapes of one character.
fn first_code_point(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| hex)
    };
    let units = [unit(0)?].into_iter().chain(unit(6));
    let character = char::decode_utf16(units).next().and_then(std::result::Result::ok);
    let length = 6 * character.map_or(1, char::len_utf16);
    Some((character.unwrap_or(char::REPLACEMENT_CHARACTER), length))
}

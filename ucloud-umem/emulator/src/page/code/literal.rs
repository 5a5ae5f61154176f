//! Literals of languages.

use std::fmt::Write as _;

/// Writes a text in quotes for Rust.
pub(super) fn rust(text: &str) -> String {
    format!("{text:?}")
}

/// Writes a text in quotes for Python or Go, which both read JSON's escapes up to U+FFFF. Others
/// are `\U0001f600`.
pub(super) fn quoted(text: &str) -> String {
    let mut literal = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => literal.extend(['\\', letter]),
            '\n' => literal.push_str("\\n"),
            ' '..='~' => literal.push(letter),
            _ if letter.is_alphanumeric() => literal.push(letter),
            // Writing to a text cannot fail.
            _ if u32::from(letter) > 0xffff => _ = write!(literal, "\\U{:08x}", u32::from(letter)),
            _ => _ = write!(literal, "\\u{:04x}", u32::from(letter)),
        }
    }
    literal.push('"');
    literal
}

/// Quotes a text for a POSIX shell.
pub(super) fn shell(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.:/@".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_literal() {
        assert_eq!(
            quoted("a\"b\\\n\u{7}中\u{2028}😀"),
            "\"a\\\"b\\\\\\n\\u0007中\\u2028\\U0001f600\""
        );
        assert_eq!(shell("it's"), r"'it'\''s'");
        assert_eq!(shell("$(reboot)"), "'$(reboot)'");
        assert_eq!(shell("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
        assert_eq!(shell(""), "''");
        assert_eq!(rust("a\"\\"), r#""a\"\\""#);
    }
}

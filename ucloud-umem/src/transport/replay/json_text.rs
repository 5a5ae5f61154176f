//! JSON as text: only tokens are changed, everything else stays as the service wrote it.

/// Token of JSON text. All tokens together are the text, even if it is not valid JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text with its quotes.
    Text(&'a str),
    /// Number, `true`, `false`, `null`, or other text outside quotes.
    Word(&'a str),
    /// One of `{}[],:`.
    Mark(char),
    Space(&'a str),
}

impl<'a> Token<'a> {
    pub(super) fn write(self, out: &mut String) {
        match self {
            Self::Text(text) | Self::Word(text) | Self::Space(text) => {
                out.push_str(text);
            }
            Self::Mark(mark) => out.push(mark),
        }
    }

    fn first(text: &'a str) -> Option<(Self, &'a str)> {
        let first = text.chars().next()?;
        let is_mark = |c: char| matches!(c, '{' | '}' | '[' | ']' | ',' | ':');
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        let until = |end: &dyn Fn(char) -> bool| text.find(end).unwrap_or(text.len());
        let (length, make): (usize, fn(&'a str) -> Self) = match first {
            '"' => (text_length(text), Self::Text),
            _ if is_space(first) => (until(&|c| !is_space(c)), Self::Space),
            _ if is_mark(first) => return Some((Self::Mark(first), &text[1..])),
            _ => (until(&|c| is_mark(c) || is_space(c) || c == '"'), Self::Word),
        };
        let (token, rest) = text.split_at(length);
        Some((make(token), rest))
    }
}

/// Returns the length of a JSON string with its quotes; without a closing quote, up to the end.
fn text_length(text: &str) -> usize {
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

/// Returns the tokens of a text.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (token, after) = Token::first(rest)?;
        rest = after;
        Some(token)
    })
}

/// Removes the space between tokens.
pub(super) fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for token in tokens(text).filter(|token| !matches!(token, Token::Space(_))) {
        token.write(&mut out);
    }
    out
}

/// Writes compact JSON with a line for each value, indented from the second line on.
pub(super) fn spread(text: &str, mut indent: usize) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut pieces = tokens(text).peekable();
    let line = |out: &mut String, indent: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(indent));
    };
    while let Some(token) = pieces.next() {
        match token {
            Token::Mark('{' | '[') => {
                token.write(&mut out);
                if !matches!(pieces.peek(), Some(Token::Mark('}' | ']'))) {
                    indent += 1;
                    line(&mut out, indent);
                    continue;
                }
                if let Some(end) = pieces.next() {
                    end.write(&mut out);
                }
            }
            Token::Mark('}' | ']') => {
                indent = indent.saturating_sub(1);
                line(&mut out, indent);
                token.write(&mut out);
            }
            Token::Mark(',') => {
                token.write(&mut out);
                line(&mut out, indent);
            }
            Token::Mark(':') => out.push_str(": "),
            _ => token.write(&mut out),
        }
    }
    out
}

/// Returns the nesting depth.
pub(super) fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for token in tokens(text) {
        match token {
            Token::Mark('{' | '[') => depth += 1,
            Token::Mark('}' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_tokens_are_the_text() {
        for text in [
            r#" { "a\"b\\" : [1,-2.5e7,true , null,"中"],"": {} }"#,
            r#"{"half":"tex"#,
            r#"{"half":"\"#,
            "<html> 'no' : {JSON}\u{feff}",
            "",
        ] {
            let mut joined = String::new();
            tokens(text).for_each(|token| token.write(&mut joined));
            assert_eq!(joined, text);
        }
        let pieces: Vec<_> = tokens(r#"{"a" :tru"#).collect();
        let expected = [
            Token::Mark('{'),
            Token::Text(r#""a""#),
            Token::Space(" "),
            Token::Mark(':'),
            Token::Word("tru"),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn spread_json_can_be_compacted_again() {
        let text = r#"{"RetCode":0,"A":[],"B":[{},1.50,{"c: ,":" \" [ "}],"B":null}"#;
        let lines = spread(text, 1);
        assert_eq!(compact(&lines), text);
        assert!(lines.starts_with("{\n    \"RetCode\": 0,\n    \"A\": [],\n"), "{lines}");
        assert!(lines.ends_with("\n    \"B\": null\n  }"), "{lines}");
        assert_eq!(depth(text), 3);
        assert_eq!(depth("]]}1"), 0);
    }
}

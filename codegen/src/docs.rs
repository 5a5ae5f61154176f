//! From a description's sentences to doc comments.
//!
//! Descriptions are data: a sentence stays a sentence. Code spans, lists of `- ` lines, addresses
//! and links to addresses are understood; every other character that Markdown, HTML or Rust would
//! read something into is escaped or dropped.

use proc_macro2::TokenStream;
use quote::quote;

/// Columns of a line of generated code, a doc comment's included.
const WIDTH: usize = 89;

/// A doc comment in the making.
#[derive(Clone, Debug, Default)]
pub(crate) struct Docs {
    blocks: Vec<Block>,
}

#[derive(Clone, Debug)]
enum Block {
    /// Markdown that is wrapped.
    Paragraph(String),
    /// The items of a list, each Markdown that is wrapped.
    List(Vec<String>),
    /// Lines that stay as they are.
    Verbatim(Vec<String>),
}

impl Docs {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds the text of a description.
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.blocks.extend(blocks(text));
        self
    }

    /// Adds the text of a description or, if there is none yet, the generator's own Markdown.
    pub(crate) fn text_or(self, text: Option<&str>, stand_in: String) -> Self {
        match text.map(blocks).filter(|blocks| !blocks.is_empty()) {
            Some(blocks) => Self { blocks: [self.blocks, blocks].concat() },
            None => self.markdown(stand_in),
        }
    }

    /// Adds a paragraph of the generator's own, in Markdown.
    pub(crate) fn markdown(mut self, markdown: impl Into<String>) -> Self {
        self.blocks.push(Block::Paragraph(markdown.into()));
        self
    }

    /// Adds a list of the generator's own, each item in Markdown.
    pub(crate) fn list(mut self, items: Vec<String>) -> Self {
        self.blocks.push(Block::List(items));
        self
    }

    /// Adds lines that stay as they are: an example between its fences, a heading, the address of a
    /// link.
    pub(crate) fn verbatim(mut self, lines: Vec<String>) -> Self {
        self.blocks.push(Block::Verbatim(lines));
        self
    }

    /// Returns the comment before an item that is indented this far.
    pub(crate) fn outer(self, indent: usize) -> TokenStream {
        let lines = self.lines(WIDTH - "/// ".len() - indent);
        quote!(#(#[doc = #lines])*)
    }

    fn lines(self, width: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for block in self.blocks {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            match block {
                Block::Paragraph(markdown) => lines.extend(wrap(&markdown, width)),
                Block::List(items) => {
                    for item in items {
                        let mut bullet = "- ";
                        for line in wrap(&item, width - bullet.len()) {
                            lines.push(format!("{bullet}{line}"));
                            bullet = "  ";
                        }
                    }
                }
                Block::Verbatim(verbatim) => lines.extend(verbatim),
            }
        }
        for line in &mut lines {
            if !line.is_empty() {
                line.insert(0, ' ');
            }
        }
        lines
    }
}

/// Returns one paragraph of Markdown that shows exactly this text.
pub(crate) fn inline(text: &str) -> String {
    let text = visible(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    escape(&words.join(" "))
}

/// Adds a full stop, unless the text ends like a sentence already.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let ended = text.ends_with(['.', '!', '?', ':', ';', '…']);
    format!("{text}{}", if ended || text.is_empty() { "" } else { "." })
}

/// Returns a name or value of the API as a code span.
pub(crate) fn code(text: &str) -> String {
    let text = visible(text);
    let text = text.trim();
    if text.is_empty() { "an empty text".to_owned() } else { code_span(text) }
}

/// Returns the text on one line, without invisible characters, for use outside of documentation.
pub(crate) fn plain(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns an address as the target of a link.
pub(crate) fn target(address: &str) -> String {
    let kept = |c: &char| c.is_ascii_graphic() && !"<>()[]\"`\\".contains(*c);
    address.chars().filter(kept).collect()
}

/// Cuts a description's text into paragraphs and lists.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in visible(text).lines().map(str::trim) {
        let item = line.strip_prefix("- ").map(str::trim_start);
        match (&mut open, item) {
            _ if line.is_empty() => blocks.extend(open.take()),
            (Some(Block::List(items)), Some(item)) => items.push(item.to_owned()),
            (_, Some(item)) => {
                blocks.extend(open.replace(Block::List(vec![item.to_owned()])));
            }
            (Some(Block::Paragraph(text)), None) => {
                text.push(' ');
                text.push_str(line);
            }
            (Some(Block::List(items)), None) => {
                if let Some(item) = items.last_mut() {
                    item.push(' ');
                    item.push_str(line);
                }
            }
            (_, None) => open = Some(Block::Paragraph(line.to_owned())),
        }
    }
    blocks.extend(open);
    for block in &mut blocks {
        match block {
            Block::Paragraph(text) => *text = escape(text),
            Block::List(items) => {
                for item in items {
                    *item = escape(item);
                }
            }
            Block::Verbatim(_) => {}
        }
    }
    blocks
}

/// Drops invisible characters, and those that turn the direction of text, which rustc refuses.
fn visible(text: &str) -> String {
    let keep = |c: &char| {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        !turns && (*c == '\n' || c.is_whitespace() || !c.is_control())
    };
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let text = text.chars().filter(keep);
    text.map(|c| if c.is_whitespace() && c != '\n' { ' ' } else { c }).collect()
}

/// Escapes one paragraph, but for code spans, addresses and links to addresses.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let taken = match c {
            '`' => Some(take_code(rest, &mut escaped)),
            'h' if !before.is_alphanumeric() => take_address(rest, &mut escaped),
            '<' => take_autolink(rest, &mut escaped),
            '[' => take_link(rest, &mut escaped),
            _ => None,
        };
        let taken = taken.unwrap_or_else(|| {
            let next = after.chars().next().unwrap_or(' ');
            let special = match c {
                '\\' | '*' | '[' | ']' | '<' | '~' | '|' | '`' => true,
                '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
                // Before a link it would make an image of it.
                '!' => next == '[',
                '&' => next == '#' || next.is_ascii_alphanumeric(),
                _ => false,
            };
            if special {
                escaped.push('\\');
            }
            escaped.push(c);
            c.len_utf8()
        });
        before = rest[..taken].chars().next_back().unwrap_or(' ');
        rest = &rest[taken..];
    }
    escaped
}

/// Takes a code span, or backticks that open none. Returns the number of bytes taken.
fn take_code(rest: &str, escaped: &mut String) -> usize {
    let fence = rest.len() - rest.trim_start_matches('`').len();
    let mut from = fence;
    while let Some(found) = rest[from..].find('`') {
        let start = from + found;
        let run = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        if run == fence {
            let content = rest[fence..start].trim();
            if content.is_empty() {
                break;
            }
            escaped.push_str(&code_span(content));
            return start + run;
        }
        from = start + run;
    }
    escaped.push_str(&"\\`".repeat(fence));
    fence
}

/// Writes a code span whose fence is longer than any run of backticks in it.
fn code_span(content: &str) -> String {
    let longest = content.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    let words: Vec<&str> = content.split_whitespace().collect();
    format!("{fence}{pad}{}{pad}{fence}", words.join(" "))
}

/// Returns the length of the address at the beginning of the text.
fn address(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    let end = text.find(|c: char| !allowed(c)).unwrap_or(text.len());
    let address = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    (address.len() > scheme.len()).then_some(address.len())
}

fn take_address(rest: &str, escaped: &mut String) -> Option<usize> {
    let length = address(rest)?;
    escaped.push('<');
    escaped.push_str(&rest[..length]);
    escaped.push('>');
    Some(length)
}

fn take_autolink(rest: &str, escaped: &mut String) -> Option<usize> {
    let inner = &rest[1..];
    let length = address(inner).filter(|length| inner[*length..].starts_with('>'))?;
    take_address(inner, escaped);
    Some(length + 2)
}

fn take_link(rest: &str, escaped: &mut String) -> Option<usize> {
    let (label, target) = rest[1..].split_once("](")?;
    let length = address(target).filter(|length| target[*length..].starts_with(')'))?;
    if label.trim().is_empty() || label.contains(['[', ']', '`', '<']) || label.contains("://") {
        return None;
    }
    escaped.push('[');
    escaped.push_str(&escape(label));
    escaped.push_str("](");
    escaped.push_str(&target[..length]);
    escaped.push(')');
    Some("[](".len() + label.len() + length + ")".len())
}

/// Breaks Markdown into lines, none of which begins a new block.
fn wrap(markdown: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in words(markdown) {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > width {
            lines.push(guarded(std::mem::take(&mut line)));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += word_length;
    }
    lines.push(guarded(line));
    lines
}

/// Cuts Markdown into words. A code span is one word.
fn words(markdown: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut position) = (0, 0);
    while position < markdown.len() {
        let rest = &markdown[position..];
        let run = rest.len() - rest.trim_start_matches('`').len();
        let before = &markdown[start..position];
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        if run > 0 && backslashes.is_multiple_of(2) {
            let fence = &rest[..run];
            let closing = rest[run..].find(fence).map_or(0, |found| found + run);
            position += run + closing;
        } else if let Some(after) = rest.strip_prefix(' ') {
            words.push(&markdown[start..position]);
            position = markdown.len() - after.len();
            start = position;
        } else {
            position += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    words.push(&markdown[start..]);
    words.retain(|word| !word.is_empty());
    words
}

/// Escapes the beginning of a line that would begin a heading, a quotation, a list or a rule.
fn guarded(line: String) -> String {
    let marker = line.split(' ').next().unwrap_or_default();
    let all = |c: char| !marker.is_empty() && marker.chars().all(|other| other == c);
    let ends_marker = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let begins_block = all('#')
        || all('=')
        || all('-')
        || line.starts_with('>')
        || line.strip_prefix(['-', '+']).is_some_and(ends_marker);
    if begins_block {
        return format!("\\{line}");
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    if digits > 0 && rest.strip_prefix(['.', ')']).is_some_and(ends_marker) {
        return format!("{number}\\{rest}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        Docs::new().text(text).lines(WIDTH)
    }

    #[test]
    fn what_is_a_sentence_stays_one() {
        for text in [
            "Plain, with snake_case, 3 > 2, a-b, 50 %, \"quotes\" and it's fine.",
            "A `code span`, <https://a.example/b_c?d=e> and [a link](https://a.example).",
            "价格，单位为元。",
        ] {
            assert_eq!(inline(text), text);
        }
    }

    #[test]
    fn nothing_becomes_markup() {
        for (text, escaped) in [
            ("*/ \"] #![x]", "\\*/ \"\\] #\\!\\[x\\]"),
            ("<script>x</script>", "\\<script>x\\</script>"),
            ("&lt;b&gt; & c", "\\&lt;b\\&gt; & c"),
            ("_x_ *y* ~~z~~ a|b", "\\_x\\_ \\*y\\* \\~\\~z\\~\\~ a\\|b"),
            ("one ` alone", "one \\` alone"),
            ("``` rust fn", "\\`\\`\\` rust fn"),
            ("``a`b`` c", "`` a`b `` c"),
            (
                "[x] [y](z) [z]: https://a.example",
                "\\[x\\] \\[y\\](z) \\[z\\]: <https://a.example>",
            ),
            (
                "[a](javascript:b) ![c](https://a.example)",
                "\\[a\\](javascript:b) \\![c](https://a.example)",
            ),
            ("see https://a.example/b.", "see <https://a.example/b>."),
            ("back\\slash", "back\\\\slash"),
            ("\u{202e}turned\u{2066} \0\u{7}bell", "turned bell"),
        ] {
            assert_eq!(inline(text), escaped, "{text}");
        }
    }

    #[test]
    fn no_line_begins_a_block() {
        for (text, first) in [
            ("# a heading", " \\# a heading"),
            ("#not one", " #not one"),
            ("> a quotation", " \\> a quotation"),
            ("1. one", " 1\\. one"),
            ("1.5 is a number", " 1.5 is a number"),
            ("+ one", " \\+ one"),
            ("-5 is a number", " -5 is a number"),
            ("---", " \\---"),
            ("    fn main() {}", " fn main() {}"),
        ] {
            assert_eq!(lines(text), [first], "{text}");
        }
        // The same at a line break.
        let broken = lines(&format!("{} # x\n===\n---", "x".repeat(WIDTH)));
        assert_eq!(broken[1..], [" \\# x === ---"]);
    }

    #[test]
    fn paragraphs_lists_and_line_ends_are_kept() {
        assert_eq!(
            lines("One\r\nline.\n\nTwo:\n- a\n  b\n- c\n\n\nThree"),
            [" One line.", "", " Two:", "", " - a b", " - c", "", " Three"]
        );
    }

    #[test]
    fn lines_break_between_words_and_not_in_code() {
        let code = format!("`{}`", "a # b ".repeat(12).trim_end());
        let text = format!("{} {code}", "x".repeat(40));
        assert_eq!(lines(&text), [format!(" {}", "x".repeat(40)), format!(" {code}")]);
    }

    #[test]
    fn a_sentence_has_one_end() {
        for (text, ended) in [("a", "a."), ("a.", "a."), ("a?", "a?"), ("", "")] {
            assert_eq!(sentence(text), ended);
        }
    }
}

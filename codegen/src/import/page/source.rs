//! A file's text before it is read as Markdown.

use std::borrow::Cow;

use super::NotRead;

/// A file that is larger is no page.
const LARGEST: usize = 4 << 20;

/// More lists and quotations inside one another are no page.
const DEEPEST: usize = 200;

/// How much a link's title may cost that is looked for over many lines: lines times bytes.
const MOST_WORK: usize = 1 << 26;

/// The text without a mark of its encoding and without what stands before the page for a site's generator, with lines
/// that end in one way; or why it cannot be read.
pub(super) fn plain(text: &str) -> Result<Cow<'_, str>, NotRead> {
    if text.len() > LARGEST {
        let why =
            format!("larger than {} MiB: expected a documentation page", LARGEST >> 20);
        return Err(NotRead::unreadable(1, why));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut text = Cow::Borrowed(text);
    if text.contains('\r') {
        text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    if let Some(end) = front_matter(&text) {
        let lines = text.get(..end).unwrap_or("").matches('\n').count();
        text = Cow::Owned("\n".repeat(lines) + text.get(end..).unwrap_or(""));
    }
    if text.trim().is_empty() {
        return Err(NotRead::unreadable(
            1,
            "expected a documentation page, found an empty file",
        ));
    }
    if is_html(&text) {
        return Err(NotRead::unreadable(1, "expected Markdown, found HTML"));
    }
    if let Some(index) = text.lines().position(is_conflict_marker) {
        let why = "conflict marker: resolve the conflict first";
        return Err(NotRead::unreadable(index + 1, why));
    }
    if let Some(line) = too_deep(&text) {
        return Err(NotRead::unreadable(
            line,
            "lists or quotations are nested too deeply",
        ));
    }
    if let Some(line) = endless_link(&text) {
        let why = "a link that ends in no line of a long paragraph";
        return Err(NotRead::unreadable(line, why));
    }
    Ok(text)
}

/// Where the page begins behind the lines between two `---`. The library finds them too, but tries it at every `---`
/// over and over to the page's end.
fn front_matter(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("---\n")?;
    let end = inside.find("\n---\n")?;
    let matter = inside.get(..end)?;
    // A line across the page, and another one further down.
    let is_page = matter.is_empty() || matter.starts_with(['\n', '#']);
    (!is_page).then_some("---\n".len() + end + "\n---\n".len())
}

/// Whether git wrote the line around two versions of a text. `=======` alone may underline a heading.
fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", ">>>>>>>"]
        .iter()
        .filter_map(|marker| line.strip_prefix(marker))
        .any(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(14).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || start.starts_with("<?xml")
}

/// The first line that opens, or may open, more lists and quotations inside one another than any page has: the library
/// goes over all that are open once per line.
fn too_deep(text: &str) -> Option<usize> {
    text.lines().position(|line| nesting(line) > DEEPEST).map(|index| index + 1)
}

/// How many lists and quotations a line may be inside of: its marks, and a list for every two columns before one.
fn nesting(line: &str) -> usize {
    let mut columns = 0;
    let mut nesting = 0;
    let mut bytes = line.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            b'>' => nesting = nesting.max(columns / 2) + 1,
            b'-' | b'*' | b'+' | b'.' | b')' => {
                // Otherwise it is a line across the page, or part of a word.
                if matches!(bytes.peek(), Some(b' ' | b'\t')) {
                    nesting = nesting.max(columns / 2) + 1;
                }
            }
            b'0'..=b'9' => {}
            _ => break,
        }
    }
    nesting
}

/// The first line of links whose ends the library would look for in quadratic time: it goes over all that a paragraph
/// holds once per line.
fn endless_link(text: &str) -> Option<usize> {
    let mut work = 0_usize;
    let mut paragraph = Paragraph::default();
    for (index, line) in text.lines().chain([""]).enumerate() {
        if !line.trim().is_empty() {
            paragraph.bytes += line.len() + 1;
            paragraph.lines += 1;
            if paragraph.link.is_none() && runs_on(line) {
                paragraph.link = Some(index + 1);
            }
            continue;
        }
        let Paragraph { bytes, lines, link } = std::mem::take(&mut paragraph);
        if link.is_some() {
            work = work.saturating_add(bytes.saturating_mul(lines));
        }
        if work > MOST_WORK {
            return link;
        }
    }
    None
}

/// Lines between two empty ones.
#[derive(Default)]
struct Paragraph {
    bytes: usize,
    lines: usize,
    /// The first line with a link that may go on in the next one.
    link: Option<usize>,
}

/// Whether the line has a link that ends in no `)` of its own, or may have a title.
fn runs_on(line: &str) -> bool {
    line.match_indices("](").any(|(start, open)| {
        let rest = line.get(start + open.len()..).unwrap_or("");
        let end = rest.find([')', '"', '\'', '(']).and_then(|end| rest.get(end..));
        end.is_none_or(|end| !end.starts_with(')'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_on_one_line_end_there() {
        assert!(!runs_on("see [this](a) and [*that*](#b)."));
        assert!(!runs_on("no link ] ( at all"));
        for line in ["[a](b", "[a](b \"c\")", "[a](b 'c)", "[x](y) [a](b (c"] {
            assert!(runs_on(line), "{line}");
        }
    }

    #[test]
    fn marks_of_lists_and_quotations_are_counted() {
        assert_eq!(nesting("> > - 1. text - > x"), 4);
        assert_eq!(nesting("text > x"), 0);
        assert_eq!(nesting(&"-".repeat(300)), 0);
        assert_eq!(nesting(&format!("{}- x", " ".repeat(100))), 51);
        assert_eq!(nesting(&format!("{}x", " ".repeat(100))), 0);
        assert_eq!(too_deep(&format!("a\n{}", ">".repeat(DEEPEST + 1))), Some(2));
        assert_eq!(too_deep(&">".repeat(DEEPEST)), None);
    }

    #[test]
    fn many_short_paragraphs_are_as_long_as_one() {
        let paragraph = format!("[a](b \"c{}\n\n", "\na".repeat(2_000));
        assert_eq!(endless_link(&paragraph), None);
        assert!(endless_link(&paragraph.repeat(100)).is_some());
    }
}

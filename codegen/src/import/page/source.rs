//! A file's text before it is read as Markdown.

use std::borrow::Cow;

use super::NotRead;

/// Largest size of a page.
pub(super) const LARGEST: usize = 256 << 10;

/// Most lists and quotations inside one another: the library goes over all of them once per line.
pub(super) const DEEPEST: usize = 200;

/// Limit of the work for titles of links, in bytes: the library goes over what it has read of one
/// once per line, up to the end of the paragraph.
pub(super) const MOST_WORK: usize = 1 << 26;

/// Returns the text of a page: without byte order mark, with blank lines in place of front matter,
/// and with `\n` line ends. The error is the reason why it cannot be read.
pub(super) fn plain(text: &str) -> Result<Cow<'_, str>, NotRead> {
    if text.len() > LARGEST {
        let why = format!("larger than {} KiB: expected a documentation page", LARGEST >> 10);
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
        return Err(NotRead::unreadable(1, "expected a documentation page, found an empty file"));
    }
    if is_html(&text) {
        return Err(NotRead::unreadable(1, "expected Markdown, found HTML"));
    }
    if let Some(index) = text.lines().position(is_conflict_marker) {
        let why = "conflict marker: resolve the conflict first";
        return Err(NotRead::unreadable(index + 1, why));
    }
    if let Some(index) = text.lines().position(|line| nesting(line) > DEEPEST) {
        let why = "expected a documentation page, found deeply nested lists or quotations";
        return Err(NotRead::unreadable(index + 1, why));
    }
    if work_of_links(&text) > MOST_WORK {
        let why = "expected a documentation page, found a link without an end in a long paragraph";
        return Err(NotRead::unreadable(1, why));
    }
    Ok(text)
}

/// Returns the start of the page behind the lines between two `---`. The library finds them too,
/// but tries it at every `---` over and over to the page's end.
fn front_matter(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("---\n")?;
    let end = inside.find("\n---\n")?;
    let matter = inside.get(..end)?;
    // A line across the page, and another one further down.
    let is_page = matter.is_empty() || matter.starts_with(['\n', '#']);
    (!is_page).then_some("---\n".len() + end + "\n---\n".len())
}

/// Checks for a line that git writes around two versions of a text. `=======` alone may underline a
/// heading.
fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", ">>>>>>>"]
        .iter()
        .filter_map(|marker| line.strip_prefix(marker))
        .any(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(14).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<?xml")
}

/// Returns the number of lists and quotations that a line may open, or more.
fn nesting(line: &str) -> usize {
    let is_mark = |c: char| c.is_ascii_digit() || " \t>-*+.)".contains(c);
    let end = line.find(|c| !is_mark(c)).unwrap_or(line.len());
    let words = line.get(..end).unwrap_or("").split_whitespace();
    words.map(|word| 1 + word.matches('>').count()).sum()
}

/// Returns the number of bytes that the library goes over for titles of links, or more.
pub(super) fn work_of_links(text: &str) -> usize {
    let is_open = |rest: &str| {
        let end = rest.find(['\n', ')', '(', '"', '\'']).and_then(|end| rest.get(end..));
        end.is_none_or(|end| !end.starts_with(')'))
    };
    let work = text.split("\n\n").map(|paragraph| {
        let mut links = paragraph.split("](").skip(1);
        if links.any(is_open) { paragraph.len() * paragraph.lines().count() } else { 0 }
    });
    work.sum()
}

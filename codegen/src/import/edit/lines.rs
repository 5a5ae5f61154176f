//! The lines of a file: where they start and end, and what else stands on them.

use super::splice::Splice;
use super::yaml::Lined;

/// A file, line by line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines<'a> {
    pub(super) text: &'a str,
    /// How this file ends its lines.
    pub(super) newline: &'static str,
}

impl<'a> Lines<'a> {
    /// Takes the first line's end for that of new lines.
    pub(super) fn new(text: &'a str) -> Self {
        let first = text.split_inclusive('\n').next().unwrap_or_default();
        let newline = if first.ends_with("\r\n") { "\r\n" } else { "\n" };
        Self { text, newline }
    }

    fn before(&self, place: usize) -> &'a str {
        self.text.get(..place).unwrap_or_default()
    }

    fn after(&self, place: usize) -> &'a str {
        self.text.get(place..).unwrap_or_default()
    }

    /// What stands between two places.
    pub(super) fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The first byte of the line.
    pub(super) fn start(&self, place: usize) -> usize {
        self.before(place).rfind('\n').map_or(0, |end| end + 1)
    }

    /// The first byte of the line's end.
    pub(super) fn end(&self, place: usize) -> usize {
        let rest = self.after(place);
        let line = rest.split('\n').next().unwrap_or_default();
        let ended = line.len() < rest.len();
        let length = match line.strip_suffix('\r') {
            Some(line) if ended => line.len(),
            _ => line.len(),
        };
        place + length
    }

    /// The first byte of the next line, or the end of the file.
    pub(super) fn next(&self, place: usize) -> usize {
        self.after(place).find('\n').map_or(self.text.len(), |end| place + end + 1)
    }

    /// How many bytes stand before a place on its line.
    pub(super) fn column(&self, place: usize) -> usize {
        place.saturating_sub(self.start(place))
    }

    /// Whether nothing stands before a place on its line.
    pub(super) fn leads(&self, place: usize) -> bool {
        is_blank(self.between(self.start(place), place))
    }

    /// Whether nothing but a comment stands between a place and its line's end.
    pub(super) fn trails(&self, place: usize) -> bool {
        let rest = self.between(place, self.end(place)).trim_start_matches([' ', '\t']);
        rest.is_empty() || rest.starts_with('#')
    }

    /// Replaces the lines after that of `place`, up to and with that of `last`; none when `last` stands on the same line.
    pub(super) fn below(&self, place: usize, last: usize, lines: &Lined) -> Splice {
        let start = self.next(place);
        let end = self.next(last).max(start);
        let is_ended = self.before(start).ends_with('\n');
        let mut text = String::new();
        for line in &lines.lines {
            if !is_ended {
                text.push_str(self.newline);
            }
            text.push_str(line);
            if is_ended {
                text.push_str(self.newline);
            }
        }
        // A file without a last line end stays so, unless the line end is part of the value.
        let file_is_ended = self.text.ends_with('\n');
        if end == self.text.len() && !file_is_ended {
            if lines.ends_literal && !is_ended {
                text.push_str(self.newline);
            } else if !lines.ends_literal && is_ended && text.ends_with(self.newline) {
                text.truncate(text.len() - self.newline.len());
            }
        }
        Splice::new(start..end, text)
    }
}

/// Whether there is nothing but spaces and tabs.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

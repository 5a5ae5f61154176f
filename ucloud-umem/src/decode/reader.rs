//! JSON reader for the text of a response.
//!
//! It borrows texts without escapes, and finds their ends eight bytes at a time. Half of a
//! surrogate pair is read as U+FFFD, and a number that no `f64` holds as its text: each costs a
//! field, and not the response.

use std::borrow::Cow;

use super::{Entries, Value};
use crate::json_escape::first_escape;

/// Deepest nesting of values that are read, because each level needs stack.
const DEEPEST: u8 = 127;

/// Result of reading, or the problem with the text.
pub(super) type Result<T> = std::result::Result<T, &'static str>;

/// Text, and the place up to which it was read.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// Returns the line and column up to which it was read.
    pub(super) fn line_and_column(&self) -> (usize, usize) {
        let read = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let mut lines = read.rsplit(|byte| *byte == b'\n');
        let column = lines.next().map_or(0, <[u8]>::len);
        (lines.count() + 1, column)
    }

    /// Adds line and column to a problem.
    pub(super) fn locate(&self, problem: &str) -> String {
        let (line, column) = self.line_and_column();
        format!("{problem} at line {line} column {column}")
    }

    /// Checks that nothing follows.
    pub(super) fn end(&mut self) -> Result<()> {
        if self.peek().is_none() { Ok(()) } else { Err("trailing characters") }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Returns the next byte after white space, and moves to it.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other,
            }
        }
    }

    /// Moves over a byte if it is next.
    fn accept(&mut self, byte: u8) -> bool {
        let is_next = self.byte() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Moves over white space and this byte.
    fn expect(&mut self, byte: u8, problem: &'static str) -> Result<()> {
        self.peek();
        if self.accept(byte) { Ok(()) } else { Err(problem) }
    }

    /// Moves over a word.
    pub(super) fn word(&mut self, word: &str) -> Result<()> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err("invalid value")
    }

    /// Reads the name of a member, up to its value.
    pub(super) fn name(&mut self) -> Result<Cow<'t, str>> {
        let name = match self.peek() {
            Some(b'"') => self.string()?,
            _ => return Err("name of a member expected"),
        };
        self.expect(b':', "colon expected")?;
        Ok(name)
    }

    /// Moves to the value of a member if its name is this one.
    pub(super) fn accept_name(&mut self, name: &str) -> bool {
        if self.peek() != Some(b'"') {
            return false;
        }
        let after = self.at + 1 + name.len();
        let bytes = self.text.as_bytes();
        // Any other way of writing it is read by `name`.
        let is_next = bytes.get(self.at + 1..after) == Some(name.as_bytes())
            && bytes.get(after) == Some(&b'"')
            && bytes.get(after + 1) == Some(&b':');
        if is_next {
            self.at = after + 2;
        }
        is_next
    }

    /// Reads a text, which begins at the next byte.
    pub(super) fn string(&mut self) -> Result<Cow<'t, str>> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped().map(Cow::Owned),
        }
    }

    /// Reads a text without escapes, which begins at the next byte. Stays there if it is another.
    #[inline]
    pub(super) fn plain_string(&mut self) -> Option<&'t str> {
        let begin = self.at;
        self.at += 1;
        let plain = self.plain();
        if self.accept(b'"') {
            Some(plain)
        } else {
            self.at = begin;
            None
        }
    }

    /// Reads a text with escapes.
    #[cold]
    fn escaped(&mut self) -> Result<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            text.push_str(self.plain());
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    let escape = self.text.get(self.at..).and_then(first_escape);
                    let (character, length) = escape.ok_or("invalid escape")?;
                    text.push(character);
                    self.at += length;
                }
                Some(_) => return Err("control character in a text"),
                None => return Err("text without an end"),
            }
        }
    }

    /// Reads text without escapes.
    #[inline]
    fn plain(&mut self) -> &'t str {
        const ONES: u64 = u64::MAX / 0xff;
        /// Marks the bytes below a limit; a mark is exact up to the lowest one.
        const fn below(bytes: u64, limit: u8) -> u64 {
            bytes.wrapping_sub(ONES * limit as u64) & !bytes
        }
        let start = self.at;
        let mut rest = self.text.as_bytes().get(start..).unwrap_or_default();
        while let Some((chunk, after)) = rest.split_first_chunk() {
            let chunk = u64::from_le_bytes(*chunk);
            let quotes = below(chunk ^ (ONES * u64::from(b'"')), 1);
            let backslashes = below(chunk ^ (ONES * u64::from(b'\\')), 1);
            let ends = (quotes | backslashes | below(chunk, b' ')) & (ONES << 7);
            if ends != 0 {
                self.at += ends.trailing_zeros() as usize / 8;
                return &self.text[start..self.at];
            }
            self.at += 8;
            rest = after;
        }
        let is_end = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
        self.at += rest.iter().position(is_end).unwrap_or(rest.len());
        &self.text[start..self.at]
    }

    /// Reads a number: as its text, if it is beyond `i64` and `f64`.
    pub(super) fn number(&mut self) -> Result<Value<'t>> {
        let start = self.at;
        let is_negative = self.accept(b'-');
        let digits = self.at;
        let mut number = 0_i64;
        while let Some(digit @ b'0'..=b'9') = self.byte() {
            number = number.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        // Up to 18 digits are less than `i64::MAX`. Zero may have a sign, and stands alone.
        let is_usual = matches!(self.at - digits, 1..=18) && self.text.as_bytes()[digits] != b'0';
        if is_usual && !matches!(self.byte(), Some(b'.' | b'e' | b'E')) {
            return Ok(Value::Int(if is_negative { -number } else { number }));
        }
        self.at = start;
        self.any_number()
    }

    /// Moves over digits, and returns their number.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    /// Reads a number of any form.
    #[cold]
    fn any_number(&mut self) -> Result<Value<'t>> {
        let start = self.at;
        self.accept(b'-');
        let has_zero = self.byte() == Some(b'0');
        let mut is_valid = match self.digits() {
            0 => false,
            digits => digits == 1 || !has_zero,
        };
        let mut is_whole = true;
        if self.accept(b'.') {
            is_whole = false;
            is_valid &= self.digits() > 0;
        }
        if self.accept(b'e') || self.accept(b'E') {
            is_whole = false;
            _ = self.accept(b'+') || self.accept(b'-');
            is_valid &= self.digits() > 0;
        }
        if !is_valid {
            return Err("invalid number");
        }
        let text = &self.text[start..self.at];
        if is_whole && text != "-0" {
            if let Ok(number) = text.parse() {
                return Ok(Value::Int(number));
            }
            if text.parse::<u64>().is_ok() {
                return Ok(Value::Text(text));
            }
        }
        Ok(match text.parse() {
            Ok(number) if f64::is_finite(number) => Value::Float(number),
            _ => Value::Text(text),
        })
    }

    /// Moves one level deeper.
    pub(super) fn enter(&mut self) -> Result<()> {
        if self.depth == DEEPEST {
            return Err("recursion limit exceeded");
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Moves one level up, over the end of a list or object.
    pub(super) fn leave(&mut self, end: u8) -> Result<()> {
        self.depth -= 1;
        self.expect(end, "end of a list or object expected")
    }

    /// Moves to the next element or member; returns `false` at the end of the list or object.
    pub(super) fn advance(&mut self, is_first: &mut bool, end: u8) -> Result<bool> {
        let is_first = std::mem::take(is_first);
        match self.peek() {
            Some(byte) if byte == end => return Ok(false),
            _ if is_first => {}
            Some(b',') => self.at += 1,
            _ => return Err("comma or end of a list or object expected"),
        }
        Ok(true)
    }

    /// Moves over a value, however deep.
    pub(super) fn skip(&mut self) -> Result<()> {
        let mut ends = Vec::new();
        loop {
            let begin = self.peek();
            let end = match begin {
                Some(b'{') => Some(b'}'),
                Some(b'[') => Some(b']'),
                Some(b'"') => self.string().map(|_| None)?,
                Some(b'-' | b'0'..=b'9') => self.number().map(|_| None)?,
                Some(b't') => self.word("true").map(|()| None)?,
                Some(b'f') => self.word("false").map(|()| None)?,
                Some(b'n') => self.word("null").map(|()| None)?,
                _ => return Err("value expected"),
            };
            let mut is_first = end.is_some();
            if let Some(end) = end {
                self.at += 1;
                ends.push(end);
            }
            loop {
                let Some(end) = ends.last().copied() else { return Ok(()) };
                if self.advance(&mut is_first, end)? {
                    if end == b'}' {
                        self.name()?;
                    }
                    break;
                }
                self.at += 1;
                ends.pop();
            }
        }
    }

    /// Moves over a value, and returns its text.
    pub(super) fn raw(&mut self) -> Result<&'t str> {
        self.peek();
        let start = self.at;
        self.skip()?;
        Ok(&self.text[start..self.at])
    }

    /// Reads any JSON. Counts list entries, and structures within an object, because each of them
    /// costs memory.
    pub(super) fn json(&mut self, entries: &mut Entries) -> Result<serde_json::Value> {
        let mut is_first = true;
        Ok(match self.peek() {
            Some(b'"') => self.string()?.into_owned().into(),
            Some(b'-' | b'0'..=b'9') => match self.number()? {
                Value::Int(number) => number.into(),
                Value::Float(number) => number.into(),
                Value::Text(text) => text.parse().map_or_else(|_| text.into(), u64::into),
                Value::Bool(value) => value.into(),
                Value::Json(json) => json.clone(),
            },
            Some(b't') => self.word("true").map(|()| true.into())?,
            Some(b'f') => self.word("false").map(|()| false.into())?,
            Some(b'n') => self.word("null").map(|()| serde_json::Value::Null)?,
            Some(b'{') => {
                self.enter()?;
                let mut members = serde_json::Map::new();
                while self.advance(&mut is_first, b'}')? {
                    let name = self.name()?.into_owned();
                    let value = self.json(entries)?;
                    if value.is_object() || value.is_array() {
                        entries.add()?;
                    }
                    members.insert(name, value);
                }
                self.leave(b'}')?;
                members.into()
            }
            Some(b'[') => {
                self.enter()?;
                let mut elements = Vec::new();
                while self.advance(&mut is_first, b']')? {
                    elements.push(self.json(entries)?);
                    entries.add()?;
                }
                self.leave(b']')?;
                elements.into()
            }
            _ => return Err("value expected"),
        })
    }
}

#[cfg(test)]
mod tests;

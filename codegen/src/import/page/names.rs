//! Names of rows: as pages write them, and as the description has them.

use crate::diagnostics::text::code;
use crate::parameter_tree::{DEEPEST, is_name};

/// A name that is longer is a slip.
pub(super) const LONGEST: usize = 100;

/// A row's name as it is understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    /// Set if the name is the name of a list: `Ids.N`.
    pub(super) list: bool,
    /// Note on what was assumed.
    pub(super) note: Option<String>,
}

/// Reads the name of a request's row: `Limit`, `Ids.N`, `Disks.N.Size`. An error says why it is
/// none.
pub(super) fn parameter(written: &str) -> Result<Named, String> {
    let marked = unmarked(written);
    let dotted = dotted(&marked);
    let parts = parts(&dotted);
    let list = matches!(parts.last(), Some(Part::Index));
    let mut names = 0;
    let mut after_name = false;
    for part in &parts {
        match part {
            Part::Index if after_name => after_name = false,
            Part::Index if names > 0 => {
                return Err("is a list of lists, which no request can carry".into());
            }
            Part::Name(name) if is_name(name) => {
                names += 1;
                after_name = true;
            }
            _ => return Err("cannot name a parameter".into()),
        }
    }
    if names > DEEPEST {
        return Err(format!("nests deeper than {DEEPEST} names"));
    }
    let name = joined(&parts);
    if name.len() > LONGEST {
        return Err(format!("is longer than {LONGEST} characters"));
    }
    let note = (name != marked).then(|| format!("taken as {}", code(&name)));
    Ok(Named { name, list, note })
}

/// Reads the name of a member of a response or a structure. An error says why it is none.
pub(super) fn member(written: &str) -> Result<Named, String> {
    let marked = unmarked(written);
    let dotted = dotted(&marked);
    let parts = parts(&dotted);
    let (name, list) = match parts.as_slice() {
        [Part::Name(name)] => (name, false),
        [Part::Name(name), Part::Index] => (name, true),
        [_, _, ..] if parts.iter().all(Part::is_sound) => {
            return Err("is a field of a field, which needs a separate structure".into());
        }
        _ => return Err("cannot name a field".into()),
    };
    if !is_name(name) {
        return Err("cannot name a field".into());
    }
    if name.len() > LONGEST {
        return Err(format!("is longer than {LONGEST} characters"));
    }
    let note = (*name != marked).then(|| format!("taken as {}", code(name)));
    Ok(Named { name: (*name).to_owned(), list, note })
}

/// A name in an example's address: as it is written, but that every index is a number.
pub(super) fn sent(written: &str) -> Option<String> {
    let plausible = written.len() <= LONGEST
        && written.starts_with(|c: char| c.is_ascii_alphabetic())
        && written.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'[' | b']' | b'-')
        });
    if !plausible {
        return None;
    }
    let mut name = String::with_capacity(written.len());
    for (index, part) in dotted(written).split('.').enumerate() {
        let digits = part.trim_matches(['[', ']']);
        let number = digits.parse::<u64>().ok().filter(|_| is_digits(digits));
        if index > 0 {
            name.push('.');
        }
        match number {
            _ if index == 0 => name.push_str(part),
            Some(number) => name.push_str(&number.to_string()),
            None if is_digits(digits) && !digits.is_empty() => return None,
            None if is_index(part) => name.push('0'),
            None => name.push_str(part),
        }
    }
    Some(name)
}

/// Part of a dotted name.
#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Name(&'a str),
    /// Any entry of the list that the name before it is.
    Index,
}

impl Part<'_> {
    fn is_sound(&self) -> bool {
        match self {
            Part::Name(name) => is_name(name),
            Part::Index => true,
        }
    }
}

fn parts(name: &str) -> Vec<Part<'_>> {
    name.split('.')
        .enumerate()
        .map(
            |(place, part)| {
                if place > 0 && is_index(part) { Part::Index } else { Part::Name(part) }
            },
        )
        .collect()
}

fn joined(parts: &[Part<'_>]) -> String {
    let mut name = String::new();
    for part in parts {
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(match part {
            Part::Name(name) => name,
            Part::Index => "N",
        });
    }
    name
}

/// The name with a dot before each bracket that is written like one: `Disks.[N].Size` of
/// `Disks[N].Size`.
fn dotted(name: &str) -> String {
    let mut dotted = String::with_capacity(name.len() + 2);
    for char in name.chars() {
        if matches!(char, '[' | '{' | '<' | '(') && !dotted.is_empty() && !dotted.ends_with('.') {
            dotted.push('.');
        }
        dotted.push(char);
    }
    dotted
}

/// Checks for a part that means any entry of a list: `N`, `n`, `0`, `[N]`, `[]`.
fn is_index(part: &str) -> bool {
    let bare = ["[]", "{}", "<>", "()"].iter().find_map(|pair| {
        let mut ends = pair.chars();
        part.strip_prefix(ends.next()?)?.strip_suffix(ends.next()?)
    });
    let inside = bare.unwrap_or(part);
    matches!(inside, "N" | "n" | "i" | "m" | "x")
        || bare.is_some_and(str::is_empty)
        || !inside.is_empty() && is_digits(inside)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A name without what only marks it: stars, raised numbers, daggers, what cannot be seen.
fn unmarked(written: &str) -> String {
    let is_mark = |c: char| {
        c.is_whitespace()
            || matches!(c, '.' | '*' | '＊' | '†' | '‡' | '§' | ':' | '：' | '`' | '"' | '\'')
            || matches!(c, '¹' | '²' | '³' | '⁰'..='⁹')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let mut name = written.trim_matches(is_mark);
    // `Name^1`, and `Name[^1]` where the page has no such footnote.
    if let Some((before, mark)) = name.rsplit_once('^')
        && mark.len() <= 4
        && mark
            .trim_end_matches(']')
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'*')
    {
        name = before.trim_end_matches('[').trim_end_matches(is_mark);
    }
    name.to_owned()
}

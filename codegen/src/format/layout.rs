//! Where rustfmt breaks a line and prettyplease does not, or the other way round.
//!
//! Both break what is too long; where they differ, rustfmt is right, and its way is taken here line by line:
//!
//! - a structure that fits on one line is not broken, nor is what is around it;
//! - what holds nothing but a structure or a match opens and closes with it: `&[Region {`, `Some(match name {`;
//! - a value that fits on a line of its own stands there, below the name that it is given;
//! - alternatives of a pattern stand further in than the first;
//! - the short elements of a list that is too long for one line share lines.

/// The margin, prettyplease's and that of rustfmt.toml.
const WIDTH: usize = 89;
const INDENT: usize = 4;
/// Elements of a list are short up to this many columns: rustfmt's `short_array_element_width_threshold`.
const SHORT: usize = 10;

/// Mends the text; a line that is only `blank` becomes an empty one.
pub(super) fn adjust(text: &str, blank: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut literal_end: Option<String> = None;
    for line in text.lines() {
        if let Some(end) = &literal_end {
            if line.contains(end.as_str()) {
                literal_end = None;
            }
            lines.push(line.to_owned());
        } else if line.trim_start() == blank {
            lines.push(String::new());
        } else if line.trim_start().starts_with("| ") {
            lines.push(format!("{}{line}", " ".repeat(INDENT)));
        } else {
            literal_end = open_literal(line);
            push(&mut lines, line.to_owned());
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Adds a line and mends what it completes.
fn push(lines: &mut Vec<String>, line: String) {
    let closes = line.trim_start().starts_with(['}', ']', ')', '>']);
    let ends_chain = line.trim_start().starts_with('.') && line.ends_with(';');
    lines.push(line);
    if !closes && !ends_chain {
        return;
    }
    let Some(start) = opening(lines) else { return };
    if closes && holds_one(lines, start) {
        let inner = lines.split_off(start);
        for line in inner {
            push(lines, line);
        }
        return;
    }
    let all = &lines[start..];
    if let Some(short) = joined(all).or_else(|| arm(all)).or_else(|| packed(all)) {
        lines.truncate(start);
        lines.extend(short);
    }
}

/// The line that the last one closes, or whose chain it continues.
fn opening(lines: &[String]) -> Option<usize> {
    let last = lines.len() - 1;
    let closing = &lines[last];
    let indent = if closing.trim_start().starts_with('.') {
        indent_of(closing).checked_sub(INDENT)?
    } else {
        indent_of(closing)
    };
    let start = lines[..last]
        .iter()
        .rposition(|line| !line.is_empty() && indent_of(line) <= indent)?;
    (indent_of(&lines[start]) == indent).then_some(start)
}

/// The lines as one or, where they give a value that fits on the next line, as two.
fn joined(lines: &[String]) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    if first.ends_with('{') && !is_structure(first, rest) {
        return None;
    }
    let inner = indent_of(first) + INDENT;
    let (last, middle) = rest.split_last()?;
    let assigns = first.contains(" = ");
    let statement = |line: &String| line.ends_with(['{', ';']);
    let nested = |line: &String| indent_of(line) != inner;
    if middle.iter().any(|line| statement(line) || (!assigns && nested(line))) {
        return None;
    }
    let mut line = first.clone();
    for next in middle.iter().chain([last]) {
        let next = next.trim_start();
        if next.starts_with(['}', ']', ')', '>']) && line.ends_with(',') {
            line.pop();
        }
        let tight = line.ends_with(['(', '[', '<']) || next.starts_with(['.', ')', ']', '>']);
        line.push_str(if tight { "" } else { " " });
        line.push_str(next);
        if line.len() > 2 * WIDTH {
            return None;
        }
    }
    if columns(&line) <= WIDTH {
        return Some(vec![line]);
    }
    let (left, right) = line.split_once(" = ").filter(|_| assigns)?;
    let right = format!("{}{right}", " ".repeat(inner));
    (columns(&right) <= WIDTH).then(|| vec![format!("{left} ="), right])
}

/// Whether the line opens a structure's value, rather than a body or a definition.
fn is_structure(first: &str, rest: &[String]) -> bool {
    let field = |line: &String| {
        let line = line.trim_start();
        let name = line.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(0);
        name > 0 && line.ends_with(',') && line[name..].starts_with([':', ','])
    };
    let path = first.trim_end_matches(" {").rsplit(|c: char| !c.is_alphanumeric()).next();
    let typed = path.is_some_and(|path| path.starts_with(char::is_uppercase));
    let start = first.trim_start();
    let defines = ["pub ", "struct ", "enum ", "impl", "match "];
    let defines = defines.iter().any(|word| start.starts_with(word)) && !start.contains("const ");
    let Some((_, fields)) = rest.split_last() else { return false };
    typed && !defines && fields.iter().all(field)
}

/// An arm of a match on one line, if it fits there.
fn arm(lines: &[String]) -> Option<Vec<String>> {
    let [pattern, value, end] = lines else { return None };
    let pattern = pattern.strip_suffix("=> {")?;
    let line = format!("{pattern}=> {},", value.trim_start());
    let fits = end.trim_start() == "}" && !value.ends_with(';') && columns(&line) <= WIDTH;
    fits.then(|| vec![line])
}

/// The elements of a list as many to a line as fit, if all of them are short.
fn packed(lines: &[String]) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    let (last, elements) = rest.split_last()?;
    let short = |line: &String| {
        let element = line.trim_start().trim_end_matches(',');
        element.len() <= SHORT && !element.contains(['(', '{', '['])
    };
    if !first.ends_with('[') || !elements.iter().all(short) {
        return None;
    }
    let mut packed: Vec<String> = Vec::new();
    for element in elements {
        match packed.last_mut() {
            Some(line) if columns(line) + columns(element.trim_start()) < WIDTH => {
                line.push(' ');
                line.push_str(element.trim_start());
            }
            _ => packed.push(element.clone()),
        }
    }
    packed.insert(0, first.clone());
    packed.push(last.clone());
    Some(packed)
}

/// Lets what holds one structure or match open and close with it.
fn holds_one(lines: &mut Vec<String>, start: usize) -> bool {
    let indent = indent_of(&lines[start]);
    let inner = &lines[start + 1..lines.len() - 1];
    let (Some(first), Some(last)) = (inner.first(), inner.last()) else { return false };
    let alone = inner.iter().filter(|line| indent_of(line) == indent + INDENT).count() == 2;
    let fits = alone
        && lines[start].ends_with(['[', '('])
        && first.ends_with('{')
        && last.trim_start() == "},";
    if !fits {
        return false;
    }
    let (first, opening) = (first.trim_start().to_owned(), lines[start].clone());
    let closing = lines.pop().unwrap_or_default();
    lines.pop();
    lines[start] = format!("{opening}{first}");
    lines.remove(start + 1);
    for line in &mut lines[start + 1..] {
        line.drain(..INDENT.min(indent_of(line)));
    }
    lines.push(format!("{}}}{}", " ".repeat(indent), closing.trim_start()));
    true
}

/// What ends the raw text that the line begins, if it begins one and does not end it.
fn open_literal(line: &str) -> Option<String> {
    let start = line.find("r#")? + 1;
    let hashes = line[start..].len() - line[start..].trim_start_matches('#').len();
    let after = line[start + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    (!after.contains(&end)).then_some(end)
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn columns(line: &str) -> usize {
    line.chars().count()
}

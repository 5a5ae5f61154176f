//! Where rustfmt breaks a line and prettyplease does not, or the other way round.
//!
//! Both break what is too long; where they differ, rustfmt is right, and its way is taken here line by line:
//!
//! - a structure that fits on one line is not broken, nor is what is around it;
//! - what holds nothing but a structure or a match opens and closes with it: `&[Region {`, `Some(match name {`;
//! - a value that fits on a line of its own stands there, below the name that it is given;
//! - a call on a plain name is not broken before its dot;
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
    if only_call(lines, start) {
        return;
    }
    let all = &lines[start..];
    let better = joined(all).or_else(|| arm(all)).or_else(|| unwrapped_arm(all));
    if let Some(short) = better.or_else(|| packed(all)) {
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
    // rustfmt forgets to count the `impl` of a type whose arguments it might break.
    let uncounted = if last.trim_start().starts_with('>') && first.contains(": impl ") { 5 } else { 0 };
    if columns(&line) <= WIDTH + uncounted {
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

/// An arm of a match whose tuple fits on a line of its own.
fn unwrapped_arm(lines: &[String]) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    let (last, elements) = rest.split_last()?;
    let pattern = first.strip_suffix("=> (")?;
    let inner = indent_of(first) + INDENT;
    if elements.iter().any(|line| indent_of(line) != inner) || last.trim_start() != ")," {
        return None;
    }
    let elements: Vec<&str> = elements.iter().map(|line| line.trim_start()).collect();
    let tuple = format!("({})", elements.join(" ").trim_end_matches(','));
    let value = format!("{}{tuple}", " ".repeat(inner));
    let end = format!("{}}}", " ".repeat(indent_of(first)));
    (columns(&value) <= WIDTH).then(|| vec![format!("{pattern}=> {{"), value, end])
}

/// The elements of a list as many to a line as fit, if all of them are short.
fn packed(lines: &[String]) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    let (last, elements) = rest.split_last()?;
    if !first.ends_with('[') || elements.iter().any(|line| line.contains(['(', '{', '['])) {
        return None;
    }
    // prettyplease packs numbers, and them only, however long they are.
    let numbers = elements.iter().all(|line| line.chars().all(|c| "0123456789_, ".contains(c)));
    let elements: Vec<&str> = elements
        .iter()
        .flat_map(|line| line.split(if numbers { ' ' } else { '\n' }))
        .map(str::trim_start)
        .filter(|element| !element.is_empty())
        .collect();
    let short = |element: &&str| element.trim_end_matches(',').len() <= SHORT;
    let all_short = elements.iter().all(short);
    let indent = " ".repeat(indent_of(first) + INDENT);
    let mut packed: Vec<String> = Vec::new();
    for element in elements {
        match packed.last_mut() {
            Some(line) if all_short && columns(line) + columns(element) < WIDTH => {
                line.push(' ');
                line.push_str(element);
            }
            _ => packed.push(format!("{indent}{element}")),
        }
    }
    packed.insert(0, first.clone());
    packed.push(last.clone());
    Some(packed)
}

/// Lets what holds one thing of several lines open and close with it.
fn holds_one(lines: &mut Vec<String>, start: usize) -> bool {
    let indent = indent_of(&lines[start]);
    let inner = &lines[start + 1..lines.len() - 1];
    let (Some(first), Some(last)) = (inner.first(), inner.last()) else { return false };
    if inner.iter().filter(|line| indent_of(line) == indent + INDENT).count() != 2 {
        return false;
    }
    let (opening, first, last) = (&lines[start], first.trim_start(), last.trim_start());
    let closing = lines.last().map_or("", |line| line.trim_start());
    let (opening, closing) = if opening.ends_with(['[', '(']) && first.ends_with('{') && last == "}," {
        (format!("{opening}{first}"), format!("}}{closing}"))
    } else if opening.ends_with("=> {") && first == "(" && last == ")" {
        (opening.replace("=> {", "=> ("), "),".to_owned())
    } else {
        return false;
    };
    lines[start] = opening;
    lines.truncate(lines.len() - 2);
    lines.remove(start + 1);
    for line in &mut lines[start + 1..] {
        line.drain(..INDENT.min(indent_of(line)));
    }
    lines.push(format!("{}{closing}", " ".repeat(indent)));
    true
}

/// Lets a call on a plain name stand beside it, though its arguments do not.
fn only_call(lines: &mut Vec<String>, start: usize) -> bool {
    let (Some(before), opening) = (start.checked_sub(1), lines[start].trim_start()) else {
        return false;
    };
    let indent = indent_of(&lines[start]);
    let name = lines[before].trim_start();
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    let closing = lines.last().is_some_and(|line| line.trim_start() == ")");
    if !(plain && closing && opening.starts_with('.') && opening.ends_with('(')) {
        return false;
    }
    if indent_of(&lines[before]) + INDENT != indent {
        return false;
    }
    lines[before] = format!("{}{opening}", lines[before]);
    lines.remove(start);
    for line in &mut lines[start..] {
        line.drain(..INDENT.min(indent_of(line)));
    }
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

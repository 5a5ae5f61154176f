//! Where rustfmt breaks a line and prettyplease does not, or the other way round.
//!
//! Both break what is too long, and mostly alike; where they differ, rustfmt is right, and its way is taken here line
//! by line. Each rule of [`rules`] looks at lines that belong together (from one that opens a bracket to the one
//! that closes it, or a single one) and gives the lines that rustfmt would write, if they are others.

mod rules;

/// The margin, prettyplease's and that of rustfmt.toml.
const WIDTH: usize = 89;
const INDENT: usize = 4;

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
        } else {
            literal_end = open_literal(line);
            if literal_end.is_some() {
                lines.push(line.to_owned());
            } else {
                push(&mut lines, line.to_owned());
            }
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Adds a line and mends what it completes.
fn push(lines: &mut Vec<String>, line: String) {
    let start = line.trim_start();
    let closes = start.starts_with(['}', ']', ')', '>']);
    let ends_chain = start.starts_with('.') && line.ends_with(';');
    lines.push(line);
    let group = if closes || ends_chain { opening(lines) } else { None };
    let group = group.unwrap_or(lines.len() - 1);
    let mended = if lines.len() - group == 1 {
        rules::of_line(&lines[group], &|| is_field(lines))
    } else {
        rules::of_group(&lines[group..], &|| is_field(lines))
    };
    match mended {
        None => {}
        Some(Mended::Done(mended)) => {
            lines.truncate(group);
            lines.extend(mended);
        }
        Some(Mended::Moved(mended)) => {
            lines.truncate(group);
            for line in mended {
                push(lines, line);
            }
        }
    }
}

/// Lines that stand for others.
enum Mended {
    /// As they are.
    Done(Vec<String>),
    /// Further out than before, so that more may fit on them.
    Moved(Vec<String>),
}

/// The line that the last one closes, or whose chain it continues.
fn opening(lines: &[String]) -> Option<usize> {
    let (closing, before) = lines.split_last()?;
    let indent = if closing.trim_start().starts_with('.') {
        indent_of(closing).checked_sub(INDENT)?
    } else {
        indent_of(closing)
    };
    let start =
        before.iter().rposition(|line| !line.is_empty() && indent_of(line) <= indent)?;
    (indent_of(&lines[start]) == indent).then_some(start)
}

/// Whether the last lines are a field of a structure, of its definition or its value.
fn is_field(lines: &[String]) -> bool {
    let indent = lines.last().map_or(0, |line| indent_of(line));
    let outer =
        lines.iter().rev().find(|line| !line.is_empty() && indent_of(line) < indent);
    outer.is_some_and(|outer| {
        let value = outer.trim_start().starts_with("let ") && outer.ends_with(" {");
        outer.starts_with("pub struct ") || value
    })
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

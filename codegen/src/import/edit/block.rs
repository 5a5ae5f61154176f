//! Changes of maps and lists in block style: whole lines.

use super::Target;
use super::lines::is_blank;
use super::splice::Splice;
use super::syntax::{Form, Kind, Part};
use super::yaml::{Lined, Written, Yaml, marker, pad};

/// Writes another value in the place of a part's.
pub(super) fn replace(
    target: &Target<'_>,
    index: usize,
    value: &Yaml,
) -> Option<Vec<Splice>> {
    let lines = target.lines;
    let part = target.collection.parts.get(index)?;
    if !part.marked {
        return None;
    }
    let old = &part.value;
    let Written { head, below } =
        value.written(column(target)?, body_column(target, part));
    let spaced = if head.is_empty() { String::new() } else { format!(" {head}") };
    match &old.kind {
        Kind::Collection(collection) if collection.form == Form::Block => {
            let start = lines.start(old.span.start);
            let before = start.checked_sub(1)?;
            Some(vec![
                Splice::at(part.mark, spaced),
                lines.below(before, old.span.end, &below),
            ])
        }
        Kind::Block { head: signs } => {
            let header = if head.is_empty() {
                Splice::cut(part.mark..*signs)
            } else {
                Splice::new(old.span.start..*signs, head)
            };
            Some(vec![header, lines.below(*signs, old.span.end, &below)])
        }
        Kind::Scalar | Kind::Collection(_) => {
            let end = part.end();
            let line = if old.span.is_empty() {
                Splice::at(part.mark, spaced)
            } else if !head.is_empty() {
                Splice::new(old.span.clone(), head)
            } else if is_blank(lines.between(part.mark, old.span.start)) {
                Splice::cut(part.mark..end)
            } else if is_blank(lines.between(end, lines.end(end))) {
                let before = lines.start(old.span.start).checked_sub(1)?;
                return Some(vec![lines.below(before, end, &below)]);
            } else {
                // The comment behind it keeps the line.
                let rest = lines.between(end, lines.end(end));
                let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
                Splice::cut(old.span.start..end + blank)
            };
            Some(vec![line, lines.below(end, end, &below)])
        }
    }
}

/// Adds a part.
pub(super) fn insert(
    target: &Target<'_>,
    index: usize,
    key: Option<&str>,
    value: &Yaml,
) -> Option<Vec<Splice>> {
    let lines = target.lines;
    let column = column(target)?;
    let new = Lined::part(&marker(key), value, column);
    if let Some(previous) = index.checked_sub(1) {
        let end = target.collection.parts.get(previous)?.end();
        return Some(vec![lines.below(end, end, &new)]);
    }
    let first = target.collection.parts.first()?.start;
    if let Some((_, holder)) = target.holder
        && lines.next(holder.mark) < lines.start(first)
    {
        // Comments above the first part are about that part.
        return Some(vec![lines.below(holder.mark, holder.mark, &new)]);
    }
    let mut text = new.lines.join(lines.newline).trim_start_matches(' ').to_owned();
    text.push_str(lines.newline);
    text.push_str(&pad(column));
    Some(vec![Splice::at(first, text)])
}

/// Removes a part with its lines.
pub(super) fn remove(target: &Target<'_>, index: usize) -> Option<Vec<Splice>> {
    let lines = target.lines;
    let part = target.collection.parts.get(index)?;
    let next_line = lines.next(part.end());
    let whole = lines.start(part.start)..next_line;
    if target.collection.parts.len() == 1 {
        let empty = if target.collection.list { "[]" } else { "{}" };
        return Some(match target.holder {
            Some((_, holder)) if holder.key.is_some() => {
                vec![Splice::at(holder.mark, format!(" {empty}")), Splice::cut(whole)]
            }
            _ => vec![Splice::new(part.start..lines.end(part.end()), empty)],
        });
    }
    if lines.leads(part.start) {
        return Some(vec![Splice::cut(whole)]);
    }
    // It stands beside the dash of the entry that it belongs to; so does the next one then, unless a comment is between.
    let second = target.collection.parts.get(index + 1)?.start;
    if lines.start(second) == next_line {
        return Some(vec![Splice::cut(part.start..second)]);
    }
    let before = lines.between(lines.start(part.start), part.start).trim_end();
    let start = lines.start(part.start) + before.len();
    Some(vec![Splice::cut(start..lines.end(part.end()))])
}

/// The column of the parts.
fn column(target: &Target<'_>) -> Option<usize> {
    Some(target.lines.column(target.collection.parts.first()?.start))
}

/// The column of the lines of a part's `|` block.
fn body_column(target: &Target<'_>, part: &Part<'_>) -> Option<usize> {
    let lines = target.lines;
    let Kind::Block { head } = part.value.kind else { return None };
    let signs = lines.between(part.value.span.start, head);
    if let Some(told) = signs.bytes().find(u8::is_ascii_digit) {
        return Some(column(target)? + usize::from(told - b'0'));
    }
    let body = lines.between(lines.next(head), part.value.span.end);
    let first = body.split('\n').find(|line| !line.trim().is_empty())?;
    Some(first.len() - first.trim_start_matches(' ').len())
}

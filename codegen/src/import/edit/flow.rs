//! Changes of maps and lists in brackets.

use super::Target;
use super::splice::Splice;
use super::syntax::Form;
use super::yaml::{INDENT, Lined, Yaml, marker, pad, scalar};

/// Writes another value in the place of a part's.
pub(super) fn replace(
    target: &Target<'_>,
    index: usize,
    value: &Yaml,
) -> Option<Vec<Splice>> {
    let part = target.collection.parts.get(index)?;
    let value = value.inline();
    Some(vec![if !part.value.span.is_empty() {
        Splice::new(part.value.span.clone(), value)
    } else if part.marked {
        Splice::at(part.mark, format!(" {value}"))
    } else {
        Splice::at(part.mark, format!(": {value}"))
    }])
}

/// Adds a part.
pub(super) fn insert(
    target: &Target<'_>,
    index: usize,
    key: Option<&str>,
    value: &Yaml,
) -> Option<Vec<Splice>> {
    let lines = target.lines;
    let parts = &target.collection.parts;
    let Some(first) = parts.first() else { return fill(target, key, value) };
    let text = inline(key, value);
    let Some(previous) = index.checked_sub(1) else {
        let is_own = lines.leads(first.start) && lines.trails(first.extent());
        let after = if is_own { line(target, first.start) } else { " ".to_owned() };
        return Some(vec![Splice::at(first.start, format!("{text},{after}"))]);
    };
    let previous = parts.get(previous)?;
    let (end, extent) = (previous.end(), previous.extent());
    if !lines.leads(previous.start) || !lines.trails(extent) {
        return Some(vec![Splice::at(end, format!(", {text}"))]);
    }
    let before = line(target, previous.start);
    let line_end = lines.end(extent);
    Some(if previous.comma.is_some() {
        vec![Splice::at(line_end, format!("{before}{text},"))]
    } else {
        vec![Splice::at(end, ","), Splice::at(line_end, format!("{before}{text}"))]
    })
}

/// Adds the first part.
fn fill(target: &Target<'_>, key: Option<&str>, value: &Yaml) -> Option<Vec<Splice>> {
    let lines = target.lines;
    let span = target.value.span.clone();
    let text = inline(key, value);
    let inside = lines.between(span.start + 1, span.end.checked_sub(1)?);
    if !inside.trim().is_empty() {
        // There is a comment in it.
        return Some(vec![Splice::at(span.start + 1, format!(" {text}"))]);
    }
    if let Some((holder, part)) = target.holder
        && part.key.is_some()
        && holder.form == Form::Block
        && (target.collection.list || value.is_block())
        && lines.between(part.mark, span.start).trim().is_empty()
    {
        let column = lines.column(holder.parts.first()?.start) + INDENT;
        let new = Lined::part(&marker(key), value, column);
        return Some(vec![
            Splice::cut(part.mark..span.end),
            lines.below(span.end, span.end, &new),
        ]);
    }
    let text = if target.collection.list {
        format!("[{text}]")
    } else {
        format!("{{ {text} }}")
    };
    Some(vec![Splice::new(span, text)])
}

/// Removes a part, with its lines where they are its own.
pub(super) fn remove(target: &Target<'_>, index: usize) -> Option<Vec<Splice>> {
    let lines = target.lines;
    let parts = &target.collection.parts;
    let part = parts.get(index)?;
    let span = target.value.span.clone();
    let (start, end, extent) = (part.start, part.end(), part.extent());
    let is_commented = |from, to| lines.between(from, to).contains('#');
    if parts.len() == 1
        && !is_commented(span.start, start)
        && !is_commented(end, span.end)
    {
        let empty = if target.collection.list { "[]" } else { "{}" };
        return Some(vec![Splice::new(span, empty)]);
    }
    if lines.leads(start) && lines.trails(extent) {
        return Some(vec![Splice::cut(lines.start(start)..lines.next(extent))]);
    }
    let previous = index.checked_sub(1).and_then(|index| parts.get(index));
    let next = parts.get(index + 1);
    let blank = lines.between(extent, span.end);
    let blank = blank.len() - blank.trim_start_matches([' ', '\t']).len();
    let range = match (previous, next) {
        (Some(previous), None) if !is_commented(previous.end(), start) => {
            previous.end()..end
        }
        (_, Some(next)) if !lines.between(extent, next.start).contains('\n') => {
            start..next.start
        }
        (Some(previous), Some(_)) if !lines.leads(start) => previous.extent()..extent,
        (_, Some(next)) if !is_commented(extent, next.start) => start..next.start,
        // A comment follows, or stands before the last part: it stays, and so does the line that it is on.
        _ => start..extent + blank,
    };
    Some(vec![Splice::cut(range)])
}

/// `key: value`, or a value alone.
fn inline(key: Option<&str>, value: &Yaml) -> String {
    let value = value.inline();
    key.map_or_else(|| value.clone(), |key| format!("{}: {value}", scalar(key)))
}

/// A new line, indented like that of a part.
fn line(target: &Target<'_>, start: usize) -> String {
    let lines = target.lines;
    format!("{}{}", lines.newline, pad(lines.column(start)))
}

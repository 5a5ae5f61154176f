//! Parts of messages: names as they are shown, and the likely meaning of an unknown one.

/// Formats text of the description for a message: in backticks, on one line, and shortened.
pub(crate) fn code(text: &str) -> String {
    const MOST: usize = 80;
    let mut shown = String::with_capacity(text.len().min(MOST) + 2);
    shown.push('`');
    for (index, char) in text.chars().enumerate() {
        if index == MOST {
            shown.push_str("...");
            break;
        }
        if is_unseen(char) {
            shown.extend(char.escape_unicode());
        } else {
            shown.push(char);
        }
    }
    shown.push('`');
    shown
}

/// Checks for a character that is not visible, ends a line, or changes the direction of text.
pub(crate) fn is_unseen(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(char, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Joins names: `a`, `b` or `c`.
pub(crate) fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.into_iter().map(code).collect();
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

/// Returns the name that is most similar.
pub(crate) fn nearest<'a>(
    written: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let allowed = (written.chars().count() / 3).clamp(1, 3);
    names
        .into_iter()
        .filter(|name| name.len().abs_diff(written.len()) <= allowed)
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Returns `did you mean ..?`, or a list of the names.
pub(crate) fn did_you_mean<'a, I>(written: &str, names: I) -> String
where
    I: IntoIterator<Item = &'a str>,
    I::IntoIter: Clone,
{
    const MOST_LISTED: usize = 12;
    let names = names.into_iter();
    if let Some(name) = nearest(written, names.clone()) {
        return format!("did you mean {}?", code(name));
    }
    match names.clone().count() {
        0 => "none is defined".into(),
        1..=MOST_LISTED => format!("expected {}", one_of(names)),
        count => {
            let listed: Vec<_> = names.take(MOST_LISTED).map(code).collect();
            format!("expected {} or one of {} more", listed.join(", "), count - MOST_LISTED)
        }
    }
}

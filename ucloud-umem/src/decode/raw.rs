//! Values that stay in the text of a file until they are wanted, because they may be secret.

use std::borrow::Cow;

use super::reader::{self, Reader};

/// Members of an object: the name of each, and the part of the text that is its value.
pub(crate) type RawMembers<'t> = Vec<(Cow<'t, str>, &'t str)>;

const OTHER_TYPE: &str = "another type";

/// Reads a list of profiles. A problem comes with its line.
pub(crate) fn raw_objects(text: &str) -> Result<Vec<RawMembers<'_>>, String> {
    let mut reader = Reader::new(text);
    objects(&mut reader).map_err(|problem| {
        let (line, column) = reader.line_and_column();
        if problem == OTHER_TYPE {
            format!("line {line}: expected a JSON array of profiles")
        } else if reader.peek().is_none() {
            format!("line {line}: unexpected end of the JSON")
        } else {
            // The first byte that was not read.
            format!("line {line}, column {}: invalid JSON", column + 1)
        }
    })
}

fn objects<'t>(reader: &mut Reader<'t>) -> reader::Result<Vec<RawMembers<'t>>> {
    let (mut objects, mut is_first) = (Vec::new(), true);
    begin(reader, b'[')?;
    while reader.advance(&mut is_first, b']')? {
        objects.push(members(reader)?);
    }
    reader.leave(b']')?;
    reader.end()?;
    Ok(objects)
}

fn members<'t>(reader: &mut Reader<'t>) -> reader::Result<RawMembers<'t>> {
    let (mut members, mut is_first) = (Vec::new(), true);
    begin(reader, b'{')?;
    while reader.advance(&mut is_first, b'}')? {
        members.push((reader.name()?, reader.raw()?));
    }
    reader.leave(b'}')?;
    Ok(members)
}

fn begin(reader: &mut Reader<'_>, start: u8) -> reader::Result<()> {
    match reader.peek() {
        Some(byte) if byte == start => reader.enter(),
        Some(b'[' | b'{' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => Err(OTHER_TYPE),
        _ => Err("value expected"),
    }
}

/// Returns the text that a part of a JSON text is.
pub(crate) fn raw_text(value: &str) -> Option<String> {
    let mut reader = Reader::new(value);
    let is_text = reader.peek() == Some(b'"');
    is_text.then(|| reader.string().ok().map(Cow::into_owned)).flatten()
}

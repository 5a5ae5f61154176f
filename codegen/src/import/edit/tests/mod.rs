//! Files before and after a change, byte by byte.

mod blocks;
mod files;
mod lists;
mod literals;
mod properties;
mod random;
mod refusals;
mod rows;
mod scalars;

use super::{Document, Refused, Step, Yaml};

/// The keys of a row, in the order that they are best written in.
const ROW: [&str; 5] = ["name", "type", "required", "undocumented", "doc"];

/// The keys of an action.
const ACTION: [&str; 6] =
    ["action", "source", "effect", "request", "response", "example"];

fn text(text: &str) -> Yaml {
    Yaml::Text(text.to_owned())
}

fn map<const N: usize>(entries: [(&str, Yaml); N]) -> Yaml {
    Yaml::Map(entries.map(|(key, value)| (key.to_owned(), value)).into())
}

/// `{ name: .., type: .. }`.
fn row(name: &str, ty: &str) -> Yaml {
    map([("name", text(name)), ("type", text(ty))])
}

/// The path of a row of the request.
const fn request(index: usize) -> [Step<'static>; 2] {
    [Step::Key("request"), Step::Index(index)]
}

/// Makes a change and looks at every byte.
#[track_caller]
fn changes(
    before: &str,
    change: impl FnOnce(&mut Document) -> Result<(), Refused>,
    after: &str,
) {
    let mut document = Document::parse(before).unwrap();
    assert_eq!(change(&mut document), Ok(()), "{before}");
    assert!(document.text() == after, "{}", document.text());
}

/// Tries a change that must not be made.
#[track_caller]
fn refuses(before: &str, change: impl FnOnce(&mut Document) -> Result<(), Refused>) {
    let mut document = Document::parse(before).unwrap();
    assert_eq!(change(&mut document), Err(Refused), "{}", document.text());
    assert_eq!(document.text(), before);
}

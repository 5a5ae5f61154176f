//! `models/*.yaml`.

use crate::description::fields::Fields;
use crate::description::tree::{Node, Text};
use crate::description::{Named, Row, keys, row};
use crate::report::Mistakes;

/// A structure that replies share.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) named: Named,
    /// Whether there was anything to read: a broken file stands for its name alone.
    pub(crate) readable: bool,
    pub(crate) doc: Option<Text>,
    pub(crate) members: Vec<Row>,
}

pub(super) fn read(
    node: Option<&Node>,
    stem: &str,
    file: usize,
    mistakes: &mut Mistakes,
) -> Model {
    match node.and_then(|node| Fields::read(node, &keys::MODEL, mistakes)) {
        Some(fields) => Model {
            named: Named::read(&fields, "model", stem, file),
            readable: true,
            doc: fields.text("doc"),
            members: fields.maps("members", mistakes, |node, mistakes| {
                row::read(node, &keys::MEMBER, mistakes)
            }),
        },
        None => Model {
            named: Named::broken(stem, file),
            readable: false,
            doc: None,
            members: Vec::new(),
        },
    }
}

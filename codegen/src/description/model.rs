//! `models/*.yaml`.

use crate::description::fields::Fields;
use crate::description::tree::{Node, Text};
use crate::description::{Named, Row, keys, row};
use crate::diagnostics::Diagnostics;

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
    diagnostics: &mut Diagnostics,
) -> Model {
    match node.and_then(|node| Fields::read(node, &keys::MODEL, diagnostics)) {
        Some(fields) => Model {
            named: Named::read(&fields, "model", stem, file),
            readable: true,
            doc: fields.text("doc"),
            members: fields.maps("members", diagnostics, |node, diagnostics| {
                row::read(node, &keys::MEMBER, diagnostics)
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

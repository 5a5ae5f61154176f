//! `models/*.yaml`.

use crate::description::fields::Fields;
use crate::description::keys;
use crate::description::named::Named;
use crate::description::row::{self, Row};
use crate::description::tree::{Node, Text};
use crate::diagnostics::Diagnostics;

/// Structure that responses share.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) named: Named,
    /// False for a file that cannot be read, of which only the name is known.
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
    let (fields, readable) = Fields::read_file(node, &keys::MODEL, file, diagnostics);
    Model {
        named: Named::read(&fields, "model", stem),
        readable,
        doc: fields.text("doc"),
        members: fields.maps("members", diagnostics, |node, diagnostics| {
            row::read(node, &keys::MEMBER, diagnostics)
        }),
    }
}

//! `enums/*.yaml`.

use crate::description::fields::Fields;
use crate::description::keys;
use crate::description::named::Named;
use crate::description::tree::{Node, Text};
use crate::diagnostics::Diagnostics;

/// Set of values that may grow.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) named: Named,
    /// False for a file that cannot be read, of which only the name is known.
    pub(crate) readable: bool,
    pub(crate) doc: Option<Text>,
    /// True if requests may have other values too.
    pub(crate) open: bool,
    pub(crate) values: Vec<EnumValue>,
}

/// One known value.
#[derive(Clone, Debug)]
pub(crate) struct EnumValue {
    pub(crate) wire: Text,
    pub(crate) doc: Option<Text>,
    pub(crate) rust: Option<Text>,
}

pub(super) fn read(
    node: Option<&Node>,
    stem: &str,
    file: usize,
    diagnostics: &mut Diagnostics,
) -> Enum {
    let (fields, readable) = Fields::read_file(node, &keys::ENUM, file, diagnostics);
    Enum {
        named: Named::read(&fields, "enum", stem),
        readable,
        doc: fields.text("doc"),
        open: fields.flag("open").is_some(),
        values: fields.maps("values", diagnostics, value),
    }
}

fn value(node: &Node, diagnostics: &mut Diagnostics) -> Option<EnumValue> {
    let fields = Fields::read(node, &keys::VALUE, diagnostics)?;
    Some(EnumValue {
        wire: fields.text("wire")?,
        doc: fields.text("doc"),
        rust: fields.text("rust"),
    })
}

//! `enums/*.yaml`.

use crate::description::fields::Fields;
use crate::description::tree::{Node, Text};
use crate::description::{Named, keys};
use crate::diagnostics::Diagnostics;

/// A set of values that is known to grow.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) named: Named,
    /// Whether there was anything to read: a broken file stands for its name alone.
    pub(crate) readable: bool,
    pub(crate) doc: Option<Text>,
    /// Whether requests may have other values too.
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
    match node.and_then(|node| Fields::read(node, &keys::ENUM, diagnostics)) {
        Some(fields) => Enum {
            named: Named::read(&fields, "enum", stem, file),
            readable: true,
            doc: fields.text("doc"),
            open: fields.flag("open").is_some(),
            values: fields.maps("values", diagnostics, value),
        },
        None => Enum {
            named: Named::broken(stem, file),
            readable: false,
            doc: None,
            open: false,
            values: Vec::new(),
        },
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

//! `product.yaml`.

use crate::description::fields::Fields;
use crate::description::keys;
use crate::description::row::{self, Type};
use crate::description::tree::{Node, Text};
use crate::diagnostics::Diagnostics;

/// The product as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    pub(crate) name: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) krate: Option<Text>,
    pub(crate) endpoint: Option<Text>,
    pub(crate) in_vpc_endpoint: Option<Text>,
    /// Start of the address of a page, before an action's `source`.
    pub(crate) pages: Option<Text>,
    pub(crate) docs: Option<Docs>,
    /// Spelling on the wire, spelling in types.
    pub(crate) words: Vec<(Text, Text)>,
    /// Names of parameters, and a value for each.
    pub(crate) samples: Vec<(Text, Text)>,
    pub(crate) sections: Vec<Section>,
    pub(crate) common: Vec<Common>,
}

/// The documentation pages that the description covers.
#[derive(Clone, Debug)]
pub(crate) struct Docs {
    pub(crate) folders: Vec<Text>,
    pub(crate) pages: Vec<Text>,
}

/// A group of actions.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) title: Text,
    pub(crate) doc: Option<Text>,
}

/// A row that most actions share.
#[derive(Clone, Debug)]
pub(crate) struct Common {
    pub(crate) name: Text,
    pub(crate) ty: Option<Type>,
    pub(crate) doc: Option<Text>,
}

pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Product> {
    let fields = Fields::read(node, &keys::PRODUCT, diagnostics)?;
    Some(Product {
        name: fields.text("product"),
        title: fields.text("title"),
        krate: fields.text("crate"),
        endpoint: fields.text("endpoint"),
        in_vpc_endpoint: fields.text("in_vpc_endpoint"),
        pages: fields.text("docs_url"),
        docs: fields.node("docs").and_then(|node| docs(node, diagnostics)),
        words: fields.names("words", diagnostics),
        samples: fields.names("samples", diagnostics),
        sections: fields.maps("sections", diagnostics, section),
        common: fields.maps("common", diagnostics, common),
    })
}

fn docs(node: &Node, diagnostics: &mut Diagnostics) -> Option<Docs> {
    let fields = Fields::read(node, &keys::DOCS, diagnostics)?;
    let folders = fields.values("folders", diagnostics);
    let pages = fields.values("pages", diagnostics);
    Some(Docs { folders, pages })
}

fn section(node: &Node, diagnostics: &mut Diagnostics) -> Option<Section> {
    let fields = Fields::read(node, &keys::SECTION, diagnostics)?;
    Some(Section { title: fields.text("title")?, doc: fields.text("doc") })
}

fn common(node: &Node, diagnostics: &mut Diagnostics) -> Option<Common> {
    let row = row::read(node, &keys::COMMON, diagnostics)?;
    Some(Common { name: row.name, ty: row.ty, doc: row.doc })
}

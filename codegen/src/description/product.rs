//! `product.yaml`.

use crate::description::fields::Fields;
use crate::description::tree::{Node, Text};
use crate::description::{Type, keys, row};
use crate::report::Mistakes;

/// The product as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    pub(crate) name: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) krate: Option<Text>,
    pub(crate) endpoint: Option<Text>,
    pub(crate) in_vpc_endpoint: Option<Text>,
    /// What stands before an action's `source` in the address of its page.
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

pub(super) fn read(node: &Node, mistakes: &mut Mistakes) -> Option<Product> {
    let fields = Fields::read(node, &keys::PRODUCT, mistakes)?;
    Some(Product {
        name: fields.text("product"),
        title: fields.text("title"),
        krate: fields.text("crate"),
        endpoint: fields.text("endpoint"),
        in_vpc_endpoint: fields.text("in_vpc_endpoint"),
        pages: fields.text("docs_url"),
        docs: fields.node("docs").and_then(|node| docs(node, mistakes)),
        words: fields.names("words", mistakes),
        samples: fields.names("samples", mistakes),
        sections: fields.maps("sections", mistakes, section),
        common: fields.maps("common", mistakes, common),
    })
}

fn docs(node: &Node, mistakes: &mut Mistakes) -> Option<Docs> {
    let fields = Fields::read(node, &keys::DOCS, mistakes)?;
    let folders = fields.values("folders", mistakes);
    let pages = fields.values("pages", mistakes);
    Some(Docs { folders, pages })
}

fn section(node: &Node, mistakes: &mut Mistakes) -> Option<Section> {
    let fields = Fields::read(node, &keys::SECTION, mistakes)?;
    Some(Section { title: fields.text("title")?, doc: fields.text("doc") })
}

fn common(node: &Node, mistakes: &mut Mistakes) -> Option<Common> {
    let row = row::read(node, &keys::COMMON, mistakes)?;
    Some(Common { name: row.name, ty: row.ty, doc: row.doc })
}

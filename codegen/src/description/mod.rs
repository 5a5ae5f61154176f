//! The description as it is read: each file checked against its keys, but not against the other
//! files.

mod action;
mod enumeration;
mod fields;
pub(crate) mod keys;
mod model;
mod named;
mod product;
mod regions;
mod ret_codes;
mod row;
pub(crate) mod tree;
mod type_names;

pub(crate) use action::{Action, Example, Once, Pages, ResponseText, Waiter};
pub(crate) use enumeration::{Enum, EnumValue};
pub(crate) use model::Model;
pub(crate) use named::Named;
pub(crate) use product::{Common, Product, Section};
pub(crate) use regions::{Place, Regions};
pub(crate) use ret_codes::{RetCode, RetCodes};
pub(crate) use row::{Conversion, Row, Scalar, Shape as TypeShape, Target, Type};
pub(crate) use tree::{Text, Tree};
pub(crate) use type_names::{meant_type, other_name};

use crate::description::keys::Shape;
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Span};
use crate::source::{File, Sources};

/// File that every description has.
pub(crate) const PRODUCT: &str = "product.yaml";

/// A description, file by file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Description {
    pub(crate) product: Option<Product>,
    pub(crate) actions: Vec<Action>,
    pub(crate) models: Vec<Model>,
    pub(crate) enums: Vec<Enum>,
    pub(crate) ret_codes: RetCodes,
    pub(crate) regions: Option<Regions>,
}

/// Kind of a file, by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FileKind<'a> {
    Product,
    RetCodes,
    Regions,
    Action(&'a str),
    Model(&'a str),
    Enum(&'a str),
}

impl<'a> FileKind<'a> {
    fn from_path(path: &'a str) -> Option<Self> {
        let stem = path.strip_suffix(".yaml")?;
        match stem.split_once('/') {
            None => match stem {
                "product" => Some(Self::Product),
                "ret_codes" => Some(Self::RetCodes),
                "regions" => Some(Self::Regions),
                _ => None,
            },
            Some((_, stem)) if stem.is_empty() || stem.contains(['/', '\\']) => None,
            Some(("actions", stem)) => Some(Self::Action(stem)),
            Some(("models", stem)) => Some(Self::Model(stem)),
            Some(("enums", stem)) => Some(Self::Enum(stem)),
            Some(_) => None,
        }
    }
}

/// Returns the files of a description, in the order of the report.
pub(crate) fn files(sources: &Sources) -> Vec<File<'_>> {
    let mut files: Vec<_> = sources.iter().map(|(path, text)| File::new(path, text)).collect();
    if !files.iter().any(|file| file.path == PRODUCT) {
        files.push(File::new(PRODUCT, ""));
    }
    files
}

/// Returns the keys of a file, by its path.
pub(crate) fn shape(path: &str) -> Option<&'static Shape> {
    Some(match FileKind::from_path(path)? {
        FileKind::Product => &keys::PRODUCT,
        FileKind::RetCodes => &keys::RET_CODES,
        FileKind::Regions => &keys::REGIONS,
        FileKind::Action(_) => &keys::ACTION,
        FileKind::Model(_) => &keys::MODEL,
        FileKind::Enum(_) => &keys::ENUM,
    })
}

/// Reads the files.
pub(crate) fn read(files: &[File<'_>], diagnostics: &mut Diagnostics) -> Description {
    let trees = trees(files, diagnostics);
    read_trees(files, &trees, diagnostics)
}

/// Parses the files.
pub(crate) fn trees(files: &[File<'_>], diagnostics: &mut Diagnostics) -> Vec<Tree> {
    let mut tree = |(index, file): (usize, &File<'_>)| {
        let Some(kind) = FileKind::from_path(file.path) else {
            diagnostics
                .report(Span::file(index), format!("unknown file {} in a description", code(file.path)))
                .help(
                    "a description has product.yaml, ret_codes.yaml, regions.yaml, actions/*.yaml, models/*.yaml and \
                     enums/*.yaml",
                );
            return Tree::default();
        };
        if kind == FileKind::Product && file.text.is_empty() {
            diagnostics
                .report(Span::file(index), "missing or empty file")
                .help("write the name and the endpoints of the product");
            return Tree::default();
        }
        tree::parse(index, file, diagnostics)
    };
    files.iter().enumerate().map(&mut tree).collect()
}

/// Reads the files from their trees.
pub(crate) fn read_trees(
    files: &[File<'_>],
    trees: &[Tree],
    diagnostics: &mut Diagnostics,
) -> Description {
    let mut description = Description::default();
    for (index, (file, tree)) in files.iter().zip(trees).enumerate() {
        let node = tree.root.as_ref();
        match FileKind::from_path(file.path) {
            None => {}
            Some(FileKind::Product) => {
                description.product = node.and_then(|node| product::read(node, diagnostics));
            }
            Some(FileKind::RetCodes) => {
                description.ret_codes =
                    node.map(|node| ret_codes::read(node, diagnostics)).unwrap_or_default();
            }
            Some(FileKind::Regions) => {
                description.regions = node.and_then(|node| regions::read(node, diagnostics));
            }
            Some(FileKind::Action(stem)) => {
                description.actions.push(action::read(node, stem, index, diagnostics));
            }
            Some(FileKind::Model(stem)) => {
                description.models.push(model::read(node, stem, index, diagnostics));
            }
            Some(FileKind::Enum(stem)) => {
                description.enums.push(enumeration::read(node, stem, index, diagnostics));
            }
        }
    }
    description
}

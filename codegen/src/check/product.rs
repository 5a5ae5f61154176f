//! Rules on `product.yaml`.

use std::collections::BTreeSet;

use crate::check::identifiers;
use crate::description::{Product, TypeShape};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, one_of};
use crate::names;
use crate::parameter_tree::is_name;
use crate::symbols::{COMMON, SymbolTable};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let Some(product) = &symbols.description.product else { return };
    if let Some(name) = product.name.as_ref().filter(|name| !is_name(name)) {
        diagnostics
            .add(name.at, format!("{} cannot name a product", code(name)))
            .help("write a word of letters and digits");
    }
    if let Some(title) = &product.title {
        identifiers::one_line(title, "the title of the product", diagnostics);
    }
    if let Some(krate) = &product.krate {
        let plain = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
        };
        if !krate.bytes().all(plain) || !names::is_snake(&krate.replace('-', "_")) {
            diagnostics
                .add(krate.at, format!("{} cannot name a crate", code(krate)))
                .help("write small letters, digits and `-`, such as `ucloud-umem`");
        }
    }
    if let Some(endpoint) = &product.endpoint {
        identifiers::address(endpoint, "endpoint", &["https://"], diagnostics);
    }
    if let Some(endpoint) = &product.in_vpc_endpoint {
        identifiers::address(
            endpoint,
            "in_vpc_endpoint",
            &["http://", "https://"],
            diagnostics,
        );
    }
    if let Some(pages) = &product.pages {
        identifiers::address(pages, "docs_url", &["https://"], diagnostics);
        if !pages.ends_with('/') {
            diagnostics.add(pages.at, "`docs_url` does not end with `/`").help(format!(
                "write {}: a page's `source` follows it",
                code(&format!("{}/", pages.value))
            ));
        }
    }
    words(product, diagnostics);
    sections(product, diagnostics);
    common(product, diagnostics);
}

fn words(product: &Product, diagnostics: &mut Diagnostics) {
    for (wire, rust) in &product.words {
        if !is_name(wire) || wire.contains('_') {
            diagnostics
                .add(wire.at, format!("{} is no word of a name", code(wire)))
                .help("write letters and digits, as they go over the wire");
        } else if !names::is_camel(rust) || !rust.eq_ignore_ascii_case(wire) {
            diagnostics
                .add(
                    rust.at,
                    format!("{} is no spelling of the word {}", code(rust), code(wire)),
                )
                .label("the same letters, the first of them a capital")
                .help("write it as it is to look inside a type's name");
        }
    }
}

fn sections(product: &Product, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for section in &product.sections {
        identifiers::one_line(&section.title, "the title of a section", diagnostics);
        if !seen.insert(section.title.value.as_str()) {
            diagnostics
                .add(
                    section.title.at,
                    format!("section {} is there twice", code(&section.title)),
                )
                .label("this is the second")
                .help("keep one of the two");
        }
    }
}

fn common(product: &Product, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for row in &product.common {
        if !COMMON.contains(&row.name.value.as_str()) {
            diagnostics
                .add(row.name.at, format!("row {} is no common one", code(&row.name)))
                .help(format!(
                    "a client can fill in {}; other rows are documented in each action",
                    one_of(COMMON)
                ));
        } else if !seen.insert(row.name.value.as_str()) {
            diagnostics
                .add(row.name.at, format!("row {} is there twice", code(&row.name)))
                .label("this is the second")
                .help("keep one of the two");
        }
        if let Some(ty) = &row.ty
            && (ty.list
                || ty.shape != TypeShape::Scalar(crate::description::Scalar::String))
        {
            diagnostics
                .add(
                    ty.at,
                    format!("row {} is {}", code(&row.name), code(&ty.written())),
                )
                .help("a common row is a `string`: the client holds it as text");
        }
    }
}

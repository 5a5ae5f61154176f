//! Rules on `product.yaml`.

use std::collections::BTreeSet;

use crate::check::identifiers;
use crate::description::{Product, Scalar, TypeShape};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, one_of};
use crate::names;
use crate::parameter_tree::is_name;
use crate::symbols::{COMMON, SymbolTable};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let Some(product) = &symbols.description.product else { return };
    if let Some(name) = product.name.as_ref().filter(|name| !is_name(name)) {
        diagnostics
            .report(name.span, format!("invalid product name {}", code(name)))
            .help("write a word of letters and digits");
    }
    if let Some(title) = &product.title {
        identifiers::one_line(title, "the title of the product", diagnostics);
    }
    if let Some(krate) = &product.krate {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !krate.bytes().all(plain) || !names::is_snake(&krate.replace('-', "_")) {
            diagnostics
                .report(krate.span, format!("invalid crate name {}", code(krate)))
                .help("write small letters, digits and `-`, such as `ucloud-umem`");
        }
    }
    if let Some(endpoint) = &product.endpoint {
        identifiers::address(endpoint, "endpoint", &["https://"], diagnostics);
    }
    if let Some(endpoint) = &product.in_vpc_endpoint {
        identifiers::address(endpoint, "in_vpc_endpoint", &["http://", "https://"], diagnostics);
    }
    if let Some(pages) = &product.pages {
        identifiers::address(pages, "docs_url", &["https://"], diagnostics);
        if !pages.ends_with('/') {
            diagnostics.report(pages.span, "invalid `docs_url`: expected `/` at its end").help(
                format!(
                    "write {}: a page's `source` follows it",
                    code(&format!("{}/", pages.value))
                ),
            );
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
                .report(wire.span, format!("invalid word of a name {}", code(wire)))
                .help("write letters and digits, as they go over the wire");
        } else if !names::is_camel(rust) || !rust.eq_ignore_ascii_case(wire) {
            diagnostics
                .report(
                    rust.span,
                    format!("invalid spelling {} of the word {}", code(rust), code(wire)),
                )
                .label("expected the same letters, the first one a capital")
                .help("write it as in the name of a type");
        }
    }
}

fn sections(product: &Product, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for section in &product.sections {
        identifiers::one_line(&section.title, "the title of a section", diagnostics);
        if !seen.insert(section.title.value.as_str()) {
            let what = format!("section {}", code(&section.title));
            diagnostics.report_duplicate(section.title.span, what);
        }
    }
}

fn common(product: &Product, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for row in &product.common {
        let shown = code(&row.name);
        if !COMMON.contains(&row.name.value.as_str()) {
            let common = one_of(COMMON);
            diagnostics
                .report(row.name.span, format!("invalid common row {shown}: expected {common}"))
                .help("document other rows in each action");
        } else if !seen.insert(row.name.value.as_str()) {
            diagnostics.report_duplicate(row.name.span, format!("row {shown}"));
        }
        let string = TypeShape::Scalar(Scalar::String);
        if let Some(ty) = row.ty.as_ref().filter(|ty| ty.list || ty.shape != string) {
            let written = code(&ty.written());
            diagnostics
                .report(ty.span, format!("invalid type {written} of common row {shown}"))
                .help("write `string`: the client has it as text");
        }
    }
}

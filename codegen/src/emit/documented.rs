//! Documentation that most items have in common.

use proc_macro2::TokenStream;
use quote::quote;

use crate::docs::{self, Docs};

/// Indent of a field, a variant or a method.
pub(super) const INNER: usize = 4;

/// What a description says of a thing or, where it says nothing, its name and the page that does.
pub(super) fn said(doc: Option<&str>, wire: &str, page: Option<&str>) -> Docs {
    Docs::new().text_or(doc, stand_in(wire, page))
}

/// The same as one paragraph of Markdown, for an item of a list.
pub(super) fn said_inline(doc: Option<&str>, wire: &str, page: Option<&str>) -> String {
    let said = doc.map(docs::inline).filter(|said| !said.is_empty());
    said.unwrap_or_else(|| stand_in(wire, page))
}

fn stand_in(wire: &str, page: Option<&str>) -> String {
    let name = docs::code(wire);
    match page {
        Some(page) => {
            format!("{name}; see [the vendor's page]({}).", docs::target(page))
        }
        None => format!("{name}, as the service has it."),
    }
}

/// Lets the documented name find the item, unless it is the item's own.
pub(super) fn alias(wire: &str, rust: &str) -> Option<TokenStream> {
    // rustdoc refuses other characters.
    let allowed = !wire.is_empty()
        && wire.chars().all(|c| c.is_ascii_graphic() && !"\"'".contains(c));
    (allowed && wire != rust).then(|| quote!(#[doc(alias = #wire)]))
}

/// Warns whoever uses the item; rustdoc reads Markdown here too.
pub(super) fn deprecated(why: Option<&str>) -> Option<TokenStream> {
    let why = docs::inline(&docs::sentence(why?));
    Some(quote!(#[deprecated(note = #why)]))
}

//! Documentation that most items have in common.

use proc_macro2::TokenStream;
use quote::quote;

use crate::api::Action;
use crate::docs::{self, Docs};

/// Indent of a field, a variant or a method.
pub(super) const INNER: usize = 4;

/// Returns an action's title as a sentence.
pub(super) fn title(action: &Action) -> String {
    let title = docs::sentence(&action.title);
    if action.title == action.wire {
        return format!("Calls {}.", docs::code(&action.wire));
    }
    docs::inline(&title)
}

/// Returns what a description says of a thing or, if it says nothing, its name and a link to its
/// page.
pub(super) fn said(doc: Option<&str>, wire: &str, page: Option<&str>) -> Docs {
    Docs::new().text_or(doc, stand_in(wire, page))
}

/// Returns the same as one paragraph of Markdown, for an item of a list.
pub(super) fn said_inline(doc: Option<&str>, wire: &str, page: Option<&str>) -> String {
    let said = doc.map(docs::inline).filter(|said| !said.is_empty());
    said.unwrap_or_else(|| stand_in(wire, page))
}

fn stand_in(wire: &str, page: Option<&str>) -> String {
    let name = docs::code(wire);
    match page {
        Some(page) => {
            format!("{name}; see [UCloud's documentation page]({}).", docs::target(page))
        }
        None => format!("{name}, as the service defines it."),
    }
}

/// Makes the documented name an alias, unless it is the item's own name.
pub(super) fn alias(wire: &str, rust: &str) -> Option<TokenStream> {
    // rustdoc refuses other characters.
    let allowed =
        !wire.is_empty() && wire.chars().all(|c| c.is_ascii_graphic() && !"\"'".contains(c));
    (allowed && wire != rust).then(|| quote!(#[doc(alias = #wire)]))
}

/// Marks a deprecated item; rustdoc reads Markdown here too.
pub(super) fn deprecated(why: Option<&str>) -> Option<TokenStream> {
    let why = docs::inline(&docs::sentence(why?));
    Some(quote!(#[deprecated(note = #why)]))
}

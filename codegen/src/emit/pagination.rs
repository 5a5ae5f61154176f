//! Lists: the field of a response that has the entries, and how its pages follow one another.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::{ident, literal, members, scalar};
use crate::api::{Action, Field, Member, MemberType, Pages, Scalar};

/// Returns the implementations of `Listing` and `Paged` that the action has.
pub(super) fn items(action: &Action, imports: &mut Imports) -> TokenStream {
    let Some(pages) = &action.pages else {
        let found = action.waiters.iter().find_map(|waiter| waiter.find.as_ref());
        return found.map_or_else(TokenStream::new, |find| {
            let item = imports.name("crate::models", &find.item);
            listing(
                action,
                &find.list,
                &quote!(#item),
                &quote!(C: Clone + Send + Sync + 'static),
                imports,
            )
        });
    };
    imports.names("crate::paging", &["Paged"]);
    let item = item(pages, imports);
    let bounds = quote!(C: Clone + Send + Sync + 'static);
    let listing = listing(action, &pages.items, &item, &bounds, imports);
    let name = ident(&action.rust);
    let (offset, limit) = (ident(&pages.offset), ident(&pages.limit));
    let default_limit = pages.default_limit.map(|limit| {
        let limit = literal::int(limit);
        quote!(.or(Some(#limit)))
    });
    let total = pages.total.as_ref().map(|total| total_of(action, total));
    let key = pages.key.as_ref().and_then(|key| key_of(key, imports));
    quote! {
        #listing

        impl<#bounds> Paged for #name<C> {
            fn offset(&self) -> Option<i64> {
                self.#offset
            }

            fn set_offset(&mut self, offset: i64) {
                self.#offset = Some(offset);
            }

            fn limit(&self) -> Option<i64> {
                self.#limit #default_limit
            }

            #total
            #key
        }
    }
}

fn listing(
    action: &Action,
    list: &str,
    item: &TokenStream,
    bounds: &TokenStream,
    imports: &mut Imports,
) -> TokenStream {
    imports.names("crate::paging", &["Listing"]);
    let name = ident(&action.rust);
    let expect = expectation(action, list);
    let list = ident(list);
    quote! {
        impl<#bounds> Listing for #name<C> {
            type Item = #item;

            #expect
            fn items(response: &mut Self::Response) -> &mut Vec<Self::Item> {
                &mut response.#list
            }
        }
    }
}

fn item(pages: &Pages, imports: &mut Imports) -> TokenStream {
    match &pages.item {
        MemberType::Model(name) => {
            let name = imports.name("crate::models", name);
            quote!(#name)
        }
        MemberType::Scalar(scalar) => scalar::owned(scalar, imports),
        MemberType::Json => quote!(serde_json::Value),
    }
}

fn total_of(action: &Action, total: &Field) -> TokenStream {
    let expect = expectation(action, &total.rust);
    let place = ident(&total.rust);
    let value =
        if total.optional { quote!(response.#place) } else { quote!(Some(response.#place)) };
    quote! {
        #expect
        fn total(response: &Self::Response) -> Option<i64> {
            #value
        }
    }
}

/// Returns the function that reads an entry's id, which must be a text.
fn key_of(key: &Field, imports: &mut Imports) -> Option<TokenStream> {
    let place = ident(&key.rust);
    let value = match (&key.scalar, key.optional) {
        (Scalar::Text | Scalar::Base64, true) => quote!(item.#place.as_deref()),
        (Scalar::Text | Scalar::Base64, false) => quote!(Some(&item.#place)),
        (Scalar::Enum(name), true) => {
            let name = imports.name("crate::enums", name);
            quote!(item.#place.as_ref().map(#name::as_str))
        }
        (Scalar::Enum(_), false) => quote!(Some(item.#place.as_str())),
        _ => return None,
    };
    Some(quote! {
        fn key(item: &Self::Item) -> Option<&str> {
            #value
        }
    })
}

/// Returns the attribute of a function that reads this field of the response.
fn expectation(action: &Action, rust: &str) -> Option<TokenStream> {
    members::expect_deprecated(action.members.iter().filter(|member: &&Member| member.rust == rust))
}

//! Members of a response or a model: fields, and the table by which decoding finds each.

use proc_macro2::TokenStream;
use quote::quote;

use super::documented::{self, INNER};
use super::imports::Imports;
use super::{ident, scalar};
use crate::api::{Member, MemberType, Scalar};
use crate::format;

/// Returns the fields of the type with this name.
pub(super) fn fields(
    members: &[Member],
    owner: &str,
    page: Option<&str>,
    imports: &mut Imports,
) -> Vec<TokenStream> {
    let field = |member: &Member| {
        let docs = documented::said(member.doc.as_deref(), &member.wire, page).outer(INNER);
        let alias = documented::alias(&member.wire, &member.rust);
        let deprecated = documented::deprecated(member.deprecated.as_deref());
        let name = ident(&member.rust);
        let ty = field_type(member, owner, imports);
        quote!(#docs #alias #deprecated pub #name: #ty)
    };
    members.iter().map(field).collect()
}

fn field_type(member: &Member, owner: &str, imports: &mut Imports) -> TokenStream {
    let mut ty = match &member.ty {
        MemberType::Scalar(scalar) => scalar::owned(scalar, imports),
        MemberType::Model(name) if name == owner => {
            let name = ident(name);
            quote!(#name)
        }
        MemberType::Model(name) => {
            let name = imports.name("crate::models", name);
            quote!(#name)
        }
        MemberType::Json => quote!(serde_json::Value),
    };
    if is_list(member) {
        return quote!(Vec<#ty>);
    }
    if member.boxed {
        ty = quote!(Box<#ty>);
    }
    if member.required { ty } else { quote!(Option<#ty>) }
}

/// Returns `true` for a list. Any JSON may be a list, so a list of it is any JSON too.
pub(super) fn is_list(member: &Member) -> bool {
    member.list && member.ty != MemberType::Json
}

/// Returns the call of a macro that implements a response or a model: a table of its fields.
pub(super) fn table(
    macro_name: &'static str,
    owner: &str,
    members: &[Member],
    imports: &mut Imports,
) -> TokenStream {
    imports.names("crate::response", &[macro_name]);
    let owner = ident(owner);
    let expect = expect_deprecated(members.iter());
    let fields = members.iter().map(|member| {
        let need = ident(match (&member.present, member.required) {
            (Some(_), _) => "Present",
            (None, true) => "Required",
            (None, false) => "Optional",
        });
        let (wire, slot) = (&member.wire, slot(member));
        quote!(#need(#wire, #slot))
    });
    format::macro_of_items(macro_name, &quote!(#expect const FIELDS: #owner = [#(#fields),*];))
}

/// Lets a function name deprecated members.
pub(super) fn expect_deprecated<'a>(
    mut members: impl Iterator<Item = &'a Member>,
) -> Option<TokenStream> {
    members.any(|member| member.deprecated.is_some()).then(
        || quote!(#[expect(deprecated, reason = "the service still has what it advises against")]),
    )
}

fn slot(member: &Member) -> TokenStream {
    let name = ident(&member.rust);
    match (&member.ty, is_list(member)) {
        (MemberType::Json, _) => quote!(Json(#name)),
        (MemberType::Model(_), false) => quote!(Object(#name)),
        (MemberType::Model(_), true) => quote!(Objects(#name)),
        (MemberType::Scalar(_), true) => quote!(Scalars(#name)),
        (MemberType::Scalar(Scalar::Switch { on, off }), false) => {
            quote!(Switch(#name, #on, #off))
        }
        (MemberType::Scalar(Scalar::Base64 | Scalar::Password { base64: true }), false) => {
            quote!(Base64(#name))
        }
        (MemberType::Scalar(_), false) => quote!(Scalar(#name)),
    }
}

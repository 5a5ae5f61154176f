//! The members of a reply or a model: fields, and where decoding puts each.

use proc_macro2::TokenStream;
use quote::quote;

use super::documented::{self, INNER};
use super::imports::Imports;
use super::{ident, scalar};
use crate::api::{Member, MemberType, Scalar};

/// The fields of the type with this name.
pub(super) fn fields(
    members: &[Member],
    owner: &str,
    page: Option<&str>,
    imports: &mut Imports,
) -> Vec<TokenStream> {
    let field = |member: &Member| {
        let docs =
            documented::said(member.doc.as_deref(), &member.wire, page).outer(INNER);
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

/// Any JSON may be a list, so a list of it is any JSON too.
pub(super) fn is_list(member: &Member) -> bool {
    member.list && member.ty != MemberType::Json
}

/// The implementation of `Object`.
pub(super) fn object(
    owner: &str,
    members: &[Member],
    imports: &mut Imports,
) -> TokenStream {
    imports.names("crate::decode", &["Object"]);
    let owner = ident(owner);
    let (required, optional): (Vec<_>, Vec<_>) =
        members.iter().partition(|member| member.required);
    let names = |function: &str, members: &[&Member]| {
        let function = ident(function);
        let names = members.iter().map(|member| &member.wire);
        let method = quote! {
            fn #function(&self) -> &'static [&'static str] {
                &[#(#names),*]
            }
        };
        (!members.is_empty()).then_some(method)
    };
    let present: Vec<_> =
        members.iter().filter(|member| member.present.is_some()).collect();
    let required_names = names("required", &required);
    let optional_names = names("optional", &optional);
    let present_names = names("present", &present);
    let member = if members.is_empty() {
        TokenStream::new()
    } else {
        imports.names("crate::decode", &["Slot"]);
        let numbered = required.iter().chain(&optional).enumerate();
        let arms = numbered.map(|(number, member)| {
            let number = proc_macro2::Literal::usize_unsuffixed(number);
            let (wire, slot) = (&member.wire, slot(member));
            quote!(#wire => (#number, #slot))
        });
        let expect = expect_deprecated(members.iter());
        quote! {
            #expect
            fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
                let slot = match name {
                    #(#arms,)*
                    _ => return None,
                };
                Some(slot)
            }
        }
    };
    quote! {
        impl Object for #owner {
            #required_names
            #optional_names
            #present_names
            #member
        }
    }
}

/// Lets a function name members that nobody should use any more.
pub(super) fn expect_deprecated<'a>(
    mut members: impl Iterator<Item = &'a Member>,
) -> Option<TokenStream> {
    members.any(|member| member.deprecated.is_some()).then(
        || quote!(#[expect(deprecated, reason = "the service still has what it advises against")]),
    )
}

fn slot(member: &Member) -> TokenStream {
    let name = ident(&member.rust);
    let place = quote!(&mut self.#name);
    match (&member.ty, is_list(member)) {
        (MemberType::Json, _) => quote!(Slot::Json(#place)),
        (MemberType::Model(_), false) => quote!(Slot::Object(#place)),
        (MemberType::Model(_), true) => quote!(Slot::Objects(#place)),
        (MemberType::Scalar(_), true) => quote!(Slot::Scalars(#place)),
        (MemberType::Scalar(Scalar::Switch { on, off }), false) => {
            quote!(Slot::Switch(#place, #on, #off))
        }
        (
            MemberType::Scalar(Scalar::Base64 | Scalar::Password { base64: true }),
            false,
        ) => {
            quote!(Slot::Base64(#place))
        }
        (MemberType::Scalar(_), false) => quote!(Slot::Scalar(#place)),
    }
}

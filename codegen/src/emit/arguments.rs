//! Arguments that a request, or a structure in one, requires.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::documented::{self, INNER};
use super::imports::Imports;
use super::{ident, scalar};
use crate::api::Parameter;
use crate::docs::Docs;
use crate::parameter_tree::MOST_ARGUMENTS;

/// Arguments of `new`: a few by their place, more as one structure of named fields.
#[derive(Debug)]
pub(super) struct Arguments<'a> {
    parameters: Vec<&'a Parameter>,
    /// The structure that holds them, if there are many.
    bundle: Option<String>,
}

impl<'a> Arguments<'a> {
    /// Collects the arguments of a type with this name and these parameters.
    pub(super) fn new(owner: &str, parameters: &'a [Parameter]) -> Self {
        let parameters: Vec<_> = parameters.iter().filter(|parameter| parameter.argument).collect();
        let bundle = (parameters.len() > MOST_ARGUMENTS).then(|| format!("{owner}Required"));
        Self { parameters, bundle }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parameters.is_empty()
    }

    pub(super) fn parameters(&self) -> &[&'a Parameter] {
        &self.parameters
    }

    /// Returns the structure's name, if there is one.
    pub(super) fn bundle(&self) -> Option<&str> {
        self.bundle.as_deref()
    }

    /// Returns them as a function declares them.
    pub(super) fn declared(&self, imports: &mut Imports) -> Vec<TokenStream> {
        if let Some(bundle) = &self.bundle {
            let bundle = ident(bundle);
            return vec![quote!(required: #bundle)];
        }
        let declare = |parameter: &&Parameter| {
            let name = ident(&parameter.rust);
            let ty = scalar::argument_type(parameter, imports);
            quote!(#name: #ty)
        };
        self.parameters.iter().map(declare).collect()
    }

    /// Returns them as a function passes them on.
    pub(super) fn names(&self) -> Vec<Ident> {
        match self.bundle {
            Some(_) => vec![ident("required")],
            None => self.parameters.iter().map(|parameter| ident(&parameter.rust)).collect(),
        }
    }

    /// Returns a name for another argument beside them.
    pub(super) fn free(&self, wanted: &str) -> Ident {
        let mut name = ident(wanted);
        while self.names().contains(&name) {
            name = ident(&format!("{name}_"));
        }
        name
    }

    /// Returns the fields that hold them.
    pub(super) fn fields(&self, imports: &mut Imports) -> Vec<TokenStream> {
        if let Some(bundle) = &self.bundle {
            let bundle = ident(bundle);
            return vec![quote!(required: #bundle)];
        }
        let field = |parameter: &&Parameter| {
            let name = ident(&parameter.rust);
            let ty = scalar::field_type(parameter, imports);
            quote!(#name: #ty)
        };
        self.parameters.iter().map(field).collect()
    }

    /// Returns the first values of the fields.
    pub(super) fn values(&self) -> Vec<TokenStream> {
        if self.bundle.is_some() {
            return vec![quote!(required)];
        }
        let value = |parameter: &&Parameter| {
            let name = ident(&parameter.rust);
            match scalar::conversion(parameter) {
                Some(value) => quote!(#name: #value),
                None => quote!(#name),
            }
        };
        self.parameters.iter().map(value).collect()
    }

    /// Returns the place of a parameter in its owner: `self.space_id`.
    pub(super) fn place(&self, parameter: &Parameter) -> TokenStream {
        let name = ident(&parameter.rust);
        if self.bundle.is_some() && parameter.argument {
            quote!(self.required.#name)
        } else {
            quote!(self.#name)
        }
    }

    /// Adds the documentation of each.
    pub(super) fn documented(&self, docs: Docs, page: Option<&str>) -> Docs {
        if self.bundle.is_some() {
            return docs;
        }
        let said = |parameter: &&Parameter| {
            let doc = documented::said_inline(parameter.doc.as_deref(), &parameter.wire, page);
            format!("`{}`: {doc}", parameter.rust)
        };
        let mut said: Vec<String> = self.parameters.iter().map(said).collect();
        match said.len() {
            0 => docs,
            1 => docs.markdown(said.remove(0)),
            _ => docs.list(said),
        }
    }

    /// Returns the structure of named fields, if there is one.
    pub(super) fn structure(
        &self,
        owner: &str,
        page: Option<&str>,
        imports: &mut Imports,
    ) -> Option<TokenStream> {
        let name = ident(self.bundle.as_deref()?);
        let docs = Docs::new().markdown(format!("Required parameters of [`{owner}`].")).outer(0);
        let fields = self.parameters.iter().map(|parameter| {
            let doc = parameter.doc.as_deref();
            let docs = documented::said(doc, &parameter.wire, page).outer(INNER);
            let alias = documented::alias(&parameter.wire, &parameter.rust);
            let name = ident(&parameter.rust);
            let ty = scalar::field_type(parameter, imports);
            quote!(#docs #alias pub #name: #ty)
        });
        Some(quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            pub struct #name {
                #(#fields),*
            }
        })
    }
}

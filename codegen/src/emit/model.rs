//! Structure that responses share.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::{documented, ident, members, with_imports};
use crate::api::Model;

/// Returns the file of one model.
pub(super) fn file(model: &Model) -> TokenStream {
    let mut imports = Imports::default();
    let name = ident(&model.rust);
    let docs = documented::said(model.doc.as_deref(), &model.wire, None).outer(0);
    let alias = documented::alias(&model.wire, &model.rust);
    let fields = members::fields(&model.members, &model.rust, None, &mut imports);
    let table = members::table("impl_model", &model.rust, &model.members, &mut imports);
    let code = quote! {
        #docs
        #alias
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }

        #table
    };
    with_imports(&TokenStream::new(), imports, &code)
}

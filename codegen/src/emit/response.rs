//! Response of an action.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::{ident, members};
use crate::api::Action;
use crate::docs::Docs;

/// Returns the name of an action's response.
pub(super) fn name(action: &Action) -> String {
    format!("{}Response", action.rust)
}

/// Returns the response and its table of fields, for the action's file.
pub(super) fn items(action: &Action, imports: &mut Imports) -> TokenStream {
    imports.names("crate::response", &["Metadata"]);
    let rust = name(action);
    let name = ident(&rust);
    let docs = Docs::new().markdown(format!("Response to [`{}`].", action.rust)).outer(0);
    let fields = members::fields(&action.members, &rust, action.page.as_deref(), imports);
    let table = members::table("impl_response", &rust, &action.members, imports);
    quote! {
        #docs
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            metadata: Metadata,
        }

        #table
    }
}

//! The enum of RetCodes.

use proc_macro2::TokenStream;
use quote::quote;

use super::documented::{self, INNER};
use super::imports::Imports;
use super::{ident, literal, with_imports};
use crate::api::Api;
use crate::format;

/// Returns the file of the one enum.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    imports.names("crate::ret_code", &["UnknownCode", "ret_code"]);
    let variants = api.ret_codes.iter().map(|code| {
        let doc = code.doc.as_ref().map(|doc| format!("{}: {doc}", code.number));
        let docs = documented::said(doc.as_deref(), &code.number.to_string(), None).outer(INNER);
        let alias = documented::alias(&code.number.to_string(), &code.rust);
        let variant = ident(&code.rust);
        quote!(#docs #alias #variant)
    });
    let codes = api.ret_codes.iter().map(|code| {
        let (variant, number) = (ident(&code.rust), literal::int(code.number));
        quote!((#number, #variant))
    });
    let temporary = api.ret_codes.iter().filter(|code| code.temporary);
    let temporary = temporary.map(|code| ident(&code.rust));
    let table = format::macro_of_items(
        "ret_code",
        &quote! {
            const CODES: RetCode = [#(#codes),*];
            const TEMPORARY: RetCode = [#(#temporary),*];
        },
    );
    let code = quote! {
        /// Result code of a response: 0 is success, everything else an error.
        ///
        /// The set is open: a number that this version does not know is `Unknown` and equals, by its
        /// number, the variant that a later version gives it.
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum RetCode {
            #(#variants,)*
            /// A number that this version of the crate does not know.
            Unknown(UnknownCode),
        }

        #table
    };
    with_imports(&TokenStream::new(), imports, &code)
}

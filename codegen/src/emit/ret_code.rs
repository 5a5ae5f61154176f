//! The enum of RetCodes.

use proc_macro2::TokenStream;
use quote::quote;

use super::documented::{self, INNER};
use super::imports::Imports;
use super::{ident, literal, with_imports};
use crate::api::{Api, RetCode};

/// Returns the file of the one enum.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    imports.names("crate::ret_code", &["UnknownCode", "ret_code"]);
    let variants = api.ret_codes.iter().map(|code| {
        let doc = code.doc.as_ref().map(|doc| format!("{}: {doc}", code.number));
        let docs = documented::said(doc.as_deref(), &code.number.to_string(), None)
            .outer(INNER);
        let alias = documented::alias(&code.number.to_string(), &code.rust);
        let variant = ident(&code.rust);
        quote!(#docs #alias #variant)
    });
    let numbers = api.ret_codes.iter().map(|code| {
        let (variant, number) = (ident(&code.rust), literal::int(code.number));
        quote!(Self::#variant => #number)
    });
    let names = api.ret_codes.iter().map(|code| {
        let (variant, name) = (ident(&code.rust), &code.rust);
        quote!(Self::#variant => Some(#name))
    });
    let from = api.ret_codes.iter().map(|code| {
        let (variant, number) = (ident(&code.rust), literal::int(code.number));
        quote!(#number => Self::#variant)
    });
    let temporary = temporary(&api.ret_codes);
    let code = quote! {
        /// Result code of a response: 0 is success, everything else an error.
        ///
        /// The set is open: a number that this version does not know is `Unknown` and equals, by its
        /// number, the variant that a later version gives it.
        #[derive(Clone, Copy)]
        #[non_exhaustive]
        pub enum RetCode {
            #(#variants,)*
            /// A number that this version of the crate does not know.
            Unknown(UnknownCode),
        }

        impl RetCode {
            /// Returns the number.
            pub fn number(self) -> i64 {
                match self {
                    #(#numbers,)*
                    Self::Unknown(code) => code.number(),
                }
            }

            /// Returns the name of its variant; none for a number that has no variant.
            pub fn name(self) -> Option<&'static str> {
                match self {
                    #(#names,)*
                    Self::Unknown(_) => None,
                }
            }

            /// Returns `true` if the same call may succeed a little later.
            pub fn is_temporary(self) -> bool {
                #temporary
            }
        }

        impl From<i64> for RetCode {
            fn from(number: i64) -> Self {
                match number {
                    #(#from,)*
                    _ => Self::Unknown(UnknownCode::new(number)),
                }
            }
        }

        ret_code!(RetCode);
    };
    with_imports(&TokenStream::new(), imports, &code)
}

fn temporary(codes: &[RetCode]) -> TokenStream {
    let variants: Vec<_> = codes
        .iter()
        .filter(|code| code.temporary)
        .map(|code| ident(&code.rust))
        .collect();
    if variants.is_empty() {
        quote!(false)
    } else {
        quote!(matches!(self, #(Self::#variants)|*))
    }
}

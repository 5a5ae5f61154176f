//! Enums: sets of values to which the API may add more.

use proc_macro2::TokenStream;
use quote::quote;

use super::documented::{self, INNER};
use super::imports::Imports;
use super::{ident, with_imports};
use crate::api::{Api, Enum};
use crate::format;

/// Returns the file of one enum.
pub(super) fn file(api: &Api, set: &Enum) -> TokenStream {
    let mut imports = Imports::default();
    imports.names("crate::open_enum", &["UnknownValue", "open_enum"]);
    let name = ident(&set.rust);
    let docs = documented::said(set.doc.as_deref(), &set.rust, None).markdown(
        "The API may add values. A value that this version does not know is `Unknown`. If a later version has a \
         variant for it, the two are equal. This match works with both:",
    );
    let docs = docs.verbatim(example(api, set)).outer(0);
    let variants = set.values.iter().map(|value| {
        let docs = documented::said(value.doc.as_deref(), &value.wire, None).outer(INNER);
        let alias = documented::alias(&value.wire, &value.rust);
        let variant = ident(&value.rust);
        quote!(#docs #alias #variant)
    });
    let values = set.values.iter().map(|value| {
        let (variant, wire) = (ident(&value.rust), &value.wire);
        quote!((#wire, #variant))
    });
    let values =
        format::macro_of_items("open_enum", &quote!(const VALUES: #name = [#(#values),*];));
    let code = quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that this version of the crate does not know.
            Unknown(UnknownValue),
        }

        #values
    };
    with_imports(&TokenStream::new(), imports, &code)
}

/// Returns a match that a new value does not break, for the enum's documentation.
fn example(api: &Api, set: &Enum) -> Vec<String> {
    let (krate, name) = (ident(&api.product.krate), ident(&set.rust));
    let Some(value) = set.values.first() else { return Vec::new() };
    let (wire, variant) = (&value.wire, ident(&value.rust));
    let shown = &value.rust;
    format::body(quote! {
        fn example() {
            use #krate::enums::#name;
            let value = #name::from(#wire);
            match &value {
                #name::#variant => println!(#shown),
                other => println!("{}", other.as_str()),
            }
        }
    })
}

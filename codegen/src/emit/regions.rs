//! Regions and zones.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::{ident, with_imports};
use crate::api::{Api, Region, Zone};
use crate::docs::{self, Docs};

/// Returns the file of constants.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    imports.names("crate::region", &["Region"]);
    if api.regions.iter().any(|region| !region.zones.is_empty()) {
        imports.names("crate::region", &["Zone"]);
    }
    let constants = api.regions.iter().map(|region| {
        let own = constant(&region.rust, &region.id, &region.name);
        let zones = region.zones.iter().map(|zone| constant(&zone.rust, &zone.id, &zone.name));
        quote!(#own #(#zones)*)
    });
    let regions = api.regions.iter().map(listed);
    let docs = quote! {
        //! Regions and zones, as constants.
    };
    let code = quote! {
        #(#constants)*

        /// All regions that UCloud lists.
        pub const ALL: &[Region] = &[#(#regions),*];
    };
    with_imports(&docs, imports, &code)
}

fn constant(rust: &str, id: &str, name: &str) -> TokenStream {
    let rust = ident(rust);
    let name = docs::inline(&docs::sentence(name));
    let docs = Docs::new().markdown(name).outer(0);
    quote!(#docs pub const #rust: &str = #id;)
}

fn listed(region: &Region) -> TokenStream {
    let (id, name) = (ident(&region.rust), &region.name);
    let zones = region.zones.iter().map(|Zone { rust, name, .. }| {
        let id = ident(rust);
        quote!(Zone { id: #id, name: #name })
    });
    quote! {
        Region {
            id: #id,
            name: #name,
            zones: &[#(#zones),*],
        }
    }
}

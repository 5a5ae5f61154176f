//! Files that declare the other files.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::imports::group;
use super::{example, ident, response};
use crate::api::{Action, Api};

/// Returns `mod.rs`, from which the runtime takes everything.
pub(super) fn root(api: &Api) -> TokenStream {
    let (endpoint, in_vpc_endpoint) = (&api.product.endpoint, &api.product.in_vpc_endpoint);
    let examples = example::has_any(api).then(|| {
        quote! {
            #[cfg(all(test, feature = "serde"))]
            pub(crate) mod examples;
        }
    });
    quote! {
        //! Code generated from the description of the API.

        pub mod actions;
        mod client;
        pub mod enums;
        pub mod models;
        pub mod regions;
        mod ret_code;

        #examples

        pub use ret_code::RetCode;

        /// Default endpoint.
        pub(crate) const ENDPOINT: &str = #endpoint;

        /// Endpoint inside UCloud's network, which speaks plain `http`.
        pub(crate) const IN_VPC_ENDPOINT: &str = #in_vpc_endpoint;
    }
}

/// Returns `mod.rs` of the emulator.
pub(super) fn emulator(api: &Api) -> TokenStream {
    let examples = example::has_any(api).then(|| {
        quote!(
            mod example_responses;
        )
    });
    quote! {
        //! Tables of the API for the emulator.

        pub(crate) mod action_table;
        #examples
        mod model_table;
        pub(crate) mod page_table;
        mod value_table;
    }
}

/// Returns `actions/mod.rs`.
pub(super) fn actions(api: &Api) -> TokenStream {
    let modules = api.actions.iter().map(|action| (action.method.as_str(), exported(action)));
    let list = list(modules.collect());
    quote! {
        //! Requests and responses, one pair per action.

        #list
    }
}

/// Returns `models/mod.rs`.
pub(super) fn models(api: &Api) -> TokenStream {
    let modules = api.models.iter().map(|model| (model.module.as_str(), vec![model.rust.clone()]));
    let list = list(modules.collect());
    quote! {
        //! Structures that responses share.

        #list
    }
}

/// Returns `enums/mod.rs`.
pub(super) fn enums(api: &Api) -> TokenStream {
    let modules = api.enums.iter().map(|set| (set.module.as_str(), vec![set.rust.clone()]));
    let list = list(modules.collect());
    quote! {
        //! Sets of values, to which the API may add more.

        #list
    }
}

/// Returns the names that an action's file defines.
fn exported(action: &Action) -> Vec<String> {
    let mut names = vec![action.rust.clone(), response::name(action)];
    let mut bundle = |owner: &str, parameters| {
        names.extend(Arguments::new(owner, parameters).bundle().map(str::to_owned));
    };
    bundle(&action.rust, &action.parameters);
    for structure in &action.structures {
        bundle(&structure.rust, &structure.fields);
    }
    names.extend(action.structures.iter().map(|structure| structure.rust.clone()));
    names
}

/// Declares private modules, and exports their names.
fn list(mut modules: Vec<(&str, Vec<String>)>) -> TokenStream {
    modules.sort_by_key(|(module, _)| *module);
    let declared: Vec<_> = modules.iter().map(|(module, _)| ident(module)).collect();
    let exported = modules.iter().map(|(module, names)| {
        let mut names = names.clone();
        names.sort();
        let module = ident(module);
        let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
        let names = group(&names);
        quote!(pub use #module::#names;)
    });
    quote! {
        #(mod #declared;)*
        #(#exported)*
    }
}

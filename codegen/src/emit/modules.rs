//! The files that name the others.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};

use super::arguments::Arguments;
use super::imports::group;
use super::{example, ident, response};
use crate::api::{Action, Api};

/// `mod.rs`, from which the runtime takes everything.
pub(super) fn root(api: &Api) -> TokenStream {
    let (endpoint, in_vpc_endpoint) =
        (&api.product.endpoint, &api.product.in_vpc_endpoint);
    let examples = example::has_any(api).then(|| {
        quote! {
            #[cfg(test)]
            mod example_replies;
            #[cfg(test)]
            mod examples;
        }
    });
    quote! {
        //! What the description of the API gives.

        pub mod actions;
        mod client;
        pub mod enums;
        pub mod models;
        pub mod regions;
        mod ret_code;

        #examples

        pub use ret_code::RetCode;

        /// Where requests go when nothing else is said.
        pub(crate) const ENDPOINT: &str = #endpoint;

        /// The endpoint inside the vendor's own network, which speaks plain `http`.
        pub(crate) const IN_VPC_ENDPOINT: &str = #in_vpc_endpoint;
    }
}

/// `mod.rs` of the emulator.
pub(super) fn emulator(api: &Api) -> TokenStream {
    let examples = example::has_any(api).then(|| {
        quote!(
            mod example_replies;
        )
    });
    quote! {
        //! What the emulator knows of the API.

        pub(crate) mod action_table;
        #examples
        mod model_table;
        mod value_table;
    }
}

/// `actions/mod.rs`.
pub(super) fn actions(api: &Api) -> TokenStream {
    let modules =
        api.actions.iter().map(|action| (action.method.as_str(), exported(action)));
    let list = list(modules.collect());
    quote! {
        //! Requests and replies, one pair per action.

        #list
    }
}

/// `models/mod.rs`.
pub(super) fn models(api: &Api) -> TokenStream {
    let modules =
        api.models.iter().map(|model| (model.module.as_str(), vec![model.rust.clone()]));
    let list = list(modules.collect());
    quote! {
        //! Structures that replies share.

        #list
    }
}

/// `enums/mod.rs`.
pub(super) fn enums(api: &Api) -> TokenStream {
    let modules =
        api.enums.iter().map(|set| (set.module.as_str(), vec![set.rust.clone()]));
    let list = list(modules.collect());
    quote! {
        //! Value sets that are known to grow.

        #list
    }
}

/// What an action's file defines.
fn exported(action: &Action) -> Vec<String> {
    let mut names = vec![action.rust.clone(), response::name(action)];
    let mut bundle = |owner: &str, parameters| {
        names.extend(Arguments::of(owner, parameters).bundle().map(str::to_owned));
    };
    bundle(&action.rust, &action.parameters);
    for structure in &action.structures {
        bundle(&structure.rust, &structure.fields);
    }
    names.extend(action.structures.iter().map(|structure| structure.rust.clone()));
    names
}

/// Private modules, each with what it defines.
fn list(mut modules: Vec<(&str, Vec<String>)>) -> TokenStream {
    modules.sort_by_key(|(module, _)| *module);
    let declared: Vec<_> = modules.iter().map(|(module, _)| ident(module)).collect();
    let exported = modules.iter().map(|(module, names)| {
        let mut names = names.clone();
        names.sort();
        let module = ident(module);
        let names: Vec<_> =
            names.iter().map(|name| ident(name).to_token_stream()).collect();
        let names = group(&names);
        quote!(pub use #module::#names;)
    });
    quote! {
        #(mod #declared;)*
        #(#exported)*
    }
}

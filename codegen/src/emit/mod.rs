//! Writes the resolved API down: one emitter per generated thing, which makes no decisions.

mod action_table;
mod arguments;
mod client;
mod documented;
mod encoding;
mod enumeration;
mod example;
mod examples;
mod imports;
mod literal;
mod members;
mod model;
mod modules;
mod overview;
mod pagination;
mod regions;
mod request;
mod response;
mod ret_code;
mod scalar;
mod waiter;

use std::collections::BTreeMap;
use std::path::PathBuf;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::api::Api;
use crate::format;
use imports::Imports;

/// Every file of `src/generated`, by its path in there; those in `emulator/` belong to the emulator.
pub(crate) fn files(api: &Api) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let actions = overview::actions(&header("actions/"), api);
    files.insert(PathBuf::from("actions.md"), actions);
    let ret_codes = overview::ret_codes(&header("ret_codes.yaml"), api);
    files.insert(PathBuf::from("ret_codes.md"), ret_codes);
    let mut write = |path: &str, source: &str, code: TokenStream| {
        files.insert(PathBuf::from(path), format::file(&header(source), code));
    };

    write("mod.rs", "", modules::root(api));
    write("client.rs", "", client::file(api));
    write("ret_code.rs", "ret_codes.yaml", ret_code::file(api));
    write("regions.rs", "regions.yaml", regions::file(api));
    write("emulator/mod.rs", "", modules::emulator(api));
    write("emulator/action_table.rs", "actions/", action_table::file(api));
    write("emulator/model_table.rs", "models/", action_table::models(api));
    write("emulator/value_table.rs", "enums/", action_table::values(api));
    write("documentation_examples.rs", "actions/", example::documentation_file(api));
    if example::has_any(api) {
        write("examples.rs", "the examples in api-spec/actions/", examples::file(api));
        write("example_replies.rs", "actions/", example::replies(api));
        write("emulator/example_replies.rs", "actions/", example::replies(api));
    }

    write("actions/mod.rs", "actions/", modules::actions(api));
    for action in &api.actions {
        let path = format!("actions/{}.rs", action.method);
        write(
            &path,
            &format!("actions/{}.yaml", action.wire),
            request::file(api, action),
        );
    }
    write("models/mod.rs", "models/", modules::models(api));
    for model in &api.models {
        let path = format!("models/{}.rs", model.module);
        write(&path, &format!("models/{}.yaml", model.wire), model::file(model));
    }
    write("enums/mod.rs", "enums/", modules::enums(api));
    for set in &api.enums {
        let path = format!("enums/{}.rs", set.module);
        write(&path, &format!("enums/{}.yaml", set.rust), enumeration::file(api, set));
    }
    files
}

/// Where a generated file comes from.
fn header(source: &str) -> String {
    let folder = if source.contains("api-spec") { "" } else { "api-spec/" };
    format!(
        "Written by `cargo xtask regenerate` from {folder}{source}. Edit that instead."
    )
}

/// A file: its documentation, the imports that its code asked for, and the code.
fn with_imports(
    docs: &TokenStream,
    imports: Imports,
    code: &TokenStream,
) -> TokenStream {
    let imports = imports.into_tokens();
    quote!(#docs #imports #code)
}

/// A name that the description's check has found to be one.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

//! Examples of the documentation pages, as a table that one test reads.

use proc_macro2::TokenStream;
use quote::quote;

use super::example::{self, Pair, Writer};
use super::imports::Imports;
use super::{ident, with_imports};
use crate::api::{Action, Api, Presence};

/// Returns the file of the table.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    imports.names("crate::documented_examples", &["Example", "example", "example_responses"]);
    let mut deprecated = false;
    let rows: Vec<_> = api
        .actions
        .iter()
        .filter_map(|action| row(api, action, &mut imports, &mut deprecated))
        .collect();
    let docs = quote! {
        //! Examples of the documentation pages.
    };
    let expect =
        deprecated.then(|| quote!(#[expect(deprecated, reason = "documented examples use it")]));
    let code = quote! {
        #expect
        pub(crate) const EXAMPLES: &[fn() -> Example] = &[#(#rows),*];
    };
    with_imports(&docs, imports, &code)
}

/// Returns an action's row. It sets `deprecated` if the request calls a deprecated setter.
fn row(
    api: &Api,
    action: &Action,
    imports: &mut Imports,
    deprecated: &mut bool,
) -> Option<TokenStream> {
    let constant = example::response_constant(action)?;
    let name = imports.name("crate::actions", &action.rust);
    let mut writer = Writer::new(api, action, imports);
    let arguments = writer.arguments();
    let mut setters = common(action, &mut writer);
    for parameter in action.parameters.iter().filter(|parameter| !parameter.argument) {
        setters.extend(writer.setter(parameter, &parameter.wire));
    }
    let Writer { statements, pairs: mut sent, deprecated: calls_deprecated, .. } = writer;
    *deprecated |= calls_deprecated;
    sent.sort_by(|a, b| a.name.cmp(&b.name));
    let sent = sent.iter().map(|Pair { name, value }| quote!((#name, #value)));
    let row = quote! {
        example(
            #name::new(#(#arguments),*) #(#setters)*,
            &[#(#sent),*],
            example_responses::#constant
        )
    };
    Some(if statements.is_empty() { quote!(|| #row) } else { quote!(|| { #(#statements)* #row }) })
}

/// Returns the setters of the parameters that most actions share.
fn common(action: &Action, writer: &mut Writer<'_>) -> Vec<TokenStream> {
    let rows = [
        ("Region", "region", action.region),
        ("Zone", "zone", action.zone),
        ("ProjectId", "project_id", action.project_id),
    ];
    let request = action.example.iter().flat_map(|example| &example.request);
    let mut setters = Vec::new();
    for (wire, rust, presence) in rows {
        let given = request.clone().find(|(name, _)| name == wire);
        let value = match (presence, given) {
            (Presence::Optional | Presence::Required, Some((_, value))) => value.clone(),
            // The example lacks a parameter that the client requires.
            (Presence::Required, None) => rust.replace('_', "-"),
            _ => continue,
        };
        let setter = ident(rust);
        setters.push(quote!(.#setter(#value)));
        writer.pairs.push(Pair { name: wire.to_owned(), value });
    }
    setters
}

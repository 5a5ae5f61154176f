//! The documented examples, as tests.

mod reply;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::example::{Pair, Writer};
use super::imports::Imports;
use super::{ident, with_imports};
use crate::api::{Action, Api, Presence};

/// The file of tests.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    let mut decodes = false;
    let tests: Vec<_> = api
        .actions
        .iter()
        .filter(|action| action.example.is_some())
        .map(|action| {
            let request = request(api, action, &mut imports);
            let reply = reply::test(api, action, &mut imports, &mut decodes);
            quote!(#request #reply)
        })
        .collect();
    let docs = quote! {
        //! The documented examples, as tests.
    };
    let helper = decodes.then(|| {
        quote! {
            /// The text is that of the example, decoded or, where that is no base64, as it is.
            #[track_caller]
            fn assert_travels_as(plain: &str, wire: &str) {
                if plain != wire {
                    assert_eq!(BASE64_STANDARD.encode(plain), wire);
                }
            }
        }
    });
    let pair = (!tests.is_empty()).then(|| {
        quote! {
            fn pair(name: &str, value: &str) -> (String, String) {
                (name.to_owned(), value.to_owned())
            }
        }
    });
    with_imports(&docs, imports, &quote!(#(#tests)* #pair #helper))
}

/// The request made of the example's rows sends exactly these rows.
fn request(api: &Api, action: &Action, imports: &mut Imports) -> TokenStream {
    imports.names("crate::testing", &["pairs"]);
    let name = imports.name("crate::actions", &action.rust);
    let mut writer = Writer::new(api, action, imports);
    let arguments = writer.arguments();
    let mut setters = common(action, &mut writer);
    for parameter in action.parameters.iter().filter(|parameter| !parameter.argument) {
        setters.extend(writer.setter(parameter, &parameter.wire));
    }
    let request = quote!(let request = #name::new(#(#arguments),*) #(#setters)*;);
    writer.statements.push(request);
    let Writer { statements, pairs: mut sent, deprecated, .. } = writer;
    sent.sort_by(|a, b| a.name.cmp(&b.name));
    let pairs = sent.iter().map(|Pair { name, value, base64 }| {
        if *base64 {
            imports.names("base64::prelude", &["BASE64_STANDARD", "Engine as _"]);
            quote!(pair(#name, &BASE64_STANDARD.encode(#value)))
        } else {
            quote!(pair(#name, #value))
        }
    });
    let sent = if sent.is_empty() {
        quote!(assert!(pairs(&request).is_empty());)
    } else {
        quote! {
            let expected = [#(#pairs),*];
            assert_eq!(pairs(&request), expected);
        }
    };
    let test = format_ident!("{}_request", action.method);
    let expect = deprecated.then(
        || quote!(#[expect(deprecated, reason = "the documented example uses it")]),
    );
    quote! {
        #[test]
        #expect
        fn #test() {
            #(#statements)*
            #sent
        }
    }
}

/// The setters of the rows that most actions share.
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
            // The example lacks what the client would demand.
            (Presence::Required, None) => rust.replace('_', "-"),
            _ => continue,
        };
        let setter = ident(rust);
        setters.push(quote!(.#setter(#value)));
        writer.pairs.push(Pair { name: wire.to_owned(), value, base64: false });
    }
    setters
}

//! The clients' methods: one per action and waiter, section by section.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::documented::{self, INNER};
use super::imports::Imports;
use super::waiter::Parts;
use super::{ident, with_imports};
use crate::api::{Action, Api, ParameterType, Section};
use crate::docs::{self, Docs};

/// The file of both clients' methods.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    let mut code = TokenStream::new();
    for section in &api.product.sections {
        let actions =
            || api.actions.iter().filter(|action| action.section == section.title);
        if actions().next().is_none() {
            continue;
        }
        imports.names("crate::client", &["Client"]);
        imports.blocking();
        let docs = heading(section).outer(0);
        let methods = actions().map(|action| methods(action, &mut imports));
        let (methods, blocking): (Vec<_>, Vec<_>) = methods.unzip();
        code.extend(quote! {
            #docs
            impl Client {
                #(#methods)*
            }

            #docs
            #[cfg(feature = "blocking")]
            impl blocking::Client {
                #(#blocking)*
            }
        });
    }
    for action in &api.actions {
        for waiter in &action.waiters {
            let parts = Parts::of(action, waiter);
            let expect = parts.expectation(api);
            let acceptor = parts.acceptor(&mut imports);
            code.extend(quote!(#expect #acceptor));
        }
    }
    with_imports(&TokenStream::new(), imports, &code)
}

fn heading(section: &Section) -> Docs {
    let heading = format!("# {}", docs::inline(&section.title));
    Docs::new().verbatim(vec![heading]).text(section.doc.as_deref().unwrap_or_default())
}

/// An action's methods, async and blocking.
fn methods(action: &Action, imports: &mut Imports) -> (TokenStream, TokenStream) {
    let name = ident(&action.method);
    let request = imports.name("crate::actions", &action.rust);
    let arguments = Arguments::of(&action.rust, &action.parameters);
    if let Some(bundle) = arguments.bundle() {
        imports.name("crate::actions", bundle);
    } else {
        for argument in arguments.parameters() {
            if let ParameterType::Structure(structure) = &argument.ty {
                imports.name("crate::actions", structure);
            }
        }
    }
    let title = docs::inline(action.title.trim_end_matches('.'));
    let docs =
        Docs::new().markdown(format!("{title}: [`{}`].", action.rust)).outer(INNER);
    let alias = documented::alias(&action.wire, &action.method);
    let deprecated = documented::deprecated(action.deprecated.as_deref());
    let declared = arguments.declared(imports);
    let names = arguments.names();
    // Both clients have the same method.
    let method = quote! {
        #docs
        #alias
        #deprecated
        pub fn #name(&self, #(#declared),*) -> #request<Self> {
            #request::on(self.clone(), #(#names),*)
        }
    };
    let (mut both, mut blocking) = (method.clone(), method);
    for waiter in &action.waiters {
        let parts = Parts::of(action, waiter);
        let docs = parts.documentation().outer(INNER);
        let head = quote!(#docs #deprecated);
        both.extend(parts.method(&head, imports));
        blocking.extend(parts.blocking_method(&head, imports));
    }
    (both, blocking)
}

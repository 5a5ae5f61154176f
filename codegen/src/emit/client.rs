//! The clients' methods, one per action: one file and one `impl` per section, in the order of the
//! documentation.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::documented::{self, INNER};
use super::imports::Imports;
use super::{example, ident, with_imports};
use crate::api::{Action, Api, Effect, ParameterType, Section};
use crate::docs::{self, Docs};
use crate::format;

/// Returns the module of each section that has actions, and its file.
pub(super) fn files(api: &Api) -> Vec<(String, TokenStream)> {
    let mut files: Vec<(String, TokenStream)> = Vec::new();
    for section in &api.product.sections {
        let mut module = module_name(&section.title);
        if files.iter().any(|(other, _)| *other == module) {
            module = format!("{module}_{}", files.len());
        }
        files.extend(file(api, section).map(|file| (module, file)));
    }
    files
}

/// Returns the file that declares the sections.
pub(super) fn root<'a>(modules: impl Iterator<Item = &'a str>) -> TokenStream {
    let modules = modules.map(ident);
    quote! {
        //! Methods of the clients, section by section.

        #(mod #modules;)*
    }
}

fn file(api: &Api, section: &Section) -> Option<TokenStream> {
    let mut imports = Imports::default();
    let actions = api.actions.iter().filter(|action| action.section == section.title);
    let methods: Vec<_> = actions.map(|action| method(api, action, &mut imports)).collect();
    if methods.is_empty() {
        return None;
    }
    imports.names("crate::request", &["impl_client"]);
    let heading = format!("# {}", docs::inline(&section.title));
    let heading = Docs::new()
        .verbatim(vec![heading])
        .text(section.doc.as_deref().unwrap_or_default())
        .outer(INNER);
    let code =
        format::macro_of_items("impl_client", &quote!(#heading impl Client { #(#methods)* }));
    Some(with_imports(&TokenStream::new(), imports, &code))
}

/// Makes a name of a title: `redis_groups` of `Redis groups`.
fn module_name(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let name = words.join("_").to_lowercase();
    if syn::parse_str::<syn::Ident>(&name).is_ok() { name } else { "section".into() }
}

fn method(api: &Api, action: &Action, imports: &mut Imports) -> TokenStream {
    let name = ident(&action.method);
    let request = imports.name("crate::actions", &action.rust);
    let arguments = Arguments::new(&action.rust, &action.parameters);
    if let Some(bundle) = arguments.bundle() {
        imports.name("crate::actions", bundle);
    } else {
        for argument in arguments.parameters() {
            if let ParameterType::Structure(structure) = &argument.ty {
                imports.name("crate::actions", structure);
            }
        }
    }
    let docs = documentation(api, action, &arguments).outer(2 * INNER);
    let alias = documented::alias(&action.wire, &action.method);
    let deprecated = documented::deprecated(action.deprecated.as_deref());
    let declared = arguments.declared(imports);
    let names = arguments.names();
    quote! {
        #docs
        #alias
        #deprecated
        pub fn #name(&self, #(#declared),*) -> #request<Self> {
            #request::with_client(self.clone(), #(#names),*)
        }
    }
}

/// Returns the documentation of an action: its arguments, its effect and an example.
fn documentation(api: &Api, action: &Action, arguments: &Arguments<'_>) -> Docs {
    let docs = Docs::new()
        .markdown(documented::title(action))
        .text(action.doc.as_deref().unwrap_or_default());
    let docs = arguments.documented(docs, action.page.as_deref());
    let (page, target) = match &action.page {
        Some(page) => (
            "See [UCloud's documentation page][page].".to_owned(),
            vec![format!("[page]: {}", docs::target(page))],
        ),
        None => {
            let source = docs::code(&action.source);
            (format!("Not documented by UCloud; known from {source}."), Vec::new())
        }
    };
    docs.markdown(format!("{} {page}", effect(api, action)))
        .verbatim(example::documentation(api, action))
        .verbatim(target)
}

fn effect(api: &Api, action: &Action) -> String {
    let repeat = match action.effect {
        Effect::Read => "Effect: read. Failed calls are retried.",
        Effect::Idempotent => {
            "Effect: idempotent. Failed calls are retried: a second execution changes nothing more."
        }
        Effect::NonIdempotent => {
            "Effect: non-idempotent. Retried only if the service certainly did not execute it."
        }
    };
    let verify = action.verify.as_ref().map(|wire| {
        let known = api.actions.iter().find(|other| other.wire == *wire);
        let verify = match known {
            Some(known) => format!("[`{0}`](crate::actions::{0})", known.rust),
            None => docs::code(wire),
        };
        format!(" After a lost response, check with {verify}.")
    });
    let once = action.once.as_ref().map(|_| {
        let method = format!("crate::actions::{}::send_once", action.rust);
        format!(" To create it only once, use [`send_once`]({method}).")
    });
    format!("{repeat}{}{}", verify.unwrap_or_default(), once.unwrap_or_default())
}

//! File of an action: its request, its response and its waiters.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::documented::{self, INNER};
use super::imports::Imports;
use super::{encoding, ident, once, pagination, response, scalar, waiter, with_imports};
use crate::api::{Action, Api, Effect, Enum, Parameter, ParameterType, Presence, Structure};
use crate::docs::{self, Docs};

/// Returns the file of one action.
pub(super) fn file(api: &Api, action: &Action) -> TokenStream {
    let mut imports = Imports::default();
    let arguments = Arguments::new(&action.rust, &action.parameters);
    let request = request(api, action, &arguments, &mut imports);
    let sends = sends(action, &mut imports);
    let name = ident(&action.rust);
    let head = quote!(impl<C> EncodeForm for #name<C>);
    let encoding = encoding::implementation(&head, &arguments, &action.parameters, &mut imports);
    let called = called(action, &mut imports);
    let paging = pagination::items(action, &mut imports);
    let once = once::items(api, action, &arguments, &mut imports);
    let page = action.page.as_deref();
    let bundle = arguments.structure(&action.rust, page, &mut imports);
    let structures: Vec<_> = action
        .structures
        .iter()
        .map(|structure| nested(structure, &api.enums, page, &mut imports))
        .collect();
    let response = response::items(action, &mut imports);
    let waiters = waiter::items(api, action, &mut imports);
    let code = quote!(
        #called #request #sends #encoding #paging #once #bundle #(#structures)* #response #waiters
    );
    with_imports(&TokenStream::new(), imports, &code)
}

/// Returns the struct, `new` and the setters.
fn request(
    api: &Api,
    action: &Action,
    arguments: &Arguments<'_>,
    imports: &mut Imports,
) -> TokenStream {
    imports.names("crate::request", &["Call", "common_setters"]);
    let name = ident(&action.rust);
    let docs = documentation(action).outer(0);
    let page = action.page.as_deref();
    let fields = arguments.fields(imports);
    let declared = arguments.declared(imports);
    let names = arguments.names();
    let client = arguments.free("client");
    let values = arguments.values();
    let optional = Optional::new(&action.parameters, &api.enums, page, imports);
    let (optional_fields, unset, setters) = (optional.fields, optional.unset, optional.setters);
    let options = common_setters(action);
    let default = arguments.is_empty().then(|| {
        quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name<C = ()> {
            call: Call<C>,
            #(#fields,)*
            #(#optional_fields,)*
        }

        impl #name {
            /// Creates a request without a client, for [`Client::send`](crate::Client::send).
            pub fn new(#(#declared),*) -> Self {
                Self::with_client((), #(#names),*)
            }
        }

        #default

        impl<C> #name<C> {
            pub(crate) fn with_client(#client: C, #(#declared),*) -> Self {
                Self {
                    call: Call::new(#client),
                    #(#values,)*
                    #(#unset,)*
                }
            }

            #(#setters)*

            #options
        }
    }
}

/// Parameters that may be left out.
struct Optional {
    fields: Vec<TokenStream>,
    /// First values of the fields.
    unset: Vec<TokenStream>,
    setters: Vec<TokenStream>,
}

impl Optional {
    fn new(
        parameters: &[Parameter],
        enums: &[Enum],
        page: Option<&str>,
        imports: &mut Imports,
    ) -> Self {
        let mut optional = Self { fields: Vec::new(), unset: Vec::new(), setters: Vec::new() };
        for parameter in parameters.iter().filter(|parameter| !parameter.argument) {
            let name = ident(&parameter.rust);
            let ty = scalar::field_type(parameter, imports);
            optional.fields.push(quote!(#name: #ty));
            let unset = match always_sent(parameter, enums, imports) {
                _ if parameter.list => quote!(Vec::new()),
                Some(default) => quote!(Some(#default)),
                None => quote!(None),
            };
            optional.unset.push(quote!(#name: #unset));
            optional.setters.push(setter(parameter, page, imports));
        }
        optional
    }
}

/// Returns the documented default of a required parameter that is a setter.
fn always_sent(
    parameter: &Parameter,
    enums: &[Enum],
    imports: &mut Imports,
) -> Option<TokenStream> {
    let default = parameter.default.as_ref().filter(|_| parameter.required)?;
    let ParameterType::Scalar(scalar) = &parameter.ty else { return None };
    Some(scalar::literal(scalar, default, enums, imports, true))
}

fn setter(parameter: &Parameter, page: Option<&str>, imports: &mut Imports) -> TokenStream {
    let name = ident(&parameter.rust);
    let doc = parameter.doc.as_deref();
    let docs = documented::said(doc, &parameter.wire, page).outer(INNER);
    let alias = documented::alias(&parameter.wire, &parameter.rust);
    let deprecated = documented::deprecated(parameter.deprecated.as_deref());
    let ty = scalar::argument_type(parameter, imports);
    let value = scalar::conversion(parameter).unwrap_or_else(|| quote!(#name));
    let value = if parameter.list { value } else { quote!(Some(#value)) };
    quote! {
        #docs
        #alias
        #deprecated
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// Returns the documentation of the struct. It is short: the client's method documents the rest.
fn documentation(action: &Action) -> Docs {
    let title = documented::title(action);
    let method = &action.method;
    let mut docs = Docs::new()
        .markdown(format!("Request of {}. {title}", docs::code(&action.wire)))
        .markdown(format!(
            "Arguments, effect and example: [`Client::{method}`](crate::Client::{method})."
        ));
    if let Some(why) = &action.deprecated {
        let why = docs::inline(&docs::sentence(why));
        docs = docs.markdown(format!("**Deprecated:** {why}"));
    }
    docs
}

/// Writes the common setters. The project is sent with every call, whatever the table says.
fn common_setters(action: &Action) -> TokenStream {
    let mut rows = Vec::new();
    if action.region != Presence::Absent {
        rows.push(ident("region"));
    }
    if action.zone != Presence::Absent {
        rows.push(ident("zone"));
    }
    rows.push(ident("project_id"));
    quote!(common_setters!(#(#rows),*);)
}

/// Returns the methods that send it, async and blocking.
fn sends(action: &Action, imports: &mut Imports) -> TokenStream {
    let (name, response) = (ident(&action.rust), ident(&response::name(action)));
    let (module, macro_name) = match action.pages {
        Some(_) => ("crate::paging", "impl_paged_request"),
        None => ("crate::request", "impl_request"),
    };
    imports.names(module, &[macro_name]);
    let macro_name = ident(macro_name);
    quote!(#macro_name!(#name => #response, ACTION);)
}

/// Returns the description of the action that a call reads.
fn called(action: &Action, imports: &mut Imports) -> TokenStream {
    imports.names("crate::request", &["Action", "Effect", "Presence"]);
    let wire = &action.wire;
    let effect = ident(match action.effect {
        Effect::Read => "Read",
        Effect::Idempotent => "Idempotent",
        Effect::NonIdempotent => "NonIdempotent",
    });
    let (region, zone) = (presence(action.region), presence(action.zone));
    let verify = match &action.verify {
        Some(verify) => quote!(Some(#verify)),
        None => quote!(None),
    };
    quote! {
        const ACTION: Action<'static> = Action {
            name: #wire,
            effect: Effect::#effect,
            region: Presence::#region,
            zone: Presence::#zone,
            verify: #verify,
        };
    }
}

fn presence(presence: Presence) -> proc_macro2::Ident {
    ident(match presence {
        Presence::Absent => "Absent",
        Presence::Optional => "Optional",
        Presence::Required => "Required",
    })
}

/// Returns a structure inside the request.
fn nested(
    structure: &Structure,
    enums: &[Enum],
    page: Option<&str>,
    imports: &mut Imports,
) -> TokenStream {
    let name = ident(&structure.rust);
    let arguments = Arguments::new(&structure.rust, &structure.fields);
    let docs =
        Docs::new().markdown(format!("Structure {} of the request.", docs::code(&structure.wire)));
    let docs = docs.outer(0);
    let new_docs = Docs::new().markdown("Creates the structure with its required fields.");
    let new_docs = arguments.documented(new_docs, page).outer(INNER);
    let fields = arguments.fields(imports);
    let declared = arguments.declared(imports);
    let values = arguments.values();
    let optional = Optional::new(&structure.fields, enums, page, imports);
    let (optional_fields, unset, setters) = (optional.fields, optional.unset, optional.setters);
    let head = quote!(impl EncodeForm for #name);
    let encoding = encoding::implementation(&head, &arguments, &structure.fields, imports);
    let bundle = arguments.structure(&structure.rust, page, imports);
    let (derives, new) = if arguments.is_empty() {
        let new = quote! {
            /// Creates it with nothing set.
            pub fn new() -> Self {
                Self::default()
            }
        };
        (quote!(Clone, Debug, Default, PartialEq), new)
    } else {
        let new = quote! {
            #new_docs
            pub fn new(#(#declared),*) -> Self {
                Self { #(#values,)* #(#unset,)* }
            }
        };
        (quote!(Clone, Debug, PartialEq), new)
    };
    quote! {
        #docs
        #[derive(#derives)]
        #[must_use = "it does nothing until a request carries it"]
        pub struct #name {
            #(#fields,)*
            #(#optional_fields,)*
        }

        impl #name {
            #new
            #(#setters)*
        }

        #encoding
        #bundle
    }
}

//! Creating once: how a create finds its resource again by its name.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::imports::Imports;
use super::{ident, members, response, scalar};
use crate::api::{Action, Api, Enum, Field, MemberType, Once, Parameter, ParameterType, Scalar};

/// Returns the implementation of `CreateOnce` that the action has.
pub(super) fn items(
    api: &Api,
    action: &Action,
    arguments: &Arguments<'_>,
    imports: &mut Imports,
) -> Option<TokenStream> {
    let once = action.once.as_ref()?;
    let list = api.actions.iter().find(|other| other.wire == once.find)?;
    let name = action.parameters.iter().find(|own| own.wire == once.name)?;
    imports.names("crate::once", &["CreateOnce", "impl_create_once"]);
    let request = ident(&action.rust);
    let list_type = imports.name("crate::actions", &list.rust);
    let wire = &once.name;
    let place = arguments.place(name);
    let shared = Shared { action, arguments, list, once, enums: &api.enums };
    let expect_list = shared.expect_deprecated();
    let (names, find) = (shared.names(), shared.request(imports));
    let MemberType::Model(item) = &list.pages.as_ref()?.item else { return None };
    let entry = api.models.iter().find(|model| model.rust == *item)?;
    let expect = members::expect_deprecated(entry.members.iter().filter(|member| {
        [&once.entry_name, &once.entry_id].iter().any(|field| field.rust == member.rust)
    }));
    let entry_type = imports.name("crate::models", item);
    let (entry_name, entry_id) = (text(&once.entry_name), text(&once.entry_id));
    let (id, response) = (ident(&once.id), ident(&response::name(action)));
    let expect_id =
        members::expect_deprecated(action.members.iter().filter(|member| member.rust == once.id));
    Some(quote! {
        impl_create_once!(#request);

        impl<C: Send + Sync + 'static> CreateOnce for #request<C> {
            type List = #list_type;

            const NAME: &'static str = #wire;
            const SHARED: &'static [&'static str] = &[#(#names),*];

            fn name(&self) -> &str {
                &#place
            }

            #expect_list
            fn list(&self) -> Self::List {
                #find
            }

            #expect
            fn name_and_id(entry: &#entry_type) -> (Option<&str>, Option<&str>) {
                (#entry_name, #entry_id)
            }

            #expect_id
            fn id(response: #response) -> String {
                response.#id
            }
        }
    })
}

/// Parameters that the list takes from the create.
struct Shared<'a> {
    action: &'a Action,
    arguments: &'a Arguments<'a>,
    list: &'a Action,
    once: &'a Once,
    enums: &'a [Enum],
}

impl Shared<'_> {
    /// Returns the parameters of the list, each with the parameter of the create.
    fn pairs(&self) -> impl Iterator<Item = (&Parameter, &Parameter)> {
        let taken =
            |parameter: &&Parameter| parameter.argument || self.once.with.contains(&parameter.wire);
        self.list.parameters.iter().filter(taken).filter_map(|parameter| {
            let mut own = self.action.parameters.iter();
            Some((parameter, own.find(|own| own.wire == parameter.wire)?))
        })
    }

    /// Returns their names on the wire.
    fn names(&self) -> Vec<&str> {
        self.pairs().map(|(parameter, _)| parameter.wire.as_str()).collect()
    }

    /// Lets the function call deprecated setters.
    fn expect_deprecated(&self) -> Option<TokenStream> {
        self.pairs()
            .any(|(parameter, _)| !parameter.argument && parameter.deprecated.is_some())
            .then(|| quote!(#[expect(deprecated, reason = "the list still has it")]))
    }

    /// Returns the request that lists the resources.
    fn request(&self, imports: &mut Imports) -> TokenStream {
        let name = ident(&self.list.rust);
        let list = Arguments::new(&self.list.rust, &self.list.parameters);
        let (required, optional): (Vec<_>, Vec<_>) =
            self.pairs().partition(|(parameter, _)| parameter.argument);
        let values = required.iter().map(|(_, own)| copied(own, &self.arguments.place(own)));
        let new = match list.bundle() {
            None => quote!(#name::new(#(#values),*)),
            Some(bundle) => {
                let bundle = imports.name("crate::actions", bundle);
                let names = required.iter().map(|(parameter, _)| ident(&parameter.rust));
                quote!(#name::new(#bundle { #(#names: #values),* }))
            }
        };
        if optional.is_empty() {
            return new;
        }
        let setters =
            optional.into_iter().map(|(parameter, own)| self.setter(parameter, own, imports));
        quote!(let mut list = #new; #(#setters)* list)
    }

    /// Sets an optional parameter: to the create's value, or to its documented default.
    fn setter(&self, parameter: &Parameter, own: &Parameter, imports: &mut Imports) -> TokenStream {
        let setter = ident(&parameter.rust);
        let value = copied(own, &self.arguments.place(own));
        if own.argument {
            return quote!(list = list.#setter(#value););
        }
        let default =
            own.default.as_ref().zip(scalar_of(own)).map(|(default, scalar)| {
                scalar::literal(scalar, default, self.enums, imports, true)
            });
        match default {
            Some(default) => quote!(list = list.#setter(#value.unwrap_or(#default));),
            None => quote!(if let Some(value) = #value { list = list.#setter(value); }),
        }
    }
}

/// Copies the value of a parameter.
fn copied(parameter: &Parameter, place: &TokenStream) -> TokenStream {
    if is_copy(parameter) { quote!(#place) } else { quote!(#place.clone()) }
}

fn is_copy(parameter: &Parameter) -> bool {
    !matches!(
        scalar_of(parameter),
        None | Some(
            Scalar::Text
                | Scalar::Base64
                | Scalar::Password { .. }
                | Scalar::PresignedUrl
                | Scalar::Enum(_)
        )
    )
}

fn scalar_of(parameter: &Parameter) -> Option<&Scalar> {
    match &parameter.ty {
        ParameterType::Scalar(scalar) => Some(scalar),
        ParameterType::Structure(_) => None,
    }
}

/// Reads a text of an entry.
fn text(field: &Field) -> TokenStream {
    let name = ident(&field.rust);
    if field.optional { quote!(entry.#name.as_deref()) } else { quote!(Some(&entry.#name)) }
}

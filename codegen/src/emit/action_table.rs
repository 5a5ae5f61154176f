//! The emulator's tables: actions, models and value sets.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::imports::Imports;
use super::{example, ident, with_imports};
use crate::api::{
    Action, Api, Effect, Enum, Member, MemberType, Model, Parameter, ParameterType, Presence,
    Scalar,
};

const TYPES: &str = "crate::action";

/// Emits the file of actions.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    imports.names(TYPES, &["ActionSpec", "Effect"]);
    let specs: Vec<_> = api.actions.iter().map(|action| spec(api, action, &mut imports)).collect();
    if example::has_any(api) {
        imports.names("super", &["example_responses"]);
    }
    let names = api.actions.iter().map(constant);
    let places = example_places(api).into_iter().map(|(region, zone)| match zone {
        Some(zone) => quote!((#region, Some(#zone))),
        None => quote!((#region, None)),
    });
    let docs = quote! {
        //! Actions, as the emulator reads them.
    };
    let code = quote! {
        /// Every action, in the byte order of their names.
        pub(crate) const ACTIONS: &[ActionSpec] = &[#(#names),*];

        /// Regions and zones that only the documented examples use.
        pub(crate) const EXAMPLE_PLACES: &[(&str, Option<&str>)] = &[#(#places),*];

        #(#specs)*
    };
    with_imports(&docs, imports, &code)
}

/// Emits the file of models. They are statics, because a model may contain itself.
pub(super) fn models(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    let models: Vec<_> = api
        .models
        .iter()
        .map(|model| {
            imports.names(TYPES, &["ModelSpec"]);
            let constant = model_constant(model);
            let members = model.members.iter().map(|row| member(api, row, "", &mut imports));
            let members: Vec<_> = members.collect();
            quote! {
                pub(super) static #constant: ModelSpec = ModelSpec {
                    members: &[#(#members),*],
                };
            }
        })
        .collect();
    let docs = quote! {
        //! Structures in responses, as the emulator reads them.
    };
    with_imports(&docs, imports, &quote!(#(#models)*))
}

/// Emits the file of value sets of parameters.
pub(super) fn values(api: &Api) -> TokenStream {
    let sets = api.enums.iter().filter(|set| !set.open && is_asked_for(api, set));
    let sets = sets.map(|set| {
        let constant = values_constant(set);
        let values = set.values.iter().map(|value| &value.wire);
        quote!(pub(super) const #constant: &[&str] = &[#(#values),*];)
    });
    let docs = quote! {
        //! Value sets of parameters.
    };
    with_imports(&docs, Imports::default(), &quote!(#(#sets)*))
}

/// Returns true if a parameter has one of these values.
fn is_asked_for(api: &Api, set: &Enum) -> bool {
    api.actions.iter().any(|action| {
        let fields = action.structures.iter().flat_map(|structure| &structure.fields);
        action.parameters.iter().chain(fields).any(|parameter| {
            matches!(
                &parameter.ty,
                ParameterType::Scalar(Scalar::Enum(rust)) if *rust == set.rust
            )
        })
    })
}

/// Returns the name of a value set's constant.
fn values_constant(set: &Enum) -> Ident {
    format_ident!("{}", set.module.to_uppercase())
}

/// Returns the name of an action's constant.
fn constant(action: &Action) -> Ident {
    format_ident!("{}", action.method.to_uppercase())
}

/// Returns the name of a model's static.
fn model_constant(model: &Model) -> Ident {
    format_ident!("{}", model.module.to_uppercase())
}

fn spec(api: &Api, action: &Action, imports: &mut Imports) -> TokenStream {
    let (constant, wire) = (constant(action), &action.wire);
    let mut rows = Rows { api, action, imports, written: Vec::new() };
    rows.common();
    for row in &action.parameters {
        rows.write_parameter(row, "", true);
    }
    let rows = rows.written;
    let members = action.members.iter();
    let members: Vec<_> = members.map(|row| member(api, row, "model_table", imports)).collect();
    let example = match example::response_constant(action) {
        Some(constant) => quote!(Some(example_responses::#constant)),
        None => quote!(None),
    };
    let effect = match action.effect {
        Effect::Read => quote!(Read),
        Effect::Idempotent => quote!(Idempotent),
        Effect::NonIdempotent => quote!(NonIdempotent),
    };
    quote! {
        const #constant: ActionSpec = ActionSpec {
            name: #wire,
            effect: Effect::#effect,
            parameters: &[#(#rows),*],
            response: &[#(#members),*],
            example: #example,
        };
    }
}

/// The parameters of an action, one by one.
struct Rows<'a> {
    api: &'a Api,
    action: &'a Action,
    imports: &'a mut Imports,
    written: Vec<TokenStream>,
}

impl Rows<'_> {
    fn common(&mut self) {
        let common = [
            ("Region", self.action.region),
            ("Zone", self.action.zone),
            ("ProjectId", self.action.project_id),
        ];
        for (name, presence) in common {
            if presence != Presence::Absent {
                let required = presence == Presence::Required;
                self.write(name, &quote!(Text), required, None);
            }
        }
    }

    /// Adds the parameter or, for a structure, what is in it; a part of what may be left out may be
    /// left out.
    fn write_parameter(&mut self, parameter: &Parameter, prefix: &str, demanded: bool) {
        let index = if parameter.list { ".N" } else { "" };
        let name = format!("{prefix}{}{index}", parameter.wire);
        let required = demanded && parameter.required;
        match &parameter.ty {
            ParameterType::Scalar(scalar) => {
                let kind = parameter_kind(self.api, scalar, self.imports);
                self.write(&name, &kind, required, parameter.default.as_deref());
            }
            ParameterType::Structure(rust) => {
                let mut structures = self.action.structures.iter();
                let found = structures.find(|structure| structure.rust == *rust);
                let prefix = format!("{name}.");
                for field in found.iter().flat_map(|structure| &structure.fields) {
                    self.write_parameter(field, &prefix, required);
                }
            }
        }
    }

    fn write(&mut self, name: &str, kind: &TokenStream, required: bool, default: Option<&str>) {
        let (constructor, default) = match (required, default) {
            (true, _) => ("required", None),
            (false, None) => ("optional", None),
            (false, Some(default)) => ("with_default", Some(quote!(, #default))),
        };
        self.imports.names(TYPES, &["ParameterKind", constructor]);
        let constructor = ident(constructor);
        self.written.push(quote!(#constructor(#name, ParameterKind::#kind #default)));
    }
}

fn parameter_kind(api: &Api, scalar: &Scalar, imports: &mut Imports) -> TokenStream {
    match scalar {
        Scalar::Text => quote!(Text),
        Scalar::Base64 | Scalar::Password { base64: true } => quote!(Base64),
        Scalar::Password { base64: false } | Scalar::PresignedUrl => quote!(Secret),
        Scalar::Enum(rust) => match api.enums.iter().find(|set| set.rust == *rust) {
            Some(set) if !set.open => {
                imports.names("super", &["value_table"]);
                let values = values_constant(set);
                quote!(OneOf(value_table::#values))
            }
            _ => quote!(Text),
        },
        Scalar::Int | Scalar::Timestamp | Scalar::Price => quote!(Int),
        Scalar::Float => quote!(Float),
        Scalar::Bool => quote!(Bool),
        Scalar::Switch { on, off } => quote!(Switch(#on, #off)),
    }
}

/// Emits a field of a response or of a model; models are found in the module of that name.
fn member(api: &Api, row: &Member, module: &'static str, imports: &mut Imports) -> TokenStream {
    let constructor = if row.list { "list" } else { "single" };
    imports.names(TYPES, &["MemberKind", constructor]);
    let kind = match &row.ty {
        MemberType::Scalar(scalar) => match row.on_wire.as_ref().unwrap_or(scalar) {
            Scalar::Int => quote!(Int),
            Scalar::Float => quote!(Float),
            Scalar::Bool => quote!(Bool),
            Scalar::Switch { on, off } => quote!(Switch(#on, #off)),
            _ => quote!(Text),
        },
        MemberType::Model(rust) => {
            let mut models = api.models.iter();
            let model = models.find(|model| model.rust == *rust).map(model_constant);
            if module.is_empty() {
                quote!(Object(&#model))
            } else {
                imports.names("super", &[module]);
                let module = ident(module);
                quote!(Object(&#module::#model))
            }
        }
        MemberType::Json => quote!(Json),
    };
    let wire = &row.wire;
    let constructor = ident(constructor);
    quote!(#constructor(#wire, MemberKind::#kind))
}

/// Places that a documented example names and the list of regions does not.
fn example_places(api: &Api) -> BTreeSet<(&str, Option<&str>)> {
    let mut places = BTreeSet::new();
    for example in api.actions.iter().filter_map(|action| action.example.as_ref()) {
        let row = |name: &str| {
            let row = example.request.iter().find(|(other, _)| other == name);
            row.map(|(_, value)| value.as_str())
        };
        let Some(region) = row("Region") else { continue };
        let zone = row("Zone");
        let listed = api.regions.iter().find(|listed| listed.id == region);
        let known = listed.is_some_and(|listed| {
            zone.is_none_or(|zone| listed.zones.iter().any(|listed| listed.id == zone))
        });
        if !known {
            places.insert((region, zone));
        }
    }
    places
}

//! What the emulator knows of every action.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::imports::Imports;
use super::{example, ident, with_imports};
use crate::api::{Action, Api, Parameter, ParameterType, Presence, Scalar};

/// The file of tables.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut imports = Imports::default();
    imports.names("crate::emulator::action", &["ActionSpec"]);
    let rows: Vec<Vec<Row>> = api.actions.iter().map(rows).collect();
    let all = || rows.iter().flatten();
    let constructors = [(true, "required"), (false, "optional")].map(|(required, name)| {
        all().any(|row| row.required == required).then(|| {
            imports.names("crate::emulator::action", &["ParameterKind", "ParameterSpec"]);
            let name = ident(name);
            quote! {
                const fn #name(name: &'static str, kind: ParameterKind) -> ParameterSpec {
                    ParameterSpec { name, kind, required: #required }
                }
            }
        })
    });
    let specs = api.actions.iter().zip(&rows).map(|(action, rows)| spec(action, rows));
    if example::has_any(api) {
        imports.names("super", &["example_replies"]);
    }
    let names = api.actions.iter().map(constant);
    let places = example_places(api).into_iter().map(|(region, zone)| match zone {
        Some(zone) => quote!((#region, Some(#zone))),
        None => quote!((#region, None)),
    });
    let docs = quote! {
        //! What the emulator knows of every action.
    };
    let [required, optional] = constructors;
    let code = quote! {
        /// Every action, in the byte order of their names.
        pub(crate) const ACTIONS: &[ActionSpec] = &[#(#names),*];

        /// Regions and zones that only the documented examples use.
        pub(crate) const EXAMPLE_PLACES: &[(&str, Option<&str>)] = &[#(#places),*];

        #(#specs)*

        #required
        #optional
    };
    with_imports(&docs, imports, &code)
}

/// The constant that stands for an action.
fn constant(action: &Action) -> Ident {
    format_ident!("{}", action.method.to_uppercase())
}

fn spec(action: &Action, rows: &[Row]) -> TokenStream {
    let (constant, wire) = (constant(action), &action.wire);
    let rows = rows.iter().map(|Row { name, kind, required }| {
        let constructor = ident(if *required { "required" } else { "optional" });
        quote!(#constructor(#name, ParameterKind::#kind))
    });
    let example = match example::reply_constant(action) {
        Some(constant) => quote!(Some(example_replies::#constant)),
        None => quote!(None),
    };
    quote! {
        const #constant: ActionSpec = ActionSpec {
            name: #wire,
            parameters: &[#(#rows),*],
            example: #example,
        };
    }
}

/// A row of the page's table.
struct Row {
    name: String,
    kind: TokenStream,
    required: bool,
}

fn rows(action: &Action) -> Vec<Row> {
    let mut rows = Vec::new();
    let common = [
        ("Region", action.region),
        ("Zone", action.zone),
        ("ProjectId", action.project_id),
    ];
    for (name, presence) in common {
        if presence != Presence::Absent {
            let required = presence == Presence::Required;
            rows.push(Row { name: name.to_owned(), kind: quote!(Text), required });
        }
    }
    for parameter in &action.parameters {
        add(parameter, "", true, action, &mut rows);
    }
    rows
}

/// Adds the parameter or, for a structure, what is in it; a part of what may be left out may be left out.
fn add(
    parameter: &Parameter,
    prefix: &str,
    demanded: bool,
    action: &Action,
    rows: &mut Vec<Row>,
) {
    let name =
        format!("{prefix}{}{}", parameter.wire, if parameter.list { ".N" } else { "" });
    let required = demanded && parameter.required;
    match &parameter.ty {
        ParameterType::Scalar(scalar) => {
            rows.push(Row { name, kind: kind(scalar), required });
        }
        ParameterType::Structure(rust) => {
            let found =
                action.structures.iter().find(|structure| structure.rust == *rust);
            let prefix = format!("{name}.");
            for field in found.iter().flat_map(|structure| &structure.fields) {
                add(field, &prefix, required, action, rows);
            }
        }
    }
}

fn kind(scalar: &Scalar) -> TokenStream {
    match scalar {
        Scalar::Text | Scalar::Base64 | Scalar::Password { .. } | Scalar::Enum(_) => {
            quote!(Text)
        }
        Scalar::Int | Scalar::Timestamp => quote!(Int),
        Scalar::Float => quote!(Float),
        Scalar::Bool => quote!(Bool),
        Scalar::Switch { on, off } => quote!(Switch(#on, #off)),
    }
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

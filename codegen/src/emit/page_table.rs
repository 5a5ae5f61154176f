//! The table of the emulator's page: texts of actions for people, and names in Rust.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::arguments::Arguments;
use super::imports::Imports;
use super::{example, ident, with_imports};
use crate::api::{
    Action, Api, Doc, Effect, Enum, Parameter, ParameterType, Presence, RetCode, Scalar, Section,
};
use crate::docs;

const TYPES: &str = "crate::page::table";

/// Emits the file.
pub(super) fn file(api: &Api) -> TokenStream {
    let mut table = Table { api, imports: Imports::default(), enums: BTreeMap::new() };
    table.imports.names(TYPES, &["ActionText", "RetCodeText", "SectionText"]);
    let sections: Vec<_> = api.product.sections.iter().map(section).collect();
    let actions: Vec<_> = api.actions.iter().map(|action| table.action(action)).collect();
    let ret_codes: Vec<_> = api.ret_codes.iter().map(ret_code).collect();
    let krate = &api.product.krate;
    let enums: Vec<_> = table.enums.into_values().collect();
    let docs = quote! {
        //! Texts of the page, and names of the client's code.
    };
    let code = quote! {
        /// The client's crate, as Rust code spells it.
        pub(crate) const CRATE: &str = #krate;

        /// Groups of actions, in the order that a reader meets them.
        pub(crate) const SECTIONS: &[SectionText] = &[#(#sections),*];

        /// Every action, in the byte order of their names.
        pub(crate) const ACTIONS: &[ActionText] = &[#(#actions),*];

        /// Meanings of RetCodes, in order of their numbers.
        pub(crate) const RET_CODES: &[RetCodeText] = &[#(#ret_codes),*];

        #(#enums)*
    };
    with_imports(&docs, table.imports, &code)
}

fn section(section: &Section) -> TokenStream {
    let (title, doc) = (docs::plain(&section.title), text(&section.doc));
    quote!(SectionText { title: #title, doc: #doc })
}

fn ret_code(code: &RetCode) -> TokenStream {
    let (number, name, doc) = (code.number, &code.rust, text(&code.doc));
    let number = super::literal::int(number);
    quote!(RetCodeText { number: #number, name: #name, doc: #doc })
}

/// Writes a description's text on one line. Its code spans stay.
fn text(doc: &Doc) -> String {
    docs::plain(doc.as_deref().unwrap_or_default())
}

fn optional(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    }
}

/// The table in the making.
struct Table<'a> {
    api: &'a Api,
    imports: Imports,
    /// Constants of the enums that parameters use, by their names.
    enums: BTreeMap<String, TokenStream>,
}

impl Table<'_> {
    fn action(&mut self, action: &Action) -> TokenStream {
        let (name, method) = (&action.wire, &action.method);
        let title = docs::plain(&action.title);
        let doc = text(&action.doc);
        let section = docs::plain(&action.section);
        let page = optional(action.page.as_deref().map(docs::target).as_deref());
        self.imports.names(TYPES, &["Effect"]);
        let effect = ident(match action.effect {
            Effect::Read => "Read",
            Effect::Idempotent => "Idempotent",
            Effect::NonIdempotent => "NonIdempotent",
        });
        let deprecated = optional(action.deprecated.as_deref().map(docs::plain).as_deref());
        let arguments = Arguments::new(&action.rust, &action.parameters);
        let bundle = optional(arguments.bundle());
        let typed = action.structures.is_empty();
        let mut rows = self.common(action);
        for parameter in &action.parameters {
            self.parameter(action, parameter, "", &mut rows);
        }
        quote! {
            ActionText {
                name: #name,
                method: #method,
                title: #title,
                doc: #doc,
                section: #section,
                page: #page,
                effect: Effect::#effect,
                deprecated: #deprecated,
                bundle: #bundle,
                typed: #typed,
                parameters: &[#(#rows),*],
            }
        }
    }

    /// Emits the parameters that most actions share.
    fn common(&mut self, action: &Action) -> Vec<TokenStream> {
        let rows = [
            ("Region", "region", action.region),
            ("Zone", "zone", action.zone),
            ("ProjectId", "project_id", action.project_id),
        ];
        let present = rows.into_iter().filter(|(_, _, presence)| *presence != Presence::Absent);
        let mut written = Vec::new();
        for (name, rust, _) in present {
            let doc = self.api.product.common.get(name).cloned().flatten();
            written.push(self.row(name, rust, "Scope", &text(&doc), None, &quote!(Text)));
        }
        written
    }

    /// Emits a parameter or, for a structure, what is in it.
    fn parameter(
        &mut self,
        action: &Action,
        parameter: &Parameter,
        prefix: &str,
        rows: &mut Vec<TokenStream>,
    ) {
        let index = if parameter.list { ".N" } else { "" };
        let name = format!("{prefix}{}{index}", parameter.wire);
        let scalar = match &parameter.ty {
            ParameterType::Scalar(scalar) => scalar,
            ParameterType::Structure(rust) => {
                let structure = action.structures.iter().find(|known| known.rust == *rust);
                for field in structure.iter().flat_map(|structure| &structure.fields) {
                    self.parameter(action, field, &format!("{name}."), rows);
                }
                return;
            }
        };
        let mut sample = parameter.sample.clone();
        if parameter.argument {
            sample = sample.or_else(|| Some(example::stand_in(self.api, parameter, scalar)));
        }
        let sample = sample.map(|sample| example::on_wire(scalar, &sample));
        let place = if parameter.argument { "Argument" } else { "Setter" };
        let deprecated = parameter.deprecated.as_deref().map(docs::sentence);
        let doc = [text(&parameter.doc), docs::plain(&deprecated.unwrap_or_default())].join(" ");
        let doc = doc.trim();
        let value = self.value(scalar);
        rows.push(self.row(&name, &parameter.rust, place, doc, sample.as_deref(), &value));
    }

    fn row(
        &mut self,
        name: &str,
        rust: &str,
        place: &str,
        doc: &str,
        sample: Option<&str>,
        value: &TokenStream,
    ) -> TokenStream {
        self.imports.names(TYPES, &["ParameterText", "Place", "RustValue"]);
        let (place, sample) = (ident(place), optional(sample));
        quote! {
            ParameterText {
                name: #name,
                rust: #rust,
                place: Place::#place,
                value: RustValue::#value,
                sample: #sample,
                doc: #doc,
            }
        }
    }

    fn value(&mut self, scalar: &Scalar) -> TokenStream {
        match scalar {
            Scalar::Text | Scalar::Base64 | Scalar::PresignedUrl => quote!(Text),
            Scalar::Int => quote!(Int),
            Scalar::Float => quote!(Float),
            Scalar::Bool => quote!(Bool),
            Scalar::Switch { on, .. } => quote!(Switch(#on)),
            Scalar::Timestamp => quote!(Timestamp),
            Scalar::Price => quote!(Price),
            Scalar::Password { .. } => quote!(Password),
            Scalar::Enum(rust) => match self.api.enums.iter().find(|set| set.rust == *rust) {
                Some(set) => {
                    let constant = self.enumeration(set);
                    quote!(Enum(&#constant))
                }
                None => quote!(Text),
            },
        }
    }

    fn enumeration(&mut self, set: &Enum) -> Ident {
        let constant = format_ident!("{}", set.module.to_uppercase());
        self.imports.names(TYPES, &["RustEnum"]);
        let name = &set.rust;
        let values = set.values.iter().map(|value| {
            let (wire, rust, doc) = (&value.wire, &value.rust, text(&value.doc));
            quote!((#wire, #rust, #doc))
        });
        let table = quote! {
            const #constant: RustEnum = RustEnum { name: #name, values: &[#(#values),*] };
        };
        self.enums.insert(set.rust.clone(), table);
        constant
    }
}

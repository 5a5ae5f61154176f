//! Example requests, for documentation and tests.

use std::borrow::Cow;
use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::arguments::Arguments;
use super::imports::Imports;
use super::{ident, literal, scalar, with_imports};
use crate::api::{Action, Api, Example, Parameter, ParameterType, Scalar};
use crate::format;

/// Maximum number of setters in an example of the documentation.
const SHOWN: usize = 3;

/// Returns `true` if an action has an example.
pub(super) fn has_any(api: &Api) -> bool {
    api.actions.iter().any(|action| action.example.is_some())
}

/// Returns the file of the example responses.
pub(super) fn responses(api: &Api) -> TokenStream {
    let constants = api.actions.iter().filter_map(|action| {
        let constant = response_constant(action)?;
        let text = literal::raw(&action.example.as_ref()?.response_text);
        Some(quote!(pub(crate) const #constant: &str = #text;))
    });
    quote! {
        //! Responses in the examples of the documentation pages.

        #(#constants)*
    }
}

/// Returns the name of the constant of an action's example response, if it has one.
pub(super) fn response_constant(action: &Action) -> Option<Ident> {
    action.example.as_ref().map(|_| format_ident!("{}", action.method.to_uppercase()))
}

/// Returns the example in the documentation of a client's method.
pub(super) fn documentation(api: &Api, action: &Action) -> Vec<String> {
    let krate = ident(&api.product.krate);
    let mut imports = Imports::of_crate(&api.product.krate);
    let Shown { statements, call } = Shown::new(api, action, &mut imports);
    let uses = imports.into_tokens();
    let result = if action.members.is_empty() { ident("_response") } else { ident("response") };
    format::example(quote! {
        async fn run(client: #krate::Client) -> #krate::Result<()> {
            #uses
            #(#statements)*
            let #result = #call.send().await?;
            Ok(())
        }
    })
}

/// Returns the file of all these examples, for a test that runs them.
pub(super) fn documentation_file(api: &Api) -> TokenStream {
    let mut imports = Imports::of_crate(&api.product.krate);
    imports.names("super", &["Example", "run"]);
    let rows = api.actions.iter().map(|action| {
        let wire = &action.wire;
        let Shown { statements, call } = Shown::new(api, action, &mut imports);
        let run = quote!(run(#call));
        let run = if statements.is_empty() { run } else { quote!({ #(#statements)* #run }) };
        quote!((#wire, |client| #run))
    });
    let rows: Vec<_> = rows.collect();
    let expect =
        api.actions.iter().any(|action| action.deprecated.is_some()).then(
            || quote!(#[expect(deprecated, reason = "deprecated actions have examples too")]),
        );
    let docs = quote! {
        //! Examples of the documentation, one per action.
    };
    let code = quote! {
        /// Names of the actions, and their examples.
        #expect
        pub(crate) const EXAMPLES: &[(&str, Example)] = &[#(#rows),*];
    };
    with_imports(&docs, imports, &code)
}

/// Parts of an example in the documentation.
struct Shown {
    statements: Vec<TokenStream>,
    call: TokenStream,
}

impl Shown {
    fn new(api: &Api, action: &Action, imports: &mut Imports) -> Self {
        let mut writer = Writer::of_samples(api, action, imports);
        let arguments = writer.arguments();
        let optional = action.parameters.iter().filter(|parameter| {
            let scalar = matches!(parameter.ty, ParameterType::Scalar(_));
            scalar && !parameter.argument && parameter.deprecated.is_none()
        });
        let setters: Vec<_> = optional
            .filter_map(|parameter| writer.setter(parameter, &parameter.wire))
            .take(SHOWN)
            .collect();
        let statements = std::mem::take(&mut writer.statements);
        let method = ident(&action.method);
        let call = quote!(client.#method(#(#arguments),*)#(#setters)*);
        Self { statements, call }
    }
}

/// Adds the samples of parameters, by their names on the wire, to the rows of an example.
fn add_samples(
    parameters: &[Parameter],
    prefix: &str,
    action: &Action,
    rows: &mut Vec<(String, String)>,
) {
    for parameter in parameters {
        let index = if parameter.list { ".0" } else { "" };
        let name = format!("{prefix}{}{index}", parameter.wire);
        match &parameter.ty {
            ParameterType::Scalar(_) => {
                rows.extend(parameter.sample.clone().map(|sample| (name, sample)));
            }
            ParameterType::Structure(rust) => {
                let mut structures = action.structures.iter();
                if let Some(found) = structures.find(|known| known.rust == *rust) {
                    add_samples(&found.fields, &format!("{name}."), action, rows);
                }
            }
        }
    }
}

/// Pair that a request sends.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) name: String,
    /// In plain text, even if the wire carries it in base64.
    pub(super) value: String,
}

/// Writes values as code: values of the example, or plausible ones if it has none.
pub(super) struct Writer<'a> {
    api: &'a Api,
    action: &'a Action,
    rows: Cow<'a, [(String, String)]>,
    pub(super) imports: &'a mut Imports,
    locals: Locals,
    /// Set if a deprecated setter was called.
    pub(super) deprecated: bool,
    /// Statements before the values.
    pub(super) statements: Vec<TokenStream>,
    /// The values on the wire.
    pub(super) pairs: Vec<Pair>,
}

impl<'a> Writer<'a> {
    /// Creates a writer of the values of the page's example.
    pub(super) fn new(api: &'a Api, action: &'a Action, imports: &'a mut Imports) -> Self {
        let rows = action.example.as_ref().map_or(&[][..], |example: &Example| &example.request);
        Self::of_rows(api, action, Cow::Borrowed(rows), imports)
    }

    /// Creates a writer of the samples.
    fn of_samples(api: &'a Api, action: &'a Action, imports: &'a mut Imports) -> Self {
        let mut rows = Vec::new();
        add_samples(&action.parameters, "", action, &mut rows);
        Self::of_rows(api, action, Cow::Owned(rows), imports)
    }

    fn of_rows(
        api: &'a Api,
        action: &'a Action,
        rows: Cow<'a, [(String, String)]>,
        imports: &'a mut Imports,
    ) -> Self {
        Self {
            api,
            action,
            rows,
            imports,
            locals: Locals::default(),
            deprecated: false,
            statements: Vec::new(),
            pairs: Vec::new(),
        }
    }

    /// Returns the arguments of the action's `new`.
    pub(super) fn arguments(&mut self) -> Vec<TokenStream> {
        let action = self.action;
        let arguments = Arguments::new(&action.rust, &action.parameters);
        self.values_of(&arguments, "")
    }

    /// Returns the call of the parameter's setter, if the example has a value for it.
    pub(super) fn setter(&mut self, parameter: &Parameter, name: &str) -> Option<TokenStream> {
        if !self.has(name, parameter) {
            return None;
        }
        self.deprecated |= parameter.deprecated.is_some();
        let value = self.value(parameter, name, false);
        let setter = ident(&parameter.rust);
        Some(quote!(.#setter(#value)))
    }

    fn has(&self, name: &str, parameter: &Parameter) -> bool {
        let nested = parameter.list || matches!(parameter.ty, ParameterType::Structure(_));
        self.rows.iter().any(|(row, _)| match row.strip_prefix(name) {
            Some(rest) if nested => rest.starts_with('.'),
            Some(rest) => rest.is_empty(),
            None => false,
        })
    }

    /// Returns the values of arguments. A structure of many is bound to a name first.
    fn values_of(&mut self, arguments: &Arguments<'_>, prefix: &str) -> Vec<TokenStream> {
        let parameters = arguments.parameters();
        let Some(bundle) = arguments.bundle() else {
            return parameters
                .iter()
                .map(|parameter| {
                    self.value(parameter, &format!("{prefix}{}", parameter.wire), false)
                })
                .collect();
        };
        let fields: Vec<_> = parameters
            .iter()
            .map(|parameter| {
                let name = ident(&parameter.rust);
                let value = self.value(parameter, &format!("{prefix}{}", parameter.wire), true);
                if value.to_string() == parameter.rust {
                    return quote!(#name);
                }
                quote!(#name: #value)
            })
            .collect();
        let bundle = self.imports.name("crate::actions", bundle);
        let local = ident(&self.locals.fresh("required"));
        self.statements.push(quote!(let #local = #bundle { #(#fields),* };));
        vec![quote!(#local)]
    }

    /// Returns a parameter's value, for its setter or, if `owned`, for its field.
    fn value(&mut self, parameter: &Parameter, name: &str, owned: bool) -> TokenStream {
        if !parameter.list {
            return self.one(parameter, name, owned);
        }
        let mut indexes = self.indexes(name);
        if indexes.is_empty() {
            indexes.push("0".to_owned());
        }
        let values: Vec<_> = indexes
            .iter()
            .map(|index| self.one(parameter, &format!("{name}.{index}"), owned))
            .collect();
        if owned {
            return quote!(vec![#(#values),*]);
        }
        quote!([#(#values),*])
    }

    fn one(&mut self, parameter: &Parameter, name: &str, owned: bool) -> TokenStream {
        match &parameter.ty {
            ParameterType::Scalar(scalar) => {
                let row = self.rows.iter().find(|(row, _)| row == name);
                let text = row.map_or_else(
                    || stand_in(self.api, parameter, scalar),
                    |(_, value)| value.clone(),
                );
                self.scalar(scalar, name, &text, owned)
            }
            ParameterType::Structure(rust) => self.structure(parameter, rust, name),
        }
    }

    /// Returns the indexes that the example uses for a list, in order.
    fn indexes(&self, name: &str) -> Vec<String> {
        let prefix = format!("{name}.");
        let rows = self.rows.iter().filter_map(|(row, _)| row.strip_prefix(&prefix));
        let mut indexes: Vec<String> =
            rows.map(|rest| rest.split('.').next().unwrap_or(rest).to_owned()).collect();
        indexes.sort_by_key(|index| (index.len(), index.clone()));
        indexes.dedup();
        indexes
    }

    /// Binds the structure to a name like its row's, and returns that name.
    fn structure(&mut self, parameter: &Parameter, rust: &str, name: &str) -> TokenStream {
        let structures = &self.action.structures;
        let Some(structure) = structures.iter().find(|structure| structure.rust == *rust) else {
            return TokenStream::new();
        };
        let prefix = format!("{name}.");
        let arguments = Arguments::new(&structure.rust, &structure.fields);
        let values = self.values_of(&arguments, &prefix);
        let setters: Vec<_> = structure
            .fields
            .iter()
            .filter(|field| !field.argument)
            .filter_map(|field| self.setter(field, &format!("{prefix}{}", field.wire)))
            .collect();
        let local = ident(&self.locals.fresh(&parameter.rust));
        let rust = self.imports.name("crate::actions", rust);
        self.statements.push(quote!(let #local = #rust::new(#(#values),*) #(#setters)*;));
        quote!(#local)
    }

    fn scalar(&mut self, scalar: &Scalar, name: &str, text: &str, owned: bool) -> TokenStream {
        let wire = on_wire(scalar, text);
        let code = scalar::literal(scalar, &wire, &self.api.enums, self.imports, owned);
        self.pairs.push(Pair { name: name.to_owned(), value: wire });
        code
    }
}

/// Returns a value as it is on the wire; an example may spell it in another way.
pub(super) fn on_wire(scalar: &Scalar, text: &str) -> String {
    let plain = text.trim();
    match scalar {
        Scalar::Int | Scalar::Timestamp => plain.parse::<i64>().unwrap_or(1).to_string(),
        Scalar::Price => plain.parse::<i64>().unwrap_or(100).to_string(),
        Scalar::Float => (plain.parse::<f64>().unwrap_or(0.5) + 0.0).to_string(),
        Scalar::Bool => (plain.eq_ignore_ascii_case("true") || plain == "1").to_string(),
        Scalar::Switch { on, off } => if text == on { on } else { off }.clone(),
        _ => text.to_owned(),
    }
}

/// Returns a plausible value for a parameter that the example lacks.
pub(super) fn stand_in(api: &Api, parameter: &Parameter, scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text | Scalar::Base64 | Scalar::PresignedUrl => parameter.rust.replace('_', "-"),
        Scalar::Int => "1".to_owned(),
        Scalar::Float => "0.5".to_owned(),
        Scalar::Bool => "true".to_owned(),
        Scalar::Switch { on, .. } => on.clone(),
        Scalar::Timestamp => "1577836800".to_owned(),
        Scalar::Price => "100".to_owned(),
        Scalar::Password { .. } => "correct_horse".to_owned(),
        Scalar::Enum(rust) => {
            let set = api.enums.iter().find(|set| set.rust == *rust);
            let value = set.and_then(|set| set.values.first());
            value.map_or_else(|| "value".to_owned(), |value| value.wire.clone())
        }
    }
}

/// Names of a function's variables.
#[derive(Debug, Default)]
struct Locals {
    used: BTreeMap<String, usize>,
}

impl Locals {
    /// Returns a name that is not used yet.
    fn fresh(&mut self, name: &str) -> String {
        let times = self.used.entry(name.to_owned()).or_default();
        *times += 1;
        // Kept apart from the names that the code around it uses.
        let taken = ["client", "request", "impl_response"].contains(&name);
        if taken || *times > 1 { format!("{name}_{times}") } else { name.to_owned() }
    }
}

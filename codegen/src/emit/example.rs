//! A request as its documented example makes it, for documentation and tests.

use std::borrow::Cow;
use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::arguments::Arguments;
use super::imports::Imports;
use super::{ident, literal, scalar, with_imports};
use crate::api::{Action, Api, Example, Parameter, ParameterType, Scalar};
use crate::format;

/// Setters that an example in the documentation shows.
const SHOWN: usize = 3;

/// Whether there is anything to make tests of.
pub(super) fn has_any(api: &Api) -> bool {
    api.actions.iter().any(|action| action.example.is_some())
}

/// The file of the documented replies.
pub(super) fn replies(api: &Api) -> TokenStream {
    let constants = api.actions.iter().filter_map(|action| {
        let constant = reply_constant(action)?;
        let text = literal::raw(&action.example.as_ref()?.response_text);
        Some(quote!(pub(super) const #constant: &str = #text;))
    });
    quote! {
        //! The documented replies, which tests read and the emulator answers with.

        #(#constants)*
    }
}

/// The constant that holds an action's documented reply, if it has one.
pub(super) fn reply_constant(action: &Action) -> Option<Ident> {
    action.example.as_ref().map(|_| format_ident!("{}", action.method.to_uppercase()))
}

/// The example in the documentation of a request.
pub(super) fn documentation(api: &Api, action: &Action) -> Vec<String> {
    let krate = ident(&api.product.krate);
    let Shown { uses, statements, call } = shown(api, action);
    let result =
        if action.members.is_empty() { ident("_response") } else { ident("response") };
    format::example(quote! {
        async fn run(client: #krate::Client) -> #krate::Result<()> {
            #uses
            #(#statements)*
            let #result = #call;
            Ok(())
        }
    })
}

/// The file of all these examples, for a test that runs them.
pub(super) fn documentation_file(api: &Api) -> TokenStream {
    let mut imports = Imports::of_crate(&api.product.krate);
    imports.names("crate", &["Client", "Result"]);
    imports.names("std::pin", &["Pin"]);
    let functions = api.actions.iter().map(|action| {
        let name = ident(&action.method);
        let Shown { uses, statements, call } = shown(api, action);
        let expect = action.deprecated.as_ref().map(
            |_| quote!(#[expect(deprecated, reason = "its documentation has an example too")]),
        );
        quote! {
            #expect
            async fn #name(client: Client) -> Result<()> {
                #uses
                #(#statements)*
                #call;
                Ok(())
            }
        }
    });
    let functions: Vec<_> = functions.collect();
    let entries = api.actions.iter().map(|action| {
        let (wire, name) = (&action.wire, ident(&action.method));
        quote!((#wire, |client| Box::pin(#name(client))))
    });
    let docs = quote! {
        //! The examples of the documentation, one per action.
    };
    let code = quote! {
        /// Function that sends the request of an example.
        pub(crate) type Example = fn(Client) -> Pin<Box<dyn Future<Output = Result<()>>>>;

        /// Names of the actions, and their examples.
        pub(crate) const EXAMPLES: &[(&str, Example)] = &[#(#entries),*];

        #(#functions)*
    };
    with_imports(&docs, imports, &code)
}

/// What an example in the documentation is made of.
struct Shown {
    uses: TokenStream,
    statements: Vec<TokenStream>,
    call: TokenStream,
}

fn shown(api: &Api, action: &Action) -> Shown {
    let mut imports = Imports::of_crate(&api.product.krate);
    let mut writer = Writer::of_samples(api, action, &mut imports);
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
    let call = quote!(client.#method(#(#arguments),*)#(#setters)*.send().await?);
    Shown { uses: imports.into_tokens(), statements, call }
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

/// A pair that a request sends.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) name: String,
    pub(super) value: String,
    /// Whether the wire carries the value in base64.
    pub(super) base64: bool,
}

/// Writes values as code: those of the example or, where it has none, plausible ones.
pub(super) struct Writer<'a> {
    api: &'a Api,
    action: &'a Action,
    rows: Cow<'a, [(String, String)]>,
    pub(super) imports: &'a mut Imports,
    locals: Locals,
    /// Whether a setter was called that nobody should use any more.
    pub(super) deprecated: bool,
    /// What has to stand before the values are used.
    pub(super) statements: Vec<TokenStream>,
    /// What the values become on the wire.
    pub(super) pairs: Vec<Pair>,
}

impl<'a> Writer<'a> {
    /// Writes the values of the page's example.
    pub(super) fn new(
        api: &'a Api,
        action: &'a Action,
        imports: &'a mut Imports,
    ) -> Self {
        let rows = action
            .example
            .as_ref()
            .map_or(&[][..], |example: &Example| &example.request);
        Self::of_rows(api, action, Cow::Borrowed(rows), imports)
    }

    /// Writes the samples.
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

    /// The arguments of the action's `new`.
    pub(super) fn arguments(&mut self) -> Vec<TokenStream> {
        let action = self.action;
        let arguments = Arguments::of(&action.rust, &action.parameters);
        self.values_of(&arguments, "")
    }

    /// The call of the parameter's setter, if the example has a value for it.
    pub(super) fn setter(
        &mut self,
        parameter: &Parameter,
        name: &str,
    ) -> Option<TokenStream> {
        if !self.has(name, parameter) {
            return None;
        }
        self.deprecated |= parameter.deprecated.is_some();
        let value = self.value(parameter, name, false);
        let setter = ident(&parameter.rust);
        Some(quote!(.#setter(#value)))
    }

    fn has(&self, name: &str, parameter: &Parameter) -> bool {
        let nested =
            parameter.list || matches!(parameter.ty, ParameterType::Structure(_));
        self.rows.iter().any(|(row, _)| match row.strip_prefix(name) {
            Some(rest) if nested => rest.starts_with('.'),
            Some(rest) => rest.is_empty(),
            None => false,
        })
    }

    /// Values for arguments, as they are passed; a structure of many is bound to a name first.
    fn values_of(
        &mut self,
        arguments: &Arguments<'_>,
        prefix: &str,
    ) -> Vec<TokenStream> {
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
                let value =
                    self.value(parameter, &format!("{prefix}{}", parameter.wire), true);
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

    /// A parameter's value: what its setter takes or, when `owned`, what its field holds.
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

    /// The indexes that the example uses for a list, in order.
    fn indexes(&self, name: &str) -> Vec<String> {
        let prefix = format!("{name}.");
        let rows = self.rows.iter().filter_map(|(row, _)| row.strip_prefix(&prefix));
        let mut indexes: Vec<String> =
            rows.map(|rest| rest.split('.').next().unwrap_or(rest).to_owned()).collect();
        indexes.sort_by_key(|index| (index.len(), index.clone()));
        indexes.dedup();
        indexes
    }

    /// Binds the structure to a name made of its row's and gives that name.
    fn structure(
        &mut self,
        parameter: &Parameter,
        rust: &str,
        name: &str,
    ) -> TokenStream {
        let structures = &self.action.structures;
        let Some(structure) =
            structures.iter().find(|structure| structure.rust == *rust)
        else {
            return TokenStream::new();
        };
        let prefix = format!("{name}.");
        let arguments = Arguments::of(&structure.rust, &structure.fields);
        let values = self.values_of(&arguments, &prefix);
        let setters: Vec<_> = structure
            .fields
            .iter()
            .filter(|field| !field.argument)
            .filter_map(|field| self.setter(field, &format!("{prefix}{}", field.wire)))
            .collect();
        let local = ident(&self.locals.fresh(&parameter.rust));
        let rust = self.imports.name("crate::actions", rust);
        self.statements
            .push(quote!(let #local = #rust::new(#(#values),*) #(#setters)*;));
        quote!(#local)
    }

    fn scalar(
        &mut self,
        scalar: &Scalar,
        name: &str,
        text: &str,
        owned: bool,
    ) -> TokenStream {
        let wire = on_wire(scalar, text);
        let code = scalar::literal(scalar, &wire, &self.api.enums, self.imports, owned);
        let base64 =
            matches!(scalar, Scalar::Base64 | Scalar::Password { base64: true });
        self.pairs.push(Pair { name: name.to_owned(), value: wire, base64 });
        code
    }
}

/// What a value becomes on the wire, whose text an example may spell in another way.
fn on_wire(scalar: &Scalar, text: &str) -> String {
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

/// A plausible value for what the example does not have.
fn stand_in(api: &Api, parameter: &Parameter, scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text | Scalar::Base64 | Scalar::PresignedUrl => {
            parameter.rust.replace('_', "-")
        }
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

/// Names for what a function binds.
#[derive(Debug, Default)]
struct Locals {
    used: BTreeMap<String, usize>,
}

impl Locals {
    /// A name that says what it is and is not used yet.
    fn fresh(&mut self, name: &str) -> String {
        let times = self.used.entry(name.to_owned()).or_default();
        *times += 1;
        // Kept apart from the names that the code around it uses.
        let taken = ["client", "request", "impl_response"].contains(&name);
        if taken || *times > 1 { format!("{name}_{times}") } else { name.to_owned() }
    }
}

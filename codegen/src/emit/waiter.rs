//! Waiting for what an action shows.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::arguments::Arguments;
use super::imports::Imports;
use super::{ident, members, response};
use crate::api::{
    Absent, Action, Api, Field, Find, Member, Parameter, ParameterType, Scalar, Waiter,
};
use crate::docs::{self, Docs};

/// What a waiter's methods and its rule are made of.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    action: &'a Action,
    waiter: &'a Waiter,
    arguments: Arguments<'a>,
    /// Optional parameters that are arguments here.
    with: Vec<&'a Parameter>,
    /// The value that tells the entry, as an argument of its own.
    key: Option<Parameter>,
    /// Whether that value is an argument of the action already.
    shared: bool,
}

impl<'a> Parts<'a> {
    pub(super) fn of(action: &'a Action, waiter: &'a Waiter) -> Self {
        let arguments = Arguments::of(&action.rust, &action.parameters);
        let key = waiter.find.as_ref().map(|find| key_parameter(&find.key));
        let with: Vec<_> = waiter
            .with
            .iter()
            .filter_map(|name| {
                action.parameters.iter().find(|known| known.rust == *name)
            })
            .collect();
        let own = arguments.parameters().iter().filter(|_| arguments.bundle().is_none());
        let shared = key.as_ref().is_some_and(|key| {
            own.chain(&with).any(|argument| argument.rust == key.rust)
        });
        Self { action, waiter, arguments, with, key, shared }
    }

    /// The async client's method.
    pub(super) fn method(
        &self,
        docs: &TokenStream,
        imports: &mut Imports,
    ) -> TokenStream {
        imports.names("crate::waiter", &["Waiter"]);
        let name = self.name();
        let request = ident(&self.action.rust);
        let rule = ident(&self.waiter.name);
        let declared = self.declared(imports);
        let names = self.arguments.names();
        let types = self.types(imports);
        let setters = self.setters();
        let body = match (&self.waiter.find, &self.key) {
            (Some(find), Some(key)) => {
                let look =
                    ident(if self.action.pages.is_some() { "paged" } else { "listed" });
                let (bind, found) = self.found(find, key, imports);
                let create = if self.shared {
                    let key = ident(&key.rust);
                    let clone = self.clone_of_key();
                    let names = names.iter().map(|name| {
                        if *name == key { quote!(#name #clone) } else { quote!(#name) }
                    });
                    quote!(#bind let request = #request::new(#(#names),*)#setters;)
                } else if self.key_name() == "request" {
                    quote!(#bind let request = #request::new(#(#names),*)#setters;)
                } else {
                    quote!(let request = #request::new(#(#names),*)#setters; #bind)
                };
                quote! {
                    #create
                    #found
                    Waiter::#look(self.clone(), request, found, #rule())
                }
            }
            _ => quote! {
                let request = #request::new(#(#names),*)#setters;
                Waiter::replied(self.clone(), request, #rule())
            },
        };
        quote! {
            #docs
            pub fn #name(&self, #(#declared),*) -> Waiter<#types> {
                #body
            }
        }
    }

    /// The blocking client's method.
    pub(super) fn blocking_method(
        &self,
        docs: &TokenStream,
        imports: &mut Imports,
    ) -> TokenStream {
        let name = self.name();
        let declared = self.declared(imports);
        let mut names = self.arguments.names();
        names.extend(self.with.iter().map(|parameter| ident(&parameter.rust)));
        if !self.shared && self.key.is_some() {
            names.push(ident(&self.key_name()));
        }
        let types = self.types(imports);
        let call = quote!(client.#name(#(#names),*));
        let make = if names.is_empty() {
            quote!(Client::#name)
        } else {
            quote!(|client| #call)
        };
        let expect = self.action.deprecated.as_ref().map(
            |_| quote!(#[expect(deprecated, reason = "both clients advise against it")]),
        );
        quote! {
            #docs
            #expect
            pub fn #name(&self, #(#declared),*) -> blocking::Waiter<#types> {
                self.waiter(#make)
            }
        }
    }

    /// The function that says when the wait is over.
    pub(super) fn rule(&self, imports: &mut Imports) -> TokenStream {
        imports.names("crate::waiter", &["Absent", "Rule"]);
        let function = ident(&self.waiter.name);
        let (name, action) = (&self.waiter.name, &self.action.wire);
        let entry = self.entry(imports);
        let (success, failure) = (&self.waiter.success, &self.waiter.failure);
        let state = self.state(imports);
        let (output, absent, result) = match self.waiter.absent {
            Absent::Retry => {
                (quote!(#entry), quote!(Absent::Retry), quote!(|entry| entry))
            }
            Absent::Failure => {
                (quote!(#entry), quote!(Absent::Failure), quote!(|entry| entry))
            }
            Absent::Success => (
                quote!(Option<#entry>),
                quote!(Absent::Success(|last| last)),
                quote!(Some),
            ),
        };
        quote! {
            fn #function() -> Rule<#entry, #output> {
                Rule {
                    name: #name,
                    action: #action,
                    state: |entry| #state,
                    success: &[#(#success),*],
                    failure: &[#(#failure),*],
                    absent: #absent,
                    result: #result,
                }
            }
        }
    }

    /// What the methods say of themselves.
    pub(super) fn documentation(&self) -> Docs {
        let Waiter { doc, name, success, failure, member, .. } = self.waiter;
        let what = doc.as_deref().map(docs::plain).filter(|doc| !doc.is_empty());
        let what = match what {
            Some(doc) => docs::inline(&lower_first(&docs::sentence(&doc))),
            None => format!("`{name}`."),
        };
        let mut how = format!("It asks [`{}`]", self.action.rust);
        if !success.is_empty() {
            how.push_str(&format!(" until `{}` is {}", member.rust, listed(success)));
        }
        how.push_str(match (&self.waiter.find, self.waiter.absent) {
            (Some(_), Absent::Success) if success.is_empty() => {
                " until the entry is gone"
            }
            (Some(_), Absent::Success) => " or the entry is gone",
            _ => "",
        });
        let gone = self.waiter.find.is_some() && self.waiter.absent == Absent::Failure;
        let failure = match (failure.is_empty(), gone) {
            (true, false) => None,
            (true, true) => Some("an entry that is not there".to_owned()),
            (false, false) => Some(listed(failure)),
            (false, true) => {
                Some(format!("{}, or an entry that is not there,", listed(failure)))
            }
        };
        if let Some(failure) = failure {
            how.push_str(&format!("; {failure} ends it with an error"));
        }
        how.push('.');
        Docs::new().markdown(format!("Waits until {what}")).markdown(how)
    }

    fn name(&self) -> proc_macro2::Ident {
        format_ident!("wait_until_{}", self.waiter.name)
    }

    fn declared(&self, imports: &mut Imports) -> Vec<TokenStream> {
        let mut declared = self.arguments.declared(imports);
        for parameter in &self.with {
            let name = ident(&parameter.rust);
            let ty = super::scalar::argument_type(parameter, imports);
            declared.push(quote!(#name: #ty));
        }
        if let Some(key) = self.key.as_ref().filter(|_| !self.shared) {
            let name = ident(&self.key_name());
            let ty = super::scalar::argument_type(key, imports);
            declared.push(quote!(#name: #ty));
        }
        declared
    }

    /// The key goes into the request and stays to be compared; a number need not be cloned for that.
    fn clone_of_key(&self) -> TokenStream {
        let scalar = self.waiter.find.as_ref().map(|find| &find.key.scalar);
        if scalar == Some(&Scalar::Int) { TokenStream::new() } else { quote!(.clone()) }
    }

    /// Sets the optional parameters.
    fn setters(&self) -> TokenStream {
        let is_key = |parameter: &Parameter| {
            self.key.as_ref().is_some_and(|key| key.rust == parameter.rust)
        };
        let setters = self.with.iter().map(|parameter| {
            let name = ident(&parameter.rust);
            let clone = is_key(parameter).then(|| self.clone_of_key());
            quote!(.#name(#name #clone))
        });
        quote!(#(#setters)*)
    }

    /// The key's name, unless an argument beside it has that name.
    fn key_name(&self) -> String {
        let name = self.key.as_ref().map_or("key", |key| key.rust.as_str());
        let taken = ["client", "entry", "found", "required"];
        if taken.contains(&name) { format!("{name}_key") } else { name.to_owned() }
    }

    /// Makes the key what is compared, and the closure that compares it.
    fn found(
        &self,
        find: &Find,
        key: &Parameter,
        imports: &mut Imports,
    ) -> (TokenStream, TokenStream) {
        let item = imports.name("crate::models", &find.item);
        let (name, member) = (ident(&self.key_name()), ident(&key.rust));
        let text = matches!(find.key.scalar, Scalar::Text | Scalar::Base64);
        let bind = if !text {
            TokenStream::new()
        } else if self.shared {
            quote!(let #name: String = #name.into();)
        } else {
            quote!(let #name = #name.into();)
        };
        let same = match (find.key.optional, text) {
            (false, _) => quote!(entry.#member == #name),
            (true, true) => quote!(entry.#member.as_deref() == Some(#name.as_str())),
            (true, false) => quote!(entry.#member.as_ref() == Some(&#name)),
        };
        let bind = if find.key.optional && text && !self.shared {
            quote!(let #name: String = #name.into();)
        } else {
            bind
        };
        (bind, quote!(let found = move |entry: &#item| #same;))
    }

    /// The type of what is watched, and that of the result where it differs.
    fn types(&self, imports: &mut Imports) -> TokenStream {
        let entry = self.entry(imports);
        match self.waiter.absent {
            Absent::Success => quote!(#entry, Option<#entry>),
            Absent::Retry | Absent::Failure => entry,
        }
    }

    fn entry(&self, imports: &mut Imports) -> TokenStream {
        let entry = match &self.waiter.find {
            Some(find) => imports.name("crate::models", &find.item),
            None => imports.name("crate::actions", &response::name(self.action)),
        };
        quote!(#entry)
    }

    fn state(&self, imports: &mut Imports) -> TokenStream {
        let Field { rust, scalar, optional } = &self.waiter.member;
        let member = ident(rust);
        match (scalar, optional) {
            (Scalar::Enum(name), true) => {
                let name = imports.name("crate::enums", name);
                quote!(entry.#member.as_ref().map(#name::as_str))
            }
            (_, true) => quote!(entry.#member.as_deref()),
            (_, false) => quote!(Some(entry.#member.as_str())),
        }
    }

    /// The expectation of the rule where the state is a member that nobody should use.
    pub(super) fn expectation(&self, api: &Api) -> Option<TokenStream> {
        let members: &[Member] = match &self.waiter.find {
            Some(find) => {
                let model = api.models.iter().find(|model| model.rust == find.item);
                model.map_or(&[], |model| &model.members)
            }
            None => &self.action.members,
        };
        let used = |member: &&Member| member.rust == self.waiter.member.rust;
        members::expect_deprecated(members.iter().filter(used))
    }
}

fn key_parameter(key: &Field) -> Parameter {
    Parameter {
        wire: String::new(),
        rust: key.rust.clone(),
        ty: ParameterType::Scalar(key.scalar.clone()),
        list: false,
        argument: true,
        required: true,
        default: None,
        doc: None,
        deprecated: None,
    }
}

/// Names states: `Done`, or `Failed`.
fn listed(states: &[String]) -> String {
    let states: Vec<String> = states.iter().map(|state| docs::code(state)).collect();
    match states.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Makes a sentence the rest of one, unless it begins with a name in capitals.
fn lower_first(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let first = chars.next();
    let second = chars.clone().next();
    match first {
        Some(first) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => sentence.to_owned(),
    }
}

//! Waiters of an action: the clients' methods, with the conditions that end a wait.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::arguments::Arguments;
use super::documented::{self, INNER};
use super::imports::Imports;
use super::{ident, members, response, scalar};
use crate::api::{
    Absent, Action, Api, Field, Member, Parameter, ParameterType, Presence, Scalar, Waiter,
};
use crate::docs::{self, Docs};
use crate::format;

/// Returns the methods of an action's waiters, for the action's file.
pub(super) fn items(api: &Api, action: &Action, imports: &mut Imports) -> Option<TokenStream> {
    if action.waiters.is_empty() {
        return None;
    }
    imports.names("crate::waiter", &["Acceptor", "Entries", "OnMissing", "Waiter"]);
    imports.names("crate::waiter", &["impl_waiters"]);
    let heading = format!("# Waiting with `{}`", action.rust);
    let heading = Docs::new().verbatim(vec![heading]).outer(INNER);
    let waiters = action.waiters.iter();
    let methods = waiters.map(|waiter| Parts::new(action, waiter).method(api, imports));
    let methods: Vec<_> = methods.collect();
    Some(format::macro_of_items("impl_waiters", &quote!(#heading impl Client { #(#methods)* })))
}

/// Parts of a waiter's method.
#[derive(Debug)]
struct Parts<'a> {
    action: &'a Action,
    waiter: &'a Waiter,
    arguments: Arguments<'a>,
    /// Optional parameters that are arguments here.
    with: Vec<&'a Parameter>,
    /// The value that identifies the entry, as a separate argument.
    key: Option<Parameter>,
    /// Set if that value is an argument of the action already.
    shared: bool,
}

impl<'a> Parts<'a> {
    fn new(action: &'a Action, waiter: &'a Waiter) -> Self {
        let arguments = Arguments::new(&action.rust, &action.parameters);
        let key = waiter.find.as_ref().map(|find| key_parameter(&find.key));
        let with: Vec<_> = waiter
            .with
            .iter()
            .filter_map(|name| action.parameters.iter().find(|known| known.rust == *name))
            .collect();
        let own = arguments.parameters().iter().filter(|_| arguments.bundle().is_none());
        let shared = key
            .as_ref()
            .is_some_and(|key| own.chain(&with).any(|argument| argument.rust == key.rust));
        Self { action, waiter, arguments, with, key, shared }
    }

    fn method(&self, api: &Api, imports: &mut Imports) -> TokenStream {
        let name = self.name();
        let docs = self.documentation().outer(2 * INNER);
        let deprecated = documented::deprecated(self.action.deprecated.as_deref());
        let declared = self.declared(imports);
        let output = self.output(imports);
        let request = self.request();
        let expected = self.waiter.expect.iter();
        let texts = expected.filter(|expect| expect.member.scalar == Scalar::Text);
        let texts = texts.map(|expect| {
            let argument = ident(&expect.argument);
            quote!(let #argument: String = #argument.into();)
        });
        let (bind, watched) = match (&self.waiter.find, &self.key) {
            (Some(find), Some(_)) => {
                imports.names("crate::waiter", &["Matches"]);
                let by = ident(if self.action.pages.is_some() { "paged" } else { "listed" });
                let (key, member) = (ident(&self.key_name()), ident(&find.key.rust));
                let is_text = matches!(find.key.scalar, Scalar::Text | Scalar::Base64);
                let bind = is_text.then(|| quote!(let #key: String = #key.into();));
                let entries = match &find.nested {
                    None => quote!(entries),
                    Some(nested) => {
                        let list = ident(&nested.list);
                        quote!(entries.into_iter().flat_map(|entry| entry.#list))
                    }
                };
                let id = if find.key.optional {
                    quote!(entry.#member.as_ref())
                } else {
                    quote!(Some(&entry.#member))
                };
                let watched = quote! {
                    Waiter::#by(
                        self.clone(),
                        #request,
                        acceptor,
                        move |entries| Matches::new(#entries, |entry| #id, &#key)
                    )
                };
                (bind, watched)
            }
            _ => (None, quote!(Waiter::responded(self.clone(), #request, acceptor))),
        };
        let expect = self.expectation(api);
        let acceptor = self.acceptor(imports);
        quote! {
            #docs
            #deprecated
            pub fn #name(&self, #(#declared),*) -> Waiter<#output> {
                #bind
                #(#texts)*
                #expect
                let acceptor = #acceptor;
                #watched
            }
        }
    }

    /// Returns the conditions that end the wait.
    fn acceptor(&self, imports: &mut Imports) -> TokenStream {
        let (name, action) = (&self.waiter.name, &self.action.wire);
        let (success, failure) = (&self.waiter.success, &self.waiter.failure);
        let entry = self.entry(imports);
        let state = self.state(imports);
        let expected = self.waiter.expect.iter().map(|expect| {
            let (argument, wire) = (ident(&expect.argument), &expect.wire);
            let is_expected = is_expected(&expect.member, &argument);
            quote!((#wire, Box::new(move |entry| #is_expected)))
        });
        let entries = match (self.is_of_all(), self.waiter.absent) {
            (true, _) => quote!(All(|entries| entries)),
            (false, Absent::Success) => quote!(First(Some)),
            (false, _) => quote!(First(|entry| entry)),
        };
        let on_missing = match self.waiter.absent {
            Absent::Retry => quote!(Retry),
            Absent::Failure => quote!(Failure),
            Absent::Success => quote!(Success(Default::default)),
        };
        quote! {
            Acceptor {
                name: #name,
                action: #action,
                state: |entry: &#entry| #state,
                success: &[#(#success),*],
                failure: &[#(#failure),*],
                expected: vec![#(#expected),*],
                entries: Entries::#entries,
                on_missing: OnMissing::#on_missing,
            }
        }
    }

    /// Returns the documentation of the method.
    fn documentation(&self) -> Docs {
        let Waiter { doc, name, find, success, failure, expect, member, absent, .. } = self.waiter;
        let what = doc.as_deref().map(docs::plain).filter(|doc| !doc.is_empty());
        let what = match what {
            Some(doc) => docs::inline(&lower_first(&docs::sentence(&doc))),
            None => format!("`{name}`."),
        };
        let mut how = format!("It polls [`{}`]", self.action.rust);
        if self.is_in_every_zone() {
            how.push_str(" without the client's zone");
        }
        if !success.is_empty() {
            how.push_str(&format!(" until `{}` is {}", member.rust, listed(success)));
        }
        let members = expect.iter().map(|expect| format!("`{}`", expect.member.rust));
        let members: Vec<_> = members.collect();
        how.push_str(&match members.as_slice() {
            [] => String::new(),
            [member] => format!(" and {member} has the given value"),
            members => {
                format!(", and each of {} has the given value", members.join(", "))
            }
        });
        if let Some(find) = find.as_ref().filter(|find| find.all) {
            how.push_str(&format!(" in every entry with that `{}`", find.key.rust));
        }
        how.push_str(match (find, absent) {
            (Some(_), Absent::Success) if success.is_empty() => " until the entry is gone",
            (Some(_), Absent::Success) => " or the entry is gone",
            _ => "",
        });
        how.push('.');
        let gone = find.is_some() && *absent == Absent::Failure;
        let failure = match (failure.is_empty(), gone) {
            (true, false) => None,
            (true, true) => Some("A missing entry".to_owned()),
            (false, false) => Some(listed(failure)),
            (false, true) => Some(format!("{} or a missing entry", listed(failure))),
        };
        if let Some(failure) = failure {
            how.push_str(&format!(" {failure} ends it with an error."));
        }
        let arguments = expect.iter().map(|expect| {
            let doc = documented::said_inline(expect.doc.as_deref(), &expect.wire, None);
            format!("`{}`: {doc}", expect.argument)
        });
        let arguments: Vec<_> = arguments.collect();
        let docs = Docs::new().markdown(format!("Waits until {what}")).markdown(how);
        if arguments.is_empty() { docs } else { docs.list(arguments) }
    }

    fn name(&self) -> proc_macro2::Ident {
        format_ident!("wait_until_{}", self.waiter.name)
    }

    fn declared(&self, imports: &mut Imports) -> Vec<TokenStream> {
        let mut declared = self.arguments.declared(imports);
        for parameter in &self.with {
            let name = ident(&parameter.rust);
            let ty = scalar::argument_type(parameter, imports);
            declared.push(quote!(#name: #ty));
        }
        if let Some(key) = self.key.as_ref().filter(|_| !self.shared) {
            let name = ident(&self.key_name());
            let ty = scalar::argument_type(key, imports);
            declared.push(quote!(#name: #ty));
        }
        for expect in &self.waiter.expect {
            let argument =
                Parameter { rust: expect.argument.clone(), ..key_parameter(&expect.member) };
            let name = ident(&argument.rust);
            let ty = scalar::argument_type(&argument, imports);
            declared.push(quote!(#name: #ty));
        }
        declared
    }

    /// Returns `true` if it leaves out the client's zone: an id is found in whatever zone it is.
    fn is_in_every_zone(&self) -> bool {
        self.waiter.find.is_some() && self.action.zone == Presence::Optional
    }

    fn is_of_all(&self) -> bool {
        self.waiter.find.as_ref().is_some_and(|find| find.all)
    }

    /// Returns the request of each poll.
    fn request(&self) -> TokenStream {
        let request = ident(&self.action.rust);
        let key = self.key.as_ref().filter(|_| self.shared);
        let names = self.arguments.names().into_iter().map(|name| {
            let clone = key.filter(|key| name == ident(&key.rust)).map(|_| self.clone_of_key());
            quote!(#name #clone)
        });
        let setters = self.setters();
        let zone = self.is_in_every_zone().then(|| quote!(.without_zone()));
        quote!(#request::new(#(#names),*)#setters #zone)
    }

    /// Emits a copy of the key: it goes into the request and is compared later. A number need not
    /// be cloned.
    fn clone_of_key(&self) -> TokenStream {
        let scalar = self.waiter.find.as_ref().map(|find| &find.key.scalar);
        if scalar == Some(&Scalar::Int) { TokenStream::new() } else { quote!(.clone()) }
    }

    /// Sets the optional parameters.
    fn setters(&self) -> TokenStream {
        let is_key =
            |parameter: &Parameter| self.key.as_ref().is_some_and(|key| key.rust == parameter.rust);
        let setters = self.with.iter().map(|parameter| {
            let name = ident(&parameter.rust);
            let clone = is_key(parameter).then(|| self.clone_of_key());
            quote!(.#name(#name #clone))
        });
        quote!(#(#setters)*)
    }

    /// Returns the key's name, unless an argument beside it has that name.
    fn key_name(&self) -> String {
        let name = self.key.as_ref().map_or("key", |key| key.rust.as_str());
        let taken = ["client", "entries", "required"];
        if taken.contains(&name) { format!("{name}_key") } else { name.to_owned() }
    }

    /// Returns the type of the wait's result.
    fn output(&self, imports: &mut Imports) -> TokenStream {
        let entry = self.entry(imports);
        match self.waiter.absent {
            _ if self.is_of_all() => quote!(Vec<#entry>),
            Absent::Success => quote!(Option<#entry>),
            Absent::Retry | Absent::Failure => entry,
        }
    }

    fn entry(&self, imports: &mut Imports) -> TokenStream {
        let entry = match &self.waiter.find {
            Some(find) => imports.name("crate::models", find.watched()),
            None => ident(&response::name(self.action)),
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

    /// Returns the attribute of the acceptor if a field that it reads is deprecated.
    fn expectation(&self, api: &Api) -> Option<TokenStream> {
        let members: &[Member] = match &self.waiter.find {
            Some(find) => {
                let model = api.models.iter().find(|model| model.rust == find.watched());
                model.map_or(&[], |model| &model.members)
            }
            None => &self.action.members,
        };
        let expected = || self.waiter.expect.iter().map(|expect| &expect.member);
        let used = |member: &&Member| {
            let mut fields = expected().chain([&self.waiter.member]);
            fields.any(|field| field.rust == member.rust)
        };
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
        sample: None,
        doc: None,
        deprecated: None,
    }
}

/// Compares a member with the argument.
fn is_expected(member: &Field, argument: &proc_macro2::Ident) -> TokenStream {
    let name = ident(&member.rust);
    match (member.optional, &member.scalar) {
        (false, _) => quote!(entry.#name == #argument),
        (true, Scalar::Int) => quote!(entry.#name == Some(#argument)),
        (true, _) => quote!(entry.#name.as_ref() == Some(&#argument)),
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

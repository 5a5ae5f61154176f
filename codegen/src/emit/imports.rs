//! Sorted `use` lines of a file, for the names that its code uses.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident;

/// Names that a file uses, collected while its code is written.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// Names by the path of the module they are in.
    names: BTreeMap<&'static str, BTreeSet<String>>,
    /// The crate, for code outside of it.
    krate: Option<String>,
}

impl Imports {
    /// Creates it for code outside of the crate.
    pub(super) fn of_crate(krate: &str) -> Self {
        Self { krate: Some(krate.to_owned()), ..Self::default() }
    }

    /// Imports an item, and returns its name.
    pub(super) fn name(&mut self, module: &'static str, name: &str) -> Ident {
        self.names(module, &[name]);
        ident(name)
    }

    /// Imports items.
    pub(super) fn names(&mut self, module: &'static str, names: &[&str]) {
        self.names.entry(module).or_default().extend(names.iter().map(|&name| name.to_owned()));
    }

    /// Returns the `use` lines.
    pub(super) fn into_tokens(self) -> TokenStream {
        let krate = ident(self.krate.as_deref().unwrap_or("crate"));
        let (mut crates, mut ours) = (Vec::new(), Vec::new());
        for (module, names) in self.names {
            let mut path = module.split("::");
            let first = path.next().unwrap_or_default();
            let is_ours = ["crate", "super"].contains(&first);
            let first = if first == "crate" { krate.clone() } else { ident(first) };
            let path = path.map(ident);
            let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
            let names = group(&names);
            let line = quote!(use #first::#(#path::)*#names;);
            if is_ours { ours.push(line) } else { crates.push(line) }
        }
        quote!(#(#crates)* #(#ours)*)
    }
}

/// Returns the last part of a `use` line: one name, or several in braces.
pub(super) fn group(names: &[Ident]) -> TokenStream {
    match names {
        [name] => quote!(#name),
        names => quote!({#(#names),*}),
    }
}

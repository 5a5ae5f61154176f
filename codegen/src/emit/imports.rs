//! The `use` lines of a file: what its code names and nothing else, sorted.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident;

/// What a file names, collected while its code is written.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// Names by the path of the module they are in.
    names: BTreeMap<&'static str, BTreeSet<String>>,
    blocking: bool,
    /// The crate, for code that stands outside of it.
    krate: Option<String>,
}

impl Imports {
    /// For code that sees the crate from outside.
    pub(super) fn of_crate(krate: &str) -> Self {
        Self { krate: Some(krate.to_owned()), ..Self::default() }
    }

    /// Names an item; what is returned stands for it in the code.
    pub(super) fn name(&mut self, module: &'static str, name: &str) -> Ident {
        self.names(module, &[name]);
        ident(name)
    }

    /// Names items whose names stand in the code as they are.
    pub(super) fn names(&mut self, module: &'static str, names: &[&str]) {
        self.names
            .entry(module)
            .or_default()
            .extend(names.iter().map(|&name| name.to_owned()));
    }

    /// Names the module of the blocking client, which is there with its feature alone.
    pub(super) fn blocking(&mut self) {
        self.blocking = true;
    }

    /// The `use` lines.
    pub(super) fn into_tokens(self) -> TokenStream {
        let krate = ident(self.krate.as_deref().unwrap_or("crate"));
        let (mut crates, mut ours) = (Vec::new(), Vec::new());
        for (module, names) in self.names {
            let mut path = module.split("::");
            let first = path.next().unwrap_or_default();
            let is_ours = ["crate", "super"].contains(&first);
            let first = if first == "crate" { krate.clone() } else { ident(first) };
            let path = path.map(ident);
            let names: Vec<_> = names.iter().map(|name| imported(name)).collect();
            let names = group(&names);
            let line = quote!(use #first::#(#path::)*#names;);
            if is_ours { ours.push(line) } else { crates.push(line) }
        }
        let blocking = self.blocking.then(|| {
            quote!(
                #[cfg(feature = "blocking")]
                use crate::blocking;
            )
        });
        quote!(#(#crates)* #(#ours)* #blocking)
    }
}

/// What follows a path in a `use` line: one name, or several in braces.
pub(super) fn group(names: &[TokenStream]) -> TokenStream {
    match names {
        [name] => name.clone(),
        names => quote!({#(#names),*}),
    }
}

/// A trait is imported for its methods alone: `Engine as _`.
fn imported(name: &str) -> TokenStream {
    match name.strip_suffix(" as _") {
        Some(name) => {
            let name = ident(name);
            quote!(#name as _)
        }
        None => {
            let name = ident(name);
            quote!(#name)
        }
    }
}

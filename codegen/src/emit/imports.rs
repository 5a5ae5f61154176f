//! The `use` lines of a file: what its code names and nothing else, in rustfmt's order.

use std::cmp::Ordering;
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
        let mut lines: Vec<(Vec<&str>, TokenStream)> = Vec::new();
        for (module, names) in self.names {
            let mut names: Vec<String> = names.into_iter().collect();
            names.sort_by(|a, b| by_version(a, b));
            let path: Vec<&str> = module.split("::").collect();
            let segments: Vec<Ident> =
                path.iter()
                    .map(|segment| {
                        if *segment == "crate" { krate.clone() } else { ident(segment) }
                    })
                    .collect();
            if module == "crate" {
                // Each on a line of its own, so that they sort among the modules.
                lines.extend(names.iter().map(|name| {
                    let name = ident(name);
                    (path.clone(), quote!(use #krate::#name;))
                }));
            } else {
                let names: Vec<_> = names.iter().map(|name| imported(name)).collect();
                let names = group(&names);
                lines.push((path, quote!(use #(#segments)::*::#names;)));
            }
        }
        lines.sort_by(|(a, _), (b, _)| by_path(a, b));
        let (ours, crates): (Vec<_>, Vec<_>) = lines
            .into_iter()
            .partition(|(path, _)| ["crate", "super"].contains(&path[0]));
        let crates = crates.into_iter().map(|(_, line)| line);
        let ours = ours.into_iter().map(|(_, line)| line);
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

fn by_path(a: &[&str], b: &[&str]) -> Ordering {
    let order = |(a, b): (&&str, &&str)| {
        (*b == "super").cmp(&(*a == "super")).then_with(|| by_version(a, b))
    };
    let differing = a.iter().zip(b).map(order).find(|order| order.is_ne());
    differing.unwrap_or_else(|| a.len().cmp(&b.len()))
}

/// The order of names in the Rust style guide: numbers by value, `_` before all, capitals before small letters.
pub(super) fn by_version(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    let mut zeros = Ordering::Equal;
    loop {
        match (left.chars().next(), right.chars().next()) {
            (None, None) => return zeros,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (number, left_rest) = split_number(left);
                let (other, right_rest) = split_number(right);
                let (x, y) =
                    (number.trim_start_matches('0'), other.trim_start_matches('0'));
                let order = x.len().cmp(&y.len()).then_with(|| x.cmp(y));
                if order.is_ne() {
                    return order;
                }
                zeros = zeros.then_with(|| other.len().cmp(&number.len()));
                (left, right) = (left_rest, right_rest);
            }
            (Some(x), Some(y)) => {
                let order = rank(x).cmp(&rank(y)).then_with(|| x.cmp(&y));
                if order.is_ne() {
                    return order;
                }
                (left, right) = (&left[x.len_utf8()..], &right[y.len_utf8()..]);
            }
        }
    }
}

fn split_number(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn rank(c: char) -> u8 {
    match c {
        '_' => 0,
        _ if c.is_lowercase() => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_the_style_guides_order() {
        let names =
            ["_a", "A1", "A2", "A10", "AB", "Ab", "Z_", "a_b", "a0", "a00", "a1", "ab"];
        let mut sorted = names;
        sorted.reverse();
        sorted.sort_by(|a, b| by_version(a, b));
        assert_eq!(
            sorted,
            ["_a", "A1", "A2", "A10", "AB", "Ab", "Z_", "a_b", "a00", "a0", "a1", "ab"]
        );
    }
}

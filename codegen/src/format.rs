//! From tokens to the text of a file: prettyplease breaks the lines, and this adds blank lines
//! between items.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Fields, File, ImplItem, Item, ItemUse, Stmt, UseTree, parse_quote};

/// Prefix of a module that replaces a macro call until the code is printed.
const MACRO: &str = "__macro_";

/// Calls a macro whose input is laid out like other items, which prettyplease does not do.
pub(crate) fn macro_of_items(name: &str, items: &TokenStream) -> TokenStream {
    let module = format_ident!("{MACRO}{name}");
    quote!(mod #module { #items })
}

/// Stands for a blank line until the text is there; a comment that nothing else writes.
const BLANK: &str = "\u{e000}";

/// Returns the text of a file that begins with this comment.
pub(crate) fn file(header: &str, tokens: TokenStream) -> String {
    let mut file = parse(tokens);
    let header = format!(" {header}");
    let mut attributes: Vec<Attribute> = vec![parse_quote!(#![comment = #header])];
    if !file.attrs.is_empty() {
        attributes.push(parse_quote!(#![comment = #BLANK]));
        attributes.append(&mut file.attrs);
    }
    file.attrs = attributes;
    separate_items(&mut file.items);
    if let Some(first) = file.items.first_mut().and_then(attributes_of) {
        first.insert(0, blank());
    }
    text(&file)
}

/// Makes a function an example in a doc comment, which shows its body without the last expression.
pub(crate) fn example(function: TokenStream) -> Vec<String> {
    let lines = function_lines(function);
    let (Some((first, rest)), true) = (lines.split_first(), lines.len() > 2) else {
        return lines;
    };
    let (body, end) = rest.split_at(rest.len() - 2);
    let mut example = vec!["```no_run".to_owned(), format!("# {first}")];
    example.extend_from_slice(body);
    example.extend(end.iter().map(|line| format!("# {line}")));
    example.push("```".to_owned());
    example
}

/// Makes a function's body an example in a doc comment.
pub(crate) fn body(function: TokenStream) -> Vec<String> {
    let mut lines = function_lines(function);
    if let [first, .., last] = lines.as_mut_slice() {
        "```".clone_into(first);
        "```".clone_into(last);
    }
    lines
}

/// Returns the lines of a function, its body without indent.
fn function_lines(function: TokenStream) -> Vec<String> {
    let mut file = parse(function);
    if let [Item::Fn(function)] = file.items.as_mut_slice() {
        for index in 1..function.block.stmts.len() {
            let (before, after) = function.block.stmts.split_at_mut(index);
            let ends_uses = matches!(before.last(), Some(Stmt::Item(Item::Use(_))));
            if let (true, Some(Stmt::Local(local))) = (ends_uses, after.first_mut()) {
                local.attrs.insert(0, blank());
            }
        }
    }
    text(&file).lines().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect()
}

/// Parses a file. Tokens that do not parse are an error of the generator, which the compiler shows.
fn parse(tokens: TokenStream) -> File {
    syn::parse2(tokens).unwrap_or_else(|error| {
        let error = error.to_compile_error();
        parse_quote!(#error)
    })
}

fn text(file: &File) -> String {
    let blank = format!("//{BLANK}");
    let mut text = String::new();
    for line in prettyplease::unparse(file).lines() {
        match line.strip_prefix("mod ").and_then(|line| line.strip_prefix(MACRO)) {
            Some(line) => text.push_str(&line.replacen(" {", "! {", 1)),
            None if line.trim_start() == blank => {}
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

fn blank() -> Attribute {
    parse_quote!(#[comment = #BLANK])
}

fn separate_items(items: &mut [Item]) {
    let pairs = items.windows(2);
    let apart: Vec<bool> =
        pairs.map(|pair| !matches!(pair, [a, b] if belong_together(a, b))).collect();
    for (item, apart) in items.iter_mut().skip(1).zip(apart) {
        if let Some(attributes) = attributes_of(item).filter(|_| apart) {
            attributes.insert(0, blank());
        }
    }
    for item in items {
        match item {
            Item::Mod(item) => {
                if let Some((_, items)) = &mut item.content {
                    separate_items(items);
                }
            }
            Item::Impl(item) => {
                for item in item.items.iter_mut().skip(1) {
                    if let Some(attributes) = attributes_of_impl(item) {
                        attributes.insert(0, blank());
                    }
                }
            }
            Item::Struct(item) => {
                if let Fields::Named(fields) = &mut item.fields {
                    separate_documented(fields.named.iter_mut().map(|field| &mut field.attrs));
                }
            }
            Item::Enum(item) => {
                separate_documented(item.variants.iter_mut().map(|variant| &mut variant.attrs));
            }
            _ => {}
        }
    }
}

/// Returns `true` for imports of one group and for modules, which are a block of lines.
fn belong_together(before: &Item, item: &Item) -> bool {
    match (before, item) {
        (Item::Use(before), Item::Use(item)) => {
            item.attrs.is_empty() && is_ours(before) == is_ours(item)
        }
        (Item::Mod(before), Item::Mod(item)) => {
            before.attrs.is_empty() && item.attrs.is_empty() && item.content.is_none()
        }
        _ => false,
    }
}

fn is_ours(item: &ItemUse) -> bool {
    matches!(&item.tree, UseTree::Path(path) if path.ident == "crate" || path.ident == "super")
}

/// Adds a blank line around every field or variant that has documentation.
fn separate_documented<'a>(all: impl Iterator<Item = &'a mut Vec<Attribute>>) {
    let mut documented_before = None;
    for attributes in all {
        let documented = !attributes.is_empty();
        if documented_before.is_some_and(|before| before || documented) {
            attributes.insert(0, blank());
        }
        documented_before = Some(documented);
    }
}

fn attributes_of(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Macro(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
}

fn attributes_of_impl(item: &mut ImplItem) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        ImplItem::Const(item) => &mut item.attrs,
        ImplItem::Fn(item) => &mut item.attrs,
        ImplItem::Type(item) => &mut item.attrs,
        ImplItem::Macro(item) => &mut item.attrs,
        _ => return None,
    })
}

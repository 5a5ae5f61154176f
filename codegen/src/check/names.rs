//! Rules on what has a file of its own: file names, names of types, methods and modules.

use std::collections::BTreeMap;

use crate::check::identifiers::{self, Kind, RustName};
use crate::description::Named;
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Span};
use crate::names::{self, RESERVED_METHODS};
use crate::parameter_tree;
use crate::source::File;
use crate::symbols::SymbolTable;

pub(super) fn check(
    symbols: &SymbolTable<'_>,
    files: &[File<'_>],
    diagnostics: &mut Diagnostics,
) {
    paths(files, diagnostics);
    let description = symbols.description;
    for action in &description.actions {
        thing(symbols, "action", &action.named, diagnostics);
    }
    for model in &description.models {
        thing(symbols, "model", &model.named, diagnostics);
    }
    for values in &description.enums {
        thing(symbols, "enum", &values.named, diagnostics);
    }
    types(symbols, diagnostics);
    methods(symbols, diagnostics);
}

/// Two files that differ only by case are one file on some machines.
fn paths(files: &[File<'_>], diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        if let Some(other) = seen.insert(file.path.to_lowercase(), file.path) {
            diagnostics
                .add(
                    Span::file(index),
                    format!(
                        "{} and {} differ only by case",
                        code(other),
                        code(file.path)
                    ),
                )
                .help(
                    "on some machines they are one file: give one of them another name",
                );
        }
    }
}

fn thing(
    symbols: &SymbolTable<'_>,
    kind: &str,
    named: &Named,
    diagnostics: &mut Diagnostics,
) {
    let article = if kind == "model" { "a" } else { "an" };
    if !identifiers::wire_name(&named.name, &format!("{article} {kind}"), diagnostics) {
        return;
    }
    let shown = code(&named.name);
    if named.name.value != named.stem {
        let file = code(&format!("{}.yaml", named.name.value));
        diagnostics
            .add(
                named.name.at,
                format!(
                    "the file is called {} and describes {shown}",
                    code(&named.stem)
                ),
            )
            .label("not the file's name")
            .help(format!("call the file {file}, or correct the name"));
    }
    let name = RustName {
        name: &symbols.type_name(named),
        given: named.rust.as_ref(),
        wire: &named.name,
        what: &format!("{kind} {shown}"),
        kind: Kind::Type,
    };
    if !name.check(diagnostics) {
        return;
    }
    let module = symbols.module_name(named);
    let keeper = if names::is_keyword(&module) {
        "a keyword"
    } else if names::is_device(&module) {
        "kept by Windows for a device"
    } else {
        return;
    };
    diagnostics
        .add(
            rust_at(named),
            format!("the module of {shown} would be called {}", code(&module)),
        )
        .label(format!("{} is {keeper}", code(&module)))
        .help("give it `rust:` with a better name");
}

/// The place that decides the name in Rust.
fn rust_at(named: &Named) -> Span {
    named.rust.as_ref().map_or(named.name.at, |rust| rust.at)
}

/// Names that are taken, and by what.
#[derive(Default)]
struct Taken {
    by: BTreeMap<String, String>,
}

impl Taken {
    /// Takes a name; false when another has it, which is told.
    fn take(
        &mut self,
        kind: &str,
        name: String,
        at: Span,
        what: String,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        if let Some(other) = self.by.get(&name) {
            diagnostics
                .add(
                    at,
                    format!(
                        "{what} and {other} would both be the {kind} {}",
                        code(&name)
                    ),
                )
                .label("the name is taken")
                .help("give one of them `rust:` with a better name");
            return false;
        }
        self.by.insert(name, what);
        true
    }
}

/// One namespace for all types, for they meet in the same files; and one for the modules of each folder.
fn types(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut types = Taken::default();
    let mut modules = Taken::default();
    for action in &symbols.description.actions {
        let name = symbols.type_name(&action.named);
        let at = rust_at(&action.named);
        let wire = code(&action.named.name);
        if !types.take("type", name.clone(), at, format!("action {wire}"), diagnostics) {
            continue;
        }
        modules.take(
            "module",
            symbols.module_name(&action.named),
            at,
            format!("action {wire}"),
            diagnostics,
        );
        types.take(
            "type",
            format!("{name}Response"),
            at,
            format!("the reply of {wire}"),
            diagnostics,
        );
        types.take(
            "type",
            format!("{name}Required"),
            at,
            format!("the arguments of {wire}"),
            diagnostics,
        );
        // What is wrong with the rows themselves is told elsewhere.
        let tree = parameter_tree::tree(&action.request, &mut Diagnostics::default());
        let mut open: Vec<_> =
            tree.iter().map(|branch| (branch, name.clone())).collect();
        while let Some((branch, prefix)) = open.pop() {
            if branch.fields.is_empty() {
                continue;
            }
            let structure =
                parameter_tree::structure_name(branch, &prefix, &symbols.words);
            let at = branch.first().map_or(at, |row| row.name.at);
            let what = format!("the structure {} of {wire}", code(&branch.path));
            let arguments = format!("the arguments of {what}");
            if types.take("type", structure.clone(), at, what, diagnostics) {
                types.take(
                    "type",
                    format!("{structure}Required"),
                    at,
                    arguments,
                    diagnostics,
                );
            }
            open.extend(branch.fields.iter().map(|field| (field, structure.clone())));
        }
    }
    let models = symbols.description.models.iter().map(|model| &model.named);
    of_folder(symbols, "model", models, &mut types, diagnostics);
    let enums = symbols.description.enums.iter().map(|values| &values.named);
    of_folder(symbols, "enum", enums, &mut types, diagnostics);
}

fn of_folder<'d>(
    symbols: &SymbolTable<'_>,
    kind: &str,
    things: impl Iterator<Item = &'d Named>,
    types: &mut Taken,
    diagnostics: &mut Diagnostics,
) {
    let mut modules = Taken::default();
    for named in things {
        let what = format!("{kind} {}", code(&named.name));
        if types.take(
            "type",
            symbols.type_name(named),
            rust_at(named),
            what.clone(),
            diagnostics,
        ) {
            modules.take(
                "module",
                symbols.module_name(named),
                rust_at(named),
                what,
                diagnostics,
            );
        }
    }
}

/// Methods of the client: one per action, and one per waiter.
fn methods(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for action in &symbols.description.actions {
        let named = &action.named;
        let at = rust_at(named);
        let method = symbols.module_name(named);
        let taken =
            RESERVED_METHODS.contains(&method.as_str()) || method.starts_with("with_");
        if taken {
            diagnostics
                .add(
                    at,
                    format!(
                        "action {} would be the method {}, which is taken",
                        code(&named.name),
                        code(&method)
                    ),
                )
                .label("every client has this method")
                .help("give it `rust:` with a better name");
        }
        seen.insert(method, named.name.value.as_str());
    }
    for action in &symbols.description.actions {
        for waiter in &action.waiters {
            let method = format!("wait_until_{}", waiter.name.value);
            let shown = code(&method);
            if let Some(other) = seen.insert(method, action.named.name.value.as_str()) {
                diagnostics
                    .add(
                        waiter.name.at,
                        format!(
                            "waiter {} would be the method {shown}",
                            code(&waiter.name)
                        ),
                    )
                    .label(format!("the method is there already, from {}", code(other)))
                    .help("give the waiter another name");
            }
        }
    }
}

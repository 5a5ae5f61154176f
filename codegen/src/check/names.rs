//! Rules on names of files, types, methods and modules.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::identifiers::{self, Kind, RustName};
use crate::description::Named;
use crate::diagnostics::text::code;
use crate::diagnostics::{Diagnostics, Span};
use crate::parameter_tree;
use crate::source::File;
use crate::symbols::SymbolTable;
use crate::{names, reserved};

pub(super) fn check(symbols: &SymbolTable<'_>, files: &[File<'_>], diagnostics: &mut Diagnostics) {
    paths(files, diagnostics);
    let description = symbols.description;
    for action in &description.actions {
        named(symbols, "action", &action.named, diagnostics);
    }
    for model in &description.models {
        named(symbols, "model", &model.named, diagnostics);
    }
    for values in &description.enums {
        named(symbols, "enum", &values.named, diagnostics);
    }
    types(symbols, diagnostics);
    methods(symbols, diagnostics);
}

/// Checks for files that are one file on a system whose file names have no case.
fn paths(files: &[File<'_>], diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        if let Some(other) = seen.insert(file.path.to_lowercase(), file.path) {
            let (other, path) = (code(other), code(file.path));
            diagnostics
                .report(Span::file(index), format!("{other} and {path} differ only by case"))
                .help("rename one of them: on some systems they are one file");
        }
    }
}

fn named(symbols: &SymbolTable<'_>, kind: &str, named: &Named, diagnostics: &mut Diagnostics) {
    if !identifiers::wire_name(&named.name, kind, diagnostics) {
        return;
    }
    let shown = code(&named.name);
    if named.name.value != named.stem {
        let file = code(&format!("{}.yaml", named.name.value));
        let title = format!("the file {} describes {shown}", code(&named.stem));
        diagnostics
            .report(named.name.span, title)
            .label("not the file's name")
            .help(format!("rename the file to {file}, or correct the name"));
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
    let reason = if names::is_keyword(&module) {
        "a keyword"
    } else if names::is_device(&module) {
        "reserved by Windows for a device"
    } else {
        return;
    };
    let module = code(&module);
    diagnostics
        .report(rust_span(named), format!("invalid module name {module} of {kind} {shown}"))
        .label(format!("{module} is {reason}"))
        .help(identifiers::GIVE_RUST);
}

/// Returns the place that decides the name in Rust.
fn rust_span(named: &Named) -> Span {
    named.rust.as_ref().map_or(named.name.span, |rust| rust.span)
}

/// Names of one namespace, each with its owner.
#[derive(Default)]
pub(super) struct Namespace {
    owners: BTreeMap<String, String>,
}

impl Namespace {
    /// Inserts a name. Reports a name that has an owner, and returns false.
    pub(super) fn insert(
        &mut self,
        kind: &str,
        name: &str,
        span: Span,
        owner: &str,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        if let Some(other) = self.owners.get(name) {
            diagnostics
                .report(span, format!("duplicate {kind} {} of {other} and {owner}", code(name)))
                .label("the name is taken")
                .help(identifiers::GIVE_ONE_RUST);
            return false;
        }
        self.owners.insert(name.to_owned(), owner.to_owned());
        true
    }
}

/// Checks the namespace of all types, which meet in the same files, and the modules of each folder.
fn types(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut types = Namespace::default();
    let actions = symbols.description.actions.iter().map(|action| &action.named);
    folder(symbols, "action", actions, &mut types, diagnostics);
    let mut seen = BTreeSet::new();
    for action in &symbols.description.actions {
        let name = symbols.type_name(&action.named);
        if !seen.insert(name.clone()) {
            continue;
        }
        let span = rust_span(&action.named);
        let wire = code(&action.named.name);
        for (suffix, what) in [("Response", "response"), ("Required", "arguments")] {
            let (name, owner) = (format!("{name}{suffix}"), format!("the {what} of {wire}"));
            types.insert("type", &name, span, &owner, diagnostics);
        }
        // The rows have their own diagnostics.
        let tree = parameter_tree::tree(&action.request, &mut Diagnostics::default());
        for (structure, branch) in parameter_tree::structures(&tree, &name, &symbols.words) {
            let span = branch.first().map_or(span, |row| row.name.span);
            let owner = format!("the structure {} of {wire}", code(&branch.path));
            if types.insert("type", &structure, span, &owner, diagnostics) {
                let (name, owner) =
                    (format!("{structure}Required"), format!("the arguments of {owner}"));
                types.insert("type", &name, span, &owner, diagnostics);
            }
        }
    }
    let models = symbols.description.models.iter().map(|model| &model.named);
    folder(symbols, "model", models, &mut types, diagnostics);
    let enums = symbols.description.enums.iter().map(|values| &values.named);
    folder(symbols, "enum", enums, &mut types, diagnostics);
}

fn folder<'d>(
    symbols: &SymbolTable<'_>,
    kind: &str,
    files: impl Iterator<Item = &'d Named>,
    types: &mut Namespace,
    diagnostics: &mut Diagnostics,
) {
    let mut modules = Namespace::default();
    for named in files {
        let owner = format!("{kind} {}", code(&named.name));
        let (name, span) = (symbols.type_name(named), rust_span(named));
        if types.insert("type", &name, span, &owner, diagnostics) {
            let module = symbols.module_name(named);
            modules.insert("module", &module, span, &owner, diagnostics);
        }
    }
}

/// Checks the methods of the client: one per action, and one per waiter.
fn methods(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for action in &symbols.description.actions {
        let method = symbols.module_name(&action.named);
        let name = &action.named.name;
        if reserved::contains(reserved::METHODS, &method) || method.starts_with("with_") {
            let title = format!("reserved method {} of action {}", code(&method), code(name));
            diagnostics
                .report(rust_span(&action.named), title)
                .label("every client has this method")
                .help(identifiers::GIVE_RUST);
        }
        seen.insert(method, name);
    }
    for action in &symbols.description.actions {
        for waiter in &action.waiters {
            let method = format!("wait_until_{}", waiter.name.value);
            let title = format!("duplicate method {} of a waiter", code(&method));
            if let Some(other) = seen.insert(method, &action.named.name) {
                diagnostics
                    .report(waiter.name.span, title)
                    .label(format!("{} has this method already", code(other)))
                    .help("give the waiter another name");
            }
        }
    }
}

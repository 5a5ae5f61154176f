//! Rules on what has a file of its own: file names, names of types, methods and modules.

use std::collections::BTreeMap;

use crate::check::texts::{self, Spelling};
use crate::description::Named;
use crate::lookup::Lookup;
use crate::names::{self, RESERVED_METHODS, RESERVED_TYPES};
use crate::report::{At, Mistakes, code};
use crate::request;
use crate::source::File;

pub(super) fn check(lookup: &Lookup<'_>, files: &[File<'_>], mistakes: &mut Mistakes) {
    paths(files, mistakes);
    let description = lookup.description;
    let groups: [(&str, Vec<&Named>); 3] = [
        ("an action", description.actions.iter().map(|action| &action.named).collect()),
        ("a model", description.models.iter().map(|model| &model.named).collect()),
        ("an enum", description.enums.iter().map(|values| &values.named).collect()),
    ];
    for (what, group) in &groups {
        let mut modules = BTreeMap::new();
        for named in group {
            thing(lookup, named, what, mistakes);
            module(lookup, named, what, &mut modules, mistakes);
        }
    }
    types(lookup, mistakes);
    methods(lookup, mistakes);
}

/// Two files that differ only by case are one file on some machines.
fn paths(files: &[File<'_>], mistakes: &mut Mistakes) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        if let Some(other) = seen.insert(file.path.to_lowercase(), file.path) {
            mistakes
                .add(
                    At::file(index),
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

fn thing(lookup: &Lookup<'_>, named: &Named, what: &str, mistakes: &mut Mistakes) {
    texts::wire_name(&named.name, what, mistakes);
    if named.name.value != named.stem {
        let title = format!(
            "the file is called {} and describes {}",
            code(&named.stem),
            code(&named.name)
        );
        mistakes.add(named.name.at, title).label("not the file's name").help(format!(
            "call the file {}, or correct the name",
            code(&format!("{}.yaml", named.name.value))
        ));
    }
    let title = format!("{what} {}", code(&named.name))
        .replacen("an ", "", 1)
        .replacen("a ", "", 1);
    let name = lookup.type_name(named);
    texts::rust_name(
        &name,
        named.rust.as_ref(),
        &named.name,
        &title,
        Spelling::Camel,
        RESERVED_TYPES,
        mistakes,
    );
}

fn module(
    lookup: &Lookup<'_>,
    named: &Named,
    what: &str,
    modules: &mut BTreeMap<String, String>,
    mistakes: &mut Mistakes,
) {
    let at = named.rust.as_ref().map_or(named.name.at, |rust| rust.at);
    let module = lookup.module_name(named);
    let shown = code(&module);
    if names::is_keyword(&module) {
        mistakes
            .add(
                at,
                format!(
                    "the module of {} would be called {shown}, which is a keyword",
                    code(&named.name)
                ),
            )
            .help("give it `rust:` with a better name");
    } else if names::is_device(&module) {
        mistakes
            .add(
                at,
                format!(
                    "the module of {} would be called {shown}, which Windows keeps",
                    code(&named.name)
                ),
            )
            .help("give it `rust:` with a better name");
    } else if let Some(other) = modules.insert(module, named.name.value.clone()) {
        mistakes
            .add(
                at,
                format!(
                    "{} and {} both become the module {shown}",
                    code(&other),
                    code(&named.name)
                ),
            )
            .label(format!("{what} of this name is there already"))
            .help("give one of them `rust:` with a better name");
    }
}

/// One namespace for all types: they meet in the same files.
fn types(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut add = |name: String, at: At, what: String, mistakes: &mut Mistakes| {
        if let Some(other) = seen.get(&name) {
            mistakes
                .add(
                    at,
                    format!("{what} and {other} would both be the type {}", code(&name)),
                )
                .label("the name is taken")
                .help("give one of them `rust:` with a better name");
        } else {
            seen.insert(name, what);
        }
    };
    for action in &lookup.description.actions {
        let name = lookup.type_name(&action.named);
        let at = action.named.rust.as_ref().map_or(action.named.name.at, |rust| rust.at);
        let wire = code(&action.named.name);
        add(format!("{name}Response"), at, format!("the reply of {wire}"), mistakes);
        add(format!("{name}Required"), at, format!("the arguments of {wire}"), mistakes);
        // What is wrong with the rows themselves is told elsewhere.
        let tree = request::tree(&action.request, &mut Mistakes::default());
        let mut open: Vec<_> =
            tree.iter().map(|branch| (branch, name.clone())).collect();
        while let Some((branch, prefix)) = open.pop() {
            if branch.fields.is_empty() {
                continue;
            }
            let structure = request::structure_name(branch, &prefix, &lookup.words);
            let at = branch.first().map_or(at, |row| row.name.at);
            add(
                structure.clone(),
                at,
                format!("the structure {} of {wire}", code(&branch.path)),
                mistakes,
            );
            open.extend(branch.fields.iter().map(|field| (field, structure.clone())));
        }
        add(name, at, format!("action {wire}"), mistakes);
    }
    let models = lookup.description.models.iter().map(|model| ("model", &model.named));
    let enums = lookup.description.enums.iter().map(|values| ("enum", &values.named));
    for (what, named) in models.chain(enums) {
        let at = named.rust.as_ref().map_or(named.name.at, |rust| rust.at);
        add(
            lookup.type_name(named),
            at,
            format!("{what} {}", code(&named.name)),
            mistakes,
        );
    }
}

/// Methods of the client: one per action, and one per waiter.
fn methods(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    let mut seen = BTreeMap::new();
    for action in &lookup.description.actions {
        let named = &action.named;
        let at = named.rust.as_ref().map_or(named.name.at, |rust| rust.at);
        let method = lookup.module_name(named);
        let taken =
            RESERVED_METHODS.contains(&method.as_str()) || method.starts_with("with_");
        if taken {
            mistakes
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
    for action in &lookup.description.actions {
        for waiter in &action.waiters {
            let method = format!("wait_until_{}", waiter.name.value);
            let shown = code(&method);
            if let Some(other) = seen.insert(method, action.named.name.value.as_str()) {
                mistakes
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

//! Names in Rust: what would be a keyword, taken, or the same as another gets a `rust:` name. What
//! was there before keeps its name; the new thing gives way.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Kind, RustName};
use crate::description::{Action, Description, Named, Row, Type, TypeShape};
use crate::diagnostics::{Diagnostics, Span};
use crate::import::tables::{plain_row, text};
use crate::names::{self, Words};
use crate::parameter_tree::{self, Branch, structure_name, structure_named};
use crate::reserved;
use crate::symbols::{SymbolTable, is_common};

/// Names that are taken.
type Taken = BTreeSet<String>;

pub(super) fn reconcile(description: &mut Description, old: &Description) {
    let words = SymbolTable::new(description).words;
    let old = SymbolTable::new(old);
    let mut things = Things::new(description, &old, &words);
    for action in &mut description.actions {
        let before = old.actions.get(action.named.name.value.as_str());
        if before.is_none() {
            things.new_action(action);
        }
        things.parameters(action, before.map_or(&[], |action| &action.request));
        let known = known(before.map_or(&[], |action| &action.response));
        members(&mut action.response, &known, Kind::ResponseField, &words);
    }
    for model in &mut description.models {
        let before = old.models.get(model.named.name.value.as_str());
        let known = known(before.map_or(&[], |model| &model.members));
        members(&mut model.members, &known, Kind::ModelField, &words);
        if before.is_none() {
            things.new_model(&mut model.named);
        }
    }
}

fn known(rows: &[Row]) -> Taken {
    rows.iter().map(|row| row.name.value.clone()).collect()
}

/// Checks for a name that something can have.
pub(super) fn is_good(name: &str, wire: &str, kind: Kind) -> bool {
    let wire = text(wire);
    let name = RustName { name, given: None, wire: &wire, what: "", kind };
    name.check(&mut Diagnostics::default())
}

/// A good name that is not taken, as near to the wanted one as can be.
pub(super) fn free(wanted: &str, suffix: &str, is_free: impl Fn(&str) -> bool) -> String {
    let mut name = wanted.to_owned();
    let mut number = 1;
    while !is_free(&name) {
        name = match number {
            1 => format!("{wanted}{suffix}"),
            number => format!("{wanted}{suffix}{number}"),
        };
        number += 1;
    }
    name
}

fn members(rows: &mut [Row], known: &Taken, kind: Kind, words: &Words) {
    let name_of = |row: &Row| match &row.rust {
        Some(rust) => rust.value.clone(),
        None => words.snake(&row.name),
    };
    let mut taken = Taken::new();
    for row in rows.iter().filter(|row| known.contains(&row.name.value)) {
        taken.insert(name_of(row));
    }
    for row in rows.iter_mut() {
        let name = name_of(row);
        let is_known = known.contains(&row.name.value);
        let new = free(&name, "_value", |name| {
            is_good(name, &row.name, kind) && (is_known || !taken.contains(name))
        });
        if new != name {
            row.rust = Some(text(&new));
        }
        taken.insert(new);
    }
}

/// A structure's own row, which the page does without.
fn structure(path: &str) -> Row {
    let ty = Type { shape: TypeShape::Object, list: false, span: Span::file(0) };
    plain_row(path, ty, false)
}

/// Names of types, methods and modules.
struct Things<'a> {
    words: &'a Words,
    types: Taken,
    methods: Taken,
    models: Taken,
}

impl<'a> Things<'a> {
    fn type_name(&self, named: &Named) -> String {
        named.rust.as_ref().map_or_else(|| self.words.camel(&named.name), |rust| rust.value.clone())
    }

    fn new(description: &Description, old: &SymbolTable<'_>, words: &'a Words) -> Self {
        let (types, methods, models) = (Taken::new(), Taken::new(), Taken::new());
        let mut things = Self { words, types, methods, models };
        things.known(description, old);
        things
    }

    /// Takes the names of everything that was there before.
    fn known(&mut self, description: &Description, old: &SymbolTable<'_>) {
        for action in &description.actions {
            for waiter in &action.waiters {
                self.methods.insert(format!("wait_until_{}", waiter.name.value));
            }
            if let Some(before) = old.actions.get(action.named.name.value.as_str()) {
                let name = self.type_name(&action.named);
                self.methods.insert(self.words.snake(&name));
                self.types.extend(of_action(&name));
                let structures = structures(&before.request, &name, self.words);
                self.types.extend(structures.into_iter().map(|(name, _)| name));
            }
        }
        for model in &description.models {
            if old.models.contains_key(model.named.name.value.as_str()) {
                let name = self.type_name(&model.named);
                self.models.insert(self.words.snake(&name));
                self.types.insert(name);
            }
        }
        for values in &description.enums {
            let name = self.type_name(&values.named);
            self.types.insert(name);
        }
    }

    /// Names the fields of a request, level by level, and so the types of its structures. A
    /// structure without a row gets one when its name has to be another.
    fn parameters(&mut self, action: &mut Action, before: &[Row]) {
        let name = self.type_name(&action.named);
        let known = known(before);
        let before: BTreeMap<_, _> = structures(before, &name, self.words).into_iter().collect();
        let rows = &mut action.request;
        // A row that a client fills in has the same name everywhere, whatever it was before.
        for row in rows.iter_mut().filter(|row| is_common(&row.name)) {
            row.rust = None;
        }
        let mut renamed: Vec<(String, String)> = Vec::new();
        let tree = parameter_tree::tree(rows, &mut Diagnostics::default());
        let mut open = vec![(tree, name, Kind::Parameter)];
        while let Some((level, prefix, kind)) = open.pop() {
            let name_of = |branch: &Branch<'_>| match branch.row.and_then(|row| row.rust.as_ref()) {
                Some(rust) => rust.value.clone(),
                None => self.words.snake(&branch.segment),
            };
            let is_known =
                |branch: &Branch<'_>| branch.first().is_some_and(|row| known.contains(&*row.name));
            let known = level.iter().filter(|branch| is_known(branch));
            let mut taken: Taken = known.map(&name_of).collect();
            for branch in level {
                if branch.is_common() {
                    continue;
                }
                let name = name_of(&branch);
                let was_known = is_known(&branch);
                let types = |new: &str| {
                    let ty = if new == name {
                        structure_name(&branch, &prefix, self.words)
                    } else {
                        structure_named(new, branch.list, &prefix, self.words)
                    };
                    [format!("{ty}Required"), ty]
                };
                let is_its_own = |ty: &String| before.get(ty) == Some(&branch.path);
                let new = free(&name, "_value", |name| {
                    is_good(name, &branch.segment, kind)
                        && (was_known || !taken.contains(name))
                        && (branch.fields.is_empty()
                            || types(name)
                                .iter()
                                .all(|ty| is_its_own(ty) || !self.types.contains(ty)))
                });
                if new != name {
                    let path = branch.row.map_or(&branch.path, |row| &row.name.value);
                    renamed.push((path.clone(), new.clone()));
                }
                if !branch.fields.is_empty() {
                    let types = types(&new);
                    open.push((branch.fields, types[1].clone(), Kind::StructureField));
                    self.types.extend(types);
                }
                taken.insert(new);
            }
        }
        for (path, rust) in renamed {
            let place = rows.iter().position(|row| row.name.value == path).unwrap_or_else(|| {
                let prefix = format!("{path}.");
                let first = rows.iter().position(|row| row.name.starts_with(&prefix));
                let place = first.unwrap_or(rows.len());
                rows.insert(place, structure(&path));
                place
            });
            rows[place].rust = Some(text(&rust));
        }
    }

    fn new_action(&mut self, action: &mut Action) {
        let wire = action.named.name.value.clone();
        let name = self.type_name(&action.named);
        // Methods that start so are a client's own, whatever their end.
        let is_taken = self.words.snake(&name).starts_with("with_");
        let wanted = if is_taken { format!("Call{name}") } else { name.clone() };
        let new = free(&wanted, "Action", |name| {
            let method = self.words.snake(name);
            is_good(name, &wire, Kind::Type)
                && is_module(&method)
                && !reserved::contains(reserved::METHODS, &method)
                && !method.starts_with("with_")
                && !self.methods.contains(&method)
                && !of_action(name).iter().any(|name| self.types.contains(name))
        });
        if new != name {
            action.named.rust = Some(text(&new));
        }
        self.methods.insert(self.words.snake(&new));
        self.types.extend(of_action(&new));
    }

    fn new_model(&mut self, named: &mut Named) {
        let name = self.type_name(named);
        let new = free(&name, "Model", |name| {
            let module = self.words.snake(name);
            is_good(name, &named.name, Kind::Type)
                && is_module(&module)
                && !self.models.contains(&module)
                && !self.types.contains(name)
        });
        if new != name {
            named.rust = Some(text(&new));
        }
        self.models.insert(self.words.snake(&new));
        self.types.insert(new);
    }
}

pub(super) fn is_module(name: &str) -> bool {
    !names::is_keyword(name) && !names::is_device(name)
}

/// Returns the types of an action, its request's structures included.
pub(super) fn types_of_action(action: &Action, symbols: &SymbolTable<'_>) -> Vec<String> {
    let name = symbols.type_name(&action.named);
    let structures = structures(&action.request, &name, &symbols.words);
    of_action(&name).into_iter().chain(structures.into_iter().map(|(name, _)| name)).collect()
}

/// The types of every action.
fn of_action(name: &str) -> [String; 3] {
    [name.to_owned(), format!("{name}Response"), format!("{name}Required")]
}

/// Returns the types of a request's structures and of their arguments, each with its path.
fn structures(rows: &[Row], action: &str, words: &Words) -> Vec<(String, String)> {
    let tree = parameter_tree::tree(rows, &mut Diagnostics::default());
    let structures = parameter_tree::structures(&tree, action, words).into_iter();
    let types = structures.flat_map(|(name, branch)| {
        [(format!("{name}Required"), branch.path.clone()), (name, branch.path.clone())]
    });
    types.collect()
}

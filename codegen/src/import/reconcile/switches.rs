//! Switches: a new argument of type `bool` gets an enum, so that a call shows what it means.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Kind, TableKind, bare_bools, used_enums};
use crate::description::{
    Conversion, Description, Enum, EnumValue, Named, Scalar, Target, TypeShape,
};
use crate::diagnostics::Span;
use crate::import::reconcile::names::{free, is_good, is_module, types_of_action};
use crate::import::tables::{RowKey, plain_name, row_key, rows_mut, text};
use crate::names::is_device;
use crate::symbols::SymbolTable;

/// The values, and their names in Rust.
const VALUES: [(&str, &str); 2] = [("true", "On"), ("false", "Off")];

pub(super) fn reconcile(description: &mut Description, old: &Description) {
    take_back(description);
    let switches = switches(description, old);
    for (key, row) in rows_mut(description) {
        if let Some(name) = switches.get(&key) {
            let target = Target::Enum(name.clone());
            row.conversion = Some(Conversion { span: Span::file(0), target });
        }
    }
    for name in switches.into_values().collect::<BTreeSet<_>>() {
        if !description.enums.iter().any(|values| values.named.name.value == name) {
            description.enums.push(new_enum(name));
        }
    }
    description.enums.sort_by(|a, b| a.named.stem.cmp(&b.named.stem));
}

/// Removes the enum from rows that are no `bool` any more, and enums that no row has then.
fn take_back(description: &mut Description) {
    let enums = description.enums.iter().filter(|values| is_switch(values));
    let switches: BTreeSet<_> = enums.map(|values| values.named.name.value.clone()).collect();
    for (_, row) in rows_mut(description) {
        let is_switch = row.conversion.as_ref().is_some_and(|conversion| {
            matches!(&conversion.target, Target::Enum(name) if switches.contains(name))
        });
        let shape = row.ty.as_ref().map(|ty| &ty.shape);
        if is_switch && shape != Some(&TypeShape::Scalar(Scalar::Bool)) {
            row.conversion = None;
        }
    }
    let symbols = SymbolTable::new(description);
    let used: BTreeSet<_> = used_enums(&symbols).into_iter().map(str::to_owned).collect();
    description.enums.retain(|values| {
        let name = &values.named.name.value;
        used.contains(name) || !switches.contains(name)
    });
}

/// Returns the new arguments of type `bool`, and the name of the enum of each.
fn switches(description: &Description, old: &Description) -> BTreeMap<RowKey, String> {
    let symbols = SymbolTable::new(description);
    let old = SymbolTable::new(old);
    let models = description.models.iter().map(|model| symbols.type_name(&model.named));
    let mut types: BTreeSet<String> = models.collect();
    types.extend(symbols.enums.values().map(|values| symbols.type_name(&values.named)));
    for action in &description.actions {
        types.extend(types_of_action(action, &symbols));
    }
    let mut switches = BTreeMap::new();
    for action in &description.actions {
        let name = &action.named.name.value;
        let before = old.actions.get(name.as_str());
        let known = before.into_iter().flat_map(|before| &before.request);
        let known: BTreeSet<_> = known.map(|row| plain_name(&row.name)).collect();
        for row in bare_bools(&symbols, action) {
            let path = plain_name(&row.name);
            if known.contains(&path) {
                continue;
            }
            let segment = path.rsplit('.').next().unwrap_or(&path);
            let name_of_enum = free(&symbols.words.camel(segment), "Switch", |name| {
                let known = symbols.enums.get(name);
                let is_switch = known.is_some_and(|values| is_switch(values));
                let is_new = || {
                    let module = symbols.words.snake(name);
                    is_good(name, name, Kind::Type)
                        && is_module(&module)
                        && !is_device(name)
                        && !types.contains(name)
                };
                is_switch || is_new()
            });
            let key = row_key(TableKind::Request, name, row);
            switches.insert(key, name_of_enum);
        }
    }
    switches
}

fn is_switch(values: &Enum) -> bool {
    let wires = values.values.iter().map(|value| value.wire.value.as_str());
    wires.eq(VALUES.map(|(wire, _)| wire))
}

fn new_enum(name: String) -> Enum {
    let value = |(wire, rust): (&str, &str)| EnumValue {
        wire: text(wire),
        doc: None,
        rust: Some(text(rust)),
    };
    Enum {
        named: Named { name: text(&name), rust: None, stem: name },
        readable: true,
        doc: None,
        open: false,
        values: VALUES.map(value).into(),
    }
}

//! Rules on `waiters`.

use std::collections::BTreeSet;

use crate::api::{self, Absent, Effect};
use crate::check::pagination::{is, row, wrong};
use crate::description::{Action, Model, Row, Text, Waiter};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, did_you_mean};
use crate::names;
use crate::symbols::{SymbolTable, Table, is_common};

/// Names that the generated code of a wait uses.
const RESERVED_ARGUMENTS: [&str; 3] = ["client", "entry", "required"];

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        for waiter in &action.waiters {
            name(waiter, diagnostics);
            if action.effect.is_some_and(|effect| effect != Effect::Read) {
                diagnostics
                    .add(
                        waiter.name.at,
                        format!(
                            "waiter {} calls an action that is no `read`",
                            code(&waiter.name)
                        ),
                    )
                    .label("a waiter calls its action again and again")
                    .help("move it to the action that reads the state");
            }
            states(waiter, diagnostics);
            with(symbols, action, waiter, diagnostics);
            if let Some(table) = watched(symbols, action, waiter, diagnostics) {
                member(symbols, table, waiter, diagnostics);
                expect(symbols, action, table, waiter, diagnostics);
            }
        }
    }
}

fn name(waiter: &Waiter, diagnostics: &mut Diagnostics) {
    if !names::is_snake(&waiter.name) {
        diagnostics
            .add(
                waiter.name.at,
                format!("{} cannot be the name of a waiter", code(&waiter.name)),
            )
            .help("spell it `like_this`: the method is `wait_until_` and the name");
    }
}

fn states(waiter: &Waiter, diagnostics: &mut Diagnostics) {
    let gone = waiter.absent.is_some_and(|(absent, _)| absent == Absent::Success);
    if waiter.success.is_empty() && !gone {
        diagnostics
            .add(waiter.name.at, format!("waiter {} can never end well", code(&waiter.name)))
            .help("list the states that end it well in `success`, or write `absent: success`");
    }
    let mut seen = BTreeSet::new();
    for state in waiter.success.iter().chain(&waiter.failure) {
        if !seen.insert(state.value.as_str()) {
            diagnostics
                .add(
                    state.at,
                    format!(
                        "waiter {} names the state {} twice",
                        code(&waiter.name),
                        code(state)
                    ),
                )
                .label("this is the second")
                .help("a state ends the wait well or badly, not both");
        }
    }
}

/// What the wait sends beside what the action requires: single values that a caller can say.
fn with(
    symbols: &SymbolTable<'_>,
    action: &Action,
    waiter: &Waiter,
    diagnostics: &mut Diagnostics,
) {
    let mut seen = BTreeSet::new();
    for name in &waiter.with {
        let Some(row) = row(&action.request, name, "parameter", "`with`", diagnostics)
        else {
            continue;
        };
        let paged = action.pages.iter().flat_map(|pages| [&pages.offset, &pages.limit]);
        let is_paged = paged.flatten().any(|paged| paged.value == name.value);
        if row.required || is_paged || is_common(name) {
            diagnostics
                .add(
                    name.at,
                    format!("`with` names {}, which needs no naming", code(name)),
                )
                .label("it is an argument already, or filled in by the client")
                .help("take it away: `with` names optional parameters");
        } else if !seen.insert(name.value.as_str()) {
            diagnostics
                .add(name.at, format!("`with` names {} twice", code(name)))
                .help("keep one of the two");
        } else if name.contains('.') || !is(symbols, row, false, |_| true) {
            wrong(name, row, "`with`", "a single value", diagnostics);
        }
    }
}

/// The table of what the waiter looks at.
fn watched<'d>(
    symbols: &SymbolTable<'d>,
    action: &'d Action,
    waiter: &Waiter,
    diagnostics: &mut Diagnostics,
) -> Option<Table<'d>> {
    let Some(find) = &waiter.find else {
        if let Some((_, at)) = waiter.absent {
            diagnostics
                .add(
                    at,
                    format!("waiter {} has `absent` without `find`", code(&waiter.name)),
                )
                .label("the reply itself is never absent")
                .help("take it away, or say with `find` which entry is looked for");
        }
        return Some(Table::Reply(action));
    };
    let list = find.list.as_ref()?;
    let what = "member of the reply";
    let mut model = list_of_model(symbols, &action.response, list, what, diagnostics)?;
    one_list(action, list, diagnostics);
    if let Some(nested) = &find.nested {
        let outer = Table::Model(model);
        if !outer.is_readable() {
            return None;
        }
        let what = format!("member of {}", outer.title());
        model = list_of_model(symbols, outer.rows(), nested, &what, diagnostics)?;
    }
    let table = Table::Model(model);
    if let Some(name) = &find.key {
        key(symbols, action, waiter, table, name, diagnostics);
    }
    Some(table)
}

/// The model of a list that `find.in` names.
fn list_of_model<'d>(
    symbols: &SymbolTable<'d>,
    rows: &'d [Row],
    name: &Text,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'d Model> {
    let row = row(rows, name, what, "`find.in`", diagnostics)?;
    let model = symbols.model(row);
    if row.ty.as_ref().is_some_and(|ty| !ty.list)
        || (row.ty.is_some() && model.is_none())
    {
        wrong(name, row, "`find.in`", "a list of a model", diagnostics);
        return None;
    }
    model
}

/// An action has one list that is read as such: the one that it pages, or that its first waiter looks through.
fn one_list(action: &Action, list: &Text, diagnostics: &mut Diagnostics) {
    let paged = action.pages.as_ref().and_then(|pages| pages.items.as_ref());
    let mut found =
        action.waiters.iter().filter_map(|waiter| waiter.find.as_ref()?.list.as_ref());
    let Some(read) = paged.or_else(|| found.next()) else { return };
    // One that names no row is a diagnostic of its own.
    let known = action.response.iter().any(|row| row.name.value == read.value);
    if known && read.value != list.value {
        diagnostics
            .add(list.at, format!("`find.in` names {}", code(list)))
            .label(format!("the action's list is {}", code(read)))
            .help("let `pagination` and all waiters of an action name the same list");
    }
}

fn key(
    symbols: &SymbolTable<'_>,
    action: &Action,
    waiter: &Waiter,
    table: Table<'_>,
    key: &Text,
    diagnostics: &mut Diagnostics,
) {
    let what = format!("member of {}", table.title());
    if !table.is_readable() {
        return;
    }
    let Some(row) = row(table.rows(), key, &what, "`find.key`", diagnostics) else {
        return;
    };
    if !is(symbols, row, false, |scalar| {
        matches!(scalar, api::Scalar::Text | api::Scalar::Int)
    }) {
        wrong(key, row, "`find.key`", "a single `string` or `int`", diagnostics);
    }
    // An argument that the action has too has to be the same in both.
    let name = symbols.field_name(Some(row), &row.name);
    let scalar = |row| symbols.scalar(row).ok().flatten();
    for argument in arguments(action, waiter) {
        if symbols.field_name(Some(argument), &argument.name) == name
            && scalar(argument) != scalar(row)
        {
            diagnostics
                .add(
                    key.at,
                    format!("the waiter would have two arguments {}", code(&name)),
                )
                .label(format!("{} is one already, of another type", argument.title()))
                .help("give the parameter or the member `rust:` with a better name");
        }
    }
}

/// The parameters that are arguments of the wait.
fn arguments<'d>(
    action: &'d Action,
    waiter: &'d Waiter,
) -> impl Iterator<Item = &'d Row> {
    action.request.iter().filter(|row| {
        let is_with = waiter.with.iter().any(|with| with.value == row.name.value);
        (row.required || is_with) && !is_common(&row.name)
    })
}

/// Members that have to equal an argument of the wait.
fn expect(
    symbols: &SymbolTable<'_>,
    action: &Action,
    table: Table<'_>,
    waiter: &Waiter,
    diagnostics: &mut Diagnostics,
) {
    let key = waiter.find.as_ref().and_then(|find| table.row(find.key.as_ref()?));
    let taken = arguments(action, waiter).chain(key);
    let taken = taken.map(|row| symbols.field_name(Some(row), &row.name));
    let mut taken: BTreeSet<String> = taken.collect();
    for (name, argument) in &waiter.expect {
        let is_reserved = RESERVED_ARGUMENTS.contains(&argument.value.as_str());
        if is_reserved || !names::is_snake(argument) {
            diagnostics
                .add(
                    argument.at,
                    format!("{} cannot be the name of an argument", code(argument)),
                )
                .help(if is_reserved {
                    "the generated code uses this name; write another one"
                } else {
                    "spell it `like_this`"
                });
        } else if !taken.insert(argument.value.clone()) {
            diagnostics
                .add(
                    argument.at,
                    format!("the waiter would have two arguments {}", code(argument)),
                )
                .help("give this one another name");
        }
        if !table.is_readable() {
            continue;
        }
        let what = format!("member of {}", table.title());
        if let Some(row) = row(table.rows(), name, &what, "`expect`", diagnostics)
            && !is(symbols, row, false, |scalar| {
                matches!(
                    scalar,
                    api::Scalar::Text | api::Scalar::Int | api::Scalar::Enum(_)
                )
            })
        {
            let needed = "a single `string`, `int` or enum";
            wrong(name, row, "`expect`", needed, diagnostics);
        }
    }
    if let ([], Some((name, _))) = (waiter.success.as_slice(), waiter.expect.first()) {
        diagnostics
            .add(
                name.at,
                format!("waiter {} has `expect` without `success`", code(&waiter.name)),
            )
            .help("list the states in which the member is compared in `success`");
    }
}

fn member(
    symbols: &SymbolTable<'_>,
    table: Table<'_>,
    waiter: &Waiter,
    diagnostics: &mut Diagnostics,
) {
    let Some(name) = &waiter.member else { return };
    if !table.is_readable() {
        return;
    }
    let what = format!("member of {}", table.title());
    let Some(row) = row(table.rows(), name, &what, "`member`", diagnostics) else {
        return;
    };
    if !is(symbols, row, false, |scalar| {
        matches!(scalar, api::Scalar::Text | api::Scalar::Enum(_))
    }) {
        wrong(name, row, "`member`", "a single `string` or enum", diagnostics);
        return;
    }
    let Some(values) = symbols.enumeration(row).filter(|values| values.readable) else {
        return;
    };
    let known = values.values.iter().map(|value| value.wire.value.as_str());
    for state in waiter.success.iter().chain(&waiter.failure) {
        if !known.clone().any(|value| value == state.value) {
            let title = format!(
                "{} is no value of enum {}",
                code(state),
                code(&values.named.name)
            );
            diagnostics.add(state.at, title).help(did_you_mean(state, known.clone()));
        }
    }
}

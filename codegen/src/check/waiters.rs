//! Rules on `waiters`.

use std::collections::BTreeSet;

use crate::api::{Absent, Effect};
use crate::check::references::{Needed, Reference, Rows};
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
            let mut check = Check { symbols, action, waiter, diagnostics };
            check.name();
            check.states();
            check.with();
            if let Some(table) = check.watched() {
                check.member(table);
                check.expect(table);
            }
        }
    }
}

/// One waiter.
struct Check<'a, 'd> {
    symbols: &'a SymbolTable<'d>,
    action: &'d Action,
    waiter: &'d Waiter,
    diagnostics: &'a mut Diagnostics,
}

impl<'d> Check<'_, 'd> {
    /// Returns the waiter's name for messages.
    fn shown(&self) -> String {
        format!("waiter {}", code(&self.waiter.name))
    }

    fn name(&mut self) {
        let name = &self.waiter.name;
        if !names::is_snake(name) {
            self.diagnostics
                .report(name.span, format!("invalid waiter name {}", code(name)))
                .help("spell it `like_this`: the method is `wait_until_` and the name");
        }
        if self.action.effect.is_some_and(|effect| effect != Effect::Read) {
            let title = format!("{} calls an action that changes something", self.shown());
            self.diagnostics
                .report(name.span, title)
                .label("a waiter calls its action repeatedly")
                .help("move it to the action that reads the state");
        }
    }

    fn states(&mut self) {
        let waiter = self.waiter;
        let gone = waiter.absent.is_some_and(|(absent, _)| absent == Absent::Success);
        if waiter.success.is_empty() && !gone {
            let title = format!("{} has no success state", self.shown());
            self.diagnostics.report(waiter.name.span, title).help(
                "list the states that end it with success in `success`, or write `absent: success`",
            );
        }
        let mut seen = BTreeSet::new();
        for state in waiter.success.iter().chain(&waiter.failure) {
            if !seen.insert(state.value.as_str()) {
                let title = format!("duplicate state {} in {}", code(state), self.shown());
                self.diagnostics
                    .report(state.span, title)
                    .label("this is the second")
                    .help("a state ends the wait with success or with an error, not both");
            }
        }
    }

    /// Checks the optional parameters that the wait sends: single values.
    fn with(&mut self) {
        let mut seen = BTreeSet::new();
        for name in &self.waiter.with {
            let with = Reference { key: "`with`", name, rows: Rows::Request(self.action) };
            let Some(row) = with.find(self.diagnostics) else { continue };
            if row.required || is_common(name) || self.action.is_paged_by(name) {
                self.diagnostics
                    .report(name.span, format!("needless parameter {} in `with`", code(name)))
                    .label("it is an argument already, or filled in by the client")
                    .help("remove it: `with` names optional parameters");
            } else if !seen.insert(name.value.as_str()) {
                let what = format!("parameter {} in `with`", code(name));
                self.diagnostics.report_duplicate(name.span, what);
            } else if name.contains('.') {
                with.report_kind(row, "a single value", self.diagnostics);
            } else {
                with.find_kind(&Needed::SINGLE, self.symbols, self.diagnostics);
            }
        }
    }

    /// Returns the table of the entries that the waiter watches.
    fn watched(&mut self) -> Option<Table<'d>> {
        let Some(find) = &self.waiter.find else {
            if let Some((_, span)) = self.waiter.absent {
                let title = format!("{} has `absent` without `find`", self.shown());
                self.diagnostics
                    .report(span, title)
                    .label("the response itself is never absent")
                    .help("remove it, or write `find` with the list of the entry");
            }
            return Some(Table::Response(self.action));
        };
        let list = find.list.as_ref()?;
        let mut model = self.list_of_model(Table::Response(self.action), list)?;
        self.one_list(list);
        if let Some(nested) = &find.nested {
            let outer = Table::Model(model);
            if !outer.is_readable() {
                return None;
            }
            model = self.list_of_model(outer, nested)?;
        }
        let table = Table::Model(model);
        if let Some(name) = &find.key {
            self.key(table, name);
        }
        Some(table)
    }

    /// Returns the model of a list that `find.in` names.
    fn list_of_model(&mut self, table: Table<'d>, name: &Text) -> Option<&'d Model> {
        let list = Reference { key: "`find.in`", name, rows: Rows::Table(table) };
        let row = list.find(self.diagnostics)?;
        let ty = row.ty.as_ref()?;
        let model = self.symbols.model(row).filter(|_| ty.list);
        if model.is_none() {
            list.report_kind(row, "a list of a model", self.diagnostics);
        }
        model
    }

    /// Checks that `pagination` and all waiters of the action have the same list.
    fn one_list(&mut self, list: &Text) {
        let paged = self.action.pages.as_ref().and_then(|pages| pages.items.as_ref());
        let mut waiters = self.action.waiters.iter();
        let first = waiters.find_map(|waiter| waiter.find.as_ref()?.list.as_ref());
        let Some(read) = paged.or(first) else { return };
        // A name of no row has its own diagnostic.
        let known = self.action.response.iter().any(|row| row.name.value == read.value);
        if known && read.value != list.value {
            self.diagnostics
                .report(list.span, format!("second list {} in `find.in`", code(list)))
                .label(format!("the action's list is {}", code(read)))
                .help("name the same list in `pagination` and in all waiters of an action");
        }
    }

    fn key(&mut self, table: Table<'d>, name: &Text) {
        if !table.is_readable() {
            return;
        }
        let key = Reference { key: "`find.key`", name, rows: Rows::Table(table) };
        let symbols = self.symbols;
        let Some(row) = key.find_kind(&Needed::ID, symbols, self.diagnostics) else {
            return;
        };
        // An argument that the action has too must have the same type.
        let field_name = symbols.field_name(Some(row), &row.name);
        let scalar = |row| symbols.scalar(row).ok().flatten();
        for argument in self.arguments() {
            if symbols.field_name(Some(argument), &argument.name) == field_name
                && scalar(argument) != scalar(row)
            {
                self.diagnostics
                    .report(name.span, format!("two arguments {} of the waiter", code(&field_name)))
                    .label(format!("{} is an argument of another type", argument.title()))
                    .help("give the parameter or the field `rust:` with a better name");
            }
        }
    }

    /// Returns the parameters that are arguments of the wait.
    fn arguments(&self) -> impl Iterator<Item = &'d Row> + use<'d> {
        let with = &self.waiter.with;
        self.action.request.iter().filter(|row| {
            let is_with = with.iter().any(|with| with.value == row.name.value);
            (row.required || is_with) && !is_common(&row.name)
        })
    }

    /// Checks the fields that must equal an argument of the wait.
    fn expect(&mut self, table: Table<'d>) {
        let (waiter, symbols) = (self.waiter, self.symbols);
        let key = waiter.find.as_ref().and_then(|find| table.row(find.key.as_ref()?));
        let rows = self.arguments().chain(key);
        let mut taken: BTreeSet<_> =
            rows.map(|row| symbols.field_name(Some(row), &row.name)).collect();
        for (name, argument) in &waiter.expect {
            let shown = code(argument);
            let is_reserved = RESERVED_ARGUMENTS.contains(&argument.value.as_str());
            if is_reserved || !names::is_snake(argument) {
                self.diagnostics
                    .report(argument.span, format!("invalid argument name {shown}"))
                    .help(if is_reserved {
                        "the generated code uses this name; write another one"
                    } else {
                        "spell it `like_this`"
                    });
            } else if !taken.insert(argument.value.clone()) {
                self.diagnostics
                    .report(argument.span, format!("two arguments {shown} of the waiter"))
                    .help("give this one another name");
            }
            if table.is_readable() {
                let expect = Reference { key: "`expect`", name, rows: Rows::Table(table) };
                expect.find_kind(&Needed::COMPARABLE, symbols, self.diagnostics);
            }
        }
        if let ([], Some((name, _))) = (waiter.success.as_slice(), waiter.expect.first()) {
            let title = format!("{} has `expect` without `success`", self.shown());
            self.diagnostics
                .report(name.span, title)
                .help("list the states in which the field is compared in `success`");
        }
    }

    fn member(&mut self, table: Table<'d>) {
        let (waiter, symbols) = (self.waiter, self.symbols);
        let Some(name) = waiter.member.as_ref().filter(|_| table.is_readable()) else {
            return;
        };
        let member = Reference { key: "`member`", name, rows: Rows::Table(table) };
        let row = member.find_kind(&Needed::STATE, symbols, self.diagnostics);
        let values = row.and_then(|row| symbols.enumeration(row));
        let Some(values) = values.filter(|values| values.readable) else { return };
        let known = values.values.iter().map(|value| value.wire.value.as_str());
        for state in waiter.success.iter().chain(&waiter.failure) {
            if !known.clone().any(|value| value == state.value) {
                let set = code(&values.named.name);
                self.diagnostics
                    .report(state.span, format!("unknown value {} of enum {set}", code(state)))
                    .help(did_you_mean(state, known.clone()));
            }
        }
    }
}

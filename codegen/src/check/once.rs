//! Rules on `once`.

use std::collections::BTreeSet;

use crate::api::Effect;
use crate::check::is_required;
use crate::check::references::{Needed, Reference, Rows};
use crate::description::{Action, Once, Row, Text};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, did_you_mean};
use crate::symbols::{SymbolTable, Table, is_common};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        let Some(once) = &action.once else { continue };
        let mut check = Check { symbols, action, once, diagnostics };
        check.effect();
        check.name();
        check.id_of_response();
        if let Some(list) = check.find() {
            check.needed(list);
            check.with(list);
            check.entries(list);
        }
    }
}

/// One `once`.
struct Check<'a, 'd> {
    symbols: &'a SymbolTable<'d>,
    action: &'d Action,
    once: &'d Once,
    diagnostics: &'a mut Diagnostics,
}

impl<'d> Check<'_, 'd> {
    fn effect(&mut self) {
        if self.action.effect.is_some_and(|effect| effect != Effect::NonIdempotent) {
            self.diagnostics
                .report(self.once.find.span, "needless `once`: expected `effect: non_idempotent`")
                .label("a second execution of this action does nothing new")
                .help("remove `once`: it is for actions that create a resource");
        }
    }

    /// Checks that every request has a name.
    fn name(&mut self) {
        let name = &self.once.name;
        let reference = Reference { key: "`once.name`", name, rows: Rows::Request(self.action) };
        let row = reference.find_kind(&Needed::STRING, self.symbols, self.diagnostics);
        if let Some(row) = row.filter(|row| !is_argument(row)) {
            reference.report_kind(row, "a required parameter without a default", self.diagnostics);
        }
    }

    fn id_of_response(&mut self) {
        let (name, table) = (&self.once.id, Table::Response(self.action));
        let reference = Reference { key: "`once.id`", name, rows: Rows::Table(table) };
        let row = reference.find_kind(&Needed::STRING, self.symbols, self.diagnostics);
        if let Some(row) = row.filter(|row| row.present.is_none()) {
            reference.report_kind(row, "a field with `present`", self.diagnostics);
        }
    }

    /// Finds the list: an action that changes nothing and has pages.
    fn find(&mut self) -> Option<&'d Action> {
        let name = &self.once.find;
        let Some(list) = self.symbols.actions.get(name.value.as_str()).copied() else {
            let known = self.symbols.actions.keys().copied();
            self.diagnostics
                .report(name.span, format!("unknown action {} in `once.find`", code(name)))
                .help(did_you_mean(name, known));
            return None;
        };
        if !list.readable {
            return None;
        }
        if list.pages.is_none() || list.effect.is_some_and(|effect| effect != Effect::Read) {
            self.diagnostics
                .report(name.span, "invalid `once.find`: expected a list with `pagination`")
                .help("name an action with `effect: read` and `pagination`");
            return None;
        }
        Some(list)
    }

    /// Checks that the create has every parameter that the list needs.
    fn needed(&mut self, list: &'d Action) {
        let needed = list.request.iter().filter(|row| {
            is_argument(row) && !is_common(&row.name) && !list.is_paged_by(&row.name)
        });
        for row in needed {
            let own = self.own(&row.name).filter(|own| is_argument(own));
            if own.is_none_or(|own| !self.is_same(own, row)) {
                let title = format!("missing parameter {} for `once.find`", code(&row.name));
                self.diagnostics
                    .report(self.once.find.span, title)
                    .label("the list requires it, and the create has none of this name and type")
                    .help("name another list, or correct the rows");
            }
        }
    }

    /// Checks the optional parameters that the list takes from the create.
    fn with(&mut self, list: &'d Action) {
        let mut seen = BTreeSet::new();
        for name in &self.once.with {
            let reference = Reference { key: "`once.with`", name, rows: Rows::Request(list) };
            let Some(row) = reference.find(self.diagnostics) else { continue };
            if row.required || is_common(name) || list.is_paged_by(name) {
                self.diagnostics
                    .report(name.span, format!("needless parameter {} in `once.with`", code(name)))
                    .label("the list has it already")
                    .help("remove it: `with` names optional parameters of the list");
            } else if !seen.insert(name.value.as_str()) {
                let what = format!("parameter {} in `once.with`", code(name));
                self.diagnostics.report_duplicate(name.span, what);
            } else if name.contains('.') {
                reference.report_kind(row, "a single value", self.diagnostics);
            } else if self.own(name).is_none_or(|own| !self.is_same(own, row)) {
                self.diagnostics
                    .report(name.span, format!("invalid parameter {} in `once.with`", code(name)))
                    .label("the create has no parameter of this name and type")
                    .help("remove it, or correct the rows");
            }
        }
    }

    /// Checks the list and the fields of its entries.
    fn entries(&mut self, list: &'d Action) {
        let (name, table) = (&self.once.list, Table::Response(list));
        let reference = Reference { key: "`once.in`", name, rows: Rows::Table(table) };
        let Some(row) = reference.find(self.diagnostics) else { return };
        let items = list.pages.as_ref().and_then(|pages| pages.items.as_ref());
        let model = self.symbols.model(row).filter(|_| row.ty.as_ref().is_some_and(|ty| ty.list));
        let (Some(model), Some(items)) = (model, items) else {
            reference.report_kind(row, "a list of a model", self.diagnostics);
            return;
        };
        if items.value != name.value {
            self.diagnostics
                .report(name.span, format!("second list {} in `once.in`", code(name)))
                .label(format!("the list of the pages is {}", code(items)))
                .help("name the list that `pagination.items` of that action names");
        }
        if !model.readable {
            return;
        }
        let rows = Rows::Table(Table::Model(model));
        for (key, name) in [("`once.match`", &self.once.matched), ("`once.id`", &self.once.id)] {
            let field = Reference { key, name, rows };
            field.find_kind(&Needed::STRING, self.symbols, self.diagnostics);
        }
    }

    /// Returns the parameter of the create with this name.
    fn own(&self, name: &Text) -> Option<&'d Row> {
        self.action.request.iter().find(|row| row.name.value == name.value)
    }

    /// Checks that two parameters are single values of one type. A type with a diagnostic fits.
    fn is_same(&self, own: &Row, other: &Row) -> bool {
        let is_list = |row: &Row| row.ty.as_ref().is_some_and(|ty| ty.list);
        match (self.symbols.scalar(own), self.symbols.scalar(other)) {
            (Ok(one), Ok(two)) => one == two && !is_list(own) && !is_list(other),
            _ => true,
        }
    }
}

/// Checks for a parameter that is an argument of its request.
fn is_argument(row: &Row) -> bool {
    is_required(row) && row.default.is_none()
}

//! References: keys whose value is the name of a row.

use crate::api::Scalar;
use crate::description::{Action, Row, Text, Type};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::{code, did_you_mean};
use crate::symbols::{SymbolTable, Table};

/// Reference from a key to a row.
#[derive(Clone, Copy)]
pub(super) struct Reference<'a, 'd> {
    /// The key: `` `pagination.total` ``.
    pub(super) key: &'a str,
    pub(super) name: &'a Text,
    pub(super) rows: Rows<'d>,
}

/// Rows with the name.
#[derive(Clone, Copy)]
pub(super) enum Rows<'d> {
    Request(&'d Action),
    Table(Table<'d>),
}

/// Kind of row that a reference needs.
pub(super) struct Needed {
    text: &'static str,
    is_list: bool,
    fits: fn(&Scalar) -> bool,
}

impl Needed {
    pub(super) const INT: Self = Self::single("a single `int`", |scalar| *scalar == Scalar::Int);
    pub(super) const STRING: Self =
        Self::single("a single `string`", |scalar| *scalar == Scalar::Text);
    pub(super) const ID: Self = Self::single("a single `string` or `int`", |scalar| {
        matches!(scalar, Scalar::Text | Scalar::Int)
    });
    pub(super) const STATE: Self = Self::single("a single `string` or enum", |scalar| {
        matches!(scalar, Scalar::Text | Scalar::Enum(_))
    });
    pub(super) const COMPARABLE: Self =
        Self::single("a single `string`, `int` or enum", |scalar| {
            matches!(scalar, Scalar::Text | Scalar::Int | Scalar::Enum(_))
        });
    pub(super) const SINGLE: Self = Self::single("a single value", |_| true);

    const fn single(text: &'static str, fits: fn(&Scalar) -> bool) -> Self {
        Self { text, is_list: false, fits }
    }

    /// Checks the type of a row. A type with a diagnostic fits.
    fn is_met(&self, symbols: &SymbolTable<'_>, row: &Row) -> bool {
        let Some(ty) = &row.ty else { return true };
        let scalar = match symbols.scalar(row) {
            Ok(Some(scalar)) => (self.fits)(&scalar),
            Ok(None) => row.conversion.is_some(),
            Err(_) => true,
        };
        ty.list == self.is_list && scalar
    }
}

impl<'d> Reference<'_, 'd> {
    /// Finds the row, or reports that there is none.
    pub(super) fn find(self, diagnostics: &mut Diagnostics) -> Option<&'d Row> {
        let name = code(self.name);
        let (rows, title) = match self.rows {
            Rows::Request(action) => (&*action.request, format!("unknown parameter {name}")),
            Rows::Table(table) => {
                (table.rows(), format!("unknown field {name} of {}", table.title()))
            }
        };
        let found = rows.iter().find(|row| row.name.value == self.name.value);
        if found.is_none() {
            let names = rows.iter().map(|row| row.name.value.as_str());
            diagnostics
                .report(self.name.span, format!("{title} in {}", self.key))
                .help(did_you_mean(self.name, names));
        }
        found
    }

    /// Finds the row, or reports that there is none of the needed kind.
    pub(super) fn find_kind(
        self,
        needed: &Needed,
        symbols: &SymbolTable<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<&'d Row> {
        let row = self.find(diagnostics)?;
        if needed.is_met(symbols, row) {
            return Some(row);
        }
        self.report_kind(row, needed.text, diagnostics);
        None
    }

    /// Reports a row of another kind.
    pub(super) fn report_kind(self, row: &Row, needed: &str, diagnostics: &mut Diagnostics) {
        let written = row.ty.as_ref().map(Type::written).unwrap_or_default();
        let conversion = if row.conversion.is_some() { ", with `as`" } else { "" };
        diagnostics
            .report(self.name.span, format!("invalid row in {}: expected {needed}", self.key))
            .label(format!("{} is {}{conversion}", row.title(), code(&written)))
            .help("name another row, or correct the row's type");
    }
}

//! Comparison of an example response with its tables.

use serde_json::{Map, Value};

use crate::api;
use crate::description::{Row, TypeShape};
use crate::symbols::{ENVELOPE, SymbolTable, Table};

/// Result for one field.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Finding<'d, 'j> {
    /// The response has the field of the row.
    Present(&'d Row, &'j Value),
    /// The response lacks the field, or it is null.
    Lacking(&'d Row),
    /// The value has another JSON type, but can be converted.
    Differs(&'d Row),
    /// The value cannot be converted.
    Unreadable(&'d Row, &'j Value),
    /// No row has this name.
    Unknown(&'j str, &'j Value),
}

/// Compares an object with its table. `visit` gets the table, the finding, and the path on the
/// wire: `DataSet[0].Protocol`.
pub(crate) fn walk<'d, 'j>(
    symbols: &SymbolTable<'d>,
    table: Table<'d>,
    object: &'j Map<String, Value>,
    visit: &mut dyn FnMut(Table<'d>, Finding<'d, 'j>, &str),
) {
    Walk { symbols, path: String::new(), visit }.object(table, object);
}

/// Relation between a value and the type of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Differs,
    Unreadable,
}

struct Walk<'a, 'd, 'j> {
    symbols: &'a SymbolTable<'d>,
    path: String,
    visit: &'a mut dyn FnMut(Table<'d>, Finding<'d, 'j>, &str),
}

impl<'d, 'j> Walk<'_, 'd, 'j> {
    fn object(&mut self, table: Table<'d>, object: &'j Map<String, Value>) {
        let top = matches!(table, Table::Response(_));
        let length = self.path.len();
        for row in table.rows() {
            self.step(&row.name);
            match object.get(row.name.value.as_str()).filter(|value| !value.is_null()) {
                None => (self.visit)(table, Finding::Lacking(row), &self.path),
                Some(value) => {
                    (self.visit)(table, Finding::Present(row, value), &self.path);
                    self.member(table, row, value);
                }
            }
            self.path.truncate(length);
        }
        for (name, value) in object {
            let envelope = top && ENVELOPE.contains(&name.as_str());
            if !envelope && table.row(name).is_none() {
                self.step(name);
                (self.visit)(table, Finding::Unknown(name, value), &self.path);
                self.path.truncate(length);
            }
        }
    }

    fn step(&mut self, name: &str) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
    }

    fn member(&mut self, table: Table<'d>, row: &'d Row, value: &'j Value) {
        // A type with a diagnostic cannot be compared.
        let Some(ty) = &row.ty else { return };
        let scalar = match (&ty.shape, self.symbols.scalar(row)) {
            (TypeShape::Scalar(_), Ok(Some(scalar))) => Some(scalar),
            (TypeShape::Scalar(_), _) => return,
            _ => None,
        };
        let length = self.path.len();
        let fit = match (value, ty.list) {
            (Value::Array(entries), true) => {
                let mut worst = Fit::Exact;
                for (index, entry) in entries.iter().enumerate() {
                    self.path.extend(["[", &index.to_string(), "]"]);
                    worst = worst.max(self.entry(row, scalar.as_ref(), entry));
                    self.path.truncate(length);
                }
                worst
            }
            // A list in the place of a single value is decoded if it has one entry.
            (Value::Array(entries), false) if !matches!(ty.shape, TypeShape::Object) => {
                match entries.as_slice() {
                    [entry] => {
                        self.path.push_str("[0]");
                        let fit = self.entry(row, scalar.as_ref(), entry).max(Fit::Differs);
                        self.path.truncate(length);
                        fit
                    }
                    _ => Fit::Unreadable,
                }
            }
            (value, false) => self.entry(row, scalar.as_ref(), value),
            (value, true) => self.entry(row, scalar.as_ref(), value).max(Fit::Differs),
        };
        match fit {
            Fit::Exact => {}
            Fit::Differs => (self.visit)(table, Finding::Differs(row), &self.path),
            Fit::Unreadable => {
                (self.visit)(table, Finding::Unreadable(row, value), &self.path);
            }
        }
    }

    fn entry(&mut self, row: &'d Row, scalar: Option<&api::Scalar>, value: &'j Value) -> Fit {
        if let Some(scalar) = scalar {
            return fit(value, scalar);
        }
        match (self.symbols.model(row), value) {
            (None, _) | (Some(_), Value::Null) => Fit::Exact,
            (Some(model), Value::Object(object)) => {
                self.object(Table::Model(model), object);
                Fit::Exact
            }
            // An empty text is decoded as no structure.
            (Some(_), Value::String(text)) if text.is_empty() => Fit::Differs,
            (Some(_), _) => Fit::Unreadable,
        }
    }
}

/// Compares a value with a scalar, by the rules of decoding.
fn fit(value: &Value, scalar: &api::Scalar) -> Fit {
    use api::Scalar;
    let exact = match (scalar, value) {
        (_, Value::Null) => return Fit::Exact,
        (_, Value::Array(_) | Value::Object(_)) => return Fit::Unreadable,
        (Scalar::Int | Scalar::Timestamp, Value::Number(number)) => number.is_i64(),
        (Scalar::Switch { on, off }, Value::String(text)) => text == on || text == off,
        (Scalar::Float | Scalar::Price, Value::Number(_))
        | (Scalar::Bool, Value::Bool(_))
        | (
            Scalar::Text
            | Scalar::Base64
            | Scalar::Password { .. }
            | Scalar::PresignedUrl
            | Scalar::Enum(_),
            Value::String(_),
        ) => true,
        _ => false,
    };
    if exact {
        return Fit::Exact;
    }
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    };
    let whole = |number: f64| number.fract() == 0.0 && number.abs() < 2f64.powi(53);
    let reads = match scalar {
        Scalar::Int | Scalar::Timestamp => {
            text.parse::<i64>().is_ok() || value.as_f64().is_some_and(whole)
        }
        Scalar::Float | Scalar::Price => text.parse::<f64>().is_ok_and(f64::is_finite),
        Scalar::Bool | Scalar::Switch { .. } => {
            matches!(text.to_ascii_lowercase().as_str(), "true" | "false" | "0" | "1")
        }
        _ => true,
    };
    if reads { Fit::Differs } else { Fit::Unreadable }
}

//! Rules on rows: their names, their types, and their other keys.

use std::collections::BTreeSet;

use crate::api;
use crate::check::identifiers::{Kind, RustName};
use crate::check::names::Namespace;
use crate::description::{Action, Row, Scalar, Target, TypeShape, meant_type};
use crate::diagnostics::text::{code, did_you_mean, nearest};
use crate::diagnostics::{Diagnostics, Span};
use crate::parameter_tree::{self, Branch, is_name};
use crate::symbols::{ENVELOPE, SENT_ANYWAY, SymbolTable, Table, is_common};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        request(symbols, action, diagnostics);
    }
    for table in symbols.tables() {
        fields(symbols, table, diagnostics);
    }
}

fn request(symbols: &SymbolTable<'_>, action: &Action, diagnostics: &mut Diagnostics) {
    for row in &action.request {
        if SENT_ANYWAY.contains(&row.name.value.as_str()) {
            diagnostics
                .report(row.name.span, format!("needless {}", row.title()))
                .label("every call sends this parameter")
                .help("remove the row");
        }
        if is_common(&row.name) {
            common(symbols, row, diagnostics);
            continue;
        }
        parameter_type(symbols, row, diagnostics);
        conversion(symbols, row, diagnostics);
        presigned(row, diagnostics);
        default(symbols, row, diagnostics);
    }
    let tree = parameter_tree::tree(&action.request, diagnostics);
    let own = tree.iter().filter(|branch| !branch.is_common());
    parameters(symbols, own, Kind::Parameter, diagnostics);
}

/// Checks the names of parameters on one level, and then of the fields below.
fn parameters<'a, 'd: 'a>(
    symbols: &SymbolTable<'_>,
    branches: impl Iterator<Item = &'a Branch<'d>>,
    kind: Kind,
    diagnostics: &mut Diagnostics,
) {
    let mut names = Namespace::default();
    for branch in branches {
        let Some(row) = branch.first() else { continue };
        let name = RustName {
            name: &symbols.field_name(branch.row, &branch.segment),
            given: branch.row.and_then(|row| row.rust.as_ref()),
            wire: &row.name,
            what: &format!("row {}", code(&branch.path)),
            kind,
        };
        field_name(name, &mut names, diagnostics);
        parameters(symbols, branch.fields.iter(), Kind::StructureField, diagnostics);
    }
}

fn field_name(name: RustName<'_>, names: &mut Namespace, diagnostics: &mut Diagnostics) {
    if name.check(diagnostics) {
        names.insert("field", name.name, name.span(), name.what, diagnostics);
    }
}

/// Checks a row that a client fills in, which product.yaml documents once.
fn common(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(product) = &symbols.description.product else { return };
    let mut rows = product.common.iter();
    let Some(documented) = rows.find(|common| common.name.value == row.name.value) else {
        let missing = format!("- {{ name: {}, type: string, doc: .. }}", row.name.value);
        diagnostics
            .report(row.name.span, format!("undocumented common {}", row.title()))
            .label("not in `common` of product.yaml")
            .help(format!("document it there: {}", code(&missing)));
        return;
    };
    if let (Some(ty), Some(wanted)) = (&row.ty, &documented.ty)
        && (&ty.shape, ty.list) != (&wanted.shape, wanted.list)
    {
        let (wanted, written) = (code(&wanted.written()), code(&ty.written()));
        diagnostics
            .report(ty.span, format!("invalid type {written} of common {}", row.title()))
            .label(format!("product.yaml has {wanted}"))
            .help("a common row is the same for every action");
    }
    let text = |text: &Option<crate::description::Text>| text.as_ref().map(|text| text.span);
    let own: [(&str, Option<Span>); 9] = [
        ("doc", text(&row.doc)),
        ("as", row.conversion.as_ref().map(|conversion| conversion.span)),
        ("default", text(&row.default)),
        ("sample", text(&row.sample)),
        ("unit", text(&row.unit)),
        ("sensitive", row.sensitive),
        ("not_sensitive", text(&row.not_sensitive)),
        ("deprecated", text(&row.deprecated)),
        ("rust", text(&row.rust)),
    ];
    for (key, span) in own {
        if let Some(span) = span {
            diagnostics
                .report(span, format!("needless `{key}` in common {}", row.title()))
                .help(format!("remove `{key}`: product.yaml documents the row for all actions"));
        }
    }
}

fn parameter_type(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(ty) = &row.ty else { return };
    match &ty.shape {
        TypeShape::Model(name) => {
            let found = diagnostics
                .report(ty.span, format!("unknown type {} in {}", code(name), row.title()));
            if symbols.models.contains_key(name.as_str()) {
                found.label("a model, which only responses have");
            }
            found.help(match meant_type(name, std::iter::empty()) {
                Some(name) => format!("did you mean {}?", code(name)),
                None => {
                    "write a scalar; a structure is `object`, with its fields as rows `Name.Member`"
                        .into()
                }
            });
        }
        TypeShape::Object if ty.list => {
            let name = code(&format!("{}.N", row.name.value));
            diagnostics
                .report(ty.span, format!("list of structures in the type of {}", row.title()))
                .help(format!("name the row {name} and write `type: object`"));
        }
        _ => {}
    }
}

/// Checks that no parameter is a presigned address, which only the service can sign.
fn presigned(row: &Row, diagnostics: &mut Diagnostics) {
    if let Some(conversion) = &row.conversion
        && conversion.target == Target::PresignedUrl
    {
        diagnostics
            .report(
                conversion.span,
                format!("invalid `as` of {}: `presigned_url` in a request", row.title()),
            )
            .help(
                "remove `as`, or write `sensitive: true`: only responses have presigned addresses",
            );
    }
}

fn conversion(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(conversion) = &row.conversion else {
        if let (Err(error), Some(span)) = (symbols.scalar(row), row.sensitive) {
            diagnostics.report(span, format!("{}: {}", row.title(), error.what)).help(error.help);
        }
        return;
    };
    if let Target::Enum(name) = &conversion.target
        && !symbols.enums.contains_key(name.as_str())
    {
        let words = ["timestamp", "price", "base64", "presigned_url"];
        let words = words.into_iter().chain(Scalar::NAMES);
        let help = match nearest(name, words.chain(symbols.enums.keys().copied())) {
            Some(name) => format!("did you mean {}?", code(name)),
            None => format!("describe it in {}", code(&format!("enums/{name}.yaml"))),
        };
        diagnostics
            .report(
                conversion.span,
                format!("unknown enum {} in `as` of {}", code(name), row.title()),
            )
            .help(help);
    } else if let Err(error) = symbols.scalar(row) {
        diagnostics
            .report(conversion.span, format!("{}: {}", row.title(), error.what))
            .help(error.help);
    }
}

fn default(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(default) = &row.default else { return };
    let Ok(Some(scalar)) = symbols.scalar(row) else { return };
    if let api::Scalar::Enum(_) = scalar
        && let Some(values) = symbols.enumeration(row)
        && values.readable
    {
        let known = values.values.iter().map(|value| value.wire.value.as_str());
        if !known.clone().any(|value| value == default.value) {
            diagnostics
                .report(
                    default.span,
                    format!("invalid default of {}: expected a value of its enum", row.title()),
                )
                .help(did_you_mean(default, known));
        }
    } else if let Err(needed) = reads_as(default, &scalar) {
        diagnostics
            .report(default.span, format!("invalid default of {}: expected {needed}", row.title()))
            .help(format!("write {needed}, or change the type"));
    }
}

/// Checks that a text on the wire has the type of its parameter. The error is what was expected.
pub(super) fn reads_as(text: &str, scalar: &api::Scalar) -> Result<(), String> {
    let (reads, needed) = match scalar {
        api::Scalar::Int | api::Scalar::Timestamp | api::Scalar::Price => {
            (text.parse::<i64>().is_ok_and(|number| number.to_string() == text), "a whole number")
        }
        api::Scalar::Float => (text.parse::<f64>().is_ok_and(f64::is_finite), "a number"),
        api::Scalar::Bool => (matches!(text, "true" | "false"), "`true` or `false`"),
        api::Scalar::Switch { on, off } => {
            return if text == on || text == off {
                Ok(())
            } else {
                Err(format!("{} or {}", code(on), code(off)))
            };
        }
        _ => (true, ""),
    };
    if reads { Ok(()) } else { Err(needed.to_owned()) }
}

fn fields(symbols: &SymbolTable<'_>, table: Table<'_>, diagnostics: &mut Diagnostics) {
    let mut wires = BTreeSet::new();
    let mut names = Namespace::default();
    let is_response = matches!(table, Table::Response(_));
    let kind = if is_response { Kind::ResponseField } else { Kind::ModelField };
    for row in table.rows() {
        let wire = row.name.value.as_str();
        if !is_name(wire) {
            diagnostics
                .report(row.name.span, format!("invalid field name {}", code(wire)))
                .label("expected a letter, and then letters, digits or `_`")
                .help("write the name that goes over the wire; fields of fields belong to a model");
            continue;
        }
        if !wires.insert(wire) {
            let what = format!("{} in {}", row.title(), table.title());
            diagnostics.report_duplicate(row.name.span, what);
            continue;
        }
        if is_response && ENVELOPE.contains(&wire) {
            diagnostics
                .report(row.name.span, format!("needless {}", row.title()))
                .label("every response has this field")
                .help("remove the row");
            continue;
        }
        let name = RustName {
            name: &symbols.field_name(Some(row), wire),
            given: row.rust.as_ref(),
            wire: &row.name,
            what: &row.title(),
            kind,
        };
        field_name(name, &mut names, diagnostics);
        field_type(symbols, row, diagnostics);
        conversion(symbols, row, diagnostics);
        present(symbols, table, row, diagnostics);
        if let Some(span) = row.undocumented.filter(|_| row.required) {
            diagnostics
                .report(span, format!("{} is both `undocumented` and `required`", row.title()))
                .help("remove `required`: no table has the row");
        }
    }
}

/// Checks `present`, which is for ids in responses: nothing else shows what was created.
fn present(symbols: &SymbolTable<'_>, table: Table<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(present) = &row.present else { return };
    let is_list = row.ty.as_ref().is_some_and(|ty| ty.list);
    let (problem, help) = match (table, symbols.scalar(row)) {
        (Table::Model(_), _) => {
            ("in a model", "remove it: only fields of a response itself can have it")
        }
        (Table::Response(_), Ok(scalar)) if is_list || scalar != Some(api::Scalar::Text) => {
            ("expected a single text", "remove it: an id is a `string`")
        }
        (Table::Response(_), _) if row.optional.is_some() => {
            ("beside `optional`", "keep one of the two")
        }
        _ => return,
    };
    diagnostics
        .report(present.span, format!("invalid `present` of {}: {problem}", row.title()))
        .help(help);
}

fn field_type(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(ty) = &row.ty else { return };
    let TypeShape::Model(name) = &ty.shape else { return };
    if symbols.models.contains_key(name.as_str()) {
        return;
    }
    let help = match meant_type(name, symbols.models.keys().copied()) {
        Some(name) => format!("did you mean {}?", code(name)),
        None if is_name(name) => format!("describe it in {}", code(&format!("models/{name}.yaml"))),
        None => "write `string`, `int`, `float`, `bool`, `object`, a model, or a list of one: `\"[string]\"`".into(),
    };
    let title = format!("unknown type {} in {}", code(name), row.title());
    diagnostics.report(ty.span, title).label("neither a scalar nor a model").help(help);
}

//! Rules on rows: their names, their types, and what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::api;
use crate::check::identifiers::{Kind, RustName};
use crate::description::{Action, Row, Scalar, Target, TypeShape};
use crate::diagnostics::text::{code, did_you_mean, meant_type, nearest};
use crate::diagnostics::{Diagnostics, Span};
use crate::parameter_tree::{self, Branch, is_name};
use crate::symbols::{ENVELOPE, SENT_ANYWAY, SymbolTable, Table, is_common};

pub(super) fn check(symbols: &SymbolTable<'_>, diagnostics: &mut Diagnostics) {
    for action in &symbols.description.actions {
        request(symbols, action, diagnostics);
    }
    for table in symbols.tables() {
        members(symbols, table, diagnostics);
    }
}

fn request(symbols: &SymbolTable<'_>, action: &Action, diagnostics: &mut Diagnostics) {
    for row in &action.request {
        if SENT_ANYWAY.contains(&row.name.value.as_str()) {
            diagnostics
                .add(row.name.at, format!("{} is sent with every call", row.title()))
                .help("take the row away");
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
    fields(symbols, own, Kind::Parameter, diagnostics);
}

/// Names of fields on one level, and then on those below.
fn fields<'a, 'd: 'a>(
    symbols: &SymbolTable<'_>,
    branches: impl Iterator<Item = &'a Branch<'d>>,
    kind: Kind,
    diagnostics: &mut Diagnostics,
) {
    let mut seen = BTreeMap::new();
    for branch in branches {
        let Some(row) = branch.first() else { continue };
        let name = symbols.field_name(branch.row, &branch.segment);
        field(&name, branch.row, row, &branch.path, kind, &mut seen, diagnostics);
        fields(symbols, branch.fields.iter(), Kind::Field, diagnostics);
    }
}

fn field(
    name: &str,
    own: Option<&Row>,
    first: &Row,
    path: &str,
    kind: Kind,
    seen: &mut BTreeMap<String, String>,
    diagnostics: &mut Diagnostics,
) {
    let given = own.and_then(|row| row.rust.as_ref());
    let what = format!("row {}", code(path));
    if !(RustName { name, given, wire: &first.name, what: &what, kind })
        .check(diagnostics)
    {
        return;
    }
    if let Some(other) = seen.insert(name.to_owned(), path.to_owned()) {
        let at = given.map_or(first.name.at, |given| given.at);
        diagnostics
            .add(
                at,
                format!(
                    "rows {} and {} both become {}",
                    code(&other),
                    code(path),
                    code(name)
                ),
            )
            .label("the name is taken")
            .help("give one of them `rust:` with a better name");
    }
}

/// Rows that a client fills in are documented once, in product.yaml.
fn common(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(product) = &symbols.description.product else { return };
    let Some(documented) =
        product.common.iter().find(|common| common.name.value == row.name.value)
    else {
        diagnostics
            .add(row.name.at, format!("common {} is not in product.yaml", row.title()))
            .help(format!(
                "document it there, under `common`: {}",
                code(&format!(
                    "- {{ name: {}, type: string, doc: .. }}",
                    row.name.value
                ))
            ));
        return;
    };
    if let (Some(ty), Some(wanted)) = (&row.ty, &documented.ty)
        && (&ty.shape, ty.list) != (&wanted.shape, wanted.list)
    {
        let wanted = wanted.written();
        diagnostics
            .add(
                ty.at,
                format!("common {} is {} here", row.title(), code(&ty.written())),
            )
            .label(format!("product.yaml has {}", code(&wanted)))
            .help("a common row is the same for every action");
    }
    let own: [(&str, Option<Span>); 9] = [
        ("doc", row.doc.as_ref().map(|text| text.at)),
        ("as", row.conversion.as_ref().map(|conversion| conversion.at)),
        ("default", row.default.as_ref().map(|text| text.at)),
        ("sample", row.sample.as_ref().map(|text| text.at)),
        ("unit", row.unit.as_ref().map(|text| text.at)),
        ("sensitive", row.sensitive),
        ("not_sensitive", row.not_sensitive.as_ref().map(|text| text.at)),
        ("deprecated", row.deprecated.as_ref().map(|text| text.at)),
        ("rust", row.rust.as_ref().map(|text| text.at)),
    ];
    for (key, at) in own {
        if let Some(at) = at {
            diagnostics
                .add(at, format!("common {} has a `{key}` of its own", row.title()))
                .help(format!(
                    "take `{key}` away: product.yaml documents the row for all actions"
                ));
        }
    }
}

fn parameter_type(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(ty) = &row.ty else { return };
    match &ty.shape {
        TypeShape::Model(name) => {
            let found = diagnostics
                .add(ty.at, format!("unknown type {} in {}", code(name), row.title()));
            if symbols.models.contains_key(name.as_str()) {
                found.label("a model, which only replies have");
            }
            found.help(match meant_type(name, std::iter::empty()) {
                Some(name) => format!("did you mean {}?", code(name)),
                None => "write a scalar; a structure is `object`, with its members as rows `Name.Member`"
                    .into(),
            });
        }
        TypeShape::Object if ty.list => {
            diagnostics
                .add(
                    ty.at,
                    format!("{} is a list of structures by its type", row.title()),
                )
                .help(format!(
                    "name it {} and write `type: object`",
                    code(&format!("{}.N", row.name.value))
                ));
        }
        _ => {}
    }
}

/// The service signs addresses, so that no request has one.
fn presigned(row: &Row, diagnostics: &mut Diagnostics) {
    if let Some(conversion) = &row.conversion
        && conversion.target == Target::PresignedUrl
    {
        diagnostics
            .add(
                conversion.at,
                format!("{} is taken as `presigned_url` in a request", row.title()),
            )
            .help("take `as` away, or write `sensitive: true`: only responses have presigned addresses");
    }
}

fn conversion(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
    let Some(conversion) = &row.conversion else {
        if let (Err(misfit), Some(at)) = (symbols.scalar(row), row.sensitive) {
            diagnostics
                .add(at, format!("{}: {}", row.title(), misfit.what))
                .help(misfit.help);
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
            .add(
                conversion.at,
                format!("{} is taken as {}, which is no enum", row.title(), code(name)),
            )
            .help(help);
    } else if let Err(misfit) = symbols.scalar(row) {
        diagnostics
            .add(conversion.at, format!("{}: {}", row.title(), misfit.what))
            .help(misfit.help);
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
                .add(
                    default.at,
                    format!("the default of {} is no value of its enum", row.title()),
                )
                .help(did_you_mean(default, known));
        }
    } else if let Err(needed) = reads_as(default, &scalar) {
        diagnostics
            .add(default.at, format!("the default of {} is not {needed}", row.title()))
            .help(format!("write {needed}, or change the type"));
    }
}

/// Whether a parameter's text on the wire can be read as what the parameter is; otherwise what is needed.
pub(super) fn reads_as(text: &str, scalar: &api::Scalar) -> Result<(), String> {
    let (reads, needed) = match scalar {
        api::Scalar::Int | api::Scalar::Timestamp | api::Scalar::Price => (
            text.parse::<i64>().is_ok_and(|number| number.to_string() == text),
            "a whole number",
        ),
        api::Scalar::Float => {
            (text.parse::<f64>().is_ok_and(f64::is_finite), "a number")
        }
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

fn members(symbols: &SymbolTable<'_>, table: Table<'_>, diagnostics: &mut Diagnostics) {
    let mut wires = BTreeSet::new();
    let mut names = BTreeMap::new();
    for row in table.rows() {
        if !is_name(&row.name) {
            diagnostics
                .add(row.name.at, format!("{} cannot name a member", code(&row.name)))
                .label("a name starts with a letter and has letters, digits and `_`")
                .help("write the name that goes over the wire; members of members belong to a model");
            continue;
        }
        if !wires.insert(row.name.value.as_str()) {
            diagnostics
                .add(
                    row.name.at,
                    format!("{} is there twice in {}", row.title(), table.title()),
                )
                .label("this is the second")
                .help("keep one of the two");
            continue;
        }
        if matches!(table, Table::Reply(_))
            && ENVELOPE.contains(&row.name.value.as_str())
        {
            diagnostics
                .add(row.name.at, format!("{} is in every reply", row.title()))
                .help("take the row away");
            continue;
        }
        let name = symbols.field_name(Some(row), &row.name);
        let kind = match table {
            Table::Reply(_) => Kind::ReplyMember,
            Table::Model(_) => Kind::ModelMember,
        };
        field(&name, Some(row), row, &row.name, kind, &mut names, diagnostics);
        member_type(symbols, row, diagnostics);
        conversion(symbols, row, diagnostics);
        present(symbols, table, row, diagnostics);
        if let Some(at) = row.undocumented.filter(|_| row.required) {
            diagnostics
                .add(
                    at,
                    format!("{} is both `undocumented` and `required`", row.title()),
                )
                .help("what no table has, no table requires: take `required` away");
        }
    }
}

/// `present` is for the ids in responses, where nothing else tells what was made.
fn present(
    symbols: &SymbolTable<'_>,
    table: Table<'_>,
    row: &Row,
    diagnostics: &mut Diagnostics,
) {
    let Some(present) = &row.present else { return };
    let is_list = row.ty.as_ref().is_some_and(|ty| ty.list);
    let (problem, help) = match (table, symbols.scalar(row)) {
        (Table::Model(_), _) => (
            "is in a model",
            "take it away: only fields of a response itself can have it",
        ),
        (Table::Reply(_), Ok(scalar))
            if is_list || scalar != Some(api::Scalar::Text) =>
        {
            ("is on what is no single text", "take it away: an id is a `string`")
        }
        (Table::Reply(_), _) if row.optional.is_some() => {
            ("stands beside `optional`", "keep one of the two")
        }
        _ => return,
    };
    diagnostics
        .add(present.at, format!("`present` of {} {problem}", row.title()))
        .help(help);
}

fn member_type(symbols: &SymbolTable<'_>, row: &Row, diagnostics: &mut Diagnostics) {
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
    diagnostics.add(ty.at, title).label("neither a scalar nor a model").help(help);
}

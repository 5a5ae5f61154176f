//! Rules on rows: their names, their types, and what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::api;
use crate::check::texts::{Kind, RustName};
use crate::description::{Action, Row, Scalar, Target, TypeShape};
use crate::lookup::{ENVELOPE, Lookup, SENT_ANYWAY, Table, is_common};
use crate::report::{At, Mistakes};
use crate::request::{self, Branch, is_name};
use crate::wording::{code, did_you_mean, meant_type, nearest};

pub(super) fn check(lookup: &Lookup<'_>, mistakes: &mut Mistakes) {
    for action in &lookup.description.actions {
        request(lookup, action, mistakes);
    }
    for table in lookup.tables() {
        members(lookup, table, mistakes);
    }
}

fn request(lookup: &Lookup<'_>, action: &Action, mistakes: &mut Mistakes) {
    for row in &action.request {
        if SENT_ANYWAY.contains(&row.name.value.as_str()) {
            mistakes
                .add(row.name.at, format!("{} is sent with every call", row.title()))
                .help("take the row away");
        }
        if is_common(&row.name) {
            common(lookup, row, mistakes);
            continue;
        }
        parameter_type(lookup, row, mistakes);
        conversion(lookup, row, mistakes);
        presigned(row, mistakes);
        default(lookup, row, mistakes);
    }
    let tree = request::tree(&action.request, mistakes);
    let own = tree.iter().filter(|branch| !branch.is_common());
    fields(lookup, own, Kind::Parameter, mistakes);
}

/// Names of fields on one level, and then on those below.
fn fields<'a, 'd: 'a>(
    lookup: &Lookup<'_>,
    branches: impl Iterator<Item = &'a Branch<'d>>,
    kind: Kind,
    mistakes: &mut Mistakes,
) {
    let mut seen = BTreeMap::new();
    for branch in branches {
        let Some(row) = branch.first() else { continue };
        let name = lookup.field_name(branch.row, &branch.segment);
        field(&name, branch.row, row, &branch.path, kind, &mut seen, mistakes);
        fields(lookup, branch.fields.iter(), Kind::Field, mistakes);
    }
}

fn field(
    name: &str,
    own: Option<&Row>,
    first: &Row,
    path: &str,
    kind: Kind,
    seen: &mut BTreeMap<String, String>,
    mistakes: &mut Mistakes,
) {
    let given = own.and_then(|row| row.rust.as_ref());
    let what = format!("row {}", code(path));
    if !(RustName { name, given, wire: &first.name, what: &what, kind }).check(mistakes)
    {
        return;
    }
    if let Some(other) = seen.insert(name.to_owned(), path.to_owned()) {
        let at = given.map_or(first.name.at, |given| given.at);
        mistakes
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
fn common(lookup: &Lookup<'_>, row: &Row, mistakes: &mut Mistakes) {
    let Some(product) = &lookup.description.product else { return };
    let Some(documented) =
        product.common.iter().find(|common| common.name.value == row.name.value)
    else {
        mistakes
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
        mistakes
            .add(
                ty.at,
                format!("common {} is {} here", row.title(), code(&ty.written())),
            )
            .label(format!("product.yaml has {}", code(&wanted)))
            .help("a common row is the same for every action");
    }
    let own: [(&str, Option<At>); 9] = [
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
            mistakes
                .add(at, format!("common {} has a `{key}` of its own", row.title()))
                .help(format!(
                    "take `{key}` away: product.yaml documents the row for all actions"
                ));
        }
    }
}

fn parameter_type(lookup: &Lookup<'_>, row: &Row, mistakes: &mut Mistakes) {
    let Some(ty) = &row.ty else { return };
    match &ty.shape {
        TypeShape::Model(name) => {
            let found = mistakes
                .add(ty.at, format!("unknown type {} in {}", code(name), row.title()));
            if lookup.models.contains_key(name.as_str()) {
                found.label("a model, which only replies have");
            }
            found.help(match meant_type(name, std::iter::empty()) {
                Some(name) => format!("did you mean {}?", code(name)),
                None => "write a scalar; a structure is `object`, with its members as rows `Name.Member`"
                    .into(),
            });
        }
        TypeShape::Object if ty.list => {
            mistakes
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
fn presigned(row: &Row, mistakes: &mut Mistakes) {
    if let Some(conversion) = &row.conversion
        && conversion.target == Target::PresignedUrl
    {
        mistakes
            .add(
                conversion.at,
                format!("{} is taken as `presigned_url` in a request", row.title()),
            )
            .help("take `as` away, or write `sensitive: true`: only responses have presigned addresses");
    }
}

fn conversion(lookup: &Lookup<'_>, row: &Row, mistakes: &mut Mistakes) {
    let Some(conversion) = &row.conversion else {
        if let (Err(misfit), Some(at)) = (lookup.scalar(row), row.sensitive) {
            mistakes
                .add(at, format!("{}: {}", row.title(), misfit.what))
                .help(misfit.help);
        }
        return;
    };
    if let Target::Enum(name) = &conversion.target
        && !lookup.enums.contains_key(name.as_str())
    {
        let words = ["timestamp", "price", "base64", "presigned_url"];
        let words = words.into_iter().chain(Scalar::NAMES);
        let help = match nearest(name, words.chain(lookup.enums.keys().copied())) {
            Some(name) => format!("did you mean {}?", code(name)),
            None => format!("describe it in {}", code(&format!("enums/{name}.yaml"))),
        };
        mistakes
            .add(
                conversion.at,
                format!("{} is taken as {}, which is no enum", row.title(), code(name)),
            )
            .help(help);
    } else if let Err(misfit) = lookup.scalar(row) {
        mistakes
            .add(conversion.at, format!("{}: {}", row.title(), misfit.what))
            .help(misfit.help);
    }
}

fn default(lookup: &Lookup<'_>, row: &Row, mistakes: &mut Mistakes) {
    let Some(default) = &row.default else { return };
    let Ok(Some(scalar)) = lookup.scalar(row) else { return };
    if let api::Scalar::Enum(_) = scalar
        && let Some(values) = lookup.enumeration(row)
        && values.readable
    {
        let known = values.values.iter().map(|value| value.wire.value.as_str());
        if !known.clone().any(|value| value == default.value) {
            mistakes
                .add(
                    default.at,
                    format!("the default of {} is no value of its enum", row.title()),
                )
                .help(did_you_mean(default, known));
        }
    } else if let Err(needed) = reads_as(default, &scalar) {
        mistakes
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

fn members(lookup: &Lookup<'_>, table: Table<'_>, mistakes: &mut Mistakes) {
    let mut wires = BTreeSet::new();
    let mut names = BTreeMap::new();
    for row in table.rows() {
        if !is_name(&row.name) {
            mistakes
                .add(row.name.at, format!("{} cannot name a member", code(&row.name)))
                .label("a name starts with a letter and has letters, digits and `_`")
                .help("write the name that goes over the wire; members of members belong to a model");
            continue;
        }
        if !wires.insert(row.name.value.as_str()) {
            mistakes
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
            mistakes
                .add(row.name.at, format!("{} is in every reply", row.title()))
                .help("take the row away");
            continue;
        }
        let name = lookup.field_name(Some(row), &row.name);
        let kind = match table {
            Table::Reply(_) => Kind::ReplyMember,
            Table::Model(_) => Kind::ModelMember,
        };
        field(&name, Some(row), row, &row.name, kind, &mut names, mistakes);
        member_type(lookup, row, mistakes);
        conversion(lookup, row, mistakes);
        present(lookup, table, row, mistakes);
        if let Some(at) = row.undocumented.filter(|_| row.required) {
            mistakes
                .add(
                    at,
                    format!("{} is both `undocumented` and `required`", row.title()),
                )
                .help("what no table has, no table requires: take `required` away");
        }
    }
}

/// `present` is for the ids in responses, where nothing else tells what was made.
fn present(lookup: &Lookup<'_>, table: Table<'_>, row: &Row, mistakes: &mut Mistakes) {
    let Some(present) = &row.present else { return };
    let is_list = row.ty.as_ref().is_some_and(|ty| ty.list);
    let (problem, help) = match (table, lookup.scalar(row)) {
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
    mistakes
        .add(present.at, format!("`present` of {} {problem}", row.title()))
        .help(help);
}

fn member_type(lookup: &Lookup<'_>, row: &Row, mistakes: &mut Mistakes) {
    let Some(ty) = &row.ty else { return };
    let TypeShape::Model(name) = &ty.shape else { return };
    if lookup.models.contains_key(name.as_str()) {
        return;
    }
    let help = match meant_type(name, lookup.models.keys().copied()) {
        Some(name) => format!("did you mean {}?", code(name)),
        None if is_name(name) => format!("describe it in {}", code(&format!("models/{name}.yaml"))),
        None => "write `string`, `int`, `float`, `bool`, `object`, a model, or a list of one: `\"[string]\"`".into(),
    };
    let title = format!("unknown type {} in {}", code(name), row.title());
    mistakes.add(ty.at, title).label("neither a scalar nor a model").help(help);
}

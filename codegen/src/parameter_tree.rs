//! Tree of a request's rows, by their names: `Disks.N.Size` is a field of an entry of `Disks`.

use std::collections::BTreeMap;

use crate::description::{Row, TypeShape};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::names::{Words, singular};
use crate::symbols::is_common;

/// Depth limit of rows.
pub(crate) const DEEPEST: usize = 8;

/// Limit of arguments. More of them become one structure with named fields.
pub(crate) const MOST_ARGUMENTS: usize = 3;

/// Parameter, or field of a structure.
#[derive(Clone, Debug)]
pub(crate) struct Branch<'d> {
    /// Last part of the name: `Size`.
    pub(crate) segment: String,
    /// Whole name: `Disks.N.Size`.
    pub(crate) path: String,
    /// True for `Name.N`, and for a row of type `[T]`.
    pub(crate) list: bool,
    /// Row; a structure may have none.
    pub(crate) row: Option<&'d Row>,
    /// Fields of a structure, in the table's order.
    pub(crate) fields: Vec<Branch<'d>>,
}

/// Part of a row's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment<'d> {
    name: &'d str,
    list: bool,
}

/// Builds the tree. Reports invalid names.
pub(crate) fn tree<'d>(rows: &'d [Row], diagnostics: &mut Diagnostics) -> Vec<Branch<'d>> {
    let mut branches = Branches::default();
    for row in rows {
        if let Some(segments) = segments(row, diagnostics) {
            branches.insert("", &segments, row, diagnostics);
        }
    }
    branches.finish(diagnostics)
}

/// Splits a row's name.
fn segments<'d>(row: &'d Row, diagnostics: &mut Diagnostics) -> Option<Vec<Segment<'d>>> {
    let name = &row.name.value;
    let mut segments: Vec<Segment<'d>> = Vec::new();
    for part in name.split('.') {
        match segments.last_mut() {
            Some(last) if part == "N" && !last.list => last.list = true,
            None if is_name(part) => segments.push(Segment { name: part, list: false }),
            Some(_) if is_name(part) && !matches!(part, "N" | "n") => {
                segments.push(Segment { name: part, list: false });
            }
            _ => {
                let help = match part {
                    "n" => "a list's rows are named with a capital `N`: `Name.N`".into(),
                    "N" => "one `N` is one list; a list of lists cannot be sent".into(),
                    _ => format!(
                        "a part of a name is a letter, and then letters, digits or `_`; {} is not",
                        code(part)
                    ),
                };
                diagnostics
                    .report(row.name.span, format!("invalid parameter name {}", code(name)))
                    .help(help);
                return None;
            }
        }
    }
    if segments.len() > DEEPEST {
        diagnostics
            .report(
                row.name.span,
                format!("{} is nested too deeply: expected at most {DEEPEST} names", row.title()),
            )
            .help("check the row's name against the page");
        return None;
    }
    if let (Some(last), Some(ty)) = (segments.last_mut(), &row.ty)
        && ty.list
    {
        if last.list {
            let ty = ty.written();
            let entry = ty.trim_matches(['[', ']']);
            diagnostics
                .report(
                    row.name.span,
                    format!("second list in {}: by its name and by its type", row.title()),
                )
                .help(format!(
                    "a row named `Name.N` has the type of one entry: write `type: {entry}`"
                ));
        }
        last.list = true;
    }
    Some(segments)
}

/// Checks for a name on the wire.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Branches of one level, by their names.
#[derive(Default)]
struct Branches<'d> {
    list: Vec<Growing<'d>>,
    places: BTreeMap<&'d str, usize>,
}

struct Growing<'d> {
    segment: &'d str,
    path: String,
    list: bool,
    row: Option<&'d Row>,
    /// A row of the branch or of one below it, for messages.
    first: &'d Row,
    fields: Branches<'d>,
}

impl<'d> Branches<'d> {
    /// Inserts a row below the path of its structure.
    fn insert(
        &mut self,
        above: &str,
        segments: &[Segment<'d>],
        row: &'d Row,
        diagnostics: &mut Diagnostics,
    ) {
        let Some((segment, rest)) = segments.split_first() else { return };
        let index = *self.places.entry(segment.name).or_insert_with(|| {
            let dot = if above.is_empty() { "" } else { "." };
            let mut path = format!("{above}{dot}{}", segment.name);
            if segment.list {
                path.push_str(".N");
            }
            self.list.push(Growing {
                segment: segment.name,
                path,
                list: segment.list,
                row: None,
                first: row,
                fields: Branches::default(),
            });
            self.list.len() - 1
        });
        let branch = &mut self.list[index];
        if branch.list != segment.list {
            let other = code(&branch.first.name);
            diagnostics
                .report(
                    row.name.span,
                    format!("contradictory rows {} and {other}", code(&row.name)),
                )
                .label(format!("{} is a list in one and single in the other", code(segment.name)))
                .help("write `Name.N` in both, or in neither");
            return;
        }
        if !rest.is_empty() {
            return branch.fields.insert(&branch.path, rest, row, diagnostics);
        }
        if branch.row.is_some() {
            diagnostics.report_duplicate(row.name.span, row.title());
            return;
        }
        branch.row = Some(row);
    }

    fn finish(self, diagnostics: &mut Diagnostics) -> Vec<Branch<'d>> {
        self.list
            .into_iter()
            .map(|growing| {
                let has_fields = !growing.fields.list.is_empty();
                if let Some(row) = growing.row {
                    structure_or_value(row, has_fields, diagnostics);
                }
                Branch {
                    segment: growing.segment.to_owned(),
                    path: growing.path,
                    list: growing.list,
                    row: growing.row,
                    fields: growing.fields.finish(diagnostics),
                }
            })
            .collect()
    }
}

/// Checks that a row is either a value or a structure whose fields are rows.
fn structure_or_value(row: &Row, has_fields: bool, diagnostics: &mut Diagnostics) {
    // A list of structures has its own diagnostic.
    let Some(ty) = row.ty.as_ref().filter(|ty| !ty.list) else { return };
    match (&ty.shape, has_fields) {
        (TypeShape::Object, false) => {
            let field = code(&format!("{}.Member", row.name.value));
            diagnostics
                .report(ty.span, format!("`object` without fields: {}", row.title()))
                .help(format!("add its fields as rows: {field}"));
        }
        (TypeShape::Scalar(_), true) => {
            diagnostics
                .report(ty.span, format!("fields of a single value: {}", row.title()))
                .help("write `type: object`, or remove the rows of the fields");
        }
        _ => {}
    }
}

impl<'d> Branch<'d> {
    /// Checks for a row that a client fills in.
    pub(crate) fn is_common(&self) -> bool {
        self.fields.is_empty() && self.row.is_some_and(|row| is_common(&row.name))
    }

    /// Checks for a branch that a request needs. A structure without a row is needed if one of its
    /// fields is.
    pub(crate) fn is_required(&self) -> bool {
        match self.row {
            Some(row) => row.required,
            None => self.fields.iter().any(Self::is_required),
        }
    }

    /// Returns the branch's row, or the first one below it.
    pub(crate) fn first(&self) -> Option<&'d Row> {
        self.row.or_else(|| self.fields.iter().find_map(Branch::first))
    }
}

/// Returns the type of a structure inside a request: `CreateThingDisk`. It follows the structure's
/// `rust:`.
pub(crate) fn structure_name(branch: &Branch<'_>, prefix: &str, words: &Words) -> String {
    let rust = branch.row.and_then(|row| row.rust.as_ref());
    structure_named(rust.map_or(&branch.segment, |rust| &rust.value), branch.list, prefix, words)
}

/// Returns the type of a structure by its name.
pub(crate) fn structure_named(name: &str, list: bool, prefix: &str, words: &Words) -> String {
    let one = if list { singular(name) } else { name.to_owned() };
    format!("{prefix}{}", words.camel(&one))
}

/// Returns the structures inside a request, each with its type.
pub(crate) fn structures<'t, 'd>(
    tree: &'t [Branch<'d>],
    action: &str,
    words: &Words,
) -> Vec<(String, &'t Branch<'d>)> {
    let mut open: Vec<_> = tree.iter().map(|branch| (branch, action.to_owned())).collect();
    let mut structures = Vec::new();
    while let Some((branch, prefix)) = open.pop() {
        if !branch.fields.is_empty() {
            let name = structure_name(branch, &prefix, words);
            open.extend(branch.fields.iter().map(|field| (field, name.clone())));
            structures.push((name, branch));
        }
    }
    structures
}

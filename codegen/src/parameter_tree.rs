//! The rows of a request as the tree that their names make: `Disks.N.Size` is a field of an entry of `Disks`.

use std::collections::BTreeMap;

use crate::description::{Row, TypeShape};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::text::code;
use crate::names::{Words, singular};
use crate::symbols::is_common;

/// The deepest that rows may nest.
pub(crate) const DEEPEST: usize = 8;

/// More arguments than this are hard to tell apart by their place: they become one structure of named fields.
pub(crate) const MOST_ARGUMENTS: usize = 3;

/// A parameter, or a field of a structure.
#[derive(Clone, Debug)]
pub(crate) struct Branch<'d> {
    /// The last part of the name: `Size`.
    pub(crate) segment: String,
    /// The whole name: `Disks.N.Size`.
    pub(crate) path: String,
    /// `Name.N`, or a row whose type is `[T]`.
    pub(crate) list: bool,
    /// The row itself; a structure may have none of its own.
    pub(crate) row: Option<&'d Row>,
    /// Fields of a structure, in the table's order.
    pub(crate) fields: Vec<Branch<'d>>,
}

/// One part of a row's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment<'d> {
    name: &'d str,
    list: bool,
}

/// Makes the tree. What is wrong with the names is told.
pub(crate) fn tree<'d>(
    rows: &'d [Row],
    diagnostics: &mut Diagnostics,
) -> Vec<Branch<'d>> {
    let mut branches = Branches::default();
    for row in rows {
        if let Some(segments) = segments(row, diagnostics) {
            branches.add(&segments, row, diagnostics);
        }
    }
    branches.finish(diagnostics)
}

/// Cuts a row's name.
fn segments<'d>(
    row: &'d Row,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Segment<'d>>> {
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
                    "N" => "one `N` stands for one list; a list of lists cannot be sent"
                        .into(),
                    _ => format!(
                        "parts of a name start with a letter and have letters, digits and `_`; {} does not",
                        code(part)
                    ),
                };
                diagnostics
                    .add(
                        row.name.at,
                        format!("{} is no name of a parameter", code(name)),
                    )
                    .help(help);
                return None;
            }
        }
    }
    if segments.len() > DEEPEST {
        diagnostics
            .add(
                row.name.at,
                format!("{} nests deeper than {DEEPEST} names", row.title()),
            )
            .help("no action of the vendor does; check the row's name");
        return None;
    }
    if let (Some(last), Some(ty)) = (segments.last_mut(), &row.ty)
        && ty.list
    {
        if last.list {
            let ty = ty.written();
            let entry = ty.trim_matches(['[', ']']);
            diagnostics
                .add(row.name.at, format!("{} is a list twice: by its name and by its type", row.title()))
                .help(format!("a row named `Name.N` has the type of one entry: write `type: {entry}`"));
        }
        last.list = true;
    }
    Some(segments)
}

/// Whether it may name something on the wire.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Branches of one level, each found by its name.
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
    /// A row of the branch or of one below it, to point at.
    first: &'d Row,
    fields: Branches<'d>,
}

impl<'d> Branches<'d> {
    fn add(
        &mut self,
        segments: &[Segment<'d>],
        row: &'d Row,
        diagnostics: &mut Diagnostics,
    ) {
        self.add_below("", segments, row, diagnostics);
    }

    fn add_below(
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
                .add(
                    row.name.at,
                    format!("{} and row {other} contradict each other", row.title()),
                )
                .label(format!(
                    "{} is a list in one and single in the other",
                    code(segment.name)
                ))
                .help("write `Name.N` in both, or in neither");
            return;
        }
        if !rest.is_empty() {
            return branch.fields.add_below(&branch.path, rest, row, diagnostics);
        }
        if branch.row.is_some() {
            diagnostics
                .add(row.name.at, format!("{} is there twice", row.title()))
                .label("this is the second")
                .help("keep one of the two");
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

/// A row is either a value or a structure whose fields are rows.
fn structure_or_value(row: &Row, has_fields: bool, diagnostics: &mut Diagnostics) {
    // That a list of structures is told by its name is said elsewhere.
    let Some(ty) = row.ty.as_ref().filter(|ty| !ty.list) else { return };
    match (&ty.shape, has_fields) {
        (TypeShape::Object, false) => {
            diagnostics
                .add(ty.at, format!("{} is an `object` without members", row.title()))
                .help(format!(
                    "add its members as rows: {}",
                    code(&format!("{}.Member", row.name.value))
                ));
        }
        (TypeShape::Scalar(_), true) => {
            diagnostics
                .add(
                    ty.at,
                    format!(
                        "{} is a value, but other rows are members of it",
                        row.title()
                    ),
                )
                .help("write `type: object`, or take those rows away");
        }
        _ => {}
    }
}

impl<'d> Branch<'d> {
    /// Whether it is a row that a client fills in.
    pub(crate) fn is_common(&self) -> bool {
        self.fields.is_empty() && self.row.is_some_and(|row| is_common(&row.name))
    }

    /// Whether a request needs it. A structure without a row of its own must be there when one of its fields must.
    pub(crate) fn is_required(&self) -> bool {
        match self.row {
            Some(row) => row.required,
            None => self.fields.iter().any(Self::is_required),
        }
    }

    /// The branch's row, or the first one below it.
    pub(crate) fn first(&self) -> Option<&'d Row> {
        self.row.or_else(|| self.fields.iter().find_map(Branch::first))
    }
}

/// `CreateThingDisk`: the type of a structure inside the request `CreateThing`.
pub(crate) fn structure_name(
    branch: &Branch<'_>,
    prefix: &str,
    words: &Words,
) -> String {
    let one =
        if branch.list { singular(&branch.segment) } else { branch.segment.clone() };
    format!("{prefix}{}", words.camel(&one))
}

//! Resolves parameters of requests, and the structures of nested rows.

use crate::api::{Parameter, ParameterType, Structure};
use crate::check::sample;
use crate::description::{Action, Row};
use crate::diagnostics::Diagnostics;
use crate::parameter_tree::{self, Branch};
use crate::resolve::texts::trimmed;
use crate::resolve::words;
use crate::symbols::SymbolTable;

/// A request, resolved.
pub(super) struct Request {
    pub(super) parameters: Vec<Parameter>,
    /// Inner ones first.
    pub(super) structures: Vec<Structure>,
}

pub(super) fn request(symbols: &SymbolTable<'_>, action: &Action) -> Request {
    // The checks have reported the tree's diagnostics.
    let tree = parameter_tree::tree(&action.request, &mut Diagnostics::default());
    let mut structures = Vec::new();
    let prefix = symbols.type_name(&action.named);
    let parameters = tree
        .iter()
        .filter(|branch| !branch.is_common())
        .filter_map(|branch| {
            let setter = action.is_paged_by(&branch.segment);
            parameter(symbols, branch, &prefix, setter, &mut structures)
        })
        .collect();
    Request { parameters, structures }
}

fn parameter(
    symbols: &SymbolTable<'_>,
    branch: &Branch<'_>,
    prefix: &str,
    setter: bool,
    structures: &mut Vec<Structure>,
) -> Option<Parameter> {
    let row = branch.row;
    let scalar = row.and_then(|row| symbols.scalar(row).ok().flatten());
    let ty = if branch.fields.is_empty() {
        ParameterType::Scalar(scalar.clone()?)
    } else {
        let rust = parameter_tree::structure_name(branch, prefix, &symbols.words);
        let fields: Vec<_> = branch
            .fields
            .iter()
            .filter_map(|field| parameter(symbols, field, &rust, false, structures))
            .collect();
        structures.push(Structure { rust: rust.clone(), wire: branch.path.clone(), fields });
        ParameterType::Structure(rust)
    };
    let required = branch.is_required();
    let default = row.and_then(|row| row.default.as_ref());
    let can_be_left_out = default.is_some() && row.is_some_and(|row| row.optional.is_some());
    Some(Parameter {
        wire: branch.segment.clone(),
        rust: symbols.field_name(row, &branch.segment),
        ty,
        list: branch.list,
        argument: required && !setter && default.is_none(),
        required: required && !can_be_left_out,
        default: default.map(|default| default.value.clone()),
        sample: sample(symbols, branch).map(|sample| sample.value.clone()),
        doc: row.and_then(|row| words::doc(symbols, row, scalar.as_ref())),
        deprecated: row.and_then(|row: &Row| trimmed(row.deprecated.as_ref())),
    })
}

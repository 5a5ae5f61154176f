//! Resolves fields of responses and models.

use crate::api::{Member, MemberType, Scalar};
use crate::check::is_required;
use crate::description::{Row, TypeShape};
use crate::resolve::texts::trimmed;
use crate::resolve::words;
use crate::symbols::{self, SymbolTable};

pub(super) fn members(
    symbols: &SymbolTable<'_>,
    rows: &[Row],
    boxed: impl Fn(&Row) -> bool,
) -> Vec<Member> {
    rows.iter()
        .filter_map(|row| {
            let ty = member_type(symbols, row)?;
            let scalar = match &ty {
                MemberType::Scalar(scalar) => Some(scalar),
                _ => None,
            };
            let on_wire = match (scalar, &row.ty.as_ref()?.shape) {
                (Some(switch @ Scalar::Switch { .. }), _) => Some(switch.clone()),
                (Some(_), TypeShape::Scalar(plain)) => Some(symbols::scalar(*plain)),
                _ => None,
            };
            Some(Member {
                wire: row.name.value.clone(),
                rust: symbols.field_name(Some(row), &row.name),
                list: row.ty.as_ref().is_some_and(|ty| ty.list),
                required: is_required(row),
                present: trimmed(row.present.as_ref()),
                boxed: boxed(row),
                doc: words::doc(symbols, row, scalar),
                deprecated: trimmed(row.deprecated.as_ref()),
                on_wire,
                ty,
            })
        })
        .collect()
}

/// Returns the type of a field, or of an entry of its list.
pub(super) fn member_type(symbols: &SymbolTable<'_>, row: &Row) -> Option<MemberType> {
    match &row.ty.as_ref()?.shape {
        TypeShape::Scalar(_) => symbols.scalar(row).ok().flatten().map(MemberType::Scalar),
        TypeShape::Object => Some(MemberType::Json),
        TypeShape::Model(_) => {
            symbols.model(row).map(|model| MemberType::Model(symbols.type_name(&model.named)))
        }
    }
}

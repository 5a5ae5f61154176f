//! Documentation of a row with its unit, default and known values.

use crate::api::{self, Doc};
use crate::description::{Row, Text};
use crate::symbols::SymbolTable;

/// Limit of values that are listed. More of them are documented by the enum.
const MOST_VALUES: usize = 8;

/// Writes a row's documentation.
pub(super) fn doc(symbols: &SymbolTable<'_>, row: &Row, scalar: Option<&api::Scalar>) -> Doc {
    let written = row.doc.as_ref()?.trim();
    let mut sentences = Vec::new();
    if let Some(unit) = &row.unit {
        sentences.push(format!("Unit: {}.", unit.trim().trim_end_matches('.')));
    }
    if let Some(default) = &row.default {
        sentences.push(format!("Default: {}.", default_in_words(default, scalar)));
    }
    if let Some(values) =
        symbols.enumeration(row).filter(|values| values.values.len() <= MOST_VALUES)
    {
        let known: Vec<_> =
            values.values.iter().map(|value| format!("`{}`", value.wire.value)).collect();
        if known.iter().all(|value| value.len() > 2 && value.matches('`').count() == 2) {
            sentences.push(format!("Known values: {}.", known.join(", ")));
        }
    }
    if sentences.is_empty() {
        return Some(written.to_owned());
    }
    // A text of several paragraphs may end in a list or in code, so that a new paragraph is needed.
    let between = if written.contains('\n') { "\n\n" } else { " " };
    let stop =
        if written.ends_with(['.', '!', '?', ':', '`', ')']) || between != " " { "" } else { "." };
    Some(format!("{written}{stop}{between}{}", sentences.join(" ")))
}

fn default_in_words(default: &Text, scalar: Option<&api::Scalar>) -> String {
    use api::Scalar;
    match scalar {
        _ if default.is_empty() => "an empty text".into(),
        // The setter has a `bool`, not the words of the wire.
        Some(Scalar::Switch { on, .. }) => format!("`{}`", default.value == *on),
        Some(Scalar::Int | Scalar::Float | Scalar::Timestamp | Scalar::Price) => {
            default.value.clone()
        }
        _ => format!("`{}`", default.value),
    }
}

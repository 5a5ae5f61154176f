//! Puts into words what the keys of a row say: unit, default, values.

use crate::api::{self, Doc};
use crate::description::{Row, Text};
use crate::symbols::SymbolTable;

/// An enum with more values than this is better read at its own place.
const MOST_VALUES: usize = 8;

/// A row's documentation.
pub(super) fn doc(
    symbols: &SymbolTable<'_>,
    row: &Row,
    scalar: Option<&api::Scalar>,
) -> Doc {
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
        let known: Vec<_> = values
            .values
            .iter()
            .map(|value| format!("`{}`", value.wire.value))
            .collect();
        if known.iter().all(|value| value.len() > 2 && value.matches('`').count() == 2) {
            sentences.push(format!("Known values: {}.", known.join(", ")));
        }
    }
    if sentences.is_empty() {
        return Some(written.to_owned());
    }
    // A text of several paragraphs may end in a list or in code, to which nothing can be added on the same line.
    let between = if written.contains('\n') { "\n\n" } else { " " };
    let stop = if written.ends_with(['.', '!', '?', ':', '`', ')']) || between != " " {
        ""
    } else {
        "."
    };
    Some(format!("{written}{stop}{between}{}", sentences.join(" ")))
}

fn default_in_words(default: &Text, scalar: Option<&api::Scalar>) -> String {
    use api::Scalar;
    match scalar {
        _ if default.is_empty() => "an empty text".into(),
        // The setter takes a truth value, whatever its words are on the wire.
        Some(Scalar::Switch { on, .. }) => format!("`{}`", default.value == *on),
        Some(Scalar::Int | Scalar::Float | Scalar::Timestamp | Scalar::Price) => {
            default.value.clone()
        }
        _ => format!("`{}`", default.value),
    }
}

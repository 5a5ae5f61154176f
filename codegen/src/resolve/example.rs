//! Resolves examples.

use crate::api::Example;
use crate::check::{Finding, documented_name, walk};
use crate::description::{self, Action, Text};
use crate::symbols::{SymbolTable, Table};

/// Resolves an example with a response. One without is left out.
pub(super) fn example(
    symbols: &SymbolTable<'_>,
    action: &Action,
    example: &description::Example,
) -> Option<Example> {
    let text = &example.response.as_ref()?.text.value;
    let response: serde_json::Value = serde_json::from_str(text).ok()?;
    let mut unreachable = Vec::new();
    walk(symbols, Table::Response(action), response.as_object()?, &mut |_, finding, path| {
        if let Finding::Unreadable(..) | Finding::Unknown(..) = finding {
            unreachable.push(path.to_owned());
        }
    });
    Some(Example {
        request: pairs(&example.request),
        ignored: pairs(&example.ignored),
        response_text: text.clone(),
        response,
        unreachable,
    })
}

fn pairs(pairs: &[(Text, Text)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| (documented_name(name), value.value.clone())).collect()
}

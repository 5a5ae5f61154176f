//! Resolves examples.

use crate::api::Example;
use crate::check::documented_name;
use crate::description::{self, Text};

/// Resolves an example with a response. One without is left out.
pub(super) fn example(example: &description::Example) -> Option<Example> {
    let response_text = example.response.as_ref()?.text.value.clone();
    let response = serde_json::from_str(&response_text).ok()?;
    Some(Example {
        request: pairs(&example.request),
        ignored: pairs(&example.ignored),
        response_text,
        response,
    })
}

fn pairs(pairs: &[(Text, Text)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| (documented_name(name), value.value.clone())).collect()
}

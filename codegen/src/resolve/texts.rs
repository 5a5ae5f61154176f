//! Texts of a description as the [`Api`](crate::api::Api) has them.

use crate::description::Text;

/// Removes the white space around documentation.
pub(super) fn trimmed(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
}

/// Removes the white space around one line.
pub(super) fn line(text: &Text) -> String {
    text.trim().to_owned()
}

pub(super) fn value(text: Option<&Text>) -> String {
    text.map(|text| text.value.clone()).unwrap_or_default()
}

//! Sentences of the API's documentation, with their code spans.

/// A piece of a sentence.
pub(crate) struct Piece {
    pub(crate) text: &'static str,
    pub(crate) is_code: bool,
}

/// Cuts a text at its backticks.
pub(crate) fn pieces(text: &'static str) -> Vec<Piece> {
    let parts = text.split('`').zip([false, true].into_iter().cycle());
    parts
        .map(|(text, is_code)| Piece { text, is_code })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}

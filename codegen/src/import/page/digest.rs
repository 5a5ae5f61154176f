//! Digests by which a changed sentence is noticed though no sentence is kept.

use sha1::{Digest, Sha1};

use super::markdown::collapse;

/// Bytes that are kept: enough that two texts of one row never meet by chance.
const KEPT: usize = 6;

/// The first 12 hex digits of SHA-1 of the text; how its white space is laid out does not count.
pub(super) fn digest(text: &str) -> String {
    exact(&collapse(text))
}

/// The first 12 hex digits of SHA-1 of the text as it is.
pub(super) fn exact(text: &str) -> String {
    let whole = Sha1::digest(text.as_bytes());
    let kept = whole.iter().take(KEPT);
    let number = kept.fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{number:012x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        assert_eq!(digest("abc"), "a9993e364706");
        assert_eq!(digest(""), "da39a3ee5e6b");
    }

    #[test]
    fn white_space_does_not_count_but_words_do() {
        assert_eq!(digest(" a\n\t b "), digest("a b"));
        assert_ne!(digest("a b"), digest("ab"));
    }
}

//! What the generated tests need.

use crate::request::Request;

/// The pairs that a request sends beside Action, PublicKey and Signature, in the byte order of their names.
pub(crate) fn pairs(request: &impl Request) -> Vec<(String, String)> {
    let mut pairs = crate::call::pairs_of(request);
    pairs.retain(|(name, _)| name != "Action" && name != "PublicKey");
    pairs
}

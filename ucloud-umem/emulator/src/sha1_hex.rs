//! SHA-1 in hexadecimal digits.

use bytes::Bytes;
use sha1::{Digest as _, Sha1};

/// Returns the digest of a text.
pub(crate) fn sha1_hex(text: &str) -> String {
    format!("{:x}", Bytes::copy_from_slice(&Sha1::digest(text)))
}

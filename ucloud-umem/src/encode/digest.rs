//! Digest of the signature.

use sha1::{Digest as _, Sha1};
use zeroize::Zeroizing;

/// SHA-1 of many short texts.
///
/// It collects them first, because an update of the digest costs more than a copy of a short text.
pub(super) struct SignatureDigest {
    digest: Sha1,
    collected: Zeroizing<[u8; 256]>,
    length: usize,
}

impl SignatureDigest {
    pub(super) fn new() -> Self {
        Self { digest: Sha1::new(), collected: Zeroizing::new([0; 256]), length: 0 }
    }

    pub(super) fn update(&mut self, text: &str) {
        let end = self.length + text.len();
        if let Some(room) = self.collected.get_mut(self.length..end) {
            room.copy_from_slice(text.as_bytes());
            self.length = end;
        } else {
            self.flush();
            self.digest.update(text);
        }
    }

    fn flush(&mut self) {
        self.digest.update(&self.collected[..std::mem::take(&mut self.length)]);
    }

    pub(super) fn finish(&mut self) -> impl IntoIterator<Item = u8> + use<> {
        self.flush();
        self.digest.finalize_reset()
    }
}

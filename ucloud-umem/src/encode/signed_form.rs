//! Signed form: the result of the encoder.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;

use bytes::Bytes;
use zeroize::Zeroize as _;

use crate::secret::{HIDDEN, Secrets};
use crate::secret_header::SecretHeader;
use crate::transport::form::{self, Pair};

/// `&Signature=` and the digest.
pub(super) const SIGNATURE_LENGTH: usize = "&Signature=".len() + DIGEST_LENGTH;

/// A SHA-1 digest in hexadecimal digits.
const DIGEST_LENGTH: usize = 40;

/// Form that is ready to be sent, signed unless its request has a bearer token. Whoever sees it can
/// repeat the call.
#[derive(Clone)]
pub(crate) struct SignedForm {
    body: Bytes,
    secrets: Vec<SecretPlace>,
    headers: Vec<SecretHeader>,
    /// Bytes at the end of the body; 0 without a signature.
    signature_length: usize,
}

/// Place of a secret value in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SecretPlace {
    pub(crate) place: Range<usize>,
    /// The value in the form is base64 of the secret.
    pub(crate) base64: bool,
}

/// Parameter of a form.
pub(crate) struct SignedParameter<'a> {
    pub(crate) pair: Pair<'a>,
    /// Set if the value is a secret.
    pub(crate) secret: Option<&'a SecretPlace>,
}

impl SignedParameter<'_> {
    /// Returns the value, or `***`.
    pub(crate) fn shown(&self) -> &str {
        if self.secret.is_some() { HIDDEN } else { &self.pair.value }
    }
}

impl SignedForm {
    /// Makes the form of a body that ends with a signature of this length, and the places of the
    /// other secrets.
    ///
    /// The body is wiped when nobody uses it any more.
    pub(super) fn new(body: Vec<u8>, secrets: Vec<SecretPlace>, signature_length: usize) -> Self {
        let body = Bytes::from_owner(WipedBody(body));
        Self { body, secrets, headers: Vec::new(), signature_length }
    }

    /// Adds secret headers of its request.
    pub(crate) fn with_secret_headers(
        mut self,
        headers: impl IntoIterator<Item = SecretHeader>,
    ) -> Self {
        self.headers.extend(headers);
        self
    }

    /// Returns the secret headers of its request.
    pub(crate) fn secret_headers(&self) -> &[SecretHeader] {
        &self.headers
    }

    /// Returns the whole form.
    pub(crate) fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the form without its signature.
    pub(crate) fn unsigned(&self) -> &[u8] {
        &self.body[..self.body.len().saturating_sub(self.signature_length)]
    }

    /// Returns the digits of the signature; none if it is not signed.
    pub(crate) fn signature(&self) -> &[u8] {
        self.signature_place().map_or(&[], |signature| &self.body[signature.place])
    }

    /// Returns its parameters in their order, without the signature.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = SignedParameter<'_>> {
        form::pairs(self.unsigned()).map(|pair| {
            let secret = self.secrets.iter().find(|secret| secret.place == pair.place);
            SignedParameter { pair, secret }
        })
    }

    /// Returns the places of the secrets before the signature.
    #[cfg(feature = "replay")]
    pub(crate) fn secret_places(&self) -> &[SecretPlace] {
        &self.secrets
    }

    /// Returns the place of the signature.
    pub(crate) fn signature_place(&self) -> Option<SecretPlace> {
        let place = self.body.len().saturating_sub(DIGEST_LENGTH)..self.body.len();
        (self.signature_length > 0).then_some(SecretPlace { place, base64: false })
    }

    /// Returns the secrets.
    pub(crate) fn secrets(&self) -> Secrets {
        let places = self.secrets.iter().map(|secret| secret.place.clone());
        let places = places.chain(self.signature_place().map(|signature| signature.place));
        let mut secrets = Secrets::from_escaped(places.filter_map(|place| self.body.get(place)));
        for header in &self.headers {
            secrets.add_header(&header.value);
        }
        secrets
    }
}

/// Capacity of a new body, which few forms exceed.
const USUAL_LENGTH: usize = 512;

thread_local! {
    /// Wiped memory of the last body that this thread has dropped, for its next one.
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Returns an empty body with room for most forms.
pub(super) fn new_body() -> Vec<u8> {
    let spare = SPARE.try_with(Cell::take).unwrap_or_default();
    if spare.capacity() == 0 { Vec::with_capacity(USUAL_LENGTH) } else { spare }
}

/// Body of a form. It was never longer, so wiping its bytes wipes all that was written.
struct WipedBody(Vec<u8>);

impl AsRef<[u8]> for WipedBody {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for WipedBody {
    fn drop(&mut self) {
        // As one slice: wiping a `Vec` goes byte by byte.
        self.0.as_mut_slice().zeroize();
        // A larger one is rare, and would stay until the thread ends.
        if self.0.capacity() == USUAL_LENGTH {
            let mut spare = std::mem::take(&mut self.0);
            spare.clear();
            // It fails only while the thread ends.
            _ = SPARE.try_with(|place| place.set(spare));
        }
    }
}

impl fmt::Debug for SignedForm {
    /// Shows only the length.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedForm").field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_of_a_body_is_used_again() {
        let mut body = new_body();
        let place = body.as_ptr();
        body.extend_from_slice(b"Password=secret");
        drop(SignedForm::new(body, Vec::new(), 0));
        let next = new_body();
        assert_eq!((next.as_ptr(), next.len(), next.capacity()), (place, 0, USUAL_LENGTH));
        // Another one at the same time has its own.
        let another = new_body();
        assert_ne!(another.as_ptr(), place);
        drop(SignedForm::new(vec![0; 10 * USUAL_LENGTH], Vec::new(), 0));
        assert_eq!(new_body().capacity(), USUAL_LENGTH);
    }
}

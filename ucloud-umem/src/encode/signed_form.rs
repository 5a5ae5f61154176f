//! What the encoder makes: a form that is ready to be sent.

use std::fmt;
use std::ops::Range;

use bytes::Bytes;

use crate::secret::Secrets;

/// `&Signature=` and the digest.
pub(super) const SIGNATURE_LENGTH: usize = "&Signature=".len() + DIGEST_LENGTH;

/// A SHA-1 digest in hexadecimal digits.
const DIGEST_LENGTH: usize = 40;

/// A form that is ready to be sent.
#[derive(Clone)]
pub(crate) struct SignedForm {
    body: Bytes,
    secrets: Vec<SecretPlace>,
}

/// Where in a form a value stands that must not be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SecretPlace {
    pub(crate) place: Range<usize>,
    /// Whether the form carries base64 of it.
    pub(crate) base64: bool,
}

impl SignedForm {
    /// Takes a body that ends with a signature, and the places of the other secrets.
    pub(super) fn new(body: Bytes, mut secrets: Vec<SecretPlace>) -> Self {
        let place = body.len().saturating_sub(DIGEST_LENGTH)..body.len();
        secrets.push(SecretPlace { place, base64: false });
        Self { body, secrets }
    }

    /// The whole form.
    pub(crate) fn body(&self) -> &Bytes {
        &self.body
    }

    /// The form without its signature.
    pub(crate) fn unsigned(&self) -> &[u8] {
        &self.body[..self.body.len().saturating_sub(SIGNATURE_LENGTH)]
    }

    /// The signature's digits.
    pub(crate) fn signature(&self) -> &[u8] {
        &self.body[self.body.len().saturating_sub(DIGEST_LENGTH)..]
    }

    /// Where what must not be seen stands in it, the signature among it.
    pub(crate) fn secret_places(&self) -> &[SecretPlace] {
        &self.secrets
    }

    /// What must not be seen of it.
    pub(crate) fn secrets(&self) -> Secrets {
        let places = self.secrets.iter().map(|secret| secret.place.clone());
        Secrets::of(places.filter_map(|place| self.body.get(place)))
    }
}

impl fmt::Debug for SignedForm {
    /// Whoever sees a signed form can repeat it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedForm")
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

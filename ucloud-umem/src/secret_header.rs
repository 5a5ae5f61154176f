//! Secret headers of a request.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::secret::BEARER;

/// Header of the key of a dedicated channel.
pub(crate) const CHANNEL_KEY: HeaderName = HeaderName::from_static("channel-key");

/// Header whose value is a secret: never printed, and wiped from memory when dropped.
#[derive(Clone, Debug)]
pub(crate) struct SecretHeader {
    pub(crate) name: HeaderName,
    pub(crate) value: HeaderValue,
}

impl SecretHeader {
    /// Makes the header of a dedicated channel; `None` if its key is empty.
    pub(crate) fn channel_key(key: &str) -> Result<Option<Self>> {
        if key.is_empty() {
            return Ok(None);
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::config(
                "invalid channel key: expected letters, digits and marks of ASCII without white \
                 space",
            ));
        }
        Self::new(CHANNEL_KEY, Zeroizing::new(key.to_owned())).map(Some)
    }

    /// Makes the header of an access token of OAuth.
    pub(crate) fn bearer(token: &str) -> Result<Self> {
        Self::new(AUTHORIZATION, Zeroizing::new(format!("{BEARER}{token}")))
    }

    fn new(name: HeaderName, text: Zeroizing<String>) -> Result<Self> {
        let bytes = Bytes::from_owner(Wiped(text));
        let mut value = HeaderValue::from_maybe_shared(bytes).map_err(|_| {
            Error::config(format!("{name} contains characters not allowed in an HTTP header"))
        })?;
        value.set_sensitive(true);
        Ok(Self { name, value })
    }
}

/// Text of a header, which is wiped when nobody uses it any more.
struct Wiped(Zeroizing<String>);

impl AsRef<[u8]> for Wiped {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

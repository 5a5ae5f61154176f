//! Who calls: keys, and where they come from.

use std::fmt;

use crate::error::{BoxError, Error, ErrorKind, Outcome, Result};
use crate::secret::Secret;
use crate::transport::BoxFuture;

/// A key pair, and a security token if it is a temporary one.
///
/// The private key and the token are never printed, and are wiped from memory when dropped.
///
/// ```
/// use ucloud_umem::Credentials;
///
/// let credentials = Credentials::new("public", "private");
/// assert!(!format!("{credentials:?}").contains("private\""));
/// ```
#[derive(Clone, PartialEq)]
pub struct Credentials {
    public_key: String,
    private_key: Secret,
    security_token: Option<Secret>,
}

impl Credentials {
    /// A permanent key pair, as the vendor's console shows it.
    pub fn new(public_key: impl Into<String>, private_key: impl Into<String>) -> Self {
        Self {
            public_key: public_key.into(),
            private_key: Secret::new(private_key),
            security_token: None,
        }
    }

    /// The same keys with the token that a temporary pair comes with; it travels as `SecurityToken`.
    #[must_use]
    pub fn with_security_token(mut self, security_token: impl Into<String>) -> Self {
        self.security_token = Some(Secret::new(security_token));
        self
    }

    /// The public key, which names the caller and is no secret.
    pub fn public_key(&self) -> &str {
        &self.public_key
    }

    pub(crate) fn private_key(&self) -> &str {
        self.private_key.reveal()
    }

    pub(crate) fn security_token(&self) -> Option<&str> {
        self.security_token.as_ref().map(Secret::reveal)
    }

    /// Keys that cannot be right are found before anything is sent.
    pub(crate) fn check(&self) -> Result<()> {
        let parts = [
            ("public key", Some(self.public_key())),
            ("private key", Some(self.private_key())),
            ("security token", self.security_token()),
        ];
        for (name, value) in parts {
            let Some(value) = value else { continue };
            let wrong = if value.is_empty() {
                "is empty"
            } else if value.contains(|c: char| c.is_whitespace() || c.is_control()) {
                "contains white space or a control character; is a line end stuck to it?"
            } else {
                continue;
            };
            return Err(Error::new(
                ErrorKind::Credentials,
                Outcome::NotSent,
                format!("the {name} {wrong}"),
            ));
        }
        Ok(())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("public_key", &self.public_key)
            .field("private_key", &self.private_key)
            .field("security_token", &self.security_token)
            .finish()
    }
}

/// A source of credentials, asked before every attempt.
///
/// [`Credentials`] are a source themselves. One of your own fetches and caches as it likes; its error becomes the
/// `source()` of an error of kind [`Credentials`](ErrorKind::Credentials).
pub trait CredentialsProvider: Send + Sync + 'static {
    /// The credentials to sign the next attempt with.
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>>;
}

impl CredentialsProvider for Credentials {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { Ok(self.clone()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_cannot_be_right_are_named() {
        for (public, private, name) in [
            ("", "x", "public key"),
            ("x", "", "private key"),
            ("x", "y\n", "private key"),
            ("a b", "y", "public key"),
        ] {
            let error = Credentials::new(public, private).check().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credentials);
            assert!(error.to_string().contains(name), "{error}");
        }
        assert!(Credentials::new("x", "y").with_security_token("").check().is_err());
        assert!(Credentials::new("ucloudsomeone@example.com1", "4f").check().is_ok());
    }

    #[test]
    fn no_format_shows_the_secrets() {
        let credentials =
            Credentials::new("public", "PRIVATE-9").with_security_token("TOKEN-9");
        for text in [format!("{credentials:?}"), format!("{credentials:#?}")] {
            assert!(text.contains("public") && !text.contains("-9"), "{text}");
        }
    }
}

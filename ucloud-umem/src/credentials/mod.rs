//! Who calls: keys, and where they come from.
//!
//! [`Client::from_env`](crate::Client::from_env) looks for keys in the environment, in the files of UCloud's own tools and
//! in the instance metadata, in this order; see [Credentials](crate::guide::credentials). By hand, the builder takes anything
//! that is a [`CredentialsProvider`]: fixed [`Credentials`], [`InstanceMetadata`], or a source of your own, in
//! [`CachedCredentials`] where asking it takes a while.

mod cache;
mod chain;
mod environment;
mod metadata;
mod settings;
mod shared_files;

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

pub use cache::CachedCredentials;
pub(crate) use chain::find_settings;
pub(crate) use environment::Environment;
pub use metadata::{InstanceMetadata, MetadataVersion};
pub(crate) use settings::Settings;

use crate::Timestamp;
use crate::error::{BoxError, Error, ErrorKind, Outcome, Result};
use crate::secret::Secret;
use crate::transport::BoxFuture;

/// Marks that stay around a key when it is copied from code or text.
const QUOTATION_MARKS: [char; 7] =
    ['"', '\'', '`', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];

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
    expiration: Option<SystemTime>,
    project_id: Option<String>,
}

impl Credentials {
    /// A permanent key pair, as the vendor's console shows it.
    pub fn new(public_key: impl Into<String>, private_key: impl Into<String>) -> Self {
        Self {
            public_key: public_key.into(),
            private_key: Secret::new(private_key),
            security_token: None,
            expiration: None,
            project_id: None,
        }
    }

    /// The same keys with the token that a temporary pair comes with; it travels as `SecurityToken`.
    #[must_use]
    pub fn with_security_token(mut self, security_token: impl Into<String>) -> Self {
        self.security_token = Some(Secret::new(security_token));
        self
    }

    /// The same keys, which the service takes until then. Default: for good.
    ///
    /// [`CachedCredentials`] fetches new ones ahead of it; nothing else looks at it.
    #[must_use]
    pub fn with_expiration(mut self, expiration: impl Into<SystemTime>) -> Self {
        self.expiration = Some(expiration.into());
        self
    }

    /// The same keys, with the project of calls for which neither the call nor the client names one. Default: none.
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// The public key, which names the caller and is no secret.
    pub fn public_key(&self) -> &str {
        &self.public_key
    }

    /// Until when the service takes the keys; `None` is for good.
    pub fn expiration(&self) -> Option<SystemTime> {
        self.expiration
    }

    /// The project that comes with the keys, if one does.
    pub fn project_id(&self) -> Option<&str> {
        self.project_id.as_deref()
    }

    pub(crate) fn private_key(&self) -> &str {
        self.private_key.reveal()
    }

    pub(crate) fn security_token(&self) -> Option<&str> {
        self.security_token.as_ref().map(Secret::reveal)
    }

    /// Whether what they sign is the same, so that the service would say the same to it.
    pub(crate) fn signs_like(&self, other: &Self) -> bool {
        self.public_key == other.public_key
            && self.private_key == other.private_key
            && self.security_token == other.security_token
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
            let hidden = |c: &char| !c.is_ascii() && c.escape_debug().len() > 1;
            let wrong = if value.is_empty() {
                "is empty".to_owned()
            } else if value.starts_with(QUOTATION_MARKS)
                || value.ends_with(QUOTATION_MARKS)
            {
                "begins or ends with a quotation mark: remove the quotation marks"
                    .to_owned()
            } else if let Some(c) = value.chars().find(hidden) {
                format!(
                    "contains the invisible character U+{:04X}: remove it",
                    u32::from(c)
                )
            } else if value.contains(|c: char| c.is_whitespace() || c.is_control()) {
                "contains white space or a control character; is a line end stuck to it?"
                    .to_owned()
            } else {
                continue;
            };
            return Err(unavailable(format!("the {name} {wrong}")));
        }
        Ok(())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expiration = self.expiration.map(|at| Timestamp::from(at).to_string());
        f.debug_struct("Credentials")
            .field("public_key", &self.public_key)
            .field("private_key", &self.private_key)
            .field("security_token", &self.security_token)
            .field("expiration", &expiration)
            .field("project_id", &self.project_id)
            .finish()
    }
}

/// Where a source of credentials is, for calls and clients that name no region or zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The region, such as `cn-bj2`.
    pub region: Option<String>,
    /// The zone, such as `cn-bj2-05`; it is taken only for calls in this [`region`](Self::region).
    pub zone: Option<String>,
}

/// A source of credentials, asked before every attempt.
///
/// [`Credentials`] are a source themselves. One of your own fetches as it likes; where that takes a while,
/// [`CachedCredentials`] keeps what it gave until shortly before it expires. Its error becomes the `source()` of an error
/// of kind [`Credentials`](ErrorKind::Credentials).
///
/// The guide has [an example](crate::guide::credentials#your-own-provider).
pub trait CredentialsProvider: Send + Sync + 'static {
    /// The credentials to sign the next attempt with.
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>>;

    /// Is told that the service does not know the token of these credentials (RetCode 174), most often because it has
    /// expired. Then [`credentials`](Self::credentials) is asked once more, and where that gives others, the call is
    /// tried once more.
    ///
    /// Calls that were on their way with the same credentials each tell it. Default: does nothing.
    fn reject(&self, rejected: &Credentials) {
        _ = rejected;
    }

    /// Where calls go for which neither the call nor the client names a region or zone; asked only for such calls.
    ///
    /// Default: nowhere, so that a call that needs a region and has none is an error.
    fn location(
        &self,
    ) -> BoxFuture<'_, Result<Location, Box<dyn std::error::Error + Send + Sync>>> {
        Box::pin(async { Ok(Location::default()) })
    }
}

impl CredentialsProvider for Credentials {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { Ok(self.clone()) })
    }
}

impl<P: CredentialsProvider + ?Sized> CredentialsProvider for Arc<P> {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        (**self).credentials()
    }

    fn reject(&self, rejected: &Credentials) {
        (**self).reject(rejected);
    }

    fn location(&self) -> BoxFuture<'_, Result<Location, BoxError>> {
        (**self).location()
    }
}

/// A source has no credentials to give.
fn unavailable(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Credentials, Outcome::NotSent, message)
}

/// What a source says of its failure, as one error of ours.
pub(crate) fn provider_error(source: BoxError) -> Error {
    match source.downcast::<Error>() {
        Ok(error) => *error,
        Err(source) => unavailable("there are no credentials").with_source(source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_cannot_be_right_are_named() {
        for (public, private, name) in [
            ("", "x", "public key"),
            ("x", "", "private key is empty"),
            ("x", "y\n", "private key contains white space or a control character"),
            ("a b", "y", "public key contains white space"),
            ("x", "\"y\"", "private key begins or ends with a quotation mark"),
            ("'x'", "y", "public key begins or ends with a quotation mark"),
            ("x", "y\u{200b}", "private key contains the invisible character U+200B"),
            ("\u{feff}x", "y", "public key contains the invisible character U+FEFF"),
            (
                "x",
                "\u{201c}y\u{201d}",
                "private key begins or ends with a quotation mark",
            ),
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
        let credentials = Credentials::new("public", "PRIVATE-9")
            .with_security_token("TOKEN-9")
            .with_expiration(SystemTime::UNIX_EPOCH)
            .with_project_id("org-x");
        for text in [format!("{credentials:?}"), format!("{credentials:#?}")] {
            assert!(text.contains("public") && !text.contains("-9"), "{text}");
            assert!(text.contains("1970-01-01T00:00:00Z"), "{text}");
        }
    }
}

//! Credentials and credential providers.
//!
//! [`Client::from_env`](crate::Client::from_env) looks for keys in the environment, in the files of
//! UCloud's tools and in the instance metadata, in this order.
//! [`Client::from_profile`](crate::Client::from_profile) takes a profile of these files; see [the
//! guide](crate::guide::credentials). The builder takes any [`CredentialsProvider`]: fixed
//! [`Credentials`], [`InstanceMetadata`], [`AssumeRole`], or your own. Wrap a slow provider in
//! [`CachedCredentials`].

mod assume_role;
mod cache;
mod chain;
mod environment;
mod metadata;
mod oauth;
mod profile;
mod settings;
mod shared_files;

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

pub use assume_role::AssumeRole;
pub use cache::CachedCredentials;
pub(crate) use chain::{find_profile, find_settings};
pub(crate) use environment::Environment;
pub use metadata::{InstanceMetadata, MetadataVersion};
pub(crate) use profile::ProfileChoice;
pub(crate) use settings::Settings;

use crate::Timestamp;
use crate::error::{BoxError, Error, ErrorKind, Outcome, Result};
use crate::secret::Secret;
use crate::transport::BoxFuture;

/// Quotation marks that remain when a key is copied from code or text.
const QUOTATION_MARKS: [char; 7] = ['"', '\'', '`', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];

/// Key pair, with a security token if it is temporary; or a bearer token.
///
/// The private key and the tokens are never printed, and are wiped from memory when dropped.
///
/// ```
/// use ucloud_umem::Credentials;
///
/// let credentials = Credentials::new("public", "private");
/// assert!(!format!("{credentials:?}").contains("private\""));
/// ```
#[derive(Clone)]
// Shared by its clones, because each attempt of a call takes one.
pub struct Credentials(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    public_key: String,
    private_key: Secret,
    security_token: Option<Secret>,
    /// Token in place of the key pair.
    bearer: Option<Secret>,
    expiration: Option<SystemTime>,
    project_id: Option<String>,
    origin: Origin,
    /// Problem of keys that cannot be valid, found once for all calls.
    problem: Option<String>,
}

/// Origin of credentials, for the advice in errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The program, the environment, or a profile with keys.
    Other,
    /// Role of the UCloud host that this program runs on.
    Host,
    /// Profile that `ucloud auth login` writes.
    Login,
}

impl PartialEq for Credentials {
    /// Compares keys, tokens, expiration and project, wherever they come from.
    fn eq(&self, other: &Self) -> bool {
        self.signs_like(other)
            && self.0.expiration == other.0.expiration
            && self.0.project_id == other.0.project_id
    }
}

impl Credentials {
    /// Makes credentials of a permanent key pair, as UCloud's console shows it.
    pub fn new(public_key: impl Into<String>, private_key: impl Into<String>) -> Self {
        let inner = Inner {
            public_key: public_key.into(),
            private_key: Secret::new(private_key),
            security_token: None,
            bearer: None,
            expiration: None,
            project_id: None,
            origin: Origin::Other,
            problem: None,
        };
        Self(Arc::new(inner)).checked()
    }

    /// Makes credentials of an access token of OAuth, without a key pair.
    ///
    /// Calls send it as `Authorization: Bearer`, and neither `PublicKey` nor `Signature`. See [the
    /// guide](crate::guide::credentials#oauth).
    ///
    /// ```
    /// use ucloud_umem::{Client, Credentials};
    ///
    /// # fn main() -> ucloud_umem::Result<()> {
    /// let token = Credentials::bearer("eyJhbGciOi.example");
    /// let client = Client::builder().credentials(token).build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn bearer(access_token: impl Into<String>) -> Self {
        Self::new("", "").changed(|inner| inner.bearer = Some(Secret::new(access_token)))
    }

    /// Sets the token of a temporary key pair, which is sent as `SecurityToken`. Beside a
    /// [`bearer`](Self::bearer) token it is an error.
    #[must_use]
    pub fn with_security_token(self, security_token: impl Into<String>) -> Self {
        self.changed(|inner| inner.security_token = Some(Secret::new(security_token)))
    }

    /// Sets the time at which the keys expire. Default: never.
    ///
    /// Only [`CachedCredentials`] uses it: it fetches new keys before that time.
    #[must_use]
    pub fn with_expiration(self, expiration: impl Into<SystemTime>) -> Self {
        self.changed(|inner| inner.expiration = Some(expiration.into()))
    }

    /// Sets the project of calls if neither the call nor the client sets one. Default: none.
    #[must_use]
    pub fn with_project_id(self, project_id: impl Into<String>) -> Self {
        self.changed(|inner| inner.project_id = Some(project_id.into()))
    }

    fn changed(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self.checked()
    }

    fn checked(mut self) -> Self {
        let inner = Arc::make_mut(&mut self.0);
        inner.problem = inner.find_problem();
        self
    }

    /// Returns the public key, which is not a secret; empty for a [`bearer`](Self::bearer) token.
    pub fn public_key(&self) -> &str {
        &self.0.public_key
    }

    /// Returns the time at which the keys expire; `None` is never.
    pub fn expiration(&self) -> Option<SystemTime> {
        self.0.expiration
    }

    /// Returns the project of the keys, if there is one.
    pub fn project_id(&self) -> Option<&str> {
        self.0.project_id.as_deref()
    }

    pub(crate) fn with_origin(self, origin: Origin) -> Self {
        self.changed(|inner| inner.origin = origin)
    }

    pub(crate) fn origin(&self) -> Origin {
        self.0.origin
    }

    /// Returns the token in place of a key pair.
    pub(crate) fn bearer_token(&self) -> Option<&str> {
        self.0.bearer.as_ref().map(Secret::reveal)
    }

    /// Returns the private key that signs requests; none with a bearer token.
    pub(crate) fn signing_key(&self) -> Option<&str> {
        self.0.bearer.is_none().then(|| self.0.private_key.reveal())
    }

    pub(crate) fn security_token(&self) -> Option<&str> {
        self.0.security_token.as_ref().map(Secret::reveal)
    }

    /// Returns `true` if both make the same signatures, or send the same token.
    pub(crate) fn signs_like(&self, other: &Self) -> bool {
        self.0.public_key == other.0.public_key
            && self.0.private_key == other.0.private_key
            && self.0.security_token == other.0.security_token
            && self.0.bearer == other.0.bearer
    }

    /// Fails for keys that cannot be valid, before anything is sent.
    pub(crate) fn check(&self) -> Result<()> {
        self.0.problem.as_ref().map_or(Ok(()), |problem| Err(unavailable(problem)))
    }
}

impl Inner {
    fn find_problem(&self) -> Option<String> {
        let token = self.security_token.as_ref().map(Secret::reveal);
        let Some(bearer) = &self.bearer else {
            return key_problem("public key", &self.public_key)
                .or_else(|| key_problem("private key", self.private_key.reveal()))
                .or_else(|| key_problem("security token", token?));
        };
        let bearer = bearer.reveal();
        if token.is_some() {
            return Some("security token beside an access token: set one of them".to_owned());
        }
        key_problem("access token", bearer).or_else(|| {
            // It is in a header, and not escaped.
            (!is_plain(bearer)).then(|| {
                "invalid access token: expected ASCII letters, digits and -._~+/=".to_owned()
            })
        })
    }
}

/// Checks for a key with usual characters alone.
fn is_plain(key: &str) -> bool {
    key.bytes().all(|byte| matches!(byte, b'!'..=b'~') && !matches!(byte, b'"' | b'\'' | b'`'))
}

/// Returns the problem of a key that was not copied as it is.
fn key_problem(name: &str, key: &str) -> Option<String> {
    let hidden = |c: &char| !c.is_ascii() && c.escape_debug().len() > 1;
    if key.is_empty() {
        return Some(format!("empty {name}"));
    }
    if is_plain(key) {
        return None;
    }
    if key.starts_with(QUOTATION_MARKS) || key.ends_with(QUOTATION_MARKS) {
        return Some(format!("quotation mark around the {name}: remove it"));
    }
    if let Some(c) = key.chars().find(hidden) {
        let code = u32::from(c);
        return Some(format!("invisible character U+{code:04X} in the {name}: remove it"));
    }
    let is_odd = key.contains(|c: char| c.is_whitespace() || c.is_control());
    is_odd.then(|| format!("white space or control character in the {name}: remove it"))
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expiration = self.expiration().map(|at| Timestamp::from(at).to_string());
        f.debug_struct("Credentials")
            .field("public_key", &self.0.public_key)
            .field("private_key", &self.0.private_key)
            .field("security_token", &self.0.security_token)
            .field("bearer", &self.0.bearer)
            .field("expiration", &expiration)
            .field("project_id", &self.0.project_id)
            .finish()
    }
}

/// Location of a credentials provider, for calls without a region or zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// Region, such as `cn-bj2`.
    pub region: Option<String>,
    /// Zone, such as `cn-bj2-05`. It is used only for calls in this [`region`](Self::region).
    pub zone: Option<String>,
}

/// Provider of credentials, which is asked before every attempt.
///
/// [`Credentials`] are a provider too. Wrap a slow provider in [`CachedCredentials`], which keeps
/// credentials until shortly before they expire. An error becomes the `source()` of an error of
/// kind [`Credentials`](ErrorKind::Credentials).
///
/// The guide has [an example](crate::guide::credentials#your-own-provider).
pub trait CredentialsProvider: Send + Sync + 'static {
    /// Returns the credentials for the next attempt.
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>>;

    /// Receives credentials whose token the service does not know (RetCode 174), usually because it
    /// has expired.
    ///
    /// Then [`credentials`](Self::credentials) is asked again, and if it returns others, the call
    /// is repeated once. Each call with the same credentials reports them. Default: does
    /// nothing.
    fn reject(&self, rejected: &Credentials) {
        _ = rejected;
    }

    /// Returns the region and zone of calls if neither the call nor the client sets them. Only such
    /// calls ask for it.
    ///
    /// Default: none, so a call without a required region fails.
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

/// Makes the error of missing or invalid credentials.
fn unavailable(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Credentials, Outcome::NotSent, message)
}

/// Converts the error of a provider.
pub(crate) fn provider_error(source: BoxError) -> Error {
    match source.downcast::<Error>() {
        Ok(error) => *error,
        Err(source) => unavailable("no credentials from the provider").with_source(source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_invalid_keys() {
        for (public, private, name) in [
            ("", "x", "public key"),
            ("x", "", "empty private key"),
            ("x", "y\n", "white space or control character in the private key"),
            ("a b", "y", "white space or control character in the public key"),
            ("x", "\"y\"", "quotation mark around the private key"),
            ("'x'", "y", "quotation mark around the public key"),
            ("x", "y\u{200b}", "invisible character U+200B in the private key"),
            ("\u{feff}x", "y", "invisible character U+FEFF in the public key"),
            ("x", "\u{201c}y\u{201d}", "quotation mark around the private key"),
        ] {
            let error = Credentials::new(public, private).check().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credentials);
            assert!(error.to_string().contains(name), "{error}");
        }
        assert!(Credentials::new("x", "y").with_security_token("").check().is_err());
        assert!(Credentials::new("ucloudsomeone@example.com1", "4f").check().is_ok());
    }

    #[test]
    fn bearer_tokens_are_checked_and_never_shown() {
        for (token, problem) in [
            ("", "empty access token"),
            ("a b", "white space or control character in the access token"),
            ("\"t\"", "quotation mark around the access token"),
            ("t\u{e9}", "invalid access token"),
            ("t\"9", "invalid access token"),
        ] {
            let error = Credentials::bearer(token).check().unwrap_err();
            assert!(error.to_string().contains(problem), "{error}");
        }
        let token = Credentials::bearer("eyJ.TOKEN-9_~+/=");
        token.check().unwrap();
        assert!(!format!("{token:?} {token:#?}").contains("-9"));
        assert!(token.clone().with_security_token("x").check().is_err());
        assert!(token.signs_like(&token.clone()) && !token.signs_like(&Credentials::bearer("x")));
    }
}

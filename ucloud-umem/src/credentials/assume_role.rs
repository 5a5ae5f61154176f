//! Temporary credentials of a role, from the action AssumeRole.

use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::metadata::response::key_pair;
use super::{CachedCredentials, Credentials, CredentialsProvider, Location, Origin, unavailable};
use crate::call::Scope;
use crate::client::Client;
use crate::error::{BoxError, Error, ErrorKind, Result};
use crate::request::Effect;
use crate::transport::BoxFuture;

/// Shortest lifetime of the credentials.
const SHORTEST: Duration = Duration::from_secs(900);
/// Longest name of a session.
const LONGEST_NAME: usize = 64;
/// Most characters of a policy.
const LONGEST_POLICY: usize = 2048;

/// Provider of the temporary credentials of a role.
///
/// A client with the base credentials calls AssumeRole: with any provider, and with its endpoint,
/// transport and retries. The credentials are cached like [`CachedCredentials`].
///
/// ```no_run
/// # fn main() -> ucloud_umem::Result<()> {
/// use std::time::Duration;
///
/// use ucloud_umem::Client;
/// use ucloud_umem::credentials::AssumeRole;
///
/// let base = Client::from_env()?;
/// let role = AssumeRole::new(&base, "ucs:iam::56000001:role/backups", "nightly")
///     .duration(Duration::from_secs(900));
/// let client = Client::builder().credentials(role).region("cn-bj2").build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "it does nothing until a client uses it"]
pub struct AssumeRole {
    cache: CachedCredentials<Role>,
}

/// Role, without a cache of credentials.
#[derive(Debug)]
struct Role {
    client: Client,
    urn: String,
    session_name: String,
    duration: Option<Duration>,
    policy: Option<String>,
}

impl AssumeRole {
    /// Makes a provider for the role with this URN. The name of the session is shown in UCloud's
    /// audit logs: 1 to 64 ASCII letters, digits and `_-.`.
    ///
    /// The client has the base credentials. Its region, zone and project are not used.
    pub fn new(
        client: &Client,
        role_urn: impl Into<String>,
        session_name: impl Into<String>,
    ) -> Self {
        let role = Role {
            client: client.with_scope(|_| Scope::default()),
            urn: role_urn.into(),
            session_name: session_name.into(),
            duration: None,
            policy: None,
        };
        Self { cache: CachedCredentials::new(role) }
    }

    /// Sets the lifetime of the credentials, in whole seconds: at least 900 s, at most what the
    /// role allows. Default: the service chooses.
    pub fn duration(mut self, duration: Duration) -> Self {
        self.cache.source_mut().duration = Some(duration);
        self
    }

    /// Sets a policy, as JSON text, which limits the rights of the role. Default: none. At most
    /// 2048 characters.
    pub fn policy(mut self, policy: impl Into<String>) -> Self {
        self.cache.source_mut().policy = Some(policy.into());
        self
    }

    /// Sets the clock; see [`CachedCredentials::with_clock`]. Default: the system clock.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.cache = self.cache.with_clock(clock);
        self
    }
}

impl CredentialsProvider for AssumeRole {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        self.cache.credentials()
    }

    fn reject(&self, rejected: &Credentials) {
        self.cache.reject(rejected);
    }

    fn location(&self) -> BoxFuture<'_, Result<Location, BoxError>> {
        self.cache.location()
    }
}

impl Role {
    fn check(&self) -> Result<()> {
        let name = &self.session_name;
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        if self.urn.is_empty() {
            return Err(Error::config("empty role URN: expected e.g. ucs:iam::56000001:role/name"));
        }
        if name.is_empty() || name.len() > LONGEST_NAME || !name.chars().all(fits) {
            return Err(Error::config(format!(
                "invalid session name `{name}`: expected 1 to 64 ASCII letters, digits and _-."
            )));
        }
        if self.duration.is_some_and(|duration| duration < SHORTEST) {
            return Err(Error::config("duration of the role below 900 s: set at least 900 s"));
        }
        if self.policy.as_ref().is_some_and(|policy| policy.chars().count() > LONGEST_POLICY) {
            return Err(Error::config(
                "policy of the role longer than 2048 characters: shorten it",
            ));
        }
        Ok(())
    }

    async fn assume(&self) -> Result<Credentials> {
        self.check()?;
        let mut call = self.client.action("AssumeRole").with_effect(Effect::Read);
        call = call.param("RoleUrn", &*self.urn).param("RoleSessionName", &*self.session_name);
        if let Some(duration) = self.duration {
            call = call.param("DurationSeconds", duration.as_secs());
        }
        if let Some(policy) = &self.policy {
            call = call.param("Policy", &**policy);
        }
        let mut response = call.send().await.map_err(|error| self.error(error))?;
        let credentials = match response.value.get_mut("Credentials") {
            Some(Value::Object(data)) => key_pair(data),
            _ => Err("responded without credentials".to_owned()),
        };
        let credentials = credentials.map_err(|problem| {
            unavailable(format!("role `{}` not assumed: the service {problem}", self.urn))
        })?;
        Ok(if self.is_on_host().await {
            credentials.with_origin(Origin::Host)
        } else {
            credentials
        })
    }

    /// Returns `true` if the base credentials come from the host that this program runs on. Then
    /// the role's calls are sent from its network too.
    async fn is_on_host(&self) -> bool {
        let base = self.client.shared().credentials.credentials().await;
        base.is_ok_and(|base| base.origin() == Origin::Host)
    }

    /// Makes the error of a failed call. It shows no body, because that may hold credentials.
    fn error(&self, error: Error) -> Error {
        let urn = &self.urn;
        match error.kind() {
            ErrorKind::Protocol | ErrorKind::Http => {
                let status = match error.status() {
                    Some(status) => format!(" (HTTP {})", status.as_u16()),
                    None => String::new(),
                };
                unavailable(format!("role `{urn}` not assumed: invalid response{status}"))
            }
            ErrorKind::Service | ErrorKind::Throttled => {
                unavailable(format!("role `{urn}` not assumed: {error}"))
            }
            _ => unavailable(format!("role `{urn}` not assumed: {}", error.message()))
                .with_advice_of(&error)
                .with_source(error),
        }
    }
}

impl CredentialsProvider for Role {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { self.assume().await.map_err(BoxError::from) })
    }

    fn location(&self) -> BoxFuture<'_, Result<Location, BoxError>> {
        self.client.shared().credentials.location()
    }
}

#[cfg(test)]
mod tests;

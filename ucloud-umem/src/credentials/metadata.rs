//! Temporary credentials from the instance metadata service of UCloud hosts.

pub(super) mod response;

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use super::cache::CachedCredentials;
use super::{Credentials, CredentialsProvider, Location, provider_error, unavailable};
use crate::error::{BoxError, Error, Result};
use crate::transport::{BoxFuture, HttpRequest, HttpResponse, Transport};

const ADDRESS: &str = "http://100.80.80.80";
/// The service is near.
#[cfg(feature = "reqwest")]
const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
/// Time limit of one request.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(3);
/// Responses have a few hundred bytes.
const MAX_RESPONSE_BYTES: usize = 64 * 1024;
/// Time without another request for the location after a failure.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// Longest time for which others wait for a caller that asks for the location.
const LONGEST_TURN: Duration = Duration::from_secs(8);

/// Provider of the temporary credentials of a UCloud host.
///
/// It asks the metadata service at `http://100.80.80.80`, with 1 s to connect and 3 s for a response, and caches the
/// credentials like [`CachedCredentials`]. They have a project; region and zone are the host's.
/// Share one [`Client`](crate::Client) to share the cache.
///
/// [`Client::from_env`](crate::Client::from_env) uses the default role of the host if neither the
/// environment nor the files have keys. Set another role yourself:
///
/// ```no_run
/// # fn main() -> ucloud_umem::Result<()> {
/// use ucloud_umem::Client;
/// use ucloud_umem::credentials::InstanceMetadata;
///
/// let role = InstanceMetadata::new().role("ServiceRoleForBackups");
/// let client = Client::builder().credentials(role).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "it does nothing until a client uses it"]
pub struct InstanceMetadata {
    cache: CachedCredentials<Service>,
    /// Sources that were tried before, for the error if this one has no credentials either.
    tried: Option<String>,
}

/// Format of the instance metadata service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MetadataVersion {
    /// `/meta-data/v1/uam/security-credentials`.
    V1,
    /// `/meta-data/v2/iam/security-credentials`.
    V2,
}

impl InstanceMetadata {
    /// Makes a provider for the default role of the host.
    pub fn new() -> Self {
        let service = Service { base_url: ADDRESS.to_owned(), ..Service::default() };
        Self { cache: CachedCredentials::new(service), tried: None }
    }

    /// Sets the role: ASCII letters, digits and `-_.@+=,`. Default: the role of the host.
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.service().role = Some(role.into());
        self
    }

    /// Sets the only format. Default: the second, and the first if the second has no credentials.
    pub fn version(mut self, version: MetadataVersion) -> Self {
        self.service().version = Some(version);
        self
    }

    /// Sets the lifetime of the credentials, in whole seconds: 15 minutes to an hour. Default: an
    /// hour.
    ///
    /// Only the second format has this, [`session_name`](Self::session_name) and
    /// [`role_policy`](Self::role_policy). With one of them, the first format is not used.
    pub fn duration(mut self, duration: Duration) -> Self {
        self.service().duration = Some(duration);
        self
    }

    /// Sets the name of the session in UCloud's audit logs. Default: none.
    pub fn session_name(mut self, name: impl Into<String>) -> Self {
        self.service().session_name = Some(name.into());
        self
    }

    /// Sets a policy, as JSON text, which limits the rights of the role. Default: none.
    pub fn role_policy(mut self, policy: impl AsRef<str>) -> Self {
        self.service().role_policy = Some(BASE64.encode(policy.as_ref()));
        self
    }

    /// Sets another address, such as a fake in a test. Default: `http://100.80.80.80`.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.service().base_url = base_url.into();
        self
    }

    /// Sets the transport, in place of HTTP over the network. Each request is a `GET` without a
    /// body.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.service().transport = OnceLock::from(Arc::new(transport) as Arc<dyn Transport>);
        self
    }

    /// Sets the clock; see [`CachedCredentials::with_clock`]. Default: the system clock.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.cache = self.cache.with_clock(clock);
        self
    }

    pub(super) fn tried_after(self, tried: String) -> Self {
        Self { tried: Some(tried), ..self }
    }

    fn service(&mut self) -> &mut Service {
        self.cache.source_mut()
    }
}

impl Default for InstanceMetadata {
    fn default() -> Self {
        Self::new()
    }
}

impl CredentialsProvider for InstanceMetadata {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async {
            let result = self.cache.credentials().await;
            let Some(tried) = &self.tried else { return result };
            result.map_err(|error| {
                let error = provider_error(error);
                let problem = format!("missing credentials: {tried}; {}", error.message());
                unavailable(problem).with_source_of(error).into()
            })
        })
    }

    fn reject(&self, rejected: &Credentials) {
        self.cache.reject(rejected);
    }

    fn location(&self) -> BoxFuture<'_, Result<Location, BoxError>> {
        Box::pin(async {
            // Without credentials, a location has no use.
            self.credentials().await?;
            self.cache.source().find().await.map_err(BoxError::from)
        })
    }
}

/// Instance metadata service, without a cache of credentials.
#[derive(Default)]
struct Service {
    base_url: String,
    role: Option<String>,
    version: Option<MetadataVersion>,
    duration: Option<Duration>,
    session_name: Option<String>,
    /// In base64, as it is sent.
    role_policy: Option<String>,
    /// Made at the first request.
    transport: OnceLock<Arc<dyn Transport>>,
    /// Location of the host, which does not change, or the last error and its time. Its holder
    /// asks for the location.
    location: Mutex<Option<Result<Location, (Error, Instant)>>>,
}

impl Service {
    async fn fetch(&self) -> Result<Credentials> {
        let role = self.role_path()?;
        let headers = self.headers()?;
        let has_options = !headers.is_empty();
        if has_options && self.version == Some(MetadataVersion::V1) {
            return Err(Error::config(
                "invalid instance metadata options: the first format has no duration, session name or policy",
            ));
        }
        let version = self.version.unwrap_or(MetadataVersion::V2);
        match self.fetch_as(version, &role, headers).await? {
            Err(second) if self.version.is_none() && !has_options => {
                let first = self.fetch_as(MetadataVersion::V1, &role, HeaderMap::new()).await;
                first.and_then(|first| first).map_err(|first| {
                    unavailable(format!("{}; {}", second.message(), first.message()))
                })
            }
            result => result,
        }
    }

    /// Returns the credentials of a response, or its problem. Fails without a response.
    async fn fetch_as(
        &self,
        version: MetadataVersion,
        role: &str,
        headers: HeaderMap,
    ) -> Result<Result<Credentials>> {
        let path = match version {
            MetadataVersion::V1 => "/meta-data/v1/uam/security-credentials",
            MetadataVersion::V2 => "/meta-data/v2/iam/security-credentials",
        };
        let path = format!("{path}{role}");
        let response = self.get(&path, headers).await?;
        Ok(self.read(&path, &response, response::credentials))
    }

    /// Returns region and zone, which are asked for until they are known.
    async fn find(&self) -> Result<Location> {
        // Other callers get the result of the first one, unless its future is not polled any more.
        let mut known = timeout(LONGEST_TURN, self.location.lock()).await.ok();
        match known.as_deref() {
            Some(Some(Ok(location))) => return Ok(location.clone()),
            Some(Some(Err((error, at)))) if at.elapsed() < PAUSE_AFTER_FAILURE => {
                return Err(error.duplicate());
            }
            _ => {}
        }
        let result = self.ask_location().await;
        if let Some(known) = &mut known {
            let failed = |error: &Error| (error.duplicate(), Instant::now());
            **known = Some(result.as_ref().cloned().map_err(failed));
        }
        result
    }

    async fn ask_location(&self) -> Result<Location> {
        Ok(Location {
            region: Some(self.word("/meta-data/latest/region").await?),
            zone: Some(self.word("/meta-data/latest/availability-zone").await?),
        })
    }

    async fn word(&self, path: &str) -> Result<String> {
        let response = self.get(path, HeaderMap::new()).await?;
        self.read(path, &response, response::word)
    }

    /// Returns the response to one request.
    async fn get(&self, path: &str, headers: HeaderMap) -> Result<HttpResponse> {
        let uri = format!("{}{path}", self.base_url.trim_end_matches('/'));
        let uri = crate::transport::parse_base_url(&uri, true).map_err(|error| {
            Error::config(format!("instance metadata service: {}", error.message()))
        })?;
        let request = HttpRequest::get(uri, headers, MAX_RESPONSE_BYTES);
        match timeout(REQUEST_TIMEOUT, self.transport()?.send(request)).await {
            Ok(Ok(response)) => Ok(response),
            Ok(Err(error)) => {
                let problem = self.problem(&format!("gave no response ({error})"));
                Err(match error.into_source() {
                    Some(source) => problem.with_source(source),
                    None => problem,
                })
            }
            Err(_) => {
                let seconds = REQUEST_TIMEOUT.as_secs();
                Err(self.problem(&format!("gave no response within {seconds} s")))
            }
        }
    }

    /// Reads the body of a success.
    fn read<T>(
        &self,
        path: &str,
        response: &HttpResponse,
        read: fn(&[u8]) -> Result<T, String>,
    ) -> Result<T> {
        let value = match response.status {
            status if status.is_success() => read(&response.body),
            status => Err(format!("responded with HTTP {}", status.as_u16())),
        };
        value.map_err(|problem| self.problem(&format!("{problem} at {path}")))
    }

    fn problem(&self, problem: &str) -> Error {
        unavailable(format!("instance metadata service {} {problem}", self.base_url))
    }

    /// Returns the path of the role, which must not lead anywhere else.
    fn role_path(&self) -> Result<String> {
        let Some(role) = &self.role else { return Ok(String::new()) };
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_.@+=,".contains(c);
        if role.is_empty() || !role.chars().all(fits) || role.chars().all(|c| c == '.') {
            return Err(Error::config(format!(
                "invalid role name `{role}`: expected ASCII letters, digits or -_.@+=,"
            )));
        }
        Ok(format!("/{role}"))
    }

    fn headers(&self) -> Result<HeaderMap> {
        let duration = self.duration.map(|duration| duration.as_secs().to_string());
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("duration-seconds", &duration),
            ("session-name", &self.session_name),
            ("role-policy", &self.role_policy),
        ] {
            let Some(value) = value else { continue };
            let value = HeaderValue::try_from(value).map_err(|error| {
                Error::config(format!("{name} contains characters not allowed in an HTTP header"))
                    .with_source(error)
            })?;
            headers.insert(HeaderName::from_static(name), value);
        }
        Ok(headers)
    }

    fn transport(&self) -> Result<Arc<dyn Transport>> {
        if let Some(transport) = self.transport.get() {
            return Ok(Arc::clone(transport));
        }
        // If two calls make one at once, both use the first.
        let made = network(&self.base_url)?;
        Ok(Arc::clone(self.transport.get_or_init(|| made)))
    }
}

impl CredentialsProvider for Service {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(async { self.fetch().await.map_err(BoxError::from) })
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service")
            .field("base_url", &self.base_url)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

/// Makes an HTTP client without a proxy: the response depends on the host that asks.
#[cfg(feature = "reqwest")]
fn network(base_url: &str) -> Result<Arc<dyn Transport>> {
    let client = crate::transport::HttpClient::new(crate::transport::HttpOptions {
        connect_timeout: CONNECT_TIMEOUT,
        secure: base_url.starts_with("https:"),
        local: true,
        configure: None,
    })?;
    Ok(Arc::new(client))
}

#[cfg(not(feature = "reqwest"))]
fn network(_: &str) -> Result<Arc<dyn Transport>> {
    Err(unavailable(
        "instance metadata not asked: without the feature `reqwest` it needs a transport",
    ))
}

//! Temporary credentials from the instance metadata service, which every UCloud host can ask.

mod reply;

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use tokio::time::{Instant, timeout};

use super::cache::CachedCredentials;
use super::{Credentials, CredentialsProvider, Location, unavailable};
use crate::error::{BoxError, Error, Result};
use crate::transport::{BoxFuture, HttpRequest, HttpResponse, Transport};

const ADDRESS: &str = "http://100.80.80.80";
/// The service is one hop away.
#[cfg(feature = "reqwest")]
const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
/// For one request and its answer.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(3);
/// Answers are a few hundred bytes.
const MAX_REPLY: usize = 64 * 1024;
/// A region or zone that could not be had is not asked for again within this time.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
/// A caller who asks where the host is, which are two requests, holds the others up no longer than this.
const LONGEST_TURN: Duration = Duration::from_secs(8);

/// Temporary credentials of the UCloud host on which the program runs.
///
/// They come from the metadata service at `http://100.80.80.80`, which takes 1 s to connect and 3 s to answer at the
/// most, and are kept until shortly before they expire, as [`CachedCredentials`] does. They bring their project along;
/// region and zone are those of the host. Clones do not share what they keep: give clones of one
/// [`Client`](crate::Client) to where it is needed.
///
/// [`Client::from_env`](crate::Client::from_env) asks for the host's default role where neither the environment nor the
/// files have keys; another role is named by hand:
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
#[must_use = "it is asked for nothing until a client uses it"]
pub struct InstanceMetadata {
    cache: CachedCredentials<Service>,
}

/// A format of the instance metadata service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MetadataVersion {
    /// `/meta-data/v1/uam/security-credentials`.
    V1,
    /// `/meta-data/v2/iam/security-credentials`.
    V2,
}

impl InstanceMetadata {
    /// The credentials of the host's default role.
    pub fn new() -> Self {
        Self { cache: CachedCredentials::new(Service::default()) }
    }

    /// The credentials of this role, which may hold ASCII letters, digits and `-_.@+=,`. Default: the host's own.
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.service().role = Some(role.into());
        self
    }

    /// Asks in this format alone. Default: the second, and the first where the second has no credentials.
    pub fn version(mut self, version: MetadataVersion) -> Self {
        self.service().version = Some(version);
        self
    }

    /// How long the credentials are to live, in whole seconds: 15 minutes to an hour. Default: an hour.
    ///
    /// Only the second format knows it, as it does [`session_name`](Self::session_name) and
    /// [`role_policy`](Self::role_policy): with one of them the first is not asked.
    pub fn duration(mut self, duration: Duration) -> Self {
        self.service().duration = Some(duration);
        self
    }

    /// What the session is called in the vendor's audit logs. Default: none.
    pub fn session_name(mut self, name: impl Into<String>) -> Self {
        self.service().session_name = Some(name.into());
        self
    }

    /// A policy, as JSON text, which narrows what the role may do. Default: none.
    pub fn role_policy(mut self, policy: impl AsRef<str>) -> Self {
        self.service().role_policy = Some(BASE64.encode(policy.as_ref()));
        self
    }

    /// Asks at another address, such as that of a double in a test. Default: `http://100.80.80.80`.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.service().base_url = base_url.into();
        self
    }

    /// What carries the requests, in place of HTTP over the network: each is a `GET` without a body.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.service().transport =
            OnceLock::from(Arc::new(transport) as Arc<dyn Transport>);
        self
    }

    /// Tells the time by this clock; see [`CachedCredentials::with_clock`]. Default: the machine's.
    pub fn clock(
        mut self,
        clock: impl Fn() -> SystemTime + Send + Sync + 'static,
    ) -> Self {
        self.cache = self.cache.with_clock(clock);
        self
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
        self.cache.credentials()
    }

    fn reject(&self, rejected: &Credentials) {
        self.cache.reject(rejected);
    }

    fn location(&self) -> BoxFuture<'_, Result<Location, BoxError>> {
        Box::pin(async {
            // First the credentials, without which no location is of use.
            self.credentials().await?;
            self.cache.source().find().await.map_err(BoxError::from)
        })
    }
}

/// The service, asked anew for credentials each time.
struct Service {
    base_url: String,
    role: Option<String>,
    version: Option<MetadataVersion>,
    duration: Option<Duration>,
    session_name: Option<String>,
    /// In base64, as it travels.
    role_policy: Option<String>,
    /// Made when it is first needed.
    transport: OnceLock<Arc<dyn Transport>>,
    /// Where the host is, which does not change, or why that is not known and since when.
    location: Mutex<Option<Result<Location, (Error, Instant)>>>,
    /// Whoever holds it asks where the host is.
    turn: tokio::sync::Mutex<()>,
}

impl Default for Service {
    fn default() -> Self {
        Self {
            base_url: ADDRESS.to_owned(),
            role: None,
            version: None,
            duration: None,
            session_name: None,
            role_policy: None,
            transport: OnceLock::new(),
            location: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
        }
    }
}

/// Why the service gave nothing.
enum Trouble {
    /// It answered, but not with what was asked for.
    Answer(Error),
    /// It cannot be asked.
    Other(Error),
}

impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Answer(error) | Trouble::Other(error) => error,
        }
    }
}

impl Service {
    async fn fetch(&self) -> Result<Credentials> {
        let role = self.role_path()?;
        let headers = self.headers()?;
        match self.version {
            Some(MetadataVersion::V1) if !headers.is_empty() => Err(Error::config(
                "the first format of the instance metadata knows no duration, session name or policy",
            )),
            Some(version) => Ok(self.fetch_as(version, &role, headers).await?),
            None => {
                let only = !headers.is_empty();
                match self.fetch_as(MetadataVersion::V2, &role, headers).await {
                    Err(Trouble::Answer(second)) if !only => {
                        let first =
                            self.fetch_as(MetadataVersion::V1, &role, HeaderMap::new());
                        first.await.map_err(|first| {
                            let first = Error::from(first);
                            unavailable(format!(
                                "{}; {}",
                                second.message(),
                                first.message()
                            ))
                        })
                    }
                    result => Ok(result?),
                }
            }
        }
    }

    async fn fetch_as(
        &self,
        version: MetadataVersion,
        role: &str,
        headers: HeaderMap,
    ) -> Result<Credentials, Trouble> {
        let path = match version {
            MetadataVersion::V1 => "/meta-data/v1/uam/security-credentials",
            MetadataVersion::V2 => "/meta-data/v2/iam/security-credentials",
        };
        let path = format!("{path}{role}");
        let response = self.get(&path, headers).await?;
        reply::credentials(&response.body)
            .map_err(|problem| self.answered(&path, &problem))
    }

    /// Region and zone, asked for until they are known.
    async fn find(&self) -> Result<Location> {
        if let Some(known) = self.known_location() {
            return known;
        }
        // Those who come meanwhile find what the first one was told, unless nobody polls that one.
        let _turn = timeout(LONGEST_TURN, self.turn.lock()).await;
        if let Some(known) = self.known_location() {
            return known;
        }
        let result = match self.word("/meta-data/latest/region").await {
            Ok(region) => {
                let zone = self.word("/meta-data/latest/availability-zone").await;
                zone.map(|zone| Location { region: Some(region), zone: Some(zone) })
            }
            Err(error) => Err(error),
        };
        let result = result.map_err(Error::from);
        let kept = match &result {
            Ok(location) => Ok(location.clone()),
            Err(error) => Err((error.duplicate(), Instant::now())),
        };
        *self.location.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
        result
    }

    fn known_location(&self) -> Option<Result<Location>> {
        match &*self.location.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(Ok(location)) => Some(Ok(location.clone())),
            Some(Err((error, at))) if at.elapsed() < PAUSE_AFTER_FAILURE => {
                Some(Err(error.duplicate()))
            }
            _ => None,
        }
    }

    async fn word(&self, path: &str) -> Result<String, Trouble> {
        let response = self.get(path, HeaderMap::new()).await?;
        reply::word(&response.body).map_err(|problem| self.answered(path, problem))
    }

    /// The answer to one request, if it is a success.
    async fn get(
        &self,
        path: &str,
        headers: HeaderMap,
    ) -> Result<HttpResponse, Trouble> {
        let uri = format!("{}{path}", self.base_url.trim_end_matches('/'));
        let uri: Uri =
            crate::transport::parse_base_url(&uri, true).map_err(|error| {
                Trouble::Other(Error::config(format!(
                    "the address of the instance metadata service: {}",
                    error.message()
                )))
            })?;
        let request = HttpRequest::get(uri, headers, MAX_REPLY);
        let transport = self.transport().map_err(Trouble::Other)?;
        match timeout(REQUEST_TIMEOUT, transport.send(request)).await {
            Ok(Ok(response)) if response.status.is_success() => Ok(response),
            Ok(Ok(response)) => {
                let status = response.status.as_u16();
                let error = self.answered(path, &format!("answered with HTTP {status}"));
                Err(error)
            }
            Ok(Err(error)) => {
                let problem = self.problem(&format!("gave no answer ({error})"));
                Err(Trouble::Other(match error.into_source() {
                    Some(source) => problem.with_source(source),
                    None => problem,
                }))
            }
            Err(_) => {
                let seconds = REQUEST_TIMEOUT.as_secs();
                Err(Trouble::Other(
                    self.problem(&format!("gave no answer within {seconds} s")),
                ))
            }
        }
    }

    fn answered(&self, path: &str, problem: &str) -> Trouble {
        Trouble::Answer(self.problem(&format!("{problem} at {path}")))
    }

    fn problem(&self, problem: &str) -> Error {
        unavailable(format!("the instance metadata service {} {problem}", self.base_url))
    }

    /// What follows the path: the role, which must not lead anywhere else.
    fn role_path(&self) -> Result<String> {
        let Some(role) = &self.role else { return Ok(String::new()) };
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_.@+=,".contains(c);
        if role.is_empty() || !role.chars().all(fits) || role.chars().all(|c| c == '.') {
            return Err(Error::config(format!(
                "`{role}` is no name of a role: ASCII letters, digits and -_.@+=, were expected"
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
                Error::config(format!("{name} holds what a header cannot"))
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
        // Two calls at once may each make one; the first to be kept serves both.
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

/// HTTP that no proxy stands in the way of: the service answers each host of itself.
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
        "the instance metadata was not asked: without the feature `reqwest` it needs a transport",
    ))
}

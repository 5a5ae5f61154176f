//! Client builder.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Uri};
use tokio::sync::Semaphore;

use crate::call::{Interception, KeptTimer, RetryBudget, Shared};
use crate::client::Client;
use crate::credentials::{
    CredentialsProvider, Environment, InstanceMetadata, ProfileChoice, Settings, find_profile,
    find_settings,
};
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::generated::{ENDPOINT, IN_VPC_ENDPOINT};
use crate::interceptor::Interceptor;
use crate::observer::Observer;
use crate::param::IntoParamValue;
use crate::secret::Secret;
use crate::secret_header::SecretHeader;
#[cfg(feature = "reqwest")]
use crate::transport::{ConfigureHttp, HttpClient, HttpOptions, is_loopback};
use crate::transport::{Transport, parse_base_url};

/// Longer than the 60 s after which the gateway gives up.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(65);
#[cfg(feature = "reqwest")]
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const MAX_ATTEMPTS: u32 = 3;
const MAX_RESPONSE_BYTES: usize = 16 * 1024 * 1024;

/// Function that wraps a transport.
type Wrapper = dyn Fn(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync;

/// Builder of a [`Client`]; see the [table of defaults](crate::guide::requests#defaults).
///
/// ```no_run
/// # fn main() -> ucloud_umem::Result<()> {
/// use ucloud_umem::{Client, Credentials};
///
/// let client = Client::builder()
///     .credentials(Credentials::new("public", "private"))
///     .region("cn-bj2")
///     .zone("cn-bj2-05")
///     .project_id("org-x")
///     .base_url("https://api.ucloud.cn")
///     .build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    credentials: Option<Arc<dyn CredentialsProvider>>,
    /// Profile and files that were not read yet.
    profile: ProfileChoice,
    has_read_environment: bool,
    transport: Option<Arc<dyn Transport>>,
    wrappers: Vec<Arc<Wrapper>>,
    settings: Settings,
    user_agent: Option<String>,
    deadline: Option<Duration>,
    max_attempts: Option<u32>,
    max_response_bytes: Option<usize>,
    max_connections: Option<usize>,
    observer: Option<Arc<dyn Observer>>,
    interception: Interception,
    #[cfg(feature = "reqwest")]
    configure_http: Option<ConfigureHttp>,
}

impl Client {
    /// Makes a client from the environment, the shared files and the instance metadata; see
    /// [Credentials](crate::guide::credentials).
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `UCLOUD_PUBLIC_KEY`, `UCLOUD_PRIVATE_KEY` | key pair; both are needed |
    /// | `UCLOUD_SECURITY_TOKEN` | token of a temporary key pair |
    /// | `UCLOUD_REGION`, `UCLOUD_ZONE`, `UCLOUD_PROJECT_ID` | default scope of calls |
    /// | `UCLOUD_API_BASE_URL` | endpoint, in place of the public one |
    /// | `UCLOUD_ALLOW_PLAIN_HTTP` | `1` allows plain http to any host, for example to an emulator in another container |
    /// | `UCLOUD_TIMEOUT_SECOND` | time limit of one attempt |
    /// | `UCLOUD_PROFILE` | profile of the shared files, in place of the active one |
    /// | `UCLOUD_SHARED_CONFIG_FILE` | in place of `~/.ucloud/config.json` |
    /// | `UCLOUD_SHARED_CREDENTIAL_FILE` | in place of `~/.ucloud/credential.json` |
    ///
    /// An empty variable counts as not set. It fails with kind
    /// [`Credentials`](ErrorKind::Credentials) if half a key pair is missing or the named
    /// profile has no keys, and with kind [`Config`](ErrorKind::Config) if a value or a file is
    /// invalid. This makes no network calls. If no keys are found, the first call asks the instance
    /// metadata service; if that has none either, the error lists what was tried.
    pub fn from_env() -> Result<Self> {
        Self::builder().from_env()?.build()
    }

    /// Makes a client from a profile of the files of UCloud's tools, `~/.ucloud/config.json` and
    /// `~/.ucloud/credential.json`.
    ///
    /// Region, zone, project, endpoint, timeout and keys come from the profile, and not from the
    /// environment. Only `UCLOUD_SHARED_CONFIG_FILE` and `UCLOUD_SHARED_CREDENTIAL_FILE` are
    /// used. This makes no network calls. If there is no such profile, the error names the files
    /// and the profiles in them. See [the guide](crate::guide::credentials#a-profile-by-argument).
    ///
    /// ```no_run
    /// # fn main() -> ucloud_umem::Result<()> {
    /// let client = ucloud_umem::Client::from_profile("work")?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_profile(name: impl Into<String>) -> Result<Self> {
        Self::builder().profile(name).build()
    }

    /// Returns a builder without credentials and settings.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Reads settings and keys from the environment and the shared files. Values set afterwards
    /// take their place.
    ///
    /// If there are no keys, and none were set before, the first call asks the instance metadata.
    /// A [`profile`](Self::profile) must be set before this. See [`Client::from_env`] for the
    /// variables.
    pub fn from_env(self) -> Result<Self> {
        self.configure(&Environment::from_process(), InstanceMetadata::new())
    }

    pub(crate) fn configure(
        mut self,
        environment: &Environment,
        metadata: InstanceMetadata,
    ) -> Result<Self> {
        let choice = std::mem::take(&mut self.profile);
        let (settings, credentials) =
            find_settings(environment, &choice, metadata, self.credentials.is_some())?;
        self.credentials = credentials.or(self.credentials);
        self.settings = settings.or(self.settings);
        self.has_read_environment = true;
        Ok(self)
    }

    /// Reads the profile that was selected, for all that is not set.
    pub(crate) fn read_profile(mut self, environment: &Environment) -> Result<Self> {
        let choice = std::mem::take(&mut self.profile);
        if !choice.is_set() {
            return Ok(self);
        }
        if self.has_read_environment {
            return Err(Error::config(
                "profile set after `from_env`, which reads it: call `profile`, `config_file` and \
                 `credential_file` before `from_env`",
            ));
        }
        let (settings, credentials) =
            find_profile(environment, &choice, self.credentials.is_some())?;
        self.credentials = self.credentials.or(credentials);
        self.settings = self.settings.or(settings);
        Ok(self)
    }

    /// Sets the credentials: fixed [`Credentials`](crate::Credentials), [`InstanceMetadata`], or
    /// your own provider.
    pub fn credentials(mut self, credentials: impl CredentialsProvider) -> Self {
        self.credentials = Some(Arc::new(credentials));
        self
    }

    /// Selects a profile of the files of UCloud's tools, as [`Client::from_profile`] does. Default:
    /// none; no file is read.
    ///
    /// [`build`](Self::build) reads the files. The profile gives the keys and settings that you do
    /// not set.
    ///
    /// Before [`from_env`](Self::from_env), the profile takes the place of `UCLOUD_PROFILE`, and
    /// its keys win over the keys in the environment. After `from_env` it is an error.
    ///
    /// ```no_run
    /// # fn main() -> ucloud_umem::Result<()> {
    /// use ucloud_umem::Client;
    ///
    /// let client = Client::builder().profile("work").region("hk").zone("hk-02").build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.profile.name = Some(name.into());
        self
    }

    /// Sets the path of the `config.json`, in place of `UCLOUD_SHARED_CONFIG_FILE`. The file must
    /// exist.
    ///
    /// Without a [`profile`](Self::profile), the active one is used.
    pub fn config_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.profile.config_file = Some(path.into());
        self
    }

    /// Sets the path of the `credential.json`, in place of `UCLOUD_SHARED_CREDENTIAL_FILE`. The
    /// file must exist if its keys are needed.
    ///
    /// Without a [`profile`](Self::profile), the active one is used.
    pub fn credential_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.profile.credential_file = Some(path.into());
        self
    }

    /// Sets the default region of calls. Default: none.
    pub fn region(mut self, region: impl AsRef<str>) -> Self {
        self.settings.scope = self.settings.scope.with_region(region.as_ref());
        self
    }

    /// Sets the default zone of calls. Default: none.
    pub fn zone(mut self, zone: impl AsRef<str>) -> Self {
        self.settings.scope = self.settings.scope.with_zone(zone.as_ref());
        self
    }

    /// Sets the default project of calls. Default: none; the service then uses the account's
    /// default project.
    pub fn project_id(mut self, project_id: impl AsRef<str>) -> Self {
        self.settings.scope = self.settings.scope.with_project_id(project_id.as_ref());
        self
    }

    /// Sets the endpoint: scheme, host, port and path. Default: UCloud's public endpoint, over TLS.
    ///
    /// Plain `http` is allowed only to this machine and to the endpoint inside UCloud's network.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.settings.base_url = Some(base_url.into());
        self.settings.base_url_source = None;
        self
    }

    /// Sets the endpoint inside UCloud's network, `http://api.service.ucloud.cn`, for a host without
    /// access to the internet. See [the
    /// guide](crate::guide::credentials#inside-uclouds-network).
    pub fn internal_endpoint(self) -> Self {
        self.base_url(IN_VPC_ENDPOINT)
    }

    /// Sets the key of a dedicated channel, which every call sends as the header `channel-key`. It
    /// is a secret. Default: none; an empty one is not sent.
    ///
    /// A profile with a `channel_key` sets it together with the keys of the profile.
    pub fn channel_key(mut self, key: impl Into<String>) -> Self {
        self.settings.channel_key = Some(Secret::new(key));
        self
    }

    /// Allows plain `http` to any host. Everybody on the way can then read and repeat the calls.
    pub fn allow_plain_http(mut self) -> Self {
        self.settings.allow_plain_http = true;
        self
    }

    /// Sets the name of the application, which follows the name of this crate in `User-Agent`.
    /// Default: none.
    pub fn user_agent(mut self, application: impl Into<String>) -> Self {
        self.user_agent = Some(application.into());
        self
    }

    /// Sets the transport, in place of HTTP over the network.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Configures the HTTP client, for proxies, private certificate authorities and client
    /// certificates.
    ///
    /// Afterwards, redirects, retries of reqwest, HTTP/2 and compression are turned off. Connecting
    /// may take 5 s unless you change it. reqwest then sets up TLS: with rustls, or with
    /// `native-tls` if that is this crate's only TLS feature. If `rustls-ring` is the only
    /// rustls feature and the process has no default provider of cryptography, ring becomes it.
    ///
    /// The function runs when the client is built, and again for each further async runtime that
    /// uses the client and for each request of a [download](Client::download). Default headers that
    /// it sets are sent to download hosts too. It has no effect beside
    /// [`transport`](Self::transport).
    ///
    /// ```
    /// # #[cfg(feature = "rustls")]
    /// # fn run(authority: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
    /// use ucloud_umem::{Client, Credentials};
    ///
    /// let authority = reqwest::Certificate::from_pem(authority)?;
    /// let proxy = reqwest::Proxy::https("http://proxy.example.com:3128")?;
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("public", "private"))
    ///     .configure_http(move |http| {
    ///         http.tls_certs_merge([authority.clone()]).proxy(proxy.clone())
    ///     })
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "reqwest")]
    pub fn configure_http(
        mut self,
        configure: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.configure_http = Some(Arc::new(configure));
        self
    }

    /// Sets the observer of calls and attempts, for metrics. Default: none.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Sets a parameter that every call sends, unless the call has a value for it.
    ///
    /// Calls of all actions send it. To send it with some of them, add it to the call with `param`,
    /// or use an [`interceptor`](Self::interceptor).
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> ucloud_umem::Result<()> {
    /// use ucloud_umem::{Client, Credentials};
    ///
    /// let client = Client::builder()
    ///     .credentials(Credentials::new("public", "private"))
    ///     .default_param("Tag", "billing")
    ///     .build()?;
    /// let preview = client.action("CreateX").preview().await?;
    /// assert!(preview.body().contains("Tag=billing"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn default_param(mut self, name: &str, value: impl IntoParamValue) -> Self {
        self.interception.set_default(name, value);
        self
    }

    /// Adds an interceptor, which can change or refuse requests before they are signed. Several run
    /// in the order in which they were added, after default parameters.
    pub fn interceptor(mut self, interceptor: impl Interceptor) -> Self {
        self.interception.push(interceptor);
        self
    }

    /// Wraps the transport: HTTP over the network, or the one set with
    /// [`transport`](Self::transport).
    ///
    /// If it is called several times, the last wrapper is the outermost:
    /// `builder.wrap_transport(move |network| faults.around(network))`.
    pub fn wrap_transport<T: Transport>(
        mut self,
        wrap: impl Fn(Arc<dyn Transport>) -> T + Send + Sync + 'static,
    ) -> Self {
        self.wrappers.push(Arc::new(move |inner| Arc::new(wrap(inner))));
        self
    }

    /// Sets the time limit of one attempt. Default: 65 s, because the gateway waits 60 s.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// Sets the time limit of a call, with all attempts and the pauses between them. Default: none.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets the most attempts of a call. Default: 3; 1 never retries.
    ///
    /// Retries also use the [retry budget](crate::guide::errors#limits-of-retries) that all clones
    /// of the client share. It holds 100 retries when it is full; 5 calls that succeed give one
    /// back. A call that would need another retry then fails, and its error says so.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    /// Sets the most bytes of a response. Default: 16 MiB; a longer response is an error.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = Some(bytes);
        self
    }

    /// Sets the most requests that this client and its clones send at once. Default: no limit.
    ///
    /// Each request in flight has a connection, so this bounds sockets and memory. Further attempts
    /// wait, in their order, until another one has its response. They wait no longer than the
    /// [`deadline`](Self::deadline) of their call; the [`timeout`](Self::timeout) of an attempt
    /// begins after it. Downloads and instance metadata are not counted. Zero is an error.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = Some(connections);
        self
    }

    /// Builds the client.
    ///
    /// Fails with kind [`Credentials`](ErrorKind::Credentials) without credentials, and with kind
    /// [`Config`](ErrorKind::Config) if a value, a profile or its file is invalid, or HTTP cannot
    /// be set up.
    pub fn build(self) -> Result<Client> {
        self.read_profile(&Environment::from_process())?.build_client()
    }

    fn build_client(self) -> Result<Client> {
        let Some(credentials) = self.credentials.clone() else {
            let problem = "missing credentials: set them with `credentials` or `profile`, or find \
                           them with `from_env`";
            return Err(Error::new(ErrorKind::Credentials, Outcome::NotSent, problem));
        };
        let Settings { scope, base_url, base_url_source, timeout, channel_key, .. } =
            self.settings.clone();
        let base_url = base_url.as_deref().unwrap_or(ENDPOINT);
        let base_url =
            parse_base_url(base_url, self.settings.allow_plain_http).map_err(|error| {
                match &base_url_source {
                    Some(source) => error.with_advice(format!("it is set by {source}")),
                    None => error,
                }
            })?;
        for (name, value) in
            [("region", scope.region()), ("zone", scope.zone()), ("project id", scope.project_id())]
        {
            if value.is_some_and(|value| value.contains(char::is_control)) {
                return Err(Error::config(format!("control character in the {name}")));
            }
        }
        self.interception.check()?;
        if self.max_connections == Some(0) {
            return Err(Error::config(
                "max_connections is 0: no request could be sent; set 1 or more",
            ));
        }
        let transport = match &self.transport {
            Some(transport) => Arc::clone(transport),
            None => network(&base_url, &self)?,
        };
        let transport = self.wrappers.iter().fold(transport, |inner, wrap| wrap(inner));
        let shared = Shared {
            transport,
            credentials,
            base_url,
            headers: headers(self.user_agent.as_deref())?,
            channel_key: match channel_key {
                Some(key) => SecretHeader::channel_key(key.reveal())?,
                None => None,
            },
            max_response_bytes: self.max_response_bytes.unwrap_or(MAX_RESPONSE_BYTES),
            attempt_timeout: timeout.unwrap_or(ATTEMPT_TIMEOUT),
            deadline: self.deadline,
            max_attempts: self.max_attempts.unwrap_or(MAX_ATTEMPTS),
            budget: RetryBudget::new(),
            observer: self.observer,
            interception: self.interception,
            timer: KeptTimer::default(),
            connections: self
                .max_connections
                .map(|most| Semaphore::new(most.min(Semaphore::MAX_PERMITS))),
        };
        Ok(Client::new(shared, scope))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `build` refuses a user name and a password in it.
        let Settings { scope, base_url, .. } = &self.settings;
        let base_url = base_url.as_deref().map(|url| if url.contains('@') { "***" } else { url });
        f.debug_struct("ClientBuilder")
            .field("profile", &self.profile.name)
            .field("base_url", &base_url)
            .field("region", &scope.region())
            .field("zone", &scope.zone())
            .field("project_id", &scope.project_id())
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "reqwest")]
fn network(base_url: &Uri, builder: &ClientBuilder) -> Result<Arc<dyn Transport>> {
    let options = HttpOptions {
        connect_timeout: CONNECT_TIMEOUT,
        secure: base_url.scheme() == Some(&http::uri::Scheme::HTTPS),
        local: base_url.host().is_some_and(is_loopback),
        configure: builder.configure_http.clone(),
    };
    Ok(Arc::new(HttpClient::new(options)?))
}

#[cfg(not(feature = "reqwest"))]
fn network(_: &Uri, _: &ClientBuilder) -> Result<Arc<dyn Transport>> {
    Err(Error::config(
        "missing transport: set one with `transport`, or turn on the feature `reqwest`",
    ))
}

fn headers(application: Option<&str>) -> Result<HeaderMap> {
    let own = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    let user_agent = match application {
        Some(application) => HeaderValue::try_from(format!("{own} {application}")),
        None => Ok(HeaderValue::from_static(own)),
    };
    let user_agent = user_agent.map_err(|error| {
        Error::config("user agent contains characters not allowed in an HTTP header")
            .with_source(error)
    })?;
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    Ok(HeaderMap::from_iter([(CONTENT_TYPE, form), (USER_AGENT, user_agent)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Credentials;

    #[test]
    fn user_names_in_urls_are_not_shown() {
        let builder = Client::builder().base_url("https://u:SECRET@api.ucloud.cn");
        assert!(!format!("{builder:?}").contains("SECRET"));
    }

    #[test]
    fn control_characters_are_refused() {
        let builder = || Client::builder().credentials(Credentials::new("a", "b"));
        assert!(builder().region("cn-bj2\r\n").build().is_err());
        assert!(builder().user_agent("x\r\ny").build().is_err());
    }
}

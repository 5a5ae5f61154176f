//! Setting a client up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Uri};

use crate::client::{Client, Shared};
use crate::credentials::{
    CredentialsProvider, Environment, InstanceMetadata, configure,
};
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::generated::{ENDPOINT, IN_VPC_ENDPOINT};
use crate::observer::Observer;
use crate::retry::RetryBudget;
#[cfg(feature = "reqwest")]
use crate::transport::{ConfigureHttp, HttpClient, HttpOptions};
use crate::transport::{Transport, is_loopback};

/// Above the 60 s after which the gateway itself gives up.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(65);
#[cfg(feature = "reqwest")]
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const MAX_ATTEMPTS: u32 = 3;
const MAX_REPLY: usize = 16 * 1024 * 1024;

/// Puts a transport around another one.
type Wrapper = dyn Fn(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync;

/// Sets a [`Client`] up; see the [table of defaults](crate::guide::requests#defaults).
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
    transport: Option<Arc<dyn Transport>>,
    wrappers: Vec<Arc<Wrapper>>,
    base_url: Option<String>,
    base_url_source: Option<String>,
    plain_http: bool,
    region: Option<String>,
    zone: Option<String>,
    zone_region: Option<String>,
    project_id: Option<String>,
    user_agent: Option<String>,
    attempt_timeout: Option<Duration>,
    deadline: Option<Duration>,
    max_attempts: Option<u32>,
    max_reply: Option<usize>,
    observer: Option<Arc<dyn Observer>>,
    #[cfg(feature = "reqwest")]
    configure_http: Option<ConfigureHttp>,
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Takes what the environment and the shared files hold; what is set by hand afterwards wins.
    ///
    /// Where they have no keys and none were set by hand before, the instance metadata is asked at the first call. See
    /// [`Client::from_env`] for the variables.
    pub fn from_env(self) -> Result<Self> {
        configure(&Environment::of_process(), InstanceMetadata::new(), self)
    }

    /// Who calls: fixed [`Credentials`](crate::Credentials), the host's [`InstanceMetadata`], or a source of your own.
    pub fn credentials(mut self, credentials: impl CredentialsProvider) -> Self {
        self.credentials = Some(Arc::new(credentials));
        self
    }

    /// Whether it is known who calls.
    pub(crate) fn has_credentials(&self) -> bool {
        self.credentials.is_some()
    }

    /// The region of calls that name none. Default: none.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// The zone of calls that name none. Default: none.
    pub fn zone(self, zone: impl Into<String>) -> Self {
        self.zone_of(None, zone.into())
    }

    /// A zone that is for this region alone.
    pub(crate) fn zone_of(self, region: Option<String>, zone: String) -> Self {
        Self { zone: Some(zone), zone_region: region, ..self }
    }

    /// The project of calls that name none. Default: none, which the service takes for the account's default one.
    pub fn project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// The endpoint: scheme, host, port and path. Default: the vendor's public one, over TLS.
    ///
    /// Plain `http` is refused but for this machine and the vendor's in-VPC host.
    pub fn base_url(self, base_url: impl Into<String>) -> Self {
        self.base_url_from(base_url.into(), None)
    }

    /// Sets the endpoint as a variable or a file has it, which an error about it names.
    pub(crate) fn base_url_from(self, base_url: String, source: Option<String>) -> Self {
        Self { base_url: Some(base_url), base_url_source: source, ..self }
    }

    /// Allows plain `http` to any host, where everybody on the way can read and repeat the calls.
    pub fn allow_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// The name of the application, put after the crate's own in `User-Agent`. Default: none.
    pub fn user_agent(mut self, application: impl Into<String>) -> Self {
        self.user_agent = Some(application.into());
        self
    }

    /// What carries the requests, in place of HTTP over the network.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sets up the HTTP client beneath, for proxies, certificates of an own authority and client certificates.
    ///
    /// Redirects and retries of its own are turned off afterwards, so are HTTP/2 and compression. Connecting may take 5 s
    /// unless it is told otherwise. TLS is then reqwest's own to set up, by rustls unless `native-tls` is this
    /// crate's only TLS feature. If `rustls-ring` is the only rustls feature and the process has no default provider of
    /// cryptography, ring becomes it.
    ///
    /// It is called once when the client is built, and once more for each further async runtime that the client is used
    /// in. It is of no use beside [`transport`](Self::transport).
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
        configure: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder
        + Send
        + Sync
        + 'static,
    ) -> Self {
        self.configure_http = Some(Arc::new(configure));
        self
    }

    /// Who is told of every call and attempt, for metrics. Default: nobody.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Puts a transport around the one that carries the requests: HTTP over the network, or what
    /// [`transport`](Self::transport) was given.
    ///
    /// Said more than once, the last is the outermost: `builder.wrap_transport(move |network| faults.around(network))`.
    pub fn wrap_transport<T: Transport>(
        mut self,
        wrap: impl Fn(Arc<dyn Transport>) -> T + Send + Sync + 'static,
    ) -> Self {
        self.wrappers.push(Arc::new(move |inner| Arc::new(wrap(inner))));
        self
    }

    /// How long one attempt may take. Default: 65 s, because the gateway itself waits 60 s.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How long a call may take, over all attempts and the pauses between them. Default: no bound of its own.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets the most attempts of a call. Default: 3; 1 never retries.
    ///
    /// Retries also use the [retry budget](crate::guide::errors#limits-of-retries) that all clones of the client share. It holds 100 retries
    /// when it is full; 5 calls that succeed give one back. A call that would need another retry then fails, and its
    /// error says so.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    /// Most bytes of a reply. Default: 16 MiB; a longer reply is an error.
    pub fn max_reply_bytes(mut self, bytes: usize) -> Self {
        self.max_reply = Some(bytes);
        self
    }

    /// The client, if all of it makes sense.
    ///
    /// Fails with kind [`Credentials`](ErrorKind::Credentials) where none were given, and with kind
    /// [`Config`](ErrorKind::Config) where a value is no use or HTTP cannot be set up.
    pub fn build(self) -> Result<Client> {
        let credentials = self.credentials.clone().ok_or_else(|| {
            let problem = "no credentials: give the builder a key pair or another source, or let \
                           it look for one (`from_env`)";
            Error::new(ErrorKind::Credentials, Outcome::NotSent, problem)
        })?;
        let base_url =
            base_url(self.base_url.as_deref().unwrap_or(ENDPOINT), self.plain_http)
                .map_err(|error| match &self.base_url_source {
                    Some(place) => error.with_advice(format!("it is set by {place}")),
                    None => error,
                })?;
        for (name, value) in [
            ("region", &self.region),
            ("zone", &self.zone),
            ("project id", &self.project_id),
        ] {
            if value.as_deref().is_some_and(|value| value.contains(char::is_control)) {
                return Err(Error::config(format!(
                    "the {name} contains a control character"
                )));
            }
        }
        let transport = match &self.transport {
            Some(transport) => Arc::clone(transport),
            None => network(&base_url, &self)?,
        };
        let transport = self.wrappers.iter().fold(transport, |inner, wrap| wrap(inner));
        let headers = headers(self.user_agent.as_deref())?;
        Ok(self.assemble(transport, credentials, base_url, headers))
    }

    /// The client, from parts that are known to be good and what else was said.
    fn assemble(
        self,
        transport: Arc<dyn Transport>,
        credentials: Arc<dyn CredentialsProvider>,
        base_url: Uri,
        headers: HeaderMap,
    ) -> Client {
        let shared = Shared {
            transport,
            credentials,
            base_url,
            headers,
            max_reply: self.max_reply.unwrap_or(MAX_REPLY),
            attempt_timeout: self.attempt_timeout.unwrap_or(ATTEMPT_TIMEOUT),
            deadline: self.deadline,
            max_attempts: self.max_attempts.unwrap_or(MAX_ATTEMPTS),
            budget: RetryBudget::new(),
            observer: self.observer,
        };
        let Self { region, zone, zone_region, project_id, .. } = self;
        Client::new(shared, region, zone, zone_region, project_id)
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A user name and a password in it are refused later.
        let base_url = self.base_url.as_deref();
        let base_url = base_url.map(|url| if url.contains('@') { "***" } else { url });
        f.debug_struct("ClientBuilder")
            .field("base_url", &base_url)
            .field("region", &self.region)
            .field("zone", &self.zone)
            .field("project_id", &self.project_id)
            .finish_non_exhaustive()
    }
}

/// A client of the emulator. Nothing of it can fail: keys are looked at when they are used, the rest is known to be good.
#[cfg(feature = "emulator")]
pub(crate) fn emulated(
    transport: Arc<dyn Transport>,
    credentials: crate::Credentials,
    region: &str,
    zone: &str,
) -> Client {
    ClientBuilder::new().region(region).zone(zone).assemble(
        transport,
        Arc::new(credentials),
        Uri::from_static("http://127.0.0.1/"),
        HeaderMap::new(),
    )
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
        "without the feature `reqwest` a transport has to be given to the builder",
    ))
}

fn headers(application: Option<&str>) -> Result<HeaderMap> {
    let own = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    let user_agent = match application {
        Some(application) => HeaderValue::try_from(format!("{own} {application}")),
        None => Ok(HeaderValue::from_static(own)),
    };
    let user_agent = user_agent.map_err(|error| {
        Error::config("the application's name holds what a header cannot")
            .with_source(error)
    })?;
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    Ok(HeaderMap::from_iter([(CONTENT_TYPE, form), (USER_AGENT, user_agent)]))
}

/// Reads a base URL, and refuses one that would send signed requests where they can be read.
pub(crate) fn base_url(text: &str, plain_http: bool) -> Result<Uri> {
    let wrong = |problem: &str| Error::config(format!("invalid base URL: {problem}"));
    let uri: Uri = text.trim().parse().map_err(|error: http::uri::InvalidUri| {
        wrong("expected e.g. https://api.ucloud.cn").with_source(error)
    })?;
    let Some(authority) = uri.authority() else {
        return Err(wrong("it has no host; expected e.g. https://api.ucloud.cn"));
    };
    if authority.as_str().contains('@') {
        return Err(wrong("it contains a user name or password"));
    }
    if uri.query().is_some() {
        return Err(wrong("it contains a query"));
    }
    let host = authority.host();
    match uri.scheme_str() {
        Some("https") => {}
        Some("http") if plain_http || is_loopback(host) || is_in_vpc(host) => {}
        Some("http") => {
            return Err(wrong(&format!(
                "plain http to {host} lets everybody on the way read and repeat signed requests; use https, \
                 or allow it with `allow_plain_http` or UCLOUD_ALLOW_PLAIN_HTTP=1"
            )));
        }
        _ => return Err(wrong("expected https:// or http:// at its start")),
    }
    // The HTTP client's own parser knows more of hosts and ports.
    #[cfg(feature = "reqwest")]
    reqwest::Url::parse(text.trim())
        .map_err(|error| wrong("host or port cannot be used").with_source(error))?;
    Ok(uri)
}

fn is_in_vpc(host: &str) -> bool {
    IN_VPC_ENDPOINT.split_once("://").is_some_and(|(_, in_vpc)| {
        host.eq_ignore_ascii_case(in_vpc.trim_end_matches('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Credentials;

    #[test]
    fn base_urls_that_would_give_calls_away_are_refused() {
        for (url, word) in [
            ("http://api.ucloud.cn", "plain http"),
            ("http://127.0.0.1.example.com", "plain http"),
            ("https://user:password@api.ucloud.cn", "user name"),
            ("ftp://api.ucloud.cn", "https:// or http://"),
            ("api.ucloud.cn", "https:// or http://"),
            ("/", "no host"),
            ("https://api.ucloud.cn/?Action=X", "query"),
            ("https://api.ucloud.cn\r\nX: y", "expected e.g."),
            ("", "expected e.g."),
        ] {
            let error = base_url(url, false).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config, "{url}");
            assert!(error.to_string().contains(word), "{url}: {error}");
            assert!(!error.to_string().contains("password@"), "{error}");
        }
    }

    #[cfg(feature = "reqwest")]
    #[test]
    fn base_urls_that_no_request_can_go_to_are_refused() {
        for url in ["https://10.0.0.256", "http://127.0.0.1:99999", "https://xn--a"] {
            let error = base_url(url, false).unwrap_err();
            assert!(error.to_string().contains("host or port"), "{error}");
        }
    }

    #[test]
    fn a_user_name_in_a_url_is_not_shown() {
        let builder = Client::builder().base_url("https://u:SECRET@api.ucloud.cn");
        assert!(!format!("{builder:?}").contains("SECRET"));
    }

    #[test]
    fn plain_http_stays_on_this_machine_and_in_the_vpc() {
        for url in [
            "https://api.ucloud.cn",
            "http://127.0.0.1:8080",
            "http://[::1]:8080/api",
            "http://localhost",
            IN_VPC_ENDPOINT,
        ] {
            assert!(base_url(url, false).is_ok(), "{url}");
        }
        assert!(base_url("http://proxy.example.com", true).is_ok());
    }

    #[test]
    fn values_that_would_break_a_line_are_refused() {
        let builder = || Client::builder().credentials(Credentials::new("a", "b"));
        assert!(builder().region("cn-bj2\r\n").build().is_err());
        assert!(builder().user_agent("x\r\ny").build().is_err());
    }
}

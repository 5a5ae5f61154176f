//! The client: what all calls share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Uri};

use crate::builder::ClientBuilder;
use crate::call;
use crate::credentials::CredentialsProvider;
use crate::error::Result;
use crate::generic::GenericRequest;
use crate::observer::Observer;
use crate::preview::{Draft, Preview};
use crate::request::Request;
use crate::response::Response;
use crate::retry::RetryBudget;
use crate::transport::Transport;

/// A client of the service.
///
/// Cloning is cheap, and clones share connections, credentials and the retry budget. Its methods, one per action,
/// start a request; nothing is sent before `send`, `items`, `pages` or `wait`.
///
/// ```no_run
/// # async fn run() -> ucloud_umem::Result<()> {
/// use ucloud_umem::Client;
///
/// let client = Client::from_env()?.with_region("cn-bj2").with_zone("cn-bj2-05");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
    region: Option<Arc<str>>,
    zone: Option<Arc<str>>,
    /// The only region that the zone is for, where it came with one.
    zone_region: Option<Arc<str>>,
    project_id: Option<Arc<str>>,
}

/// What clones of a client have in common.
pub(crate) struct Shared {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) credentials: Arc<dyn CredentialsProvider>,
    pub(crate) base_url: Uri,
    pub(crate) headers: HeaderMap,
    pub(crate) max_reply: usize,
    pub(crate) attempt_timeout: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_attempts: u32,
    pub(crate) budget: RetryBudget,
    pub(crate) observer: Option<Arc<dyn Observer>>,
}

impl Client {
    /// A client set up from the environment, the shared files and the instance metadata; see
    /// [Credentials](crate::guide::credentials).
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `UCLOUD_PUBLIC_KEY`, `UCLOUD_PRIVATE_KEY` | the key pair; both are needed |
    /// | `UCLOUD_SECURITY_TOKEN` | the token of a temporary pair |
    /// | `UCLOUD_REGION`, `UCLOUD_ZONE`, `UCLOUD_PROJECT_ID` | where calls go by default |
    /// | `UCLOUD_API_BASE_URL` | the endpoint, in place of the public one |
    /// | `UCLOUD_ALLOW_PLAIN_HTTP` | `1` allows plain http to any host, as to an emulator in another container |
    /// | `UCLOUD_TIMEOUT_SECOND` | how long one attempt may take |
    /// | `UCLOUD_PROFILE` | the profile of the shared files, in place of the active one |
    /// | `UCLOUD_SHARED_CONFIG_FILE` | in place of `~/.ucloud/config.json` |
    /// | `UCLOUD_SHARED_CREDENTIAL_FILE` | in place of `~/.ucloud/credential.json` |
    ///
    /// An empty variable counts as not set. Fails with kind [`Credentials`](crate::ErrorKind::Credentials) where half
    /// a key pair is missing or the profile named has none, and with kind [`Config`](crate::ErrorKind::Config) where a
    /// value or a file is no use. Nothing but the files is read: where there are no keys, the first call asks the
    /// instance metadata, and if there are none either, its error says what was tried.
    pub fn from_env() -> Result<Self> {
        Self::builder().from_env()?.build()
    }

    /// Sets a client up by hand.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    pub(crate) fn new(
        shared: Shared,
        region: Option<String>,
        zone: Option<String>,
        zone_region: Option<String>,
        project_id: Option<String>,
    ) -> Self {
        Self {
            shared: Arc::new(shared),
            region: region.map(Arc::from),
            zone: zone.map(Arc::from),
            zone_region: zone_region.map(Arc::from),
            project_id: project_id.map(Arc::from),
        }
    }

    /// A client with another default region, which shares everything else with this one.
    ///
    /// A zone that came from the environment or a profile is for the region that came with it, and is left out of calls
    /// to another one.
    #[must_use]
    pub fn with_region(&self, region: impl AsRef<str>) -> Self {
        Self { region: Some(region.as_ref().into()), ..self.clone() }
    }

    /// A client with another default zone, which shares everything else with this one.
    #[must_use]
    pub fn with_zone(&self, zone: impl AsRef<str>) -> Self {
        let zone = Some(zone.as_ref().into());
        Self { zone, zone_region: None, ..self.clone() }
    }

    /// A client with another default project, which shares everything else with this one.
    #[must_use]
    pub fn with_project_id(&self, project_id: impl AsRef<str>) -> Self {
        Self { project_id: Some(project_id.as_ref().into()), ..self.clone() }
    }

    /// Sends a request that was made without a client, and decodes its reply.
    ///
    /// ```no_run
    /// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
    /// use ucloud_umem::actions::DescribeUMemBackup;
    ///
    /// let request = DescribeUMemBackup::new("uredis-abc").limit(20);
    /// let response = client.send(request).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn send<R: Request>(&self, request: R) -> Result<R::Response> {
        let mut response = R::Response::default();
        let metadata =
            call::call(self, &R::ACTION, request.options(), &request, &mut |text| {
                // Nothing of an earlier attempt may stay.
                response = R::Response::default();
                crate::response::read(text, Some(R::ACTION.name), &mut response)
            })
            .await?;
        *response.metadata_mut() = metadata;
        Ok(response)
    }

    /// What sending the request would send, without sending it.
    ///
    /// Credentials are asked for, as for a call. Fails where the call would fail before anything is sent.
    ///
    /// ```no_run
    /// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
    /// use ucloud_umem::actions::DescribeUMemBackup;
    ///
    /// let request = DescribeUMemBackup::new("uredis-abc").limit(20);
    /// println!("{}", client.preview(&request).await?.curl());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn preview<R: Request>(&self, request: &R) -> Result<Preview> {
        Draft::new(self, R::ACTION, request.options(), request).preview().await
    }

    /// Calls any action of any UCloud product by its name, signed and retried like the rest.
    ///
    /// It counts as non-idempotent, so that nothing is done twice, unless
    /// [`with_effect`](GenericRequest::with_effect) says otherwise.
    ///
    /// ```no_run
    /// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
    /// use ucloud_umem::Effect;
    ///
    /// let reply = client
    ///     .action("DescribeUHostInstance")
    ///     .param("Limit", 10)
    ///     .with_effect(Effect::Read)
    ///     .send()
    ///     .await?;
    /// println!("{}", reply.value["TotalCount"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn action(&self, name: impl Into<String>) -> GenericRequest<Self> {
        GenericRequest::on(self.clone(), name.into())
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.shared
    }

    pub(crate) fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// The zone of calls to this region.
    pub(crate) fn zone_in(&self, region: Option<&str>) -> Option<&str> {
        let own = self.zone_region.as_deref();
        let elsewhere = own.is_some() && region.is_some() && own != region;
        self.zone.as_deref().filter(|_| !elsewhere)
    }

    pub(crate) fn project_id(&self) -> Option<&str> {
        self.project_id.as_deref()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url)
            .field("region", &self.region)
            .field("zone", &self.zone)
            .field("project_id", &self.project_id)
            .finish_non_exhaustive()
    }
}

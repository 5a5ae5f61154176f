//! The client.
//!
//! [`ClientBuilder`](crate::ClientBuilder) makes it. The methods that start requests are beside
//! each kind of request.

use std::fmt;
use std::sync::Arc;

use crate::call::{Draft, Scope, Shared};
use crate::encode::EncodeForm;
use crate::error::Result;
use crate::options::Options;
use crate::preview::Preview;
use crate::request::{Action, Request};
use crate::response::{self, Response};

/// Client of the service.
///
/// Cloning is cheap. Clones share connections, credentials and the retry budget. Each action has a
/// method that starts a request; nothing is sent before `send`, `items`, `pages` or `wait`.
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
    scope: Scope,
}

impl Client {
    pub(crate) fn new(shared: Shared, scope: Scope) -> Self {
        Self { shared: Arc::new(shared), scope }
    }

    /// Returns a client with another default region, which shares everything else with this one.
    ///
    /// A zone from the environment or a profile belongs to the region that came with it. It is left
    /// out of calls to another region.
    #[must_use]
    pub fn with_region(&self, region: impl AsRef<str>) -> Self {
        self.with_scope(|scope| scope.with_region(region.as_ref()))
    }

    /// Returns a client with another default zone, which shares everything else with this one.
    #[must_use]
    pub fn with_zone(&self, zone: impl AsRef<str>) -> Self {
        self.with_scope(|scope| scope.with_zone(zone.as_ref()))
    }

    /// Returns a client with another default project, which shares everything else with this one.
    #[must_use]
    pub fn with_project_id(&self, project_id: impl AsRef<str>) -> Self {
        self.with_scope(|scope| scope.with_project_id(project_id.as_ref()))
    }

    /// Sends a request that was made without a client, and decodes the response.
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
        self.send_borrowed(&request).await
    }

    /// Sends a request whose owner is the future of the call.
    pub(crate) async fn send_borrowed<R: Request>(&self, request: &R) -> Result<R::Response> {
        let mut decoded = R::Response::default();
        let mut read = |text: &str| {
            // Nothing of an earlier attempt may remain.
            decoded = R::Response::default();
            response::read(text, Some(R::ACTION.name), &mut decoded)
        };
        let draft = self.draft(R::ACTION, request.options(), request);
        let metadata = draft.send(&mut read).await?;
        *decoded.metadata_mut() = metadata;
        Ok(decoded)
    }

    /// Sends a request with its own client: the future of `request.send()`.
    ///
    /// The compiler checks here once that it is `Send`, and not once per action. The future owns the
    /// request, and borrows the client from it.
    #[expect(clippy::manual_async_fn, reason = "an `async fn` does not promise `Send`")]
    pub(crate) fn send_owned<R: Request>(
        request: R,
        client: fn(&R) -> &Self,
    ) -> impl Future<Output = Result<R::Response>> + Send {
        async move { client(&request).send_borrowed(&request).await }
    }

    /// Returns what sending the request would send, without sending it.
    ///
    /// Credentials are asked for, as for a call. It fails if the call would fail before sending.
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
    #[expect(clippy::manual_async_fn, reason = "an `async fn` does not promise `Send`")]
    pub fn preview<R: Request>(&self, request: &R) -> impl Future<Output = Result<Preview>> + Send {
        async { self.show(&self.draft(R::ACTION, request.options(), request)).await }
    }

    /// Returns a call that can be sent or previewed.
    pub(crate) fn draft<'a>(
        &'a self,
        action: Action<'a>,
        options: &'a Options,
        request: &'a (dyn EncodeForm + Sync),
    ) -> Draft<'a> {
        Draft { shared: &self.shared, scope: &self.scope, action, options, request }
    }

    /// Returns a client with another default scope, which shares everything else with this one.
    pub(crate) fn with_scope(&self, change: impl FnOnce(Scope) -> Scope) -> Self {
        Self { scope: change(self.scope.clone()), shared: Arc::clone(&self.shared) }
    }

    /// Signs a draft for its preview.
    pub(crate) async fn show(&self, draft: &Draft<'_>) -> Result<Preview> {
        let signer = draft.find_signer().await;
        draft.preview(signer)
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    #[cfg(test)]
    pub(crate) fn scope(&self) -> &Scope {
        &self.scope
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url)
            .field("region", &self.scope.region())
            .field("zone", &self.scope.zone())
            .field("project_id", &self.scope.project_id())
            .finish_non_exhaustive()
    }
}

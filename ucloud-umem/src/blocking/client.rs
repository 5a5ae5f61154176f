//! The blocking client itself.

#![allow(dead_code, reason = "a product may have no paged lists or waiters")]

use std::fmt;

use super::Waiter;
use super::runtime::Runtime;
use crate::error::Result;
use crate::generic::{GenericRequest, GenericResponse};
use crate::preview::{Draft, Preview};
use crate::request::Request;
use crate::waiter;

/// A client of the service whose calls block the thread.
///
/// Cloning is cheap, and clones share connections, credentials, the retry budget and the thread that works for them.
#[derive(Clone)]
pub struct Client {
    inner: crate::Client,
    runtime: Runtime,
}

impl Client {
    /// A client set up from the environment; see [`Client::from_env`](crate::Client::from_env).
    pub fn from_env() -> Result<Self> {
        Self::new(crate::Client::from_env()?)
    }

    /// A blocking client from an async one; [`Client::builder`](crate::Client::builder) makes that.
    pub fn new(client: crate::Client) -> Result<Self> {
        Ok(Self { inner: client, runtime: Runtime::new()? })
    }

    /// A client with another default region, which shares everything else with this one.
    #[must_use]
    pub fn with_region(&self, region: impl AsRef<str>) -> Self {
        Self { inner: self.inner.with_region(region), ..self.clone() }
    }

    /// A client with another default zone, which shares everything else with this one.
    #[must_use]
    pub fn with_zone(&self, zone: impl AsRef<str>) -> Self {
        Self { inner: self.inner.with_zone(zone), ..self.clone() }
    }

    /// A client with another default project, which shares everything else with this one.
    #[must_use]
    pub fn with_project_id(&self, project_id: impl AsRef<str>) -> Self {
        Self { inner: self.inner.with_project_id(project_id), ..self.clone() }
    }

    /// Sends a request that was made without a client, and decodes its reply.
    pub fn send<R: Request>(&self, request: R) -> Result<R::Response> {
        let client = self.inner.clone();
        self.runtime.block_on(async move { client.send(request).await })?
    }

    /// What sending the request would send, without sending it; see
    /// [`Client::preview`](crate::Client::preview).
    pub fn preview<R: Request>(&self, request: &R) -> Result<Preview> {
        self.show(&Draft::new(&self.inner, R::ACTION, request.options(), request))
    }

    /// Only what asks for credentials runs on the client's thread: the request stays with the caller.
    fn show(&self, draft: &Draft<'_>) -> Result<Preview> {
        let question = draft.question();
        let signer = self.runtime.block_on(async move { question.ask().await })?;
        draft.sign(signer)
    }

    /// Calls any action of any UCloud product by its name; see [`Client::action`](crate::Client::action).
    pub fn action(&self, name: impl Into<String>) -> GenericRequest<Self> {
        GenericRequest::on(self.clone(), name.into())
    }

    pub(crate) fn inner(&self) -> &crate::Client {
        &self.inner
    }

    pub(crate) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// The blocking form of one of the async client's waiters.
    pub(crate) fn waiter<O>(
        &self,
        make: impl FnOnce(&crate::Client) -> waiter::Waiter<O>,
    ) -> Waiter<O> {
        Waiter::new(make(&self.inner), self.runtime.clone())
    }
}

impl GenericRequest<Client> {
    /// Sends the call. Fails where the RetCode is not 0, like every call.
    pub fn send(self) -> Result<GenericResponse> {
        let (client, call) = self.rebind(|client| client.inner.clone());
        client.runtime.block_on(call.send())?
    }

    /// What [`send`](Self::send) would send, without sending it.
    pub fn preview(&self) -> Result<Preview> {
        let client = self.client();
        client.show(&self.draft(&client.inner)?)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

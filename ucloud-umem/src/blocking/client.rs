//! Blocking client.

#![allow(dead_code, reason = "a product may have no paged lists or waiters")]

use std::fmt;

use super::Waiter;
use super::runtime::Runtime;
use crate::call::Draft;
use crate::error::Result;
use crate::generic::{GenericRequest, GenericResponse};
use crate::once::{CreateOnce, CreatedOnce};
use crate::preview::Preview;
use crate::request::Request;
use crate::waiter;

/// Client of the service whose calls block the thread.
///
/// Cloning is cheap. Clones share connections, credentials, the retry budget and the thread that
/// does their work.
#[derive(Clone)]
pub struct Client {
    inner: crate::Client,
    runtime: Runtime,
}

impl Client {
    /// Makes a client from the environment; see [`Client::from_env`](crate::Client::from_env).
    pub fn from_env() -> Result<Self> {
        Self::new(crate::Client::from_env()?)
    }

    /// Makes a client from a profile of the files of UCloud's tools; see
    /// [`Client::from_profile`](crate::Client::from_profile).
    pub fn from_profile(name: impl Into<String>) -> Result<Self> {
        Self::new(crate::Client::from_profile(name)?)
    }

    /// Makes a blocking client of an async one, which [`Client::builder`](crate::Client::builder)
    /// makes.
    pub fn new(client: crate::Client) -> Result<Self> {
        Ok(Self { inner: client, runtime: Runtime::new()? })
    }

    /// Returns a client with another default region, which shares everything else with this one.
    #[must_use]
    pub fn with_region(&self, region: impl AsRef<str>) -> Self {
        Self { inner: self.inner.with_region(region), ..self.clone() }
    }

    /// Returns a client with another default zone, which shares everything else with this one.
    #[must_use]
    pub fn with_zone(&self, zone: impl AsRef<str>) -> Self {
        Self { inner: self.inner.with_zone(zone), ..self.clone() }
    }

    /// Returns a client with another default project, which shares everything else with this one.
    #[must_use]
    pub fn with_project_id(&self, project_id: impl AsRef<str>) -> Self {
        Self { inner: self.inner.with_project_id(project_id), ..self.clone() }
    }

    /// Sends a request that was made without a client, and decodes the response.
    pub fn send<R: Request>(&self, request: R) -> Result<R::Response> {
        let client = self.inner.clone();
        self.runtime.block_on(async move { client.send(request).await })?
    }

    /// Creates a resource, unless one with its name exists; see
    /// [`Client::send_once`](crate::Client::send_once).
    pub fn send_once<R: CreateOnce>(&self, request: R) -> Result<CreatedOnce> {
        let client = self.inner.clone();
        self.runtime.block_on(async move { client.send_once(request).await })?
    }

    /// Returns what sending the request would send; see
    /// [`Client::preview`](crate::Client::preview).
    pub fn preview<R: Request>(&self, request: &R) -> Result<Preview> {
        self.show(&self.inner.draft(R::ACTION, request.options(), request))
    }

    /// Signs a draft. Only the question for credentials runs on the client's thread.
    fn show(&self, draft: &Draft<'_>) -> Result<Preview> {
        let signer = self.runtime.block_on(draft.find_signer())?;
        draft.preview(signer)
    }

    /// Calls any action of any UCloud product by its name; see
    /// [`Client::action`](crate::Client::action).
    pub fn action(&self, name: impl Into<String>) -> GenericRequest<Self> {
        GenericRequest::new(self.clone(), name.into())
    }

    pub(crate) fn inner(&self) -> &crate::Client {
        &self.inner
    }

    pub(crate) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// Makes the blocking form of a waiter.
    pub(crate) fn waiter<O>(
        &self,
        make: impl FnOnce(&crate::Client) -> waiter::Waiter<O>,
    ) -> Waiter<O> {
        Waiter::new(make(&self.inner), self.runtime.clone())
    }
}

impl GenericRequest<Client> {
    /// Sends the request. Like every call, it fails if the RetCode is not 0.
    pub fn send(self) -> Result<GenericResponse> {
        let (client, call) = self.rebind(|client| client.inner.clone());
        client.runtime.block_on(call.send())?
    }

    /// Returns what [`send`](Self::send) would send, without sending it.
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

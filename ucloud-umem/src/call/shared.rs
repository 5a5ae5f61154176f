//! State that the clones of a client share.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Uri};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;

use super::deadline::{KeptTimer, deadline_error, within};
use super::intercept::Interception;
use super::retry::RetryBudget;
use crate::credentials::CredentialsProvider;
use crate::encode::SignedForm;
use crate::error::Result;
use crate::observer::Observer;
use crate::secret_header::SecretHeader;
use crate::transport::Transport;

/// Transport, credentials and defaults of a client and its clones.
pub(crate) struct Shared {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) credentials: Arc<dyn CredentialsProvider>,
    pub(crate) base_url: Uri,
    pub(crate) headers: HeaderMap,
    pub(crate) channel_key: Option<SecretHeader>,
    pub(crate) max_response_bytes: usize,
    pub(crate) attempt_timeout: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_attempts: u32,
    pub(crate) budget: RetryBudget,
    pub(crate) observer: Option<Arc<dyn Observer>>,
    pub(crate) interception: Interception,
    pub(crate) timer: KeptTimer,
    /// Permits of attempts, if their number is limited.
    pub(crate) connections: Option<Semaphore>,
}

impl Shared {
    /// Returns the headers of a request without secrets, with room for other headers that HTTP
    /// adds.
    ///
    /// A clone has no room, and would be copied twice more.
    pub(super) fn request_headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(6);
        headers.extend(self.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        headers
    }

    /// Waits until an attempt may use a connection, but no longer than the deadline.
    pub(super) async fn connection(
        &self,
        deadline: Option<Instant>,
    ) -> Result<Option<SemaphorePermit<'_>>> {
        let Some(connections) = &self.connections else { return Ok(None) };
        match within(deadline, connections.acquire()).await {
            // It is never closed.
            Some(permit) => Ok(permit.ok()),
            None => Err(deadline_error("no connection was free")),
        }
    }
}

/// Headers and signed form of a request.
pub(super) struct SignedRequest {
    pub(super) headers: HeaderMap,
    pub(super) form: SignedForm,
}

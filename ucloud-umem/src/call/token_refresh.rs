//! Credentials of one call, and their refresh when the service does not know the token.

use tokio::time::Instant;

use super::deadline::{deadline_error, within};
use crate::credentials::{Credentials, CredentialsProvider, Origin, provider_error};
use crate::error::Result;

/// Credentials that sign the attempts of one call.
pub(super) struct CallCredentials<'a> {
    provider: &'a dyn CredentialsProvider,
    deadline: Option<Instant>,
    current: Option<Credentials>,
    /// The current ones come from a refresh, and signed nothing yet.
    is_refreshed: bool,
}

impl<'a> CallCredentials<'a> {
    pub(super) fn new(provider: &'a dyn CredentialsProvider, deadline: Option<Instant>) -> Self {
        Self { provider, deadline, current: None, is_refreshed: false }
    }

    /// Returns the credentials for the next attempt.
    pub(super) async fn next(&mut self) -> Result<&Credentials> {
        let refreshed = std::mem::take(&mut self.is_refreshed);
        let next = match self.current.take().filter(|_| refreshed) {
            Some(credentials) => credentials,
            None => find_credentials(self.provider, self.deadline).await?,
        };
        Ok(self.current.insert(next))
    }

    /// Returns the origin of the current ones.
    pub(super) fn origin(&self) -> Option<Origin> {
        self.current.as_ref().map(Credentials::origin)
    }

    /// Reports to the provider that the service does not know the current token.
    pub(super) fn reject(&self) {
        if let Some(credentials) = &self.current {
            self.provider.reject(credentials);
        }
    }

    /// Asks the provider again, and returns `true` if it has other credentials for the next
    /// attempt.
    pub(super) async fn refresh(&mut self) -> Result<bool> {
        let others = find_credentials(self.provider, self.deadline).await?;
        // The service would not know the same token again.
        self.is_refreshed = self.current.as_ref().is_none_or(|current| !others.signs_like(current));
        self.current = Some(others);
        Ok(self.is_refreshed)
    }
}

/// Asks the provider for credentials, but no longer than the deadline.
pub(super) async fn find_credentials(
    provider: &dyn CredentialsProvider,
    deadline: Option<Instant>,
) -> Result<Credentials> {
    match within(deadline, provider.credentials()).await {
        Some(Ok(credentials)) => Ok(credentials),
        Some(Err(error)) => Err(provider_error(error)),
        None => Err(deadline_error("no credentials")),
    }
}

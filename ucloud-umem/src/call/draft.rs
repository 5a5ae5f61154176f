//! Parts of a call, and its preview.

use std::sync::Arc;

use tokio::time::Instant;

use super::deadline;
use super::scope::{CallScope, Scope};
use super::shared::Shared;
use super::sign::sign;
use super::token_refresh::find_credentials;
use crate::credentials::{Credentials, Location};
use crate::encode::{EncodeForm, SignedForm};
use crate::error::Result;
use crate::options::Options;
use crate::preview::Preview;
use crate::request::Action;

/// Call that can be sent or previewed.
pub(crate) struct Draft<'a> {
    pub(crate) shared: &'a Arc<Shared>,
    pub(crate) scope: &'a Scope,
    pub(crate) action: Action<'a>,
    pub(crate) options: &'a Options,
    pub(crate) request: &'a (dyn EncodeForm + Sync),
}

/// Credentials that sign a draft, and their location.
pub(crate) struct Signer {
    credentials: Credentials,
    location: Location,
}

impl Draft<'_> {
    /// Asks the provider for credentials. The future owns all that it needs, so another thread can
    /// run it.
    ///
    /// A missing region or zone is found before the provider is asked for credentials.
    pub(crate) fn find_signer(&self) -> impl Future<Output = Result<Signer>> + Send + use<> {
        let (shared, scope) = (Arc::clone(self.shared), self.scope.clone());
        let options = self.options.clone();
        // The name plays no part in it.
        let action = Action { name: "", verify: None, ..self.action };
        async move {
            let length = options.deadline.or(shared.deadline);
            let deadline = deadline::end_of(Instant::now(), length);
            let provider = &*shared.credentials;
            let location = scope.find_location(provider, &action, &options, deadline).await?;
            scope.resolve(&action, &options, &location)?;
            let credentials = find_credentials(provider, deadline).await?;
            Ok(Signer { credentials, location })
        }
    }

    /// Signs an attempt of the call.
    pub(super) fn sign(
        &self,
        scope: &CallScope<'_>,
        credentials: &Credentials,
    ) -> Result<SignedForm> {
        let form = sign(&self.action, scope, self.options, self.request, credentials)?;
        Ok(form.with_secret_headers(self.shared.channel_key.clone()))
    }

    /// Signs the call as its next attempt would be.
    pub(crate) fn preview(&self, signer: Result<Signer>) -> Result<Preview> {
        let form = signer.and_then(|Signer { credentials, location }| {
            let scope = self.scope.resolve(&self.action, self.options, &location)?;
            self.sign(&scope, &credentials)
        });
        let name = self.action.name;
        let form = form.map_err(|error| error.with_action(name))?;
        let headers = self.shared.request_headers(&form);
        Ok(Preview::new(name, self.shared.base_url.clone(), headers, form))
    }
}

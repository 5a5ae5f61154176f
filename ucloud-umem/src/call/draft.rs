//! Parts of a call, and its preview.

use std::sync::Arc;

use tokio::time::Instant;

use super::deadline;
use super::scope::{CallScope, Scope};
use super::shared::{Shared, SignedRequest};
use super::sign::sign;
use super::token_refresh::find_credentials;
use crate::credentials::{Credentials, Location};
use crate::encode::EncodeForm;
use crate::error::Result;
use crate::options::Options;
use crate::preview::Preview;
use crate::request::Action;
use crate::secret_header::SecretHeader;

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

    /// Signs an attempt of the call, after default parameters and interceptors have changed it.
    ///
    /// Secret headers are added last, so that interceptors do not see them.
    pub(super) fn sign(
        &self,
        scope: &CallScope<'_>,
        credentials: &Credentials,
    ) -> Result<SignedRequest> {
        let Self { shared, action, .. } = self;
        let form = sign(action, scope, self.options, self.request, credentials)?;
        let mut headers = shared.request_headers();
        let form = shared.interception.apply(action.name, form, &mut headers, credentials)?;
        let bearer = credentials.bearer_token().map(SecretHeader::bearer).transpose()?;
        let form = form.with_secret_headers(bearer.into_iter().chain(shared.channel_key.clone()));
        for SecretHeader { name, value } in form.secret_headers() {
            headers.insert(name.clone(), value.clone());
        }
        Ok(SignedRequest { headers, form })
    }

    /// Signs the call as its next attempt would be.
    pub(crate) fn preview(&self, signer: Result<Signer>) -> Result<Preview> {
        let request = signer.and_then(|Signer { credentials, location }| {
            let scope = self.scope.resolve(&self.action, self.options, &location)?;
            self.sign(&scope, &credentials)
        });
        let name = self.action.name;
        let SignedRequest { headers, form } = request.map_err(|error| error.with_action(name))?;
        Ok(Preview::new(name, self.shared.base_url.clone(), headers, form))
    }
}

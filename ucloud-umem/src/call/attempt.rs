//! Attempts of a call: sign, send, and read the response.

use http::{HeaderMap, Uri};
use tokio::sync::SemaphorePermit;
use tokio::time::Instant;

use super::classify::{Read, no_response, receive, timeout_error};
use super::deadline::{deadline_error, earlier, end_of};
use super::draft::Draft;
use super::retry::{Failed, RetryClass};
use super::scope::CallScope;
use super::shared::{Shared, SignedRequest};
use super::telemetry::CallSpan;
use super::token_refresh::CallCredentials;
use crate::credentials::Origin;
use crate::encode::SignedForm;
use crate::error::{Error, ErrorKind, Outcome, Result};
use crate::generated::IN_VPC_ENDPOINT;
use crate::response::Metadata;
use crate::transport::{HttpRequest, HttpResponse, is_in_vpc, is_loopback};

/// Advice for a refused access token of a profile.
const LOGIN_AGAIN: &str = "the access token of the profile is not valid: run `ucloud auth login`";

/// Advice for a refused token of a request with a channel key.
const OTHER_CHANNEL: &str = "the request has a channel key, which may belong to another account: \
                             check `channel_key` of the profile or the builder";

/// Attempts of one call over the client's transport.
pub(super) struct CallAttempts<'a, 'r, 's> {
    pub(super) draft: &'a Draft<'a>,
    pub(super) scope: CallScope<'a>,
    pub(super) credentials: CallCredentials<'a>,
    pub(super) deadline: Option<Instant>,
    pub(super) read: &'a mut Read<'r>,
    pub(super) span: &'a mut CallSpan<'s>,
}

/// Signed request, and the time at which its attempt begins.
pub(super) struct SignedAttempt<'a> {
    request: SignedRequest,
    start: Instant,
    /// Held until the attempt ends.
    connection: Option<SemaphorePermit<'a>>,
}

impl<'a> CallAttempts<'a, '_, '_> {
    /// Signs the next attempt. An error ends the call.
    pub(super) async fn prepare(&mut self) -> Result<SignedAttempt<'a>> {
        // Before the request is signed: temporary credentials could expire meanwhile.
        let connection = self.draft.shared.connection(self.deadline).await?;
        let credentials = self.credentials.next().await?;
        let request = self.draft.sign(&self.scope, credentials)?;
        let start = Instant::now();
        if self.deadline.is_some_and(|deadline| deadline <= start) {
            return Err(deadline_error("no attempt was started"));
        }
        Ok(SignedAttempt { request, start, connection })
    }

    /// Sends an attempt, and reads the response.
    pub(super) async fn send(&mut self, attempt: SignedAttempt<'a>) -> Result<Metadata, Failed> {
        let SignedAttempt { request: SignedRequest { headers, form }, start, connection } = attempt;
        self.span.start_attempt(start);
        let Draft { shared, action, options, .. } = self.draft;
        let timeout = options.attempt_timeout.unwrap_or(shared.attempt_timeout);
        let limit = earlier(end_of(start, Some(timeout)), self.deadline);
        let response = exchange(shared, headers, &form, limit).await;
        drop(connection);
        let number = self.span.attempts();
        let result = response.and_then(|response| receive(&response, number, &form, self.read));
        result.map_err(|(class, error)| {
            if class == RetryClass::UnknownToken {
                self.credentials.reject();
            }
            let error = match self.advice(class, &error) {
                Some(advice) => error.with_advice(advice),
                None => error,
            };
            (class, error.with_action(action.name).with_attempts(number))
        })
    }

    /// Returns advice for a failure that the credentials or their host explain.
    fn advice(&self, class: RetryClass, error: &Error) -> Option<String> {
        let (shared, origin) = (self.draft.shared, self.credentials.origin());
        if class == RetryClass::UnknownToken {
            let login = (origin == Some(Origin::Login)).then_some(LOGIN_AGAIN);
            let channel = shared.channel_key.as_ref().map(|_| OTHER_CHANNEL);
            let advice: Vec<_> = login.into_iter().chain(channel).collect();
            return (!advice.is_empty()).then(|| advice.join("; "));
        }
        network_advice(error, &shared.base_url).filter(|_| origin == Some(Origin::Host))
    }

    /// Gets other credentials for the next attempt; otherwise returns `error`, which ends the call.
    pub(super) async fn refresh(&mut self, error: Error) -> Result<()> {
        match self.credentials.refresh().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(error),
            Err(source) => Err(error.with_source(source)),
        }
    }
}

/// Returns advice for a UCloud host whose network may not reach the endpoint.
fn network_advice(error: &Error, base_url: &Uri) -> Option<String> {
    let is_unreached = match error.kind() {
        ErrorKind::Connect => error.outcome() == Outcome::NotSent,
        kind => kind == ErrorKind::Timeout,
    };
    let host = base_url.host().unwrap_or_default();
    (is_unreached && !is_in_vpc(host) && !is_loopback(host)).then(|| {
        format!(
            "a UCloud host without access to the internet needs the endpoint {IN_VPC_ENDPOINT}: set it \
             with `ClientBuilder::internal_endpoint` or UCLOUD_API_BASE_URL"
        )
    })
}

/// Sends one signed form, and waits for the response until the limit.
async fn exchange(
    shared: &Shared,
    headers: HeaderMap,
    form: &SignedForm,
    limit: Option<Instant>,
) -> Result<HttpResponse, Failed> {
    let request =
        HttpRequest::post(shared.base_url.clone(), headers, form, shared.max_response_bytes);
    let response = shared.transport.send(request);
    let response = match limit {
        Some(limit) => shared.timer.within(limit, response).await,
        None => Some(response.await),
    };
    match response {
        Some(Ok(response)) => Ok(response),
        Some(Err(error)) => Err(no_response(error, &form.secrets())),
        None => Err(timeout_error()),
    }
}

//! Settings of a client beside its keys.

use std::time::Duration;

use crate::call::Scope;
use crate::secret::Secret;

/// Settings of one source: program, environment or profile.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    pub(crate) scope: Scope,
    pub(crate) base_url: Option<String>,
    /// Source of the base URL, for the error about an invalid one.
    pub(crate) base_url_source: Option<String>,
    pub(crate) allow_plain_http: bool,
    pub(crate) timeout: Option<Duration>,
    pub(crate) channel_key: Option<Secret>,
}

impl Settings {
    /// Takes what is not set from another source.
    pub(crate) fn or(self, other: Self) -> Self {
        let (base_url, base_url_source) = match self.base_url {
            Some(base_url) => (Some(base_url), self.base_url_source),
            None => (other.base_url, other.base_url_source),
        };
        Self {
            scope: self.scope.or(other.scope),
            base_url,
            base_url_source,
            allow_plain_http: self.allow_plain_http || other.allow_plain_http,
            timeout: self.timeout.or(other.timeout),
            channel_key: self.channel_key.or(other.channel_key),
        }
    }
}

//! Settings of a client beside its keys.

use std::time::Duration;

use crate::secret::Secret;

/// Settings of one source: environment or profile.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) region: Option<String>,
    pub(crate) zone: Option<String>,
    pub(crate) project_id: Option<String>,
    pub(crate) base_url: Option<String>,
    /// Source of the base URL, for the error about an invalid one.
    pub(crate) base_url_source: Option<String>,
    pub(crate) allow_plain_http: bool,
    pub(crate) timeout: Option<Duration>,
    pub(crate) channel_key: Option<Secret>,
}

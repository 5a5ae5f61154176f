//! Scope of a resource.

use serde::{Deserialize, Serialize};

/// A project, a region and a zone: what is elsewhere is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scope {
    pub(crate) project: String,
    pub(crate) region: String,
    pub(crate) zone: String,
}

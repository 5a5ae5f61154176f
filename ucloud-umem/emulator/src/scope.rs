//! Scope of a resource.

use serde::{Deserialize, Serialize};

/// The project that a call without ProjectId is about.
pub(crate) const DEFAULT_PROJECT: &str = "org-emulator";
/// Region and zone of `Emulator::client` and of seeded resources.
pub(crate) const REGION: &str = "cn-bj2";
pub(crate) const ZONE: &str = "cn-bj2-05";

/// A project, a region and a zone: what is elsewhere is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scope {
    pub(crate) project: String,
    pub(crate) region: String,
    pub(crate) zone: String,
}

/// Returns the scope of seeded resources.
pub(crate) fn home() -> Scope {
    Scope { project: DEFAULT_PROJECT.to_owned(), region: REGION.to_owned(), zone: ZONE.to_owned() }
}

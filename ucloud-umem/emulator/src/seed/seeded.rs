//! Ids of what seeds have made.

use serde::Serialize;

/// Ids of the resources of a document, in its order.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Seeded {
    pub(crate) spaces: Vec<SeededInstance>,
    pub(crate) redis_groups: Vec<SeededInstance>,
    pub(crate) memcached_groups: Vec<SeededInstance>,
}

/// Ids of an instance and of what belongs to it.
#[derive(Debug, Serialize)]
pub(crate) struct SeededInstance {
    pub(crate) id: String,
    /// Oldest first, unless the document has another order.
    pub(crate) backups: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) replicas: Vec<String>,
}

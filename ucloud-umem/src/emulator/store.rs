//! What the emulator remembers.

use std::collections::BTreeMap;

use super::resources::backup::Backup;
use super::resources::space::Space;

/// Every resource, by its id.
#[derive(Debug, Default)]
pub(crate) struct Store {
    pub(crate) spaces: BTreeMap<String, Space>,
    /// In the order in which they were started.
    pub(crate) backups: Vec<Backup>,
    ids: u64,
}

impl Store {
    /// An id that no resource has had before.
    pub(crate) fn new_id(&mut self, prefix: &str) -> String {
        self.ids += 1;
        format!("{prefix}-{:06}", self.ids)
    }
}

//! Ids and addresses that no resource has had before.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Source of ids and addresses.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ids {
    last: u64,
    addresses: u32,
    /// Ids of seeds. Some of their resources may be gone.
    taken: BTreeSet<String>,
}

impl Ids {
    /// Returns an id that no resource has had before.
    pub(crate) fn new_id(&mut self, prefix: &str) -> String {
        loop {
            self.last += 1;
            let id = format!("{prefix}-{:06}", self.last);
            if !self.taken.contains(&id) {
                return id;
            }
        }
    }

    /// Reserves the id of a seed, which is then never given out.
    pub(crate) fn reserve(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// Returns an address within the private network that no resource has had before.
    pub(crate) fn new_address(&mut self) -> String {
        self.addresses += 1;
        let [.., a, b, c] = self.addresses.to_be_bytes();
        format!("10.{a}.{b}.{c}")
    }
}

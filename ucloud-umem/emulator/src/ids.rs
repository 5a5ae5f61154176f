//! Ids and addresses that no resource has had before.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize, de};

/// Largest counter that is read from a state file: more would overflow sooner or later.
const MOST: u64 = 1 << 32;

/// Source of ids and addresses.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ids {
    #[serde(deserialize_with = "counter")]
    last: u64,
    #[serde(deserialize_with = "counter")]
    addresses: u64,
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

fn counter<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let counter = u64::deserialize(deserializer)?;
    if counter <= MOST {
        return Ok(counter);
    }
    Err(de::Error::custom(format!("counter {counter} is too large: expected at most {MOST}")))
}

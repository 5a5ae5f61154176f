//! Big and hot keys, which a scan of a real server finds.

use serde::{Deserialize, Serialize};

/// Kind of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ScanKind {
    /// By the bytes that a key takes.
    Big,
    /// By how often a key is used, which Redis counts only with an LFU policy.
    Hot,
}

/// Key that a scan has found, and its bytes or Redis's logarithmic counter of its uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FoundKey {
    pub(crate) key: String,
    pub(crate) count: i64,
}

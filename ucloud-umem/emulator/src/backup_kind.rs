//! Kinds of backups.

use serde::{Deserialize, Serialize};

/// Origin of a backup. Each kind of resource has its own word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BackupKind {
    /// The service, by a schedule.
    Automatic,
    /// Somebody by a call.
    Manual,
}

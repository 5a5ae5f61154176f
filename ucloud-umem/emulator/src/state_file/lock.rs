//! Lock of a state file, so that two emulators never write the same one.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use fs4::{FileExt, TryLockError};

/// Lock on a file beside the state file. The system releases it with the process.
///
/// The file stays: whoever deletes a lock file may take the lock away from somebody who waits.
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Locks the file, or fails at once; without an error if somebody else has the lock.
    pub(super) fn acquire(path: &Path) -> Result<Self, Option<io::Error>> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match FileExt::try_lock(&file) {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(None),
            Err(TryLockError::Error(error)) => Err(Some(error)),
        }
    }
}

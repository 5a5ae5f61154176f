//! The state file, by which an emulator goes on where an earlier one has ended.
//!
//! It has everything that calls have made, passwords and temporary keys included, and the clock.
//! Settings that come from options (step, keys, faults, lag of lists) are not in it.

mod document;
mod lock;
mod storage;
mod writer;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use document::Document;
use lock::Lock;
use storage::Storage;
use writer::Writer;

pub(crate) use document::{Restored, write};

/// A state file that is read and locked, but not written yet.
pub(crate) struct OpenFile {
    storage: Storage,
    lock: Lock,
    restored: Option<Restored>,
}

/// The state file of an emulator. Dropped, it writes the state a last time.
pub(crate) struct StateFile {
    path: PathBuf,
    writer: Writer,
    restored: bool,
    /// Other emulators are kept away until the last write is done.
    _lock: Lock,
}

impl OpenFile {
    /// Locks and reads a state file, which need not exist yet.
    ///
    /// Fails if another emulator uses it, if it cannot be read, and if its folder cannot be written
    /// to.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let shown = path.display();
        let cannot = |what: &str, error: &dyn fmt::Display| {
            Error::new(format!("cannot {what} state file `{shown}`: {error}"))
        };
        let storage = Storage::new(path).map_err(|error| cannot("use", &error))?;
        let lock = Lock::acquire(&storage.beside("lock")).map_err(|error| match error {
            None => Error::new(format!(
                "state file `{shown}` is in use by another emulator: stop that one, or name another file"
            )),
            Some(error) => cannot("lock", &error),
        })?;
        storage.check_writable().map_err(|error| cannot("write", &error))?;
        let text = storage.read().map_err(|error| cannot("read", &error))?;
        let restored = text.map(|text| Document::read(&text)).transpose();
        let restored = restored.map_err(|problem| {
            Error::new(format!(
                "invalid state file `{shown}`: {problem}; repair it, or delete it to begin without state"
            ))
        })?;
        Ok(Self { storage, lock, restored })
    }

    /// Takes what the file holds; nothing if it did not exist.
    pub(crate) fn take_restored(&mut self) -> Option<Restored> {
        self.restored.take()
    }

    /// Returns the folder beside the file for the data of real servers.
    pub(crate) fn data_folder(&self) -> PathBuf {
        self.storage.beside("data")
    }

    /// Starts to write the file whenever something has changed.
    pub(crate) fn start(
        self,
        restored: bool,
        snapshot: impl Fn() -> String + Send + 'static,
    ) -> StateFile {
        let path = self.storage.path().to_owned();
        let writer = Writer::start(self.storage, Box::new(snapshot));
        StateFile { path, writer, restored, _lock: self.lock }
    }
}

impl StateFile {
    /// Returns its absolute path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns true if it existed at the start.
    pub(crate) fn is_restored(&self) -> bool {
        self.restored
    }

    /// Reports a change. It is written within about a second.
    pub(crate) fn changed(&self) {
        self.writer.changed();
    }

    /// Writes the file now.
    pub(crate) fn save(&self) -> Result<()> {
        self.writer.save().map_err(|problem| self.error(&problem))
    }

    /// Returns why the last write failed.
    pub(crate) fn problem(&self) -> Option<String> {
        self.writer.problem()
    }

    fn error(&self, problem: &str) -> Error {
        Error::new(format!("cannot write state file `{}`: {problem}", self.path.display()))
    }
}

impl fmt::Debug for OpenFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenFile").field("path", &self.storage.path()).finish_non_exhaustive()
    }
}

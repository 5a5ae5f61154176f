//! The state file on disk, which is replaced as a whole.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Place of a state file.
pub(super) struct Storage {
    path: PathBuf,
}

impl Storage {
    /// Makes a storage whose path stays the same when the program changes its folder.
    pub(super) fn new(path: &Path) -> io::Result<Self> {
        if path.file_name().is_none() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "expected the name of a file"));
        }
        Ok(Self { path: std::path::absolute(path)? })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the path of a file beside it: its own name with another extension at the end.
    pub(super) fn beside(&self, extension: &str) -> PathBuf {
        let mut path = OsString::from(&self.path);
        path.push(".");
        path.push(extension);
        path.into()
    }

    /// Returns the text of the file; none if it does not exist.
    pub(super) fn read(&self) -> io::Result<Option<Vec<u8>>> {
        match fs::read(&self.path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Tries to write beside the file.
    pub(super) fn check_writable(&self) -> io::Result<()> {
        let temporary = self.temporary()?;
        drop(temporary);
        fs::remove_file(self.beside("tmp"))
    }

    /// Replaces the file. A crash leaves the old text or the new one, never a part of it.
    pub(super) fn replace(&self, text: &str) -> io::Result<()> {
        let mut file = self.temporary()?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(self.beside("tmp"), &self.path)?;
        self.sync_folder()
    }

    /// Creates an empty file that only its owner can read.
    fn temporary(&self) -> io::Result<File> {
        let path = self.beside("tmp");
        // One that an earlier process left may have other permissions.
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)
    }

    /// Makes the rename last.
    fn sync_folder(&self) -> io::Result<()> {
        #[cfg(unix)]
        if let Some(folder) = self.path.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

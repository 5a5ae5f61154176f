//! Replaces a file or a folder in one step, so that whoever looks, and whoever pulls the plug, finds the old one or the
//! new one.
//!
//! The new one is built beside the old one, in a folder of its own that is also the lock against a second run. Git does
//! not see this folder, and the next run clears what a killed one left in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::disk::Disk;
use crate::failure::Failure;

/// Where the new one is built.
const NEW: &str = "new";
/// Where the old one waits while the new one takes its place, on a file system that cannot exchange the two.
const OLD: &str = "old";
const LOCK: &str = "lock";
const GITIGNORE: &str = ".gitignore";

/// How often to look again for a lock that another run is just removing.
const LOOKS: u32 = 100;

/// The folder beside a target in which its successor is built; nobody else has it as long as this value lives.
pub(crate) struct Staging<'a> {
    disk: &'a Disk,
    target: &'a Path,
    parent: PathBuf,
    folder: PathBuf,
    _lock: File,
}

/// Whether a name is that of the staging folder of a target.
pub(crate) fn is_leftover(name: &Path, target: &str) -> bool {
    name == Path::new(&format!(".{target}.tmp"))
}

/// Whether a killed run left something beside the target.
pub(crate) fn has_leftover(target: &Path) -> bool {
    places(target).is_ok_and(|(_, folder)| folder.symlink_metadata().is_ok())
}

/// The folder that holds the target, and the staging folder in it.
fn places(target: &Path) -> io::Result<(PathBuf, PathBuf)> {
    match (target.parent(), target.file_name()) {
        (Some(parent), Some(name)) => {
            let staging = format!(".{}.tmp", name.display());
            Ok((parent.to_path_buf(), parent.join(staging)))
        }
        _ => {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "it has no name of its own"))
        }
    }
}

impl<'a> Staging<'a> {
    /// Takes the place beside the target, clears what a killed run left there, and puts back a target that one had
    /// moved out of the way. `shown` is the target's name in messages.
    pub(crate) fn beside(
        disk: &'a Disk,
        target: &'a Path,
        shown: &str,
    ) -> Result<Self, Failure> {
        let failed = |error: io::Error| Failure::io("write beside", shown, &error);
        let (parent, folder) = places(target).map_err(failed)?;
        let lock = lock(disk, &folder).map_err(failed)?.ok_or_else(|| {
            Failure::Unusable(format!(
                "another run of this command is writing {shown}; wait for it to end"
            ))
        })?;
        let staging = Self { disk, target, parent, folder, _lock: lock };
        staging.clear().map_err(failed)?;
        disk.write(&staging.folder.join(GITIGNORE), "*\n").map_err(failed)?;
        Ok(staging)
    }

    /// Removes all but the lock, after putting back a target that is there no longer.
    fn clear(&self) -> io::Result<()> {
        let old = self.folder.join(OLD);
        if !exists(self.target)? && exists(&old)? {
            self.disk.rename(&old, self.target)?;
        }
        for name in [NEW, OLD] {
            let path = self.folder.join(name);
            if path.symlink_metadata().is_ok_and(|data| !data.is_dir()) {
                self.disk.remove_file(&path)?;
            } else {
                self.disk.remove_folder(&path)?;
            }
        }
        self.disk.remove_file(&self.folder.join(GITIGNORE))
    }

    /// Puts a file of this text in the target's place.
    pub(crate) fn replace_file(&self, text: &str) -> io::Result<()> {
        let new = self.folder.join(NEW);
        self.disk.write(&new, text)?;
        self.disk.rename(&new, self.target)?;
        self.disk.sync_folder(&self.parent)
    }

    /// Puts a folder with these files, and no other, in the target's place.
    pub(crate) fn replace_folder(
        &self,
        files: &BTreeMap<PathBuf, String>,
    ) -> io::Result<()> {
        let new = self.folder.join(NEW);
        self.build(&new, files)?;
        if !exists(self.target)? {
            self.disk.rename(&new, self.target)?;
        } else if !self.disk.exchange(&new, self.target)? {
            self.disk.rename(self.target, &self.folder.join(OLD))?;
            self.disk.rename(&new, self.target)?;
        }
        self.disk.sync_folder(&self.parent)
    }

    /// Puts files in their places beside the target, one by one, and removes others (`None`). The target itself comes last.
    pub(crate) fn replace_files(
        &self,
        files: &BTreeMap<PathBuf, Option<&String>>,
    ) -> io::Result<()> {
        let new = self.folder.join(NEW);
        let texts: BTreeMap<PathBuf, String> = files
            .iter()
            .filter_map(|(path, text)| Some((path.clone(), (*text)?.clone())))
            .collect();
        self.build(&new, &texts)?;
        let name = self.target.file_name().map(Path::new);
        let (last, others): (Vec<_>, Vec<_>) =
            files.iter().partition(|(path, _)| Some(path.as_path()) == name);
        let mut folders = BTreeSet::from([self.parent.clone()]);
        for (path, text) in others.into_iter().chain(last) {
            let place = self.parent.join(path);
            if let Some(folder) = place.parent() {
                self.disk.make_folder(folder)?;
                folders.insert(folder.to_path_buf());
            }
            match text {
                Some(_) => self.disk.rename(&new.join(path), &place)?,
                None => self.disk.remove_file(&place)?,
            }
        }
        folders.iter().try_for_each(|folder| self.disk.sync_folder(folder))
    }

    fn build(&self, new: &Path, files: &BTreeMap<PathBuf, String>) -> io::Result<()> {
        let mut folders = BTreeSet::from([PathBuf::new()]);
        for path in files.keys() {
            if !path
                .components()
                .all(|component| matches!(component, Component::Normal(_)))
            {
                let problem =
                    format!("{} would be outside of the folder", path.display());
                return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
            }
            folders.extend(path.ancestors().skip(1).map(Path::to_path_buf));
        }
        for folder in &folders {
            self.disk.make_folder(&new.join(folder))?;
        }
        for (path, text) in files {
            self.disk.write(&new.join(path), text)?;
        }
        for folder in &folders {
            self.disk.sync_folder(&new.join(folder))?;
        }
        Ok(())
    }
}

impl Drop for Staging<'_> {
    /// Leaves nothing behind. What cannot be removed is hidden from git and cleared by the next run.
    fn drop(&mut self) {
        let _ = self
            .clear()
            .and_then(|()| self.disk.remove_file(&self.folder.join(LOCK)))
            .and_then(|()| self.disk.remove_empty_folder(&self.folder));
    }
}

/// Makes the staging folder and locks it; `None` when another run has it.
fn lock(disk: &Disk, folder: &Path) -> io::Result<Option<File>> {
    let path = folder.join(LOCK);
    for _ in 0..LOOKS {
        disk.make_folder(folder)?;
        match folder.symlink_metadata() {
            Ok(data) if data.is_dir() => {}
            Ok(_) => {
                let problem = format!("{} is in the way", folder.display());
                return Err(io::Error::new(io::ErrorKind::NotADirectory, problem));
            }
            // The run that had it has removed it again.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        }
        let file =
            match File::options().create(true).truncate(false).write(true).open(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path)? => return Ok(Some(file)),
            // The run that had it has removed it since it was opened.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}

/// Whether an open file is the one that the path names now.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let named = match fs::metadata(path) {
        Ok(named) => named,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let opened = file.metadata()?;
        Ok((opened.dev(), opened.ino()) == (named.dev(), named.ino()))
    }
    #[cfg(not(unix))]
    {
        // An open file keeps its name there until it is closed.
        let _ = (file, named);
        Ok(true)
    }
}

fn exists(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

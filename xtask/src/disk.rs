//! The only code that changes files. Each change is a step, and in debug builds a test can end the run at any of them.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::{env, process};

/// Changes files and folders.
pub(crate) struct Disk {
    faults: Faults,
}

impl Disk {
    pub(crate) fn new() -> Self {
        Self { faults: Faults::from_env() }
    }

    /// Makes a folder, unless it is there.
    pub(crate) fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.faults.step_with_room()?;
        match fs::create_dir(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            done => done,
        }
    }

    /// Writes a new file and waits until it has reached the disk.
    pub(crate) fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        self.faults.step_with_room()?;
        let mut file = File::create_new(path)?;
        self.faults.step_with_room()?;
        file.write_all(text.as_bytes())?;
        self.faults.step_with_room()?;
        self.sync(&file)
    }

    /// Waits until the names in a folder have reached the disk.
    pub(crate) fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.faults.step();
        // Elsewhere a folder cannot be opened, and its names need no waiting for.
        if cfg!(unix) { self.sync(&File::open(path)?) } else { Ok(()) }
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        if self.faults.no_sync { Ok(()) } else { file.sync_all() }
    }

    /// Renames a file, over another if need be, or a folder.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.faults.step();
        fs::rename(from, to)
    }

    /// Gives each of two folders the other's name in one step; `false` where the file system cannot.
    pub(crate) fn exchange(&self, one: &Path, other: &Path) -> io::Result<bool> {
        self.faults.step();
        if self.faults.no_exchange { Ok(false) } else { exchange(one, other) }
    }

    /// Removes a folder, unless it is gone, and whatever is in it; a link in it is removed, not followed.
    pub(crate) fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.faults.step();
        unless_gone(fs::remove_dir_all(path))
    }

    /// Removes an empty folder or leaves it as it is.
    pub(crate) fn remove_empty_folder(&self, path: &Path) -> io::Result<()> {
        self.faults.step();
        match fs::remove_dir(path) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
            done => unless_gone(done),
        }
    }

    /// Removes a file, unless it is gone.
    pub(crate) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.faults.step();
        unless_gone(fs::remove_file(path))
    }
}

fn unless_gone(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Faults that a test of a debug build asks for with `XTASK_FAULT`: `kill:N` ends the process before step N as
/// `kill -9` would, `full:N` is a disk without room from step N on, `no-exchange` a file system that cannot exchange
/// two names, `no-sync` a test that pulls no plug and has no time to wait for the disk.
#[derive(Default)]
struct Faults {
    kill: Option<u32>,
    full: Option<u32>,
    no_exchange: bool,
    no_sync: bool,
    steps: Cell<u32>,
}

impl Faults {
    fn from_env() -> Self {
        let mut faults = Self::default();
        if cfg!(debug_assertions) {
            for fault in env::var("XTASK_FAULT").unwrap_or_default().split(',') {
                match fault.split_once(':').unwrap_or((fault, "")) {
                    ("kill", step) => faults.kill = step.parse().ok(),
                    ("full", step) => faults.full = step.parse().ok(),
                    ("no-exchange", _) => faults.no_exchange = true,
                    ("no-sync", _) => faults.no_sync = true,
                    _ => {}
                }
            }
        }
        faults
    }

    /// Before a step that frees room or needs none.
    fn step(&self) {
        self.steps.set(self.steps.get() + 1);
        if self.kill == Some(self.steps.get()) {
            // Like a kill it runs no destructors, and unlike an abort it leaves no core file.
            process::exit(137);
        }
    }

    /// Before a step that needs room.
    fn step_with_room(&self) -> io::Result<()> {
        self.step();
        if self.full.is_some_and(|full| full <= self.steps.get()) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }
}

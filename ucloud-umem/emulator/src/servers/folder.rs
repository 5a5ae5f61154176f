//! Folder of an emulator's servers and backups.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, DirBuilder, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use fs4::FileExt;

use super::guardian::Guardian;
use super::guardian_input::GuardianInput;
use super::process::PID_FILE;
use crate::sha1_hex::sha1_hex;

/// Start of the names of temporary folders.
const PREFIX: &str = "umem-emulator-";
/// Name of the locked file. A folder without it is not ready.
const LOCK: &str = "lock";
/// Longest time to wait for the lock of a folder whose emulator was killed; its guardian lets the
/// servers save their data.
const LONGEST_WAIT: Duration = Duration::from_secs(15);
/// Longest encoded id in the name of a file. File systems allow 255 bytes.
const LONGEST_NAME: usize = 200;
const PAUSE: Duration = Duration::from_millis(20);

/// Locked folder. A temporary one is removed when it is dropped.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    keeps: bool,
    guardian: Option<Guardian>,
    _lock: File,
}

impl Folder {
    /// Makes a temporary folder, and removes those of emulators that were killed.
    pub(super) fn temporary() -> io::Result<Self> {
        // The links of processes to their folders are canonical too.
        let parent = fs::canonicalize(std::env::temp_dir())?;
        remove_abandoned(&parent);
        let path = loop {
            let path = parent.join(format!("{PREFIX}{:016x}", fastrand::u64(..)));
            match private().create(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => break made.map(|()| path)?,
            }
        };
        // It is locked under another name, so that nobody sees it unlocked.
        let unlocked = path.join("lock.new");
        let lock = File::create(&unlocked)?;
        FileExt::try_lock(&lock).map_err(io::Error::from)?;
        fs::rename(unlocked, path.join(LOCK))?;
        Self::locked(path, false, lock)
    }

    /// Opens a folder that stays, or makes it.
    pub(super) fn lasting(path: &Path) -> io::Result<Self> {
        private().recursive(true).create(path)?;
        let path = fs::canonicalize(path)?;
        let lock = File::options().append(true).create(true).open(path.join(LOCK))?;
        let deadline = Instant::now() + LONGEST_WAIT;
        while let Err(error) = FileExt::try_lock(&lock) {
            if Instant::now() >= deadline {
                return Err(error.into());
            }
            thread::sleep(PAUSE);
        }
        end_abandoned(&path);
        Self::locked(path, true, lock)
    }

    fn locked(path: PathBuf, keeps: bool, lock: File) -> io::Result<Self> {
        let mut folder = Self { path, keeps, guardian: None, _lock: lock.try_clone()? };
        for inner in [folder.servers(), folder.backups()] {
            private().recursive(true).create(inner)?;
        }
        if cfg!(unix) {
            folder.guardian = Some(Guardian::start(&folder.path, keeps, lock)?);
        }
        Ok(folder)
    }

    /// Returns the input of its guardian.
    pub(super) fn guardian(&self) -> GuardianInput {
        self.guardian.as_ref().map(Guardian::input).unwrap_or_default()
    }

    /// Returns true if its data stays when the emulator ends.
    pub(super) fn keeps(&self) -> bool {
        self.keeps
    }

    /// Makes the folder of a server if there is none, and returns it. What a Redis that was killed
    /// had begun to save is removed.
    pub(super) fn make_server(&self, id: &str) -> io::Result<PathBuf> {
        let path = self.server(id);
        private().recursive(true).create(&path)?;
        for begun in entries(&path).filter(|path| begins_with(path, "temp-")) {
            // Another server does not read it.
            _ = fs::remove_file(begun);
        }
        Ok(path)
    }

    pub(super) fn server(&self, id: &str) -> PathBuf {
        self.servers().join(format!("{}.server", file_name(id)))
    }

    pub(super) fn backup(&self, id: &str) -> PathBuf {
        self.backups().join(format!("{}.rdb", file_name(id)))
    }

    /// Removes all but these servers and backups, given by their ids.
    pub(super) fn keep_only(&self, servers: &BTreeSet<String>, backups: &BTreeSet<String>) {
        let servers: HashSet<_> = servers.iter().map(|id| self.server(id)).collect();
        for server in entries(&self.servers()).filter(|path| !servers.contains(path)) {
            // What cannot be removed now is removed next time.
            _ = fs::remove_dir_all(server);
        }
        let backups: HashSet<_> = backups.iter().map(|id| self.backup(id)).collect();
        for backup in entries(&self.backups()).filter(|path| !backups.contains(path)) {
            _ = fs::remove_file(backup);
        }
    }

    fn servers(&self) -> PathBuf {
        self.path.join("servers")
    }

    fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.keeps {
            // The guardian tries again.
            _ = fs::remove_dir_all(&self.path);
        }
        drop(self.guardian.take());
    }
}

/// Returns the name of a file for an id. Ids of seeds may have any characters, and any length.
fn file_name(id: &str) -> String {
    let name: String = form_urlencoded::byte_serialize(id.as_bytes()).collect();
    if name.len() <= LONGEST_NAME {
        return name;
    }
    sha1_hex(id)
}

/// Makes folders that only their owner can read.
fn private() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn begins_with(path: &Path, start: &str) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(start))
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).ok().into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path()))
}

/// Removes the temporary folders whose emulator and guardian were killed, with their servers.
fn remove_abandoned(parent: &Path) {
    for path in entries(parent).filter(|path| begins_with(path, PREFIX)) {
        let is_ours = fs::symlink_metadata(&path).is_ok_and(|metadata| is_ours(&metadata));
        let Ok(lock) = File::open(path.join(LOCK)) else { continue };
        if is_ours && FileExt::try_lock(&lock).is_ok() {
            end_abandoned(&path);
            // The next start tries again.
            _ = fs::remove_dir_all(path);
        }
    }
}

#[cfg(unix)]
fn is_ours(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    metadata.is_dir() && metadata.uid() == rustix::process::getuid().as_raw()
}

#[cfg(not(unix))]
fn is_ours(metadata: &Metadata) -> bool {
    metadata.is_dir()
}

/// Ends the servers in an abandoned folder. Another process may have got the id of one that has
/// ended, so that only those that work in the folder are ended.
fn end_abandoned(folder: &Path) {
    for server in entries(&folder.join("servers")) {
        let pid_file = server.join(PID_FILE);
        let pid = fs::read_to_string(&pid_file).ok().and_then(|text| text.parse::<i32>().ok());
        #[cfg(target_os = "linux")]
        if let Some(group) = pid.and_then(rustix::process::Pid::from_raw) {
            let works_in = fs::read_link(format!("/proc/{}/cwd", group.as_raw_nonzero()));
            if works_in.is_ok_and(|path| path == server) {
                // It may have ended just now.
                _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
            }
        }
        if pid.is_some() {
            // It is not there if the server has ended.
            _ = fs::remove_file(pid_file);
        }
    }
}

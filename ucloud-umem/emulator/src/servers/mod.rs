//! Real Redis and Memcached servers, one for each instance.
//!
//! The store stays pure data. After each change the servers follow it: what should run is started,
//! what should not is stopped, and properties are set. Only what the store does not show, such as
//! deleting data, is a function for an action.

mod folder;
mod follow;
mod guardian;
mod guardian_input;
mod memcached;
mod process;
mod programs;
mod redis;
mod scan;
mod server;
mod stored;
mod wanted;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

pub(crate) use programs::{Programs, ServerKind};
pub(crate) use redis::SlowCommand;

use crate::clock::Moment;
use crate::refusal::Refusal;
use crate::scanned_key::{FoundKey, ScanKind};
use folder::Folder;
use redis::Redis;
use server::{LONGEST_STOP, Server};

/// Name of the file with keys and values to begin with, in the folder of a server.
const KEYS_FILE: &str = "keys.json";

/// Function that gets a line about a server.
#[derive(Clone)]
pub(crate) struct Notify(Arc<dyn Fn(&str) + Send + Sync>);

impl Notify {
    pub(crate) fn new(notify: impl Fn(&str) + Send + Sync + 'static) -> Self {
        Self(Arc::new(notify))
    }

    fn say(&self, id: &str, line: &str) {
        (self.0)(&format!("{id}: {line}"));
    }
}

impl Default for Notify {
    /// Prints to standard error.
    fn default() -> Self {
        Self::new(|line| eprintln!("umem-emulator: {line}"))
    }
}

impl fmt::Debug for Notify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Notify")
    }
}

/// Origin of the data of a new instance.
pub(crate) enum Origin {
    /// Backup of this id.
    Backup(String),
    /// Present data of the instance of this id.
    Instance(String),
}

/// Servers of all instances.
pub(crate) struct Servers {
    programs: Programs,
    notify: Notify,
    running: BTreeMap<String, Server>,
    /// Ids of instances whose server does not start, until they are restarted.
    failed: BTreeSet<String>,
    /// Ids of instances that have a folder.
    folders: BTreeSet<String>,
    /// Ids of new instances whose data could not be placed, and why.
    unplaced: BTreeMap<String, String>,
    /// Ids of backups that have a file.
    backups: BTreeSet<String>,
    /// Versions that were wanted in vain.
    missing_versions: BTreeSet<String>,
    /// True if something changed that the state file has to hold.
    changed: bool,
    /// Reason for which there is no folder that stays.
    no_folder: Option<String>,
    /// Made for the first server, and dropped after all of them.
    folder: Option<Folder>,
}

impl Servers {
    /// Makes a registry that starts these programs. Their data ends with the emulator.
    pub(crate) fn new(programs: Programs, notify: Notify) -> Self {
        Self {
            programs,
            notify,
            running: BTreeMap::new(),
            failed: BTreeSet::new(),
            folders: BTreeSet::new(),
            unplaced: BTreeMap::new(),
            backups: BTreeSet::new(),
            missing_versions: BTreeSet::new(),
            changed: false,
            no_folder: None,
            folder: None,
        }
    }

    /// Returns true if something changed since the last call that the state file has to hold.
    pub(crate) fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// Deletes the data of a database, or all data. Does nothing without a server.
    pub(crate) fn flush(&mut self, id: &str, database: Option<usize>) -> Result<(), Refusal> {
        let server = self.running.get_mut(id);
        let flushed = server.map_or(Ok(()), |server| server.flush(database));
        flushed.map_err(|problem| Refusal::server(id, &problem))
    }

    /// Stops a server, which starts again when the servers follow the store. A Redis saves its
    /// data, and goes on if it cannot; a Memcached loses it.
    pub(crate) fn restart(&mut self, id: &str) -> Result<(), Refusal> {
        self.failed.remove(id);
        self.stop(id).map_err(|problem| Refusal::server(id, &problem))
    }

    /// Stops a server. A Redis that cannot save its data goes on.
    fn stop(&mut self, id: &str) -> Result<(), String> {
        let Some(server) = self.running.remove(id) else { return Ok(()) };
        server.stop().map_err(|(server, problem)| {
            self.running.insert(id.to_owned(), *server);
            problem
        })
    }

    /// Returns the slow commands, newest first; none if Redis is not real.
    pub(crate) fn slow_log(&mut self, id: &str) -> Option<Vec<SlowCommand>> {
        self.list_of(id, Redis::slow_log)
    }

    /// Returns the addresses of the clients that are connected, with repetitions; none if Redis is
    /// not real.
    pub(crate) fn clients(&mut self, id: &str) -> Option<Vec<String>> {
        self.list_of(id, Redis::clients)
    }

    /// Finds the biggest or the most used keys; none without a server.
    pub(crate) fn scan(
        &mut self,
        id: &str,
        kind: ScanKind,
    ) -> Result<Option<Vec<FoundKey>>, Refusal> {
        let server = self.running.get_mut(id);
        let found = server.and_then(|server| server.ask_redis(|redis| redis.scan(kind)));
        found.transpose().map_err(|problem| Refusal::server(id, &problem))
    }

    /// Asks the server of an instance for a list, which is empty if it does not run or respond.
    fn list_of<T>(
        &mut self,
        id: &str,
        ask: impl FnOnce(&mut Redis) -> Result<Vec<T>, String>,
    ) -> Option<Vec<T>> {
        if !self.programs.have(ServerKind::Redis) {
            return None;
        }
        let list = self.running.get_mut(id).and_then(|server| server.ask_redis(ask)?.ok());
        Some(list.unwrap_or_default())
    }

    /// Gives a new instance its data, with which its server starts. If the data cannot be placed,
    /// the creation fails. Does nothing without servers.
    pub(crate) fn give(&mut self, origin: &Origin, id: &str) -> Result<(), Refusal> {
        match origin {
            Origin::Backup(backup) => self.restore(backup, id),
            Origin::Instance(from) => self.copy(from, id),
        }
    }

    /// Returns the origin of data at a moment of the past, and its size in MB: the newest of these
    /// backups, since servers keep no log of writes. Takes ids, moments and sizes of finished ones.
    /// None for the present, and without servers.
    pub(crate) fn rolled_back<'a>(
        &self,
        backups: impl Iterator<Item = (&'a str, Moment, i64)>,
        to: i64,
        now: Moment,
    ) -> Result<Option<(Origin, i64)>, Refusal> {
        let seconds = |at: &Moment| i64::try_from(at.unix_seconds()).unwrap_or(i64::MAX);
        if to >= seconds(&now) || !self.programs.have(ServerKind::Redis) {
            return Ok(None);
        }
        let newest = backups
            .filter(|(id, taken, _)| self.backups.contains(*id) && seconds(taken) <= to)
            .max_by_key(|(_, taken, _)| *taken);
        let no_backup = "no backup with data from that moment or before";
        let (id, _, held) =
            newest.ok_or_else(|| Refusal::restore_failed("RollbackTime", no_backup))?;
        Ok(Some((Origin::Backup(id.to_owned()), held)))
    }

    fn restore(&mut self, backup_id: &str, id: &str) -> Result<(), Refusal> {
        if !self.programs.have(ServerKind::Redis) {
            return Ok(());
        }
        let Some(file) = self.backup_path(backup_id) else {
            let no_data = "the backup has no data: it was taken without a server";
            let why = self.no_folder.as_deref().unwrap_or(no_data);
            return Err(Refusal::restore_failed("BackupId", why));
        };
        self.place_file(&file, id, link);
        Ok(())
    }

    fn copy(&mut self, from: &str, id: &str) -> Result<(), Refusal> {
        let saved = self.running.get_mut(from).and_then(Server::save);
        let saved = saved.transpose().map_err(|problem| Refusal::server(from, &problem))?;
        if let Some(file) = saved {
            self.place_file(&file, id, link);
        }
        Ok(())
    }

    /// Returns true if there are servers of this kind.
    pub(crate) fn have(&self, kind: ServerKind) -> bool {
        self.programs.have(kind)
    }

    /// Makes the server of a new instance begin with these keys and values, or its creation fail.
    pub(crate) fn begin_with(&mut self, id: &str, data: &BTreeMap<String, String>) {
        self.place("its seed", id, |server| {
            fs::write(server.join(KEYS_FILE), serde_json::to_vec(data)?)
        });
    }

    /// Makes the server of a new instance begin with the data in a file, or its creation fail.
    pub(crate) fn begin_with_file(&mut self, id: &str, file: &Path) {
        // A copy, because the file may change.
        self.place_file(file, id, |file, to| fs::copy(file, to).map(drop));
    }

    /// Opens the file of a backup; none if it has no data.
    pub(crate) fn backup_file(&self, id: &str) -> Option<File> {
        File::open(self.backup_path(id)?).ok()
    }

    fn backup_path(&self, id: &str) -> Option<PathBuf> {
        self.backups.contains(id).then_some(self.folder.as_ref()?.backup(id))
    }

    /// Makes a file the data with which the server of a new instance starts.
    fn place_file(&mut self, file: &Path, id: &str, place: fn(&Path, &Path) -> io::Result<()>) {
        let from = format!("`{}`", file.display());
        self.place(&from, id, |server| place(file, &server.join(redis::DATA_FILE)));
    }

    /// Places data in the folder of the server of a new instance.
    fn place(&mut self, from: &str, id: &str, place: impl FnOnce(&Path) -> io::Result<()>) {
        if let Err(error) = self.make_folder(id).and_then(|server| place(&server)) {
            let problem = format!("cannot begin with the data of {from}: {error}");
            self.unplaced.insert(id.to_owned(), problem);
        }
    }

    /// Returns the folder of the server of an instance, which may be new.
    fn make_folder(&mut self, id: &str) -> io::Result<PathBuf> {
        let folder = match self.folder.take() {
            Some(folder) => folder,
            None => match &self.no_folder {
                None => Folder::temporary().map_err(|error| {
                    let parent = env::temp_dir();
                    io::Error::other(format!("cannot use folder `{}`: {error}", parent.display()))
                })?,
                Some(problem) => return Err(io::Error::other(problem.clone())),
            },
        };
        let server = self.folder.insert(folder).make_server(id)?;
        self.folders.insert(id.to_owned());
        Ok(server)
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        if self.folder.as_ref().is_some_and(Folder::keeps) {
            // All at once, since each may have much to save.
            self.running.values().for_each(Server::terminate);
            let deadline = Instant::now() + LONGEST_STOP;
            self.running.values_mut().for_each(|server| server.wait(deadline));
        }
        self.running.clear();
    }
}

/// Gives a file a second name, or copies it where that cannot be. Redis never changes such a file,
/// but replaces it.
fn link(file: &Path, to: &Path) -> io::Result<()> {
    if fs::exists(to)? {
        fs::remove_file(to)?;
    }
    fs::hard_link(file, to).or_else(|_| {
        fs::copy(file, to).map(drop).inspect_err(|_| {
            // Half of a file must not stay.
            _ = fs::remove_file(to);
        })
    })
}

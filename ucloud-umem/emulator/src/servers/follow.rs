//! Servers follow the store.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, Instant};

use super::folder::Folder;
use super::redis::{NO_RESPONSE, Redis};
use super::server::Server;
use super::stored::wanted_servers;
use super::wanted::{ADDRESS, Wanted};
use super::{KEYS_FILE, Servers, link};
use crate::backup::Written;
use crate::clock::Time;
use crate::lifecycle::{Lifecycle, STAYS, Transition};
use crate::store::{Kinds, Store};

/// Longest time for all servers to respond; the rest is measured at the next call.
const LONGEST_MEASURE: Duration = Duration::from_secs(1);
/// Life of an instance whose server does not start.
const CREATION_FAILED: Transition = Transition::new(&[("Creating", 1), ("CreateFail", STAYS)]);
/// State of an instance whose server has died or does not start again.
const FAILED: Transition = Transition::stays("Fail");

impl Servers {
    /// Keeps the data in this folder, and begins with the data in it as far as the store knows it.
    /// Servers that have failed start again.
    pub(crate) fn keep_in(&mut self, path: &Path, kinds: &mut Kinds, time: Time) {
        match Folder::lasting(path) {
            Ok(folder) => {
                let has_folder = |id: &&str| folder.server(id).exists();
                let has_file = |id: &&str| folder.backup(id).exists();
                self.folders = kinds.ids().filter(has_folder).map(str::to_owned).collect();
                self.backups = kinds.backup_ids().filter(has_file).map(str::to_owned).collect();
                folder.keep_only(&self.folders, &self.backups);
                self.folder = Some(folder);
            }
            Err(error) => {
                let problem = format!("cannot use folder `{}`: {error}", path.display());
                (self.notify.0)(&problem);
                self.no_folder = Some(problem);
            }
        }
        for id in &self.folders {
            if let Some(instance) = kinds.instance_mut(id) {
                if instance.problem.is_some() && instance.life.state(time) == Some("Fail") {
                    instance.life.enter(Transition::stays("Running"), time);
                }
            }
        }
    }

    /// Starts, changes and stops servers, so that they are as the store wants them. What became of
    /// them is written to the store: states, addresses and sizes of backups.
    ///
    /// Without programs it does nothing.
    pub(crate) fn follow(&mut self, store: &mut Store, time: Time) {
        if self.programs.is_empty() {
            return;
        }
        let kinds = &mut store.kinds;
        self.fail_unplaced(kinds);
        self.notice_ends(kinds, time);
        let mut wanted = wanted_servers(kinds, time);
        wanted
            .retain(|wanted| self.programs.have(wanted.kind) && !self.failed.contains(&wanted.id));
        self.stop_others(&wanted, kinds, time);
        for wanted in &wanted {
            self.follow_one(wanted, kinds, time);
        }
        self.take_backups(kinds);
        self.forget_gone(kinds);
        self.show_addresses(kinds);
    }

    /// Writes the memory in use to the store, and the problem of servers that hang.
    pub(crate) fn measure(&mut self, store: &mut Store) {
        let deadline = Instant::now() + LONGEST_MEASURE;
        let mut measured = Vec::new();
        for (id, server) in &mut self.running {
            if Instant::now() >= deadline {
                break;
            }
            measured.push((id.clone(), server.used()));
        }
        for (id, used) in measured {
            let instance = store.kinds.instance(&id);
            let hung = instance.is_some_and(|own| own.problem.as_deref() == Some(NO_RESPONSE));
            match used {
                Ok(used) => {
                    store.kinds.show_used(&id, used);
                    if hung {
                        self.report(&mut store.kinds, &id, None);
                    }
                }
                Err(problem) => self.report(&mut store.kinds, &id, Some(problem)),
            }
        }
    }

    /// Writes a problem of a server to the store, or that it has none; a new one is said.
    fn report(&mut self, kinds: &mut Kinds, id: &str, problem: Option<String>) {
        let known = kinds.instance(id).and_then(|instance| instance.problem.as_ref());
        if known == problem.as_ref() {
            return;
        }
        self.changed = true;
        if let Some(problem) = &problem {
            self.notify.say(id, problem);
        }
        if let Some(instance) = kinds.instance_mut(id) {
            instance.problem = problem;
        }
    }

    /// Fails the creation of instances whose data could not be placed.
    fn fail_unplaced(&mut self, kinds: &mut Kinds) {
        for (id, problem) in std::mem::take(&mut self.unplaced) {
            // The order may have been refused.
            let Some(instance) = kinds.instance_mut(&id) else { continue };
            instance.life = Lifecycle::since(instance.created, CREATION_FAILED);
            self.report(kinds, &id, Some(problem));
            self.failed.insert(id);
        }
    }

    /// Notices the servers that have ended by themselves.
    fn notice_ends(&mut self, kinds: &mut Kinds, time: Time) {
        let ends = self.running.iter_mut();
        let ends: Vec<_> = ends.filter_map(|(id, own)| Some((id.clone(), own.end()?))).collect();
        for (id, end) in ends {
            self.running.remove(&id);
            if let Some(instance) = kinds.instance_mut(&id) {
                if instance.life.state(time) != Some("Deleting") {
                    instance.life.enter(FAILED, time);
                }
            }
            self.report(kinds, &id, Some(format!("its server {end}")));
        }
    }

    /// Stops the servers that are not wanted. They save their data if it is needed again.
    fn stop_others(&mut self, wanted: &[Wanted], kinds: &mut Kinds, time: Time) {
        let wanted: BTreeSet<_> = wanted.iter().map(|wanted| &wanted.id).collect();
        let others: Vec<_> =
            self.running.keys().filter(|id| !wanted.contains(id)).cloned().collect();
        for id in others {
            let state = kinds.instance(&id).and_then(|instance| instance.life.state(time));
            if matches!(state, None | Some("Deleting")) {
                self.running.remove(&id);
            } else if !self.running.get(&id).is_some_and(Server::goes_on) {
                let problem = self.stop(&id).err();
                if let Some(server) = self.running.get_mut(&id) {
                    server.go_on();
                }
                self.report(kinds, &id, problem);
            }
        }
    }

    fn follow_one(&mut self, wanted: &Wanted, kinds: &mut Kinds, time: Time) {
        let id = &wanted.id;
        let port_of = |servers: &Self, id: &String| Some(servers.running.get(id)?.port);
        let primary = wanted.primary.as_ref().and_then(|id| port_of(self, id));
        if let Some(server) = self.running.get_mut(id) {
            for notice in server.adjust(wanted, primary) {
                self.notify.say(id, &notice);
            }
            return;
        }
        self.changed = true;
        match self.start(wanted, primary) {
            Ok(server) => {
                self.running.insert(id.clone(), server);
                self.report(kinds, id, None);
            }
            Err(problem) => {
                self.failed.insert(id.clone());
                if let Some(instance) = kinds.instance_mut(id) {
                    let is_new = instance.created == time.now
                        || matches!(instance.life.state(time), Some("Creating" | "Starting"));
                    instance.life = if is_new {
                        Lifecycle::since(instance.created, CREATION_FAILED)
                    } else {
                        Lifecycle::since(time.now, FAILED)
                    };
                }
                let problem = format!("its server does not start: {problem}");
                self.report(kinds, id, Some(problem));
            }
        }
    }

    fn start(&mut self, wanted: &Wanted, primary: Option<u16>) -> Result<Server, String> {
        let Wanted { id, kind, version, .. } = wanted;
        let chosen = self.programs.choose(*kind, version).ok_or("there is no program")?;
        let folder = self.make_folder(id).map_err(|error| error.to_string())?;
        let guardian = self.folder.as_ref().map(Folder::guardian).unwrap_or_default();
        let (mut server, notices) = Server::start(&chosen, wanted, primary, &folder, &guardian)?;
        let keys = folder.join(KEYS_FILE);
        match fs::read(&keys) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            text => {
                let text = text.map_err(|error| error.to_string())?;
                let data = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
                server.write(&data)?;
                fs::remove_file(keys).map_err(|error| error.to_string())?;
            }
        }
        for notice in notices {
            self.notify.say(id, &notice);
        }
        if !chosen.fits && self.missing_versions.insert(format!("{kind} {version}")) {
            let notice = format!("{kind} {version} was ordered, {} runs instead", chosen.version);
            self.notify.say(id, &notice);
        }
        Ok(server)
    }

    /// Writes the files of new backups. One of them may have been due before now.
    fn take_backups(&mut self, kinds: &mut Kinds) {
        let of_groups = kinds.redis.backups.owners_of_unwritten();
        let owners: BTreeSet<_> =
            of_groups.chain(kinds.spaces.backups.owners_of_unwritten()).collect();
        for owner in owners {
            if let Some(server) = self.running.get_mut(owner) {
                // A problem is seen again below.
                _ = server.ask_redis(Redis::begin_save);
            }
        }
        let mut saved = BTreeMap::new();
        let mut take = |id: &str, of: &str| -> Option<Result<Written, ()>> {
            let mut used = None;
            let data = match self.running.get_mut(of) {
                Some(server) => {
                    used = server.used().ok();
                    let saved = saved.entry(of.to_owned()).or_insert_with(|| server.save());
                    saved.clone()?
                }
                None => Err("no server".to_owned()),
            };
            let file = self.folder.as_ref()?.backup(id);
            let written = data.and_then(|data| {
                link(&data, &file).and_then(|()| fs::metadata(&file)).map_err(|e| e.to_string())
            });
            self.changed = true;
            if written.is_ok() {
                self.backups.insert(id.to_owned());
            }
            let written = written.map(|file| Written { size: file.len(), used });
            Some(written.map_err(|problem| {
                self.notify.say(id, &format!("the backup failed: {problem}"));
            }))
        };
        kinds.redis.backups.write(&mut take);
        kinds.spaces.backups.write(&mut take);
    }

    /// Removes the data of instances and backups that are gone.
    fn forget_gone(&mut self, kinds: &Kinds) {
        let Some(folder) = &self.folder else { return };
        self.failed.retain(|id| kinds.instance(id).is_some());
        self.folders.retain(|id| {
            let is_kept = kinds.instance(id).is_some();
            if !is_kept {
                // What cannot be removed goes with the whole folder.
                _ = fs::remove_dir_all(folder.server(id));
            }
            is_kept
        });
        self.backups.retain(|id| {
            let is_kept = kinds.redis.backups.has(id) || kinds.spaces.backups.has(id);
            if !is_kept {
                _ = fs::remove_file(folder.backup(id));
            }
            is_kept
        });
    }

    /// Writes addresses to the store. A space may have a new proxy.
    fn show_addresses(&self, kinds: &mut Kinds) {
        for (id, server) in &self.running {
            kinds.show_server(id, ADDRESS, server.port.into(), &server.version);
        }
    }
}

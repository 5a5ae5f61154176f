//! A running server of an instance.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::guardian_input::GuardianInput;
use super::memcached::{self, Memcached};
use super::process::Process;
use super::programs::{Chosen, ServerKind};
use super::redis::{self, NO_RESPONSE, Redis};
use super::wanted::Wanted;

/// Longest time from the start to the first response.
const LONGEST_START: Duration = Duration::from_secs(10);
/// Longest time to save the data and end.
pub(super) const LONGEST_STOP: Duration = Duration::from_secs(10);
const LONGEST_STOP_IF_HUNG: Duration = Duration::from_secs(1);
/// Time to respond for a server that has not responded before.
const AT_ONCE: Duration = Duration::from_millis(50);
/// Starts on different ports, because another process may take a port first.
const MOST_STARTS: u32 = 10;
const PAUSE: Duration = Duration::from_millis(2);
/// Time for which a server that did not respond, or could not save, is not asked again.
const SILENCE: Duration = Duration::from_secs(5);

/// Server with its process and its present properties.
pub(super) struct Server {
    control: Control,
    pub(super) port: u16,
    /// Version that runs.
    pub(super) version: String,
    has: Wanted,
    primary: Option<u16>,
    silent_until: Option<Instant>,
    /// Time until which it goes on, because it could not save.
    goes_on_until: Option<Instant>,
    folder: PathBuf,
    process: Process,
}

enum Control {
    Redis(Redis),
    Memcached(Memcached),
}

impl Server {
    /// Starts a server and waits for its first response. Takes the port of its primary. Returns
    /// what there is to say about it too, or why it does not start.
    pub(super) fn start(
        chosen: &Chosen,
        wanted: &Wanted,
        primary: Option<u16>,
        folder: &Path,
        guardian: &GuardianInput,
    ) -> Result<(Self, Vec<String>), String> {
        let mut notices = Vec::new();
        let mut problem = String::new();
        for _ in 0..MOST_STARTS {
            let port = free_port(wanted.port).map_err(|error| error.to_string())?;
            match Self::start_on(port, chosen, wanted, primary, folder, guardian) {
                Ok(mut server) => {
                    if let Some(taken) = wanted.port.filter(|wanted| *wanted != port) {
                        notices.push(format!("port {taken} is in use; it listens on {port}"));
                    }
                    if let Control::Redis(redis) = &mut server.control {
                        redis.end_at_once();
                        notices.extend(redis.adjust(None, wanted)?);
                    }
                    return Ok((server, notices));
                }
                Err(reason) if reason.contains("ddress already in use") => problem = reason,
                Err(reason) => return Err(reason),
            }
        }
        Err(problem)
    }

    fn start_on(
        port: u16,
        chosen: &Chosen,
        wanted: &Wanted,
        primary: Option<u16>,
        folder: &Path,
        guardian: &GuardianInput,
    ) -> Result<Self, String> {
        let (control, arguments, input) = match wanted.kind {
            ServerKind::Redis => (
                Control::Redis(Redis::new(port, wanted.password.clone())),
                // The configuration is its input, so that no list of processes shows a password.
                vec!["-".to_owned()],
                redis::configuration(wanted, primary, port, folder),
            ),
            ServerKind::Memcached => (
                Control::Memcached(Memcached(port)),
                memcached::arguments(wanted, port),
                String::new(),
            ),
        };
        let process = Process::start(&chosen.path, &arguments, folder, &input, guardian)
            .map_err(|error| format!("{}: {error}", chosen.path.display()))?;
        let mut server = Self {
            control,
            port,
            version: chosen.version.clone(),
            has: wanted.clone(),
            primary,
            silent_until: None,
            goes_on_until: None,
            folder: folder.to_owned(),
            process,
        };
        server.wait_until_it_serves()?;
        Ok(server)
    }

    /// Waits until it serves; loading much data may take longer.
    fn wait_until_it_serves(&mut self) -> Result<(), String> {
        let deadline = Instant::now() + LONGEST_START;
        loop {
            if let Some(end) = self.end() {
                return Err(end);
            }
            let pid = self.process.id();
            let ready = match &mut self.control {
                Control::Redis(redis) => redis.serves(pid),
                Control::Memcached(memcached) => memcached.check(pid).map(|()| true),
            };
            let is_late = Instant::now() >= deadline;
            match ready {
                Ok(serves) if serves || is_late => return Ok(()),
                Err(reason) if is_late => {
                    let seconds = LONGEST_START.as_secs();
                    let output = self.process.last_lines();
                    return Err(format!("no response in {seconds} s: {reason}: {output}"));
                }
                _ => thread::sleep(PAUSE),
            }
        }
    }

    /// Returns how it ended, with the last lines of its output; none as long as it runs.
    pub(super) fn end(&mut self) -> Option<String> {
        let status = self.process.exit_status()?;
        Some(format!("ended with {status}: {}", self.process.last_lines()))
    }

    /// Adapts it to another wish, and returns what there is to say about it.
    pub(super) fn adjust(&mut self, wanted: &Wanted, primary: Option<u16>) -> Vec<String> {
        let (had, new_primary) = (self.has.clone(), primary.filter(|_| primary != self.primary));
        let adjusted = self.ask(|control| match control {
            Control::Redis(redis) => redis.adjust(Some(&had), wanted).and_then(|notices| {
                new_primary.map_or(Ok(()), |primary| redis.replicate(primary)).map(|()| notices)
            }),
            Control::Memcached(memcached) if had.gigabytes != wanted.gigabytes => {
                memcached.adjust(wanted).map(|()| Vec::new())
            }
            Control::Memcached(_) => Ok(Vec::new()),
        });
        if adjusted.as_ref().is_err_and(|problem| problem == NO_RESPONSE) {
            // It is adjusted when it responds again.
            return Vec::new();
        }
        self.has = wanted.clone();
        self.primary = primary;
        adjusted.unwrap_or_else(|problem| vec![problem])
    }

    /// Returns the memory in use, in MB.
    pub(super) fn used(&mut self) -> Result<i64, String> {
        self.ask(|control| match control {
            Control::Redis(redis) => redis.used(),
            Control::Memcached(memcached) => memcached.used(),
        })
    }

    /// Asks a Redis something; none for Memcached.
    pub(super) fn ask_redis<T>(
        &mut self,
        ask: impl FnOnce(&mut Redis) -> Result<T, String>,
    ) -> Option<Result<T, String>> {
        let asked = self.ask(|control| match control {
            Control::Redis(redis) => ask(redis).map(Some),
            Control::Memcached(_) => Ok(None),
        });
        asked.transpose()
    }

    /// Writes the data of a Redis as it is now, and returns its file; none for Memcached.
    pub(super) fn save(&mut self) -> Option<Result<PathBuf, String>> {
        let saved = self.ask_redis(Redis::save)?;
        let file = saved.map(|()| self.folder.join(redis::DATA_FILE));
        Some(file.map_err(|problem| self.with_output(problem)))
    }

    /// Adds the last lines of its output to the problem of a server that responds.
    fn with_output(&self, problem: String) -> String {
        if problem == NO_RESPONSE {
            return problem;
        }
        format!("{problem}: {}", self.process.last_lines())
    }

    /// Writes keys and values.
    pub(super) fn write(&mut self, data: &BTreeMap<String, String>) -> Result<(), String> {
        self.ask(|control| match control {
            Control::Redis(redis) => redis.write(data),
            Control::Memcached(memcached) => memcached.write(data),
        })
    }

    /// Deletes the data of a database, or all data.
    pub(super) fn flush(&mut self, database: Option<usize>) -> Result<(), String> {
        self.ask(|control| match control {
            Control::Redis(redis) => redis.flush(database),
            Control::Memcached(memcached) => memcached.flush(),
        })
    }

    /// Saves its data, if it is a Redis, and ends it. One that cannot save goes on, and is
    /// returned with the reason. One that hangs is killed if it does not end soon.
    pub(super) fn stop(mut self) -> Result<(), (Box<Self>, String)> {
        match self.ask_redis(Redis::shut_down) {
            Some(Err(problem)) if problem != NO_RESPONSE => {
                let problem = self.with_output(problem);
                return Err((Box::new(self), problem));
            }
            Some(Ok(())) => {
                // It is killed if it takes longer.
                self.process.has_ended_by(Instant::now() + LONGEST_STOP);
            }
            Some(Err(_)) => {
                // A stopped process goes on, and may still save.
                self.process.terminate();
                self.process.has_ended_by(Instant::now() + LONGEST_STOP_IF_HUNG);
            }
            None => {}
        }
        Ok(())
    }

    /// Lets it go on for a while, because it cannot save.
    pub(super) fn go_on(&mut self) {
        self.goes_on_until = Some(Instant::now() + SILENCE);
    }

    /// Returns true if it could not save a moment ago.
    pub(super) fn goes_on(&self) -> bool {
        self.goes_on_until.is_some_and(|end| Instant::now() < end)
    }

    /// Asks it to save its data and end, without waiting.
    pub(super) fn terminate(&self) {
        self.process.terminate();
    }

    /// Waits for an end that it was asked for.
    pub(super) fn wait(&mut self, deadline: Instant) {
        self.process.has_ended_by(deadline);
    }

    /// Asks it something. After no response it is asked nothing for a while, so that a server that
    /// hangs does not hang each call.
    fn ask<T>(&mut self, ask: impl FnOnce(&mut Control) -> Result<T, String>) -> Result<T, String> {
        let now = Instant::now();
        self.silent_until = match self.silent_until {
            Some(end) if now < end => Some(end),
            Some(_) if !self.is_alive() => Some(now + SILENCE),
            _ => None,
        };
        if self.silent_until.is_some() {
            return Err(NO_RESPONSE.to_owned());
        }
        let result = ask(&mut self.control);
        if result.as_ref().is_err_and(|problem| problem == NO_RESPONSE) {
            self.silent_until = Some(Instant::now() + SILENCE);
        }
        result
    }

    /// Returns true if it responds at once. Both kinds respond to a line, if only with an error.
    fn is_alive(&self) -> bool {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let response = TcpStream::connect_timeout(&address, AT_ONCE).and_then(|mut stream| {
            stream.set_read_timeout(Some(AT_ONCE))?;
            stream.write_all(b"PING\r\n")?;
            stream.read(&mut [0])
        });
        response.is_ok_and(|size| size > 0)
    }
}

/// Returns this port if it is free, or another one.
fn free_port(wanted: Option<u16>) -> std::io::Result<u16> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match wanted.map(bind) {
        Some(Ok(listener)) => listener,
        _ => bind(0)?,
    };
    Ok(listener.local_addr()?.port())
}

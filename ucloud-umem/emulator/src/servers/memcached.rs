//! Control of a `memcached` through its port, by the few lines of its text protocol that it takes.
//! The client crates bring pools and TLS for as little.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader, ErrorKind, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use super::redis::NO_RESPONSE;
use super::wanted::{MEGABYTE, Wanted};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
const READ_TIMEOUT: Duration = Duration::from_secs(1);

/// Port of a server; each command has its own connection.
pub(super) struct Memcached(pub(super) u16);

/// Returns the arguments to start with.
pub(super) fn arguments(wanted: &Wanted, port: u16) -> Vec<String> {
    let port = port.to_string();
    let memory = megabytes(wanted).to_string();
    let mut arguments = vec!["-l", "127.0.0.1", "-p", &port, "-U", "0", "-m", &memory];
    #[cfg(unix)]
    if rustix::process::getuid().is_root() {
        // Without it memcached refuses to run.
        arguments.extend(["-u", "root"]);
    }
    arguments.into_iter().map(str::to_owned).collect()
}

fn megabytes(wanted: &Wanted) -> i64 {
    wanted.gigabytes.saturating_mul(1024)
}

impl Memcached {
    /// Fails if it does not serve, and for another process than this one.
    pub(super) fn check(&self, pid: u32) -> Result<(), String> {
        if self.ask("stats")?.contains(&format!("STAT pid {pid}")) {
            Ok(())
        } else {
            Err("another server listens on its port".to_owned())
        }
    }

    /// Changes its memory.
    pub(super) fn adjust(&self, to: &Wanted) -> Result<(), String> {
        self.order(&format!("cache_memlimit {}", megabytes(to)))
    }

    /// Deletes all data.
    pub(super) fn flush(&self) -> Result<(), String> {
        self.order("flush_all")
    }

    /// Writes keys and values.
    pub(super) fn write(&self, data: &BTreeMap<String, String>) -> Result<(), String> {
        let mut connection = self.connect().map_err(|error| problem(&error))?;
        for (key, value) in data {
            let set = format!("set {key} 0 0 {}\r\n{value}", value.len());
            let lines = exchange(&mut connection, &set).map_err(|error| problem(&error))?;
            if lines != ["STORED"] {
                return Err(format!("cannot set `{key}`: {}", lines.join(" ")));
            }
        }
        Ok(())
    }

    /// Sends a command whose response is `OK`.
    fn order(&self, command: &str) -> Result<(), String> {
        match &*self.ask(command)? {
            [line] if line == "OK" => Ok(()),
            lines => Err(lines.join(" ")),
        }
    }

    /// Returns the memory that its items use, in MB, rounded up.
    pub(super) fn used(&self) -> Result<i64, String> {
        let lines = self.ask("stats")?;
        let bytes = lines.iter().find_map(|line| line.strip_prefix("STAT bytes "));
        let bytes = bytes.and_then(|bytes| bytes.parse::<i64>().ok());
        let bytes = bytes.ok_or("its stats have no bytes")?;
        Ok(bytes.div_euclid(MEGABYTE) + i64::from(bytes % MEGABYTE > 0))
    }

    /// Sends a command and returns the lines of its response.
    fn ask(&self, command: &str) -> Result<Vec<String>, String> {
        let lines = self.connect().and_then(|mut connection| exchange(&mut connection, command));
        lines.map_err(|error| problem(&error))
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.0));
        let stream = TcpStream::connect_timeout(&address, CONNECT_TIMEOUT)?;
        stream.set_read_timeout(Some(READ_TIMEOUT))?;
        stream.set_write_timeout(Some(READ_TIMEOUT))?;
        Ok(BufReader::new(stream))
    }
}

fn exchange(connection: &mut BufReader<TcpStream>, command: &str) -> io::Result<Vec<String>> {
    connection.get_mut().write_all(format!("{command}\r\n").as_bytes())?;
    let mut lines = Vec::new();
    for line in connection.lines() {
        let line = line?;
        let is_last = !line.starts_with("STAT ");
        lines.push(line);
        if is_last {
            return Ok(lines);
        }
    }
    Err(ErrorKind::UnexpectedEof.into())
}

fn problem(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut => NO_RESPONSE.to_owned(),
        _ => error.to_string(),
    }
}

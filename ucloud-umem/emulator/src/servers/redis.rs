//! Control of a `redis-server` through its port.

use std::collections::BTreeMap;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use redis::{Cmd, Connection, ConnectionAddr, FromRedisValue, IntoConnectionInfo as _};
use redis::{RedisConnectionInfo, RedisError, Value, cmd};

use super::scan::scan;
use super::wanted::{GIGABYTE, MEGABYTE, Wanted};
use crate::scanned_key::{FoundKey, ScanKind};
use ucloud_umem::Password;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
const READ_TIMEOUT: Duration = Duration::from_secs(1);
/// Longest time for a server that has just responded to work on all of its data.
const WORK_TIMEOUT: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_millis(20);

/// Problem of a server that hangs.
pub(super) const NO_RESPONSE: &str = "its server does not respond";

/// Name of our connections, which applications do not have.
const CLIENT_NAME: &str = "umem-emulator";
/// Name of the file with the data.
pub(super) const DATA_FILE: &str = "dump.rdb";
/// Entries of a slow log that are read, which are as many as Redis keeps.
const SLOW_LOG: usize = 128;

/// Setting that only the configuration file can have.
const AT_START_ONLY: &str = "databases";

/// Connection to a server, which is made again when it breaks.
pub(super) struct Redis {
    port: u16,
    password: Password,
    connection: Option<Connection>,
    /// True if it has begun to save for the next [`save`](Self::save).
    is_saving: bool,
}

/// Entry of a slow log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SlowCommand {
    /// In Unix seconds.
    pub(crate) started: i64,
    pub(crate) microseconds: i64,
    pub(crate) command: String,
    /// Address and port; empty before Redis 4.
    pub(crate) client: String,
}

/// Problem of a command, in a sentence.
type Result<T> = std::result::Result<T, String>;

/// Returns the configuration to start with. The rest is set when the server runs, so that what a
/// version does not know does not keep it from starting.
pub(super) fn configuration(
    wanted: &Wanted,
    primary: Option<u16>,
    port: u16,
    folder: &Path,
) -> String {
    let folder = quoted(&folder.to_string_lossy());
    let memory = memory(wanted);
    let mut text = format!(
        "bind 127.0.0.1\nport {port}\ndir {folder}\ndbfilename {DATA_FILE}\nmaxmemory {memory}\n"
    );
    // It saves when it is asked to end, and rarely otherwise. A backup that fails does not stop its
    // clients. A replica gets the data at once.
    text.push_str("save 3600 1\nstop-writes-on-bgsave-error no\nrepl-diskless-sync-delay 0\n");
    if let Some(databases) = wanted.settings.get(AT_START_ONLY) {
        text.push_str(&format!("{AT_START_ONLY} {databases}\n"));
    }
    let password = wanted.password.reveal();
    if !password.is_empty() {
        let password = quoted(password);
        text.push_str(&format!("requirepass {password}\nmasterauth {password}\n"));
    }
    if let Some(primary) = primary {
        text.push_str(&format!("slaveof 127.0.0.1 {primary}\n"));
    }
    text
}

fn memory(wanted: &Wanted) -> String {
    wanted.gigabytes.saturating_mul(GIGABYTE).to_string()
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Redis {
    pub(super) fn new(port: u16, password: Password) -> Self {
        Self { port, password, connection: None, is_saving: false }
    }

    /// Returns true if it serves, and false if it is still loading its data. Fails for another
    /// process than this one.
    pub(super) fn serves(&mut self, pid: u32) -> Result<bool> {
        let info: String = self.ask(&cmd("INFO"))?;
        let field = |name: &str| info.lines().find_map(|line| line.trim_end().strip_prefix(name));
        if field("process_id:") != Some(&*pid.to_string()) {
            return Err("another server listens on its port".to_owned());
        }
        Ok(field("loading:") != Some("1"))
    }

    /// Sets what differs between two wishes, and returns problems of single settings.
    pub(super) fn adjust(&mut self, from: Option<&Wanted>, to: &Wanted) -> Result<Vec<String>> {
        let differs = |read: fn(&Wanted) -> &str| from.is_none_or(|from| read(from) != read(to));
        if differs(|wanted| wanted.password.reveal()) && from.is_some() {
            let password = to.password.reveal();
            self.set("masterauth", password)?;
            self.set("requirepass", password)?;
            self.password = to.password.clone();
        }
        if from.is_some_and(|from| from.gigabytes != to.gigabytes) {
            self.set("maxmemory", &memory(to))?;
        }
        let mut problems = Vec::new();
        for (name, value) in &to.settings {
            if from.is_some_and(|from| from.settings.get(name) == Some(value)) {
                continue;
            }
            if name == AT_START_ONLY {
                if from.is_some() {
                    problems.push(format!("{name} changes at the next restart"));
                }
            } else if let Err(problem) = self.set(name, value) {
                problems.push(format!("{name} {value} is left out: {problem}"));
            }
        }
        Ok(problems)
    }

    /// Lets replicas that are gone not delay the end. Only Redis 7 and later know the setting.
    pub(super) fn end_at_once(&mut self) {
        _ = self.set("shutdown-timeout", "0");
    }

    fn set(&mut self, name: &str, value: &str) -> Result<()> {
        self.ask(cmd("CONFIG").arg("SET").arg(name).arg(value))
    }

    /// Replicates the server at this port.
    pub(super) fn replicate(&mut self, primary: u16) -> Result<()> {
        self.ask(cmd("SLAVEOF").arg("127.0.0.1").arg(primary))
    }

    /// Writes keys and values.
    pub(super) fn write(&mut self, data: &BTreeMap<String, String>) -> Result<()> {
        if data.is_empty() {
            return Ok(());
        }
        let mut command = cmd("MSET");
        for (key, value) in data {
            command.arg(key).arg(value);
        }
        command.query(self.ready_to_work()?).map_err(|error| problem(&error))
    }

    /// Deletes the data of a database, or all of it.
    pub(super) fn flush(&mut self, database: Option<usize>) -> Result<()> {
        let mut flush = redis::pipe();
        match database {
            Some(database) => flush.cmd("SELECT").arg(database).ignore().cmd("FLUSHDB").ignore(),
            None => flush.cmd("FLUSHALL").ignore(),
        };
        let connection = self.ready_to_work()?;
        let flushed = flush.query::<()>(connection);
        // The next command needs database 0 again.
        self.connection = None;
        flushed.map_err(|error| problem(&error))
    }

    /// Writes its data as it is at this moment to [`DATA_FILE`]. Its clients go on meanwhile.
    pub(super) fn save(&mut self) -> Result<()> {
        let saved = self.finish_save();
        self.is_saving = false;
        saved
    }

    fn finish_save(&mut self) -> Result<()> {
        let deadline = Instant::now() + WORK_TIMEOUT;
        loop {
            if self.is_saving || self.begin_save()? {
                let info: String = self.ask(cmd("INFO").arg("persistence"))?;
                if info.contains("rdb_bgsave_in_progress:0") {
                    let is_saved = info.contains("rdb_last_bgsave_status:ok");
                    return is_saved.then_some(()).ok_or_else(|| "BGSAVE failed".to_owned());
                }
            }
            if Instant::now() >= deadline {
                return Err(format!("BGSAVE takes more than {} s", WORK_TIMEOUT.as_secs()));
            }
            thread::sleep(PAUSE);
        }
    }

    /// Begins to save, so that many servers save at once. Returns false if it is busy.
    pub(super) fn begin_save(&mut self) -> Result<bool> {
        match self.query::<Value>(&cmd("BGSAVE"), READ_TIMEOUT) {
            Ok(_) => self.is_saving = true,
            // A replica is being sent the data.
            Err(error) if is_busy(&error) => {}
            Err(error) => return Err(problem(&error)),
        }
        Ok(self.is_saving)
    }

    /// Returns the connection for a command that may take long, if the server responds now.
    fn ready_to_work(&mut self) -> Result<&mut Connection> {
        self.ask::<()>(&cmd("PING"))?;
        let connection = self.connected().map_err(|error| problem(&error))?;
        connection.set_read_timeout(Some(WORK_TIMEOUT)).map_err(|error| problem(&error))?;
        Ok(connection)
    }

    /// Asks it to save its data and to end. A server that ends sends no response; one that cannot
    /// save sends an error. A server that refuses us, because a client has changed its password,
    /// is like one that hangs.
    pub(super) fn shut_down(&mut self) -> Result<()> {
        let connection = self.ready_to_work().map_err(|_| NO_RESPONSE)?;
        match cmd("SHUTDOWN").arg("SAVE").query::<()>(connection) {
            Err(error) if !error.is_connection_dropped() && !error.is_io_error() => {
                Err(problem(&error))
            }
            _ => Ok(()),
        }
    }

    /// Returns the memory in use, in MB, rounded up.
    pub(super) fn used(&mut self) -> Result<i64> {
        let info: String = self.ask(cmd("INFO").arg("memory"))?;
        let line = info.lines().find_map(|line| line.strip_prefix("used_memory:"));
        let bytes = line.and_then(|bytes| bytes.trim().parse::<i64>().ok());
        let bytes = bytes.ok_or("INFO memory has no used_memory")?;
        Ok(bytes.div_euclid(MEGABYTE) + i64::from(bytes % MEGABYTE > 0))
    }

    /// Returns its slow commands, newest first.
    pub(super) fn slow_log(&mut self) -> Result<Vec<SlowCommand>> {
        let entries: Vec<Vec<Value>> = self.ask(cmd("SLOWLOG").arg("GET").arg(SLOW_LOG))?;
        Ok(entries.iter().filter_map(|entry| slow_command(entry)).collect())
    }

    /// Returns the addresses of the clients, without ports and with repetitions. Replicas and the
    /// emulator are not among them.
    pub(super) fn clients(&mut self) -> Result<Vec<String>> {
        let list: String = self.ask(cmd("CLIENT").arg("LIST"))?;
        Ok(list.lines().filter_map(client_address).collect())
    }

    /// Finds its biggest or its most used keys.
    pub(super) fn scan(&mut self, kind: ScanKind) -> Result<Vec<FoundKey>> {
        let found = scan(self.ready_to_work()?, kind);
        if found.as_ref().is_err_and(RedisError::is_io_error) {
            self.connection = None;
        }
        found.map_err(|error| problem(&error))
    }

    /// Sends a command and reads its response.
    fn ask<T: FromRedisValue>(&mut self, command: &Cmd) -> Result<T> {
        self.query(command, READ_TIMEOUT).map_err(|error| problem(&error))
    }

    fn query<T: FromRedisValue>(
        &mut self,
        command: &Cmd,
        timeout: Duration,
    ) -> std::result::Result<T, RedisError> {
        let was_connected = self.connection.is_some();
        let result = self.query_once(command, timeout);
        match result {
            // The server closes idle connections if a setting tells it to.
            Err(error) if was_connected && error.is_connection_dropped() => {
                self.query_once(command, timeout)
            }
            result => result,
        }
    }

    fn query_once<T: FromRedisValue>(
        &mut self,
        command: &Cmd,
        timeout: Duration,
    ) -> std::result::Result<T, RedisError> {
        let connection = self.connected()?;
        connection.set_read_timeout(Some(timeout))?;
        let result = command.query(connection);
        if result.as_ref().is_err_and(RedisError::is_io_error) {
            self.connection = None;
        }
        result
    }

    fn connected(&mut self) -> std::result::Result<&mut Connection, RedisError> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        Ok(self.connection.insert(connection))
    }

    fn connect(&self) -> std::result::Result<Connection, RedisError> {
        let mut settings = RedisConnectionInfo::default().set_skip_set_lib_name();
        if !self.password.reveal().is_empty() {
            settings = settings.set_password(self.password.reveal());
        }
        let address = ConnectionAddr::Tcp("127.0.0.1".to_owned(), self.port);
        let info = address.into_connection_info()?.set_redis_settings(settings);
        let client = redis::Client::open(info)?;
        let mut connection = client.get_connection_with_timeout(CONNECT_TIMEOUT)?;
        connection.set_read_timeout(Some(READ_TIMEOUT))?;
        connection.set_write_timeout(Some(READ_TIMEOUT))?;
        match cmd("CLIENT").arg("SETNAME").arg(CLIENT_NAME).query::<()>(&mut connection) {
            Err(error) if error.is_timeout() => Err(error),
            // Without a name it is only listed among the clients.
            _ => Ok(connection),
        }
    }
}

/// Returns true if the server is writing its data already.
fn is_busy(error: &RedisError) -> bool {
    error.to_string().contains("ackground save already in progress")
        || error.to_string().contains("can't BGSAVE right now")
}

fn problem(error: &RedisError) -> String {
    if error.is_timeout() { NO_RESPONSE.to_owned() } else { error.to_string() }
}

fn slow_command(entry: &[Value]) -> Option<SlowCommand> {
    let [_, started, microseconds, words, rest @ ..] = entry else { return None };
    let words: Vec<Vec<u8>> = redis::from_redis_value_ref(words).ok()?;
    let words: Vec<_> = words.iter().map(|word| String::from_utf8_lossy(word)).collect();
    let client = rest.first().and_then(|client| redis::from_redis_value_ref(client).ok());
    Some(SlowCommand {
        started: redis::from_redis_value_ref(started).ok()?,
        microseconds: redis::from_redis_value_ref(microseconds).ok()?,
        command: words.join(" "),
        client: client.unwrap_or_default(),
    })
}

/// Returns the address in a line of `CLIENT LIST`, unless it is of a replica or ours.
fn client_address(line: &str) -> Option<String> {
    let field = |name: &str| line.split(' ').find_map(|field| field.strip_prefix(name));
    let is_replica = field("flags=").is_some_and(|flags| flags.contains(['S', 'M']));
    if is_replica || field("name=") == Some(CLIENT_NAME) {
        return None;
    }
    let (address, _) = field("addr=")?.rsplit_once(':')?;
    Some(address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_quoted() {
        assert_eq!(quoted(r#"a"b\c#d"#), r#""a\"b\\c#d""#);
    }

    #[test]
    fn only_clients_of_applications_count() {
        let line = "id=3 addr=127.0.0.1:5000 name= flags=N cmd=get";
        assert_eq!(client_address(line).as_deref(), Some("127.0.0.1"));
        for other in [
            "id=4 addr=127.0.0.1:5000 name=umem-emulator flags=N",
            "id=5 addr=127.0.0.1:1 name= flags=S",
        ] {
            assert_eq!(client_address(other), None, "{other}");
        }
    }
}

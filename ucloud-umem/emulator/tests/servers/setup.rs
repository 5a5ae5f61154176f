//! Emulators with real servers, calls, and clients of the servers.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use redis::{Connection, ConnectionAddr, IntoConnectionInfo as _, RedisConnectionInfo, cmd};
use serde_json::{Value, json};
use ucloud_umem::{Client, Credentials, Timestamp};
use umem_emulator::{Clock, Emulator, EmulatorBuilder, Server};

/// Longest time for something that should happen soon.
pub(crate) const LONGEST: Duration = Duration::from_secs(20);

/// Finds a program. If there is none, the test is to end: that is an error only if the environment
/// says so.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let found =
        env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file());
    if found.is_none() {
        let needed = env::var_os("UMEM_EMULATOR_NEEDS_SERVERS").is_some_and(|value| value == "1");
        assert!(!needed, "{name} is missing");
        eprintln!("SKIPPED: {name} is missing, real servers were NOT tested");
    }
    found
}

/// An emulator with real servers in this process, and what it said of them.
pub(crate) struct RealBox {
    pub(crate) emulator: Emulator,
    pub(crate) client: Client,
    messages: Arc<Mutex<Vec<String>>>,
}

impl RealBox {
    pub(crate) fn build(builder: EmulatorBuilder) -> Self {
        let messages = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&messages);
        let on_message = move |message: &str| sink.lock().unwrap().push(message.to_owned());
        let emulator = builder.on_message(on_message).step(Duration::ZERO).build();
        Self { client: emulator.client(), emulator, messages }
    }

    /// Makes an emulator with `redis-server`; none where it is missing.
    pub(crate) fn with_redis() -> Option<Self> {
        let redis = program("redis-server")?;
        Some(Self::build(Emulator::builder().redis_server(redis)))
    }

    /// Makes one whose clock is stopped at this second.
    pub(crate) fn with_stopped_clock(second: i64) -> Option<Self> {
        let redis = program("redis-server")?;
        let clock = Clock::stopped_at(Timestamp::from_unix_seconds(second));
        Some(Self::build(Emulator::builder().redis_server(redis).clock(clock)))
    }

    pub(crate) fn messages(&self) -> Vec<String> {
        self.messages.lock().unwrap().clone()
    }

    pub(crate) async fn call(&self, action: &str, parameters: Value) -> Value {
        call(&self.client, action, parameters).await
    }

    pub(crate) async fn refused(&self, action: &str, parameters: Value) -> String {
        refused(&self.client, action, parameters).await
    }

    pub(crate) async fn group(&self, id: &str) -> Value {
        group(&self.client, id).await
    }

    /// Creates a group and returns its id.
    pub(crate) async fn create_group(&self, more: Value) -> String {
        create_group(&self.client, more).await
    }
}

/// Calls an action with success.
pub(crate) async fn call(client: &Client, action: &str, parameters: Value) -> Value {
    let response = client.action(action).params(parameters).send().await;
    let response = response.unwrap_or_else(|error| panic!("{action}: {error}"));
    response.value
}

/// Calls an action that is refused, and returns the error.
pub(crate) async fn refused(client: &Client, action: &str, parameters: Value) -> String {
    client.action(action).params(parameters).send().await.expect_err(action).to_string()
}

pub(crate) async fn create_group(client: &Client, more: Value) -> String {
    let mut order = json!({ "Name": "a-group", "HighAvailability": "enable" });
    order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let created = call(client, "CreateURedisGroup", order).await;
    created["GroupId"].as_str().unwrap().to_owned()
}

/// Returns the row of a group.
pub(crate) async fn group(client: &Client, id: &str) -> Value {
    let listed = call(client, "DescribeURedisGroup", json!({ "GroupId": id })).await;
    listed["DataSet"][0].clone()
}

/// Returns the row of a space.
pub(crate) async fn space(client: &Client, id: &str) -> Value {
    let listed = call(client, "DescribeUMemSpace", json!({ "SpaceId": id })).await;
    listed["DataSet"][0].clone()
}

/// Connects to the server of a group, or of a space, as an application does.
pub(crate) fn connect(row: &Value, password: &str) -> Connection {
    try_connect(row, password).expect("a connection")
}

pub(crate) fn try_connect(row: &Value, password: &str) -> redis::RedisResult<Connection> {
    let address = row["Address"].get(0).unwrap_or(row);
    let host = address.get("IP").or(address.get("VirtualIP")).and_then(Value::as_str).unwrap();
    assert_eq!(host, "127.0.0.1");
    let mut connection = connect_to(port(row), password)?;
    // Without a password that it needs, the server refuses the first command.
    cmd("PING").query::<()>(&mut connection)?;
    Ok(connection)
}

pub(crate) fn port(row: &Value) -> u16 {
    let address = row["Address"].get(0).unwrap_or(row);
    u16::try_from(address["Port"].as_u64().unwrap()).unwrap()
}

fn connect_to(port: u16, password: &str) -> redis::RedisResult<Connection> {
    let mut settings = RedisConnectionInfo::default();
    if !password.is_empty() {
        settings = settings.set_password(password);
    }
    let address = ConnectionAddr::Tcp("127.0.0.1".to_owned(), port);
    let info = address.into_connection_info()?.set_redis_settings(settings);
    redis::Client::open(info)?.get_connection_with_timeout(LONGEST)
}

/// Writes so many keys of several types, and returns all of the data.
pub(crate) fn fill(connection: &mut Connection, keys: usize) -> BTreeMap<String, String> {
    for first in (0..keys).step_by(1000) {
        let mut pipe = redis::pipe();
        for n in first..keys.min(first + 1000) {
            match n % 10 {
                0 => pipe.cmd("HSET").arg(format!("hash:{n}")).arg("field").arg(n).ignore(),
                1 => pipe.cmd("RPUSH").arg(format!("list:{n}")).arg(n).arg("end").ignore(),
                _ => pipe.cmd("SET").arg(format!("key:{n}")).arg(format!("value {n}")).ignore(),
            };
        }
        pipe.query::<()>(connection).expect("keys");
    }
    let data = data(connection);
    assert_eq!(data.len(), keys);
    data
}

/// Returns all keys of database 0 with their values.
pub(crate) fn data(connection: &mut Connection) -> BTreeMap<String, String> {
    let keys: Vec<String> = cmd("KEYS").arg("*").query(connection).expect("keys");
    let mut all = BTreeMap::new();
    for keys in keys.chunks(1000) {
        let mut pipe = redis::pipe();
        for key in keys {
            match key.split(':').next() {
                Some("hash") => pipe.cmd("HGETALL").arg(key),
                Some("list") => pipe.cmd("LRANGE").arg(key).arg(0).arg(-1),
                _ => pipe.cmd("GET").arg(key),
            };
        }
        let values: Vec<redis::Value> = pipe.query(connection).expect("values");
        let values = values.iter().map(|value| format!("{value:?}"));
        all.extend(keys.iter().cloned().zip(values));
    }
    all
}

pub(crate) fn ask(connection: &mut Connection, words: &str) -> String {
    let mut words = words.split(' ');
    let mut command = cmd(words.next().unwrap());
    words.for_each(|word| _ = command.arg(word));
    let value: redis::Value = command.query(connection).expect("a response");
    match value {
        redis::Value::Array(values) => format!("{:?}", values.last()),
        other => redis::from_redis_value(other.clone()).unwrap_or_else(|_| format!("{other:?}")),
    }
}

/// Loads a file in a fresh server of our own, and returns all of its data.
pub(crate) fn load(file: &Path) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(file, folder.path().join("dump.rdb")).expect("a copy");
    let port = free_port();
    let server = Command::new("redis-server")
        .args(["--bind", "127.0.0.1", "--save", "", "--port", &port.to_string(), "--dir"])
        .arg(folder.path())
        .stdout(Stdio::null())
        .spawn();
    let _server = Ended(server.expect("redis-server"));
    let mut connection = None;
    eventually("it loads the file", || {
        connection = connect_to(port, "").ok().filter(|_| true);
        let loaded = connection.as_mut().map(|connection| {
            cmd("INFO").arg("persistence").query::<String>(connection).unwrap_or_default()
        });
        loaded.is_some_and(|info| info.contains("loading:0"))
    });
    data(&mut connection.unwrap())
}

pub(crate) fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}

/// Child that is killed when it is dropped.
pub(crate) struct Ended(pub(crate) Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// The command with real servers, whose folder for temporary files is this one.
pub(crate) struct Running {
    pub(crate) child: Ended,
    pub(crate) url: String,
}

impl Running {
    pub(crate) fn start(redis: &Path, temporary: &Path, more: &[&str]) -> Self {
        let redis = ["--redis-server", redis.to_str().unwrap()];
        Self::start_with(temporary, &[&redis, more].concat())
    }

    pub(crate) fn start_without_servers(temporary: &Path) -> Self {
        Self::start_with(temporary, &[])
    }

    fn start_with(temporary: &Path, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_umem-emulator"))
            .args(["--listen", "127.0.0.1:0", "--step-ms", "0"])
            .args(options)
            .env("TMPDIR", temporary)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim_end().strip_prefix("listening on ").expect(&line).to_owned();
        Self { child: Ended(child), url }
    }

    pub(crate) fn id(&self) -> String {
        self.child.0.id().to_string()
    }
}

/// Sends a signal to a server, and returns its process id.
pub(crate) fn kill(connection: &mut Connection, name: &str) -> String {
    let info = ask(connection, "INFO server");
    let pid = info.lines().find_map(|line| line.strip_prefix("process_id:")).unwrap();
    signal(pid, name);
    pid.to_owned()
}

pub(crate) fn signal(pid: &str, name: &str) {
    let status = Command::new("kill").args([&format!("-{name}"), pid]).status();
    assert!(status.unwrap().success());
}

pub(crate) fn wait(child: &mut Child) {
    let deadline = Instant::now() + LONGEST;
    while child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < deadline, "it does not end");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until something is true.
pub(crate) fn eventually(what: &str, mut is_true: impl FnMut() -> bool) {
    let deadline = Instant::now() + LONGEST;
    while !is_true() {
        assert!(Instant::now() < deadline, "not in time: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

/// Gets JSON from a path of a server.
pub(crate) fn get(server: &Server, path: &str) -> Value {
    let body = get_text(server, path);
    serde_json::from_str(&body).expect(&body)
}

/// Gets the body of a response.
pub(crate) fn get_text(server: &Server, path: &str) -> String {
    let url = server.url();
    let address = url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(LONGEST)).expect("a timeout");
    let head = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).expect("a request");
    let mut response = String::new();
    stream.read_to_string(&mut response).expect("a response");
    let (_, body) = response.split_once("\r\n\r\n").expect("a body");
    body.to_owned()
}

/// Returns a client of a server.
pub(crate) fn http_client(server: &Server) -> Client {
    client_of(&server.url())
}

pub(crate) fn client_of(url: &str) -> Client {
    let builder = Client::builder().credentials(Credentials::new("emulator", "emulator"));
    builder.region("cn-bj2").zone("cn-bj2-05").base_url(url).build().unwrap()
}

/// Returns the ids of the processes that work in a folder, guardians included.
#[cfg(target_os = "linux")]
pub(crate) fn processes_in(folder: &Path) -> Vec<u32> {
    let processes = fs::read_dir("/proc").expect("processes").filter_map(Result::ok);
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let is_in = |id: &u32| {
        let name = folder.to_string_lossy();
        let cwd = fs::read_link(format!("/proc/{id}/cwd")).unwrap_or_default();
        let command = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        cwd.to_string_lossy().contains(&*name) || String::from_utf8_lossy(&command).contains(&*name)
    };
    ids.filter(is_in).collect()
}

/// Returns the folders of emulators in a folder for temporary files.
pub(crate) fn folders_in(temporary: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(temporary).expect("a folder").filter_map(Result::ok);
    let names = entries.map(|entry| entry.path());
    names.filter(|path| path.to_string_lossy().contains("umem-emulator-")).collect()
}

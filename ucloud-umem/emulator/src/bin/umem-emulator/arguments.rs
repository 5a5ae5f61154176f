//! Arguments of the command line.

use std::ffi::OsString;
use std::fmt;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::path::PathBuf;
use std::time::Duration;

use lexopt::prelude::*;
use ucloud_umem::transport::Fault;
use umem_emulator::{Emulator, Error, parse_fault};

pub(crate) const HELP: &str = "\
UMem in a box: the API of UCloud's managed Redis and Memcached, emulated over HTTP.

Usage: umem-emulator [OPTIONS]

When it is ready it prints one line, `listening on http://ADDRESS:PORT`. Ctrl-C and SIGTERM stop it; requests under
way may take 5 s more.

Options:
  --listen ADDRESS:PORT   address to listen on; port 0 takes a free one [127.0.0.1:8080]
  --allow-remote          allow an address that other machines can reach; they then control the emulator
  --allow-host NAME       host name for the page, control paths and instance metadata, such as a container's name; IP
                          addresses and localhost are always allowed; repeatable
  --public-key KEY        public key of the one account [emulator]
  --private-key KEY       its private key [emulator]; other users of the machine can see it
  --bearer-token TOKEN    access token that calls may send as `Authorization: Bearer`, in place of a signature;
                          repeatable
  --channel-key KEY       key that every call must send as the header `channel-key`, as on a dedicated channel
  --unsigned              accept calls without a check of keys, tokens and signatures
  --step-ms N             duration of a state such as `Starting`, in milliseconds [200]
  --list-lag-ms N         time after which lists show a new resource, in milliseconds [0]
  --state-file FILE       keep resources and clock in this JSON file, with passwords in plain text; the next start with
                          it goes on from there, and adds no seeds
  --seed-file FILE        resources with all facts, such as states, expiry and backups, in YAML or JSON; repeatable
  --seed-schema           print the JSON Schema of such a file, and end
  --seed-space ID[=N]     a distributed Redis space with N finished backups, at most 10000 [0]; repeatable
  --seed-group ID[=N]     a Redis group with N finished backups, at most 10000 [0]; repeatable
  --seed-memcache ID      a Memcached group; repeatable
  --redis-server PATH     program of real Redis servers, one for each Redis group and space; VERSION=PATH, such as
                          7.0=/opt/redis/redis-server, is for one version; repeatable
  --memcached PATH        program of real Memcached servers, one for each Memcached group
  --fault SPEC            a fault on the way to the service, see below; repeatable
  --log                   a line per call on standard error, without secrets: time, action, form, RetCode, HTTP status,
                          duration, request id; lines that nobody reads are dropped and counted
  --help, --version

Faults: [ACTION:]FAULT[:times=N][:after=N][:chance=P[:seed=N]]
  latency=300ms           the call takes this much longer (`ms` or `s`)
  refused, cut            the connection closes before the service receives the call
  lost-response           the service executes the call, then the connection closes
  half-body               the response breaks off in the middle
  status=503              this HTTP status, without JSON
  too-many-requests=3     HTTP 429 with a `Retry-After` of 3 s
  not-json                a web page, with HTTP 200
  throttled               RetCode 153
  ret-code=130            this RetCode
  times=N                 happens N times [always]
  after=N                 lets N calls pass first [0]
  chance=P, seed=N        happens with this probability, 0 to 1; the same seed chooses the same calls [1, 0]
  The first matching fault applies; latencies add up. A fault without ACTION matches every call.

  umem-emulator --seed-space uredis-abc=3 --fault CreateUMemBackup:lost-response:times=1 --fault latency=20ms:chance=0.1

Calls go to / or /api/, signed, as GET, as POST of a form or as POST of JSON. A browser finds a page at /. Beside them,
unsigned, with bodies of the type application/json:
  GET    /healthz
  POST   /_emulator/reset      deletes resources, faults, calls, temporary keys and added access tokens
  POST   /_emulator/seed       the document of --seed-file, as application/yaml too, for example
                               {\"spaces\": [{\"id\": \"umem-a\", \"backups\": 3}]}; responds with the ids
  POST   /_emulator/clock      {\"advance_ms\": 1000}; GET shows it
  POST   /_emulator/list_lag   {\"list_lag_ms\": 500}; GET shows it
  POST   /_emulator/tokens     {\"token\": \"TOKEN\", \"expires_in_s\": 3600} adds an access token; DELETE revokes them
  POST   /_emulator/faults     {\"faults\": [\"CreateUMemSpace:status=503:times=2\"]}; GET lists them, DELETE clears them
  GET    /_emulator/state      resources with their states and backups, clock and faults, without secrets
  GET    /_emulator/calls      number of calls, of unknown actions too, and the last 100 with their parameters
  GET    /_emulator/downloads/BACKUP_ID.rdb
  GET    /meta-data/...        instance metadata: temporary keys of the account, region and zone
";

/// Command to run.
#[derive(Debug)]
pub(crate) enum Command {
    Help,
    Version,
    SeedSchema,
    Serve(Box<Arguments>),
}

/// Adds a resource of this id with so many backups.
type Seed = fn(&Emulator, &str, u32) -> Result<(), Error>;

/// A resource to begin with.
#[derive(Debug)]
pub(crate) struct SeedOption {
    /// The option that asks for it.
    pub(crate) name: &'static str,
    pub(crate) seed: Seed,
    pub(crate) id: String,
    pub(crate) backups: u32,
}

/// A program of real servers.
#[derive(Debug)]
pub(crate) enum ServerOption {
    /// It may be for one version only.
    Redis(Option<String>, PathBuf),
    Memcached(PathBuf),
}

/// Options of the server.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) listen: SocketAddr,
    pub(crate) allow_remote: bool,
    pub(crate) unsigned: bool,
    pub(crate) state_file: Option<PathBuf>,
    pub(crate) public_key: String,
    pub(crate) private_key: String,
    pub(crate) bearer_tokens: Vec<String>,
    pub(crate) channel_key: Option<String>,
    pub(crate) step: Duration,
    pub(crate) list_lag: Duration,
    pub(crate) allowed_hosts: Vec<String>,
    pub(crate) seed_files: Vec<PathBuf>,
    pub(crate) seeds: Vec<SeedOption>,
    pub(crate) servers: Vec<ServerOption>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) log: bool,
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            allow_remote: false,
            unsigned: false,
            state_file: None,
            public_key: "emulator".to_owned(),
            private_key: "emulator".to_owned(),
            bearer_tokens: Vec::new(),
            channel_key: None,
            step: Duration::from_millis(200),
            list_lag: Duration::ZERO,
            allowed_hosts: Vec::new(),
            seed_files: Vec::new(),
            seeds: Vec::new(),
            servers: Vec::new(),
            faults: Vec::new(),
            log: false,
        }
    }
}

/// Reads the command line, or says what is wrong with it.
pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut arguments = Arguments::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("listen") => {
                arguments.listen = value(&mut parser, "--listen", address)?;
            }
            Long("allow-remote") => arguments.allow_remote = true,
            Long("unsigned") => arguments.unsigned = true,
            Long("state-file") => arguments.state_file = Some(parser.value()?.into()),
            Long("public-key") => {
                arguments.public_key = value(&mut parser, "--public-key", key)?;
            }
            Long("private-key") => {
                arguments.private_key = value(&mut parser, "--private-key", key)?;
            }
            Long("bearer-token") => {
                arguments.bearer_tokens.push(value(&mut parser, "--bearer-token", key)?);
            }
            Long("channel-key") => {
                arguments.channel_key = Some(value(&mut parser, "--channel-key", key)?);
            }
            Long("step-ms") => arguments.step = value(&mut parser, "--step-ms", milliseconds)?,
            Long("list-lag-ms") => {
                arguments.list_lag = value(&mut parser, "--list-lag-ms", milliseconds)?;
            }
            Long("allow-host") => {
                arguments.allowed_hosts.push(value(&mut parser, "--allow-host", host)?);
            }
            Long("seed-schema") => return Ok(Command::SeedSchema),
            Long("seed-file") => arguments.seed_files.push(parser.value()?.into()),
            Long("seed-space") => {
                let add: Seed = |emulator, id, backups| emulator.seed_space(id, backups);
                arguments.seeds.push(seed(&mut parser, "--seed-space", add)?);
            }
            Long("seed-group") => {
                let add: Seed = |emulator, id, backups| emulator.seed_group(id, backups);
                arguments.seeds.push(seed(&mut parser, "--seed-group", add)?);
            }
            Long("seed-memcache") => {
                let id =
                    value(&mut parser, "--seed-memcache", |id| Ok::<_, String>(id.to_owned()))?;
                let seed: Seed = |emulator, id, _| emulator.seed_memcache(id);
                let name = "--seed-memcache";
                arguments.seeds.push(SeedOption { name, seed, id, backups: 0 });
            }
            Long("redis-server") => {
                arguments.servers.push(redis_server(parser.value()?));
            }
            Long("memcached") => {
                arguments.servers.push(ServerOption::Memcached(parser.value()?.into()));
            }
            Long("fault") => {
                arguments.faults.push(value(&mut parser, "--fault", parse_fault)?);
            }
            Long("log") => arguments.log = true,
            _ => return Err(argument.unexpected()),
        }
    }
    if !(arguments.allow_remote || arguments.listen.ip().is_loopback()) {
        let problem = format!(
            "--listen {}: other machines reach this address, and whoever reaches the emulator can do everything; \
             --allow-remote says that this is meant",
            arguments.listen
        );
        return Err(problem.into());
    }
    Ok(Command::Serve(Box::new(arguments)))
}

/// Reads the value of an option with this function. The error names the option.
fn value<T, E: fmt::Display>(
    parser: &mut lexopt::Parser,
    option: &str,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, lexopt::Error> {
    let text = parser.value()?.string()?;
    read(&text).map_err(|problem| format!("{option}: {problem}").into())
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let expected = |problem: &dyn fmt::Display| {
        format!("invalid address `{text}`: expected e.g. 127.0.0.1:8080 ({problem})")
    };
    let mut addresses = text.to_socket_addrs().map_err(|error| expected(&error))?;
    addresses.next().ok_or_else(|| expected(&"the name has none"))
}

/// Reads a key. The error does not show it.
fn key(text: &str) -> Result<String, &'static str> {
    if text.is_empty() || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err("a key without white space was expected");
    }
    Ok(text.to_owned())
}

fn milliseconds(text: &str) -> Result<Duration, String> {
    let milliseconds: Result<u32, _> = text.parse();
    let milliseconds = milliseconds.map_err(|_| {
        format!("invalid duration `{text}`: expected a whole number of milliseconds")
    })?;
    Ok(Duration::from_millis(milliseconds.into()))
}

/// Reads a host name without a port.
fn host(text: &str) -> Result<String, String> {
    let is_name = !text.is_empty()
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'));
    if is_name {
        Ok(text.to_owned())
    } else {
        Err(format!("invalid host name `{text}`: expected e.g. emulator, without a port"))
    }
}

/// Reads `PATH` or `VERSION=PATH`.
fn redis_server(value: OsString) -> ServerOption {
    let versioned = value.to_str().and_then(|text| text.split_once('='));
    let versioned = versioned.filter(|(version, _)| {
        !version.is_empty() && version.chars().all(|c| c.is_ascii_digit() || c == '.')
    });
    match versioned {
        Some((version, path)) => ServerOption::Redis(Some(version.to_owned()), path.into()),
        None => ServerOption::Redis(None, value.into()),
    }
}

/// Reads `ID` or `ID=N`.
fn seed(
    parser: &mut lexopt::Parser,
    name: &'static str,
    seed: Seed,
) -> Result<SeedOption, lexopt::Error> {
    let (id, backups) = value(parser, name, |text| {
        let (id, backups) = text.split_once('=').unwrap_or((text, "0"));
        match backups.parse() {
            Ok(backups) => Ok((id.to_owned(), backups)),
            Err(_) => Err(format!("invalid seed `{text}`: expected ID or ID=N")),
        }
    })?;
    Ok(SeedOption { name, seed, id, backups })
}

//! The command `umem-emulator`: what it prints, how it ends, and what it says of wrong arguments.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::http::{
    Connection, FORM, JSON, backups_of, encoded, group_backups_of, list_backups, request, signed,
};
use crate::log::{PASSWORD, PRIVATE_KEY, assert_hidden};

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_umem-emulator"))
}

pub(crate) fn run(arguments: &[&str]) -> Output {
    command().args(arguments).output().expect("the command")
}

/// Takes a free port, unless the arguments name another one.
const FREE_PORT: [&str; 2] = ["--listen", "127.0.0.1:0"];

/// The command while it runs; it is ended when dropped.
pub(crate) struct Running {
    child: Child,
    output: BufReader<std::process::ChildStdout>,
    address: SocketAddr,
}

impl Running {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = command()
            .args(FREE_PORT)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        output.read_line(&mut line).expect("a line");
        let address = line.trim_end().strip_prefix("listening on http://");
        let address = address.and_then(|address| address.parse().ok());
        Self { child, output, address: address.expect(&line) }
    }

    pub(crate) fn connect(&self) -> Connection {
        Connection::to(self.address)
    }

    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        let mut kill = Command::new("kill");
        kill.arg(format!("-{name}")).arg(self.child.id().to_string());
        assert!(kill.status().expect("kill").success());
    }

    /// Returns its exit status, and the rest of both outputs.
    pub(crate) fn end(mut self) -> (Option<i32>, String, String) {
        let deadline = Instant::now() + Duration::from_secs(15);
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("its status") {
                break status;
            }
            assert!(Instant::now() < deadline, "it does not end");
            std::thread::sleep(Duration::from_millis(10));
        };
        let (mut output, mut errors) = (String::new(), String::new());
        self.output.read_to_string(&mut output).expect("its output");
        let mut stderr = self.child.stderr.take().expect("its errors");
        stderr.read_to_string(&mut errors).expect("its errors");
        (status.code(), output, errors)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_once_calls_in_flight_are_answered() {
    for signal in ["TERM", "INT"] {
        let arguments = ["--seed-space", "uredis-abc=3", "--fault", "latency=700ms"];
        let running = Running::start(&arguments);
        let mut connection = running.connect();
        connection.send(request("POST", "/", FORM, &list_backups()));
        std::thread::sleep(Duration::from_millis(200));
        running.signal(signal);
        let response = connection.response().expect("a response in spite of the signal");
        assert_eq!(response.ret_code(), Some(0), "{signal}");
        assert_eq!(response.json()["TotalCount"], 3);
        assert!(connection.is_closed());
        assert_eq!(running.end(), (Some(0), String::new(), String::new()), "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn what_takes_too_long_does_not_keep_it() {
    let running = Running::start(&["--fault", "latency=60s"]);
    let mut connection = running.connect();
    connection.send(request("POST", "/", FORM, &list_backups()));
    std::thread::sleep(Duration::from_millis(200));
    let start = Instant::now();
    running.signal("TERM");
    assert_eq!(running.end().0, Some(0));
    let took = start.elapsed();
    assert!((Duration::from_secs(4)..Duration::from_secs(12)).contains(&took), "{took:?}");
    assert!(connection.response().is_none());
}

#[cfg(unix)]
#[test]
fn the_log_has_a_line_per_call_and_no_secret() {
    let running = Running::start(&[
        "--log",
        "--private-key",
        PRIVATE_KEY,
        "--public-key",
        "someone",
        "--seed-space",
        "uredis-abc",
    ]);
    let mut connection = running.connect();
    let pairs = [("Action", "ModifyUMemPassword"), ("Password", PASSWORD)];
    let call = encoded(&signed(&pairs, PRIVATE_KEY));
    for body in [&*call, "Action=p4ssw0rd", "Action=CreateUHostInstance", "x"] {
        connection.send(request("POST", "/", FORM, body));
        assert_eq!(connection.response().unwrap().status(), 200);
    }
    running.signal("TERM");
    let (code, output, errors) = running.end();
    assert_eq!((code, &*output), (Some(0), ""));
    let lines: Vec<_> = errors.lines().collect();
    assert_eq!(lines.len(), 4, "{errors}");
    for (line, words) in lines.iter().zip([
        "Z ModifyUMemPassword form RetCode=172 HTTP=200 ",
        "Z (unknown action) form RetCode=161 HTTP=200 ",
        "Z CreateUHostInstance form RetCode=161 HTTP=200 ",
        "Z (unknown action) form RetCode=160 HTTP=200 ",
    ]) {
        assert!(line.contains(words), "{line}");
    }
    assert!(!errors.contains("p4ssw0rd"));
    assert_hidden(&errors, PASSWORD);
    assert_hidden(&errors, PRIVATE_KEY);
    let signature = call.split("Signature=").nth(1).unwrap();
    assert_hidden(&errors, signature);
}

/// A pipe holds some hundred lines; then nothing can be written until it is read.
#[cfg(unix)]
#[test]
fn a_log_that_nobody_reads_stops_nothing() {
    const CALLS: usize = 4000;
    let mut running = Running::start(&["--log"]);
    let mut connection = running.connect();
    let call = request("POST", "/", FORM, "Action=DescribeUMem");
    for _ in 0..CALLS / 50 {
        connection.send(call.repeat(50));
        for _ in 0..50 {
            assert_eq!(connection.response().unwrap().status(), 200);
        }
    }
    connection.send(request("GET", "/healthz", "", ""));
    assert_eq!(connection.response().unwrap().status(), 200);

    // Whoever reads in the end gets whole lines, and the number of those that were dropped.
    let mut log = BufReader::new(running.child.stderr.take().unwrap());
    let mut line = String::new();
    let (mut lines, mut dropped) = (0, 0);
    while lines + dropped < CALLS {
        line.clear();
        log.read_line(&mut line).unwrap();
        if let Some(rest) = line.strip_prefix("umem-emulator: ") {
            dropped += rest.split(' ').next().unwrap().parse::<usize>().unwrap();
        } else {
            assert!(line.contains("Z DescribeUMem form RetCode=170"), "{line}");
            lines += 1;
        }
        if lines == 1500 {
            // The notice comes with the next line that finds a place.
            connection.send(&call);
            assert_eq!(connection.response().unwrap().status(), 200);
        }
    }
    assert!(lines >= 1000 && dropped >= 1000, "{lines} {dropped}");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_though_nobody_reads_the_log() {
    let running = Running::start(&["--log"]);
    let mut connection = running.connect();
    let call = request("POST", "/", FORM, "Action=DescribeUMem");
    for _ in 0..40 {
        connection.send(call.repeat(50));
        for _ in 0..50 {
            assert_eq!(connection.response().unwrap().status(), 200);
        }
    }
    let start = Instant::now();
    running.signal("TERM");
    assert_eq!(running.end().0, Some(0));
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn its_options_do_what_they_say() {
    let running = Running::start(&[
        "--listen=127.0.0.1:0",
        "--seed-space=uredis-abc=1",
        "--seed-space",
        "uredis-xyz=2",
        "--seed-group=uredis-g=3",
        "--seed-memcache=umemcache-g",
        "--step-ms",
        "5",
        "--fault",
        "DescribeUMemBackup:status=503:times=1",
    ]);
    let mut connection = running.connect();
    let mut list = |space: &str| {
        let call = encoded(&signed(&backups_of(space), "emulator"));
        connection.send(request("POST", "/", FORM, &call));
        connection.response().unwrap()
    };
    assert_eq!(list("uredis-abc").status(), 503);
    assert_eq!(list("uredis-abc").json()["TotalCount"], 1);
    assert_eq!(list("uredis-xyz").json()["TotalCount"], 2);
    let group = encoded(&signed(&group_backups_of("uredis-g"), "emulator"));
    connection.send(request("POST", "/", FORM, &group));
    assert_eq!(connection.response().unwrap().json()["TotalCount"], 3);
    let mut cache = group_backups_of("umemcache-g");
    cache[0].1 = "DescribeUMemcacheGroup";
    let cache = encoded(&signed(&cache, "emulator"));
    connection.send(request("POST", "/", FORM, &cache));
    assert_eq!(connection.response().unwrap().json()["TotalCount"], 1);
}

#[test]
fn tokens_and_the_channel_key_are_options() {
    let arguments = ["--bearer-token", "t1", "--bearer-token=t=2", "--channel-key", "dedicated"];
    let running = Running::start(&arguments);
    let mut connection = running.connect();
    let pairs = [("Action", "DescribeURedisVersion"), ("Region", "cn-bj2"), ("Zone", "cn-bj2-05")];
    let call = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    for (headers, ret_code) in [
        ("channel-key: dedicated\r\nAuthorization: Bearer t1\r\n", 0),
        ("channel-key: dedicated\r\nAuthorization: Bearer t=2\r\n", 0),
        ("channel-key: dedicated\r\nAuthorization: Bearer t3\r\n", 174),
        ("Authorization: Bearer t1\r\n", 174),
    ] {
        connection.send(request("POST", "/", &format!("{FORM}{headers}"), &encoded(&call)));
        assert_eq!(connection.response().unwrap().ret_code(), Some(ret_code), "{headers}");
    }
}

#[test]
fn a_state_lasts_as_long_as_it_was_told() {
    let running = Running::start(&["--seed-space", "uredis-abc", "--step-ms", "60000"]);
    let mut connection = running.connect();
    let mut send = |target: &str, body: &str| {
        let headers = if target == "/" { FORM } else { JSON };
        connection.send(request("POST", target, headers, body));
        let response = connection.response().unwrap();
        assert_eq!(response.status(), 200, "{target} {body}");
        response.json()
    };
    let mut create = backups_of("uredis-abc").to_vec();
    create[0].1 = "CreateUMemBackup";
    create.push(("BackupName", "before-the-upgrade"));
    assert_eq!(send("/", &encoded(&signed(&create, "emulator")))["RetCode"], 0);
    for (advance_ms, state) in [(50_000, "Starting"), (10_000, "Done")] {
        let advance = format!(r#"{{"advance_ms":{advance_ms}}}"#);
        send("/_emulator/clock", &advance);
        assert_eq!(send("/", &list_backups())["DataSet"][0]["State"], state);
    }
}

#[test]
fn lists_lag_by_the_option() {
    let running = Running::start(&["--seed-space", "uredis-abc", "--list-lag-ms", "60000"]);
    let mut connection = running.connect();
    let mut send = |target: &str, body: &str| {
        let headers = if target == "/" { FORM } else { JSON };
        connection.send(request("POST", target, headers, body));
        connection.response().unwrap().json()
    };
    let mut create = backups_of("uredis-abc").to_vec();
    create[0].1 = "CreateUMemBackup";
    create.push(("BackupName", "before-the-upgrade"));
    assert_eq!(send("/", &encoded(&signed(&create, "emulator")))["RetCode"], 0);
    let list = encoded(&signed(&backups_of("uredis-abc"), "emulator"));
    assert_eq!(send("/", &list)["TotalCount"], 0);
    send("/_emulator/clock", r#"{"advance_ms":60000}"#);
    assert_eq!(send("/", &list)["TotalCount"], 1);
}

#[test]
fn help_and_version_are_printed() {
    for arguments in [["--help"], ["-h"]] {
        let output = run(&arguments);
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0));
        for word in [
            "--listen",
            "--allow-remote",
            "--public-key",
            "--private-key",
            "--step-ms",
            "--list-lag-ms",
            "--seed-space",
            "--seed-group",
            "--seed-memcache",
            "--allow-host",
            "--fault",
            "--log",
            "--seed-file",
            "--seed-schema",
            "--state-file",
            "--unsigned",
            "127.0.0.1:8080",
            "/_emulator/faults",
            "/_emulator/state",
        ] {
            assert!(text.contains(word), "{word}");
        }
    }
    let output = run(&["--version"]);
    let expected = format!("umem-emulator {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn wrong_arguments_are_explained() {
    for (arguments, word) in [
        (&["--what"][..], "'--what'"),
        (&["what"], "\"what\""),
        (&["--listen"], "'--listen'"),
        (&["--listen", "8080"], "expected e.g. 127.0.0.1:8080"),
        (&["--listen", "0.0.0.0:0"], "--allow-remote"),
        (&["--list-lag-ms", "1s"], "--list-lag-ms: invalid duration `1s`"),
        (&["--step-ms", "1s"], "--step-ms: invalid duration `1s`"),
        (&["--seed-space", "x=y"], "--seed-space: invalid seed `x=y`"),
        (&["--seed-space", "=1"], "--seed-space: spaces[0].id: invalid value ``"),
        (&["--seed-space", "x=10001"], "0 to 10000"),
        (&["--seed-group", "x=10001"], "--seed-group: redis_groups[0].backups: too many backups"),
        (&["--seed-memcache", ""], "--seed-memcache: memcached_groups[0].id"),
        (&["--seed-space", "x", "--seed-group", "x"], "id `x` already exists"),
        (&["--seed-file", "no-such.yaml"], "cannot read seed file `no-such.yaml`"),
        (&["--allow-host", "emulator:8080"], "--allow-host: invalid host name"),
        (&["--fault", "slow"], "--fault: invalid fault `slow`"),
        (&["--private-key", "p4ssw0rd \n"], "--private-key: a key without white space"),
        (&["--bearer-token", "p4ssw0rd x"], "--bearer-token: a key without white space"),
        (&["--channel-key", ""], "--channel-key: a key without white space"),
        (&["--public-key", ""], "--public-key: a key without white space"),
        (&["--log=yes"], "'--log'"),
    ] {
        let output = run(arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(errors.contains(word), "{arguments:?}: {errors}");
        assert!(errors.contains("--help") && !errors.contains("p4ssw0rd"), "{errors}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn an_address_in_use_is_told() {
    let server = crate::http::server();
    let address = server.address().to_string();
    let output = run(&["--listen", &address]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.contains(&format!("cannot listen at {address}")), "{errors}");
    assert!(errors.contains("another program uses this address"), "{errors}");
    assert!(errors.contains("--listen 127.0.0.1:0"), "{errors}");
    assert!(output.stdout.is_empty());
}

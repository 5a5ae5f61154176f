//! CPU time of a call over loopback, beside plain reqwest with a signed body and a derived
//! response.
//!
//! `cargo bench -p ucloud-umem --bench wire [ROUNDS]` prints medians per call. The server is a
//! separate process. On Linux, client and server are pinned to a core each, and the time is CPU
//! time of the client, so other work on the machine disturbs little. The contenders take turns, in
//! rotated order. A ratio compares times of the same round. Plain reqwest runs twice, as a control:
//! its second ratio shows the error of the measurement.
//!
//! On Linux it then prints sockets and memory of many calls in flight, of each contender in a
//! separate process.
//!
//! `perf`, `strace` and `valgrind` look at one contender alone: give them the program with
//! `--as-server`, and with `--as-client URL NAME IN_FLIGHT CALLS`.

mod floor;

use std::fmt::Display;
use std::hint::black_box;
use std::io::{BufRead as _, BufReader, Read as _};
use std::pin::Pin;
use std::process::{Command, Stdio};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use ucloud_umem::actions::DescribeUMemBackupResponse;
use ucloud_umem::{Client, ClientBuilder, Credentials};

/// Argument by which this program becomes the server.
const SERVER: &str = "--as-server";
/// Argument by which this program makes the calls of one contender.
const CLIENT: &str = "--as-client";
const ENTRIES: usize = 10;
const ROUNDS: usize = 31;

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.unwrap_or_else(|error| fail(error));
    let is = |place: usize, name: &str| arguments.get(place).is_some_and(|text| text == name);
    if is(0, SERVER) {
        pin(1);
        runtime.block_on(serve());
    } else if is(0, CLIENT) {
        pin(0);
        runtime.block_on(call_alone(&arguments[1..]));
    } else {
        pin(0);
        let rounds = arguments.iter().find_map(|argument| argument.parse().ok());
        runtime.block_on(measure(rounds.unwrap_or(ROUNDS)));
    }
}

fn fail(error: impl Display) -> ! {
    eprintln!("{error}");
    std::process::exit(1)
}

/// Pins this process to a core, if there is one with this number.
#[cfg(target_os = "linux")]
fn pin(core: usize) {
    let mut cores = rustix::thread::CpuSet::new();
    cores.set(core);
    if let Err(error) = rustix::thread::sched_setaffinity(None, &cores) {
        eprintln!("not pinned to core {core}: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn pin(_: usize) {}

/// Returns the CPU time of this process.
#[cfg(target_os = "linux")]
fn time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    let part = |part: i64| part.try_into().unwrap_or_default();
    Duration::from_secs(part(time.tv_sec)) + Duration::from_nanos(part(time.tv_nsec))
}

/// Returns the time since the first call.
#[cfg(not(target_os = "linux"))]
fn time() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

/// Responds to every request with the same response, until the standard input ends.
async fn serve() {
    std::thread::spawn(|| {
        _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0)
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap_or_else(|error| fail(error));
    let address = listener.local_addr().unwrap_or_else(|error| fail(error));
    println!("{address}");
    let body = floor::response(ENTRIES);
    let response = format!(
        "HTTP/1.1 200 OK\r\n\
         Content-Type: application/json\r\n\
         Date: Thu, 01 Jan 2026 00:00:00 GMT\r\n\
         X-UCLOUD-REQUEST-UUID: 7d1a2f9e-8b2f-4b39-a0d7-1c5a6f0f4d11\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let response: &'static str = response.leak();
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(respond(stream, response.as_bytes()));
    }
}

/// Responds to the requests of one connection.
async fn respond(mut stream: TcpStream, response: &'static [u8]) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    while stream.read_buf(&mut received).await? > 0 {
        while let Some(length) = request_length(&received).filter(|end| *end <= received.len()) {
            received.drain(..length);
            stream.write_all(response).await?;
        }
    }
    Ok(())
}

/// Returns the length of the first request, if its head is complete.
fn request_length(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|end| end == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(received.get(..head)?).ok()?;
    let mut lines = text.lines().filter_map(|line| line.split_once(':'));
    let (_, length) = lines.find(|(name, _)| name.eq_ignore_ascii_case("content-length"))?;
    Some(head + length.trim().parse::<usize>().ok()?)
}

type Calls = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Function that makes this many calls, one after the other.
type Contender = Box<dyn Fn(usize) -> Calls>;

const PLAIN: &str = "plain reqwest";
const OURS: &str = "ucloud-umem";

/// Function that makes a contender for a server at this URL.
type Maker = fn(&str) -> Contender;

/// Contenders that can run alone.
const CONTENDERS: [(&str, Maker); 3] =
    [(PLAIN, plain), (OURS, ours), ("max_connections(100)", bounded)];

async fn measure(rounds: usize) {
    let response = floor::response(ENTRIES);
    let derived = serde_json::from_str::<floor::Response>(&response);
    let derived = derived.unwrap_or_else(|error| fail(error));
    let decoded = DescribeUMemBackupResponse::from_json(&response);
    derived.assert_same(&decoded.unwrap_or_else(|error| fail(error)));

    let program = std::env::current_exe().unwrap_or_else(|error| fail(error));
    let mut server = Command::new(&program);
    let server = server.arg(SERVER).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut server = server.unwrap_or_else(|error| fail(error));
    let output = server.stdout.take().unwrap_or_else(|| fail("the server has no output"));
    let mut address = String::new();
    let read = BufReader::new(output).read_line(&mut address);
    read.unwrap_or_else(|error| fail(error));
    let url = format!("http://{}", address.trim());

    let contenders: [(&str, Contender); 3] =
        [(PLAIN, plain(&url)), ("plain reqwest, control", plain(&url)), (OURS, ours(&url))];
    for (in_flight, calls) in [(64, 3200), (1, 1000)] {
        println!("{in_flight} in flight, {rounds} rounds of {calls} calls");
        // Rounds of warming up are not counted.
        for (_, contender) in &contenders {
            run(contender, in_flight, calls).await;
        }
        let mut times = vec![Vec::new(); contenders.len()];
        for round in 0..rounds {
            for turn in 0..contenders.len() {
                let index = (round + turn) % contenders.len();
                times[index].push(run(&contenders[index].1, in_flight, calls).await);
            }
        }
        for ((name, _), own) in contenders.iter().zip(&times) {
            let ratios = own.iter().zip(&times[0]).map(|(own, plain)| own / plain).collect();
            let (time, ratio) = (median(own.clone()), median(ratios));
            println!("  {name:<24}{time:>8.2} us  {ratio:.3}");
        }
    }
    for (in_flight, calls) in [(1000, 4000)] {
        println!("{in_flight} in flight, {calls} calls, each contender in a separate process");
        for (name, _) in CONTENDERS {
            let arguments = [CLIENT, &url, name, &in_flight.to_string(), &calls.to_string()];
            let own = Command::new(&program).args(arguments).status();
            own.unwrap_or_else(|error| fail(error));
        }
    }
    drop(server.stdin.take());
    _ = server.wait();
}

/// Makes calls of one contender, and prints what this process uses.
async fn call_alone(arguments: &[String]) {
    let [url, name, in_flight, calls] = arguments else {
        fail("expected a URL, a contender, calls in flight and calls")
    };
    let Some((name, contender)) = CONTENDERS.iter().find(|(known, _)| known == name) else {
        fail("unknown contender")
    };
    let number = |text: &str| text.parse().unwrap_or_else(|error| fail(error));
    make_calls(&contender(url), number(in_flight), number(calls)).await;
    let (sockets, memory) = (open_sockets(), peak_memory());
    println!("  {name:<24}{sockets:>8} sockets  {memory:>8} kB");
}

/// Returns the number of sockets that this process has open; 0 where the system does not tell.
fn open_sockets() -> usize {
    let Ok(files) = std::fs::read_dir("/proc/self/fd") else { return 0 };
    let targets = files.flatten().filter_map(|file| std::fs::read_link(file.path()).ok());
    targets.filter(|target| target.to_string_lossy().starts_with("socket:")).count()
}

/// Returns the most memory that this process had, in kB; 0 where the system does not tell.
fn peak_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Makes this many calls, with so many in flight.
async fn make_calls(contender: &Contender, in_flight: usize, calls: usize) {
    let mut running = JoinSet::new();
    for _ in 0..in_flight {
        running.spawn(contender(calls / in_flight));
    }
    while let Some(ended) = running.join_next().await {
        ended.unwrap_or_else(|error| fail(error));
    }
}

/// Makes calls, and returns the time of one in microseconds.
async fn run(contender: &Contender, in_flight: usize, calls: usize) -> f64 {
    let start = time();
    make_calls(contender, in_flight, calls).await;
    #[expect(clippy::cast_precision_loss, reason = "the number is small")]
    let calls = calls as f64;
    time().saturating_sub(start).as_secs_f64() * 1e6 / calls
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}

fn plain(url: &str) -> Contender {
    let client = reqwest::Client::builder().no_proxy().build();
    let client = client.unwrap_or_else(|error| fail(error));
    let url: reqwest::Url = url.parse().unwrap_or_else(|error| fail(error));
    let body = bytes::Bytes::from(floor::eight(40, 20));
    Box::new(move |calls| {
        let (client, url, body) = (client.clone(), url.clone(), body.clone());
        Box::pin(async move {
            for _ in 0..calls {
                let request = client
                    .post(url.clone())
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(body.clone());
                let response = request.send().await.unwrap_or_else(|error| fail(error));
                let body = response.bytes().await.unwrap_or_else(|error| fail(error));
                let response = serde_json::from_slice::<floor::Response>(&body);
                black_box(response.unwrap_or_else(|error| fail(error)));
            }
        })
    })
}

fn ours(url: &str) -> Contender {
    calls_of(Client::builder(), url)
}

fn bounded(url: &str) -> Contender {
    calls_of(Client::builder().max_connections(100), url)
}

fn calls_of(builder: ClientBuilder, url: &str) -> Contender {
    let client = builder
        .credentials(Credentials::new(floor::PUBLIC_KEY, floor::PRIVATE_KEY))
        .region(floor::REGION)
        .zone(floor::ZONE)
        .project_id(floor::PROJECT_ID)
        .base_url(url)
        .build()
        .unwrap_or_else(|error| fail(error));
    Box::new(move |calls| {
        let client = client.clone();
        Box::pin(async move {
            for _ in 0..calls {
                let request = client.describe_umem_backup(floor::SPACE_ID).offset(40).limit(20);
                black_box(request.send().await.unwrap_or_else(|error| fail(error)));
            }
        })
    })
}

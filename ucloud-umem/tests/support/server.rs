//! A scripted HTTP/1.1 server on this machine, which keeps what it received.
//!
//! It speaks raw bytes, so it can break every rule of HTTP. It has its own thread, so clients of
//! any runtime, or of none, can call it. It reads a bounded amount, and ends when it is dropped.

use std::io::{Error, ErrorKind, Result};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use sha1::{Digest as _, Sha1};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::answer::{Answer, written};
use super::{PRIVATE_KEY, PUBLIC_KEY};

const MOST_HEAD: usize = 64 * 1024;
const MOST_BODY: usize = 16 * 1024 * 1024;
const MOST_REQUESTS: usize = 10_000;
const LONGEST: Duration = Duration::from_secs(20);

type Script = dyn Fn(&Seen) -> Answer + Send + Sync;

/// A request as the server saw it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Number of the request over all connections, from 0.
    pub(crate) number: usize,
    /// Number of its connection, from 0.
    pub(crate) connection: usize,
    /// Request line and headers.
    pub(crate) head: String,
    /// The pairs of the form, in the order in which they came.
    pub(crate) pairs: Vec<(String, String)>,
}

impl Seen {
    /// Returns the value of the parameter with this name.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(other, _)| other == name).map(|(_, value)| &**value)
    }

    /// Returns the requested path, with its query.
    pub(crate) fn path(&self) -> &str {
        self.head.split(' ').nth(1).expect("a request line")
    }

    /// Returns the value of the header with this name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (other, value) = line.split_once(':')?;
            other.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    /// Returns the pairs, without those that every request has.
    pub(crate) fn own_pairs(&self) -> Vec<(String, String)> {
        let mut pairs = self.pairs.clone();
        pairs.retain(|(name, _)| !matches!(&**name, "Action" | "PublicKey" | "Signature"));
        pairs
    }

    /// Returns `true` if the signature fits the decoded pairs.
    fn is_signed(&self, private_key: &str) -> bool {
        let mut pairs: Vec<_> = self.pairs.iter().filter(|(name, _)| name != "Signature").collect();
        pairs.sort_by(|a, b| a.0.as_bytes().cmp(b.0.as_bytes()));
        let mut digest = Sha1::new();
        for (name, value) in pairs {
            digest.update(name);
            digest.update(value);
        }
        digest.update(private_key);
        let hex = format!("{:x}", Bytes::copy_from_slice(&digest.finalize()));
        self.value("Signature") == Some(&hex)
    }
}

#[derive(Default)]
struct Log {
    seen: Vec<Seen>,
    connections: usize,
    closed: usize,
}

/// A server with scripted responses, which refuses every request with a wrong signature.
pub(crate) struct Server {
    address: SocketAddr,
    log: Arc<Mutex<Log>>,
    /// Dropping it ends the thread.
    _alive: oneshot::Sender<()>,
}

impl Server {
    /// Answers by this function.
    pub(crate) fn start(answer: impl Fn(&Seen) -> Answer + Send + Sync + 'static) -> Self {
        Self::with_key(PRIVATE_KEY, answer)
    }

    /// Answers these, one after the other, and the last of them from then on.
    pub(crate) fn script(answers: impl Into<Vec<Answer>>) -> Self {
        let answers = answers.into();
        Self::start(move |seen| answers[seen.number.min(answers.len() - 1)].clone())
    }

    /// Always answers this.
    pub(crate) fn always(answer: Answer) -> Self {
        Self::script([answer])
    }

    /// Expects signatures by this private key.
    pub(crate) fn with_key(
        private_key: &'static str,
        answer: impl Fn(&Seen) -> Answer + Send + Sync + 'static,
    ) -> Self {
        Self::answering(Some(private_key), answer)
    }

    /// Answers requests that nobody signs, such as those for instance metadata.
    pub(crate) fn unsigned(answer: impl Fn(&Seen) -> Answer + Send + Sync + 'static) -> Self {
        Self::answering(None, answer)
    }

    fn answering(
        private_key: Option<&'static str>,
        answer: impl Fn(&Seen) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let shared =
            Arc::new(Shared { log: Arc::default(), private_key, script: Box::new(answer) });
        let log = Arc::clone(&shared.log);
        let (address, alive) = run(move |listener| async move {
            let mut connections = JoinSet::new();
            for number in 0.. {
                let (stream, _) = listener.accept().await.expect("a connection");
                shared.log.lock().unwrap().connections += 1;
                let shared = Arc::clone(&shared);
                connections.spawn(async move {
                    // How a connection ends is the client's affair.
                    _ = timeout(LONGEST, shared.serve(stream, number)).await;
                    shared.log.lock().unwrap().closed += 1;
                });
            }
        });
        Self { address, log, _alive: alive }
    }

    /// Accepts connections and closes them before a request can be read.
    pub(crate) fn hanging_up() -> Self {
        let log = Arc::<Mutex<Log>>::default();
        let own = Arc::clone(&log);
        let (address, alive) = run(move |listener| async move {
            loop {
                drop(listener.accept().await.expect("a connection"));
                own.lock().unwrap().connections += 1;
            }
        });
        Self { address, log, _alive: alive }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns every request so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.log.lock().unwrap().seen.clone()
    }

    /// Returns the number of requests so far.
    pub(crate) fn requests(&self) -> usize {
        self.log.lock().unwrap().seen.len()
    }

    /// Returns the number of connections so far.
    pub(crate) fn connections(&self) -> usize {
        self.log.lock().unwrap().connections
    }

    /// Returns the number of closed connections so far.
    pub(crate) fn closed(&self) -> usize {
        self.log.lock().unwrap().closed
    }

    /// Returns the only request so far.
    pub(crate) fn only(&self) -> Seen {
        let mut seen = self.seen();
        assert_eq!(seen.len(), 1, "requests: {seen:#?}");
        seen.remove(0)
    }
}

/// A port of this machine at which nobody listens, and which nobody else is given while it lives.
pub(crate) struct ClosedPort(TcpSocket);

impl ClosedPort {
    pub(crate) fn new() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind((Ipv4Addr::LOCALHOST, 0).into()).expect("a port");
        Self(socket)
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.0.local_addr().expect("its address"))
    }
}

/// Runs a server on its own thread, until the returned value is dropped.
fn run<F: Future<Output = ()>>(
    serve: impl FnOnce(TcpListener) -> F + Send + 'static,
) -> (SocketAddr, oneshot::Sender<()>) {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.set_nonblocking(true).expect("a listener for tokio");
    let address = listener.local_addr().expect("its address");
    let (alive, dropped) = oneshot::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let listener = TcpListener::from_std(listener).expect("a listener");
            tokio::select! {
                () = serve(listener) => {}
                _ = dropped => {}
            }
        });
    });
    (address, alive)
}

struct Shared {
    log: Arc<Mutex<Log>>,
    /// The key that requests must be signed by; none are, where there is none.
    private_key: Option<&'static str>,
    script: Box<Script>,
}

impl Shared {
    async fn serve(&self, mut stream: TcpStream, connection: usize) -> Result<()> {
        stream.set_nodelay(true)?;
        let mut unread = Vec::new();
        while let Some((head, body)) = read_request(&mut stream, &mut unread).await? {
            let pairs = form_urlencoded::parse(&body).into_owned().collect();
            let seen = {
                let mut log = self.log.lock().unwrap();
                let number = log.seen.len();
                assert!(number < MOST_REQUESTS, "too many requests");
                let seen = Seen { number, connection, head, pairs };
                log.seen.push(seen.clone());
                seen
            };
            let known = || seen.value("PublicKey").is_some_and(|key| key.starts_with(PUBLIC_KEY));
            let answer = match self.private_key {
                Some(key) if !known() || !seen.is_signed(key) => Answer::ret_code(171),
                _ => (self.script)(&seen),
            };
            match answer {
                Answer::Response { status, headers, body } => {
                    stream.write_all(&written(status, &headers, &body)).await?;
                }
                Answer::Late(pause, body) => {
                    sleep(pause).await;
                    stream.write_all(&written(200, &[], &body)).await?;
                }
                Answer::Raw(bytes) => {
                    stream.write_all(&bytes).await?;
                    return stream.shutdown().await;
                }
                Answer::Reset(bytes) => {
                    stream.write_all(&bytes).await?;
                    // What is sent first is to arrive first.
                    sleep(Duration::from_millis(20)).await;
                    return stream.set_zero_linger();
                }
                Answer::RawOpen(bytes) => stream.write_all(&bytes).await?,
                Answer::Endless { head, piece, pause } => {
                    stream.write_all(head.as_bytes()).await?;
                    loop {
                        stream.write_all(&piece).await?;
                        if !pause.is_zero() {
                            sleep(pause).await;
                        }
                    }
                }
                // Until the client leaves.
                Answer::Silence => _ = stream.read(&mut [0]).await?,
            }
        }
        Ok(())
    }
}

/// Returns head and body of the next request, or `None` if the client has closed the connection.
async fn read_request(
    stream: &mut TcpStream,
    unread: &mut Vec<u8>,
) -> Result<Option<(String, Vec<u8>)>> {
    let invalid = |problem| Error::new(ErrorKind::InvalidData, problem);
    let end = loop {
        if let Some(end) = unread.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        if unread.len() > MOST_HEAD {
            return Err(invalid("the head is too long"));
        }
        if stream.read_buf(unread).await? == 0 {
            return Ok(None);
        }
    };
    let head = String::from_utf8_lossy(&unread[..end]).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    let length: usize = match length {
        Some(length) => length,
        None if head.starts_with("GET ") => 0,
        None => return Err(invalid("no Content-Length")),
    };
    if length > MOST_BODY {
        return Err(invalid("the body is too long"));
    }
    while unread.len() < end + length {
        if stream.read_buf(unread).await? == 0 {
            return Ok(None);
        }
    }
    let rest = unread.split_off(end + length);
    let body = std::mem::replace(unread, rest).split_off(end);
    Ok(Some((head, body)))
}

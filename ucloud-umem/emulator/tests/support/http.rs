//! HTTP byte by byte, and signatures by the vendor's rules.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;
use sha1::{Digest as _, Sha1};
use umem_emulator::{Emulator, Server};

/// No answer takes longer, but for one that a test makes late.
const LONGEST: Duration = Duration::from_secs(20);

/// The space that [`server`] knows.
pub(crate) const SPACE: &str = "uredis-abc";

/// Returns a server of an emulator that has a space with three backups.
pub(crate) fn server() -> Server {
    seeded().serve("127.0.0.1:0").expect("a server")
}

pub(crate) fn seeded() -> Emulator {
    let emulator = Emulator::new();
    emulator.seed_space(SPACE, 3).unwrap();
    emulator
}

/// A connection.
pub(crate) struct Connection {
    stream: TcpStream,
    unread: Vec<u8>,
}

/// A response: its head, and the part of its body that arrived.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Connection {
    pub(crate) fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_read_timeout(Some(LONGEST)).expect("a timeout");
        stream.set_nodelay(true).expect("no delay");
        Self { stream, unread: Vec::new() }
    }

    /// Sends bytes. The server may have hung up already: what it said shows in what is read.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        _ = self.stream.write_all(bytes.as_ref());
    }

    /// Says that nothing more will be sent.
    pub(crate) fn finish(&self) {
        self.stream.shutdown(std::net::Shutdown::Write).expect("the end of sending");
    }

    /// Returns the next response; `None` if the connection was closed instead.
    pub(crate) fn response(&mut self) -> Option<Response> {
        let end = loop {
            if let Some(end) = self.unread.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            if !self.read() {
                assert!(self.unread.is_empty(), "half a head: {:?}", self.unread);
                return None;
            }
        };
        let rest = self.unread.split_off(end);
        let head = std::mem::replace(&mut self.unread, rest);
        let head = String::from_utf8(head).expect("a head of text");
        let mut response = Response { head, body: Vec::new() };
        let length = response.header("content-length").map_or(0, |it| it.parse().unwrap());
        while self.unread.len() < length && self.read() {}
        let rest = self.unread.split_off(length.min(self.unread.len()));
        response.body = std::mem::replace(&mut self.unread, rest);
        Some(response)
    }

    /// Returns true if the other side has closed the connection.
    pub(crate) fn is_closed(&mut self) -> bool {
        !self.read()
    }

    /// Reads something, unless the connection is at its end.
    fn read(&mut self) -> bool {
        let mut piece = [0; 4096];
        match self.stream.read(&mut piece) {
            Ok(0) => false,
            Ok(length) => {
                self.unread.extend_from_slice(&piece[..length]);
                true
            }
            // A signal that the whole process is sent interrupts a read.
            Err(error) if error.kind() == ErrorKind::Interrupted => true,
            Err(error) if error.kind() == ErrorKind::ConnectionReset => false,
            Err(error) => panic!("nothing was answered: {error}"),
        }
    }
}

impl Response {
    pub(crate) fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (other, value) = line.split_once(':')?;
            other.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("a body of text")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    pub(crate) fn ret_code(&self) -> Option<i64> {
        self.json()["RetCode"].as_i64()
    }
}

/// Sends one request with this body, on its own connection. Each header ends with a line end.
pub(crate) fn ask(
    server: &Server,
    method: &str,
    target: &str,
    headers: &str,
    body: &str,
) -> Response {
    ask_as(server, method, target, &format!("{OWN}{headers}"), body)
}

/// Sends the same without the header `Host`.
pub(crate) fn ask_as(
    server: &Server,
    method: &str,
    target: &str,
    headers: &str,
    body: &str,
) -> Response {
    let mut connection = Connection::to(server.address());
    connection.send(bare_request(method, target, headers, body));
    connection.response().expect("a response")
}

/// Returns the bytes of a request.
pub(crate) fn request(method: &str, target: &str, headers: &str, body: &str) -> String {
    bare_request(method, target, &format!("{OWN}{headers}"), body)
}

fn bare_request(method: &str, target: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("{method} {target} HTTP/1.1\r\nContent-Length: {length}\r\n{headers}\r\n{body}")
}

/// Returns what a control path shows.
pub(crate) fn get(server: &Server, path: &str) -> Value {
    let response = ask(server, "GET", &format!("/_emulator/{path}"), "", "");
    assert_eq!(response.status(), 200, "{path}");
    response.json()
}

/// Sends JSON to a control path, which must take it.
pub(crate) fn post(server: &Server, path: &str, body: &str) -> Value {
    let response = ask(server, "POST", &format!("/_emulator/{path}"), JSON, body);
    assert_eq!(response.status(), 200, "{path} {body}: {}", response.json());
    response.json()
}

pub(crate) const OWN: &str = "Host: 127.0.0.1\r\n";
pub(crate) const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";
pub(crate) const JSON: &str = "Content-Type: application/json; charset=utf-8\r\n";

/// Returns the signature of this text by the vendor's rules.
pub(crate) fn signature(text: &str, private_key: &str) -> String {
    let digest = Sha1::new().chain_update(text).chain_update(private_key).finalize();
    format!("{:x}", Bytes::copy_from_slice(&digest))
}

/// Returns the pairs of a call with the emulator's public key, signed with this private key.
pub(crate) fn signed(pairs: &[(&str, &str)], private_key: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = pairs.to_vec();
    pairs.push(("PublicKey", "emulator"));
    pairs.sort_unstable();
    let text: String = pairs.iter().flat_map(|(name, value)| [*name, *value]).collect();
    let signature = signature(&text, private_key);
    pairs.push(("Signature", &signature));
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

pub(crate) fn encoded(pairs: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Returns the body of a call that lists the backups of [`SPACE`].
pub(crate) fn list_backups() -> String {
    encoded(&signed(&backups_of(SPACE), "emulator"))
}

pub(crate) fn group_backups_of(group: &str) -> [(&str, &str); 3] {
    [("Action", "DescribeURedisBackup"), ("GroupId", group), ("Region", "cn-bj2")]
}

pub(crate) fn backups_of(space: &str) -> [(&str, &str); 4] {
    [
        ("Action", "DescribeUMemBackup"),
        ("Region", "cn-bj2"),
        ("SpaceId", space),
        ("Zone", "cn-bj2-05"),
    ]
}

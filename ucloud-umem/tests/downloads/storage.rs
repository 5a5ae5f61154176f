//! A storage service with one file, and what tests need beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ucloud_umem::{Client, PresignedUrl};

use crate::support::{Answer, Seen, Server, builder};

pub(crate) const SIGNATURE: &str = "s1gn4tur3+Of/Th1s=";

/// A file as the service has it.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) content: Vec<u8>,
    pub(crate) etag: Option<&'static str>,
    /// The service answers requests for a part.
    pub(crate) ranges: bool,
}

impl Stored {
    /// A file of this length, in which each byte depends on its place.
    pub(crate) fn new(length: usize) -> Self {
        let content = (0..length).map(|at| (at * 31 % 251).to_le_bytes()[0]).collect();
        Self { content, etag: Some("\"one\""), ranges: true }
    }

    /// The first byte that a request asks for, if the service gives parts of this file.
    pub(crate) fn start(&self, seen: &Seen) -> Option<usize> {
        let asked = seen.header("range")?.strip_prefix("bytes=")?.strip_suffix('-')?;
        (self.ranges && seen.header("if-range") == self.etag).then(|| asked.parse().unwrap())
    }

    /// The response as bytes.
    pub(crate) fn written(&self, seen: &Seen) -> Vec<u8> {
        let length = self.content.len();
        let etag = self.etag.map(|etag| format!("ETag: {etag}\r\n")).unwrap_or_default();
        let (head, body) = match self.start(seen) {
            Some(start) if start >= length => {
                (format!("416 Range Not Satisfiable\r\nContent-Range: bytes */{length}"), &[][..])
            }
            Some(start) => (
                format!("206 Partial\r\nContent-Range: bytes {start}-{}/{length}", length - 1),
                &self.content[start..],
            ),
            None => ("200 OK".to_owned(), &self.content[..]),
        };
        let head = format!("HTTP/1.1 {head}\r\n{etag}Content-Length: {}\r\n\r\n", body.len());
        [head.as_bytes(), body].concat()
    }

    /// The whole response.
    pub(crate) fn whole(&self, seen: &Seen) -> Answer {
        Answer::RawOpen(self.written(seen))
    }

    /// The response with only so many bytes of the body, and the end of the connection.
    pub(crate) fn cut(&self, seen: &Seen, bytes: usize) -> Answer {
        Answer::Raw(self.first(seen, bytes))
    }

    /// The response with only so many bytes of the body, and a reset of the connection.
    pub(crate) fn reset(&self, seen: &Seen, bytes: usize) -> Answer {
        Answer::Reset(self.first(seen, bytes))
    }

    fn first(&self, seen: &Seen, bytes: usize) -> Vec<u8> {
        let mut written = self.written(seen);
        let head = written.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
        written.truncate(head + bytes);
        written
    }
}

/// A client whose keys no storage service may see.
pub(crate) fn client() -> Client {
    builder("http://127.0.0.1:1").build().unwrap()
}

pub(crate) fn address(server: &Server) -> PresignedUrl {
    PresignedUrl::new(format!("{}/bucket/file?Expires=9&Signature={SIGNATURE}", server.url()))
}

/// A folder for one test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.path().join("nightly.rdb")
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The names in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The values of a header in all requests.
pub(crate) fn header(server: &Server, name: &str) -> Vec<Option<String>> {
    server.seen().iter().map(|seen| seen.header(name).map(str::to_owned)).collect()
}

/// A value that a callback fills.
pub(crate) fn shared<T: Default>() -> (Arc<Mutex<T>>, Arc<Mutex<T>>) {
    let value = Arc::<Mutex<T>>::default();
    (Arc::clone(&value), value)
}

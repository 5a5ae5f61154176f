//! Downloads without `await`.

use std::fs;
use std::io::{self, Write};

use ucloud_umem::{ErrorKind, blocking};

use super::storage::{Folder, Stored, address, client};
use crate::support::Server;

fn server() -> (Server, Vec<u8>) {
    let stored = Stored::new(300_000);
    let content = stored.content.clone();
    let server = Server::unsigned(move |seen| match seen.number {
        0 => stored.cut(seen, 100_000),
        _ => stored.whole(seen),
    });
    (server, content)
}

struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn downloads() {
    let client = blocking::Client::new(client()).unwrap();
    let (server, content) = server();
    let folder = Folder::new();
    client.download(&address(&server)).resume(true).to_file(folder.file()).unwrap();
    assert!(fs::read(folder.file()).unwrap() == content);
    assert_eq!(folder.names(), ["nightly.rdb"]);

    let (server, content) = self::server();
    let mut writer = Vec::new();
    let length = client.download(&address(&server)).to_writer(&mut writer).unwrap();
    assert_eq!(length, 300_000);
    assert!(writer == content);

    let error = client.download(&address(&server)).to_writer(Full).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);

    // A callback cannot wait for its own thread.
    let (inner, at) = (client.clone(), address(&server));
    let download = client.download(&address(&server)).on_progress(move |_| {
        let error = inner.download(&at).to_writer(Vec::new()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    });
    download.to_writer(Vec::new()).unwrap();
}

#[test]
fn a_blocking_client_downloads() {
    downloads();
}

#[tokio::test]
async fn a_blocking_client_downloads_inside_a_runtime() {
    downloads();
}

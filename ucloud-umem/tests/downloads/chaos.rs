//! Random faults: a file is whole and right, or there is none.

use std::fs;
use std::sync::Mutex;

use tokio::task::JoinSet;
use ucloud_umem::Client;

use super::storage::{Folder, Stored, address};
use crate::support::{Answer, Server, builder};

/// A server that breaks most of its responses, and sometimes changes the file.
fn server(seed: u64) -> (Server, [Stored; 2]) {
    let mut random = fastrand::Rng::with_seed(seed);
    let etags = if random.u8(..4) == 0 { [None; 2] } else { [Some("\"one\""), Some("\"two\"")] };
    let first = Stored {
        etag: etags[0],
        ranges: random.u8(..4) > 0,
        ..Stored::new(random.usize(..50_000))
    };
    let mut second = Stored { etag: etags[1], ..first.clone() };
    second.content.iter_mut().for_each(|byte| *byte = !*byte);
    let files = [first, second];
    let versions = files.clone();
    let state = Mutex::new((random, 0));
    let server = Server::unsigned(move |seen| {
        let (random, file) = &mut *state.lock().unwrap();
        if random.u8(..12) == 0 {
            *file = 1;
        }
        let stored = &versions[*file];
        let bytes = random.usize(..=stored.content.len());
        match random.u8(..8) {
            0..3 => stored.cut(seen, bytes),
            3 => stored.reset(seen, bytes),
            4 => Answer::cut(),
            5 => Answer::status(503, "later"),
            _ => stored.whole(seen),
        }
    });
    (server, files)
}

fn client() -> Client {
    builder("http://127.0.0.1:1").max_attempts(2).build().unwrap()
}

/// Downloads to a file and to a writer, and returns `true` if the file was completed.
async fn run(seed: u64) -> bool {
    let (server, files) = server(seed);
    let is_right = |content: Vec<u8>| files.iter().any(|stored| stored.content == content);
    let mut writer = Vec::new();
    if client().download(&address(&server)).to_writer(&mut writer).await.is_ok() {
        assert!(is_right(writer), "writer of seed {seed}");
    }
    let folder = Folder::new();
    for _ in 0..6 {
        let download = client().download(&address(&server)).resume(seed % 2 == 0);
        let result = download.to_file(folder.file()).await;
        assert_eq!(result.is_ok(), folder.file().exists(), "seed {seed}: {result:?}");
        if result.is_ok() {
            assert!(is_right(fs::read(folder.file()).unwrap()), "file of seed {seed}");
            return true;
        }
    }
    false
}

#[tokio::test]
async fn a_file_is_whole_and_right_or_not_there() {
    let mut runs: JoinSet<_> = (0..100).map(run).collect();
    let mut completed = 0;
    while let Some(run) = runs.join_next().await {
        completed += u32::from(run.unwrap());
    }
    assert!(completed > 50, "{completed} of 100 downloads were completed");
}

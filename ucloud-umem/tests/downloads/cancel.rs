//! Downloads that are dropped.

use std::fs;
use std::time::Duration;

use tokio::time::{sleep, timeout};

use super::storage::{Folder, Stored, address, client, header};
use crate::support::{Answer, Server};

/// Waits until the folder has these names: the last write ends after the download is dropped.
async fn becomes(folder: &Folder, names: &[&str]) {
    let wait = async {
        while folder.names() != names {
            sleep(Duration::from_millis(5)).await;
        }
    };
    assert!(timeout(Duration::from_secs(10), wait).await.is_ok(), "{:?}", folder.names());
}

#[tokio::test]
async fn a_dropped_download_leaves_a_file_only_to_resume() {
    for resume in [false, true] {
        let stored = Stored::new(100_000);
        let content = stored.content.clone();
        let server = Server::unsigned(move |seen| match seen.number {
            0 => {
                let mut half = stored.written(seen);
                half.truncate(50_000);
                Answer::RawOpen(half)
            }
            _ => stored.whole(seen),
        });
        let folder = Folder::new();
        fs::write(folder.file(), "older").unwrap();
        let (arrived, note) = super::storage::shared::<u64>();
        let download = client().download(&address(&server)).resume(resume);
        let download = download.on_progress(move |progress| *note.lock().unwrap() = progress.bytes);
        let task = tokio::spawn(download.to_file(folder.file()));
        while *arrived.lock().unwrap() < 40_000 {
            sleep(Duration::from_millis(5)).await;
        }
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        let left = ["nightly.rdb", "nightly.rdb.part", "nightly.rdb.part.json"];
        becomes(&folder, if resume { &left } else { &left[..1] }).await;
        assert_eq!(fs::read(folder.file()).unwrap(), b"older");

        let download = client().download(&address(&server)).resume(resume);
        download.to_file(folder.file()).await.unwrap();
        assert!(fs::read(folder.file()).unwrap() == content);
        assert_eq!(header(&server, "range")[1].is_some(), resume);
        becomes(&folder, &left[..1]).await;
    }
}

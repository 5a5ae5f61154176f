//! However an emulator ends, no process and no folder is left.
#![cfg(target_os = "linux")]

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::setup::{
    RealBox, Running, ask, client_of, connect, create_group, eventually, fill, folders_in, group,
    processes_in, program, signal, wait,
};

fn nothing_is_left(temporary: &Path) -> bool {
    processes_in(temporary).is_empty() && folders_in(temporary).is_empty()
}

/// Makes a folder for temporary files, by its real name.
fn temporary() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(folder.path()).unwrap();
    (folder, path)
}

#[tokio::test]
async fn signals_at_any_moment_leave_nothing() {
    let Some(redis) = program("redis-server") else { return };
    for name in ["TERM", "INT", "KILL"] {
        // It ends in another part of the job each time.
        for parts in 0..4 {
            let (_folder, temporary) = temporary();
            let mut running = Running::start(&redis, &temporary, &[]);
            let client = client_of(&running.url);
            if parts > 0 {
                let id = create_group(&client, json!({})).await;
                let row = group(&client, &id).await;
                assert!(processes_in(&temporary).len() >= 2, "a server and a guardian");
                if parts > 1 {
                    fill(&mut connect(&row, ""), 10_000);
                }
                let pid = running.id();
                let backup = client.create_uredis_backup(&id, "a-backup");
                if parts > 2 {
                    let end = tokio::task::spawn_blocking(move || signal(&pid, name));
                    // It may be over before.
                    _ = backup.send().await;
                    end.await.unwrap();
                } else {
                    backup.send().await.unwrap();
                    signal(&pid, name);
                }
            } else {
                signal(&running.id(), name);
            }
            wait(&mut running.child.0);
            if name == "KILL" {
                eventually("the guardian has ended it", || nothing_is_left(&temporary));
            } else {
                assert!(
                    nothing_is_left(&temporary),
                    "{name} {parts}: {:?}",
                    folders_in(&temporary)
                );
            }
        }
    }
}

#[tokio::test]
async fn a_start_removes_what_a_killed_emulator_and_guardian_left() {
    let Some(redis) = program("redis-server") else { return };
    let (_folder, temporary) = temporary();
    let mut killed = Running::start(&redis, &temporary, &[]);
    create_group(&client_of(&killed.url), json!({})).await;
    let left = folders_in(&temporary);
    for pid in processes_in(&temporary) {
        let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap();
        if String::from_utf8_lossy(&command).contains("guardian") {
            signal(&pid.to_string(), "KILL");
        }
    }
    signal(&killed.id(), "KILL");
    wait(&mut killed.child.0);
    assert_eq!(left.len(), 1);
    assert_eq!(processes_in(&temporary).len(), 1);
    let next = Running::start(&redis, &temporary, &[]);
    create_group(&client_of(&next.url), json!({})).await;
    assert!(!left[0].exists());
    eventually("the old server has ended", || processes_in(&temporary).len() == 2);
    assert_eq!(folders_in(&temporary).len(), 1);
}

/// Returns the folder of a server of the group, as the server says.
async fn folder_of(real: &RealBox, id: &str) -> PathBuf {
    let folder = ask(&mut connect(&real.group(id).await, ""), "CONFIG GET dir");
    let folder = folder.split('"').nth(1).unwrap_or_else(|| panic!("{folder}"));
    Path::new(folder).ancestors().nth(2).unwrap().to_owned()
}

#[tokio::test]
async fn an_emulator_that_is_dropped_or_panics_leaves_nothing() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let folder = folder_of(&real, &id).await;
    assert_eq!(processes_in(&folder).len(), 2);
    drop(real);
    assert!(processes_in(&folder).is_empty() && !folder.exists());

    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let folder = folder_of(&real, &id).await;
    let end = panic::catch_unwind(panic::AssertUnwindSafe(move || {
        let _real = real;
        panic!("as expected");
    }));
    assert!(end.is_err());
    assert!(processes_in(&folder).is_empty() && !folder.exists());
}

#[tokio::test]
async fn a_reset_ends_the_servers() {
    let Some(real) = RealBox::with_redis() else { return };
    let id = real.create_group(json!({})).await;
    let folder = folder_of(&real, &id).await;
    real.emulator.reset();
    assert_eq!(processes_in(&folder).len(), 1, "only the guardian");
    assert_eq!(fs::read_dir(folder.join("servers")).unwrap().count(), 0);
}

#[tokio::test]
async fn without_options_nothing_is_started() {
    let (_folder, temporary) = temporary();
    let running = Running::start_without_servers(&temporary);
    let id = create_group(&client_of(&running.url), json!({})).await;
    assert_eq!(group(&client_of(&running.url), &id).await["VirtualIP"], "10.0.0.1");
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0);
    let children = format!("/proc/{0}/task/{0}/children", running.id());
    assert_eq!(fs::read_to_string(children).unwrap_or_default(), "");
}

#[tokio::test]
async fn a_folder_that_is_removed_at_once_leaves_no_process() {
    let Some(redis) = program("redis-server") else { return };
    let (folder, temporary) = temporary();
    let mut running = Running::start(&redis, &temporary, &[]);
    create_group(&client_of(&running.url), json!({})).await;
    signal(&running.id(), "KILL");
    wait(&mut running.child.0);
    drop(folder);
    eventually("the guardian has ended it", || processes_in(&temporary).is_empty());
}

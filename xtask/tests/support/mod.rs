//! What the tests of every command need: files as they are, and what a run said.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::process::Command;
use std::process::Output;

/// Files by their paths, and their bytes.
pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The paths at which two sets of files are not the same.
pub(crate) fn differences<'a>(one: &'a Files, other: &'a Files) -> Vec<&'a Path> {
    let mut paths: Vec<_> = one
        .keys()
        .chain(other.keys())
        .filter(|path| one.get(*path) != other.get(*path))
        .map(PathBuf::as_path)
        .collect();
    paths.sort();
    paths.dedup();
    paths
}

/// Fails, and names the files, unless a folder holds these files and no others.
#[track_caller]
pub(crate) fn assert_holds(folder: &Path, files: &Files, when: &str) {
    let found = snapshot(folder);
    let differences = differences(&found, files);
    assert!(differences.is_empty(), "{when} {folder:?} differs at {differences:?}");
}

/// Every file under a folder, with its bytes.
pub(crate) fn snapshot(folder: &Path) -> Files {
    let mut files = Files::new();
    if folder.exists() {
        snapshot_into(folder, folder, &mut files);
    }
    files
}

fn snapshot_into(root: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            snapshot_into(root, &path, files);
        } else {
            files.insert(
                path.strip_prefix(root).unwrap().to_owned(),
                fs::read(&path).unwrap(),
            );
        }
    }
}

/// Copies the command to where another user may run it. `cp` writes it, for whoever is forked while this process has it open
/// for writing keeps it open, and a file that is being written cannot be run.
#[cfg(unix)]
pub(crate) fn copy_the_command(to: &Path) {
    let command = env!("CARGO_BIN_EXE_xtask");
    let copied = Command::new("cp").arg(command).arg(to).status().unwrap();
    assert!(copied.success(), "{to:?}");
}

/// Copies every file under a folder into another one.
pub(crate) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in snapshot(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The folder of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The exit status of a run.
pub(crate) fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// All that a run printed.
pub(crate) fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// Names in a folder.
#[cfg(debug_assertions)]
pub(crate) fn names(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into())
        .collect()
}

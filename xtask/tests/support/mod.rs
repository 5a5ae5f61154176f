//! Support of all tests: files, and the output of a run.

use std::collections::BTreeMap;
#[cfg(unix)]
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::process::Command;
use std::process::Output;

/// Files by their paths, and their bytes.
pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Returns the paths at which two sets of files differ.
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

/// Checks that a folder holds exactly these files, and names the others.
#[track_caller]
pub(crate) fn assert_holds(folder: &Path, files: &Files, when: &str) {
    let found = snapshot(folder);
    let differences = differences(&found, files);
    assert!(differences.is_empty(), "{when} {folder:?} differs at {differences:?}");
}

/// Returns every file under a folder, with its bytes.
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
            files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
}

/// Copies every file under a folder into another one.
pub(crate) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in snapshot(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Returns the folder of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Returns the exit status of a run.
pub(crate) fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// Returns standard output and error of a run.
pub(crate) fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// Sizes for [`limited`]. The last one lets a run end.
#[cfg(unix)]
pub(crate) const SIZES: [u32; 10] = [0, 1, 2, 3, 4, 6, 8, 16, 32, 1000];

/// Makes a command that the system kills when it writes a file of more than so many blocks. `first`
/// is done in the shell before.
#[cfg(unix)]
pub(crate) fn limited(command: &Command, blocks: u32, first: &str) -> Command {
    let mut limited = Command::new("sh");
    let script = format!("{first} ulimit -c 0; ulimit -f {blocks}; exec \"$@\"");
    limited.args(["-c", &script, "sh"]);
    limited.arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        limited.current_dir(folder);
    }
    limited
}

/// Returns how many of the files that differ are the new ones already. Fails when a file is neither
/// old nor new; hidden files do not count.
#[cfg(unix)]
#[track_caller]
pub(crate) fn assert_whole(folder: &Path, old: &Files, new: &Files, when: &str) -> usize {
    let is_hidden = |path: &Path| path.file_name().unwrap().as_encoded_bytes()[0] == b'.';
    let mut files = snapshot(folder);
    files.retain(|path, _| !is_hidden(path));
    let paths: BTreeSet<_> = [&files, old, new].into_iter().flat_map(Files::keys).collect();
    let mut count = 0;
    for path in paths {
        let (is, was, will) = (files.get(path), old.get(path), new.get(path));
        assert!(is == was || is == will, "{when} {path:?} is torn");
        count += usize::from(was != will && is == will);
    }
    count
}

//! Folders, for the tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::Sources;

/// Returns the folder of the golden description and its output.
pub(crate) fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Returns the root of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns every file below a folder, by its path in it; line ends as `\n`.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in
            fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display()))
        {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), text);
            }
        }
    }
    files
}

/// Returns the description in a folder.
pub(crate) fn sources(folder: &Path) -> Sources {
    let mut sources = Sources::new();
    let mut files = files(folder);
    files.retain(|path, _| path.extension().is_some_and(|extension| extension == "yaml"));
    for (path, text) in files {
        let path: Vec<_> = path.iter().map(|part| part.to_str().unwrap()).collect();
        sources.insert(path.join("/"), text);
    }
    sources
}

/// Returns the golden description.
pub(crate) fn spec() -> Sources {
    sources(&golden().join("spec"))
}

/// Returns the files generated from the golden description.
pub(crate) fn generated() -> BTreeMap<PathBuf, String> {
    codegen::generate(&spec()).unwrap_or_else(|report| panic!("{report}")).files
}

/// Writes a file unless it is there already, so that cargo does not take it for changed.
pub(crate) fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Makes a folder hold these files and no others.
pub(crate) fn fill(folder: &Path, new: &BTreeMap<PathBuf, String>) {
    if folder.exists() {
        for path in files(folder).into_keys().filter(|path| !new.contains_key(path)) {
            fs::remove_file(folder.join(path)).unwrap();
        }
    }
    for (path, text) in new {
        write(&folder.join(path), text);
    }
}

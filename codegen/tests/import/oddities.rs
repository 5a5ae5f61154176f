//! Pages with every oddity: the description that comes out, and all that is said of them, are as
//! they were reviewed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::support::{File, Spec};

const NOTES: &str = "notes.txt";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/oddities")
}

/// Returns every file below a folder, by its path in it with `/`; line ends as `\n`.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = fs::read_dir(next) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap();
                let parts: Vec<_> = name.iter().map(|part| part.to_str().unwrap()).collect();
                let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
                files.insert(parts.join("/"), text);
            }
        }
    }
    files
}

fn pages() -> Vec<File> {
    let pages = files(&folder().join("pages"));
    pages.into_iter().map(|(path, text)| File { path, text }).collect()
}

#[test]
fn what_is_made_of_odd_pages_is_as_it_was_reviewed() {
    let mut spec = Spec::default();
    let imported = spec.import(&pages());
    let notes: Vec<_> = imported.notes.iter().map(ToString::to_string).collect();
    let mut made: BTreeMap<String, String> =
        spec.sources.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    made.insert(NOTES.into(), notes.join("\n") + "\n");
    let expected = folder().join("expected");
    if env::var_os("UPDATE_EXPECTED").is_some() {
        let _ = fs::remove_dir_all(&expected);
        for (path, text) in &made {
            let path = expected.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    let expected = files(&expected);
    let paths = expected.keys().chain(made.keys());
    for path in paths {
        let (old, new) = (expected.get(path), made.get(path));
        assert!(
            old == new,
            "{path}\nis:\n{}\nshould be:\n{}\nIf it is meant: UPDATE_EXPECTED=1 cargo test -p codegen --test import",
            new.map_or("(none)", String::as_str),
            old.map_or("(none)", String::as_str),
        );
    }
}

#[test]
fn odd_pages_leave_nothing_to_do_by_hand_and_change_nothing_twice() {
    let pages = pages();
    let mut spec = Spec::default();
    let imported = spec.import(&pages);
    assert_eq!(spec.complaint(&imported, &pages), None);
}

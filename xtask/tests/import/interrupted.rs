//! Runs that do not reach their end: no file is torn, and the next run writes the others.

use std::fs;
use std::path::Path;

use crate::desk::{DOCS, Desk, PAGES};
use crate::support::{Files, SIZES, assert_holds, assert_whole, code, limited, said};

/// A desk whose pages changed since they were imported, the description as it is, and as it will be: a file goes, one comes,
/// and others change.
fn changed() -> (Desk, Files, Files) {
    let desk = Desk::new();
    // Larger than `pages.lock`, so that a run can be killed at either of them.
    let note = format!("members:\n  - {{ note: {}, ", "Long.".repeat(4_000));
    desk.edit_spec("models/BerthSet.yaml", "members:\n  - { ", &note);
    let old = desk.files();
    fs::remove_file(desk.page("delete_berth")).unwrap();
    let page = fs::read_to_string(desk.page("rename_berth")).unwrap();
    fs::write(desk.page("shift_berth"), page.replace("RenameBerth", "ShiftBerth"))
        .unwrap();
    desk.edit("describe_berth", "水深，单位米 |No|", "水深 |**Yes**|");
    desk.edit("get_berth_price", "&Days=3", "&Days=4");
    desk.import(&[DOCS, "--prune"]);
    let new = desk.files();
    rewind(&desk, &old);
    (desk, old, new)
}

/// Puts these files in the place of those that are there.
fn rewind(desk: &Desk, files: &Files) {
    if desk.spec().exists() {
        fs::remove_dir_all(desk.spec()).unwrap();
    }
    for (path, bytes) in files {
        let path = desk.spec().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// A run that is killed in the middle of a file, each time another one. What is to read is reported by the next run.
#[test]
fn a_killed_run_is_completed_by_the_next_one() {
    let (desk, old, new) = changed();
    let line = "model `BerthSet`: the text of member `Depth` changed: read it";
    let mut seen = Vec::new();
    for size in SIZES {
        rewind(&desk, &old);
        let command = desk.command(&[DOCS, "--prune"]);
        let output = limited(&command, size, "").output().unwrap();
        if code(&output) == Some(0) {
            break;
        }
        let when = format!("killed at a file of more than {size} blocks");
        assert_eq!(code(&output), None, "{when}: {}", said(&output));
        seen.push(assert_whole(&desk.spec(), &old, &new, &when));
        assert!(desk.import(&[DOCS, "--prune"]).contains(line), "{when}");
        assert_holds(&desk.spec(), &new, &format!("after {when}"));
    }
    assert!(!seen.is_empty());
}

#[test]
fn the_first_import_can_be_killed_too() {
    let done = Desk::with_pages();
    done.import(&[PAGES]);
    let new = done.files();
    let desk = Desk::with_pages();
    for size in SIZES {
        rewind(&desk, &Files::new());
        let output = limited(&desk.command(&[PAGES]), size, "").output().unwrap();
        if code(&output) == Some(0) {
            break;
        }
        let when = format!("killed at a file of more than {size} blocks");
        assert_whole(&desk.spec(), &Files::new(), &new, &when);
        // What there is to read is known once product.yaml is there.
        let is_known = desk.spec().join("product.yaml").exists();
        desk.import(&[if is_known { DOCS } else { PAGES }]);
        assert_holds(&desk.spec(), &new, &format!("after {when}"));
    }
}

/// An earlier run was killed between any two files: what is there is the old one or the new one.
#[test]
fn any_mixture_of_old_and_new_files_is_completed() {
    let (desk, old, new) = changed();
    let lock = Path::new("pages.lock");
    let mut paths: Vec<_> = old.keys().chain(new.keys()).collect();
    paths.retain(|path| old.get(*path) != new.get(*path) && *path != lock);
    paths.sort();
    paths.dedup();
    for mixture in 0..1_u32 << paths.len() {
        let mut files = old.clone();
        for (bit, path) in paths.iter().enumerate() {
            match new.get(*path) {
                _ if mixture >> bit & 1 == 0 => {}
                Some(bytes) => {
                    files.insert((*path).clone(), bytes.clone());
                }
                None => {
                    files.remove(*path);
                }
            }
        }
        rewind(&desk, &files);
        desk.import(&[DOCS, "--prune"]);
        assert_holds(&desk.spec(), &new, &format!("after {mixture:b} of {paths:?}"));
    }
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let (desk, old, new) = changed();
    for size in SIZES {
        rewind(&desk, &old);
        let command = desk.command(&[DOCS, "--prune"]);
        let output = limited(&command, size, "trap '' XFSZ;").output().unwrap();
        if code(&output) == Some(0) {
            break;
        }
        assert_eq!(code(&output), Some(2), "{}", said(&output));
        assert!(output.stdout.is_empty(), "{}", said(&output));
        assert!(
            said(&output).starts_with("error: cannot write spec/"),
            "{}",
            said(&output)
        );
        assert!(
            said(&output).ends_with(": File too large (os error 27)\n"),
            "{}",
            said(&output)
        );
        assert_whole(&desk.spec(), &old, &new, "");
        let is_left =
            |path: &Path| path.file_name().unwrap().as_encoded_bytes()[0] == b'.';
        assert!(!desk.files().keys().any(|path| is_left(path)));
    }
    assert_holds(&desk.spec(), &new, "");
}

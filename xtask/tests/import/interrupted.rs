//! Runs that do not reach their end: no file is torn, and the next run writes the others.

use std::fs;
use std::path::Path;

use crate::sandbox::{DOCS, PAGES, Sandbox};
use crate::support::{Files, SIZES, assert_holds, assert_whole, code, limited, said};

/// Makes a sandbox with changed pages, and returns the old and the new description: one file goes,
/// one comes, others change.
fn changed() -> (Sandbox, Files, Files) {
    let sandbox = Sandbox::new();
    // Larger than `pages.lock`, so that a run can be killed at either of them.
    let note = format!("members:\n  - {{ note: {}, ", "Long.".repeat(4_000));
    sandbox.edit_spec("models/BerthSet.yaml", "members:\n  - { ", &note);
    let old = sandbox.files();
    fs::remove_file(sandbox.page("delete_berth")).unwrap();
    let page = fs::read_to_string(sandbox.page("rename_berth")).unwrap();
    fs::write(sandbox.page("shift_berth"), page.replace("RenameBerth", "ShiftBerth")).unwrap();
    sandbox.edit("describe_berth", "水深，单位米 |No|", "水深 |**Yes**|");
    sandbox.edit("get_berth_price", "&Days=3", "&Days=4");
    sandbox.import(&[DOCS, "--prune"]);
    let new = sandbox.files();
    rewind(&sandbox, &old);
    (sandbox, old, new)
}

/// Puts these files in the place of those that are there.
fn rewind(sandbox: &Sandbox, files: &Files) {
    if sandbox.spec().exists() {
        fs::remove_dir_all(sandbox.spec()).unwrap();
    }
    for (path, bytes) in files {
        let path = sandbox.spec().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// A run that is killed in the middle of a file, each time another one. What is to read is reported
/// by the next run.
#[test]
fn a_killed_run_is_completed_by_the_next_one() {
    let (sandbox, old, new) = changed();
    let line = "model `BerthSet`: the text of field `Depth` changed: read it";
    let mut seen = Vec::new();
    for size in SIZES {
        rewind(&sandbox, &old);
        let command = sandbox.command(&[DOCS, "--prune"]);
        let output = limited(&command, size, "").output().unwrap();
        if code(&output) == Some(0) {
            break;
        }
        let when = format!("killed at a file of more than {size} blocks");
        assert_eq!(code(&output), None, "{when}: {}", said(&output));
        seen.push(assert_whole(&sandbox.spec(), &old, &new, &when));
        assert!(sandbox.import(&[DOCS, "--prune"]).contains(line), "{when}");
        assert_holds(&sandbox.spec(), &new, &format!("after {when}"));
    }
    assert!(!seen.is_empty());
}

#[test]
fn the_first_import_can_be_killed_too() {
    let done = Sandbox::with_pages();
    done.import(&[PAGES]);
    let new = done.files();
    let sandbox = Sandbox::with_pages();
    for size in SIZES {
        rewind(&sandbox, &Files::new());
        let output = limited(&sandbox.command(&[PAGES]), size, "").output().unwrap();
        if code(&output) == Some(0) {
            break;
        }
        let when = format!("killed at a file of more than {size} blocks");
        assert_whole(&sandbox.spec(), &Files::new(), &new, &when);
        // What there is to read is known once product.yaml is there.
        let is_known = sandbox.spec().join("product.yaml").exists();
        sandbox.import(&[if is_known { DOCS } else { PAGES }]);
        assert_holds(&sandbox.spec(), &new, &format!("after {when}"));
    }
}

/// An earlier run was killed between any two files: what is there is the old one or the new one.
#[test]
fn any_mixture_of_old_and_new_files_is_completed() {
    let (sandbox, old, new) = changed();
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
        rewind(&sandbox, &files);
        sandbox.import(&[DOCS, "--prune"]);
        assert_holds(&sandbox.spec(), &new, &format!("after {mixture:b} of {paths:?}"));
    }
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let (sandbox, old, new) = changed();
    for size in SIZES {
        rewind(&sandbox, &old);
        let command = sandbox.command(&[DOCS, "--prune"]);
        let output = limited(&command, size, "trap '' XFSZ;").output().unwrap();
        if code(&output) == Some(0) {
            break;
        }
        assert_eq!(code(&output), Some(2), "{}", said(&output));
        assert!(output.stdout.is_empty(), "{}", said(&output));
        assert!(said(&output).starts_with("error: cannot write spec/"), "{}", said(&output));
        assert!(said(&output).ends_with(": File too large (os error 27)\n"), "{}", said(&output));
        assert_whole(&sandbox.spec(), &old, &new, "");
        let is_left = |path: &Path| path.file_name().unwrap().as_encoded_bytes()[0] == b'.';
        assert!(!sandbox.files().keys().any(|path| is_left(path)));
    }
    assert_holds(&sandbox.spec(), &new, "");
}

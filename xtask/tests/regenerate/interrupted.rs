//! Runs that do not reach their end: no file is torn, and the next run writes the others.

use std::fs;
use std::path::PathBuf;

use crate::support::{
    Bench, Files, SIZES, assert_holds, assert_whole, code, limited, said, snapshot,
};

/// Makes a bench, and returns it with two sets of files: of an older description and of the present
/// one.
fn changed() -> (Bench, Files, Files) {
    let bench = Bench::made_up(1);
    bench.regenerate();
    let new = snapshot(&bench.generated());
    let action = "actions/DescribeThing0.yaml";
    let (now, before) = ("default: 20", "default: 10");
    bench.edit(action, now, before);
    bench.regenerate();
    fs::write(bench.generated().join("surplus.rs"), "").unwrap();
    let old = snapshot(&bench.generated());
    assert!(old != new);
    bench.edit(action, before, now);
    (bench, old, new)
}

/// Puts these files in the place of those that are there.
fn rewind(bench: &Bench, files: &Files) {
    fs::remove_dir_all(bench.generated()).unwrap();
    for (path, bytes) in files {
        let path = bench.generated().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// A run that is killed in the middle of a file, each time another one.
#[test]
fn a_killed_run_is_completed_by_the_next_one() {
    let (bench, old, new) = changed();
    let mut seen = Vec::new();
    // From what an older description gave, and from nothing.
    for before in [&old, &Files::new()] {
        for size in SIZES {
            rewind(&bench, before);
            let output = limited(&bench.command(), size, "").output().unwrap();
            if code(&output) == Some(0) {
                break;
            }
            let when = format!("killed at a file of more than {size} blocks");
            assert_eq!(code(&output), None, "{when}: {}", said(&output));
            seen.push(assert_whole(&bench.generated(), before, &new, &when));
            bench.regenerate();
            assert_holds(&bench.generated(), &new, &format!("after {when}"));
            assert_eq!(bench.litter(), Vec::<PathBuf>::new(), "after {when}");
        }
    }
    seen.sort_unstable();
    seen.dedup();
    assert!(seen.len() > 2, "{seen:?}");
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let (bench, old, new) = changed();
    for size in SIZES {
        rewind(&bench, &old);
        fs::write(bench.spec().join("spec.schema.json"), "{}\n").unwrap();
        let output = limited(&bench.command(), size, "trap '' XFSZ;").output().unwrap();
        if code(&output) == Some(0) {
            break;
        }
        assert_eq!(code(&output), Some(2), "{}", said(&output));
        let places = ["error: cannot write gen/", "error: cannot write spec/spec.schema.json"];
        let said = said(&output);
        assert!(places.iter().any(|place| said.contains(place)), "{said}");
        assert!(said.contains(": File too large"), "{said}");
        assert_whole(&bench.generated(), &old, &new, "");
        assert_eq!(bench.litter(), Vec::<PathBuf>::new());
    }
    assert_holds(&bench.generated(), &new, "");
}

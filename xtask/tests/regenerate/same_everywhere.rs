//! The same description gives the same bytes wherever and however it is read.

use std::fs;
use std::process::Command;

use crate::support::{Bench, code, said, snapshot};

#[test]
fn line_ends_folder_time_zone_and_locale_do_not_matter() {
    let here = Bench::new();
    here.regenerate();

    let there = Bench::new();
    for (path, bytes) in snapshot(&there.spec()) {
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        // An editor of that system may also have put a byte order mark.
        fs::write(there.spec().join(path), format!("\u{feff}{text}")).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("regenerate")
        .arg("--spec")
        .arg(there.spec())
        .arg("--out")
        .arg(there.generated())
        .current_dir("/")
        .envs([
            ("TZ", "Asia/Kathmandu"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("COLUMNS", "40"),
            ("CLICOLOR_FORCE", "1"),
        ])
        .output()
        .unwrap();
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    let (ours, theirs) = (snapshot(&here.generated()), snapshot(&there.generated()));
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
    for (path, bytes) in ours {
        assert!(theirs.get(&path) == Some(&bytes), "{} differs", path.display());
    }
    let schema = |bench: &Bench| fs::read(bench.spec().join("spec.schema.json")).unwrap();
    assert_eq!(schema(&here), schema(&there));
}

#[test]
fn a_checkout_with_other_line_ends_is_not_stale() {
    let bench = Bench::new();
    bench.regenerate();
    for folder in [bench.generated(), bench.spec()] {
        for (path, bytes) in snapshot(&folder) {
            let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
            fs::write(folder.join(path), text).unwrap();
        }
    }
    let output = bench.check();
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    assert_eq!(bench.regenerate(), "gen is up to date\n");
}

#[test]
fn nothing_generated_names_this_machine() {
    let bench = Bench::new();
    bench.regenerate();
    let machine =
        [bench.path().to_string_lossy().into_owned(), env!("CARGO_MANIFEST_DIR").to_owned()];
    for (path, bytes) in snapshot(&bench.generated()) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(machine.iter().all(|name| !text.contains(name.as_str())), "{}", path.display());
        assert!(text.ends_with('\n') && !text.contains('\r'), "{}", path.display());
    }
}

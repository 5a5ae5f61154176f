//! Folders and files that a run does not take, each with a sentence that says why.

use std::fs;

use crate::support::{Bench, assert_holds, code, said, snapshot};

fn refused(bench: &Bench, arguments: &[&str], why: &str) {
    let mut command = bench.command();
    command.args(arguments);
    let output = command.output().unwrap();
    assert_eq!(code(&output), Some(2), "{arguments:?}: {}", said(&output));
    assert!(said(&output).contains(why), "{arguments:?}: no {why:?} in {}", said(&output));
}

/// Returns the command without the bench's own folders.
fn plain(bench: &Bench, arguments: &[&str]) -> std::process::Output {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .args(arguments)
        .current_dir(bench.path())
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .unwrap()
}

#[test]
fn wrong_arguments() {
    let bench = Bench::new();
    refused(&bench, &["--chekc"], "--chekc");
    refused(&bench, &["extra"], "extra");
    assert_eq!(code(&plain(&bench, &[])), Some(2));
    assert_eq!(code(&plain(&bench, &["regenrate"])), Some(2));
    assert_eq!(code(&plain(&bench, &["--help"])), Some(0));
    let output = plain(&bench, &["regenerate"]);
    assert_eq!(code(&output), Some(2));
    assert!(said(&output).contains("run it as `cargo xtask`, or give both --spec and --out"));
}

#[test]
fn a_description_that_is_not_there() {
    let bench = Bench::new();
    for (spec, why) in [
        ("nowhere", "cannot read the description nowhere: "),
        ("spec/product.yaml", "cannot read the description"),
    ] {
        let output = plain(&bench, &["regenerate", "--spec", spec, "--out", "gen"]);
        assert_eq!(code(&output), Some(2), "{}", said(&output));
        assert!(said(&output).contains(why), "{}", said(&output));
    }
}

#[test]
fn all_files_that_cannot_be_read_are_named_at_once() {
    let bench = Bench::new();
    fs::write(bench.spec().join("actions/NoText.yaml"), b"action: A\ntitle: \xff\n").unwrap();
    fs::write(bench.spec().join("models/Huge.yaml"), "#".repeat((1 << 20) + 1)).unwrap();
    refused(&bench, &[], "spec/actions/NoText.yaml is not UTF-8 text: line 2");
    refused(&bench, &[], "spec/models/Huge.yaml is larger than 1 MiB");
    assert!(!bench.generated().exists());
}

#[cfg(unix)]
#[test]
fn links_in_the_description() {
    let bench = Bench::new();
    fs::rename(bench.spec().join("enums"), bench.path().join("enums")).unwrap();
    std::os::unix::fs::symlink("../enums", bench.spec().join("enums")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", bench.spec().join("actions/Passwd.yaml")).unwrap();
    refused(&bench, &[], "spec/enums is a symbolic link");
    refused(&bench, &[], "spec/actions/Passwd.yaml is a symbolic link");
}

#[test]
fn files_that_do_not_belong_are_named_and_left() {
    let bench = Bench::new();
    // Hidden files are of editors and systems, and not named.
    for file in ["actions/Other.yml", "notes.md", "actions/.Swap.yaml.swp", ".DS_Store"] {
        fs::write(bench.spec().join(file), "").unwrap();
    }
    fs::create_dir(bench.spec().join("action")).unwrap();
    fs::write(bench.spec().join("pages.lock"), "").unwrap();
    let said = bench.regenerate();
    for file in ["actions/Other.yml", "notes.md", "action"] {
        assert!(
            said.contains(&format!("warning: spec/{file} is not part of a description")),
            "{file}: {said}"
        );
    }
    assert_eq!(said.matches("warning").count(), 3, "{said}");
    assert!(bench.spec().join("notes.md").exists());
}

#[test]
fn output_folders_that_hold_something_else() {
    let bench = Bench::new();
    fs::create_dir(bench.generated()).unwrap();
    fs::write(bench.generated().join("thesis.txt"), "years of work").unwrap();
    fs::write(bench.path().join("a-file"), "").unwrap();
    let before = snapshot(bench.path());
    for arguments in [[].as_slice(), &["--check"]] {
        refused(&bench, arguments, "gen is neither empty nor written by an earlier run");
    }
    for (out, why) in [
        ("spec", "spec holds the description"),
        (".", ". holds the description"),
        ("spec/models/gen", "spec/models/gen is in the description's folder"),
        ("a-file", "a-file is not a folder"),
        ("/", "/ holds the description"),
    ] {
        let output = plain(&bench, &["regenerate", "--spec", "spec", "--out", out]);
        assert_eq!(code(&output), Some(2), "{out}: {}", said(&output));
        assert!(said(&output).contains(why), "{out}: {}", said(&output));
    }
    assert_holds(bench.path(), &before, "");
}

#[test]
fn an_empty_output_folder_is_taken_and_one_that_is_not_there_is_made() {
    let bench = Bench::new();
    fs::create_dir(bench.generated()).unwrap();
    bench.regenerate();
    assert_eq!(code(&bench.check()), Some(0));
    let arguments = ["regenerate", "--spec", "spec", "--out", "no/such/place"];
    assert_eq!(code(&plain(&bench, &arguments)), Some(0));
    assert!(snapshot(&bench.path().join("no/such/place")) == snapshot(&bench.generated()));
}

/// A folder of hand-written files that holds the generated one is not taken for it.
#[test]
fn the_folder_above_is_not_the_output_folder() {
    let bench = Bench::new();
    bench.regenerate();
    let above = bench.path().join("src");
    fs::create_dir(&above).unwrap();
    fs::rename(bench.generated(), above.join("generated")).unwrap();
    fs::write(above.join("lib.rs"), "mod generated;").unwrap();
    let before = snapshot(bench.path());
    let output = plain(&bench, &["regenerate", "--spec", "spec", "--out", "src"]);
    assert_eq!(code(&output), Some(2), "{}", said(&output));
    assert!(said(&output).contains("src is neither empty nor written by"), "{}", said(&output));
    assert_holds(bench.path(), &before, "");
}

#[cfg(unix)]
#[test]
fn a_link_as_output_folder() {
    let bench = Bench::new();
    bench.regenerate();
    fs::rename(bench.generated(), bench.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", bench.generated()).unwrap();
    for out in ["gen", "gen/", "./gen/."] {
        let output = plain(&bench, &["regenerate", "--spec", "spec", "--out", out]);
        assert_eq!(code(&output), Some(2), "{out}: {}", said(&output));
        assert!(said(&output).contains("is a symbolic link"), "{out}: {}", said(&output));
    }
}

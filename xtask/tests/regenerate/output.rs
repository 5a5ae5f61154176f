//! Files that a run writes, files that it leaves alone, and the report of `--check`.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::support::{Bench, code, said, snapshot};

fn times(bench: &Bench) -> Vec<(PathBuf, SystemTime)> {
    let in_generated =
        snapshot(&bench.generated()).into_keys().map(|path| bench.generated().join(path));
    let in_spec = snapshot(&bench.spec()).into_keys().map(|path| bench.spec().join(path));
    let folders = [bench.path().to_owned(), bench.generated(), bench.spec()];
    in_generated
        .chain(in_spec)
        .chain(folders)
        .map(|path| (path.clone(), fs::metadata(path).unwrap().modified().unwrap()))
        .collect()
}

#[test]
fn a_run_that_changes_nothing_writes_nothing() {
    let bench = Bench::new();
    assert!(bench.regenerate().contains("wrote gen: "));
    let before = times(&bench);
    assert_eq!(bench.regenerate(), "gen is up to date\n");
    assert_eq!(code(&bench.check()), Some(0));
    assert_eq!(times(&bench), before);
}

#[test]
fn check_names_all_that_is_stale_missing_or_surplus() {
    let bench = Bench::new();
    bench.regenerate();
    let generated = bench.generated();
    let stale = snapshot(&generated).into_keys().find(|path| path.ends_with("mod.rs")).unwrap();
    let text = fs::read_to_string(generated.join(&stale)).unwrap();
    fs::write(generated.join(&stale), format!("{text}// edited\n")).unwrap();
    fs::remove_file(generated.join("actions.md")).unwrap();
    fs::create_dir(generated.join("old")).unwrap();
    fs::write(generated.join("old/action.rs"), "").unwrap();
    fs::remove_file(bench.spec().join("spec.schema.json")).unwrap();
    let before = times(&bench);

    let output = bench.check();
    let said = said(&output);
    assert_eq!(code(&output), Some(1), "{said}");
    for line in [
        &format!("stale: gen/{}", stale.display()),
        "-// edited",
        "missing: gen/actions.md",
        "surplus: gen/old/action.rs",
        "missing: spec/spec.schema.json",
        "4 files are not what the description gives",
        "    cargo xtask regenerate --spec spec --out gen",
    ] {
        assert!(said.lines().any(|found| found.contains(line)), "no {line:?} in\n{said}");
    }
    let after = times(&bench);
    assert_eq!(before.len(), after.len());
    assert!(before.iter().filter(|(path, _)| path != &generated).all(|time| after.contains(time)));

    bench.regenerate();
    assert_eq!(code(&bench.check()), Some(0));
    assert!(!generated.join("old").exists());
}

#[test]
fn an_edited_generated_file_is_shown_line_by_line() {
    let bench = Bench::new();
    bench.regenerate();
    let file = bench.generated().join("ret_codes.md");
    let text = fs::read_to_string(&file).unwrap();
    let name = "`UserNotFound`";
    let number = 1 + text.lines().position(|line| line.contains(name)).unwrap();
    let line = text.lines().nth(number - 1).unwrap();
    fs::write(&file, text.replacen(name, "edited", 1)).unwrap();
    let output = bench.check();
    assert_eq!(code(&output), Some(1));
    let said = said(&output);
    let hunk = format!("@@ -{0},7 +{0},7 @@", number - 3);
    let edited = line.replacen(name, "edited", 1);
    for part in [hunk, format!("\n-{edited}\n+{line}\n")] {
        assert!(said.contains(&part), "{part:?} is missing in\n{said}");
    }
}

#[test]
fn files_that_are_no_longer_given_go_and_those_outside_stay() {
    let bench = Bench::new();
    bench.regenerate();
    let outside = bench.path().join("hand-written.rs");
    fs::write(&outside, "mine").unwrap();
    fs::write(bench.generated().join("of_an_action_that_is_gone.rs"), "").unwrap();
    fs::write(bench.generated().join("not_text.rs"), [0xff, 0xfe]).unwrap();
    assert!(bench.regenerate().contains("0 changed, 0 new, 2 removed"));
    assert!(!bench.generated().join("of_an_action_that_is_gone.rs").exists());
    assert_eq!(fs::read_to_string(outside).unwrap(), "mine");
}

/// Files of editors and systems are not reported, written or removed.
#[test]
fn files_that_regenerate_never_writes_are_ignored() {
    let bench = Bench::new();
    let files = [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "actions/.mod.rs.swp",
        "actions/.#client.rs",
        "models/mod.rs~",
        "models/#mod.rs#",
        "mod.rs.orig",
        "notes.txt",
        "kept/.gitkeep",
    ];
    fs::create_dir(bench.generated()).unwrap();
    fs::write(bench.generated().join(".DS_Store"), "").unwrap();
    bench.regenerate();
    for file in files {
        let path = bench.generated().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "mine").unwrap();
    }
    let before = times(&bench);
    assert_eq!(code(&bench.check()), Some(0), "{}", said(&bench.check()));
    assert_eq!(bench.regenerate(), "gen is up to date\n");
    assert_eq!(times(&bench), before);

    // Neither are they when there is something to write.
    fs::remove_file(bench.generated().join("actions/mod.rs")).unwrap();
    fs::write(bench.generated().join("kept/surplus.rs"), "").unwrap();
    assert!(bench.regenerate().contains("0 changed, 1 new, 1 removed"));
    for file in files {
        let text = fs::read_to_string(bench.generated().join(file)).unwrap();
        assert_eq!(text, "mine", "{file}");
    }
}

/// A link could lead out of the folder.
#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_folder_is_removed_and_its_target_kept() {
    let bench = Bench::new();
    bench.regenerate();
    let before = snapshot(&bench.generated());
    let moved = bench.path().join("moved");
    fs::rename(bench.generated().join("models"), &moved).unwrap();
    fs::write(moved.join("mod.rs"), "mine").unwrap();
    std::os::unix::fs::symlink(&moved, bench.generated().join("models")).unwrap();
    bench.regenerate();
    assert!(bench.generated().join("models").symlink_metadata().unwrap().is_dir());
    assert!(snapshot(&bench.generated()) == before);
    assert_eq!(fs::read_to_string(moved.join("mod.rs")).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn a_link_among_the_generated_files_is_replaced_and_its_target_kept() {
    let bench = Bench::new();
    bench.regenerate();
    let kept = bench.path().join("kept");
    fs::write(&kept, "mine").unwrap();
    let before = snapshot(&bench.generated());
    let linked = bench.generated().join("mod.rs");
    fs::remove_file(&linked).unwrap();
    std::os::unix::fs::symlink(&kept, &linked).unwrap();
    assert!(said(&bench.check()).contains("stale: gen/mod.rs (not a text file)"));
    bench.regenerate();
    assert!(linked.symlink_metadata().unwrap().is_file());
    assert_eq!(fs::read_to_string(kept).unwrap(), "mine");
    assert!(snapshot(&bench.generated()) == before);
}

#[test]
fn what_is_not_documented_is_counted_and_refused_where_all_must_be() {
    let bench = Bench::new();
    bench.edit("actions/DescribeUMemBackup.yaml", ", doc: Space whose backups are listed.", "");
    assert!(bench.regenerate().starts_with("1 thing is not documented yet\n"));
    assert_eq!(code(&bench.check()), Some(0));
    let output = bench.command().args(["--check", "--complete"]).output().unwrap();
    assert_eq!(code(&output), Some(1));
    assert!(
        said(&output).contains("spec/actions/DescribeUMemBackup.yaml:12: "),
        "{}",
        said(&output)
    );
    assert!(said(&output).contains("SpaceId"), "{}", said(&output));
}

#[test]
fn a_diagnostic_of_the_description_has_its_place_and_nothing_is_written() {
    let bench = Bench::new();
    bench.regenerate();
    let before = times(&bench);
    let file = bench.spec().join("actions/DescribeUMemBackup.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("effect: read", "efect: read")).unwrap();
    let output = bench.command().output().unwrap();
    assert_eq!(code(&output), Some(1));
    assert!(said(&output).contains("actions/DescribeUMemBackup.yaml:7"), "{}", said(&output));
    let after = times(&bench);
    assert!(before.iter().filter(|(path, _)| path != &file).all(|time| after.contains(time)));
}

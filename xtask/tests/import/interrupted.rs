//! Whatever ends a run: every file is the old one or the new one, and the next run does what is left to do.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use crate::desk::{Desk, PAGES};
use crate::support::{Files, assert_holds, code, copy, names, said, snapshot};

/// A desk whose pages changed since they were imported, the description as it is, and as it will be: a file goes, one comes,
/// and others change.
fn changed() -> (Desk, Files, Files) {
    let desk = Desk::new();
    let old = desk.files();
    fs::remove_file(desk.page("delete_berth")).unwrap();
    let page = fs::read_to_string(desk.page("rename_berth")).unwrap();
    fs::write(desk.page("shift_berth"), page.replace("RenameBerth", "ShiftBerth"))
        .unwrap();
    desk.edit("describe_berth", "水深，单位米 |No|", "水深 |**Yes**|");
    desk.edit("get_berth_price", "&Days=3", "&Days=4");
    desk.import(&[PAGES, "--prune"]);
    let new = desk.files();
    rewind(&desk, &old);
    (desk, old, new)
}

/// Puts the old description back.
fn rewind(desk: &Desk, old: &Files) {
    fs::remove_dir_all(desk.spec()).unwrap();
    for (path, bytes) in old {
        let path = desk.spec().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn with_fault(desk: &Desk, fault: &str) -> Output {
    desk.command(&[PAGES, "--prune"])
        .env("XTASK_FAULT", format!("no-sync,{fault}"))
        .output()
        .unwrap()
}

/// The description without what a killed run may leave, which git does not see.
fn described(desk: &Desk) -> Files {
    let is_staging = |path: &Path| path.starts_with(".pages.lock.tmp");
    desk.files().into_iter().filter(|(path, _)| !is_staging(path)).collect()
}

/// Names in the description's folder that no run may leave.
fn litter(desk: &Desk) -> Vec<PathBuf> {
    let known = ["actions", "enums", "models", "pages.lock", "product.yaml"];
    names(&desk.spec())
        .into_iter()
        .filter(|name| !known.map(Path::new).contains(&&**name))
        .collect()
}

/// How many files are the new ones, of those that differ. Fails when a file is neither.
#[track_caller]
fn assert_whole(files: &Files, old: &Files, new: &Files, when: &str) -> usize {
    let paths: BTreeSet<_> =
        [files, old, new].into_iter().flat_map(Files::keys).collect();
    let mut count = 0;
    for path in paths {
        let (is, was, will) = (files.get(path), old.get(path), new.get(path));
        assert!(is == was || is == will, "{when} {path:?} is torn");
        count += usize::from(was != will && is == will);
    }
    count
}

#[test]
fn a_run_killed_at_any_step_is_completed_by_the_next_one() {
    let (desk, old, new) = changed();
    let lock = PathBuf::from("pages.lock");
    let mut seen = BTreeSet::new();
    for step in 1.. {
        rewind(&desk, &old);
        let output = with_fault(&desk, &format!("kill:{step}"));
        if code(&output) == Some(0) {
            break;
        }
        let when = format!("killed at step {step}");
        assert_eq!(code(&output), Some(137), "{when}: {}", said(&output));
        let files = described(&desk);
        let done = assert_whole(&files, &old, &new, &when);
        seen.insert(done);
        if files[&lock] == new[&lock] {
            assert!(files == new, "{when}, pages.lock was not the last");
        }
        desk.import(&[PAGES, "--prune"]);
        assert_holds(&desk.spec(), &new, &format!("after {when}"));
        assert_eq!(litter(&desk), Vec::<PathBuf>::new(), "after {when}");
    }
    // Nothing, and one file after the other.
    assert_eq!(seen, (0..=5).collect());
}

/// What the killed run had written is known by its text, so that the next run still says what is left to read.
#[test]
fn what_is_to_read_is_still_told_by_the_next_run() {
    let (desk, old, _) = changed();
    let line = "model `BerthSet`: the text of member `Depth` changed: read it";
    for step in 1.. {
        rewind(&desk, &old);
        let output = with_fault(&desk, &format!("kill:{step}"));
        if code(&output) == Some(0)
            || described(&desk)[Path::new("pages.lock")] != old[Path::new("pages.lock")]
        {
            break;
        }
        assert!(
            desk.import(&[PAGES, "--prune"]).contains(line),
            "killed at step {step}"
        );
    }
}

#[test]
fn the_first_import_can_be_interrupted_too() {
    let done = Desk::with_pages();
    done.import(&[PAGES]);
    let new = done.files();
    let desk = Desk::with_pages();
    for step in 1.. {
        if desk.spec().exists() {
            fs::remove_dir_all(desk.spec()).unwrap();
        }
        let output = with_fault(&desk, &format!("kill:{step}"));
        if code(&output) == Some(0) {
            break;
        }
        let when = format!("killed at step {step}");
        assert_whole(&described(&desk), &Files::new(), &new, &when);
        desk.import(&[PAGES, "--prune"]);
        assert_holds(&desk.spec(), &new, &format!("after {when}"));
        assert_eq!(litter(&desk), Vec::<PathBuf>::new(), "after {when}");
    }
}

#[test]
fn a_full_disk_is_told_and_tears_nothing() {
    let (desk, old, new) = changed();
    for step in 1.. {
        rewind(&desk, &old);
        let output = with_fault(&desk, &format!("full:{step}"));
        if code(&output) == Some(0) {
            break;
        }
        assert_eq!(code(&output), Some(2), "{}", said(&output));
        assert!(output.stdout.is_empty(), "{}", said(&output));
        assert!(said(&output).contains("error: cannot write "), "{}", said(&output));
        let when = format!("full at step {step}");
        assert_whole(&desk.files(), &old, &new, &when);
        assert_eq!(litter(&desk), Vec::<PathBuf>::new(), "{when}");
    }
    assert_holds(&desk.spec(), &new, "");
}

#[test]
fn a_second_run_is_refused_while_the_first_one_writes() {
    let (desk, old, new) = changed();
    let staging = desk.spec().join(".pages.lock.tmp");
    fs::create_dir(&staging).unwrap();
    let first = fs::File::create(staging.join("lock")).unwrap();
    first.lock().unwrap();
    let output = desk.output(&[PAGES]);
    assert_eq!(code(&output), Some(2));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "error: another run of this command is writing spec/pages.lock; wait for it to end\n"
    );
    assert!(described(&desk) == old);

    drop(first);
    desk.import(&[PAGES, "--prune"]);
    assert_holds(&desk.spec(), &new, "");
    assert_eq!(litter(&desk), Vec::<PathBuf>::new());
}

#[test]
fn many_runs_at_once_either_write_or_are_refused() {
    let (desk, _, new) = changed();
    let runs: Vec<_> = (0..8)
        .map(|_| {
            let mut command = desk.command(&[PAGES, "--prune"]);
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let outputs: Vec<_> =
        runs.into_iter().map(|run| run.wait_with_output().unwrap()).collect();
    // A run may find another one writing, or find what that one has written or removed since it looked.
    let reasons = [
        "another run of this command",
        "spec changed while the pages were compared with it",
        "cannot be read: ",
    ];
    for output in &outputs {
        let is_refused = || reasons.iter().any(|reason| said(output).contains(reason));
        assert!(
            code(output) == Some(0) || (code(output) == Some(2) && is_refused()),
            "{:?} {}",
            code(output),
            said(output)
        );
    }
    assert!(outputs.iter().any(|output| code(output) == Some(0)));
    assert_holds(&desk.spec(), &new, "");
    assert_eq!(litter(&desk), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn a_description_that_may_not_be_written_is_told() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    use crate::support::copy_the_command;

    let (desk, old, _) = changed();
    let other = Desk::bare();
    fs::set_permissions(other.path(), Permissions::from_mode(0o755)).unwrap();
    copy(&desk.pages(), &other.pages());
    copy(&desk.spec(), &other.spec());
    // Root may write anywhere, so it steps down, to a user who needs the command where it may be read.
    let binary = other.path().join("xtask");
    copy_the_command(&binary);
    fs::set_permissions(other.spec(), Permissions::from_mode(0o555)).unwrap();
    let mut command = std::process::Command::new(&binary);
    command.args(["import", PAGES, "--spec", "spec"]).current_dir(other.path());
    if fs::write(other.spec().join("probe"), "").is_ok() {
        fs::remove_file(other.spec().join("probe")).unwrap();
        command.uid(65534).gid(65534);
    }
    let output = command.output().unwrap();
    fs::set_permissions(other.spec(), Permissions::from_mode(0o755)).unwrap();
    assert_eq!(code(&output), Some(2), "{}", said(&output));
    let error = "error: cannot write beside spec/pages.lock: Permission denied";
    assert!(said(&output).starts_with(error), "{}", said(&output));
    assert!(snapshot(&other.spec()) == old);
}

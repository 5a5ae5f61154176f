//! Whatever ends a run, the files are those of the old description or those of the new one, and the next run puts all
//! right.

use std::fs;
use std::path::PathBuf;
use std::process::{Output, Stdio};

use crate::support::{Bench, Files, assert_holds, code, said, snapshot};

/// A bench, the files that an older description of it gave, and those that its own gives.
fn changed() -> (Bench, Files, Files) {
    let bench = Bench::made_up(1);
    bench.regenerate();
    let new = snapshot(&bench.generated());
    let (action, now, before) =
        ("actions/DescribeThing0.yaml", "default: 20", "default: 10");
    bench.edit(action, now, before);
    bench.regenerate();
    let old = snapshot(&bench.generated());
    assert!(old != new);
    bench.edit(action, before, now);
    (bench, old, new)
}

fn with_fault(bench: &Bench, fault: &str) -> Output {
    bench.command().env("XTASK_FAULT", format!("no-sync,{fault}")).output().unwrap()
}

/// Puts the files of the older description back.
fn rewind(bench: &Bench, old: &Files) {
    fs::remove_dir_all(bench.generated()).unwrap();
    for (path, bytes) in old {
        let path = bench.generated().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::write(
        bench.spec().join("spec.schema.json"),
        "{ \"of\": \"an older codegen\" }\n",
    )
    .unwrap();
}

#[test]
fn a_run_killed_at_any_step_leaves_the_old_files_or_the_new_ones() {
    let (bench, old, new) = changed();
    let mut seen = (0, 0);
    for step in 1.. {
        rewind(&bench, &old);
        let output = with_fault(&bench, &format!("kill:{step}"));
        if code(&output) == Some(0) {
            break;
        }
        let files = snapshot(&bench.generated());
        if files == old {
            seen.0 += 1;
        } else if files == new {
            seen.1 += 1;
        } else {
            panic!(
                "killed at step {step}, the files are neither the old ones nor the new ones"
            );
        }
        bench.regenerate();
        assert_holds(&bench.generated(), &new, &format!("after step {step}"));
        assert_eq!(bench.litter(), Vec::<PathBuf>::new(), "after step {step}");
    }
    assert!(seen.0 > 20 && seen.1 > 2, "{seen:?}");
}

/// Here the folder is away for a moment; the next run brings it back before it does anything else.
#[test]
fn a_file_system_that_cannot_exchange_names_is_put_right_by_the_next_run() {
    let (bench, old, new) = changed();
    let mut away = 0;
    for step in 1.. {
        rewind(&bench, &old);
        let output = with_fault(&bench, &format!("no-exchange,kill:{step}"));
        if code(&output) == Some(0) {
            break;
        }
        let files = snapshot(&bench.generated());
        assert!(
            files.is_empty() || files == old || files == new,
            "killed at step {step}"
        );
        if files.is_empty() {
            away += 1;
            // The old files are back even though this run, too, comes to nothing.
            let output = with_fault(&bench, "no-exchange,full:6");
            assert_eq!(code(&output), Some(2), "{}", said(&output));
            assert_holds(&bench.generated(), &old, "");
        }
        bench.regenerate();
        assert_holds(&bench.generated(), &new, &format!("after step {step}"));
        assert_eq!(bench.litter(), Vec::<PathBuf>::new(), "after step {step}");
    }
    assert_eq!(away, 1);
}

#[test]
fn a_full_disk_leaves_the_old_files_and_says_so() {
    let (bench, old, new) = changed();
    for step in 1.. {
        rewind(&bench, &old);
        let output = with_fault(&bench, &format!("full:{step}"));
        if code(&output) == Some(0) {
            break;
        }
        assert_eq!(code(&output), Some(2), "{}", said(&output));
        assert!(said(&output).contains("cannot write"), "{}", said(&output));
        assert_holds(&bench.generated(), &old, &format!("at step {step}"));
        assert_eq!(bench.litter(), Vec::<PathBuf>::new(), "at step {step}");
    }
    bench.regenerate();
    assert_holds(&bench.generated(), &new, "");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_leaves_the_old_files_and_says_so() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    use crate::support::copy_the_command;

    let (bench, old, _) = changed();
    // Root may write anywhere, so it steps down, to a user who needs the command where it may be read.
    let binary = bench.path().join("xtask");
    copy_the_command(&binary);
    let mut command = std::process::Command::new(&binary);
    command
        .args(["regenerate", "--spec", "spec", "--out", "gen"])
        .current_dir(bench.path());
    fs::set_permissions(bench.path(), Permissions::from_mode(0o555)).unwrap();
    if fs::write(bench.path().join("probe"), "").is_ok() {
        fs::remove_file(bench.path().join("probe")).unwrap();
        command.uid(65534).gid(65534);
    }
    let output = command.output().unwrap();
    fs::set_permissions(bench.path(), Permissions::from_mode(0o755)).unwrap();
    assert_eq!(code(&output), Some(2), "{}", said(&output));
    assert!(
        said(&output).contains("cannot write beside gen: Permission denied"),
        "{}",
        said(&output)
    );
    assert_holds(&bench.generated(), &old, "");
}

#[test]
fn a_second_run_is_refused_while_the_first_one_writes() {
    let (bench, old, new) = changed();
    let staging = bench.path().join(".gen.tmp");
    fs::create_dir(&staging).unwrap();
    let first = fs::File::create(staging.join("lock")).unwrap();
    first.lock().unwrap();
    let output = bench.command().output().unwrap();
    assert_eq!(code(&output), Some(2));
    assert!(
        said(&output).contains("another run of this command is writing gen"),
        "{}",
        said(&output)
    );
    assert_holds(&bench.generated(), &old, "");

    drop(first);
    bench.regenerate();
    assert_holds(&bench.generated(), &new, "");
    assert_eq!(bench.litter(), Vec::<PathBuf>::new());
}

#[test]
fn many_runs_at_once_either_write_or_are_refused() {
    let (bench, _, new) = changed();
    let runs: Vec<_> = (0..8)
        .map(|_| {
            bench.command().stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let outputs: Vec<_> =
        runs.into_iter().map(|run| run.wait_with_output().unwrap()).collect();
    for output in &outputs {
        assert!(
            code(output) == Some(0)
                || said(output).contains("another run of this command"),
            "{:?} {}",
            code(output),
            said(output)
        );
    }
    assert!(outputs.iter().any(|output| code(output) == Some(0)));
    assert_holds(&bench.generated(), &new, "");
    assert_eq!(bench.litter(), Vec::<PathBuf>::new());
}

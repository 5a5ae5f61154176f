//! Arguments, exit codes, and what goes to which stream.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::sandbox::{DOCS, PAGES, Sandbox, stdout};
use crate::support::{assert_holds, code, said, snapshot};

/// Runs with these arguments, which must end in 2 with an error that says this, and write nothing.
#[track_caller]
fn unusable(sandbox: &Sandbox, arguments: &[&str], why: &str) {
    let before = snapshot(sandbox.path());
    let output = sandbox.output(arguments);
    assert_eq!(code(&output), Some(2), "{arguments:?}: {}", said(&output));
    assert!(output.stdout.is_empty(), "{}", said(&output));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains(why), "{arguments:?}: no {why:?} in {error}");
    assert_holds(sandbox.path(), &before, "");
}

fn json(output: &Output) -> Value {
    serde_json::from_str(&stdout(output)).unwrap()
}

#[test]
fn wrong_arguments() {
    let sandbox = Sandbox::new();
    unusable(&sandbox, &[], "<DOCS>");
    unusable(&sandbox, &["--chekc", DOCS], "--chekc");
    unusable(&sandbox, &[DOCS, "--spec", "other"], "--spec");
    unusable(&sandbox, &[DOCS, "--json=yes"], "--json");
}

#[test]
fn pages_that_cannot_be_read() {
    let sandbox = Sandbox::new();
    fs::write(sandbox.page("bytes"), b"#\n \xff").unwrap();
    unusable(&sandbox, &["nowhere"], "error: cannot read nowhere/harbour-api: ");
    unusable(&sandbox, &[DOCS], "error: harbour-api/bytes.md:2: not UTF-8 text");
    // All of them are named at once.
    sandbox.edit_spec("product.yaml", "[harbour-api]", "[harbour-api], pages: [buoy-api/none]");
    let both = "error: harbour-api/bytes.md:2: not UTF-8 text\nerror: cannot read buoy-api/none.md: No such file";
    #[cfg(unix)]
    unusable(&sandbox, &[DOCS], both);
}

#[cfg(unix)]
#[test]
fn folders_that_cannot_be_read() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let sandbox = Sandbox::new();
    let closed = sandbox.pages().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, Permissions::from_mode(0o000)).unwrap();
    fs::set_permissions(sandbox.path(), Permissions::from_mode(0o755)).unwrap();
    // Root may read anywhere, so it steps down, to a user who needs the command where it may be
    // read. `cp` writes it: whoever is forked while this process has it open for writing keeps
    // it open, and a file that is being written cannot be run.
    let binary = sandbox.path().join("xtask");
    let command = env!("CARGO_BIN_EXE_xtask");
    let copied = std::process::Command::new("cp").arg(command).arg(&binary).status();
    assert!(copied.unwrap().success());
    let mut command = std::process::Command::new(&binary);
    command.args(["import", DOCS, "--spec", "spec"]).current_dir(sandbox.path());
    if fs::read_dir(&closed).is_ok() {
        command.uid(65534).gid(65534);
    }
    let output = command.output().unwrap();
    fs::set_permissions(&closed, Permissions::from_mode(0o755)).unwrap();
    assert_eq!(code(&output), Some(2), "{}", said(&output));
    let error = "error: cannot read harbour-api/closed: Permission denied";
    assert!(said(&output).starts_with(error), "{}", said(&output));
}

#[test]
fn a_lock_that_makes_no_sense() {
    let sandbox = Sandbox::new();
    for broken in ["", "{", "[]", "<<<<<<< ours\n{}\n", "{ \"harbour-api/delete_berth\": {} }"] {
        fs::write(sandbox.spec().join("pages.lock"), broken).unwrap();
        unusable(&sandbox, &[DOCS], "error: cannot read pages.lock: ");
    }
    fs::write(sandbox.spec().join("pages.lock"), b"\xff").unwrap();
    unusable(&sandbox, &[DOCS], "error: cannot read spec/pages.lock: ");
    // Without it all is as on the first day.
    fs::remove_file(sandbox.spec().join("pages.lock")).unwrap();
    sandbox.import(&[DOCS]);
}

#[test]
fn a_broken_description() {
    let sandbox = Sandbox::new();
    sandbox.edit_spec("models/PriceInfo.yaml", "doc: A price.", "dok: A price.");
    sandbox.edit("delete_berth", "要删除的泊位 |**Yes**|", "要删除的泊位 |No|");
    let before = snapshot(sandbox.path());
    for check in [[DOCS].as_slice(), &[DOCS, "--check"], &[DOCS, "--json"]] {
        let output = sandbox.output(check);
        assert_eq!(code(&output), Some(1), "{}", said(&output));
        assert!(output.stdout.is_empty());
        let said = said(&output);
        assert!(said.contains("--> spec/models/PriceInfo.yaml:2:1"), "{said}");
        assert!(said.ends_with("nothing was imported: correct the description first\n"), "{said}");
        assert_holds(sandbox.path(), &before, "");
    }
}

#[test]
fn nothing_to_do_is_well() {
    let sandbox = Sandbox::new();
    for arguments in [[DOCS].as_slice(), &[DOCS, "--check"]] {
        let output = sandbox.output(arguments);
        assert_eq!(code(&output), Some(0));
        assert_eq!(stdout(&output), "spec is up to date\n");
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn check_says_what_to_type() {
    let sandbox = Sandbox::new();
    sandbox.edit("delete_berth", "要删除的泊位 |**Yes**|", "要删除的泊位 |No|");
    let output = sandbox.output(&[DOCS, "--check"]);
    assert_eq!(code(&output), Some(1));
    assert!(stdout(&output).ends_with("\n\nwould write spec: 1 file changed, 0 new, 0 removed\n"));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "spec is not what the pages say. To bring it up to date:\n\n    cargo xtask import . --spec spec\n"
    );
}

/// Rows that cannot be imported are reported, and do not fail the run.
#[test]
fn notes_are_no_failure() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "delete_berth",
        "要删除的泊位 |**Yes**|\n",
        "要删除的泊位 |**Yes**|\n| **BerthId** | int | 又一次 |No|\n",
    );
    fs::write(sandbox.page("notes"), "# 说明\n\n没有参数。\n").unwrap();
    let output = sandbox.output(&[DOCS]);
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    let told = stdout(&output);
    assert!(
        told.contains("\n\nnot taken, or assumed:\n  harbour-api/delete_berth.md:29: "),
        "{told}"
    );
    assert!(told.contains("\n  harbour-api/notes.md:1: skipped: "), "{told}");
    assert!(output.stderr.is_empty());
}

/// Checks that every reported place is an existing line.
#[track_caller]
fn assert_places(sandbox: &Sandbox, entries: &Value, base: &Path) {
    for entry in entries.as_array().unwrap() {
        let Some(file) = entry["file"].as_str() else { continue };
        let text = fs::read_to_string(sandbox.path().join(base).join(file)).unwrap();
        let line = usize::try_from(entry["line"].as_u64().unwrap()).unwrap();
        assert!((1..=text.lines().count()).contains(&line), "{entry}");
    }
}

#[test]
fn json_says_the_same_and_nothing_else() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "delete_berth",
        "要删除的泊位 |**Yes**|\n",
        "要删除的泊位 |**Yes**|\n| **Why** | blob | 原因 |**Yes**|\n",
    );
    sandbox.edit("describe_berth", "| **TotalCount** | int | 泊位总数 |No|\n", "");
    sandbox.edit("describe_berth", "  \"TotalCount\": 1,\n", "");
    sandbox.edit("get_berth_price", "&Days=3", "&Days=4");
    sandbox.edit("rename_berth", "给泊位换一个名称。", "换一个名称。");
    fs::write(sandbox.spec().join("notes.txt"), "").unwrap();
    let text = stdout(&sandbox.output(&[DOCS, "--check", "--prune"]));
    let output = sandbox.output(&[DOCS, "--check", "--prune", "--json"]);
    assert_eq!(code(&output), Some(1), "{}", said(&output));
    let report = json(&output);
    assert_eq!(report["pages"], 5);
    assert_eq!(report["written"], false);
    let drift: Vec<_> = report["drift"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            ["weight", "kind", "of", "row"].map(|key| change[key].as_str().unwrap_or("-")).join(" ")
        })
        .collect();
    assert_eq!(
        drift,
        [
            "breaking gone DescribeBerth TotalCount",
            "breaking new DeleteBerth Why",
            "examples example_response DescribeBerth -",
            "examples example_request GetBerthPrice -",
            "text text RenameBerth -",
        ]
    );
    for change in report["drift"].as_array().unwrap() {
        assert_eq!(change["breaking"], change["weight"] == "breaking");
        assert!(text.contains(change["text"].as_str().unwrap()), "{change}");
    }
    for note in report["notes"].as_array().unwrap() {
        assert!(text.contains(note["text"].as_str().unwrap()), "{note}");
    }
    assert!(!report["notes"].as_array().unwrap().is_empty());
    assert_eq!(report["open"][0]["file"], "actions/DescribeBerth.yaml");
    assert!(report["open"][0]["text"].as_str().unwrap().contains("pagination.total"));
    assert_places(&sandbox, &report["drift"], Path::new(""));
    assert_places(&sandbox, &report["notes"], Path::new(""));
    assert_places(&sandbox, &report["open"], Path::new("spec"));
    let fates: Vec<_> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| {
            format!("{} {}", file["path"].as_str().unwrap(), file["fate"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        fates,
        [
            "actions/DeleteBerth.yaml changed",
            "actions/DescribeBerth.yaml changed",
            "actions/GetBerthPrice.yaml changed",
            "pages.lock changed",
        ]
    );
    // What is odd goes to the other stream.
    let output = sandbox.output(&[DOCS, "--prune", "--json"]);
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    assert_eq!(json(&output)["written"], true);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(error, "warning: spec/notes.txt is not part of a description and was not read\n");
}

#[test]
fn a_description_that_names_no_pages() {
    let sandbox = Sandbox::new();
    for (docs, title) in [
        ("", "no documentation pages: expected the key `docs`"),
        ("docs: {}\n", "no documentation pages: expected the key `docs`"),
        (
            "docs: { folders: [../harbour-api] }\n",
            "invalid path of documentation pages `../harbour-api`",
        ),
    ] {
        let text = sandbox.text("product.yaml");
        let line = text.split_inclusive('\n').find(|line| line.starts_with("docs:"));
        let text = text.replace(line.unwrap_or_default(), "");
        fs::write(sandbox.spec().join("product.yaml"), text + docs).unwrap();
        let output = sandbox.output(&[DOCS]);
        assert_eq!(code(&output), Some(1), "{}", said(&output));
        assert!(said(&output).starts_with(&format!("error: {title}\n")), "{}", said(&output));
    }
}

#[test]
fn an_empty_folder_gets_a_product() {
    let sandbox = Sandbox::with_pages();
    fs::create_dir(sandbox.spec()).unwrap();
    let told = sandbox.import(&[PAGES]);
    assert!(told.ends_with("\n\nwrote spec: 0 files changed, 9 new, 0 removed\n"), "{told}");
    assert!(sandbox.text("product.yaml").starts_with("product: Harbour\n"));
    assert!(sandbox.text("product.yaml").contains("\ndocs: { folders: [harbour-api] }\n"));
    assert_eq!(sandbox.import(&[DOCS]), "spec is up to date\n");
    sandbox.regenerate();
    // So does one that is not there, and those that it would be in.
    let output = sandbox.xtask("import").args([PAGES, "--spec", "a/b/c"]).output().unwrap();
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    assert!(snapshot(&sandbox.path().join("a/b/c")).iter().eq(
        snapshot(&sandbox.spec()).iter().filter(|(path, _)| !path.ends_with("spec.schema.json"))
    ));
}

//! Hand-written keys stay byte for byte.

use std::fs;

use crate::sandbox::{DOCS, Sandbox};
use crate::support::{Files, assert_holds, copy, workspace};

/// Returns the files of the description with hand-written keys.
fn yaml(files: &Files) -> Files {
    let is_yaml = |path: &std::path::Path| path.extension().is_some_and(|is| is == "yaml");
    files.iter().filter(|(path, _)| is_yaml(path)).map(|(a, b)| (a.clone(), b.clone())).collect()
}

#[track_caller]
fn assert_same_yaml(sandbox: &Sandbox, before: &Files) {
    assert!(sandbox.spec().join("pages.lock").exists());
    let new: Files =
        sandbox.files().into_iter().filter(|(path, _)| !before.contains_key(path)).collect();
    let mut all = before.clone();
    all.extend(new.into_iter().filter(|(path, _)| path.ends_with("pages.lock")));
    assert_holds(&sandbox.spec(), &all, "after an import");
}

/// Gives every file of the description lines that end as on Windows.
fn windows(sandbox: &Sandbox) {
    for (path, bytes) in sandbox.files() {
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        fs::write(sandbox.spec().join(path), text).unwrap();
    }
}

#[test]
fn pages_that_say_nothing_new_change_no_byte() {
    let sandbox = Sandbox::by_hand();
    let before = sandbox.files();
    let told = sandbox.import(&[DOCS]);
    assert!(told.ends_with("\n\nwrote spec/pages.lock\n"), "{told}");
    assert_same_yaml(&sandbox, &before);
}

#[test]
fn lines_that_end_as_on_windows_stay_so() {
    let sandbox = Sandbox::new();
    windows(&sandbox);
    let before = sandbox.files();
    assert_eq!(sandbox.import(&[DOCS]), "spec is up to date\n");
    assert_holds(&sandbox.spec(), &before, "");
}

/// Edits a page, imports, and expects these lines of a file in the place of others, and every other
/// byte as it was.
#[track_caller]
fn changes(sandbox: &Sandbox, page: (&str, &str, &str), file: &str, lines: &[(&str, &str)]) {
    let before = yaml(&sandbox.files());
    sandbox.edit(page.0, page.1, page.2);
    sandbox.import(&[DOCS, "--prune"]);
    let mut wanted = before;
    let path = std::path::PathBuf::from(file);
    let mut text = String::from_utf8(wanted[&path].clone()).unwrap();
    for (old, new) in lines {
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {file}");
        text = text.replace(old, new);
    }
    assert_eq!(sandbox.text(file), text);
    wanted.insert(path, text.into_bytes());
    assert!(yaml(&sandbox.files()) == wanted, "another file than {file} changed");
}

#[test]
fn a_change_of_the_page_changes_its_line_alone() {
    let berths = "actions/DescribeBerth.yaml";
    for (page, file, lines) in [
        (
            ("describe_berth", "| **State** | string | 只", "| **State** | int | 只"),
            berths,
            [("name: State, type: string,", "name: State, type: int,")].as_slice(),
        ),
        (
            ("describe_berth", "要查看的港口 |**Yes**|", "要查看的港口 |No|"),
            berths,
            &[("name: HarbourId, type: string, required: true,", "name: HarbourId, type: string,")],
        ),
        (
            ("describe_berth", "只列出这种状态的泊位 |No|", "只列出这种状态的泊位 |**Yes**|"),
            berths,
            &[(
                "type: string, as: BerthState, rust:",
                "type: string, required: true, as: BerthState, optional: the example has none, rust:",
            )],
        ),
        (
            ("describe_berth", "泊位编号 |**Yes**|", "泊位编号 |No|"),
            "models/BerthSet.yaml",
            &[(
                "  - { name: BerthId, type: string, required: true, doc: Its id., note: the key of `items()` }",
                "  - { name: BerthId, type: string, doc: Its id., note: the key of `items()` }",
            )],
        ),
        // One value of the example.
        (
            ("describe_berth", "&Limit=2", "&Limit=5"),
            berths,
            &[(
                "{ Limit: \"2\", Offset: \"0\", Region: cn-sea, HarbourId: harbour-a }",
                "{ Region: cn-sea, HarbourId: harbour-a, Offset: \"0\", Limit: \"5\" }",
            )],
        ),
        // The row goes, and its note.
        (
            ("describe_berth", "| **Offset** | int | 跳过多少条，默认 0 |No|\n", ""),
            berths,
            &[
                (
                    "  - { name: Offset, type: int, default: 0, doc: How many berths to skip., note: \"after Limit, for no reason\" }\n",
                    "",
                ),
                (
                    "{ Limit: \"2\", Offset: \"0\", Region: cn-sea, HarbourId: harbour-a }\n",
                    "{ Region: cn-sea, HarbourId: harbour-a, Limit: \"2\" }\n  ignored: { Offset: \"0\" }\n",
                ),
            ],
        ),
    ] {
        changes(&Sandbox::new(), page, file, lines);
    }
}

/// The project's own description, and one of its pages: the other actions are gone, and stay.
#[test]
fn no_key_of_the_project_s_own_description_changes() {
    let sandbox = Sandbox::bare();
    copy(&workspace().join("api-spec"), &sandbox.spec());
    fs::remove_file(sandbox.spec().join("pages.lock")).unwrap();
    let product = sandbox.text("product.yaml");
    let docs = product.lines().find(|line| line.starts_with("docs:")).unwrap();
    sandbox.edit_spec("product.yaml", docs, "docs: { folders: [umem-api] }");
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import/describe_umem_backup.md");
    fs::create_dir(sandbox.path().join("umem-api")).unwrap();
    fs::copy(page, sandbox.path().join("umem-api/describe_umem_backup.md")).unwrap();
    let before = sandbox.files();
    let told = sandbox.import(&[DOCS]);
    assert!(
        told.contains(
            "\n\nto read:
  `DescribeUMemBackup`: its page is seen for the first time: compare it with what is written (umem-api/describe_umem_backup.md:1)\n\n"
        ),
        "{told}"
    );
    assert!(!told.contains("DescribeUMemBackup`: m") && !told.contains("added:"), "{told}");
    assert_same_yaml(&sandbox, &before);
}

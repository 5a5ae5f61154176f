//! What is written by hand stays byte for byte.

use std::fs;

use crate::desk::{Desk, PAGES};
use crate::support::{Files, assert_holds, copy, workspace};

/// The files of the description that hold what is written by hand.
fn yaml(files: &Files) -> Files {
    let is_yaml =
        |path: &std::path::Path| path.extension().is_some_and(|is| is == "yaml");
    files
        .iter()
        .filter(|(path, _)| is_yaml(path))
        .map(|(a, b)| (a.clone(), b.clone()))
        .collect()
}

#[track_caller]
fn assert_same_yaml(desk: &Desk, before: &Files) {
    assert!(desk.spec().join("pages.lock").exists());
    let new: Files = desk
        .files()
        .into_iter()
        .filter(|(path, _)| !before.contains_key(path))
        .collect();
    let mut all = before.clone();
    all.extend(new.into_iter().filter(|(path, _)| path.ends_with("pages.lock")));
    assert_holds(&desk.spec(), &all, "after an import");
}

/// Gives every file of the description lines that end as on Windows.
fn windows(desk: &Desk) {
    for (path, bytes) in desk.files() {
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        fs::write(desk.spec().join(path), text).unwrap();
    }
}

#[test]
fn pages_that_say_nothing_new_change_no_byte() {
    let desk = Desk::by_hand();
    let before = desk.files();
    let told = desk.import(&[PAGES]);
    assert!(told.ends_with("\n\nwrote spec/pages.lock\n"), "{told}");
    assert_same_yaml(&desk, &before);
}

#[test]
fn lines_that_end_as_on_windows_stay_so() {
    let desk = Desk::by_hand();
    windows(&desk);
    let before = desk.files();
    desk.import(&[PAGES]);
    assert_same_yaml(&desk, &before);
    // Git may have changed the lock as well.
    windows(&desk);
    let before = desk.files();
    assert!(desk.import(&[PAGES]).ends_with("spec is up to date\n"));
    assert_holds(&desk.spec(), &before, "");
}

/// Edits a page, imports, and expects these lines of a file in the place of others, and every other byte as it was.
#[track_caller]
fn changes(desk: &Desk, page: (&str, &str, &str), file: &str, lines: &[(&str, &str)]) {
    let before = yaml(&desk.files());
    desk.edit(page.0, page.1, page.2);
    desk.import(&[PAGES, "--prune"]);
    let mut wanted = before;
    let path = std::path::PathBuf::from(file);
    let mut text = String::from_utf8(wanted[&path].clone()).unwrap();
    for (old, new) in lines {
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {file}");
        text = text.replace(old, new);
    }
    assert_eq!(desk.text(file), text);
    wanted.insert(path, text.into_bytes());
    assert!(yaml(&desk.files()) == wanted, "another file than {file} changed");
}

#[test]
fn a_change_of_the_page_changes_its_line_alone() {
    let berths = "actions/DescribeBerth.yaml";
    for (page, file, lines) in [
        // A block row with comments and folded text.
        (
            ("describe_berth", "| **State** | string | 只", "| **State** | int | 只"),
            berths,
            [("    type: string\n    rust: only", "    type: int\n    rust: only")]
                .as_slice(),
        ),
        (
            ("describe_berth", "要查看的港口 |**Yes**|", "要查看的港口 |No|"),
            berths,
            &[("    required: true\n", "")],
        ),
        (
            (
                "describe_berth",
                "只列出这种状态的泊位 |No|",
                "只列出这种状态的泊位 |**Yes**|",
            ),
            berths,
            &[(
                "    type: string\n    rust:",
                "    type: string\n    required: true\n    optional: the example has none\n    rust:",
            )],
        ),
        // Flow rows: in our own order of keys, and before a comment.
        (
            ("describe_berth", "| **TotalCount** | int |", "| **TotalCount** | float |"),
            berths,
            &[("page.', type: int, name", "page.', type: float, name")],
        ),
        (
            ("describe_berth", "泊位编号 |**Yes**|", "泊位编号 |No|"),
            "models/BerthSet.yaml",
            &[(
                "  - { name: BerthId, type: string, required: true, doc: Its id. } # the key",
                "  - { name: BerthId, type: string, doc: Its id. } # the key",
            )],
        ),
        // One value of the example.
        (
            ("describe_berth", "&Limit=2", "&Limit=5"),
            berths,
            &[("{ Limit: \"2\",", "{ Limit: \"5\",")],
        ),
        // The row goes, and its comment on the same line.
        (
            ("describe_berth", "| **Offset** | int | 跳过多少条，默认 0 |No|\n", ""),
            berths,
            &[
                (
                    "  - { name: Offset, type: int, default: 0, doc: \"How many berths to skip.\" } # after Limit, for no reason\n",
                    "",
                ),
                (
                    "{ Limit: \"2\", Offset: \"0\", Region: cn-sea, HarbourId: harbour-a }\n",
                    "{ Limit: \"2\", Region: cn-sea, HarbourId: harbour-a }\n  set_aside: { Offset: \"0\" }\n",
                ),
            ],
        ),
    ] {
        changes(&Desk::new(), page, file, lines);
        let desk = Desk::new();
        windows(&desk);
        let lines: Vec<_> = lines
            .iter()
            .map(|(old, new)| (old.replace('\n', "\r\n"), new.replace('\n', "\r\n")))
            .collect();
        let lines: Vec<_> =
            lines.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
        changes(&desk, page, file, &lines);
    }
}

/// The project's own description, and a page with what it says.
#[test]
fn no_key_of_the_project_s_own_description_changes() {
    let desk = Desk::bare();
    copy(&workspace().join("api-spec"), &desk.spec());
    // The page that the lock remembers has the vendor's own sentences.
    fs::remove_file(desk.spec().join("pages.lock")).unwrap();
    let page =
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import/describe_umem_backup.md");
    fs::create_dir(desk.path().join("umem-api")).unwrap();
    fs::copy(page, desk.path().join("umem-api/describe_umem_backup.md")).unwrap();
    let before = desk.files();
    let page = "umem-api/describe_umem_backup.md";
    assert_eq!(
        desk.drift_of(&[page]),
        "to read:
  `DescribeUMemBackup`: its page is seen for the first time: compare it with what is written (umem-api/describe_umem_backup.md:1)"
    );
    assert_same_yaml(&desk, &before);
    // Neither on a page that is read again.
    assert_eq!(desk.drift_of(&[page]), "");
}

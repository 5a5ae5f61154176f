//! Files in the place of pages that are no pages: the run changes nothing.

use std::fs;
use std::process::Output;

use crate::sandbox::{DOCS, PAGES, Sandbox};
use crate::support::{assert_holds, code, said, snapshot};

const HINT: &str =
    "nothing was changed: restore or correct these pages, and run the command again\n";

/// Checks that import fails with these errors and changes no file, whatever the flags.
#[track_caller]
fn refused(sandbox: &Sandbox, errors: &str) {
    refused_with(sandbox, DOCS, errors);
}

#[track_caller]
fn refused_with(sandbox: &Sandbox, docs: &str, errors: &str) {
    let before = snapshot(sandbox.path());
    let runs: [&[&str]; 4] = [&[docs], &[docs, "--prune"], &[docs, "--check"], &[docs, "--json"]];
    for arguments in runs {
        let Output { status, stdout, stderr } = sandbox.output(arguments);
        let error = String::from_utf8(stderr).unwrap();
        assert_eq!((status.code(), error), (Some(2), format!("{errors}\n{HINT}")));
        assert!(stdout.is_empty());
        assert_holds(sandbox.path(), &before, &format!("after {arguments:?}"));
    }
}

const FOUND: &str = ": no heading, table or link";

/// Files that servers and tools leave in place of a page, each with the expected error.
const NO_PAGES: [(&str, &str); 8] = [
    ("", "1: expected a documentation page, found an empty file"),
    (" \n\n\t\n", "1: expected a documentation page, found an empty file"),
    ("404: Not Found", "1: expected a documentation page, found `404: Not Found`"),
    (
        "\n{\"message\": \"Not Found\"}",
        "2: expected a documentation page, found `{\"message\": \"Not Found\"}`",
    ),
    (
        "<!DOCTYPE html>\n<html><body><h1>404</h1></body></html>\n",
        "1: expected Markdown, found HTML",
    ),
    (
        "<!-- a proxy -->\n<html>502</html>\n",
        "1: expected a documentation page, found `<!-- a proxy -->`",
    ),
    (
        "<Error><Code>NoSuchKey</Code></Error>",
        "1: expected a documentation page, found `<Error><Code>NoSuchKey</Code></Error>`",
    ),
    (
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3081\n",
        "1: expected a documentation page, found `version https://git-lfs.github.com/spec/v1`",
    ),
];

#[test]
fn an_error_page_in_the_place_of_a_page() {
    for (text, error) in NO_PAGES {
        let sandbox = Sandbox::new();
        let is_shown = error.contains('`');
        let error = format!(
            "error: harbour-api/delete_berth.md:{error}{}",
            if is_shown { FOUND } else { "" }
        );
        fs::write(sandbox.page("delete_berth"), text).unwrap();
        // What is readable is not imported either.
        sandbox.edit("describe_berth", "水深，单位米 |No|", "水深 |**Yes**|");
        refused(&sandbox, &error);
        // Neither is it taken for a page on the first import.
        fs::remove_dir_all(sandbox.spec()).unwrap();
        refused_with(&sandbox, PAGES, &error);
    }
}

#[test]
fn a_conflict_that_is_not_resolved() {
    let row = "| **BerthId** | string | 要删除的泊位 |**Yes**|\n";
    for (conflict, line) in [
        (
            format!("<<<<<<< HEAD\n{row}=======\n| **Id** | string | 泊位 |No|\n>>>>>>> theirs\n"),
            28,
        ),
        (format!("{row}>>>>>>> theirs\n"), 29),
        (format!("<<<<<<<\r\n{row}"), 28),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit("delete_berth", row, &conflict);
        refused(
            &sandbox,
            &format!(
                "error: harbour-api/delete_berth.md:{line}: conflict marker: resolve the conflict first"
            ),
        );
    }
    // A line that underlines a heading is none.
    let sandbox = Sandbox::new();
    sandbox.edit("delete_berth", "# 删除泊位 - DeleteBerth\n", "删除泊位 - DeleteBerth\n=======\n");
    sandbox.import(&[DOCS]);
}

#[test]
fn a_page_that_does_not_describe_its_action_any_more() {
    for (text, why) in [
        ("# 404 Not Found\n", "no heading of an action's page, such as its parameters"),
        ("[back](/)\n", "no heading of an action's page, such as its parameters"),
        (
            "# 删除泊位 - DeleteBerth\n\n## 定义\n\n### 请求参数\n",
            "no table of what `DeleteBerth` takes or gives",
        ),
    ] {
        let sandbox = Sandbox::new();
        fs::write(sandbox.page("delete_berth"), text).unwrap();
        let error = format!(
            "error: harbour-api/delete_berth.md:1: expected the page of action `DeleteBerth`: {why}"
        );
        refused(&sandbox, &error);
        // Without pages.lock the description says that the page had an action.
        fs::remove_file(sandbox.spec().join("pages.lock")).unwrap();
        refused(&sandbox, &error);
    }
}

#[test]
fn all_errors_are_reported_at_once() {
    let sandbox = Sandbox::new();
    for page in ["create_berth", "delete_berth", "never_seen"] {
        fs::write(sandbox.page(page), "").unwrap();
    }
    let why = "1: expected a documentation page, found an empty file";
    refused(
        &sandbox,
        &format!(
            "error: harbour-api/create_berth.md:{why}\nerror: harbour-api/delete_berth.md:{why}\nerror: harbour-api/never_seen.md:{why}"
        ),
    );
}

#[test]
fn a_table_that_cannot_be_read_or_stands_under_an_unknown_heading() {
    let delimiter = "| 参数名 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n| **Region** | string | 港口所在的地域 |";
    for (old, new, error) in [
        (
            delimiter,
            "| 参数名 | 类型 | 描述信息 | 必填 |\n| **Region** | string | 港口所在的地域 |",
            "unreadable table: HTML, indented too far, or the line of `---` below its header is missing or has another number of columns",
        ),
        (
            "### 请求参数\n",
            "### 要求\n",
            "table under an unknown heading: expected the table of a request, a response or a structure",
        ),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit("delete_berth", old, new);
        refused(&sandbox, &format!("error: harbour-api/delete_berth.md:23: {error}"));
    }
}

/// Pages about something else are part of the vendor's folders.
#[test]
fn pages_about_something_else_are_skipped() {
    let sandbox = Sandbox::new();
    fs::write(
        sandbox.page("_sidebar"),
        "<div>泊位</div>\n\n- [删除泊位](api/harbour-api/delete_berth)\n",
    )
    .unwrap();
    fs::write(sandbox.page("error_code"), "| 错误码 | 中文 |\n|---|---|\n| 20000 | 失败 |\n")
        .unwrap();
    let output = sandbox.output(&[DOCS]);
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    assert_eq!(
        said(&output),
        "5 pages of actions were read

not taken, or assumed:
  harbour-api/_sidebar.md:1: skipped: no heading of an action's page, such as its parameters
  harbour-api/error_code.md:1: skipped: no heading of an action's page, such as its parameters

wrote spec/pages.lock
"
    );
    assert_eq!(sandbox.import(&[DOCS]), "spec is up to date\n");
}

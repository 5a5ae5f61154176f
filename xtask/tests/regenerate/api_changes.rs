//! What a run says about the change that it writes.

use std::fs;

use crate::support::Bench;

/// What the next run says after an edit: its lines, but for the last one, which counts files.
fn after(edits: &[(&str, &str, &str)]) -> Vec<String> {
    let bench = Bench::new();
    bench.regenerate();
    for (file, old, new) in edits {
        bench.edit(file, old, new);
    }
    let said = bench.regenerate();
    let mut lines: Vec<_> = said.lines().map(str::to_owned).collect();
    assert!(lines.pop().unwrap().starts_with("wrote gen: "), "{said}");
    lines
}

const ACTION: &str = "actions/DescribeUMemBackup.yaml";

#[test]
fn documentation_alone() {
    let said = after(&[(
        ACTION,
        "Most backups or entries to return",
        "Span most so many backups",
    )]);
    assert_eq!(said, ["the API is the same: only its documentation or form changed"]);
}

#[test]
fn what_breaks_comes_first() {
    let said = after(&[
        (
            "enums/UMemBackupState.yaml",
            "values:\n",
            "values:\n  - { wire: Failed, doc: Not to be had. }\n",
        ),
        (
            ACTION,
            "{ name: Zone, type: string, required: true }",
            "{ name: Zone, type: string }",
        ),
        (
            ACTION,
            "  - { name: SpaceId,",
            "  - { name: Kind, type: string, required: true, optional: the example has none, doc: Its kind. }\n  - { name: SpaceId,",
        ),
        (
            "models/UMemBackupSet.yaml",
            "name: BlockSize, type: int",
            "name: BlockSize, type: string",
        ),
    ]);
    assert_eq!(
        said,
        [
            "breaking: action DescribeUMemBackup, parameter Kind (argument 1 kind string), which every call must have",
            "breaking: action DescribeUMemBackup, parameter SpaceId: `argument 1 space_id string` -> `argument 2 space_id string`",
            "breaking: model UMemBackupSet, member BlockSize: `block_size int?` -> `block_size string?`",
            "added: enum UMemBackupState, value Failed (\"Failed\")",
            "changed: action DescribeUMemBackup, zone: `required` -> `optional`",
        ]
    );
}

#[test]
fn what_goes() {
    let bench = Bench::new();
    bench.regenerate();
    bench.edit(
        ACTION,
        "  - { name: TotalCount, type: int, doc: \"Backups or entries in all, on every page.\" }\n",
        "",
    );
    bench.edit(ACTION, "\"RetCode\": 0,\n      \"TotalCount\": 5", "\"RetCode\": 0");
    bench.edit(
        "ret_codes.yaml",
        "name: Throttled, temporary: true",
        "name: Throttled, temporary: false",
    );
    let said = bench.regenerate();
    assert!(
        said.contains(
            "breaking: action DescribeUMemBackup, member TotalCount is gone\n"
        ),
        "{said}"
    );
    assert!(said.contains("changed: ret_code 153: `temporary` -> nothing\n"), "{said}");
}

#[test]
fn a_new_action_and_its_end() {
    let bench = Bench::new();
    bench.regenerate();
    let file = bench.spec().join("actions/DescribeNothing.yaml");
    fs::write(
        &file,
        "action: DescribeNothing\ntitle: Describe nothing\nsection: Backups\nsource: made-up/nothing\neffect: read\n\
         request:\n  - { name: Region, type: string, required: true }\n  - { name: Thing, type: string, required: true, doc: A thing. }\n\
         example:\n  request: { Region: cn-bj2, Thing: x }\n  response: |\n    { \"Action\": \"DescribeNothingResponse\", \"RetCode\": 0 }\n",
    )
    .unwrap();
    let said = bench.regenerate();
    assert!(said.contains("added: action DescribeNothing (DescribeNothing describe_nothing)\nwrote gen: "), "{said}");
    bench.edit("actions/DescribeNothing.yaml", "effect: read", "effect: idempotent");
    let said = bench.regenerate();
    let line = "changed: action DescribeNothing, effect: `read` -> `idempotent`\n";
    assert!(said.contains(line), "{said}");
    fs::remove_file(file).unwrap();
    assert!(
        bench
            .regenerate()
            .contains("breaking: action DescribeNothing is gone\nwrote gen: ")
    );
}

#[test]
fn an_edited_outline_is_not_believed() {
    let bench = Bench::new();
    bench.regenerate();
    let file = bench.generated().join("api.txt");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}<<<<<<< HEAD\n")).unwrap();
    assert!(bench.regenerate().contains(
        "what changed in the API is not known: api.txt was missing or edited\n"
    ));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

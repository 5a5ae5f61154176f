//! Lists in every layout: beside their key's column, in brackets, empty.

use super::*;

#[test]
fn beside_the_column_of_the_key() {
    let before = "request:\n- { name: A } # a\n# between\n- name: B\n  type: |\n    x\n\n# after\nz: 1\n";
    let path = [Step::Key("request")];
    let line = "- { name: New, type: int }\n";
    for (index, place) in ["- { name: A", "# between", "\n# after"].iter().enumerate() {
        changes(
            before,
            |document| document.insert(&path, index, &row("New", "int")),
            &before.replace(place, &format!("{line}{place}")),
        );
    }
    changes(
        before,
        |document| document.remove_entry(&path, 0),
        &before.replace("- { name: A } # a\n", ""),
    );
    changes(
        before,
        |document| document.remove_entry(&path, 1),
        &before.replace("- name: B\n  type: |\n    x\n", ""),
    );
    changes(
        before,
        |document| {
            document.remove_entry(&path, 1)?;
            document.remove_entry(&path, 0)
        },
        "request: []\n# between\n\n# after\nz: 1\n",
    );
}

#[test]
fn in_brackets() {
    let before = "request: [ { name: A }, { name: B } ] # r\n";
    let path = [Step::Key("request")];
    let new = row("New", "int");
    let at = |place: &str, new: &str| before.replacen(place, new, 1);
    for (index, after) in [
        at("{ name: A", "{ name: New, type: int }, { name: A"),
        at("}, {", "}, { name: New, type: int }, {"),
        at("} ]", "}, { name: New, type: int } ]"),
    ]
    .iter()
    .enumerate()
    {
        changes(before, |document| document.insert(&path, index, &new), after);
    }
    for (index, after) in
        ["request: [ { name: B } ] # r\n", "request: [ { name: A } ] # r\n"]
            .iter()
            .enumerate()
    {
        changes(before, |document| document.remove_entry(&path, index), after);
    }
    changes(
        before,
        |document| {
            document.remove_entry(&path, 0)?;
            document.remove_entry(&path, 0)
        },
        "request: [] # r\n",
    );
}

#[test]
fn in_brackets_over_several_lines() {
    let before =
        "request: [\n  # a\n  { name: A }, # b\n  { name: B } # c\n  # d\n] # e\n";
    let path = [Step::Key("request")];
    let new = row("New", "int");
    for (index, after) in [
        before.replace("  { name: A", "  { name: New, type: int },\n  { name: A"),
        before.replace("# b\n", "# b\n  { name: New, type: int },\n"),
        before.replace("} # c\n", "}, # c\n  { name: New, type: int }\n"),
    ]
    .iter()
    .enumerate()
    {
        changes(before, |document| document.insert(&path, index, &new), after);
    }
    changes(
        before,
        |document| document.remove_entry(&path, 0),
        &before.replace("  { name: A }, # b\n", ""),
    );
    changes(
        before,
        |document| document.remove_entry(&path, 1),
        &before.replace("  { name: B } # c\n", ""),
    );
    changes(
        before,
        |document| {
            document.remove_entry(&path, 1)?;
            document.remove_entry(&path, 0)?;
            document.insert(&path, 0, &new)
        },
        "request: [ { name: New, type: int }\n  # a\n  # d\n] # e\n",
    );
}

#[test]
fn an_empty_list_becomes_lines() {
    let new = row("New", "int");
    for (before, after) in [
        ("request: []\n", "request:\n  - { name: New, type: int }\n"),
        (
            "request: [ ] # r\n# z\nz: 1\n",
            "request: # r\n  - { name: New, type: int }\n# z\nz: 1\n",
        ),
        ("request:\n  []\nz: 1\n", "request:\n  - { name: New, type: int }\nz: 1\n"),
        ("request:\n  # c\n  []\n", "request:\n  # c\n  [{ name: New, type: int }]\n"),
        ("request: [ # c\n]\n", "request: [ { name: New, type: int } # c\n]\n"),
        ("{ request: [] }\n", "{ request: [{ name: New, type: int }] }\n"),
        ("request: []", "request:\n  - { name: New, type: int }"),
    ] {
        let path = [Step::Key("request")];
        changes(before, |document| document.insert(&path, 0, &new), after);
    }
    changes(
        "a:\n  b:\n  - c: []\n    d: 1\n",
        |document| {
            let path = [Step::Key("a"), Step::Key("b"), Step::Index(0), Step::Key("c")];
            document.insert(&path, 0, &text("x"))
        },
        "a:\n  b:\n  - c:\n      - x\n    d: 1\n",
    );
    changes("# a\n[]\n", |document| document.insert(&[], 0, &text("x")), "# a\n[x]\n");
}

#[test]
fn the_last_entry_leaves_an_empty_list() {
    for (before, after) in [
        (
            "a: # one\n  # two\n\n  - { b: 1 } # three\n\n  # four\nz: 1\n",
            "a: [] # one\n  # two\n\n\n  # four\nz: 1\n",
        ),
        ("a:\n- b: 1\n  c: |\n    x\n\n\nz: 1\n", "a: []\n\n\nz: 1\n"),
        ("a:\n  - b", "a: []\n"),
    ] {
        changes(before, |document| document.remove_entry(&[Step::Key("a")], 0), after);
    }
    changes(
        "# a\n- b # c\n# d\n",
        |document| document.remove_entry(&[], 0),
        "# a\n[]\n# d\n",
    );
    changes(
        "- - a # b\n# c\n- d\n",
        |document| document.remove_entry(&[Step::Index(0)], 0),
        "- []\n# c\n- d\n",
    );
}

#[test]
fn lists_in_lists() {
    let before = "- - a # a\n  - b\n- - - c\n";
    changes(
        before,
        |document| {
            document.insert(&[Step::Index(0)], 0, &text("x"))?;
            document.insert(&[Step::Index(0)], 3, &text("w"))?;
            document.insert(&[], 0, &text("z"))?;
            document.remove_entry(&[Step::Index(1)], 1)
        },
        "- z\n- - x\n  - b\n  - w\n- - - c\n",
    );
    changes(
        before,
        |document| document.remove_entry(&[Step::Index(0)], 0),
        "- - b\n- - - c\n",
    );
    changes(
        before,
        |document| document.insert(&[], 2, &Yaml::List(vec![row("A", "int")])),
        &format!("{before}- - {{ name: A, type: int }}\n"),
    );
}

#[test]
fn a_row_with_lines_is_written_as_a_block() {
    let new = map([
        ("id", text("a")),
        ("zones", Yaml::List(vec![row("A", "int"), row("B", "int")])),
        ("text", Yaml::Literal("x\n y\n".to_owned())),
    ]);
    changes(
        "regions:\n  - id: b # b\n",
        |document| document.insert(&[Step::Key("regions")], 0, &new),
        "\
regions:
  - id: a
    zones:
      - { name: A, type: int }
      - { name: B, type: int }
    text: |
      x
       y
  - id: b # b
",
    );
}

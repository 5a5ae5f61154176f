//! Rows as block maps, and the keys of a file.

use super::*;

const BLOCKS: &str = "\
request:
  - name: A # in short
    # What it is.
    type: string

    doc: some text
      over lines # of it
    note: >-
      folded
      text

  # Then.
  -
    # B.
    name: B
    rest:
      - 'quoted
        text'
response: 1
";

#[test]
fn values_of_every_kind_are_replaced() {
    for (key, old) in [
        ("name", "A"),
        ("type", "string"),
        ("doc", "some text\n      over lines"),
        ("note", ">-\n      folded\n      text"),
    ] {
        changes(
            BLOCKS,
            |document| document.set(&request(0), key, &text("new: x"), &ROW),
            &BLOCKS.replace(&format!("{key}: {old}"), &format!("{key}: \"new: x\"")),
        );
    }
    changes(
        BLOCKS,
        |document| document.set(&request(1), "rest", &Yaml::List(vec![]), &ROW),
        &BLOCKS.replace("rest:\n      - 'quoted\n        text'\n", "rest: []\n"),
    );
    changes(
        BLOCKS,
        |document| document.set(&request(1), "rest", &text("x"), &ROW),
        &BLOCKS.replace("rest:\n      - 'quoted\n        text'\n", "rest: x\n"),
    );
}

#[test]
fn keys_come() {
    changes(
        BLOCKS,
        |document| document.set(&request(0), "required", &Yaml::Flag(true), &ROW),
        &BLOCKS.replace("type: string\n", "type: string\n    required: true\n"),
    );
    changes(
        BLOCKS,
        |document| document.set(&request(0), "more", &text("x"), &ROW),
        &BLOCKS.replace("folded\n      text\n", "folded\n      text\n    more: x\n"),
    );
    changes(
        BLOCKS,
        |document| document.set(&request(0), "first", &text("x"), &["first"]),
        &BLOCKS.replace("- name: A", "- first: x\n    name: A"),
    );
    changes(
        BLOCKS,
        |document| document.set(&request(1), "first", &text("x"), &["first"]),
        &BLOCKS.replace("  -\n", "  -\n    first: x\n"),
    );
    changes(
        BLOCKS,
        |document| document.set(&request(1), "type", &text("int"), &ROW),
        &BLOCKS.replace("name: B\n", "name: B\n    type: int\n"),
    );
}

#[test]
fn keys_go() {
    for (key, lines) in [
        ("type", "    type: string\n"),
        ("doc", "    doc: some text\n      over lines # of it\n"),
        ("note", "    note: >-\n      folded\n      text\n"),
    ] {
        changes(
            BLOCKS,
            |document| document.remove(&request(0), key),
            &BLOCKS.replace(lines, ""),
        );
    }
    changes(
        BLOCKS,
        |document| document.remove(&request(0), "name"),
        &BLOCKS.replace("- name: A # in short\n", "-\n"),
    );
    changes(
        "- a: 1 # one\n  b: 2 # two\n- c: 3 # three\n",
        |document| {
            document.remove(&[Step::Index(0)], "a")?;
            document.remove(&[Step::Index(1)], "c")
        },
        "- b: 2 # two\n- {}\n",
    );
    changes(BLOCKS, |document| document.remove(&[], "request"), "response: 1\n");
}

#[test]
fn top_level_keys_have_their_place() {
    let before = "# Head.\naction: A # a\n\n# Effect.\neffect: read\n\n# Tail.\n";
    let rows = Yaml::List(vec![row("A", "int"), row("B", "[M]")]);
    let lines = "  - { name: A, type: int }\n  - { name: B, type: \"[M]\" }\n";
    changes(
        before,
        |document| {
            document.set(&[], "response", &rows, &ACTION)?;
            document.set(&[], "request", &rows, &ACTION)?;
            document.set(&[], "source", &text("a/b"), &ACTION)
        },
        &before.replace("A # a\n", "A # a\nsource: a/b\n").replace(
            "effect: read\n",
            &format!("effect: read\nrequest:\n{lines}response:\n{lines}"),
        ),
    );
    changes(
        "# Head.\neffect: read\n",
        |document| document.set(&[], "action", &text("A"), &ACTION),
        "# Head.\naction: A\neffect: read\n",
    );
    let example = map([
        ("request", map([("Region", text("cn-bj2")), ("Limit", text("3"))])),
        ("response", Yaml::Literal("{\n  \"RetCode\": 0\n}".to_owned())),
    ]);
    let written = "\
example:
  request: { Region: cn-bj2, Limit: \"3\" }
  response: |
    {
      \"RetCode\": 0
    }
";
    changes(
        before,
        |document| document.set(&[], "example", &example, &ACTION),
        &before.replace("read\n", &format!("read\n{written}")),
    );
    changes(
        &before.replace("read\n", &format!("read\n{written}")),
        |document| document.remove(&[], "example"),
        before,
    );
}

#[test]
fn values_take_the_place_of_nothing() {
    let before = "a: # one\n# two\nb:\nc: ~ # three\n";
    changes(
        before,
        |document| {
            document.set(&[], "a", &text("x"), &[])?;
            document.set(&[], "b", &Yaml::List(vec![row("A", "int")]), &[])?;
            document.set(&[], "c", &Yaml::Flag(false), &[])
        },
        "a: x # one\n# two\nb:\n  - { name: A, type: int }\nc: false # three\n",
    );
    changes(
        before,
        |document| {
            document.set(&[], "a", &Yaml::List(vec![row("A", "int")]), &[])?;
            document.set(&[], "c", &Yaml::List(vec![row("B", "int")]), &[])
        },
        "a: # one\n  - { name: A, type: int }\n# two\nb:\nc: # three\n  - { name: B, type: int }\n",
    );
}

#[test]
fn lists_take_the_place_of_lists() {
    let rows = Yaml::List(vec![row("B", "int")]);
    for (before, after) in [
        (
            "request: # r\n  # a\n  - { name: A }\n  # b\n  - x\n\n# c\nz: 1\n",
            "request: # r\n  # a\n  - { name: B, type: int }\n\n# c\nz: 1\n",
        ),
        (
            "request: [ { name: A } ] # r\nz: 1\n",
            "request: # r\n  - { name: B, type: int }\nz: 1\n",
        ),
        (
            "request: # r\n  # c\n  x\n    y\nz: 1\n",
            "request: # r\n  # c\n  - { name: B, type: int }\nz: 1\n",
        ),
        (
            "request:\n  [\n  ] # r\nz: 1\n",
            "request:\n  # r\n  - { name: B, type: int }\nz: 1\n",
        ),
        (
            "request: |\n  a\n\n  b\n\n\n# c\nz: 1\n",
            "request:\n  - { name: B, type: int }\n\n\n# c\nz: 1\n",
        ),
    ] {
        changes(before, |document| document.set(&[], "request", &rows, &[]), after);
    }
}

#[test]
fn a_map_of_maps_is_changed_where_it_is() {
    let before =
        "example:\n  request: { A: a } # r\n  # mid\n  set_aside:\n    x: 1\nz: 2\n";
    let path = [Step::Key("example"), Step::Key("set_aside")];
    changes(
        before,
        |document| document.set(&path, "w", &text("2"), &[]),
        &before.replace("x: 1\n", "x: 1\n    w: \"2\"\n"),
    );
    changes(
        before,
        |document| document.remove(&path, "x"),
        &before.replace("set_aside:\n    x: 1\n", "set_aside: {}\n"),
    );
    changes(
        before,
        |document| document.set(&path[..1], "request", &map([]), &[]),
        &before.replace("{ A: a }", "{}"),
    );
}

#[test]
fn explicit_keys() {
    let before = "? a\n: 1\n? b\n# c\n: 2\n";
    changes(before, |document| document.remove(&[], "a"), "? b\n# c\n: 2\n");
    changes(
        before,
        |document| document.set(&[], "b", &text("x"), &[]),
        "? a\n: 1\n? b\n# c\n: x\n",
    );
}

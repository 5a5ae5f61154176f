//! `|` blocks.

use super::*;

fn literal(text: &str) -> Yaml {
    Yaml::Literal(text.to_owned())
}

#[test]
fn a_block_keeps_the_indentation_of_the_old_one() {
    let before = "example:\n    response: | # shown\n          {\n          }\n\n\n    # next\n    z: 1\n";
    let path = [Step::Key("example")];
    changes(
        before,
        |document| document.set(&path, "response", &literal("a\n\n  b"), &[]),
        &before.replace("          {\n          }\n", "          a\n\n            b\n"),
    );
    changes(
        before,
        |document| document.remove(&path, "response"),
        "example:\n\n\n    # next\n    z: 1\n",
    );
    changes(
        before,
        |document| document.set(&path, "response", &text("x"), &[]),
        &before.replace("| # shown\n          {\n          }", "x # shown"),
    );
}

#[test]
fn an_indentation_that_the_head_tells_is_kept() {
    let before = "a:\n  b: |4-\n        x\n      y\nz: 1\n";
    let set = |text| {
        move |document: &mut Document| {
            document.set(&[Step::Key("a")], "b", &literal(text), &[])
        }
    };
    changes(before, set("new"), "a:\n  b: |\n      new\nz: 1\n");
    changes(before, set(" new"), "a:\n  b: |4\n       new\nz: 1\n");
}

#[test]
fn a_block_takes_the_place_of_every_value() {
    let old = [
        "x",
        "'x\n  y'",
        "x\n  y",
        "{ a: 1 }",
        ">-\n  x\n  y",
        "|2-\n  x",
        "|",
        "~",
        "\n  x",
    ];
    for old in old {
        let before = format!("a: 1\nb: {old} # c\n\nz: 1\n");
        let before = if old.starts_with(['|', '>']) {
            before.replace(" # c", "")
        } else {
            before
        };
        let comment = if before.contains('#') { " # c" } else { "" };
        let gap = if old.starts_with('\n') { " \n  " } else { " " };
        changes(
            &before,
            |document| document.set(&[], "b", &literal("new\n"), &[]),
            &format!("a: 1\nb:{gap}|{comment}\n  new\n\nz: 1\n"),
        );
    }
    changes(
        "b: # c\n- x\n- y\nz: 1\n",
        |document| document.set(&[], "b", &literal("new"), &[]),
        "b: | # c\n  new\nz: 1\n",
    );
    changes(
        "b: |+ # c\n  x\n\n\n# d\nz: 1\n",
        |document| document.set(&[], "b", &literal("new"), &[]),
        "b: | # c\n  new\n# d\nz: 1\n",
    );
    changes(
        "b: |+\n  x\n\n\n# d\nz: 1\n",
        |document| document.remove(&[], "b"),
        "# d\nz: 1\n",
    );
    changes(
        "b: |+\n  x\n\n# d\n",
        |document| document.set(&[], "c", &text("w"), &[]),
        "b: |+\n  x\n\nc: w\n# d\n",
    );
}

#[test]
fn every_text_is_read_back() {
    for (given, written) in [
        ("x", "|\n  x\n"),
        ("x\n", "|\n  x\n"),
        ("\nx", "|\n\n  x\n"),
        ("  x\ny", "|2\n    x\n  y\n"),
        ("\n x", "|2\n\n   x\n"),
        ("x\n\n\ny", "|\n  x\n\n\n  y\n"),
        ("x\n   \ny", "|\n  x\n     \n  y\n"),
        ("   \ny", "|2\n     \n  y\n"),
        ("---\n...\n# x", "|\n  ---\n  ...\n  # x\n"),
        ("\tx\n\t\ty\t", "|2\n  \tx\n  \t\ty\t\n"),
        ("é 漢字: [", "|\n  é 漢字: [\n"),
        ("x\n\n", "\"x\\n\\n\"\n"),
        ("\n", "\"\\n\"\n"),
        ("", "\"\"\n"),
        ("x\n  ", "\"x\\n  \\n\"\n"),
    ] {
        let value = literal(given);
        let (head, tail) = ("a: 1\n", "# end\nz: 1\n");
        changes(
            &format!("{head}{tail}"),
            |document| document.set(&[], "b", &value, &["a", "b"]),
            &format!("{head}b: {written}{tail}"),
        );
        changes(
            &format!("{head}b: |\n  old\n{tail}"),
            |document| document.set(&[], "b", &value, &["a", "b"]),
            &format!("{head}b: {written}{tail}"),
        );
    }
}

#[test]
fn in_braces_it_is_quoted() {
    changes(
        "- { a: 1 }\n",
        |document| document.set(&[Step::Index(0)], "b", &literal("x\n\"y\""), &[]),
        "- { a: 1, b: \"x\\n\\\"y\\\"\\n\" }\n",
    );
    changes(
        "example: {} # e\nz: 1\n",
        |document| document.set(&[Step::Key("example")], "response", &literal("x"), &[]),
        "example: # e\n  response: |\n    x\nz: 1\n",
    );
}

#[test]
fn an_entry_of_a_list() {
    changes(
        "a:\n  - b\n",
        |document| {
            document.insert(&[Step::Key("a")], 1, &literal(" x"))?;
            document.insert(&[Step::Key("a")], 0, &literal("y"))
        },
        "a:\n  - |\n    y\n  - b\n  - |2\n     x\n",
    );
}

#[test]
fn a_comment_does_not_become_a_line() {
    changes(
        "a:\n  # c\n  - b\nz: 1\n",
        |document| document.set(&[], "a", &literal("x"), &[]),
        "a: \"x\\n\"\n  # c\nz: 1\n",
    );
    changes(
        "a: 1\n      # c\nz: 1\n",
        |document| document.set(&[], "b", &map([("c", literal("x"))]), &["a", "b"]),
        "a: 1\nb: { c: \"x\\n\" }\n      # c\nz: 1\n",
    );
}

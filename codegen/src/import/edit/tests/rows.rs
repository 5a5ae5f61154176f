//! Rows in braces: the house style on one line, and over several.

use super::*;

const HOUSE: &str = "\
# An action.
action: A

request:
  # Where.
  - { name: Region, type: string, required: true } # always

  - { name: Limit, type: int, default: 10, doc: \"Most: all\" }  # as it was
  # Last.
response:
  - { name: X, type: string }
";

#[test]
fn a_value_is_replaced_in_its_bytes() {
    changes(
        HOUSE,
        |document| document.set(&request(1), "type", &text("float"), &ROW),
        &HOUSE.replace("type: int", "type: float"),
    );
    changes(
        HOUSE,
        |document| document.set(&request(1), "doc", &text("a, b"), &ROW),
        &HOUSE.replace("\"Most: all\"", "\"a, b\""),
    );
    changes(
        HOUSE,
        |document| document.set(&request(0), "type", &text("[Model]"), &ROW),
        &HOUSE.replacen("type: string", "type: \"[Model]\"", 1),
    );
}

#[test]
fn a_value_that_is_there_keeps_its_quotes() {
    let before = "request:\n  - { name: 'A', required: true, list: [ a,\"b\" ] }\n";
    changes(
        before,
        |document| {
            document.set(&request(0), "name", &text("A"), &ROW)?;
            document.set(&request(0), "required", &Yaml::Flag(true), &ROW)?;
            let list = Yaml::List(vec![text("a"), text("b")]);
            document.set(&request(0), "list", &list, &ROW)
        },
        before,
    );
    changes(
        "- { a: \"true\", b: true, c: 3, d: '3' }\n",
        |document| {
            let path = [Step::Index(0)];
            document.set(&path, "a", &Yaml::Flag(true), &[])?;
            document.set(&path, "b", &text("true"), &[])?;
            document.set(&path, "c", &text("3"), &[])?;
            document.set(&path, "d", &text("3"), &[])
        },
        "- { a: true, b: \"true\", c: \"3\", d: '3' }\n",
    );
}

#[test]
fn a_new_key_has_its_place() {
    changes(
        HOUSE,
        |document| document.set(&request(1), "required", &Yaml::Flag(true), &ROW),
        &HOUSE.replace("type: int,", "type: int, required: true,"),
    );
    changes(
        HOUSE,
        |document| document.set(&request(0), "doc", &text("Where."), &ROW),
        &HOUSE.replace("required: true }", "required: true, doc: Where. }"),
    );
    changes(
        HOUSE,
        |document| document.set(&request(0), "unknown", &text("x"), &ROW),
        &HOUSE.replace("required: true }", "required: true, unknown: x }"),
    );
    changes(
        "- { type: int }\n",
        |document| document.set(&[Step::Index(0)], "name", &text("A"), &ROW),
        "- { name: A, type: int }\n",
    );
    changes(
        "- {name: A,}\n- {}\n- { }\n",
        |document| {
            document.set(&[Step::Index(0)], "type", &text("int"), &ROW)?;
            document.set(&[Step::Index(1)], "name", &text("B"), &ROW)?;
            document.set(&[Step::Index(2)], "name", &text("C"), &ROW)
        },
        "- {name: A, type: int,}\n- { name: B }\n- { name: C }\n",
    );
}

#[test]
fn a_map_in_a_row_stays_on_its_line() {
    let switch = map([("bool", Yaml::List(vec![text("on"), text("off")]))]);
    changes(
        HOUSE,
        |document| document.set(&request(0), "as", &switch, &ROW),
        &HOUSE.replace("true }", "true, as: { bool: [\"on\", \"off\"] } }"),
    );
}

#[test]
fn a_key_goes() {
    changes(
        HOUSE,
        |document| document.remove(&request(0), "required"),
        &HOUSE.replace(", required: true", ""),
    );
    changes(
        HOUSE,
        |document| document.remove(&request(1), "name"),
        &HOUSE.replace("name: Limit, ", ""),
    );
    changes(
        HOUSE,
        |document| document.remove(&request(1), "default"),
        &HOUSE.replace("default: 10, ", ""),
    );
    changes(
        "- { a: 1, b: 2, } # x\n- { a: 1, }\n- {a}\n",
        |document| {
            document.remove(&[Step::Index(0)], "b")?;
            document.remove(&[Step::Index(1)], "a")?;
            document.remove(&[Step::Index(2)], "a")
        },
        "- { a: 1, } # x\n- {}\n- {}\n",
    );
}

#[test]
fn keys_without_values() {
    changes(
        "- {a, b: , \"c\":}\n",
        |document| {
            for key in ["a", "b", "c"] {
                document.set(&[Step::Index(0)], key, &text("x"), &[])?;
            }
            Ok(())
        },
        "- {a: x, b: x , \"c\": x}\n",
    );
}

#[test]
fn a_row_comes_and_goes() {
    let new = row("New", "string");
    let line = "  - { name: New, type: string }\n";
    let at = |place: &str| HOUSE.replace(place, &format!("{line}{place}"));
    changes(
        HOUSE,
        |document| document.insert(&[request(0)[0]], 0, &new),
        &at("  # Where"),
    );
    let middle = HOUSE.replace("# always\n", &format!("# always\n{line}"));
    changes(HOUSE, |document| document.insert(&[request(0)[0]], 1, &new), &middle);
    changes(
        HOUSE,
        |document| document.insert(&[request(0)[0]], 2, &new),
        &at("  # Last"),
    );
    let last = format!("{HOUSE}{line}");
    changes(HOUSE, |document| document.insert(&[Step::Key("response")], 1, &new), &last);

    let without = |start: &str| {
        HOUSE
            .split_inclusive('\n')
            .filter(|line| !line.starts_with(start))
            .collect::<String>()
    };
    for (index, name) in ["Region", "Limit"].into_iter().enumerate() {
        let after = without(&format!("  - {{ name: {name}"));
        changes(
            HOUSE,
            |document| document.remove_entry(&[request(0)[0]], index),
            &after,
        );
    }
    changes(
        HOUSE,
        |document| document.remove_entry(&[Step::Key("response")], 0),
        &without("  - { name: X").replace("response:", "response: []"),
    );
}

const LINES: &str = "\
request:
  - {
      # What it is called.
      name: A, # in short
      type: string,

      doc: \"two
        lines\", # of text
    } # the end
  - { name: B,
      type: int }
";

#[test]
fn braces_over_several_lines() {
    changes(
        LINES,
        |document| document.set(&request(0), "required", &Yaml::Flag(true), &ROW),
        &LINES.replace("string,\n", "string,\n      required: true,\n"),
    );
    changes(
        LINES,
        |document| document.set(&request(0), "more", &text("x"), &ROW),
        &LINES.replace("# of text\n", "# of text\n      more: x,\n"),
    );
    changes(
        LINES,
        |document| document.set(&request(0), "doc", &text("one"), &ROW),
        &LINES.replace("\"two\n        lines\"", "one"),
    );
    changes(
        LINES,
        |document| document.remove(&request(0), "name"),
        &LINES.replace("      name: A, # in short\n", ""),
    );
    changes(
        LINES,
        |document| document.remove(&request(0), "doc"),
        &LINES.replace("      doc: \"two\n        lines\", # of text\n", ""),
    );
    changes(
        LINES,
        |document| document.remove(&request(1), "name"),
        &LINES.replace("name: B,\n      ", ""),
    );
    changes(
        LINES,
        |document| document.remove(&request(1), "type"),
        &LINES.replace(",\n      type: int", ""),
    );
    changes(
        LINES,
        |document| document.set(&request(1), "required", &Yaml::Flag(true), &ROW),
        &LINES.replace("int }", "int, required: true }"),
    );
}

#[test]
fn comments_inside_braces_stay() {
    let before = "- { # a\n    name: A, b: 1, # b\n    c: 2 # c\n    # d\n  }\n";
    let path = [Step::Index(0)];
    for (key, after) in [
        ("name", "- { # a\n    b: 1, # b\n    c: 2 # c\n    # d\n  }\n"),
        ("b", "- { # a\n    name: A, # b\n    c: 2 # c\n    # d\n  }\n"),
        ("c", "- { # a\n    name: A, b: 1, # b\n    # d\n  }\n"),
    ] {
        changes(before, |document| document.remove(&path, key), after);
    }
    changes(
        before,
        |document| document.set(&path, "d", &text("x"), &[]),
        "- { # a\n    name: A, b: 1, # b\n    c: 2, # c\n    d: x\n    # d\n  }\n",
    );
    changes(
        "- { a: 1, # a\n    b: 2 } # b\n",
        |document| {
            document.remove(&path, "b")?;
            document.remove(&path, "a")?;
            document.set(&path, "c", &text("x"), &[])
        },
        "- { c: x # a\n    } # b\n",
    );
    changes(
        "- { a: 1, # a\n    b: 2 } # b\n",
        |document| document.remove(&path, "a"),
        "- { # a\n    b: 2 } # b\n",
    );
}

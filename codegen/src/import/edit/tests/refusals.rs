//! What is not read and what is not changed.

use super::*;

#[test]
fn what_a_description_may_not_hold_is_not_read() {
    let deep = "[".repeat(40) + &"]".repeat(40);
    let long = format!("a: {}\n", "x".repeat(1 << 20));
    let many = "- a\n".repeat(60_000);
    for text in [
        "",
        "# nothing\n",
        "a: [\n",
        "a: 1\n b: 2\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !t 1\n",
        "- &x a\n- *x\n",
        "a: 1\n---\nb: 2\n",
        "%YAML 1.2\n---\na: 1\n",
        "[a]: 1\n",
        "{ {a: 1}: 1 }\n",
        ": 1\n",
        "a: \"\\u0007\"\n",
        "a: \"\\r\"\n",
        "a: \u{202e}b\n",
        &deep,
        &long,
        &many,
    ] {
        assert!(Document::parse(text).is_none(), "{text:.80}");
    }
}

#[test]
fn a_place_that_is_not_there() {
    let before = "a: 1\nb: [x, { c: d }]\ne:\n";
    refuses(before, |document| document.remove(&[], "x"));
    refuses(before, |document| document.remove(&[Step::Key("a")], "x"));
    refuses(before, |document| document.set(&[Step::Key("x")], "a", &text("x"), &[]));
    refuses(before, |document| document.set(&[Step::Key("b")], "a", &text("x"), &[]));
    refuses(before, |document| document.set(&[Step::Index(0)], "a", &text("x"), &[]));
    refuses(before, |document| document.insert(&[], 0, &text("x")));
    refuses(before, |document| document.insert(&[Step::Key("b")], 3, &text("x")));
    refuses(before, |document| document.insert(&[Step::Key("e")], 0, &text("x")));
    refuses(before, |document| document.remove_entry(&[Step::Key("b")], 2));
    refuses(before, |document| document.remove_entry(&[], 0));
    let path = [Step::Key("b"), Step::Index(usize::MAX)];
    refuses(before, |document| document.remove(&path, "c"));
}

#[test]
fn a_key_that_is_there_twice() {
    let before = "a: 1\na: 2\nb:\n  - {}\nb:\n  - {}\n";
    refuses(before, |document| document.set(&[], "a", &text("x"), &[]));
    refuses(before, |document| document.remove(&[], "a"));
    refuses(before, |document| document.remove_entry(&[Step::Key("b")], 0));
    changes(
        before,
        |document| document.set(&[], "c", &text("x"), &["a", "c"]),
        &before.replace("a: 2\n", "a: 2\nc: x\n"),
    );
}

#[test]
fn layouts_that_have_no_room() {
    refuses("- [a: b]\n", |document| {
        document.set(&[Step::Index(0), Step::Index(0)], "a", &text("x"), &[])
    });
    refuses("? a\n", |document| document.set(&[], "a", &text("x"), &[]));
}

#[test]
fn values_that_the_reader_would_not_take() {
    for value in ["\u{7}", "a\rb", "\u{202e}", "\u{feff}", "\u{85}"] {
        refuses("a: 1\n", |document| document.set(&[], "a", &text(value), &[]));
        let lines = Yaml::Literal(value.to_owned());
        refuses("a: 1\n", |document| document.set(&[], "b", &lines, &[]));
    }
    refuses("a: 1\n", |document| document.set(&[], &"k".repeat(2_000), &text("x"), &[]));
    let deep = (0..40).fold(text("x"), |value, _| Yaml::List(vec![value]));
    refuses("a: 1\n", |document| document.set(&[], "b", &deep, &[]));
    refuses("a: 1\n", |document| {
        document.set(&[], "b", &text(&"x".repeat(1 << 20)), &[])
    });
}

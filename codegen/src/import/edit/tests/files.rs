//! What files have around their text: line ends, a byte order mark, no last line end.

use super::*;

#[test]
fn carriage_returns_stay() {
    let before = "\
# Head.
action: A
request:
  - { name: A } # a

  - name: B
    text: |
      x

      y
    z: 'one
      two'
# Tail.
";
    let after = "\
# Head.
action: A
request:
  - { name: A, type: int } # a
  - { name: New, type: int }

  - name: B
    type: int
    text: |
      new

      lines
response:
  - { name: New, type: int }
# Tail.
";
    let change = |document: &mut Document| {
        document.set(&request(0), "type", &text("int"), &ROW)?;
        document.set(&request(1), "type", &text("int"), &ROW)?;
        let lines = Yaml::Literal("new\n\nlines".to_owned());
        document.set(&request(1), "text", &lines, &ROW)?;
        document.remove(&request(1), "z")?;
        document.insert(&[Step::Key("request")], 1, &row("New", "int"))?;
        document.set(&[], "response", &Yaml::List(vec![row("New", "int")]), &ACTION)
    };
    changes(before, change, after);
    let returns = |text: &str| text.replace('\n', "\r\n");
    changes(&returns(before), change, &returns(after));
    let marked = |text: &str| format!("\u{feff}{}", returns(text));
    changes(&marked(before), change, &marked(after));
}

#[test]
fn mixed_line_ends_stay() {
    changes(
        "a: 1\nb:\r\n  - x\r\n  - y\nc: 3\r\n",
        |document| {
            document.insert(&[Step::Key("b")], 1, &text("new"))?;
            document.remove(&[], "a")
        },
        "b:\r\n  - x\r\n  - new\n  - y\nc: 3\r\n",
    );
}

#[test]
fn a_file_without_a_last_line_end_stays_so() {
    let rows = Yaml::List(vec![row("A", "int")]);
    let lines = Yaml::Literal("x\ny".to_owned());
    for before in ["a: 1", "a: 1 # c", "a:\n  - b", "a: {\n b: c }", "a: |-\n  x"] {
        changes(
            before,
            |document| document.set(&[], "z", &text("x"), &[]),
            &format!("{before}\nz: x"),
        );
        changes(
            before,
            |document| document.set(&[], "z", &rows, &[]),
            &format!("{before}\nz:\n  - {{ name: A, type: int }}"),
        );
        // The last line end of a `|` block is part of its value.
        changes(
            before,
            |document| document.set(&[], "z", &lines, &[]),
            &format!("{before}\nz: |\n  x\n  y\n"),
        );
    }
    changes("a: 1", |document| document.set(&[], "a", &lines, &[]), "a: |\n  x\n  y\n");
    changes(
        "a: |\n  b",
        |document| document.set(&[], "a", &lines, &[]),
        "a: |\n  x\n  y\n",
    );
    changes(
        "a:\n  - b\n  - c",
        |document| document.set(&[], "a", &rows, &[]),
        "a:\n  - { name: A, type: int }",
    );
    changes("a: 1\nb: 2", |document| document.remove(&[], "b"), "a: 1\n");
    changes("a: 1", |document| document.remove(&[], "a"), "{}");
}

#[test]
fn text_that_is_not_ascii() {
    let before = "é: 'ü' # ö\nrequest:\n  - { 名: 日本, doc: \"漢字: x\" } # 終\n";
    changes(
        before,
        |document| {
            document.set(&request(0), "名", &text("東京"), &[])?;
            document.set(&request(0), "doc", &text("¿qué?"), &[])?;
            document.set(&request(0), "type", &text("ñ"), &["名", "type"])?;
            document.set(&[], "é", &text("à b"), &[])
        },
        "é: à b # ö\nrequest:\n  - { 名: 東京, type: ñ, doc: \"¿qué?\" } # 終\n",
    );
}

#[test]
fn document_marks_stay() {
    changes(
        "---\n# c\na: 1\n...\n",
        |document| document.set(&[], "b", &text("x"), &[]),
        "---\n# c\na: 1\nb: x\n...\n",
    );
    changes(
        "--- { a: 1 } # c\n",
        |document| document.set(&[], "b", &text("x"), &[]),
        "--- { a: 1, b: x } # c\n",
    );
}

#[test]
fn a_large_file_takes_no_longer_than_it_is_long() {
    let rows = "  - { name: A, type: string, doc: \"x\" } # c\n".repeat(2_000);
    let comments = "# c\n\n".repeat(100_000);
    let block = "    x y z\n\n".repeat(20_000);
    let before = format!("request:\n{rows}{comments}z: |\n{block}# end\n");
    assert!(before.len() < 1 << 20);
    let mut document = Document::parse(&before).unwrap();
    let new = Yaml::Literal("x\n".repeat(10_000));
    document.set(&[], "z", &new, &[]).unwrap();
    document.remove_entry(&[Step::Key("request")], 1_999).unwrap();
    document.insert(&[Step::Key("request")], 1_999, &row("A", "int")).unwrap();
    document.remove(&[], "request").unwrap();
    assert!(document.text().starts_with(&comments));
}

//! Text as scalars.

use proptest::prelude::*;

use super::*;
use crate::import::edit::yaml::scalar;

#[test]
fn words_and_sentences_are_plain() {
    for plain in [
        "Region",
        "cn-bj2",
        "umem-api/describe_umem_backup",
        "Most backups to return.",
        "the account's & the vendor's; 100% (all)",
        "a - b",
        "日本 é",
        "/path",
        "_x",
        "yesterday",
        "None of them",
        "N/A",
    ] {
        assert_eq!(scalar(plain), plain);
    }
}

#[test]
fn what_may_be_something_else_is_quoted() {
    for quoted in [
        "",
        " ",
        "~",
        "null",
        "NULL",
        "true",
        "False",
        "y",
        "Y",
        "n",
        "NO",
        "yes",
        "on",
        "Off",
        "1",
        "1.0",
        "0x1",
        "0o7",
        "1e3",
        "+1",
        "-1",
        ".5",
        ".inf",
        "-.inf",
        ".NaN",
        "1_000",
        "1:30",
        "2020-01-01",
        "=",
        "<<",
        "-",
        "--- a",
        "...",
        "- a",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "a, b",
        "[a]",
        "{a}",
        "a}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "'a'",
        "%a",
        "@a",
        "`a`",
        "a ",
        " a",
        "[UMemBackupSet]",
        "a?b",
        "http://a",
    ] {
        assert_eq!(scalar(quoted), format!("\"{quoted}\""));
    }
    assert_eq!(scalar("a\nb\t\"c\"\\"), r#""a\nb\t\"c\"\\""#);
    assert_eq!(scalar("\u{7}\u{202e}\u{85}"), r#""\u0007\u202e\u0085""#);
}

#[test]
fn values_on_one_line() {
    let value = map([
        ("name", text("Region")),
        ("on", Yaml::Flag(true)),
        ("list", Yaml::List(vec![text("a"), text("3"), Yaml::List(vec![])])),
        ("map", map([])),
        ("text", Yaml::Literal("a\nb".to_owned())),
    ]);
    assert_eq!(
        value.inline(),
        r#"{ name: Region, "on": true, list: [a, "3", []], map: {}, text: "a\nb\n" }"#,
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_is_read_back_everywhere(value in "[ -~\u{a0}-\u{2ff}\n\t]{0,12}") {
        let mut document = Document::parse("a: 1\nb: { c: 1 }\n").unwrap();
        let is_seen = !value.contains(|char| crate::wording::is_unseen(char) && !"\n\t".contains(char));
        let path = [Step::Key("b")];
        prop_assert_eq!(document.set(&[], "a", &text(&value), &[]).is_ok(), is_seen);
        prop_assert_eq!(document.set(&path, "c", &text(&value), &[]).is_ok(), is_seen);
        let is_key = is_seen && value != "c" && !value.is_empty();
        prop_assert_eq!(document.set(&path, &value, &text("x"), &[]).is_ok() || !is_key, true);
    }

    #[test]
    fn lines_are_read_back(value in "[ a#|\t\n-]{0,16}") {
        let mut document = Document::parse("a: 1\nb:\n  - c: |\n     x\n    d: 1\n").unwrap();
        let lines = Yaml::Literal(value);
        prop_assert_eq!(document.set(&[], "a", &lines, &[]), Ok(()));
        let path = [Step::Key("b"), Step::Index(0)];
        prop_assert_eq!(document.set(&path, "c", &lines, &[]), Ok(()));
        prop_assert_eq!(document.insert(&path[..1], 0, &lines), Ok(()));
    }
}

use super::*;
use crate::decode::read_json;

#[test]
fn half_a_surrogate_pair_is_a_replacement_character() {
    for (json, expected) in [
        (r#""a""#, "a"),
        (r#""\ud83d\ude00\uD83D\uDE00""#, "😀😀"),
        (r#""\ud83d""#, "\u{fffd}"),
        (r#""\ude00x\uDBFF\u0041""#, "\u{fffd}x\u{fffd}A"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        // An escaped backslash before letters that are not an escape.
        (r#""\\ud83d""#, r"\ud83d"),
        (r#""\\\ud83d""#, "\\\u{fffd}"),
        (r#""中\ud83d中""#, "中\u{fffd}中"),
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
    ] {
        assert_eq!(read_json(json).unwrap(), expected, "{json}");
    }
}

#[test]
fn a_number_that_no_f64_holds_is_its_text() {
    let long = "9".repeat(400);
    for (json, expected) in [
        (r#"{"A":1E400}"#, r#"{"A":"1E400"}"#),
        (
            r"[-1e+309, 2, 1.5e999999999999999999 ,7]",
            r#"["-1e+309", 2, "1.5e999999999999999999" ,7]"#,
        ),
        (&*long, &*format!("\"{long}\"")),
        (r#"{"中\"1E400":"1E400","B":1e-400,"C":0e999,"D":1e308}"#, ""),
    ] {
        let expected = if expected.is_empty() { json } else { expected };
        let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
        assert_eq!(read_json(json).unwrap(), expected, "{json}");
    }
}

#[test]
fn json_is_read_as_serde_json_reads_it() {
    let values = [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "7",
        "-7",
        "1.5",
        "-1.5e3",
        "1E+2",
        "1e-2",
        "\"\"",
        "\"12345678\"",
        "\"中文\\u00e9中文中文\"",
        "{}",
        "[]",
        "[1]",
        "{\"A\":1}",
        "[[],{}]",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "nul",
        "True",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "--1",
        "\"",
        "\"\t\"",
        "\"1234567\u{1f}\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "{",
        "[",
        "}",
        "]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"A\"}",
        "{\"A\":}",
        "{\"A\":1,}",
        "{A:1}",
        "{1:1}",
        "{\"A\" 1}",
        "[1}",
        "{\"A\":1]",
        "",
        " ",
        "\u{a0}1",
        "1 2",
        "[1] ]",
    ];
    let texts = values.iter().flat_map(|value| {
        [
            (*value).to_owned(),
            format!(" \r\n\t{value} "),
            format!("[{value}, {value}]"),
            format!("{{ \"A\": {value} ,\"B\":[{value}]}}"),
        ]
    });
    for text in texts {
        let expected = serde_json::from_str::<serde_json::Value>(&text).ok();
        assert_eq!(read_json(&text).ok(), expected, "{text}");
        let mut reader = Reader::new(&text);
        let skipped = reader.skip().and_then(|()| reader.end());
        assert_eq!(skipped.is_ok(), expected.is_some(), "{text}");
    }
}

#[test]
fn an_end_of_a_text_is_found_at_every_place() {
    for before in 0..20 {
        for after in 0..20 {
            let [before, after] = [before, after].map(|length| "é".repeat(length));
            for (middle, expected) in [("x", "x"), ("\\n", "\n"), ("\\\"", "\""), ("", "")] {
                let json = format!("\"{before}{middle}{after}\"");
                let expected = format!("{before}{expected}{after}");
                assert_eq!(read_json(&json).unwrap(), expected, "{json}");
            }
        }
    }
}

#[test]
fn errors_name_line_and_column() {
    let error = read_json("{\n \"A\": tru }").unwrap_err();
    assert!(error.ends_with(" at line 2 column 6"), "{error}");
}

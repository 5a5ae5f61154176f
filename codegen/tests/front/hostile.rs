//! Text that means no good, and text from machines with other habits.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::fixtures::{PRODUCT, action, generated, sources};

/// Time limit for any input.
const LONGEST: Duration = Duration::from_secs(1);

fn refused(text: String) -> String {
    let sources = sources(&[("actions/Cook.yaml", &text)]);
    drop(text);
    let start = Instant::now();
    let report = codegen::generate(&sources).expect_err("hostile text is refused");
    let shown = report.to_string();
    let taken = start.elapsed();
    // Without optimisations everything takes a multiple; the bound is for what is released.
    let longest = if cfg!(debug_assertions) { 10 * LONGEST } else { LONGEST };
    assert!(taken < longest, "{taken:?}");
    shown
}

#[test]
fn a_file_of_100_megabytes_is_not_read() {
    let shown = refused("a".repeat(100 << 20));
    assert!(shown.contains("larger than 1 MiB"), "{shown}");
}

#[test]
fn a_bomb_of_aliases_does_not_go_off() {
    let level = |level: usize| {
        let alias = format!("*a{level}");
        format!("a{0}: &a{0} [{1}]", level + 1, vec![alias; 9].join(", "))
    };
    let levels: Vec<_> = (0..60).map(level).collect();
    let shown = refused(format!("a0: &a0 [x, x, x]\n{}\n", levels.join("\n")));
    assert!(shown.contains("alias in a description"), "{shown}");
}

#[test]
fn nesting_has_an_end() {
    for deep in
        ["[".repeat(500_000), "{a: ".repeat(250_000), "- ".repeat(500_000), "? ".repeat(500_000)]
    {
        let shown = refused(deep);
        assert!(shown.contains("invalid YAML"), "{shown}");
    }
    let shown = refused(
        "a:\n".to_owned() + &(1..1_000).map(|depth| " ".repeat(depth) + "a:\n").collect::<String>(),
    );
    assert!(shown.contains("invalid YAML"), "{shown}");
}

#[test]
fn a_million_of_anything_is_refused_in_time() {
    let keys: Vec<_> = (0..60_000).map(|index| format!("key{index}: 1")).collect();
    let keys = keys.join(
        "
",
    );
    let same: String = "same: 1\n".repeat(20_000);
    let rows = format!("request:\n{}", "  - { name: A, type: B, kind: C }\n".repeat(4_000));
    let flow = format!("[{}]", "a,".repeat(500_000));
    let line = format!("doc: {}", "\u{202e}".repeat(300_000));
    for text in [keys, same, rows, flow, line] {
        refused(text);
    }
}

#[test]
fn a_response_nested_beyond_reason_is_refused() {
    let deep = format!("example:\n  response: '{}{}'\n", "[".repeat(100_000), "]".repeat(100_000));
    assert!(refused(action("Cook", &deep)).contains("invalid JSON"));
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let cook = action(
        "Cook",
        "doc: |\n  One line.\n\n  Another.\nexample:\n  response: |\n    { \"RetCode\":\n      0 }\n",
    );
    let plain = generated(&[("actions/Cook.yaml", &cook)]);
    let other = cook.replace('\n', "\r\n");
    let marked = format!("\u{feff}{other}");
    for text in [other, marked] {
        let same = generated(&[
            ("actions/Cook.yaml", &text),
            ("product.yaml", &PRODUCT.replace('\n', "\r\n")),
        ]);
        assert_eq!(format!("{:?}", same.api), format!("{:?}", plain.api));
        assert!(same.files == plain.files);
    }
    let wrong = cook.replace("effect: read", "effect: reed");
    let place = |text: &str| {
        let report = codegen::generate(&sources(&[("actions/Cook.yaml", text)])).unwrap_err();
        report.to_string()
    };
    assert_eq!(place(&wrong), place(&format!("\u{feff}{}", wrong.replace('\n', "\r\n"))));
}

const PATHS: [&str; 6] = [
    "actions/Cook.yaml",
    "models/Dish.yaml",
    "enums/State.yaml",
    "product.yaml",
    "ret_codes.yaml",
    "regions.yaml",
];

/// Pieces of a description, in no order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "action",
            "model",
            "enum",
            "product",
            "name",
            "type",
            "required",
            "as",
            "request",
            "response",
            "members",
            "values",
            "wire",
            "pagination",
            "offset",
            "limit",
            "items",
            "key",
            "waiters",
            "find",
            "in",
            "member",
            "success",
            "entries",
            "all",
            "expect",
            "example",
            "optional",
            "reconciled",
            "rust",
            "effect",
            "read",
            "Cook",
            "Dish",
            "State",
            "string",
            "int",
            "[Dish]",
            "true",
            "0",
            "N",
            "A.N.B",
            "A.N",
            "Region",
            "regions",
            "codes",
            "gateway",
            "sections",
            "common",
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            ": ",
            "\n",
            "\n  ",
            "\n  - ",
            "{ ",
            " }",
            "[ ",
            " ]",
            ", ",
            "\"",
            "'",
            "|",
            ">",
            "&a",
            "*a",
            "!!str ",
            "? ",
            "#",
            "---\n",
            "\t",
            "\r\n",
            "\r",
            "\\u0000",
            "{\"RetCode\": 0, \"A\": [{}]}",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), path in prop::sample::select(PATHS.to_vec())) {
        if let Err(report) = codegen::generate(&sources(&[(path, &text)])) {
            prop_assert!(!report.to_string().is_empty());
        }
    }

    #[test]
    fn no_pieces_make_it_panic(texts in prop::collection::vec(pieces(), 6)) {
        let files: Vec<_> = PATHS.into_iter().zip(texts.iter().map(String::as_str)).collect();
        if let Err(report) = codegen::generate(&sources(&files)) {
            prop_assert!(!report.to_string().is_empty());
        }
    }

    #[test]
    fn a_path_is_only_a_name(path in "[a-zA-Z./\\\\ ]{0,24}", text in pieces()) {
        if let Err(report) = codegen::generate(&sources(&[(&path, &text)])) {
            prop_assert!(!report.to_string().is_empty());
        }
    }
}

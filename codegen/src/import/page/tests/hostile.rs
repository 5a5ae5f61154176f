//! Whatever a file holds, reading it ends, and soon.

use proptest::prelude::*;

use super::source::{DEEPEST, LARGEST, MOST_WORK, work_of_links};
use super::*;

#[track_caller]
fn refused_from(limit: usize, why: &str, text: impl Fn(usize) -> String) {
    let (_, notes) = page(&text(limit));
    assert!(notes.iter().all(|note| !note.contains(why)), "{notes:?}");
    let (page, notes) = page(&text(limit + 1));
    assert!(page.is_none() && notes.len() == 1 && notes[0].contains(why), "{notes:?}");
}

#[test]
fn pages_that_cost_too_much_are_refused() {
    refused_from(LARGEST, "larger than 256 KiB", |size| " ".repeat(size));
    // The library goes over all lists that are open once per line.
    for mark in ["- ", "1. ", "\t* "] {
        let page = |deep: usize| format!("# A\n\n{}x{}\n", mark.repeat(deep), "\n<a>".repeat(9));
        refused_from(DEEPEST, "deeply nested", page);
    }
    refused_from(DEEPEST / 2, "deeply nested", |deep| "> ".repeat(deep) + "[a](b)");
    // It goes over the title of a link once per line, up to the end of the paragraph.
    for link in ["[a](b \"", "[a](b '", "[a](b (", "![a](b \""] {
        let line = "a".repeat(99) + "\n";
        let page = |lines: usize| format!("# A\n\n{link}\n{}", line.repeat(lines));
        let lines =
            (1..1_000_000).find(|lines| work_of_links(&page(*lines)) > MOST_WORK).unwrap_or(0);
        refused_from(lines - 1, "a link without an end", page);
    }
    let (_, notes) = page(&"[a](b) [c](#d)\n".repeat(LARGEST / 15));
    assert_eq!(notes, ["1: skipped: no heading of an action's page, such as its parameters"]);
}

#[test]
fn markup_without_end_is_read_or_refused() {
    let deep = 1_000;
    let repeated = [
        "|", "[", "![", ">", "> ", "- ", "1. ", "* ", "*", "_", "`", "<", "<a ", "<!--", "&", "\\",
        "(", "{", "](",
    ];
    let mut texts: Vec<String> = repeated.iter().map(|piece| piece.repeat(deep * 2)).collect();
    texts.extend(repeated.iter().map(|piece| format!("| {} | int | a | No |", piece.repeat(deep))));
    texts.extend(repeated.iter().map(|piece| format!("| A | {} | a | No |", piece.repeat(deep))));
    texts.extend(repeated.iter().map(|piece| format!("{piece}\n").repeat(deep)));
    texts.push(format!("| A | int | {} | No |", "x | ".repeat(deep)));
    texts.push("| A | int\n".repeat(deep));
    texts.push(format!("| A | int\n{}", "x\n".repeat(deep)));
    texts.push("| A.0.0 | array[array[\n".repeat(deep));
    for text in texts {
        for page in [requesting(&text), responding(&text), text.clone()] {
            let example = format!(
                "{page}\n## 请求示例\n\n```\n{text}\n```\n## 响应示例\n\n```\n{text}\n```\n"
            );
            let _ = super::page(&example);
        }
    }
}

#[test]
fn examples_without_end_are_read() {
    let pairs: Vec<_> =
        (0..10_000).map(|index| format!("&A.{index}.B.{}=x\n", index * 3)).collect();
    let pairs = pairs.concat();
    let nested = format!("{{\"{}\":{}", "k".repeat(5_000), "{\"a\":".repeat(100));
    for block in [
        pairs,
        nested,
        "{".repeat(50_000),
        format!("{{\"A\":{}}}", "[".repeat(127) + &"]".repeat(127)),
    ] {
        let text =
            requesting("| A | int | a | No |") + &format!("\n## 请求示例\n\n```\n{block}\n```\n");
        assert!(super::page(&text).0.is_some());
    }
}

/// Pieces that pages are made of, to be put together anyhow.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = "#¦##¦ ¦\n¦\n\n¦|¦|---|---|\n¦\\¦`¦```\n¦*¦[¦]¦(#¦)¦<br />¦<¦>¦请求参数¦响应字段¦数据模型¦请求示例¦响应示例¦公共参数¦\
        参数名¦类型¦必填¦ - CookDish¦Action=¦&¦=¦{¦}¦\"RetCode\": 0¦A.N.B¦.n¦[N]¦array[¦List<string>¦string¦Yes¦\u{feff}¦\
        \u{202e}¦\t¦\r¦%ff¦GET /v1¦---\n";
    let pieces: Vec<_> = pieces.split('¦').collect();
    let piece = prop_oneof![prop::sample::select(pieces).prop_map(str::to_owned), any::<String>(),];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_or_skipped(text in any::<String>(), made in pieces()) {
        for text in [text, made] {
            let (page, notes) = super::page(&text);
            prop_assert!(page.is_some() || !notes.is_empty());
        }
    }

    #[test]
    fn a_good_page_in_which_something_is_replaced_is_read_or_skipped(
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        with in pieces(),
    ) {
        let chars: Vec<char> = GOOD.chars().collect();
        let start = at.index(chars.len());
        let end = (start + length).min(chars.len());
        let text: String =
            chars[..start].iter().copied().chain(with.chars()).chain(chars[end..].iter().copied()).collect();
        let (page, notes) = super::page(&text);
        prop_assert!(page.is_some() || !notes.is_empty());
        if let Some(page) = page {
            for row in page.request.iter().chain(&page.response) {
                prop_assert!(row.line <= text.lines().count());
                prop_assert!(row.name.split('.').all(crate::parameter_tree::is_name));
            }
        }
    }
}

//! Examples of requests and responses.

use super::*;

/// The example's parameters, and what is told; the block's first line is 13.
fn sent(block: &str) -> (Option<String>, Vec<String>) {
    let text =
        requesting("| A | int | a | No |") + &format!("\n## 请求示例\n\n```\n{block}\n```\n");
    let (page, notes) = page(&text);
    let pairs = page.expect("a page").example_request;
    let joined = pairs.map(|pairs| {
        pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    });
    (joined, notes)
}

#[track_caller]
fn sends(block: &str, wanted: &str) {
    assert_eq!(sent(block), (Some(wanted.into()), vec![]), "{block}");
}

#[test]
fn addresses_over_lines_or_in_one() {
    let wanted = "A=1 B=x";
    sends("https://api.example.com/?Action=CookDish\n&A=1\n&B=x", wanted);
    sends("https://api.example.com/?Action=CookDish&A=1&B=x", wanted);
    sends("https://api.example.com/?Action=CookDish&A=1&\nB=x", wanted);
    sends("https://api.example.com/\n?Action=CookDish\n &A=1 \n\n &B=x ", wanted);
    sends("https://api.example.com/?Action=CookDish&amp;A=1&amp;B=x", wanted);
    sends("Action=CookDish\nA=1\nB=x", wanted);
    sends("https://api.example.com/?Action=CookDish", "");
}

#[test]
fn the_block_may_be_indented() {
    let text = requesting("| A | int | a | No |")
        + "\n## Request Example\n\n    https://h/?Action=CookDish\n    &A=1\n";
    assert_eq!(tidy(&text).example_request, Some(vec![("A".into(), "1".into())]));
}

#[test]
fn values_are_decoded_and_a_plus_stays() {
    sends(
        "https://h/?Action=CookDish&A=a%20b%2Bc+d&B=%E8%8F%9C&C=&D=x=y&Url=http://x/?q=1",
        "A=a b+c+d B=菜 C= D=x=y Url=http://x/?q=1",
    );
    let (pairs, notes) = sent("https://h/?Action=CookDish\n&A=%ff");
    assert_eq!(pairs.as_deref(), Some("A=%ff"));
    assert_eq!(notes, ["13: `%ff` in the example is not UTF-8 when decoded: taken as it is"]);
}

#[test]
fn stray_text_is_told() {
    let (pairs, notes) =
        sent("https://h/?Action=CookDish\n&公共参数＝\n&公共参数=\n&A=1\n&1B=2\n&B C=3");
    assert_eq!(pairs.as_deref(), Some("A=1"));
    assert_eq!(
        notes,
        [
            "13: `公共参数＝` in the example is not a parameter: left out",
            "14: `公共参数` in the example names no parameter: left out",
            "16: `1B` in the example names no parameter: left out",
            "17: `B C` in the example names no parameter: left out",
        ]
    );
}

#[test]
fn entries_of_lists_have_numbers() {
    sends(
        "https://h/?Action=CookDish&A.n=1&B.N.C=2&D[0]=3&E.0.F.n=4",
        "A.0=1 B.0.C=2 D.0=3 E.0.F.0=4",
    );
    // Two ways to write one entry.
    assert_eq!(
        sent("https://h/?Action=CookDish\n&A.n=1\n&A[0]=2\n&A.00=3").0.as_deref(),
        Some("A.0=3")
    );
}

#[test]
fn values_that_show_nothing_are_left_out() {
    let (pairs, notes) = sent("https://h/?Action=CookDish\n&A=%00\n&B=a\u{200f}b\n&C=1");
    assert_eq!(pairs.as_deref(), Some("C=1"));
    assert_eq!(notes.len(), 2);
    assert!(notes[0].starts_with("13: the example's value of `A` has characters"), "{notes:?}");
}

#[test]
fn what_is_no_address_is_no_example() {
    let (pairs, notes) = sent("curl 'https://h/?Action=CookDish'");
    assert_eq!(pairs, None);
    assert_eq!(notes, ["12: an example for a shell, `curl`: not read"]);
    let (pairs, notes) = sent("nothing here");
    assert_eq!(pairs, None);
    assert_eq!(
        notes,
        [
            "12: `nothing here` in the example is not a parameter: left out",
            "12: an example without `Action=`"
        ]
    );
    let (pairs, notes) = sent("A=1");
    assert_eq!(pairs.as_deref(), Some("A=1"));
    assert_eq!(notes, ["12: an example without `Action=`"]);
    let text = requesting("| A | int | a | No |") + "\n## 请求示例\n\ntext\n";
    let (page, notes) = page(&text);
    assert!(page.is_some_and(|page| page.example_request.is_none()));
    assert_eq!(notes, ["9: an example without a block of code: there is none for this action"]);
}

#[test]
fn a_body_of_json_is_flattened() {
    let (pairs, notes) = sent(
        "{ \"Action\": \"CookDish\", \"A\": 1, \"B\": [\"x\", {\"C\": true}],\n \"D\": {\"E\": null, \"F\": 1.5} }",
    );
    assert_eq!(pairs.as_deref(), Some("A=1 B.0=x B.1.C=true D.F=1.5"));
    assert_eq!(notes, ["12: an example in JSON: taken for the same parameters in an address"]);
    // Nothing below a name that is too long is looked at.
    let long = "k".repeat(101);
    let (pairs, notes) = sent(&format!(
        "{{\"Action\": \"CookDish\", \"A\": 1, \"{long}\": {{\"B\": 1, \"C\": 1, \"D\": 1}}}}"
    ));
    assert_eq!(pairs.as_deref(), Some("A=1"));
    assert_eq!(notes.len(), 2, "{notes:?}");
    let (pairs, notes) = sent("{ \"Action\": \"CookDish\",\n A }");
    assert_eq!(pairs, None);
    assert!(notes[0].starts_with("13: the example's JSON does not parse, "), "{notes:?}");
}

/// The example's response, and what is told; the block's first line is 12.
fn shown(block: &str) -> (Option<String>, Vec<String>) {
    let text =
        responding("| A | int | a | No |") + &format!("\n## 响应示例\n\n```json\n{block}\n```\n");
    let (page, notes) = page(&text);
    (page.expect("a page").example_response, notes)
}

#[test]
fn responses_keep_the_page_s_text() {
    let text =
        "{\n  \"RetCode\": 0,\n  \"B\": 12345678901234567890123,\n  \"A\": 1,\n  \"A\": 1.50\n}";
    assert_eq!(shown(text), (Some(text.into()), vec![]));
    assert_eq!(shown("{\"RetCode\": \"0\"}").0.as_deref(), Some("{\"RetCode\": \"0\"}"));
}

#[test]
fn responses_are_laid_out_evenly() {
    let wanted = Some("{\n  \"RetCode\": 0,\n    \"A\": [ 1]\n}".into());
    assert_eq!(
        shown("\n    {\n      \"RetCode\": 0,  \n        \"A\": [\t1]\n    }\n\n").0,
        wanted
    );
    assert_eq!(shown("{\n\t\"RetCode\": 0,\n\t\t\"A\": [\t1]\r\n}").0, wanted);
    assert_eq!(
        shown("\u{feff}{\"RetCode\":\u{200e}0,\"A\":\"\u{200f}\\\"\u{202e}\"}").0.as_deref(),
        Some("{\"RetCode\":0,\"A\":\"\\u200f\\\"\\u202e\"}")
    );
}

#[test]
fn responses_that_do_not_parse_are_told_with_their_line() {
    let (response, notes) = shown("\n{\n  \"RetCode\": 0,\n  A\n}");
    assert_eq!(response, None);
    assert!(notes[0].starts_with("15: the example of a response does not parse, "), "{notes:?}");
    for (block, why) in [
        ("{\"RetCode\": 230}", "has a RetCode that is not 0"),
        ("{\"RetCode\": 0.0}", "has a RetCode that is not 0"),
        ("{\"A\": 1}", "has no RetCode"),
        ("[0]", "is not an object"),
    ] {
        let why = format!("12: the example of a response {why}: there is none for this action");
        assert_eq!(shown(block), (None, vec![why]));
    }
    assert_eq!(shown(&"[".repeat(1_000)).0, None);
    let long = format!("{{\"RetCode\": 0, \"A\": \"{}\"}}", "x".repeat(512 << 10));
    assert_eq!(
        shown(&long),
        (None, vec!["12: an example of a response that is longer than 512 KiB: left out".into()])
    );
}

#[test]
fn the_block_that_is_json_is_the_reply() {
    let text = responding("| A | int | a | No |")
        + "\n## 返回示例\n\n```\nHTTP/1.1 200 OK\n```\n\n```\n{\"RetCode\": 0}\n```\n";
    assert_eq!(tidy(&text).example_response.as_deref(), Some("{\"RetCode\": 0}"));
}

use serde_json::json;

use super::*;
use crate::error::{ErrorKind, Outcome};

#[derive(Debug, Default, PartialEq)]
struct Everything {
    text: String,
    int: i64,
    when: Timestamp,
    maybe: Option<i64>,
    float: Option<f64>,
    flag: Option<bool>,
    switch: Option<bool>,
    note: Option<String>,
    names: Vec<String>,
    inner: Option<Box<Everything>>,
    list: Vec<Everything>,
    json: Option<serde_json::Value>,
}

impl_object! {
    const FIELDS: Everything = [
        Required("Text", Scalar(text)),
        Required("Int", Scalar(int)),
        Optional("When", Scalar(when)),
        Optional("Maybe", Scalar(maybe)),
        Optional("Float", Scalar(float)),
        Optional("Flag", Scalar(flag)),
        Optional("Switch", Switch(switch, "enable", "disable")),
        Optional("Note", Base64(note)),
        Optional("Names", Scalars(names)),
        Optional("Inner", Object(inner)),
        Optional("List", Objects(list)),
        Optional("Json", Json(json)),
    ];
}

fn read(json: &serde_json::Value) -> (Everything, Vec<String>) {
    let mut object = Everything::default();
    let notes = decode(&json.to_string(), &mut object).expect("a response always decodes");
    (object, notes.missing.first().to_vec())
}

/// Reads one member, beside the required ones.
fn one(name: &str, value: &serde_json::Value) -> Everything {
    let (object, missing) = read(&json!({ "Text": "", "Int": 0, name: value }));
    assert_eq!(missing, [""; 0]);
    object
}

#[test]
fn a_text_takes_any_single_value() {
    for (value, text) in [
        (json!("x"), "x"),
        (json!(12), "12"),
        (json!(u64::MAX), "18446744073709551615"),
        (json!(1.5), "1.5"),
        (json!(true), "true"),
        (json!(["x", "y"]), "x"),
    ] {
        assert_eq!(
            read(&json!({ "Text": value, "Int": 0 })),
            (Everything { text: text.into(), ..Default::default() }, vec![])
        );
    }
}

#[test]
fn an_integer_is_neither_cut_nor_wrapped() {
    for (value, int) in [
        (json!(7), Some(7)),
        (json!("7"), Some(7)),
        (json!(" -7 "), Some(-7)),
        (json!(7.0), Some(7)),
        (json!([7, 8]), Some(7)),
        (json!(i64::MIN), Some(i64::MIN)),
        (json!(7.5), None),
        (json!(i64::MAX as u64 + 1), None),
        (json!(1e30), None),
        (json!("9223372036854775808"), None),
        (json!("seven"), None),
        (json!(""), None),
        (json!(true), None),
        (json!({ "a": 1 }), None),
        (json!([]), None),
        (json!(null), None),
    ] {
        assert_eq!(one("Maybe", &value).maybe, int, "{value}");
    }
}

#[test]
fn floats_and_booleans_take_their_texts() {
    assert_eq!(one("Float", &json!("1.5")).float, Some(1.5));
    assert_eq!(one("Float", &json!(2)).float, Some(2.0));
    assert_eq!(one("Float", &json!("NaN")).float, None);
    for (value, flag) in [
        (json!(true), Some(true)),
        (json!("False"), Some(false)),
        (json!(1), Some(true)),
        (json!("0"), Some(false)),
        (json!(2), None),
        (json!("maybe"), None),
    ] {
        assert_eq!(one("Flag", &value).flag, flag, "{value}");
    }
    for (value, switch) in [
        (json!("enable"), Some(true)),
        (json!("disable"), Some(false)),
        (json!(true), Some(true)),
        (json!("Enable"), None),
    ] {
        assert_eq!(one("Switch", &value).switch, switch, "{value}");
    }
}

#[test]
fn base64_is_decoded_and_other_text_is_kept() {
    assert_eq!(one("Note", &json!("aMOkbGxv")).note.as_deref(), Some("hällo"));
    assert_eq!(one("Note", &json!("not base64!")).note.as_deref(), Some("not base64!"));
}

#[test]
fn a_list_takes_one_value_and_a_place_takes_a_list() {
    assert_eq!(one("Names", &json!("x")).names, ["x"]);
    assert_eq!(one("Names", &json!(["x", null, 7])).names, ["x", "7"]);
    assert!(one("Names", &json!(null)).names.is_empty());
    assert!(one("Names", &json!({ "a": 1 })).names.is_empty());
    let entry = json!({ "Text": "t", "Int": 1 });
    assert_eq!(one("List", &entry).list.len(), 1);
    assert_eq!(one("List", &json!([entry.clone(), null, entry.clone(), 7])).list.len(), 2);
    assert_eq!(one("List", &json!("")).list.len(), 0);
    let expected = Some(Box::new(Everything { text: "t".into(), int: 1, ..Default::default() }));
    assert_eq!(one("Inner", &json!([entry.clone(), { "Text": "u" }])).inner, expected);
    assert_eq!(one("Inner", &entry).inner, expected);
    assert_eq!(one("Inner", &json!("")).inner, None);
    assert_eq!(one("Inner", &json!([])).inner, None);
    assert_eq!(one("Json", &json!([1, { "a": null }])).json, Some(json!([1, { "a": null }])));
}

#[test]
fn missing_members_are_named_with_their_place() {
    let (object, missing) = read(&json!({
        "Int": "no number",
        "Inner": { "Text": "t", "Int": null },
        "List": [{ "Text": "t", "Int": 1 }, { "Text": "u" }],
    }));
    assert_eq!(missing, ["Inner.Int", "List[1].Int", "Text", "Int"]);
    assert_eq!(object.list[1].text, "u");
}

#[test]
fn unknown_members_and_escaped_names_are_no_trouble() {
    let text = r#"{ "New": { "deep": [1, 2, { "x": 1 }] }, "T\u0065xt": "t", "Int": 1 }"#;
    let mut object = Everything::default();
    assert_eq!(decode(text, &mut object).unwrap().missing.count(), 0);
    assert_eq!(object.text, "t");
}

#[test]
fn text_that_is_not_a_response_is_an_error_that_names_the_place() {
    for (text, place) in [
        ("", "invalid response: "),
        ("null", "invalid response: "),
        ("[]", "invalid response: "),
        ("\"x\"", "invalid response: "),
        ("{} {}", "invalid response: "),
        ("{ \"Text\": \"x\" ", "invalid response: "),
        (r#"{ "Int": 1, "Int": 2 }"#, "at Int: it is there twice"),
        (r#"{ "List": [{}, { "Text": tru }] }"#, "at List[1].Text: "),
        (r#"{ "Names": ["x", }"#, "at Names[1]: "),
        (r#"{ "New": { "a" } }"#, "at New: "),
    ] {
        let error = decode(text, &mut Everything::default()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Protocol);
        assert!(error.to_string().contains(place), "{text}: {error}");
    }
}

#[test]
fn more_members_than_bits_are_told_apart() {
    struct Wide([String; 200]);

    impl Object for Wide {
        fn slot(&mut self, index: usize) -> Option<Slot<'_>> {
            self.0.get_mut(index).map(|place| Slot::Scalar(place))
        }

        fn further_field(&self, name: &str) -> Option<usize> {
            name.parse().ok()
        }
    }

    let members: Vec<String> = (0..200).map(|index| format!("\"{index}\": {index}")).collect();
    let mut wide = Wide(std::array::from_fn(|_| String::new()));
    decode(&format!("{{{}}}", members.join(",")), &mut wide).unwrap();
    assert_eq!(wide.0[199], "199");
    let twice = r#"{ "199": 1, "199": 2 }"#;
    assert!(decode(twice, &mut wide).is_err());
}

#[test]
fn the_entries_of_all_lists_are_bounded() {
    let text = |entries: usize| {
        let list = |entry: &str, count| vec![entry; count].join(",");
        let quarter = list("null", 25_000);
        let [names, json] = [&quarter, &quarter];
        let (inner, outer) = (list("\"\"", 25_000 - 1), list("{}", entries - 75_000));
        format!(
            r#"{{ "Names": [{names}], "Json": [{json}],
                "List": [{{ "Names": [{inner}] }}, {outer}] }}"#
        )
    };
    decode(&text(100_000), &mut Everything::default()).unwrap();
    let error = decode(&text(100_001), &mut Everything::default()).unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Protocol, Outcome::Unknown));
    assert!(error.to_string().contains("expected at most 100,000"), "{error}");
    // A list that nobody reads costs nothing.
    let text = format!(r#"{{ "New": [{}0] }}"#, "0,".repeat(100_000));
    decode(&text, &mut Everything::default()).unwrap();
}

#[test]
fn structures_without_a_type_are_bounded_too() {
    let members = |count: usize| {
        let members: Vec<_> = (0..count).map(|index| format!("\"{index}\":{{}}")).collect();
        format!("{{{}}}", members.join(","))
    };
    read_json(&members(100_000)).unwrap();
    read_json(&members(100_001)).unwrap_err();
    let nested = format!(r#"{{ "Json": {} }}"#, members(100_001));
    decode(&nested, &mut Everything::default()).unwrap_err();
    // Single values in an object are bounded by the length of the body.
    read_json(&members(100_001).replace(":{}", ":0")).unwrap();
}

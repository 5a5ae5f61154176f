use codegen::changes;

use crate::kitchen::generated;

const OLD: &str = "\
action: Cook
title: Cook
section: Cooking
source: kitchen/cook
effect: read
request:
  - { name: Zone, type: string }
  - { name: A, type: string, required: true, doc: A. }
  - { name: B, type: string, required: true, doc: B. }
  - { name: C, type: int, doc: C. }
  - { name: D, type: int, doc: D. }
  - { name: Disks.N.Size, type: int, doc: A size. }
response:
  - { name: Dishes, type: \"[Dish]\", doc: Dishes. }
  - { name: Total, type: int, doc: Total. }
";
const DISH: &str = "model: Dish\ndoc: A dish.\nmembers:\n\
     \x20 - { name: Id, type: string, required: true, doc: Id. }\n\
     \x20 - { name: State, type: string, as: State, doc: State. }\n";
const STATE: &str = "enum: State\ndoc: A state.\nvalues:\n  - { wire: raw, doc: Raw. }\n  - { wire: done, doc: Done. }\n";
const CODES: &str = "product:\n  source: a\n  codes:\n    - { code: 1, name: One, temporary: false, doc: One. }\n";

fn differences(change: impl Fn(&str, String) -> String) -> Vec<String> {
    let files = [
        ("actions/Cook.yaml", OLD),
        ("models/Dish.yaml", DISH),
        ("enums/State.yaml", STATE),
        ("ret_codes.yaml", CODES),
    ];
    let new: Vec<_> = files
        .iter()
        .map(|(path, text)| (*path, change(path, (*text).to_owned())))
        .collect();
    let new: Vec<_> = new.iter().map(|(path, text)| (*path, text.as_str())).collect();
    changes(&generated(&files).api, &generated(&new).api)
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// What is said when a text is replaced by another, in whichever file has it.
fn replaced(old: &str, new: &str) -> Vec<String> {
    differences(|_, text| text.replace(old, new))
}

#[test]
fn the_same_description_has_no_differences() {
    assert_eq!(replaced("nothing", "nothing"), Vec::<String>::new());
}

#[test]
fn parameters() {
    assert_eq!(
        replaced("  - { name: C, type: int, doc: C. }\n", ""),
        ["breaking: action Cook, parameter C is gone"]
    );
    assert_eq!(
        replaced("name: C, type: int", "name: C, type: float"),
        ["breaking: action Cook, parameter C: type was \"int\" and is \"float\""]
    );
    assert_eq!(
        replaced("name: C, type: int", "name: C, required: true, type: int"),
        ["breaking: action Cook, parameter C became required"]
    );
    assert_eq!(
        replaced("name: C,", "name: C, rust: sea,"),
        ["breaking: action Cook, parameter C: `c` is now called `sea`"]
    );
    assert_eq!(
        replaced(
            "  - { name: A, type: string, required: true, doc: A. }\n  - { name: B, type: string, required: true, doc: B. }\n",
            "  - { name: B, type: string, required: true, doc: B. }\n  - { name: A, type: string, required: true, doc: A. }\n",
        ),
        [
            "breaking: action Cook, parameters: the order of arguments was A, B and is B, A"
        ]
    );
    assert_eq!(
        replaced("name: Disks.N.Size", "name: Disks.N.Width"),
        [
            "breaking: action Cook, structure Disks.N, field Size is gone",
            "added: action Cook, structure Disks.N, field Width"
        ]
    );
    assert_eq!(
        replaced(
            "doc: C. }\n",
            "doc: C. }\n  - { name: E, type: int, required: true, doc: C. }\n"
        ),
        ["breaking: action Cook, parameter E is new and required"]
    );
}

#[test]
fn places() {
    assert_eq!(
        replaced(
            "{ name: Zone, type: string }",
            "{ name: Zone, type: string, required: true }"
        ),
        ["breaking: action Cook: Zone was \"optional\" and is \"required\""]
    );
    assert_eq!(
        replaced("{ name: Zone,", "{ name: Region,"),
        [
            "breaking: action Cook: Zone was \"optional\" and is \"absent\"",
            "changed: action Cook: Region was \"absent\" and is \"optional\""
        ]
    );
}

#[test]
fn members_values_and_codes() {
    assert_eq!(
        replaced("name: Total, type: int", "name: Total, type: int, required: true"),
        [
            "breaking: action Cook, member Total: type was \"int, optional\" and is \"int\""
        ]
    );
    assert_eq!(
        replaced("  - { wire: done, doc: Done. }", "  - { wire: gone, doc: Gone. }"),
        ["breaking: enum State, value done is gone", "added: enum State, value gone"]
    );
    assert_eq!(
        replaced(
            "code: 1, name: One, temporary: false",
            "code: 1, name: Uno, temporary: true"
        ),
        [
            "breaking: RetCode 1: `One` is now called `Uno`",
            "changed: RetCode 1: temporary was false and is true"
        ]
    );
    assert_eq!(
        replaced("code: 1,", "code: 2,"),
        ["breaking: RetCode 1 is gone", "added: RetCode 2"]
    );
}

#[test]
fn effect_paging_and_words() {
    assert_eq!(
        replaced("effect: read", "effect: idempotent"),
        ["changed: action Cook: effect was \"read\" and is \"idempotent\""]
    );
    assert_eq!(
        differences(|path, text| match path {
            "actions/Cook.yaml" =>
                text + "pages: { offset: C, limit: D, items: Dishes }\n",
            _ => text,
        }),
        ["added: action Cook: paging, `items()` and `pages()`"]
    );
    assert_eq!(
        replaced("title: Cook\n", "title: Cook a dish\n"),
        ["changed: action Cook: documentation changed"]
    );
}

#[test]
fn actions_and_models() {
    let old = generated(&[
        ("actions/Cook.yaml", OLD),
        ("models/Dish.yaml", DISH),
        ("enums/State.yaml", STATE),
    ]);
    let new = generated(&[("actions/Bake.yaml", &crate::kitchen::action("Bake", ""))]);
    let texts: Vec<_> =
        changes(&old.api, &new.api).iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "breaking: action Cook is gone",
            "breaking: model Dish is gone",
            "breaking: enum State is gone",
            "added: action Bake"
        ]
    );
}

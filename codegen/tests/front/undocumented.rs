use crate::fixtures::{action, generated};

#[test]
fn missing_documentation_is_listed_by_file_and_line() {
    let cook = "action: Cook\nsource: kitchen/cook\neffect: read\nrequest:\n\
                \x20 - { name: Region, type: string }\n  - { name: Id, type: string }\n\
                response:\n  - { name: Dish, type: Dish }\n  - { name: State, type: string, as: State, doc: A state. }\n";
    let generated = generated(&[
        ("actions/Cook.yaml", cook),
        ("models/Dish.yaml", "model: Dish\nmembers:\n  - { name: A, type: string }\n"),
        ("enums/State.yaml", "enum: State\nvalues:\n  - { wire: raw }\n"),
        (
            "ret_codes.yaml",
            "gateway:\n  source: a\n  codes:\n    - { code: 1, name: One, temporary: false }\n",
        ),
    ]);
    let undocumented: Vec<_> = generated
        .undocumented
        .iter()
        .map(|undocumented| {
            format!("{}:{}: {}", undocumented.path, undocumented.line, undocumented.what)
        })
        .collect();
    assert_eq!(
        undocumented,
        [
            "actions/Cook.yaml:1: action `Cook` has no `section`",
            "actions/Cook.yaml:1: action `Cook` has no `title`",
            "actions/Cook.yaml:6: row `Id` of `Cook` has no `doc`",
            "actions/Cook.yaml:8: row `Dish` of the response of `Cook` has no `doc`",
            "enums/State.yaml:1: enum `State` has no `doc`",
            "enums/State.yaml:3: value `raw` of enum `State` has no `doc`",
            "models/Dish.yaml:1: model `Dish` has no `doc`",
            "models/Dish.yaml:3: row `A` of model `Dish` has no `doc`",
            "ret_codes.yaml:4: RetCode 1 has no `doc`",
        ]
    );
    let action = &generated.api.actions[0];
    assert_eq!((action.title.as_str(), action.section.as_str()), ("Cook", "Other actions"));
    let sections: Vec<_> =
        generated.api.product.sections.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(sections, ["Cooking", "Other actions"]);
}

#[test]
fn a_written_description_lacks_nothing() {
    assert!(generated(&[("actions/Cook.yaml", &action("Cook", ""))]).undocumented.is_empty());
}

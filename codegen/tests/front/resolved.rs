use codegen::api::{Absent, Effect, Field, MemberType, ParameterType, Presence, Scalar};

use crate::fixtures::{action, api, cook, generated, model};

const DISH: (&str, &str) = (
    "models/Dish.yaml",
    "model: Dish\ndoc: A dish.\nmembers:\n\
     \x20 - { name: DishId, type: string, required: true, doc: Its id. }\n\
     \x20 - { name: State, type: string, as: State, doc: How far it is }\n\
     \x20 - { name: Size, type: int, unit: g, doc: Its weight. }\n\
     \x20 - { name: Sides, type: \"[Dish]\", doc: What comes with it. }\n",
);

const STATE: (&str, &str) = (
    "enums/State.yaml",
    "enum: State\ndoc: How far a dish is.\nvalues:\n\
     \x20 - { wire: raw, doc: Raw. }\n  - { wire: well-done, doc: Done. }\n",
);

const LIST: &str = "\
request:
  - { name: Region, type: string, required: true }
  - { name: Zone, type: string }
  - { name: KitchenId, type: string, required: true, doc: The kitchen. }
  - { name: Offset, type: int, required: true, doc: How many to skip. }
  - { name: Limit, type: int, default: 20, unit: dishes, doc: Most to return. }
response:
  - { name: Dishes, type: \"[Dish]\", required: true, doc: The dishes. }
  - { name: Total, type: int, doc: All of them. }
pagination: { offset: Offset, limit: Limit, items: Dishes, total: Total, key: DishId }
waiters:
  - { name: dish_done, doc: It is done., find: { in: Dishes, key: DishId }, member: State, success: [well-done] }
  - { name: dish_gone, doc: It is gone., find: { in: Dishes, key: DishId }, member: State, absent: success }
  - { name: dish_weighed, doc: It is weighed., find: { in: Dishes, key: DishId, entries: all }, member: State, expect: { Size: grams }, success: [raw] }
  - { name: side_done, doc: It is done., find: { in: Dishes.Sides, key: DishId }, member: State, success: [raw] }
";

#[test]
fn an_action_has_its_names_address_and_places() {
    let api = api(LIST, &[DISH, STATE]);
    let cook = cook(&api);
    assert_eq!(api.product.krate, "my_kitchen");
    assert_eq!((cook.rust.as_str(), cook.method.as_str()), ("Cook", "cook"));
    assert_eq!(cook.page.as_deref(), Some("https://docs.kitchen.example/kitchen/cook"));
    assert_eq!(cook.effect, Effect::Read);
    assert_eq!(
        (cook.region, cook.zone, cook.project_id),
        (Presence::Required, Presence::Optional, Presence::Absent)
    );
}

#[test]
fn required_parameters_are_arguments_but_for_those_that_page() {
    let api = api(LIST, &[DISH, STATE]);
    let parameters: Vec<_> =
        cook(&api).parameters.iter().map(|p| (p.rust.as_str(), p.required, p.argument)).collect();
    assert_eq!(
        parameters,
        [("kitchen_id", true, true), ("offset", true, false), ("limit", false, false)]
    );
}

#[test]
fn a_common_row_with_optional_is_not_demanded() {
    let api = api(
        "request:
  - { name: Region, type: string, required: true }
  - { name: Zone, type: string, required: true, optional: the vendor's tools send none }
  - { name: ProjectId, type: string, required: true, optional: its own example has none }
",
        &[],
    );
    let cook = cook(&api);
    assert_eq!(
        (cook.region, cook.zone, cook.project_id),
        (Presence::Required, Presence::Optional, Presence::Optional)
    );
}

#[test]
fn a_required_parameter_with_a_default_is_a_setter() {
    let api = api(
        "request:
  - { name: A, type: bool, required: true, default: false, doc: It must be sent. }
  - { name: B, type: bool, required: true, optional: the example has none, default: false, doc: It can be left out. }
example:
  request: { A: \"true\" }
  response: '{ \"RetCode\": 0 }'
",
        &[],
    );
    let parameters = cook(&api).parameters.iter();
    let parameters: Vec<_> = parameters.map(|p| (p.required, p.argument)).collect();
    assert_eq!(parameters, [(true, false), (false, false)]);
}

#[test]
fn what_must_be_present_is_plain() {
    let api = api(
        "response:
  - { name: DishId, type: string, present: the id of what was cooked, doc: Its id. }
  - { name: Name, type: string, required: true, doc: Its name. }
",
        &[],
    );
    let members = cook(&api).members.iter();
    let members: Vec<_> = members.map(|m| (m.required, m.present.is_some())).collect();
    assert_eq!(members, [(true, true), (true, false)]);
}

#[test]
fn documentation_examples_show_samples_and_not_the_example_of_the_page() {
    let request = "request:
  - { name: Name, type: string, required: true, doc: A name. }
  - { name: Size, type: int, sample: 4, doc: A size. }
  - { name: Limit, type: int, doc: A limit. }
  - { name: Course, type: string, doc: A course. }
example:
  request: { Name: mXToeXpx, Size: \"9\", Limit: \"7\", Course: rWEhrBRd }
  response: '{ \"RetCode\": 0 }'
";
    let cook = action("Cook", request);
    let files = generated(&[("actions/Cook.yaml", &cook)]).files;
    let clients = files.iter().filter(|(path, _)| path.starts_with("client"));
    let code: String = clients.map(|(_, file)| file.as_str()).collect();
    assert!(
        code.contains("/// let _response = client.cook(\"name\").size(4).send().await?;"),
        "{code}"
    );
    assert!(!code.contains("mXToeXpx") && !code.contains("rWEhrBRd"), "{code}");
    let examples = &files[std::path::Path::new("documentation_examples.rs")];
    assert!(examples.contains("run(client.cook(\"name\").size(4))"), "{examples}");
    let tests = &files[std::path::Path::new("examples.rs")];
    assert!(tests.contains("mXToeXpx"), "{tests}");
}

#[test]
fn unit_default_and_values_are_put_into_words() {
    let api = api(LIST, &[DISH, STATE]);
    let limit = cook(&api).parameters[2].doc.as_deref();
    assert_eq!(limit, Some("Most to return. Unit: dishes. Default: 20."));
    let state = model(&api, "Dish").members[1].doc.as_deref();
    assert_eq!(state, Some("How far it is. Known values: `raw`, `well-done`."));
    let size = model(&api, "Dish").members[2].doc.as_deref();
    assert_eq!(size, Some("Its weight. Unit: g."));
}

#[test]
fn paging_names_fields() {
    let api = api(LIST, &[DISH, STATE]);
    let pages = cook(&api).pages.as_ref().unwrap();
    assert_eq!((pages.offset.as_str(), pages.limit.as_str()), ("offset", "limit"));
    assert_eq!(pages.default_limit, Some(20));
    assert_eq!(pages.item, MemberType::Model("Dish".into()));
    let total = Field { rust: "total".into(), scalar: Scalar::Int, optional: true };
    assert_eq!(pages.total, Some(total));
    let key = Field { rust: "dish_id".into(), scalar: Scalar::Text, optional: false };
    assert_eq!(pages.key, Some(key));
}

#[test]
fn waiters_look_for_their_entry() {
    let api = api(LIST, &[DISH, STATE]);
    let [done, gone, weighed, nested] = cook(&api).waiters.as_slice() else {
        panic!("four waiters")
    };
    let find = done.find.as_ref().unwrap();
    assert_eq!((find.list.as_str(), find.item.as_str()), ("dishes", "Dish"));
    assert!(!find.all && find.nested.is_none());
    assert!(weighed.find.as_ref().unwrap().all);
    let [expect] = weighed.expect.as_slice() else { panic!("one member") };
    assert_eq!((expect.argument.as_str(), expect.wire.as_str()), ("grams", "Size"));
    let member = Field { rust: "size".into(), scalar: Scalar::Int, optional: true };
    assert_eq!(expect.member, member);
    assert_eq!(expect.doc.as_deref(), Some("Its weight. Unit: g."));
    let find = nested.find.as_ref().unwrap();
    let nested = find.nested.as_ref().unwrap();
    assert_eq!((find.list.as_str(), nested.list.as_str()), ("dishes", "sides"));
    assert_eq!(find.watched(), "Dish");
    assert_eq!(done.member.scalar, Scalar::Enum("State".into()));
    assert_eq!((done.absent, gone.absent), (Absent::Retry, Absent::Success));
}

#[test]
fn nested_rows_make_structures_inner_ones_first() {
    let api = api(
        "request:
  - { name: Orders.N.Table, type: int, required: true, doc: A table. }
  - { name: Orders.N.Dishes.N.Name, type: string, required: true, doc: A name. }
  - { name: Orders.N.Dishes.N.Extras.N, type: string, doc: Extras. }
  - { name: Oven, type: object, rust: heat, doc: The oven. }
  - { name: Oven.Degrees, type: float, unit: °C, doc: How hot. }
  - { name: Notes, type: \"[string]\", doc: Notes. }
",
        &[],
    );
    let cook = cook(&api);
    let structures: Vec<_> =
        cook.structures.iter().map(|s| (s.rust.as_str(), s.wire.as_str())).collect();
    assert_eq!(
        structures,
        [("CookOrderDish", "Orders.N.Dishes.N"), ("CookOrder", "Orders.N"), ("CookHeat", "Oven")]
    );
    let parameters: Vec<_> = cook
        .parameters
        .iter()
        .map(|p| (p.wire.as_str(), p.rust.as_str(), p.list, p.argument))
        .collect();
    assert_eq!(
        parameters,
        [
            ("Orders", "orders", true, true),
            ("Oven", "heat", false, false),
            ("Notes", "notes", true, false)
        ]
    );
    assert_eq!(cook.parameters[0].ty, ParameterType::Structure("CookOrder".into()));
    let extras = &cook.structures[0].fields[1];
    assert_eq!((extras.rust.as_str(), extras.list), ("extras", true));
}

#[test]
fn what_a_row_is_in_rust() {
    let api = api(
        "request:
  - { name: A, type: string, doc: A. }
  - { name: B, type: string, as: base64, doc: B. }
  - { name: C, type: string, sensitive: true, doc: C. }
  - { name: D, type: string, as: base64, sensitive: true, doc: D. }
  - { name: E, type: string, as: { bool: [on, off] }, default: off, doc: E. }
  - { name: F, type: int, as: timestamp, doc: F. }
  - { name: G, type: string, as: int, default: 3, doc: G. }
  - { name: H, type: \"[string]\", as: State, doc: H. }
  - { name: I, type: string, default: \"\", doc: I. }
",
        &[STATE],
    );
    let scalars: Vec<_> = cook(&api)
        .parameters
        .iter()
        .map(|p| match &p.ty {
            ParameterType::Scalar(scalar) => scalar.clone(),
            ParameterType::Structure(name) => panic!("{name}"),
        })
        .collect();
    assert_eq!(
        scalars,
        [
            Scalar::Text,
            Scalar::Base64,
            Scalar::Password { base64: false },
            Scalar::Password { base64: true },
            Scalar::Switch { on: "on".into(), off: "off".into() },
            Scalar::Timestamp,
            Scalar::Int,
            Scalar::Enum("State".into()),
            Scalar::Text,
        ]
    );
    let docs: Vec<_> = cook(&api).parameters.iter().map(|p| p.doc.as_deref().unwrap()).collect();
    assert_eq!(docs[4], "E. Default: `false`.");
    assert_eq!(docs[6], "G. Default: 3.");
    assert_eq!(docs[8], "I. Default: an empty text.");
}

#[test]
fn models_that_contain_themselves_are_boxed_where_they_may_be_absent() {
    let api = api(
        "response:\n  - { name: Step, type: Step, required: true, doc: A step. }\n",
        &[
            (
                "models/Step.yaml",
                "model: Step\ndoc: A step.\nmembers:\n\
                 \x20 - { name: Next, type: Step, doc: The next one. }\n\
                 \x20 - { name: Parts, type: \"[Step]\", required: true, doc: Parts. }\n\
                 \x20 - { name: Note, type: Note, required: true, doc: A note. }\n\
                 \x20 - { name: Other, type: Leaf, doc: A leaf. }\n",
            ),
            (
                "models/Note.yaml",
                "model: Note\ndoc: A note.\nmembers:\n  - { name: About, type: Step, doc: A step. }\n",
            ),
            (
                "models/Leaf.yaml",
                "model: Leaf\ndoc: A leaf.\nmembers:\n  - { name: A, type: string, doc: A text. }\n",
            ),
        ],
    );
    let boxed = |wire| -> Vec<bool> {
        model(&api, wire).members.iter().map(|member| member.boxed).collect()
    };
    assert_eq!(boxed("Step"), [true, false, false, false]);
    assert_eq!(boxed("Note"), [true]);
}

#[test]
fn an_example_is_evidence() {
    let api = api(
        "request:
  - { name: Id, type: string, required: true, optional: the example has none, doc: An id. }
  - { name: Tags.N, type: string, doc: Tags. }
response:
  - { name: Dishes, type: \"[Dish]\", doc: Dishes. }
  - { name: Hot, type: int, reconciled: the example shows a text, doc: Heat. }
  - { name: More, type: object, undocumented: true, doc: More. }
example:
  request: { Tags.n: a, Tags.1: b }
  ignored: { Colour: red }
  response: |
    { \"RetCode\": 0, \"Hot\": \"very\", \"More\": [1], \"Dishes\": [{ \"DishId\": \"d\", \"State\": null, \"Size\": \"7\" }] }
",
        &[DISH, STATE],
    );
    let example = cook(&api).example.as_ref().unwrap();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(example.request, [pair("Tags.0", "a"), pair("Tags.1", "b")]);
    assert_eq!(example.ignored, [pair("Colour", "red")]);
    assert!(cook(&api).parameters[0].argument, "`optional` keeps a parameter an argument");
}

#[test]
fn optional_makes_a_member_an_option() {
    let dish = "model: Dish\ndoc: A dish.\nmembers:\n\
                \x20 - { name: A, type: string, required: true, optional: its example has none, doc: A. }\n\
                \x20 - { name: B, type: string, required: true, doc: B. }\n";
    let api = api(
        "response:\n  - { name: Dish, type: Dish, doc: A dish. }\nexample:\n  response: '{ \"RetCode\": 0, \"Dish\": { \"B\": \"b\" } }'\n",
        &[("models/Dish.yaml", dish)],
    );
    let required: Vec<_> = model(&api, "Dish").members.iter().map(|m| m.required).collect();
    assert_eq!(required, [false, true]);
}

#[test]
fn better_names_are_taken() {
    let action = crate::fixtures::action(
        "Send",
        "rust: SendDish\nresponse:\n  - { name: Type, type: Option, rust: kind, doc: A choice. }\n",
    );
    let api = generated(&[
        ("actions/Send.yaml", &action),
        (
            "models/Option.yaml",
            "model: Option\nrust: Choice\ndoc: A choice.\nmembers:\n  - { name: A, type: string, doc: A. }\n",
        ),
    ])
    .api;
    assert_eq!(
        (api.actions[0].rust.as_str(), api.actions[0].method.as_str()),
        ("SendDish", "send_dish")
    );
    assert_eq!((api.models[0].rust.as_str(), api.models[0].module.as_str()), ("Choice", "choice"));
    assert_eq!(api.actions[0].members[0].rust, "kind");
}

#[test]
fn lists_come_in_a_fixed_order() {
    let codes = "product:\n  source: kitchen/codes\n  codes:\n\
                 \x20   - { code: 300, name: Late, temporary: true, doc: Late. }\n\
                 \x20   - { code: 20, name: Early, temporary: false, doc: Early. }\n";
    let regions = "source: kitchen/regions\nregions:\n\
                   \x20 - { id: south, name: South, zones: [{ id: south-01, name: South 1 }] }\n\
                   \x20 - { id: north, name: North }\n";
    let cook = crate::fixtures::action("Cook", "");
    let bake = crate::fixtures::action("Bake", "");
    let api = generated(&[
        ("actions/Cook.yaml", &cook),
        ("actions/Bake.yaml", &bake),
        ("ret_codes.yaml", codes),
        ("regions.yaml", regions),
    ])
    .api;
    let actions: Vec<_> = api.actions.iter().map(|action| action.wire.as_str()).collect();
    assert_eq!(actions, ["Bake", "Cook"]);
    let numbers: Vec<_> = api.ret_codes.iter().map(|code| code.number).collect();
    assert_eq!(numbers, [20, 300]);
    let regions: Vec<_> = api.regions.iter().map(|region| region.rust.as_str()).collect();
    assert_eq!(regions, ["SOUTH", "NORTH"], "regions keep the page's order");
    assert_eq!(api.regions[0].zones[0].rust, "SOUTH_01");
}

//! Contradictions that import cannot reconcile: the report names file and line, the exit code is 0,
//! and hand-written keys stay for a person to review.

use crate::sandbox::{DOCS, Sandbox};

#[test]
fn a_row_that_pages_names_is_gone() {
    let sandbox = Sandbox::new();
    sandbox.edit("describe_berth", "| **Limit** | int | 返回多少条，默认 20 |No|\n", "");
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  `DescribeBerth`: parameter `Limit` is gone; what was written of it: "Most berths to return." (harbour-api/describe_berth.md:1)

examples:
  `DescribeBerth`: in the example's request, `Limit` is set aside, as no row takes it any more (harbour-api/describe_berth.md:1)

to reconcile manually, for regenerate refuses the description as it is:

error: unknown parameter `Limit` in `pagination.limit`
  --> spec/actions/DescribeBerth.yaml:21:38
   |
21 | pagination: { offset: Offset, limit: Limit, items: DataSet, total: TotalCount, key: BerthId }
   |                                      ^^^^^
   |
   = help: expected `Region`, `Zone`, `ProjectId`, `HarbourId`, `State` or `Offset`

1 diagnostic"#
    );
    assert!(sandbox.text("actions/DescribeBerth.yaml").contains(
        "\npagination: { offset: Offset, limit: Limit, items: DataSet, total: TotalCount, key: BerthId }\n"
    ));
}

#[test]
fn an_enum_that_nothing_uses_any_more_and_a_waiter_that_needs_its_row() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "describe_berth",
        "| **State** | string | 泊位状态：Free 空闲，Taken 有船 |**Yes**|\n",
        "",
    );
    sandbox.edit("describe_berth", "| **State** | string | 只列出这种状态的泊位 |No|\n", "");
    sandbox.edit("describe_berth", "      \"State\": \"Free\",\n", "");
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  enum `BerthState` is gone; what was written of it: "Whether a ship lies at a berth."
  `DescribeBerth`: parameter `State` is gone; what was written of it: "Only berths in this state, of both kinds." (harbour-api/describe_berth.md:1)
  model `BerthSet`: field `State` is gone; what was written of it: "Whether a ship lies there." (harbour-api/describe_berth.md:45)

examples:
  `DescribeBerth`: the example has another response (harbour-api/describe_berth.md:1)

to reconcile manually, for regenerate refuses the description as it is:

error: unknown field `State` of model `BerthSet` in `member`
  --> spec/actions/DescribeBerth.yaml:27:13
   |
27 |     member: State
   |             ^^^^^
   |
   = help: expected `Name`, `BerthId`, `Depth`, `CreateTime`, `Cranes`, `Tags`, `Pilot` or `Draught`

1 diagnostic"#
    );
    assert!(!sandbox.spec().join("enums/BerthState.yaml").exists());
}

#[test]
fn an_optional_that_nothing_contradicts_any_more() {
    let sandbox = Sandbox::new();
    sandbox.edit("get_berth_price", "&Days=3", "&Days=3\n&Ship=anna");
    sandbox.edit("describe_berth", "\"Reach\": \"far\"", "\"Reach\": 30, \"Colour\": \"red\"");
    assert_eq!(
        sandbox.drift(),
        "examples:
  `DescribeBerth`: the example has another response (harbour-api/describe_berth.md:1)
  `GetBerthPrice`: in the example's request, `Ship` is new (harbour-api/get_berth_price.md:1)

to reconcile manually, for regenerate refuses the description as it is:

error: needless `optional` of row `Ship`
  --> spec/actions/GetBerthPrice.yaml:12:59
   |
12 |   - { name: Ship, type: string, required: true, optional: the price is the same for all, doc: Ship that will lie there. }
   |                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the example has it
   |
   = help: remove `optional`: the contradiction no longer exists

error: needless `reconciled` of row `Reach`
 --> spec/models/CraneInfo.yaml:6:45
  |
6 |   - { name: Reach, type: float, reconciled: its own example has a word, unit: m, doc: How far it reaches. }
  |                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no contradiction: no `as`, no `source`, not `undocumented`, and the examples agree
  |
  = help: remove `reconciled`: the contradiction no longer exists

error: needless `optional` of row `Colour`
 --> spec/models/CraneInfo.yaml:7:61
  |
7 |   - { name: Colour, type: string, required: true, optional: its own example has none, doc: What it is painted in. }
  |                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ every example has it
  |
  = help: remove `optional`: the contradiction no longer exists

3 diagnostics"
    );
    assert!(
        sandbox
            .text("actions/GetBerthPrice.yaml")
            .contains("optional: the price is the same for all, ")
    );
    let crane = sandbox.text("models/CraneInfo.yaml");
    assert!(crane.contains("optional: its own example has none, "), "{crane}");
    assert!(crane.contains("reconciled: its own example has a word, "), "{crane}");
}

/// Every run reports it until somebody has reconciled it.
#[test]
fn it_is_told_until_it_is_settled() {
    let sandbox = Sandbox::new();
    sandbox.edit("get_berth_price", "&Days=3", "&Days=3\n&Ship=anna");
    sandbox.import(&[DOCS]);
    let told = sandbox.import(&[DOCS]);
    assert!(
        told.contains(
            "\n\nto reconcile manually, for regenerate refuses the description as it is:\n"
        ),
        "{told}"
    );
    assert!(told.ends_with("\n\nspec is up to date\n"), "{told}");
    sandbox.edit_spec(
        "actions/GetBerthPrice.yaml",
        "optional: the price is the same for all, ",
        "",
    );
    let told = sandbox.import(&[DOCS]);
    assert_eq!(told, "spec is up to date\n");
    sandbox.regenerate();
}

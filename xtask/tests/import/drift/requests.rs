//! Parameters.

use crate::sandbox::Sandbox;

#[test]
fn a_parameter_that_the_page_drops() {
    let sandbox = Sandbox::new();
    sandbox.edit("describe_berth", "| **State** | string | 只列出这种状态的泊位 |No|\n", "");
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  `DescribeBerth`: parameter `State` is gone; what was written of it: "Only berths in this state, of both kinds." (harbour-api/describe_berth.md:1)"#
    );
    assert!(!sandbox.text("actions/DescribeBerth.yaml").contains("only_in_state"));
    sandbox.regenerate();
}

#[test]
fn a_parameter_that_the_example_sends_on() {
    let sandbox = Sandbox::new();
    sandbox.edit("create_berth", "| **Depth** | int | 水深，单位米 |**Yes**|\n", "");
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  `CreateBerth`: parameter `Depth` is gone; what was written of it: "How deep it is." (harbour-api/create_berth.md:1)

examples:
  `CreateBerth`: in the example's request, `Depth` is set aside, as no row takes it any more (harbour-api/create_berth.md:1)"#
    );
    sandbox.regenerate();
}

#[test]
fn a_parameter_of_another_type() {
    let sandbox = Sandbox::new();
    sandbox.edit("get_berth_price", "| **Depth** | int |", "| **Depth** | float |");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `GetBerthPrice`: parameter `Depth` was `int`, is `float` (harbour-api/get_berth_price.md:28)"
    );
    assert!(sandbox.text("actions/GetBerthPrice.yaml").contains(
        "  - { name: Depth, type: float, required: true, unit: m, doc: How deep it has to be. }\n"
    ));
    sandbox.regenerate();
}

#[test]
fn a_parameter_that_becomes_a_list() {
    let sandbox = Sandbox::new();
    sandbox.edit("delete_berth", "| **BerthId** |", "| **BerthId.N** |");
    sandbox.edit("delete_berth", "&BerthId=berth-1", "&BerthId.0=berth-1");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `DeleteBerth`: parameter `BerthId.N` was `string`, is `[string]` (harbour-api/delete_berth.md:28)

examples:
  `DeleteBerth`: in the example's request, `BerthId.0` is new; `BerthId` is gone (harbour-api/delete_berth.md:1)"
    );
    sandbox.regenerate();
}

#[test]
fn a_list_that_is_spelled_otherwise() {
    let sandbox = Sandbox::new();
    sandbox.edit("create_berth", "| **Tags.N** | string |", "| **Tags** | array[string] |");
    assert_eq!(
        sandbox.drift(),
        "changed, and callers need not change:
  `CreateBerth`: parameter `Tags` was spelled `Tags.N` (harbour-api/create_berth.md:31)"
    );
    sandbox.regenerate();
}

#[test]
fn a_setter_that_becomes_an_argument() {
    let sandbox = Sandbox::new();
    sandbox.edit("create_berth", "标签 |No|", "标签 |**Yes**|");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `CreateBerth`: parameter `Tags.N` became required: its setter becomes an argument (harbour-api/create_berth.md:31)"
    );
    sandbox.regenerate();
}

#[test]
fn a_setter_with_a_default_that_becomes_required() {
    let sandbox = Sandbox::new();
    sandbox.edit("get_berth_price", "使用几天，默认 1 |No|", "使用几天，默认 1 |**Yes**|");
    assert_eq!(
        sandbox.drift(),
        "changed, and callers need not change:
  `GetBerthPrice`: parameter `Days` became required: it is a setter, for it has a `default` (harbour-api/get_berth_price.md:29)"
    );
    sandbox.regenerate();
}

#[test]
fn an_argument_that_becomes_a_setter() {
    let sandbox = Sandbox::new();
    sandbox.edit("rename_berth", "新名称 |**Yes**|", "新名称 |No|");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `RenameBerth`: parameter `Name` is no longer required: its argument becomes a setter (harbour-api/rename_berth.md:29)"
    );
    sandbox.regenerate();
}

#[test]
fn rows_that_are_no_arguments_either_way() {
    let sandbox = Sandbox::new();
    sandbox.edit("describe_berth", "返回多少条，默认 20 |No|", "返回多少条，默认 20 |**Yes**|");
    sandbox.edit("describe_berth", "港口所在的可用区 |No|", "港口所在的可用区 |**Yes**|");
    sandbox.edit("describe_berth", "&HarbourId", "&Zone=cn-sea-01\n&HarbourId");
    sandbox.edit("create_berth", "港口所在的可用区 |**Yes**|", "港口所在的可用区 |No|");
    assert_eq!(
        sandbox.drift(),
        "changed, and callers need not change:
  `CreateBerth`: parameter `Zone` is no longer required: the client fills it in (harbour-api/create_berth.md:26)
  `DescribeBerth`: parameter `Zone` became required: the client fills it in (harbour-api/describe_berth.md:26)
  `DescribeBerth`: parameter `Limit` became required: it is a setter, for `pagination` names it (harbour-api/describe_berth.md:31)

examples:
  `DescribeBerth`: in the example's request, `Zone` is new (harbour-api/describe_berth.md:1)"
    );
    sandbox.regenerate();
}

#[test]
fn a_new_setter() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "delete_berth",
        "要删除的泊位 |**Yes**|\n",
        "要删除的泊位 |**Yes**|\n| **Force** | boolean | 有船也删除 |No|\n",
    );
    assert_eq!(
        sandbox.drift(),
        "added:
  `DeleteBerth`: parameter `Force` is new: `bool` (harbour-api/delete_berth.md:29)"
    );
    sandbox.regenerate();
}

#[test]
fn a_new_argument() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "delete_berth",
        "要删除的泊位 |**Yes**|\n",
        "要删除的泊位 |**Yes**|\n| **Reason** | string | 删除的原因 |**Yes**|\n",
    );
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `DeleteBerth`: parameter `Reason` is new and required: `string` (harbour-api/delete_berth.md:29)"
    );
    sandbox.regenerate();
}

#[test]
fn a_parameter_that_was_known_from_elsewhere() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "rename_berth",
        "新名称 |**Yes**|\n",
        "新名称 |**Yes**|\n| **Notify** | bool | 是否通知船只 |No|\n",
    );
    assert_eq!(
        sandbox.drift(),
        "changed, and callers need not change:
  `RenameBerth`: parameter `Notify` is documented now: its `source: an older client` went (harbour-api/rename_berth.md:30)"
    );
    sandbox.regenerate();
}

#[test]
fn a_parameter_that_only_the_example_had() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "create_berth",
        "闸门口令 |No|\n",
        "闸门口令 |No|\n| **Colour** | string | 颜色 |No|\n",
    );
    assert_eq!(
        sandbox.drift(),
        "added:
  `CreateBerth`: parameter `Colour` is new: `string` (harbour-api/create_berth.md:33)

examples:
  `CreateBerth`: in the example's request, `Colour` is documented now (harbour-api/create_berth.md:1)"
    );
    sandbox.regenerate();
}

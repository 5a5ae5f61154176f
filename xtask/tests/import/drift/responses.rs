//! Fields of responses and of models.

use crate::sandbox::Sandbox;

#[test]
fn a_member_that_the_page_drops() {
    let sandbox = Sandbox::new();
    sandbox.edit("get_berth_price", "| **Currency** | string | 货币 |No|\n", "");
    sandbox.edit("get_berth_price", "  \"Currency\": \"CNY\",\n", "");
    sandbox.edit("describe_berth", "| **Depth** | int | 水深，单位米 |No|\n", "");
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  `GetBerthPrice`: field `Currency` is gone; what was written of it: "Currency of the price." (harbour-api/get_berth_price.md:1)
  model `BerthSet`: field `Depth` is gone; what was written of it: "How deep it is." (harbour-api/describe_berth.md:46)

examples:
  `GetBerthPrice`: the example has another response (harbour-api/get_berth_price.md:1)"#
    );
    sandbox.regenerate();
}

/// The service may still send them: they stay where they are, with what was written of them.
#[test]
fn members_that_the_page_drops_and_its_example_has() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "get_berth_price",
        "| **Price** | [*PriceInfo*](#PriceInfo) | 价格 |**Yes**|\n",
        "",
    );
    sandbox.edit("describe_berth", "| **BerthId** | string | 泊位编号 |**Yes**|\n", "");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `GetBerthPrice`: field `Price` is no longer required: its field becomes an `Option` (harbour-api/get_berth_price.md:1)
  model `BerthSet`: field `BerthId` is no longer required: its field becomes an `Option` (harbour-api/describe_berth.md:46)

changed, and callers need not change:
  `GetBerthPrice`: field `Price` is in the example alone now: it stays, with `undocumented: true` (harbour-api/get_berth_price.md:1)
  model `BerthSet`: field `BerthId` is in the example alone now: it stays, with `undocumented: true` (harbour-api/describe_berth.md:46)

not taken, or assumed:
  harbour-api/get_berth_price.md:44: model `PriceInfo` is in no response: left out"
    );
    assert!(sandbox.text("actions/GetBerthPrice.yaml").contains(
        "response:\n  - { name: Price, type: PriceInfo, undocumented: true, doc: What it costs. }\n"
    ));
    assert!(sandbox.text("models/BerthSet.yaml").contains(
        "  - { name: BerthId, type: string, undocumented: true, doc: Its id., note: the key of `items()` }\n  - { name: State,"
    ));
    sandbox.regenerate();
}

#[test]
fn members_of_another_type() {
    let sandbox = Sandbox::new();
    sandbox.edit("describe_berth", "| **TotalCount** | int |", "| **TotalCount** | string |");
    sandbox.edit("describe_berth", "| **Tags** | array[string] |", "| **Tags** | string |");
    sandbox.edit("describe_berth", "| **Depth** | int |", "| **Depth** | array[int] |");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `DescribeBerth`: field `TotalCount` was `int`, is `string` (harbour-api/describe_berth.md:41)
  model `BerthSet`: field `Depth` was `int`, is `[int]` (harbour-api/describe_berth.md:53)
  model `BerthSet`: field `Tags` was `[string]`, is `string` (harbour-api/describe_berth.md:56)

to reconcile manually, for regenerate refuses the description as it is:

error: invalid row in `pagination.total`: expected a single `int`
  --> spec/actions/DescribeBerth.yaml:22:68
   |
22 | pagination: { offset: Offset, limit: Limit, items: DataSet, total: TotalCount, key: BerthId }
   |                                                                    ^^^^^^^^^^ row `TotalCount` is `string`
   |
   = help: name another row, or correct the row's type

1 diagnostic"
    );
}

#[test]
fn members_that_become_required() {
    let sandbox = Sandbox::new();
    sandbox.edit("get_berth_price", "货币 |No|", "货币 |**Yes**|");
    sandbox.edit("describe_berth", "泊位列表 |No|", "泊位列表 |**Yes**|");
    sandbox.edit("describe_berth", "水深，单位米 |No|", "水深，单位米 |**Yes**|");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `GetBerthPrice`: field `Currency` became required: its field is not an `Option` any more (harbour-api/get_berth_price.md:40)

changed, and callers need not change:
  `DescribeBerth`: field `DataSet` became required: a list is a `Vec` either way (harbour-api/describe_berth.md:40)
  model `BerthSet`: field `Depth` became required: its field is an `Option`, for it has `optional` (harbour-api/describe_berth.md:53)
  model `BerthSet`: field `Depth` got `optional: the example has none` (harbour-api/describe_berth.md:53)"
    );
    sandbox.regenerate();
}

#[test]
fn members_that_are_required_no_longer() {
    let sandbox = Sandbox::new();
    sandbox.edit("get_berth_price", "价格 |**Yes**|", "价格 |No|");
    sandbox.edit("describe_berth", "岸边的吊机 |**Yes**|", "岸边的吊机 |No|");
    sandbox.edit("describe_berth", "最大起重量，单位吨 |**Yes**|", "最大起重量，单位吨 |No|");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  `GetBerthPrice`: field `Price` is no longer required: its field becomes an `Option` (harbour-api/get_berth_price.md:39)
  model `CraneInfo`: field `Load` is no longer required: its field becomes an `Option` (harbour-api/describe_berth.md:64)

changed, and callers need not change:
  model `BerthSet`: field `Cranes` is no longer required: a list is a `Vec` either way (harbour-api/describe_berth.md:55)"
    );
    sandbox.regenerate();
}

#[test]
fn new_members() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "delete_berth",
        "失败的原因 |No|\n",
        "失败的原因 |No|\n| **TaskId** | string | 任务编号 |No|\n",
    );
    sandbox.edit(
        "describe_berth",
        "启用时间 |**Yes**|\n",
        "启用时间 |**Yes**|\n| **Width** | int | 宽度，单位米 |**Yes**|\n",
    );
    sandbox.edit("describe_berth", "\"State\": \"Free\",", "\"State\": \"Free\", \"Width\": 30,");
    assert_eq!(
        sandbox.drift(),
        "added:
  `DeleteBerth`: field `TaskId` is new: `string` (harbour-api/delete_berth.md:37)
  model `BerthSet`: field `Width` is new and required: `int` (harbour-api/describe_berth.md:55)

examples:
  `DescribeBerth`: the example has another response (harbour-api/describe_berth.md:1)"
    );
    sandbox.regenerate();
}

#[test]
fn a_new_member_of_a_new_model() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "get_berth_price",
        "货币 |No|\n",
        "货币 |No|\n| **Tax** | [*TaxInfo*](#TaxInfo) | 税 |No|\n\n#### TaxInfo\n\n| 字段名 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n| **Rate** | float | 税率 |No|\n",
    );
    assert_eq!(
        sandbox.drift(),
        "added:
  model `TaxInfo` is new (harbour-api/get_berth_price.md:43)
  `GetBerthPrice`: field `Tax` is new: `TaxInfo` (harbour-api/get_berth_price.md:41)"
    );
    sandbox.regenerate();
}

#[test]
fn members_that_were_known_from_elsewhere() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "describe_berth",
        "标签 |No|\n",
        "标签 |No|\n| **Draught** | float | 吃水 |No|\n| **Pilot** | string | 引航 |No|\n",
    );
    assert_eq!(
        sandbox.drift(),
        "changed, and callers need not change:
  model `BerthSet`: field `Pilot` is documented now: its `undocumented: true` went (harbour-api/describe_berth.md:58)
  model `BerthSet`: field `Draught` is documented now: its `source: an older client` went (harbour-api/describe_berth.md:57)"
    );
    sandbox.regenerate();
}

#[test]
fn an_undocumented_member_that_leaves_the_example() {
    let sandbox = Sandbox::new();
    sandbox.edit("describe_berth", "      \"Pilot\": \"required\",\n", "");
    assert_eq!(
        sandbox.drift(),
        "changed, and callers need not change:
  model `BerthSet`: field `Pilot` is in no example any more: it stays, with `source: an earlier example of the page` (harbour-api/describe_berth.md:46)

examples:
  `DescribeBerth`: the example has another response (harbour-api/describe_berth.md:1)"
    );
    sandbox.regenerate();
}

/// Its field becomes an `Option` though the table says what it said.
#[test]
fn a_required_member_that_leaves_the_example() {
    let sandbox = Sandbox::new();
    sandbox.edit("describe_berth", "      \"Name\": \"north\",\n", "");
    assert_eq!(
        sandbox.drift(),
        "breaking:
  model `BerthSet`: field `Name` got `optional: the example has none`: its field becomes an `Option` (harbour-api/describe_berth.md:51)

examples:
  `DescribeBerth`: the example has another response (harbour-api/describe_berth.md:1)"
    );
    sandbox.regenerate();
    sandbox.edit(
        "describe_berth",
        "      \"State\": \"Free\",\n",
        "      \"State\": \"Free\",\n      \"Name\": \"north\",\n",
    );
    assert_eq!(
        sandbox.drift(),
        "breaking:
  model `BerthSet`: field `Name` lost `optional: the example has none`: its field is not an `Option` any more (harbour-api/describe_berth.md:51)

examples:
  `DescribeBerth`: the example has another response (harbour-api/describe_berth.md:1)"
    );
    sandbox.regenerate();
}

//! Names of actions, and where on a page things stand.

use super::*;

const ROWS: &str = "| Name | Type | Description | Required |\n|---|---|---|---|\n";

fn action(text: &str) -> Option<String> {
    page(text).0.map(|page| page.action)
}

#[test]
fn the_title_names_the_action() {
    for title in [
        "# 做菜 - CookDish",
        "# 做菜—CookDish",
        "# A – B – CookDish",
        "## 做菜－CookDish",
        "Cook - CookDish\n===",
    ] {
        let text = requesting("| A | int | a | No |").replace("# Cook - CookDish", title);
        assert_eq!(action(&text).as_deref(), Some("CookDish"), "{title}");
    }
}

#[test]
fn else_the_common_parameters_the_link_or_the_example_do() {
    let untitled = requesting("| A | int | a | No |").replace("# Cook - CookDish", "# 做菜");
    assert_eq!(action(&untitled), None);
    let common = format!(
        "{untitled}\n## Common Parameters\n\n{ROWS}| Action | string | the API is `CookDish`. | Yes |\n"
    );
    assert_eq!(action(&common).as_deref(), Some("CookDish"));
    let linked =
        format!("{untitled}\n[UAPI](https://console.example.com/uapi/detail?id=CookDish)\n");
    assert_eq!(action(&linked).as_deref(), Some("CookDish"));
    let called = format!("{untitled}\n## 请求示例\n\n```\nhttps://h/?Action=CookDish\n```\n");
    assert_eq!(action(&called).as_deref(), Some("CookDish"));
    let bare = untitled.replace("做菜", "CookDish");
    assert_eq!(action(&bare).as_deref(), Some("CookDish"));
    assert_eq!(action(&called.replace("CookDish", "做菜")), None);
}

#[test]
fn the_title_counts_more_than_the_example() {
    let text = requesting("| A | int | a | No |")
        + "\n## 请求示例\n\n```\nhttps://h/?Action=BakeDish\n&A=1\n```\n";
    let (page, notes) = page(&text);
    assert_eq!(page.map(|page| page.action).as_deref(), Some("CookDish"));
    assert_eq!(notes, ["12: the example calls `BakeDish`: taken as one of `CookDish`"]);
}

#[test]
fn english_headings_of_any_level_will_do() {
    let text = format!(
        "# Cook - CookDish\n\nCooks.\n\n# Request Parameters\n\n{ROWS}| A | int | a | Yes |\n\n##### Response Elements\n\n{ROWS}| B | [*Pot*](#Pot) | b | No |\n\n###### Pot\n\n{ROWS}| C | string | c | Yes |\n"
    );
    let page = tidy(&text);
    assert_eq!(all(&page.request), ["A: int!"]);
    assert_eq!(all(&page.response), ["B: Pot"]);
    assert_eq!(all(&page.models[0].rows), ["C: string!"]);
}

#[test]
fn structures_are_named_by_their_headings_however_those_are_marked() {
    for heading in [
        "**Pot**",
        "`Pot`",
        "Pot {#Pot}",
        "<a name=\"Pot\"></a>Pot",
        "[Pot](#Pot)",
        "2.1 Pot",
        "数据模型 Pot",
    ] {
        let text = responding("| B | [*Pot*](#Pot) | b | No |")
            + &format!("\n#### {heading}\n\n{ROWS}| C | string | c | Yes |\n");
        let page = tidy(&text);
        assert_eq!(page.models.len(), 1, "{heading}");
        assert_eq!(page.models[0].name, "Pot", "{heading}");
        assert_eq!(all(&page.models[0].rows), ["C: string!"], "{heading}");
    }
}

#[test]
fn structures_of_requests_are_structures() {
    let text = requesting("| B.N | [*Pot*](#Pot) | b | No |")
        + &format!(
            "\n#### Pot\n\n{ROWS}| C | string | c | Yes |\n\n## Response\n\n{ROWS}| D | int | d | No |\n"
        );
    let page = tidy(&text);
    assert_eq!(all(&page.request), ["B.N: Pot"]);
    assert_eq!(all(&page.response), ["D: int"]);
    assert_eq!(page.models[0].name, "Pot");
}

#[test]
fn sections_may_have_parts() {
    let text = requesting("| A | int | a | No |")
        + &format!(
            "\n#### 可选部分\n\n{ROWS}| B | int | b | No |\n\n### Request\n\n{ROWS}| C | int | c | No |\n"
        );
    assert_eq!(all(&tidy(&text).request), ["A: int", "B: int", "C: int"]);
}

#[test]
fn tables_under_unknown_headings_are_errors() {
    let text = requesting("| A | int | a | No |")
        + &format!(
            "\n## 附录\n\n| 状态 | 说明 |\n|--|--|\n| Hot | hot |\n\n### Notes\n\ntext\n\n## 其他表\n\n{ROWS}| B | int | b | No |\n\n## 示例\n\n{ROWS}| C | int | c | No |\n"
        );
    unreadable(&text, "21: table under an unknown heading: expected ");
    let text = responding("| A | int | a | No |")
        + &format!("\n#### 数据模型\n\n{ROWS}| B | int | b | No |\n");
    unreadable(&text, "11: table of a structure without a name: expected ");
}

#[test]
fn parameters_among_the_common_ones_are_the_request_s() {
    let text = requesting("| A | int | a | No |")
        + &format!(
            "\n### 公共参数\n\n{ROWS}| Action | string | x | Yes |\n| Region | string | r | Yes |\n| PublicKey | string | k | Yes |\n| SecurityToken | string | k | No |\n"
        );
    assert_eq!(all(&tidy(&text).request), ["Region: string!", "A: int"]);
}

#[test]
fn a_second_action_on_a_page_is_told() {
    let text = requesting("| A | int | a | No |")
        + "\n# Bake - BakeDish\n\n### 请求参数\n\n| 参数名 | 类型 |\n|--|--|\n| B | int |\n";
    let (page, notes) = page(&text);
    assert_eq!(page.map(|page| all(&page.request)), Some(vec!["A: int".into()]));
    assert_eq!(notes, ["9: a second action, `BakeDish`: its part of the page is not read"]);
}

#[test]
fn what_looks_like_a_table_but_is_none_is_an_error() {
    let broken = [
        // No line below the header.
        "| 参数名 | 类型 |\n| A | int |",
        // Another number of columns.
        "| 参数名 | 类型 |\n|---|\n| A | int |",
        // Indented as code is.
        "    | 参数名 | 类型 |\n    |---|---|\n    | A | int |",
        "<table><tr><td>A</td></tr></table>",
        "text above\n| 参数名 | 类型 |\nx",
    ];
    for table in broken {
        let text = responding("| B | int | b | No |") + &format!("\n### 请求参数\n\n{table}\n");
        let line = if table.starts_with("text") { 12 } else { 11 };
        unreadable(&text, &format!("{line}: unreadable table: "));
    }
}

#[test]
fn a_structure_beside_a_section_ends_it() {
    let text = requesting("| A | int | a | No |")
        + &format!(
            "\n## Pot\n\n{ROWS}| B | int | b | No |\n\n#### 更多\n\n{ROWS}| C | int | c | No |\n"
        );
    unreadable(&text, "17: table under an unknown heading: expected ");
    let page = tidy(text.split("\n#### ").next().unwrap());
    assert_eq!(all(&page.request), ["A: int"]);
    assert_eq!(page.models.iter().map(|model| all(&model.rows)).collect::<Vec<_>>(), [["B: int"]]);
}

#[test]
fn the_oldest_pages_have_headings_of_one_level() {
    let text = format!(
        "# 做菜-CookDish\n\nCooks.\n\n# Request Parameters\n{ROWS}|Pots.N.Lid.Size|int|a <br> > b|**Yes**|\n\n# Response Elements\n{ROWS}|RetCode|int|x|**Yes**|\n|Action|string|x|**Yes**|\n|Ids|array|x|No|\n\n# Request Example\n```\nhttps://h/?Action=CookDish\n&Pots.0.Lid.Size=1\n```\n\n# Response Example\n```\n{{\n    \"RetCode\": 0\n}}\n```\n"
    );
    let (page, notes) = page(&text);
    let page = page.expect("a page");
    assert_eq!(all(&page.request), ["Pots.N.Lid.Size: int!"]);
    assert_eq!(all(&page.response), ["Ids: [object]"]);
    assert!(page.example_request.is_some() && page.example_response.is_some());
    assert_eq!(notes, ["15: row `Ids` has type `array`: taken as `[object]`"]);
}

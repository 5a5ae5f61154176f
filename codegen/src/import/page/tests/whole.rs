//! A page with nothing odd, and files that are no pages.

use super::*;

#[test]
fn a_good_page_is_read_without_a_word() {
    let page = tidy(GOOD);
    assert_eq!((page.action.as_str(), page.line), ("ListDish", 1));
    assert_eq!((page.file.as_str(), page.source.as_str()), ("dish.md", "kitchen-api/dish"));
    assert_eq!(
        all(&page.request),
        ["Region: string!", "DishIds.N: string", "Pots.N.Size: int!", "Hot: bool"]
    );
    assert_eq!(all(&page.response), ["DataSet: [DishSet]!", "Total: int"]);
    let [dish, part] = page.models.as_slice() else { panic!("two structures") };
    assert_eq!((dish.name.as_str(), dish.line), ("DishSet", 50));
    assert_eq!(
        all(&dish.rows),
        ["Name: string!", "Weight: float", "Message: string", "Parts: PartSet", "Tags: [string]"]
    );
    assert_eq!((part.name.as_str(), all(&part.rows)), ("PartSet", vec!["Anything: object".into()]));
    let pairs = page.example_request.expect("an example");
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(
        pairs,
        [
            ("Region", "cn-bj2"),
            ("DishIds.0", "a"),
            ("DishIds.1", "b c"),
            ("Pots.0.Size", "3"),
            ("Hot", "")
        ]
    );
    assert_eq!(
        page.example_response.as_deref(),
        Some("{\n  \"Action\": \"ListDishResponse\",\n  \"DataSet\": [],\n  \"RetCode\": 0\n}")
    );
}

#[test]
fn rows_know_their_lines() {
    let page = tidy(GOOD);
    let lines: Vec<_> = GOOD.lines().collect();
    let models = page.models.iter().flat_map(|model| &model.rows);
    for row in page.request.iter().chain(&page.response).chain(models) {
        assert!(lines[row.line - 1].contains(&row.name), "{row:?}");
    }
}

#[test]
fn digests_are_of_what_is_said_not_of_how_it_is_laid_out() {
    let page = tidy(GOOD);
    assert_eq!(page.request[2].text, digest::digest("大小 单位升"));
    assert_eq!(page.request[3].text, digest::digest("加热 | 保温"));
    let again = tidy(&GOOD.replace("|**Yes**|", "|  **Yes**  |").replace("大小", "  大小"));
    assert_eq!(page.request, again.request);
    let other = tidy(&GOOD.replace("单位升", "单位毫升"));
    assert_ne!(page.request[2].text, other.request[2].text);
    assert_eq!(page.prose, other.prose);
}

/// Every line that is not one of a row or an example.
#[test]
fn what_is_not_data_is_prose() {
    let page = tidy(GOOD);
    let mut data = 0;
    // Rows that every page has; a structure has a `Message` of its own.
    let is_common = |line: &str| {
        ["Action", "PublicKey", "Signature", "RetCode", "Message"]
            .iter()
            .any(|name| line.starts_with(&format!("| **{name}**")))
    };
    for (index, line) in GOOD.lines().enumerate() {
        let (before, after) =
            GOOD.split_at(GOOD.lines().take(index).map(|line| line.len() + 1).sum());
        let (_, after) = after.split_at(line.len());
        let (other, _) = super::page(&format!("{before}{line} more{after}"));
        let Some(other) = other.filter(|_| !line.trim().is_empty() && !line.contains("Message"))
        else {
            continue;
        };
        assert_ne!(other.bytes, page.bytes);
        let is_row = line.starts_with("| **") && !is_common(line);
        if other.prose == page.prose {
            data += 1;
            assert!(
                is_row
                    || line.starts_with("|:")
                    || line.starts_with("| 参数名")
                    || line.starts_with("| 字段名")
                    || line.starts_with("#### ")
                    || line.contains(['&', '"', '{', '}', '=', '[', ']']),
                "{line}"
            );
        } else {
            assert!(!is_row || line.contains("Key") || line.contains("Signature"), "{line}");
        }
    }
    assert!(data > 5);
    for end in ["\n[^1]: a footnote\n", "\n> a note\n", "\n## More\n"] {
        assert_ne!(tidy(&format!("{GOOD}{end}")).prose, page.prose, "{end}");
    }
    assert_eq!(tidy(&format!("{GOOD}\n\n")).prose, page.prose);
}

#[test]
fn lines_may_end_as_they_like() {
    let page = format!("{:?}", tidy(GOOD));
    for end in ["\r\n", "\r"] {
        assert_eq!(format!("{:?}", tidy(&GOOD.replace('\n', end))), page);
    }
    assert_eq!(format!("{:?}", tidy(&format!("\u{feff}{GOOD}"))), page);
}

#[test]
fn what_stands_before_the_page_for_a_site_s_generator_is_no_part_of_it() {
    let page = tidy(&format!("---\ntitle: Dishes - NotThis\n---\n\n{GOOD}"));
    assert_eq!((page.action.as_str(), page.line), ("ListDish", 5));
    let page = tidy(&format!("---\n\n{GOOD}\n\n---\n"));
    assert_eq!((page.action.as_str(), page.line), ("ListDish", 3));
}

#[track_caller]
fn skipped(text: &str, why: &str) {
    let (page, notes) = page(text);
    assert!(page.is_none(), "{page:?}");
    assert_eq!(notes, [why]);
}

#[test]
fn files_that_are_too_large_cannot_be_read() {
    skipped(&"a".repeat((4 << 20) + 1), "1: larger than 4 MiB: expected a documentation page");
}

#[test]
fn pages_about_something_else_are_skipped() {
    let none = "skipped: no heading of an action's page, such as its parameters";
    skipped(
        "# 索引\n\n## Redis\n\n| API | 描述信息 |\n|:--|:--|\n|[ListDish](x)|列表|",
        &format!("1: {none}"),
    );
    skipped("# 错误码\n\n| 错误码 | 中文 |\n|---|--|\n| 20000 | 失败 |", &format!("1: {none}"));
    skipped("<div>云</div>\n\n- [列表 - ListDish](api/list)", &format!("1: {none}"));
}

#[test]
fn pages_of_actions_without_a_name_or_a_table_are_skipped() {
    skipped(
        "text\n\n# 菜品\n\n## 请求参数\n\n| a | b |\n|--|--|\n| A | int |",
        "3: skipped: it names no action",
    );
    skipped(
        "# Cook - CookDish\n\n## 请求参数\n\nnone",
        "1: skipped: no table of what `CookDish` takes or gives",
    );
    let long = "A".repeat(101);
    let text = requesting("| A | int | a | No |").replace("CookDish", &long);
    let (page, notes) = page(&text);
    assert!(page.is_none());
    assert_eq!(notes.len(), 1);
    assert!(notes[0].ends_with("is longer than 100 characters"), "{notes:?}");
}

#[test]
fn pages_of_verbs_and_paths_are_skipped() {
    let tables = "## 请求参数\n\n| 参数名 | 类型 |\n|--|--|\n| A | int |\n";
    let why = "skipped: verbs and paths, such as `GET /v1/dishes`, are another kind of API";
    skipped(
        &format!("# Dishes - ListDish\n\n```\nGET /v1/dishes\n```\n\n{tables}"),
        &format!("4: {why}"),
    );
    skipped(&format!("# Dishes - ListDish\n\n`GET /v1/dishes`\n\n{tables}"), &format!("3: {why}"));
    skipped(&format!("# GET /v1/dishes\n\n{tables}"), &format!("1: {why}"));
    let put =
        "### 句法（Syntax）\n\n```\nPUT /<name> HTTP/1.1\nHost: <bucket>.example.com\n```\n\n";
    let shown =
        "## 请求示例（Example Request）:\n\n```\nPUT /soup HTTP/1.1\nAuthorization: x:y=\n```\n";
    let why = "skipped: verbs and paths, such as `PUT /<name> HTTP/1.1`, are another kind of API";
    skipped(&format!("# Put - PutDish\n\n{put}{tables}\n{shown}"), &format!("6: {why}"));
    // How an action is called is no such path.
    let text = format!("# Dishes - ListDish\n\n```\nPOST / HTTP/1.1\n```\n\n{tables}");
    assert_eq!(page(&text).0.map(|page| page.action).as_deref(), Some("ListDish"));
}

//! A page with nothing odd, and what its digests cover.

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

#[test]
fn digests_are_of_the_descriptions_cells() {
    let text = "# Cook - CookDish\n\n## Request\n\n| Name | Type | Description | Required |\n|---|---|---|---|\n";
    for (row, text_of) in [
        ("| A | int | <font color=\"red\">x</font> &lt;z&gt; | Yes |", "x <z>"),
        ("| A | int | on | `off` | auto | **Yes** |", "on | off | auto"),
        ("| A | int | first line\nsecond line | Yes |", "first line second line"),
    ] {
        let page = super::page(&format!("{text}{row}\n")).0.expect("a page");
        assert_eq!(page.request[0].text, digest::digest(text_of), "{row}");
    }
}

/// Every line that is not one of a row or an example.
#[test]
fn what_is_not_data_is_prose() {
    let page = tidy(GOOD);
    let mut data = 0;
    // Rows that every page has; a structure may have its own `Message`.
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

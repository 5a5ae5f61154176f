//! Sentences.

use crate::sandbox::Sandbox;

#[test]
fn the_text_of_rows() {
    let sandbox = Sandbox::new();
    sandbox.edit("describe_berth", "Taken 有船 |", "Taken 有船，Closed 关闭 |");
    sandbox.edit("describe_berth", "要查看的港口", "要查看的港口的编号");
    sandbox.edit("create_berth", "新泊位的编号", "新泊位的编号，以 berth- 开头");
    assert_eq!(
        sandbox.drift(),
        "to read:
  `CreateBerth`: the text of field `BerthId` changed: read it (harbour-api/create_berth.md:41)
  `DescribeBerth`: the text of parameter `HarbourId` changed: read it (harbour-api/describe_berth.md:28)
  model `BerthSet`: the text of field `State` changed: read it (harbour-api/describe_berth.md:52)"
    );
    sandbox.regenerate();
}

#[test]
fn the_text_of_a_row_that_many_pages_share() {
    let sandbox = Sandbox::new();
    for page in ["describe_berth", "create_berth", "delete_berth"] {
        sandbox.edit(page, "港口所在的地域", "地域，见地域列表");
    }
    sandbox.edit("rename_berth", "港口所在的地域", "地域");
    assert_eq!(
        sandbox.drift(),
        "to read:
  the text of parameter `Region` changed in the same way on 3 pages: read it (harbour-api/create_berth.md:25)
  `RenameBerth`: the text of parameter `Region` changed: read it (harbour-api/rename_berth.md:25)"
    );
}

#[test]
fn the_text_of_a_page() {
    let sandbox = Sandbox::new();
    sandbox.edit("delete_berth", "删除空闲的泊位。", "删除空闲的泊位，一天之内可以恢复。");
    assert_eq!(
        sandbox.drift(),
        "to read:
  `DeleteBerth`: the page's prose changed: read it (harbour-api/delete_berth.md:1)"
    );
}

/// Titles, notes and footnotes; a value that nothing is made of; and pages about something else.
#[test]
fn whatever_changes_is_told() {
    let sandbox = Sandbox::new();
    std::fs::write(sandbox.page("index"), "# 索引\n\n[删除](delete_berth)\n").unwrap();
    sandbox.import(&["."]);
    let page = std::fs::read_to_string(sandbox.page("delete_berth")).unwrap();
    let prose = "to read:
  `DeleteBerth`: the page's prose changed: read it (harbour-api/delete_berth.md:1)";
    let otherwise = "to read:
  `DeleteBerth`: the page is written otherwise, in nothing that is read here: read it (harbour-api/delete_berth.md:1)";
    for (text, told) in [
        (page.replace("# 删除泊位 -", "# 删去泊位 -"), prose),
        (format!("{page}\n[^1]: 泊位须空闲。\n"), prose),
        (format!("{page}\n## 备注\n\n泊位须空闲。\n"), prose),
        (page.replace("要删除的泊位 |**Yes**|", "要删除的泊位 |Yes|"), otherwise),
    ] {
        assert_ne!(text, page);
        std::fs::write(sandbox.page("delete_berth"), &text).unwrap();
        assert_eq!(sandbox.drift(), told, "{text}");
        std::fs::write(sandbox.page("delete_berth"), &page).unwrap();
        sandbox.import(&["."]);
    }
    sandbox.edit("index", "# 索引", "# 目录");
    assert_eq!(
        sandbox.drift(),
        "to read:\n  page `harbour-api/index` changed: read it (harbour-api/index.md:1)".to_owned()
            + "\n\nnot taken, or assumed:\n  harbour-api/index.md:1: skipped: no heading of an action's page, such as its parameters"
    );
    std::fs::remove_file(sandbox.page("index")).unwrap();
    assert_eq!(sandbox.drift(), "to read:\n  page `harbour-api/index` is gone");
}

//! Rows and cells.

use super::*;

#[test]
fn markup_in_cells_is_no_part_of_them() {
    let rows = "| <b>A</b> | `int` | <font color=\"red\">x</font> | <b>Yes</b> |\n| [B](#b) | **string** | y &lt;z&gt; | *yes* |\n| C\\_D | int | z | 是 |\n| E_F_G | int | z | 否 |";
    assert_eq!(
        request(rows),
        (
            vec!["A: int!".into(), "B: string!".into(), "C_D: int!".into(), "E_F_G: int".into()],
            vec![]
        )
    );
    let page = tidy(&requesting(rows));
    assert_eq!(page.request[0].text, digest::digest("x"));
    assert_eq!(page.request[1].text, digest::digest("y <z>"));
}

#[test]
fn a_pipe_that_is_not_escaped_is_told_and_what_is_required_is_not_lost() {
    let (page, notes) =
        page(&requesting("| **A** | int | on | `off` | auto | **Yes** |\n| B | int | b | Yes | |"));
    let page = page.expect("a page");
    assert_eq!(all(&page.request), ["A: int!", "B: int!"]);
    assert_eq!(page.request[0].text, digest::digest("on | off | auto"));
    assert_eq!(
        notes,
        [
            "7: row `A` has more cells than the table has columns: taken for a `|` in its description"
        ]
    );
}

#[test]
fn a_pipe_that_is_not_escaped_finds_its_column() {
    let text = requesting("| A | int | Yes | on | off |")
        .replace("| 描述信息 | 必填 |", "| 必填 | 描述信息 |");
    let (page, notes) = page(&text);
    let page = page.expect("a page");
    assert_eq!(all(&page.request), ["A: int!"]);
    assert_eq!(page.request[0].text, digest::digest("on | off"));
    assert_eq!(notes.len(), 1);
    // Without a column of descriptions there is nothing that it may belong to.
    let text = "# Cook - CookDish\n\n### 请求参数\n\n| 参数名 | 类型 |\n|--|--|\n| A | int | x |\n";
    assert_eq!(
        super::page(text).1[1],
        "7: row `A` has more cells than the table has columns: the others are left out"
    );
}

#[test]
fn missing_cells_are_told() {
    let (rows, notes) = request(
        "| A | | a | No |\n| B | int |\n| C | int | c |\n| D |\n| | int | d | No |\n| | | | |\n|||||",
    );
    assert_eq!(rows, ["A: string", "B: int", "C: int", "D: string"]);
    assert_eq!(
        notes,
        [
            "7: row `A` has no type: taken as `string`",
            "8: row `B` does not say whether it is required: taken as not required",
            "9: row `C` does not say whether it is required: taken as not required",
            "10: row `D` does not say whether it is required: taken as not required",
            "10: row `D` has no type: taken as `string`",
            "11: a row without a name: left out",
        ]
    );
}

#[test]
fn words_for_required() {
    for (words, row) in
        [("Yes **Yes** YES 是 true 必填 Y √", "A: int!"), ("No **No** no 否 false N", "A: int")]
    {
        for word in words.split(' ') {
            let (rows, notes) = request(&format!("| A | int | a | {word} |"));
            assert_eq!((rows, notes), (vec![row.into()], vec![]), "{word}");
        }
    }
}

#[test]
fn the_header_once_more_and_lines_of_dashes_are_no_rows() {
    let rows = "| A | int | a | No |\n| 参数名 | 类型 | 描述信息 | 必填 |\n|---|:--:|---|---|\n| B | int | b | No |";
    assert_eq!(request(rows), (vec!["A: int".into(), "B: int".into()], vec![]));
}

#[test]
fn lines_below_a_table_are_no_rows() {
    let (rows, notes) = request(
        "| A | int | a | No |\n备注：text\n| B | int | first line\nsecond line | Yes |\n| C | int | c | No |",
    );
    assert_eq!(rows, ["A: int", "B: int!", "C: int"]);
    assert_eq!(
        notes,
        [
            "8: does not start with `|` as the rows above do: left out",
            "10: does not start with `|`: taken for the rest of the row above",
        ]
    );
}

#[test]
fn tables_need_no_pipes_at_their_sides() {
    let text = "# Cook - CookDish\n\n### 请求参数\n\n参数名 | 类型 | 描述信息 | 必填\n--|--|--|--\nA | int | a | Yes\nB | int | on | off | Yes\n";
    let (page, notes) = page(text);
    assert_eq!(page.map(|page| all(&page.request)), Some(vec!["A: int!".into(), "B: int!".into()]));
    assert_eq!(notes.len(), 1);
}

#[test]
fn columns_are_found_by_their_titles() {
    for (header, row) in [
        (
            "| Required | Type | Parameter Name | Default | Description |",
            "| Yes | int | A | 7 | a |",
        ),
        ("| 序号 | 参数 | 参数类型 | 是否必填 | 参数说明 |", "| 1 | A | int | 是 | a |"),
        ("| 字段 | 备注 | 必选 | 数据类型 |", "| A | a | 是 | int |"),
        ("| x | y | z | w |", "| A | int | a | Yes |"),
        ("| | | | |", "| A | int | a | Yes |"),
    ] {
        let delimiter = "|--".repeat(header.matches('|').count() - 1);
        let page =
            tidy(&format!("# Cook - CookDish\n\n### 请求参数\n\n{header}\n{delimiter}|\n{row}\n"));
        assert_eq!(all(&page.request), ["A: int!"], "{header}");
        assert_eq!(page.request[0].text, digest::digest("a"), "{header}");
    }
}

#[test]
fn missing_columns_are_told_once() {
    let text =
        "# Cook - CookDish\n\n### 请求参数\n\n| 参数名 | 说明 |\n|--|--|\n| A | a |\n| B | b |\n";
    let (page, notes) = super::page(text);
    assert_eq!(
        page.map(|page| all(&page.request)),
        Some(vec!["A: string".into(), "B: string".into()])
    );
    assert_eq!(
        notes,
        [
            "5: a table that does not say what is required: nothing is",
            "5: a table without a column of types: all are taken as `string`",
        ]
    );
    let text = format!("{text}\n| 必填 |\n|--|\n| A |\n");
    unreadable(&text, "10: unreadable table: expected a column of names");
}

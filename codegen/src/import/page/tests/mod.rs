//! Digests of pages, and hostile pages. Cases of odd pages are in `codegen/tests/import/pages`.

mod hostile;
mod whole;

use super::*;

/// A page with nothing odd about it.
const GOOD: &str = include_str!("good.md");

/// Returns the page, and its notes: `line: text`.
fn page(text: &str) -> (Option<Page>, Vec<String>) {
    let mut notes = Vec::new();
    let file = PageFile { file: "dish.md", source: "kitchen-api/dish", text };
    let page = match read(&file, None, &mut notes) {
        Ok(page) => page,
        Err(errors) => {
            notes.extend(errors);
            None
        }
    };
    assert!(notes.iter().all(|note| note.file == "dish.md"));
    let notes = notes.iter().map(|note| format!("{}: {}", note.line, note.text)).collect();
    (page, notes)
}

/// Returns the page, on which there is no note.
#[track_caller]
fn tidy(text: &str) -> Page {
    let (page, notes) = page(text);
    assert_eq!(notes, [""; 0]);
    page.expect("a page of an action")
}

/// A row in few words: `Disks.N.Size: int!`, with `!` for what is required.
fn told(row: &PageRow) -> String {
    let required = if row.required { "!" } else { "" };
    format!("{}: {}{required}", row.name, row.ty().written())
}

fn all(rows: &[PageRow]) -> Vec<String> {
    rows.iter().map(told).collect()
}

/// A page whose request has these rows, of which the first is on line 7.
fn requesting(rows: &str) -> String {
    format!(
        "# Cook - CookDish\n\n### 请求参数\n\n| 参数名 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n{rows}\n"
    )
}

/// A page whose response has these rows, of which the first is on line 7.
fn responding(rows: &str) -> String {
    requesting(rows).replace("请求参数", "响应字段")
}

//! Headings of pages, and the sections that they announce.

use crate::parameter_tree::is_name;

/// A part of an action's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The purpose of the action.
    Introduction,
    /// The parameters that every request carries.
    Common,
    Request,
    Response,
    /// The structures; one heading may announce all of them, or one by its name.
    Models(Option<String>),
    RequestExample,
    ResponseExample,
    /// Known, and nothing is read from it.
    Other,
}

/// Returns the section that a heading announces, `None` for an unknown one.
pub(super) fn section(heading: &str) -> Option<Section> {
    let lower = heading.to_lowercase();
    chinese(&lower).or_else(|| english(&lower)).map(|section| match section {
        Section::Models(_) => Section::Models(named_inside(heading)),
        section => section,
    })
}

fn chinese(heading: &str) -> Option<Section> {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    let request = has(&["请求", "输入", "入参"]);
    let response = has(&["响应", "返回", "输出", "出参"]);
    if has(&["示例", "样例", "例子", "范例"]) {
        return Some(match (request, response) {
            // The response of a failed call.
            _ if has(&["错误", "失败"]) => Section::Other,
            (true, false) => Section::RequestExample,
            // 请求返回示例
            (_, true) => Section::ResponseExample,
            (false, false) => Section::Other,
        });
    }
    if has(&["数据模型", "数据结构"]) {
        return Some(Section::Models(None));
    }
    if has(&["参数", "字段", "元素", "值", "结果", "入参", "出参"]) {
        return match (request, response) {
            (_, true) => Some(Section::Response),
            (_, false) if has(&["公共"]) => Some(Section::Common),
            (true, false) => Some(Section::Request),
            (false, false) => None,
        };
    }
    if has(&["错误码", "使用方法", "定义", "注意"]) {
        return Some(Section::Other);
    }
    has(&["简介", "介绍", "概述"]).then_some(Section::Introduction)
}

fn english(heading: &str) -> Option<Section> {
    let words: Vec<&str> = heading
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let has = |any: &[&str]| {
        words.iter().any(|word| any.contains(&word.strip_suffix('s').unwrap_or(word)))
    };
    let request = has(&["request", "input"]);
    let response = has(&["response", "return", "output", "response", "result"]);
    let rows = has(&["parameter", "param", "field", "element", "value", "member"]);
    let only = words.len() == 1;
    if has(&["example", "sample"]) {
        return Some(match (request, response) {
            _ if has(&["error"]) => Section::Other,
            (true, false) => Section::RequestExample,
            (false, true) => Section::ResponseExample,
            _ => Section::Other,
        });
    }
    if has(&["data"]) && has(&["model", "structure", "type"]) || only && has(&["model"]) {
        return Some(Section::Models(None));
    }
    if has(&["common"]) && rows && !response {
        return Some(Section::Common);
    }
    if request != response && (rows || only || has(&["body", "query"])) {
        return Some(if request { Section::Request } else { Section::Response });
    }
    if only && has(&["parameter"]) {
        return Some(Section::Request);
    }
    let other = ["usage", "definition", "error", "note", "remark", "changelog", "faq"];
    if has(&["introduction", "description", "overview"]) && words.len() <= 2 {
        return Some(Section::Introduction);
    }
    (has(&["error"]) && has(&["code"]) || only && has(&other)).then_some(Section::Other)
}

/// The one name in a heading of other words: 数据模型 UMemBackupSet.
fn named_inside(heading: &str) -> Option<String> {
    if heading.is_ascii() {
        return None;
    }
    let mut names = heading
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| is_name(word));
    let name = names.next()?;
    names.next().is_none().then(|| name.to_owned())
}

/// The name of the structure that a heading is: `UMemBackupSet`, `2.1 UMemBackupSet`.
pub(super) fn model(heading: &str) -> Option<&str> {
    let name = heading
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | ' '))
        .trim_end_matches([':', '：', ' ']);
    is_name(name).then_some(name)
}

/// Returns the action that ends a title: `DescribeThing` of `# List things - DescribeThing`.
pub(super) fn named_action(title: &str) -> Option<&str> {
    let (_, last) = title.rsplit_once(['-', '—', '–', '－'])?;
    let last = last.trim();
    is_name(last).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn each(section: &Section, headings: &str) {
        for heading in headings.split('|') {
            assert_eq!(super::section(heading).as_ref(), Some(section), "{heading}");
        }
    }

    #[test]
    fn headings_of_pages() {
        each(&Section::Introduction, "简介|API 简介|Introduction|Description");
        each(&Section::Common, "公共参数|公共请求参数|Common Parameters|3. Common Parameters");
        each(
            &Section::Request,
            "请求参数|2.1 请求参数（必填）|请求参数定义|请求参数（Request Parameters）|Request Parameters|Request|Parameters",
        );
        each(
            &Section::Response,
            "响应字段|返回字段|响应参数|返回参数|返回值|公共返回参数|响应（Responses）",
        );
        each(&Section::Response, "Response Elements|Response|Return Values|Response elements:");
        each(&Section::Models(None), "数据模型|Data Model|Data Models|Data Structures");
        each(&Section::Models(Some("Disk".into())), "数据模型 Disk|数据结构：`Disk`");
        each(&Section::RequestExample, "请求示例|示例请求|Request Example|Sample Request");
        each(&Section::ResponseExample, "响应示例|返回示例|返回结果示例|Response Example");
        each(
            &Section::Other,
            "示例|Examples|使用方法|定义|错误码|Error Codes|响应错误示例（Example Response with Error）",
        );
    }

    #[test]
    fn other_headings_are_unknown() {
        for heading in "UMemBackupSet|ResponseData|Redis|计费||Handling requests|附录".split('|')
        {
            assert_eq!(section(heading), None, "{heading}");
        }
    }

    #[test]
    fn a_structure_is_a_single_name() {
        assert_eq!(model("UMemBackupSet"), Some("UMemBackupSet"));
        assert_eq!(model("1.2 Disk:"), Some("Disk"));
        assert_eq!(model("Two Words"), None);
        assert_eq!(model("磁盘"), None);
        assert_eq!(model("7"), None);
    }
}

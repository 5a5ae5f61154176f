//! Pages of a made-up product, as many as are wanted.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// So many pages have one model in common.
const SHARED_BY: usize = 8;

/// Writes so many pages into a new folder.
pub(crate) fn write(folder: &Path, pages: usize) {
    fs::create_dir_all(folder).unwrap();
    for number in 0..pages {
        fs::write(folder.join(format!("describe_thing_{number}.md")), page(number)).unwrap();
    }
}

fn table(text: &mut String, rows: &[(&str, &str, &str, bool)]) {
    text.push_str("| 名称 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n");
    for (name, ty, description, required) in rows {
        let required = if *required { "**Yes**" } else { "No" };
        writeln!(text, "| **{name}** | {ty} | {description} |{required}|").unwrap();
    }
}

fn page(number: usize) -> String {
    let shared = number / SHARED_BY;
    let (own, common) = (format!("Thing{number}Set"), format!("Part{shared}Info"));
    let mut text = format!(
        "# 列出东西 - DescribeThing{number}\n\n## 简介\n\n列出第 {number} 种东西。\n\n## 定义\n\n### 请求参数\n\n"
    );
    table(
        &mut text,
        &[
            ("Region", "string", "地域", true),
            ("Zone", "string", "可用区", false),
            ("ProjectId", "string", "项目", false),
            ("ThingId", "string", "要看的东西", true),
            ("Names.N", "string", "名字", false),
            ("Parts.N.Size", "int", "大小", false),
            ("Parts.N.Kind", "string", "种类", false),
            ("Offset", "int", "跳过几个", false),
            ("Limit", "int", "最多几个", false),
        ],
    );
    text.push_str("\n### 响应字段\n\n");
    let list = format!("array[[*{own}*](#{own})]");
    table(
        &mut text,
        &[
            ("RetCode", "int", "结果码", true),
            ("Action", "string", "指令名", true),
            ("DataSet", &list, "东西", false),
            ("TotalCount", "int", "总数", false),
        ],
    );
    write!(text, "\n#### 数据模型\n\n#### {own}\n\n").unwrap();
    let parts = format!("array[[*{common}*](#{common})]");
    table(
        &mut text,
        &[
            ("ThingId", "string", "编号", true),
            ("State", "string", "状态", true),
            ("CreateTime", "int", "时间", true),
            ("Parts", &parts, "零件", true),
        ],
    );
    write!(text, "\n#### {common}\n\n").unwrap();
    table(
        &mut text,
        &[
            ("PartId", "string", "编号", true),
            ("Size", "int", "大小", true),
            ("Price", "float", "价格", false),
        ],
    );
    write!(
        text,
        "\n## 示例\n\n### 请求示例\n\n```\nhttps://api.example.com/?Action=DescribeThing{number}\n&Region=cn-a\n\
         &ThingId=thing-{number}\n&Parts.0.Size=3\n&Limit=20\n```\n\n### 响应示例\n\n```json\n\
         {{\n  \"Action\": \"DescribeThing{number}Response\",\n  \"RetCode\": 0,\n  \"TotalCount\": 1,\n  \"DataSet\": [\n    {{\n      \
         \"ThingId\": \"thing-{number}\",\n      \"State\": \"Running\",\n      \"CreateTime\": 1500000000,\n      \
         \"Extra\": true,\n      \"Parts\": [{{ \"PartId\": \"part-1\", \"Size\": 3 }}]\n    }}\n  ]\n}}\n```\n"
    )
    .unwrap();
    text
}

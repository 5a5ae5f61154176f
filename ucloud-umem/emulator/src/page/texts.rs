//! The page's own texts, in both languages.

use super::language::Language;

/// Makes the structure of texts, and its two values.
macro_rules! texts {
    ($($name:ident: $english:literal, $chinese:literal;)*) => {
        /// Texts of the page in one language.
        pub(crate) struct Texts {
            $(pub(crate) $name: &'static str,)*
        }

        const ENGLISH: Texts = Texts { $($name: $english,)* };
        const CHINESE: Texts = Texts { $($name: $chinese,)* };

        /// Every text: its name, English, Chinese.
        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $english, $chinese),)*];
    };
}

texts! {
    title: "UMem emulator", "UMem 模拟器";
    skip_to_resources: "Skip to resources", "跳到资源";
    skip_to_actions: "Skip to actions", "跳到接口";
    language: "Language", "语言";
    needs_script: "Without JavaScript the page shows the state of this moment: reload it for changes. Forms and controls need JavaScript, calls do not.", "未启用 JavaScript：页面只显示加载时的状态，刷新可更新；表单和控制功能不可用，API 不受影响。";
    disconnected: "The emulator does not respond. The page shows the last known state.", "模拟器没有响应，页面显示的是断开前的状态。";
    failed: "The request failed:", "请求失败：";

    resources: "Resources", "资源";
    redis_groups: "Redis groups", "主备 Redis";
    spaces: "Distributed Redis spaces", "分布式 Redis";
    memcached_groups: "Memcached groups", "Memcached";
    no_resources: "Nothing here yet.", "暂无资源。";
    create_group: "Create a Redis group", "创建主备 Redis";
    create_space: "Create a space", "创建分布式 Redis";
    create_memcached: "Create a Memcached group", "创建 Memcached";
    more_resources: "Only the first 200 of each kind are shown. Use the lists' actions for the rest.", "每种资源只显示前 200 个，其余请用列表接口查看。";
    size: "Size", "容量";
    used: "used", "已用";
    address: "Address", "地址";
    version: "Version", "版本";
    runs_on: "runs on", "实际运行版本";
    expires: "Paid until", "到期时间";
    expired: "expired", "已过期";
    by_the_hour: "paid by the hour", "按小时付费";
    price: "Price", "价格";
    yuan_per_year: "yuan per year", "元/年";
    yuan_per_month: "yuan per month", "元/月";
    yuan_per_hour: "yuan per hour", "元/时";
    tag: "Tag", "业务组";
    zone: "Zone", "可用区";
    project: "Project", "项目";
    vpc: "VPC", "VPC 网络";
    surroundings: "Projects and VPCs", "项目与 VPC";
    actions_for: "Actions", "操作";
    back_up: "Back up", "备份";
    delete: "Delete", "删除";
    replicas: "Read-only replicas", "只读副本";
    shards: "Shards", "分片";
    proxies: "Proxies", "代理";
    backups: "Backups", "备份";
    download: "Download", "下载";

    actions: "Actions", "接口";
    search: "Search actions", "搜索接口";
    no_match: "No action matches.", "没有匹配的接口。";
    choose_action: "Choose an action to see its form.", "请选择一个接口以显示表单。";
    actions_of: "Actions for", "可用接口：";
    documentation: "Documentation page", "文档页面";
    reads: "reads only", "只读";
    repeatable: "may be repeated", "可重复执行";
    counts: "do not repeat: each execution counts", "请勿重复执行：每次都会生效";
    deprecated: "Deprecated:", "已弃用：";
    example_only: "The emulator responds to this action with its documented example.", "模拟器对该接口固定返回文档中的示例。";
    required: "required", "必填";
    optional: "Optional parameters", "可选参数";
    default_value: "Default:", "默认值：";
    sample_value: "Sample:", "示例：";
    leave_out: "(not sent)", "（不发送）";
    one_per_line: "One value per line.", "每行一个值。";
    kind_text: "text", "文本";
    kind_secret: "secret", "敏感值";
    kind_base64: "text, sent in base64", "文本，以 base64 发送";
    kind_int: "whole number", "整数";
    kind_float: "number", "数字";
    kind_bool: "true or false", "布尔值";
    kind_choice: "one of these values", "枚举值";
    kind_timestamp: "seconds since 1970", "Unix 时间戳（秒）";
    kind_price: "hundredths of a yuan", "分（人民币）";
    kind_list: "list", "列表";
    fill_samples: "Fill in samples", "填入示例值";
    send: "Send", "发送";
    unknown_action: "There is no such action.", "该接口不存在。";

    code: "The same call as code", "同一调用的代码";
    copy: "Copy", "复制";
    copied: "Copied", "已复制";
    request: "Request", "请求";
    headers: "Headers", "请求头";
    form: "Form", "请求参数";
    signed_text: "Signed text", "待签名字符串";
    response: "Response", "响应";
    success: "Success", "成功";
    no_response: "The connection was closed without a response.", "连接已关闭，没有响应。";
    documented_example: "This is the documented example, not state of the emulator.", "这是文档中的示例，不是模拟器的状态。";
    temporary_failure: "not a JSON response", "不是 JSON 响应";

    calls: "Recent calls", "最近调用";
    no_calls: "No calls yet.", "暂无调用。";
    errors_only: "Errors only", "只看错误";
    calls_in_all: "since the last reset", "次调用（自上次重置起）";
    unnamed_action: "(unknown action)", "（未知接口）";
    connection_closed: "closed", "连接已关闭";

    faults: "Faults", "故障";
    no_faults: "No faults.", "无故障。";
    add_fault: "Add fault", "添加故障";
    fault_action: "Action", "接口";
    any_action: "Any action", "任意接口";
    fault_kind: "Fault", "故障类型";
    fault_value: "Value", "值";
    fault_value_hint: "The value is a time such as 300ms (latency), an HTTP status, a RetCode or seconds. Other faults have none.", "值可以是时间（latency，如 300ms）、HTTP 状态码、RetCode 或秒数；其他故障无需填写。";
    always: "no limit", "不限";
    fault_times: "Times", "次数";
    fault_chance: "Chance, 0 to 1", "概率（0 到 1）";
    clear_faults: "Clear all faults", "清除全部故障";
    faults_hit: "Requests hit:", "命中请求数：";
    remove_fault: "Remove", "移除";
    fault_removed: "Fault removed.", "故障已移除。";
    fault_added: "Fault added.", "故障已添加。";

    controls: "Controls", "控制";
    clock: "Clock", "时钟";
    clock_hint: "States, expiry and scheduled backups follow this clock. Each transitional state lasts", "状态、到期和定时备份都按此时钟计算；每个过渡状态持续";
    advance: "Advance", "快进";
    minute: "+1 minute", "+1 分钟";
    hour: "+1 hour", "+1 小时";
    day: "+1 day", "+1 天";
    seconds: "Advance by seconds", "快进秒数";
    advance_button: "Advance", "快进";

    reset: "Reset", "重置";
    reset_hint: "Deletes all resources, calls and faults. The clock stays.", "删除所有资源、调用记录和故障，时钟不变。";
    reset_button: "Delete everything", "全部删除";
    reset_done: "Everything was deleted.", "已全部删除。";
}

impl Texts {
    /// Returns the texts of a language.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Chinese => &CHINESE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_complete() {
        let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for (name, english, chinese) in ALL {
            assert!(!english.trim().is_empty(), "{name}");
            assert!(!english.contains(is_chinese), "{name}: {english}");
            assert!(chinese.contains(is_chinese) || *chinese == "Memcached", "{name}: {chinese}");
        }
    }
}

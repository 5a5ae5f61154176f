//! The last calls.

use askama::Template;

use super::texts::Texts;
use crate::served_call::ServedCall;

/// The last calls, the latest first.
#[derive(Template)]
#[template(path = "calls.html", whitespace = "minimize")]
pub(crate) struct Calls {
    t: &'static Texts,
    count: u64,
    lines: Vec<Line>,
}

/// A call of the list.
struct Line {
    time: String,
    action: String,
    /// `RetCode 0`, or what there was in its place.
    result: String,
    is_error: bool,
    took: String,
    /// Its place since the last reset, so that the script keeps it open.
    number: u64,
    /// Its parameters but the action, secrets as `***`.
    parameters: Vec<(String, String)>,
}

impl Calls {
    pub(crate) fn new(t: &'static Texts, count: u64, calls: &[ServedCall]) -> Self {
        let lines = calls.iter().rev().zip((0..=count).rev()).map(|(call, number)| {
            let at = humantime::format_rfc3339_millis(call.at).to_string();
            let result = match (call.ret_code, call.status) {
                (Some(code), _) => format!("RetCode {code}"),
                (None, Some(status)) => format!("HTTP {}", status.as_u16()),
                (None, None) => t.connection_closed.to_owned(),
            };
            let parameters = call.parameters.iter().filter(|(name, _)| name != "Action");
            Line {
                time: at.get(11..23).unwrap_or_default().to_owned(),
                action: call.action.clone().unwrap_or_else(|| t.unnamed_action.to_owned()),
                result,
                is_error: call.ret_code != Some(0),
                took: format!("{:.1} ms", call.took.as_secs_f64() * 1000.0),
                number,
                parameters: parameters.cloned().collect(),
            }
        });
        Self { t, count, lines: lines.collect() }
    }
}

//! Results of the controls: faults, clock and reset.

use std::collections::BTreeMap;

use askama::Template;

use super::texts::Texts;
use crate::fault;
use ucloud_umem::transport::Fault;

/// Faults that are left.
#[derive(Template)]
#[template(path = "faults.html", whitespace = "minimize")]
pub(crate) struct FaultList {
    pub(crate) t: &'static Texts,
    pub(crate) faults: Vec<String>,
    pub(crate) hit: u64,
}

/// The time of the clock.
#[derive(Template)]
#[template(source = "<time datetime=\"{{ now }}\">{{ now }}</time>", ext = "html")]
pub(crate) struct ClockTime {
    pub(crate) now: String,
}

/// Result of a control, as a sentence. The script shows an error of a field beside it.
#[derive(Template)]
#[template(
    source = "<p{% if let Some(field) = field %} hidden data-error-for=\"{{ field }}\"{% endif %} class=\"{% if is_error %}bad{% else %}good{% endif %}\">{{ text }}</p>",
    ext = "html"
)]
pub(crate) struct Notice<'a> {
    pub(crate) text: &'a str,
    pub(crate) is_error: bool,
    /// Id of the field that is wrong, without `field-`.
    pub(crate) field: Option<&'static str>,
}

/// Reads the fault of a form. A problem comes with the field that is wrong.
pub(crate) fn read_fault(
    fields: &BTreeMap<String, String>,
) -> Result<Fault, (Option<&'static str>, String)> {
    fault::read(&fault_text(fields)).map_err(|problem| {
        let field = match problem.part {
            "kind" => "fault-kind",
            "times" => "fault-times",
            "chance" => "fault-chance",
            _ => "fault-value",
        };
        (Some(field), problem.expected)
    })
}

/// Writes the fault of a form as text.
fn fault_text(fields: &BTreeMap<String, String>) -> String {
    let field = |name: &str| {
        let value = fields.get(name).map(|value| value.trim());
        value.filter(|value| !value.is_empty())
    };
    let mut text = String::new();
    if let Some(action) = field("action") {
        text.push_str(&format!("{action}:"));
    }
    text.push_str(field("kind").unwrap_or_default());
    if let Some(value) = field("value") {
        text.push_str(&format!("={value}"));
    }
    for name in ["times", "chance"] {
        if let Some(value) = field(name) {
            text.push_str(&format!(":{name}={value}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_become_the_text_of_a_fault() {
        let text = |fields: &[(&str, &str)]| {
            let fields =
                fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            fault_text(&fields.collect())
        };
        let all = [
            ("action", "DescribeUMem"),
            ("kind", "status"),
            ("value", " 503 "),
            ("times", "2"),
            ("chance", "0.5"),
        ];
        assert_eq!(text(&all), "DescribeUMem:status=503:times=2:chance=0.5");
        assert_eq!(text(&[("action", ""), ("kind", "cut"), ("value", "")]), "cut");
    }
}

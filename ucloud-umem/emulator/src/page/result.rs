//! A call that was sent from the page: the signed request, and its response.

use askama::Template;
use http::StatusCode;
use serde_json::Value;

use super::table::RetCodeText;
use super::texts::Texts;
use crate::generated::page_table::RET_CODES;
use crate::page::code::Code;
use crate::page::values::Filled;

/// The code of a call.
#[derive(Template)]
#[template(path = "code.html", whitespace = "minimize")]
pub(crate) struct CodeView {
    pub(crate) t: &'static Texts,
    pub(crate) codes: [Code; 4],
}

/// Request that the client signed.
pub(crate) struct Signed {
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, String)>,
    /// With the signature; secrets are starred.
    pub(crate) form: Vec<(String, String)>,
    pub(crate) text: String,
}

/// Response to it.
pub(crate) struct Received {
    pub(crate) status: StatusCode,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    pub(crate) is_example: bool,
}

/// Request and response.
#[derive(Template)]
#[template(path = "result.html", whitespace = "minimize")]
pub(crate) struct CallResult {
    t: &'static Texts,
    signed: Signed,
    received: Option<Received>,
    took: String,
    ret_code: Option<i64>,
    meaning: Option<&'static RetCodeText>,
    message: String,
    /// Parameters that the message names.
    fields: Vec<&'static str>,
}

impl CallResult {
    pub(crate) fn new(
        t: &'static Texts,
        filled: &Filled,
        signed: Signed,
        mut received: Option<Received>,
        took: std::time::Duration,
    ) -> Self {
        let json = received
            .as_ref()
            .and_then(|received| serde_json::from_str::<Value>(&received.body).ok());
        let ret_code = json.as_ref().and_then(|json| json.get("RetCode")?.as_i64());
        let message = json.as_ref().and_then(|json| json.get("Message")?.as_str());
        let message = message.unwrap_or_default().to_owned();
        if let Some(received) = received.as_mut().filter(|_| json.is_some()) {
            received.body = pretty(&received.body);
        }
        let fields = match ret_code {
            Some(0) | None => Vec::new(),
            Some(_) => named_fields(filled, &message),
        };
        let meaning = ret_code.and_then(|code| RET_CODES.iter().find(|known| known.number == code));
        let took = format!("{:.1} ms", took.as_secs_f64() * 1000.0);
        Self { t, signed, received, took, ret_code, meaning, message, fields }
    }

    fn is_success(&self) -> bool {
        self.ret_code == Some(0)
    }
}

/// Returns the parameters of the action that a message names in brackets.
fn named_fields(filled: &Filled, message: &str) -> Vec<&'static str> {
    let is_named = |name: &&str| {
        let list = name.strip_suffix(".N");
        message.contains(&format!("[{name}]"))
            || list.is_some_and(|list| message.contains(&format!("[{list}.")))
    };
    filled.action.parameters.iter().map(|parameter| parameter.name).filter(is_named).collect()
}

/// Lays out JSON, whose members stay in their order.
fn pretty(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let (mut in_string, mut escaped) = (false, false);
    let mut letters = json.chars().peekable();
    while let Some(letter) = letters.next() {
        if in_string {
            text.push(letter);
            in_string = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            continue;
        }
        let new_line = |text: &mut String, depth: usize| {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        };
        match letter {
            '"' => {
                in_string = true;
                text.push('"');
            }
            '{' | '[' => {
                text.push(letter);
                while letters.peek().is_some_and(char::is_ascii_whitespace) {
                    letters.next();
                }
                if let Some(end) = letters.next_if(|next| ['}', ']'].contains(next)) {
                    text.push(end);
                } else {
                    depth += 1;
                    new_line(&mut text, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut text, depth);
                text.push(letter);
            }
            ',' => {
                text.push(',');
                new_line(&mut text, depth);
            }
            ':' => text.push_str(": "),
            letter if letter.is_ascii_whitespace() => {}
            letter => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_laid_out_in_its_order() {
        let json = r#"{"b":[1, {"x":"a,\"{b}\\"}],"a":{},"c":[ ]}"#;
        let expected = "{\n  \"b\": [\n    1,\n    {\n      \"x\": \"a,\\\"{b}\\\\\"\n    }\n  ],\n  \"a\": {},\n  \"c\": []\n}";
        assert_eq!(pretty(json), expected);
        assert_eq!(pretty(expected), expected);
    }
}

//! A call with the vendor's SDK for Python.

use super::Target;
use super::literal::quoted;
use crate::page::table::{Place, RustValue};
use crate::page::values::{Filled, Given};

/// Writes the program. It calls the action by its name, which works for every action: the SDK's
/// own methods lack some of them, and differ in what they do with passwords.
pub(super) fn program(filled: &Filled, target: &Target) -> String {
    let mut imports = String::new();
    if filled.given.iter().any(Given::is_base64) {
        imports.push_str("import base64\n");
    }
    let private = match target.private_key {
        Some(key) => quoted(key),
        None => "os.environ[\"UCLOUD_PRIVATE_KEY\"]".to_owned(),
    };
    if target.private_key.is_none() || target.has_channel {
        imports.push_str("import os\n");
    }
    let channel = if target.has_channel { CHANNEL } else { "" };
    if !imports.is_empty() {
        imports.push('\n');
    }
    let mut settings = format!(
        "    \"base_url\": {},\n    \"public_key\": {},\n    \"private_key\": {private},\n",
        quoted(&target.base_url),
        quoted(&target.public_key),
    );
    for (parameter, key) in [("Region", "region"), ("ProjectId", "project_id")] {
        if let Some(value) = filled.value(parameter) {
            settings.push_str(&format!("    \"{key}\": {},\n", quoted(value)));
        }
    }
    let parameters: Vec<_> = filled
        .given
        .iter()
        .filter(|given| given.text.place != Place::Scope || given.text.name == "Zone")
        .map(|given| format!("    {}: {},\n", quoted(key(given)), value(given)))
        .collect();
    let parameters = parameters.concat();
    let arguments =
        if parameters.is_empty() { "{}".to_owned() } else { format!("{{\n{parameters}}}") };
    let action = quoted(filled.action.name);
    format!(
        "# pip install ucloud-sdk-python3\n{imports}from ucloud.client import Client\n\nclient = Client({{\n{settings}}})\n{channel}response = client.invoke({action}, {arguments})\nprint(response)\n"
    )
}

/// Adds the header of a dedicated channel to each request.
const CHANNEL: &str = "

def add_channel_key(request):
    request.headers[\"channel-key\"] = os.environ[\"UCLOUD_CHANNEL_KEY\"]
    return request


client.transport.middleware.request(add_channel_key)
";

/// Returns the key of a parameter: `BlockIds` for `BlockIds.N`.
fn key(given: &Given) -> &str {
    given.text.name.strip_suffix(".N").unwrap_or(given.text.name)
}

fn value(given: &Given) -> String {
    let one = |value: &String| match given.text.value {
        RustValue::Int | RustValue::Timestamp | RustValue::Price
            if value.parse::<i64>().is_ok() =>
        {
            value.clone()
        }
        RustValue::Bool if value == "true" => "True".to_owned(),
        RustValue::Bool if value == "false" => "False".to_owned(),
        _ if given.is_base64() => {
            format!("base64.b64encode({}.encode()).decode()", quoted(value))
        }
        _ => quoted(value),
    };
    let values: Vec<_> = given.values.iter().map(one).collect();
    if given.text.is_list() { format!("[{}]", values.join(", ")) } else { values.concat() }
}

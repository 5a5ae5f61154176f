//! A call with the vendor's SDK for Go.

use super::Target;
use super::literal::quoted;
use crate::page::table::{Place, RustValue};
use crate::page::values::{Filled, Given};

/// Writes the program. It calls the action by its name, which works for every action.
pub(super) fn program(filled: &Filled, target: &Target) -> String {
    let mut imports = vec!["fmt", "log"];
    if filled.given.iter().any(Given::is_base64) {
        imports.insert(0, "encoding/base64");
    }
    let private = match target.private_key {
        Some(key) => quoted(key),
        None => "os.Getenv(\"UCLOUD_PRIVATE_KEY\")".to_owned(),
    };
    if target.private_key.is_none() || target.has_channel {
        imports.push("os");
    }
    let (http, channel) = if target.has_channel { (HTTP, CHANNEL) } else { ("", "") };
    let imports: Vec<_> = imports.iter().map(|name| format!("\t\"{name}\"\n")).collect();
    let imports = imports.concat();
    let mut settings = format!("\tconfig.BaseUrl = {}\n", quoted(&target.base_url));
    for (parameter, field) in [("Region", "Region"), ("Zone", "Zone"), ("ProjectId", "ProjectId")] {
        if let Some(value) = filled.value(parameter) {
            settings.push_str(&format!("\tconfig.{field} = {}\n", quoted(value)));
        }
    }
    let parameters: String = filled
        .given
        .iter()
        .filter(|given| given.text.place != Place::Scope)
        .flat_map(lines)
        .collect();
    let public = quoted(&target.public_key);
    let action = quoted(filled.action.name);
    format!(
        "package main

import (
{imports}
{http}\t\"github.com/ucloud/ucloud-sdk-go/ucloud\"
\t\"github.com/ucloud/ucloud-sdk-go/ucloud/auth\"
)

func main() {{
\tconfig := ucloud.NewConfig()
{settings}\tcredential := auth.NewCredential()
\tcredential.PublicKey = {public}
\tcredential.PrivateKey = {private}

\tclient := ucloud.NewClient(&config, &credential)
{channel}\trequest := client.NewGenericRequest()
\tpayload := map[string]interface{{}}{{
\t\t\"Action\": {action},
{parameters}\t}}
\tif err := request.SetPayload(payload); err != nil {{
\t\tlog.Fatal(err)
\t}}
\tresponse, err := client.GenericInvoke(request)
\tif err != nil {{
\t\tlog.Fatal(err)
\t}}
\tfmt.Println(response.GetPayload())
}}
"
    )
}

/// Package of the requests that carry a channel key.
const HTTP: &str = "\t\"github.com/ucloud/ucloud-sdk-go/private/protocol/http\"\n";

/// Adds the header of a dedicated channel to each request.
const CHANNEL: &str =
    "\taddChannelKey := func(_ *ucloud.Client, request *http.HttpRequest) (*http.HttpRequest, error) {
\t\terr := request.SetHeader(\"channel-key\", os.Getenv(\"UCLOUD_CHANNEL_KEY\"))
\t\treturn request, err
\t}
\tif err := client.AddHttpRequestHandler(addChannelKey); err != nil {
\t\tlog.Fatal(err)
\t}
";

/// Writes a parameter; a list has its entries in one line.
fn lines(given: &Given) -> Vec<String> {
    let one = |value: &String| match given.text.value {
        RustValue::Int | RustValue::Timestamp | RustValue::Price
            if value.parse::<i64>().is_ok() =>
        {
            value.clone()
        }
        RustValue::Bool if ["true", "false"].contains(&value.as_str()) => value.clone(),
        _ if given.is_base64() => {
            format!("base64.StdEncoding.EncodeToString([]byte({}))", quoted(value))
        }
        _ => quoted(value),
    };
    let values: Vec<_> = given.values.iter().map(one).collect();
    let name = given.text.name;
    match name.strip_suffix(".N") {
        Some(name) => {
            vec![format!("\t\t{}: []interface{{}}{{{}}},\n", quoted(name), values.join(", "))]
        }
        None => vec![format!("\t\t{}: {},\n", quoted(name), values.concat())],
    }
}

//! A call with curl.

use super::Target;
use super::literal::shell;
use crate::page::values::Filled;

/// Writes the command line of the client's preview, after the variables that it reads.
pub(super) fn commands(filled: &Filled, target: &Target, curl: &str) -> String {
    let mut text = format!("export UCLOUD_PUBLIC_KEY={}\n", shell(&target.public_key));
    if let Some(key) = target.private_key {
        text.push_str(&format!("export UCLOUD_PRIVATE_KEY={}\n", shell(key)));
    }
    for given in filled.given.iter().filter(|given| given.is_secret()) {
        // The command line reads what is on the wire, by the name of the parameter in capitals.
        let name = given.text.name.to_ascii_uppercase().replace('.', "_");
        let value = given.values.first().map(String::as_str).unwrap_or_default();
        text.push_str(&format!("export UCLOUD_{name}={}\n", shell(&given.on_wire(value))));
    }
    text.push_str(curl);
    text.push('\n');
    text
}

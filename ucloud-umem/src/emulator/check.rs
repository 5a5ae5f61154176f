//! What the gateway checks before an action sees a call: action, keys, signature, parameters.
//!
//! Written apart from the client's encoder, so that each checks the other.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};

use super::action::{ActionSpec, ParameterKind, ParameterSpec};
use crate::credentials::Credentials;
use crate::generated::action_table::{ACTIONS, EXAMPLE_PLACES};
use crate::generated::regions;

/// A call that passed every check.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) action: &'a ActionSpec,
    parameters: BTreeMap<String, String>,
}

/// Why a call is not carried out: a RetCode and a sentence.
#[derive(Debug)]
pub(crate) struct Refusal {
    ret_code: i64,
    message: String,
}

impl Refusal {
    fn new(ret_code: i64, message: impl Into<String>) -> Self {
        Self { ret_code, message: message.into() }
    }

    /// A parameter that is not there. The gateway uses this code though its table does not list it.
    fn missing(name: &str) -> Self {
        Self::new(220, format!("Missing params [{name}]"))
    }

    /// A parameter that cannot be used. The gateway uses this code though its table does not list it.
    pub(crate) fn unusable(name: &str) -> Self {
        Self::new(230, format!("Params [{name}] not available"))
    }

    /// The reply that says so.
    pub(crate) fn reply(&self, action: &str) -> Value {
        json!({
            "Action": format!("{action}Response"),
            "RetCode": self.ret_code,
            "Message": self.message,
        })
    }
}

impl Call<'_> {
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str)
    }

    /// A number that may not be negative, or what stands in for one that is not there.
    pub(crate) fn count(&self, name: &str, default: usize) -> Result<usize, Refusal> {
        match self.text(name) {
            None => Ok(default),
            Some(text) => text.trim().parse().map_err(|_| Refusal::unusable(name)),
        }
    }
}

/// Takes a form apart and checks it; a refusal names the action as far as it is known.
pub(crate) fn check<'a>(
    form: &[u8],
    credentials: &Credentials,
) -> Result<Call<'a>, (Refusal, String)> {
    let mut parameters: BTreeMap<String, String> =
        form_urlencoded::parse(form).into_owned().collect();
    let name = parameters.get("Action").cloned().unwrap_or_default();
    let refuse = |refusal| (refusal, name.clone());
    if name.is_empty() {
        return Err(refuse(Refusal::new(160, "Missing Action")));
    }
    let action = ACTIONS.iter().find(|action| action.name == name);
    let Some(action) = action else {
        return Err(refuse(Refusal::new(
            161,
            format!("Action [{name}] is not available"),
        )));
    };
    check_signature(&mut parameters, credentials).map_err(refuse)?;
    for parameter in action.parameters {
        check_parameter(parameter, &parameters).map_err(refuse)?;
    }
    check_place(&parameters).map_err(refuse)?;
    Ok(Call { action, parameters })
}

fn check_signature(
    parameters: &mut BTreeMap<String, String>,
    credentials: &Credentials,
) -> Result<(), Refusal> {
    let Some(signature) = parameters.remove("Signature") else {
        return Err(Refusal::new(170, "Missing signature"));
    };
    if parameters.get("PublicKey").map(String::as_str) != Some(credentials.public_key())
    {
        return Err(Refusal::new(172, "The user does not exist"));
    }
    let mut signed = String::new();
    for (name, value) in &*parameters {
        signed.push_str(name);
        signed.push_str(value);
    }
    signed.push_str(credentials.private_key());
    let mut expected = String::new();
    for byte in Sha1::digest(signed) {
        // Writing to a text cannot fail.
        _ = write!(expected, "{byte:02x}");
    }
    if signature == expected {
        Ok(())
    } else {
        Err(Refusal::new(171, "Signature VerifyAC Error"))
    }
}

/// Checks every value that a row of the table stands for: `Disks.N.Size` stands for `Disks.0.Size` and more.
fn check_parameter(
    row: &ParameterSpec,
    parameters: &BTreeMap<String, String>,
) -> Result<(), Refusal> {
    let mut found = false;
    for (name, value) in parameters.iter().filter(|(name, _)| stands_for(row.name, name))
    {
        found = true;
        let usable = match row.kind {
            ParameterKind::Text => true,
            ParameterKind::Int => value.trim().parse::<i64>().is_ok(),
            ParameterKind::Float => {
                value.trim().parse::<f64>().is_ok_and(f64::is_finite)
            }
            ParameterKind::Bool => matches!(value.as_str(), "true" | "false"),
            ParameterKind::Switch(on, off) => value == on || value == off,
        };
        if !usable {
            return Err(Refusal::unusable(name));
        }
    }
    if row.required && !found {
        return Err(Refusal::missing(row.name));
    }
    Ok(())
}

fn stands_for(row: &str, name: &str) -> bool {
    let (mut row, mut name) = (row.split('.'), name.split('.'));
    loop {
        match (row.next(), name.next()) {
            (None, None) => return true,
            (Some("N"), Some(index))
                if index.bytes().all(|byte| byte.is_ascii_digit()) => {}
            (Some(segment), Some(other)) if segment == other => {}
            _ => return false,
        }
    }
}

/// A region that nobody listed is no region, and a zone belongs to one.
fn check_place(parameters: &BTreeMap<String, String>) -> Result<(), Refusal> {
    let Some(region) = parameters.get("Region") else { return Ok(()) };
    let listed = regions::ALL.iter().find(|listed| listed.id == region);
    let mut examples =
        EXAMPLE_PLACES.iter().filter(|(example, _)| example == region).peekable();
    if listed.is_none() && examples.peek().is_none() {
        return Err(Refusal::unusable("Region"));
    }
    let Some(zone) = parameters.get("Zone").filter(|zone| !zone.is_empty()) else {
        return Ok(());
    };
    let in_listed =
        listed.is_some_and(|region| region.zones.iter().any(|listed| listed.id == zone));
    if in_listed || examples.any(|(_, example)| *example == Some(zone.as_str())) {
        Ok(())
    } else {
        Err(Refusal::unusable("Zone"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_for_their_indexes() {
        for (row, name, stands) in [
            ("SpaceId", "SpaceId", true),
            ("SpaceId", "SpaceIds", false),
            ("Ids.N", "Ids.0", true),
            ("Ids.N", "Ids.12", true),
            ("Ids.N", "Ids", false),
            ("Ids.N", "Ids.x", false),
            ("Disks.N.Size", "Disks.3.Size", true),
            ("Disks.N.Size", "Disks.3.Type", false),
            ("Disks.N.Size", "Disks.3.Size.More", false),
        ] {
            assert_eq!(stands_for(row, name), stands, "{row} {name}");
        }
    }
}

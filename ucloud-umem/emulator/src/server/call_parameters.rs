//! Parameters of a call as the list of calls shows them: without secrets, and of bounded size.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::call_log::action_name;
use crate::action::{ActionSpec, ParameterKind};
use crate::gateway::Parameters;
use crate::generated::action_table::ACTIONS;

/// Parameters of a call that are shown, and characters of a name or a value.
const MOST: usize = 100;
const LONGEST: usize = 200;
/// Resources of a call that are shown.
const MOST_IDS: usize = 20;

/// Bytes of a secret that is looked for elsewhere in a call. Shorter ones are in many words.
const SHORTEST_SECRET: usize = 4;
/// Secrets of a call that are looked for. With more of them, all names and values are hidden.
const MOST_SECRETS: usize = 100;

const HIDDEN: &str = "***";
/// Parts of names, in lower case, of parameters whose values are hidden in any action.
const SECRET_NAMES: &[&str] =
    &["passw", "pwd", "secret", "token", "signature", "privatekey", "publickey", "credential"];
/// Ids of what a call is about only in passing.
const OTHER_IDS: &[&str] = &["ProjectId", "VPCId", "SubnetId", "ConfigId"];

/// Returns the parameters in the order of their names, secrets as `***`.
pub(super) fn shown(pairs: &Parameters) -> Vec<(String, String)> {
    let action = pairs.get("Action").map(String::as_str).unwrap_or_default();
    let spec = ACTIONS.iter().find(|spec| spec.name == action);
    let secrets = secrets(spec, pairs);
    // A secret may be in a wrong place too.
    let has_secret = |text: &str| {
        secrets.len() > MOST_SECRETS || secrets.iter().any(|secret| text.contains(&**secret))
    };
    let pairs = pairs.iter().take(MOST).map(|(name, value)| {
        let is_hidden = is_secret(spec, name)
            || has_secret(value)
            || (name == "Action" && action_name(value).is_none());
        let value = if is_hidden && !value.is_empty() { HIDDEN.to_owned() } else { cut(value) };
        let name = if has_secret(name) { HIDDEN.to_owned() } else { cut(name) };
        (name, value)
    });
    pairs.collect()
}

/// Returns the secrets of a call as they are and out of base64. The public key is none.
fn secrets(spec: Option<&ActionSpec>, pairs: &Parameters) -> Vec<String> {
    let sent = pairs.iter().filter(|(name, _)| *name != "PublicKey" && is_secret(spec, name));
    let sent = sent.map(|(_, value)| value);
    let plain = sent.clone().filter_map(|value| {
        let bytes = BASE64_STANDARD.decode(value).ok()?;
        String::from_utf8(bytes).ok()
    });
    sent.cloned().chain(plain).filter(|secret| secret.len() >= SHORTEST_SECRET).collect()
}

/// Returns the ids of resources in a call and in its response, each once.
pub(super) fn resource_ids(pairs: &[(String, String)], response: Option<&Value>) -> Vec<String> {
    let is_id = |name: &str| {
        let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        name.ends_with("Id") && !OTHER_IDS.contains(&name)
    };
    let called = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let made = response.and_then(Value::as_object).into_iter().flatten();
    let made = made.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
    let mut ids: Vec<String> = Vec::new();
    for (name, id) in called.chain(made) {
        if is_id(name) && !id.is_empty() && id != HIDDEN && !ids.iter().any(|known| known == id) {
            ids.push(cut(id));
        }
    }
    ids.truncate(MOST_IDS);
    ids
}

fn is_secret(spec: Option<&ActionSpec>, name: &str) -> bool {
    let own = name.to_ascii_lowercase();
    if SECRET_NAMES.iter().any(|secret| own.contains(secret)) {
        return true;
    }
    let rows = spec.map(|spec| spec.parameters).unwrap_or_default();
    rows.iter().any(|row| {
        matches!(row.kind, ParameterKind::Secret | ParameterKind::Base64) && is_row(row.name, name)
    })
}

/// Returns true if a row of a table describes the parameter: `Disks.N.Size` describes
/// `Disks.0.Size`.
fn is_row(row: &str, name: &str) -> bool {
    let is_index = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    let (mut rows, mut parts) = (row.split('.'), name.split('.'));
    loop {
        match (rows.next(), parts.next()) {
            (None, None) => return true,
            (Some("N"), Some(part)) if is_index(part) || part == "N" => {}
            (Some(row), Some(part)) if row == part => {}
            _ => return false,
        }
    }
}

fn cut(text: &str) -> String {
    let mut cut: String = text.chars().take(LONGEST).collect();
    if cut.len() < text.len() {
        cut.push_str("...");
    }
    cut
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Parameters {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn secrets_are_starred_in_known_and_unknown_actions() {
        for action in ["CreateURedisGroup", "CreateUHostInstance"] {
            for name in ["Password", "Signature", "PublicKey", "SecurityToken", "Disks.0.AdminPwd"]
            {
                let shown =
                    shown(&pairs(&[("Action", action), (name, "p4ss"), ("Name", "orders")]));
                let value = |name: &str| &shown.iter().find(|(own, _)| own == name).unwrap().1;
                assert_eq!(
                    (&**value(name), &**value("Name")),
                    (HIDDEN, "orders"),
                    "{action} {name}"
                );
            }
        }
        let table =
            ACTIONS.iter().flat_map(|spec| spec.parameters.iter().map(move |row| (spec, row)));
        let secret = table
            .filter(|(_, row)| matches!(row.kind, ParameterKind::Secret | ParameterKind::Base64));
        for (spec, row) in secret {
            let shown = shown(&pairs(&[("Action", spec.name), (row.name, "p4ss")]));
            assert!(shown.iter().all(|(_, value)| value != "p4ss"), "{} {}", spec.name, row.name);
        }
        assert!(is_row("Disks.N.Size", "Disks.12.Size") && !is_row("Disks.N.Size", "Disks.x.Size"));
        // `Password1`
        let call = [("Password", "UGFzc3dvcmQx"), ("Name", "my-Password1"), ("UGFzc3dvcmQx", "")];
        let call = shown(&pairs(&call));
        let all = format!("{call:?}");
        assert!(!all.contains("Password1") && !all.contains("UGFz"), "{all}");
        let wrong = shown(&pairs(&[("Action", "p4ss w0rd")]));
        assert_eq!(wrong, [("Action".to_owned(), HIDDEN.to_owned())]);
    }

    #[test]
    fn what_is_kept_of_a_call_is_bounded() {
        let many: Parameters =
            (0..500).map(|n| (format!("Name{n}{}", "n".repeat(999)), "v".repeat(999))).collect();
        let shown = shown(&many);
        assert_eq!(shown.len(), MOST);
        assert!(shown.iter().all(|(name, value)| name.len() <= 203 && value.len() == 203));
    }

    /// Each of them would be looked for in each value.
    #[test]
    fn of_a_call_with_very_many_secrets_no_value_is_shown() {
        let secrets = (0..=MOST_SECRETS).map(|n| (format!("Token{n}"), "p4ss".to_owned()));
        let call: Parameters = secrets.chain([("Name".to_owned(), "orders".to_owned())]).collect();
        assert!(shown(&call).iter().all(|(_, value)| value == HIDDEN));
    }

    #[test]
    fn resources_are_those_of_the_call_and_of_the_response() {
        let call = [("GroupId", "a"), ("ProjectId", "p"), ("BackupIds.1", ""), ("SpaceId.0", "b")];
        let call = call.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let response = json!({ "BackupId": "c", "GroupId": "a", "RetCode": 0, "SubnetId": "s" });
        assert_eq!(resource_ids(&call, Some(&response)), ["a", "b", "c"]);
    }
}

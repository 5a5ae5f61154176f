//! Roles, whose temporary credentials an account can get.
//!
//! The credentials may do everything: policies and rights of roles have no effect.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::HOUR;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use ucloud_umem::Timestamp;

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Roles>)] = &[("AssumeRole", assume)];

/// A role that exists from the start.
const DEFAULT_ROLE: &str = "ucs:iam::56000001:role/EmulatorRole";

/// Default lifetime of credentials, and the bounds for a requested one.
const LIFE: Duration = HOUR;
const SHORTEST_LIFE: i64 = 15 * 60;
const LONGEST_LIFE: i64 = 12 * 60 * 60;
/// Most characters of a policy.
const LONGEST_POLICY: usize = 2048;

/// Roles beside the default one.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Roles {
    urns: Vec<String>,
}

impl Roles {
    /// Returns the roles for the listing of all resources; the default one is left out.
    pub(crate) fn listing(&self) -> Value {
        self.urns.iter().map(|urn| json!({ "urn": urn })).collect()
    }

    pub(crate) fn has(&self, urn: &str) -> bool {
        urn == DEFAULT_ROLE || self.urns.iter().any(|own| own == urn)
    }

    /// Adds a role that can be assumed.
    pub(crate) fn seed(&mut self, urn: &str) {
        self.urns.push(urn.to_owned());
    }
}

/// Hands out credentials of a role, which the gateway takes until they expire.
fn assume(context: &mut Context<'_, Roles>, call: &Call) -> Result<Attributes, Refusal> {
    let urn = call.required("RoleUrn")?;
    let session = call.sized("RoleSessionName", 1..=64)?;
    if !session.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')) {
        return Err(Refusal::unusable("RoleSessionName", session));
    }
    let life = call.within("DurationSeconds", SHORTEST_LIFE..=LONGEST_LIFE)?;
    let life = life.and_then(|life| u64::try_from(life).ok()).map_or(LIFE, Duration::from_secs);
    if call.given("Policy").is_some() {
        call.sized("Policy", 0..=LONGEST_POLICY)?;
    }
    if !context.store.has(urn) {
        return Err(Refusal::no_such_resource("RoleUrn", urn));
    }
    let keys = context.keys.hand_out(life, context.time.now);
    let expires = i64::try_from(keys.expires()).unwrap_or(i64::MAX);
    let credentials = attributes([
        ("AccessKeyId", keys.public_key.into()),
        ("AccessKeySecret", keys.private_key.into()),
        ("SecurityToken", keys.token.into()),
        ("Expiration", Timestamp::from_unix_seconds(expires).to_string().into()),
    ]);
    Ok(attributes([("Credentials", Value::Object(credentials))]))
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::coverage::Coverage;

    const SESSION: (&str, &str) = ("RoleSessionName", "nightly.1");
    const URN: (&str, &str) = ("RoleUrn", super::DEFAULT_ROLE);

    pub(crate) fn scenario(run: &mut Coverage) {
        let keys = run.call("AssumeRole", &[URN, SESSION])["Credentials"].clone();
        assert_eq!(keys["Expiration"], "2027-01-15T09:00:00Z");
        let longer = [URN, SESSION, ("DurationSeconds", "43200"), ("Policy", "{}")];
        let others = run.call("AssumeRole", &longer)["Credentials"].clone();
        assert_eq!(others["Expiration"], "2027-01-15T20:00:00Z");
        assert_ne!(keys["AccessKeyId"], others["AccessKeyId"]);
    }

    #[test]
    fn what_the_page_does_not_allow_is_refused() {
        let run = &mut Coverage::default();
        let policy = "x".repeat(2049);
        let name = "x".repeat(65);
        for (pair, named) in [
            (("DurationSeconds", "899"), "[DurationSeconds]"),
            (("DurationSeconds", "43201"), "[DurationSeconds]"),
            (("Policy", &*policy), "[Policy]"),
            (("RoleSessionName", "a b"), "[RoleSessionName]"),
            (("RoleSessionName", ""), "[RoleSessionName]"),
            (("RoleSessionName", &*name), "[RoleSessionName]"),
            (("RoleUrn", "ucs:iam::1:role/unknown"), "[RoleUrn]"),
        ] {
            run.refuses("AssumeRole", &[URN, SESSION, pair], 230, named);
        }
        assert_eq!(run.refused("AssumeRole", &[SESSION]), 220);
        run.emulator().seed_role("ucs:iam::1:role/known").unwrap();
        run.call("AssumeRole", &[("RoleUrn", "ucs:iam::1:role/known"), SESSION]);
    }
}

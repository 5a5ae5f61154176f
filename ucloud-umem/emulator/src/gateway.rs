//! Checks of the gateway for every call: action, keys, signature, region and zone.
//!
//! They are written separately from the client's encoder, so each checks the other.

use std::collections::BTreeMap;

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue};

use crate::action::ActionSpec;
use crate::clock::Moment;
use crate::generated::action_table::{ACTIONS, EXAMPLE_PLACES};
use crate::keys::{Keys, Unknown};
use crate::refusal::Refusal;
use crate::sha1_hex::sha1_hex;
use ucloud_umem::regions;

/// Parameters by their names; of a repeated name the last one counts.
pub(crate) type Parameters = BTreeMap<String, String>;

/// Parameters of a signed call, which has no bearer token.
const SIGNED: [&str; 3] = ["PublicKey", "Signature", "SecurityToken"];

/// Takes a form apart; of a repeated name the last value counts.
pub(crate) fn parameters(form: &[u8]) -> Parameters {
    form_urlencoded::parse(form).into_owned().collect()
}

/// Returns the action that a call names.
pub(crate) fn action(parameters: &Parameters) -> Result<&'static ActionSpec, Refusal> {
    let name = parameters.get("Action").map(String::as_str).unwrap_or_default();
    if name.is_empty() {
        return Err(Refusal::new(160, "Missing Action"));
    }
    let action = ACTIONS.iter().find(|action| action.name == name);
    action.ok_or_else(|| Refusal::unknown_action(name))
}

/// Checks who sends a call: a known key signed exactly these parameters, or a known access token is
/// in the place of key and signature.
pub(crate) fn check_sender(
    parameters: &Parameters,
    headers: &HeaderMap,
    keys: &Keys,
    now: Moment,
) -> Result<(), Refusal> {
    if !keys.opens_channel(headers.get("channel-key").map(HeaderValue::as_bytes)) {
        let message = "The token does not exist: expected the header channel-key with another key";
        return Err(Refusal::new(174, message));
    }
    match bearer_token(headers) {
        None => check_signature(parameters, keys, now),
        Some(_) if SIGNED.iter().any(|name| parameters.contains_key(*name)) => {
            let message = "Signature VerifyAC Error: a bearer token beside a signature";
            Err(Refusal::new(171, message))
        }
        Some(token) if keys.tokens.knows(token, now) => Ok(()),
        Some(_) => Err(Refusal::new(174, "The token does not exist")),
    }
}

/// Returns the access token in the headers.
fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().unwrap_or_default();
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
}

/// Checks that a known key signed exactly these parameters.
fn check_signature(parameters: &Parameters, keys: &Keys, now: Moment) -> Result<(), Refusal> {
    let value = |name: &str| parameters.get(name).map(String::as_str);
    let Some(own) = value("Signature") else {
        return Err(Refusal::new(170, "Missing signature"));
    };
    let private_key =
        keys.private_key(value("PublicKey"), value("SecurityToken"), now).map_err(|unknown| {
            match unknown {
                Unknown::User => Refusal::new(172, "The user does not exist"),
                Unknown::Token => Refusal::new(174, "The token does not exist"),
            }
        })?;
    if own == signature(signed_text(parameters), &private_key) {
        Ok(())
    } else {
        Err(Refusal::new(171, "Signature VerifyAC Error"))
    }
}

/// Returns the text that is signed of a form, without the private key.
pub(crate) fn signed_text(parameters: &Parameters) -> String {
    let signed = parameters.iter().filter(|(name, _)| *name != "Signature");
    signed.flat_map(|(name, value)| [name.as_str(), value.as_str()]).collect()
}

/// Returns the signature of a text that is followed by the private key.
pub(crate) fn signature(mut text: String, private_key: &str) -> String {
    text.push_str(private_key);
    sha1_hex(&text)
}

/// Checks that the region is listed and that the zone belongs to it.
pub(crate) fn check_scope(parameters: &Parameters) -> Result<(), Refusal> {
    let region = parameters.get("Region").filter(|region| !region.is_empty());
    let Some(region) = region else { return Ok(()) };
    if !has_region(region) {
        return Err(Refusal::unusable("Region", region));
    }
    match parameters.get("Zone") {
        Some(zone) if !(zone.is_empty() || has_zone(region, zone)) => {
            Err(Refusal::unusable("Zone", zone))
        }
        _ => Ok(()),
    }
}

/// Returns true if the region exists.
pub(crate) fn has_region(region: &str) -> bool {
    regions::ALL.iter().any(|listed| listed.id == region)
        || EXAMPLE_PLACES.iter().any(|(example, _)| *example == region)
}

/// Returns true if the region has the zone.
pub(crate) fn has_zone(region: &str, zone: &str) -> bool {
    let mut listed = regions::ALL.iter().filter(|listed| listed.id == region);
    listed.any(|region| region.zones.iter().any(|listed| listed.id == zone))
        || EXAMPLE_PLACES.contains(&(region, Some(zone)))
}

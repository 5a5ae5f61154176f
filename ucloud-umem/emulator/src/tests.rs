//! Tests of the gateway's checks.

use serde_json::Value;

use crate::*;

const KEY: &str = "emulator";

/// Returns the RetCode for these pairs, signed or not.
fn answer(emulator: &Emulator, pairs: &[(&str, &str)]) -> i64 {
    let form: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let response = emulator.answer(form.as_bytes(), emulator.generation());
    let response: Value = serde_json::from_slice(&response.body).unwrap();
    response["RetCode"].as_i64().unwrap()
}

#[test]
fn the_gateway_checks_action_keys_and_signature() {
    let emulator = Emulator::new();
    let action = ("Action", crate::generated::action_table::ACTIONS[0].name);
    for (pairs, ret_code) in [
        (&[][..], 160),
        (&[("Action", "")][..], 160),
        (&[("Action", "DescribeNothing")][..], 161),
        (&[action, ("PublicKey", KEY)][..], 170),
        (&[action, ("PublicKey", KEY), ("Signature", "0")][..], 171),
        (&[action, ("PublicKey", "nobody"), ("Signature", "0")][..], 172),
    ] {
        assert_eq!(answer(&emulator, pairs), ret_code, "{pairs:?}");
    }
}

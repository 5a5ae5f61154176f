//! Tests of the gateway's checks.

use std::time::Duration;

use http::Method;
use serde_json::Value;

use crate::{Clock, Emulator};
use ucloud_umem::transport::HttpRequest;

const KEY: &str = "emulator";
/// A call without a sender.
const CALL: [(&str, &str); 3] =
    [("Action", "DescribeURedisVersion"), ("Region", "cn-bj2"), ("Zone", "cn-bj2-05")];

/// Returns the RetCode for these pairs, signed or not, with these headers.
fn answer(emulator: &Emulator, headers: &[(&'static str, &str)], pairs: &[(&str, &str)]) -> i64 {
    let form: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let mut request = HttpRequest::new(Method::POST, http::Uri::from_static("/"), form);
    for (name, value) in headers {
        request.headers.insert(*name, value.parse().unwrap());
    }
    let response = emulator.answer(&request, emulator.generation(), None);
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
        assert_eq!(answer(&emulator, &[], pairs), ret_code, "{pairs:?}");
    }
}

#[test]
fn a_known_bearer_token_is_in_the_place_of_keys_and_signature() {
    let clock = Clock::stopped_at(ucloud_umem::Timestamp::from_unix_seconds(1000));
    let emulator = Emulator::builder().clock(clock).bearer_token("always").build();
    emulator.add_bearer_token("short", Duration::from_secs(60));
    let with = |authorization: &str, more: &[(&str, &str)]| {
        answer(&emulator, &[("authorization", authorization)], &[&CALL[..], more].concat())
    };
    for (authorization, more, ret_code) in [
        ("Bearer always", &[][..], 0),
        ("bearer  short", &[], 0),
        ("Bearer other", &[], 174),
        ("Bearer ", &[], 174),
        ("Bearer", &[], 174),
        ("Basic always", &[], 170),
        ("", &[], 170),
        ("Bearer always", &[("Signature", "0")], 171),
        ("Bearer always", &[("PublicKey", KEY)], 171),
        ("Bearer always", &[("SecurityToken", "")], 171),
    ] {
        assert_eq!(with(authorization, more), ret_code, "{authorization} {more:?}");
    }
    emulator.clock().advance(Duration::from_secs(60));
    assert_eq!((with("Bearer always", &[]), with("Bearer short", &[])), (0, 174));
    emulator.add_bearer_token("short", None);
    assert_eq!(with("Bearer short", &[]), 0);
    emulator.reset();
    assert_eq!((with("Bearer always", &[]), with("Bearer short", &[])), (0, 174));
}

#[test]
fn a_dedicated_channel_has_its_key() {
    let emulator = Emulator::builder().bearer_token("t").channel_key("dedicated").build();
    let token = ("authorization", "Bearer t");
    for (headers, ret_code) in [
        (&[token, ("channel-key", "dedicated")][..], 0),
        (&[token, ("channel-key", "other")], 174),
        (&[token, ("channel-key", "")], 174),
        (&[token], 174),
        (&[("channel-key", "dedicated")], 170),
    ] {
        assert_eq!(answer(&emulator, headers, &CALL), ret_code, "{headers:?}");
    }
    // Without one, the header means nothing.
    let emulator = Emulator::builder().bearer_token("t").build();
    assert_eq!(answer(&emulator, &[token, ("channel-key", "other")], &CALL), 0);
}

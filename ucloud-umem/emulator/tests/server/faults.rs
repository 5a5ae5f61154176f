//! Faults on a connection.

use std::time::{Duration, Instant};

use ucloud_umem::Timestamp;
use ucloud_umem::transport::{Fault, Faults, StatusCode};
use umem_emulator::{Clock, Emulator};

use crate::http::{Connection, FORM, Response, SPACE, list_backups, request, seeded};

/// Returns the response to one call with the fault, if there is one, and true if the emulator has
/// seen the call.
fn with_fault(fault: &str) -> (Option<Response>, bool) {
    // Bodies have times, so all emulators have the same.
    let emulator =
        Emulator::with_clock(Clock::stopped_at(Timestamp::from_unix_seconds(1_800_000_000)));
    emulator.seed_space(SPACE, 3).unwrap();
    let server = emulator.server().fault(umem_emulator::parse_fault(fault).unwrap());
    let server = server.start("127.0.0.1:0").unwrap();
    let mut connection = Connection::to(server.address());
    connection.send(request("POST", "/", FORM, &list_backups()));
    let response = connection.response();
    (response, emulator.calls() == 1)
}

#[test]
fn connections_break_and_replies_are_wrong_as_they_are_told_to() {
    for (fault, is_seen) in [("refused", false), ("cut", false), ("lost-response", true)] {
        let (response, seen) = with_fault(fault);
        assert_eq!((response.is_none(), seen), (true, is_seen), "{fault}: {response:?}");
    }
    for (fault, status, is_seen, body) in [
        ("status=503", 503, false, "injected fault"),
        ("status=204", 204, false, ""),
        ("not-json", 200, false, "<html>"),
        ("throttled", 200, false, r#""RetCode":153"#),
        ("ret-code=130", 200, false, r#""RetCode":130"#),
        ("latency=1ms", 200, true, r#""RetCode":0"#),
        ("CreateUMemSpace:cut", 200, true, r#""RetCode":0"#),
    ] {
        let (response, seen) = with_fault(fault);
        let response = response.unwrap();
        assert_eq!((response.status(), seen), (status, is_seen), "{fault}");
        let text = response.text();
        assert!(text.contains(body), "{fault}: {text}");
    }
    let (response, _) = with_fault("too-many-requests=7");
    let response = response.unwrap();
    assert_eq!((response.status(), response.header("retry-after")), (429, Some("7")));
}

#[test]
fn half_a_body_is_cut_off() {
    let (whole, _) = with_fault("latency=0ms");
    let whole = whole.unwrap();
    let (half, seen) = with_fault("half-body");
    let half = half.unwrap();
    assert!(seen);
    assert_eq!(half.header("content-length"), whole.header("content-length"));
    assert_eq!(half.body, whole.body[..whole.body.len() / 2]);
}

#[test]
fn faults_can_be_changed_while_it_runs() {
    let faults = Faults::new();
    let server = seeded().server().faults(faults.clone()).start("127.0.0.1:0").unwrap();
    let ask = || {
        let mut connection = Connection::to(server.address());
        connection.send(request("POST", "/", FORM, &list_backups()));
        connection.response().map(|response| response.status())
    };
    faults.inject(Fault::cut().times(1));
    faults.inject(Fault::status(StatusCode::BAD_GATEWAY).times(1));
    assert_eq!([ask(), ask(), ask()], [None, Some(502), Some(200)]);
    let late = Duration::from_millis(200);
    faults.inject(Fault::latency(late));
    let start = Instant::now();
    assert_eq!(ask(), Some(200));
    assert!(start.elapsed() >= late);
}

//! Faults and the calls that they happen to.

use std::time::Duration;

use tokio::time::Instant;
use ucloud_umem::transport::{self, FakeTransport, Fault, Faults, StatusCode};
use ucloud_umem::{Client, Effect, Error, ErrorKind, Outcome};

use crate::client;

/// Makes a working service, faults on the way to it, and a client that meets them.
fn service() -> (FakeTransport, Faults, Client) {
    let service = transport::from_fn(|_| r#"{ "RetCode": 0, "TotalCount": 7 }"#);
    let faults = Faults::new();
    let client = client(faults.around(service.clone()));
    (service, faults, client)
}

async fn create(client: &Client) -> Result<u32, Error> {
    let call = client.action("CreateX").with_max_attempts(3);
    call.send().await.map(|response| response.metadata().attempts())
}

#[tokio::test(start_paused = true)]
async fn each_fault_is_what_it_says() {
    use {ErrorKind::*, Outcome::*};
    // The fault; then of an action of which each execution counts: how often it was carried out,
    // the error's kind and outcome, and how often it was tried.
    for (name, fault, carried_out, kind, outcome, attempts) in [
        ("refused", Fault::refused(), 0, Connect, NotSent, 3),
        ("cut", Fault::cut(), 0, Connect, Unknown, 1),
        ("lost response", Fault::lost_response(), 1, Connect, Unknown, 1),
        ("half a body", Fault::half_body(), 1, Protocol, Unknown, 1),
        ("not JSON", Fault::not_json(), 0, Protocol, Unknown, 1),
        ("503", Fault::status(StatusCode::SERVICE_UNAVAILABLE), 0, Http, Unknown, 1),
        ("404", Fault::status(StatusCode::NOT_FOUND), 0, Http, Refused, 1),
        ("429", Fault::too_many_requests(Duration::ZERO), 0, Throttled, Refused, 3),
        ("throttled", Fault::throttled(), 0, Throttled, Refused, 3),
        ("171", Fault::ret_code(171), 0, Service, Refused, 1),
    ] {
        let (service, faults, client) = service();
        faults.inject(fault);
        let error = create(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{name}: {error:?}");
        assert_eq!(service.requests().len(), carried_out, "{name}");
        assert_eq!((error.attempts(), faults.injected()), (attempts, attempts.into()), "{name}");
        assert_eq!(error.action(), Some("CreateX"), "{name}");
        // What the gateway declines has an id, and what never came there has none.
        let id = error.ret_code().map(|_| "injected-fault");
        assert_eq!(error.request_id(), id, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_read_survives_what_passes() {
    for fault in [
        Fault::refused(),
        Fault::cut(),
        Fault::lost_response(),
        Fault::status(StatusCode::BAD_GATEWAY),
        Fault::too_many_requests(Duration::from_secs(1)),
        Fault::throttled(),
    ] {
        let (_, faults, client) = service();
        faults.inject(fault.times(2));
        let page = client.describe_umem_backup("x").send().await.unwrap();
        assert_eq!((page.total_count, page.metadata().attempts()), (Some(7), 3));
        assert_eq!(faults.injected(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn latency_passes_before_the_request_goes_on() {
    let (service, faults, client) = service();
    faults.inject(Fault::latency(Duration::from_secs(2)).times(1));
    faults.inject(Fault::latency(Duration::from_secs(3)));
    for seconds in [5, 3, 3] {
        let start = Instant::now();
        create(&client).await.unwrap();
        assert_eq!(start.elapsed().as_secs(), seconds);
    }
    assert_eq!((service.requests().len(), faults.injected()), (3, 3));

    // The client's own bound ends it, and what it was to reach was never reached.
    let call = client.action("CreateX").with_timeout(Duration::from_secs(1));
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Timeout, Outcome::Unknown));
    assert_eq!(service.requests().len(), 3);
    // It comes before the fault that ends the request.
    faults.inject(Fault::cut());
    let start = Instant::now();
    create(&client).await.unwrap_err();
    assert_eq!(start.elapsed().as_secs(), 3);
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_what_was_said() {
    let (_, faults, client) = service();
    faults.inject(Fault::too_many_requests(Duration::from_secs(7)).times(1));
    let start = Instant::now();
    assert_eq!(create(&client).await.unwrap(), 2);
    assert_eq!(start.elapsed().as_secs(), 7);
}

/// Returns `x` or `.` for each of 8 calls: with or without a fault.
async fn pattern(client: &Client, action: &str) -> String {
    let mut pattern = String::new();
    for _ in 0..8 {
        let call = client.action(action).with_effect(Effect::NonIdempotent);
        pattern.push(if call.send().await.is_ok() { '.' } else { 'x' });
    }
    pattern
}

#[tokio::test]
async fn faults_are_narrowed_down_by_count_and_action() {
    for (fault, reads, creates) in [
        (Fault::cut(), "xxxxxxxx", "xxxxxxxx"),
        (Fault::cut().times(0), "........", "........"),
        (Fault::cut().times(2), "xx......", "........"),
        (Fault::cut().after(3), "...xxxxx", "xxxxxxxx"),
        (Fault::cut().after(3).times(1), "...x....", "........"),
        (Fault::cut().for_action("CreateX"), "........", "xxxxxxxx"),
        (Fault::cut().for_action("CreateX").after(1).times(2), "........", ".xx....."),
        (Fault::cut().for_action("create"), "........", "........"),
    ] {
        let (_, faults, client) = service();
        let name = format!("{fault:?}");
        faults.inject(fault);
        assert_eq!(pattern(&client, "DescribeX").await, reads, "{name}");
        assert_eq!(pattern(&client, "CreateX").await, creates, "{name}");
    }
}

#[tokio::test]
async fn chance_is_the_same_for_the_same_seed() {
    let met = async |probability, seed, other: Option<Fault>| {
        let (_, faults, client) = service();
        if let Some(other) = other {
            faults.inject(other);
        }
        faults.inject(Fault::cut().for_action("CreateX").by_chance(probability, seed));
        let mut met = String::new();
        for _ in 0..32 {
            met += &pattern(&client, "CreateX").await;
        }
        met
    };
    let first = met(0.25, 7, None).await;
    let count = first.matches('x').count();
    assert!((32..=96).contains(&count), "{count} of 256");
    assert_eq!(met(0.25, 7, None).await, first);
    assert_eq!(met(0.25, 7, Some(Fault::refused().for_action("Other"))).await, first);
    assert_ne!(met(0.25, 8, None).await, first);
    assert!(!met(0.0, 7, None).await.contains('x'));
    assert!(!met(f64::NAN, 7, None).await.contains('x'));
    assert!(!met(1.0, 7, None).await.contains('.'));
}

#[tokio::test]
async fn the_first_fault_that_fits_is_met_and_all_can_be_taken_away() {
    let (service, faults, client) = service();
    faults.inject(Fault::ret_code(299).times(1));
    faults.inject(Fault::cut());
    let kinds =
        [create(&client).await, create(&client).await].map(|result| result.unwrap_err().kind());
    assert_eq!(kinds, [ErrorKind::Service, ErrorKind::Connect]);
    faults.clear();
    assert_eq!(create(&client).await.unwrap(), 1);
    assert_eq!((faults.injected(), service.requests().len()), (2, 1));
}

#[tokio::test]
async fn one_fault_can_be_taken_away_alone() {
    let (_, faults, client) = service();
    for fault in [Fault::cut(), Fault::cut(), Fault::ret_code(299).times(2)] {
        faults.inject(fault);
    }
    assert!(faults.remove("cut") && faults.remove("cut") && !faults.remove("cut"));
    assert_eq!(create(&client).await.unwrap_err().kind(), ErrorKind::Service);
    assert!(!faults.remove("ret-code=299:times=2") && faults.remove("ret-code=299:times=1"));
    assert_eq!(create(&client).await.unwrap(), 1);
}

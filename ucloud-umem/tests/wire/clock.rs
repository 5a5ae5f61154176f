//! Pauses, timeouts and deadlines, on a transport in memory and a clock that is paused.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;
use ucloud_umem::transport::{BoxFuture, HttpResponse, Transport, TransportError};
use ucloud_umem::{
    Client, Credentials, CredentialsProvider, Effect, ErrorKind, Outcome, Result,
};

use crate::support::Double;
use crate::support::double::Attempt;

const SECOND: Duration = Duration::from_secs(1);

fn reply(status: u16, body: &'static str) -> Attempt {
    Attempt::Reply(HttpResponse::new(status.try_into().expect("a status"), body))
}

fn success() -> Attempt {
    reply(200, r#"{"RetCode":0}"#)
}

fn throttled(retry_after: &'static str) -> Attempt {
    let mut response = HttpResponse::new(http::StatusCode::TOO_MANY_REQUESTS, "");
    response.headers.insert("retry-after", http::HeaderValue::from_static(retry_after));
    Attempt::Reply(response)
}

fn not_sent() -> Attempt {
    Attempt::Failure(TransportError::not_sent("the network is down"))
}

fn lost() -> Attempt {
    Attempt::Failure(TransportError::maybe_sent("reset"))
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_kept_within_bounds() {
    for (retry_after, seconds) in [
        ("0", 1),
        ("3", 3),
        (" 3 ", 3),
        ("1000000000", 60),
        ("99999999999999999999999", 60),
        ("-1", 1),
        ("soon", 1),
        ("", 1),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 1),
        ("Tue, 21 Oct 2994 07:28:00 GMT", 60),
    ] {
        let double = Double::new([throttled(retry_after), success()]);
        double.client().action("CreateX").send().await.unwrap();
        let pause = double.pauses()[0];
        // What is added is jitter.
        let expected = seconds * 1000..=seconds * 1000 + 201;
        assert!(expected.contains(&pause), "{retry_after:?}: {pause} ms");
        assert_eq!(double.attempts(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_is_down_is_left_alone_until_the_time_it_names() {
    let mut response = HttpResponse::new(http::StatusCode::SERVICE_UNAVAILABLE, "");
    for (name, value) in [
        ("date", "Wed, 21 Oct 2026 07:28:00 GMT"),
        ("retry-after", "Wed, 21 Oct 2026 07:28:07 GMT"),
    ] {
        response.headers.insert(name, http::HeaderValue::from_static(value));
    }
    let double = Double::new([Attempt::Reply(response), success()]);
    double.client().describe_umem_backup("x").send().await.unwrap();
    let pause = double.pauses()[0];
    assert!((7000..=7201).contains(&pause), "{pause} ms");
}

#[tokio::test(start_paused = true)]
async fn every_throttled_attempt_is_followed_by_a_second_or_more() {
    let attempt = || reply(200, r#"{"RetCode":153}"#);
    let double = Double::new([attempt(), attempt(), attempt()]);
    let error = double.client().action("CreateX").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Throttled);
    assert_eq!((error.attempts(), double.attempts()), (3, 3));
    assert!(double.pauses().iter().all(|pause| *pause >= 1000), "{:?}", double.pauses());
}

#[tokio::test(start_paused = true)]
async fn what_was_not_sent_is_sent_whatever_its_effect() {
    let double = Double::new([not_sent(), not_sent(), success()]);
    let reply = double.client().action("CreateX").send().await.unwrap();
    assert_eq!((reply.metadata().attempts(), double.attempts()), (3, 3));
    let pauses = double.pauses();
    assert!(pauses[0] <= 201 && pauses[1] <= 401, "{pauses:?}");
}

#[tokio::test(start_paused = true)]
async fn what_was_lost_after_what_was_not_sent_is_unknown() {
    let double = Double::new([not_sent(), lost(), success()]);
    let error = double.client().action("CreateX").send().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Connect, Outcome::Unknown));
    assert_eq!((error.attempts(), double.attempts()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn a_read_that_was_lost_and_then_not_sent_may_still_be_unknown() {
    let double = Double::new([lost(), lost(), not_sent()]);
    let call = double.client().action("ModifyX").with_effect(Effect::Idempotent);
    let error = call.send().await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "an earlier attempt may have arrived");
    assert_eq!(double.attempts(), 3);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_may_take_longer_than_the_gateway_waits() {
    let double = Double::new([Attempt::Silence]);
    let start = Instant::now();
    let error = double.client().action("CreateX").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(start.elapsed().as_secs(), 65);
    assert_eq!((error.attempts(), double.attempts()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn a_deadline_holds_over_all_attempts() {
    let double =
        Double::new([not_sent(), Attempt::Silence, Attempt::Silence, Attempt::Silence]);
    let start = Instant::now();
    let call = double.client().action("X").with_effect(Effect::Read);
    let call = call.with_timeout(3 * SECOND).with_deadline(4 * SECOND);
    let error = call.with_max_attempts(9).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(start.elapsed() <= 4 * SECOND, "{:?}", start.elapsed());
    assert_eq!(error.attempts() as usize, double.attempts());
}

#[tokio::test(start_paused = true)]
async fn lengths_of_time_may_be_anything() {
    for length in [Duration::MAX, Duration::from_secs(u64::MAX / 2), Duration::ZERO] {
        let double = Double::new([success(), not_sent(), success(), success()]);
        let client = double.client();
        // A reply that is there at once is in time, however short the time.
        client.action("X").with_timeout(length).send().await.unwrap();
        client.action("X").with_timeout(length).send().await.unwrap();
        client.action("X").with_deadline(length).send().await.unwrap();
        assert_eq!(double.attempts(), 4);
    }
    let double = Double::new([Attempt::Silence]);
    let call = double.client().action("X").with_deadline(Duration::ZERO);
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), double.attempts()), (ErrorKind::Timeout, 1));
}

#[tokio::test(start_paused = true)]
async fn nothing_of_an_earlier_attempt_stays() {
    let first = r#"{"DataSet":[{"BackupId":"old"}],"TotalCount":9,"RetCode":110}"#;
    let broken = r#"{"DataSet":[{"BackupId":"older"}],"TotalCount":8,"RetCode":0"#;
    let double = Double::new([reply(200, first), reply(503, broken), success()]);
    let page = double.client().describe_umem_backup("x").send().await.unwrap();
    assert!(page.data_set.is_empty());
    assert_eq!((page.total_count, page.metadata().attempts()), (None, 3));
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_not_multiplied() {
    let double = Double::new((0..20_000).map(|_| reply(503, "")));
    let client = double.client();
    for _ in 0..10_000 {
        client.describe_umem_backup("x").send().await.unwrap_err();
    }
    assert!(double.attempts() <= 10_200, "{}", double.attempts());
}

/// A source of credentials that never answers.
struct Hanging;

impl CredentialsProvider for Hanging {
    fn credentials(
        &self,
    ) -> BoxFuture<'_, Result<Credentials, Box<dyn std::error::Error + Send + Sync>>>
    {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn a_deadline_holds_for_the_source_of_credentials_too() {
    let double = Double::new([success()]);
    let transport: Arc<dyn Transport> = Arc::clone(&double) as _;
    let client = Client::builder().credentials(Hanging).transport(transport).build();
    let call = client.unwrap().action("CreateX").with_deadline(2 * SECOND).send();
    let error =
        tokio::time::timeout(600 * SECOND, call).await.expect("an end").unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert_eq!((error.attempts(), double.attempts()), (0, 0));
}

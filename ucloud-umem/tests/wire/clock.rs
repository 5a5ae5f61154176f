//! Attempts of one call, with a transport in memory and a paused clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::time::Instant;
use ucloud_umem::transport::{BoxFuture, HttpResponse, Transport, TransportError};
use ucloud_umem::{Client, Credentials, CredentialsProvider, Effect, ErrorKind, Outcome, Result};

use crate::support::fake::Attempt;
use crate::support::{FakeTransport, PRIVATE_KEY, PUBLIC_KEY};

const SECOND: Duration = Duration::from_secs(1);

fn response(status: u16, body: &'static str) -> Attempt {
    Attempt::Response(HttpResponse::new(status.try_into().expect("a status"), body))
}

fn success() -> Attempt {
    response(200, r#"{"RetCode":0}"#)
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
    let fake = FakeTransport::new([Attempt::Response(response), success()]);
    fake.client().describe_umem_backup("x").send().await.unwrap();
    let pause = fake.pauses()[0];
    assert!((7000..=7201).contains(&pause), "{pause} ms");
}

#[tokio::test(start_paused = true)]
async fn nothing_of_an_earlier_attempt_stays() {
    let first = r#"{"DataSet":[{"BackupId":"old"}],"TotalCount":9,"RetCode":110}"#;
    let broken = r#"{"DataSet":[{"BackupId":"older"}],"TotalCount":8,"RetCode":0"#;
    let fake = FakeTransport::new([response(200, first), response(503, broken), success()]);
    let page = fake.client().describe_umem_backup("x").send().await.unwrap();
    assert!(page.data_set.is_empty());
    assert_eq!((page.total_count, page.metadata().attempts()), (None, 3));
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_not_multiplied() {
    let fake = FakeTransport::new((0..20_000).map(|_| response(503, "")));
    let client = fake.client();
    for _ in 0..10_000 {
        client.describe_umem_backup("x").send().await.unwrap_err();
    }
    assert!(fake.attempts() <= 10_200, "{}", fake.attempts());
}

#[tokio::test(start_paused = true)]
async fn successes_refill_the_retry_budget() {
    // 50 calls with two retries each use the budget up, and five successes pay for one retry.
    let outage = |attempts| (0..attempts).map(|_| response(503, ""));
    let successes = |calls| (0..calls).map(|_| success());
    let script = outage(151).chain(successes(4)).chain(outage(1));
    let fake = FakeTransport::new(script.chain(successes(1)).chain(outage(2)));
    let client = fake.client();
    let mut attempts = Vec::new();
    for _ in 0..58 {
        let result = client.describe_umem_backup("x").send().await;
        attempts.push(result.map_or_else(|error| error.attempts(), |_| 0));
    }
    assert_eq!(attempts[..50], [3; 50]);
    assert_eq!(attempts[50..], [1, 0, 0, 0, 0, 1, 0, 2]);
}

#[tokio::test(start_paused = true)]
async fn a_retry_that_would_be_too_late_or_one_too_many_costs_no_budget() {
    let fake = FakeTransport::new((0..303).map(|_| response(200, r#"{"RetCode":153}"#)));
    let client = fake.client();
    for _ in 0..150 {
        // The pause after a throttled attempt is a second or longer.
        let call = client.describe_umem_backup("x").with_deadline(SECOND / 2);
        assert_eq!(call.send().await.unwrap_err().attempts(), 1);
        let call = client.describe_umem_backup("x").with_max_attempts(1);
        assert_eq!(call.send().await.unwrap_err().attempts(), 1);
    }
    let error = client.describe_umem_backup("x").send().await.unwrap_err();
    assert_eq!(error.attempts(), 3);
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A source of credentials that can be asked once.
#[derive(Default)]
struct Once(AtomicBool);

impl CredentialsProvider for Once {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        let again = self.0.swap(true, Ordering::Relaxed);
        Box::pin(async move {
            let keys = Credentials::new(PUBLIC_KEY, PRIVATE_KEY);
            if again { Err("the vault is sealed".into()) } else { Ok(keys) }
        })
    }
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_is_lost_stays_unknown_when_there_are_no_credentials_any_more() {
    for (first, outcome) in [
        (response(503, ""), Outcome::Unknown),
        (Attempt::Failure(TransportError::not_sent("no network")), Outcome::NotSent),
    ] {
        let fake = FakeTransport::new([first, success()]);
        let transport: Arc<dyn Transport> = Arc::clone(&fake) as _;
        let builder = Client::builder().credentials(Once::default());
        let client = builder.transport(transport).build().unwrap();
        let call = client.action("SetX").with_effect(Effect::Idempotent);
        let error = call.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
        assert_eq!((error.outcome(), error.attempts()), (outcome, 1), "{error}");
        assert_eq!(fake.attempts(), 1);
    }
}

/// A source of credentials that never answers.
struct Hanging;

impl CredentialsProvider for Hanging {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, BoxError>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn a_deadline_holds_for_the_source_of_credentials_too() {
    // That of the call counts, be it longer or shorter than the client's.
    for (of_client, of_call, seconds) in [(2, None, 2), (2, Some(3), 3), (3, Some(2), 2)] {
        let fake = FakeTransport::new([success()]);
        let transport: Arc<dyn Transport> = Arc::clone(&fake) as _;
        let builder = Client::builder().credentials(Hanging).transport(transport);
        let client = builder.deadline(of_client * SECOND).build().unwrap();
        let call = client.action("CreateX");
        let call = match of_call {
            Some(of_call) => call.with_deadline(of_call * SECOND),
            None => call,
        };
        let start = Instant::now();
        let end = tokio::time::timeout(600 * SECOND, call.send()).await;
        let error = end.expect("an end").unwrap_err();
        assert_eq!(start.elapsed(), seconds * SECOND);
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert_eq!((error.attempts(), fake.attempts()), (0, 0));
    }
}
